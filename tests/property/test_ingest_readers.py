"""No bytes break a reader, and no text breaks its regions."""

from __future__ import annotations

import json

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from variorum.config import Settings
from variorum.errors import ReadError
from variorum.ingest.blocks import INVISIBLE
from variorum.ingest.html import HtmlReader
from variorum.ingest.jsonl import JsonLinesReader
from variorum.ingest.plain import PlainReader
from variorum.ingest.regions import regions
from variorum.model import Document

READERS = {"plain": PlainReader(Settings()), "html": HtmlReader(Settings()), "jsonl": JsonLinesReader(Settings())}
PIECES = st.sampled_from(
    [
        "\n",
        "\n\n",
        "\r\n",
        "\r",
        "\u2028",
        "\u2029",
        "\x0b",
        "\x0c",
        "\x85",
        "\xa0",
        "\u200f",
        "\u200b",
        "\ufeff",
        "\t",
        "“",
        "”",
        '"',
        "'",
        "©",
        "(",
        ")",
        "/",
        "|",
        ",",
        ".",
        "!",
        "?",
        ":",
        "•",
        "—",
        "@",
        "#",
        "7",
        "Photo:",
        "Reuters",
        "By",
        "June",
        "4,",
        "2000",
        "the",
        "said",
        "was",
        "Related",
        "Articles",
        "Read",
        "more:",
        "Leave",
        "a",
        "Reply",
        "mayor",
        "Quill",
        "harbour",
        "(left)",
        "cookies",
        "ٱلسلام",
        "世界",
        "🙂",
        "é",
    ]
)
LINES = st.lists(st.one_of(PIECES, st.just(" "), st.text(max_size=8)), max_size=60).map("".join)
MARKUP = st.lists(
    st.one_of(
        st.sampled_from(
            [
                "<p>",
                "</p>",
                "<div>",
                "</div>",
                "<script>",
                "</script>",
                "<h1>",
                "<title>",
                "<meta",
                "<!--",
                "-->",
                "<![CDATA[",
                "<br/>",
                "<table>",
                "<td>",
                "&amp;",
                "&#",
                "&lt;",
                "<blockquote>",
                "<figcaption>",
                '{"@type":"Article"}',
                "<script",
                "type='application/ld+json'>",
                "<time",
                "datetime='2000-06-04'>",
                "charset=utf-16",
                "<",
                ">",
                '"',
                "'",
            ]
        ),
        LINES,
    ),
    max_size=30,
).map("".join)
RECORDS = st.one_of(
    st.dictionaries(
        st.sampled_from(["text", "html", "title", "published", "id", "path", "language"]),
        st.one_of(LINES, st.none(), st.integers(), st.lists(st.text(), max_size=2)),
    ).map(json.dumps),
    LINES,
)
RELAXED = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def _check(documents: list[Document]) -> None:
    for document in documents:
        assert document.text.strip()
        document.text.encode()
        last = 0
        for region in document.regions:
            words = document.text[region.span.start : region.span.end]
            assert region.span.doc == document.id
            assert last <= region.span.start < region.span.end <= len(document.text)
            assert words == words.strip()
            last = region.span.end


def _read(name: str, raw: bytes) -> list[Document]:
    try:
        documents = list(READERS[name].read("a", raw))
    except ReadError as fault:
        assert fault.what
        return []
    assert documents
    return documents


@pytest.mark.parametrize("name", sorted(READERS))
@given(raw=st.binary(max_size=400))
@RELAXED
def test_any_bytes_give_documents_or_a_read_error(name: str, raw: bytes) -> None:
    _check(_read(name, raw))


@given(text=LINES, encoding=st.sampled_from(["utf-8", "utf-16", "utf-32", "cp1252", "utf-8-sig"]))
@RELAXED
def test_any_text_in_any_encoding_gives_documents_or_a_read_error(text: str, encoding: str) -> None:
    _check(_read("plain", text.encode(encoding, "replace")))


@given(markup=MARKUP)
@RELAXED
def test_any_markup_gives_documents_or_a_read_error(markup: str) -> None:
    _check(_read("html", markup.encode("utf-8", "replace")))


@given(lines=st.lists(RECORDS, max_size=6))
@RELAXED
def test_any_records_give_documents_or_a_read_error(lines: list[str]) -> None:
    _check(_read("jsonl", "\n".join(lines).encode("utf-8", "replace")))


@given(text=LINES)
@RELAXED
def test_a_plain_text_is_kept_to_the_last_character(text: str) -> None:
    assume("\x00" not in text)  # zero bytes are what UTF-16 is known by
    for document in _read("plain", text.encode("utf-8", "replace")):
        assert document.text.encode() == text.encode("utf-8", "replace")


@given(text=st.one_of(LINES, st.text()))
@RELAXED
def test_regions_cover_every_character_but_blanks_once_and_in_order(text: str) -> None:
    found = regions("d", text)
    last = 0
    for region in found:
        assert not text[last : region.span.start].translate(dict.fromkeys(map(ord, INVISIBLE))).strip()
        assert region.span.start >= last
        words = text[region.span.start : region.span.end]
        assert words[0] not in INVISIBLE and not words[0].isspace()
        assert words[-1] not in INVISIBLE and not words[-1].isspace()
        last = region.span.end
    assert not text[last:].translate(dict.fromkeys(map(ord, INVISIBLE))).strip()


@given(text=st.one_of(LINES, st.text()))
@RELAXED
def test_regions_do_not_depend_on_the_kind_of_line_end(text: str) -> None:
    plain = text.replace("\r", "").replace("\u200b", "")
    kinds = [r.kind for r in regions("d", plain)]
    assert [r.kind for r in regions("d", plain.replace("\n", "\r\n"))] == kinds


@pytest.mark.parametrize(
    "character", [*list("a(/ '\"“.,@#©1-*•\xa0AÉ世"), "Aa ", "a/", "Ab/ ", "by ", "1:2", "(left", "we "]
)
def test_no_line_of_one_thing_again_and_again_takes_long(character: str) -> None:
    text = "\n".join([character * 3_000, f"x{character * 600}", f"{character * 600}x."] * 20)
    assert len(regions("d", text)) <= 60
