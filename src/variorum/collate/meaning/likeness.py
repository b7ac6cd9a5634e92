"""How alike two attributions are in meaning, word for word, whatever words they choose."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from functools import lru_cache
from math import log
from typing import TYPE_CHECKING, Any

from variorum.collate.meaning.encoder import Encoder, shipped
from variorum.collate.profiles import Profile, Profiles

if TYPE_CHECKING:
    from numpy.typing import NDArray

LONGEST_CUE, LONGEST = 12, 60  # subwords that are read of a cue, and of what was said
PRIOR = 60  # as if so many more attributions had been read: else rarity in a small edition says nothing
LEAST = 0.05  # the weight of what nearly all of them have
HELD = 4000  # attributions whose vectors are kept, about 80 MB
DIGITS = 4  # of a likeness

Likeness = Callable[[Profile, Profile], float]


class WordByWord:
    """Compares attributions word by word (Zhang et al. 2020, BERTScore), each with its cue: "refused to sail".

    Each piece of a word looks for the one most like it on the other side; the mean over both sides, rare pieces
    counting more. 1 is the same words in the same surroundings, about 0.2 what has nothing in common.
    """

    def __init__(self, profiles: Profiles, encoder: Encoder | None = None) -> None:
        self._profiles = profiles
        self._encoder = encoder or shipped()
        self._subwords = {profile.key: self._read(profile) for profile in profiles}
        self._weights = _rarity(self._subwords.values())
        self._vectors = lru_cache(maxsize=HELD)(self._vectors_of)
        self._found: dict[tuple[str, str], float] = {}

    def __call__(self, left: Profile, right: Profile) -> float:
        """How alike the two are, between 0 and 1; the same in either order."""
        x, y = sorted((left.key, right.key))
        if (x, y) not in self._found:
            self._found[x, y] = self._compared(x, y)
        return self._found[x, y]

    def _read(self, profile: Profile) -> tuple[int, ...]:
        text = self._profiles.lookup.documents[profile.doc].text
        cue, content = (
            " ".join(" ".join(text[s.start : s.end] for s in spans).split())
            for spans in (profile.attribution.cue, profile.spans)
        )
        told = self._encoder.subwords(f"{cue}: ")[:LONGEST_CUE] if cue else []
        return (*told, *self._encoder.subwords(content)[:LONGEST])

    def _vectors_of(self, key: str) -> NDArray[Any]:
        return self._encoder.vectors(self._subwords[key])

    def _compared(self, x: str, y: str) -> float:
        import numpy as np

        if not self._subwords[x] or not self._subwords[y]:
            return 0.0
        table = self._vectors(x).astype(np.float32) @ self._vectors(y).astype(np.float32).T
        sides = [
            float(np.average(table.max(axis=axis), weights=[self._weights[n] for n in self._subwords[key]]))
            for key, axis in ((x, 1), (y, 0))
        ]
        return round(max(0.0, sum(sides) / 2), DIGITS)


def _rarity(read: Iterable[tuple[int, ...]]) -> dict[int, float]:
    """Subword -> how much it tells: the logarithm of the share of attributions that have it."""
    held = [frozenset(subwords) for subwords in read]
    counts = Counter(n for subwords in held for n in subwords)
    return {n: max(LEAST, log((len(held) + PRIOR) / (count + 1))) for n, count in counts.items()}
