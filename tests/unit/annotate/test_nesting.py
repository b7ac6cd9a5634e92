"""Reports inside reports, and tellers that a sentence drops."""

from __future__ import annotations

import pytest
from drafting import by_cue, told


def around(text: str, cue: str) -> str | None:
    parent = by_cue(text, cue).parent
    return None if parent is None else told(text)[parent].cue


def test_an_answer_inside_a_report() -> None:
    text = "Hale said that Berg answered, “Why not?”"
    assert by_cue(text, "said").content == "that Berg answered, “Why not?”"
    assert by_cue(text, "answered").content == "“Why not?”"
    assert around(text, "answered") == "said"


def test_reports_three_deep() -> None:
    text = "Hale said that Berg claimed that the guild had warned that the bridge was unsafe."
    assert around(text, "had warned") == "claimed"
    assert around(text, "claimed") == "said"
    assert around(text, "said") is None


def test_quotations_inside_a_quotation() -> None:
    text = "“I asked him, ‘Is it safe?’ He answered, ‘Why not?’” Berg recalled."
    assert around(text, "asked") == around(text, "answered") == "recalled"
    assert by_cue(text, "answered").quoted == "Why not?"


def test_a_teller_of_a_question() -> None:
    text = "“Who will pay for the bridge?” he recalled Berg asking."
    outer, inner = by_cue(text, "recalled"), by_cue(text, "asking")
    assert outer.content == "“Who will pay for the bridge?” | Berg asking"
    assert (inner.content, inner.source, around(text, "asking")) == (
        "“Who will pay for the bridge?”",
        "Berg",
        "recalled",
    )


def test_a_report_on_a_noun_inside_a_report() -> None:
    text = "The minutes show Hale's claim that the bridge was safe."
    assert around(text, "claim") == "show"


def test_a_reply_in_a_run_of_telling_has_its_teller() -> None:
    text = (
        "Hale said Berg had asked him for money in the spring.\n"
        "Hale said that he told Berg to go to the council.\n"
        "Berg retorted that the council was broke."
    )
    assert by_cue(text, "retorted").reporter == "Hale"
    assert by_cue(text, "had asked").reporter == ""


def test_without_a_teller_before_there_is_none() -> None:
    assert by_cue("Hale left.\nBerg retorted that the council was broke.", "retorted").reporter == ""


@pytest.mark.parametrize(
    ("text", "outer", "content"),
    [
        (
            "Ana Berg, a passenger, said the boat sank, the Wire Service reports.",
            "reports",
            "Ana Berg, a passenger, said the boat sank",
        ),
        (
            "A cousin of Hale said the well turned out to be empty, according to Torvian media.",
            "according to",
            "A cousin of Hale said the well turned out to be empty",
        ),
        (
            "Ana Berg said the boat sank and “everyone just ran,” the Wire Service reported.",
            "reported",
            "Ana Berg said the boat sank and “everyone just ran,”",
        ),
    ],
)
def test_the_reporter_named_last_stands_around_the_sentence(text: str, outer: str, content: str) -> None:
    assert by_cue(text, outer).content == content
    assert around(text, "said") == outer
    assert outer not in by_cue(text, "said").content


def test_words_that_go_on_after_an_aside_stay_the_speakers() -> None:
    text = "Berg said the boat, the Herald reports, sank off the island that the guild had bought."
    assert around(text, "said") is None
