"""Statements as the page shows them: every reading, how it got here, and how it differs from the others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from variorum.model import Attribution, Line, Reading, Relation, Statement
from variorum.report.apparatus import Cell, Grid, Run, grid
from variorum.report.edtf import When, when
from variorum.report.places import Back, Quote
from variorum.report.references import Named, ReasonView, References, is_doubtful
from variorum.report.words import MODES, POLARITIES, RELATIONS, Confidence, confidence, count, shown


@dataclass(frozen=True, slots=True)
class HopView:
    """One reporter of a chain, with the words that name him where the document does."""

    who: Named
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationView:
    """How two readings of a statement relate."""

    a: str
    b: str
    kind: str
    words: str
    confidence: Confidence
    reasons: tuple[ReasonView, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """One unbroken part of a reading, its words divided where they differ from the base reading."""

    quote: Quote
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingView:
    """One witness's form of a statement; `relation` is to the base reading."""

    name: str
    document: str
    title: str
    passages: tuple[Passage, ...]
    chain: tuple[HopView, ...]
    manner: str
    cells: tuple[Cell, ...]
    is_base: bool
    relation: RelationView | None


@dataclass(frozen=True, slots=True)
class LinesView:
    """Which witnesses hang together: the sigla of each independent line, and why."""

    groups: tuple[str, ...]
    reasons: tuple[ReasonView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementView:
    """One utterance in all its versions; `doubt` is how likely the surest link is, where none is sure."""

    back: Back
    speaker: Named
    audience: tuple[Named, ...]
    occasions: tuple[Back, ...]
    date: When | None
    extent: str
    doubt: Confidence | None
    lines: LinesView | None
    readings: tuple[ReadingView, ...]
    is_aligned: bool
    columns: int
    relations: tuple[RelationView, ...]
    reasons: tuple[ReasonView, ...]
    conflicts: tuple[Back, ...]


def statement_views(refs: References) -> tuple[StatementView, ...]:
    """All statements, those with most witnesses first; those that may be no one utterance last."""
    lines = {x.statement: x for x in refs.edition.lines}
    return tuple(_statement(s, lines.get(s.id), refs) for s in refs.statements)


def _statement(statement: Statement, line: Line | None, refs: References) -> StatementView:
    back = refs.statement(statement)
    occasion = refs.lookup.occasions.get(statement.occasion or "")
    drawn = grid(statement, refs.lookup)
    ordered = _ordered(statement, refs)
    names = reading_names(statement, refs)
    base = drawn.base or _fullest(ordered, refs)
    relations = {(r.a, r.b): _relation(r, names, refs, back) for r in statement.relations}
    ordered.sort(key=lambda r: r.id != base)
    return StatementView(
        back=back,
        speaker=refs.named(statement.speaker),
        audience=tuple(map(refs.named, statement.audience)),
        occasions=refs.occasions_named(statement.occasion),
        date=when(occasion.date) if occasion and occasion.date else None,
        extent=_extent(statement, line),
        doubt=confidence(max(r.score for r in statement.reasons)) if is_doubtful(statement) else None,
        lines=_lines(line, refs, back) if line else None,
        readings=tuple(
            _reading(r, names, base, drawn, relations.get((base, r.id)) or relations.get((r.id, base)), refs, back)
            for r in ordered
        ),
        is_aligned=bool(drawn.rows),
        columns=max((len(cells) for cells in drawn.rows.values()), default=0),
        relations=tuple(sorted(relations.values(), key=lambda r: (_rank(r.a, names), _rank(r.b, names)))),
        reasons=refs.reasons(statement.reasons, f"evidence of statement {back.label}", back),
        conflicts=refs.conflicts_of(statement),
    )


def _ordered(statement: Statement, refs: References) -> list[Reading]:
    return sorted(statement.readings, key=lambda r: (refs.places.numbers.get(r.witness, 0), r.spans, r.id))


def _fullest(readings: Sequence[Reading], refs: References) -> str:
    """Where no apparatus tells the base reading: the longest in the witness's quotation marks, else the longest."""

    def key(reading: Reading) -> tuple[bool, int]:
        held = (refs.lookup.attributions.get(a) for a in reading.attributions)
        return any(a and a.mode == "direct" for a in held), sum(s.end - s.start for s in reading.spans)

    return max(readings, key=key).id if readings else ""


def _rank(name: str, names: dict[str, str]) -> int:
    return list(names.values()).index(name)


def reading_names(statement: Statement, refs: References) -> dict[str, str]:
    """Reading id -> siglum, with a number where a witness has several readings; in the order of the page."""
    readings = _ordered(statement, refs)
    witnesses = [r.witness for r in readings]
    names = {}
    for n, reading in enumerate(readings):
        siglum = refs.places.siglum(reading.witness)
        nth = witnesses[: n + 1].count(reading.witness)
        names[reading.id] = f"{siglum}.{nth}" if witnesses.count(reading.witness) > 1 else siglum
    return names


def _reading(
    reading: Reading,
    names: dict[str, str],
    base: str,
    drawn: Grid,
    relation: RelationView | None,
    refs: References,
    back: Back,
) -> ReadingView:
    attributions = [refs.lookup.attributions[a] for a in reading.attributions if a in refs.lookup.attributions]
    return ReadingView(
        name=names[reading.id],
        document=refs.places.anchor(reading.witness),
        title=refs.title(reading.witness) if reading.witness in refs.lookup.documents else "",
        passages=_passages(reading, drawn, refs, back),
        chain=chain(attributions[0], refs) if attributions else (),
        manner=manner(attributions[0]) if attributions else "",
        cells=drawn.rows.get(reading.id, ()),
        is_base=reading.id == base,
        relation=relation,
    )


def _passages(reading: Reading, drawn: Grid, refs: References, back: Back) -> tuple[Passage, ...]:
    label = f"a reading of statement {back.label}"
    divided = drawn.runs.get(reading.id) or ((),) * len(reading.spans)
    return tuple(
        Passage(quote, runs or (Run(quote.words),))
        for span, runs in zip(reading.spans, divided, strict=True)
        for quote in refs.places.quotes((span,), "reading", label, back)
    )


def chain(attribution: Attribution, refs: References) -> tuple[HopView, ...]:
    """The reporters through whom the words reach us, outermost first, each with the words that name him."""
    hops = refs.reporters(attribution)
    if not hops:
        quotes = refs.places.quotes(attribution.source, "source", "names who speaks")
        return (HopView(refs.named(attribution.speaker), quotes),)
    return tuple(
        HopView(refs.named(h.actor), refs.places.quotes(h.evidence, "source", "names who reports")) for h in hops
    )


def manner(attribution: Attribution) -> str:
    """How the words are given: quoted, partly quoted or in indirect speech; denied or questioned."""
    polarity = POLARITIES.get(attribution.polarity, "")
    return ", ".join(filter(None, [MODES.get(attribution.mode, attribution.mode), polarity]))


def _relation(relation: Relation, names: dict[str, str], refs: References, back: Back) -> RelationView:
    return RelationView(
        a=names.get(relation.a, "?"),
        b=names.get(relation.b, "?"),
        kind=shown(relation.relation),
        words=RELATIONS.get(relation.relation, shown(relation.relation)),
        confidence=confidence(relation.confidence),
        reasons=refs.reasons(relation.reasons, f"compared in statement {back.label}", back),
    )


def _extent(statement: Statement, line: Line | None) -> str:
    """How many readings there are, in how many documents, and on how many origins these rest."""
    readings = count(len(statement.readings), "reading")
    said = f"{readings} in {count(len({r.witness for r in statement.readings}), 'document')}"
    return f"{said}, {count(len(line.groups), 'independent line')}" if line and line.groups else said


def _lines(line: Line, refs: References, back: Back) -> LinesView:
    numbers = refs.places.numbers
    groups = [sorted(group, key=lambda d: numbers.get(d, 0)) for group in line.groups]
    groups.sort(key=lambda group: [numbers.get(d, 0) for d in group])
    named = tuple(" + ".join(map(refs.places.siglum, group)) for group in groups)
    return LinesView(named, refs.reasons(line.reasons, f"tells who rests on whom in statement {back.label}", back))
