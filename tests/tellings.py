"""An invented matter as told by several papers: small editions for the tests of grouping."""

from __future__ import annotations

from builders import actor, attribution, document, edition

from variorum.model import Actor, Attribution, Document, Edition, Occasion

SALE = actor("Mara Sale")
ORTEN = actor("Joss Orten")
COUNCIL = actor("the harbour council", "group")
TALK = Occasion(id="o1", kind="meeting", label="the talk at the lodge", date="1998-03-14")
RECALL = Occasion(id="o2", kind="interview", label="a talk on Radio Skerry", date="2021-06-11")
RETOLD = Occasion(id="o3", kind="interview", label="an interview with the Lantern", date="2019-02")


def story(*told: tuple[Document, list[Attribution]]) -> Edition:
    """The edition of these documents with their attributions."""
    attributions = sorted((a for _, own in told for a in own), key=lambda a: a.id)
    return edition(
        *(document for document, _ in told),
        actors=(SALE, ORTEN, COUNCIL),
        occasions=(TALK, RECALL, RETOLD),
        attributions=tuple(attributions),
    )


def said(text: str, words: str, name: str, speaker: Actor | None = SALE, **more: object):
    """A document in which one thing is said."""
    doc = document(text, name)
    return doc, [attribution(doc, words, speaker=speaker.id if speaker else None, **more)]


def exchange(text: str, outer: str, question: str, answer: str, name: str, **more: object):
    """A document in which Orten tells that he asked and Sale answered: the report and the two within it."""
    doc = document(text, name)
    told = attribution(doc, outer, speaker=ORTEN.id, **more)
    asked = attribution(
        doc, question, speaker=ORTEN.id, audience=(SALE.id,), occasion=TALK.id, parent=told.id, polarity="questioned"
    )
    answered = attribution(doc, answer, speaker=SALE.id, audience=(ORTEN.id,), occasion=TALK.id, parent=told.id)
    return doc, [told, asked, answered]


def words_of(made: Edition, statements) -> list[list[str]]:
    """The readings of the statements, as words."""
    texts = {d.id: d.text for d in made.documents}
    return sorted(
        sorted(" … ".join(texts[s.doc][s.start : s.end] for s in r.spans) for r in statement.readings)
        for statement in statements
    )
