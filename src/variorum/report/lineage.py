"""Who rests on whom: from each document through the reporters it cites to the occasions they tell of."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise

from variorum.model import Attribution
from variorum.report.places import Quote
from variorum.report.references import Named, References

Path = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """One box of the drawing: a document, a reporter or an occasion, and where the page tells more of it."""

    key: str
    kind: str
    name: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Edge:
    """One line of the drawing: how often the left rests on the right."""

    left: str
    right: str
    weight: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RestView:
    """One way by which a document comes by what it tells, with the words that show it."""

    siglum: str
    document: str
    via: tuple[Named, ...]
    occasion: Named | None
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LineageView:
    """The boxes in columns from left to right, the lines between them, and the same as rows."""

    columns: tuple[tuple[Node, ...], ...]
    edges: tuple[Edge, ...]
    copies: tuple[Edge, ...]
    rests: tuple[RestView, ...]


def lineage_view(refs: References) -> LineageView:
    """Documents at the left, those they cite next to them, occasions at the right."""
    paths = _paths(refs)
    nodes = {key: _node(key, refs) for path in paths for key in path}
    nodes |= {_document(d.id): _node(_document(d.id), refs) for d in refs.places.documents}
    weights: dict[tuple[str, str], int] = defaultdict(int)
    for path, told in paths.items():
        for left, right in pairwise(path):
            weights[left, right] += len(told)
    edges = tuple(Edge(left, right, n) for (left, right), n in sorted(weights.items()))
    return LineageView(
        columns=_columns(nodes, paths, edges),
        edges=edges,
        copies=_copies(refs),
        rests=tuple(_rest(path, paths[path], refs) for path in sorted(paths, key=lambda p: _row(p, refs))),
    )


def _document(key: str) -> str:
    return f"document:{key}"


def _paths(refs: References) -> dict[Path, list[Attribution]]:
    """The ways words come into the documents, with the attributions that come by each."""
    paths: dict[Path, list[Attribution]] = defaultdict(list)
    for attribution in sorted(refs.edition.attributions, key=lambda a: (a.content, a.id)):
        if attribution.doc not in refs.lookup.documents:
            continue
        path = [_document(attribution.doc), *(f"actor:{key}" for key in _via(attribution, refs))]
        if attribution.occasion in refs.lookup.occasions:
            path.append(f"occasion:{attribution.occasion}")
        if len(path) > 1:
            paths[tuple(path)].append(attribution)
    return dict(paths)


def _via(attribution: Attribution, refs: References) -> list[str]:
    """The cited reporters, outermost first; the last speaker only where it is itself a paper or an outlet."""
    hops = [h.actor for h in refs.reporters(attribution)]
    last = refs.lookup.actors.get(hops[-1] or "") if hops else None
    kept = hops if last and last.kind in ("document", "outlet") else hops[:-1]
    return list(dict.fromkeys(key for key in kept if key in refs.lookup.actors and key))


def _node(key: str, refs: References) -> Node:
    kind, _, own = key.partition(":")
    if kind == "document":
        name = f"{refs.places.siglum(own)}  {refs.title(own)}"
        return Node(key=key, kind="document", name=name, anchor=refs.places.anchor(own))
    if kind == "occasion":
        back = refs.occasion(refs.lookup.occasions[own])
        return Node(key=key, kind="occasion", name=back.title or back.label, anchor=back.anchor)
    named = refs.named(own)
    is_written = refs.lookup.actors[own].kind in ("outlet", "document")
    return Node(key=key, kind="outlet" if is_written else "person", name=named.name, anchor=named.anchor)


def _columns(
    nodes: dict[str, Node], paths: dict[Path, list[Attribution]], edges: tuple[Edge, ...]
) -> tuple[tuple[Node, ...], ...]:
    """The boxes by how far they stand from the documents, occasions last, each beside what leads to it."""
    depth = dict.fromkeys(nodes, 0)
    for path in paths:
        for n, key in enumerate(path):
            depth[key] = max(depth[key], n)
    reporters = [depth[key] for key, node in nodes.items() if node.kind != "occasion"]
    columns: list[list[str]] = [[] for _ in range(max(reporters, default=0) + 2)]
    for key, node in nodes.items():
        columns[-1 if node.kind == "occasion" else depth[key]].append(key)
    before: dict[str, list[str]] = defaultdict(list)
    for edge in edges:
        before[edge.right].append(edge.left)
    place: dict[str, float] = {}
    for column in columns:
        column.sort(key=lambda k: (_middle(before[k], place), nodes[k].name, k))
        place |= {key: n / len(column) for n, key in enumerate(column)}
    return tuple(tuple(nodes[k] for k in column) for column in columns if column)


def _middle(before: list[str], place: dict[str, float]) -> float:
    """The mean height of what leads to a box, so that few lines cross."""
    heights = [place[k] for k in before if k in place]
    return sum(heights) / len(heights) if heights else 0.0


def _copies(refs: References) -> tuple[Edge, ...]:
    """Which documents share passages, from the copy to what it was copied from where that is known."""
    found: dict[tuple[str, str], int] = defaultdict(int)
    for reuse in refs.edition.reuse:
        ends = [_document(x.doc) for x in (reuse.a, reuse.b) if x.doc in refs.lookup.documents]
        if len(set(ends)) == 2:
            left, right = ends if reuse.direction != "b-from-a" else reversed(ends)
            found[left, right] += 1
    return tuple(Edge(left, right, n) for (left, right), n in sorted(found.items()))


def _row(path: Path, refs: References) -> tuple[int, tuple[str, ...]]:
    return refs.places.numbers[path[0].partition(":")[2]], tuple(_node(k, refs).name for k in path[1:])


def _rest(path: Path, told: list[Attribution], refs: References) -> RestView:
    nodes = [_node(k, refs) for k in path]
    occasions = [Named(n.name, n.anchor) for n in nodes if n.kind == "occasion"]
    return RestView(
        siglum=refs.places.siglum(told[0].doc),
        document=nodes[0].anchor,
        via=tuple(Named(n.name, n.anchor) for n in nodes[1:] if n.kind != "occasion"),
        occasion=occasions[0] if occasions else None,
        quotes=refs.places.quotes((s for a in told for s in a.content), "content"),
    )
