"""Reports of one utterance in other words find one another where their meaning is compared."""

from __future__ import annotations

from tellings import SALE, TALK, said, story

from variorum.collate.explanations import explained
from variorum.collate.features import WEIGHTS, Links, measure
from variorum.collate.profiles import Profile, Profiles
from variorum.collate.statements import FeatureFinder, MeaningFinder, grouped
from variorum.config import Settings
from variorum.model import Edition

GONE, LEFT = "that the ferry had gone down in the gale", "the boat sank in the storm"


def made() -> Edition:
    more = {"occasion": TALK.id}
    return story(
        said(f"Sale said {GONE}.", GONE, "a.txt", cue="said", **more),
        said(f"“{LEFT},” said Sale.", LEFT, "b.txt", cue="said", **more),
        said("Sale said that the council had paid for the bread.", "that the council had paid for the bread", "c.txt", **more),
    )  # fmt: skip


def between(edition: Edition, likeness: float | None) -> dict[str, float]:
    profiles = Profiles(edition)
    by_words = {profiles.lookup.documents[p.doc].path: p for p in profiles}
    given = None if likeness is None else (lambda _left, _right: likeness)
    return measure(by_words["a.txt"], by_words["b.txt"], Links(), given)


def together(edition: Edition, finder: FeatureFinder) -> list[list[str]]:
    """The documents of the groups of several reports."""
    profiles = Profiles(edition)
    groups, _ = grouped(profiles, finder._likeness(profiles))
    paths = profiles.lookup.documents
    return [sorted(paths[profiles[key].doc].path for key in group) for group in groups if len(group) > 1]


def test_only_with_the_meaning_other_words_are_found() -> None:
    assert together(made(), FeatureFinder(Settings())) == []
    assert together(made(), MeaningFinder(Settings())) == [["a.txt", "b.txt"]]


def test_a_statement_that_hangs_on_a_weak_link_alone_is_none() -> None:
    assert MeaningFinder(Settings()).find(made()) == ()


def test_more_and_less_likeness_than_the_words_show_are_features_with_weights() -> None:
    more, less, none = (between(made(), likeness) for likeness in (0.6, 0.05, None))
    assert more["more alike in meaning"] == 1 and WEIGHTS["more alike in meaning"] > 0
    assert less["less alike in meaning"] > 0 > WEIGHTS["less alike in meaning"]
    assert not any("meaning" in name for name in none)


def test_of_sure_pairs_the_meaning_is_not_asked() -> None:
    words = "the frozen harbour of the northern islands shall open before the winter storms"
    edition = story(said(words, words, "a.txt", occasion=TALK.id), said(f"{words}.", words, "b.txt", occasion=TALK.id))

    def never(left: Profile, right: Profile) -> float:
        raise AssertionError(f"{left.key} and {right.key} were compared")

    assert measure(*Profiles(edition), Links(), never)


def test_words_that_point_back_have_no_meaning_of_their_own() -> None:
    edition = story(
        said("Sale asked whether they might join.", "whether they might join", "a.txt", SALE, occasion=TALK.id),
        said("Sale raised this topic.", "this topic", "b.txt", SALE, occasion=TALK.id),
    )
    assert not any("meaning" in name for name in measure(*Profiles(edition), Links(), lambda _left, _right: 0.9))


def test_the_reason_is_said_in_words() -> None:
    profiles = Profiles(made())
    left, right = sorted(profiles, key=lambda p: p.key)[:2]
    pair = explained(left, right, {"more alike in meaning": 0.5}, profiles)
    assert "mean more nearly the same" in pair.reasons[0].text


def test_that_scraps_are_alike_tells_less_than_that_sentences_are() -> None:
    scraps = story(
        said("Sale wanted the port." + " The port is full." * 40, "the port", "a.txt", occasion=TALK.id),
        said("Sale asked for the harbour." + " The harbour is full." * 40, "the harbour", "b.txt", occasion=TALK.id),
    )
    assert 0 < between(scraps, 0.8)["more alike in meaning"] < between(made(), 0.8)["more alike in meaning"]
