"""Slips of eye or ear: a word in the place of another that looks almost the same ("loyal", "royal")."""

from __future__ import annotations

from collections.abc import Iterator

from variorum.judge import numbers
from variorum.judge.alike import Comparison
from variorum.judge.differences.difference import Difference
from variorum.judge.stems import spelling
from variorum.judge.wording import Word

SHORTEST = 4  # letters; among shorter words too many look alike
FARTHEST = 2  # letters changed, in words of six letters or more; one in shorter words


def lookalikes(comparison: Comparison) -> Iterator[Difference]:
    """One word for another that is written almost like it, the words beside both agreeing."""
    for change in comparison.changes:
        if not change.is_framed or len(change.left) != len(change.right) or len(change.left) > 2:
            continue
        for x, y in zip(change.left, change.right, strict=True):
            if _may_slip(x) and _may_slip(y) and x.stem != y.stem and look_alike(spelling(x.plain), spelling(y.plain)):
                text = f"“{x.plain}” and “{y.plain}” look almost the same and mean different things."
                yield Difference("lookalike", text, 0.6, (x.span,), (y.span,))


def _may_slip(word: Word) -> bool:
    return word.is_content and len(word.plain) >= SHORTEST and numbers.value(word.plain) is None


def look_alike(a: str, b: str) -> bool:
    """Whether two words differ in a letter or two and are no forms of one word."""
    if a in b or b in a:
        return False  # an inflection, or a part of a compound
    return 0 < _distance(a, b) <= (FARTHEST if min(len(a), len(b)) >= 6 else 1)


def _distance(a: str, b: str) -> int:
    """Letters to change, add or leave out to make one word of the other (Levenshtein)."""
    row = list(range(len(b) + 1))
    for n, x in enumerate(a, 1):
        above, row[0] = row[0], n
        for m, y in enumerate(b, 1):
            above, row[m] = row[m], min(row[m] + 1, row[m - 1] + 1, above + (x != y))
    return row[-1]
