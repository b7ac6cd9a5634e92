"""Pairs of attributions worth comparing: those that meet in some block, never all with all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from variorum.collate.profiles import Profile, Profiles
from variorum.collate.words import FUNCTION_STEMS

# Attributions in one block: a key that more of them share tells little, and its pairs would grow with the square.
LARGEST = 60
LARGEST_OF_WORD = 12  # for a single word, whoever says it
RAREST = 6  # roots of an attribution that make keys
SHINGLE = 4  # words in a row

Key = tuple[str, ...]


def candidates(profiles: Profiles) -> Iterator[tuple[str, str]]:
    """Pairs of profiles' keys (left < right) in order, each once: those that share a key which few others have.

    Neighbours in the telling, and the reports around, of two that share a run of words are compared too:
    a short answer has no words by which it could be found.
    """
    found: set[tuple[str, str]] = set()
    for key, members in sorted(_blocks(profiles).items()):
        if len(members) > (LARGEST_OF_WORD if key[0] == "word" else LARGEST):
            continue
        for left, right in combinations(sorted(members), 2):
            found.add((left, right))
            if key[0] in ("run", "speaker and word", "words"):
                found.update(_beside(profiles[left], profiles[right], profiles))
    yield from sorted(found)


def _blocks(profiles: Profiles) -> dict[Key, set[str]]:
    blocks: dict[Key, set[str]] = defaultdict(set)
    for profile in profiles:
        for key in keys(profile):
            blocks[key].add(profile.key)
    return blocks


def keys(profile: Profile) -> Iterator[Key]:
    """What an attribution can be found by: runs of words, rare words, people and occasion."""
    speaker, occasion = profile.attribution.speaker or "", profile.attribution.occasion or ""
    for n in range(max(1, len(profile.stems) - SHINGLE + 1)):
        yield "run", *profile.stems[n : n + SHINGLE]
    rare = sorted(profile.weights, key=lambda root: (-profile.weights[root], root))
    rare = sorted(root for root in rare[:RAREST] if root not in FUNCTION_STEMS)
    for pair in combinations(rare, 2):
        yield "words", *pair
    for root in rare:
        yield "word", root
        if speaker:
            yield "speaker and word", speaker, root
        if occasion:
            yield "occasion and word", occasion, root
    for listener in sorted(profile.attribution.audience):
        if speaker:
            yield "speaker and audience", speaker, listener
        if occasion:
            yield "occasion and audience", occasion, listener
    if speaker and occasion:
        yield "speaker and occasion", speaker, occasion


def _beside(left: Profile, right: Profile, profiles: Profiles) -> Iterator[tuple[str, str]]:
    """What stands beside or around two attributions, paired in the same way."""
    parents = (left.attribution.parent, right.attribution.parent)
    for (x, y), end in (((left.before, right.before), -1), ((left.after, right.after), 0), (parents, 0)):
        if x in profiles.keys_of and y in profiles.keys_of and x != y:
            first, second = sorted((profiles.keys_of[x or ""][end], profiles.keys_of[y or ""][end]))
            yield first, second
