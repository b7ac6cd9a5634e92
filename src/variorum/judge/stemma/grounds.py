"""What bears an edge of a stemma: one reading from another, several from one text, several on one named origin."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from variorum.judge.origins import Origin
from variorum.model import Reason, ReuseKind

Manner = Literal["credit", "copy", "repetition"]


@dataclass(frozen=True, slots=True)
class Link:
    """A ground for saying that one reading (an id) comes from another."""

    child: str
    parent: str
    manner: Manner
    reason: Reason


@dataclass(frozen=True, slots=True)
class Kinship:
    """A ground for saying that several readings come from one text, which may be one of them.

    `shared` says what they share: a passage, and of which kind, or errors.
    """

    members: tuple[str, ...]
    shared: ReuseKind | Literal["errors"]
    reasons: tuple[Reason, ...]

    @property
    def score(self) -> float:
        """How firmly all its reasons together bear it: each leaves the doubt that the others left."""
        return sure(self.reasons)


@dataclass(frozen=True, slots=True)
class Rest:
    """A ground for saying that a reading rests on an origin that its document names."""

    reading: str
    origin: Origin
    text: str


def sure(reasons: tuple[Reason, ...]) -> float:
    """The confidence that reasons bear: of the firmest, a little more for each other."""
    scores = [r.score for r in reasons if r.score > 0]
    return round(min(0.95, max(scores) + 0.05 * (len(scores) - 1)), 3) if scores else 0.0
