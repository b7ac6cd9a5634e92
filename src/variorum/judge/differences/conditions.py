"""Under what condition: an "if" that only one reading has."""

from __future__ import annotations

import re
from collections.abc import Iterator

from variorum.judge.alike import Comparison
from variorum.judge.differences.difference import Difference
from variorum.judge.lexicon import ASKING_BEFORE_IF, CONDITION_PHRASES, CONDITIONS
from variorum.judge.wording import Wording
from variorum.model import Span

CONDITION = re.compile(rf"\b(?:{'|'.join([*sorted(CONDITIONS), *CONDITION_PHRASES])})\b", re.IGNORECASE)
FOLLOWS = re.compile(rf"[\s,\"'“‘]*({CONDITION.pattern})[^.!?\n]*", re.IGNORECASE)
NAMING_ONLY = 5  # content words: a shorter summary may leave a condition out without denying it
SHORT_ANSWER = 8  # words
NAMING_ONLY_QUOTED = 3  # the same for a quotation, which claims to be what was said


def found(wording: Wording) -> list[Span]:
    """The conditions that a reading states, from the word that opens each to the end of its clause."""
    places = []
    for span, start in _parts(wording):
        part = wording.text[start : start + span.end - span.start]
        for m in CONDITION.finditer(part):
            if not _is_question(part[: m.start()], wording):
                end = re.compile(r"[,.;!?]|$").search(part, m.end())
                places.append(Span(span.doc, span.start + m.start(), span.start + (end.start() if end else m.end())))
    return places


def following(wording: Wording) -> Span | None:
    """The condition that follows the reading in its own sentence and was left out of it."""
    m = FOLLOWS.match(wording.following)
    if not m or not wording.reading.spans:
        return None
    last = wording.reading.spans[-1]
    return Span(last.doc, last.end + m.start(1), last.end + m.end())


def _parts(wording: Wording) -> Iterator[tuple[Span, int]]:
    at = 0
    for span in wording.reading.spans:
        yield span, at
        at += span.end - span.start + 3


def _is_question(before: str, wording: Wording) -> bool:
    """Whether the "if" asks ("asked if", "If X could" as a whole reading) and sets no condition."""
    words = re.findall(r"\w+", before.casefold())
    cue = {w.plain for w in wording.cue}
    if words[-2:] == ["you", "think"]:
        return True
    return bool(set(words[-4:]) & ASKING_BEFORE_IF) or (not words and bool(cue & ASKING_BEFORE_IF))


def conditions(comparison: Comparison) -> Iterator[Difference]:
    """A condition more in one reading than in the other; questions are left aside."""
    if any(side.is_question or side.is_exchange for side in (comparison.a, comparison.b)):
        return
    ours, theirs = found(comparison.a), found(comparison.b)
    after = following(comparison.a), following(comparison.b)
    left = ours + ([after[0]] if after[0] else [])
    right = theirs + ([after[1]] if after[1] else [])
    if len(left) == len(right) or not _are_claims(comparison, bool(ours or theirs)):
        return
    more, side = (left, "first") if len(left) > len(right) else (right, "second")
    extra = more[min(len(left), len(right)) :]
    text = f"Only the {side} reading makes what it says depend on a condition."
    yield Difference(
        "condition", text, 0.6, tuple(extra) if more is left else (), tuple(extra) if more is right else ()
    )


def _are_claims(comparison: Comparison, is_inside: bool) -> bool:
    """Whether the reading without the condition says enough of the same to be a claim without one."""
    ours, theirs = found(comparison.a), found(comparison.b)
    if (
        any(side.is_quoted and len(side.words) <= SHORT_ANSWER for side in (comparison.a, comparison.b))
        and not is_inside
    ):
        return True  # a short direct answer stands for the whole answer
    if ours and theirs:
        return True  # both set conditions, the one more than the other
    without = comparison.b if ours else comparison.a
    least = NAMING_ONLY_QUOTED if without.is_quoted else NAMING_ONLY
    is_conditional = any(w.plain == "would" for w in without.words)  # leans on a condition said before
    return is_inside and not is_conditional and comparison.shared >= 0.5 and len(without.content) >= least
