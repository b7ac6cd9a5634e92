"""From the outlet inwards to the one who spoke."""

from builders import document, span

from variorum.annotate import chains
from variorum.annotate.parse import parse
from variorum.annotate.people import actors
from variorum.annotate.reporting.draft import Draft
from variorum.config import Settings

TEXT = "Igor Lomov said that Peter Marlow answered, ‘Why not?’ He agreed with the Halden Herald."


def built(text: str, make, **more):
    doc = document(text, **more)
    parsed = next(iter(parse([doc], Settings())))
    roster = actors.find(parsed)
    reports = chains.build(parsed, make(doc), roster)
    publisher = chains.publisher(doc, roster.actors)
    names = {a.id: a.name for a in (publisher, *roster.actors)}
    return reports, names


def nested(doc):
    return (
        Draft(content=(span(doc, "that Peter Marlow answered, ‘Why not?’"),), cue=(span(doc, "said"),), source=(span(doc, "Igor Lomov"),)),
        Draft(content=(span(doc, "‘Why not?’"),), cue=(span(doc, "answered"),), source=(span(doc, "Peter Marlow"),), parent=0),
    )  # fmt: skip


def test_a_chain_runs_from_the_document_through_every_teller():
    (outer, inner), names = built(TEXT, nested, title="A title")
    assert [names[h.actor] for h in outer.chain] == ["A title", "Igor Lomov"]
    assert [names[h.actor] for h in inner.chain] == ["A title", "Igor Lomov", "Peter Marlow"]
    assert inner.parent == outer.id
    assert [h.attribution for h in inner.chain] == [None, outer.id, inner.id]
    assert inner.chain[1].evidence == outer.source


def test_the_outlet_stands_first_and_is_the_one_that_the_text_names():
    (outer, _), names = built(TEXT, nested, outlet="The Halden Herald")
    assert names[outer.chain[0].actor] == "Halden Herald"


def test_a_document_without_title_and_outlet_goes_by_its_file():
    (outer, _), names = built(TEXT, nested)
    assert names[outer.chain[0].actor] == "a.txt"


def test_a_teller_whom_only_the_context_names_is_in_the_chain():
    text = "Igor Lomov told a story. Peter Marlow retorted that he would not wait."

    def make(doc):
        return (
            Draft(content=(span(doc, "he would not wait"),), cue=(span(doc, "retorted"),), source=(span(doc, "Peter Marlow"),),
                  reporter=span(doc, "Igor Lomov")),
        )  # fmt: skip

    (report,), names = built(text, make)
    assert [names[h.actor] for h in report.chain] == ["a.txt", "Igor Lomov", "Peter Marlow"]
    assert report.chain[1].attribution is None and report.chain[1].evidence


def test_a_draft_without_words_is_left_out_and_its_children_move_up():
    def make(doc):
        first, second = nested(doc)
        return (first, Draft(content=(span(doc, ","),), cue=(span(doc, "answered"),), parent=0),
                Draft(content=second.content, cue=second.cue, source=second.source, parent=1))  # fmt: skip

    reports, _ = built(TEXT, make)
    assert len(reports) == 2
    assert reports[1].parent == reports[0].id


def test_two_drafts_of_the_same_words_are_one():
    def make(doc):
        first, second = nested(doc)
        return (first, second, second)

    reports, _ = built(TEXT, make)
    assert len({r.id for r in reports}) == len(reports) == 2


def test_a_source_that_names_nobody_known_leaves_the_speaker_open():
    def make(doc):
        return (Draft(content=(span(doc, "it was late"),), cue=(span(doc, "told"),)),)

    (report,), _ = built("Nobody was told that it was late.", make)
    assert report.speaker is None
    assert report.chain[-1].actor is None
