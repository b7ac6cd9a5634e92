"""What a short answer shows: assent, reserve or refusal."""

from __future__ import annotations

import pytest

from variorum.judge.stance import read_stance

ANSWERS = [
    ("Yes.", "assent"), ("I think so", "assent"), ("Why not?", "assent"), ("I don’t see why not.", "assent"),
    ("I have no objection.", "assent"), ("she was not against it", "assent"), ("he does not object to the sale", "assent"),
    ("she readily agreed", "assent"), ("it cannot be ruled out", "assent"), ("he welcomed the idea", "assent"),
    ("No.", "refusal"), ("Never!", "refusal"), ("Well, no, not now", "refusal"), ("that is not possible", "refusal"),
    ("he turned it down", "refusal"), ("she did not agree", "refusal"), ("it was not welcomed", "refusal"),
    ("Out of the question.", "refusal"), ("the plan was dropped", "refusal"),
    ("the answer was evasive", "reserve"), ("a lukewarm response", "reserve"), ("he did not reply", "reserve"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "attitude"), ANSWERS)
def test_attitude(words, attitude):
    found = read_stance(words)
    assert found and found[0] == attitude


@pytest.mark.parametrize("words", ["the port froze over", "", "No man came to Halm", "forty ships"])
def test_no_stance(words):
    assert read_stance(words) is None
