"""Yes against no: stances of short answers, denials of the same word, and opposite words in one place."""

from __future__ import annotations

from collections.abc import Iterator

from variorum.judge.alike import Comparison
from variorum.judge.antonyms import DARK, are_opposite
from variorum.judge.differences.difference import Difference, cover
from variorum.judge.stance import Stance, are_opposed, stance
from variorum.judge.wording import Word, Wording

SHORT = 9  # words: of two opposed stances one at least is short enough to be the whole answer
NAMES = {"assent": "assents", "reserve": "holds back", "refusal": "refuses"}


def stances(comparison: Comparison) -> Iterator[Difference]:
    """Assent against reserve or refusal, or assent of another firmness in other words."""
    a, b = stance(comparison.a), stance(comparison.b)
    if not a or not b or min(len(comparison.a.words), len(comparison.b.words)) > SHORT:
        return
    left, right = (a.words,), (b.words,)
    if are_opposed(a, b):
        shown = [f"{NAMES[s.attitude]} ({_said(w, s)})" for w, s in ((comparison.a, a), (comparison.b, b))]
        text = f"One reading {shown[0]}, the other {shown[1]}."
        yield Difference("stance", text, 0.9, left, right, is_opposed=True)
    elif a.attitude == "assent" and a.strength != b.strength:
        text = f"Both assent, but not equally: {_said(comparison.a, a)} against {_said(comparison.b, b)}."
        yield Difference("firmness", text, 0.5, left, right)


def _said(wording: Wording, found: Stance) -> str:
    start = found.words.start - wording.reading.spans[0].start
    return f"“{wording.text[start : start + found.words.end - found.words.start]}”"


def denials(comparison: Comparison) -> Iterator[Difference]:
    """The same word denied in one reading and affirmed in the other, where much else agrees."""
    if not _are_close(comparison) or (stance(comparison.a) and stance(comparison.b)):
        return
    if comparison.a.is_denied or comparison.b.is_denied or comparison.a.is_question != comparison.b.is_question:
        return
    if all(any(w.is_negator for w in side.words) for side in (comparison.a, comparison.b)):
        return  # "poses no threat" and "does not pose a threat": both deny, each another word of it
    for x, y in comparison.common:
        if x.is_denied != y.is_denied and _is_single(comparison, x.stem) and not _is_name(x, comparison):
            denied, plainly = (x, y) if x.is_denied else (y, x)
            text = f"“{denied.plain}” is denied in one reading and affirmed in the other (“{plainly.plain}”)."
            yield Difference("negation", text, 0.8, cover(_with_negator(comparison.a, x)),
                             cover(_with_negator(comparison.b, y)), is_opposed=True)  # fmt: skip
            return


def _are_close(comparison: Comparison) -> bool:
    return comparison.shared >= 0.5 and len(comparison.common) >= 2


def _is_single(comparison: Comparison, stem: str) -> bool:
    return all(sum(w.stem == stem for w in side.words) == 1 for side in (comparison.a, comparison.b))


def _is_name(word: Word, comparison: Comparison) -> bool:
    start = word.span.start - comparison.a.reading.spans[0].start
    return len(comparison.a.reading.spans) == 1 and comparison.a.text[start : start + 1].isupper() and start > 0


def _with_negator(wording: Wording, word: Word) -> list[Word]:
    """The word with the negation that governs it."""
    at = wording.words.index(word)
    before = [w for w in wording.words[max(0, at - 4) : at] if w.is_negator]
    return [*(before[-1:] if word.is_denied else []), word]


def opposites(comparison: Comparison) -> Iterator[Difference]:
    """A word put in the place of its opposite, or a dark word in the place of a fair one."""
    for change in comparison.changes:
        ours, theirs = ([w for w in side if w.is_content] for side in (change.left, change.right))
        if not change.is_framed or len(ours) > 2 or len(theirs) > 2:
            continue
        yield from (d for x in ours for y in theirs if not _is_in_both(comparison, x, y) for d in _opposite(x, y))
    if (
        comparison.shared >= 0.6
        and len(comparison.common) >= 2
        and not (comparison.a.is_exchange or comparison.b.is_exchange)
    ):
        seen = {w.stem for w, _ in comparison.common}
        for x, y in comparison.opposites:
            if x.stem not in seen and y.stem not in seen and x.is_denied == y.is_denied:
                yield from _opposite(x, y)


def _is_in_both(comparison: Comparison, x: Word, y: Word) -> bool:
    """Whether a reading has both words, so that it need not set the one against the other's."""
    return y.stem in {w.stem for w in comparison.a.words} or x.stem in {w.stem for w in comparison.b.words}


def modifiers(comparison: Comparison) -> Iterator[Difference]:
    """Before the same noun, a word of blame in one reading and a fair word in the other, or two opposites."""
    for x, y in comparison.common:
        before = _before(comparison.a, x), _before(comparison.b, y)
        if before[0] and before[1] and before[0].stem != before[1].stem:
            yield from _opposite(before[0], before[1])


def _before(wording: Wording, word: Word) -> Word | None:
    """The content word right before a word, with nothing but a blank between."""
    at = wording.words.index(word)
    held = wording.words[at - 1] if at else None
    return held if held and held.is_content and word.span.start - held.span.end == 1 else None


def _opposite(x: Word, y: Word) -> Iterator[Difference]:
    if x.is_denied != y.is_denied:
        return
    if are_opposite(x.stem, y.stem):
        text = f"“{x.plain}” and “{y.plain}” are opposites."
        yield Difference("opposites", text, 0.8, (x.span,), (y.span,), is_opposed=True)
    elif (x.plain in DARK) != (y.plain in DARK) and not any(w.plain.endswith(("'s", "’s", "ly")) for w in (x, y)):
        text = f"“{x.plain}” stands where the other has “{y.plain}”: the one is a word of blame, the other is not."
        yield Difference("blame", text, 0.7, (x.span,), (y.span,))
