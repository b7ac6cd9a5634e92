"""Kinds of gatherings that are never one and the same: a dinner, a telephone call, a hearing, a walk."""

from __future__ import annotations

import re

GATHERINGS = {
    "meal": "dinner lunch luncheon breakfast supper banquet",
    "call": "call telephone phone telephone-call",
    "sitting": "hearing testimony trial inquiry inquest evidence cross-examination",
    "deposition": "deposition affidavit",
    "press": "conference briefing",
    "walk": "walk drive ride corridor car",
    "letter": "letter note cable telegram e-mail email message",
    "memoir": "memoir book autobiography diary",
}
_BY_NOUN = {noun: name for name, nouns in GATHERINGS.items() for noun in nouns.split()}


def gathering(noun: str) -> str:
    """The kind of gathering that the first word of a phrase names; empty where it may be any.

    >>> gathering("dinner"), gathering("Lunches, Ann Hale, Norvik"), gathering("talks")
    ('meal', 'meal', '')
    """
    first = re.match(r"[\w-]*", noun.casefold())
    word = first.group() if first else ""
    options = (word, word.removesuffix("s"), word.removesuffix("es"))
    return next((_BY_NOUN[w] for w in options if w in _BY_NOUN), "")
