"""Where the paragraphs, headings and menu lines of a plain text stand, by offset."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from variorum import text as texts

INVISIBLE = "\ufeff\u200b"  # a byte order mark and zero-width spaces: blanks that str.strip() leaves
BREAK = re.compile(r"\r\n|[\r\n\v\f\x85\u2028\u2029]")
SENTENCE_FINAL = re.compile(r"[.!?…:][\"'”’»)\]]*$")
LABEL = re.compile(r"(?:(?:[A-Z][A-Z.' -]{1,40}|Q|A|(?:Mr|Mrs|Ms|Dr|President|Secretary)\.? [A-Z]\w+):|[QA]\.)\s")
LEAST_BREAKS = 4  # below this many line ends nothing can be told about the width of a column
LEAST_DOUBLE, DOUBLE = 8, 0.9  # lines, and share of them behind one blank line, of a text typed with double spacing
NARROWEST, WIDEST = 40, 110  # characters: typewriter and e-mail columns are 60 to 80 wide
SLACK = 0.18  # of the width: typists and OCR break lines early


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, heading or menu line: `[start, end)`, and how many blank lines stand before it."""

    start: int
    end: int
    gap: int = 0


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    gap: int
    indent: int

    @property
    def width(self) -> int:
        return self.indent + self.end - self.start


def blocks(text: str) -> list[Block]:
    """The blocks of a text in order: its lines, or its paragraphs where lines were wrapped by hand.

    >>> [b.gap for b in blocks("A title\\n\\nOne paragraph.\\nAnother.")]
    [0, 1, 0]
    """
    lines = list(_lines(text))
    step = _step(lines)
    width = _column(text, lines, step)
    found: list[Block] = []
    for n, line in enumerate(lines):
        if width and n and line.gap <= step and _goes_on(text, lines[n - 1], line, width):
            found[-1] = Block(found[-1].start, line.end, found[-1].gap)
        else:
            found.append(Block(line.start, line.end, line.gap))
    return found


def _lines(text: str) -> Iterator[_Line]:
    last = 0
    for first, end in texts.paragraphs(text):
        start = first
        while start < end and (text[start] in INVISIBLE or text[start].isspace()):
            start += 1
        while end > start and (text[end - 1] in INVISIBLE or text[end - 1].isspace()):
            end -= 1
        if start == end:
            continue
        between = list(BREAK.finditer(text, last, start))
        began = between[-1].end() if between else last
        yield _Line(start, end, max(0, len(between) - 1) if last else 0, start - began)
        last = end


def _step(lines: list[_Line]) -> int:
    """How many blank lines stand between any two lines: 1 in a text typed with double spacing, else 0."""
    spaced = sum(line.gap == 1 for line in lines[1:])
    return int(len(lines) > LEAST_DOUBLE and spaced >= DOUBLE * (len(lines) - 1))


def _column(text: str, lines: list[_Line], step: int) -> int:
    """The width to which the lines were wrapped by hand; 0 where they were not.

    In wrapped text most lines are full: the first word of the next line would not have fitted. They end
    in the middle of a sentence, and lines go on in small letters. Menus and headlines do none of this.
    """
    pairs = [(a, b) for a, b in pairwise(lines) if b.gap <= step]
    if len(pairs) < LEAST_BREAKS:
        return 0
    widths = sorted(a.width for a, _ in pairs)
    width = widths[int(0.9 * (len(widths) - 1))]
    if not NARROWEST <= width <= WIDEST:
        return 0
    full = sum(_is_full(text, a, b, width) for a, b in pairs)
    small = sum(text[b.start].islower() for _, b in pairs)
    open_ended = sum(not SENTENCE_FINAL.search(text[max(a.start, a.end - 5) : a.end]) for a, _ in pairs)
    is_wrapped = full >= 0.6 * len(pairs) and small >= 0.3 * len(pairs) and open_ended >= 0.5 * len(pairs)
    return width if is_wrapped else 0


def _is_full(text: str, a: _Line, b: _Line, width: int) -> bool:
    word = text[b.start : min(b.end, b.start + 40)].split(maxsplit=1)[0]
    return a.width + 1 + len(word) > width * (1 - SLACK)


def _goes_on(text: str, a: _Line, b: _Line, width: int) -> bool:
    """Whether line b goes on with the paragraph of line a."""
    is_ended = bool(SENTENCE_FINAL.search(text[max(a.start, a.end - 5) : a.end]))
    if is_ended and (LABEL.match(text, b.start, b.end) or b.indent > a.indent + 1):
        return False
    if text[b.start].islower() and not is_ended:
        return True
    return _is_full(text, a, b, width)
