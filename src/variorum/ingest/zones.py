"""Where the article stands among the lines of a page: what comes before it, and what after."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from variorum.ingest.blocks import LABEL
from variorum.ingest.looks import Look

PROSE = 0.7  # how much a block must look like running text to count as a paragraph of the article
LEAST_OPENING = 10  # words of an article's first paragraph; a shorter one is a headline that asks or quotes
REST = 0.2  # at most this share of the running text may follow what ends an article
SURE_ENDS = frozenset(
    (
        "comment form",
        "copyright",
        "tags",
        "reporting credit",
        "about the author",
        "correction or provenance",
        "outlet with agencies",
    )
)
ENDS = SURE_ENDS | {"related header", "newsletter"}  # these two may also stand within the article


@dataclass(frozen=True, slots=True)
class Zones:
    """The article runs over the blocks `[first, last]`, with the speaker of a quotation set off at its end.

    `end` is the block that ends an article for sure (a copyright line, say), `comments` the one with which
    readers' comments begin; both lie behind all blocks where there is none.
    """

    first: int
    last: int
    end: int
    comments: int
    speaker_lines: int = 0

    def is_outside(self, n: int) -> bool:
        """Whether a block stands before or after the article."""
        return not self.first <= n <= self.last + self.speaker_lines


def is_paragraph(x: Look) -> bool:
    """Whether the block reads as a paragraph of an article, whatever stands around it."""
    if LABEL.match(x.text) and x.is_final and not x.furniture:
        return True  # somebody's turn in a transcript, however short
    is_ended = x.is_final or x.text[-1:] in ":;,\"'”’»)"
    return is_ended and x.prose >= PROSE and x.words >= 8 and sum(c.weight for c in x.furniture) < 2.5


def has_quotation(line: str) -> bool:
    """Whether the line holds a quotation mark of any double kind."""
    return any(mark in line for mark in '"“”«»')


def find_zones(looks: Sequence[Look]) -> Zones:
    """From the first paragraph to the last one before what ends an article.

    Last paragraphs in which an outlet or an author speaks of itself do not count.
    """
    prose = [n for n, x in enumerate(looks) if is_paragraph(x)]
    far = len(looks)
    if not prose:
        return Zones(far, -1, far, far)
    stop, end, comments = _ends(looks)
    inside = [n for n in prose if n < stop] or prose
    first = next((n for n in inside if looks[n].is_stopped and looks[n].words >= LEAST_OPENING), inside[0])
    while len(inside) > 1 and looks[inside[-1]].about and not has_quotation(looks[inside[-1]].text):
        inside.pop()
    last = max(first, inside[-1])
    return Zones(first, last, end, comments, _speaker_lines(looks, last))


def _ends(looks: Sequence[Look]) -> tuple[int, int, int]:
    """The first blocks that may end the article, that end it for sure, and with which comments begin."""
    stop = end = comments = len(looks)
    left = total = sum(len(x.text) for x in looks if is_paragraph(x))
    for n, x in enumerate(looks):
        left -= len(x.text) if is_paragraph(x) else 0
        names = {c.name for c in (*x.furniture, *x.credits)}
        if left > REST * total or not (names & ENDS or x.is_tags):
            continue
        stop = min(stop, n)
        if names & SURE_ENDS or x.is_tags:
            end = min(end, n)
        if "comment form" in names:
            comments = min(comments, n)
    return stop, end, comments


def _speaker_lines(looks: Sequence[Look], last: int) -> int:
    """How many lines behind the last paragraph name and describe the speaker of a quotation set off there.

    Two where a name in capitals is followed by a description that begins small, else none.
    """
    if last + 2 >= len(looks) or looks[last].words > 40:
        return 0
    name, below = looks[last + 1], looks[last + 2]
    is_name = 2 <= name.words <= 4 and name.titled == 1.0 and not (name.is_final or name.furniture or name.credits)
    return 2 if is_name and below.starts_small and below.words <= 12 else 0
