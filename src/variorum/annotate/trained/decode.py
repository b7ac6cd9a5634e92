"""From the network's scores to relations: the best sequence of labels, pieces, and what belongs to what.

Labels are decoded by Viterbi's algorithm over a linear chain (Lafferty, McCallum & Pereira 2001); pieces are
joined by a biaffine scorer of heads (Dozat & Manning 2017), each piece by the sum over its words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from variorum.annotate.trained.relations import BEGINS, LABELS, Range, Relation

if TYPE_CHECKING:
    from numpy.typing import NDArray

IMPOSSIBLE = -1e4


@dataclass(frozen=True, slots=True)
class Scores:
    """The network's answer for one layer of N words.

    `tags` (N, 7) are log-odds of LABELS, `steps` (7, 7) and `starts` (7) those of one label after another
    and of the first; `heads` and `sources` (N, N) are log-probabilities that a word's head, or a head's
    source, is that word.
    """

    tags: NDArray[Any]
    steps: NDArray[Any]
    starts: NDArray[Any]
    heads: NDArray[Any]
    sources: NDArray[Any]


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words with one label."""

    part: str
    first: int
    last: int  # after the last word


@dataclass(frozen=True, slots=True)
class Found:
    """A relation with how sure the network is of its words and of their belonging together (0 to 1)."""

    relation: Relation
    confidence: float


def shares(tags: NDArray[Any]) -> NDArray[Any]:
    """For each word how probable it is that it stands outside, in a source, in a cue, in a content: (N, 4)."""
    import numpy as np

    odds = np.exp(tags - tags.max(axis=1, keepdims=True))
    odds = odds / odds.sum(axis=1, keepdims=True)
    return np.stack([odds[:, 0], *(odds[:, n] + odds[:, n + 1] for n in BEGINS.values())], axis=1)


def decode(scores: Scores) -> list[Found]:
    """The relations that the scores make, in text order; contents that belong to nothing are left out."""
    import numpy as np

    tags = best_labels(scores)
    pieces = pieces_of(tags)
    likely = shares(scores.tags)
    sure = [float(likely[n, (tag + 1) // 2]) for n, tag in enumerate(tags)]
    cues = [p.first for p in pieces if p.part == "cue"]
    sources = {p.first: p for p in pieces if p.part == "source"}
    groups: dict[int, dict[str, list[Piece]]] = defaultdict(lambda: defaultdict(list))
    doubts: dict[int, list[float]] = defaultdict(list)
    for piece in pieces:
        if piece.part != "source":
            head, odds = _head(scores, piece, cues)
            groups[head][piece.part].append(piece)
            doubts[head] += [odds, float(np.mean(sure[piece.first : piece.last]))]
    found = []
    for head, parts in sorted(groups.items()):
        if parts["content"]:
            source = _source(scores, head, list(sources))
            relation = Relation(_ranges(parts["content"]), _ranges(parts["cue"]),
                                _ranges([sources[source]] if source is not None else []))  # fmt: skip
            found.append(Found(relation, round(min(doubts[head]), 4)))
    return found


def _ranges(pieces: Sequence[Piece]) -> tuple[Range, ...]:
    return tuple((p.first, p.last) for p in pieces)


def _head(scores: Scores, piece: Piece, cues: Sequence[int]) -> tuple[int, float]:
    """The head of a piece of a cue or content, and how probable it is among those that are possible."""
    import numpy as np

    candidates = sorted({*cues, piece.first})
    if piece.part == "cue":
        candidates = [c for c in candidates if c <= piece.first]
    odds = scores.heads[piece.first : piece.last][:, candidates].mean(axis=0)
    best = int(np.argmax(odds))
    share = np.exp(odds - odds.max())
    return candidates[best], float(share[best] / share.sum())


def _source(scores: Scores, head: int, sources: Sequence[int]) -> int | None:
    candidates = [head, *sources]
    best = max(candidates, key=lambda c: (float(scores.sources[head, c]), -c))
    return None if best == head else best


def best_labels(scores: Scores) -> list[int]:
    """The most probable sequence of labels in which no I- stands without its B-."""
    import numpy as np

    steps = scores.steps + _forbidden()
    length = len(scores.tags)
    if not length:
        return []
    begin = scores.starts + np.where([label.startswith("I") for label in LABELS], IMPOSSIBLE, 0.0)
    best = begin + scores.tags[0]
    back = np.zeros((length, len(LABELS)), dtype=np.int64)
    for n in range(1, length):
        paths = best[:, None] + steps
        back[n] = paths.argmax(axis=0)
        best = paths.max(axis=0) + scores.tags[n]
    labels = [int(best.argmax())]
    for n in range(length - 1, 0, -1):
        labels.append(int(back[n, labels[-1]]))
    return labels[::-1]


def _forbidden() -> NDArray[Any]:
    import numpy as np

    rule = np.zeros((len(LABELS), len(LABELS)))
    for before, name in enumerate(LABELS):
        for after, label in enumerate(LABELS):
            if label.startswith("I") and name[2:] != label[2:]:
                rule[before, after] = IMPOSSIBLE
    return rule


def pieces_of(tags: Sequence[int]) -> list[Piece]:
    """The runs of words that labels make, in text order."""
    pieces: list[Piece] = []
    for n, tag in enumerate(tags):
        label = LABELS[tag]
        if label.startswith("B"):
            pieces.append(Piece(label[2:], n, n + 1))
        elif label.startswith("I") and pieces and pieces[-1].last == n:
            pieces[-1] = Piece(pieces[-1].part, pieces[-1].first, n + 1)
    return pieces
