"""Words, quotation marks, sentences and paragraphs of plain text, by offset; nothing here knows a record."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

WORD = re.compile(r"\w+(?:['’]\w+)*")
SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*(?=\s+[\"'“‘«(\[]*[A-Z0-9])|\n")
ABBREVIATION = re.compile(r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|St|Jr|Sr|Gen|Prof|Lt|Col|Capt|vs))\.$")


def words(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Where the words stand between two offsets, punctuation and quotation marks left out.

    >>> words("“Why not?” he said.")
    [(1, 4), (5, 8), (11, 13), (14, 18)]
    """
    return [m.span() for m in WORD.finditer(text, start, len(text) if end is None else end)]


def plain(word: str) -> str:
    """A word as compared: compatibility forms, case and the shape of the apostrophe aside.

    >>> plain("Don’t")
    "don't"
    """
    return unicodedata.normalize("NFKC", word).casefold().replace("’", "'")


def plain_words(text: str) -> list[str]:
    """The words of a text as compared.

    >>> plain_words("“Why not?” he said.")
    ['why', 'not', 'he', 'said']
    """
    return [plain(m.group()) for m in WORD.finditer(text)]


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Where the lines that hold anything stand, blanks at both ends left out.

    >>> list(paragraphs(" One.\\n\\nTwo. "))
    [(1, 5), (7, 11)]
    """
    for m in re.finditer(r"[^\r\n\v\f\x85\u2028\u2029]+", text):
        line = m.group()
        if line.strip():
            start = m.start() + len(line) - len(line.lstrip())
            yield start, m.start() + len(line.rstrip())


def sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where the sentences between two offsets stand, by punctuation alone.

    >>> list(sentences("Mr. Hale left. He said “No.” Then rain.", 0, 38))
    [(0, 14), (15, 28), (29, 38)]
    """
    begin = start
    for m in SENTENCE_END.finditer(text, start, end):
        if ABBREVIATION.search(text[max(start, m.start() - 5) : m.start() + 1]):
            continue
        yield from _stripped(text, begin, m.end())
        begin = m.end()
    yield from _stripped(text, begin, end)


def _stripped(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    line = text[start:end]
    if line.strip():
        yield start + len(line) - len(line.lstrip()), start + len(line.rstrip())
