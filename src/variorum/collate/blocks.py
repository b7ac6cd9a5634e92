"""What attributions can be found by: one kind of key a function, each from one attribution alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import combinations

from variorum.collate.profiles import Profile
from variorum.collate.words import FUNCTION_STEMS

# Roots of an attribution that make keys. With nine or twelve for one speaker's words the blocks hold 13 in 1000 more of
# the pairs that are one utterance, but the statements of the train stories get worse: `python bench/blocking.py`.
RAREST = 6
SHINGLE = 4  # words in a row
# Near copies: of MinHash signatures with so many slots, so many in a row are a key. Two texts with half of their
# pairs of words in common share one at 40 in 100, with three quarters at 95, with nine tenths always.
SLOTS, ROWS = 32, 4
IN_A_ROW = 2  # words of which a signature is made
SHORTEST = 6  # words: of fewer, runs say the same
SEED = 4  # of the signatures; any would do, but it must not change

Key = tuple[str | int, ...]


def by_runs(profile: Profile) -> Iterator[Key]:
    """Runs of words; what is shorter is a run by itself."""
    for n in range(max(1, len(profile.stems) - SHINGLE + 1)):
        yield profile.stems[n : n + SHINGLE]


def by_two_words(profile: Profile) -> Iterator[Key]:
    """Two of its rarest words."""
    yield from combinations(rare(profile), 2)


def by_word(profile: Profile) -> Iterator[Key]:
    """One of its rarest words."""
    return ((root,) for root in rare(profile))


def by_speaker_and_word(profile: Profile) -> Iterator[Key]:
    """Who speaks, with one of the rarest words."""
    speaker = profile.attribution.speaker
    return ((speaker, root) for root in rare(profile) if speaker)


def by_occasion_and_word(profile: Profile) -> Iterator[Key]:
    """Where it was said, with one of the rarest words."""
    occasion = profile.attribution.occasion
    return ((occasion, root) for root in rare(profile) if occasion)


def by_speaker_and_audience(profile: Profile) -> Iterator[Key]:
    """Who speaks to whom."""
    speaker = profile.attribution.speaker
    return ((speaker, listener) for listener in profile.attribution.audience if speaker)


def by_occasion_and_audience(profile: Profile) -> Iterator[Key]:
    """Where it was said to whom."""
    occasion = profile.attribution.occasion
    return ((occasion, listener) for listener in profile.attribution.audience if occasion)


def by_speaker_and_occasion(profile: Profile) -> Iterator[Key]:
    """Who speaks where."""
    speaker, occasion = profile.attribution.speaker, profile.attribution.occasion
    if speaker and occasion:
        yield speaker, occasion


def by_number(profile: Profile) -> Iterator[Key]:
    """Two numbers, or one with one of the rarest words."""
    numbers = sorted(profile.numbers)
    yield from combinations(numbers, 2)
    yield from ((number, root) for number in numbers for root in rare(profile) if root not in profile.numbers)


def by_likeness(profile: Profile) -> Iterator[Key]:
    """The wording as a whole: bands of a MinHash signature (Broder 1997; Indyk and Motwani 1998)."""
    stems = profile.stems
    if len(stems) < SHORTEST:
        return
    from rensa import RMinHash

    signature = RMinHash(num_perm=SLOTS, seed=SEED)
    signature.update([" ".join(stems[n : n + IN_A_ROW]) for n in range(len(stems) - IN_A_ROW + 1)])
    slots = signature.digest()
    for n in range(0, SLOTS, ROWS):
        yield n, *slots[n : n + ROWS]


def rare(profile: Profile) -> list[str]:
    """The roots that tell most of an attribution, in alphabetical order."""
    ranked = sorted(profile.weights, key=lambda root: (-profile.weights[root], root))
    return sorted(root for root in ranked[:RAREST] if root not in FUNCTION_STEMS)


BLOCKS: Mapping[str, Callable[[Profile], Iterator[Key]]] = {
    "run": by_runs,
    "words": by_two_words,
    "word": by_word,
    "speaker and word": by_speaker_and_word,
    "occasion and word": by_occasion_and_word,
    "speaker and audience": by_speaker_and_audience,
    "occasion and audience": by_occasion_and_audience,
    "speaker and occasion": by_speaker_and_occasion,
    "number": by_number,
    "likeness": by_likeness,
}
