"""Where quoted words stand: every passage that the page quotes is noted here, and marked in its document."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from variorum import text as texts
from variorum.lookup import Lookup
from variorum.model import Document, RegionKind, Span
from variorum.report.words import shown

INK = re.compile(r"\S")
WIDEST = 100  # columns: mail and typescript break lines at 60 to 80, laid out further in by blanks


@dataclass(frozen=True, slots=True)
class Quote:
    """Exact words of one document and where they stand: what every link to evidence is drawn from."""

    anchor: str
    siglum: str
    place: str
    words: str


@dataclass(frozen=True, slots=True)
class Back:
    """A way back from words in a document to what rests on them."""

    anchor: str
    label: str
    title: str


@dataclass(slots=True)
class Noted:
    """A passage that something links to: what it is, and the ways back."""

    span: Span
    anchor: str
    roles: dict[str, None] = field(default_factory=dict)
    labels: dict[str, None] = field(default_factory=dict)
    backs: dict[Back, None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph of a document with the white space after it; all blocks together are its text."""

    number: int
    kind: RegionKind
    start: int
    end: int


class Places:
    """The passages noted so far, by document; documents in the order of their sigla."""

    def __init__(self, lookup: Lookup) -> None:
        self.lookup = lookup
        self.documents = sorted(lookup.edition.documents, key=lambda d: (len(d.siglum), d.siglum, d.path, d.id))
        self.numbers = {d.id: n for n, d in enumerate(self.documents, 1)}
        self.sigla = {d.id: shown(d.siglum) or str(n) for n, d in enumerate(self.documents, 1)}
        self.blocks = {d.id: blocks(d) for d in self.documents}
        self._noted: dict[str, dict[Span, Noted]] = defaultdict(dict)

    def quotes(self, spans: Iterable[Span], role: str, label: str = "", back: Back | None = None) -> tuple[Quote, ...]:
        """The words under these spans, noted; spans that hold no words of a known document are left out."""
        return tuple(self._quote(s, role, label, back) for s in map(self._within, spans) if s)

    def noted(self, doc: str) -> list[Noted]:
        """The passages noted in this document, in text order, outer before inner."""
        return sorted(self._noted[doc].values(), key=lambda n: (n.span.start, -n.span.end))

    def siglum(self, doc: str) -> str:
        """The document's short label; a question mark for one that is not in the edition."""
        return self.sigla.get(doc, "?")

    def anchor(self, doc: str) -> str:
        """Where the document stands on the page; the list of documents for one that is not in the edition."""
        return f"document-{self.numbers[doc]}" if doc in self.numbers else "documents"

    def paragraph(self, span: Span) -> int:
        """The number of the paragraph in which the span begins."""
        held = self.blocks[span.doc]
        return held[bisect_right(held, span.start, key=lambda b: b.start) - 1].number

    def _within(self, span: Span) -> Span | None:
        document = self.lookup.documents.get(span.doc)
        if document is None:
            return None
        start, end = max(span.start, 0), min(span.end, len(document.text))
        return Span(span.doc, start, end) if start < end else None

    def _quote(self, span: Span, role: str, label: str, back: Back | None) -> Quote:
        anchor = f"d{self.numbers[span.doc]}-{span.start}-{span.end}"
        noted = self._noted[span.doc].setdefault(span, Noted(span, anchor))
        noted.roles[role] = None
        if label:
            noted.labels[label] = None
        if back:
            noted.backs[back] = None
        words = shown(self.lookup.words(span))
        return Quote(anchor, self.siglum(span.doc), f"¶\u00a0{self.paragraph(span)}", words)


def blocks(document: Document) -> tuple[Block, ...]:
    """The document's paragraphs, each of one kind; what no region covers counts as body."""
    text = document.text
    wrapped = [r.span for r in document.regions if is_wrapped(text[r.span.start : r.span.end])]
    within = {w.start + start for w in wrapped for start, _ in texts.paragraphs(text[w.start : w.end])}
    edges = {start for start, _ in texts.paragraphs(text)} - within
    edges |= {at for region in document.regions for at in (region.span.start, region.span.end)}
    solid = (INK.search(text, max(at, 0)) for at in edges)
    starts = sorted({found.start() for found in solid if found})
    starts[:1] = [0] if text else []
    ends = [*starts[1:], len(text)]
    kinds = _kinds(document)
    return tuple(Block(n, kinds(s, e), s, e) for n, (s, e) in enumerate(zip(starts, ends, strict=False), 1))


def is_wrapped(text: str) -> bool:
    """Whether this is one paragraph broken into lines by a typewriter or a mail program, not several.

    >>> is_wrapped("She proposed a\\njoint commission."), is_wrapped("One.\\n\\nTwo.")
    (True, False)
    """
    lines = text.strip().splitlines()
    return len(lines) > 1 and all(line.strip() and len(line) <= WIDEST for line in lines)


def _kinds(document: Document) -> Callable[[int, int], RegionKind]:
    regions = sorted(document.regions, key=lambda r: r.span)
    starts = [r.span.start for r in regions]

    def kind(start: int, end: int) -> RegionKind:
        ink = INK.search(document.text, start, end)
        at = ink.start() if ink else start
        held = bisect_right(starts, at) - 1
        return regions[held].kind if held >= 0 and at < regions[held].span.end else "body"

    return kind
