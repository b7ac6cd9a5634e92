"""A later run adds to the edition, and ends where one run on everything would have ended."""

from __future__ import annotations

import sqlite3

import pytest
from runs import contents, run

ACCOUNTS = {
    "ferry.txt": 'The ferry is late\n\n“The ferry will sail on Monday,” Captain Nora Wels said on 3 May 2004.\n',
    "pier.txt": 'Waiting at the pier\n\nWels told passengers: “The ferry will sail on Tuesday.”\n',
    "letter.html": "<!doctype html><html><head><title>A letter</title></head><body><nav><a href='/'>Home</a></nav><article>"
                   "<h1>A letter</h1><p>I was there when Captain Nora Wels said, “The ferry will sail on Monday.” "
                   "It did not sail, and nobody on the pier was told why.</p></article></body></html>",
}  # fmt: skip


def written(folder, *names):
    folder.mkdir(exist_ok=True)
    for name in names:
        (folder / name).write_text(ACCOUNTS[name], encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """The edition of all the accounts, made in one run."""
    place = tmp_path_factory.mktemp("whole")
    run("collate", written(place / "in", *ACCOUNTS), "-o", place / "out")
    return contents(place / "out")


def test_documents_added_one_by_one_make_the_same_edition(tmp_path, whole):
    for n, name in enumerate(sorted(ACCOUNTS, reverse=True)):
        done = run("collate", written(tmp_path / f"in{n}", name), "-o", tmp_path / "out")
        assert (done.exit_code, done.stderr) == (0, "")
    added = contents(tmp_path / "out")
    assert sorted(added) == sorted(whole)
    assert added["edition.json"] == whole["edition.json"]
    assert added["edition.html"] == whole["edition.html"]


def test_collating_the_same_again_changes_nothing(tmp_path, whole):
    accounts = written(tmp_path / "in", *ACCOUNTS)
    for _ in range(2):
        run("collate", accounts, "-o", tmp_path / "out")
    assert contents(tmp_path / "out")["edition.json"] == whole["edition.json"]


def test_a_changed_document_is_told_and_the_earlier_one_kept(tmp_path, whole):
    accounts = written(tmp_path / "in", *ACCOUNTS)
    (accounts / "ferry.txt").write_text(
        "The ferry is cancelled\n\n“It will never sail,” Captain Wels said.\n", encoding="utf-8"
    )
    run("collate", accounts, "-o", tmp_path / "out")
    done = run("collate", written(accounts, "ferry.txt"), "-o", tmp_path / "out")
    assert done.exit_code == 0
    assert "ferry.txt: has changed since it was collated" in done.stderr
    assert contents(tmp_path / "out")["edition.json"] == whole["edition.json"]
    with sqlite3.connect(tmp_path / "out/edition.db") as database:
        found = database.execute("SELECT path, text LIKE '%never sail%' FROM document WHERE superseded").fetchall()
    database.close()
    assert found == [("ferry.txt", 1)]


def test_beginning_anew_forgets_the_earlier_documents(tmp_path):
    run("collate", written(tmp_path / "one", "ferry.txt"), "-o", tmp_path / "out")
    run("collate", written(tmp_path / "two", "pier.txt"), "-o", tmp_path / "out", "--fresh")
    assert run("show", tmp_path / "out").stdout.startswith("1 document")
    assert contents(tmp_path / "out")["edition.json"].count(b'"path": "pier.txt"') == 2  # the document and the input


def test_two_files_of_one_name_in_two_runs_are_two_documents(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for folder, name in (("old", "ferry.txt"), ("new", "pier.txt")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "report.txt").write_text(ACCOUNTS[name], encoding="utf-8")
    run("collate", "old", "-o", "out")
    done = run("collate", "new", "-o", "out")
    assert done.exit_code == 0
    assert "old/report.txt: was called report.txt until now" in done.stderr
    run("collate", "new", "old", "-o", "whole")
    assert contents(tmp_path / "out")["edition.json"] == contents(tmp_path / "whole")["edition.json"]


def test_a_document_can_be_left_out(tmp_path):
    run("collate", written(tmp_path / "all", *ACCOUNTS), "-o", tmp_path / "out")
    assert run("collate", "--without", "letter.html", "-o", tmp_path / "out").exit_code == 0
    run("collate", written(tmp_path / "two", "ferry.txt", "pier.txt"), "-o", tmp_path / "whole")
    assert contents(tmp_path / "out")["edition.json"] == contents(tmp_path / "whole")["edition.json"]
    assert contents(tmp_path / "out")["edition.html"] == contents(tmp_path / "whole")["edition.html"]


def test_nothing_to_collate_is_a_mistake(tmp_path):
    done = run("collate", "-o", tmp_path / "out")
    assert done.exit_code == 2
    assert "PATH" in done.stderr
    assert not (tmp_path / "out").exists()


def test_marks_that_stand_for_sigla_stay_inside(whole):
    assert "(A)" in whole["edition.json"].decode() or "(B)" in whole["edition.json"].decode()
    assert not any(
        mark in whole[name].decode() for name in ("edition.json", "edition.html") for mark in ("\ufdd0", "\\ufdd0")
    )
