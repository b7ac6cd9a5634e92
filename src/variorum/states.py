"""The states of the world by the names that newspapers use: "Washington says", "the Russian leader", "UK"."""

from __future__ import annotations

from functools import cache
from importlib import resources


@cache
def _table() -> tuple[dict[str, str], dict[str, str], dict[str, str]]:
    """Names, capitals and adjectives, in small letters, each with the state's chief name."""
    names: dict[str, str] = {}
    capitals: dict[str, str] = {}
    adjectives: dict[str, str] = {}
    for line in resources.files("variorum").joinpath("states.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        state, others, seats, people = line.split("|")
        names |= {_plain(n): state for n in (state, *others.split(";")) if n}
        capitals |= {_plain(n): state for n in seats.split(";") if n}
        adjectives |= {_plain(n): state for n in people.split(";") if n}
    return names, capitals, adjectives


def _plain(words: str) -> str:
    bare = " ".join(words.replace("’", "'").casefold().replace(".", "").split())
    return bare.removeprefix("the ").removesuffix("'s")


def state(words: str) -> str | None:
    """The chief name of the state that these words name; None where they name none.

    >>> state("the U.S."), state("Great Britain"), state("Paris")
    ('United States', 'United Kingdom', None)
    """
    return _table()[0].get(_plain(words))


def state_of_capital(words: str) -> str | None:
    """The state whose government is meant where its capital speaks.

    >>> state_of_capital("Ankara"), state_of_capital("Springfield")
    ('Turkey', None)
    """
    return _table()[1].get(_plain(words))


def state_of_adjective(words: str) -> str | None:
    """The state whose people or things these words mark; "US" and "UK" are adjectives, too.

    >>> state_of_adjective("Hungarian"), state_of_adjective("U.S."), state_of_adjective("tall")
    ('Hungary', 'United States', None)
    """
    plain = _plain(words)
    return _table()[2].get(plain) or (_table()[0].get(plain) if plain in ("us", "uk", "usa", "eu", "uae") else None)
