"""Quotations that only the layout shows."""

from __future__ import annotations

from drafting import told


def test_a_line_with_a_name_and_a_description_below() -> None:
    text = (
        "Berg and Hale met in Halven.\nWe need a bridge that will last a hundred years\nAnna Berg\nmayor of Halven\n"
        "Anna Berg was elected in 1994."
    )
    found = told(text)[0]
    assert (found.content, found.source, found.mode) == (
        "We need a bridge that will last a hundred years",
        "Anna Berg",
        "direct",
    )
    assert found.quoted == found.content


def test_a_dash_and_a_name_below() -> None:
    found = told("“A bridge must last.”\n— Anna Berg")[0]
    assert (found.content, found.quoted, found.source) == ("“A bridge must last.”", "A bridge must last.", "Anna Berg")


def test_a_dash_and_a_name_in_the_same_line() -> None:
    found = told("“A bridge must last.” — Anna Berg, mayor of Halven")[0]
    assert (found.content, found.source) == ("“A bridge must last.”", "Anna Berg")


def test_a_cross_head_is_no_quotation() -> None:
    found = told("The council met on Monday and Tuesday\nNorth Halven\nThe council closed the bridge.")
    assert found == []


def test_the_turns_of_an_interview() -> None:
    text = "Q: Did you know?\nA: Nobody told me.\nQ: And the mayor?\nA: The mayor knew."
    found = [f for f in told(text) if f.parent is None]
    assert [(f.source, f.content, f.cue, f.mode) for f in found] == [
        ("Q", "Did you know?", "", "direct"),
        ("A", "Nobody told me.", "", "direct"),
        ("Q", "And the mayor?", "", "direct"),
        ("A", "The mayor knew.", "", "direct"),
    ]


def test_speakers_of_a_transcript_in_capitals() -> None:
    text = "THE MAYOR: The bridge is safe.\nMR. HALE: Who tested it?\nTHE MAYOR: The guild did."
    assert [f.source for f in told(text) if f.parent is None] == ["THE MAYOR", "MR. HALE", "THE MAYOR"]


def test_a_report_inside_a_turn_lies_inside_it() -> None:
    text = "Q: Did you know?\nA: Berg said that it was safe.\nQ: When?\nA: In May."
    inner = next(f for f in told(text) if f.cue == "said")
    assert told(text)[inner.parent].source == "A"


def test_labels_of_notes_make_no_transcript() -> None:
    assert told("Photo: The bridge at night.\nSource: The guild.\nNote: All times are local.") == []


def test_a_lone_line_in_the_first_person_is_the_speakers() -> None:
    text = (
        "“The bridge was always in my thoughts,” Berg told the council.\n"
        "I am ready to pay for it out of my own pocket.\n"
        "She added that the guild had been asked.\n"
        "The council met again in May. The river was high. The town was quiet."
    )
    found = next(f for f in told(text) if f.content.startswith("I am ready"))
    assert (found.antecedent, found.source, found.mode) == ("Berg", "", "direct")
