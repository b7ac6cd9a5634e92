"""What a sentence states in one place (so many, there, then), and where another document states it otherwise."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import NamedTuple

from variorum.judge.conflicts.drawing import common_words
from variorum.judge.conflicts.told import Told
from variorum.judge.differences.dates import can_be_one
from variorum.judge.synonyms import concept
from variorum.judge.wording import Word
from variorum.lookup import Lookup
from variorum.model import Span

REACH = 5  # content words on each side of a statement that tell what it is about
BESIDE = 2  # content words on each side that stand so close that they say what is measured
RARE = 40  # statements of one sort that share a word; a commoner word proposes no pairs
FRAME_PART = 0.55  # how much the words close by count, against those of the whole sentence
Value = object


@dataclass(frozen=True, slots=True, eq=False)
class Slot:
    """A value told at a place: what sort it is of, its words, and the concepts around it."""

    sort: str
    value: Value
    span: Span
    sentence: Told
    frame: frozenset[str]
    whole: frozenset[str]
    names: frozenset[str]
    beside: frozenset[str]
    wider: frozenset[str]  # with the sentence before, where this one is short


@dataclass(frozen=True, slots=True, eq=False)
class Match:
    """Two statements of one sort that seem to be of one thing; how surely, and the concepts close to both."""

    a: Slot
    b: Slot
    score: float
    common: frozenset[str]
    wide: frozenset[str]

    @property
    def shared_names(self) -> frozenset[str]:
        """Names that both sentences have."""
        return self.a.names & self.b.names & self.wide

    @property
    def is_one_time(self) -> bool:
        """Whether the dates of the sentences, if both have some, allow that they tell of one event."""
        ours, theirs = self.a.sentence.dates, self.b.sentence.dates
        return not ours or not theirs or any(can_be_one(x, y) for x, _ in ours for y, _ in theirs)

    def matter(self, lookup: Lookup) -> str:
        """What both tell of, in some words of the first that the second has too."""
        side = self.a
        words = [w for w in side.sentence.words if not w.span.touches(side.span) and concept(w.stem) in self.wide]
        return common_words(side.sentence.words, words, lookup)

    @property
    def close(self) -> frozenset[str]:
        """Concepts near both, names apart."""
        return self.common - self.a.names - self.b.names


def slot(
    sort: str, value: Value, span: Span, sentence: Told, without: Iterable[Word] = (), *, about: str | None = None
) -> Slot:
    """A statement with its surroundings: the words of its own value apart, what it is `about` among them."""
    own = {w.span.start for w in without}
    pronouns = [(at, concept(key)) for at, key in sentence.meant]
    content = sorted(
        (at, key) for at, key in (*sentence.keyed, *pronouns) if at not in own and not span.start <= at < span.end
    )
    before = [key for at, key in content if at < span.start][-REACH:]
    after = [key for at, key in content if at >= span.end][:REACH]
    told_of = {about} if about else set[str]()
    names = {concept(s) for s in sentence.names} | {concept(key) for _, key in sentence.meant}
    whole = frozenset({key for _, key in content} | told_of)
    beside = frozenset({*before[-BESIDE:], *after[:BESIDE]})
    frame = frozenset({*before, *after} | told_of)
    wider = whole | frozenset(concept(key) for key in sentence.context)
    return Slot(sort, value, span, sentence, frame, whole, frozenset(names), beside, wider)


def weights(sentences: Sequence[Told]) -> dict[str, float]:
    """How much a concept tells: the rarer among the sentences, the more."""
    counts = Counter(key for t in sentences for key in {concept(s) for s in t.stems})
    return {key: math.log(1 + len(sentences) / n) for key, n in counts.items()}


def matches(
    slots: Sequence[Slot], weight: dict[str, float], agree: Callable[[Value, Value], bool], least: float
) -> Iterator[Match]:
    """For each statement and each other document, the statement there that is most like it, unless one agrees.

    A document that states the same elsewhere, nearly as much like it, contradicts nobody.
    """
    best: dict[tuple[int, str], list[Match]] = defaultdict(list)
    weighed = [_Weighed.of(s, weight) for s in slots]
    known = defaultdict(lambda: 1.0, weight)
    for n, m in _candidates(slots):
        match = _match(weighed[n], weighed[m], known)
        if match.score >= 0.8 * least:
            best[n, slots[m].span.doc].append(match)
            best[m, slots[n].span.doc].append(match)
    place = {id(s): n for n, s in enumerate(slots)}
    seen: set[int] = set()
    for key in sorted(best):
        held = sorted(best[key], key=lambda m: (-m.score, m.a.span, m.b.span))
        first = held[0]
        if id(first) in seen or first.score < least:
            continue
        seen.add(id(first))
        if not any(agree(m.a.value, m.b.value) for m in (*held, *_of_the_other(first, slots[key[0]], place, best))):
            yield first


def _of_the_other(
    match: Match, ours: Slot, place: dict[int, int], best: dict[tuple[int, str], list[Match]]
) -> list[Match]:
    """What the first document has that is like the other side of a match."""
    other = match.b if match.a is ours else match.a
    return best.get((place[id(other)], ours.span.doc), [])


class _Weighed(NamedTuple):
    """A statement with what the concepts close to it and those of its sentence weigh."""

    slot: Slot
    frame: float
    whole: float
    wider: float

    @classmethod
    def of(cls, told: Slot, weight: dict[str, float]) -> _Weighed:
        """The statement, weighed once for all its matches."""
        return cls(
            told, *(math.fsum(weight.get(k, 1.0) for k in part) for part in (told.frame, told.whole, told.wider))
        )


def _match(a: _Weighed, b: _Weighed, weight: defaultdict[str, float]) -> Match:
    close, wide = a.slot.frame & b.slot.frame, a.slot.wider & b.slot.wider
    score = FRAME_PART * _part(close, min(a.frame, b.frame), weight)
    whole = _part(a.slot.whole & b.slot.whole, min(a.whole, b.whole), weight)
    if a.slot.sentence.context or b.slot.sentence.context:
        whole = max(whole, _part(wide, min(a.wider, b.wider), weight))
    return Match(a.slot, b.slot, score + (1 - FRAME_PART) * whole, close, wide)


def _part(common: frozenset[str], smaller: float, weight: defaultdict[str, float]) -> float:
    """The part of the weight of the smaller of two sets that both have, whatever the order of adding."""
    return math.fsum(map(weight.__getitem__, common)) / smaller if smaller else 0.0


def _candidates(slots: Sequence[Slot]) -> list[tuple[int, int]]:
    """Statements of one sort that share two concepts, one of them not too common."""
    holding: dict[tuple[str, str], list[int]] = defaultdict(list)
    for n, s in enumerate(slots):
        for key in s.frame:
            holding[s.sort, key].append(n)
    rare = [places for places in holding.values() if 1 < len(places) <= RARE]
    seen = {pair for places in rare for pair in combinations(places, 2)}
    return sorted(
        (n, m) for n, m in seen
        if slots[n].span.doc != slots[m].span.doc and len(slots[n].wider & slots[m].wider) >= 2
    )  # fmt: skip
