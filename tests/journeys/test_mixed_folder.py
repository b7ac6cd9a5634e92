"""A folder that mixes two matters becomes one edition with two stories, and says so wherever it is read."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from runs import run

ROOT = Path(__file__).parents[2]
HALVEN = ROOT / "examples/halven/documents"
VANTINE = ROOT / "bench/quality/matters/vantine/documents"


@pytest.fixture(scope="module")
def mixed(tmp_path_factory) -> tuple[Path, str]:
    """The output folder of a run over both matters, and what the run said."""
    out = tmp_path_factory.mktemp("mixed") / "out"
    done = run("collate", str(HALVEN), str(VANTINE), "-o", str(out))
    assert done.exit_code == 0, done.output
    return out, done.output


def test_the_run_says_that_there_are_two_stories(mixed):
    assert "18 documents, 2 stories," in mixed[1]


def test_each_document_is_in_the_story_of_its_matter(mixed):
    edition = json.loads((mixed[0] / "edition.json").read_text(encoding="utf-8"))
    place = {d["id"]: d["path"] for d in edition["documents"]}
    vantine = {p.name for p in VANTINE.iterdir()}
    groups = [{Path(place[d]).name in vantine for d in y["documents"]} for y in edition["stories"]]
    assert sorted(groups, key=str) == [{False}, {True}]
    assert all(reason["text"] for y in edition["stories"] for reason in y["reasons"])


def test_no_conflict_sets_one_matter_against_the_other(mixed):
    edition = json.loads((mixed[0] / "edition.json").read_text(encoding="utf-8"))
    story = {d: y["id"] for y in edition["stories"] for d in y["documents"]}
    assert edition["conflicts"]
    assert all(len({story[e["doc"]] for e in c["evidence"]}) == 1 for c in edition["conflicts"])


def test_the_page_and_the_dossier_list_the_stories(mixed):
    page = (mixed[0] / "edition.html").read_text(encoding="utf-8")
    assert "18 accounts of two matters" in page
    assert 'id="story-2"' in page and 'href="#stories"' in page
    dossier = run("export", str(mixed[0]), "--format", "md").output
    assert "## Stories" in dossier and "### Story 2: " in dossier
    assert "Story 2 " in run("show", str(mixed[0])).output


def test_the_table_and_the_database_give_each_document_its_story(mixed):
    table = run("export", str(mixed[0]), "--format", "csv").output
    assert ",Story 1" in table and ",Story 2" in table
    with closing(sqlite3.connect(mixed[0] / "edition.db")) as c:
        counts = c.execute("SELECT count(*) FROM stories GROUP BY story").fetchall()
    assert sorted(counts) == [(7,), (11,)]


def test_a_folder_of_one_matter_is_shown_as_before(tmp_path):
    run("collate", str(VANTINE), "-o", str(tmp_path / "out"))
    page = (tmp_path / "out/edition.html").read_text(encoding="utf-8")
    assert "Seven accounts of one matter" in page
    assert 'id="stories"' not in page and "story-1" not in page
