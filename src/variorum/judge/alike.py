"""Two readings set side by side by stems: what stands in both, what was put in another's place, what is missing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher

from variorum import text as texts
from variorum.judge import numbers
from variorum.judge.antonyms import are_opposite
from variorum.judge.wording import Word, Wording
from variorum.model import Span

Code = tuple[str, int, int, int, int]  # an edit, from and to on both sides, as difflib gives it
RUN = 3  # words in a row that show where two readings overlap


@dataclass(frozen=True, slots=True)
class Change:
    """Words of one reading where the other has others, or none; `is_framed` if words before or after agree."""

    left: tuple[Word, ...]
    right: tuple[Word, ...]
    is_framed: bool


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two readings with their alignment.

    `shared` is the part of the shorter's content words that the longer has, `overlap` that of both together;
    `kinship` is `shared` with the sentences that were left aside.
    """

    a: Wording
    b: Wording
    matched: tuple[tuple[Word, Word], ...]
    changes: tuple[Change, ...]
    shared: float = field(default=0.0)
    overlap: float = field(default=0.0)
    kinship: float = field(default=0.0)

    @property
    def opposites(self) -> Iterator[tuple[Word, Word]]:
        """Pairs of words of the two readings that mean opposite things."""
        for x in self.a.content:
            for y in self.b.content:
                if are_opposite(x.stem, y.stem):
                    yield x, y

    @property
    def common(self) -> tuple[tuple[Word, Word], ...]:
        """Content words of one stem, wherever they stand."""
        theirs: dict[str, Word] = {}
        for word in self.b.content:
            theirs.setdefault(word.stem, word)
        return tuple((w, theirs[w.stem]) for w in self.a.content if w.stem in theirs)


def compare(a: Wording, b: Wording) -> Comparison:
    """The two readings aligned, whole sentences that only one of them has left aside."""
    kinship = _likeness(a, b)[0]
    codes = _aligned(a, b)
    runs = [c for c in codes if c[0] == "equal" and c[2] - c[1] >= RUN]
    if runs:
        near, other = _within(a, [c[1:3] for c in runs]), _within(b, [c[3:5] for c in runs])
        if (near, other) != (a, b):
            a, b = near, other
            codes = _aligned(a, b)
    matched: list[tuple[Word, Word]] = []
    changes: list[Change] = []
    for n, (tag, i, j, k, m) in enumerate(codes):
        if tag == "equal":
            matched.extend(zip(a.words[i:j], b.words[k:m], strict=True))
        else:
            changes.append(Change(a.words[i:j], b.words[k:m], _is_framed(codes, n)))
    return Comparison(a, b, tuple(matched), tuple(changes), *_likeness(a, b), kinship)


def _aligned(a: Wording, b: Wording) -> list[Code]:
    left, right = [w.stem for w in a.words], [w.stem for w in b.words]
    if not left or not right:
        return []
    return [(tag, i, j, k, m) for tag, i, j, k, m in SequenceMatcher(None, left, right, autojunk=False).get_opcodes()]


def _within(wording: Wording, runs: list[tuple[int, int]]) -> Wording:
    """The reading from the first to the last of its sentences that hold a common run of words."""
    if len(wording.reading.spans) != 1:
        return wording
    whole = wording.reading.spans[0]
    first, last = wording.words[runs[0][0]].span.start, wording.words[runs[-1][1] - 1].span.end
    parts = list(texts.sentences(wording.text, 0, len(wording.text)))
    start = max((s for s, _ in parts if s <= first - whole.start), default=0) + whole.start
    end = min((e for _, e in parts if e >= last - whole.start), default=len(wording.text)) + whole.start
    words = tuple(w for w in wording.words if start <= w.span.start < end)
    if len(words) == len(wording.words):
        return wording
    span = Span(whole.doc, start, end)
    is_last = words[-1:] == wording.words[-1:]
    return replace(
        wording,
        reading=replace(wording.reading, spans=(span,)),
        words=words,
        text=wording.text[start - whole.start : end - whole.start],
        following=wording.following if is_last else "",
    )


def _is_framed(codes: list[Code], n: int) -> bool:
    """Whether at least two words in all agree on the two sides of a change."""
    beside = [codes[m] for m in (n - 1, n + 1) if 0 <= m < len(codes)]
    return sum(c[2] - c[1] for c in beside if c[0] == "equal") >= 2


def _is_number(word: Word) -> bool:
    """Whether a word is a number or part of one: two counts of two things are no likeness."""
    return numbers.value(word.plain) is not None or numbers.scale(word.plain) > 1


def telling_stems(wording: Wording) -> frozenset[str]:
    """The stems of the words that carry meaning, numbers apart."""
    return frozenset(w.stem for w in wording.content if not _is_number(w))


def _likeness(a: Wording, b: Wording) -> tuple[float, float]:
    """Shared content stems by those of the shorter, and by those of both."""
    ours, theirs = telling_stems(a), telling_stems(b)
    if not ours or not theirs:
        return 0.0, 0.0
    both = len(ours & theirs)
    return both / min(len(ours), len(theirs)), both / len(ours | theirs)
