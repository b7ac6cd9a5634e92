"""Attributions as the network sees them: ranges of words, and labels of single words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from variorum.model import Spans

LABELS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")  # the BIO scheme
BEGINS = {"source": 1, "cue": 3, "content": 5}
NONE = -1

Range = tuple[int, int]  # numbers of the first word and of the one after the last
Ranges = tuple[Range, ...]


@dataclass(frozen=True, slots=True)
class Relation:
    """Source, cue and content of one attribution, each any number of ranges of words."""

    content: Ranges
    cue: Ranges = ()
    source: Ranges = ()

    @property
    def head(self) -> int:
        """The word that stands for the whole: the first of its cue, or of its content where it has no cue."""
        return (self.cue or self.content)[0][0]


@dataclass(frozen=True, slots=True)
class Labels:
    """One layer of relations, word by word.

    `tags` are numbers in LABELS; `heads` the relation's head for words of a content or cue; `sources`, at
    heads only, the first word of the source, or the head itself where there is none. Elsewhere NONE.
    """

    tags: list[int]
    heads: list[int]
    sources: list[int]


def labels(relations: Iterable[Relation], length: int) -> Labels:
    """The labels of a text of `length` words. Where relations overlap, cues stand over sources over contents."""
    made = Labels([0] * length, [NONE] * length, [NONE] * length)
    found = sorted(relations, key=lambda r: (-sum(b - a for a, b in r.content), r.content))
    for part in ("content", "source", "cue"):
        for relation in found:
            for first, last in getattr(relation, part):
                begin = BEGINS[part]
                made.tags[first:last] = [begin] + [begin + 1] * (last - first - 1)
                made.heads[first:last] = [NONE if part == "source" else relation.head] * (last - first)
    for relation in found:
        made.sources[relation.head] = relation.source[0][0] if relation.source else relation.head
    return made


def ranges(spans: Spans | Sequence[Range], starts: Sequence[int], ends: Sequence[int]) -> Ranges:
    """The words that spans of code points touch, as ranges; a span without a word is left out."""
    found = []
    for span in spans:
        start, end = (span[0], span[1]) if isinstance(span, tuple) else (span.start, span.end)
        first = bisect_left(ends, start + 1)
        last = bisect_left(starts, end)
        if first < last:
            found.append((first, last))
    return tuple(found)
