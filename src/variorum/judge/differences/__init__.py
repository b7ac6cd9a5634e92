"""What two readings differ in, one kind a module; each difference names its words and its weight."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from variorum.judge.alike import Comparison
from variorum.judge.differences import acts, agents, conditions, dates, names, polarity, quantities, slips, strength
from variorum.judge.differences.difference import Difference

Comparer = Callable[[Comparison], Iterator[Difference]]

COMPARERS: tuple[Comparer, ...] = (
    polarity.stances,
    polarity.denials,
    polarity.opposites,
    polarity.modifiers,
    strength.modals,
    strength.hedges,
    strength.times,
    quantities.numbers,
    quantities.quantifiers,
    names.names,
    names.reversals,
    slips.lookalikes,
    dates.dates,
    conditions.conditions,
    agents.agents,
    agents.addressees,
    acts.acts,
)

__all__ = ["COMPARERS", "Difference", "differences"]


def differences(comparison: Comparison) -> tuple[Difference, ...]:
    """All differences between two readings, the gravest first."""
    found = {(d.feature, d.left, d.right): d for comparer in COMPARERS for d in comparer(comparison)}
    return tuple(sorted(found.values(), key=lambda d: (-d.is_opposed, -d.weight, d.feature, d.left, d.right)))
