"""Finds the headline of a text, and the line under it that sums the article up."""

from __future__ import annotations

import re
from collections.abc import Sequence

from variorum.ingest.looks import Look

LEAST = 3.25  # the score a line needs to be taken for the title; below it the document has none
LEAST_IN_ALL = 4.0  # the same with what the article adds
DECK = 1.3  # times as many words as the line above make the second line of a title
FARTHEST = 25  # blocks from the start among which a title is looked for
# Names of those who publish; with few other words they stand in a letterhead, not in a headline.
ORGANISATION = re.compile(
    r"(?:^|\b(?:The|of|and|&) )?\b(?:AGENCY|OFFICE|MINISTRY|DEPARTMENT|COURT|UNION|ASSOCIATION|FOUNDATION|NEWSLETTER|"
    r"INSTITUTE|UNIVERSITY|BUREAU|COMMISSION|COMMITTEE|ARCHIVES?|LIBRARY|SECRETARIAT|EMBASSY|SERVICE|FEDERATION|"
    r"SOCIETY|HANSARD|DEBATES|GAZETTE|MONTHLY|WEEKLY|QUARTERLY|JOURNAL|TRIBUNE|HERALD|COURIER|BULLETIN)\b",
    re.IGNORECASE,
)
RECORD = re.compile(
    r"^(?:(?:JOINT|OFFICIAL|DRAFT|SUMMARY|VERBATIM) )?(?:MEMORANDUM|MINUTES|TRANSCRIPT|STATEMENT|RECORD|NOTE|"
    r"AIDE-MEMOIRE|COMMUNIQU[EÉ]|SUMMARY) (?:OF|FOR|ON|BY|FROM|TO)\b",
    re.IGNORECASE,
)
LEADING = 8  # blocks at the beginning of the article that should take up the words of its headline
TAKEN_UP, TWICE = 1.5, 2.0  # what it adds that they take up enough of them; that the line stands twice
ENOUGH = 0.6  # of its words
STEM = 5  # letters
WORD = re.compile(r"[^\W\d_]{4,}")
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
    told = _stems(" ".join(x.text for x in looks[first : first + LEADING]))
    scores = {n: _score(n, looks, furniture, captions, first) for n in places if n < len(looks) - 1}
    sums = {n: score + _from_article(n, looks, told, first) for n, score in scores.items()}
    likely = [n for n in sums if scores[n] >= LEAST or sums[n] >= LEAST_IN_ALL]
    best = max(likely, key=lambda n: (sums[n], -n), default=None)
    if best is None:
        return []
    if best - 1 in likely and looks[best].words >= DECK * looks[best - 1].words and furniture[best - 1] < 1.0:
        best -= 1
    under = next((n for n in range(best + 1, min(best + 4, first)) if furniture[n] < 1.0), None)
    if under is not None and _is_deck(looks[under], furniture[under], captions[under]):
        return [best, under]
    return [best]


def _same(line: str) -> str:
    return SAME.sub(" ", line).strip().casefold()


def _score(n: int, looks: Sequence[Look], furniture: Sequence[float], captions: Sequence[float], first: int) -> float:
    """How much a line looks like a headline: no full stop, some words, capitals, before byline and article."""
    x = looks[n]
    score = -1.5 if x.is_stopped and not x.text.isupper() else 1.0
    score += _from_length(x)
    if ORGANISATION.search(x.text) and x.words <= 12 and x.titled >= 0.7:
        score -= 1.5
    score += 2.5 * bool(RECORD.match(x.text))
    if n and x.words <= 4 and looks[n - 1].words <= 4 and looks[n + 1].words <= 4:
        score -= 1.0
    score += 1.0 if x.titled >= 0.7 else 0.0
    above = [f >= 1.0 or looks[m].words <= 4 for m, f in enumerate(furniture[:n])]
    score += 1.25 * sum(above) / n if n else 0.75
    score += _from_what_follows(n, looks, furniture, first)
    score -= 1.0 if x.prose >= 0.7 and x.is_stopped else 0.0
    score -= 1.0 * any(above.is_byline for above in looks[:n])
    score -= (
        2.0 * x.starts_small
        + 4.0 * (x.is_byline or x.is_date or x.is_tags or _is_signed(n, looks))
        + 3.0 * (x.menu >= 0.8)
    )
    score -= captions[n] if captions[n] >= 1.5 else 0.0
    return score - sum(c.weight for c in (*x.furniture, *x.credits, *x.about))


def _from_article(n: int, looks: Sequence[Look], told: frozenset[str], first: int) -> float:
    """What it adds that the article takes the words of a line up, and that the line stands twice above it."""
    if n >= first:
        return 0.0
    words = _stems(looks[n].text)
    share = len(words & told) / len(words) if len(words) >= 2 else 0.0
    is_again = looks[n].words >= 4 and any(_same(looks[m].text) == _same(looks[n].text) for m in range(n))
    return TAKEN_UP * min(1.0, share / ENOUGH) + TWICE * is_again


def _stems(line: str) -> frozenset[str]:
    """The beginnings of the longer words, by which a word is known again in other forms."""
    return frozenset(w[:STEM].lower() for w in WORD.findall(line))


def _from_length(x: Look) -> float:
    """Headlines have four to 25 words; shorter lines are mostly names of sections."""
    if 4 <= x.words <= 25:
        return 1.0 if x.words > 4 else 0.75
    return 0.0 if x.words == 3 else -2.0


def _is_signed(n: int, looks: Sequence[Look]) -> bool:
    """Whether the line holds nothing but names and stands beside a date: a byline without "by"."""
    beside = [looks[m] for m in (n - 1, n + 1) if 0 <= m < len(looks)]
    return looks[n].is_names and any(_is_stamp(b) or b.has_day for b in beside)


def _from_what_follows(n: int, looks: Sequence[Look], furniture: Sequence[float], first: int) -> float:
    """A headline is followed by the article, by a byline or date, or by a longer line that sums it up."""
    after = looks[n + 1]
    score = 0.5 if after.prose >= 0.7 or _is_stamp(after) else 0.0
    if not score and after.is_headline_like and after.words >= 1.2 * looks[n].words and furniture[n + 1] < 1.0:
        score = 0.5
    return score + 0.75 * any(_is_stamp(looks[m]) for m in range(n + 1, min(n + 6, first)))


def _is_stamp(x: Look) -> bool:
    if x.has_day and not x.is_final and x.words <= 8:
        return True
    return x.is_byline or x.is_date or any(c.name in ("time stamp", "page clock") for c in x.furniture)


def _is_deck(x: Look, furniture: float, caption: float) -> bool:
    """Whether the line under the title is its second line: long for a heading, unfinished, no cue of anything."""
    is_free = not (x.furniture or x.credits or x.captions or x.is_byline or x.is_date or x.is_tags)
    return is_free and x.is_headline_like and not x.is_final and x.words >= 8 and caption < 1.0
