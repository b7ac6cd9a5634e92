"""The part of an edition that belongs to one statement or to one story: all that a part is handed to work on it.

A part that sees no more than this cannot depend on more. Its result is therefore as good in a later run, when other
documents have come, as in the run that made it (`memory`). Sigla are given anew with every document that comes, so
here each document goes by a mark, in whose place the siglum of the day is put in what the part has written.
"""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from variorum.model import Actor, Apparatus, Attribution, Edition, Mention, Occasion, Statement, Story

MARK = re.compile("\ufdd0([^\ufdd0\ufdd1]*)\ufdd1")  # noncharacters: no text that is meant to be read has them
FOUND = ("documents", "sentences", "dates", "actors", "occasions", "attributions")  # all that precedes statements

T = TypeVar("T")


def marked(doc: str) -> str:
    """What stands for the siglum of a document (an id) in an excerpt."""
    return f"\ufdd0{doc}\ufdd1"


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A part of an edition, and a digest that is the same only where all that it holds is the same.

    `sigla` are those of all documents (ids) today; the digest does not know them.
    """

    edition: Edition
    digest: str
    sigla: Mapping[str, str]

    def with_sigla(self, text: str) -> str:
        """The text with the sigla of today in place of the marks of documents.

        >>> Excerpt(Edition(), "", {"d1": "B"}).with_sigla(f"thirteen ({marked('d1')})")
        'thirteen (B)'
        """
        return MARK.sub(lambda m: self.sigla.get(m[1], m[0]), text)


class Excerpts:
    """The documents of an edition with what was found in them, from which excerpts are taken."""

    def __init__(self, edition: Edition) -> None:
        self._whole = edition
        self._sigla = {d.id: d.siglum for d in edition.documents}
        self._documents = {d.id: replace(d, siglum=marked(d.id), problems=()) for d in edition.documents}
        self._sentences = _grouped(edition.sentences, lambda s: s.doc)
        self._dates = _grouped(edition.dates, lambda d: d.span.doc)
        self._actors = {a.id: a for a in edition.actors}
        self._mentions = {a.id: _grouped(a.mentions, lambda m: m.span.doc) for a in edition.actors}
        self._named_in = defaultdict[str, list[str]](list)
        for key, places in self._mentions.items():
            for doc in places:
                self._named_in[doc].append(key)
        self._occasions = {o.id: o for o in edition.occasions}
        self._attributions = {a.id: a for a in edition.attributions}
        self._told_in = _grouped(edition.attributions, lambda a: a.doc)
        self._inside = _grouped(edition.attributions, lambda a: a.parent or "")
        self._digests = {doc: self._digest(doc) for doc in self._documents}

    def are_of(self, edition: Edition) -> bool:
        """Whether the edition has the same documents with the same found in them, whatever was made of it since."""
        return all(getattr(edition, name) is getattr(self._whole, name) for name in FOUND)

    def of_statement(self, statement: Statement) -> Excerpt:
        """A statement with its witnesses, the reports that are its readings, and those around them and in them.

        Of the people and occasions, those that these reports name are there. Why its readings are one is left out:
        how sure that is depends on how rare their words are in all documents.
        """
        reports = self._around(key for r in statement.readings for key in r.attributions)
        docs = {r.witness for r in statement.readings}
        return self._excerpt(docs, reports, set(), Edition(statements=(replace(statement, reasons=()),)))

    def of_stories(self, stories: Iterable[Story], statements: Sequence[Statement]) -> Iterator[Excerpt]:
        """For each story its documents with all that was found in them, and what the statements are in these."""
        told_in = defaultdict[str, list[Statement]](list)
        for statement in statements:
            for doc in dict.fromkeys(r.witness for r in statement.readings):
                told_in[doc].append(statement)
        for story in stories:
            docs = self._documents.keys() & set(story.documents)
            reports = (a for doc in docs for a in self._told_in.get(doc, ()))
            named = {key for doc in docs for key in self._named_in.get(doc, ())}
            held = {s.id: s for doc in docs for s in told_in[doc]}
            cut = tuple(_cut(held[key], docs) for key in sorted(held))
            yield self._excerpt(docs, reports, named, Edition(statements=cut))

    def _excerpt(self, docs: set[str], reports: Iterable[Attribution], named: set[str], found: Edition) -> Excerpt:
        attributions = tuple(sorted(reports, key=lambda a: (a.doc, a.content, a.id)))
        occasions = tuple(self._occasion(key, docs) for key in sorted(self._held(attributions, found.statements)))
        people = {*named, *_people(attributions, occasions, found.statements)} & self._actors.keys()
        actors = tuple(self._actor(key, docs) for key in sorted(people))
        found = replace(found, actors=actors, occasions=occasions, attributions=attributions)
        ordered = sorted(docs)
        digest = hashlib.sha256(_bytes(found))
        for doc in ordered:
            digest.update(self._digests[doc])
        whole = replace(
            found,
            documents=tuple(self._documents[doc] for doc in ordered),
            sentences=tuple(s for doc in ordered for s in self._sentences.get(doc, ())),
            dates=tuple(d for doc in ordered for d in self._dates.get(doc, ())),
        )
        return Excerpt(whole, digest.hexdigest(), self._sigla)

    def _digest(self, doc: str) -> bytes:
        """The digest of a document with its sentences and dates, made once for all the excerpts that it is in."""
        held = (self._documents[doc], self._sentences.get(doc), self._dates.get(doc))
        return hashlib.sha256(_bytes(held)).digest()

    def _around(self, keys: Iterable[str]) -> Iterator[Attribution]:
        """The reports of these ids, those that they stand in or have come through, and those that stand in them."""
        outward, inward = list(keys), list[str]()
        found: set[str] = set()
        inward += outward
        while outward:
            report = self._attributions.get(outward.pop())
            if report and report.id not in found:
                found.add(report.id)
                outward += [key for key in (report.parent, *(h.attribution for h in report.chain)) if key]
                yield report
        while inward:
            inner = [a for a in self._inside.get(inward.pop(), ()) if a.id not in found]
            found.update(a.id for a in inner)
            inward += [a.id for a in inner]
            yield from inner

    def _held(self, attributions: Sequence[Attribution], statements: Sequence[Statement]) -> set[str]:
        """The occasions (ids) on which something of this was said."""
        told: tuple[Attribution | Statement, ...] = (*attributions, *statements)
        return {x.occasion for x in told if x.occasion} & self._occasions.keys()

    def _occasion(self, key: str, docs: set[str]) -> Occasion:
        occasion = self._occasions[key]
        return replace(occasion, stated=tuple(s for s in occasion.stated if s.doc in docs))

    def _actor(self, key: str, docs: set[str]) -> Actor:
        """An actor with the places at which these documents speak of it, and the names by which they call it."""
        actor = self._actors[key]
        mentions = tuple(m for doc, held in self._mentions[key].items() if doc in docs for m in held)
        called = set(map(self._words, mentions))
        return replace(actor, mentions=mentions, aliases=tuple(a for a in actor.aliases if a in called))

    def _words(self, mention: Mention) -> str:
        span = mention.span
        return " ".join(self._documents[span.doc].text[span.start : span.end].split())


def _people(
    attributions: Sequence[Attribution], occasions: Sequence[Occasion], statements: Sequence[Statement]
) -> Iterator[str]:
    """The actors (ids) who speak, are spoken to, pass something on, or take part."""
    told: tuple[Attribution | Statement, ...] = (*attributions, *statements)
    for one in told:
        yield from (key for key in (one.speaker, *one.audience) if key)
    for attribution in attributions:
        yield from (hop.actor for hop in attribution.chain if hop.actor)
    for occasion in occasions:
        yield from occasion.participants


def _cut(statement: Statement, docs: set[str]) -> Statement:
    """What a statement is in some of its witnesses, without the reasons why its readings are one."""
    readings = tuple(r for r in statement.readings if r.witness in docs)
    if len(readings) == len(statement.readings):
        return replace(statement, reasons=())
    kept = {r.id for r in readings}
    return replace(
        statement,
        readings=readings,
        apparatus=_rows(statement.apparatus, kept),
        relations=tuple(r for r in statement.relations if r.a in kept and r.b in kept),
        reasons=(),
    )


def _rows(apparatus: Apparatus, kept: set[str]) -> Apparatus:
    """The rows of these readings (ids), without the columns in which they have nothing."""
    numbers = [n for n, key in enumerate(apparatus.readings) if key in kept]
    columns = (tuple(column[n] for n in numbers) for column in apparatus.columns)
    return Apparatus(tuple(apparatus.readings[n] for n in numbers), tuple(c for c in columns if any(c)))


def _grouped(things: Iterable[T], key: Callable[[T], str]) -> dict[str, list[T]]:
    groups: dict[str, list[T]] = defaultdict(list)
    for thing in things:
        groups[key(thing)].append(thing)
    return dict(groups)


def _bytes(value: object) -> bytes:
    """All of a value: what `repr` writes of records and tuples tells any two apart that differ, and is soon made."""
    return repr(value).encode("utf-8", "surrogatepass")
