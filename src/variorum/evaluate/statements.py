"""Measures of statements: which attributions are one utterance, and how its readings relate."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations

from variorum.evaluate.gold import Gold, GoldStatement
from variorum.evaluate.matching import Matching
from variorum.evaluate.measures import Case, Count, Measure, one_to_one, share
from variorum.evaluate.texts import Texts
from variorum.model import Edition, Reading, Statement

SAME_MEANING = frozenset({"identical", "trimmed", "reworded", "paraphrase"})
Membership = Mapping[str, frozenset[str]]  # attribution -> the statements that it serves
Together = tuple[str, str]  # ids of two attributions of one statement, the smaller first
Labels = frozenset[str]


class StatementMeasures:
    """All measures over the matched core attributions, which go by their gold ids."""

    def __init__(self, gold: Gold, edition: Edition, matching: Matching, texts: Texts) -> None:
        self.gold, self.edition, self.texts = gold, edition, texts
        self.named = {p.given.id: p.gold.id for p in matching.pairs}
        self.matched = frozenset(self.named.values())
        self.core = frozenset(a.id for a in gold.attributions.values() if a.is_core)
        own = {key: key for key in gold.attributions}
        self.sure = _membership((s for s in gold.statements if s.is_sure), own)
        self.wanted = _membership(gold.statements, own)
        self.given = _membership(edition.statements, self.named)

    def all(self) -> Iterator[Measure]:
        """The measures in the order in which they are shown."""
        yield self._pairwise("statements_cross", self.matched, is_cross=True)
        yield self._pairwise("statements_cross_strict", self.core, is_cross=True)
        yield self._pairwise("statements_all", self.matched, is_cross=False)
        yield self._bcubed()
        yield self._relations("relations", is_coarse=False)
        yield self._relations("relations_coarse", is_coarse=True)

    def _pairwise(self, name: str, among: frozenset[str], *, is_cross: bool) -> Measure:
        """Pairs put into one statement; those that the gold calls only possible are neither right nor wrong."""
        wanted, possible, given = (_together(m, among) for m in (self.sure, self.wanted, self.given))
        given -= possible - wanted
        if is_cross:
            wanted, given = ({p for p in pairs if self._is_cross(p)} for pairs in (wanted, given))
        missed, false = (map(self._pair_case, sorted(pairs)) for pairs in (wanted - given, given - wanted))
        return one_to_one(name, len(wanted & given), len(given), len(wanted), missed, false)

    def _is_cross(self, pair: Together) -> bool:
        return self.gold.attributions[pair[0]].doc != self.gold.attributions[pair[1]].doc

    def _bcubed(self) -> Measure:
        """B-cubed (Bagga and Baldwin 1998), extended to overlapping clusters (Amigó et al. 2009)."""
        gold, given = (_with_loners(self.matched, m) for m in (self.wanted, self.given))
        precision = sum(_agreement(a, given, gold) for a in sorted(self.matched))
        recall = sum(_agreement(a, gold, given) for a in sorted(self.matched))
        return Measure("statements_bcubed", Count(precision, len(self.matched), recall, len(self.matched)))

    def _relations(self, name: str, *, is_coarse: bool) -> Measure:
        """Labels of pairs of readings that gold and edition both put into one statement."""
        wrong: list[Case] = []
        total = 0
        for statement, pair, given in self._common_pairs():
            accepted = statement.relations.get(frozenset(r.id for r in pair), frozenset())
            if is_coarse:
                accepted, given = _meanings(accepted), _meanings(given)
            total += 1
            if not accepted & given:
                wrong.append(self._relation_case(statement, pair, accepted, given))
        return share(name, total - len(wrong), total, wrong)

    def _common_pairs(self) -> Iterator[tuple[GoldStatement, tuple[Reading, Reading], Labels]]:
        """A gold statement, two of its readings, and what the edition says of their counterparts.

        Where several statements of the edition hold both, the one that shares most words with them speaks.
        """
        for statement in self.gold.statements:
            candidates = [(ours, self._counterparts(statement, ours)) for ours in self.edition.statements]
            candidates = [(ours, found) for ours, found in candidates if found]
            for a, b in combinations(statement.readings, 2):
                both = [(ours, found[a.id], found[b.id]) for ours, found in candidates if {a.id, b.id} <= found.keys()]
                if both:
                    ours, x, y = max(both, key=lambda found: (found[1][0] + found[2][0], found[0].id))
                    if x[1] != y[1]:
                        said = {r.relation for r in ours.relations if {r.a, r.b} == {x[1], y[1]}}
                        yield statement, (a, b), frozenset(said)

    def _counterparts(self, theirs: GoldStatement, ours: Statement) -> dict[str, tuple[int, str]]:
        """Gold reading -> words shared with, and id of, the reading of the same attribution that shares most."""
        found: dict[str, tuple[int, str]] = {}
        for reading in theirs.readings:
            about = self.matched & set(reading.attributions)
            words = self.texts.words(reading.spans)
            options = [
                (len(words & self.texts.words(r.spans)), r.id)
                for r in ours.readings
                if about & {self.named.get(key) for key in r.attributions}
            ]
            if options:
                found[reading.id] = max(options)
        return found

    def _pair_case(self, pair: Together) -> Case:
        a, b = (self.gold.attributions[key] for key in pair)
        note = f"with {self.texts.names[b.doc]}: {self.texts.quote(b.contents[0])}"
        return self.texts.case(a.doc, a.contents[0], note)

    def _relation_case(
        self, statement: GoldStatement, pair: tuple[Reading, Reading], accepted: Labels, given: Labels
    ) -> Case:
        a, b = pair
        said = f"gold {' or '.join(sorted(accepted)) or 'none'}, given {' or '.join(sorted(given)) or 'none'}"
        note = f"with {self.texts.names[b.witness]}: {self.texts.quote(b.spans)} | {said} ({statement.id})"
        return self.texts.case(a.witness, a.spans, note)


def _meanings(labels: Labels) -> Labels:
    return frozenset("same meaning" if label in SAME_MEANING else "changed meaning" for label in labels)


def _membership(statements: Iterable[GoldStatement | Statement], named: Mapping[str, str]) -> Membership:
    """Which statements each attribution serves; attributions without a name are passed over."""
    found: dict[str, set[str]] = defaultdict(set)
    for statement in statements:
        for reading in statement.readings:
            for key in reading.attributions:
                if key in named:
                    found[named[key]].add(statement.id)
    return {key: frozenset(ids) for key, ids in found.items()}


def _together(membership: Membership, among: frozenset[str]) -> set[Together]:
    """The pairs of these attributions that serve one statement."""
    members: dict[str, list[str]] = defaultdict(list)
    for key in sorted(membership.keys() & among):
        for statement in membership[key]:
            members[statement].append(key)
    return {pair for keys in members.values() for pair in combinations(keys, 2)}


def _with_loners(attributions: frozenset[str], membership: Membership) -> Membership:
    """The membership with everyone in it: who serves no statement has one to himself."""
    return {a: membership.get(a) or frozenset({f"only {a}"}) for a in attributions}


def _agreement(a: str, side: Membership, other: Membership) -> float:
    """The mean, over all who stand with this attribution on one side, of how far the other side agrees."""
    shared = [(len(side[a] & side[b]), len(other[a] & other[b])) for b in sorted(side) if side[a] & side[b]]
    return sum(min(n, m) / n for n, m in shared) / len(shared)
