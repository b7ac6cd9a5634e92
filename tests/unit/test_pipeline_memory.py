"""A result is made once, and made again as soon as anything that it rests on is another."""

from __future__ import annotations

import pytest
from builders import document, edition

from variorum.model import Apparatus, Edition, Relation
from variorum.pipeline import memory
from variorum.pipeline.excerpts import Excerpt, marked
from variorum.pipeline.memory import Memory
from variorum.store.memory import MemoryStore

DRIFT, ALIGN = "judge.drift/1", "collate.align/1"
RELATIONS = tuple[Relation, ...]


class Work:
    """Yields a relation, and counts how often it was asked to."""

    def __init__(self, confidence=0.1):
        self.times, self._confidence = 0, confidence

    def __call__(self, excerpt):
        self.times += 1
        return (Relation(a="r1", b=f"in {marked('d1')}", relation="altered", confidence=self._confidence),)


def excerpt(digest="x", siglum="B"):
    return Excerpt(Edition(), digest, {"d1": siglum})


def kept(used):
    store = MemoryStore()
    store.keep(edition(document("One.")), (), {}, results=used)
    return store


def test_a_later_run_takes_what_an_earlier_one_made():
    work, first = Work(), Memory(None, ())
    made = first.result(DRIFT, excerpt(), RELATIONS, work)
    second = Memory(kept(first.used), ())
    assert second.result(DRIFT, excerpt(), RELATIONS, work) == made
    assert (work.times, second.used) == (1, first.used)


def test_what_is_made_now_and_what_was_kept_bear_the_sigla_of_the_day():
    first = Memory(None, ())
    (made,) = first.result(DRIFT, excerpt(siglum="B"), RELATIONS, Work())
    (held,) = Memory(kept(first.used), ()).result(DRIFT, excerpt(siglum="C"), RELATIONS, Work())
    assert (made.b, held.b) == ("in B", "in C")


@pytest.mark.parametrize(
    ("part", "settings", "digest"), [(ALIGN, (), "x"), (DRIFT, (("longest_block", 7),), "x"), (DRIFT, (), "y")]
)
def test_another_part_setting_or_excerpt_is_another_result(part, settings, digest):
    work, first = Work(), Memory(None, ())
    first.result(DRIFT, excerpt(), RELATIONS, work)
    Memory(kept(first.used), settings).result(part, excerpt(digest), RELATIONS, work)
    assert work.times == 2


def test_other_code_under_the_same_name_is_another_result(monkeypatch):
    work, first = Work(), Memory(None, ())
    first.result(DRIFT, excerpt(), RELATIONS, work)
    monkeypatch.setattr(memory, "code_of", lambda part: "changed since")
    Memory(kept(first.used), ()).result(DRIFT, excerpt(), RELATIONS, work)
    assert work.times == 2


@pytest.mark.parametrize("damaged", ["", "[{", '[{"a": 1}]', "7"])
def test_a_damaged_result_is_made_again(damaged):
    work, first = Work(), Memory(None, ())
    made = first.result(DRIFT, excerpt(), RELATIONS, work)
    second = Memory(kept(dict.fromkeys(first.used, damaged)), ())
    assert second.result(DRIFT, excerpt(), RELATIONS, work) == made
    assert (work.times, second.used) == (2, first.used)


def test_only_what_was_used_is_handed_on():
    first = Memory(None, ())
    for digest in "xy":
        first.result(DRIFT, excerpt(digest), RELATIONS, Work())
    second = Memory(kept(first.used), ())
    second.result(DRIFT, excerpt("y"), RELATIONS, Work())
    assert len(first.used) == 2
    assert second.used.items() < first.used.items()


def test_numbers_come_back_to_the_last_bit():
    (found,) = Memory(None, ()).result(DRIFT, excerpt(), RELATIONS, Work(0.1 + 0.2))
    assert found.confidence == 0.1 + 0.2


def test_one_record_is_kept_as_well_as_several():
    assert Memory(None, ()).result(ALIGN, excerpt(), Apparatus, lambda _: Apparatus(("r",), ((None,),))) == (
        Apparatus(("r",), ((None,),))
    )


def test_the_code_of_a_part_is_known_by_its_files(tmp_path, monkeypatch):
    package = tmp_path / "harbour"
    package.mkdir()
    (package / "__init__.py").write_text("DEPTH = 3\n")
    monkeypatch.syspath_prepend(tmp_path)
    before = memory._code("harbour")
    memory._code.cache_clear()
    assert memory._code("harbour") == before
    memory._code.cache_clear()
    (package / "words.txt").write_text("pier\n")
    assert memory._code("harbour") != before
