"""Who is who in one document: names, descriptions, capitals that speak."""

import pytest
from builders import document, span

from variorum.annotate.parse import parse
from variorum.annotate.people import actors
from variorum.config import Settings


def roster(text: str):
    doc = document(text)
    return doc, actors.find(next(iter(parse([doc], Settings()))))


def who(text: str, words: str, nth: int = 0) -> str | None:
    """The name of the actor whom these words of the text mean."""
    doc, found = roster(text)
    key = found.at(span(doc, words, nth))
    return next((a.name for a in found.actors if a.id == key), None)


def test_a_surname_and_a_title_mean_the_one_who_was_named_in_full():
    text = "President Peter Marlow arrived. Mr. Marlow smiled. Marlow's plan failed."
    assert who(text, "Mr. Marlow") == "Peter Marlow"
    assert who(text, "Marlow's") == "Peter Marlow"


def test_the_chief_word_of_a_phrase_decides():
    text = "Former minister George Halden, who left in 1999, said no. Halden's team disagreed."
    assert who(text, "Former minister George Halden, who left in 1999,") == "George Halden"
    assert who(text, "Halden's team") != "George Halden"


def test_two_of_one_family_stay_apart():
    text = "Peter Marlow met Susan Marlow in Oslo. Mrs. Marlow said no. Mr. Marlow said yes."
    assert who(text, "Mrs. Marlow") == "Susan Marlow"
    assert who(text, "Mr. Marlow") == "Peter Marlow"


def test_a_bare_family_name_means_the_one_last_named_in_full():
    text = "Peter Marlow left early. Susan Marlow stayed on. Later Marlow said that it was over."
    assert who(text, "Marlow", 2) == "Susan Marlow"


def test_a_long_surname_may_be_misspelt_by_a_letter():
    text = "Ivan Petrenko spoke first. Later Petreenko said that he was tired."
    assert who(text, "Petreenko") == "Ivan Petrenko"


@pytest.mark.parametrize(
    ("words", "name"),
    [("the Norwegian leader", "Erik Dahl"), ("The diplomat", "Igor Lomov"), ("the Norwegian president", "Erik Dahl")],
)
def test_a_description_means_the_one_of_whom_the_same_was_said(words, name):
    text = (
        "Norwegian President Erik Dahl met Igor Lomov, a veteran diplomat, on Monday. "
        "The diplomat said that the Norwegian leader was late, and the Norwegian president agreed."
    )
    assert who(text, words) == name


def test_an_expert_without_a_name_means_the_one_who_was_speaking():
    text = "Fedor Lukin, head of the Northern Council, said it would change much. The analyst added that it was late."
    assert who(text, "The analyst") == "Fedor Lukin"


def test_a_capital_speaks_for_its_state():
    text = "Oslo said that it would not join. The fire in Oslo burned for days."
    _doc, found = roster(text)
    assert who(text, "Oslo") == "Norway"
    assert {"Norway", "Oslo"} <= {a.name for a in found.actors}


def test_papers_that_speak_are_actors_and_are_taken_up_again():
    text = "Newly opened records show that he knew. The records say that he was told."
    doc, found = roster(text)
    first, second = found.at(span(doc, "Newly opened records")), found.at(span(doc, "The records"))
    assert first is not None and first == second
    assert next(a.kind for a in found.actors if a.id == first) == "document"


def test_groups_are_actors_of_their_own():
    doc, found = roster("Harbour insiders say that it was a test. His advisers said no.")
    key = found.at(span(doc, "Harbour insiders"))
    assert next((a.kind, a.name) for a in found.actors if a.id == key) == ("group", "Harbour insiders")


def test_an_acronym_means_its_long_form():
    text = "Foreign Review (FR) has the text. Halden told FR that it was late."
    assert who(text, "FR", 1) == "Foreign Review"


