"""Whatever a document holds and however its spans lie, the page shows all its text, and links land on their words."""

from __future__ import annotations

import csv
import io
import json
from collections import defaultdict
from html.parser import HTMLParser

from builders import document, edition
from hypothesis import example, given
from hypothesis import strategies as st

from variorum import interchange
from variorum.config import Settings
from variorum.model import Actor, Attribution, Conflict, Reading, Region, Span, Statement, TimelineEntry
from variorum.report.edtf import when
from variorum.report.export import CsvExporter, JsonExporter, JsonLinesExporter, MarkdownExporter
from variorum.report.page import PageExporter
from variorum.report.words import shown

TEXT = st.text(
    alphabet=st.one_of(st.sampled_from("ab <>&\"'\n\r\t.“”=|[]`{}%#"), st.characters()), min_size=1, max_size=60
)
PLACES = st.lists(st.tuples(st.integers(-2, 62), st.integers(-2, 62)), max_size=8)
ANY = [JsonExporter, JsonLinesExporter, CsvExporter, MarkdownExporter, PageExporter]


class Page(HTMLParser):
    """Gathers what a reader of the page would: paragraphs, marked passages, quotations and what they claim."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.marked, self.firsts, self.quotes = defaultdict(str), {}, []
        self.text, self._open, self._in_text = "", [], 0
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        held = dict(attrs)
        if tag == "span" and "data-span" in held and "id" in held:
            assert not self.marked[held["id"]], "a link lands on the first piece"
            self.firsts[held["id"]] = True
        if tag == "p" and "dir" in held:
            self._in_text += 1
        if tag == "a" and held.get("class", "").split()[:1] == ["q"]:
            self.quotes.append([held["href"][1:], held.get("data-quote"), ""])
        if tag not in ("meta", "link", "input", "br"):
            self._open.append((tag, held))

    def handle_endtag(self, tag):
        opened, held = self._open.pop()
        assert opened == tag
        self._in_text -= tag == "p" and "dir" in held

    def handle_data(self, data):
        self.text += data if self._in_text else ""
        for tag, held in self._open:
            if tag == "span" and "data-span" in held:
                self.marked[held["data-span"]] += data
            if tag == "a" and held.get("class", "").split()[:1] == ["q"]:
                self.quotes[-1][2] += data


def made(text: str, places: list[tuple[int, int]], regions: list[tuple[int, int]]):
    """An edition whose every span is one of these places, some of them out of the text."""
    inside = sorted({tuple(sorted((min(max(a, 0), len(text)), min(max(b, 0), len(text))))) for a, b in regions})
    doc = document(text, regions=())
    apart = [r for n, r in enumerate(inside) if r[0] < r[1] and all(r[0] >= x[1] for x in inside[:n])]
    kinds = ("title", "boilerplate", "caption", "body")
    doc = document(text, regions=tuple(Region(kinds[n % 4], Span(doc.id, *r)) for n, r in enumerate(apart)))
    spans = tuple(Span(doc.id, a, b) for a, b in places)
    who = Actor(id="a", kind="person", name=text)
    told = tuple(
        Attribution(id=f"t{n}", doc=doc.id, content=(s,), cue=spans[:1], speaker="a" if n % 2 else None)
        for n, s in enumerate(spans)
    )
    readings = tuple(
        Reading(id=f"r{n}", witness=doc.id, attributions=(f"t{n}",), spans=(s,)) for n, s in enumerate(spans)
    )
    return edition(
        doc,
        actors=(who,),
        attributions=told,
        statements=(Statement(id="s", label=text, readings=readings),),
        conflicts=(Conflict(id="c", kind="other", label=text, severity="low", confidence=0.5, evidence=spans),),
        timeline=(TimelineEntry(date=text, what=text, evidence=spans),),
    )


@given(TEXT, PLACES, PLACES)
@example("He said: No.\nNever. Why", [(0, 12), (3, 16), (9, 19), (9, 12), (14, 20)], [(0, 5), (5, 19)])
@example("\x00<script>\u202e\ud800</p>", [(0, 8), (1, 11)], [])
def test_all_text_is_shown_and_links_land_on_their_words(text, places, regions):
    page = Page(PageExporter(Settings()).export(made(text, places, regions)))
    assert page.text.replace("\r", "") == shown(text).replace("\r", "")
    for anchor, quote, words in page.quotes:
        assert _plain(quote or words) == _plain(page.marked[anchor])
        assert page.firsts[anchor]


@given(TEXT, PLACES)
def test_every_export_can_be_written(text, places):
    held = made(text, places, [])
    for kind in ANY:
        assert kind(Settings()).export(held).encode("utf-8")
    assert interchange.from_json(json.loads(JsonExporter(Settings()).export(held))) == held


@given(TEXT, PLACES)
def test_no_cell_of_the_table_begins_a_formula(text, places):
    table = CsvExporter(Settings()).export(made(text, places, []))
    for row in csv.reader(io.StringIO(table, newline="")):
        assert len(row) == 19
        assert not any(cell.lstrip()[:1] in tuple("=+-@") for cell in row)


@given(
    st.one_of(
        st.text(max_size=20), st.from_regex(r"[\[{]?-?[\dX]{4}(-[\dX]{2}){0,2}[~?%]?(/[\dX]{4})?[\]}]?", fullmatch=True)
    )
)
def test_any_date_has_words_and_a_place_in_the_order(edtf):
    found = when(edtf)
    assert found.words
    assert sorted([found.order, when("2000").order])
    assert found.first is None or found.last is None or found.first < found.last or "/" in edtf


def _plain(text: str) -> str:
    return " ".join(text.split())
