"""What the documents date, in the order of time."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import ClassVar

from variorum import edtf
from variorum.config import Settings
from variorum.lookup import Lookup
from variorum.model import DateMention, Edition, Span, TimelineEntry

WIDEST = 110  # code points of a label: a line of a page
CLAUSE_END = re.compile(r"[;:—–]\s|,\s(?=(?:but|and|while|which|who|whereas)\b)|\.\s")


class DateChronicler:
    """Makes one entry for each date and occasion, with the words of every document that gives it."""

    name: ClassVar[str] = "collate.timeline/1"

    def __init__(self, settings: Settings) -> None:
        self.settings = settings

    def chronicle(self, edition: Edition) -> tuple[TimelineEntry, ...]:
        """Dated entries, the earliest day first, those of an unknown year last."""
        look = Lookup(edition)
        dated = _occasions(edition)
        groups: defaultdict[tuple[str, str | None, str], list[DateMention]] = defaultdict(list)
        for mention in sorted(edition.dates, key=lambda d: (d.span, d.edtf)):
            occasion = dated(mention)
            place = "" if occasion else _sentence_key(look, mention)
            groups[mention.edtf, occasion, place].append(mention)
        entries = [_entry(look, mentions, occasion) for (_, occasion, _), mentions in groups.items()]
        return tuple(sorted(entries, key=lambda e: (edtf.in_time(e.date or ""), e.evidence, e.what)))


def _sentence_key(look: Lookup, mention: DateMention) -> str:
    """What tells entries of one date apart where no occasion does: the sentence's words."""
    return " ".join(look.words(look.sentence(mention.span)).split()).casefold()


class _occasions:  # noqa: N801  # reads as a verb where it is called
    """Finds the occasion that a date belongs to: the one whose evidence holds it."""

    def __init__(self, edition: Edition) -> None:
        self._held: defaultdict[str, list[tuple[Span, str, str | None]]] = defaultdict(list)
        for occasion in edition.occasions:
            for stated in occasion.stated:
                for span in stated.evidence:
                    self._held[stated.doc].append((span, occasion.id, stated.date))

    def __call__(self, mention: DateMention) -> str | None:
        fitting = sorted(
            (span.end - span.start, key)
            for span, key, date in self._held[mention.span.doc]
            if mention.span in span and date == mention.edtf
        )
        return fitting[0][1] if fitting else None


def _entry(look: Lookup, mentions: list[DateMention], occasion: str | None) -> TimelineEntry:
    evidence = tuple(sorted({_clause(look, m) for m in mentions}))
    label = look.occasions[occasion].label if occasion else _label(look.words(evidence[0]))
    return TimelineEntry(date=mentions[0].edtf, what=label, evidence=evidence, occasion=occasion)


def _clause(look: Lookup, mention: DateMention) -> Span:
    """The clause around a date; the one before it where the date counts on from there ("four months later")."""
    sentence = look.sentence(mention.span)
    text = look.words(sentence)
    at, end = mention.span.start - sentence.start, mention.span.end - sentence.start
    if at < 0 or end > len(text):
        return mention.span
    first = max((m.end() for m in CLAUSE_END.finditer(text, 0, at)), default=0)
    last = next((m.start() for m in CLAUSE_END.finditer(text, end)), len(text))
    if mention.is_relative and mention.edtf.endswith("~") and first:
        first = 0
    clause = text[first:last]
    if len(clause.split()) < 4:
        first, last = 0, len(text)
        clause = text
    lead = len(clause) - len(clause.lstrip(" ,–—-\"“”'"))
    return Span(mention.span.doc, sentence.start + first + lead, sentence.start + first + len(clause.rstrip(" ,;:")))


def _label(words: str) -> str:
    """The words in one line, cut at a word where they are too many."""
    line = " ".join(words.split())
    return line if len(line) <= WIDEST else line[:WIDEST].rsplit(" ", 1)[0].rstrip(" ,;:–—-") + " …"
