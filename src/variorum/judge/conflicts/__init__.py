"""Places that cannot both be right: between readings, between answers, between told facts, inside one document."""

from __future__ import annotations

from typing import ClassVar

from variorum.config import Settings
from variorum.judge.conflicts import readings, wordings
from variorum.judge.conflicts.drawing import merged
from variorum.lookup import Lookup
from variorum.model import Conflict, Edition


class RuleJudge:
    """Finds conflicts by explicit rules, each with its own reason."""

    name: ClassVar[str] = "judge.conflicts/1"

    def __init__(self, settings: Settings) -> None:
        self.settings = settings

    def judge(self, edition: Edition) -> tuple[Conflict, ...]:
        """Conflicts with reasons and evidence, the gravest and surest first."""
        lookup = Lookup(edition)
        found: list[Conflict] = []
        for statement in edition.statements:
            found += readings.in_statement(statement, lookup)
            found += wordings.other_words(statement, lookup)
        return merged(found)
