"""Passages marked in a paragraph, however they overlap."""

from builders import document, span

from variorum.lookup import Lookup
from variorum.model import Edition, Region, Span
from variorum.report.marks import tokens
from variorum.report.places import Back, Places, blocks


def drawn(text: str, *passages: str) -> str:
    """The text as marked: [n …] for the nth passage, where a piece that is not the first has a prime."""
    doc = document(text)
    places = Places(Lookup(Edition(documents=(doc,))))
    spans = [span(doc, p) for p in passages]
    anchors = [places.quotes((s,), "evidence")[0].anchor for s in spans]
    out = []
    for block in places.blocks[doc.id]:
        held = [n for n in places.noted(doc.id) if n.span.start < block.end and n.span.end > block.start]
        for token in tokens(doc.text, block, held):
            if token.begin:
                out.append(f"[{anchors.index(token.begin.anchor) + 1}{'' if token.begin.is_first else chr(39)} ")
            else:
                out.append(token.text or "]")
    return "".join(out)


def test_nested_passages_nest():
    assert drawn("We lend the bell now.", "lend the bell", "bell") == "We [1 lend the [2 bell]] now."


def test_of_overlapping_passages_the_later_is_broken_in_two():
    assert drawn("We lend the bell now.", "lend the", "the bell") == "We [1 lend [2 the]][2'  bell] now."


def test_passages_that_begin_together_nest_longest_outermost():
    assert drawn("We lend the bell.", "lend", "lend the bell") == "We [2 [1 lend] the bell]."


def test_passages_that_touch_stay_apart():
    assert drawn("We lend.", "We", " lend") == "[1 We][2  lend]."


def test_three_that_cross():
    assert drawn("abcdef", "abcd", "bcde", "cdef") == "[1 a[2 b[3 cd]]][3' [2' e]f]"


def test_a_passage_over_two_paragraphs_is_broken_where_they_part():
    assert drawn("He said: No.\nNever.", "No.\nNever.") == "He said: [1 No.\n][1' Never.]"


def test_nothing_marked():
    assert drawn("We lend.\n\nNow.") == "We lend.\n\nNow."


def test_blocks_hold_all_the_text_and_take_the_kind_of_their_region():
    doc = document("\n Title\n\nBody. Menu\n", regions=())
    regions = (Region("title", span(doc, "Title")), Region("boilerplate", span(doc, "Menu")))
    doc = document("\n Title\n\nBody. Menu\n", regions=regions)
    found = blocks(doc)
    assert [(b.kind, doc.text[b.start : b.end]) for b in found] == [
        ("title", "\n Title\n\n"),
        ("body", "Body. "),
        ("boilerplate", "Menu\n"),
    ]
    assert [b.number for b in found] == [1, 2, 3]


def test_a_document_of_blanks_or_nothing():
    assert blocks(document("")) == ()
    assert [(b.start, b.end) for b in blocks(document(" \n "))] == [(0, 3)]


def test_spans_that_point_nowhere_are_left_out_and_those_that_reach_too_far_are_cut():
    doc = document("We lend.")
    places = Places(Lookup(Edition(documents=(doc,))))
    wrong = [Span("x", 0, 2), Span(doc.id, 3, 3), Span(doc.id, 90, 99), Span(doc.id, 5, 2)]
    assert places.quotes(wrong, "evidence") == ()
    assert [q.words for q in places.quotes([Span(doc.id, -3, 2), Span(doc.id, 3, 99)], "evidence")] == ["We", "lend."]


def test_a_passage_is_noted_once_with_all_that_rests_on_it():
    doc = document("We lend.\nNow.")
    places = Places(Lookup(Edition(documents=(doc,))))
    first, second = Back("statement-1", "S1", "x"), Back("conflict-2", "C2", "y")
    for back in (first, second, first):
        quotes = places.quotes((span(doc, "Now"),), "evidence", "why", back)
    (noted,) = places.noted(doc.id)
    assert list(noted.backs) == [first, second]
    assert (quotes[0].place, quotes[0].siglum, quotes[0].anchor) == ("¶\u00a02", "A", "d1-9-12")
