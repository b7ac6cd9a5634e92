"""What looks like a conflict and is none."""

from __future__ import annotations

import pytest
from builders import document, edition
from judge_matters import OTTO, conflicts, narrated, pair, told, version

from variorum.model import Region, Span

HARMLESS_READINGS = [
    ("We signed the treaty at dawn because the bridge was burning.", "We signed the treaty at dawn"),
    ("The U.S. side paid in full.", "The US side paid in full"),
    ("“Treat us as a loyal neighbour.”", "treat us as a loyal neighbour"),
]  # fmt: skip

HARMLESS_TEXTS = {
    "granularity of dates": (
        "The Treaty of Halm was signed by Queen Ostrid in 1911.",
        "Queen Ostrid signed the Treaty of Halm on 4 May 1911.",
    ),
    "a decade and a year in it": (
        "Queen Ostrid signed the Treaty of Halm in the mid-1950s.",
        "The Treaty of Halm was signed by Queen Ostrid in 1954.",
    ),
    "a title won twice": (
        "Arden won the Halm Cup against Estre in 1999. Five years later, in 2004, Arden won the Halm Cup against Estre again.",
        "Arden won the Halm Cup against Estre in 1999.",
    ),
    "a bound and a number within it": (
        "At least 14 people were killed in the fire at the Arden mill on Monday night.",
        "The fire at the Arden mill on Monday night killed 17 people.",
    ),
    "a round number": (
        "About 200 people were hurt in the fire at the Arden mill on Monday.",
        "The fire at the Arden mill on Monday hurt 194 people.",
    ),
    "two fates": (
        "The fire at the Arden mill on Monday night killed 14 people, police said.",
        "Police said the fire at the Arden mill on Monday night injured 20 people.",
    ),
    "the dead and the children among them": (
        "The fire at the Arden mill killed 14 people, police said on Monday.",
        "The fire at the Arden mill killed 14 people, 3 children among them, police said on Monday.",
    ),
    "two events of two years": (
        "In 1999 the League of Halm took in three towns.",
        "In 2004 the League of Halm took in seven towns.",
    ),
    "two matters": (
        "The court in Estre jailed Reiss for 12 years in 2003.",
        "The court in Morl jailed Vann for 4 years in 2011.",
    ),
    "a list that bears the number out": ("The league took in five towns: Morl, Estre, Vann, Quay and Sarn.",),
    "a list that is not all": ("The league took in six towns, including Morl, Estre and Vann.",),
    "what one tells": ("The story that she told 'the Courier' was long. This is what he told, that day, the court.",),
    "told somebody": ("We told him 'no'. We were told 'no'. She told the court that she knew.",),
    "a bracket of the same script": ("“I know [the port] and he will feed us,” said Reiss.",),
    "a name in its own letters": ("The word is written Москва in Russian.",),
}


@pytest.mark.parametrize(("left", "right"), HARMLESS_READINGS)
def test_harmless_readings(left, right):
    assert conflicts(pair(left, right)) == ()


@pytest.mark.parametrize("name", sorted(HARMLESS_TEXTS))
def test_harmless_texts(name):
    assert [c.label for c in conflicts(narrated(*HARMLESS_TEXTS[name]))] == []


def test_a_summary_may_leave_out_what_the_quotation_has():
    given = pair(
        "that the mill would go", "The mill must go, every brick of it, and the sooner the better.", direct="right"
    )
    assert conflicts(given) == ()


def test_opinions_of_two_people_in_two_statements_are_no_conflict():
    left = version("“The bloc is defensive,” Holt said.", "The bloc is defensive", "a.txt", is_direct=True)
    right = version(
        "“The bloc is aggressive,” Reiss said.", "The bloc is aggressive", "b.txt", is_direct=True, speaker=OTTO.id
    )
    apart = told(left), told(right)
    given = edition(
        *(d for e in apart for d in e.documents),
        attributions=tuple(a for e in apart for a in e.attributions),
        statements=(),
    )
    assert conflicts(given) == ()


def test_dates_of_the_page_around_the_article_are_left_aside():
    text = "Updated 2020 Treaty of Halm signed by Queen Ostrid\nQueen Ostrid signed the Treaty of Halm in 1911."
    doc = document(text, "a.txt")
    line = text.index("\n")
    regions = (Region("boilerplate", Span(doc.id, 0, line)), Region("body", Span(doc.id, line + 1, len(text))))
    page = document(text, "a.txt", regions=regions)
    other = document("The Treaty of Halm was signed by Queen Ostrid in 1911.", "b.txt")
    assert conflicts(edition(page, other)) == ()


def test_nothing_in_nothing_out():
    assert conflicts(edition()) == ()
    assert conflicts(edition(document("", "a.txt"), document("\n\n", "b.txt"))) == ()
