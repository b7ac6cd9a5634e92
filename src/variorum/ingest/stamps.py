"""Reads the date that a line of a page's furniture or a dateline gives, as EDTF."""

from __future__ import annotations

import re
from datetime import date

from variorum.ingest.cues import MONTH

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
DAY_FIRST = re.compile(rf"\b(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\.? (?P<m>{MONTH}),? (?P<y>\d{{4}})\b", re.IGNORECASE)
MONTH_FIRST = re.compile(rf"\b(?P<m>{MONTH}) (?P<d>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<y>\d{{4}})\b", re.IGNORECASE)
ISO = re.compile(r"\b(?P<y>\d{4})-(?P<m>\d{2})-(?P<d>\d{2})(?!\d)")
MONTH_ONLY = re.compile(rf"\b(?P<m>{MONTH}),? (?P<y>(?:1[89]|20)\d\d)\b", re.IGNORECASE)
NO_YEAR = re.compile(rf"\b(?P<m>{MONTH}) (?P<d>\d{{1,2}})\b(?!\d)|\b(?P<d2>\d{{1,2}}) (?P<m2>{MONTH})", re.IGNORECASE)


def stamp(line: str) -> str | None:
    """The date that the line gives, as EDTF; None where it gives none or an ambiguous one ("3/4/2000").

    >>> stamp("Published: 4 June 2000, 10:15"), stamp("March 2001"), stamp("3/4/2000")
    ('2000-06-04', '2001-03', None)
    """
    for pattern in (ISO, DAY_FIRST, MONTH_FIRST):
        if (found := pattern.search(line)) and (day := _day(found["y"], found["m"], found["d"])):
            return day
    found = MONTH_ONLY.search(line)
    return f"{found['y']}-{_month(found['m']):02}" if found else None


def stamp_without_year(line: str) -> str | None:
    """A month and day without a year, as a dateline gives them.

    >>> stamp_without_year("June 5")
    'XXXX-06-05'
    """
    found = NO_YEAR.search(line)
    if not found:
        return None
    month, day = _month(found["m"] or found["m2"]), int(found["d"] or found["d2"])
    return f"XXXX-{month:02}-{day:02}" if _is_day(2000, month, day) else None


def _month(word: str) -> int:
    return int(word) if word.isdigit() else MONTHS.index(word[:3].lower()) + 1


def _day(year: str, month: str, day: str) -> str | None:
    numbers = int(year), _month(month), int(day)
    return "{:04}-{:02}-{:02}".format(*numbers) if _is_day(*numbers) else None


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
