"""Slow twins of the alignment: what the best path is worth, found by trying all."""

from __future__ import annotations

from functools import cache
from itertools import combinations

from variorum.collate.affinity import GAP, Form, affinity

Row = tuple[Form, ...]


def best_of_two(left: Row, right: Row) -> float:
    """The highest worth of any alignment of two rows."""

    @cache
    def worth(i: int, j: int) -> float:
        if i == len(left) or j == len(right):
            return GAP * (len(left) - i + len(right) - j)
        both = affinity(left[i], right[j]) + worth(i + 1, j + 1)
        return max(both, GAP + worth(i + 1, j), GAP + worth(i, j + 1))

    return worth(0, 0)


def best_of_three(rows: tuple[Row, Row, Row]) -> float:
    """The highest sum over the pairs of three rows of any alignment."""
    steps = [tuple(n >> k & 1 for k in range(3)) for n in range(1, 8)]

    @cache
    def worth(at: tuple[int, ...]) -> float:
        if all(n == len(row) for n, row in zip(at, rows, strict=True)):
            return 0.0
        found = []
        for step in steps:
            then = tuple(a + b for a, b in zip(at, step, strict=True))
            if all(n <= len(row) for n, row in zip(then, rows, strict=True)):
                cells = [row[n] if go else None for row, n, go in zip(rows, at, step, strict=True)]
                found.append(column_worth(cells) + worth(then))
        return max(found)

    return worth((0, 0, 0))


def column_worth(cells: list[Form | None]) -> float:
    """What one column is worth: the sum over its pairs; two gaps are worth nothing."""
    return sum(
        GAP if x is None or y is None else affinity(x, y)
        for x, y in combinations(cells, 2)
        if not (x is None and y is None)
    )


def table_worth(table: dict[Row, list[int | None]]) -> float:
    """What a finished table is worth: the sum over its columns."""
    rows = list(table)
    width = len(table[rows[0]]) if rows else 0
    return sum(column_worth([None if table[r][c] is None else r[table[r][c]] for r in rows]) for c in range(width))
