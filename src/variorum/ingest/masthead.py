"""What a plain text says of itself: its title, outlet, byline and date of publication."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from variorum.ingest.cues import AGENCY, CLOCK, MONTH
from variorum.ingest.signs import imprint
from variorum.ingest.stamps import stamp, stamp_without_year
from variorum.model import Region

BY = re.compile(r"^(?:by|written by|posted by|author:?)\s+(?=[^\W\d_])(?P<who>[^|]{2,100}?)\s*(?:\||$)", re.IGNORECASE)
NAME = re.compile(
    r"(?P<who>[A-Z][\w'’-]+(?: [A-Z]\.)?(?: [A-Z][\w'’-]+){1,2}?)"
    r"(?:,? (?:Contributor|Reporter|Correspondent|Staff Writer|Editor))?"
)
SUBJECT = re.compile(r"^(?:subject|title|headline|re): *(?=\S)", re.IGNORECASE)  # as memoranda name their matter
FROM_OUTLET = re.compile(r",? (?:for|of|special to|staff writer|staff|correspondent)\b.*$", re.IGNORECASE)
LABELLED = re.compile(
    r"\b(?:published|posted|updated|first published|date|issued|dated)\b(?: on| at)?\s*:?", re.IGNORECASE
)
PAGE_CLOCK = re.compile(rf"^\W*{CLOCK}", re.IGNORECASE)
DATELINE = re.compile(
    rf"^(?P<place>[A-Z][A-Z.'’ -]{{2,40}}(?:, (?!{MONTH}\b)[A-Z][\w. ]{{1,20}})?),? ?"
    rf"(?P<day>(?:{MONTH} \d{{1,2}}|\d{{1,2}} {MONTH})(?:,? \d{{4}})?)?[.,]? ?"
    r"(?:[(/](?P<agency>[A-Z][\w ./-]{1,30})[)/])?\.? ?(?:[-–—]{1,2}|\.(?= [A-Z]))? "
)
RIGHTS = re.compile(
    r"(?:©|\(c\)|copyright)(?: ©| \(c\)| copyright)?,?\s*(?:(?:19|20)\d\d(?: ?[-–] ?\d{2,4})?)?[,|]?\s*"
    r"(?:\|\s*)?(?P<who>(?!copyright)[A-Z][\w.&'’/-]*(?: (?:[A-Z][\w.&'’/-]*|of|and|the)){0,5}?)"
    r"(?=[.,]? *(?:all rights reserved|(?:19|20)\d\d|ltd|inc|llc)\b|[.,]?$)",
    re.IGNORECASE,
)
ABOUT = re.compile(
    r"^(?:[Tt]he )?(?P<who>[A-Z][\w./&-]*(?: [A-Z][\w./&-]*){0,3}) (?:journalists|reporters|correspondents)\b|"
    r"\b(?P<who2>[A-Z][\w./&-]*(?: [A-Z][\w./&-]*){0,3}) is an? (?:\w+[ -]){0,4}"
    r"(?:news|media|newspaper|magazine|broadcaster)\b"
)
YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@dataclass(frozen=True, slots=True)
class Masthead:
    """Title, outlet, byline and date of publication (EDTF); None where the text does not give them."""

    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    published: str | None = None


def masthead(text: str, regions: Sequence[Region]) -> Masthead:
    """What the text says of itself, from its regions.

    >>> from variorum.ingest.regions import regions
    >>> lead = "The mayor of the town has resigned because of the bridge, her office said."
    >>> page = f"Mayor Resigns Over Bridge\\nBy Ada Quill\\n4 June 2000\\n\\n{lead}"
    >>> masthead(page, regions("d", page))
    Masthead(title='Mayor Resigns Over Bridge', outlet=None, byline='Ada Quill', published='2000-06-04')
    """
    lines = [(r.kind, " ".join(text[r.span.start : min(r.span.end, r.span.start + 600)].split())) for r in regions]
    first = next((n for n, (kind, line) in enumerate(lines) if kind == "body" and len(line) > 60), len(lines))
    furniture = [(n, line) for n, (kind, line) in enumerate(lines) if kind == "boilerplate"]
    head = [line for n, line in furniture if n < first or n > len(lines) - 8]
    lead = lines[first][1] if first < len(lines) else ""
    return Masthead(
        title=next((SUBJECT.sub("", line) for kind, line in lines if kind == "title"), None),
        outlet=_outlet(lead, [line for _, line in furniture]) or next(filter(None, map(imprint, head)), None),
        byline=_byline(head) or _bare_byline(lines[:first]),
        published=_published(lead, lines[:first], head),
    )


def _byline(head: Sequence[str]) -> str | None:
    for line in head:
        if found := BY.match(line):
            who = FROM_OUTLET.sub("", found["who"].split(", ")[0]).strip(" .,")
            if who and not YEAR.search(who):
                return who
    return None


def _bare_byline(before: Sequence[tuple[str, str]]) -> str | None:
    """A line below the title with nothing but a name, above or below a line with a date."""
    kinds = [kind for kind, _ in before]
    start = kinds.index("title") + 1 if "title" in kinds else len(before)
    for n in range(start, len(before)):
        beside = [before[m][1] for m in (n - 1, n + 1) if start <= m < len(before)]
        found = NAME.fullmatch(before[n][1])
        if kinds[n] == "boilerplate" and found and any(stamp(line) for line in beside):
            return found["who"]
    return None


def _published(lead: str, before: Sequence[tuple[str, str]], head: Sequence[str]) -> str | None:
    """A labelled date, else a line with nothing but a date under the title or byline, else the dateline.

    A clock with a date at the top of the page tells when it was scraped, not when it was published.
    """
    for line in head:
        if LABELLED.search(line) and (day := stamp(line)):
            return day
    for n, (kind, line) in enumerate(before):
        is_placed = n > 0 or (len(before) > 1 and before[1][0] == "title")
        if (
            kind == "boilerplate"
            and is_placed
            and not PAGE_CLOCK.match(line)
            and len(line) < 60
            and (day := stamp(line))
        ):
            return day
    found = DATELINE.match(lead)
    if found and found["day"]:
        return stamp(found["day"]) or stamp_without_year(found["day"])
    return None


def _outlet(lead: str, furniture: Sequence[str]) -> str | None:
    """The outlet by its copyright line, by what it says of itself, or by the agency in the dateline."""
    for line in furniture:
        if (found := RIGHTS.search(line)) and (YEAR.search(line) or "rights reserved" in line.lower()):
            return found["who"].strip(" .,")
    for line in furniture:
        if found := ABOUT.search(line):
            return found["who"] or found["who2"]
    found = DATELINE.match(lead)
    if found and found["agency"] and re.fullmatch(AGENCY, found["agency"].strip()):
        return found["agency"].strip()
    return None
