"""How often, how many of them, hurt or dead, miscopied digits, a title's toll: what clashes and what does not."""

from __future__ import annotations

from dataclasses import replace

import pytest
from builders import document, edition
from judge_matters import conflicts, narrated

from variorum.model import Region, Span

CLASHES = {
    "how often it was asked": (
        "The guild says it asked twice for the Halm weir to be mended.",
        "Ole Brand said the guild had asked four times for the weir to be mended.",
    ),
    "how many of the dead were strangers": (
        "Twelve of the dead were Orlandish citizens, the embassy in Halm said.",
        "From the dead at Halm, 22 are citizens of Orland.",
    ),
    "how many were hurt, and no word more": (
        "The mill of Verrall at Halm in Orland burned. Nine people were hurt.",
        "The Verrall mill at Halm, Orland, burned down. Twelve people were hurt.",
    ),
    "how long, the sentence before telling of what": (
        "Holt promised Reiss to be silent of Halm. She kept it for nine days.",
        "Holt promised to be silent of Halm. Dagny Holt kept her word for four months.",
    ),
    "two digits exchanged": (
        "At Halm in Orland the barge Maren carried a boiler weighing 87 tonnes, a heavy load.",
        "The load of 78 tons, says Orland, lay loose on the Maren off Halm.",
    ),
    "a teen for a ten": (
        "“I counted forty out of the snow,” Ole Brand of Halm in Orland said.",
        "Brand says that in Orland he counted fourteen persons near Halm.",
    ),
    "a toll at the end of a clause": (
        "The toll at Halm in Orland, announced by the mayor, is 40.",
        "The mayor announced that 52 people died at Halm in Orland.",
    ),
}
AGREE = {
    "a multiple is no count": (
        "The guild asked for three times as much for the weir of Halm.",
        "The guild asked twice for the weir of Halm to be mended.",
    ),
    "the hurt and those who left": (
        "The fire at Halm in Orland, hurting 9 people and driving 80 villagers from Verrall, is out.",
        "Nine people were hurt at Halm in Orland, says Verrall.",
    ),
    "the same digits of two things": (
        "Holt of Halm in Orland keeps 78 sheep on the hill.",
        "The council of Halm in Orland, with Holt, has 87 members.",
    ),
}


def numbers_of(left: str, right: str) -> list[str]:
    return [c.kind for c in conflicts(narrated(left, right))]


@pytest.mark.parametrize("case", CLASHES)
def test_two_counts_of_one_thing(case):
    assert numbers_of(*CLASHES[case]) == ["number"]


@pytest.mark.parametrize("case", AGREE)
def test_counts_that_do_not_clash(case):
    assert numbers_of(*AGREE[case]) == []


def test_wins_in_two_spans_of_time():
    given = narrated(
        "Holt of Halm in Orland won fifty matches in five years.",
        "Holt won fifteen matches in two years at Halm in Orland.",
    )
    assert [c.label for c in conflicts(given) if "matches" in c.label] == []


def titled(title: str, *text: str):
    """A document whose first line is its title."""
    doc = document("\n".join((title, *text)), "a.txt")
    first, *rest = doc.regions
    return edition(replace(doc, regions=(Region("title", Span(doc.id, first.span.start, first.span.end)), *rest)))


def test_a_title_counts_more_dead_than_its_text():
    (found,) = conflicts(titled("50 DEAD: “I saw it coming”", "The toll, the mayor said, is 41.", "Three are missing."))
    assert (found.kind, found.severity) == ("number", "high")


def test_a_title_that_its_text_bears_out():
    lines = ["The toll, the mayor said, is 41.", "Of 50 dead in all, nine died at sea."]
    assert conflicts(titled("50 DEAD: “I saw it coming”", *lines)) == ()


def test_a_title_that_rounds():
    assert conflicts(titled("AT LEAST 40 DEAD AT HALM", "The toll, the mayor said, is 41.")) == ()


def test_a_number_at_the_end_of_a_title():
    (found,) = conflicts(titled("ROOF KILLS NINE", "Seven people were killed when the roof fell, the mayor said."))
    assert (found.kind, found.reasons[0].feature) == ("number", "title")


def test_a_measured_thing_and_none_of_it():
    given = narrated(
        "Holt offered a toll of two per cent on every ship in the harbour of Halm.",
        "There is no toll at all on a ship in the harbour of Halm, Holt said.",
    )
    assert "number" in [c.kind for c in conflicts(given)]
