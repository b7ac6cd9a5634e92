"""From scores to relations."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.annotate.trained.decode import Scores, best_labels, decode, pieces_of, shares
from variorum.annotate.trained.relations import LABELS, NONE, Relation, labels


def certain(relations: list[Relation], length: int) -> Scores:
    """Scores that leave no doubt about these relations."""
    wanted = labels(relations, length)
    tags = np.full((length, len(LABELS)), -20.0)
    heads = np.full((length, length), -20.0)
    sources = np.full((length, length), -20.0)
    for n in range(length):
        tags[n, wanted.tags[n]] = 0
        if wanted.heads[n] != NONE:
            heads[n, wanted.heads[n]] = 0
        if wanted.sources[n] != NONE:
            sources[n, wanted.sources[n]] = 0
    return Scores(tags, np.zeros((7, 7)), np.zeros(7), heads, sources)


SPLIT = Relation(content=((0, 3), (6, 8)), cue=((4, 6),), source=((3, 4),))
SHARED = [
    Relation(content=((2, 4),), cue=((1, 2),), source=((0, 1),)),
    Relation(content=((6, 9),), cue=((5, 6),), source=((0, 1),)),
]


@pytest.mark.parametrize("relations", [[], [SPLIT], SHARED, [Relation(content=((1, 4),))]])
def test_certain_scores_give_their_relations(relations: list[Relation]) -> None:
    found = decode(certain(relations, 10))
    assert [f.relation for f in found] == relations
    assert all(f.confidence > 0.99 for f in found)


def test_a_content_whose_cue_is_far_and_doubtful_is_less_sure() -> None:
    scores = certain([SPLIT], 10)
    scores.heads[6:8, 6] = 0  # the second piece might as well stand by itself
    (found,) = [f for f in decode(scores) if f.relation.cue]
    assert found.confidence < 0.9


def test_a_cue_without_content_is_left_out() -> None:
    assert decode(certain([Relation(content=((2, 3),), cue=((1, 2),))], 4))[0].relation.cue == ((1, 2),)
    scores = certain([Relation(content=((2, 3),), cue=((1, 2),))], 4)
    scores.tags[2] = [0, -20, -20, -20, -20, -20, -20]
    assert decode(scores) == []


def test_no_words_no_relations() -> None:
    assert decode(Scores(np.zeros((0, 7)), np.zeros((7, 7)), np.zeros(7), np.zeros((0, 0)), np.zeros((0, 0)))) == []


def legal(path: tuple[int, ...]) -> bool:
    before = "O"
    for tag in path:
        label = LABELS[tag]
        if label.startswith("I") and before[2:] != label[2:]:
            return False
        before = label
    return True


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10**6), st.integers(1, 4))
def test_the_best_labels_are_those_of_the_slow_search(seed: int, length: int) -> None:
    chance = np.random.default_rng(seed)
    scores = Scores(chance.normal(size=(length, 7)), chance.normal(size=(7, 7)), chance.normal(size=7),
                    np.zeros((length, length)), np.zeros((length, length)))  # fmt: skip

    def value(path: tuple[int, ...]) -> float:
        steps = sum(scores.steps[a, b] for a, b in pairwise(path))
        return scores.starts[path[0]] + steps + sum(scores.tags[n, t] for n, t in enumerate(path))

    best = max((p for p in product(range(7), repeat=length) if legal(p)), key=value)
    assert best_labels(scores) == list(best)


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10**6), st.integers(0, 30))
def test_any_scores_give_relations_of_whole_pieces_once(seed: int, length: int) -> None:
    chance = np.random.default_rng(seed)
    scores = Scores(3 * chance.normal(size=(length, 7)), np.zeros((7, 7)), np.zeros(7),
                    chance.normal(size=(length, length)), chance.normal(size=(length, length)))  # fmt: skip
    found = decode(scores)
    held = [r for f in found for r in (*f.relation.content, *f.relation.cue)]
    assert len(held) == len(set(held))
    wanted = {(p.first, p.last) for p in pieces_of(best_labels(scores))}
    assert {r for f in found for r in (*f.relation.content, *f.relation.cue, *f.relation.source)} <= wanted
    assert all(0 <= f.confidence <= 1 for f in found)


def test_shares_add_up_to_one() -> None:
    made = shares(np.random.default_rng(1).normal(size=(5, 7)))
    assert np.allclose(made.sum(axis=1), 1)
    assert made.shape == (5, 4)
