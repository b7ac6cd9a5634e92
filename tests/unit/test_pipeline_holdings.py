"""Which file is which from one run to the next, what each is called, and what is told of it."""

from __future__ import annotations

from dataclasses import replace

import fakes
import pytest

from variorum.pipeline import Note, Step, collate
from variorum.pipeline.holdings import CHANGED, GONE, RENAMED, UNKNOWN
from variorum.registry import _places
from variorum.store.memory import MemoryStore

ANNA = 'Anna said "No. The bridge is closed." at noon on the quay.\n'
ALTERED = 'Later Anna said "No, the bridge is open." at noon on the quay.\n'
BERTA = 'Berta said "Yes. We saw it." when she was asked again.\n'


@pytest.fixture(autouse=True)
def parts(monkeypatch, tmp_path):
    fakes.install(monkeypatch)
    monkeypatch.chdir(tmp_path)
    yield
    _places.cache_clear()


@pytest.fixture
def store():
    return MemoryStore()


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def run(store, *paths, without=()):
    """Paths of the edition's documents with their texts, and the notes told."""
    told = []
    edition = collate(paths, store=store, without=without, progress=told.append)
    return {d.path: d.text for d in edition.documents}, {e for e in told if isinstance(e, Note)}


def test_two_files_of_one_name_from_two_folders_are_two_documents(store, tmp_path):
    write(tmp_path / "old/report.txt", ANNA)
    write(tmp_path / "new/report.txt", BERTA)
    assert run(store, "old")[0] == {"report.txt": ANNA}
    found, notes = run(store, "new")
    assert found == {"old/report.txt": ANNA, "new/report.txt": BERTA}
    assert notes == {Note("old/report.txt", RENAMED.format("report.txt"))}
    assert store.edition() == collate(["old", "new"])


def test_names_grow_short_again_when_nothing_else_has_them(store, tmp_path):
    write(tmp_path / "old/report.txt", ANNA)
    write(tmp_path / "new/report.txt", BERTA)
    run(store, "old", "new")
    found, notes = run(store, without=["old/report.txt"])
    assert found == {"report.txt": BERTA}
    assert notes == {Note("report.txt", RENAMED.format("new/report.txt"))}
    assert store.edition() == collate(["new"])


def test_the_same_file_given_in_other_ways_is_the_same(store, tmp_path, monkeypatch):
    write(tmp_path / "docs/a.txt", ANNA)
    run(store, "docs")
    for path in ("docs/a.txt", tmp_path / "docs", "."):
        assert run(store, path) == ({"a.txt": ANNA}, set())
    monkeypatch.chdir(tmp_path / "docs")
    write(tmp_path / "docs/a.txt", ALTERED)
    assert run(store, "a.txt") == ({"a.txt": ALTERED}, {Note("a.txt", CHANGED)})


def test_a_file_in_a_folder_that_was_moved_is_the_same(store, tmp_path, monkeypatch):
    write(tmp_path / "here/docs/a.txt", ANNA)
    write(tmp_path / "there/docs/a.txt", ALTERED)
    monkeypatch.chdir(tmp_path / "here")
    run(store, "docs")
    monkeypatch.chdir(tmp_path / "there")
    assert run(store, "docs") == ({"a.txt": ALTERED}, {Note("a.txt", CHANGED)})


def test_a_store_that_knows_no_files_goes_by_names(store, tmp_path):
    write(tmp_path / "docs/a.txt", ANNA)
    run(store, "docs")
    store.keep(store.edition(), (), {})
    write(tmp_path / "docs/a.txt", ALTERED)
    assert run(store, "docs") == ({"a.txt": ALTERED}, {Note("a.txt", CHANGED)})


def test_a_double_takes_the_place_of_the_first_when_that_changes(store, tmp_path):
    write(tmp_path / "docs/a.txt", ANNA)
    write(tmp_path / "docs/b.txt", ANNA)
    assert run(store, "docs")[0] == {"a.txt": ANNA}
    write(tmp_path / "docs/a.txt", BERTA)
    assert run(store, "docs/a.txt") == ({"a.txt": BERTA, "b.txt": ANNA}, {Note("a.txt", CHANGED)})
    assert store.edition() == collate(["docs"])


def test_a_double_is_told_of_by_the_names_of_today(store, tmp_path):
    write(tmp_path / "docs/b.txt", ANNA)
    run(store, "docs")
    write(tmp_path / "docs/a.txt", ANNA)
    run(store, "docs/a.txt")
    assert [(p.where, "as a.txt;" in p.what) for p in store.edition().manifest.problems] == [("b.txt", True)]


