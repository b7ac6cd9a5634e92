"""Quotations with a cue beside them, continued ones, and ones that stand alone."""

from __future__ import annotations

import pytest
from drafting import by_cue, only, told


@pytest.mark.parametrize(
    ("text", "content", "cue", "source"),
    [
        ("“The bridge is safe,” said Anna Berg.", "“The bridge is safe,”", "said", "Anna Berg"),
        ("“The bridge is safe,” Anna Berg said on Monday.", "“The bridge is safe,”", "said", "Anna Berg"),
        ("Anna Berg said: “The bridge is safe.”", "“The bridge is safe.”", "said", "Anna Berg"),
        ('"Who paid for it?" asked the mayor.', '"Who paid for it?"', "asked", "the mayor"),
        ("“The bridge is safe,” Anna Berg shrugged.", "“The bridge is safe,”", "shrugged", "Anna Berg"),
        (
            "“The bridge is safe,” Anna Berg, the mayor of Halven, said.",
            "“The bridge is safe,”",
            "said",
            "Anna Berg",
        ),
        (
            "“The bridge is safe,” Berg is quoted as saying.",
            "“The bridge is safe,”",
            "is quoted as saying",
            "Berg",
        ),
    ],
)
def test_the_cue_beside_a_quotation(text: str, content: str, cue: str, source: str) -> None:
    found = only(text)
    assert (found.content, found.cue, found.source, found.mode) == (content, cue, source, "direct")


def test_a_quotation_interrupted_by_its_cue_is_one() -> None:
    found = only("“The bridge,” Berg said, “is safe.”")
    assert found.content == "“The bridge,” | “is safe.”"
    assert found.quoted == "The bridge, | is safe."


def test_the_quotation_after_the_cue_sentence_goes_on() -> None:
    found = only("“We tested it,” Berg told reporters in Halven. “It held. Nobody was hurt.”")
    assert found.content == "“We tested it,” | “It held. Nobody was hurt.”"
    assert found.addressee == "reporters"


def test_several_sentences_are_one_quotation() -> None:
    assert only("“It rained. The river rose. We left,” Berg said.").content == "“It rained. The river rose. We left,”"


def test_a_quotation_over_paragraphs_is_one() -> None:
    found = only("“It rained all night,” Berg said. “The river rose.\n“Then we left the town.”")
    assert found.content == "“It rained all night,” | “The river rose. | “Then we left the town.”"


def test_a_quotation_alone_in_its_paragraph_is_the_last_speakers() -> None:
    found = told("Berg said that the bridge had held.\n“We were lucky that night.”")
    assert [(f.source, f.antecedent, f.cue) for f in found] == [("Berg", "", "said"), ("", "Berg", "")]


def test_a_narrators_sentence_between_keeps_two_quotations_apart() -> None:
    found = told("“We left,” Berg said. The town was empty by then. “It was a sad sight.”")
    assert [f.content for f in found] == ["“We left,”", "“It was a sad sight.”"]
    assert found[1].antecedent == "Berg"


@pytest.mark.parametrize(
    "text",
    [
        "The film “The Long Bridge” opened in Halven on Friday.",
        "The so-called “bridge of peace” is closed.",
        "They played “Night River” twice.",
    ],
)
def test_titles_and_scare_quotes_are_no_quotations(text: str) -> None:
    assert told(text) == []


def test_words_quoted_inside_a_clause_make_it_mixed() -> None:
    found = only("Berg said the bridge was “as safe as a house” after the storm.")
    assert (found.mode, found.quoted) == ("mixed", "as safe as a house")
    assert found.content == "the bridge was “as safe as a house” after the storm"


def test_a_that_before_a_whole_quotation_leaves_it_direct() -> None:
    found = only("Berg said that “the bridge is safe.”")
    assert (found.mode, found.content) == ("direct", "that “the bridge is safe.”")


def test_a_new_sentence_is_not_taken_for_the_cue_of_the_one_before() -> None:
    text = "“I asked him: ‘Who paid?’ Then he said, ‘Nobody.’” Berg recalled."
    assert by_cue(text, "asked").content == "‘Who paid?’"
    assert by_cue(text, "said").content == "‘Nobody.’"


def test_a_name_in_marks_after_the_verb_goes_with_its_object() -> None:
    found = only("Hale called the report “a bad joke.”")
    assert (found.content, found.mode) == ("the report “a bad joke.”", "mixed")
