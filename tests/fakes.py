"""The least parts that do the whole walk, for tests of the walk itself: they read `Anna said "No."` and no more."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import combinations

from variorum import registry
from variorum.model import (
    Actor,
    Annotation,
    Apparatus,
    Attribution,
    Conflict,
    Descent,
    Hop,
    Line,
    Reading,
    Reason,
    Relation,
    Reuse,
    Span,
    Statement,
    Stemma,
    Story,
    TimelineEntry,
    identifier,
)

SAID = re.compile(r'(\w+) said "([^"]*)"')
annotated: list[str] = []  # the paths of documents that were annotated, in turn


class Part:
    def __init__(self, settings):
        self.settings = settings


class Annotator(Part):
    name = "annotate.fake/1"

    def annotate(self, documents):
        for d in documents:
            annotated.append(d.path)
            said = [
                (m[1], Span(d.id, *m.span(1)), Span(d.id, m.end(1) + 1, m.end(1) + 5), Span(d.id, *m.span(2)))
                for m in SAID.finditer(d.text)
            ]
            yield Annotation(
                doc=d.id,
                made_by=self.name,
                actors=tuple(Actor(id=identifier("a", n), kind="person", name=n) for n in sorted({s[0] for s in said})),
                attributions=tuple(
                    Attribution(
                        id=identifier("t", words),
                        doc=d.id,
                        content=(words,),
                        quoted=(words,),
                        cue=(cue,),
                        source=(source,),
                        speaker=identifier("a", name),
                        mode="direct",
                        chain=(Hop(identifier("a", name), identifier("t", words)),),
                    )
                    for name, source, cue, words in said
                ),
            )


class Identifier(Part):
    name = "collate.fake-identities/1"

    def identify(self, edition, annotations):
        return replace(
            edition,
            actors=tuple(sorted({a for x in annotations for a in x.actors}, key=lambda a: a.id)),
            attributions=tuple(sorted((a for x in annotations for a in x.attributions), key=lambda a: a.content)),
        )


class Grouper(Part):
    name = "collate.fake-stories/1"

    def group(self, edition):
        ids = tuple(sorted(d.id for d in edition.documents))
        return (Story(id=identifier("y", *ids), label="all of it", documents=ids),)


class Finder(Part):
    name = "collate.fake-statements/1"

    def find(self, edition):
        texts = {d.id: d.text for d in edition.documents}
        groups = {}
        for a in edition.attributions:
            span = a.content[0]
            first = texts[span.doc][span.start : span.end].split(" ")[0].strip(".,").casefold()
            groups.setdefault((a.speaker, first), []).append(a)
        return tuple(
            Statement(
                id=identifier("s", *key),
                label=f"{key[1]} …",
                speaker=key[0],
                readings=tuple(
                    Reading(id=identifier("r", a.id), witness=a.doc, attributions=(a.id,), spans=a.content)
                    for a in held
                ),
            )
            for key, held in sorted(groups.items())
        )


class ReuseFinder(Part):
    name = "collate.fake-reuse/1"

    def reused(self, edition):
        pairs = combinations(edition.attributions, 2)
        return tuple(
            Reuse(id=identifier("u", a.id, b.id), a=a.content[0], b=b.content[0], kind="quotation", confidence=0.5)
            for a, b in pairs
            if a.speaker == b.speaker and a.doc != b.doc
        )


class Aligner(Part):
    name = "collate.fake-align/1"

    def align(self, readings, edition):
        return Apparatus(tuple(r.id for r in readings), (tuple(r.spans[0] for r in readings),))


class Relater(Part):
    name = "judge.fake-drift/1"

    def relate(self, statement, edition):
        texts = {d.id: d.text for d in edition.documents}

        def words(r):
            return texts[r.witness][r.spans[0].start : r.spans[0].end]

        return tuple(
            Relation(
                a=a.id,
                b=b.id,
                relation="identical" if words(a) == words(b) else "altered",
                confidence=1.0,
                reasons=(Reason(feature="words", text="compared letter by letter", evidence=a.spans + b.spans),),
            )
            for a, b in combinations(statement.readings, 2)
        )


class Judge(Part):
    name = "judge.fake-conflicts/1"

    def judge(self, edition):
        return tuple(
            Conflict(
                id=identifier("c", s.id, r.a, r.b),
                kind="wording",
                label=s.label,
                severity="low",
                confidence=0.5,
                evidence=r.reasons[0].evidence,
                statements=(s.id,),
                reasons=r.reasons,
            )
            for s in edition.statements
            for r in s.relations
            if r.relation == "altered"
        )


class Genealogist(Part):
    name = "judge.fake-lineage/1"

    def lines(self, edition):
        return tuple(Line(statement=s.id, groups=tuple((r.witness,) for r in s.readings)) for s in edition.statements)


class Stemmatist(Part):
    name = "judge.fake-stemma/1"

    def stemmata(self, edition):
        return tuple(
            Stemma(statement=s.id, descents=tuple(Descent(child=r.id) for r in s.readings)) for s in edition.statements
        )


class Chronicler(Part):
    name = "collate.fake-timeline/1"

    def chronicle(self, edition):
        return tuple(TimelineEntry(date=None, what=s.label, evidence=s.readings[0].spans) for s in edition.statements)


PARTS = {
    "annotations": Annotator,
    "identities": Identifier,
    "reuse": ReuseFinder,
    "stories": Grouper,
    "statements": Finder,
    "apparatus": Aligner,
    "relations": Relater,
    "conflicts": Judge,
    "lines": Genealogist,
    "stemmata": Stemmatist,
    "timeline": Chronicler,
}


def install(monkeypatch) -> dict[str, str]:
    """Lists the fake parts for the time of one test; gives the choice that puts each in its stage's place."""
    listed = {part.name: f"fakes:{part.__name__}" for part in PARTS.values()}
    monkeypatch.setattr(registry, "BUILT_IN", {**registry.BUILT_IN, **listed})
    monkeypatch.setattr(registry, "DEFAULTS", {stage: part.name for stage, part in PARTS.items()})
    registry._places.cache_clear()
    annotated.clear()
    return {stage: part.name for stage, part in PARTS.items()}