def test_a_file_that_cannot_be_read_any_more_stays_as_it_was(store, tmp_path):
    write(tmp_path / "docs/a.txt", ANNA)
    write(tmp_path / "docs/b.txt", BERTA)
    run(store, "docs")
    write(tmp_path / "docs/a.txt", " ")
    assert run(store, "docs") == ({"a.txt": ANNA, "b.txt": BERTA}, set())
    assert [p.where for p in store.edition().manifest.problems] == ["a.txt"]


def test_a_file_that_is_gone_stays_and_is_told_of(store, tmp_path):
    write(tmp_path / "docs/a.txt", ANNA)
    write(tmp_path / "docs/deep/b.txt", BERTA)
    write(tmp_path / "more/c.txt", ALTERED)
    run(store, "docs", "more")
    (tmp_path / "docs/deep/b.txt").unlink()
    found, notes = run(store, "docs")
    assert set(found) == {"a.txt", "deep/b.txt", "c.txt"}
    assert notes == {Note("deep/b.txt", GONE.format("deep/b.txt"))}


def test_a_problem_of_a_file_that_is_gone_goes_with_it(store, tmp_path):
    write(tmp_path / "docs/a.txt", ANNA)
    for name in ("b.txt", "c.pdf"):
        write(tmp_path / "docs" / name, " ")
    run(store, "docs")
    assert len(store.edition().manifest.problems) == 2
    for name in ("b.txt", "c.pdf"):
        (tmp_path / "docs" / name).unlink()
    run(store, "docs")
    assert store.edition().manifest.problems == ()


def test_what_is_no_text_is_told_of_folder_by_folder(store, tmp_path):
    for name in ("a/a.txt", "b/b.txt", "a/x.png", "b/y.png", "b/z.png"):
        write(tmp_path / name, ANNA + name)
    run(store, "a")
    run(store, "b")
    assert [p.where for p in store.edition().manifest.problems] == ["a", "b"]
    assert store.edition() == collate(["a", "b"])


def test_a_record_is_left_out_by_its_name(store, tmp_path):
    write(tmp_path / "in.jsonl", '{"text": "Anna said \\"No.\\" again."}\n{"text": "Berta said \\"Yes.\\" again."}\n')
    found, notes = run(store, "in.jsonl", without=["in.jsonl#1"])
    assert (list(found), notes) == (["in.jsonl#2"], set())
    assert list(run(store, "in.jsonl")[0]) == ["in.jsonl#1", "in.jsonl#2"], "it was left out of that run only"


def test_all_may_be_left_out(store, tmp_path):
    write(tmp_path / "docs/a.txt", ANNA)
    run(store, "docs")
    assert run(store, without=["a.txt"]) == ({}, set())
    assert store.inputs() == ()
    assert run(store, "docs")[0] == {"a.txt": ANNA}


def test_a_name_that_nothing_has_is_told_of(store, tmp_path):
    write(tmp_path / "docs/a.txt", ANNA)
    assert run(store, "docs", without=["b.txt"]) == ({"a.txt": ANNA}, {Note("b.txt", UNKNOWN)})


def test_doubts_about_a_document_go_under_its_new_name(store, tmp_path):
    german = "Die Brücke bleibt gesperrt, sagte die Bürgermeisterin am Montag, und niemand weiß, wie lange noch.\n"
    write(tmp_path / "old/report.txt", german)
    write(tmp_path / "new/report.txt", BERTA)
    run(store, "old")
    run(store, "new")
    (doubt,) = (p for d in store.edition().documents for p in d.problems)
    assert doubt.where == "old/report.txt"
    assert store.edition() == collate(["old", "new"])


def test_names_as_given_never_meet_other_names(store, tmp_path):
    """One file is called b/r.txt within its folder; another, whose name is taken, is given as b/r.txt."""
    for name, text in (("x/b/r.txt", ANNA), ("b/r.txt", BERTA), ("c/r.txt", ALTERED)):
        write(tmp_path / name, text)
    edition = collate(["x", "b", "c"])
    assert {d.path: d.text for d in edition.documents} == {"x/b/r.txt": ANNA, "b/r.txt": BERTA, "c/r.txt": ALTERED}
    for path in ("c", "x", "b"):
        run(store, path)
    assert store.edition() == edition


def test_without_changes_nothing_that_is_told_of_steps(store, tmp_path):
    write(tmp_path / "docs/a.txt", ANNA)
    write(tmp_path / "docs/b.txt", ALTERED)
    run(store, "docs")
    told = []
    edition = collate([], store=store, without=["a.txt"], progress=told.append)
    assert {e.stage for e in told if isinstance(e, Step)} >= {"annotate", "statements", "timeline"}
    assert edition == replace(collate(["docs/b.txt"]), manifest=edition.manifest)
