"""The texts that gold and edition speak of: words, sentences and quotations by span."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property

from variorum import text as texts
from variorum.evaluate.measures import Case
from variorum.model import Span, Spans

Words = frozenset[int]  # where words begin; all of one document
OPENERS = ("that", "whether", "if", "how")  # may lead an indirect content; gold and reader differ on taking them in


class Texts:
    """The documents of an evaluation by id; `names` are the file names by which a reader knows them."""

    def __init__(self, contents: Mapping[str, str], names: Mapping[str, str]) -> None:
        self.contents = dict(contents)
        self.names = dict(names)
        self._sentences: dict[str, list[tuple[int, int]]] = {}

    @cached_property
    def documents(self) -> tuple[str, ...]:
        """The ids of the documents in the order of their names."""
        return tuple(sorted(self.contents, key=lambda doc: self.names[doc]))

    def words(self, spans: Iterable[Span]) -> Words:
        """Where the words under the spans begin; punctuation and quotation marks count for nothing."""
        return frozenset(start for s in spans for start, _ in texts.words(self.contents[s.doc], s.start, s.end))

    def content(self, spans: Spans) -> Words:
        """The words of a content, a leading "that", "whether", "if" or "how" left out."""
        found = [(s.doc, *at) for s in spans for at in texts.words(self.contents[s.doc], s.start, s.end)]
        while len(found) > 1 and self.contents[found[0][0]][found[0][1] : found[0][2]].lower() in OPENERS:
            del found[0]
        return frozenset(start for _, start, _ in found)

    def sentence(self, span: Span) -> Span:
        """The sentence, or the sentences, in which the span stands."""
        if span.doc not in self._sentences:
            text = self.contents[span.doc]
            self._sentences[span.doc] = list(texts.sentences(text, 0, len(text)))
        around = [s for s in self._sentences[span.doc] if s[0] < span.end and span.start < s[1]]
        return Span(span.doc, around[0][0], around[-1][1]) if around else span

    def is_in_paragraph(self, span: Span) -> bool:
        """Whether the span stays within one line: evidence that runs over more points at nothing."""
        return "\n" not in self.contents[span.doc][span.start : span.end].strip()

    def quote(self, spans: Iterable[Span], width: int = 100) -> str:
        """The words under the spans on one line, cut in the middle where they are long."""
        line = " ".join(" … ".join(self.contents[s.doc][s.start : s.end] for s in spans).split())
        return line if len(line) <= width else f"{line[: width // 2]} […] {line[-(width // 2) :]}"

    def case(self, doc: str, spans: Spans, note: str = "") -> Case:
        """A case that shows these words."""
        return Case(self.names[doc], spans[0].start if spans else 0, self.quote(spans), note)

    def places(self, spans: Spans, note: str = "") -> Case:
        """A case that shows several places, each with its document; it stands at the first of them."""
        words = " / ".join(f"{self.names[s.doc]} «{self.quote((s,), 60)}»" for s in spans)
        return Case(self.names[spans[0].doc], spans[0].start, words, note)


def likeness(a: Words, b: Words) -> float:
    """Shared words by all words: 1 for the same words, 0 for none in common.

    >>> likeness(frozenset({1, 2, 3}), frozenset({2, 3, 4}))
    0.5
    """
    return len(a & b) / len(a | b) if a or b else 0.0


def closeness(a: Span, b: Span) -> float:
    """Shared characters by all from the first to the last of both; 0 in different documents."""
    if not a.touches(b):
        return 0.0
    return (min(a.end, b.end) - max(a.start, b.start)) / (max(a.end, b.end) - min(a.start, b.start))
