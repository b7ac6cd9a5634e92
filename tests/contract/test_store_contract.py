"""What every store promises: an edition comes back as it was kept, whole or not at all."""

from __future__ import annotations

from dataclasses import replace

import pytest
from builders import actor, attribution, document, edition, reading, span

from variorum.model import (
    Ancestor,
    Annotation,
    Apparatus,
    Conflict,
    DateMention,
    Descent,
    Edition,
    Hop,
    Input,
    Line,
    Manifest,
    Mention,
    Occasion,
    Problem,
    Reason,
    Region,
    Relation,
    Reuse,
    Span,
    Stated,
    Statement,
    Stemma,
    Story,
    TimelineEntry,
)
from variorum.store.memory import MemoryStore
from variorum.store.sqlite import SqliteStore

A = document(
    "Anna Hale said: “The bridge is closed.”\nShe left on 4 May.\n", "a.txt", title="A bridge", published="2001-05"
)
B = document(
    "“The bridge is — closed,” Hale told the council… 😀 at last.\n", "b.txt", problems=(Problem("b.txt", "odd"),)
)


def full() -> Edition:
    """An edition in which every field of every record holds something, nested twice where that may be."""
    hale = actor(
        "Anna Hale",
        aliases=("Hale", "the mayor"),
        mentions=(Mention(span(A, "Anna Hale")), Mention(span(A, "She"), "pronoun")),
    )
    council = actor("the council", "group")
    met = Occasion(
        id="o1", kind="meeting", label="a meeting", participants=(hale.id, council.id), place="Town Hall", date="2001-05-04",
        stated=(Stated(doc=A.id, date="XXXX-05-04", place=None, evidence=(span(A, "4 May"),)), Stated(doc=B.id)),
    )  # fmt: skip
    outer = attribution(A, "“The bridge is closed.”", cue="said", source="Anna Hale", speaker=hale.id, mode="direct",
                        quoted="The bridge is closed.", occasion="o1", confidence=0.25)  # fmt: skip
    inner = attribution(B, "The bridge is — closed,", speaker=hale.id, audience=(council.id,), addressee="the council",
                        polarity="denied", chain=(Hop(None), Hop(hale.id, outer.id, (span(B, "Hale"),))))  # fmt: skip
    nested = replace(attribution(A, "bridge is closed."), parent=outer.id)
    left, right = reading(A, "The bridge is closed", outer, nested), reading(B, "The bridge is — closed", inner)
    why = Reason(feature="words", text="the words agree", score=0.75, evidence=(span(A, "bridge"), span(B, "bridge")))
    columns = (
        (span(A, "The bridge is"), span(B, "The bridge is")),
        (None, span(B, "—")),
        (span(A, "closed"), span(B, "closed")),
    )
    statement = Statement(
        id="s1", label="closed", readings=(left, right), speaker=hale.id, audience=(council.id,), occasion="o1",
        apparatus=Apparatus((left.id, right.id), columns), reasons=(why,),
        relations=(Relation(a=left.id, b=right.id, relation="reworded", confidence=0.5, reasons=(why, why)),),
    )  # fmt: skip
    return edition(
        A,
        B,
        sentences=(span(A, "She left on 4 May."), span(B, B.text.strip())),
        dates=(DateMention(span(A, "4 May"), "XXXX-05-04", True), DateMention(span(A, "May"), "XXXX-05")),
        actors=(hale, council),
        occasions=(met,),
        attributions=(outer, nested, inner),
        stories=(Story(id="y1", label="The bridge", documents=(A.id,), reasons=(why,)),
                 Story(id="y2", label="", documents=(B.id,))),
        statements=(statement, Statement(id="s2", label="", readings=(left,))),
        conflicts=(Conflict(id="c1", kind="date", label="when?", severity="high", confidence=1.0, evidence=(span(A, "4 May"),),
                            statements=("s1", "s2"), reasons=(why,)),),
        reuse=(Reuse(id="u1", a=span(A, "bridge"), b=span(B, "bridge"), kind="copied", direction="a-from-b", confidence=0.1,
                     reasons=(why,)),),
        lines=(Line(statement="s1", groups=((A.id, B.id), (B.id,)), reasons=(why,)),),
        stemmata=(Stemma(statement="s1", ancestors=(Ancestor(id="x1", siglum="α", label="an interview", is_named=True),),
                         descents=(Descent(child=left.id, parent="x1", kind="quoted", confidence=0.5, reasons=(why,)),
                                   Descent(child="x1"))),),
        timeline=(TimelineEntry(date="2001-05-04", what="she left", evidence=(span(A, "4 May"),), occasion="o1"),
                  TimelineEntry(date=None, what="undated", evidence=())),
        manifest=Manifest(variorum="9", components=(("annotations", "x/1"),), settings=(("longest_block", 7), ("loud", True)),
                          inputs=(("a.txt", A.sha256),), problems=(Problem("c.txt", "is empty"),)),
    )  # fmt: skip


