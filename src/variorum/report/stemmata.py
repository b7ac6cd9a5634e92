"""Stemmata as the page shows them: a small tree for each statement where anything decides, and its edges in words."""

from __future__ import annotations

from dataclasses import dataclass

from variorum.model import Ancestor, Descent, Reading, Statement, Stemma
from variorum.report.places import Back, Quote
from variorum.report.references import ReasonView, References
from variorum.report.statements import reading_names
from variorum.report.words import Confidence, confidence, shown

MOST = 300  # stemmata on one page; the others are in edition.json


@dataclass(frozen=True, slots=True, kw_only=True)
class Knot:
    """A reading or a common text: its siglum, and the words that it has, or what it is and whether that is told."""

    key: str
    name: str
    quotes: tuple[Quote, ...] = ()
    label: str = ""
    is_reading: bool = True
    is_named: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DescentView:
    """Where a reading or a common text comes from; `parent` is None where nothing decides."""

    child: Knot
    parent: Knot | None
    words: str
    confidence: Confidence
    reasons: tuple[ReasonView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StemmaView:
    """One statement's stemma: every edge after the one above it."""

    back: Back
    anchor: str
    descents: tuple[DescentView, ...]


@dataclass(frozen=True, slots=True)
class Stemmata:
    """The stemmata in which something is decided, those of most told statements first, and how many are not shown."""

    drawn: tuple[StemmaView, ...]
    undecided: int
    left_out: int


def stemmata_view(refs: References) -> Stemmata:
    """All stemmata with at least one edge; of statements in which nothing decides there is only the number."""
    held = {x.statement: x for x in refs.edition.stemmata}
    known = [(s, held[s.id]) for s in refs.statements if s.id in held]
    decided = [(s, x) for s, x in known if any(d.parent for d in x.descents)]
    drawn = tuple(_stemma(s, x, refs) for s, x in decided[:MOST])
    return Stemmata(drawn, len(known) - len(decided), len(decided[MOST:]))


def _stemma(statement: Statement, stemma: Stemma, refs: References) -> StemmaView:
    back = refs.statement(statement)
    knots = {a.id: _ancestor(a) for a in stemma.ancestors}
    names = reading_names(statement, refs)
    knots |= {r.id: _reading(r, names[r.id], refs, back) for r in statement.readings}
    return StemmaView(
        back=back,
        anchor=f"stemma-of-{back.anchor}",
        descents=tuple(_descent(d, knots, refs, back) for d in stemma.descents if d.child in knots),
    )


def _ancestor(ancestor: Ancestor) -> Knot:
    return Knot(
        key=ancestor.id,
        name=shown(ancestor.siglum),
        label=shown(ancestor.label),
        is_reading=False,
        is_named=ancestor.is_named,
    )


def _reading(reading: Reading, name: str, refs: References, back: Back) -> Knot:
    label = f"a reading of statement {back.label}"
    return Knot(key=reading.id, name=name, quotes=refs.places.quotes(reading.spans, "reading", label, back))


def _descent(descent: Descent, knots: dict[str, Knot], refs: References, back: Back) -> DescentView:
    return DescentView(
        child=knots[descent.child],
        parent=knots.get(descent.parent or ""),
        words=shown(descent.kind),
        confidence=confidence(descent.confidence),
        reasons=refs.reasons(descent.reasons, f"tells where a reading of {back.label} comes from", back),
    )
