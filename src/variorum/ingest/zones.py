"""Where the article stands among the lines of a page: what comes before it, and what after."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from variorum.ingest.blocks import LABEL
from variorum.ingest.looks import Look
from variorum.ingest.signs import MEMO_LABEL, QUOTED, US, YOU, is_message

PROSE = 0.7  # how much a block must look like running text to count as a paragraph of the article
LEAST_OPENING = 10  # words of an article's first paragraph; a shorter one is a headline that asks or quotes
REST = 0.2  # at most this share of the running text may follow what ends an article
SURE, SURE_MENU = 3.0, 0.9  # from these on a line is furniture whatever stands around it
LEAST_CUT = 3  # so many of them part what follows from the article
MOST_NEUTRAL = 2  # paragraphs that report nobody, behind one in which the outlet speaks of itself
LEAST_YOU, YOU_SHARE = 3, 0.15  # paragraphs, and share of them, that say "you" where an article speaks to its reader
LONGEST_GREETING = 5  # words of a greeting
LEAST_LABELS = 2  # labelled lines that make the head of a memorandum
SAYING = re.compile(r"\b(?:said|says|told|according to|added|asked|declined|respond(?:ed)?|denied)\b")
SURE_ENDS = frozenset(
    (
        "comment form",
        "copyright",
        "tags",
        "reporting credit",
        "about the author",
        "correction or provenance",
        "outlet with agencies",
        "end mark",
        "notes to editors",
        "certificate",
    )
)
CLOSES = frozenset(("end mark", "notes to editors", "certificate"))  # which only stand where the text is over
REST_WITHOUT_SPEECH = 0.4  # nor more than this where none of it quotes or reports anybody
REST_OF_RELEASE = 0.5  # press offices add long notes behind their end mark
ENDS = SURE_ENDS | {"related header", "newsletter"}  # these two may also stand within the article


@dataclass(frozen=True, slots=True)
class Zones:
    """The article runs over the blocks `[first, last]`, with the speaker of a quotation set off at its end.

    `end` is the block that ends an article for sure (a copyright line, say), `comments` the one with which readers'
    comments or a press office's notes begin; both lie behind all blocks where there is none. `memo` is the block with
    which the running text of a memorandum begins, behind the lines that name who met, where and when.
    `is_addressed` holds where the article itself speaks to "you".
    """

    first: int
    last: int
    end: int
    comments: int
    speaker_lines: int = 0
    memo: int = 0
    is_addressed: bool = False

    def is_memo_head(self, n: int) -> bool:
        """Whether a block is one of the lines in which a memorandum names who met, where and when."""
        return self.first <= n < self.memo

    def is_outside(self, n: int) -> bool:
        """Whether a block stands before or after the article."""
        return not self.first <= n <= self.last + self.speaker_lines


def is_paragraph(x: Look) -> bool:
    """Whether the block reads as a paragraph of an article, whatever stands around it."""
    if LABEL.match(x.text) and x.is_final and not x.furniture:
        return True  # somebody's turn in a transcript, however short
    if x.to_reader or x.sells:
        return False
    is_ended = x.is_final or x.text[-1:] in ":;,\"'”’»)"
    return is_ended and x.prose >= PROSE and x.words >= 8 and sum(c.weight for c in x.furniture) < 2.5


def has_quotation(line: str) -> bool:
    """Whether the line holds a quotation mark of any double kind."""
    return bool(QUOTED.search(line))


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
    first = next((n for n in inside if _opens(looks[n])), inside[0])
    first = _behind_byline(looks, inside, first)
    inside = inside[: _own_from(looks, inside)]
    last = max(first, inside[-1])
    head = _memo_head(looks, first)
    if first and (_is_greeting(looks[first - 1]) or _is_speaker(looks[first - 1])):
        first -= 1
    return Zones(
        first if head is None else head,
        last,
        end,
        comments,
        speaker_lines=_speaker_lines(looks, last),
        memo=first if head is not None else 0,
        is_addressed=_is_addressed(looks[first : last + 1]),
    )


def _behind_byline(looks: Sequence[Look], inside: Sequence[int], first: int) -> int:
    """The first paragraph, or the one below the byline where a single one stands above it and sums the article up."""
    later = [n for n in inside if n > first]
    if later and any(looks[n].is_byline or looks[n].is_date for n in range(first + 1, min(first + 4, later[0]))):
        return later[0]
    return first


def _opens(x: Look) -> bool:
    """Whether an article may begin with this block: a turn of a transcript, or a paragraph longer than a headline."""
    return bool(LABEL.match(x.text)) or (x.is_stopped and x.words >= LEAST_OPENING)


def reports_speech(x: Look) -> bool:
    """Whether the block quotes somebody, reports a saying, or is a turn of a transcript."""
    return has_quotation(x.text) or is_message(x.text) or bool(SAYING.search(x.text) or LABEL.match(x.text))


def _own_from(looks: Sequence[Look], inside: Sequence[int]) -> int:
    """From which of these paragraphs on the outlet or the author speaks of itself; their number where none does.

    A line or two that report nobody may stand between or behind such paragraphs.
    """
    found, neutral = len(inside), 0
    for k in range(len(inside) - 1, 0, -1):
        if _is_own(looks, inside[k - 1], inside[k]):
            found, neutral = k, 0
        elif neutral < MOST_NEUTRAL and not reports_speech(looks[inside[k]]):
            neutral += 1
        else:
            break
    return found


def _is_own(looks: Sequence[Look], before: int, n: int) -> bool:
    """Whether in this paragraph the outlet or the author speaks of itself.

    So does what stands behind several lines of furniture, or says "you" and "us" behind a line of another kind, and
    neither quotes nor reports anybody.
    """
    x = looks[n]
    if has_quotation(x.text) or LABEL.match(x.text):
        return False
    between = looks[before + 1 : n]
    sure = sum(sum(c.weight for c in (*b.furniture, *b.credits)) >= SURE or b.menu >= SURE_MENU for b in between)
    is_appeal = bool(between and YOU.search(x.text.lower()) and US.search(x.text.lower()))
    is_long_break = sure >= LEAST_CUT or (sure > 0 and len(between) > LEAST_CUT)
    return (
        bool(x.about) or (x.has_address and not x.has_verb) or ((is_long_break or is_appeal) and not reports_speech(x))
    )


def _is_addressed(article: Sequence[Look]) -> bool:
    """Whether an article says "you" in so many of its paragraphs, quotations apart, that it is its way of speaking."""
    prose = [x for x in article if x.prose >= PROSE and not has_quotation(x.text) and not LABEL.match(x.text)]
    said = sum(bool(YOU.search(x.text.lower())) for x in prose)
    return said >= LEAST_YOU and said > YOU_SHARE * len(prose)


def _memo_head(looks: Sequence[Look], first: int) -> int | None:
    """The first of the labelled lines of a memorandum or of minutes before its text; None where it is neither."""
    labels = [(n, found) for n in range(first) if (found := MEMO_LABEL.match(looks[n].text))]
    if len(labels) < LEAST_LABELS or not any(found["own"] for _, found in labels):
        return None
    return labels[0][0]


def _ends(looks: Sequence[Look]) -> tuple[int, int, int]:
    """The first blocks that may end the article, that end it for sure, and with which comments begin."""
    stop = end = comments = len(looks)
    left = total = sum(len(x.text) for x in looks if is_paragraph(x))
    reports = [n for n, x in enumerate(looks) if is_paragraph(x) and reports_speech(x)]
    for n, x in enumerate(looks):
        left -= len(x.text) if is_paragraph(x) else 0
        names = {c.name for c in (*x.furniture, *x.credits)}
        rest = REST_OF_RELEASE if names & CLOSES else REST_WITHOUT_SPEECH if n > max(reports, default=-1) else REST
        if left > rest * total or not (names & ENDS or x.is_tags):
            continue
        stop = min(stop, n)
        if names & SURE_ENDS or x.is_tags:
            end = min(end, n)
        if "comment form" in names or names & CLOSES:
            comments = min(comments, n)
    return stop, end, comments


def _is_greeting(x: Look) -> bool:
    """Whether the line is how a letter or an address begins or closes: "Dear members,"."""
    return x.text.endswith(",") and x.words <= LONGEST_GREETING and not (x.furniture or x.has_day or x.is_byline)


def _is_speaker(x: Look) -> bool:
    """Whether the line is the speaker's name over a turn of a transcript: "ADA QUILL, HOST:"."""
    return x.text.endswith(":") and x.text.isupper() and x.words <= LONGEST_GREETING and not x.furniture


def _speaker_lines(looks: Sequence[Look], last: int) -> int:
    """How many lines behind the last paragraph name and describe the speaker of a quotation set off there.

    Two where a name in capitals is followed by a description that begins small, or where a letter closes,
    else none.
    """
    if last + 2 < len(looks) and _is_greeting(looks[last + 1]) and looks[last + 2].titled == 1.0:
        return 2
    if last + 2 >= len(looks) or looks[last].words > 40:
        return 0
    name, below = looks[last + 1], looks[last + 2]
    is_name = 2 <= name.words <= 4 and name.titled == 1.0 and not (name.is_final or name.furniture or name.credits)
    return 2 if is_name and below.starts_small and below.words <= 12 else 0
