"""Whether two names of speakers may mean one person: known names, parts of names, mere descriptions, groups."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal, NamedTuple

from variorum import text as texts
from variorum.model import Actor, ActorKind

Kinship = Literal["same", "part of the name", "described", "speaks for", "kindred", "other"]

LITTLE_WORDS = "al bin da das de del della den der di dos du el la le of the van von y zu"
PARTICLES = frozenset(LITTLE_WORDS.split())
# Words that stand for whoever holds the office; with them alone, however capitalised, nobody is named.
TITLES = """
    ambassador archbishop attorney bishop captain chair chairman chairwoman chancellor chief coach colonel
    commissioner counsel deputy director doctor emperor envoy executive foreign general governor head interpreter
    judge justice king leader lieutenant major manager mayor member minister officer official pope premier president
    presenter prime prince princess professor prosecutor queen reporter representative secretary senator sergeant
    speaker spokesman spokesperson spokeswoman vice witness
"""
OFFICES = frozenset(TITLES.split())
DEMONYM = 5  # first letters by which "Torvia" meets "Torvian"


# What somebody who speaks for others is called.
SPEAKS = re.compile(
    r"(?i)\b(?:spokes\w+|officials?|ministers?|ministry|director|chief|head|chair\w*|presidents?|representative|lawyers?|"
    r"attorneys?|executives?|commissioner|chancellor|premier|secretary|ambassador|envoy|officers?|press|counsel)\b"
)
OWNER = re.compile(r"(.+)['’]s\b")


class Voice(NamedTuple):
    """A speaker or listener as compared: the words of the name, and whether they name somebody at all.

    `owners` are the words in the genitive: "Lena" of "Lena's father", who is somebody else. `serves` are the words
    of what a person is called besides: "a spokesman for the harbour council".
    """

    id: str
    kind: ActorKind
    words: frozenset[str]
    is_named: bool
    owners: frozenset[str] = frozenset()
    serves: frozenset[str] = frozenset()


def voice(actor: Actor) -> Voice:
    """The actor as compared.

    >>> voice(Actor(id="a", kind="person", name="the Torvian premier")).is_named
    False
    >>> voice(Actor(id="a", kind="person", name="Anna de Vries")).is_named
    True
    """
    found = [m.group() for m in texts.WORD.finditer(actor.name)]
    words = [w.removesuffix("'s").removesuffix("’s") for w in found if w.lower() not in PARTICLES]
    owner = OWNER.match(actor.name)
    owners = frozenset(texts.plain_words(owner[1]) if owner else ())
    plain = frozenset(texts.plain(w) for w in words)
    is_named = bool(words) and all(not w[0].islower() for w in words) and not plain & OFFICES
    is_person = actor.kind in ("person", "unknown")
    called = (actor.name, *actor.aliases) if is_person else ()
    serves = frozenset(w[:DEMONYM] for name in called if SPEAKS.search(name) for w in texts.plain_words(name))
    return Voice(actor.id, actor.kind, plain, is_named and not owners, owners, serves)


@lru_cache(maxsize=100_000)
def kinship(left: Voice, right: Voice) -> Kinship:
    """How two speakers may be one: only two names that differ make two people.

    A description ("the Torvian premier") may mean whoever is named elsewhere; two descriptions may be one where
    they share a word, or a country and its people. Minutes give the words of those who spoke. A group, office or
    country may speak for a person.
    """
    if left.id == right.id:
        return "same"
    if left.is_named and right.is_named and (left.words <= right.words or right.words <= left.words):
        return "part of the name" if "person" in (left.kind, right.kind) else "kindred"
    if "document" in (left.kind, right.kind) and left.kind != right.kind:
        return "kindred"
    is_person = left.kind == "person"
    if is_person != (right.kind == "person"):
        return "speaks for" if _speaks_for(left, right) or _speaks_for(right, left) else "kindred"
    if left.is_named and right.is_named:
        return "other" if is_person or not _share(left, right) else "kindred"
    if left.owners & right.words or right.owners & left.words:
        return "other"  # "Lena's father" is not Lena
    if left.kind == right.kind == "group":
        return "described"  # "the two sides" and "the parties" may be the same
    if left.is_named == right.is_named and not _share(left, right):
        return "other"
    return "described" if is_person or _share(left, right) else "other"


def _speaks_for(person: Voice, body: Voice) -> bool:
    """Whether a person is called somebody who speaks for a body, or one of it."""
    words = {w[:DEMONYM] for w in body.words} - {"the"}
    return bool(words) and words <= person.serves


def _share(left: Voice, right: Voice) -> bool:
    return bool({w[:DEMONYM] for w in left.words} & {w[:DEMONYM] for w in right.words})
