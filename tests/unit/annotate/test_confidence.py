"""What a confidence is worth."""

from __future__ import annotations

import json

import pytest

from variorum.annotate import confidence
from variorum.annotate.confidence import calibrated, on_line, points

LINE = ((0.4, 0.2), (0.6, 0.6), (0.9, 0.9))


@pytest.mark.parametrize(
    ("given", "worth"), [(0.0, 0.2), (0.4, 0.2), (0.5, 0.4), (0.6, 0.6), (0.75, 0.75), (0.9, 0.9), (1.0, 0.9)]
)
def test_between_points_the_line_is_straight(given: float, worth: float) -> None:
    assert on_line(LINE, given) == pytest.approx(worth)


def test_without_points_a_confidence_stays_as_it_is() -> None:
    assert calibrated("annotate.somebody/1", 0.37) == 0.37


def test_the_shipped_lines_rise_and_stay_within_bounds() -> None:
    table = json.loads(confidence.TABLE.read_text(encoding="utf-8"))
    assert set(table) == {"annotate.rules/1", "annotate.trained/1"}
    for part in table:
        line = points(part)
        assert line == tuple(sorted(line))
        assert [p[1] for p in line] == sorted(p[1] for p in line)
        assert all(0 <= worth < 1 for _, worth in line)
