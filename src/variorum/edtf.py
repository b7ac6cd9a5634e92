"""Dates as EDTF strings (ISO 8601-2): the days that they cover, whether two agree, their order in time.

Understood are years, months, seasons (21 to 24), days, decades and centuries ("193X", "19XX"), closed
intervals, the marks ~ ? %, and months or days of an unknown year ("XXXX-06", "XXXX-06-12").
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

POINT = re.compile(r"(\d[\dX]{3})(?:-(\d\d))?(?:-(\d\d))?")
YEARLESS = re.compile(r"XXXX-(\d\d)(?:-(\d\d))?")
MARKS = str.maketrans("", "", "~?%")
SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 12)}


def bounds(edtf: str) -> tuple[date, date] | None:
    """The first and the last day that the date covers; None where its year is unknown or it is no date.

    >>> bounds("193X")
    (datetime.date(1930, 1, 1), datetime.date(1939, 12, 31))
    >>> bounds("1971-22")
    (datetime.date(1971, 6, 1), datetime.date(1971, 8, 31))
    """
    first, _, last = edtf.translate(MARKS).partition("/")
    begin, end = _point(first), _point(last or first)
    return (begin[0], end[1]) if begin and end and begin[0] <= end[1] else None


def _point(part: str) -> tuple[date, date] | None:
    found = POINT.fullmatch(part)
    if not found:
        return None
    year, month, day = found.groups()
    first, last = int(year.replace("X", "0")), int(year.replace("X", "9"))
    low, high = SEASONS.get(int(month), (int(month), int(month))) if month else (1, 12)
    try:
        if day:
            return date(first, low, int(day)), date(last, low, int(day))
        return date(first, low, 1), date(last, high, monthrange(last, high)[1])
    except ValueError:
        return None


def is_valid(edtf: str) -> bool:
    """Whether this is a date that Variorum understands.

    >>> is_valid("2000-02-30"), is_valid("XXXX-06-12")
    (False, True)
    """
    yearless = YEARLESS.fullmatch(edtf)
    if yearless:
        month, day = int(yearless[1]), int(yearless[2] or 1)
        return 1 <= month <= 12 and 1 <= day <= monthrange(2000, month)[1]
    return bounds(edtf) is not None


def agree(a: str, b: str) -> bool:
    """Whether both dates can be true of one event: the days that they cover meet.

    >>> agree("2003-07-09", "2003"), agree("XXXX-07", "2003-07-09"), agree("1999", "2000-06")
    (True, True, False)
    """
    ours, theirs = bounds(a), bounds(b)
    if ours and theirs:
        return ours[0] <= theirs[1] and theirs[0] <= ours[1]
    left, right = _month_and_day(a), _month_and_day(b)
    return all(x is None or y is None or x == y for x, y in zip(left, right, strict=True))


def _month_and_day(edtf: str) -> tuple[str | None, str | None]:
    found = re.fullmatch(r"[\dX]{4}-(\d\d)(?:-(\d\d))?", edtf.translate(MARKS))
    return (found[1], found[2]) if found else (None, None)


def in_time(edtf: str) -> tuple[int, int, int, str]:
    """A key that sorts dates by their earliest day, the narrower first, those of an unknown year last.

    >>> sorted(["XXXX-06", "2000", "2003-07-09", "193X"], key=in_time)
    ['193X', '2000', '2003-07-09', 'XXXX-06']
    """
    days = bounds(edtf)
    if not days:
        return (1, 0, 0, edtf)
    return (0, days[0].toordinal(), days[1].toordinal(), edtf)


def size(edtf: str) -> int:
    """How many days the date covers; a large number where nobody can tell.

    >>> size("2000-06"), size("XXXX-06")
    (30, 999999)
    """
    days = bounds(edtf)
    return (days[1] - days[0]).days + 1 if days else 999_999
