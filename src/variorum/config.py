"""The settings of a run: every one of them has a name, a default and a sentence that explains it."""

from __future__ import annotations

from dataclasses import dataclass, fields

from variorum.errors import SettingsError


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a user may choose; the defaults are what the benchmarks were run with."""

    longest_document: int = 5_000_000  # code points; a longer text is refused with advice to split it
    longest_block: int = 20_000  # code points; a longer paragraph is parsed in pieces
    workers: int = 1  # processes that annotate; the result is the same for any number

    def __post_init__(self) -> None:
        for field in fields(self):
            if getattr(self, field.name) < 1:
                raise SettingsError(f"{field.name} must be at least 1, not {getattr(self, field.name)}")

    def items(self) -> tuple[tuple[str, str | int | float | bool], ...]:
        """Names and values, sorted by name, for the manifest."""
        return tuple(sorted((f.name, getattr(self, f.name)) for f in fields(self)))
