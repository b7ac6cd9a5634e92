"""Attributions of one utterance find one another, and nothing else."""

from __future__ import annotations

from dataclasses import replace

from builders import actor, attribution, document
from tellings import COUNCIL, ORTEN, RECALL, RETOLD, SALE, TALK, exchange, said, story, words_of

from variorum.collate.statements import FeatureFinder
from variorum.config import Settings
from variorum.model import Edition, Region, Span, Statement

PREMIER = actor("the Skerrian premier")


def found(made: Edition) -> tuple[Statement, ...]:
    return FeatureFinder(Settings()).find(made)


def test_a_quotation_and_its_paraphrase_are_one_statement() -> None:
    made = story(
        said(
            "“We will never bring a warship into the bay,” said Sale.",
            "“We will never bring a warship into the bay,”",
            "a.txt",
            mode="direct",
        ),
        said(
            "Sale promised that no warship would be brought into the bay.",
            "that no warship would be brought into the bay",
            "b.txt",
        ),
        said("Sale said that the toll was too high.", "that the toll was too high", "c.txt"),
    )
    assert words_of(made, found(made)) == [
        ["We will never bring a warship into the bay,", "no warship would be brought into the bay"]
    ]


def test_two_speakers_stay_apart_however_alike_their_words() -> None:
    made = story(
        said("Sale had no objection to the harbour plan.", "no objection to the harbour plan", "a.txt"),
        said("Orten had no objection to the harbour plan.", "no objection to the harbour plan", "b.txt", ORTEN),
    )
    assert found(made) == ()


def test_a_long_quotation_given_to_two_speakers_is_still_one() -> None:
    words = "the frozen harbour of the northern islands shall open before winter storms scatter every fishing captain"
    made = story(said(f"Sale said: {words}.", words, "a.txt"), said(f"Orten said: {words}.", words, "b.txt", ORTEN))
    assert len(found(made)) == 1


def test_the_same_man_telling_the_same_words_years_apart_is_one_statement() -> None:
    words = "a word and a treaty are two ships, and only one of them floats"
    made = story(
        said(f"“{words},” said Sale.", f"“{words},”", "a.txt", occasion=TALK.id),
        said(f"“{words},” Sale repeated.", f"“{words},”", "b.txt", occasion=RECALL.id),
    )
    assert len(found(made)) == 1


def test_like_words_by_one_speaker_in_different_years_are_two() -> None:
    made = story(
        said(
            "Sale said the toll would be lowered in spring.",
            "the toll would be lowered in spring",
            "a.txt",
            occasion=TALK.id,
        ),
        said(
            "Sale said the toll had been lowered twice.", "the toll had been lowered twice", "b.txt", occasion=RECALL.id
        ),
    )
    assert found(made) == ()


def test_a_report_and_the_words_within_it_are_never_one() -> None:
    doc = document("Orten recalled that Sale would open the frozen harbour.", "a.txt")
    outer = attribution(doc, "that Sale would open the frozen harbour", speaker=ORTEN.id)
    inner = attribution(doc, "would open the frozen harbour", speaker=SALE.id, parent=outer.id)
    assert found(story((doc, [outer, inner]))) == ()


def test_answers_without_a_common_word_meet_by_their_place() -> None:
    made = story(
        exchange(
            "Orten said he asked whether the frozen harbour might open, and she answered, ‘Why not?’",
            "he asked whether the frozen harbour might open, and she answered, ‘Why not?’",
            "whether the frozen harbour might open",
            "‘Why not?’",
            "a.txt",
            occasion=RECALL.id,
        ),
        exchange(
            "Orten once suggested that the frozen harbour might open. Sale had no objection.",
            "suggested that the frozen harbour might open. Sale had no objection",
            "the frozen harbour might open",
            "no objection",
            "b.txt",
            occasion=RETOLD.id,
        ),
    )
    assert words_of(made, found(made)) == [
        ["Why not?", "no objection"],
        ["the frozen harbour might open", "the frozen harbour might open"],
    ]


def test_tellings_on_two_occasions_are_two_though_what_they_tell_is_one() -> None:
    made = story(
        exchange(
            "Orten told the radio he asked if ships might winter here. She laughed aloud.",
            "he asked if ships might winter here. She laughed aloud",
            "if ships might winter here",
            "laughed aloud",
            "a.txt",
            occasion=RECALL.id,
        ),
        exchange(
            "Orten said his old question was if ships might winter here. It met a grin.",
            "his old question was if ships might winter here. It met a grin",
            "if ships might winter here",
            "a grin",
            "b.txt",
            occasion=RETOLD.id,
        ),
    )
    assert words_of(made, found(made)) == [["a grin", "laughed aloud"], ["if ships might winter here"] * 2]


def test_a_heading_belongs_to_what_it_heads() -> None:
    doc = document("Sale: Harbour Will Open\nMara Sale said that the harbour would open in spring.", "a.txt")
    doc = replace(doc, regions=(Region("title", Span(doc.id, 0, 23)), Region("body", Span(doc.id, 24, len(doc.text)))))
    heading = attribution(doc, "Harbour Will Open", speaker=SALE.id)
    body = attribution(doc, "that the harbour would open in spring", speaker=SALE.id)
    made = story((doc, [heading, body]))
    assert words_of(made, found(made)) == [["Harbour Will Open", "the harbour would open in spring"]]


