"""The walk with the least parts: what is handed on, kept, and told."""

from __future__ import annotations

from dataclasses import replace

import fakes
import pytest

from variorum.config import Settings
from variorum.errors import NothingToRead
from variorum.model import Problem
from variorum.pipeline import Note, Step, collate, from_annotations, from_attributions
from variorum.pipeline.inputs import READ_BEFORE
from variorum.registry import DEFAULTS, _places
from variorum.store.memory import MemoryStore

ANNA = 'Anna said "No. The bridge is closed." at noon on the quay.\n'
ALTERED = 'Later Anna said "No, the bridge is open." at noon on the quay.\n'
BERTA = 'Berta said "Yes. We saw it." when she was asked again.\n'


@pytest.fixture(autouse=True)
def parts(monkeypatch):
    fakes.install(monkeypatch)
    yield
    _places.cache_clear()


@pytest.fixture
def folder(tmp_path):
    def make(name, **files):
        (tmp_path / name).mkdir(exist_ok=True)
        for stem, text in files.items():
            (tmp_path / name / f"{stem}.txt").write_text(text, encoding="utf-8")
        return tmp_path / name

    return make


def test_every_step_fills_its_part_of_the_edition(folder):
    edition = collate([folder("in", a=ANNA, b=ALTERED)])
    assert [(d.siglum, d.path) for d in edition.documents] == [("A", "a.txt"), ("B", "b.txt")]
    assert [a.name for a in edition.actors] == ["Anna"]
    assert len(edition.attributions) == 2
    (statement,) = edition.statements
    assert len(statement.readings) == len(statement.apparatus.readings) == 2
    assert [r.relation for r in statement.relations] == ["altered"]
    assert len(edition.conflicts) == len(edition.reuse) == len(edition.lines) == len(edition.timeline) == 1


def test_from_its_annotations_or_attributions_the_same_edition_is_made(folder):
    store = MemoryStore()
    edition = collate([folder("in", a=ANNA, b=ALTERED)], store=store)
    found = store.annotations("annotate.fake/1")
    bare = replace(edition, actors=(), attributions=(), statements=(), conflicts=(), lines=())
    assert from_annotations(bare, [found[d.id] for d in bare.documents]) == edition
    assert from_attributions(replace(edition, statements=(), conflicts=(), reuse=(), lines=(), timeline=())) == edition


def test_the_manifest_says_how_the_edition_was_made(folder):
    edition = collate([folder("in", a=ANNA)], settings=Settings(longest_block=5000))
    made = edition.manifest
    assert dict(made.settings)["longest_block"] == 5000
    assert dict(made.components)["annotations"] == "annotate.fake/1"
    assert dict(made.components)["ingest.plain"] == "ingest.plain/1"
    assert made.inputs == (("a.txt", edition.documents[0].sha256),)
    assert made.variorum


def test_the_order_of_the_paths_shows_nowhere(folder):
    a, b = folder("one", a=ANNA), folder("two", b=ALTERED)
    assert collate([a, b]) == collate([b, a])


def test_a_later_run_equals_one_run_on_everything(folder):
    store = MemoryStore()
    collate([folder("one", a=ANNA)], store=store)
    added = collate([folder("two", b=ALTERED, c=BERTA)], store=store)
    assert added == collate([folder("all", a=ANNA, b=ALTERED, c=BERTA)])
    assert store.edition() == added


def test_a_document_is_annotated_once(folder):
    store = MemoryStore()
    collate([folder("one", a=ANNA)], store=store)
    collate([folder("two", b=BERTA)], store=store)
    collate([folder("one"), folder("two")], store=store)
    assert fakes.annotated == ["a.txt", "b.txt"]


def test_another_setting_annotates_anew_but_workers_do_not(folder):
    store, accounts = MemoryStore(), folder("in", a=ANNA)
    collate([accounts], store=store)
    collate([accounts], store=store, settings=Settings(workers=2))
    assert fakes.annotated == ["a.txt"]
    collate([accounts], store=store, settings=Settings(longest_block=1000))
    assert fakes.annotated == ["a.txt", "a.txt"]


def test_a_changed_document_takes_the_place_of_the_earlier_one(folder):
    store, told = MemoryStore(), []
    collate([folder("in", a=ANNA, b=BERTA)], store=store)
    edition = collate([folder("in", a=ALTERED)], store=store, progress=told.append)
    assert edition == collate([folder("in")])
    assert [e.where for e in told if isinstance(e, Note)] == ["a.txt"]


def test_the_same_bytes_under_another_name_are_collated_once(folder):
    store = MemoryStore()
    collate([folder("one", a=ANNA)], store=store)
    edition = collate([folder("two", b=ANNA)], store=store)
    assert [d.path for d in edition.documents] == ["a.txt"]
    assert [p.where for p in edition.manifest.problems] == ["b.txt"]


def test_two_documents_that_swap_their_names_are_both_kept(folder):
    store = MemoryStore()
    collate([folder("in", a=ANNA, b=BERTA)], store=store)
    edition = collate([folder("in", a=BERTA, b=ANNA)], store=store)
    assert [(d.path, d.text) for d in edition.documents] == [("a.txt", BERTA), ("b.txt", ANNA)]
    assert not edition.manifest.problems


