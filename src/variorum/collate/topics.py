"""What each document is about, and the odds that two of them treat one matter.

A document's topic is its words of matter, weighted by how often it has them, whether its heading does, and how few
other documents have them (tf-idf, Salton and Buckley 1988). Names of people and places need no weight of their own:
few documents share them, and that is what tells. (Tried: names apart from other words, the opening lines apart; neither
did better on stories that the weights had not seen.)
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import log, log1p
from typing import TYPE_CHECKING

from variorum import edtf
from variorum.collate.words import FUNCTION_STEMS, blocks, words_in
from variorum.model import Document

if TYPE_CHECKING:
    import numpy as np

Pair = tuple[str, str]
Features = tuple[float, float, float, float]  # words, words of either title, of both titles, days between

# The log-odds that two documents treat one matter: fitted by `bench/grouping.py --fit`, which also says what the same
# fit is worth on stories that it has not seen.
OF_WORDS, OF_HEADINGS, OF_TITLES, OF_DAYS = 16.0, 5.8, 7.9, -0.55
BEGIN = -5.7
HIGHEST, LOWEST = 4.0, -6.0  # counted at most and at least: one sure pair must not outvote many doubtful ones
# In a small folder that somebody put together two documents treat one matter oftener than in a large one: log-odds at
# one document, and their fall with the logarithm of the number (`bench/grouping.py --folders`).
PRIOR, PRIOR_FALL = 5.2, 0.7
SMALL = 12  # documents: of fewer than these nobody can tell anything by their number

UNREAD = 300  # documents that have none of these words, as if read too: five documents alone give no usable rarity
IN_TITLE = 4  # a word of the title counts as if the text had it so many times more
SHARPNESS = 1.5  # power of a word's rarity
LONGEST_GAP = 365  # days; whoever comes back to a matter after a year may as well come back after twenty
VAGUE = 45  # days; a date of publication that covers more is none
OPENING = 12  # words of matter that stand for the title of a document that has none
TELLING = 30  # words of a document that lead to others
WIDEST = 100  # documents that share a word: one that more have leads to none of them
LEAST_SHARED = 2  # telling words that a pair has in common


@dataclass(frozen=True, slots=True)
class Topic:
    """What one document is about: how often it has each word of matter and where first, those of its title, its day."""

    doc: str
    counts: Counter[str]
    places: dict[str, tuple[int, int]]
    title: frozenset[str]
    day: int | None


def topic(document: Document) -> Topic:
    """The words of matter of a document, by their stems."""
    text = document.text
    words = [w for b in blocks(document) for w in words_in(text, b.start, b.end) if w.stem not in FUNCTION_STEMS]
    counts = Counter(w.stem for w in words)
    places = {w.stem: (w.start, w.end) for w in reversed(words)}
    headline = document.title or ""
    title = frozenset(w.stem for w in words_in(headline, 0, len(headline))) - FUNCTION_STEMS
    counts.update(title - counts.keys())
    opening = frozenset(w.stem for w in words[:OPENING])
    return Topic(document.id, counts, places, title or opening, _day(document.published))


def _day(published: str | None) -> int | None:
    """The day of publication as a number; None where it is not known to the month."""
    days = edtf.bounds(published) if published else None
    if not days or (days[1] - days[0]).days > VAGUE:
        return None
    return (days[0].toordinal() + days[1].toordinal()) // 2


class Topics:
    """The topics of all documents side by side, and what two of them have in common."""

    def __init__(self, documents: Iterable[Document]) -> None:
        import numpy as np

        self.topics = sorted(map(topic, documents), key=lambda t: t.doc)
        held = Counter(stem for t in self.topics for stem in t.counts)
        total = UNREAD + len(self.topics) + 1
        self.rarity = {stem: log(total / (number + 0.5)) for stem, number in sorted(held.items())}
        self._place = {stem: n for n, stem in enumerate(self.rarity)}
        self._rows = [self._row(t) for t in self.topics]
        self._titles = {t.doc: _unit({s: self.rarity[s] for s in sorted(t.title)}) for t in self.topics}
        self._open = np.zeros(len(self.rarity))  # one document's weights laid out, to be met by many others
        self.prior = PRIOR - PRIOR_FALL * log(max(SMALL, len(self.topics)))

    def weights(self, topic: Topic) -> dict[str, float]:
        """How much each word tells of what the document is about, before they are brought to one length."""
        return {
            stem: (1 + log(number + IN_TITLE * (stem in topic.title))) * self.rarity[stem] ** SHARPNESS
            for stem, number in topic.counts.items()
        }

    def telling(self, topic: Topic) -> tuple[str, ...]:
        """The words that tell most of what the document is about, the most telling first."""
        weights = self.weights(topic)
        return tuple(sorted(weights, key=lambda stem: (-weights[stem], stem))[:TELLING])

    def candidates(self) -> Iterator[tuple[int, list[int]]]:
        """Each document's number with those of later ones that share some of its telling words or it of theirs."""
        having: dict[str, list[int]] = defaultdict(list)
        for n, one in enumerate(self.topics):
            for stem in one.counts:
                having[stem].append(n)
        leading: dict[str, set[int]] = defaultdict(set)
        for n, one in enumerate(self.topics):
            for stem in self.telling(one):
                if len(having[stem]) <= WIDEST:
                    leading[stem].add(n)
        for n, one in enumerate(self.topics):
            shared: Counter[int] = Counter()
            for stem in one.counts.keys() & leading.keys():
                shared.update(having[stem] if n in leading[stem] else leading[stem])
            yield n, sorted(m for m, number in shared.items() if m > n and number >= LEAST_SHARED)

    def log_odds(self) -> dict[Pair, float]:
        """Pairs of documents (left < right) that may treat one matter, with the log-odds that they do."""
        found = {}
        for n, others in self.candidates():
            for m, features in zip(others, self.features(n, others), strict=True):
                found[self.topics[n].doc, self.topics[m].doc] = round(odds(features) + self.prior, 6)
        return found

    def features(self, n: int, others: Sequence[int]) -> list[Features]:
        """What a document has in common with each of these others."""
        places, weights = self._rows[n]
        self._open[places] = weights
        words = [float(self._open[theirs] @ their_weights) for theirs, their_weights in (self._rows[m] for m in others)]
        self._open[places] = 0.0
        return [self._common(self.topics[n], self.topics[m], w) for m, w in zip(others, words, strict=True)]

    def _common(self, one: Topic, two: Topic, words: float) -> Features:
        headings = (self._told(one, two) + self._told(two, one)) / 2
        ours, theirs = self._titles[one.doc], self._titles[two.doc]
        titles = sum(weight * theirs.get(stem, 0.0) for stem, weight in ours.items())
        return words, headings, titles, _gap(one.day, two.day)

    def _told(self, title: Topic, text: Topic) -> float:
        """How much of a title, word by word by rarity, the other document has."""
        words = self._titles[title.doc]
        whole = sum(words.values())
        return sum(weight for stem, weight in words.items() if stem in text.counts) / whole if whole else 0.0

    def _row(self, topic: Topic) -> tuple[np.ndarray, np.ndarray]:
        import numpy as np

        weights = _unit(self.weights(topic))
        places = sorted((self._place[stem], weight) for stem, weight in weights.items())
        return np.array([p for p, _ in places], dtype=np.int64), np.array([w for _, w in places], dtype=np.float64)


def odds(features: Features) -> float:
    """The log-odds that two documents with this in common treat one matter, in a folder of which nothing is known."""
    words, headings, titles, gap = features
    value = BEGIN + OF_WORDS * words + OF_HEADINGS * headings + OF_TITLES * titles + OF_DAYS * gap
    return max(LOWEST, min(HIGHEST, value))


def _gap(x: int | None, y: int | None) -> float:
    """The days between two documents, logarithmically; 0 where one of them is not dated: it could be any."""
    return 0.0 if x is None or y is None else log1p(min(abs(x - y), LONGEST_GAP))


def _unit(weights: dict[str, float]) -> dict[str, float]:
    length = sum(w * w for _, w in sorted(weights.items())) ** 0.5
    return {stem: w / length for stem, w in weights.items()} if length else {}


def all_pairs(topics: Topics) -> Iterator[tuple[Pair, Features]]:
    """Every pair of documents with what they have in common: the plain twin of `candidates`, for fitting and tests."""
    for n, m in combinations(range(len(topics.topics)), 2):
        yield (topics.topics[n].doc, topics.topics[m].doc), topics.features(n, [m])[0]
