"""Finds the headline of a text, and the line under it that sums the article up."""

from __future__ import annotations

import re
from collections.abc import Sequence

from variorum.ingest.looks import Look

LEAST = 3.25  # the score a line needs to be taken for the title; below it the document has none
FARTHEST = 25  # blocks from the start among which a title is looked for
SAME = re.compile(r"[\W_]+")


def find_title(
    looks: Sequence[Look], furniture: Sequence[float], captions: Sequence[float], first: int, *, known: str | None
) -> list[int]:
    """The numbers of the blocks that are the title and the line under it; none where there is no title.

    `first` is the first paragraph of the article; `known` is the title by other knowledge of the page.
    """
    places = range(min(first + 1, len(looks), FARTHEST))
    if known and (at := next((n for n in places if _same(looks[n].text) == _same(known)), None)) is not None:
        return [at]
    if not any(x.prose >= 0.7 and x.words >= 12 for x in looks[1:]):
        return []
    scores = {n: _score(n, looks, furniture, captions) for n in places if n < len(looks) - 1}
    best = max(scores, key=lambda n: (scores[n], -n), default=None)
    if best is None or scores[best] < LEAST:
        return []
    under = best + 1
    return [best, under] if under < first and _is_deck(looks[under], furniture[under], captions[under]) else [best]


def _same(line: str) -> str:
    return SAME.sub(" ", line).strip().casefold()


def _score(n: int, looks: Sequence[Look], furniture: Sequence[float], captions: Sequence[float]) -> float:
    """How much a line looks like a headline: no full stop, some words, capitals, before the first paragraph."""
    x = looks[n]
    score = -1.5 if x.is_stopped else 1.0
    score += 1.0 if 4 <= x.words <= 25 else 0.5 if x.words == 3 else -2.0
    score += 1.0 if x.titled >= 0.7 else 0.0
    score += 0.5 if looks[n + 1].prose >= 0.7 or furniture[n + 1] >= 1.0 else 0.0
    score += 1.0 if all(f >= 1.0 for f in furniture[:n]) else 0.0
    score -= 1.0 if x.prose >= 0.7 and x.is_stopped else 0.0
    score -= 2.0 * x.starts_small + 4.0 * (x.is_byline or x.is_date or x.is_tags) + 3.0 * (x.menu >= 0.8)
    score -= captions[n] if captions[n] >= 1.5 else 0.0
    return score - sum(c.weight for c in (*x.furniture, *x.credits, *x.about))


def _is_deck(x: Look, furniture: float, caption: float) -> bool:
    """Whether the line under the title is its second line: long for a heading, unfinished, no cue of anything."""
    is_free = not (x.furniture or x.credits or x.captions or x.is_byline or x.is_date or x.is_tags)
    return is_free and x.is_headline_like and not x.is_final and x.words >= 8 and caption < 1.0
