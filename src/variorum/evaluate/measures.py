"""The numbers that an evaluation yields, and the cases behind them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Count:
    """`right` of `given` (precision) and `found` of `wanted` (recall).

    `given` or `wanted` is None where a measure has only the other side.

    >>> Count(right=1, given=2, found=1, wanted=4).f1
    0.3333333333333333
    """

    right: float
    given: float | None
    found: float
    wanted: float | None

    @property
    def precision(self) -> float | None:
        """The share of what is given that is right; None where nothing is given."""
        return self.right / self.given if self.given else None

    @property
    def recall(self) -> float | None:
        """The share of what is wanted that is found; None where nothing is wanted."""
        return self.found / self.wanted if self.wanted else None

    @property
    def f1(self) -> float | None:
        """Their harmonic mean: 0 where only one side has anything, None where neither has."""
        if self.given is None or self.wanted is None or not self.given + self.wanted:
            return None
        both = [self.precision or 0.0, self.recall or 0.0]
        return 2 * both[0] * both[1] / sum(both) if any(both) else 0.0


@dataclass(frozen=True, slots=True, order=True)
class Case:
    """One miss or false alarm with its words, for whoever wants to see what goes wrong."""

    doc: str
    at: int
    words: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure: its count, what it missed or got wrong, and its false alarms."""

    name: str
    count: Count
    missed: tuple[Case, ...] = ()
    false: tuple[Case, ...] = field(default=())


def one_to_one(
    name: str, right: int, given: int, wanted: int, missed: Iterable[Case] = (), false: Iterable[Case] = ()
) -> Measure:
    """The measure of a comparison in which what is right is also what is found."""
    return Measure(name, Count(right, given, right, wanted), tuple(missed), tuple(false))


def share(name: str, right: int, of: int, wrong: Iterable[Case] = ()) -> Measure:
    """The measure of a property of what was matched: how often it is right."""
    return Measure(name, Count(right, of, right, None), tuple(wrong))


def recall(name: str, found: int, wanted: int, missed: Iterable[Case] = ()) -> Measure:
    """The measure of a property that only the gold has."""
    return Measure(name, Count(found, None, found, wanted), tuple(missed))
