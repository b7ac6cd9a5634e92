"""What likeness of meaning adds to the words in common: how far it exceeds, or misses, what these let expect."""

from __future__ import annotations

from collections.abc import Mapping

# The likeness that the features of words let expect, by least squares over 4,700 candidates of the train stories in
# two documents, and how far doubtful pairs (log-odds within 4 of even) scatter around it: `python training/surplus.py`.
EXPECTED: dict[str, float] = {
    "same words": 0.984,
    "words within": -0.059,
    "shared matter": -0.118,
    "same run": 0.060,
    "kin words": 0.751,
}
OF_ANY_TWO = 0.275
SPREAD = 0.078
MOST = 3  # spreads: beyond it a likeness tells no more


def surplus(likeness: float, values: Mapping[str, float]) -> float:
    """How much more alike two attributions are than the words they share let expect, between -1 and 1.

    >>> surplus(0.45, {}) > 0.7, surplus(0.45, {"same words": 0.4}) < -0.7
    (True, True)
    """
    expected = OF_ANY_TWO + sum(weight * values.get(name, 0.0) for name, weight in EXPECTED.items())
    return max(-1.0, min(1.0, (likeness - expected) / (MOST * SPREAD)))
