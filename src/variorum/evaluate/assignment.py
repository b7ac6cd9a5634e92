"""Chooses partners one to one so that the total weight is greatest.

Rows are served one after another; each takes the cheapest chain of exchanges, found by Dijkstra's method
over prices that keep every cost non-negative (the Hungarian method on a sparse graph, after Edmonds and
Karp 1972).
"""

from __future__ import annotations

from collections.abc import Sequence
from heapq import heappop, heappush


def assign(weights: Sequence[dict[int, int]]) -> dict[int, int]:
    """Row -> column of greatest total weight; a row may go without.

    `weights[row]` holds the columns that the row may have, each with a weight above 0.

    >>> assign([{0: 5, 1: 4}, {0: 4}])
    {0: 1, 1: 0}
    """
    market = _Market(weights)
    for row in range(len(weights)):
        market.serve(row)
    return {row: column for row, column in sorted(market.held.items()) if column < market.blank}


class _Market:
    """Who holds which column, and the prices; each row has a blank column of its own, for going without."""

    def __init__(self, weights: Sequence[dict[int, int]]) -> None:
        self.blank = 1 + max((column for row in weights for column in row), default=0)
        self.costs = [{c: -w for c, w in row.items()} | {self.blank + n: 0} for n, row in enumerate(weights)]
        self.row_price = [min(row.values()) for row in self.costs]
        self.column_price: dict[int, int] = {}
        self.owner: dict[int, int] = {}
        self.held: dict[int, int] = {}

    def serve(self, row: int) -> None:
        """Gives the row a column, and those whose column is taken for it another one."""
        taker, settled = self._search(row)
        column, way = list(settled.items())[-1]
        self.row_price[row] += way
        for seen, length in settled.items():
            if seen in self.owner:
                self.row_price[self.owner[seen]] += way - length
            self.column_price[seen] = self.column_price.get(seen, 0) - (way - length)
        at = -1
        while at != row:
            at = taker[column]
            left = self.held.get(at, column)
            self.owner[column], self.held[at] = at, column
            column = left

    def _search(self, row: int) -> tuple[dict[int, int], dict[int, int]]:
        """Who would take each column, and how far the settled columns are; the last of these is free."""
        taker: dict[int, int] = {}
        reach: dict[int, int] = {}
        settled: dict[int, int] = {}
        queue: list[tuple[int, bool, int]] = []  # of columns equally near a free one comes first: it ends the search
        at, way = row, 0
        while True:
            for column, cost in self.costs[at].items():
                length = way + cost - self.row_price[at] - self.column_price.get(column, 0)
                if column not in settled and length < reach.get(column, length + 1):
                    reach[column], taker[column] = length, at
                    heappush(queue, (length, column in self.owner, column))
            way, _, column = heappop(queue)
            while column in settled:
                way, _, column = heappop(queue)
            settled[column] = way
            if column not in self.owner:
                return taker, settled
            at = self.owner[column]
