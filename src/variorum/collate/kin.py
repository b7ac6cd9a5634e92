"""Words of like meaning, as a table: "steal" and "theft", "plane" and "aircraft"; opposites are alike too."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

PER_CENT = 100


@cache
def likeness() -> Mapping[str, Mapping[str, float]]:
    """Root -> the roots of like meaning, with how like each is, between 0 and 1.

    >>> likeness()["theft"]["steal"] > 0.5
    True
    """
    found: dict[str, dict[str, float]] = defaultdict(dict)
    table = files("variorum.collate").joinpath("kin.txt").read_text(encoding="utf-8")
    for line in table.splitlines():
        if not line.startswith("#"):
            root, *others = line.split()
            for name, share in (other.split(":") for other in others):
                found[root][name] = found[name][root] = int(share) / PER_CENT
    return dict(found)
