"""Invented matters from texts to statements: what several accounts report is put together, and little else."""

from __future__ import annotations

from pathlib import Path

import pytest
import utterance_trials

# What was reached with two states of the annotator, the lower of both: (pairs right, pairs wrong).
FLOORS = {"canvas": (5, 3), "dam": (20, 8), "strike": (12, 3)}


@pytest.mark.parametrize("name", utterance_trials.names())
def test_utterances_are_found_across_accounts(name: str, tmp_path: Path) -> None:
    _, count = utterance_trials.trial(name, tmp_path)
    least, most = FLOORS[name]
    assert len(count.right) >= least, count.missed
    assert len(count.wrong) <= most, count.wrong
