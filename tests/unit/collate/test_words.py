"""Words as compared, and what they weigh."""

from __future__ import annotations

import pytest
from builders import document, edition

from variorum.collate.words import Rarity, Weights, longest_run, plain, stem, words_in
from variorum.model import Region, Span


@pytest.mark.parametrize(
    ("one", "other"),
    [("objects", "objection"), ("Twelve", "12"), ("mayor’s", "Mayor"), ("spoke", "speaking"), ("U.N.", "UN")],
)
def test_forms_of_one_word_have_one_stem(one: str, other: str) -> None:
    assert stem(plain(one)) == stem(plain(other))


@pytest.mark.parametrize(("one", "other"), [("US", "us"), ("equal", "evil"), ("twelve", "thirteen")])
def test_different_words_do_not(one: str, other: str) -> None:
    assert stem(plain(one)) != stem(plain(other))


def test_an_abbreviation_with_points_is_one_word() -> None:
    assert [w.plain for w in words_in("the U.S. side", 0, 13)] == ["the", "US", "side"]


def test_a_rare_word_weighs_more_than_a_common_one_and_that_more_than_a_particle() -> None:
    weight = Rarity([["the", "harbour"]] * 30 + [["the", "crane"]], prior=20)
    assert weight("crane") > weight("harbour") > weight("the") > 0
    assert weight("crane") == 1.0


def test_what_a_document_is_about_weighs_less_in_it() -> None:
    about = document("The crane fell. A crane rose. Cranes are old. This crane is new. No crane here. Crane!", "a.txt")
    others = [document(f"Matter {n} was heard in the old town hall by a few.", f"{n}.txt") for n in range(30)]
    crane = document("A crane was seen. " + "Then it rained for days. " * 20, "c.txt")
    weights = Weights(edition(about, crane, *others))
    assert weights(about.id, "crane") < weights(crane.id, "crane")


def test_boilerplate_is_not_weighed() -> None:
    doc = document("The crane fell.\nSubscribe now", "a.txt", regions=())
    regions = (Region("body", Span(doc.id, 0, 15)), Region("boilerplate", Span(doc.id, 16, 29)))
    marked = document(doc.text, "a.txt", regions=regions)
    assert Weights(edition(marked)).topics(marked.id) == {"crane", "fall"}


def test_the_first_of_the_longest_runs_is_taken() -> None:
    assert longest_run(["a", "b", "x", "a", "b"], ["a", "b"]) == (0, 0, 2)
    assert longest_run([], ["a"]) == (0, 0, 0)
