"""The text of a paragraph with its passages marked, however they overlap."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from variorum.report.places import Block, Noted
from variorum.report.words import shown


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked passage, or a piece of one; only the first piece is what links land on."""

    anchor: str
    is_first: bool
    roles: tuple[str, ...]
    title: str


@dataclass(frozen=True, slots=True)
class Token:
    """One step in drawing a paragraph: begin a mark, set down text, or (neither) end the last mark begun."""

    text: str = ""
    begin: Mark | None = None


END = Token()


def tokens(text: str, block: Block, noted: Sequence[Noted]) -> Iterator[Token]:
    """The paragraph as text and marks, properly nested; all its characters, each once and in order.

    Of two passages that overlap without one holding the other, the later is broken in two where the
    first ends. `noted` is in text order, and all of it touches the block.
    """
    open_: list[Noted] = []
    waiting = list(reversed(noted))
    at = block.start
    while at < block.end:
        keep = next((n for n, x in enumerate(open_) if x.span.end <= at), len(open_))
        yield from (END for _ in open_[keep:])
        begun = [x for x in open_[keep:] if x.span.end > at]
        while waiting and waiting[-1].span.start <= at:
            begun.append(waiting.pop())
        begun.sort(key=lambda x: (-x.span.end, x.span.start))
        yield from (Token(begin=_mark(x, x.span.start == at)) for x in begun)
        open_[keep:] = begun
        until = min([block.end, *(x.span.end for x in open_), *(x.span.start for x in waiting[-1:])])
        yield Token(shown(text[at:until]))
        at = until
    yield from (END for _ in open_)


def _mark(noted: Noted, is_first: bool) -> Mark:
    return Mark(noted.anchor, is_first, tuple(noted.roles), "; ".join(noted.labels))
