"""How dates are worded: each rule is a pattern and the way in which its words are read as EDTF."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from variorum import edtf
from variorum.annotate import almanac

Words = re.Match[str]


@dataclass(frozen=True, slots=True)
class View:
    """From where a date is read: the day of publication, the date named before, whether the future is meant."""

    published: str | None
    anchor: str | None
    is_ahead: bool

    @property
    def today(self) -> date | None:
        """The day of publication where the whole of it is known."""
        return date.fromisoformat(self.published) if self.published and len(self.published) == 10 else None


@dataclass(frozen=True, slots=True)
class Rule:
    """A wording and its reading; None where these words date nothing that a calendar can place."""

    pattern: re.Pattern[str]
    read: Callable[[Words, View], str | None]
    is_relative: bool = False
    is_bare_year: bool = False


MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|"
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


def rule(pattern: str, read: Callable[[Words, View], str | None], *, flags: int = 0, **more: bool) -> Rule:
    return Rule(re.compile(r"(?<![\w$£€#])" + pattern, flags), read, **more)


def _part(words: str) -> str:
    return re.sub(r"^the\s|\sof$", "", words.casefold())


def _number(words: str) -> int:
    return int(re.sub(r"\D", "", words))


def _year_of(m: Words, view: View, month: int, day: int) -> int | None:
    """The year that is written, else that of the date named before in the same breath, else the nearest."""
    if m["year"]:
        return int(m["year"])
    if view.published:
        return almanac.near_day(month, day, view.published, is_ahead=view.is_ahead)
    return None


def _whole_day(m: Words, view: View) -> str | None:
    month, day = almanac.month_number(m["month"]), _number(m["day"])
    return almanac.day(_year_of(m, view, month, day), month, day)


def _days(m: Words, view: View) -> str | None:
    month, first, last = almanac.month_number(m["month"]), _number(m["day"]), _number(m["last"])
    other = almanac.month_number(m["other"]) if "other" in m.re.groupindex else month
    year = _year_of(m, view, month, first)
    begin, end = almanac.day(year, month, first), almanac.day(year, other, last)
    if begin is None or end is None or year is None:
        return begin
    return almanac.interval(begin, end) if begin < end else None


def _month(m: Words, view: View) -> str | None:
    month = almanac.month_number(m["month"])
    if m["year"]:
        return almanac.month(int(m["year"]), month)
    if view.published:
        return almanac.month(almanac.near_month(month, view.published, is_ahead=view.is_ahead), month)
    return almanac.month(None, month)


def _months(m: Words, _: View) -> str | None:
    first, last = almanac.month_number(m["month"]), almanac.month_number(m["other"])
    year = int(m["year"])
    return almanac.interval(almanac.month(year, first), almanac.month(year, last)) if first < last else None


def _part_of_month(m: Words, view: View) -> str | None:
    stated = _month(m, view)
    if stated is None or stated.startswith("X"):
        return stated
    year, month = map(int, stated.split("-"))
    return almanac.part_of_month(_part(m["part"]), year, month)


def _years(m: Words, _: View) -> str | None:
    first, last = m["first"], m["last"]
    last = first[: 4 - len(last)] + last
    return almanac.interval(first, last) if first < last and int(last) - int(first) < 200 else None


def _season_or_month(m: Words, _: View) -> str | None:
    """ "2017-18" is a season of two years, "2017-06" a month."""
    first, last = int(m["first"]), int(m["last"])
    if last == (first + 1) % 100:
        return almanac.interval(f"{first}", f"{first + 1}")
    return almanac.month(first, last) if 1 <= last <= 12 else None


def _decade(m: Words, _: View) -> str | None:
    decade = int(m["decade"] + "0") if len(m["decade"]) == 3 else 1900 + 10 * int(m["decade"])
    if not 1200 <= decade <= 2090:
        return None
    part = m["part"]
    return almanac.part_of_decade(_part(part), decade) if part else f"{decade // 10}X"


def _numeric(m: Words, _: View) -> str | None:
    """04/06/2000 may be April or June: then only the year is certain."""
    one, two, year = int(m["one"]), int(m["two"]), int(m["year"])
    if one == two or one > 12:
        return almanac.day(year, two, one)
    if two > 12:
        return almanac.day(year, one, two)
    return f"{year}"


def _from_today(m: Words, view: View) -> str | None:
    away = {"yesterday": -1, "tomorrow": 1, "today": 0, "tonight": 0}
    return almanac.shifted(view.published, away[m[0].casefold()], "day") if view.published else None


def _weekday(m: Words, view: View) -> str | None:
    if view.today is None:
        return None
    is_ahead = view.is_ahead or (m["which"] or "").strip().casefold() in ("next", "this coming", "coming")
    return almanac.near_weekday(m["weekday"], view.today, is_ahead=is_ahead)


def _period(m: Words, view: View) -> str | None:
    """ "Last week", "earlier this month", "next year", seen from the day of publication."""
    if not view.published:
        return None
    away = {"last": -1, "this": 0, "next": 1, "past": -1, "coming": 1}[m["which"].casefold()]
    if m["unit"].casefold() == "week":
        return _week(m, view.today, away) if view.today else None
    unit = m["unit"].casefold()
    stated = almanac.shifted(view.published[: {"month": 7, "year": 4}[unit]], away, unit)
    part = (m["part"] or "").casefold()
    if not stated or not view.today or away or part not in ("earlier", "later"):
        return stated
    return _rest(stated, view.today, part)


def _week(m: Words, today: date, away: int) -> str:
    week = almanac.week_of(today, away)
    return _rest(week, today, (m["part"] or "").casefold()) if not away else week


def _rest(stated: str, today: date, part: str) -> str:
    """What a week or month has left after today ("later"), or had before it ("earlier")."""
    days = edtf.bounds(stated)
    if days is None or part not in ("earlier", "later"):
        return stated
    first, last = days
    if part == "later" and today < last:
        return almanac.interval(today.isoformat(), last.isoformat())
    if part == "earlier" and today > first:
        return almanac.interval(first.isoformat(), today.isoformat())
    return stated


def _ago(m: Words, view: View) -> str | None:
    if not view.published:
        return None
    unit, count = m["unit"].casefold(), almanac.number(m["count"])
    start = view.published[: {"month": 7, "year": 4, "decade": 4}.get(unit, 10)]
    stated = almanac.shifted(start, -count, unit) if count else None
    return stated + ("" if unit == "day" else "~") if stated else None


def _later(m: Words, view: View) -> str | None:
    count = almanac.number(m["count"])
    unit = m["unit"].casefold()
    if not view.anchor or not count or "/" in view.anchor or "X" in view.anchor:
        return None
    anchor = view.anchor[:4] if unit in ("year", "decade") else view.anchor[:7] if unit == "month" else view.anchor
    return almanac.shifted(anchor, count if m["way"].casefold() in ("later", "after") else -count, unit)


def _that(m: Words, view: View) -> str | None:
    """ "That year", "the same day", "the following month", seen from the date named before."""
    if not view.anchor or "/" in view.anchor:
        return None
    unit = m["unit"].casefold()
    width = {"year": 4, "month": 7, "day": 10}[unit]
    anchor = view.anchor.rstrip("~?%")[:width]
    if len(anchor) < width or "X" in anchor:
        return None
    which = m["which"].casefold().removeprefix("the ")
    away = {"following": 1, "next": 1, "previous": -1, "preceding": -1}.get(which, 0)
    return almanac.shifted(anchor, away, unit)


def _month_of_that_year(m: Words, view: View) -> str | None:
    if not view.anchor or not view.anchor[:4].isdigit():
        return None
    return almanac.month(int(view.anchor[:4]), almanac.month_number(m["month"]))


def _circa(m: Words, _: View) -> str:
    return f"{m['year']}~"


RULES: tuple[Rule, ...] = (
    rule(rf"(?P<month>{MONTH})\s(?P<day>{DAY}){TO}(?P<other>{MONTH})\s(?P<last>{DAY})(?:,?\s(?P<year>{YEAR}))?", _days),
    rule(rf"(?P<month>{MONTH})\s(?P<day>{DAY}){TO}(?P<last>{DAY})\b(?:,?\s(?P<year>{YEAR}))?", _days),
    rule(rf"(?P<day>{DAY}){TO}(?P<last>{DAY})\s(?:of\s)?(?P<month>{MONTH})(?:,?\s(?P<year>{YEAR}))?", _days),
    rule(rf"(?:{WEEKDAY},?\s)?(?P<month>{MONTH})\s(?P<day>{DAY})(?!\d|[:.,]\d|\s?[ap]\.?m)(?:,?\s(?P<year>{YEAR}))?", _whole_day),
    rule(rf"(?:{WEEKDAY},?\s)?(?:the\s)?(?P<day>{DAY})\s(?:of\s)?(?P<month>{MONTH})(?:,?\s(?P<year>{YEAR}))?", _whole_day),
    rule(rf"(?P<month>{FULL_MONTH}){TO}(?P<other>{FULL_MONTH}),?\s(?:of\s)?(?P<year>{YEAR})", _months),
    rule(rf"(?P<part>{PART})[-\s](?P<month>{FULL_MONTH})(?:,?\s(?:of\s)?(?P<year>{YEAR}))?", _part_of_month, flags=re.I),
    rule(rf"(?P<month>{MONTH}),?\s(?:of\s)?(?P<year>{YEAR})", _month),
    rule(
        rf"(?:the\s)?(?P<season>spring|summer|autumn|fall|winter)(?:\sof|,)?\s(?P<year>{YEAR})",
        lambda m, _: almanac.season(m["season"], int(m["year"])),
        flags=re.I,
    ),
    rule(rf"(?:the\s)?(?:(?P<part>{PART})[-\s](?:the\s)?)?(?P<decade>\d\d\d)0'?s\b", _decade, flags=re.I),
    rule(rf"the\s(?:(?P<part>{PART})[-\s](?:the\s)?)?'?(?P<decade>[2-9])0'?s\b", _decade, flags=re.I),
    rule(r"(?:the\s)?(?P<n>1\d|2[01])(?:st|th)[-\s]century", lambda m, _: f"{int(m['n']) - 1}XX", flags=re.I),
    rule(rf"(?:from|between)\s(?P<first>{YEAR})\s(?:to|and|until|through)\s(?P<last>{YEAR})", _years, flags=re.I),
    rule(rf"(?P<first>{YEAR})\s?(?:[-–—]|\bto\b|\bthrough\b)\s?(?P<last>{YEAR})", _years),
    rule(rf"(?P<first>{YEAR})[-–/](?P<last>\d\d)(?![\d-])", _season_or_month),
    rule(
        rf"(?P<part>{PART})[-\s](?P<year>{YEAR})",
        lambda m, _: almanac.part_of_year(_part(m["part"]), int(m["year"])),
        flags=re.I,
    ),
    rule(
        rf"(?:the\s)?(?P<n>first|second|third|fourth)\squarter\sof\s(?P<year>{YEAR})",
        lambda m, _: _quarter(m),
        flags=re.I,
    ),
    rule(r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)", lambda m, _: m[0]),
    rule(rf"(?P<one>\d\d?)[/](?P<two>\d\d?)[/](?P<year>{YEAR})", _numeric),
    rule(rf"(?P<day>\d\d?)\.(?P<month>\d\d?)\.(?P<year>{YEAR})", lambda m, _: almanac.day(*map(int, m.group("year", "month", "day")))),
    rule(rf"(?:around|circa|about|c\.)\s(?P<year>{YEAR})(?=[\s.,;)](?!people|men|\d))", _circa, flags=re.I, is_bare_year=False),
    rule(rf"(?P<year>{YEAR})", lambda m, _: m["year"], is_bare_year=True),
    rule(rf"(?:(?<=\bin\s)|(?<=\bof\s)|(?<=\bby\s)|(?<=\blast\s)|(?<=\bthis\s)|(?<=\bnext\s)|(?<=\bsince\s)|(?<=\buntil\s)|(?<=\bfrom\s))(?P<month>{FULL_MONTH})(?P<year>)\b(?!\s[A-Z]\w)", _month),
    rule(rf"(?:in\s)?(?P<month>{FULL_MONTH})\s(?:of\s)?(?:that|the same)\syear", _month_of_that_year, is_relative=True),
    rule(r"(?:yesterday|tomorrow|tonight|today)(?!'s\b)", _from_today, flags=re.I, is_relative=True),
    rule(rf"(?P<which>(?:last|next|this coming|coming|this)\s)?(?P<weekday>{WEEKDAY})\b", _weekday, is_relative=True),
    rule(
        r"(?:(?P<part>earlier|later|late|early)\s)?(?P<which>last|this|next)\s(?P<unit>week|month|year)\b(?!-)",
        _period,
        flags=re.I,
        is_relative=True,
    ),
    rule(rf"(?P<count>{COUNT})\s{UNIT}\sago\b", _ago, flags=re.I, is_relative=True),
    rule(rf"(?P<count>{COUNT})\s{UNIT}\s(?P<way>later|earlier|after|before)\b(?!\s(?:the|that|he|she|it|his|her|they|a|an)\b)", _later, flags=re.I, is_relative=True),
    rule(r"(?P<which>that same|that|the same|the following|the next|the previous|the preceding)\s(?P<unit>year|month|day)\b", _that, flags=re.I, is_relative=True),
)  # fmt: skip


def _quarter(m: Words) -> str:
    first = 3 * ("first", "second", "third", "fourth").index(m["n"].casefold()) + 1
    return f"{m['year']}-{first:02}/{m['year']}-{first + 2:02}"
