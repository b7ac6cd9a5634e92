"""What a run tells while it works: how far it is, what could not be used, what is worth knowing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from variorum.model import Problem


@dataclass(frozen=True, slots=True)
class Step:
    """How far a stage is: so many done of so many (None: not yet known), and which one was the last."""

    stage: str
    done: int
    total: int | None
    what: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """Something worth knowing by which nothing was lost."""

    where: str
    what: str


Event = Step | Problem | Note
Progress = Callable[[Event], None]
