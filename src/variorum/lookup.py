"""Finds the things of an edition by id and the words under a span; built once, read often."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable

from variorum import text as texts
from variorum.model import Actor, Attribution, Document, Edition, Occasion, Reading, Span, Statement


class Lookup:
    """An edition indexed: things by id, words by span, sentences by place."""

    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        self.documents: dict[str, Document] = {d.id: d for d in edition.documents}
        self.actors: dict[str, Actor] = {a.id: a for a in edition.actors}
        self.occasions: dict[str, Occasion] = {o.id: o for o in edition.occasions}
        self.attributions: dict[str, Attribution] = {a.id: a for a in edition.attributions}
        self.statements: dict[str, Statement] = {s.id: s for s in edition.statements}
        self.readings: dict[str, Reading] = {r.id: r for s in edition.statements for r in s.readings}
        self.statements_of: dict[str, list[str]] = defaultdict(list)
        for statement in edition.statements:
            for reading in statement.readings:
                for key in reading.attributions:
                    if statement.id not in self.statements_of[key]:
                        self.statements_of[key].append(statement.id)
        self.statements_in: dict[str, list[Statement]] = defaultdict(list)
        for statement in edition.statements:
            for doc in {span.doc for reading in statement.readings for span in reading.spans}:
                self.statements_in[doc].append(statement)
        self.children: dict[str, list[Attribution]] = defaultdict(list)
        for attribution in edition.attributions:
            if attribution.parent:
                self.children[attribution.parent].append(attribution)
        self._at_occasion: dict[tuple[str, str], list[Attribution]] = defaultdict(list)
        for attribution in sorted(edition.attributions, key=lambda a: (a.content, a.id)):
            if attribution.occasion:
                self._at_occasion[attribution.doc, attribution.occasion].append(attribution)
        self._sentences: dict[str, list[Span]] = defaultdict(list)
        for span in sorted(edition.sentences):
            self._sentences[span.doc].append(span)

    def at_occasion(self, doc: str, occasion: str) -> list[Attribution]:
        """What a document reports to have been said on an occasion, in text order."""
        return self._at_occasion.get((doc, occasion), [])

    def words(self, span: Span) -> str:
        """The exact words of the document under the span."""
        return self.documents[span.doc].text[span.start : span.end]

    def quote(self, spans: Iterable[Span]) -> str:
        """The exact words of a broken-up whole, joined by an ellipsis."""
        return " … ".join(map(self.words, spans))

    def name(self, actor: str | None) -> str:
        """The actor's name, or "nobody named" for None."""
        return self.actors[actor].name if actor else "nobody named"

    def sentence(self, span: Span) -> Span:
        """The sentence in which the span begins, by the annotator, else by punctuation in its line."""
        held = self._sentences.get(span.doc, [])
        at = bisect_right(held, span.start, key=lambda s: s.start) - 1
        if at >= 0 and span.start < held[at].end:
            return held[at]
        text = self.documents[span.doc].text
        start = text.rfind("\n", 0, span.start) + 1
        end = text.find("\n", span.start)
        for first, last in texts.sentences(text, start, len(text) if end < 0 else end):
            if first <= span.start < last:
                return Span(span.doc, first, last)
        return span
