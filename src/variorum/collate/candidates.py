"""Pairs of attributions worth comparing: those that meet in some block, never all with all.

A block holds the attributions that share a key of one kind (`collate/blocks.py`). Two may meet in several; those that
one meets oftenest are its nearest, and no more than so many of them are proposed, as in the pruning of nodes of
Papadakis et al. 2014 ("Meta-Blocking"). So pairs grow with the attributions, not with their square.
"""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from variorum.collate.blocks import BLOCKS, Key
from variorum.collate.profiles import Profile, Profiles

# Attributions in one block: a key that more of them share tells little, and its pairs would grow with the square.
LARGEST = 60
LARGEST_OF_WORD = 12  # for a single word, whoever says it
# Near copies are one utterance however many there are: of a larger block, each meets so many before and behind it.
NEIGHBOURS = 30
# Proposed of what one attribution meets. With 30, 3 in 100 of the pairs of one utterance in examples/halven are lost,
# where hardly more than two people speak; with 60 none of four matters (`python bench/blocking.py`).
NEAREST = 60
# Of these, by what stands beside and around them too. With 5 a statement of the train stories is lost.
NEAREST_BESIDE = 20
ACROSS = 3  # meetings that two need whose documents belong to two stories; of 30,000 made ones this loses none
WORDY = frozenset(["run", "words", "speaker and word"])  # keys that show that two tell the same, not only of the same

Block = Sequence[int]


def candidates(profiles: Profiles, kinds: Iterable[str] = tuple(BLOCKS)) -> Iterator[tuple[str, str]]:
    """Pairs of profiles' keys (left < right) in order, each once: each with those that it meets oftenest.

    Neighbours in the telling, and the reports around, of two that share words are compared too: a short answer has no
    words by which it could be found. `kinds` of blocks are all, but where these themselves are measured.
    """
    import numpy as np

    told = list(profiles)
    number = {profile.key: n for n, profile in enumerate(told)}
    found = array("q", (min(n, m) * len(told) + max(n, m) for n, m in _met(told, profiles, number, kinds)))
    for pair in np.unique(np.frombuffer(found, dtype=np.int64)).tolist() if found else ():
        yield told[pair // len(told)].key, told[pair % len(told)].key


def _met(
    told: Sequence[Profile], profiles: Profiles, number: dict[str, int], kinds: Iterable[str]
) -> Iterator[tuple[int, int]]:
    """Numbers of profiles that meet, in any order and perhaps more than once."""
    wordy, others = _blocks_of(told, WORDY.intersection(kinds)), _blocks_of(told, set(kinds) - WORDY)
    for n, profile in enumerate(told):
        times: Counter[int] = Counter()
        for block in wordy[n]:
            times.update(block)
        alike = set(times)
        for block in others[n]:
            times.update(block)
        del times[n]
        met = (m for m, often in times.items() if often >= ACROSS or told[m].story == profile.story)
        nearest = sorted(met, key=lambda m: (-times[m], m))[:NEAREST]
        yield from ((n, m) for m in nearest)
        for m in nearest[:NEAREST_BESIDE]:
            if m in alike:
                yield from ((number[x], number[y]) for x, y in _beside(profile, told[m], profiles))


def _blocks_of(told: Sequence[Profile], kinds: Iterable[str]) -> list[list[Block]]:
    """For each profile, by number, the blocks in which it meets others; kind by kind, since the keys take room."""
    found: list[list[Block]] = [[] for _ in told]
    for kind in sorted(kinds):
        members: dict[Key, list[int]] = defaultdict(list)
        for n, profile in enumerate(told):
            for key in set(BLOCKS[kind](profile)):
                members[key].append(n)
        for block in members.values():
            for n, met in _meetings(kind, block, told) if len(block) > 1 else ():
                found[n].append(met)
    return found


def _meetings(kind: str, block: list[int], told: Sequence[Profile]) -> Iterator[tuple[int, Block]]:
    """Each member of a block with those that it meets there: all, or none where the block is too large.

    A large block of near copies is put in the order of its words, and each meets those next to it.
    """
    if len(block) <= (LARGEST_OF_WORD if kind == "word" else LARGEST):
        yield from ((n, block) for n in block)
    elif kind == "likeness":
        ordered = sorted(block, key=lambda n: (told[n].stems, n))
        for at, n in enumerate(ordered):
            yield n, ordered[max(0, at - NEIGHBOURS) : at + NEIGHBOURS + 1]


def _beside(left: Profile, right: Profile, profiles: Profiles) -> Iterator[tuple[str, str]]:
    """What stands beside or around two attributions, paired in the same way."""
    parents = (left.attribution.parent, right.attribution.parent)
    for (x, y), end in (((left.before, right.before), -1), ((left.after, right.after), 0), (parents, 0)):
        if x in profiles.keys_of and y in profiles.keys_of and x != y:
            yield profiles.keys_of[x or ""][end], profiles.keys_of[y or ""][end]
