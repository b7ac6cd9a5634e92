"""Descent that shared passages tell: who copied whom where dates, credits or a cut decide it, else one common text."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, product

from variorum.judge.origins import Passages
from variorum.judge.stemma.grounds import Kinship, Link
from variorum.judge.stemma.versions import Versions, first_words, precedes
from variorum.model import Direction, Reading, Reason, Reuse, ReuseKind, Span

BY_DATE = 0.65  # prose is shared and one is the older: the later comes from it, or both from a third
BY_CUT = 0.5  # prose is shared and one has nothing that the other lacks: the same, by less

SHARED: dict[ReuseKind, str] = {
    "copied": "have one passage",
    "shared-source": "word a passage much alike",
    "quotation": "have other sentences from one text, and both quote this",
}


class Copies:
    """The passages that documents share, and who copied whom as far as the passages themselves tell."""

    def __init__(self, passages: Passages) -> None:
        self._passages = passages
        self._later = {pair: _later(held) for pair, held in passages.items()}

    def grounds(self, versions: Versions) -> tuple[list[Link], list[Kinship]]:
        """Links where a direction is known and possible, kinships where it is not."""
        links: list[Link] = []
        kinships: list[Kinship] = []
        for pair in combinations(sorted(versions.by_witness), 2):
            for reuse in self._passages.get(pair, ()):
                for ground in self._grounds(reuse, pair, versions):
                    (links if isinstance(ground, Link) else kinships).append(ground)  # type: ignore[arg-type]
        return links, kinships

    def _grounds(self, reuse: Reuse, pair: tuple[str, str], versions: Versions) -> Iterator[Link | Kinship]:
        ours, theirs = (_touched(span, versions) for span in (reuse.a, reuse.b))
        for a, b in _partners(ours, theirs, versions):
            yield _ground(reuse, a, b, self._direction(reuse, pair), versions)

    def _direction(self, reuse: Reuse, pair: tuple[str, str]) -> Direction:
        """The passage's own direction; of a quotation, that of the prose which the two documents share."""
        later = self._later[pair]
        if reuse.direction != "unknown" or reuse.kind != "quotation" or not later:
            return reuse.direction
        return "a-from-b" if later == reuse.a.doc else "b-from-a"


def _later(passages: list[Reuse]) -> str | None:
    """The document that has all the copied prose of known direction from the other; None where it goes both ways."""
    held = {r.a.doc if r.direction == "a-from-b" else r.b.doc for r in passages if r.direction != "unknown"}
    return held.pop() if len(held) == 1 else None


def _touched(span: Span, versions: Versions) -> list[str]:
    return [r.id for r in versions.by_witness.get(span.doc, ()) if _stands(r, span)]


def _stands(reading: Reading, passage: Span) -> bool:
    return any(passage.touches(s) for s in reading.spans)


def _partners(ours: list[str], theirs: list[str], versions: Versions) -> Iterator[tuple[str, str]]:
    """Each reading with the one most like it on the other side, each pair once."""
    best = {(a, versions.nearest(a, theirs)) for a in ours} & {(versions.nearest(b, ours), b) for b in theirs}
    yield from ((a, b) for a, b in product(ours, theirs) if (a, b) in best)


def _ground(reuse: Reuse, a: str, b: str, direction: Direction, versions: Versions) -> Link | Kinship:
    """What one passage tells of two readings in it."""
    shared = Reason(
        feature="reuse",
        text=f"{versions.name(a)} and {versions.name(b)} {SHARED[reuse.kind]}: “{_words(reuse, versions)}”.",
        score=reuse.confidence,
        evidence=(reuse.a, reuse.b),
    )
    if direction != "unknown":
        child, parent = (a, b) if direction == "a-from-b" else (b, a)
        barred = versions.against(child, parent)
        if not barred:
            text = f"{versions.name(child)} has this from {versions.name(parent)}: “{_words(reuse, versions)}”."
            text += _why(reuse)
            return Link(child, parent, "copy", Reason(feature="reuse", text=text, score=reuse.confidence,
                                                      evidence=shared.evidence))  # fmt: skip
        return Kinship((a, b), reuse.kind, (shared, barred))
    return (_decided(reuse, a, b, versions) if reuse.kind == "copied" else None) or Kinship(
        tuple(sorted((a, b))), reuse.kind, (shared,)
    )


def _decided(reuse: Reuse, a: str, b: str, versions: Versions) -> Link | None:
    """A link where the dates or a cut tell the direction of copied prose."""
    for child, parent in ((a, b), (b, a)):
        names = versions.name(child), versions.name(parent)
        if precedes(versions.document(parent), versions.document(child)) and not versions.too_full(child, parent):
            text = (
                f"{names[0]} shares prose with {names[1]} (“{_words(reuse, versions)}”) and was published later "
                f"({versions.document(parent).published}, {versions.document(child).published})."
            )
            return _link(child, parent, "published later", text, BY_DATE, reuse)
        is_cut = versions.relation(a, b) == "trimmed" and versions.is_shorter(child, parent)
        if is_cut and versions.too_full(parent, child) and not versions.against(child, parent):
            text = (
                f"{names[0]} shares prose with {names[1]} (“{_words(reuse, versions)}”) and gives less of it: "
                f"the fuller version cannot come from the shorter."
            )
            return _link(child, parent, "cut", text, BY_CUT, reuse)
    return None


def _link(child: str, parent: str, feature: str, text: str, score: float, reuse: Reuse) -> Link:
    return Link(child, parent, "copy", Reason(feature=feature, text=text, score=min(score, reuse.confidence),
                                              evidence=(reuse.a, reuse.b)))  # fmt: skip


def _words(reuse: Reuse, versions: Versions) -> str:
    return first_words(versions.lookup.words(reuse.a))


def _why(reuse: Reuse) -> str:
    """The reason for the direction that was found with the passage."""
    told = [r.text for r in reuse.reasons if r.feature in ("credit line", "published before")]
    return f" {told[0]}" if told else ""
