"""Blocks propose the pairs that are worth a look, and never all."""

from __future__ import annotations

from builders import document
from tellings import ORTEN, RECALL, SALE, TALK, exchange, said, story

from variorum.collate.candidates import LARGEST, candidates, keys
from variorum.collate.profiles import Profiles
from variorum.model import Attribution, Edition, Span


def tried(made: Edition) -> list[tuple[str, str]]:
    return list(candidates(Profiles(made)))


def test_a_shared_run_of_words_is_enough() -> None:
    made = story(
        said("and yet it may open soon", "and yet it may open soon", "a.txt", None),
        said("so and yet it may", "so and yet it may", "b.txt", ORTEN),
    )
    assert len(tried(made)) == 1


def test_a_shared_rare_word_of_one_speaker_is_enough() -> None:
    made = story(said("the crane fell", "the crane fell", "a.txt"), said("cranes are old", "cranes are old", "b.txt"))
    assert len(tried(made)) == 1


def test_nothing_in_common_is_not_tried() -> None:
    made = story(said("the crane fell", "the crane fell", "a.txt"), said("no toll", "no toll", "b.txt", ORTEN))
    assert tried(made) == []


def test_one_talk_is_tried_whatever_the_words() -> None:
    more = {"audience": (ORTEN.id,), "occasion": TALK.id}
    made = story(said("Why not?", "Why not?", "a.txt", **more), said("no objection", "no objection", "b.txt", **more))
    assert len(tried(made)) == 1


def test_neighbours_of_what_shares_a_run_are_tried() -> None:
    made = story(
        *(
            exchange(f"Orten said {t}.", t, "if the frozen harbour might open", answer, name, occasion=RECALL.id)
            for name, t, answer in (
                ("a.txt", "he asked if the frozen harbour might open; she said why not", "why not"),
                ("b.txt", "he asked if the frozen harbour might open; she shrugged", "shrugged"),
            )
        )
    )
    answers = tuple(sorted(a.id for a in made.attributions if a.speaker == SALE.id))
    assert answers in tried(made)


def test_pairs_are_sorted_and_each_comes_once() -> None:
    made = story(*(said("ice has no flag", "ice has no flag", f"{n}.txt") for n in range(4)))
    pairs = tried(made)
    assert pairs == sorted(set(pairs))
    assert len(pairs) == 6
    assert all(x < y for x, y in pairs)


def many(size: int) -> Edition:
    """One speaker who says the same common word in ever other company."""
    doc = document("".join(f"harbour thing{n:04} deed{n:04}\n" for n in range(size)), "a.txt")
    width = len("harbour thing0000 deed0000\n")
    spans = [Span(doc.id, n * width, (n + 1) * width - 1) for n in range(size)]
    return story(
        (doc, [Attribution(id=f"t{n:04}", doc=doc.id, content=(s,), speaker=SALE.id) for n, s in enumerate(spans)])
    )


def test_a_block_that_is_too_large_is_left_out() -> None:
    assert len(tried(many(LARGEST))) == LARGEST * (LARGEST - 1) // 2
    assert tried(many(LARGEST + 1)) == []


def test_an_attribution_of_two_words_is_its_own_run() -> None:
    profiles = Profiles(story(said("Why not?", "Why not?", "a.txt")))
    (profile,) = profiles
    assert ("run", "whi", "not") in set(keys(profile)) or ("run", "why", "not") in set(keys(profile))
