"""Lines that speak of the page or the paper, among an article's own."""

from __future__ import annotations

import pytest

from variorum.ingest.regions import regions
from variorum.ingest.signs import is_row

BODY = (
    "The bridge over the mill race was closed on Monday, the council said in a statement to the town.\n\n"
    "“We have waited for the new lamps long enough,” said Ana Berg, who has run the mill since last spring.\n\n"
    "Divers were expected to reach the lamps on Sunday if the wind allowed, and the search was to go on until dark."
)


def kind_of(line: str, *, below: bool) -> str:
    """The kind of region that a line has above or below an article."""
    text = f"{BODY}\n\n{line}" if below else f"{line}\n\n{BODY}"
    return next(r.kind for r in regions("d", text) if text[r.span.start : r.span.end] == line)


@pytest.mark.parametrize(
    "line",
    [
        "(c) Ana Berg. Not to be reproduced for sale.",
        "Reproduced by kind permission of the Mill Press.",
        "Questions for discussion: Do you trust the miller? Does his wife?",
        "Comments on older stories are closed.",
        "Letters, page 14. Leading article, page 15.",
        "This transcript was typed by hand and may contain errors.",
        "Jon Hale is a contributing writer. His last article was about owls.",
    ],
)
def test_below_the_article(line: str) -> None:
    assert kind_of(line, below=True) == "boilerplate"


@pytest.mark.parametrize(
    "line",
    [
        "News  Births & Deaths  Jobs  Subscribe",
        "Cookies help us to keep this page going. OK",
        "From our special correspondent, Jon Hale",
        "First broadcast: Wednesday, 20 November 1996, 8 p.m.",
    ],
)
def test_above_the_article(line: str) -> None:
    assert kind_of(line, below=False) == "boilerplate"


def test_to_reach_somebody_on_a_day_is_no_contact() -> None:
    text = BODY.replace("the lamps on Sunday", "her on Sunday") + "\n\n(Reporting by Jon Hale in Halven)"
    assert [r.kind for r in regions("d", text)][:3] == ["body", "body", "body"]


def test_a_row_has_three_short_items_at_least() -> None:
    assert is_row("Facebook  Email  Copy link")
    assert is_row("Essays | Fiction | Reportage")
    assert not is_row("Hale   Berg")
    assert not is_row("She sang.  He wept.  They left.")
    assert not is_row("The first of the guild's sentences  is long  and the last is not")
