"""From where the words of a date are seen: the writer's day, the story that is told, what is still to come."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from datetime import date

from variorum import edtf
from variorum.annotate.dating import issued
from variorum.annotate.dating.date_readings import View
from variorum.annotate.parsed import Block, Parsed
from variorum.annotate.reporting.quotes import quotations
from variorum.model import DateMention

PASSAGE = 600  # code points back to which "five years later" may count from a date; about four sentences
BREATH = 260  # code points back to which a date without its year takes the year of one that has it; two sentences
REMEMBERED = 60  # dates back to which a story may return
LONG_QUOTE = 3000  # code points back to which a quotation around some words is looked for
LONG_PAST = (
    366  # days between the writer and a day told of, above which what "was to" follow that day is not ahead of him
)
AHEAD = re.compile(
    r"\b(?:will|won't|shall|going to|set to|due to|due on|scheduled|slated|planned|plans? to|expected to|upcoming|"
    r"ahead of|is to|are to|was to|were to|shall|would(?! have)|vowed to|promised to|agreed to|next|deadline)\b|'ll\b|"
    r"\b(?:by|until|till|no later than)\s(?:the\s)?(?:(?:end|middle|start)\sof\s)?$|"
    r"\b(?:until|till)\s(?:\w+\s){1,3}(?:in|on)\s$",
    re.I,
)
# What is ahead of the writer himself, not of those of whom he tells ("he was to leave by May").
COMING = re.compile(
    r"\b(?:will|won't|shall|(?:is|are|has|have)\s(?:\w+\s)?"
    r"(?:to|due|set|agreed|planned|planning|promised|vowed|pledged|scheduled|slated|expected|asked))\b|'ll\b",
    re.I,
)
SO_FAR = re.compile(r"\bhad\b[^.,;]*\bby\s$", re.I)  # "had left by Thursday" looks back
TURN = re.compile(r"\s*(?:[QA]\.|[A-Z][A-Z .'’-]{1,40}:)\s")  # a line of a transcript begins with its speaker
ENTRY = re.compile(r"(?:^|\n)\s*(?:\[[^\]\n]*\]\s*)?$")  # what stands before the date of an entry of a diary
ENTRY_END = re.compile(r"\s*(?:[.:]\s|\n|$)")


class Standpoint:
    """Tells of any words of a document from where they date something; asked in text order."""

    def __init__(self, parsed: Parsed, years: Mapping[tuple[int, int], int]) -> None:
        self.parsed, self.years = parsed, years
        self.published = issued.written(parsed.document)
        self.quoted = [(q.start, q.end) for q in quotations(parsed)]
        self.entry: str | None = None
        self.whole: list[tuple[int, str]] = []
        self.coming: set[int] = set()  # where a day to come is named: "that evening" is not its evening

    def view(self, block: Block, start: int, found: Sequence[DateMention]) -> View:
        """From where the words that begin at an offset of the block are seen, after the dates found so far."""
        here = block.start + start
        told = [d for d in found[-REMEMBERED:] if d.span.start not in self.coming]
        day = _day(told)
        published = None if self._is_told(block, here) else self.entry or self.published
        is_ahead = _is_ahead(block, start, AHEAD)
        is_coming = _is_ahead(block, start, COMING)
        near = None if published and is_coming else self._near(here, published)
        if near is None and is_ahead and not is_coming and day and _is_long_past(day, published):
            near = day
        if is_ahead:
            self.coming.add(here)
        return View(published, _anchor(told, here), is_ahead, near, day, self.years)

    def note(self, block: Block, start: int, end: int, stated: str, *, has_year: bool) -> None:
        """Takes notice of a date that was read: one with its year, or one over an entry of a diary."""
        if has_year:
            self.whole.append((block.start + end, stated))
        if len(stated) == 10 and edtf.size(stated) == 1 and self._is_heading(block.start + start, block.start + end):
            self.entry = stated

    def _is_heading(self, start: int, end: int) -> bool:
        text = self.parsed.text
        return bool(ENTRY.search(text, max(0, start - 80), start) and ENTRY_END.match(text, end))

    def _is_told(self, block: Block, here: int) -> bool:
        """Whether the words are quoted by one who is quoted himself: his "today" is not the writer's."""
        first, last = bisect_left(self.quoted, (here - LONG_QUOTE,)), bisect_left(self.quoted, (here,))
        depth = sum(here < end for _, end in self.quoted[first:last])
        return depth > (0 if TURN.match(block.text) else 1)

    def _near(self, here: int, published: str | None) -> str | None:
        """The date with its year that stands just before, in the same paragraph, where it is not of the news itself.

        What is not dated to the day is no news: there the year holds until another is named.
        """
        is_news = published is None or len(published) == 10
        if not self.whole or here - self.whole[-1][0] > (BREATH if is_news else 2 * PASSAGE):
            return None
        place, stated = self.whole[-1]
        if is_news and "\n" in self.parsed.text[place:here]:
            return None
        if not re.match(r"\d{4}-(?:0\d|1[0-2])", stated) or "/" in stated:
            return None
        return stated if published is None or stated[:4] != published[:4] else None


def _is_long_past(day: str, published: str | None) -> bool:
    days = edtf.bounds(published or "")
    return days is not None and (days[0] - date.fromisoformat(day)).days > LONG_PAST


def _day(found: Sequence[DateMention]) -> str | None:
    """The last single day that the document has told of."""
    return next((d.edtf for d in reversed(found) if len(d.edtf) == 10 and edtf.size(d.edtf) == 1), None)


def _anchor(found: Sequence[DateMention], here: int) -> str | None:
    """The last date named before this place in the same passage."""
    for mention in reversed(found):
        if here - mention.span.end > PASSAGE:
            return None
        if mention.edtf:
            return mention.edtf
    return None


def _is_ahead(block: Block, start: int, told: re.Pattern[str]) -> bool:
    """Whether the sentence before these words speaks of what is to come."""
    text = block.text
    begin = max(text.rfind(mark, 0, start) for mark in '.!?"\n') + 1
    before = text[begin:start]
    return told.search(before) is not None and not SO_FAR.search(before)
