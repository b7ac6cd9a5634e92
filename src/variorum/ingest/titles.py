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
    scores = {n: _score(n, looks, furniture, captions, first) for n in places if n < len(looks) - 1}
    best = max(scores, key=lambda n: (scores[n], -n), default=None)
    if best is None or scores[best] < LEAST:
        return []
    under = next((n for n in range(best + 1, min(best + 4, first)) if furniture[n] < 1.0), None)
    if under is not None and _is_deck(looks[under], furniture[under], captions[under]):
        return [best, under]
    return [best]


def _same(line: str) -> str:
    return SAME.sub(" ", line).strip().casefold()


def _score(n: int, looks: Sequence[Look], furniture: Sequence[float], captions: Sequence[float], first: int) -> float:
    """How much a line looks like a headline: no full stop, some words, capitals, before byline and article."""
    x = looks[n]
    score = -1.5 if x.is_stopped else 1.0
    score += 1.0 if 4 <= x.words <= 25 else 0.0 if x.words == 3 else -2.0
    score += 1.0 if x.titled >= 0.7 else 0.0
    if all(f >= 1.0 or looks[m].words <= 4 for m, f in enumerate(furniture[:n])):
        score += 1.25 if n else 0.75
    score += _from_what_follows(n, looks, furniture, first)
    score -= 1.0 if x.prose >= 0.7 and x.is_stopped else 0.0
    score -= 2.0 * x.starts_small + 4.0 * (x.is_byline or x.is_date or x.is_tags) + 3.0 * (x.menu >= 0.8)
    score -= captions[n] if captions[n] >= 1.5 else 0.0
    return score - sum(c.weight for c in (*x.furniture, *x.credits, *x.about))


def _from_what_follows(n: int, looks: Sequence[Look], furniture: Sequence[float], first: int) -> float:
    """A headline is followed by the article, by a byline or date, or by a longer line that sums it up."""
    after = looks[n + 1]
    score = 0.5 if after.prose >= 0.7 or _is_stamp(after) else 0.0
    if not score and after.is_headline_like and after.words >= 1.2 * looks[n].words and furniture[n + 1] < 1.0:
        score = 0.5
    return score + 0.75 * any(_is_stamp(looks[m]) for m in range(n + 1, min(n + 6, first)))


def _is_stamp(x: Look) -> bool:
    return x.is_byline or x.is_date or any(c.name in ("time stamp", "page clock") for c in x.furniture)


def _is_deck(x: Look, furniture: float, caption: float) -> bool:
    """Whether the line under the title is its second line: long for a heading, unfinished, no cue of anything."""
    is_free = not (x.furniture or x.credits or x.captions or x.is_byline or x.is_date or x.is_tags)
    return is_free and x.is_headline_like and not x.is_final and x.words >= 8 and caption < 1.0
