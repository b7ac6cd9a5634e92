"""An edition made anew from attributions that are given: how good the walk is where annotating is perfect.

Given are attributions, with their speakers, audiences and chains, and the people and occasions of each document; on
demand also who is who and which occasions are one across documents. Documents, their regions, sentences and dates
stay as the edition has them; all that follows is found by the parts of a run.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Literal

from variorum import edtf, pipeline
from variorum.evaluate.records import Records
from variorum.model import (
    Actor,
    Annotation,
    Attribution,
    DateMention,
    Edition,
    Hop,
    Occasion,
    Span,
    Stated,
    identifier,
)  # fmt: skip

Given = Literal["attributions", "identities"]
MADE_BY = "evaluate.given/1"


def walked(edition: Edition, records: Records, given: Given) -> Edition:
    """The edition that the same documents make with these attributions instead of those found in them.

    Of "identities" who is who across documents is given too, and the walk begins at the statements.
    """
    if given == "attributions":
        return pipeline.from_annotations(edition, tuple(by_document(edition, records)))
    told = Edition(
        documents=edition.documents,
        sentences=edition.sentences,
        dates=edition.dates,
        actors=tuple(sorted(records.actors, key=lambda a: a.id)),
        occasions=tuple(sorted(records.occasions, key=lambda o: o.id)),
        attributions=tuple(sorted(records.attributions, key=lambda a: (a.doc, a.content, a.id))),
        manifest=edition.manifest,
    )
    return pipeline.from_attributions(told)


def by_document(edition: Edition, records: Records) -> Iterator[Annotation]:
    """What is given of each document of the edition, taken by itself, in their order."""
    sentences, dates = defaultdict[str, list[Span]](list), defaultdict[str, list[DateMention]](list)
    for sentence in edition.sentences:
        sentences[sentence.doc].append(sentence)
    for date in edition.dates:
        dates[date.span.doc].append(date)
    reports = defaultdict[str, list[Attribution]](list)
    for attribution in records.attributions:
        reports[attribution.doc].append(attribution)
    for document in edition.documents:
        local = _Local(document.id, records, reports[document.id])
        yield Annotation(
            doc=document.id,
            made_by=MADE_BY,
            sentences=tuple(sentences[document.id]),
            dates=tuple(dates[document.id]),
            actors=tuple(local.actors()),
            occasions=tuple(local.occasions()),
            attributions=tuple(local.attributions()),
        )


class _Local:
    """The records as one document has them: its own ids, its own mentions, what it states itself."""

    def __init__(self, doc: str, records: Records, reports: Iterable[Attribution]) -> None:
        self.doc = doc
        self.reports = sorted(reports, key=lambda a: (a.content, a.id))
        named = {a.occasion for a in self.reports}
        self.held = [o for o in records.occasions if o.id in named or any(s.doc == doc for s in o.stated)]
        used = {key for a in self.reports for key in (a.speaker, *a.audience, *(h.actor for h in a.chain))}
        used |= {key for o in self.held for key in o.participants}
        self.cast = [a for a in records.actors if a.id in used or any(m.span.doc == doc for m in a.mentions)]
        self._people = self._ids("l", (a.id for a in self.cast))
        self._talks = self._ids("h", (o.id for o in self.held))
        self._reports = self._ids("t", (a.id for a in self.reports))

    def _ids(self, prefix: str, keys: Iterable[str]) -> Mapping[str | None, str]:
        return {key: identifier(prefix, self.doc, key) for key in keys}

    def actors(self) -> list[Actor]:
        found = (
            replace(a, id=self._people[a.id], mentions=tuple(m for m in a.mentions if m.span.doc == self.doc))
            for a in self.cast
        )
        return sorted(found, key=lambda a: a.id)

    def occasions(self) -> list[Occasion]:
        return sorted(map(self._occasion, self.held), key=lambda o: o.id)

    def _occasion(self, o: Occasion) -> Occasion:
        stated = tuple(sorted((s for s in o.stated if s.doc == self.doc), key=_place))
        dates = sorted((s.date for s in stated if s.date), key=lambda d: (edtf.size(d), d))
        return replace(
            o,
            id=self._talks[o.id],
            participants=tuple(sorted(self._people[p] for p in o.participants if p in self._people)),
            place=next((s.place for s in stated if s.place), o.place),
            date=dates[0] if dates else o.date,
            stated=stated,
        )

    def attributions(self) -> Iterator[Attribution]:
        for a in self.reports:
            yield replace(
                a,
                id=self._reports[a.id],
                speaker=self._people.get(a.speaker),
                audience=tuple(sorted(self._people[key] for key in a.audience if key in self._people)),
                parent=self._reports.get(a.parent),
                chain=tuple(
                    Hop(self._people.get(h.actor), self._reports.get(h.attribution), h.evidence) for h in a.chain
                ),
                occasion=self._talks.get(a.occasion),
            )


def _place(stated: Stated) -> tuple[tuple[Span, ...], str]:
    return stated.evidence, stated.date or ""
