"""The timeline and the occasions as the page shows them: every date in words, with what each document states."""

from __future__ import annotations

from dataclasses import dataclass

from variorum.model import Occasion, Stated, TimelineEntry
from variorum.report.edtf import When, when
from variorum.report.places import Back, Quote
from variorum.report.references import Named, References
from variorum.report.words import shown


@dataclass(frozen=True, slots=True, kw_only=True)
class EventView:
    """Something that the documents date."""

    back: Back
    when: When
    occasions: tuple[Back, ...]
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedView:
    """What one document states of an occasion."""

    siglum: str
    document: str
    date: str
    place: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OccasionView:
    """A meeting, interview or speech, with what each document states of it."""

    back: Back
    kind: str
    participants: tuple[Named, ...]
    place: str
    when: When
    stated: tuple[StatedView, ...]
    statements: tuple[Back, ...]


def event_views(refs: References) -> tuple[EventView, ...]:
    """Dated entries in the order of time, those without a year last."""
    ordered = sorted(refs.edition.timeline, key=lambda t: (when(t.date).order, t.what, t.evidence))
    return tuple(_event(n, t, refs) for n, t in enumerate(ordered, 1))


def _event(number: int, entry: TimelineEntry, refs: References) -> EventView:
    back = Back(f"event-{number}", f"T{number}", shown(entry.what))
    quotes = refs.places.quotes(entry.evidence, "date", f"evidence of timeline entry {back.label}", back)
    return EventView(back=back, when=when(entry.date), occasions=refs.occasions_named(entry.occasion), quotes=quotes)


def occasion_views(refs: References) -> tuple[OccasionView, ...]:
    """All occasions in the order of time."""
    spoken: dict[str | None, list[str]] = {}
    for statement in refs.edition.statements:
        spoken.setdefault(statement.occasion, []).append(statement.id)
    return tuple(_occasion(o, spoken.get(o.id, []), refs) for o in refs.occasions)


def _occasion(occasion: Occasion, statements: list[str], refs: References) -> OccasionView:
    back = refs.occasion(occasion)
    return OccasionView(
        back=back,
        kind=shown(occasion.kind),
        participants=tuple(map(refs.named, occasion.participants)),
        place=shown(occasion.place or ""),
        when=when(occasion.date),
        stated=tuple(_stated(s, back, refs) for s in occasion.stated),
        statements=refs.statements_named(statements),
    )


def _stated(stated: Stated, back: Back, refs: References) -> StatedView:
    return StatedView(
        siglum=refs.places.siglum(stated.doc),
        document=refs.places.anchor(stated.doc),
        date=when(stated.date).words if stated.date else "",
        place=shown(stated.place or ""),
        quotes=refs.places.quotes(stated.evidence, "date", f"tells of occasion {back.label}", back),
    )
