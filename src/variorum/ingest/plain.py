"""Reads plain text as scraped: every character is kept, and what is not the article is marked."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import ClassVar

from variorum.config import Settings
from variorum.errors import ReadError
from variorum.ingest.charset import decode
from variorum.ingest.language import language
from variorum.ingest.masthead import Masthead, masthead
from variorum.ingest.regions import regions
from variorum.model import Document, Problem, Region, identifier


class PlainReader:
    """Reads a text file as one document."""

    name: ClassVar[str] = "ingest.plain/1"
    suffixes: ClassVar[tuple[str, ...]] = (".txt", ".text", ".md", "")

    def __init__(self, settings: Settings) -> None:
        self.settings = settings

    def read(self, path: str, raw: bytes) -> Iterator[Document]:
        """The one document in these bytes, its text exactly as decoded; raises ReadError."""
        decoded = decode(path, raw)
        check_length(path, decoded.text, self.settings)
        yield plain_document(path, raw, decoded.text, decoded.problems)


def check_length(path: str, text: str, settings: Settings) -> None:
    """Raises ReadError where the text is blank or too long to be one document."""
    if len(text) > settings.longest_document:
        raise ReadError(
            path,
            f"has {len(text):,} characters, more than the {settings.longest_document:,} of one document; "
            "split it into its articles, or raise the setting longest_document",
        )
    if not text.strip().strip("\ufeff\u200b").strip():
        raise ReadError(path, "is empty; remove it, or fetch it again")


def plain_document(
    path: str,
    raw: bytes,
    text: str,
    problems: tuple[Problem, ...],
    given: Masthead | None = None,
    *,
    captions: frozenset[str] = frozenset(),
) -> Document:
    """The document that this text makes; what is `given` with it outranks what the text says of itself.

    Lines that are among `captions` are known to describe pictures.
    """
    digest = hashlib.sha256(raw).hexdigest()
    key = identifier("d", digest)
    given = given or Masthead()
    found = regions(key, text, title=given.title, captions=captions)
    said = masthead(text, found)
    body = prose(text, found)
    if not body:
        problems += (Problem(path, "no article found in it: all of it looks like menus and credits"),)
    return Document(
        id=key,
        path=path,
        text=text,
        sha256=digest,
        title=given.title or said.title,
        outlet=given.outlet or said.outlet,
        byline=given.byline or said.byline,
        published=given.published or said.published,
        language=language(body or text),
        regions=found,
        problems=problems,
    )


def prose(text: str, found: tuple[Region, ...]) -> str:
    """The words of the body, a paragraph a line."""
    return "\n".join(text[r.span.start : r.span.end] for r in found if r.kind == "body")
