"""What the page shows of the bell, as plain values."""

from dataclasses import replace

import pytest
from accounts import EVIL, bell

from variorum.config import Settings
from variorum.model import Edition, Reason
from variorum.report.drawing import lineage_drawing, timeline_chart
from variorum.report.page import PageExporter
from variorum.report.views import page_view


@pytest.fixture(scope="module")
def view():
    return page_view(bell())


def test_title_and_counts(view):
    assert view.title == "Three accounts of one matter"
    assert [(n, noun) for n, noun, _ in view.counts][:3] == [
        ("3", "documents"), ("7", "reports of an utterance"), ("2", "statements in several versions"),
    ]  # fmt: skip


def test_statements_come_with_the_most_told_first(view):
    first, second = view.statements
    assert (first.back.label, first.back.title) == ("S1", "The mayor offers the bell")
    assert first.extent == "3 readings in 3 documents, 2 independent lines"
    assert first.lines.groups == ("A + B", "<C>")
    assert first.date.words == "3 May 1987"
    assert [a.name for a in first.audience] == ["Jonas Meer"]
    assert second.extent == "2 readings in 2 documents"


def test_statements_that_no_link_holds_stand_last_and_say_so():
    first, second = bell().statements
    doubtful = replace(first, reasons=(Reason(feature="link", text="They share a word.", score=0.61),))
    held = replace(second, reasons=(Reason(feature="link", text="They share all.", score=0.97),))
    one, other = page_view(replace(bell(), statements=(doubtful, held))).statements
    assert (one.back.title, one.doubt) == (second.label, None)
    assert (other.back.title, str(other.doubt)) == (first.label, "possible (0.61)")
    page = PageExporter(Settings()).export(replace(bell(), statements=(doubtful, held)))
    assert page.count("perhaps not one utterance: its surest link is") == 1


def test_readings_begin_with_the_base_and_tell_their_relation_to_it(view):
    readings = view.statements[0].readings
    assert [(r.name, r.is_base) for r in readings] == [("A", True), ("B", False), ("<C>", False)]
    assert [r.relation and r.relation.words for r in readings] == [
        None,
        "altered in meaning",
        "the same, one of them cut",
    ]
    assert "".join(f"<{r.sign}{r.words}>" if r.sign else r.words for r in readings[1].passages[0].runs) == (
        "We <≠should> lend you the bell for <≠ten years>"
    )


def test_a_broken_up_reading_has_a_passage_for_each_part(view):
    broken = view.statements[1].readings
    assert [[p.quote.words for p in r.passages] for r in broken] == [
        ["Why not?", "it is\r\ntime to ring it."],
        ["I have no objection."],
    ]


def test_the_chain_names_each_reporter_with_the_words_that_do(view):
    chain = view.statements[1].readings[0].chain
    assert [(h.who.name, [q.words for q in h.quotes]) for h in chain] == [
        ("Ostrel Ledger", ["the Ostrel Ledger"]),
        ("Jonas Meer", ["Meer"]),
    ]


def test_conflicts_stand_side_by_side_in_their_sentences(view):
    grave, slight = view.conflicts
    assert (grave.kind, grave.severity, str(grave.confidence), grave.is_likely) == (
        "Number",
        "high",
        "very likely (0.90)",
        True,
    )
    assert [(s.siglum, s.before[-8:], s.quote.words, s.after) for s in grave.sides] == [
        ("A", "you the ", "bell for a year", ".”"),
        ("B", "you the ", "bell for ten years,” Quill told", " Meer in the spring of 1987."),
    ]
    assert [b.label for b in grave.statements] == ["S1"]
    assert (slight.back.label, slight.is_likely) == ("C2", False)


def test_timeline_is_in_the_order_of_time_with_loose_dates_last(view):
    assert [(e.back.label, e.when.words) for e in view.events] == [
        ("T1", "about spring 1987"), ("T2", "3 May 1987"), ("T3", "June, year not stated"),
    ]  # fmt: skip


