"""Descent that a document itself tells: "told CNN", "according to the agency", "as the minutes have it"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from variorum.judge.credits import KNOWN, Credit
from variorum.judge.origins import RECORD, Origin, origins_of, record_itself
from variorum.judge.stemma.grounds import Link, Rest
from variorum.judge.stemma.versions import Versions
from variorum.model import Document, Reading, Reason
from variorum.text import plain, plain_words

Key = tuple[str, ...]
BARRED = 0.6  # that the outlet's other piece has the same origin as the one cited; less sure than the citation itself
LEAST = 2  # words of a title by which a document can be known; one is too often a common word


def grounds(versions: Versions, credit_lines: Mapping[str, tuple[Credit, ...]]) -> tuple[list[Link], list[Rest]]:
    """Who comes from a witness that it credits, and who rests on what is not among the witnesses."""
    printed = _printed(versions)
    links: list[Link] = []
    rests: list[Rest] = []
    for reading in versions.readings.values():
        for origin in _origins(reading, versions, credit_lines.get(reading.witness, ()), frozenset(printed)):
            there = printed.get(origin.key, [])
            if reading.witness not in {r.witness for r in there}:
                _weigh(reading, origin, there, versions, links, rests)
    return links, rests


def _weigh(
    reading: Reading, origin: Origin, there: list[Reading], versions: Versions, links: list[Link], rests: list[Rest]
) -> None:
    """One origin of one reading: a link to the witness that it is, else a rest, with what rules the witness out."""
    possible = [r.id for r in there if not versions.against(reading.id, r.id)]
    name = versions.name(reading.id)
    parent = versions.nearest(reading.id, possible)
    if parent and (origin.key != RECORD or len({r.witness for r in there}) == 1):
        text = f"{name} credits {origin.label}, {_which(origin)} {versions.name(parent)}."
        reason = _reason(origin, text)
        links.append(Link(reading.id, parent, "credit", reason))
        return
    rests.append(Rest(reading.id, origin, f"{name} rests on {origin.label}."))
    for barred in there:
        rests.append(_barred(reading.id, barred.id, origin, versions))


def _barred(reading: str, other: str, origin: Origin, versions: Versions) -> Rest:
    """That another reading is of the same origin, though the reading cannot come from it."""
    why = versions.against(reading, other)
    text = f"{versions.name(other)} {'is' if origin.key == RECORD else 'was printed by'} {origin.label}"
    if why:
        text += f", but {versions.name(reading)} cannot come from it alone: {why.text}"
    evidence = why.evidence if why else ()
    return Rest(other, origin._replace(evidence=evidence, score=BARRED), text if why else f"{text}.")


def _which(origin: Origin) -> str:
    return "which is" if origin.key == RECORD else "which printed"


def _reason(origin: Origin, text: str) -> Reason:
    return Reason(feature="credit", text=text, score=origin.score, evidence=origin.evidence)


def _origins(
    reading: Reading, versions: Versions, credit_lines: tuple[Credit, ...], printed: frozenset[Key]
) -> list[Origin]:
    """What the reading rests on, each once: outlets by their name however they are told, a record as the record."""
    itself = {o.key for o in record_itself(versions.document(reading.id))}
    found: dict[Key, Origin] = {}
    for origin in origins_of([reading], versions.lookup, credit_lines):
        named = origin._replace(key=_key(origin, versions))
        if named.key not in itself and (named.key not in found or found[named.key].score < named.score):
            found[named.key] = named
    record = found[RECORD].evidence if RECORD in found else None
    return [
        found[key] for key in sorted(found)
        if key[0] != "title" or key in printed or found[key].evidence != record
    ]  # fmt: skip


def _key(origin: Origin, versions: Versions) -> Key:
    """An actor who is an outlet counts as that outlet, a document by its title."""
    actor = versions.lookup.actors.get(origin.key[-1]) if origin.key[0] == "actor" else None
    if actor is None:
        return origin.key
    return _outlet(actor.name) if actor.kind == "outlet" else ("title", *plain_words(actor.name))


def _outlet(name: str) -> Key:
    bare = plain(" ".join(name.split())).removeprefix("the ")
    return "outlet", KNOWN.get(bare, bare)


def _printed(versions: Versions) -> dict[Key, list[Reading]]:
    """Origin -> the readings of the witnesses that are this origin."""
    found: dict[Key, list[Reading]] = defaultdict(list)
    for reading in versions.readings.values():
        for key in sorted(_identities(versions.document(reading.id))):
            found[key].append(reading)
    return dict(found)


def _identities(document: Document) -> set[Key]:
    keys: set[Key] = {o.key for o in record_itself(document)}
    if document.outlet:
        keys.add(_outlet(document.outlet))
    words = plain_words(document.title or "")
    if len(words) >= LEAST:
        keys.add(("title", *words))
    return keys
