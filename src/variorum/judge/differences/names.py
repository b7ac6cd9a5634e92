"""Who and where: a name in the place of another, or two names that have changed places."""

from __future__ import annotations

from collections.abc import Iterator

from variorum.judge.alike import Comparison
from variorum.judge.differences.difference import Difference, cover, spelt
from variorum.judge.differences.slips import look_alike
from variorum.judge.wording import Word, Wording


def is_name(wording: Wording, word: Word) -> bool:
    """Whether a word is written as a name, the first of its reading apart."""
    if word.plain in ("i", "mr", "mrs", "ms", "i'm", "i've", "i'd", "i'll") or not word.is_content:
        return False
    if not _form(wording, word)[:1].isupper() or word is wording.words[0]:
        return False
    return not _starts_sentence(wording, word) and not _is_headline(wording)


def _is_headline(wording: Wording) -> bool:
    """Whether nearly every word is written with a capital, so that capitals tell nothing."""
    content = wording.content
    return len(content) > 2 and sum(_form(wording, w)[:1].isupper() for w in content) >= 0.8 * len(content)


def _form(wording: Wording, word: Word) -> str:
    at = _offset(wording, word)
    return wording.text[at : at + word.span.end - word.span.start]


def _offset(wording: Wording, word: Word) -> int:
    """Where the word stands in the reading's text (parts joined by " … ")."""
    at = 0
    for span in wording.reading.spans:
        if word.span in span:
            return at + word.span.start - span.start
        at += span.end - span.start + 3
    return 0


def _starts_sentence(wording: Wording, word: Word) -> bool:
    before = wording.text[: _offset(wording, word)].rstrip()
    return before.endswith((".", "!", "?", ":", '"', "'", "“", "‘", "«", "[", "…"))


def names(comparison: Comparison) -> Iterator[Difference]:
    """A name that stands where the other reading has another name."""
    for change in comparison.changes:
        ours = [w for w in change.left if is_name(comparison.a, w)]
        theirs = [w for w in change.right if is_name(comparison.b, w)]
        if not ours or not theirs or not change.is_framed or len(change.left) > 4 or len(change.right) > 4:
            continue
        if _are_of_one(ours, theirs) or _is_in_both(ours, theirs, comparison):
            continue
        text = f"{spelt(ours)} stands where the other reading has {spelt(theirs)}."
        yield Difference("name", text, 0.6, cover(ours), cover(theirs))


def _are_of_one(ours: list[Word], theirs: list[Word]) -> bool:
    """Whether two names share a word, or differ in spelling, full stops or blanks only."""
    joined = ["".join(w.plain for w in side).replace(".", "") for side in (ours, theirs)]
    has_one_word = bool({w.stem for w in ours} & {w.stem for w in theirs})
    return has_one_word or joined[0] == joined[1] or look_alike(ours[-1].plain, theirs[-1].plain)


def _is_in_both(ours: list[Word], theirs: list[Word], comparison: Comparison) -> bool:
    """Whether a reading has the other's name as well, somewhere else: then they are two, told in another order."""
    held = [{w.stem for w in side.words} for side in (comparison.a, comparison.b)]
    return any(w.stem in held[1] for w in ours) or any(w.stem in held[0] for w in theirs)


def reversals(comparison: Comparison) -> Iterator[Difference]:
    """Two names in the opposite order around the same verb: "A beat B" against "B beat A"."""
    ours = [w for w in comparison.a.words if w.is_content]
    theirs = [w for w in comparison.b.words if w.is_content]
    if len(ours) < 3 or len(ours) != len(theirs) or {w.stem for w in ours} != {w.stem for w in theirs}:
        return
    moved = [(x, y) for x, y in zip(ours, theirs, strict=True) if x.stem != y.stem]
    passive = [{"by"} & {w.plain for w in side.words} for side in (comparison.a, comparison.b)]
    if len(moved) != 2 or passive[0] != passive[1]:
        return
    (x, y), (u, v) = moved
    if x.stem == v.stem and y.stem == u.stem and is_name(comparison.b, v) and is_name(comparison.a, u):
        text = f"“{x.plain}” and “{u.plain}” have changed places: who did it and to whom is reversed."
        yield Difference("reversal", text, 0.8, cover((x, u)), cover((y, v)), is_opposed=True)
