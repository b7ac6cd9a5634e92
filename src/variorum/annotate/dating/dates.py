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
from variorum.annotate.dating.years import is_year
from variorum.annotate.parsed import Block, Parsed
from variorum.model import DateMention

PASSAGE = 600  # code points back to which "five years later" may count from a date; about four sentences
AHEAD = re.compile(
    r"\b(?:will|won't|shall|going to|set to|due to|due on|scheduled|slated|planned|plans? to|expected to|upcoming|"
    r"ahead of|is to|are to|was to|were to|shall|would(?! have)|vowed to|promised to|agreed to|next|deadline)\b|'ll\b|"
    r"\b(?:by|until|till|no later than)\s(?:the\s)?(?:(?:end|middle|start)\sof\s)?$",
    re.I,
)
SO_FAR = re.compile(r"\bhad\b[^.,;]*\bby\s$", re.I)  # "had left by Thursday" looks back
BREATH = 260  # code points back to which a date without its year takes the year of one that has it; two sentences
STAMP = re.compile(
    r"\b(?:declassified|released|approved|updated|corrected|copyright|printed|retrieved|archived)\b|©", re.I
)
HEAD = 700  # code points of the head of a document in which a line may tell its date
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
    published = _published(parsed.document.published) or _dated(parsed.text)
    every = [(block, hit) for block in parsed.blocks for hit in _hits(block)]
    years = _years_of_days(every)
    whole: list[tuple[int, str]] = []
    for block, hit in every:
        near = _near(parsed, whole, block.start + hit.start, published)
        view = View(published, _anchor(found, block, hit), _is_ahead(block, hit), near, years)
        rule = RULES[hit.rule]
        stated = rule.read(hit.words, view) or ""
        if edtf.is_valid(stated) or LATER.fullmatch(hit.words.group()):
            place = parsed.span(block.start + hit.start, block.start + hit.end)
            found.append(DateMention(place, stated, rule.is_relative))
            if "year" in hit.words.re.groupindex and hit.words["year"]:
                whole.append((block.start + hit.end, stated))
    return tuple(_counted_back(parsed, found))


def _dated(text: str) -> str | None:
    """The day that a line at the head of the document tells, where nothing else tells when it was published.

    "18:30  11 June 2021", "Norvik, 9 February 2021": a short line that is not a sentence.
    """
    for line in re.finditer(r"[^\n]+", text[:HEAD]):
        words = line.group().strip()
        if len(words.split()) > 10 or STAMP.search(words) or words.endswith((".", "?", "!")):
            continue
        for rule in RULES[:6]:
            found = rule.pattern.search(words)
            is_last = found is not None and not words[found.end() :].strip(" .,|")
            if found and is_last and found.re.groupindex.get("year") and found["year"]:
                stated = rule.read(found, View(None, None, False)) or ""
                if re.fullmatch(r"\d{4}-\d\d-\d\d", stated):
                    return stated
    return None


def _years_of_days(every: list[tuple[Block, _Hit]]) -> dict[tuple[int, int], int]:
    """Which year the days are of that the document names in full; those of several years are left out."""
    years: dict[tuple[int, int], set[int]] = {}
    for _, hit in every:
        stated = RULES[hit.rule].read(hit.words, View(None, None, False)) or ""
        whole = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", stated)
        if whole and int(whole[2]) <= 12:
            years.setdefault((int(whole[2]), int(whole[3])), set()).add(int(whole[1]))
    return {day: next(iter(of)) for day, of in years.items() if len(of) == 1}


def _near(parsed: Parsed, whole: list[tuple[int, str]], here: int, published: str | None) -> str | None:
    """The date with its year that stands just before, in the same paragraph, where it is not of the news itself."""
    if not whole or here - whole[-1][0] > BREATH or "\n" in parsed.text[whole[-1][0] : here]:
        return None
    stated = whole[-1][1]
    if not re.match(r"\d{4}-(?:0\d|1[0-2])", stated) or "/" in stated:
        return None
    return stated if published is None or stated[:4] != published[:4] else None


def _published(stated: str | None) -> str | None:
    """The day, month or year of publication, without a time of day."""
    found = re.match(r"\d{4}(?:-\d\d(?:-\d\d)?)?", stated or "")
    return found.group() if found and edtf.is_valid(found.group()) else None


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


def _anchor(found: list[DateMention], block: Block, hit: _Hit) -> str | None:
    """The last date named before this place in the same passage."""
    here = block.start + hit.start
    for mention in reversed(found):
        if here - mention.span.end > PASSAGE:
            return None
        if mention.edtf:
            return mention.edtf
    return None


def _is_ahead(block: Block, hit: _Hit) -> bool:
    """Whether the sentence before these words speaks of what is to come."""
    text = block.text
    start = max(text.rfind(mark, 0, hit.start) for mark in '.!?"\n') + 1
    before = text[start : hit.start]
    return AHEAD.search(before) is not None and not SO_FAR.search(before)


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
