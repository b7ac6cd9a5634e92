"""Feelings told of inside the words of somebody's report."""

from __future__ import annotations

from drafting import by_cue, told


def test_a_feeling_inside_a_report() -> None:
    text = "Berg said that she was glad the road had been cleared."
    found = by_cue(text, "glad")
    assert (found.content, found.source) == ("the road had been cleared", "she")
    assert told(text)[found.parent].cue == "said"


def test_the_narrators_word_for_a_feeling_is_no_report() -> None:
    assert told("Berg was glad that the road had been cleared.") == []


def test_to_make_sure_is_no_feeling() -> None:
    assert [f.cue for f in told("Berg said that Hale would make sure that the gate was shut.")] == ["said"]
