"""Everything in a document that dates something, as EDTF."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from variorum import edtf
from variorum.annotate.dating import almanac
from variorum.annotate.dating.date_readings import View
from variorum.annotate.dating.date_words import RULES
from variorum.annotate.dating.standpoint import Standpoint
from variorum.annotate.dating.years import is_year
from variorum.annotate.parsed import Block, Parsed
from variorum.model import DateMention

NEARER = re.compile(r"[\s,–—-]*(?:(?:in|on|by)\s+)?", re.I)
LATER = re.compile(r"(.+?)\s(year|month|week|day|decade)s?\s(?:later|after)", re.I)


@dataclass(frozen=True, slots=True)
class _Hit:
    """Words that may date something, and how to read them."""

    rule: int
    start: int
    end: int
    words: re.Match[str]


def find(parsed: Parsed) -> tuple[DateMention, ...]:
    """The dates that the document names, in text order; what no calendar can place is left out.

    A relative date counts from the day of publication ("last week") or from the date named before it
    in the same passage ("five years later").
    """
    found: list[DateMention] = []
    every = [(block, hit) for block in parsed.blocks for hit in _hits(block)]
    standpoint = Standpoint(parsed, _years_of_days(every))
    for block, hit in every:
        rule = RULES[hit.rule]
        stated = rule.read(hit.words, standpoint.view(block, hit.start, found)) or ""
        if edtf.is_valid(stated) or LATER.fullmatch(hit.words.group()):
            place = parsed.span(block.start + hit.start, block.start + hit.end)
            found.append(DateMention(place, stated, rule.is_relative))
            has_year = "year" in hit.words.re.groupindex and bool(hit.words["year"])
            standpoint.note(block, hit.start, hit.end, stated, has_year=has_year)
    return tuple(_counted_back(parsed, found))


def _years_of_days(every: list[tuple[Block, _Hit]]) -> dict[tuple[int, int], int]:
    """Which year the days are of that the document names in full; those of several years are left out."""
    years: dict[tuple[int, int], set[int]] = {}
    for _, hit in every:
        stated = RULES[hit.rule].read(hit.words, View(None, None, False)) or ""
        whole = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", stated)
        if whole and int(whole[2]) <= 12:
            years.setdefault((int(whole[2]), int(whole[3])), set()).add(int(whole[1]))
    return {day: next(iter(of)) for day, of in years.items() if len(of) == 1}


def _hits(block: Block) -> Iterator[_Hit]:
    """The longest wordings that do not overlap, from the left; of two equal ones the first rule's."""
    text = block.text
    hits = [_Hit(n, m.start(), m.end(), m) for n, rule in enumerate(RULES) for m in rule.pattern.finditer(text)]
    end, last_year = 0, -1
    for hit in sorted(hits, key=lambda h: (h.start, -h.end, h.rule)):
        if hit.start < end:
            continue
        if RULES[hit.rule].is_bare_year:
            between = text[last_year : hit.start] if last_year >= 0 else "no year before"
            is_listed = re.fullmatch(r",?\s?(?:and\s|or\s)?", between) is not None
            if not is_year(block, hit.start, hit.end, is_listed=is_listed):
                continue
            last_year = hit.end
        end = hit.end
        yield hit


def _counted_back(parsed: Parsed, found: list[DateMention]) -> Iterator[DateMention]:
    """The dates, with "four months later – in October 1988" read as dating what came before, too.

    The wording dates two things: what happened in October 1988, and that from which the months count. Where the text
    has already named the latter ("in 1961 ... six years later, in 1967") it is not stated again.
    """
    if not found:
        return
    text = parsed.text
    before: list[str] = []
    for mention, following in pairwise([*found, found[-1]]):
        words = LATER.fullmatch(text[mention.span.start : mention.span.end])
        gap = text[mention.span.end : following.span.start]
        if words and following is not mention and not following.is_relative and NEARER.fullmatch(gap):
            back = almanac.shifted(following.edtf, -almanac.number(words[1]), words[2].casefold())
            if back and not any(edtf.agree(back, known) and edtf.size(known) < 400 for known in before[-3:]):
                yield DateMention(mention.span, back + "~", True)
        elif mention.edtf:
            yield mention
        before.append(mention.edtf)