def test_a_person_named_in_commas_after_a_description_is_the_one_described():
    text = "A spokesman for the council, Aron Tveit Moen, said it was late. He added nothing."
    assert who(text, "A spokesman for the council, Aron Tveit Moen") == "Aron Tveit Moen"


def test_words_that_name_nobody_mean_nobody():
    text = "It rained in the morning. The rain said nothing to anyone."
    assert who(text, "the morning") is None


def test_every_mention_lies_where_its_words_stand():
    text = "President Peter Marlow arrived. Marlow said that he was tired."
    doc, found = roster(text)
    marlow = next(a for a in found.actors if a.name == "Peter Marlow")
    assert [doc.text[m.span.start : m.span.end] for m in marlow.mentions] == ["Peter Marlow", "Marlow", "he"]
    assert [m.kind for m in marlow.mentions] == ["name", "name", "pronoun"]


def test_a_picture_credit_is_nobody_in_the_story():
    _, found = roster("Ann Hale spoke in Oslo.\nKari Moen/Norvik Press\nShe said that it was late.")
    assert "Kari Moen" not in {a.name for a in found.actors}


def test_stray_marks_and_empty_texts_do_no_harm():
    for text in ("“", "'s said.", "He.", "(", "the", "Mr.", "“‘”’ he said (", "\u200b"):
        roster(text)


def test_one_named_barely_from_the_start_is_not_a_relative_named_in_full_later():
    text = "Marlow left. Marlow came back. Marlow said no. A brother, Peter Marlow, stayed. Marlow said yes."
    assert who(text, "Marlow", 0) == who(text, "Marlow", 4) == "Marlow"
    assert who(text, "Peter Marlow") == "Peter Marlow"


def test_the_title_may_be_the_only_place_where_somebody_is_named_in_full():
    doc = document("Marlow left. Marlow said no. A brother, Peter Marlow, stayed.", title="Why Susan Marlow Left")
    found = actors.find(next(iter(parse([doc], Settings()))))
    key = found.at(span(doc, "Marlow", 1))
    assert next(a.name for a in found.actors if a.id == key) == "Susan Marlow"


def test_a_town_says_nothing():
    assert who("NORVIK – Ann Hale said that it was late. Hamburg is far away.", "Hamburg") is None


def test_the_sex_of_a_person_is_told_by_the_pronouns_beside_the_name():
    text = (
        "Zuberi Quill lost her way, and she said so. Quill said that she and her dog were cold. "
        "Peter Marlow met Zuberi Quill in Oslo. Later she said that it was over."
    )
    assert who(text, "she", 2) == "Zuberi Quill"


def test_a_firm_is_named_again_without_its_last_word():
    text = "Harlan Airlines cut its fares in May. Two flights were late. Harlan pledged to train its crews."
    assert who(text, "Harlan", 1) == "Harlan Airlines"


def test_a_name_after_two_offices_is_one_mans():
    text = "The firm lost its files. “It hurts,” said company chairman and chief executive Peter Marlow."
    assert who(text, "company chairman and chief executive Peter Marlow") == "Peter Marlow"


def test_nobody_is_the_driver_of_whom_he_tells():
    text = "A driver was arrested. Peter Marlow got out alive. Marlow said the driver told him everything."
    assert who(text, "the driver") == "driver"


def test_an_envoy_is_named_after_the_body_he_is_sent_to():
    text = "Susan Marlow spoke as her ambassador to the United Nations Peter Halden dismissed the offer."
    assert who(text, "her ambassador") == "Peter Halden"


def test_the_man_is_the_one_just_described():
    text = "The boy's grandfather told a reporter about the well. The man also said that it was deep."
    assert who(text, "The man") == who(text, "The boy's grandfather")


def test_a_bare_some_are_the_people_of_the_sentence_before():
    text = "Most residents stayed at home. Some wondered who was to blame."
    assert who(text, "Some") == who(text, "Most residents")


def test_one_of_several_is_nobody_known():
    text = "Most residents stayed at home. One said the bridge had moved."
    assert who(text, "One") is None
