"""The same meeting, interview or speech as different documents state it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from variorum.model import Occasion


def identify(held: Sequence[Occasion], common: Mapping[str, str]) -> tuple[tuple[Occasion, ...], dict[str, str]]:
    """Common occasions by id, and for each document's own occasion the common one."""
    found = [replace(o, participants=tuple(sorted({common[p] for p in o.participants if p in common}))) for o in held]
    return tuple(sorted(found, key=lambda o: o.id)), {o.id: o.id for o in held}
