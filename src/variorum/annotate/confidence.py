"""What an annotator's own confidence is worth: how often reports of that confidence were right.

The table in `calibration.json` is made by `training/calibrate.py` on annotated news by isotonic regression
(Zadrozny & Elkan 2002): for each annotator, points between which is drawn a straight line.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from functools import cache
from pathlib import Path

TABLE = Path(__file__).parent / "calibration.json"
Points = tuple[tuple[float, float], ...]


def calibrated(made_by: str, confidence: float) -> float:
    """The share of right reports among those of this confidence, 0 to 1; unchanged for an unknown annotator."""
    return on_line(points(made_by), confidence)


@cache
def points(made_by: str) -> Points:
    """The points of an annotator's line, from the least confidence to the greatest."""
    table = json.loads(TABLE.read_text(encoding="utf-8"))
    return tuple((given, worth) for given, worth in table.get(made_by, ()))


def on_line(line: Points, value: float) -> float:
    """The line's height at a value; at its ends it runs on level.

    >>> on_line(((0.5, 0.4), (0.7, 0.8)), 0.6)
    0.6
    """
    if not line:
        return value
    at = bisect_right([p[0] for p in line], value)
    if at == 0:
        return line[0][1]
    if at == len(line):
        return line[-1][1]
    (left, low), (right, high) = line[at - 1], line[at]
    return round(low + (high - low) * (value - left) / (right - left), 2)
