"""The line that says what a confidence is worth."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[3] / "training"))

import calibrate


def outcomes(given: float, right: int, of: int) -> list[tuple[float, bool]]:
    return [(given, n < right) for n in range(of)]


def test_the_line_goes_through_the_shares_of_right_ones() -> None:
    held = [*outcomes(0.4, 20, 100), *outcomes(0.9, 80, 100)]
    assert calibrate.isotonic(held) == [(0.4, 0.2), (0.9, 0.8)]


def test_neighbours_that_fall_are_pooled() -> None:
    held = [*outcomes(0.4, 60, 100), *outcomes(0.6, 40, 100), *outcomes(0.9, 90, 100)]
    assert calibrate.isotonic(held) == [(0.5, 0.5), (0.9, 0.9)]


def test_few_make_no_point_of_their_own() -> None:
    held = [*outcomes(0.4, 50, 100), *outcomes(0.95, 3, 3)]
    assert len(calibrate.isotonic(held)) == 1


def test_the_error_is_nought_where_the_line_fits() -> None:
    held = [*outcomes(0.4, 20, 100), *outcomes(0.92, 80, 100)]
    assert "expected calibration error 0.000" in calibrate.reliability(held, calibrate.isotonic(held))
