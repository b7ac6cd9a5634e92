"""Sentences that the same witnesses give one after the other become one statement, found by what they share."""

from __future__ import annotations

import random

import pytest

from variorum.collate.parts import _are_one, _is_beside, _joined, _settled
from variorum.model import Span


def plainly(told):
    """Each compared with all that were kept before it."""
    kept = []
    for parts in sorted(told, key=lambda p: (-len(p), sorted(p.items()))):
        shared = (k for k in kept if parts.keys() & k.keys())
        home = next((k for k in shared if _are_one(parts, k) and _is_beside(parts, k)), None)
        if home is None:
            home = {}
            kept.append(home)
        for key, spans in parts.items():
            home[key] = tuple(sorted({*home.get(key, ()), *spans}))
    return kept


def test_a_witness_who_stops_early_belongs_to_those_who_go_on():
    first = {"x": (Span("a", 0, 20),), "y": (Span("b", 0, 20),)}
    second = {"x": (Span("a", 22, 40),)}
    assert _joined([second, first]) == [{"x": (Span("a", 0, 20), Span("a", 22, 40)), "y": (Span("b", 0, 20),)}]


def test_a_first_sentence_joins_when_the_second_has_joined_the_third():
    told = [{"x": (Span("a", 22 * n, 22 * n + 20),), "y": (Span("b", 22 * n, 22 * n + 20),)} for n in range(5)]
    told[-1]["z"] = (Span("c", 0, 20),)
    (whole,) = _settled(told)
    assert len(whole["x"]) == len(whole["y"]) == 5
    assert whole["z"] == (Span("c", 0, 20),)


def test_a_sentence_between_two_of_a_statement_belongs_to_it():
    outer = {"x": (Span("a", 0, 60), Span("a", 100, 160)), "y": (Span("b", 0, 60), Span("b", 100, 160))}
    inner = {"x": (Span("a", 61, 99),), "y": (Span("b", 61, 99),)}
    (whole,) = _joined([outer | {"z": (Span("c", 0, 60),)}, inner])
    assert whole["x"] == (Span("a", 0, 60), Span("a", 61, 99), Span("a", 100, 160))


def test_sentences_that_few_witnesses_share_stay_two():
    first = {key: (Span(key, 0, 20),) for key in "uvxy"}
    second = {key: (Span(key, 22, 40),) for key in "xyzw"}
    assert len(_joined([first, second])) == 2
    nearly = {key: (Span(key, 22, 40),) for key in "vxyz"}
    assert len(_joined([first, nearly])) == 1


@pytest.mark.parametrize("seed", range(20))
def test_it_is_the_same_as_comparing_all_with_all(seed):
    chance = random.Random(seed)
    told = []
    for _ in range(40):
        keys = chance.sample("uvwxyz", chance.randint(1, 4))
        starts = [chance.randrange(0, 400, 20) for _ in keys]
        told.append({key: (Span(key, at, at + 15),) for key, at in zip(keys, starts, strict=True)})
    assert _joined(told) == plainly(told)
    assert len(_joined(told)) < len(told)
