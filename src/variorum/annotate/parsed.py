"""One document as the annotators see it: blocks of running text with tokens, tags, parse and names."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from variorum.model import Document, RegionKind, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Slice


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, heading or caption of a document, parsed; `start` is its place in the document's text.

    A very long paragraph is several blocks with `is_continued` set on all but the first.
    """

    kind: RegionKind
    start: int
    tokens: Doc
    is_continued: bool = False

    @property
    def end(self) -> int:
        if not len(self.tokens):
            return self.start
        last = self.tokens[-1]  # the text itself would be put together anew for every question
        return self.start + last.idx + len(last.text_with_ws)

    @property
    def text(self) -> str:
        return self.tokens.text

    def place(self, token: Token) -> tuple[int, int]:
        """Where the token stands in the document's text."""
        return self.start + token.idx, self.start + token.idx + len(token.text)

    def token_at(self, offset: int) -> Token | None:
        """The token that covers, or else follows, an offset of the document's text."""
        for token in self.tokens:
            if self.start + token.idx + len(token.text) > offset:
                return token
        return None


@dataclass(frozen=True, slots=True)
class Parsed:
    """A document with its blocks in text order; boilerplate has none."""

    document: Document
    blocks: tuple[Block, ...]
    _starts: list[int] = field(default_factory=list, repr=False)

    def __post_init__(self) -> None:
        self._starts.extend(b.start for b in self.blocks)

    @property
    def text(self) -> str:
        return self.document.text

    def span(self, start: int, end: int) -> Span:
        """The span between two offsets of the document's text."""
        return Span(self.document.id, start, end)

    def block_at(self, offset: int) -> Block | None:
        """The block in which an offset of the document's text lies."""
        at = bisect_right(self._starts, offset) - 1
        return self.blocks[at] if at >= 0 and offset < self.blocks[at].end else None

    def sentences(self) -> Iterator[tuple[Block, Slice]]:
        """Every sentence with its block, in text order."""
        for block in self.blocks:
            for sentence in block.tokens.sents:
                yield block, sentence
