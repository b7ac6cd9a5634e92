"""Affirmed, denied, asked about."""

from __future__ import annotations

import pytest
from drafting import by_cue


@pytest.mark.parametrize(
    ("text", "cue", "polarity"),
    [
        ("Hale said that the bridge was safe.", "said", "affirmed"),
        ("Hale did not say that the bridge was safe.", "did not say", "denied"),
        ("Hale never said that the bridge was safe.", "never said", "denied"),
        ("Hale did not mention the offer of a bribe, but Berg said that it was made.", "said", "affirmed"),
        ("Nobody said that the bridge was safe.", "said", "denied"),
        ("Hale denied that the bridge was safe.", "denied", "affirmed"),
        ("Hale does not think that the bridge is safe.", "does not think", "affirmed"),
        ("Did Hale say that the bridge was safe?", "say", "questioned"),
    ],
)
def test_polarity_of_the_act_of_saying(text: str, cue: str, polarity: str) -> None:
    assert by_cue(text, cue).polarity == polarity
