"""Documents cut into windows that the network can read, and windows as arrays of one shape."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from variorum.annotate.trained.features import DEEPEST, SIZES, Reading
from variorum.annotate.trained.relations import NONE

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from tokenizers import Tokenizer

LONGEST_WORD = 6  # subwords; what is longer is an address or noise, and its beginning will do
OPENS, CLOSES = 101, 102  # [CLS] and [SEP] of the encoder's vocabulary
ENDS = frozenset({".", "!", "?"})


@dataclass(frozen=True, slots=True)
class Window:
    """The words from `first` up to `last` of a reading, with their subwords."""

    reading: Reading
    subwords: Sequence[Sequence[int]]  # of the whole reading
    first: int
    last: int

    @property
    def size(self) -> int:
        """Its subwords, those included that open and close it."""
        return 2 + sum(len(self.subwords[n]) for n in range(self.first, self.last))


def subwords(words: Sequence[str], tokenizer: Tokenizer) -> list[list[int]]:
    """The numbers of each word's subwords, at least one and at most LONGEST_WORD."""
    unknown: int = tokenizer.token_to_id("[UNK]") or 0
    encoded = tokenizer.encode_batch([w[:64] for w in words], add_special_tokens=False)
    return [e.ids[:LONGEST_WORD] or [unknown] for e in encoded]


def windows(
    reading: Reading, pieces: Sequence[Sequence[int]], longest: int, shortest_first: int | None = None
) -> Iterator[Window]:
    """The reading cut into windows of at most `longest` subwords, where it can be at the end of a paragraph,
    else of a sentence. With `shortest_first` the first window is no longer than that.
    """  # fmt: skip
    sums = [0, *accumulate(len(p) for p in pieces)]
    first, room = 0, shortest_first or longest
    while first < len(reading):
        last = max(first + 1, bisect_right(sums, sums[first] + room) - 1)
        if last < len(reading):
            last = _cut(reading, first, last)
        yield Window(reading, pieces, first, last)
        first, room = last, longest


def _cut(reading: Reading, first: int, last: int) -> int:
    """The best place to cut in the last third of what fits: before a paragraph, after a sentence, anywhere."""
    half = first + 2 * (last - first) // 3
    places = reading.columns["place"]
    for at in range(last, half, -1):
        if places[at] == 1 or (places[at] > 1 and places[at - 1] != places[at]):
            return at
    for at in range(last, half, -1):
        if reading.words[at - 1] in ENDS:
            return at
    return last


def arrays(batch: Sequence[Window]) -> dict[str, NDArray[Any]]:
    """What the network reads, by the names of its inputs: B windows, T subwords, N words; blanks are 0.

    `heads` and `sources` count words from the window's first; NONE where there is none or it lies outside.
    """
    import numpy as np

    rows = [_row(w) for w in batch]
    longest = max(len(r["ids"]) for r in rows)
    most = max(len(r["first"]) for r in rows)
    made = {
        "ids": np.zeros((len(rows), longest), dtype=np.int64),
        "mask": np.zeros((len(rows), longest), dtype=np.int64),
        "columns": np.zeros((len(rows), longest, len(SIZES) + DEEPEST), dtype=np.int64),
        "first": np.zeros((len(rows), most), dtype=np.int64),
        "word_mask": np.zeros((len(rows), most), dtype=bool),
        "heads": np.full((len(rows), most, DEEPEST), NONE, dtype=np.int64),
        "sources": np.full((len(rows), most, DEEPEST), NONE, dtype=np.int64),
    }
    for n, row in enumerate(rows):
        size, count = len(row["ids"]), len(row["first"])
        made["ids"][n, :size] = row["ids"]
        made["mask"][n, :size] = 1
        made["columns"][n, :size] = row["columns"]
        made["first"][n, :count] = row["first"]
        made["word_mask"][n, :count] = True
        made["heads"][n, :count] = row["heads"]
        made["sources"][n, :count] = row["sources"]
    return made


def _row(window: Window) -> dict[str, Any]:
    reading, first, last = window.reading, window.first, window.last
    told = [*(reading.columns[name] for name in SIZES), *(layer.tags for layer in reading.by_rules)]
    ids, columns, firsts = [OPENS], [(0,) * len(told)], []
    for n in range(first, last):
        firsts.append(len(ids))
        ids += window.subwords[n]
        columns += [tuple(column[n] for column in told)] * len(window.subwords[n])
    return {
        "ids": [*ids, CLOSES],
        "columns": [*columns, (0,) * len(told)],
        "first": firsts,
        "heads": [[_local(layer.heads[n], first, last) for layer in reading.by_rules] for n in range(first, last)],
        "sources": [[_local(layer.sources[n], first, last) for layer in reading.by_rules] for n in range(first, last)],
    }


def _local(number: int, first: int, last: int) -> int:
    return number - first if first <= number < last else NONE
