"""Which names of speakers may mean one person."""

from __future__ import annotations

import pytest
from builders import actor

from variorum.collate.people.voices import Kinship, kinship, voice

CASES: list[tuple[str, str, str, str, Kinship]] = [
    ("Mara Sale", "person", "Joss Orten", "person", "other"),
    ("Mara Sale", "person", "Sale", "person", "part of the name"),
    ("Mara Sale", "person", "Sale", "organization", "part of the name"),
    ("Mara Sale", "person", "the Skerrian premier", "person", "described"),
    ("Mara Sale", "person", "Premier", "person", "described"),
    ("the Skerrian premier", "person", "premier of Skerria", "person", "described"),
    ("the mayor", "person", "the caretaker", "person", "other"),
    ("Mara Sale's father", "person", "Mara Sale", "person", "other"),
    ("Mara Sale", "person", "Mara Sale's cabinet", "organization", "kindred"),
    ("Mara Sale", "person", "Skerria", "place", "kindred"),
    ("Skerria", "place", "the Skerrian side", "group", "described"),
    ("the harbour council", "group", "the tax office", "organization", "other"),
    ("spokesman for the harbour council", "person", "the harbour council", "group", "speaks for"),
    ("the harbour council's lawyer", "person", "the tax office", "organization", "kindred"),
    ("the two sides", "group", "the parties", "group", "described"),
    ("the minutes", "document", "Mara Sale", "person", "kindred"),
]


@pytest.mark.parametrize(("left", "left_kind", "right", "right_kind", "expected"), CASES)
def test_only_two_names_that_differ_make_two_people(
    left: str, left_kind: str, right: str, right_kind: str, expected: Kinship
) -> None:
    x, y = voice(actor(left, left_kind)), voice(actor(right, right_kind))
    assert kinship(x, y) == kinship(y, x) == expected


def test_an_actor_is_himself() -> None:
    sale = voice(actor("Mara Sale"))
    assert kinship(sale, sale) == "same"