@pytest.fixture(params=["memory", "sqlite"])
def store(request, tmp_path):
    if request.param == "memory":
        yield MemoryStore()
    else:
        with SqliteStore(tmp_path / "edition.db") as opened:
            yield opened


def annotation(doc, made_by="rules/1"):
    return Annotation(
        doc=doc.id,
        made_by=made_by,
        sentences=(span(doc, "The bridge"),),
        dates=(DateMention(span(doc, "bridge"), "2001"),),
    )


def test_an_empty_store_holds_an_empty_edition(store):
    assert store.edition() == Edition()
    assert store.annotations("rules/1") == {}


def test_the_edition_comes_back_as_it_was_kept(store):
    kept = full()
    store.keep(kept, (), {})
    assert store.edition() == kept


def test_a_later_edition_takes_the_place_of_the_earlier_one(store):
    store.keep(full(), (), {})
    later = edition(B, sentences=(span(B, "closed"),))
    store.keep(later, (), {})
    assert store.edition() == later


def test_keeping_twice_changes_nothing(store):
    store.keep(full(), (annotation(A),), {"ab": b"x"})
    store.keep(full(), (annotation(A),), {"ab": b"x"})
    assert store.edition() == full()
    assert store.annotations("rules/1") == {A.id: annotation(A)}


def test_the_order_of_things_is_kept(store):
    kept = replace(full(), statements=full().statements[::-1], documents=full().documents[::-1])
    store.keep(kept, (), {})
    assert store.edition() == kept


def test_annotations_come_back_by_their_maker(store):
    store.keep(full(), (annotation(A), annotation(B, "model/2")), {})
    assert store.annotations("rules/1") == {A.id: annotation(A)}
    assert store.annotations("model/2") == {B.id: annotation(B, "model/2")}
    assert store.annotations("model/3") == {}


def test_the_bytes_of_all_inputs_stay(store):
    store.keep(full(), (), {"ab": b"\x00one"})
    store.keep(edition(B), (), {"cd": b"two"})
    assert (store.raw("ab"), store.raw("cd")) == (b"\x00one", b"two")
    with pytest.raises(KeyError):
        store.raw("ef")


def test_results_stay_as_long_as_the_edition_that_they_belong_to(store):
    assert store.result("k1") is None
    store.keep(full(), (), {}, results={"k1": "[“é”, 😀]", "k2": ""})
    assert (store.result("k1"), store.result("k2")) == ("[“é”, 😀]", "")
    store.keep(full(), (), {}, results={"k2": "later"})
    assert (store.result("k1"), store.result("k2")) == (None, "later")
    store.keep(full(), (), {})
    assert store.result("k2") is None


def test_the_files_stay_as_long_as_the_edition_that_they_belong_to(store):
    assert store.inputs() == ()
    one = Input(file="b/r.jsonl", name="r.jsonl", given="b/r.jsonl", place="p1", documents=(("#1", A.id), ("#2", B.id)))
    two = Input(file="c.txt", name="c.txt", given="é/c.txt", place="")
    store.keep(full(), (), {}, inputs=(two, one))
    assert store.inputs() == (two, one)
    store.keep(full(), (), {}, inputs=(one,))
    assert store.inputs() == (one,)


def test_odd_characters_come_back(store):
    odd = document("A\x00B \u202e ﬁ e\u0301 \U0001f600\r\nC\x85D\n", "o.txt", regions=())
    store.keep(Edition(documents=(odd,)), (), {})
    assert store.edition().documents == (odd,)


def test_a_document_may_come_back_in_an_earlier_version(store):
    store.keep(full(), (), {})
    store.keep(edition(B), (), {})
    store.keep(full(), (), {})
    assert store.edition() == full()


def test_regions_keep_their_kind_and_place(store):
    marked = replace(A, regions=(Region("title", Span(A.id, 0, 9)), Region("boilerplate", Span(A.id, 10, 20))))
    store.keep(Edition(documents=(marked,)), (), {})
    assert store.edition().documents[0].regions == marked.regions