def test_two_things_said_one_after_the_other_are_two() -> None:
    doc = document("Sale said the harbour would open. She said the harbour council had met.", "a.txt")
    first = attribution(doc, "the harbour would open", speaker=SALE.id)
    second = attribution(doc, "the harbour council had met", speaker=SALE.id)
    assert found(story((doc, [first, second]))) == ()


def test_one_sentence_of_a_long_quotation_meets_the_account_that_gives_it_alone() -> None:
    long = "“The toll is a handshake between neighbours. But ice has no flag, as my grandmother used to say.”"
    made = story(
        said(f"{long} Sale said.", long, "a.txt", mode="direct"),
        said("“Ice has no flag,” Sale said.", "“Ice has no flag,”", "b.txt", mode="direct"),
    )
    assert words_of(made, found(made)) == [["But ice has no flag, as my grandmother used to say.", "Ice has no flag,"]]


def test_a_quotation_of_two_sentences_in_two_papers_is_one_statement() -> None:
    both = "“Nobody told us that the answer had changed. We read it in your newspapers.”"
    made = story(
        said(f"{both} Sale said.", both, "a.txt", mode="direct"),
        said(f"Sale: {both}", both, "b.txt", mode="direct"),
    )
    assert words_of(made, found(made)) == [[both.strip("“”"), both.strip("“”")]]


def test_without_speakers_the_words_alone_must_be_enough() -> None:
    words = "the harbour crane was sold to a scrap merchant in Vell"
    made = story(
        said(f"It emerged that {words}.", words, "a.txt", None),
        said(f"It was said that {words}.", words, "b.txt", None),
        said("It was said that the crane was painted.", "the crane was painted", "c.txt", None),
    )
    assert words_of(made, found(made)) == [[words, words]]


def test_a_group_may_speak_for_a_person_of_the_same_occasion() -> None:
    made = story(
        said(
            "Sale warned that fishermen would burn every foreign sail.",
            "fishermen would burn every foreign sail",
            "a.txt",
            occasion=TALK.id,
        ),
        said(
            "The council warned that fishermen would burn every foreign sail.",
            "fishermen would burn every foreign sail",
            "b.txt",
            COUNCIL,
            occasion=TALK.id,
        ),
    )
    assert len(found(made)) == 1


def test_a_statement_says_who_to_whom_when_and_why() -> None:
    made = story(
        said(
            "“Ice has no flag at all,” said Sale.",
            "“Ice has no flag at all,”",
            "a.txt",
            audience=(ORTEN.id,),
            occasion=TALK.id,
            mode="direct",
        ),
        said(
            "Sale said that ice had no flag at all, ever.",
            "that ice had no flag at all, ever",
            "b.txt",
            audience=(ORTEN.id,),
            occasion=TALK.id,
        ),
    )
    (statement,) = found(made)
    assert statement.label == "Mara Sale to Joss Orten: Ice has no flag at all"
    assert (statement.speaker, statement.audience, statement.occasion) == (SALE.id, (ORTEN.id,), TALK.id)
    assert "flag" in statement.reasons[0].text
    assert len(statement.reasons[0].evidence) == 2


def test_nothing_said_is_no_statement() -> None:
    assert found(Edition()) == ()
    assert found(story((document("", "a.txt"), []))) == ()


def test_attributions_without_content_or_with_mere_marks_do_no_harm() -> None:
    doc = document("“” — Sale said “…” twice.", "a.txt")
    empty = replace(attribution(doc, "“”", speaker=SALE.id), content=())
    marks = attribution(doc, "“…”", speaker=SALE.id, mode="direct")
    assert found(story((doc, [empty, marks]))) == ()


def test_two_things_reported_after_one_cue_serve_two_statements() -> None:
    both = "that the frozen harbour would open in spring, and that no captain should pay the toll"
    made = story(
        said(f"Sale said {both}.", both, "a.txt"),
        said(
            "“The frozen harbour will open in spring,” said Sale.", "“The frozen harbour will open in spring,”", "b.txt"
        ),
        said("No captain should pay the toll, Sale said.", "No captain should pay the toll", "c.txt"),
    )
    assert words_of(made, found(made)) == [
        ["No captain should pay the toll", "no captain should pay the toll"],
        ["The frozen harbour will open in spring,", "the frozen harbour would open in spring"],
    ]


def test_a_description_may_mean_who_is_named_elsewhere() -> None:
    words = "that the frozen harbour would open in spring"
    made = story(
        said(f"Sale said {words}.", words, "a.txt"),
        said(f"The premier said {words}.", words, "b.txt", PREMIER),
    )
    assert len(found(replace(made, actors=(*made.actors, PREMIER)))) == 1


def test_two_verbatim_quotations_of_one_speaker_with_few_words_in_common_are_two() -> None:
    made = story(
        said(
            "“The harbour crane was sold to a merchant.”",
            "“The harbour crane was sold to a merchant.”",
            "a.txt",
            mode="direct",
        ),
        said("“A merchant never pays in winter.”", "“A merchant never pays in winter.”", "b.txt", mode="direct"),
    )
    assert found(made) == ()


def test_marks_before_the_items_of_a_list_are_no_statement() -> None:
    made = story(said("(C) said Sale.", "(C)", "a.txt"), said("(C) said Sale once more.", "(C)", "b.txt"))
    assert found(made) == ()
