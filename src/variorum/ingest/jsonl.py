"""Reads JSON Lines: one record a line, with its text or its HTML, and what is known of it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, ClassVar

from variorum.config import Settings
from variorum.edtf import is_valid
from variorum.errors import ReadError
from variorum.ingest.charset import decode
from variorum.ingest.html import page_document
from variorum.ingest.masthead import Masthead
from variorum.ingest.plain import check_length, plain_document
from variorum.ingest.stamps import stamp
from variorum.model import Document, Problem

Json = Any  # what json.loads gives: foreign data, turned into records at once
FIELDS = ("text", "html", "title", "outlet", "byline", "published", "language", "path", "id")
NAMES = ("id", "path")  # the fields that may name a record, the first one given counts
LONE = re.compile("[\ud800-\udfff]")
CODE = re.compile(r"[a-z]{2,3}\b", re.IGNORECASE)
SHOWN = 20  # bad lines that are reported one by one; a file of another kind would give one for each line


class JsonLinesReader:
    """Reads each line as one document; its digest and id are of the line's bytes."""

    name: ClassVar[str] = "ingest.jsonl/1"
    suffixes: ClassVar[tuple[str, ...]] = (".jsonl", ".ndjson")

    def __init__(self, settings: Settings) -> None:
        self.settings = settings

    def read(self, path: str, raw: bytes) -> Iterator[Document]:
        """The documents of the lines that hold one; bad lines are told of on the first of them.

        Raises ReadError where no line can be read.
        """
        if not raw.startswith(b"\xef\xbb\xbf"):
            decode(path, raw[:4096].rpartition(b"\n")[0] or raw[:4096])  # refuses files of other kinds
        documents, problems = self._records(path, raw.removeprefix(b"\xef\xbb\xbf"))
        if not documents:
            told = "; ".join(f"{p.where}: {p.what}" for p in problems[:3]) or "it is empty"
            raise ReadError(path, f'no record in it can be read; each line must be an object with "text" ({told})')
        first = documents[0]
        yield replace(first, problems=first.problems + tuple(problems))
        yield from documents[1:]

    def _records(self, path: str, raw: bytes) -> tuple[list[Document], list[Problem]]:
        documents: list[Document] = []
        problems: list[Problem] = []
        names: set[str] = set()
        for number, line in enumerate(raw.split(b"\n"), start=1):
            if not (line := line.strip()):
                continue
            try:
                record = _record(f"{path}#{number}", line)
                name = _place(path, number, record, names)
                documents.append(self._document(name, line, record))
            except ReadError as fault:
                problems.append(Problem(fault.where, fault.what))
        if len(problems) > SHOWN:
            more = Problem(path, f"{len(problems) - SHOWN:,} more lines cannot be read for such reasons")
            problems = [*problems[:SHOWN], more]
        return documents, problems

    def _document(self, where: str, line: bytes, record: dict[str, str]) -> Document:
        problems = (Problem(where, f'"published" is no date: {record["published"][:40]!r}'),)
        published = _date(record)
        given = Masthead(
            title=_given(record, "title"),
            outlet=_given(record, "outlet"),
            byline=_given(record, "byline"),
            published=published,
        )
        wrong = problems if record["published"] and not published else ()
        if record["text"]:
            check_length(where, record["text"], self.settings)
            document = plain_document(where, line, record["text"], wrong, given)
        else:
            document = page_document(where, line, record["html"], wrong, self.settings, given)
        code = CODE.match(record["language"])
        return replace(document, language=code[0].lower()) if code else document


def _record(where: str, line: bytes) -> dict[str, str]:
    """The fields of one line as strings, "" where not given; raises ReadError where they are none."""
    try:
        value: Json = json.loads(line)
    except (ValueError, RecursionError) as fault:
        raise ReadError(where, f"is no JSON ({fault}); mend or remove the line") from None
    if not isinstance(value, dict):
        raise ReadError(where, f"is a JSON {type(value).__name__}, not an object; mend or remove the line")
    record: dict[str, str] = {}
    for name in FIELDS:
        given = value.get(name)
        given = str(given) if name in NAMES and type(given) is int else given
        if given is not None and not isinstance(given, str):
            raise ReadError(where, f'its "{name}" is a {type(given).__name__}, not a string; mend or remove the line')
        record[name] = LONE.sub("\ufffd", given or "")
    if not record["text"].strip() and not record["html"].strip():
        raise ReadError(where, 'has neither "text" nor "html"; give one of them or remove the line')
    return record


def _place(path: str, number: int, record: dict[str, str], names: set[str]) -> str:
    """ "file#id" where the record names itself as no other does, else "file#line number"."""
    given = next((record[n].strip() for n in NAMES if record[n].strip()), "")
    name = " ".join(given.split())[:120] if given and given not in names else str(number)
    names.add(given or str(number))
    return f"{path}#{name}"


def _given(record: dict[str, str], name: str) -> str | None:
    return " ".join(record[name].split()) or None


def _date(record: dict[str, str]) -> str | None:
    said = record["published"].strip()
    return said if said and is_valid(said) else stamp(said)
