"""One utterance printed as direct speech in two wordings that cannot both be its words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from variorum.judge.alike import Change, Comparison
from variorum.judge.conflicts import readings
from variorum.judge.conflicts.drawing import around, conflict, quoted, siglum
from variorum.judge.differences import differences
from variorum.judge.drift import judge
from variorum.judge.stance import stance
from variorum.judge.tellings import telling
from variorum.judge.wording import INNER_QUOTE, Word, Wording
from variorum.lookup import Lookup
from variorum.model import Conflict, Reason, Severity, Span, Statement

SHORT_ANSWER = 10  # words of the shorter of two answers that need not be alike
DROPPED = 3  # words left out within a quotation that make a difference; fewer are a slip of the pen
SENTENCE_END = re.compile(r"[.!?]\s")
CUT_MARK = re.compile(r"…|\.\s?\.\s?\.|\[")
GRAVITY: tuple[Severity, ...] = ("low", "medium", "high")


def other_words(statement: Statement, held: list[Comparison], lookup: Lookup) -> Iterator[Conflict]:
    """The conflict of wording between the quotations of a statement, if there is one."""
    found = []
    for comparison in held:
        weight = _weight(comparison, lookup)
        if weight:
            found.append((weight, comparison))
    if found:
        yield _drawn(sorted(found, key=lambda f: (-f[0], f[1].a.reading.id, f[1].b.reading.id)), statement, lookup)


def _weight(comparison: Comparison, lookup: Lookup) -> float:
    """How sure it is that both claim to be the words of one utterance, and differ; 0 for mere cuts."""
    a, b = comparison.a, comparison.b
    if not (a.is_quoted and b.is_quoted) or not _is_one_speaker(comparison):
        return 0.0
    if any(INNER_QUOTE.search(side.text) for side in (a, b)):
        return 0.0
    if readings.are_two_quotations(comparison, lookup) or not _is_one_utterance(comparison):
        return 0.0
    if _are_spelt_otherwise(a, b):
        return 0.0
    kind, _, _ = judge(comparison, lookup)
    ours, theirs = ({telling(x, lookup) for x in side.attributions} - {None} for side in (a, b))
    is_one_talk = bool(ours & theirs) or readings.is_one_talk(comparison)
    if not is_one_talk and not _is_much_alike(comparison):
        return 0.0
    if kind == "identical" or not _changed(comparison):
        return 0.0
    if kind == "trimmed" and not _is_cut_within(comparison, lookup):
        return 0.0
    if ours & theirs:
        return 0.85
    return 0.65 if comparison.common or not ours or not theirs else 0.55


def _are_spelt_otherwise(a: Wording, b: Wording) -> bool:
    """Whether two quotations have the same letters, blanks and marks aside ("First Group", "FirstGroup", "&")."""
    return len({"".join(w.plain for w in side.words if w.plain != "and") for side in (a, b)}) == 1


def _is_one_utterance(comparison: Comparison) -> bool:
    """Whether the words are alike enough, or both are short answers, which need not be alike."""
    if _are_answers(comparison):
        return True
    if (
        comparison.kinship < 0.4
        or min(len(comparison.a.content), len(comparison.b.content)) < 2
        or not comparison.common
    ):
        return False
    return comparison.overlap >= 0.25 or (comparison.shared >= 0.6 and len(comparison.common) >= 3)


def _are_answers(comparison: Comparison) -> bool:
    """Whether both are answers short enough to be one; "of course" within a longer sentence answers nothing."""
    sides = (comparison.a, comparison.b)
    return all(stance(s) for s in sides) and min(len(s.words) for s in sides) <= SHORT_ANSWER


def _is_much_alike(comparison: Comparison) -> bool:
    """What two quotations need to be of one utterance, where nothing shows that they come from one telling."""
    if _are_answers(comparison):
        return True
    return comparison.overlap >= 0.5 or (comparison.shared >= 0.75 and len(comparison.common) >= 3)


def _is_one_speaker(comparison: Comparison) -> bool:
    a, b = comparison.a.speakers, comparison.b.speakers
    return not a or not b or bool(a & b)


def _changed(comparison: Comparison) -> tuple[list[Word], list[Word]] | None:
    """The content words that differ; None where only words at the ends were cut."""
    left = [w for c in comparison.changes for w in c.left]
    right = [w for c in comparison.changes for w in c.right]
    inner = [c for c in comparison.changes if c.left and c.right]
    extent = [c for c in comparison.changes if c.is_framed and (c.left or c.right) and _is_inside(c, comparison)]
    return (left, right) if inner or extent else None


def _is_cut_within(comparison: Comparison, lookup: Lookup) -> bool:
    """Whether more was changed than words left off: others put in their place, or a clause dropped without a mark."""
    if any(d.feature == "extent" for d in differences(comparison)):
        return True
    inner = [c for c in comparison.changes if _is_within_sentence(c, comparison, lookup)]
    replaced = [c for c in inner if c.left and c.right and any(w.is_content for w in (*c.left, *c.right))]
    dropped = [c for c in inner if not (c.left and c.right) and len(c.left) + len(c.right) >= DROPPED]
    is_marked = any(len(side.reading.spans) > 1 or CUT_MARK.search(side.text) for side in (comparison.a, comparison.b))
    return bool(replaced) or (bool(dropped) and not is_marked)


def _is_within_sentence(change: Change, comparison: Comparison, lookup: Lookup) -> bool:
    """Whether words of the same sentence agree before a change and after it, on each side that has words there."""
    for words, nth in ((change.left, 0), (change.right, 1)):
        if not words:
            continue
        before = [pair[nth] for pair in comparison.matched if pair[nth].span < words[0].span]
        after = [pair[nth] for pair in comparison.matched if pair[nth].span > words[-1].span]
        if not before or not after:
            return False
        between = Span(words[0].span.doc, before[-1].span.end, after[0].span.start)
        if SENTENCE_END.search(lookup.words(between)):
            return False
    return True


def _is_inside(change: object, comparison: Comparison) -> bool:
    return change not in (comparison.changes[0], comparison.changes[-1]) or len(comparison.changes) == 1


def _drawn(found: list[tuple[float, Comparison]], statement: Statement, lookup: Lookup) -> Conflict:
    weight, best = found[0]
    evidence: dict[str, Span] = {}
    for _, comparison in found:
        changed = _changed(comparison) or ([], [])
        for side, words in zip((comparison.a, comparison.b), changed, strict=True):
            content = [w.span for w in words if w.is_content] or [w.span for w in words]
            evidence.setdefault(side.reading.id, around(tuple(content[:1]), side, lookup, reach=6))
    sides = [evidence[side.reading.id] for side in (best.a, best.b)]
    shown = [f"{quoted(s, lookup)} ({siglum(s.doc, lookup)})" for s in sides]
    text = f"Both are printed as the speaker's own words: {shown[0]} and {shown[1]}; they cannot both be."
    reason = Reason(feature="wording", text=text, score=weight, evidence=tuple(sides))
    return conflict("wording", f"Which words: {shown[0]} or {shown[1]}?", evidence.values(), severity=_severity(best),
                    confidence=weight, statements=[statement.id], reasons=[reason])  # fmt: skip


def _severity(comparison: Comparison) -> Severity:
    """High where the meaning turns over, medium where it shifts or no word is shared, low for the rest."""
    found = differences(comparison)
    if any(d.is_opposed for d in found):
        return "high"
    return "medium" if any(d.weight >= 0.5 for d in found) or not comparison.common else "low"
