"""Attributions that are given: taken from either form of gold, document by document, and walked on from there."""

from __future__ import annotations

import copy
import json
import random
from pathlib import Path
from typing import Any

import builders
import fakes
import pytest
from click.testing import CliRunner
from perfect_edition import example_gold, example_texts, perfect

from variorum.cli import command
from variorum.errors import InputError
from variorum.evaluate.given import by_document, walked
from variorum.evaluate.records import records
from variorum.evaluate.score import evaluate, evaluated
from variorum.interchange import from_json, to_json
from variorum.model import Annotation, DateMention, Edition
from variorum.registry import _places

FIRST = 'Ada Quill told the council on 3 May 1951: "The lock will hold." She never said that it leaks.\n'
SECOND = "In a letter Ada Quill wrote that the lock would hold. Before June 1951, Bel Orme reports.\n"
HOLDS = '"The lock will hold."'


@pytest.fixture(scope="module")
def edition() -> Edition:
    first, second = builders.document(FIRST, "first.txt"), builders.document(SECOND, "second.txt")
    sentences = (builders.span(first, FIRST.split(". ")[0]), builders.span(second, SECOND.split(". ")[0]))
    dates = (DateMention(builders.span(first, "3 May 1951"), "1951-05-03"),)
    return builders.edition(first, second, sentences=tuple(sorted(sentences)), dates=dates)


def place(text: str, doc: str, words: str) -> Any:
    at = text.index(words)
    return {"doc": doc, "start": at, "end": at + len(words), "text": words}


def report(key: str, doc: str, **more: Any) -> Any:
    return {
        "id": key, "doc": doc, "tier": "core", "type": "indirect", "cue": None, "source": None, "quoted": [],
        "source_entity": "ADA", "addressee": None, "addressee_entity": None, "occasion": "SESSION",
        "polarity_note": None, "parent": None, "chain_detail": [], **more,
    }  # fmt: skip


@pytest.fixture
def gold() -> Any:
    holds = place(FIRST, "1", HOLDS)
    chain = {"entity": "ADA", "attribution": "f1", "evidence": place(FIRST, "1", "Ada Quill")}
    hop = {"entity": "BEL", "attribution": None, "evidence": None}
    return {
        "documents": [
            {"id": "1", "file": "first.txt", "chars": len(FIRST)},
            {"id": "2", "file": "second.txt", "chars": len(SECOND)},
        ],
        "entities": [
            {"id": "ADA", "name": "Ada Quill", "type": "person", "aliases": ["Ada Quill", "Quill"],
             "mentions": [{**place(FIRST, "1", "Ada Quill"), "kind": "name"}, place(SECOND, "2", "Ada Quill")]},
            {"id": "BEL", "name": "Bel Orme", "type": "person", "aliases": [],
             "mentions": [place(SECOND, "2", "Bel Orme")]},
            {"id": "COUNCIL", "name": "the council", "type": "org", "aliases": [],
             "mentions": [{**place(FIRST, "1", "the council"), "kind": "nominal"}]},
        ],
        "occasions": [
            {"id": "SESSION", "kind": "hearing", "description": "The session", "participants": ["ADA", "COUNCIL"],
             "place": None, "date": "1951-05", "stated": [
                 {"doc": "1", "date": "1951-05-03", "evidence": place(FIRST, "1", "on 3 May 1951")},
                 {"doc": "2", "date": "1951-06", "precision": "before (not later than)",
                  "evidence": place(SECOND, "2", "Before June 1951")},
             ]},
        ],
        "attributions": [
            report("f1", "1", type="direct", content=[holds], quoted=[holds], cue=[place(FIRST, "1", "told")],
                   source=place(FIRST, "1", "Ada Quill"), addressee=place(FIRST, "1", "the council"),
                   addressee_entity="COUNCIL", chain_detail=[hop, chain]),
            report("f2", "1", tier="peripheral", polarity_note="denied", parent="f1",
                   content=[place(FIRST, "1", "that it leaks")]),
            report("s1", "2", content=[place(SECOND, "2", "that the lock would hold")]),
        ],
        "statements": [], "conflicts": [], "timeline": [],
    }  # fmt: skip


def given(edition: Edition, gold: Any) -> dict[str, Annotation]:
    """File name -> what is given of the document."""
    paths = {d.id: d.path for d in edition.documents}
    return {paths[a.doc]: a for a in by_document(edition, records("gold.json", gold, edition))}


def test_each_document_gets_its_own_reports_people_and_words(edition, gold):
    found = given(edition, gold)
    first, second = found["first.txt"], found["second.txt"]
    said, denied = first.attributions
    assert (
        FIRST[said.content[0].start : said.content[0].end] == HOLDS == FIRST[said.quoted[0].start : said.quoted[0].end]
    )
    names = {a.id: a.name for a in first.actors}
    assert (names[said.speaker], [names[a] for a in said.audience], said.mode) == (
        "Ada Quill",
        ["the council"],
        "direct",
    )
    assert [m.kind for a in first.actors for m in a.mentions if a.name == "the council"] == ["nominal"]
    assert {m.span.doc for a in first.actors for m in a.mentions} == {first.doc}
    assert not {a.id for a in first.actors} & {a.id for a in second.actors}
    assert [(names.get(h.actor), h.attribution) for h in said.chain] == [("Bel Orme", None), ("Ada Quill", said.id)]
    assert (denied.polarity, denied.parent) == ("denied", said.id)


