"""Conflicts that a careful editor would report, on invented matters."""

from __future__ import annotations

import pytest
from builders import actor, attribution, document, edition
from judge_matters import DAGNY, OTTO, conflicts, narrated, pair, told, version, words

BETWEEN_READINGS = [
    ("wording", "The ferry is lost, sell it to the islands now.", "The boat is lost, sell it to the islands now."),
    ("wording", "We should buy the port of Halm.", "We would buy the port of Halm."),
    ("wording", "The entire crew got very drunk.", "The crew got very drunk."),
    ("polarity", "I have no objection.", "No, that is not possible now."),
    ("polarity", "The valve was open that night.", "The valve was not open that night."),
    ("number", "We lost fourteen trucks in the flood.", "We lost forty trucks in the flood."),
    ("date", "The dam was closed in 1954.", "The dam was closed in 1949."),
    ("suspected-corruption", "Treat us as a loyal partner in this.", "Treat us as a hostile partner in this."),
    ("other", "Could you sell us the harbour?", "You should sell us the harbour."),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "left", "right"), BETWEEN_READINGS)
def test_two_readings_in_conflict(kind, left, right):
    given = pair(left, right)
    found = [c for c in conflicts(given) if c.kind == kind]
    assert found, [(c.kind, c.label) for c in conflicts(given)]
    assert {e.doc for e in found[0].evidence} == {d.id for d in given.documents}
    assert found[0].statements == ("s1",)
    assert found[0].reasons


def test_evidence_is_short_and_the_label_shows_both_sides():
    long = "The harbour council met for nine hours in the old customs house and drank all the tea there was, and then "
    (found,) = [
        c for c in conflicts(pair(long + "we sold ten boats.", long + "we sold two boats.")) if c.kind == "number"
    ]
    assert all(e.end - e.start < 120 for e in found.evidence)
    assert "ten boats" in found.label
    assert "two boats" in found.label


def test_a_condition_left_out():
    left = version("“I see no reason against it,” Holt said.", "I see no reason against it", "a.txt", is_direct=True)
    right = version(
        "Holt said that she would consider selling, if, and when, the council had been heard.",
        "she would consider selling", "b.txt", cue="said")  # fmt: skip
    given = told(left, right)
    (found,) = [c for c in conflicts(given) if "condition" in c.label]
    assert any("when, the council had been heard" in w for w in words(given, found))


def test_the_same_words_given_to_two_speakers():
    first = document('"Ice never asks for a passport," Dagny Holt said.', "a.txt")
    second = document('"Ice never asks for a passport," Otto Reiss said.', "b.txt")
    quote = "Ice never asks for a passport,"
    given = edition(
        first, second, actors=(DAGNY, OTTO),
        attributions=(
            attribution(first, quote, quoted=quote, source="Dagny Holt", speaker=DAGNY.id, mode="direct"),
            attribution(second, quote, quoted=quote, source="Otto Reiss", speaker=OTTO.id, mode="direct"),
        ),
    )  # fmt: skip
    (found,) = conflicts(given)
    assert found.kind == "speaker"
    assert "Dagny Holt" in found.label and "Otto Reiss" in found.label


def test_one_expert_becomes_many():
    doc = document(
        "Analysts say the sale was probably a test of the harbour council's nerves.\n"
        "Dagny Holt suggested that the sale could be a test of the harbour council's nerves.\n"
    )
    many = actor("Analysts", "group")
    first = attribution(
        doc, "the sale was probably a test of the harbour council's nerves", source="Analysts", speaker=many.id
    )
    second = attribution(
        doc, "the sale could be a test of the harbour council's nerves", source="Dagny Holt", speaker=DAGNY.id
    )
    given = told((doc, first), (doc, second), actors=(DAGNY, many))
    (found,) = [c for c in conflicts(given) if c.kind == "speaker"]
    assert "many" in found.reasons[0].text


def test_an_event_dated_in_two_ways_by_two_documents():
    given = narrated(
        "The Treaty of Halm was signed by Queen Ostrid in 1911.",
        "Halm is a quiet town.\nQueen Ostrid signed the Treaty of Halm in 1921.",
    )
    (found,) = conflicts(given)
    assert found.kind == "date"
    assert any("1911" in w for w in words(given, found)) and any("1921" in w for w in words(given, found))


def test_a_count_that_differs_between_two_documents():
    given = narrated(
        "The fire at the Arden mill killed 14 people on Monday night, police said.",
        "Police said that 17 people died on Monday night in the fire at the Arden mill.",
    )
    (found,) = conflicts(given)
    assert (found.kind, sorted(words(given, found))) == ("number", ["14 people", "17 people"])


def test_a_number_that_its_own_list_does_not_bear_out():
    given = narrated("The league took in six towns: Morl, Estre, Vann, Quay and Sarn.")
    (found,) = conflicts(given)
    assert found.kind == "number"
    assert "names 5" in found.label


def test_a_lost_word_that_turns_the_speaker_round():
    given = narrated("We asked the bank for time, to which we told 'no, not a week.'")
    (found,) = conflicts(given)
    assert found.kind == "suspected-corruption"
    assert words(given, found) == ["we told 'no, not a week"]


def test_words_run_together_are_one_entry_for_a_document():
    (found,) = conflicts(narrated("Reiss assuredthat the club would pay. Holt saidthat it would not."))
    assert (found.kind, found.severity, len(found.evidence)) == ("suspected-corruption", "low", 2)


def test_a_bracket_left_untranslated_with_a_pronoun_that_does_not_fit():
    (found,) = conflicts(narrated("“If the port grows, then [Порт] He will feed us all,” said Reiss."))
    assert (found.kind, found.severity) == ("suspected-corruption", "medium")


def test_one_matter_is_one_conflict_with_all_its_witnesses():
    versions = [
        version(f"“{answer}” Holt replied.", answer, f"{n}.txt", is_direct=True)
        for n, answer in enumerate(("I agree.", "Yes, of course.", "No, never.", "Out of the question."))
    ]
    found = [c for c in conflicts(told(*versions)) if c.kind == "polarity"]
    assert len(found) == 1
    assert len(found[0].evidence) == 4


def test_the_gravest_and_surest_stand_first():
    given = pair(
        "The valve was open in 1954, and the entire crew was drunk.",
        "The valve was not open in 1949, and the crew was drunk.",
    )
    ranks = [("high", "medium", "low").index(c.severity) for c in conflicts(given)]
    assert ranks == sorted(ranks)
    assert len(ranks) >= 2


def test_the_order_of_the_documents_does_not_matter():
    left = version("“We lost ten boats,” Holt said.", "We lost ten boats", "a.txt", is_direct=True)
    right = version("“We lost two boats,” Holt said.", "We lost two boats", "b.txt", is_direct=True)
    assert conflicts(told(left, right)) == conflicts(told(right, left))
