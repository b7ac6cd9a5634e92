"""The actors of single documents, and which of them are put together as one person or body."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from variorum import states
from variorum.collate.people.voices import voice
from variorum.model import Actor, Annotation, Document

SHARED = frozenset({"group", "document"})
HE, SHE = frozenset({"he", "him", "his", "himself"}), frozenset({"she", "her", "hers", "herself"})
OFTEN = 5  # pronouns that a mere description must have: "the mate" and "her" may be a ship's
SURE = 3  # times as many pronouns of one sex as of the other; "her" may be the neighbour's

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Local:
    """An actor as one document has it, and the story which that document tells ("" where nobody knows)."""

    doc: str
    story: str
    actor: Actor
    is_named: bool


def local_actors(annotations: Iterable[Annotation], story_of: Mapping[str, str]) -> list[Local]:
    """The actors of all documents, by document."""
    found = sorted(annotations, key=lambda a: a.doc)
    return [Local(a.doc, story_of.get(a.doc, ""), actor, is_named(actor)) for a in found for actor in a.actors]


def pronouns_of(locals_: Iterable[Local], documents: Mapping[str, Document]) -> dict[str, Counter[str]]:
    """Local actor -> how often its document calls it "he" and how often "she"."""
    found: dict[str, Counter[str]] = {}
    for local in locals_:
        text = documents[local.doc].text if local.doc in documents else ""
        words = [text[m.span.start : m.span.end].lower() for m in local.actor.mentions if m.kind == "pronoun"]
        counts = Counter({"he": sum(w in HE for w in words), "she": sum(w in SHE for w in words)})
        if local.is_named or counts.total() >= OFTEN:
            found[local.actor.id] = counts
    return found


def is_named(actor: Actor) -> bool:
    """Whether the actor has a name of its own; "a spokesman" of one document is nobody's in another by itself."""
    if any(m.kind == "name" for m in actor.mentions) or actor.kind == "outlet":
        return True
    if actor.kind in ("person", "organization") and " " in actor.name and voice(actor).is_named:
        return True  # whoever was named by hand need not be mentioned by that name
    return states.state(actor.name) == actor.name or (actor.kind in SHARED and _has_proper_word(actor.name))


def _has_proper_word(name: str) -> bool:
    """ "Northern leaders", "Town Hall minutes": a description that means the same everywhere."""
    first, *others = name.split() or [""]
    return bool(states.state_of_adjective(first)) or any(w[:1].isupper() and len(w) > 1 for w in others)


class Parties:
    """Groups of local actors under keys; two are joined unless one document tells them apart.

    What is asked of a group again and again (its documents, its pronouns) is kept with it, so that the work grows with
    the number of actors and not with the size of the groups.
    """

    def __init__(self, keyed: Iterable[tuple[Key, Local]], pronouns: Mapping[str, Counter[str]] | None = None) -> None:
        self._members: defaultdict[Key, list[Local]] = defaultdict(list)
        self._docs: defaultdict[Key, set[str]] = defaultdict(set)
        self._pronouns: defaultdict[Key, Counter[str]] = defaultdict(Counter)
        for key, local in keyed:
            self._members[key].append(local)
            self._pronouns[key].update((pronouns or {}).get(local.actor.id, {}))
            if local.is_named:
                self._docs[key].add(local.doc)
        self._now: dict[Key, Key] = {key: key for key in self._members}

    def __iter__(self) -> Iterator[tuple[Key, Sequence[Local]]]:
        return iter(sorted(self._members.items()))

    def key(self, key: Key) -> Key:
        """The key under which what was this group now stands."""
        while self._now[key] != key:
            self._now[key] = key = self._now[self._now[key]]
        return key

    def members(self, key: Key) -> Sequence[Local]:
        """The local actors that stand together with these."""
        return self._members[self.key(key)]

    def join(self, one: Key, other: Key, *, is_sure: bool = False) -> bool:
        """Makes two groups one; False where they are one already, or a document names both and keeps them apart.

        Where it is sure that they are one, a document that has both is taken to have missed it.
        """
        right, left = sorted((self.key(one), self.key(other)))
        if left == right or (not is_sure and not self._docs[left].isdisjoint(self._docs[right])):
            return False
        self._members[left] += self._members.pop(right)
        self._docs[left] |= self._docs.pop(right, set())
        self._pronouns[left].update(self._pronouns.pop(right, Counter()))
        self._now[right] = left
        return True

    def sex(self, key: Key) -> str | None:
        """ "he" or "she" where the pronouns of nearly all documents agree."""
        found = self._pronouns[self.key(key)]
        he, she = found["he"], found["she"]
        if he > SURE * she:
            return "he"
        return "she" if she > SURE * he else None

    def are_two_sexes(self, one: Key, other: Key) -> bool:
        """Whether one is called "he" and the other "she"."""
        return {self.sex(one), self.sex(other)} == {"he", "she"}
