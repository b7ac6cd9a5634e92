"""Reports inside reports, and tellers that a sentence drops."""

from __future__ import annotations

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
