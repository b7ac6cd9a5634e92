"""The way of one reading through the columns of those that stand: which word goes where, at least cost."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter

from variorum.collate.affinity import GAP, Form, affinity

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
    """Needleman and Wunsch: of paths of equal worth, words together first, then a gap, then a new column."""
    leave = [GAP * sum(column.values()) / size for column in columns]
    scores: dict[Form, list[float]] = {}
    above = [0.0]
    for cost in leave:
        above.append(above[-1] + cost)
    turns = [bytearray(b"\x01" * (len(columns) + 1))]
    for form in row:
        if form not in scores:
            scores[form] = [_score(form, column, size) for column in columns]
        above, turn = _next_line(above, scores[form], leave)
        turns.append(turn)
    return _steps_back(turns, len(row), len(columns))


def _next_line(above: list[float], scores: list[float], leave: list[float]) -> tuple[list[float], bytearray]:
    """The next line of the table, with the turn taken into each cell: 0 both, 1 column only, 2 word only."""
    best = above[0] + GAP
    line, turn, corner = [best], bytearray(b"\x02"), above[0]
    for up, score, cost in zip(above[1:], scores, leave, strict=True):
        both, only_column, only_word = corner + score, best + cost, up + GAP
        corner = up
        if both >= only_column and both >= only_word:
            best = both
            turn.append(0)
        elif only_column >= only_word:
            best = only_column
            turn.append(1)
        else:
            best = only_word
            turn.append(2)
        line.append(best)
    return line, turn


def _steps_back(turns: list[bytearray], i: int, j: int) -> list[Step]:
    steps: list[Step] = []
    while i or j:
        turn = turns[i][j]
        if turn == 0:
            i, j = i - 1, j - 1
            steps.append((i, j))
        elif turn == 1:
            j -= 1
            steps.append((None, j))
        else:
            i -= 1
            steps.append((i, None))
    return steps[::-1]
