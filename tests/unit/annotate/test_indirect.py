"""What verbs, nouns and phrases report without quoting."""

from __future__ import annotations

import pytest
from drafting import by_cue, only, told


@pytest.mark.parametrize(
    ("text", "content", "cue", "source"),
    [
        ("Berg said that the bridge was safe.", "that the bridge was safe", "said", "Berg"),
        ("Berg asked whether the bridge was safe.", "whether the bridge was safe", "asked", "Berg"),
        ("The bridge was safe, Berg said.", "The bridge was safe", "said", "Berg"),
        ("The bridge, Berg explained, was safe.", "The bridge | was safe", "explained", "Berg"),
        ("Hale denied taking the money.", "taking the money", "denied", "Hale"),
        ("Hale offered to pay for the bridge.", "to pay for the bridge", "offered", "Hale"),
        ("Hale urged voters to stay home.", "voters to stay home", "urged", "Hale"),
        ("Hale accused Berg of lying.", "Berg of lying", "accused", "Hale"),
        ("Hale called on both towns to settle it.", "both towns to settle it", "called on", "Hale"),
        ("Hale warned of a second flood.", "a second flood", "warned of", "Hale"),
        ("Hale dismissed the report as a joke.", "the report as a joke", "dismissed", "Hale"),
        ("Hale considers the report weak.", "the report weak", "considers", "Hale"),
        ("Hale condemned the closing of the bridge.", "the closing of the bridge", "condemned", "Hale"),
        ("The minutes show that Hale was late.", "that Hale was late", "show", "The minutes"),
        ("I believe the bridge was safe.", "the bridge was safe", "believe", "I"),
        ("According to the minutes, Hale was late.", "Hale was late", "According to", "the minutes"),
        ("Hale was late, according to the minutes.", "Hale was late", "according to", "the minutes"),
        ("In Hale's view, the bridge was safe.", "the bridge was safe", "view", "Hale"),
        (
            "Hale's assertion that the bridge was safe came late.",
            "that the bridge was safe",
            "assertion",
            "Hale",
        ),
        ("The town made a proposal to close the bridge.", "to close the bridge", "made a proposal", "The town"),
    ],
)
def test_content_cue_and_source(text: str, content: str, cue: str, source: str) -> None:
    found = only(text)
    assert (found.content, found.cue, found.source) == (content, cue, source)
    assert found.mode == "indirect"


@pytest.mark.parametrize(
    ("text", "addressee", "source"),
    [
        ("Hale told the council that the bridge was safe.", "the council", "Hale"),
        ("Hale assured Berg that the bridge was safe.", "Berg", "Hale"),
        ("Hale explained to reporters that the bridge was safe.", "reporters", "Hale"),
        ("Berg was asked whether the bridge was safe.", "Berg", ""),
        ("Berg was told by Hale that the bridge was safe.", "Berg", "Hale"),
    ],
)
def test_who_hears_it(text: str, addressee: str, source: str) -> None:
    found = only(text)
    assert (found.addressee, found.source) == (addressee, source)


def test_nobody_speaks_in_an_impersonal_report() -> None:
    found = only("It is known that the bridge was unsafe.")
    assert (found.source, found.content) == ("", "that the bridge was unsafe")


def test_a_participle_has_the_speaker_of_its_sentence() -> None:
    found = by_cue("Hale said the bridge was safe, adding that nobody had asked him.", "adding")
    assert (found.content, found.source) == ("that nobody had asked him", "Hale")


def test_a_second_verb_has_the_speaker_of_the_first() -> None:
    found = by_cue("Hale praised the engineers and proposed a second bridge.", "proposed")
    assert (found.content, found.source) == ("a second bridge", "Hale")


def test_the_source_is_the_shortest_name() -> None:
    text = "Deputy mayor Anna Berg, a former engineer who came from Halven, said that the bridge was safe."
    assert only(text).source == "Deputy mayor Anna Berg"


def test_a_relative_clause_speaks_for_its_noun() -> None:
    found = by_cue("The town signed an agreement that called on both sides to pay.", "called on")
    assert found.source == "an agreement"


def test_the_narrators_gloss_is_left_out() -> None:
    text = "Hale proposed that the town sell the bridge, a plan that was never carried out."
    assert only(text).content == "that the town sell the bridge"


def test_a_headline_reports_too() -> None:
    doc_text = "Mayor Says He Asked Berg About Bridge\nThe mayor says that he asked Berg about the bridge."
    from builders import document

    from variorum.model import Region, Span

    doc = document(doc_text)
    regions = (Region("title", Span(doc.id, 0, 37)), *doc.regions[1:])
    first = told(document(doc_text, regions=regions))[0]
    assert (first.source, first.cue, first.content) == ("Mayor", "Says", "He Asked Berg About Bridge")


