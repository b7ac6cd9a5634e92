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
