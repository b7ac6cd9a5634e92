"""Whom "he", "she" and "it" mean."""

import pytest
from builders import document, span

from variorum.annotate.parse import parse
from variorum.annotate.people import actors
from variorum.annotate.reporting import attributions
from variorum.config import Settings


def who(text: str, words: str, nth: int = 0) -> str | None:
    doc = document(text)
    found = actors.find(next(iter(parse([doc], Settings()))))
    key = found.at(span(doc, words, nth))
    return next((a.name for a in found.actors if a.id == key), None)


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Peter Marlow said that he was tired.", "he", "Peter Marlow"),
        ("Peter Marlow met Igor Lomov in Oslo. He said that it was late.", "He", "Peter Marlow"),
        ("Igor Lomov said that although Peter Marlow agreed, he forgot it.", "he", "Peter Marlow"),
        ("Peter Marlow met Susan Hale. She said that it was late.", "She", "Susan Hale"),
        ("The Northern Council met in Oslo. It said that nothing had changed.", "It", "Northern Council"),
    ],
)
def test_a_pronoun_means_the_nearest_subject_that_fits(text, words, name):
    assert who(text, words) == name


def test_the_narrators_pronoun_means_the_one_whom_the_narrator_named():
    text = "“I saw Igor Lomov there,” Peter Marlow said. “It was late,” he added."
    assert who(text, "he", 1) == "Peter Marlow"  # the first "he" stands in "there"


def test_a_pronoun_after_its_words_means_nobody_in_them():
    text = "Peter Marlow spoke first. Igor Lomov would come, he said."
    assert who(text, "he said"[:2], text.count("he", 0, text.index("he said"))) == "Peter Marlow"


def test_a_pronoun_without_anybody_before_it_means_nobody():
    assert who("He said that it was late.", "He") is None


def test_of_two_others_that_fit_alike_neither_is_guessed():
    text = "The house of Igor Lomov and the garden of Peter Marlow burned. He said no."
    assert who(text, "He") is None


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        # called by name, he answers
        ("Igor Lomov came in. “I said, ‘Wait, Peter.’ And he replied,” Ann Hale said, with Peter Marlow.", "he",
         "Peter Marlow"),
        # a caption between two paragraphs is passed over
        ("Ann Hale spoke on Monday.\n\nSusan Marlow at the harbour\n\n“It was late,” she said.", "she", "Ann Hale"),
        # so are the sentences that somebody speaks
        ("Ann Hale spoke on Monday. “" + "Susan knew it. It was late. " * 4 + "”\n\nShe said that it rained.", "She",
         "Ann Hale"),
        # what stands before the colon is no part of what is told
        ("Ann Hale trusts the council: “It never failed us,” said she to the paper.", "she", "Ann Hale"),
        # two who do something together
        ("Ann Hale and Ivo Marlow laughed as they announced the plan.", "they", "Ann Hale"),
        # a body that speaks may be "they"
        ("Northern Airlines did not apologise. They said that it rained.", "They", "Northern Airlines"),
    ],
)  # fmt: skip
def test_a_pronoun_passes_over_what_is_beside_the_story(text, words, name):
    assert who(text, words) == name


def test_in_a_talk_he_is_the_one_whom_the_talk_is_about():
    text = (
        "HALE: Peter Marlow saw the light?\n\nLOMOV: Peter Marlow saw it. I told Marlow so.\n\nHALE: Was Boris Flint there?\n\n"
        "LOMOV: Boris Flint came later.\n\nHALE: And the answer?\n\nLOMOV: He said no."
    )
    (parsed,) = parse([document(text)], Settings())
    found = actors.find(parsed, attributions.find(parsed))
    key = found.at(span(document(text), "He"))
    assert next((a.name for a in found.actors if a.id == key), None) == "Peter Marlow"
