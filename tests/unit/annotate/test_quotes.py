"""Which marks open and close, and what lies inside which."""

from __future__ import annotations

import time

import pytest
from builders import document

from variorum.annotate.parsed import Block, Parsed
from variorum.annotate.reporting.quotes import quotations


class Plain:
    """A paragraph without tokens: marks are read from the text alone."""

    def __init__(self, text: str) -> None:
        self.text = text

    def __len__(self) -> int:
        return 0


def marked(text: str) -> list[str]:
    """The quotations of a text whose lines are paragraphs; inner ones carry "> " for each level."""
    doc = document(text)
    blocks = tuple(_Line(r.kind, r.span.start, Plain(text[r.span.start : r.span.end])) for r in doc.regions)
    found = quotations(Parsed(doc, blocks))
    lines = []
    for quotation in found:
        depth, at = 0, quotation.parent
        while at is not None:
            depth, at = depth + 1, found[at].parent
        lines.append("> " * depth + " | ".join(text[a:b] for a, b in quotation.words))
    return lines


class _Line(Block):
    @property
    def end(self) -> int:
        return self.start + len(self.tokens.text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“No,” she said.", ["No,"]),
        ('"No," she said. "Never."', ["No,", "Never."]),
        ("‘No,’ she said.", ["No,"]),
        ("'No,' she said.", ["No,"]),
        ("„Nein“, sagte er.", ["Nein"]),
        ("«Non», dit-il.", ["Non"]),
        ("``No,'' she said.", ["No,"]),
        ("''No,'' she said.", ["No,"]),
        ("“He said ‘no’ to me.”", ["He said ‘no’ to me.", "> no"]),
        ("\"He said 'no.'\"", ["He said 'no.'", "> no."]),
        ("“He said “no” to me.”", ["He said “no” to me.", "> no"]),
    ],
)
def test_marks_of_all_kinds(text: str, expected: list[str]) -> None:
    assert marked(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "It's the mayors' bridge.",
        "Rock ’n’ roll of the ’90s.",
        "He is 5'10\" tall.",
        "The engineers’ guild wasn’t asked.",
    ],
)
def test_apostrophes_and_inches_are_no_marks(text: str) -> None:
    assert marked(text) == []


def test_a_plural_possessive_does_not_close_a_quotation() -> None:
    assert marked("She spoke of ‘the engineers’ bridge’ again.") == ["the engineers’ bridge"]


def test_a_quotation_goes_on_where_the_next_paragraph_opens_again() -> None:
    assert marked("“One.\n“Two ‘in’.\n“Three.” End.") == ["One. | Two ‘in’. | Three.", "> in"]


def test_a_quotation_that_never_closes_ends_with_its_paragraph() -> None:
    assert marked("“We left.\nIt rained.") == ["We left."]


def test_a_stray_mark_leaves_the_others_alone() -> None:
    assert marked('A stray " one. The "good" one.') == ["good"]
    assert marked('"Stray one. And a "good" one.') == ["good"]


def test_twenty_thousand_stray_marks_take_no_time() -> None:
    start = time.perf_counter()
    marked(' "a' * 20_000)
    marked("“‘" * 10_000)
    assert time.perf_counter() - start < 5
