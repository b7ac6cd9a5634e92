"""The trained network, as shipped: checked, loaded once, and asked for the relations of a document."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from variorum import networks
from variorum.annotate.trained.decode import Found, Scores, decode, shares
from variorum.annotate.trained.features import DEEPEST, Reading
from variorum.annotate.trained.relations import Ranges, Relation
from variorum.annotate.trained.windows import Window, arrays, subwords, windows

if TYPE_CHECKING:
    from numpy.typing import NDArray

WEIGHTS = Path(__file__).parent / "weights"
LONGEST = 250  # subwords of a window, as in training; more at a time reads no better and costs more
POLNEAR, OURS = 0, 1  # conventions of drawing spans: with the whole noun phrase as source, or its shortest name
PARTS = ("tags", "heads", "sources")
# taken off the log-odds of "outside" in each layer: the inner one was taught by few examples among many
# words without any, and keeps silent too often. Chosen on the dev stories (0, 1, 1.5, 2, 3 were tried).
LENIENCE = (0.0, 2.0)


@dataclass(frozen=True, slots=True)
class Layer:
    """The answer for one layer of a document of N words: its relations in text order, and for each word how
    probable it is that it stands outside of them, in a source, in a cue, in a content (N, 4)."""

    found: list[Found]
    shares: NDArray[Any]


class Network:
    """What a folder of weights answers about documents."""

    def __init__(self, folder: Path = WEIGHTS, network: Path | None = None) -> None:
        """Loads the weights; raises PartError where they are missing or not those that were shipped.

        `network` is another form of the same network (in 32 bits, to compare).
        """
        networks.check(folder)
        self._session = networks.session(network or folder / "network.onnx")
        self._tokenizer = networks.tokenizer(folder / "tokenizer.json")
        self._chains = [_chain(c) for c in json.loads((folder / "chains.json").read_text(encoding="utf-8"))]

    def layers(self, reading: Reading, convention: int = OURS) -> tuple[Layer, ...]:
        """The answers for a document, one for each layer from the outermost."""
        import numpy as np

        made = tuple(Layer([], np.zeros((len(reading), 4), dtype=np.float32)) for _ in range(DEEPEST))
        pieces = subwords(reading.words, self._tokenizer) if len(reading) else []
        for window in windows(reading, pieces, LONGEST):
            for layer, scores in zip(made, self._scores(window, convention), strict=True):
                layer.found.extend(_moved(f, window.first) for f in decode(scores))
                layer.shares[window.first : window.last] = shares(scores.tags)
        return made

    def _scores(self, window: Window, convention: int) -> Iterator[Scores]:
        import numpy as np

        inputs = {**arrays([window]), "convention": np.array([convention], dtype=np.int64)}
        names = [f"{part}{depth}" for depth in range(DEEPEST) for part in PARTS]
        answers = [a[0] for a in self._session.run(names, inputs)]
        for depth, (steps, starts) in enumerate(self._chains):
            tags, heads, sources = answers[len(PARTS) * depth : len(PARTS) * (depth + 1)]
            tags[:, 0] -= LENIENCE[depth]
            yield Scores(tags, steps, starts, heads, sources)


@cache
def shipped() -> Network:
    """The network that comes with the package, loaded once in a process."""
    return Network()


def _chain(given: dict[str, Any]) -> tuple[NDArray[Any], NDArray[Any]]:
    import numpy as np

    return np.array(given["steps"]), np.array(given["starts"])


def _moved(found: Found, by: int) -> Found:
    relation = found.relation
    parts = (_shifted(relation.content, by), _shifted(relation.cue, by), _shifted(relation.source, by))
    return Found(Relation(*parts), found.confidence)


def _shifted(ranges: Ranges, by: int) -> Ranges:
    return tuple((first + by, last + by) for first, last in ranges)
