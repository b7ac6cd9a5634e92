"""The people and bodies of one document, with all their mentions."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from variorum import states
from variorum.annotate.parsed import Parsed
from variorum.annotate.people import authors, turns
from variorum.annotate.people.cast import Member, gather
from variorum.annotate.people.discourse import Memory, Quoted, Ref, describe, find_people, tell_sexes
from variorum.annotate.people.names import find as find_names
from variorum.annotate.people.nominals import Nominals
from variorum.annotate.people.reading import Reading
from variorum.annotate.people.roster import Roster
from variorum.annotate.people.speaking import speakers_by_words
from variorum.annotate.reporting.draft import Draft
from variorum.model import Actor, Mention, identifier

OWNED = re.compile(r"(?P<owner>\b[A-Z][\w.]+(?: [A-Z][\w.]+)?['’]s? )$")  # "Norvik's" of "Norvik's Board of Trade"


def find(parsed: Parsed, drafts: Sequence[Draft] = ()) -> Roster:
    """The actors of the document with all their mentions, and the means to ask who some words name.

    `drafts` are the document's reports, of which those are looked at that are the turns of a transcript.
    """
    names = find_names(parsed)
    members, found = gather(names, parsed.text, parsed.document.title or "")
    find_people(parsed, found)
    describe(parsed, found)
    told, others = turns.find(parsed, drafts, found)
    members = [*dict.fromkeys(m for m in members if m in set(found.values())), *others]
    tell_sexes(parsed, found)
    memory = Memory(Quoted(parsed))
    reading = Reading(parsed, found, Nominals(list(members), memory), memory, told)
    reading.read()
    first_person = authors.issuer(parsed, found), authors.author(parsed, found)
    members += [m for m in first_person if m is not None]
    cast = list(dict.fromkeys([*members, *reading.nominals.named, *(r.member for r in reading.refs.values())]))
    roster = _roster(parsed, cast, reading, first_person)
    sources = list(speakers_by_words(parsed, drafts, memory.quoted, roster.knows))
    if not sources:
        return roster
    reading.refs.update({r.head: r for r in sources if r.head not in reading.refs})
    cast = list(dict.fromkeys([*cast, *(r.member for r in sources)]))
    return _roster(parsed, cast, reading, first_person)


def _roster(
    parsed: Parsed, cast: list[Member], reading: Reading, first_person: tuple[Member | None, Member | None]
) -> Roster:
    ids = _ids(parsed.document.id, cast)
    issuer, author = (ids[id(m)] if m is not None else None for m in first_person)
    return Roster(
        parsed,
        _actors(parsed, cast, ids, reading.refs),
        reading.memory.quoted,
        reading.memory,
        frozenset(ids[id(m)] for m in cast if m.is_named),
        reading.turns,
        issuer,
        author,
        ids,
        reading.refs,
        _seats(cast, ids),
        {ids[id(m)]: frozenset(m.described) for m in cast},
    )


def _ids(doc: str, cast: list[Member]) -> dict[int, str]:
    """Ids made of kind and name; of two members alike in both the second is told apart by its number."""
    seen: Counter[tuple[str, str]] = Counter()
    ids = {}
    for member in cast:
        seen[member.kind, member.chief] += 1
        ids[id(member)] = identifier(
            "a", doc, member.kind, member.chief, *([n] if (n := seen[member.kind, member.chief]) > 1 else [])
        )
    return ids


def _actors(parsed: Parsed, cast: list[Member], ids: dict[int, str], refs: dict[int, Ref]) -> tuple[Actor, ...]:
    mentions: dict[int, list[Ref]] = {id(m): [] for m in cast}
    for ref in refs.values():
        mentions[id(ref.member)].append(ref)
    return tuple(
        Actor(
            id=ids[id(m)],
            kind=m.kind,
            name=m.chief,
            aliases=_aliases(parsed, m, mentions[id(m)]),
            mentions=tuple(
                Mention(parsed.span(r.start, r.end), r.kind)
                for r in sorted(mentions[id(m)], key=lambda r: (r.start, r.end))
            ),
        )
        for m in sorted(cast, key=lambda m: ids[id(m)])
    )


def _aliases(parsed: Parsed, member: Member, refs: list[Ref]) -> tuple[str, ...]:
    """Every other wording under which the document names or describes the member."""
    words = {" ".join(parsed.text[r.start : r.end].split()) for r in refs if r.kind != "pronoun"} | set(member.names)
    for ref in refs if member.kind == "organization" else ():
        owned = OWNED.search(parsed.text, max(0, ref.start - 40), ref.start) if ref.kind == "name" else None
        words |= {owned["owner"] + " ".join(parsed.text[ref.start : ref.end].split())} if owned else set()
    return tuple(sorted(w for w in words - {member.chief} if len(w) <= 80))


def _seats(cast: list[Member], ids: dict[int, str]) -> dict[str, str]:
    """For each capital the state that is meant where it speaks."""
    by_name = {m.chief: ids[id(m)] for m in cast if m.kind == "organization"}
    found = {}
    for member in cast:
        state = states.state_of_capital(member.chief) if member.kind == "place" else None
        if state in by_name:
            found[ids[id(member)]] = by_name[state]
    return found
