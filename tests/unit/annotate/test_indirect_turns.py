"""Turns of phrase by which something is reported: judging by a record, rumour that has it, clauses in relatives."""

from __future__ import annotations

import pytest
from drafting import by_cue, told


@pytest.mark.parametrize(
    ("text", "cue", "content", "source"),
    [
        ("Hale was late, the minutes show.", "show", "Hale was late", "the minutes"),
        ("Hale was late, to judge by the minutes.", "to judge by", "Hale was late", "the minutes"),
        ("Judging from the letter, Hale was late.", "Judging from", "Hale was late", "the letter"),
        ("As follows from the record, Hale was late.", "As follows from", "Hale was late", "the record"),
        ("The paper had it that Hale was late.", "had it", "that Hale was late", "The paper"),
        ("The log said forty barrels.", "said", "forty barrels", "The log"),
        ("The mayor had put the dead at eleven.", "had put", "the dead at eleven", "The mayor"),
        ("Hale offered him the keys of the mill.", "offered", "the keys of the mill", "Hale"),
        ("Hale asked for the gate to be closed.", "asked", "for the gate to be closed", "Hale"),
        ("Bread has no flag, as my mother used to say.", "used to say", "Bread has no flag", "my mother"),
        ("They sailed in winds that the office had forecast would reach the coast.", "had forecast",
         "that | would reach the coast", "the office"),
    ],
)  # fmt: skip
def test_what_a_turn_of_phrase_reports(text: str, cue: str, content: str, source: str) -> None:
    found = by_cue(text, cue)
    assert (found.content, found.source) == (content, source)


def test_an_offer_to_nobody_is_no_report() -> None:
    assert told("The firm offered free repairs to the town.") == []


def test_one_who_is_said_to_have_answered_is_reported_by_somebody_unnamed() -> None:
    text = "Hale is said to have answered that it could wait."
    outer, inner = by_cue(text, "is said"), by_cue(text, "to have answered")
    assert (outer.content, outer.source) == ("Hale | to have answered that it could wait", "")
    assert (inner.content, inner.source) == ("that it could wait", "Hale")
    assert told(text)[inner.parent] == outer


def test_words_that_were_are_quoted_without_an_owner() -> None:
    assert by_cue("The words were “no danger at all”.", "words").content == "“no danger at all”"


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("Hale said he has never seen the bill, but told the Gazette it was wrong.", "said",
         "he has never seen the bill"),
        ("Hale accused Berg of lying and accused Lind of theft.", "accused", "Berg of lying"),
        ("Hale said the gate was shut when she asked him about it.", "said", "the gate was shut"),
        ("Hale called it a “farce” saying the town knew.", "called", "it a “farce”"),
        ("Hale claimed that the town had a plan, prompting an angry reply.", "claimed", "that the town had a plan"),
    ],
)  # fmt: skip
def test_where_the_reported_words_end(text: str, cue: str, content: str) -> None:
    assert next(f for f in told(text) if f.cue == cue).content == content


def test_a_clause_in_the_same_tense_goes_on() -> None:
    text = "Hale says the town is poor and has asked for help."
    assert by_cue(text, "says").content == "the town is poor and has asked for help"


@pytest.mark.parametrize(
    ("text", "content", "source"),
    [
        ("The gate was shut, minutes made public this week show.", "The gate was shut", "minutes"),
        ("Minutes of the talks released in 2019 show that Hale was late.", "that Hale was late", "Minutes"),
        ("Hale asked for the keys, the letter made public by his heirs shows.", "Hale asked for the keys",
         "the letter"),
    ],
)  # fmt: skip
def test_what_a_writing_shows_though_the_parse_knows_no_verb(text: str, content: str, source: str) -> None:
    found = next(f for f in told(text) if f.cue in ("show", "shows"))
    assert (found.content, found.source) == (content, source)


def test_a_show_is_no_report() -> None:
    assert told("The mill was closed, and the town watched a puppet show.") == []


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("Hale warned a man of the guild on the quay that the chains were old.", "warned", "that the chains were old"),
        ("It has been written many times that Hale left the gate open.", "has been written",
         "that Hale left the gate open"),
        ("The gate, Hale pointed out, has no lock.", "pointed out", "The gate | has no lock"),
        ("Hale told her to write it up.", "told", "to write it up"),
        ("Hale proposed a board of six, which was to report by May.", "proposed",
         "a board of six, which was to report by May"),
        ("Hale offered him the mill in return for his silence.", "offered", "the mill in return for his silence"),
    ],
)  # fmt: skip
def test_words_that_the_parse_hangs_elsewhere(text: str, cue: str, content: str) -> None:
    assert by_cue(text, cue).content == content


@pytest.mark.parametrize(
    "text",
    [
        "Nobody asked; the gate was open to the whole town.",
        "Hale wondered aloud, and then he left the town for good.",
        "Hale knew who had opened the gate.",
        "The report is expected by noon.",
        "Hale welcomed the premier at the gate.",
        "Hale would call on the widow in the afternoon.",
    ],
)
def test_what_reports_nothing(text: str) -> None:
    assert told(text) == []
