"""Who speaks where the report itself names nobody, or only "I"."""

import pytest
from builders import document

from variorum.annotate import context
from variorum.annotate.assembly import annotation
from variorum.annotate.parse import parse
from variorum.annotate.reporting import attributions
from variorum.config import Settings


def speakers(text: str, **more) -> dict[str, str | None]:
    """The name of the speaker by the first words of what is said."""
    (parsed,) = parse([document(text, **more)], Settings())
    found = annotation(parsed, attributions.find(parsed), "annotate.rules/1")
    names = {a.id: a.name for a in found.actors}
    return {
        " ".join(text[r.content[0].start : r.content[-1].end].strip("“”\"'").split()[:3]): names.get(r.speaker or "")
        for r in found.attributions
    }


@pytest.mark.parametrize(
    ("head", "foot", "name"),
    [
        ("From “Slack Water” by Ivo Marlow (1998), chapter 2.", "", "Ivo Marlow"),
        ("NOTE FOR THE FILE\n\nPresent: the Mayor\nMr Marlow, Clerk (note)", "", "Marlow"),
        ("The meeting was short.", "\n\nIvo Marlow", "Ivo Marlow"),
        ("The meeting was short.", "\n\n(c) Ivo Marlow. All rights reserved.", "Ivo Marlow"),
        ("The meeting was short.", "", None),
    ],
)
def test_i_is_the_one_who_writes_and_signs(head, foot, name):
    text = f"{head}\n\nThe mayor came at nine. I told her that the bridge would hold.{foot}"
    assert speakers(text)["that the bridge"] == name


def test_of_a_byline_for_several_nobody_is_i():
    text = "The mayor came at nine. I told her that the bridge would hold."
    assert speakers(text, byline="Ivo Marlow")["that the bridge"] == "Ivo Marlow"
    assert speakers(text, byline="the staff")["that the bridge"] is None


def test_whoever_does_something_before_a_colon_gives_the_words_after_it():
    text = "Ann Hale spoke first.\n\nAt nine Captain Ivo Marlow hailed the quay: “We are taking water. Send a boat.”"
    assert speakers(text)["We are taking"] == "Ivo Marlow"


def test_who_reads_something_before_a_colon_does_not_announce_it():
    text = "Ann Hale laughed. Then Ivo Marlow read the sign: “No ships today.” Ann Hale warned him: “Wait.”"
    (parsed,) = parse([document(text)], Settings())
    assert context.announcer(parsed, text.index("“No ships")) is None
    named = context.announcer(parsed, text.index("“Wait"))
    assert named is not None
    assert text[named.start : named.end] == "Ann Hale"


def test_a_second_message_is_by_whoever_sent_the_first():
    text = (
        "“We have lost the rudder,” Captain Ivo Marlow radioed at nine.\n\nThe harbour office had no boat.\n\n"
        "At ten came a second message: “We are over the bar. Good night.”"
    )
    assert speakers(text)["We are over"] == "Ivo Marlow"


def test_a_headline_is_said_by_whoever_says_it_in_the_story():
    text = "“The tide was late”\n\nThe harbour office met on Monday.\n\n“The tide was late,” Ann Hale said. “We all saw it.”"
    (parsed,) = parse([document(text)], Settings())
    found = annotation(parsed, attributions.find(parsed), "annotate.rules/1")
    names = {a.id: a.name for a in found.actors}
    assert {names.get(r.speaker or "") for r in found.attributions} == {"Ann Hale"}


def test_one_named_after_by_has_told_it():
    text = "Ann Hale said on Monday that she had been told to wait by Ivo Marlow."
    assert set(speakers(text).values()) >= {"Ann Hale", "Ivo Marlow"}


def test_a_name_before_an_age_speaks_though_the_parser_loses_it():
    text = "On Saturday Marlow, 47, insisted there was nothing on the deck."
    assert "Marlow" in speakers(f"Ivo Marlow came home. {text}").popitem()[1]


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("one of the miners", "one of the miners"),
        ("several of the passengers", "several of the passengers"),
        ("a member of the crew who heard it all", "member of the crew"),
    ],
)
def test_a_share_of_a_group_speaks_under_its_own_words(source, name):
    assert speakers(f"The load had moved in the night, according to {source}.")["The load had"] == name


def test_a_paragraph_without_a_label_goes_on_with_the_turn_before_it():
    text = (
        "Ivo Marlow talks to Ann Hale\n\nHALE: Were you there?\n\nMARLOW: I was there with the mayor.\n\n"
        "HALE: And the mayor?\n\nMARLOW: The mayor said that the bridge would hold.\n\n"
        "HALE: Did you believe it?"
    )
    assert speakers(text)["that the bridge"] == "mayor"