def test_a_problem_stays_told_until_the_file_is_mended(folder):
    store = MemoryStore()
    collate([folder("in", a=ANNA, b=" ")], store=store)
    assert [p.where for p in collate([folder("more", c=BERTA)], store=store).manifest.problems] == ["b.txt"]
    assert not collate([folder("in", b=ALTERED)], store=store).manifest.problems


def test_a_record_that_left_its_file_leaves_the_edition(tmp_path):
    store, file = MemoryStore(), tmp_path / "in.jsonl"
    one, two = '{"text": "Anna said \\"No.\\" again."}', '{"text": "Berta said \\"Yes.\\" again."}'
    file.write_text(f"{one}\n{two}\n")
    assert len(collate([file], store=store).documents) == 2
    file.write_text(f"{two}\n")
    assert [d.text for d in collate([file], store=store).documents] == ['Berta said "Yes." again.']


def test_steps_are_told_from_first_to_last(folder):
    told = []
    collate([folder("in", a=ANNA, b=BERTA)], progress=told.append)
    steps = [e for e in told if isinstance(e, Step)]
    stages = list(dict.fromkeys(s.stage for s in steps))
    assert stages == ["read", "annotate", "stories", "identities", "statements", "reuse", "apparatus", "relations", "conflicts",
                      "lines", "stemmata", "timeline"]  # fmt: skip
    for stage in stages:
        last = [s for s in steps if s.stage == stage][-1]
        assert last.done == last.total
    assert [s.done for s in steps if s.stage == "annotate"] == [0, 1, 2]


def test_what_cannot_be_read_is_told_and_the_rest_collated(folder):
    told = []
    edition = collate([folder("in", a=ANNA, b="")], progress=told.append)
    problems = [e for e in told if isinstance(e, Problem)]
    assert [p.where for p in problems] == ["b.txt"]
    assert edition.manifest.problems == tuple(problems)
    assert len(edition.documents) == 1


def test_nothing_is_kept_when_nothing_can_be_read(folder):
    store = MemoryStore()
    before = collate([folder("in", a=ANNA)], store=store)
    with pytest.raises(NothingToRead, match="empty"):
        collate([folder("empty", b="")], store=store)
    assert store.edition() == before


def test_another_part_can_be_put_in_a_stages_place(folder, monkeypatch):
    class Silent(fakes.Judge):
        name = "judge.silent/1"

        def judge(self, edition):
            return ()

    monkeypatch.setattr(fakes, "Silent", Silent, raising=False)
    monkeypatch.setattr("variorum.registry.BUILT_IN", {"judge.silent/1": "fakes:Silent", **_places()})
    _places.cache_clear()
    edition = collate([folder("in", a=ANNA, b=ALTERED)], parts={"conflicts": "judge.silent/1"})
    assert edition.conflicts == ()
    assert dict(edition.manifest.components) == {
        **dict(collate([folder("in")]).manifest.components),
        "conflicts": "judge.silent/1",
    }


def test_the_steps_do_not_look_at_the_manifest(folder):
    one = collate([folder("in", a=ANNA, b=ALTERED)])
    two = collate([folder("in")], settings=Settings(longest_block=999))
    assert replace(one, manifest=two.manifest) == two


def test_every_stage_has_a_part_by_default():
    assert set(DEFAULTS) == set(fakes.PARTS)


def test_a_document_that_is_read_otherwise_is_annotated_anew(folder, monkeypatch):
    store, accounts = MemoryStore(), folder("in", a=ANNA, b=BERTA)
    kept = collate([accounts], store=store)
    earlier = replace(kept.documents[0], outlet="as an earlier reader thought")
    store.keep(
        replace(kept, documents=(earlier, kept.documents[1])), tuple(store.annotations("annotate.fake/1").values()), {}
    )
    fakes.annotated.clear()
    assert collate([accounts], store=store) == kept
    assert fakes.annotated == ["a.txt"]


def test_documents_of_an_earlier_reader_are_told_of(folder, monkeypatch):
    store, told = MemoryStore(), []
    collate([folder("one", a=ANNA)], store=store)
    collate([folder("two", b=BERTA)], store=store, progress=told.append)
    assert not [e for e in told if isinstance(e, Note)]
    made = replace(store.edition().manifest, components=(("ingest.plain", "ingest.plain/0"),))
    store.keep(replace(store.edition(), manifest=made), (), {})
    collate([folder("two")], store=store, progress=told.append)
    assert [e.what for e in told if isinstance(e, Note)] == [READ_BEFORE]


def test_a_document_in_another_language_is_told_of(folder):
    german = (
        "Die Brücke bleibt gesperrt, sagte die Bürgermeisterin am Montag, und niemand weiß, bis wann sie es bleibt.\n"
    )
    told = []
    edition = collate([folder("in", a=ANNA, g=german)], progress=told.append)
    (note,) = [e for e in told if not isinstance(e, Step)]
    assert isinstance(note, Note)
    assert note.where == "g.txt"
    assert "another language than English (de)" in note.what
    assert [[p.where for p in d.problems] for d in edition.documents] == [[], ["g.txt"]]


def test_one_path_need_not_be_put_in_a_list(folder):
    """A string is a path, not a list of letters: "/" among them would be the whole disk."""
    one = folder("in", a=ANNA)
    assert collate(str(one)) == collate(one) == collate([one])
