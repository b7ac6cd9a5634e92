"""Whether two EDTF dates can be one day: what each allows, from its earliest to its latest day."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

PART = re.compile(r"(\d{2,4}|\d{3}X|\d{2}XX|XXXX)(?:-(\d{2}|XX))?(?:-(\d{2}|XX))?([~?%]?)")
FUZZ_DAYS = {4: 366, 7: 31, 10: 3}  # what "about" allows for a year, a month, a day
Days = tuple[int, int]


def days(edtf: str) -> Days | None:
    """The first and the last day (as ordinals) that an EDTF date allows; None where the year is open or unreadable.

    >>> from datetime import date
    >>> [date.fromordinal(d).isoformat() for d in days("2000-02") or ()]
    ['2000-02-01', '2000-02-29']
    """
    first, slash, last = edtf.partition("/")
    ends = [_part(p) for p in ((first, last) if slash else (first,))]
    if any(e is None for e in ends):
        return None
    found = [e for e in ends if e]
    return min(e[0] for e in found), max(e[1] for e in found)


def _part(text: str) -> Days | None:
    m = PART.fullmatch(text.strip())
    if not m or m[1] == "XXXX" or len(m[1]) != 4:
        return None
    low, high = int(m[1].replace("X", "0")), int(m[1].replace("X", "9"))
    if low < 1 or high > 9998:
        return None
    month = int(m[2]) if m[2] and m[2].isdigit() else 0
    day = int(m[3]) if m[3] and m[3].isdigit() else 0
    try:
        ends = _ends(low, high, month, day)
    except ValueError:
        return None
    fuzz = FUZZ_DAYS[10 if day else 7 if month else 4] if m[4] else 0
    return max(1, ends[0] - fuzz), ends[1] + fuzz


def _ends(low: int, high: int, month: int, day: int) -> Days:
    if not 1 <= month <= 12:  # a season or nothing: the whole year
        return date(low, 1, 1).toordinal(), date(high, 12, 31).toordinal()
    last = monthrange(high, month)[1]
    return date(low, month, day or 1).toordinal(), date(high, month, day or last).toordinal()


def can_be_one(a: str, b: str) -> bool:
    """Whether two dates may mean one day: granularity is no conflict, and an open year fits any.

    >>> can_be_one("2000", "2000-06-04"), can_be_one("1949", "1954"), can_be_one("XXXX-06", "1990")
    (True, False, True)
    """
    ours, theirs = days(a), days(b)
    if ours is None or theirs is None:
        return _open_years_agree(a, b)
    return ours[0] <= theirs[1] and theirs[0] <= ours[1]


def _open_years_agree(a: str, b: str) -> bool:
    ours, theirs = PART.fullmatch(a), PART.fullmatch(b)
    if not ours or not theirs or ours[4] or theirs[4]:
        return True
    pairs = ((x, y) for x, y in zip(ours.groups()[1:3], theirs.groups()[1:3], strict=True) if x and y)
    return all(x == y or "XX" in (x, y) for x, y in pairs)
