"""Which names of different documents are one person's or one body's."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from variorum import states
from variorum.model import Actor
from variorum.text import plain_words

SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
LONG_ENOUGH = 6  # letters, as within a document: shorter surnames at one edit are usually two families


def plain_name(name: str) -> str:
    """A name as compared, without article and case.

    >>> plain_name("The Northern Council")
    'northern council'
    """
    return " ".join(plain_words(name.replace(".", ""))).removeprefix("the ")


class Namesakes:
    """Gives every actor the key of the person or body that it is, whatever the order of the documents.

    People go by surname first, so that the work grows with the number of names and not with their square.
    Within a family name, given names that can be one ("J." and "John") are joined; a bare surname joins the family's
    only member, or the one whom far more documents name than any other.
    """

    def __init__(self, actors: Sequence[Actor]) -> None:
        self._families: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self._acronyms: dict[str, str] = {}
        self._spelling: dict[str, str] = {}
        for actor in actors:
            if actor.kind == "person":
                given, surname = _parts(actor.name)
                self._families[surname][given] += 1
            else:
                self._note_acronym(actor)
        self._note_variants()
        self._given = {s: _joined(f) for s, f in self._families.items()}

    def key(self, actor: Actor) -> tuple[str, ...]:
        """What makes the actor the one that it is."""
        if actor.kind == "person":
            return self._person(actor)
        name = plain_name(actor.name)
        state = states.state(actor.name) if actor.kind != "document" else None
        if state:
            return ("state", state)
        return ("body", self._acronyms.get(name, name))

    def _person(self, actor: Actor) -> tuple[str, ...]:
        given, surname = _parts(actor.name)
        surname = self._spelling.get(surname, surname)
        family = self._given.get(surname, {})
        if given:
            return ("person", surname, family.get(given, given))
        bearers = sorted({family[g] for g in family if g})
        if len(bearers) == 1:
            return ("person", surname, bearers[0])
        return ("person", surname, "")

    def _note_acronym(self, actor: Actor) -> None:
        """Long forms whose initials are another name of the same document's actor, or of another document's."""
        for name in (actor.name, *actor.aliases):
            long = plain_name(actor.name)
            if re.fullmatch(r"[A-Z][A-Z.]{1,7}", name) and plain_name(name) != long and not states.state(name):
                self._acronyms.setdefault(plain_name(name), min(long, self._acronyms.get(plain_name(name), long)))
            elif re.fullmatch(r"[A-Z][A-Z.]{1,7}", actor.name) and plain_name(name) != long and " " in name:
                initials = "".join(w[0] for w in re.split(r"[\s-]", name) if w[:1].isupper())
                if initials == actor.name.replace(".", ""):
                    self._acronyms[plain_name(name)] = long

    def _note_variants(self) -> None:
        """Surnames at one edit whose given names agree are spellings of one; the commoner stands for both."""
        blocks: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
        for surname, family in self._families.items():
            for given in family:
                if given and len(surname) >= LONG_ENOUGH:
                    blocks[given, surname[0]].append(surname)
        for (given, _), surnames in sorted(blocks.items()):
            ranked = sorted(set(surnames), key=lambda s: (-self._families[s][given], s))
            for n, surname in enumerate(ranked):
                near = [c for c in ranked[:n] if c not in self._spelling and _is_near(c, surname)]
                if near:
                    self._spelling[surname] = near[0]
        for variant, chief in sorted(self._spelling.items()):
            self._families[chief].update(self._families[variant])


def _parts(name: str) -> tuple[str, str]:
    """Given name and surname as compared."""
    words = plain_name(name).split()
    while len(words) > 1 and words[-1] in SUFFIXES:
        words.pop()
    return (words[0] if len(words) > 1 else "", words[-1] if words else "")


def _joined(family: Counter[str]) -> dict[str, str]:
    """Given names, initials with the only full name that they can stand for."""
    full = sorted(g for g in family if len(g) > 1)
    found = {g: g for g in full}
    for initial in sorted(g for g in family if len(g) == 1):
        fitting = [g for g in full if g.startswith(initial)]
        found[initial] = fitting[0] if len(fitting) == 1 else initial
    return found


def _is_near(a: str, b: str) -> bool:
    """Whether two surnames differ by one letter added, lost or changed."""
    if abs(len(a) - len(b)) > 1:
        return False
    short, long = sorted((a, b), key=len)
    at = next((n for n, (x, y) in enumerate(zip(short, long, strict=False)) if x != y), len(short))
    return short[at + (len(short) == len(long)) :] == long[at + 1 :]
