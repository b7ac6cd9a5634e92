"""Reads web pages: the article through trafilatura, what the page says of itself from its tags."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from functools import cache
from typing import Any, ClassVar

from variorum.config import Settings
from variorum.errors import ReadError
from variorum.ingest.charset import decode
from variorum.ingest.imprint import imprint
from variorum.ingest.masthead import Masthead
from variorum.ingest.page import Page, read_page
from variorum.ingest.plain import check_length, plain_document
from variorum.model import Document, Problem

DEEPEST = 200  # levels; deeper pages are read line by line: tree walks of other libraries are recursive
MARKUP_PER_TEXT = 8  # a page may be this many times as long as the longest text
LEAST_ARTICLE = 80  # characters: less is a teaser or a menu, not an article
LONE = re.compile("[\ud800-\udfff]")
SAME = re.compile(r"[\W_]+")


class HtmlReader:
    """Reads a web page as one document; its text is the title and the article, a paragraph a line."""

    name: ClassVar[str] = "ingest.html/1"
    suffixes: ClassVar[tuple[str, ...]] = (".html", ".htm", ".xhtml")

    def __init__(self, settings: Settings) -> None:
        self.settings = settings

    def read(self, path: str, raw: bytes) -> Iterator[Document]:
        """The one document that the page makes; raises ReadError where it holds no words at all."""
        if not raw.strip():
            raise ReadError(path, "is empty; remove it, or fetch it again")
        decoded = decode(path, raw, is_markup=True)
        yield page_document(path, raw, decoded.text, decoded.problems, self.settings)


def page_document(
    path: str,
    raw: bytes,
    markup: str,
    problems: tuple[Problem, ...],
    settings: Settings,
    given: Masthead | None = None,
) -> Document:
    """The document that this markup makes; what is `given` with it outranks what the page says of itself."""
    if len(markup) > MARKUP_PER_TEXT * settings.longest_document:
        raise ReadError(path, f"has {len(markup):,} characters of markup; split it into its articles")
    page = read_page(markup)
    said = _filled(given or Masthead(), imprint(page))
    article, guessed = _article(markup, page)
    if len(article) < LEAST_ARTICLE:
        article = "\n".join(page.lines)
    said = _filled(said, guessed)
    text = LONE.sub("\ufffd", _under_title(said.title, article))
    if not article.strip():
        raise ReadError(path, "is a page without any words; open it in a browser and save the article as text")
    check_length(path, text, settings)
    return plain_document(path, raw, text, problems, said, captions=frozenset(page.captions))


def _filled(first: Masthead, second: Masthead) -> Masthead:
    return Masthead(
        title=first.title or second.title,
        outlet=first.outlet or second.outlet,
        byline=first.byline or second.byline,
        published=first.published or second.published,
    )


def _under_title(title: str | None, article: str) -> str:
    """The article with its title as the first line, unless it begins with it anyway."""
    if not title or any(_same(line) == _same(title) for line in article.split("\n", 4)[:4]):
        return article
    return f"{title}\n{article}"


def _same(line: str) -> str:
    return SAME.sub(" ", line).strip().casefold()


def _article(markup: str, page: Page) -> tuple[str, Masthead]:
    """The main text, and what the extractor thinks of the page's author and date; empty where it fails.

    The latest date allowed is fixed, so that today's date decides nothing.
    """
    if page.depth > DEEPEST:
        return "", Masthead()
    bare_extraction = _extractor()
    try:
        found = bare_extraction(
            markup,
            include_comments=False,
            include_tables=True,
            with_metadata=True,
            date_extraction_params={"original_date": True, "extensive_search": False, "max_date": "2100-01-01"},
        )
    except (RecursionError, ValueError, TypeError, AttributeError, LookupError, MemoryError, AssertionError):
        return "", Masthead()  # other people's code on other people's markup: the plain reading is still there
    if found is None or isinstance(found, dict):
        return "", Masthead()
    lines = [" ".join(line.split()) for line in (found.text or "").split("\n")]
    said = Masthead(outlet=found.sitename, byline=found.author, published=found.date)
    return "\n".join(line for line in lines if line), said


@cache
def _extractor() -> Any:
    """The extractor, which complains of odd pages in Problems of ours and not on standard error."""
    from trafilatura import bare_extraction

    for name in ("trafilatura", "htmldate", "courlan"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    return bare_extraction
