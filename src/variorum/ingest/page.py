"""What an HTML page says of itself, and its text block by block, read in one pass that no nesting can break."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

Json = Any  # foreign data in <script type="application/ld+json">, turned into strings at once

VOID = frozenset((
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
    "wbr",
))  # fmt: skip
HIDDEN = frozenset((
    "script", "style", "noscript", "template", "svg", "math", "iframe", "object", "select", "textarea", "head",
))  # fmt: skip
BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "br", "dd", "details", "div", "dl", "dt", "fieldset",
    "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html",
    "li", "main", "nav", "ol", "option", "p", "pre", "section", "summary", "table", "tbody", "td", "th",
    "thead", "tr", "ul",
))  # fmt: skip
SELF_CLOSING = frozenset(("p", "li", "dd", "dt", "td", "th", "tr", "option"))  # the next one ends it: no depth
ARTICLE_TYPE = re.compile(r"(?:Article|BlogPosting|Report|Posting)$")


@dataclass(slots=True)
class Page:
    """The meta tags, structured data, headings, times and visible lines of one page, in document order."""

    meta: dict[str, str] = field(default_factory=dict)
    articles: list[dict[str, Json]] = field(default_factory=list)
    title: str = ""
    headings: list[str] = field(default_factory=list)
    times: list[str] = field(default_factory=list)
    captions: list[str] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    language: str = ""
    depth: int = 0


def read_page(markup: str) -> Page:
    """The page that this markup makes, however broken it is.

    >>> page = read_page("<h1>Why <b>not</b>?</h1><script>no()</script><p>She asked.")
    >>> page.headings, page.lines
    (['Why not?'], ['Why not?', 'She asked.'])
    """
    parser = _PageParser()
    try:
        parser.feed(markup)
        parser.close()
    except (AssertionError, ValueError):  # html.parser on some malformed declarations: keep what was read so far
        pass
    parser.end_line()
    return parser.page


class _PageParser(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.page = Page()
        self._depth = 0
        self._hidden: list[str] = []
        self._line: list[str] = []
        self._capture: dict[str, list[str]] = {}
        self._data: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag in BLOCKS:
            self.end_line()
        if tag not in VOID and tag not in SELF_CLOSING:
            self._depth += 1
            self.page.depth = max(self.page.depth, self._depth)
        if tag == "html":
            self.page.language = given.get("lang", "")
        elif tag == "meta":
            self._meta(given)
        elif tag == "time" and given.get("datetime"):
            self.page.times.append(given["datetime"])
        elif tag == "script":
            self._data = [] if "ld+json" in given.get("type", "").lower() else None
        if tag in ("title", "h1", "figcaption"):
            self._capture[tag] = []
        if tag in HIDDEN:
            self._hidden.append(tag)

    def handle_endtag(self, tag: str) -> None:
        self._depth = max(0, self._depth - (tag not in SELF_CLOSING))
        if tag in BLOCKS:
            self.end_line()
        if tag in self._hidden:
            del self._hidden[self._hidden.index(tag) :]
        elif tag == "body":
            self._hidden.clear()
        if tag == "script" and self._data is not None:
            self.page.articles += _articles("".join(self._data))
            self._data = None
        if tag in self._capture:
            self._keep(tag, _one_line("".join(self._capture.pop(tag))))

    def handle_data(self, data: str) -> None:
        if self._data is not None:
            self._data.append(data)
            return
        for pieces in self._capture.values():
            pieces.append(data)
        if not self._hidden:
            self._line.append(data)

    def end_line(self) -> None:
        if self._line:
            if line := _one_line("".join(self._line)):
                self.page.lines.append(line)
            self._line = []

    def _meta(self, given: dict[str, str]) -> None:
        name = (given.get("property") or given.get("name") or given.get("itemprop") or "").strip().lower()
        content = _one_line(given.get("content", ""))
        if name and content:
            self.page.meta.setdefault(name, content)

    def _keep(self, tag: str, words: str) -> None:
        if not words:
            return
        if tag == "title":
            self.page.title = self.page.title or words
        elif tag == "h1":
            self.page.headings.append(words)
        else:
            self.page.captions.append(words)


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _articles(data: str) -> list[dict[str, Json]]:
    """The objects of a block of JSON-LD that describe an article; none where it is no JSON."""
    try:
        value = json.loads(data, strict=False)
    except (ValueError, RecursionError):
        return []
    return [thing for thing in _objects(value) if _is_article(thing)]


def _objects(value: Json) -> Iterator[dict[str, Json]]:
    """All objects at the top, in lists and in @graph, breadth first."""
    waiting = [value]
    while waiting:
        thing = waiting.pop(0)
        if isinstance(thing, list):
            waiting += thing
        elif isinstance(thing, dict):
            yield thing
            waiting += [thing[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in thing]


def _is_article(thing: dict[str, Json]) -> bool:
    kinds = thing.get("@type")
    return any(isinstance(k, str) and ARTICLE_TYPE.search(k) for k in (kinds if isinstance(kinds, list) else [kinds]))