def test_sentences_and_dates_stay_as_found(edition, gold):
    found = given(edition, gold)
    assert tuple(sorted(s for a in found.values() for s in a.sentences)) == edition.sentences
    assert [d.edtf for d in found["first.txt"].dates] == ["1951-05-03"]
    assert found["second.txt"].dates == ()


def test_an_occasion_has_the_date_that_the_document_states_and_else_the_gold_s(edition, gold):
    found = given(edition, gold)
    (here,), (there,) = found["first.txt"].occasions, found["second.txt"].occasions
    assert (here.kind, here.date) == ("meeting", "1951-05-03")
    assert there.date == "1951-05"  # "before June" only bounds it
    assert [s.doc for s in here.stated] == [found["first.txt"].doc]


def test_a_report_that_names_nobody_has_no_speaker(edition, gold):
    gold["attributions"][2]["source_entity"] = None
    (found,) = given(edition, gold)["second.txt"].attributions
    assert found.speaker is None


def test_the_order_in_which_the_gold_says_it_is_no_matter(edition, gold):
    for part in ("entities", "occasions", "attributions"):
        shuffled = copy.deepcopy(gold)
        random.Random(1).shuffle(shuffled[part])
        assert given(edition, shuffled) == given(edition, gold)


@pytest.mark.parametrize("what", ["attributions", "identities"])
def test_a_corrected_edition_gives_what_it_holds(edition, gold, what):
    held = walked(edition, records("gold.json", gold, edition), "identities")
    corrected = json.loads(json.dumps(to_json(held)).replace(edition.documents[0].id, "one"))
    again, anew = (walked(edition, records("x", g, edition), what) for g in (corrected, gold))
    assert [(a.content, a.mode, a.polarity, bool(a.occasion)) for a in again.attributions] == [
        (a.content, a.mode, a.polarity, bool(a.occasion)) for a in anew.attributions
    ]
    assert {a.name for a in again.actors} == {a.name for a in anew.actors} == {"Ada Quill", "Bel Orme", "the council"}


def test_what_is_said_of_documents_that_the_edition_lacks_is_left_out(edition, gold):
    alone = builders.edition(*(d for d in edition.documents if d.path == "first.txt"))
    found = records("gold.json", gold, alone)
    assert [a.id for a in found.attributions] == ["f1", "f2"]
    assert [len(a.mentions) for a in found.actors] == [1, 0, 1]
    corrected = to_json(walked(edition, records("gold.json", gold, edition), "identities"))
    assert [a.id for a in records("gold.json", corrected, alone).attributions] == ["f1", "f2"]


def test_gold_that_says_nothing_of_occasions_is_refused(edition, gold):
    del gold["occasions"]
    with pytest.raises(InputError, match=r"gold\.json: no attributions can be taken from it \(KeyError: 'occasions'\)"):
        records("gold.json", gold, edition)


@pytest.fixture(scope="module")
def unread() -> Edition:
    """The example's documents, in which nothing has been found."""
    flawless = perfect(example_gold(), example_texts())
    empty = ("attributions", "statements", "conflicts", "reuse", "timeline", "actors")
    return from_json({**flawless, **{name: [] for name in empty}})


@pytest.mark.parametrize("what", ["attributions", "identities"])
def test_with_the_example_s_attributions_only_what_follows_is_measured(unread, what, tmp_path):
    (tmp_path / "gold.json").write_text(json.dumps(example_gold()), encoding="utf-8")
    assert evaluated(unread, tmp_path / "gold.json")["attributions"].found == 0
    found = evaluated(unread, tmp_path / "gold.json", given=what)
    assert {found[name].f1 for name in ("attributions", "content_exact", "cue", "source", "nesting_strict")} == {1.0}
    assert (found["speaker"].recall, found["chain"].precision) == (1.0, 1.0)
    assert 0.5 < found["statements_cross_strict"].f1 < 1
    assert found.notes[0].startswith("the attributions, their people and occasions were given")


def test_an_edition_in_a_file_is_walked_anew_too(unread, tmp_path):
    (tmp_path / "edition.json").write_text(json.dumps(to_json(unread)), encoding="utf-8")
    (tmp_path / "gold.json").write_text(json.dumps(example_gold()), encoding="utf-8")
    assert evaluate(tmp_path / "edition.json", tmp_path / "gold.json", given="attributions")["attributions"].f1 == 1


@pytest.fixture
def least_parts(monkeypatch):
    fakes.install(monkeypatch)
    yield
    _places.cache_clear()


def test_on_the_command_line_a_folder_of_documents_will_do(least_parts, gold, tmp_path: Path):
    (tmp_path / "in").mkdir()
    for name, text in (("first.txt", FIRST), ("second.txt", SECOND)):
        (tmp_path / "in" / name).write_text(text, encoding="utf-8")
    (tmp_path / "gold.json").write_text(json.dumps(gold), encoding="utf-8")
    arguments = ["evaluate", "--given", "attributions", "--json", str(tmp_path / "in"), str(tmp_path / "gold.json")]
    result = CliRunner().invoke(command, arguments)
    assert result.exit_code == 0, result.output
    assert json.loads(result.stdout)["scores"]["attributions"]["f1"] == 1.0
    without = CliRunner().invoke(command, ["evaluate", str(tmp_path / "in"), str(tmp_path / "gold.json")])
    assert without.exit_code == 5
