"""Which version of a statement comes from which: grounds for descent, and the tree that they bear.

A reading comes from another where its document says so (`credited`), where the passage around it was copied
(`copied`), or where one document gives it twice (`within`). Readings that share what only they have go back to one
text (`errors`, after the method of Lachmann: agreement in error, never in what is right). `growth` makes the tree;
what no ground decides stays unknown.
"""

from __future__ import annotations

from typing import ClassVar

from variorum.config import Settings
from variorum.judge.credits import all_credits
from variorum.judge.origins import passages_between
from variorum.judge.stemma import copied, credited, errors, within
from variorum.judge.stemma.growth import Tree
from variorum.judge.stemma.leaves import described
from variorum.judge.stemma.versions import Versions
from variorum.lookup import Lookup
from variorum.model import Conflict, Edition, Line, Spans, Statement, Stemma


class GroundedStemmatist:
    """Draws an edge where a credit, a copied passage, a repetition or a shared error bears it, and no other."""

    name: ClassVar[str] = "judge.stemma/1"

    def __init__(self, settings: Settings) -> None:
        self.settings = settings

    def stemmata(self, edition: Edition) -> tuple[Stemma, ...]:
        """One stemma for each statement in several readings, in the order of the statements' ids."""
        lookup = Lookup(edition)
        credit_lines = all_credits(lookup)
        passages = copied.Copies(passages_between(edition))
        lines = {line.statement: line for line in edition.lines}
        damaged = _damaged(edition.conflicts)
        found = []
        for statement in sorted(edition.statements, key=lambda s: s.id):
            versions = Versions(statement, lookup)
            if len(versions.readings) > 1:
                tree = Tree(versions)
                links, rests = credited.grounds(versions, credit_lines)
                copies, kinships = passages.grounds(versions)
                tree.link([*links, *copies, *within.links(versions)])
                tree.join([*kinships, *errors.kinships(versions, _lines(statement, lines), damaged)])
                tree.rest(rests)
                found.append(described(tree))
        return tuple(found)


def _damaged(conflicts: tuple[Conflict, ...]) -> Spans:
    return tuple(sorted({e for c in conflicts if c.kind == "suspected-corruption" for e in c.evidence}))


def _lines(statement: Statement, lines: dict[str, Line]) -> dict[str, int]:
    """Witness -> the number of its line; each its own where the lines are not known."""
    held = lines.get(statement.id)
    groups = held.groups if held else tuple((w,) for w in sorted({r.witness for r in statement.readings}))
    return {witness: n for n, group in enumerate(groups) for witness in group}
