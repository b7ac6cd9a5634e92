"""Groups made of scored pairs: average link, with pairs that must never meet in one group."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from heapq import heapify, heappop, heappush

HIGHEST, LOWEST = 10.0, -3.0  # log-odds counted at most: one sure pair must not outvote many doubtful ones
UNCOMPARED = -0.75  # log-odds of a pair that no block proposed: more likely two than one, but nobody looked

Pair = tuple[str, str]
Bar = Callable[[str, str], bool]


def clusters(
    items: Iterable[str],
    log_odds: Mapping[Pair, float],
    is_barred: Bar,
    *,
    uncompared: float = UNCOMPARED,
    lowest: float = LOWEST,
) -> list[tuple[str, ...]]:
    """Groups of the items, each sorted, in order: merged while the mean log-odds between two groups are above 0.

    `log_odds` has pairs with left < right. The result does not depend on the order of anything given: the surest
    merge comes first, and of equal ones the one whose ids come first. A pair without log-odds counts as `uncompared`,
    one with less than `lowest` as that.

    >>> clusters("abc", {("a", "b"): 2.0, ("b", "c"): 1.0}, lambda x, y: {x, y} == {"a", "c"})
    [('a', 'b'), ('c',)]
    """
    groups = _Groups(items, log_odds, uncompared, lowest)
    queue = [(-mean, left, right) for (left, right), mean in groups.means()]
    heapify(queue)
    while queue:
        negative, left, right = heappop(queue)
        if not groups.is_current(left, right, -negative):
            continue
        if any(is_barred(x, y) for x in groups.members[left] for y in groups.members[right]):
            groups.part(left, right)
            continue
        for other, mean in groups.merge(left, right):
            first, second = sorted((left, other))
            heappush(queue, (-mean, first, second))
    return sorted(tuple(sorted(group)) for group in groups.members.values())


class _Groups:
    """Groups by their first id, with the sum and number of the compared pairs between any two."""

    def __init__(self, items: Iterable[str], log_odds: Mapping[Pair, float], uncompared: float, lowest: float) -> None:
        self.uncompared = uncompared
        self.members: dict[str, list[str]] = {item: [item] for item in items}
        self.between: dict[str, dict[str, tuple[float, int]]] = defaultdict(dict)
        for (left, right), value in log_odds.items():
            held = (max(lowest, min(HIGHEST, value)), 1)
            self.between[left][right] = self.between[right][left] = held

    def mean(self, left: str, right: str) -> float:
        total, compared = self.between[left][right]
        pairs = len(self.members[left]) * len(self.members[right])
        return round(
            (total + self.uncompared * (pairs - compared)) / pairs, 9
        )  # so that the order of adding is no matter

    def means(self) -> list[tuple[Pair, float]]:
        """All pairs of groups that should be merged as things stand."""
        pairs = [(x, y) for x, others in self.between.items() for y in others if x < y]
        return [((x, y), mean) for x, y in pairs if (mean := self.mean(x, y)) > 0]

    def is_current(self, left: str, right: str, mean: float) -> bool:
        """Whether both still stand as they stood when they were weighed, and may be merged."""
        return left in self.members and right in self.between.get(left, {}) and self.mean(left, right) == mean

    def part(self, left: str, right: str) -> None:
        """These two never meet; what is merged into either keeps away from the other by its members."""
        del self.between[left][right]
        del self.between[right][left]

    def merge(self, left: str, right: str) -> list[tuple[str, float]]:
        """Makes one group of two, under the first one's id; the groups with which it should be merged next."""
        self.members[left] += self.members.pop(right)
        theirs = self.between.pop(right)
        ours = self.between[left]
        del ours[right], theirs[left]
        for other, (total, compared) in theirs.items():
            held, count = ours.get(other, (0.0, 0))
            ours[other] = self.between[other][left] = (round(total + held, 9), compared + count)
            del self.between[other][right]
        return [(other, mean) for other in sorted(ours) if (mean := self.mean(left, other)) > 0]
