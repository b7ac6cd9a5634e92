"""The network that reads words for their meaning, as shipped: subwords in, a vector for each of them out."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from variorum import networks

if TYPE_CHECKING:
    from numpy.typing import NDArray

WEIGHTS = Path(__file__).parent / "weights"
FIRST, LAST = 101, 102  # the marks at both ends of what this network reads


class Encoder:
    """The first layers of all-MiniLM-L6-v2 (see MODEL_CARD.md beside the weights)."""

    def __init__(self, folder: Path = WEIGHTS) -> None:
        """Loads the weights; raises PartError where they are missing or not those that were shipped."""
        networks.check(folder)
        self._session = networks.session(folder / "network.onnx")
        self._tokenizer = networks.tokenizer(folder / "tokenizer.json")

    def subwords(self, words: str) -> list[int]:
        """The numbers of the pieces that the words are read in; none for blanks."""
        return list(self._tokenizer.encode(words, add_special_tokens=False).ids)

    def vectors(self, subwords: Sequence[int]) -> NDArray[Any]:
        """A vector of length 1 for each piece (N, 384).

        One text at a time: in 8 bits the other texts of a batch would change the last digits.
        """
        import numpy as np

        ids = np.array([[FIRST, *subwords, LAST]], dtype=np.int64)
        vectors: NDArray[Any] = self._session.run(["vectors"], {"ids": ids})[0][0, 1:-1]
        return vectors.astype(np.float16)


@cache
def shipped() -> Encoder:
    """The network that comes with the package, loaded once in a process."""
    return Encoder()
