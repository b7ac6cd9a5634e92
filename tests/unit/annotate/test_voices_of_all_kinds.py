"""Who speaks, through whom and when in transcripts, wires, newsletters, minutes, features and interviews."""

import pytest
from builders import document
from invented_voices import CASES, Case

from variorum.annotate.rules import RulesAnnotator
from variorum.config import Settings
from variorum.model import Actor, Annotation, Attribution, Document


def annotated(case: Case) -> tuple[Document, Annotation]:
    doc = document(case.text, outlet=case.outlet, published=case.published)
    return doc, next(iter(RulesAnnotator(Settings()).annotate([doc])))


def report_of(doc: Document, made: Annotation, words: str) -> Attribution | None:
    """The shortest report whose content begins with these words, a conjunction or a quotation mark aside."""
    at = doc.text.index(words)
    near = [a for a in made.attributions if abs(a.content[0].start - at) <= 6 and a.content[0].end > at + 6]
    return min(near, key=lambda a: (abs(a.content[0].start - at), a.content[-1].end), default=None)


def is_called(actor: Actor | None, wanted: str | None) -> bool:
    if actor is None or wanted is None:
        return actor is None and wanted is None
    return any(wanted.casefold() in name.casefold() for name in (actor.name, *actor.aliases))


@pytest.mark.parametrize("name", sorted(CASES))
def test_who_speaks(name):
    case = CASES[name]
    doc, made = annotated(case)
    actors = {a.id: a for a in made.actors}
    found = {words: report_of(doc, made, words) for words in case.speakers}
    wrong = {
        words: actors[a.speaker].name if a.speaker else None
        for words, a in found.items()
        if a is not None and not is_called(actors.get(a.speaker), case.speakers[words])
    }
    assert wrong == {}
    assert sum(a is not None for a in found.values()) >= len(found) - 1


@pytest.mark.parametrize("name", sorted(n for n, case in CASES.items() if case.chains and n != "wire"))
def test_through_whom(name):
    case = CASES[name]
    doc, made = annotated(case)
    actors = {a.id: a for a in made.actors}
    for words, wanted in case.chains.items():
        report = report_of(doc, made, words)
        if report is not None:
            hops = [actors.get(h.actor) for h in report.chain[1:]]
            assert [h.name if h else None for h in hops] and len(hops) == len(wanted), words
            assert all(is_called(h, w) for h, w in zip(hops, wanted, strict=True)), words


@pytest.mark.parametrize("name", sorted(CASES))
def test_when(name):
    case = CASES[name]
    doc, made = annotated(case)
    stated = {doc.text[d.span.start : d.span.end]: d.edtf for d in made.dates}
    for words, edtf in case.dates.items():
        assert edtf in [e for w, e in stated.items() if w in words or words in w], words


def test_no_fragment_and_no_label_is_an_actor():
    _, made = annotated(CASES["court"])
    names = {a.name for a in made.actors}
    assert not any(n.startswith(("Q.", "A.")) or n in ("Objection", "Overruled", "Please") for n in names)


def test_a_dateline_is_a_place_and_never_speaks():
    _, made = annotated(CASES["wire"])
    dornau = [a for a in made.actors if a.name == "DORNAU"]
    assert all(a.kind == "place" for a in dornau)
    assert not {a.id for a in dornau} & {r.speaker for r in made.attributions}
