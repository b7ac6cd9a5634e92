"""Likeness of meaning: other words for one thing are nearer than other things, and nothing depends on company."""

from __future__ import annotations

import shutil
from itertools import permutations
from pathlib import Path

import pytest
from tellings import said, story

from variorum.collate.meaning.encoder import WEIGHTS, Encoder, shipped
from variorum.collate.meaning.likeness import LONGEST, WordByWord
from variorum.collate.meaning.surplus import EXPECTED, OF_ANY_TWO, surplus
from variorum.collate.profiles import Profiles
from variorum.errors import PartError
from variorum.model import Edition


def made(*told: str) -> Edition:
    return story(*(said(words, words, f"{n}.txt") for n, words in enumerate(told)))


def likeness(edition: Edition, left: str, right: str) -> float:
    profiles = Profiles(edition)
    by_words = {profiles.lookup.documents[p.doc].text: p for p in profiles}
    return WordByWord(profiles)(by_words[left], by_words[right])


REFUSAL = "the skipper would not take the ferry out with that load on the deck"
OTHER = "the captain refused to sail while the cargo stood there"
AFTERWARDS = "his daughter should have the house and the garden behind the mill"


def test_the_same_words_are_as_like_as_can_be() -> None:
    assert (
        likeness(story(said(REFUSAL, REFUSAL, "a.txt"), said(f"{REFUSAL}.", REFUSAL, "b.txt")), REFUSAL, f"{REFUSAL}.")
        > 0.99
    )


def test_other_words_for_one_thing_are_nearer_than_another_thing() -> None:
    edition = made(REFUSAL, OTHER, AFTERWARDS)
    assert likeness(edition, REFUSAL, OTHER) > likeness(edition, REFUSAL, AFTERWARDS) + 0.05


def test_either_order_gives_one_likeness() -> None:
    edition = made(REFUSAL, OTHER)
    assert likeness(edition, REFUSAL, OTHER) == likeness(edition, OTHER, REFUSAL)


def test_the_order_of_documents_does_not_matter() -> None:
    found = {likeness(made(*order), REFUSAL, OTHER) for order in permutations([REFUSAL, OTHER, AFTERWARDS])}
    assert len(found) == 1


def test_the_cue_is_read_too() -> None:
    bare = story(said("he refused to sail", "to sail", "a.txt"), said("he agreed to sail", "to sail", "b.txt"))
    cued = story(
        said("he refused to sail", "to sail", "a.txt", cue="refused"),
        said("he agreed to sail", "to sail", "b.txt", cue="agreed"),
    )
    words = ("he refused to sail", "he agreed to sail")
    assert likeness(cued, *words) < likeness(bare, *words)


def test_a_quotation_without_end_is_read_as_far_as_it_tells() -> None:
    endless = "very " * 5000 + "long"
    assert likeness(made(endless, OTHER), endless, OTHER) < 0.5
    assert len(shipped().vectors(shipped().subwords(endless)[:LONGEST])) == LONGEST


@pytest.mark.parametrize("odd", ["——", "\ufffd\ufffd", "漢字", "a\u0300" * 40, "\u200b x"])
def test_odd_characters_break_nothing(odd: str) -> None:
    assert 0 <= likeness(made(f"{odd} the ferry {odd}", OTHER), f"{odd} the ferry {odd}", OTHER) <= 1


def test_vectors_have_length_one() -> None:
    found = shipped().vectors(shipped().subwords("The ferry stayed in the harbour."))
    assert all(abs(float((v.astype(float) ** 2).sum()) - 1) < 0.01 for v in found)


def test_changed_weights_are_refused(tmp_path: Path) -> None:
    for name in ("SHA256SUMS", "tokenizer.json"):
        shutil.copy(WEIGHTS / name, tmp_path / name)
    (tmp_path / "network.onnx").write_bytes(b"another network")
    with pytest.raises(PartError, match=r"network\.onnx is not the file that was shipped"):
        Encoder(tmp_path)


def test_missing_weights_are_named(tmp_path: Path) -> None:
    with pytest.raises(PartError, match="SHA256SUMS cannot be read"):
        Encoder(tmp_path)


def test_surplus_is_what_words_do_not_explain() -> None:
    assert surplus(OF_ANY_TWO, {}) == 0
    assert surplus(OF_ANY_TWO + EXPECTED["same words"], {"same words": 1.0}) == pytest.approx(0)
    assert surplus(0.9, {}) == 1 and surplus(0.0, {"same words": 1.0}) == -1
