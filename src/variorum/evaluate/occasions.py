"""Measures of occasions: which reports are told to have been made at one meeting, in one interview, in one letter."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations

from variorum.evaluate.gold import Gold
from variorum.evaluate.matching import Matching
from variorum.evaluate.measures import Case, Measure, one_to_one, recall
from variorum.evaluate.texts import Texts
from variorum.model import Edition

Together = tuple[str, str]  # ids of two attributions of one occasion, the smaller first


class OccasionMeasures:
    """All measures over the matched core attributions whose occasion the gold knows; they go by their gold ids."""

    def __init__(self, gold: Gold, edition: Edition, matching: Matching, texts: Texts) -> None:
        self.gold, self.texts = gold, texts
        self.wanted = {p.gold.id: p.gold.occasion for p in matching.pairs if p.gold.occasion}
        self.given = {p.gold.id: p.given.occasion for p in matching.pairs if p.gold.occasion and p.given.occasion}
        self.labels = {o.id: o.label or o.kind for o in edition.occasions}

    def all(self) -> Iterator[Measure]:
        """The measures in the order in which they are shown; none where the gold places nothing."""
        if self.wanted:
            yield self._pairwise("occasions", is_cross=False)
            yield self._pairwise("occasions_cross", is_cross=True)
            yield self._placed()

    def _pairwise(self, name: str, *, is_cross: bool) -> Measure:
        """Pairs put on one occasion; two that the gold calls perhaps one are neither right nor wrong together."""
        wanted, given = (_together(held) for held in (self.wanted, self.given))
        given = {p for p in given if not self._is_open(p)}
        if is_cross:
            wanted, given = ({p for p in pairs if self._is_cross(p)} for pairs in (wanted, given))
        missed, false = (map(self._pair_case, sorted(pairs)) for pairs in (wanted - given, given - wanted))
        return one_to_one(name, len(wanted & given), len(given), len(wanted), missed, false)

    def _is_cross(self, pair: Together) -> bool:
        return self.gold.attributions[pair[0]].doc != self.gold.attributions[pair[1]].doc

    def _is_open(self, pair: Together) -> bool:
        return frozenset(self.wanted[key] for key in pair) in self.gold.perhaps_one

    def _placed(self) -> Measure:
        """How many of those that the gold places have any occasion."""
        without = [self._case(key) for key in self.wanted if key not in self.given]
        return recall("occasions_placed", len(self.given), len(self.wanted), without)

    def _case(self, key: str, note: str = "") -> Case:
        attribution = self.gold.attributions[key]
        told = f"{self.wanted[key]}, given {self.labels.get(self.given.get(key, ''), 'none')}"
        return self.texts.case(attribution.doc, attribution.contents[0], f"gold {told}{note}")

    def _pair_case(self, pair: Together) -> Case:
        other = self._case(pair[1])
        return self._case(pair[0], f" | with {other.doc}: {other.words}: {other.note}")


def _together(held: Mapping[str, str | None]) -> set[Together]:
    """The pairs of attributions that are on one occasion."""
    members: dict[str | None, list[str]] = defaultdict(list)
    for key in sorted(held):
        members[held[key]].append(key)
    return {pair for keys in members.values() for pair in combinations(keys, 2)}