def test_words_that_scraping_has_glued_are_read() -> None:
    assert only("The mayor toldthat the bridge was safe.").content == "that the bridge was safe"


@pytest.mark.parametrize(
    "text",
    [
        "The bridge was built in 1954 and closed in 1997.",
        "That means that the bridge is safe.",
        "You know, it was a long night.",
        "The work went according to plan.",
    ],
)
def test_the_narrators_own_words_are_no_report(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "content", "source"),
    [
        (
            "Hale Works pledged to hire a firm to review its books, train all workers to keep them and pay its debts.",
            "to hire a firm to review its books, train all workers to keep them and pay its debts",
            "Hale Works",
        ),
        ("The singer tweeted about missing her boat on Tuesday.", "missing her boat on Tuesday", "The singer"),
        ("The vote was unanimous, per the Gazette.", "The vote was unanimous", "the Gazette"),
        ("Hale spoke of forty ships a winter.", "forty ships a winter", "Hale"),
        ("Hale said yes.", "yes", "Hale"),
        ("The new rules outline that guests will pay a tax.", "that guests will pay a tax", "The new rules"),
        (
            "The port said it was “very pleased”, and was awaiting the names of the sailors.",
            "it was “very pleased”, and was awaiting the names of the sailors",
            "The port",
        ),
        ("As we have reported, the bridge was closed last year.", "the bridge was closed last year", "we"),
    ],
)
def test_the_whole_of_what_is_said(text: str, content: str, source: str) -> None:
    found = only(text)
    assert (found.content, found.source) == (content, source)


def test_the_relative_word_belongs_to_what_is_said() -> None:
    text = (
        "They were thrown off a boat after a guard accused them of stealing towels, "
        "which an assistant coach suggested happened because they are poor."
    )
    found = by_cue(text, "suggested")
    assert (found.content, found.source) == ("which | happened because they are poor", "an assistant coach")


def test_a_body_that_issues_a_notice_speaks_in_it() -> None:
    found = by_cue(
        "The guild issued a “notice” in October warning Ardlanders they could face fines when parking.", "warning"
    )
    assert (found.content, found.source) == ("they could face fines when parking", "The guild")


def test_two_reports_of_one_sentence_are_parted() -> None:
    text = "The pump failed twice, inspectors said, and a clerk said the valve was missing."
    assert [(t.content, t.source) for t in told(text)] == [
        ("The pump failed twice", "inspectors"),
        ("the valve was missing", "a clerk"),
    ]


def test_what_another_does_meanwhile_is_the_narrators() -> None:
    text = "Halden Inc. said it expects a loss of $2 million, while Berg Bank will take a smaller charge."
    assert by_cue(text, "said").content == "it expects a loss of $2 million"


def test_the_question_that_was_put_is_no_part_of_the_answer() -> None:
    text = "A spokesman said “there was no way to please everybody” when asked why the choir did not sing."
    assert by_cue(text, "said").content == "“there was no way to please everybody”"


def test_the_teller_goes_on_after_what_is_told() -> None:
    text = "She said they played a film, while adding they were trying to keep her quiet."
    assert [t.content for t in told(text)] == ["they played a film", "they were trying to keep her quiet"]


def test_a_verb_with_words_of_its_own_does_not_report_the_clause_before_it() -> None:
    text = "The town is going through a struggle — two different men claim to be in charge of the council."
    assert [t.content for t in told(text)] == ["to be in charge of the council"]


def test_what_is_only_learnt_inside_a_report_is_none() -> None:
    text = "The ferry turned back because the crew learned that a guest was on the wrong boat, the line said."
    assert [t.cue for t in told(text)] == ["said"]


@pytest.mark.parametrize(
    "text",
    [
        "“We value the points raised here and welcome the chance to work with the guild,” Hale said.",
        "“Women who want to be engineers have to step up,” Hale said.",
        "“But here we are talking about boots,” Hale said.",
        "“Berg's comments are not a reflection of this town,” Hale said.",
    ],
)
def test_wishes_and_topics_inside_a_quotation_are_no_reports(text: str) -> None:
    assert [t.cue for t in told(text)] == ["said"]


@pytest.mark.parametrize(
    "text",
    [
        "Related Why the bridge was closed",
        "Police continued to question people on the boat.",
        "Lorne was not offered a room of her own.",
        "There was no guarantee that the guests would get a seat.",
        "Many firms will announce similar cuts.",
        "Hale needed a chance to describe the flood.",
        "Hale's plan to close the bridge is old.",
        "The choir calls itself the Larks.",
        "Ask any sailor about the fog.",
        "The guild met to determine whether the bridge was safe.",
        "The editor has reached out to Ardair, as well as the police, who did not respond.",
    ],
)
def test_objects_that_nobody_utters_are_no_reports(text: str) -> None:
    assert told(text) == []
