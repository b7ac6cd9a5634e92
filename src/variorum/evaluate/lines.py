"""Measures of independence: which witnesses of a statement are said to go back to one origin."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import combinations

from variorum.evaluate.gold import Gold, GoldStatement
from variorum.evaluate.matching import Matching
from variorum.evaluate.measures import Case, Measure, one_to_one, share
from variorum.model import Edition

Together = tuple[str, str, str]  # gold statement, and two documents that have one origin for it, the smaller first
Groups = Iterable[Iterable[str]]


class LineMeasures:
    """All measures over the statements that the edition has too, and the documents that both name for them."""

    def __init__(self, gold: Gold, edition: Edition, matching: Matching) -> None:
        self.gold = gold
        self.named = {p.given.id: p.gold.id for p in matching.pairs}
        self.lines = {line.statement: line.groups for line in edition.lines}
        self.docs = {s.id: {r.witness for r in s.readings} for s in edition.statements}
        self.of = {
            s.id: Counter(self.named[a] for r in s.readings for a in r.attributions if a in self.named)
            for s in edition.statements
        }

    def all(self) -> Iterator[Measure]:
        """The measures in the order in which they are shown; none where the gold says nothing of independence."""
        if self.gold.lines:
            yield from self._measures()

    def _measures(self) -> Iterator[Measure]:
        wanted, given = set[Together](), set[Together]()
        wrong, total = list[Case](), 0
        for statement in self.gold.statements:
            ours = self._counterpart(statement)
            theirs = self.gold.lines.get(statement.id)
            if ours is None or theirs is None:
                continue
            known = self.docs[ours] & {doc for group in theirs for doc in group}
            if len(known) < len(("one", "two")):
                continue
            groups = self.lines.get(ours, ()) or [[doc] for doc in sorted(known)]
            wanted |= _together(statement.id, theirs, known)
            given |= _together(statement.id, groups, known)
            total += 1
            numbers = [len(_within(g, known)) for g in (theirs, groups)]
            if numbers[0] != numbers[1]:
                wrong.append(self._case(statement.id, sorted(known)[0], f"gold {numbers[0]}, given {numbers[1]} lines"))
        missed, false = (map(self._pair_case, sorted(pairs)) for pairs in (wanted - given, given - wanted))
        yield one_to_one("lines", len(wanted & given), len(given), len(wanted), missed, false)
        yield share("lines_counted", total - len(wrong), total, wrong)

    def _counterpart(self, statement: GoldStatement) -> str | None:
        """The statement of the edition that has most of this one's attributions; None where none has two."""
        own = {a for r in statement.readings for a in r.attributions}
        shared = {key: sum(n for a, n in held.items() if a in own) for key, held in self.of.items()}
        best = max(sorted(shared), key=lambda key: shared[key], default=None)
        return best if best is not None and shared[best] > 1 else None

    def _case(self, statement: str, doc: str, note: str) -> Case:
        label = next(s.label for s in self.gold.statements if s.id == statement)
        return Case(self.gold.names.get(doc, doc), 0, label, f"{statement}: {note}")

    def _pair_case(self, pair: Together) -> Case:
        statement, one, other = pair
        return self._case(statement, one, f"with {self.gold.names.get(other, other)}")


def _together(statement: str, groups: Groups, known: set[str]) -> set[Together]:
    return {(statement, x, y) for group in _within(groups, known) for x, y in combinations(sorted(group), 2)}


def _within(groups: Groups, known: set[str]) -> list[set[str]]:
    """The groups, of the documents known alone; none that has none of them."""
    found = [set(group) & known for group in groups]
    return [group for group in found if group]
