"""Arithmetic with dates as people name them: parts of a year, months, weekdays, "four months later"."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from variorum import edtf

MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9}
NUMBERS |= {
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "a": 1,
    "an": 1,
    "couple": 2,
    "fifteen": 15,
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
}
FIRST_OF_CENTURY = 40  # "39" is read as 2039, "40" as 1940: what is written so is of living memory
JUST_PAST = 60  # days; what "would" be on a day of these weeks has been, rather than comes in a year's time
SEASONS = {"spring": "21", "summer": "22", "autumn": "23", "fall": "23"}
PARTS_OF_YEAR = {"early": (1, 4), "mid": (5, 8), "late": (9, 12), "beginning": (1, 3), "start": (1, 3)}
PARTS_OF_YEAR |= {"middle": (5, 8), "end": (10, 12), "first half": (1, 6), "second half": (7, 12)}
PARTS_OF_MONTH = {"early": (1, 10), "mid": (11, 20), "late": (21, 31), "beginning": (1, 10), "start": (1, 10)}
PARTS_OF_MONTH |= {"middle": (11, 20), "end": (21, 31), "first half": (1, 15), "second half": (16, 31)}
PARTS_OF_DECADE = {"early": (0, 3), "mid": (4, 6), "late": (7, 9), "beginning": (0, 3), "start": (0, 3)}
PARTS_OF_DECADE |= {"middle": (4, 6), "end": (7, 9), "first half": (0, 4), "second half": (5, 9)}


def month_number(name: str) -> int:
    """1 to 12 for a month's name or its abbreviation.

    >>> month_number("Sept."), month_number("June")
    (9, 6)
    """
    return next(n for n, month in enumerate(MONTHS, 1) if month.startswith(name.casefold()[:3]))


def number(words: str) -> int:
    """The number that digits or a number word name; 0 where they name none.

    >>> number("three"), number("14"), number("a couple of"), number("several")
    (3, 14, 2, 0)
    """
    if words.isdigit():
        return int(words)
    return max((NUMBERS.get(w, 0) for w in words.casefold().split()), default=0)


def full_year(digits: str) -> int:
    """The year that four digits name, or the last two of it, as far as they are of the last hundred years.

    >>> full_year("1998"), full_year("86"), full_year("04")
    (1998, 1986, 2004)
    """
    year = int(digits)
    return year if year > 99 else year + (2000 if year < FIRST_OF_CENTURY else 1900)


def day(year: int | None, month: int, day_of_month: int) -> str | None:
    """A day as EDTF, of an unknown year where that is None; None for a day that no calendar has.

    >>> day(2003, 7, 9), day(None, 6, 12), day(2001, 2, 30)
    ('2003-07-09', 'XXXX-06-12', None)
    """
    found = f"{'XXXX' if year is None else f'{year:04}'}-{month:02}-{day_of_month:02}"
    return found if edtf.is_valid(found) else None


def month(year: int | None, number_of_month: int) -> str:
    """A month as EDTF, of an unknown year where that is None."""
    return f"{'XXXX' if year is None else f'{year:04}'}-{number_of_month:02}"


def interval(first: str, last: str) -> str:
    """From one date to the other as EDTF; one date where both are the same.

    >>> interval("1962", "1968"), interval("1998", "1998")
    ('1962/1968', '1998')
    """
    return first if first == last else f"{first}/{last}"


def season(name: str, year: int) -> str:
    """A season of a year: "1971-22"; winter as the three months that begin in December.

    >>> season("summer", 1971), season("winter", 2013)
    ('1971-22', '2013-12/2014-02')
    """
    code = SEASONS.get(name.casefold())
    return f"{year:04}-{code}" if code else f"{year:04}-12/{year + 1:04}-02"


def part_of_year(part: str, year: int) -> str:
    """ "Early 2000" as the months that are usually meant.

    >>> part_of_year("early", 2000)
    '2000-01/2000-04'
    """
    first, last = PARTS_OF_YEAR[part]
    return f"{year:04}-{first:02}/{year:04}-{last:02}"


def part_of_month(part: str, year: int, number_of_month: int) -> str:
    """ "Late May 2017" as the days that are usually meant.

    >>> part_of_month("late", 2017, 5)
    '2017-05-21/2017-05-31'
    """
    first, last = PARTS_OF_MONTH[part]
    last = min(last, monthrange(year, number_of_month)[1])
    return f"{year:04}-{number_of_month:02}-{first:02}/{year:04}-{number_of_month:02}-{last:02}"


def part_of_decade(part: str, decade: int) -> str:
    """ "The mid-1930s" as years.

    >>> part_of_decade("mid", 1930)
    '1934/1936'
    """
    first, last = PARTS_OF_DECADE[part]
    return f"{decade + first:04}/{decade + last:04}"


def shifted(stated: str, count: int, unit: str) -> str | None:
    """The date so many units after another (before it, for a count below 0), as exactly as the unit allows.

    None where the date is too vague for the unit: nobody knows what three months after 1988 is.

    >>> shifted("1988-10", -4, "month"), shifted("1961", 6, "year"), shifted("1988", -3, "month")
    ('1988-06', '1967', None)
    >>> shifted("2017-06-12", 2, "week")
    '2017-06-26'
    """
    found = re.fullmatch(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", stated.rstrip("~?%"))
    if not found or (found[2] and int(found[2]) > 12):
        return None
    year, month_of, day_of = int(found[1]), int(found[2] or 0), int(found[3] or 0)
    if unit in ("year", "decade", "century"):
        return _year(year + count * {"year": 1, "decade": 10, "century": 100}[unit])
    if unit == "month" and month_of:
        months = year * 12 + month_of - 1 + count
        return month(months // 12, months % 12 + 1) if 12 < months < 119_988 else None
    if unit in ("day", "week") and day_of:
        return _day_after(date(year, month_of, day_of), count * (7 if unit == "week" else 1))
    return None


def _year(year: int) -> str | None:
    return f"{year:04}" if 0 < year < 10_000 else None


def _day_after(start: date, days: int) -> str | None:
    try:
        return (start + timedelta(days=days)).isoformat()
    except OverflowError:
        return None


def near_weekday(weekday: str, published: date, *, is_ahead: bool) -> str:
    """The weekday nearest to the day of publication: that day itself or before, or after it.

    >>> near_weekday("Thursday", date(2017, 6, 12), is_ahead=False)
    '2017-06-08'
    """
    wanted = _number_of(weekday)
    away = (wanted - published.weekday()) % 7 if is_ahead else -((published.weekday() - wanted) % 7)
    return (published + timedelta(days=away or (7 if is_ahead else 0))).isoformat()


def weekday_after(weekday: str, start: str) -> str | None:
    """The first such day of the week on or after a day: "the Sunday" of a story that began on a Friday.

    >>> weekday_after("Sunday", "1998-06-05"), weekday_after("Sunday", "1998-06")
    ('1998-06-07', None)
    """
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", start):
        return None
    first = date.fromisoformat(start)
    return _day_after(first, (_number_of(weekday) - first.weekday()) % 7)


def _number_of(weekday: str) -> int:
    return next(n for n, w in enumerate(WEEKDAYS) if w.startswith(weekday.casefold()[:3]))


def near_season(name: str, published: str, away: int) -> str | None:
    """The season nearest to a date: the last that has begun before it (-1), that of its year (0), the next (1).

    >>> near_season("spring", "2021-11-20", 1), near_season("summer", "2018-02-05", -1)
    ('2022-21', '2017-22')
    >>> near_season("summer", "2018-08-05", -1), near_season("fall", "2018", -1)
    ('2017-22', None)
    """
    found = re.match(r"(\d{4})-(\d\d)", published)
    if not found or name.casefold() not in SEASONS:
        return None
    year, month_of = int(found[1]), int(found[2])
    first = 3 * (int(SEASONS[name.casefold()]) - 20)  # spring begins in March
    if away > 0:
        return season(name, year if month_of < first else year + 1)
    if away < 0:
        return season(name, year if month_of >= first + 3 else year - 1)
    return season(name, year)


def near_month(number_of_month: int, published: str, *, is_ahead: bool) -> int | None:
    """The year in which a month named without one lies, seen from the date of publication.

    >>> near_month(11, "2017-06-12", is_ahead=False), near_month(6, "2017-06-12", is_ahead=False)
    (2016, 2017)
    """
    found = re.match(r"(\d{4})-(\d\d)", published)
    if not found:
        return None
    year, month_of = int(found[1]), int(found[2])
    if is_ahead:
        return year if number_of_month >= month_of else year + 1
    return year if number_of_month <= month_of else year - 1


def near_day(number_of_month: int, day_of_month: int, published: str, *, is_ahead: bool) -> int | None:
    """The year in which a day named without one lies, seen from the date of publication.

    The next three months count as ahead even where the sentence does not say so: "the vote on March 3" in a paper
    of February is the coming one, and nobody dates a day of eleven months ago without its year. Seen from a month
    only, what is more than half a year ahead of it may well be of a year long past.

    >>> near_day(4, 26, "2011-04", is_ahead=True), near_day(7, 1, "2011-10", is_ahead=True)
    (2011, None)
    """
    if not re.match(r"\d{4}-\d\d-\d\d", published):
        is_far = is_ahead and len(published) > 4 and (number_of_month - int(published[5:7])) % 12 > 6
        return None if is_far else near_month(number_of_month, published, is_ahead=is_ahead)
    year, today = int(published[:4]), date.fromisoformat(published[:10])
    options = [y for y in (year - 1, year, year + 1) if day(y, number_of_month, day_of_month)]
    distance = {y: (date(y, number_of_month, day_of_month) - today).days for y in options}
    if is_ahead:
        recent = [y for y in options if -JUST_PAST <= distance[y] < 0]
        coming = min((y for y in options if distance[y] >= 0), default=None)
        is_far = coming is None or distance[coming] > 240
        return recent[-1] if recent and is_far else coming  # "told that he would leave on 2 January", a week later
    return max((y for y in options if distance[y] <= 92), default=None)


def nearest_year(number_of_month: int, day_of_month: int, near: str, *, is_ahead: bool) -> int | None:
    """The year of a day named in one breath with a date: the nearest to it, or the first after it.

    >>> nearest_year(1, 5, "1974-12-20", is_ahead=False), nearest_year(6, 1, "1998-08-14", is_ahead=True)
    (1975, 1999)
    >>> nearest_year(6, 1, "1998", is_ahead=False)
    1998
    """
    found = re.match(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", near)
    if not found:
        return None
    year, month_of, day_of = int(found[1]), int(found[2] or 0), int(found[3] or 15)
    if not 1 <= month_of <= 12:
        return year
    away = (number_of_month - month_of) * 31 + day_of_month - day_of
    if is_ahead:
        return year if away >= 0 else year + 1
    return year + (1 if away < -186 else -1 if away > 186 else 0)


def week_of(published: date, weeks: int) -> str:
    """The days from Monday to Sunday of the week so many weeks after that of a day.

    >>> week_of(date(2017, 6, 12), -1)
    '2017-06-05/2017-06-11'
    """
    monday = published - timedelta(days=published.weekday() - 7 * weeks)
    return interval(monday.isoformat(), (monday + timedelta(days=6)).isoformat())
