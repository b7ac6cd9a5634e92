"""When an actor of the edition is the person or body that the gold means."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from variorum.model import Actor

IN_FRONT = """
a an the this that his her its their our my
mr mrs ms miss sir lord lady dame dr prof professor king queen pope archbishop bishop rev reverend
justice judge president vice prime minister premier chancellor secretary speaker senator sen representative
rep congressman congresswoman governor gov mayor ambassador chairman chairwoman chair deputy foreign us u.s
general gen colonel col captain capt lt sgt
former then ex ex-president then-president then-us
"""
LEADING = frozenset(IN_FRONT.split())  # determiners, titles, offices and ranks, which may stand before a name
NOBODY = "i me you he him his himself she her hers herself it we us they them their theirs"
PRONOUNS = frozenset(NOBODY.split())
EDGES = ".,;:\"“”‘’'()"


def plain_name(name: str) -> str:
    """The name in small letters, without possessive endings and leading determiners, titles and offices.

    >>> plain_name("the former President Helena Brandt’s")
    'helena brandt'
    """
    words = [w.strip(EDGES).removesuffix("'s") for w in name.replace("’", "'").casefold().split()]
    words = [w for w in words if w]
    while len(words) > 1 and words[0] in LEADING:
        del words[0]
    return " ".join(words)


class Directory:
    """Tells whether an actor of the edition is an entity of the gold."""

    def __init__(self, entities: Mapping[str, Actor], actors: Iterable[Actor]) -> None:
        self._entities = entities
        self._actors = {a.id: a for a in actors}
        self._names = {key: _names(entity) for key, entity in entities.items()}
        self._known = frozenset(name for names in self._names.values() for name in names)
        self._aliases = {key: _names(actor) for key, actor in self._actors.items()}

    def is_any(self, actor: str | None, entities: Iterable[str]) -> bool:
        """Whether the actor is one of these entities."""
        return actor is not None and any(self._is(actor, entity) for entity in entities)

    def name(self, actor: str | None) -> str:
        """The chief name of the edition's actor, for a reader."""
        return self._actors[actor].name if actor else "nobody"

    def entity_names(self, entities: Iterable[str]) -> str:
        """The chief names of the gold's entities, for a reader."""
        return " or ".join(self._entities[e].name for e in entities) or "nobody"

    def _is(self, actor: str, entity: str) -> bool:
        """By the chief name first: if that is somebody else's, no alias makes him this one.

        So two people of one family, or two who were merged in error, stay apart.
        """
        chief = plain_name(self._actors[actor].name)
        if chief in self._known:
            return chief in self._names[entity]
        return bool(self._aliases[actor] & self._names[entity]) or self._has_surname(chief, entity)

    def _has_surname(self, chief: str, entity: str) -> bool:
        person = self._entities[entity]
        if person.kind != "person" or not chief:
            return False
        return chief.split()[-1] == plain_name(person.name).split()[-1]


def _names(actor: Actor) -> frozenset[str]:
    return frozenset(filter(None, map(plain_name, (actor.name, *actor.aliases)))) - PRONOUNS
