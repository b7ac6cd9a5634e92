"""The stem of an English word, so that "joined" and "joining" count as one."""

from __future__ import annotations

from functools import cache
from typing import Protocol


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
    return _english().stemWord(word.removesuffix("'s").removesuffix("'"))
