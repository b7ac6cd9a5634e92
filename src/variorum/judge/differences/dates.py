"""When: years or days that cannot be one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from variorum import edtf as dating
from variorum.judge.alike import Comparison
from variorum.judge.differences.difference import Difference
from variorum.judge.wording import Wording
from variorum.model import Span

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
YEAR = re.compile(r"\b(mid-|early |late )?(1[5-9]\d\d|20\d\d)(s)?\b")


def years(text: str, span: Span) -> list[tuple[str, Span]]:
    """The years and decades that stand in a text between two offsets, as EDTF with their places.

    >>> years("in the mid-1950s or 1949", Span("d", 0, 24))
    [('1953/1957', Span(doc='d', start=7, end=16)), ('1949', Span(doc='d', start=20, end=24))]
    """
    found = []
    for m in YEAR.finditer(text, span.start, span.end):
        year = int(m[2])
        part = {"mid-": (3, 7), "early ": (0, 4), "late ": (6, 9)}.get(m[1] or "", (0, 9))
        edtf = f"{year + part[0]}/{year + part[1]}" if m[3] else m[2]
        found.append((edtf, Span(span.doc, m.start(), m.end())))
    return found


def can_be_one(a: str, b: str) -> bool:
    """Whether two EDTF dates may mean one day; where either is only about right, a year either way is allowed.

    >>> can_be_one("2000", "2000-06-04"), can_be_one("1949", "1954"), can_be_one("1997~", "1998-01")
    (True, False, True)
    """
    if dating.agree(a, b):
        return True
    ours, theirs = dating.bounds(a), dating.bounds(b)
    if "~" not in a + b or not ours or not theirs:
        return False
    return ours[0].year - 1 <= theirs[1].year and theirs[0].year - 1 <= ours[1].year


def dates(comparison: Comparison) -> Iterator[Difference]:
    """A year in each reading (or in the sentence around it, on one occasion), and no two of them can be one."""
    ours, theirs = (_years(side) for side in (comparison.a, comparison.b))
    if not (ours and theirs) and _is_one_occasion(comparison):
        ours, theirs = (ours or _around(comparison.a)), (theirs or _around(comparison.b))
    if not ours or not theirs or any(can_be_one(x, y) for x, _ in ours for y, _ in theirs):
        return
    (x, left), (y, right) = ours[0], theirs[0]
    text = f"Dated {shown(x)} in one reading and {shown(y)} in the other."
    yield Difference("date", text, 0.8, (left,), (right,), is_opposed=True)


def shown(edtf: str) -> str:
    """A date as a reader reads it.

    >>> shown("1998-05-14"), shown("1998-05"), shown("195X"), shown("2001/2003")
    ('14 May 1998', 'May 1998', 'in the 1950s', '2001 to 2003')
    """
    return " to ".join(_spelt_out(part) for part in edtf.split("/"))


def _spelt_out(edtf: str) -> str:
    """One date in words; what is not a year, a month or a day is left as it is written."""
    m = re.fullmatch(r"(\d{3}X|\d{4}|XXXX)(?:-(0[1-9]|1[0-2]))?(?:-(\d\d))?([~?%]?)", edtf)
    if not m or (m[1] == "XXXX" and not m[2]):
        return edtf
    year = {"X": f"in the {m[1][:3]}0s"}.get(m[1][-1], m[1]) if m[1] != "XXXX" else ""
    parts = [str(int(m[3])) if m[3] else "", MONTHS[int(m[2]) - 1] if m[2] else "", year]
    return ("about " if m[4] else "") + " ".join(p for p in parts if p)


def _is_one_occasion(comparison: Comparison) -> bool:
    ours, theirs = ({a.occasion for a in side.attributions} - {None} for side in (comparison.a, comparison.b))
    return bool(ours & theirs)


def _around(wording: Wording) -> list[tuple[str, Span]]:
    """The one year of the sentence in which the reading stands, if there is but one."""
    if not wording.setting:
        return []
    span, text = wording.setting
    found = [(edtf, _moved(place, span)) for edtf, place in years(text, Span(span.doc, 0, len(text)))]
    return found if len(found) == 1 else []


def _years(wording: Wording) -> list[tuple[str, Span]]:
    found, at = [], 0
    for span in wording.reading.spans:
        part = wording.text[at : at + span.end - span.start]
        found += [(edtf, _moved(place, span)) for edtf, place in years(part, Span(span.doc, 0, len(part)))]
        at += len(part) + len(" … ")
    return found


def _moved(place: Span, into: Span) -> Span:
    return Span(into.doc, place.start + into.start, place.end + into.start)
