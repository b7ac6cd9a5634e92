"""The assignment of greatest weight."""

from __future__ import annotations

import random
import time
from itertools import permutations

import pytest

from variorum.evaluate.assignment import assign


def best_by_trial(weights: list[dict[int, int]], columns: int) -> int:
    """The greatest total of all ways to assign, each of them tried; blank columns let a row go without."""
    places = range(columns + len(weights))
    return max(
        sum(row.get(c, 0) for row, c in zip(weights, chosen, strict=True))
        for chosen in permutations(places, len(weights))
    )


@pytest.mark.parametrize("seed", range(60))
def test_no_other_assignment_is_heavier(seed: int) -> None:
    chance = random.Random(seed)
    weights = [{c: chance.randint(1, 9) for c in range(4) if chance.random() < 0.6} for _ in range(4)]
    chosen = assign(weights)
    assert len(set(chosen.values())) == len(chosen)
    assert sum(weights[row][column] for row, column in chosen.items()) == best_by_trial(weights, 4)


def test_the_heavier_whole_beats_the_heaviest_pair() -> None:
    assert assign([{0: 10, 1: 9}, {0: 9}]) == {0: 1, 1: 0}


def test_a_row_without_any_column_goes_without() -> None:
    assert assign([{}, {0: 1}]) == {1: 0}


def test_nothing_to_assign() -> None:
    assert assign([]) == {}


@pytest.mark.parametrize("most", [1, 5, 10**15])
def test_three_hundred_by_three_hundred_takes_little_time(most: int) -> None:
    chance = random.Random(3)
    weights = [{c: chance.randint(1, most) for c in range(300)} for _ in range(300)]
    began = time.process_time()
    assert len(assign(weights)) == 300
    assert time.process_time() - began < 2
