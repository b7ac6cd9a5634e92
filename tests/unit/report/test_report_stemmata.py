"""Stemmata on the page, in Markdown and as a graph."""

import re
import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest
from accounts import EVIL, bell

from variorum.config import Settings
from variorum.model import Descent, Edition, Stemma
from variorum.report.branches import trees
from variorum.report.export import MarkdownExporter
from variorum.report.graphml import GraphmlExporter
from variorum.report.page import PageExporter
from variorum.report.views import page_view

NS = "{http://graphml.graphdrawing.org/xmlns}"


@pytest.fixture(scope="module")
def stemmata():
    return page_view(bell()).stemmata


def test_only_what_is_decided_is_drawn_and_the_rest_counted(stemmata):
    (drawn,) = stemmata.drawn
    assert (drawn.back.label, stemmata.undecided, stemmata.left_out) == ("S1", 1, 0)
    assert [(d.child.name, d.parent and d.parent.name, d.words) for d in drawn.descents] == [
        ("α", None, "unknown"), ("A", "α", "copied"), ("B", "A", "reworded"), ("<C>", "α", "unknown"),
    ]  # fmt: skip


def test_each_edge_has_its_reasons_with_the_words(stemmata):
    reason = stemmata.drawn[0].descents[2].reasons[0]
    assert [(q.siglum, q.words) for q in reason.quotes] == [("A", "a year"), ("B", "ten years")]


def test_what_comes_from_a_version_stands_below_it_and_nothing_overlaps(stemmata):
    drawing = trees(stemmata.drawn[0])
    place = {p.knot.name: p for p in drawing.placed}
    assert place["α"].y < place["A"].y == place["<C>"].y < place["B"].y
    assert place["A"].x == place["B"].x < place["α"].x < place["<C>"].x
    assert [p.knot.name for p in drawing.placed if p.is_open] == ["α"]
    assert all(
        p.x - p.width / 2 > 0 and p.x + p.width / 2 < drawing.width and p.y < drawing.height for p in drawing.placed
    )
    assert [(b.words, b.is_lost) for b in drawing.branches] == [
        ("copied", True),
        ("reworded", False),
        ("unknown", True),
    ]


def test_an_origin_that_is_named_needs_nothing_above_it():
    one = bell()
    named = replace(one.stemmata[0].ancestors[0], is_named=True)
    view = page_view(replace(one, stemmata=(replace(one.stemmata[0], ancestors=(named,)),)))
    assert not [p for p in trees(view.stemmata.drawn[0]).placed if p.is_open]


def test_a_circle_made_by_hand_is_left_out_of_the_drawing():
    one = bell()
    a, b = (r.id for r in one.statements[1].readings)
    turned = Stemma(statement="s2", descents=(Descent(child=a, parent=b), Descent(child=b, parent=a)))
    (drawn,) = page_view(replace(one, stemmata=(turned,))).stemmata.drawn
    assert trees(drawn).placed == ()


def test_the_page_says_in_words_what_the_drawing_shows():
    page = PageExporter(Settings()).export(bell())
    section = page.split('id="stemmata"')[1].split('id="copies"')[0]
    text = re.sub(r"\s+", " ", re.sub(r"<[^>]*>", "", section.split('class="descents"')[1]))
    assert "from A: reworded, likely (0.80)" in text
    assert "from where is unknown" in text
    assert "Of 1 other statement in several readings nothing decides" in text
    assert EVIL not in section
    assert 'href="#stemma-of-statement-1"' in page and 'href="#stemma-of-statement-2"' not in page


def test_the_page_of_an_edition_without_stemmata_says_so():
    assert "Nothing was found that decides" in PageExporter(Settings()).export(Edition())


def test_markdown_has_a_line_for_each_statement():
    text = MarkdownExporter(Settings()).export(bell())
    (line,) = [x for x in text.splitlines() if x.startswith("- S1 The mayor")]
    assert "; A from α (copied, possible (0.60)); B from A (reworded, likely (0.80));" in line


def graph(edition):
    return ET.fromstring(GraphmlExporter(Settings()).export(edition)).find(f"{NS}graph")


def test_graphml_has_a_node_for_each_version_and_edges_downwards():
    drawn = graph(bell())
    data = {n.get("id"): {d.get("key"): d.text for d in n} for n in drawn.findall(f"{NS}node")}
    assert sorted(d["label"] for d in data.values()) == ["<C>", "A", "A", "B", "B", "α"]
    edges = [(data[e.get("source")]["label"], data[e.get("target")]["label"]) for e in drawn.findall(f"{NS}edge")]
    assert edges == [("α", "A"), ("A", "B"), ("α", "<C>")]
    kinds = {e.find(f"{NS}data[@key='descent']").text for e in drawn.findall(f"{NS}edge")}
    assert kinds == {"copied", "reworded", "unknown"}


def test_graphml_is_well_formed_whatever_it_holds():
    one = bell()
    odd = replace(one.statements[0], label="\x00\ud800\uffff]]>&\"'")
    assert len(graph(replace(one, statements=(odd, one.statements[1])))) == 9
    assert len(graph(Edition())) == 0
