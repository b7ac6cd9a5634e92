"""The stem of an English word, so that "joined" and "joining" count as one."""

from __future__ import annotations

import re
from functools import cache
from typing import Protocol

# British endings and vowels, and what stands for them on the other side.
BRITISH = tuple(
    (re.compile(pattern), form)
    for pattern, form in (
        (r"is(e[sdr]?|ing|ations?)$", r"iz\1"),
        (r"ys(e[sdr]?|ing)$", r"yz\1"),
        (r"(?<=\w\w\w)our(s|ed|ing|able|hood|ite)?$", r"or\1"),
        (r"ell(ed|ing|ers?)$", r"el\1"),
        (r"(cent|theat|met|lit|fib|calib)re(s)?$", r"\1er\2"),
        (r"(def|off|pret|lic)ense(s)?$", r"\1ence\2"),
        (r"(?<=\w)[ao]e(?=\w\w)", "e"),
    )
)


class _Stemmer(Protocol):
    def stemWord(self, word: str) -> str: ...  # noqa: N802 (the library's name)


@cache
def _english() -> _Stemmer:
    import snowballstemmer

    stemmer: _Stemmer = snowballstemmer.stemmer("english")
    return stemmer


@cache
def stem(word: str) -> str:
    """The stem of a word already made plain, without its possessive ending.

    >>> stem("joining"), stem("alliance's")
    ('join', 'allianc')
    """
    return _english().stemWord(spelling(word.removesuffix("'s").removesuffix("'")))


def stem_set(words: str) -> frozenset[str]:
    """The stems of a list of words that is written as running text."""
    return frozenset(stem(word) for word in words.split())


@cache
def spelling(word: str) -> str:
    """A plain word in one spelling, whichever side of the Atlantic it was written on.

    >>> spelling("destabilising"), spelling("neighbour")
    ('destabilizing', 'neighbor')
    """
    if len(word) < 5:
        return word
    for pattern, form in BRITISH:
        word = pattern.sub(form, word)
    return word
