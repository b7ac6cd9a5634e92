"""A text file is read as it is, and what it says of itself is found."""

from __future__ import annotations

import hashlib

import pytest

from variorum.config import Settings
from variorum.errors import ReadError
from variorum.ingest.plain import PlainReader
from variorum.model import Document, identifier

LEAD = "The mayor of Quill said on Monday that the harbour would not be sold before the summer, and left."
MORE = "Her deputy, who was in the room, told reporters that nobody had asked for a sale of the old harbour."


def _read(text: str | bytes, **settings: int) -> Document:
    raw = text if isinstance(text, bytes) else text.encode()
    (found,) = PlainReader(Settings(**settings)).read("a.txt", raw)
    return found


def test_the_id_is_of_the_bytes_and_the_text_is_unchanged() -> None:
    raw = f"\ufeffMayor Keeps Harbour\r\n\r\n {LEAD}\u00a0\r\n".encode()
    document = _read(raw)
    digest = hashlib.sha256(raw).hexdigest()
    assert (document.sha256, document.id) == (digest, identifier("d", digest))
    assert document.text.encode() == raw
    assert document.title == "Mayor Keeps Harbour"
    assert [document.text[r.span.start : r.span.end] for r in document.regions] == ["Mayor Keeps Harbour", LEAD]


def test_what_is_not_said_is_none() -> None:
    document = _read(f"{LEAD}\n\n{MORE}")
    assert (document.title, document.outlet, document.byline, document.published) == (None, None, None, None)
    assert document.language == "en"
    assert document.problems == ()


@pytest.mark.parametrize(
    ("line", "byline", "published"),
    [
        ("By Ada Quill", "Ada Quill", None),
        ("By Ada Quill, Staff Writer", "Ada Quill", None),
        ("By ADA QUILL and TOM REED", "ADA QUILL and TOM REED", None),
        ("Published: 4 June 2000", None, "2000-06-04"),
        ("Updated: 2017-09-15 17:52", None, "2017-09-15"),
        ("June 4, 2000", None, "2000-06-04"),
        ("By Ada Quill | 4 June 2000", "Ada Quill", "2000-06-04"),
        ("Ada Quill\nJune 4, 2000", "Ada Quill", "2000-06-04"),
        ("Thu 4 Jun 2015 14.22 BST", None, "2015-06-04"),
        ("3/4/2000", None, None),
    ],
)
def test_byline_and_date_under_the_title(line: str, byline: str | None, published: str | None) -> None:
    document = _read(f"Mayor Keeps Harbour\n{line}\n\n{LEAD}\n\n{MORE}")
    assert (document.title, document.byline, document.published) == ("Mayor Keeps Harbour", byline, published)


def test_a_page_clock_is_no_date_of_publication() -> None:
    assert _read(f"07:15 GMT03 May 2011\nListen Live\n\n{LEAD}\n\n{MORE}").published is None


def test_a_date_in_the_article_is_no_date_of_publication() -> None:
    assert _read(f"{LEAD}\n\nThe last vote was held on 4 June 2000, and was lost.\n\n{MORE}").published is None


@pytest.mark.parametrize(
    ("dateline", "outlet", "published"),
    [
        ("QUILL, June 5 (Reuters) - ", "Reuters", "XXXX-06-05"),
        ("QUILL, January 14. /TASS/. ", "TASS", "XXXX-01-14"),
        ("QUILL, Marsh, June 5, 2000 (AP) -- ", "AP", "2000-06-05"),
        ("QUILL — ", None, None),
    ],
)
def test_a_dateline_gives_agency_and_day(dateline: str, outlet: str | None, published: str | None) -> None:
    document = _read(f"Mayor Keeps Harbour\n\n{dateline}{LEAD}\n\n{MORE}")
    assert (document.outlet, document.published) == (outlet, published)


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("© 2019 The Quill Tide. All rights reserved.", "The Quill Tide"),
        ("Copyright 2019 Harbour Press", "Harbour Press"),
        (
            "Harbour Press journalists report from nine towns. We publish what others would rather keep.",
            "Harbour Press",
        ),
        ("© Harbour Press / Tom Reed", None),
    ],
)
def test_the_outlet_is_known_by_its_own_lines(line: str, outlet: str | None) -> None:
    assert _read(f"{LEAD}\n\n{MORE}\n\n{line}").outlet == outlet


@pytest.mark.parametrize("raw", [b"", b" \n\t\r\n", b"\xef\xbb\xbf\n", "\u200b\u00a0".encode()])
def test_a_blank_file_is_refused(raw: bytes) -> None:
    with pytest.raises(ReadError, match="is empty"):
        _read(raw)


def test_a_text_too_long_is_refused_with_advice() -> None:
    with pytest.raises(ReadError, match="split it"):
        _read("harbour " * 100, longest_document=500)


def test_fifty_megabytes_in_one_line_are_refused_at_once() -> None:
    with pytest.raises(ReadError, match="50,000,000 characters"):
        _read(b"x" * 50_000_000)


def test_a_page_of_menus_has_a_problem() -> None:
    assert "no article found" in _read("Home\nNews\nSubscribe\n").problems[0].what


def test_a_short_text_has_no_language() -> None:
    assert _read("Why not?").language is None


def test_another_language_is_told() -> None:
    assert _read("Der Hafen wird nicht verkauft, sagte die Bürgermeisterin am Montag vor dem Rathaus.").language == "de"


def test_a_memorandum_is_titled_by_its_subject() -> None:
    document = _read(f"SECRET/NODIS\n\nSUBJECT:   Meeting with Mayor Hale\n\n{LEAD}\n\n{MORE}")
    assert document.title == "Meeting with Mayor Hale"
