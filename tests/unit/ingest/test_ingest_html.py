"""A web page gives its article, and what its tags say of it."""

from __future__ import annotations

import json

import pytest

from variorum.config import Settings
from variorum.errors import ReadError
from variorum.ingest.html import HtmlReader
from variorum.model import Document

PARAGRAPHS = [
    f"The mayor of Quill said on {day} that the harbour would not be sold before the summer, and left the hall."
    for day in ("Monday", "Tuesday", "Wednesday", "Thursday")
]
BODY = "".join(f"<p>{p}</p>" for p in PARAGRAPHS)
NAV = "<nav><ul><li><a href='/'>Home</a></li><li><a href='/n'>Breaking News</a></li></ul></nav>"


def _page(head: str = "", body: str = BODY) -> str:
    return f"<!doctype html><html><head>{head}</head><body>{NAV}<article>{body}</article></body></html>"


def _read(markup: str | bytes, **settings: int) -> Document:
    raw = markup if isinstance(markup, bytes) else markup.encode()
    (found,) = HtmlReader(Settings(**settings)).read("a.html", raw)
    return found


def test_the_article_is_the_text_a_paragraph_a_line() -> None:
    document = _read(_page("<title>Mayor Keeps Harbour</title>", f"<h1>Mayor Keeps Harbour</h1>{BODY}"))
    assert document.text.split("\n") == ["Mayor Keeps Harbour", *PARAGRAPHS]
    assert [r.kind for r in document.regions] == ["title"] + ["body"] * 4
    assert document.problems == ()


def test_structured_data_gives_title_outlet_authors_and_day() -> None:
    thing = {
        "@graph": [
            {"@type": "WebSite", "name": "Not this"},
            {
                "@type": ["NewsArticle"],
                "headline": "Mayor Keeps Harbour",
                "datePublished": "2019-03-04T23:10:00+02:00",
                "author": [{"name": "Ada Quill"}, "Tom Reed"],
                "publisher": {"name": "The Quill Tide"},
            },
        ]
    }
    document = _read(_page(f'<script type="application/ld+json">{json.dumps(thing)}</script>'))
    assert document.title == "Mayor Keeps Harbour"
    assert document.text.startswith("Mayor Keeps Harbour\nThe mayor")
    assert (document.outlet, document.byline) == ("The Quill Tide", "Ada Quill, Tom Reed")
    assert document.published == "2019-03-04"


def test_tags_give_the_same_where_there_is_no_structured_data() -> None:
    head = """<meta property="og:title" content="Mayor Keeps Harbour - The Tide"><meta name="author" content="By Ada Quill">
        <meta property="og:site_name" content="The Tide"><meta property="article:published_time" content="2019-03-04">"""
    document = _read(_page(head))
    assert (document.title, document.outlet) == ("Mayor Keeps Harbour", "The Tide")
    assert (document.byline, document.published) == ("Ada Quill", "2019-03-04")


@pytest.mark.parametrize(
    "data", ["{", "[]", "null", '{"@type": 7}', '{"@type": "Article", "author": 3, "headline": []}', "[" * 5000]
)
def test_broken_structured_data_is_passed_over(data: str) -> None:
    document = _read(_page(f'<script type="application/ld+json">{data}</script>'))
    assert (document.title, document.byline) == (None, None)


def test_scripts_are_never_in_the_text_and_escaped_ones_are_words() -> None:
    document = _read(
        _page(body=f"<script>stolen()</script>{BODY}<p>She typed &lt;script&gt; and laughed at all of it.</p>")
    )
    assert "stolen" not in document.text
    assert "She typed <script> and laughed" in document.text


def test_set_off_quotations_stay() -> None:
    body = BODY + "<blockquote><p>We shall not sell the harbour.</p></blockquote><p>Ada Hale, mayor</p>" + BODY
    assert "We shall not sell the harbour.\nAda Hale, mayor\n" in _read(_page(body=body)).text


def test_a_page_without_an_article_has_a_problem() -> None:
    document = _read(f"<html><body>{NAV}</body></html>")
    assert document.text == "Home\nBreaking News"
    assert "no article found" in document.problems[0].what


@pytest.mark.parametrize("raw", [b"", b"  \n", b"<html><body><script>x()</script></body></html>", b"<p></p>"])
def test_a_page_without_words_is_refused(raw: bytes) -> None:
    with pytest.raises(ReadError):
        _read(raw)


@pytest.mark.parametrize("opening", ["<div>", "<b><i>", "<table><tr><td>", "<blockquote>"])
def test_deep_nesting_does_no_harm(opening: str) -> None:
    assert PARAGRAPHS[2] in _read(opening * 20_000 + BODY).text


@pytest.mark.parametrize(
    "markup",
    [
        f"<html><body><p>unclosed <b>bold {BODY}<![CDATA[ x <!-- <p>more",
        f"<<p>>{BODY}</html></body></html><p>&#55296;&#0;&bogus;",
        f"<?xml version='1.0' encoding='utf-8'?><html xmlns='http://www.w3.org/1999/xhtml'><body>{BODY}</body></html>",
        f"{BODY}<!doctype [<!ENTITY a 'b'>]>",
    ],
)
def test_broken_markup_still_gives_the_words(markup: str) -> None:
    document = _read(markup)
    assert PARAGRAPHS[1] in document.text
    document.text.encode()  # no half of a surrogate pair


def test_the_text_is_the_same_each_time() -> None:
    markup = _page("<title>Mayor Keeps Harbour | Tide</title>")
    assert _read(markup) == _read(markup)


def test_a_page_in_another_encoding_is_read_as_declared() -> None:
    markup = _page(
        '<meta charset="windows-1251">', BODY + "<p>Гавань города не будет продана до лета, сказала она.</p>"
    )
    assert "Гавань города" in _read(markup.encode("cp1251")).text


def test_too_long_an_article_is_refused() -> None:
    with pytest.raises(ReadError, match="split it"):
        _read(_page(), longest_document=300)
