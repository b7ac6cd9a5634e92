"""How the words of a date are read as EDTF: one function for each way of putting it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from variorum import edtf
from variorum.annotate.dating import almanac

Words = re.Match[str]


@dataclass(frozen=True, slots=True)
class View:
    """From where a date is read: the day of publication, the date named before, whether the future is meant.

    `near` is a date with its year that is written in the same breath, `day` the last day told of; `years` tells of
    days that the document names in full somewhere, (month, day), which year they are of.
    """

    published: str | None
    anchor: str | None
    is_ahead: bool
    near: str | None = None
    day: str | None = None
    years: Mapping[tuple[int, int], int] = field(default_factory=dict)

    @property
    def today(self) -> date | None:
        """The day of publication where the whole of it is known."""
        return date.fromisoformat(self.published) if self.published and len(self.published) == 10 else None


def part(words: str) -> str:
    """The part of a month, year or decade that is named: "early", "middle"."""
    return re.sub(r"^the\s|\sof$", "", words.casefold())


def _number(words: str) -> int:
    return int(re.sub(r"\D", "", words))


def _year_of(m: Words, view: View, month: int, day: int) -> int | None:
    """The year that is written, else that of the date named before in the same breath, else the nearest."""
    if m["year"]:
        return int(m["year"])
    if (month, day) in view.years and not view.is_ahead:
        return view.years[month, day]
    if view.near:
        return almanac.nearest_year(month, day, view.near, is_ahead=view.is_ahead)
    if view.published:
        return almanac.near_day(month, day, view.published, is_ahead=view.is_ahead)
    return None


def whole_day(m: Words, view: View) -> str | None:
    """One day, its year supplied where it is not written."""
    month, day = almanac.month_number(m["month"]), _number(m["day"])
    return almanac.day(_year_of(m, view, month, day), month, day)


def days(m: Words, view: View) -> str | None:
    """From one day to another."""
    month, first, last = almanac.month_number(m["month"]), _number(m["day"]), _number(m["last"])
    other = almanac.month_number(m["other"]) if "other" in m.re.groupindex else month
    year = _year_of(m, view, month, first)
    begin, end = almanac.day(year, month, first), almanac.day(year, other, last)
    if begin is None or end is None or year is None:
        return begin
    return almanac.interval(begin, end) if begin < end else None


def month(m: Words, view: View) -> str | None:
    """One month, its year supplied where it is not written and the day of publication is known."""
    number = almanac.month_number(m["month"])
    year = int(m["year"]) if m["year"] else None
    if year is None and view.near:
        year = almanac.nearest_year(number, 15, view.near, is_ahead=view.is_ahead)
    if year is None and view.published:
        year = almanac.near_month(number, view.published, is_ahead=view.is_ahead)
    return almanac.month(year, number)


def months(m: Words, _: View) -> str | None:
    """From one month to another of the same year."""
    first, last = almanac.month_number(m["month"]), almanac.month_number(m["other"])
    year = int(m["year"])
    return almanac.interval(almanac.month(year, first), almanac.month(year, last)) if first < last else None


def part_of_month(m: Words, view: View) -> str | None:
    """ "Early May", "the end of June 2011"."""
    stated = month(m, view)
    if stated is None or stated.startswith("X"):
        return stated
    return almanac.part_of_month(part(m["part"]), int(stated[:4]), int(stated[5:7]))


def years(m: Words, _: View) -> str | None:
    """From one year to another; None for a span that no report covers."""
    first, last = m["first"], m["last"]
    last = first[: 4 - len(last)] + last
    return almanac.interval(first, last) if first < last and int(last) - int(first) < 200 else None


def season_or_month(m: Words, _: View) -> str | None:
    """ "2017-18" is a season of two years, "2017-06" a month."""
    first, last = int(m["first"]), int(m["last"])
    if last == (first + 1) % 100:
        return almanac.interval(f"{first}", f"{first + 1}")
    return almanac.month(first, last) if 1 <= last <= 12 else None


def decade(m: Words, _: View) -> str | None:
    """ "The 1990s", "the mid-1930s"."""
    first = int(m["decade"] + "0") if len(m["decade"]) == 3 else 1900 + 10 * int(m["decade"])
    if not 1200 <= first <= 2090:
        return None
    return almanac.part_of_decade(part(m["part"]), first) if m["part"] else f"{first // 10}X"


def numeric(m: Words, _: View) -> str | None:
    """04/06/2000 may be April or June: then only the year is certain."""
    one, two, year = int(m["one"]), int(m["two"]), int(m["year"])
    if one == two or one > 12:
        return almanac.day(year, two, one)
    if two > 12:
        return almanac.day(year, one, two)
    return f"{year}"


def from_today(m: Words, view: View) -> str | None:
    """ "Yesterday", seen from the day of publication."""
    away = {"yesterday": -1, "tomorrow": 1, "today": 0, "tonight": 0}
    return almanac.shifted(view.published, away[m[0].casefold()], "day") if view.published else None


def weekday(m: Words, view: View) -> str | None:
    """The day of the week nearest to publication, before or after it as the sentence tells."""
    if view.today is None:
        return None
    is_ahead = view.is_ahead or (m["which"] or "").strip().casefold() in ("next", "this coming", "coming")
    return almanac.near_weekday(m["weekday"], view.today, is_ahead=is_ahead)


def the_weekday(m: Words, view: View) -> str | None:
    """ "The Sunday" of a story: the first after the day told of before."""
    return almanac.weekday_after(m["weekday"], view.day) if view.day else None


def near_season(m: Words, view: View) -> str | None:
    """ "Last summer", "next spring", seen from the day of publication."""
    away = {"last": -1, "past": -1, "this": 0, "next": 1, "coming": 1}[m["which"].casefold()]
    return almanac.near_season(m["season"], view.published, away) if view.published else None


def short_year(m: Words, view: View) -> str | None:
    """ "In '91", seen from the day of publication: the last such year before it."""
    if not view.published:
        return None
    year = int(view.published[:2] + m["digits"])
    return f"{year if year <= int(view.published[:4]) else year - 100:04}"


def period(m: Words, view: View) -> str | None:
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


def ago(m: Words, view: View) -> str | None:
    """ "Three months ago", about so where it is not told in days."""
    if not view.published:
        return None
    unit, count = m["unit"].casefold(), almanac.number(m["count"])
    start = view.published[: {"month": 7, "year": 4, "decade": 4}.get(unit, 10)]
    stated = almanac.shifted(start, -count, unit) if count else None
    return stated + ("" if unit == "day" else "~") if stated else None


def later(m: Words, view: View) -> str | None:
    """ "Five years later", seen from the date named before."""
    count = almanac.number(m["count"])
    unit = m["unit"].casefold()
    if not view.anchor or not count or "/" in view.anchor or "X" in view.anchor:
        return None
    anchor = view.anchor[:4] if unit in ("year", "decade") else view.anchor[:7] if unit == "month" else view.anchor
    return almanac.shifted(anchor, count if m["way"].casefold() in ("later", "after") else -count, unit)


def that(m: Words, view: View) -> str | None:
    """ "That year", "the same day", "the following month", seen from the date named before."""
    if not view.anchor or "/" in view.anchor:
        return None
    unit = m["unit"].casefold()
    unit = unit if unit in ("year", "month") else "day"  # "that evening", "the next morning"
    width = {"year": 4, "month": 7, "day": 10}[unit]
    anchor = view.anchor.rstrip("~?%")[:width]
    if len(anchor) < width or "X" in anchor:
        return None
    which = m["which"].casefold().removeprefix("the ")
    away = {"following": 1, "next": 1, "previous": -1, "preceding": -1}.get(which, 0)
    return almanac.shifted(anchor, away, unit)


def month_of_that_year(m: Words, view: View) -> str | None:
    """ "In May of that year", "May of the following year"."""
    anchor = view.anchor or view.day or ""
    if not anchor[:4].isdigit():
        return None
    away = {"following": 1, "next": 1, "previous": -1, "preceding": -1}.get(m["which"].casefold().split()[-1], 0)
    return almanac.month(int(anchor[:4]) + away, almanac.month_number(m["month"]))


def circa(m: Words, _: View) -> str:
    """ "Around 1850"."""
    return f"{m['year']}~"


def quarter(m: Words, _: View) -> str:
    """A quarter of a year as three months."""
    first = 3 * ("first", "second", "third", "fourth").index(m["nth"].casefold()) + 1
    return f"{m['year']}-{first:02}/{m['year']}-{first + 2:02}"


def season(m: Words, _: View) -> str:
    """ "The summer of 1971"."""
    return almanac.season(m["season"], int(m["year"]))


def century(m: Words, _: View) -> str:
    """ "The 19th century"."""
    return f"{int(m['nth']) - 1}XX"


def part_of_year(m: Words, _: View) -> str:
    """ "Early 2000"."""
    return almanac.part_of_year(part(m["part"]), int(m["year"]))


def numbers(m: Words, _: View) -> str | None:
    """A day in numbers whose order is certain."""
    return almanac.day(int(m["year"]), int(m["month"]), int(m["day"]))


def year(m: Words, _: View) -> str:
    """A year by itself."""
    return m["year"]
