"""The word lists keep to the form that the rules rely on."""

from __future__ import annotations

import pytest

from variorum.annotate.reporting import cues


@pytest.mark.parametrize(
    "name",
    ["SAYING", "MANNER", "THINKING", "SHOWING", "TO_DO", "OTHERS_TO_DO", "DOING", "THINGS", "NAMING", "SEEING_AS"],
)
def test_verbs_are_lemmas_in_small_letters(name: str) -> None:
    held = getattr(cues, name)
    assert held and all(w == w.lower() and " " not in w for w in held)


def test_a_verb_that_never_reports_is_in_no_list_of_saying() -> None:
    assert not cues.NEVER & cues.SAYING


def test_prepositions_are_read_from_the_table() -> None:
    assert cues.ABOUT["accuse"] == {"of"}
    assert cues.ABOUT["call"] == {"for"}
