"""Speakers as the other witnesses of the very same words name them.

A quotation that several documents give word for word has one speaker, whatever one of them (or a reader of it) makes of
its name: so that the doubtful name does not keep its versions apart, the others' speaker is compared in its place. The
attribution keeps its own: that two witnesses name two speakers is shown as a conflict.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from variorum.collate.people.voices import Voice, kinship
from variorum.collate.profiles import Profile, Profiles
from variorum.collate.words import longest_run

LONG = 8  # words in a row that two people would not hit on, and that nobody repeats as a phrase
WHOLE = 0.75  # of the words of the shorter one that must stand in this row
MORE = 2  # times as many documents must give the words to one speaker as to all others

Pair = tuple[str, str]


def speakers(pairs: Iterable[Pair], profiles: Profiles) -> dict[str, Voice]:
    """Profile key -> the speaker to compare instead of its own, for the quotations that others give to another."""
    found: dict[str, Voice] = {}
    for keys in _same_words(pairs, profiles):
        chief = _chief([profiles[key] for key in keys])
        for key in keys if chief else ():
            own = profiles[key].speaker
            if chief and (own is None or kinship(own, chief) == "other"):
                found[key] = chief
    return found


def _same_words(pairs: Iterable[Pair], profiles: Profiles) -> list[list[str]]:
    """Keys of quotations that have their words in common, in groups of at least two."""
    leader: dict[str, str] = {}

    def lead(key: str) -> str:
        while leader.setdefault(key, key) != key:
            key = leader[key]
        return key

    for left, right in pairs:
        if are_verbatim(profiles[left], profiles[right]):
            one, other = sorted((lead(left), lead(right)))
            leader[other] = one
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for key in sorted(leader):
        groups[lead(key)].append(key)
    return [groups[key] for key in sorted(groups)]


def are_verbatim(left: Profile, right: Profile) -> bool:
    """Whether two quotations of two documents have a long row of words in common, and little else."""
    if left.doc == right.doc or not (left.attribution.quoted and right.attribution.quoted):
        return False
    if left.children or right.children:
        return False  # the words may be what somebody reports in it: then its speaker is the reporter
    shorter = min(len(left.stems), len(right.stems))
    if shorter < LONG:
        return False
    return longest_run(left.stems, right.stems)[2] >= max(LONG, WHOLE * shorter)


def _chief(told: Iterable[Profile]) -> Voice | None:
    """The speaker to whom most documents give the words, by far; None where there is none."""
    voices: dict[str, Voice] = {}
    docs: defaultdict[str, set[str]] = defaultdict(set)
    for profile in told:
        if profile.speaker is not None and profile.speaker.is_named:
            voices[profile.speaker.id] = profile.speaker
            docs[profile.speaker.id].add(profile.doc)
    counts = Counter({key: len(given) for key, given in docs.items()})
    ranked = sorted(counts, key=lambda key: (-counts[key], key))
    if not ranked:
        return None
    others = sum(counts[key] for key in ranked[1:])
    return voices[ranked[0]] if counts[ranked[0]] >= MORE * others else None
