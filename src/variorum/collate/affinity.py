"""How well two words answer one another in a column: the same, a form of the same, a substitute, or nothing."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal, NamedTuple

from variorum.collate.words import FUNCTION_STEMS, Word

# What the words of one column are worth. Only the order matters much: the same before a form of the same, that before
# a substitute, a substitute of the same kind before two gaps, two gaps before a preposition set against a noun.
SAME = 1.0
SAME_FUNCTION = 0.7  # so that two words of matter decide against two particles
SAME_STEM = 0.8
NEAR = 0.5  # "member", "membership"
NUMBERS = 0.3
NAMES = 0.2
SUBSTITUTE = -0.2
UNLIKE = -0.7
GAP = -0.3

Kind = Literal["function", "matter", "name", "number"]


class Form(NamedTuple):
    """A word as aligned: how it is written, its stem, and what kind of word it is."""

    plain: str
    stem: str
    kind: Kind


def forms(words: list[Word], text: str) -> tuple[Form, ...]:
    """The words of one reading as aligned; in a heading with capitals throughout no word counts as a name."""
    capitals = [text[word.start].isupper() for word in words]
    matter = [is_capital for word, is_capital in zip(words, capitals, strict=True) if word.stem not in FUNCTION_STEMS]
    is_heading = len(matter) > 2 and all(matter)
    return tuple(
        Form(word.plain, word.stem, _kind(word, is_name=is_capital and n > 0 and not is_heading))
        for n, (word, is_capital) in enumerate(zip(words, capitals, strict=True))
    )


def _kind(word: Word, *, is_name: bool) -> Kind:
    if word.stem[:1].isdigit():
        return "number"
    if word.stem in FUNCTION_STEMS:
        return "function"
    return "name" if is_name else "matter"


@lru_cache(maxsize=500_000)
def affinity(left: Form, right: Form) -> float:
    """What it is worth to set two words in one column.

    >>> affinity(Form("objects", "object", "matter"), Form("objection", "object", "matter"))
    0.8
    """
    if left.plain == right.plain:
        return SAME_FUNCTION if left.kind == "function" else SAME
    if left.stem == right.stem:
        return SAME_STEM
    if (left.kind == "function") != (right.kind == "function"):
        return UNLIKE
    if left.kind == right.kind == "number":
        return NUMBERS
    if "function" not in (left.kind, right.kind) and is_near(left.stem, right.stem):
        return NEAR
    return NAMES if left.kind == right.kind == "name" else SUBSTITUTE


def is_near(left: str, right: str) -> bool:
    """Whether two stems look like forms of one word: most of their pairs of letters are the same.

    >>> is_near("member", "membership"), is_near("loyal", "legal")
    (True, False)
    """
    x, y = ({word[n : n + 2] for n in range(len(word) - 1)} for word in (left, right))
    return 2 * len(x & y) >= 0.6 * (len(x) + len(y)) > 2.4
