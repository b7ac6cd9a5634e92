"""The seeded editions on which growth is measured: sound, the same for the same seed, the smaller in the larger."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest

from variorum.evaluate.sound import check

PATH = Path(__file__).parents[2] / "bench" / "editions.py"
spec = importlib.util.spec_from_file_location("editions", PATH)
editions = importlib.util.module_from_spec(spec)
sys.modules["editions"] = editions  # dataclasses look their module up
spec.loader.exec_module(editions)


@pytest.fixture(scope="module")
def made():
    return editions.made(100, 1)


def test_as_many_attributions_as_asked_for_and_all_of_it_sound(made):
    check(made.edition)
    assert len(made.edition.attributions) == 100
    assert len(made.edition.documents) == 2 * editions.DOCUMENTS


def test_the_same_seed_gives_the_same_edition_and_another_another(made):
    assert editions.made(100, 1) == made
    assert editions.made(100, 2).edition.documents != made.edition.documents


def test_a_larger_edition_holds_the_smaller_one(made):
    small = editions.made(50, 1)
    assert set(small.edition.attributions) < set(made.edition.attributions)
    assert set(small.told) < set(made.told)


def test_what_several_documents_tell_is_known(made):
    where = {a.id: a.doc for a in made.edition.attributions}
    assert len(made.told) == 2 * len(editions.VERSIONS)
    assert all(len({where[key] for key in group}) == len(group) > 1 for group in made.told)


def test_versions_differ_and_share_words(made):
    texts = {d.id: d.text for d in made.edition.documents}
    contents = {
        a.id: texts[a.doc][a.content[0].start : a.content[0].end].strip("“”") for a in made.edition.attributions
    }
    held = [[contents[key].removeprefix("that ") for key in group] for group in made.told]
    assert any(len({words.casefold() for words in group}) > 1 for group in held)
    assert all(len(set.intersection(*({*w.casefold().split()} for w in group))) >= 3 for group in held)


def test_annotations_hold_every_report_in_its_own_document(made):
    annotations = list(made.annotations())
    assert [a.doc for a in annotations] == [d.id for d in made.edition.documents]
    found = [(a.doc, a.content, a.mode) for own in annotations for a in own.attributions]
    assert sorted(found) == sorted((a.doc, a.content, a.mode) for a in made.edition.attributions)
    for own in annotations:
        people = {actor.id for actor in own.actors}
        assert all(a.speaker in people and people.issuperset(a.audience) for a in own.attributions)
