"""How a command tells what it does: each event in the voice that was asked for."""

from __future__ import annotations

import json
import sys

import pytest

from variorum.cli.voices import Bars, JsonLog, Plain, Voice, voice
from variorum.model import Problem
from variorum.pipeline import Note, Step

STEP, LOST, NOTE = Step("read", 1, None, "a.txt"), Problem("b.txt", "is empty"), Note("c.txt", "is odd")


def tell(speaking):
    with speaking as told:
        for event in (STEP, LOST, NOTE, Step("read", 2, 2)):
            told(event)
        told.result({"documents": 2, "conflicts": 1, "across_documents": 0}, "out/edition.html")
        told.error("OutputError", "no room", 4)
    return told


def test_quiet_tells_only_what_went_wrong(capsys):
    tell(Voice())
    assert capsys.readouterr() == ("", "variorum: b.txt: is empty\nvariorum: no room\n")


def test_plain_tells_notes_and_results_too(capsys):
    tell(Plain())
    out, err = capsys.readouterr()
    assert out == "2 documents, 1 conflict, 0 of them in several documents\nout/edition.html\n"
    assert err == "variorum: b.txt: is empty\nvariorum: note: c.txt: is odd\nvariorum: no room\n"


def test_the_log_has_one_object_a_line(capsys):
    tell(JsonLog())
    out, err = capsys.readouterr()
    events = [json.loads(line) for line in err.splitlines()]
    assert out == ""
    assert [e["event"] for e in events] == ["step", "problem", "note", "step", "result", "error"]
    assert events[0] | {"seconds": 0} == {
        "event": "step",
        "seconds": 0,
        "stage": "read",
        "done": 1,
        "total": None,
        "what": "a.txt",
    }
    assert (events[1]["where"], events[1]["what"]) == ("b.txt", "is empty")
    assert (events[4]["documents"], events[5]["exit"]) == (2, 4)
    assert all(e["seconds"] >= 0 for e in events)


def test_bars_go_to_standard_error(capsys):
    tell(Bars())
    out, err = capsys.readouterr()
    assert out == "2 documents, 1 conflict, 0 of them in several documents\nout/edition.html\n"
    assert "variorum: b.txt: is empty" in err


def test_brackets_in_file_names_are_no_markup(capsys):
    with Bars() as told:
        told(Problem("[bold]a[/red].txt", "is empty"))
    assert "[bold]a[/red].txt" in capsys.readouterr().err


@pytest.mark.parametrize("speaking", [Voice, Plain, Bars, JsonLog])
def test_only_a_problem_means_that_something_was_lost(speaking):
    told = speaking()
    with told:
        told(NOTE)
        told(STEP)
        assert not told.has_lost
        told(LOST)
    assert told.has_lost


def test_bars_are_drawn_only_where_somebody_watches(monkeypatch):
    assert type(voice(is_quiet=False, is_json=False)) is Plain
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    assert type(voice(is_quiet=False, is_json=False)) is Bars
    assert type(voice(is_quiet=True, is_json=False)) is Voice
    assert type(voice(is_quiet=True, is_json=True)) is JsonLog
