"""Which reports are placed on one occasion: pairs that are right, wrong, or open."""

from __future__ import annotations

from builders import attribution, document, edition, span

from variorum.evaluate.gold import Gold, GoldAttribution
from variorum.evaluate.score import Evaluation, compare
from variorum.model import Occasion

DOC = document("It fell. It burned. It stood.")
OTHER = document("It was lost.", "b.txt")
PLACES = {"fell": DOC, "burned": DOC, "stood": DOC, "was lost": OTHER}


def gold_of(placed: dict[str, str | None], **more: object) -> Gold:
    return Gold(
        names={d.id: d.path for d in (DOC, OTHER)},
        texts={d.id: d.text for d in (DOC, OTHER)},
        entities={},
        attributions={
            words: GoldAttribution(
                id=words, doc=PLACES[words].id, contents=((span(PLACES[words], words),),), occasion=occasion
            )
            for words, occasion in placed.items()
        },
        **more,  # type: ignore[arg-type]
    )


def held_against(gold: Gold, placed: dict[str, str | None]) -> Evaluation:
    names = sorted({o for o in placed.values() if o})
    return compare(
        edition(
            DOC,
            OTHER,
            attributions=tuple(attribution(PLACES[w], w, occasion=o) for w, o in placed.items()),
            occasions=tuple(Occasion(id=name, kind="meeting", label=name) for name in names),
        ),
        gold,
    )


def test_pairs_placed_together_are_counted_whatever_the_occasions_are_called() -> None:
    gold = gold_of({"fell": "DINNER", "burned": "DINNER", "stood": "CALL", "was lost": "DINNER"})
    result = held_against(gold, {"fell": "o1", "burned": "o1", "stood": "o1", "was lost": "o2"})
    assert (result["occasions"].right, result["occasions"].given, result["occasions"].wanted) == (1, 3, 3)
    assert (result["occasions_cross"].given, result["occasions_cross"].wanted) == (0, 2)


def test_what_has_no_occasion_is_missed_and_counts_in_no_pair() -> None:
    gold = gold_of({"fell": "DINNER", "burned": "DINNER", "stood": None})
    result = held_against(gold, {"fell": "o1", "burned": None, "stood": "o1"})
    assert (result["occasions"].given, result["occasions"].wanted) == (0, 1)
    assert (result["occasions_placed"].found, result["occasions_placed"].wanted) == (1, 2)
    (missed,) = next(m for m in result.measures if m.name == "occasions_placed").missed
    assert (missed.words, missed.note) == ("burned", "gold DINNER, given none")


def test_two_occasions_that_may_be_one_may_be_merged() -> None:
    placed = {"fell": "o1", "burned": "o1"}
    gold = {"fell": "DINNER", "burned": "TALK"}
    assert held_against(gold_of(gold), placed)["occasions"].precision == 0
    open_ = gold_of(gold, perhaps_one=frozenset({frozenset({"DINNER", "TALK"})}))
    assert held_against(open_, placed)["occasions"].given == 0


def test_a_gold_without_occasions_measures_none() -> None:
    names = [m.name for m in held_against(gold_of({"fell": None}), {"fell": "o1"}).measures]
    assert not [name for name in names if name.startswith("occasions")]