def test_occasions_tell_what_each_document_states(view):
    (talk,) = view.occasions
    assert [(s.siglum, s.date, s.quotes[0].words) for s in talk.stated] == [
        ("A", "3 May 1987", "on 3 May 1987"),
        ("B", "spring 1987", "in the spring of 1987"),
    ]
    assert [b.label for b in talk.statements] == ["S1"]


def test_people_say_what_is_reported_of_them_and_nobody_comes_last(view):
    assert [(p.back.label, len(p.sayings)) for p in view.people] == [
        ("Ada Quill", 3), ("Jonas Meer", 2), (EVIL, 1), ("Ostrel Ledger", 0), ("Nobody named", 1),
    ]  # fmt: skip
    assert view.people[0].extent == "3 reports of what is said, spoken to in 2 reports"
    assert [(m.siglum, [q.words for q in m.quotes]) for m in view.people[0].mentions] == [
        ("A", ["Mayor Ada Quill"]), ("B", ["Quill"]), ("<C>", ["Quill"]),
    ]  # fmt: skip


def test_lineage_goes_from_documents_through_reporters_to_occasions(view):
    assert [[n.kind for n in column] for column in view.lineage.columns] == [
        ["document", "document", "document"], ["outlet"], ["occasion"],
    ]  # fmt: skip
    rests = [(r.siglum, [v.name for v in r.via], r.occasion.name) for r in view.lineage.rests]
    assert ("B", ["Ostrel Ledger"], "Quill and Meer talk of the bell") in rests
    assert ("A", [], "Quill and Meer talk of the bell") in rests


def test_copies_point_from_the_copy(view):
    (arc,) = view.lineage.copies
    copy = next(n for n in view.lineage.columns[0] if n.key == arc.left)
    assert copy.name.startswith("B")


def test_documents_mark_every_kind_of_block_and_lead_back(view):
    ledger = view.documents[0]
    assert [b.kind for b in ledger.blocks] == ["title", "body", "body", "boilerplate"]
    notes = {n.lemma: [b.label for b in n.backs] for n in ledger.blocks[1].notes}
    assert notes["We would lend … a year."] == ["S1", "Ada Quill"]
    assert notes["bell for a year"] == ["C1"]
    assert notes["on 3 May 1987"] == ["T2", "O1"]


def test_hostile_language_is_no_language(view):
    assert [d.language for d in view.documents] == ["en", "", ""]


def test_an_empty_edition_has_an_empty_view():
    view = page_view(Edition())
    assert (view.title, view.statements, view.documents) == ("No accounts of one matter", (), ())
    assert lineage_drawing(view.lineage).boxes == ()
    assert timeline_chart(view.events).points == ()


def test_drawings_keep_within_their_frame(view):
    chart = timeline_chart(view.events)
    assert [t.label for t in chart.ticks] == ["1987", "1988"]
    assert [(p.is_bar, p.is_vague) for p in chart.points] == [(True, True), (False, False)]
    assert all(0 <= p.x <= chart.width and 0 < p.y < chart.height for p in chart.points)
    drawing = lineage_drawing(view.lineage)
    assert len(drawing.boxes) == 5
    assert all(
        b.x + drawing.box_width <= drawing.width and b.y + drawing.box_height <= drawing.height for b in drawing.boxes
    )
    assert len({(b.x, b.y) for b in drawing.boxes}) == 5


def test_of_very_many_copies_the_longest_are_shown_and_the_rest_counted(monkeypatch):
    monkeypatch.setattr("variorum.report.conflicts.COPIES", 1)
    monkeypatch.setattr("variorum.report.views.COPIES", 1)
    edition = bell()
    (copy,) = edition.reuse
    shorter = replace(copy, id="u2", a=replace(copy.a, end=copy.a.start + 9), b=replace(copy.b, end=copy.b.start + 9))
    many = page_view(replace(edition, reuse=(shorter, copy)))
    assert [c.a.quote.words for c in many.copies] == [c.a.quote.words for c in page_view(edition).copies]
    assert many.copies_left_out == "The 1 longest are shown; 1 shorter one is in edition.json."
    assert page_view(edition).copies_left_out == ""
    assert many.copies_left_out in PageExporter(Settings()).export(replace(edition, reuse=(shorter, copy)))
