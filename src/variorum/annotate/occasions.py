"""The meetings, interviews and speeches in which something was said, as one document states them."""

from __future__ import annotations

from collections.abc import Sequence

from variorum.annotate import scenes
from variorum.annotate.happenings.carrying import Carrying
from variorum.annotate.happenings.held import Held, Register, label
from variorum.annotate.happenings.placing import Placing
from variorum.annotate.happenings.records import recorded
from variorum.annotate.happenings.reports import Reports
from variorum.annotate.parsed import Parsed
from variorum.annotate.people.roster import Roster
from variorum.annotate.reporting.draft import Draft
from variorum.model import DateMention, Document, Occasion, Stated, identifier


def find(
    parsed: Parsed, drafts: Sequence[Draft], roster: Roster, dates: Sequence[DateMention]
) -> tuple[tuple[Occasion, ...], dict[int, str]]:
    """The document's occasions, and for each draft (by its number) the occasion on which its words were said."""
    belongs = _settled(Reports(parsed, drafts, roster, dates), Register(scenes.find(parsed, roster, dates)))
    used = {id(h): h for h in belongs.values()}
    ids = {key: _id(parsed.document, h) for key, h in used.items()}
    names = {a.id: a.name for a in roster.actors}
    found = {ids[key]: _occasion(parsed, ids[key], h, names) for key, h in used.items()}
    return tuple(found[k] for k in sorted(found)), {n: ids[id(h)] for n, h in sorted(belongs.items())}


def _settled(reports: Reports, register: Register) -> dict[int, Held]:
    """Gives every report that a scene, a hearer or a date places its occasion, then those that follow."""
    placing = Placing(reports, register)
    belongs = placing.backward()
    for n in reports.order:
        held = placing.place(n)
        if held is not None:
            belongs[n] = held
    belongs |= recorded(reports, register, belongs)
    carrying = Carrying(reports, register, placing.sitting())
    carrying.carry(belongs)
    carrying.only(belongs)
    carrying.heard(belongs)
    return belongs


def _id(document: Document, held: Held) -> str:
    return identifier("o", document.id, held.kind, min(held.evidence), held.date, held.place)


def _occasion(parsed: Parsed, key: str, held: Held, names: dict[str, str]) -> Occasion:
    people = tuple(sorted(held.people))
    evidence = tuple(sorted(set(held.evidence)))
    return Occasion(
        id=key,
        kind=held.kind,
        label=label(held.noun, sorted(names[p] for p in people if p in names), held.place, held.date),
        participants=people,
        place=held.place,
        date=held.date,
        stated=(Stated(doc=parsed.document.id, date=held.date, place=held.place, evidence=evidence),),
    )
