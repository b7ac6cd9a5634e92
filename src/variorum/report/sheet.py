"""An edition as one table: who said what to whom, when, according to whom, in which words of which document."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from variorum.model import Attribution, Edition, Spans, Statement
from variorum.report.references import References
from variorum.report.words import shown

HEADING = (
    "statement", "label", "siglum", "document", "start", "end", "words", "speaker", "audience", "chain", "mode",
    "polarity", "occasion", "date", "place", "relation_to_first", "relation_confidence", "confidence", "story",
)  # fmt: skip
Row = tuple[str, ...]


def sheet(edition: Edition) -> str:
    """A row for each reading, statement by statement, then one for each attribution that is in no statement.

    Several speakers, spans and the like stand in one cell, divided by "; ".
    """
    refs = References(edition)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(HEADING)
    for statement in refs.statements:
        writer.writerows(tuple(map(safe, row)) for row in _readings(statement, refs))
    alone = [a for a in edition.attributions if not refs.lookup.statements_of.get(a.id)]
    for attribution in sorted(alone, key=lambda a: (refs.places.numbers.get(a.doc, 0), a.content, a.id)):
        writer.writerow(tuple(map(safe, _alone(attribution, refs))))
    return out.getvalue()


def safe(cell: str) -> str:
    """The cell so that no spreadsheet takes it for a formula: an apostrophe before what could begin one.

    >>> safe("=1+1"), safe("Why not?"), safe("\\t@x")
    ("'=1+1", 'Why not?', "'\\t@x")
    """
    text = shown(cell)
    return f"'{text}" if text.lstrip()[:1] in ("=", "+", "-", "@", "＝", "＋", "－", "＠") else text


def _readings(statement: Statement, refs: References) -> Iterator[Row]:
    back = refs.statement(statement)
    relations = {frozenset((r.a, r.b)): r for r in statement.relations}
    ordered = sorted(statement.readings, key=lambda r: (refs.places.numbers.get(r.witness, 0), r.spans, r.id))
    for reading in ordered:
        relation = relations.get(frozenset((ordered[0].id, reading.id))) if reading is not ordered[0] else None
        held = [refs.lookup.attributions[a] for a in reading.attributions if a in refs.lookup.attributions]
        attribution = held[0] if held else None
        yield (
            back.label,
            back.title,
            *_place(reading.witness, reading.spans, refs),
            refs.named(attribution.speaker if attribution else statement.speaker).name,
            *_told(attribution, statement.audience, refs),
            *_occasion((attribution.occasion if attribution else None) or statement.occasion, refs),
            relation.relation if relation else "",
            f"{relation.confidence:.2f}" if relation else "",
            f"{attribution.confidence:.2f}" if attribution else "",
            _story(reading.witness, refs),
        )


def _alone(attribution: Attribution, refs: References) -> Row:
    return (
        "", "",
        *_place(attribution.doc, attribution.content, refs),
        refs.named(attribution.speaker).name,
        *_told(attribution, attribution.audience, refs),
        *_occasion(attribution.occasion, refs),
        "", "",
        f"{attribution.confidence:.2f}",
        _story(attribution.doc, refs),
    )  # fmt: skip


def _story(doc: str, refs: References) -> str:
    story = refs.story_of(doc)
    return story.label if story else ""


def _place(doc: str, spans: Spans, refs: References) -> Row:
    document = refs.lookup.documents.get(doc)
    quotes = refs.places.quotes(spans, "reading")
    return (
        refs.places.siglum(doc),
        document.path if document else "",
        "; ".join(str(s.start) for s in spans),
        "; ".join(str(s.end) for s in spans),
        " … ".join(q.words for q in quotes),
    )


def _told(attribution: Attribution | None, audience: tuple[str, ...], refs: References) -> Row:
    heard = (attribution.audience if attribution else ()) or audience
    chain = refs.reporters(attribution) if attribution else ()
    return (
        "; ".join(refs.named(a).name for a in heard),
        " → ".join(refs.named(h.actor).name for h in chain),
        attribution.mode if attribution else "",
        attribution.polarity if attribution else "",
    )


def _occasion(key: str | None, refs: References) -> Row:
    occasion = refs.lookup.occasions.get(key or "")
    return (occasion.label, occasion.date or "", occasion.place or "") if occasion else ("", "", "")
