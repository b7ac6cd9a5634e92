"""The way of one reading through the columns of those that stand: which word goes where, at least cost."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from functools import lru_cache
from typing import Any

from variorum.collate.affinity import GAP, Form, affinity

TENTHS_OF_GAP = round(10 * GAP)
LARGEST = 60_000  # cells of one table; longer texts are first cut where both have a word that each has only once

Row = tuple[Form, ...]
Column = dict[Form, int]  # how often each form stands in it
Step = tuple[int | None, int | None]  # a word of the new reading, a column of those that stand; None for a gap


def value(steps: list[Step], row: Row, columns: list[Column], size: int) -> float:
    """How well a row stands among `size` others: the sum over its words and gaps, averaged over the others."""
    total = 0.0
    for word, column in steps:
        held = {} if column is None else columns[column]
        if word is not None:
            total += _score(row[word], held, size)
        elif held:
            total += GAP * sum(held.values()) / size
    return total


def _score(form: Form, column: Column, size: int) -> float:
    """How well a word stands in a column: the mean over all rows, of which some have a gap there."""
    total, filled = 0.0, 0
    for other, count in column.items():
        total += count * affinity(form, other)
        filled += count
    return (total + (size - filled) * GAP) / size


def path(row: Row, columns: list[Column], size: int) -> list[Step]:
    """The steps that set a row among columns at least cost; exact where the table is not too large."""
    if not columns:
        return [(n, None) for n in range(len(row))]
    if len(row) * len(columns) <= LARGEST:
        return _best_path(row, columns, size)
    steps: list[Step] = []
    i = j = 0
    for x, y in [*anchors(row, columns), (len(row), len(columns))]:
        part = _part(row[i:x], columns[j:y], size)
        steps += [(None if n is None else n + i, None if c is None else c + j) for n, c in part]
        if x < len(row):
            steps.append((x, y))
        i, j = x + 1, y + 1
    return steps


def _part(row: Row, columns: list[Column], size: int) -> list[Step]:
    if row and columns and len(row) * len(columns) <= LARGEST:
        return _best_path(row, columns, size)
    return [(n, None) for n in range(len(row))] + [(None, c) for c in range(len(columns))]


def anchors(row: Row, columns: list[Column]) -> list[tuple[int, int]]:
    """Words that row and columns each have once, in an order that both share (as in a patience diff)."""
    there: dict[str, list[int]] = {}
    for c, column in enumerate(columns):
        for form in {form.plain for form in column}:
            there.setdefault(form, []).append(c)
    counts = Counter(form.plain for form in row)
    pairs = [
        (n, there[form.plain][0])
        for n, form in enumerate(row)
        if counts[form.plain] == 1 and len(there.get(form.plain, ())) == 1
    ]
    return _rising(pairs)


def _rising(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest part of the pairs in which the second numbers rise."""
    ends: list[int] = []
    piles: list[int] = []
    back: list[int] = []
    for n, (_, column) in enumerate(pairs):
        at = bisect_left(ends, column)
        back.append(piles[at - 1] if at else -1)
        ends[at : at + 1] = [column]
        piles[at : at + 1] = [n]
    found, n = [], piles[-1] if piles else -1
    while n >= 0:
        found.append(pairs[n])
        n = back[n]
    return found[::-1]


def _best_path(row: Row, columns: list[Column], size: int) -> list[Step]:
    """Needleman and Wunsch: of paths of equal worth, words together first, then a gap, then a new column.

    Everything is counted in whole tenths, and times `size`, so that equal worth is equal on every machine. A line of
    the table is made in one go: along it, a run of gaps is the highest earlier value less what the gaps between cost.
    """
    import numpy as np

    scores, leave = _tables(row, columns, size)
    gaps = np.concatenate(([0], np.cumsum(leave)))
    lines = np.empty((len(row) + 1, len(columns) + 1), dtype=np.int64)
    lines[0] = gaps
    for n in range(len(row)):
        above, line = lines[n], lines[n + 1]
        np.add(above, TENTHS_OF_GAP * size, out=line)
        np.maximum(line[1:], above[:-1] + scores[n], out=line[1:])
        line -= gaps
        np.maximum.accumulate(line, out=line)
        line += gaps
    return _steps_back(lines.tolist(), scores.tolist(), leave.tolist())


def _tables(row: Row, columns: list[Column], size: int) -> tuple[Any, Any]:
    """In tenths, summed over the rows that stand: each word's worth in each column, and each column's worth unmet."""
    import numpy as np

    there = {form: n for n, form in enumerate(dict.fromkeys(form for column in columns for form in column))}
    counts = np.zeros((len(there), len(columns)))  # as floats the product is quick; whole numbers stay whole in them
    for c, column in enumerate(columns):
        for form, count in column.items():
            counts[there[form], c] = count
    pairs = [list(map(_worths(form).__getitem__, there)) for form in row]
    leave = TENTHS_OF_GAP * counts.sum(axis=0)
    scores = np.array(pairs, dtype=float).reshape(len(row), len(there)) @ counts + TENTHS_OF_GAP * size - leave
    return scores.astype(np.int64), leave.astype(np.int64)


class _Worths(dict[Form, int]):
    """What it is worth, in tenths, to set one word beside others; reckoned once for each."""

    def __init__(self, form: Form) -> None:
        self.form = form

    def __missing__(self, other: Form) -> int:
        self[other] = worth = round(10 * affinity(self.form, other))
        return worth


@lru_cache(maxsize=5_000)
def _worths(form: Form) -> _Worths:
    return _Worths(form)


def _steps_back(lines: list[list[int]], scores: list[list[int]], leave: list[int]) -> list[Step]:
    i, j = len(scores), len(leave)
    steps: list[Step] = []
    while i or j:
        here = lines[i][j]
        if i and j and here == lines[i - 1][j - 1] + scores[i - 1][j - 1]:
            i, j = i - 1, j - 1
            steps.append((i, j))
        elif j and here == lines[i][j - 1] + leave[j - 1]:
            j -= 1
            steps.append((None, j))
        else:
            i -= 1
            steps.append((i, None))
    return steps[::-1]
