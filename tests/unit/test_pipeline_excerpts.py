"""An excerpt holds what belongs to a statement or a story, and its digest changes with that and with nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest
from builders import actor, attribution, document, edition, reading, span

from variorum.model import Apparatus, Hop, Mention, Occasion, Reason, Relation, Stated, Statement, Story
from variorum.pipeline.excerpts import Excerpts, marked

A = document("Anna Hale said that Berg had told her “the bridge is closed”. Cole waved.\n", "a.txt")
B = document("Hale: “The bridge is closed!” Dunn said “no comment”.\n", "b.txt")
C = document("Cole wrote of other things.\n", "c.txt")
HALE = actor("Anna Hale", aliases=("Hale", "the mayor"),
             mentions=(Mention(span(A, "Anna Hale")), Mention(span(B, "Hale")), Mention(span(C, "other"), "nominal")))  # fmt: skip
BERG, DUNN = (actor(name, mentions=(Mention(span(d, name)),)) for name, d in (("Berg", A), ("Dunn", B)))
COLE = actor("Cole", mentions=(Mention(span(A, "Cole")), Mention(span(C, "Cole"))))
MET = Occasion(id="o1", kind="meeting", label="a meeting", participants=(HALE.id,),
               stated=(Stated(doc=A.id, evidence=(span(A, "told"),)), Stated(doc=C.id)))  # fmt: skip
OUTER = attribution(A, "Berg had told her “the bridge is closed”", speaker=HALE.id)
INNER = replace(attribution(A, "the bridge is closed", speaker=BERG.id, occasion="o1"), parent=OUTER.id,
                chain=(Hop(HALE.id, OUTER.id), Hop(BERG.id)))  # fmt: skip
SAID = attribution(B, "The bridge is closed!", speaker=HALE.id)
DENIED = attribution(B, "no comment", speaker=DUNN.id)
LEFT, RIGHT = reading(A, "the bridge is closed", INNER), reading(B, "The bridge is closed", SAID)
WHY = Reason(feature="words", text="they agree", score=0.5)
CLOSED = Statement(id="s1", label="closed", readings=(LEFT, RIGHT), reasons=(WHY,),
                   apparatus=Apparatus((LEFT.id, RIGHT.id), ((span(A, "the"), span(B, "The")), (None, span(B, "!")))),
                   relations=(Relation(a=LEFT.id, b=RIGHT.id, relation="identical", confidence=1.0),))  # fmt: skip
WHOLE = edition(
    A, B, C, actors=(HALE, BERG, DUNN, COLE), occasions=(MET,), attributions=(OUTER, INNER, SAID, DENIED),
    statements=(CLOSED,), sentences=(span(A, "Cole waved."), span(C, C.text.strip())),
)  # fmt: skip
FIRST = Story(id="y1", label="The bridge", documents=(A.id,))


def of_statement(whole=WHOLE):
    return Excerpts(whole).of_statement(whole.statements[0])


def of_story(whole=WHOLE, story=FIRST):
    return next(Excerpts(whole).of_stories([story], whole.statements))


def names(excerpt):
    return {a.name for a in excerpt.edition.actors}


def test_a_statement_comes_with_its_witnesses_and_the_reports_around_its_readings():
    excerpt = of_statement().edition
    assert {d.path for d in excerpt.documents} == {"a.txt", "b.txt"}
    assert set(excerpt.attributions) == {OUTER, INNER, SAID}, "who denies a comment beside it does not belong to it"
    assert excerpt.sentences == (span(A, "Cole waved."),)
    assert names(of_statement()) == {"Anna Hale", "Berg"}


def test_a_report_within_a_reading_comes_too():
    outside = replace(CLOSED, readings=(reading(A, "Berg had told her", OUTER),))
    assert set(of_statement(replace(WHOLE, statements=(outside,))).edition.attributions) == {OUTER, INNER}


def test_reports_in_a_circle_are_no_trap():
    turned = replace(OUTER, parent=INNER.id)
    found = of_statement(replace(WHOLE, attributions=(turned, INNER, SAID, DENIED))).edition.attributions
    assert set(found) == {turned, INNER, SAID}


def test_people_and_occasions_are_as_these_documents_have_them():
    (hale,) = (a for a in of_statement().edition.actors if a.name == "Anna Hale")
    assert [m.span.doc for m in hale.mentions] == sorted((A.id, B.id))
    assert hale.aliases == ("Hale",), "nobody calls her the mayor here"
    assert [s.doc for s in of_statement().edition.occasions[0].stated] == [A.id]


def test_a_story_comes_with_all_that_its_documents_hold():
    excerpt = of_story()
    assert {d.path for d in excerpt.edition.documents} == {"a.txt"}
    assert set(excerpt.edition.attributions) == {OUTER, INNER}
    assert names(excerpt) == {"Anna Hale", "Berg", "Cole"}


def test_a_statement_of_two_stories_is_cut_to_the_documents_of_one():
    (cut,) = of_story().edition.statements
    assert cut.readings == (LEFT,)
    assert cut.apparatus == Apparatus((LEFT.id,), ((span(A, "the"),),))
    assert cut.relations == ()


def test_a_statement_of_another_story_is_left_out():
    assert of_story(story=Story(id="y2", label="", documents=(C.id,))).edition.statements == ()


@pytest.mark.parametrize("take", [of_statement, of_story])
def test_what_another_document_brings_changes_nothing(take):
    """The rest of the edition, all sigla, problems, and how sure it is that the readings are one."""
    more = document("Anna Hale again.\n", "aa.txt")
    moved = tuple(replace(d, siglum=d.siglum * 2) for d in WHOLE.documents)
    richer = replace(HALE, aliases=(*HALE.aliases, "Mrs Hale"), mentions=(*HALE.mentions, Mention(span(more, "Hale"))))
    surer = replace(CLOSED, reasons=(replace(WHY, score=0.6),))
    later = replace(WHOLE, documents=(*moved, more), actors=(richer, BERG, DUNN, COLE), statements=(surer,))
    assert take(later).digest == take().digest
    assert take(later).edition == take().edition


@pytest.mark.parametrize("take", [of_statement, of_story])
@pytest.mark.parametrize(
    "change",
    [
        {"attributions": (replace(OUTER, speaker=BERG.id), INNER, SAID, DENIED)},
        {"attributions": (OUTER, replace(INNER, polarity="denied"), SAID, DENIED)},
        {"actors": (replace(HALE, name="Anne Hale"), BERG, DUNN, COLE)},
        {"actors": (HALE, replace(BERG, kind="group"), DUNN, COLE)},
        {"occasions": (replace(MET, date="2001"),)},
        {"sentences": (span(A, "Cole waved"),)},
        {"statements": (replace(CLOSED, readings=(replace(LEFT, id="other"), RIGHT)),)},
    ],
)
def test_what_is_in_it_changes_the_digest(take, change):
    assert take(replace(WHOLE, **change)).digest != take().digest


def test_a_document_that_is_read_otherwise_changes_the_digest():
    otherwise = tuple(replace(d, outlet="The Harbour Post") if d == A else d for d in WHOLE.documents)
    assert of_statement(replace(WHOLE, documents=otherwise)).digest != of_statement().digest


def test_sigla_of_the_day_are_put_in_place_of_marks():
    excerpt = of_statement()
    assert {d.siglum for d in excerpt.edition.documents} == {marked(A.id), marked(B.id)}
    assert excerpt.with_sigla(f"closed ({marked(A.id)}, {marked(C.id)}, {marked('gone')})") == (
        f"closed (A, C, {marked('gone')})"
    )
