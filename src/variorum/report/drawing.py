"""Where the boxes, lines and points of the drawings stand; templates set them down as SVG."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from textwrap import wrap

from variorum.report.lineage import LineageView, Node
from variorum.report.timeline import EventView
from variorum.report.words import shortened

# Lengths in SVG units, one to a CSS pixel at full size; chosen by eye on a page 1,000 wide.
BOX, GAP, ROW, PAD = 214, 60, 52, 12
LINE = 32  # characters of 13-unit type that fit a box
LONGEST_COLUMN = 80  # boxes drawn in one column; the table holds the rest
AXIS, LANE, MARGIN, LETTER = 1000, 24, 16, 6.3
MOST_LABELLED = 200  # entries that get words beside their mark; beyond, marks alone, and the table tells


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A node with its place, its name broken into lines."""

    node: Node
    x: int
    y: int
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Curve:
    """A line from one box to another."""

    path: str
    title: str
    width: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """The lineage as boxes and curves; `missing` counts the boxes that found no room."""

    width: int
    height: int
    boxes: tuple[Box, ...]
    curves: tuple[Curve, ...]
    arcs: tuple[Curve, ...]
    missing: int
    box_width: int = BOX
    box_height: int = ROW - 12


def lineage_drawing(view: LineageView) -> Drawing:
    """The lineage laid out in columns, documents at the left; arcs at their side tie copies together."""
    boxes: dict[str, Box] = {}
    tallest = max((len(c[:LONGEST_COLUMN]) for c in view.columns), default=0)
    left = PAD + (70 if view.copies else 0)
    for n, column in enumerate(view.columns):
        drawn = column[:LONGEST_COLUMN]
        apart = min(tallest * ROW / max(len(drawn), 1), 4 * ROW)  # spread out, but within sight of one another
        top = PAD + (tallest * ROW - apart * len(drawn)) / 2 + (apart - ROW) / 2
        for m, node in enumerate(drawn):
            y = round(top + m * apart)
            boxes[node.key] = Box(node=node, x=left + n * (BOX + GAP), y=y, lines=_lines(node.name))
    edges = [(boxes[e.left], boxes[e.right], e.weight) for e in view.edges if e.left in boxes and e.right in boxes]
    copies = [(boxes[e.left], boxes[e.right], e.weight) for e in view.copies if e.left in boxes and e.right in boxes]
    return Drawing(
        width=left + len(view.columns) * (BOX + GAP) - GAP + PAD,
        height=tallest * ROW + 2 * PAD,
        boxes=tuple(boxes.values()),
        curves=tuple(_curve(a, b, n) for a, b, n in edges),
        arcs=tuple(_arc(a, b, n) for a, b, n in copies),
        missing=sum(len(c[LONGEST_COLUMN:]) for c in view.columns),
    )


def _lines(name: str) -> tuple[str, ...]:
    """The name on one line or two."""
    capitals = sum(c.isupper() for c in name) / max(len(name), 1)
    room = int(LINE / (1 + 0.4 * capitals))  # capitals are wider by two fifths
    lines = wrap(name, room) or [name]
    return (lines[0], shortened(" ".join(lines[1:]), room)) if len(lines) > 1 else (lines[0],)


