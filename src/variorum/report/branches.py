"""Where the knots and branches of a stemma stand: ancestors above, descendants below, as stemmata are printed."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from variorum.report.stemmata import DescentView, Knot, StemmaView

# Lengths in SVG units, one to a CSS pixel; a column holds the longest word for a kind of descent in 11-unit type.
COLUMN, STEP, RADIUS, PAD, TOP = 84, 76, 17, 8, 26
LETTER = 8.6  # of a siglum in 13-unit type: longer ones have a wider knot


@dataclass(frozen=True, slots=True)
class Placed:
    """A knot with its place; `is_open` where something must stand above it and nothing decides what."""

    knot: Knot
    x: float
    y: int
    width: float
    is_open: bool


@dataclass(frozen=True, slots=True)
class Branch:
    """A line down to a descendant, the kind of descent written above it; `is_lost` where it comes from no reading."""

    path: str
    words: str
    x: float
    y: int
    is_lost: bool


@dataclass(frozen=True, slots=True)
class Trees:
    """A stemma laid out, its trees side by side."""

    width: int
    height: int
    placed: tuple[Placed, ...]
    branches: tuple[Branch, ...]


def trees(view: StemmaView) -> Trees:
    """The stemma as a drawing: each knot over the middle of what comes from it."""
    by_child = {d.child.key: d for d in view.descents}
    below: dict[str | None, list[str]] = defaultdict(list)
    for d in view.descents:
        below[_above(d, by_child)].append(d.child.key)
    place: dict[str, tuple[float, int]] = {}
    columns = 0
    for key, depth in _upwards(below):
        under = [place[k][0] for k in below[key]]
        if not under:
            columns += 1
        x = (under[0] + under[-1]) / 2 if under else PAD + (columns - 0.5) * COLUMN
        place[key] = x, TOP + RADIUS + depth * STEP
    deepest = max((y for _, y in place.values()), default=TOP)
    return Trees(
        width=2 * PAD + max(columns, 1) * COLUMN,
        height=deepest + RADIUS + PAD,
        placed=tuple(_placed(d, place, by_child) for d in view.descents if d.child.key in place),
        branches=tuple(_branch(d, place) for d in view.descents if d.child.key in place and _above(d, by_child)),
    )


def _above(descent: DescentView, held: dict[str, DescentView]) -> str | None:
    """The key of the parent, if it is in the drawing."""
    return descent.parent.key if descent.parent and descent.parent.key in held else None


def _upwards(below: dict[str | None, list[str]]) -> list[tuple[str, int]]:
    """The knots with their depth, each after all that comes from it, from left to right."""
    found: list[tuple[str, int]] = []
    waiting = [(key, 0) for key in below[None]]
    while waiting:
        key, depth = waiting.pop()
        found.append((key, depth))
        waiting += [(k, depth + 1) for k in below[key]]
    return found[::-1]


def _placed(descent: DescentView, place: dict[str, tuple[float, int]], held: dict[str, DescentView]) -> Placed:
    x, y = place[descent.child.key]
    width = max(2 * RADIUS, round(len(descent.child.name) * LETTER + 14, 1))
    return Placed(descent.child, round(x, 1), y, width, _above(descent, held) is None and not descent.child.is_named)


def _branch(descent: DescentView, place: dict[str, tuple[float, int]]) -> Branch:
    assert descent.parent is not None  # the caller asks for edges alone
    (x1, y1), (x2, y2) = place[descent.parent.key], place[descent.child.key]
    bend = y1 + RADIUS + 14
    path = f"M{round(x1, 1)} {y1 + RADIUS}V{bend}H{round(x2, 1)}V{y2 - RADIUS}"
    return Branch(path, descent.words, round(x2, 1), y2 - RADIUS - 12, not descent.parent.is_reading)
