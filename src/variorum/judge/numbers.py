"""Numbers in running text, in figures or in words."""

from __future__ import annotations

import re
from functools import cache

UNITS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
ONES = {word: n for n, word in enumerate(UNITS)}
ROUND = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
TENS = {word: 10 * n for n, word in enumerate(ROUND, 2)}
SCALES = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12, "dozen": 12}
FIGURES = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
ANY = rf"(?:{FIGURES.pattern}|(?:{'|'.join(TENS)})(?:-(?:{'|'.join(UNITS)}))?|{'|'.join(UNITS)})"  # as a pattern


@cache
def value(word: str) -> float | None:
    """The number that one word gives, None if it gives none; ordinals and years are left as they are.

    >>> value("1,200"), value("twelve"), value("twenty-one"), value("first")
    (1200.0, 12.0, 21.0, None)
    """
    word = word.casefold()
    if FIGURES.fullmatch(word):
        return float(word.replace(",", ""))
    if word in ONES:
        return float(ONES[word])
    first, _, second = word.partition("-")
    if first in TENS and (not second or second in ONES):
        return float(TENS[first] + (ONES[second] if second else 0))
    return None


def scale(word: str) -> int:
    """What a word such as "million" multiplies by, 1 for any other word.

    >>> scale("million"), scale("people")
    (1000000, 1)
    """
    return SCALES.get(word.casefold(), 1)


def shown(number: float) -> str:
    """A number as a reader writes it.

    >>> shown(12.0), shown(1200.5)
    ('12', '1,200.5')
    """
    return f"{int(number):,}" if number == int(number) else f"{number:,}"
