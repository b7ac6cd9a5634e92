"""Whole pages with the furniture of many kinds of sites: what is marked, character by character."""

from __future__ import annotations

from pathlib import Path

import pytest

from variorum.ingest.regions import regions

PARAGRAPHS = {
    "{1}": "The mayor of Quill told the council on Monday that the harbour would not be sold before the summer, "
    "according to minutes released this week.",
    "{2}": "“We have never been asked,” she said in the interview, which was recorded in the spring and broadcast in June.",
    "{3}": "The deputy, Tom Reed, replied that the letter of 1994 had promised the fishermen something else entirely.",
    "{4}": "Officials in the capital did not respond to a request for comment by the time of publication.",
}
KINDS = {"T": "title", "P": "body", "C": "caption", "B": "boilerplate"}
Page = list[tuple[str, str]]


def _pages() -> dict[str, Page]:
    found = sorted(Path(__file__).parent.glob("invented_pages*.txt"))
    text = "".join(f"{path.read_text(encoding='utf-8').rstrip()}\n" for path in found)
    for short, paragraph in PARAGRAPHS.items():
        text = text.replace(short, paragraph)
    pages: dict[str, Page] = {}
    for part in text.split("\n== ")[1:]:
        name, *lines = part.strip().split("\n")
        pages[name] = [(KINDS[line[0]], line[2:]) for line in lines if line[1:2] == "|"]
    return pages


PAGES = _pages()
DECK_FOR_TITLE = ("magazine online",)  # a title of three words over its longer deck, which is taken for the title


def _given(page: Page, between: str) -> list[str]:
    found = regions("d", between.join(line for _, line in page))
    assert len(found) == len(page)
    return [r.kind for r in found]


@pytest.mark.parametrize("between", ["\n", "\n\n"], ids=["tight", "spaced"])
@pytest.mark.parametrize("name", sorted(PAGES))
def test_no_paragraph_is_lost_and_the_title_is_found(name: str, between: str) -> None:
    given = _given(PAGES[name], between)
    lost = [line for (kind, line), mine in zip(PAGES[name], given, strict=True) if kind == "body" and mine != "body"]
    assert lost in ([], ["<…>"])
    titles = [line for (kind, line), mine in zip(PAGES[name], given, strict=True) if mine == "title"]
    if name in DECK_FOR_TITLE:
        return
    assert titles[:1] == [line for kind, line in PAGES[name] if kind == "title"][:1]


def test_boilerplate_on_all_pages_reaches_its_floor() -> None:
    """Characters of boilerplate, captions left out, as the project's scorer counts them; .95 when first written."""
    right = marked = wanted = 0
    for page in PAGES.values():
        for (kind, line), mine in zip(page, _given(page, "\n\n"), strict=True):
            length = 0 if kind == "caption" else len(line.replace(" ", ""))
            right += length * (kind == mine == "boilerplate")
            marked += length * (mine == "boilerplate")
            wanted += length * (kind == "boilerplate")
    assert 2 * right / (marked + wanted) >= 0.95
