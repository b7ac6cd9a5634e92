"""Whole runs of the command line: what is written, what is said, and with which exit code."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys

import pytest
from runs import contents, run

from variorum.interchange import FORMAT
from variorum.store.files import load

HARBOUR = """Home | News | Sport

The harbour will stay closed, says the mayor

14 March 1998

“The harbour will stay closed until the cranes are safe,” Mayor Ilse Brandt told reporters in Vellmar on Thursday.

Brandt said that nobody had asked the crews.

Captain Tom Arlen replied, “We have waited four months, and we shall not wait a fifth.”

Share this article
"""
ECHO = """Crews are angry in Vellmar

Mayor Ilse Brandt said on Thursday: “The harbour will stay closed until the cranes are safe.”

“We have waited five months, and we shall not wait a sixth,” Captain Tom Arlen answered.
"""


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """A folder in which two accounts were collated once for all tests here."""
    place = tmp_path_factory.mktemp("journey")
    (place / "in").mkdir()
    (place / "in/harbour.txt").write_text(HARBOUR, encoding="utf-8")
    (place / "in/echo.txt").write_text(ECHO, encoding="utf-8")
    done = run("collate", place / "in", "-o", place / "out")
    assert (done.exit_code, done.stderr) == (0, "")
    (place / "said").write_text(done.stdout, encoding="utf-8")
    return place


@pytest.fixture
def out(place):
    return place / "out"


def python(*arguments, **environment):
    return [sys.executable, *map(str, arguments)], {**os.environ, **environment}


def test_three_files_are_written_and_named(place, out):
    assert sorted(contents(out)) == ["edition.db", "edition.html", "edition.json"]
    counts, page = (place / "said").read_text("utf-8").splitlines()
    assert counts.startswith("2 documents, ")
    assert page == str(out / "edition.html")


def test_the_files_hold_the_same_edition(out):
    assert json.loads((out / "edition.json").read_text("utf-8"))["format"] == FORMAT
    edition = load(out / "edition.json")
    assert load(out / "edition.db") == edition
    assert {d.path for d in edition.documents} == {"harbour.txt", "echo.txt"}
    assert edition.attributions


def test_the_words_of_the_accounts_are_found(out):
    edition = load(out)
    texts = {d.id: d.text for d in edition.documents}
    across = [s for s in edition.statements if len({r.witness for r in s.readings}) == 2]
    quoted = {texts[r.witness][r.spans[0].start : r.spans[-1].end] for s in across for r in s.readings}
    assert any("The harbour will stay closed until the cranes are safe" in q for q in quoted)


def test_the_same_input_gives_the_same_bytes(place, tmp_path):
    run("collate", place / "in", "-o", tmp_path)
    for name in ("edition.json", "edition.html"):
        assert (tmp_path / name).read_bytes() == (place / "out" / name).read_bytes()


def test_more_workers_give_the_same_edition(place, out, tmp_path):
    command, environment = python("-m", "variorum", "collate", place / "in", "-o", tmp_path, "--workers", "2")
    subprocess.run(command, env=environment, check=True, capture_output=True)
    one, two = (json.loads((folder / "edition.json").read_text("utf-8")) for folder in (out, tmp_path))
    assert two["made_by"]["settings"].pop("workers") == 2
    one["made_by"]["settings"].pop("workers")
    assert one == two


def test_show_says_in_short_what_was_found(out):
    done = run("show", out)
    assert done.exit_code == 0
    assert "Ilse Brandt" in done.stdout
    assert done.stdout == run("show", out / "edition.db").stdout


@pytest.mark.parametrize("form", ["json", "jsonl", "csv", "md"])
def test_export_writes_each_form_to_a_file_or_to_standard_output(out, tmp_path, form):
    shown = run("export", out, "--format", form)
    written = run("export", out / "edition.db", "--format", form, "-o", tmp_path / "export")
    assert (shown.exit_code, written.exit_code, written.stdout) == (0, 0, "")
    assert shown.stdout_bytes == (tmp_path / "export").read_bytes()
    assert "The harbour will stay closed until the cranes are safe" in shown.stdout


def test_the_log_tells_every_stage_and_the_result(place, tmp_path):
    done = run("collate", place / "in", "-o", tmp_path, "--json-log")
    events = [json.loads(line) for line in done.stderr.splitlines()]
    assert done.stdout == ""
    assert [e["event"] for e in events[-2:]] == ["step", "result"]
    assert events[-1]["documents"] == 2
    stages = list(dict.fromkeys(e["stage"] for e in events if e["event"] == "step"))
    assert stages[:3] == ["read", "annotate", "stories"]
    assert stages[-1] == "write"


def test_an_edition_can_be_held_against_a_corrected_one_case_by_case(out, tmp_path):
    corrected = json.loads((out / "edition.json").read_text(encoding="utf-8"))
    corrected["attributions"], corrected["statements"] = corrected["attributions"][:1], []
    corrected["conflicts"] = corrected["lines"] = []
    for attribution in corrected["attributions"]:
        attribution |= {"parent": None, "chain": attribution["chain"][-1:]}
    (tmp_path / "gold.json").write_text(json.dumps(corrected), encoding="utf-8")
    plain = run("evaluate", out, tmp_path / "gold.json")
    assert plain.exit_code == 0 and "headline_strict" in plain.stdout and "false alarm" not in plain.stdout
    told = run("evaluate", out, tmp_path / "gold.json", "--errors", "3")
    assert told.stdout.startswith(plain.stdout.rstrip("\n")) and "attributions, false alarm" in told.stdout
    found = json.loads(run("evaluate", out, tmp_path / "gold.json", "--json", "--errors", "1").stdout)
    assert all(len(cases) == 1 for cases in found["errors"].values())


def test_quiet_says_nothing_when_all_is_well(place, tmp_path):
    done = run("collate", place / "in", "-o", tmp_path, "--quiet")
    assert (done.exit_code, done.output) == (0, "")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["collate", "-o", "x"], "Missing argument 'PATH...'"),
        (["collate", "in"], "Missing option '-o' / '--output'"),
        (["collate", "in", "-o", "x", "--setting", "colour=1"], "no setting is called 'colour'"),
        (["collate", "in", "-o", "x", "--setting", "workers=many"], "workers must be a whole number"),
        (["collate", "in", "-o", "x", "--setting", "workers=0"], "workers must be at least 1"),
        (["collate", "in", "-o", "x", "--setting", "workers"], "not of the form NAME=VALUE"),
        (["collate", "in", "-o", "x", "--workers", "0"], "--workers"),
        (["collate", "in", "-o", "x", "--part", "conflicts=judge.conflict/1"], "no part is called 'judge.conflict/1'"),
        (["collate", "in", "-o", "x", "--part", "colours=a/1"], "no stage is called 'colours'"),
        (["export", "out", "--format", "runes"], "'runes' is none of csv, graphml, json, jsonl, md"),
        (["weave"], "No such command 'weave'"),
    ],
)
def test_a_command_that_cannot_be_meant_ends_with_2(place, monkeypatch, arguments, said):
    monkeypatch.chdir(place)
    done = run(*arguments)
    assert done.exit_code == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert not (place / "x").exists()


@pytest.mark.parametrize("command", ["show", "export", "evaluate"])
@pytest.mark.parametrize(
    ("name", "content"), [("none.json", None), ("bad.json", "{}"), ("bad.db", "SQLite format 3\0...")]
)
def test_a_broken_edition_ends_with_5(tmp_path, command, name, content):
    if content:
        (tmp_path / name).write_text(content)
    more = {"show": [], "export": ["--format", "csv"], "evaluate": [tmp_path / "gold.json"]}[command]
    done = run(command, tmp_path / name, *more)
    assert done.exit_code == 5
    assert re.match(rf"variorum: (.*/)?{name}: .", done.stderr)


def test_help_shows_examples_and_exit_codes():
    assert "variorum collate accounts/ -o out" in run("--help").stdout
    for command in ("collate", "export", "evaluate"):
        said = run(command, "--help").stdout
        assert "Example" in said and "interrupted" in said
    assert "Exit codes" in run("show", "--help").stdout


def test_the_version_is_told():
    from variorum import __version__

    assert run("--version").stdout == f"variorum, version {__version__}\n"


def test_a_terminal_that_knows_only_ascii_is_no_reason_to_crash(out):
    command, environment = python("-m", "variorum", "show", out, LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    done = subprocess.run(command, env=environment, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"Ilse Brandt" in done.stdout


def test_exports_are_utf8_wherever_they_go(out):
    command, environment = python(
        "-m", "variorum", "export", out, "--format", "md", LC_ALL="C", PYTHONIOENCODING="ascii"
    )
    done = subprocess.run(command, env=environment, capture_output=True, check=True)
    assert done.stdout == run("export", out, "--format", "md").stdout_bytes


def test_a_reader_that_has_read_enough_causes_no_noise(out, tmp_path):
    big = json.loads((out / "edition.json").read_text("utf-8"))
    big["documents"][0]["text"] += "x" * 1_000_000  # more than a pipe holds
    (tmp_path / "big.json").write_text(json.dumps(big))
    command, environment = python("-m", "variorum", "export", tmp_path / "big.json", "--format", "json")
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        process.stdout.read(10)
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 141
