"""A parsed document with its quotations: at which level each word stands, and how far a passage reaches there.

Level None is the narrator's; the level of a word inside marks is the number of the innermost quotation.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from variorum.annotate.parsed import Block, Parsed
from variorum.annotate.reporting.quotes import Piece, quotations
from variorum.text import WORD

if TYPE_CHECKING:
    from spacy.tokens import Token

TRIM = " \t\r\n\v\f\xa0\u200b\u3000,;:–—-"
DANGLING = re.compile(r"[\s,]+(?:and|but|or)$")
FINAL = TRIM + ".!"


class Layers:
    """A document's quotations by place and level."""

    def __init__(self, parsed: Parsed) -> None:
        self.parsed = parsed
        self.text = parsed.text
        self.quotations = quotations(parsed)
        self._inside: dict[int | None, list[int]] = defaultdict(list)
        for n, quotation in enumerate(self.quotations):
            self._inside[quotation.parent].append(n)
        self._starts = {k: [self.quotations[n].start for n in v] for k, v in self._inside.items()}
        self._ends = {k: [self.quotations[n].end for n in v] for k, v in self._inside.items()}

    @cached_property
    def counts(self) -> Counter[str]:
        """How often each word occurs in the document."""
        return Counter(WORD.findall(self.text))

    @cached_property
    def _changes(self) -> tuple[list[int], list[int | None]]:
        """Offsets at which the level changes, and the level from there on."""
        events: list[tuple[int, int, int]] = []
        for n, quotation in enumerate(self.quotations):
            for start, end in quotation.words:
                events += [(start, 1, n), (end, 0, n)]
        events.sort(key=lambda e: (e[0], e[1], e[2] if e[1] else -e[2]))
        offsets: list[int] = []
        levels: list[int | None] = []
        stack: list[int] = []
        for offset, opens, n in events:
            if opens:
                stack.append(n)
            elif n in stack:
                stack.remove(n)
            offsets.append(offset)
            levels.append(stack[-1] if stack else None)
        return offsets, levels

    def level(self, offset: int) -> int | None:
        """The number of the innermost quotation around an offset, None for the narrator's own words."""
        offsets, levels = self._changes
        at = bisect_left(offsets, offset + 1) - 1
        return levels[at] if at >= 0 else None

    def level_of(self, block: Block, token: Token) -> int | None:
        """The level of a token."""
        return self.level(block.place(token)[0])

    def inside(self, level: int | None, start: int, end: int) -> Sequence[int]:
        """The quotations directly at this level that share a character with these offsets, in text order."""
        found = self._inside.get(level, [])
        first = bisect_left(self._ends.get(level, []), start + 1)
        last = bisect_left(self._starts.get(level, []), end)
        return found[first:last]

    def last_before(self, level: int | None, offset: int) -> int | None:
        """The quotation of this level that ends at or before an offset, the nearest one."""
        at = bisect_left(self._ends.get(level, []), offset + 1) - 1
        return self._inside[level][at] if at >= 0 else None

    def first_after(self, level: int | None, offset: int) -> int | None:
        """The quotation of this level that begins at or after an offset, the nearest one."""
        at = bisect_left(self._starts.get(level, []), offset)
        found = self._inside.get(level, [])
        return found[at] if at < len(found) else None

    def is_around(self, outer: int | None, inner: int | None) -> bool:
        """Whether a level lies around another."""
        while inner is not None:
            inner = self.quotations[inner].parent
            if inner == outer:
                return True
        return False

    def around(self, level: int | None, offset: int) -> Piece:
        """The stretch of the level's quotation around an offset; for the narrator, the whole text."""
        if level is None:
            return 0, len(self.text)
        for start, end in self.quotations[level].words:
            if start <= offset <= end:
                return start, end
        return offset, offset

    def whole(self, pieces: Iterable[Piece], level: int | None) -> list[Piece]:
        """The pieces with every quotation of this level that they enter taken in to its end."""
        grown: list[Piece] = []
        for start, end in pieces:
            first, last = self.around(level, start)
            start, end = max(start, first), min(end, last)
            if start >= end:
                continue
            more: list[Piece] = []
            for n in self.inside(level, start, end):
                quotation = self.quotations[n]
                start = min(start, quotation.pieces[0][0])
                end = max(end, quotation.pieces[0][1])
                more += quotation.pieces[1:]
            grown += [(start, end), *more]
        return merged(grown)

    def trimmed(self, pieces: Iterable[Piece], *, final: bool = True) -> list[Piece]:
        """The pieces without blanks and punctuation at their edges, a full stop included if `final`."""
        kept = []
        for start, end in pieces:
            words = self.text[start:end]
            first = start + len(words) - len(words.lstrip(TRIM))
            last = start + len(words.rstrip(FINAL if final else TRIM))
            last = self._abbreviation_end(last, end)
            dangling = DANGLING.search(self.text, max(start, last - 8), last)
            last = dangling.start() if dangling else last
            if first < last:
                kept.append((first, last))
        return kept

    def _abbreviation_end(self, last: int, end: int) -> int:
        """Gives back the full stop of "the U.S." at the end."""
        tail = self.text[max(0, last - 3) : last]
        if last < end and self.text[last] == "." and len(tail) > 1 and tail[-1:].isupper() and tail[-2] == ".":
            return last + 1
        return last

    def sentence_around(self, offset: int) -> Piece:
        """The parser's sentence around an offset; nothing where none is."""
        block = self.parsed.block_at(offset)
        if block is None:
            return offset, offset
        place = offset - block.start
        span = block.tokens.char_span(place, place + 1, alignment_mode="expand")
        if span is None or not len(span):
            return offset, offset
        return block.start + span[0].sent.start_char, block.start + span[0].sent.end_char

    def sentence_end(self, offset: int) -> int:
        """Where the parser's sentence around an offset ends."""
        return self.sentence_around(offset)[1]


def merged(pieces: Iterable[Piece]) -> list[Piece]:
    """The pieces in text order, those that touch made one."""
    kept: list[Piece] = []
    for start, end in sorted(p for p in pieces if p[0] < p[1]):
        if kept and start <= kept[-1][1]:
            kept[-1] = kept[-1][0], max(end, kept[-1][1])
        else:
            kept.append((start, end))
    return kept


def without(pieces: Iterable[Piece], holes: Iterable[Piece]) -> list[Piece]:
    """The pieces less the holes."""
    kept = merged(pieces)
    for first, last in holes:
        kept = [
            part
            for start, end in kept
            for part in ((start, min(end, first)), (max(start, last), end))
            if part[0] < part[1]
        ]
    return kept
