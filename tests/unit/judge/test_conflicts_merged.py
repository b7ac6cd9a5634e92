"""Conflicts of one matter become one: the quick way finds what comparing all with all finds."""

from __future__ import annotations

import random

import pytest

from variorum.judge.conflicts.drawing import GRAVITY, _is_same_matter, _with, conflict, merged
from variorum.model import Conflict, Reason, Span


def drawn(*places: tuple[str, int], kind: str = "date", sure: float = 0.5, why: str = "dates") -> Conflict:
    spans = tuple(Span(doc, at, at + 4) for doc, at in places)
    reason = Reason(feature=why, text=f"{why} at {places}", evidence=spans)
    return conflict(kind, "When?", spans, severity="medium", confidence=sure, reasons=[reason])


def plainly(conflicts: list[Conflict]) -> tuple[Conflict, ...]:
    """Each one compared with all that were kept before it."""
    kept: list[Conflict] = []
    for found in sorted(conflicts, key=lambda c: (-c.confidence, GRAVITY[c.severity], c.id)):
        at = next((n for n, k in enumerate(kept) if k.kind == found.kind and _is_same_matter(k, found)), None)
        if at is None:
            kept.append(found)
        else:
            kept[at] = _with(kept[at], found)
    return tuple(sorted(kept, key=lambda c: (GRAVITY[c.severity], -c.confidence, c.id)))


def test_two_shared_places_make_one_matter_and_the_surest_takes_up_the_rest():
    surest, other = drawn(("a", 0), ("b", 0), sure=0.9), drawn(("a", 1), ("b", 1), ("c", 0), sure=0.4)
    (found,) = merged([other, surest])
    assert (found.confidence, [s.doc for s in found.evidence]) == (0.9, ["a", "b", "c"])


def test_conflicts_of_two_kinds_or_of_other_documents_stay_apart():
    held = [drawn(("a", 0), ("b", 0)), drawn(("a", 0), ("b", 0), kind="number"), drawn(("c", 0), ("d", 0))]
    assert len(merged(held)) == 3


@pytest.mark.parametrize("seed", range(20))
def test_it_is_the_same_as_comparing_all_with_all(seed):
    chance = random.Random(seed)
    held = [
        drawn(
            *((chance.choice("abcd"), chance.randrange(0, 40, 2)) for _ in range(chance.randint(1, 3))),
            kind=chance.choice(["date", "number"]),
            sure=chance.choice([0.3, 0.5, 0.7]),
            why=chance.choice(["dates", "slips"]),
        )
        for _ in range(60)
    ]
    assert merged(held) == plainly(held)
    assert len(merged(held)) < len(held)
