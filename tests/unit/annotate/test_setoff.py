"""Quotations that only the layout shows."""

from __future__ import annotations

from dataclasses import replace

from builders import document
from drafting import told

from variorum.model import Document, Region


def test_a_line_with_a_name_and_a_description_below() -> None:
    text = (
        "Berg and Hale met in Halven.\nWe need a bridge that will last a hundred years\nAnna Berg\nmayor of Halven\n"
        "Anna Berg was elected in 1994."
    )
    found = told(text)[0]
    assert (found.content, found.source, found.mode) == (
        "We need a bridge that will last a hundred years",
        "Anna Berg",
        "direct",
    )
    assert found.quoted == found.content


def test_a_dash_and_a_name_below() -> None:
    found = told("“A bridge must last.”\n— Anna Berg")[0]
    assert (found.content, found.quoted, found.source) == ("“A bridge must last.”", "A bridge must last.", "Anna Berg")


def test_a_dash_and_a_name_in_the_same_line() -> None:
    found = told("“A bridge must last.” — Anna Berg, mayor of Halven")[0]
    assert (found.content, found.source) == ("“A bridge must last.”", "Anna Berg")


def test_a_cross_head_is_no_quotation() -> None:
    found = told("The council met on Monday and Tuesday\nNorth Halven\nThe council closed the bridge.")
    assert found == []


def test_the_turns_of_an_interview() -> None:
    text = "Q: Did you know?\nA: Nobody told me.\nQ: And the mayor?\nA: The mayor knew."
    found = [f for f in told(text) if f.parent is None]
    assert [(f.source, f.content, f.cue, f.mode) for f in found] == [
        ("Q", "Did you know?", "", "direct"),
        ("A", "Nobody told me.", "", "direct"),
        ("Q", "And the mayor?", "", "direct"),
        ("A", "The mayor knew.", "", "direct"),
    ]


def test_speakers_of_a_transcript_in_capitals() -> None:
    text = "THE MAYOR: The bridge is safe.\nMR. HALE: Who tested it?\nTHE MAYOR: The guild did."
    assert [f.source for f in told(text) if f.parent is None] == ["THE MAYOR", "MR. HALE", "THE MAYOR"]


def test_a_report_inside_a_turn_lies_inside_it() -> None:
    text = "Q: Did you know?\nA: Berg said that it was safe.\nQ: When?\nA: In May."
    inner = next(f for f in told(text) if f.cue == "said")
    assert told(text)[inner.parent].source == "A"


def test_labels_of_notes_make_no_transcript() -> None:
    assert told("Photo: The bridge at night.\nSource: The guild.\nNote: All times are local.") == []


def test_a_table_of_counts_is_no_transcript() -> None:
    assert told("Hale: 21.\nBerg: 14.\nTHE TOTAL: 35.\nHale: 40.\nBerg: 31.\nTHE TOTAL: 71.") == []


def test_a_lone_line_in_the_first_person_is_the_speakers() -> None:
    text = (
        "“The bridge was always in my thoughts,” Berg told the council.\n"
        "I am ready to pay for it out of my own pocket.\n"
        "She added that the guild had been asked.\n"
        "The council met again in May. The river was high. The town was quiet."
    )
    found = next(f for f in told(text) if f.content.startswith("I am ready"))
    assert (found.antecedent, found.source, found.mode) == ("Berg", "", "direct")


def test_a_post_is_its_accounts() -> None:
    (found,) = told("1/2 Today we moved 21 of the sheep to the island. — Ferry Guild (@ferry_guild) October 13, 2016")
    assert (found.content, found.source) == ("Today we moved 21 of the sheep to the island.", "Ferry Guild")
    assert found.mode == "direct"


def test_a_quotation_in_brackets_is_of_the_name_before() -> None:
    found = told("The plan met with anger: Lorne (“We have been waiting since the flood”) and Berg left the hall.")
    assert [(f.content, f.source) for f in found] == [("“We have been waiting since the flood”", "Lorne")]


def test_a_title_in_brackets_is_no_quotation() -> None:
    assert told("The prize went to Lorne (“The Long Way”) and to nobody else.") == []


def _titled(text: str) -> Document:
    """A document whose first line is its title."""
    doc = document(text)
    return replace(doc, regions=(Region("title", doc.regions[0].span), *doc.regions[1:]))


def test_a_headline_names_its_speaker() -> None:
    text = "Hale: We will close the bridge\nThe bridge is old. “We will close it,” Hale said."
    found = told(_titled(text))[0]
    assert (found.content, found.source) == ("We will close the bridge", "Hale")


def test_a_headlines_topic_is_no_speaker() -> None:
    text = "Flood: We will close the bridge\nThe bridge is old. “We will close it,” Hale said."
    assert [f.source for f in told(_titled(text))] == ["Hale"]


def test_a_quotation_after_a_dash_is_of_whoever_issued_it() -> None:
    text = "Hale later issued an apology for his words – “I used two words that were wrong.”"
    (found,) = told(text)
    assert (found.content, found.antecedent) == ("“I used two words that were wrong.”", "Hale")


def test_a_name_with_an_office_below() -> None:
    text = (
        "Anna Berg spoke on Monday.\nA bridge is a promise that you can walk on.\n"
        "Anna Berg, President of the Guild\nThe town was silent."
    )
    found = next(f for f in told(text) if f.source == "Anna Berg")
    assert found.content == "A bridge is a promise that you can walk on."


def test_an_office_on_the_line_after_the_name() -> None:
    text = "Anna Berg spoke on Monday.\nA bridge must last for ever.\nAnna Berg\nPresident of the Guild in 1993–2001"
    assert [(f.content, f.source) for f in told(text)] == [("A bridge must last for ever.", "Anna Berg")]


def test_quoted_words_repeated_beside_the_text() -> None:
    text = (
        "“It just went dark on us all,” said Anna Berg of Halven.\nThe lamps failed at nine.\n"
        "It just went dark on us all Anna Berg\nThe town was silent."
    )
    assert ("It just went dark on us all", "Anna Berg") in [(f.content, f.source) for f in told(text)]
    other = text.replace("It just went dark on us all Anna", "The lamps were bought by the town of Anna")
    assert len(told(other)) == 1


def test_a_headline_signed_by_its_speaker() -> None:
    found = told(_titled("Bridge must last a century: Berg\nThe bridge was opened. Berg said so twice on Monday."))
    assert (found[0].content, found[0].source) == ("Bridge must last a century", "Berg")


MINUTES = """SUBJECT: The bridge at Halven (U)
PARTICIPANTS: Anna Berg, Mayor

Mayor Berg: Will you open the bridge? (C)

Warden Hale: It has no lamps. (C)

Mayor Berg: We shall bring lamps from the mill. (C)

Warden Hale: The mill is dark as well. (C)

Warden Hale asked what the lamps would cost. (C)"""


def test_minutes_in_turns_and_in_narration() -> None:
    outer = [(f.source, f.content) for f in told(MINUTES) if f.parent is None]
    assert outer == [
        ("Mayor Berg", "Will you open the bridge?"),
        ("Warden Hale", "It has no lamps."),
        ("Mayor Berg", "We shall bring lamps from the mill."),
        ("Warden Hale", "The mill is dark as well."),
        ("Warden Hale", "what the lamps would cost"),
    ]
