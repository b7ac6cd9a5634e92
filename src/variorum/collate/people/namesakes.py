"""Which names of different documents are one person's or one body's."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from variorum import states
from variorum.collate.people.parties import Key, Local, Parties
from variorum.collate.people.spellings import LONG_ENOUGH, are_spellings, heard, is_given_name_of
from variorum.model import Actor
from variorum.text import plain_words

SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
FAR_MORE = 3  # times as many documents of a story must name one bearer of a name for a bare name to be theirs
# What a body is: "the Foundation" is short for "the Marlow Foundation", but "the Senate" is no committee of it.
INSTITUTION_NAMES = """
    academy administration agency alliance archive association authority bank board bureau cabinet center centre church
    club college commission committee company congress corporation council court department directorate embassy
    federation force foundation fund government hospital institute institution ministry mission museum network office
    organisation organization parliament party police press school secretariat senate service society station trust
    tribunal union university
"""
INSTITUTIONS = frozenset(INSTITUTION_NAMES.split())
WIDEST = 60  # people of one story who share a sound: beyond that it tells nothing

Full = tuple[Key, str, str]  # a person's key, given name and surname


def plain_name(name: str) -> str:
    """A name as compared, without article and case.

    >>> plain_name("The Northern Council")
    'northern council'
    """
    return " ".join(plain_words(name.replace(".", ""))).removeprefix("the ")


class Names:
    """Gives every named actor the key of what its name says: full names are one everywhere, bare ones in a story."""

    def __init__(self, named: Iterable[Local]) -> None:
        self._acronyms: dict[str, str] = {}
        for local in named:
            if local.actor.kind != "person":
                self._note_acronym(local.actor)

    def key(self, local: Local) -> Key:
        """What makes the actor the one that it is."""
        actor = local.actor
        if actor.kind == "person":
            given, surname = parts(actor.name)
            return ("person", surname, given) if given else ("bare", surname, local.doc)
        state = states.state(actor.name) if actor.kind != "document" else None
        if state:
            return ("state", state)
        name = plain_name(_longest(actor))
        return ("body", self._acronyms.get(name, name))

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


def _longest(actor: Actor) -> str:
    """The longest name that the document has for a body and that holds this one: "Northern Trust" of "the Trust"."""
    words = set(plain_words(actor.name))
    longer = (a for a in actor.aliases if a[:1].isupper() and actor.name[:1].isupper() and words < set(plain_words(a)))
    return max(longer, key=lambda a: (len(a), a), default=actor.name)


def parts(name: str) -> tuple[str, str]:
    """Given name and surname as compared.

    >>> parts("John F. Marlow Jr."), parts("Marlow")
    (('john', 'marlow'), ('', 'marlow'))
    """
    words = plain_name(name).split()
    while len(words) > 1 and words[-1] in SUFFIXES:
        words.pop()
    return (words[0] if len(words) > 1 else "", words[-1] if words else "")


def join_namesakes(parties: Parties) -> None:
    """Joins, story by story, spellings of full names, then bare names with their only fitting bearer."""
    stories = _stories(parties)
    for story in sorted(stories):
        _join_spellings(parties, _full(stories[story]))
        _join_unsorted(parties, stories[story], story)
        _join_short(parties, stories[story])
    for story in sorted(stories):
        full = _full(stories[story])
        for key in stories[story]:
            if key[0] == "bare":
                _join_bare(parties, key, _bearers(key[1], full, parties), story)
    for story in sorted(stories):
        _join_same(parties, stories[story])
    _join_left(parties)


def _stories(parties: Parties) -> dict[str, list[Key]]:
    """Story -> the keys of those who occur in it."""
    found: defaultdict[str, list[Key]] = defaultdict(list)
    for key, members in parties:
        for story in sorted({m.story for m in members}):
            found[story].append(key)
    return found


def _full(keys: Iterable[Key]) -> list[Full]:
    return [(key, key[2], key[1]) for key in keys if key[0] == "person"]


def _join_spellings(parties: Parties, full: Sequence[Full]) -> None:
    """Full names first; an initial only where one person can be meant."""
    initials: defaultdict[Key, set[Key]] = defaultdict(set)
    for (one, given, surname), (other, another, family) in _alike(full):
        if parties.are_two_sexes(one, other):
            continue
        is_longer = _is_longer(one, other, parties)
        if not (is_longer or are_spellings((given, surname), (another, family))):
            continue
        if len(given) > 1 and len(another) > 1:
            parties.join(one, other, is_sure=is_longer)
        else:
            short, long = (one, other) if len(given) == 1 else (other, one)
            initials[short].add(long)
    for short, fitting in sorted(initials.items()):
        if len({parties.key(key) for key in fitting}) == 1:
            parties.join(short, min(fitting))


def _is_longer(one: Key, other: Key, parties: Parties) -> bool:
    """Whether one full name is the other with a name more at its end: "Laura Marlow" and "Laura Marlow Vega"."""
    names = [sorted({plain_name(m.actor.name) for m in parties.members(key) if m.is_named}) for key in (one, other)]
    return any(
        long.startswith(f"{short} ") and " " in short
        for x in names[0]
        for y in names[1]
        for short, long in ((x, y), (y, x))
    )


def _alike(full: Sequence[Full]) -> Iterator[tuple[Full, Full]]:
    """Pairs of names that share a sound, each once."""
    blocks: defaultdict[tuple[str, str], list[Full]] = defaultdict(list)
    for name in full:
        _, given, surname = name
        for key in sorted({("surname", heard(surname)), ("given", given[0] + heard(given)), ("given", given[0])}):
            blocks[key].append(name)
    pairs = {pair for block in blocks.values() if len(block) <= WIDEST for pair in combinations(sorted(block), 2)}
    yield from sorted(pairs)


def _join_unsorted(parties: Parties, keys: Sequence[Key], story: str) -> None:
    """What one document cannot tell to be a person, another may: a full name, or the only bearer's given or surname.

    A surname alone that is taken for a body may be the firm that bears it; one taken for a place is hardly a place that
    speaks.
    """
    full = _full(keys)
    people = {f"{given} {surname}": key for key, given, surname in full}
    for key in keys:
        kinds = {m.actor.kind for m in parties.members(key)}
        if key[0] != "body" or not kinds <= {"unknown", "organization", "place"}:
            continue
        if key[1] in people:
            parties.join(people[key[1]], key)
        elif " " not in key[1] and "organization" not in kinds:
            _join_bare(parties, key, _bearers(key[1], full, parties), story)
        elif " " not in key[1]:
            bearers = {parties.key(k) for k, given, _ in full if given == key[1]}
            if len(bearers) == 1:
                parties.join(min(bearers), key, is_sure=True)


def _join_short(parties: Parties, keys: Sequence[Key]) -> None:
    """A body's short name joins the only longer one of the story that it may stand for.

    What one document takes for somebody's surname may be such a short name, if nobody of the story bears it.
    """
    bodies = [key for key in keys if key[0] == "body" and _is_body(parties, key)]
    surnames = {surname for _, _, surname in _full(keys)}
    bare = [k for k in keys if k[0] == "bare" and k[1] not in surnames and not parties.sex(k)]
    holding: defaultdict[str, list[Key]] = defaultdict(list)
    for key in bodies:
        for word in {key[1].split()[0], key[1].split()[-1]} if key[1] else ():
            holding[word].append(key)
    for key in sorted((*bodies, *bare), key=lambda key: (-len(key[1].split()), key)):
        words = key[1].split()
        longer = {other for word in words[:1] + words[-1:] for other in holding[word] if is_short_for(key[1], other[1])}
        standing = sorted({parties.key(other) for other in longer})
        if len(standing) == 1:
            parties.join(key, standing[0], is_sure=True)


def _is_body(parties: Parties, key: Key) -> bool:
    return all(m.is_named and m.actor.kind in ("organization", "unknown") for m in parties.members(key))


def is_short_for(short: str, long: str) -> bool:
    """Whether a body's name may stand for a longer one: its beginning, or the kind of body that it is.

    >>> is_short_for("marlow", "marlow stone group inc"), is_short_for("foundation", "marlow foundation")
    (True, True)
    >>> is_short_for("senate", "senate defence committee"), is_short_for("north", "far north")
    (False, False)
    """
    words, more = short.split(), long.split()
    if not words or len(words) >= len(more):
        return False
    if more[: len(words)] == words:
        return not INSTITUTIONS & set(more[len(words) :])
    return more[-len(words) :] == words and bool(INSTITUTIONS & set(words))


def _bearers(name: str, full: Sequence[Full], parties: Parties) -> list[Key]:
    """Who of a story may be called by this bare name: by surname, by a spelling of it, or by given name."""
    by_surname = [key for key, _, surname in full if surname == name]
    if not by_surname and len(name) >= LONG_ENOUGH:
        by_surname = [key for key, _, s in full if len(s) >= LONG_ENOUGH and heard(s) == heard(name)]
    found = by_surname or [key for key, given, _ in full if len(given) > 1 and is_given_name_of(name, given)]
    return sorted({parties.key(key) for key in found})


def _join_bare(parties: Parties, key: Key, bearers: Sequence[Key], story: str) -> None:
    """A bare name joins its only bearer, the only one of that sex, or the one whom most documents name by far."""
    sex = parties.sex(key)
    fitting = [b for b in bearers if not parties.are_two_sexes(b, key)]
    if len(fitting) > 1 and sex:
        fitting = [b for b in fitting if parties.sex(b) == sex] or fitting
    if len(fitting) > 1:
        named = {b: len({m.doc for m in parties.members(b) if m.story == story}) for b in fitting}
        first, second = sorted(fitting, key=lambda b: (-named[b], b))[:2]
        fitting = [first] if named[first] >= FAR_MORE * named[second] else []
    if fitting:
        parties.join(key, fitting[0], is_sure=len(bearers) == 1 and fitting[0][1] == key[1])


def _join_same(parties: Parties, keys: Iterable[Key]) -> None:
    """Bare names for which nobody bears them in full are one throughout a story."""
    first: dict[tuple[str, str | None], Key] = {}
    for key in keys:
        if key[0] == "bare" and parties.key(key)[0] == "bare":
            parties.join(first.setdefault((key[1], parties.sex(key)), key), key)


def _join_left(parties: Parties) -> None:
    """A bare name for which its story has no bearer joins the only one of all documents."""
    families: defaultdict[str, set[Key]] = defaultdict(set)
    for key, _, surname in _full(k for k, _ in parties):
        families[surname].add(key)
    for key in [k for k, _ in parties if k[0] == "bare"]:
        bearers = families.get(key[1], set())
        if len(bearers) == 1:
            parties.join(key, min(bearers))
