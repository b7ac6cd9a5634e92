"""When something was, as read from an EDTF string (ISO 8601-2): in words, and as a stretch of time to draw.

Understood: years (also before our era), months, days, seasons and quarters, digits left open ("195X",
"2000-06-XX", "XXXX-06"), "about" and "uncertain" (~, ?, %), intervals with open ends, one of a set.
Anything else is shown as it is written and drawn nowhere.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
# EDTF numbers seasons from 21: the name and the months that it takes, counted from January of its year
SEASONS = {
    21: ("spring", 3, 5), 22: ("summer", 6, 8), 23: ("autumn", 9, 11), 24: ("winter", 12, 14),
    33: ("first quarter of", 1, 3), 34: ("second quarter of", 4, 6),
    35: ("third quarter of", 7, 9), 36: ("fourth quarter of", 10, 12),
}  # fmt: skip
PART = re.compile(r"(-?[\dX]{4})(?:-([\dX]{2}))?(?:-([\dX]{2}))?(?:T[\d:.+Z-]*)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """A date in words, and the stretch that it can mean, in years (2000.5 is the middle of 2000).

    `first` and `last` are None where the date leaves that end open or names no year.
    """

    edtf: str
    words: str
    first: float | None = None
    last: float | None = None
    is_approximate: bool = False
    is_uncertain: bool = False

    @property
    def order(self) -> tuple[bool, float, float, str]:
        """What to sort by: the beginning, then the shorter stretch; dates without a year come last."""
        begin = self.first if self.first is not None else self.last
        end = self.last if self.last is not None else self.first
        return begin is None, begin or 0.0, end or 0.0, self.edtf


def when(edtf: str | None) -> When:
    """The date that this EDTF string means.

    >>> when("2000-06-04").words, when("2017-06~").words, when("195X").words
    ('4 June 2000', 'about June 2017', 'the 1950s')
    >>> when("2000-06/2000-08").words, when("XXXX-06").words, when(None).words
    ('June 2000 to August 2000', 'June, year not stated', 'no date stated')
    """
    given = (edtf or "").strip()
    bare = re.sub(r"[~?%]", "", given)
    about, doubted = bool(re.search("[~%]", given)), bool(re.search("[?%]", given))
    stretch = _set(bare) if bare.startswith(("[", "{")) else _interval(bare) if "/" in bare else _single(bare)
    if stretch is None:
        return When(edtf=given, words=given or "no date stated")
    first, last, words = stretch
    said = f"{'about ' if about else ''}{words}{' (uncertain)' if doubted else ''}"
    return When(edtf=given, words=said, first=first, last=last, is_approximate=about, is_uncertain=doubted)


Stretch = tuple[float | None, float | None, str]


def _interval(text: str) -> Stretch | None:
    left, _, right = text.partition("/")
    begin, end = _single(left), _single(right)
    if begin and end:
        return begin[0], end[1], f"{begin[2]} to {end[2]}"
    if begin and right in ("", ".."):
        return begin[0], None, f"from {begin[2]}"
    if end and left in ("", ".."):
        return None, end[1], f"until {end[2]}"
    return None


def _set(text: str) -> Stretch | None:
    parts = [p for p in (_single(x.strip()) for x in re.split(r",|\.\.", text.strip("[]{}"))) if p]
    years = [y for p in parts for y in p[:2] if y is not None]
    if not years:
        return None
    joined = " or " if text.startswith("[") else " and "
    return min(years), max(years), joined.join(p[2] for p in parts)


def _single(text: str) -> Stretch | None:
    found = PART.fullmatch(text)
    if not found:
        return None
    year, month, day = found.groups()
    digits = year.lstrip("-")
    if digits.rstrip("X").count("X") or not _is_possible(month, day):
        return None
    sign = -1 if year.startswith("-") else 1
    ends = sorted(sign * int(digits.replace("X", x)) for x in "09")
    words = _words(digits, month, day, sign < 0)
    if digits == "XXXX":
        return None, None, words
    first, last = _months(month)
    if month in (None, "XX") or "X" in digits:
        return float(ends[0]), ends[1] + 1.0, words
    begin, end = ends[0] + (first - 1) / 12, ends[1] + last / 12
    if day and "X" not in day:
        begin += (int(day) - 1) / 12 / DAYS[first - 1]
        end = begin + 1 / 12 / DAYS[first - 1]
    return begin, end, words


def _is_possible(month: str | None, day: str | None) -> bool:
    if month is None or month == "XX":
        return day in (None, "XX")
    if "X" in month or not (1 <= int(month) <= 12 or int(month) in SEASONS):
        return False
    return day is None or "X" in day or (int(month) <= 12 and 1 <= int(day) <= DAYS[int(month) - 1])


def _months(month: str | None) -> tuple[int, int]:
    if month is None or month == "XX":
        return 1, 12
    number = int(month)
    return SEASONS[number][1:] if number in SEASONS else (number, number)


def _words(digits: str, month: str | None, day: str | None, is_before: bool) -> str:
    named = "" if month in (None, "XX") else _month_name(int(month or 0))
    if day and "X" not in day:
        named = f"{int(day)} {named}"
    if digits == "XXXX":
        return f"{named}, year not stated" if named else "year not stated"
    open_digits = digits.count("X")
    if open_digits == 1:
        year = f"the {int(digits[:3] + '0')}s"
    elif open_digits:
        year = f"{digits.replace('X', '0')} to {digits.replace('X', '9')}"
    else:
        # ISO counts a year 0, which historians call 1 BC
        is_before = is_before or int(digits) == 0
        year = str(int(digits) + is_before)
    return f"{named} {year}{' BC' if is_before else ''}".strip()


def _month_name(number: int) -> str:
    return SEASONS[number][0] if number in SEASONS else MONTHS[number - 1]
