"""Blocks propose the pairs that are worth a look, and never all."""

from __future__ import annotations

from dataclasses import replace

from builders import document
from tellings import ORTEN, RECALL, SALE, TALK, exchange, said, story

from variorum.collate.blocks import BLOCKS, by_likeness, by_number, by_runs
from variorum.collate.candidates import ACROSS, LARGEST, NEAREST, NEIGHBOURS, candidates
from variorum.collate.profiles import Profiles
from variorum.model import Attribution, Edition, Span, Story


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
    (profile,) = Profiles(story(said("Why not?", "Why not?", "a.txt")))
    assert list(by_runs(profile)) == [("whi", "not")]


def test_a_number_is_a_key_with_a_word_and_with_another_number() -> None:
    (profile,) = Profiles(story(said("7 cranes and 30 tons", "7 cranes and 30 tons", "a.txt")))
    assert {("30", "7"), ("7", "crane"), ("30", "ton")} <= set(by_number(profile))


def test_two_numbers_that_both_give_are_enough() -> None:
    made = story(
        said("from 1931 to 1934", "from 1931 to 1934", "a.txt", None),
        said("till 1934, since 1931", "till 1934, since 1931", "b.txt", ORTEN),
    )
    assert list(candidates(Profiles(made), ["number"])) == tried(made)
    assert len(tried(made)) == 1


LINE = "the old harbour of the town will stay closed to every ship until the ice has gone for good"


def likenesses(text: str) -> set[tuple[str | int, ...]]:
    (profile,) = Profiles(story(said(text, text, "a.txt")))
    return set(by_likeness(profile))


def test_near_copies_share_a_likeness_and_other_texts_none() -> None:
    assert likenesses(LINE) & likenesses(LINE.replace("old", "new"))
    assert not likenesses(LINE) & likenesses("nobody in this country has ever paid a toll for a road that he built")
    assert likenesses("why not") == set()


def copies(size: int) -> Edition:
    """One line in so many documents, with one word changed in every third."""
    texts = [
        LINE.replace("ship", f"{chr(97 + n // 26)}{chr(97 + n % 26)}boat") if n % 3 == 0 else LINE for n in range(size)
    ]
    return story(*(said(text, text, f"{n}.txt") for n, text in enumerate(texts)))


def test_a_line_in_many_documents_is_tried_with_its_neighbours_only() -> None:
    size = 4 * LARGEST
    profiles = Profiles(copies(size))
    kinds = [kind for kind in BLOCKS if kind != "likeness"]
    assert list(candidates(profiles, kinds)) == []  # all its blocks are too large
    pairs = list(candidates(profiles))
    assert {key for pair in pairs for key in pair} == set(profiles.by_key)
    assert size * NEIGHBOURS / 2 < len(pairs) <= size * NEAREST


def mixed(shared: int) -> Edition:
    """Two documents of two stories, that share so many rare words and nothing else."""
    words = " ".join(("crane", "toll", "ferry")[:shared])
    made = story(
        said(f"{words} fell", f"{words} fell", "a.txt", None), said(f"so {words}", f"so {words}", "b.txt", ORTEN)
    )
    return replace(made, stories=tuple(Story(id=f"y{d.id}", label="", documents=(d.id,)) for d in made.documents))


def test_two_of_two_stories_must_meet_more_than_once() -> None:
    assert tried(replace(mixed(1), stories=())) != []
    assert tried(mixed(1)) == []
    assert tried(mixed(2)) != []  # two words, each alone and both together: three meetings
    assert ACROSS == 3
