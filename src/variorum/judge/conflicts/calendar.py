"""What the calendar rules out: a weekday beside a date that fell on another day of the week."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from variorum.judge.conflicts.drawing import conflict, quoted, siglum
from variorum.lookup import Lookup
from variorum.model import Conflict, Document, Reason, Span

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
DAY = re.compile(r"\d{4}-\d\d-\d\d")
BEFORE = re.compile(rf"\b(?P<day>{'|'.join(WEEKDAYS)}),?\s+(?:the\s+)?$")
MOST = 3  # other places that name the weekday
GREGORIAN = 1923  # from this year on every country of Europe counted its days alike; older dates may be of either style


def ruled_out(lookup: Lookup) -> Iterator[Conflict]:
    """Full dates with a weekday before them on which they did not fall."""
    for mention in lookup.edition.dates:
        place, document = mention.span, lookup.documents[mention.span.doc]
        words = lookup.words(place)
        is_full = DAY.fullmatch(mention.edtf) and mention.edtf[:4] in words and int(mention.edtf[:4]) >= GREGORIAN
        if mention.is_relative or not is_full or _is_boilerplate(place, document):
            continue
        named = BEFORE.search(document.text[max(0, place.start - 16) : place.start])
        whole = Span(place.doc, place.start - len(named.group()) if named else place.start, place.end)
        said = named["day"] if named else next((d for d in WEEKDAYS if words.startswith(d)), None)
        true = WEEKDAYS[date.fromisoformat(mention.edtf).weekday()]
        if said and said != true:
            yield _drawn(whole, said, true, _named_again(said, whole, document), lookup)


def _is_boilerplate(place: Span, document: Document) -> bool:
    return any(r.kind == "boilerplate" and r.span.touches(place) for r in document.regions)


def _named_again(weekday: str, place: Span, document: Document) -> list[Span]:
    """Other places of the document that name the same weekday: what is wrong in one may be wrong in them."""
    found = (Span(document.id, *m.span()) for m in re.finditer(rf"\b{weekday}\b", document.text))
    return [s for s in found if not s.touches(place) and not _is_boilerplate(s, document)][:MOST]


def _drawn(place: Span, said: str, true: str, again: Sequence[Span], lookup: Lookup) -> Conflict:
    shown = quoted(place, lookup)
    text = f"By the calendar that day was a {true}, no {said}: the weekday or the date is wrong."
    reason = Reason(feature="calendar", text=text, score=0.8, evidence=(place,))
    label = f"A day that never was: {shown} ({siglum(place.doc, lookup)}) was a {true}"
    return conflict("date", label, (place, *again), severity="medium", confidence=0.75, reasons=[reason])  # fmt: skip
