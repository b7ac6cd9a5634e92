"""What an HTML page's structured data and tags give: title, outlet, byline and date of publication."""

from __future__ import annotations

import re
from typing import Any

from variorum.ingest.masthead import Masthead
from variorum.ingest.page import Page
from variorum.ingest.stamps import stamp

Json = Any  # foreign data, turned into strings at once
TITLES = ("og:title", "twitter:title", "dc.title", "headline")
AUTHORS = ("author", "byl", "article:author", "parsely-author", "dc.creator", "sailthru.author")
OUTLETS = ("og:site_name", "application-name", "dc.publisher")
DATES = (
    "article:published_time", "datepublished", "og:published_time", "parsely-pub-date", "sailthru.date", "pubdate",
    "publishdate", "publish-date", "dc.date.issued", "dc.date", "date", "dcterms.created",
)  # fmt: skip
ADDRESS = re.compile(r"^(?:https?:)?//|@|\.(?:com|org|net)\b")
BY = re.compile(r"^by\s+", re.IGNORECASE)
BAR = re.compile(r"\s+[|–—»·]\s+|\s+-\s+")


def imprint(page: Page) -> Masthead:
    """Title, outlet, byline and date that the page gives of itself, from JSON-LD, OpenGraph and other tags.

    >>> from variorum.ingest.page import read_page
    >>> imprint(read_page('<title>Why Not? | The Tide</title><meta name=author content="By Ada Quill">'))
    Masthead(title='Why Not?', outlet=None, byline='Ada Quill', published=None)
    """
    outlet = _first([_name(a.get("publisher")) for a in page.articles]) or _meta(page, OUTLETS)
    return Masthead(title=_title(page, outlet), outlet=outlet, byline=_byline(page), published=_published(page))


def _first(values: list[str | None]) -> str | None:
    return next((v for v in values if v), None)


def _meta(page: Page, names: tuple[str, ...]) -> str | None:
    return next((page.meta[n] for n in names if page.meta.get(n) and not ADDRESS.search(page.meta[n])), None)


def _name(value: Json) -> str | None:
    """The name or names in a JSON-LD value: a string, an object with a name, or a list of them."""
    if isinstance(value, list):
        names = [name for item in value[:20] if not isinstance(item, list) and (name := _name(item))]
        return ", ".join(dict.fromkeys(names)) or None
    if isinstance(value, dict):
        value = value.get("name")
    if not isinstance(value, str) or ADDRESS.search(value):
        return None
    return " ".join(value.split()) or None


def _title(page: Page, outlet: str | None) -> str | None:
    """The headline as structured data, tags or the heading give it; the outlet's name behind a bar is cut."""
    given = _first([_name(a.get("headline")) for a in page.articles]) or _meta(page, TITLES)
    if given:
        return _without_outlet(given, outlet)
    if len(page.headings) == 1:
        return page.headings[0]
    return _without_outlet(page.title, outlet or "*") if page.title else None


def _without_outlet(title: str, outlet: str | None) -> str:
    parts = list(BAR.finditer(title))
    if parts and outlet:
        tail = title[parts[-1].end() :]
        is_outlet = tail.casefold() in (outlet.casefold(), outlet.casefold().removeprefix("the "))
        if is_outlet or (outlet == "*" and len(tail.split()) <= 4 and parts[-1].start() >= len(tail)):
            return title[: parts[-1].start()]
    return title


def _byline(page: Page) -> str | None:
    named = _first([_name(a.get("author")) for a in page.articles]) or _meta(page, AUTHORS)
    return BY.sub("", named) if named else None


def _published(page: Page) -> str | None:
    """The day of publication; that of a change only where no other is given."""
    said: list[Json] = [a.get("datePublished") or a.get("dateCreated") for a in page.articles]
    said += [page.meta.get(n) for n in DATES]
    said += page.times[:1]
    return _first([stamp(v) for v in said if isinstance(v, str)])
