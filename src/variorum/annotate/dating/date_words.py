"""How dates are worded: each rule is a pattern and the way in which its words are read as EDTF."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from variorum.annotate.dating import date_readings as readings
from variorum.annotate.dating.date_readings import View, Words


@dataclass(frozen=True, slots=True)
class Rule:
    """A wording and its reading; None where these words date nothing that a calendar can place."""

    pattern: re.Pattern[str]
    read: Callable[[Words, View], str | None]
    is_relative: bool = False
    is_bare_year: bool = False


MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER|"
    r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
)
FULL_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
WEEKDAY = r"(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
YEAR = r"(?:1\d|20)\d\d(?!\d)"
TO = r"\s?(?:[-–—]|\bto\b|\bthrough\b|\band\b|\buntil\b)\s?"
PART = r"(?:early|mid|late|(?:the\s)?(?:beginning|start|middle|end|first half|second half)\sof)"
COUNT = r"(?:\d{1,3}|a|an|a couple of|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty)"
UNIT = r"(?P<unit>day|week|month|year|decade)s?"


def rule(pattern: str, read: Callable[[Words, View], str | None], flags: int = 0, **more: bool) -> Rule:
    """A rule whose words begin where a word begins, and not after a sign of money or number."""
    return Rule(re.compile(r"(?<![\w$£€#])" + pattern, flags), read, **more)


AFTER = r"(?:(?<=\bin\s)|(?<=\bof\s)|(?<=\bby\s)|(?<=\blast\s)|(?<=\bthis\s)|(?<=\bnext\s)|(?<=\bsince\s)|"
AFTER += r"(?<=\buntil\s)|(?<=\bfrom\s)|(?<=\bIn\s)|(?<=\bBy\s)|(?<=\bLast\s)|(?<=\bNext\s)|(?<=\bSince\s)|"
AFTER += r"(?<=\bUntil\s))"
MD = rf"(?P<month>{MONTH})\s(?P<day>{DAY})"
DM = rf"(?P<day>{DAY})\s(?:of\s)?(?P<month>{MONTH})"
IN_YEAR = rf"(?:,?\s(?P<year>{YEAR}))?"
TIME_OF_DAY = r"(?!\d|[:.,]\d|\s?[ap]\.?m)"
NOT_A_CLAUSE = r"(?!\s(?:the|that|he|she|it|his|her|they|a|an)\b)"
WHICH = r"(?P<which>that same|that|the same|the following|the next|the previous|the preceding)"
SPELL = r"(?P<unit>year|month|day|morning|afternoon|evening|night)"
ANY_CASE: Final = re.IGNORECASE

WRITTEN: tuple[Rule, ...] = (
    rule(rf"{MD}{TO}(?P<other>{MONTH})\s(?P<last>{DAY}){IN_YEAR}", readings.days),
    rule(rf"{MD}{TO}(?P<last>{DAY})\b{IN_YEAR}", readings.days),
    rule(rf"(?P<day>{DAY}){TO}(?P<last>{DAY})\s(?:of\s)?(?P<month>{MONTH}){IN_YEAR}", readings.days),
    rule(rf"(?:{WEEKDAY},?\s)?{MD}{TIME_OF_DAY}{IN_YEAR}", readings.whole_day),
    rule(rf"(?:{WEEKDAY},?\s)?(?:the\s)?{DM}{IN_YEAR}", readings.whole_day),
    rule(rf"(?P<month>{FULL_MONTH}){TO}(?P<other>{FULL_MONTH}),?\s(?:of\s)?(?P<year>{YEAR})", readings.months),
    rule(
        rf"(?P<part>{PART})[-\s](?P<month>{FULL_MONTH})(?:,?\s(?:of\s)?(?P<year>{YEAR}))?",
        readings.part_of_month,
        ANY_CASE,
    ),
    rule(rf"(?P<month>{MONTH}),?\s(?:of\s)?(?P<year>{YEAR})", readings.month),
    rule(
        rf"(?:the\s)?(?P<season>spring|summer|autumn|fall|winter)(?:\sof|,)?\s(?P<year>{YEAR})",
        readings.season,
        ANY_CASE,
    ),
    rule(rf"(?:the\s)?(?:(?P<part>{PART})[-\s](?:the\s)?)?(?P<decade>\d\d\d)0'?s\b", readings.decade, ANY_CASE),
    rule(rf"the\s(?:(?P<part>{PART})[-\s](?:the\s)?)?'?(?P<decade>[2-9])0'?s\b", readings.decade, ANY_CASE),
    rule(r"(?:the\s)?(?P<nth>1\d|2[01])(?:st|th)[-\s]century", readings.century, ANY_CASE),
    rule(rf"(?:from|between)\s(?P<first>{YEAR})\s(?:to|and|until|through)\s(?P<last>{YEAR})", readings.years, ANY_CASE),
    rule(rf"(?P<first>{YEAR})\s?(?:[-–—]|\bto\b|\bthrough\b)\s?(?P<last>{YEAR})", readings.years),
    rule(rf"(?P<first>{YEAR})[-–/](?P<last>\d\d)(?![\d-])", readings.season_or_month),
    rule(rf"(?P<part>{PART})[-\s](?P<year>{YEAR})", readings.part_of_year, ANY_CASE),
    rule(rf"(?:the\s)?(?P<nth>first|second|third|fourth)\squarter\sof\s(?P<year>{YEAR})", readings.quarter, ANY_CASE),
    rule(r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)", readings.numbers),
    rule(rf"(?P<one>\d\d?)/(?P<two>\d\d?)/(?P<year>{YEAR})", readings.numeric),
    rule(rf"(?P<day>\d\d?)\.(?P<month>\d\d?)\.(?P<year>{YEAR})", readings.numbers),
    rule(rf"(?:around|circa|about|c\.)\s(?P<year>{YEAR})(?=[\s.,;)])", readings.circa, ANY_CASE, is_bare_year=True),
    rule(rf"(?P<year>{YEAR})", readings.year, is_bare_year=True),
    rule(rf"{AFTER}(?P<month>{FULL_MONTH})(?P<year>)\b(?!\s[A-Z]\w)", readings.month),
)

RELATIVE: tuple[Rule, ...] = (
    rule(
        rf"(?P<month>{FULL_MONTH})\s(?:of\s)?(?P<which>that|the (?:same|following|next|previous|preceding))\syear",
        readings.month_of_that_year,
        is_relative=True,
    ),
    rule(
        r"(?P<which>last|this|past|next|coming)\s(?P<season>spring|summer|autumn|fall)\b",
        readings.near_season,
        ANY_CASE,
        is_relative=True,
    ),
    rule(r"(?<=\bin\s)['’](?P<digits>\d\d)\b(?!['’%])", readings.short_year, ANY_CASE, is_relative=True),
    rule(
        rf"the\s(?P<weekday>{WEEKDAY})\b(?!\s[A-Z]|['’-]|\s(?:of|before|after|paper|papers|edition|issue)\b)",
        readings.the_weekday,
        is_relative=True,
    ),
    rule(r"(?:yesterday|tomorrow|tonight|today)(?!'s\b)", readings.from_today, ANY_CASE, is_relative=True),
    rule(
        rf"(?P<which>(?:last|next|this coming|coming|this)\s)?(?P<weekday>{WEEKDAY})\b",
        readings.weekday,
        is_relative=True,
    ),
    rule(
        r"(?:(?P<part>earlier|later|late|early)\s)?(?P<which>last|this|next)\s(?P<unit>week|month|year)\b(?!-)",
        readings.period,
        ANY_CASE,
        is_relative=True,
    ),
    rule(rf"(?P<count>{COUNT})\s{UNIT}\sago\b", readings.ago, ANY_CASE, is_relative=True),
    rule(
        rf"(?P<count>{COUNT})\s{UNIT}\s(?P<way>later|earlier|after|before)\b{NOT_A_CLAUSE}",
        readings.later,
        ANY_CASE,
        is_relative=True,
    ),
    rule(rf"{WHICH}\s{SPELL}\b", readings.that, ANY_CASE, is_relative=True),
)  # fmt: skip

RULES = WRITTEN + RELATIVE