def _curve(a: Box, b: Box, weight: int) -> Curve:
    x1, y1, x2, y2 = a.x + BOX, a.y + ROW // 2 - 6, b.x, b.y + ROW // 2 - 6
    if x2 <= x1:  # back to an earlier column: leave and enter at the same side
        x2 = b.x + BOX
    bend = max(abs(x2 - x1) // 2, 40)
    enter = x2 - bend if b.x > a.x else x2 + bend
    return Curve(
        path=f"M{x1} {y1}C{x1 + bend} {y1} {enter} {y2} {x2} {y2}",
        title=f"{a.node.name} → {b.node.name}: {weight}",
        width=_width(weight),
    )


def _arc(a: Box, b: Box, weight: int) -> Curve:
    y1, y2 = a.y + ROW // 2 - 6, b.y + ROW // 2 - 6
    reach = a.x - min(62, 18 + abs(y2 - y1) // 4)
    return Curve(
        path=f"M{a.x} {y1}C{reach} {y1} {reach} {y2} {b.x} {y2}",
        title=f"{a.node.name} ↔ {b.node.name}: {weight} shared",
        width=_width(weight),
    )


def _width(weight: int) -> float:
    return round(min(1 + sqrt(weight) / 2, 5), 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One timeline entry with its place: a bar where it lasts, a dot where it does not."""

    event: EventView
    x: float
    width: float
    y: int
    is_bar: bool
    is_vague: bool
    label: str
    label_x: float
    label_anchor: str


@dataclass(frozen=True, slots=True)
class Tick:
    """A year on the axis."""

    x: float
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """The timeline as points over an axis of years."""

    width: int
    height: int
    points: tuple[Point, ...]
    ticks: tuple[Tick, ...]
    is_labelled: bool


def timeline_chart(events: Sequence[EventView]) -> Chart:
    """The dated entries over an axis of years, each on the first lane with room for it and its words."""
    dated = [e for e in events if e.when.first is not None or e.when.last is not None]
    if not dated:
        return Chart(width=AXIS, height=0, points=(), ticks=(), is_labelled=False)
    years = [y for e in dated for y in (e.when.first, e.when.last) if y is not None]
    step = _step(max(years) - min(years))
    begin = int(min(years) // step * step)
    end = max(-int(-max(years) // step) * step, begin + step)
    scale = (AXIS - 2 * MARGIN) / (end - begin)
    lanes: list[float] = []
    points = []
    for event in dated:
        first = event.when.first if event.when.first is not None else begin
        last = event.when.last if event.when.last is not None else end
        x1, x2 = MARGIN + (first - begin) * scale, MARGIN + (last - begin) * scale
        points.append(_point(event, x1, x2, lanes, len(dated) <= MOST_LABELLED))
    ticks = tuple(Tick(round(MARGIN + (y - begin) * scale, 1), _year(y)) for y in range(begin, end + 1, step))
    height = len(lanes) * LANE + 48
    return Chart(width=AXIS, height=height, points=tuple(points), ticks=ticks, is_labelled=len(dated) <= MOST_LABELLED)


def _point(event: EventView, x1: float, x2: float, lanes: list[float], is_labelled: bool) -> Point:
    is_bar = x2 - x1 > 9
    label = shortened(f"{event.when.words}: {event.back.title}", 64) if is_labelled else ""
    room = len(label) * LETTER + 14
    is_right = x2 + room <= AXIS
    left, right = (x1, x2 + room) if is_right else (max(x1 - room, 0), x2)
    lane = next((n for n, used in enumerate(lanes) if used + 6 <= left), len(lanes))
    lanes[lane:lane] = [0.0] if lane == len(lanes) else []
    lanes[lane] = right
    return Point(
        event=event,
        x=round(x1 if is_bar else (x1 + x2) / 2, 1),
        width=round(x2 - x1, 1),
        y=36 + lane * LANE + LANE // 2,
        is_bar=is_bar,
        is_vague=event.when.is_approximate or event.when.is_uncertain,
        label=label,
        label_x=round(max(x2, (x1 + x2) / 2 + 5) + 7 if is_right else min(x1, (x1 + x2) / 2 - 5) - 7, 1),
        label_anchor="start" if is_right else "end",
    )


def _step(stretch: float) -> int:
    """Years between ticks: the first handy number that gives about ten of them."""
    size = 1
    while True:
        for factor in (1, 2, 5):
            if stretch / (size * factor) <= 10:
                return size * factor
        size *= 10


def _year(year: int) -> str:
    return str(year) if year > 0 else f"{1 - year} BC"
