"""Words that stand for one state: its name, its capital, its people and things."""

from __future__ import annotations

from functools import cache

from variorum import states

# Names of two or more words that are compared as one word.
COMPOUND = (
    "united states of america", "united states", "united kingdom", "soviet union", "united nations", "european union",
    "saudi arabia", "north korea", "south korea", "south africa", "new zealand", "great britain", "sri lanka",
)  # fmt: skip


@cache
def country(words: str) -> str | None:
    """The state that capitalised words stand for in plain form, as in "Ankara said", "the Turkish side"; else None.

    >>> country("Ankara"), country("Turkish"), country("polish")
    ('turkey', 'turkey', None)
    """
    if not words[:1].isupper():
        return None
    found = states.state(words) or states.state_of_capital(words) or states.state_of_adjective(words)
    return found.casefold() if found else None
