"""Which witnesses have one origin: pairs that are right or wrong, and the number of lines."""

from __future__ import annotations

from builders import attribution, document, edition, span

from variorum.evaluate.gold import Gold, GoldAttribution, GoldStatement
from variorum.evaluate.score import Evaluation, compare
from variorum.model import Line, Reading, Statement

DOCS = tuple(document("It fell.", f"{name}.txt") for name in "abc")
A, B, C = (d.id for d in DOCS)


def readings(prefix: str) -> tuple[Reading, ...]:
    return tuple(
        Reading(id=f"{prefix}{n}", witness=d.id, attributions=(f"{prefix}{n}",), spans=(span(d, "It fell"),))
        for n, d in enumerate(DOCS)
    )


def gold_of(*groups: tuple[str, ...]) -> Gold:
    return Gold(
        names={d.id: d.path for d in DOCS},
        texts={d.id: d.text for d in DOCS},
        entities={},
        attributions={
            f"g{n}": GoldAttribution(id=f"g{n}", doc=d.id, contents=((span(d, "It fell"),),))
            for n, d in enumerate(DOCS)
        },
        statements=(GoldStatement(id="S", label="It fell", readings=readings("g"), relations={}),),
        lines={"S": tuple(map(frozenset, groups))} if groups else {},
    )


def held_against(gold: Gold, *groups: tuple[str, ...]) -> Evaluation:
    made = {n: attribution(d, "It fell") for n, d in enumerate(DOCS)}
    ours = tuple(
        Reading(id=f"r{n}", witness=d.id, attributions=(made[n].id,), spans=made[n].content) for n, d in enumerate(DOCS)
    )
    return compare(
        edition(
            *DOCS,
            attributions=tuple(made.values()),
            statements=(Statement(id="s", label="It fell", readings=ours),),
            lines=(Line(statement="s", groups=groups),),
        ),
        gold,
    )


def test_pairs_of_one_origin_are_counted() -> None:
    result = held_against(gold_of((A, B), (C,)), (A, B, C))
    assert (result["lines"].right, result["lines"].given, result["lines"].wanted) == (1, 3, 1)
    assert (result["lines_counted"].right, result["lines_counted"].given) == (0, 1)


def test_other_groups_in_the_same_number_count_for_the_number_alone() -> None:
    result = held_against(gold_of((A, B), (C,)), (A,), (B, C))
    assert (result["lines"].right, result["lines"].given, result["lines"].wanted) == (0, 1, 1)
    assert result["lines_counted"].right == 1


def test_only_documents_that_both_know_are_compared() -> None:
    result = held_against(gold_of((A, B)), (A, B, C))
    assert (result["lines"].right, result["lines"].given, result["lines"].wanted) == (1, 1, 1)
    assert result["lines_counted"].right == 1


def test_a_gold_that_says_nothing_of_origins_measures_nothing() -> None:
    assert all(m.name != "lines" for m in held_against(gold_of(), (A, B, C)).measures)
