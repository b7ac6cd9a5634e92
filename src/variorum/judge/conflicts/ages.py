"""How old: one person, named or the only one of that kind, with two ages in two documents."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, pairwise

from variorum import edtf as dating
from variorum.judge import numbers
from variorum.judge.conflicts.drawing import conflict, quoted, siglum
from variorum.judge.conflicts.told import Told
from variorum.judge.differences.dates import can_be_one
from variorum.judge.lexicon import FUNCTION_WORDS, word_set
from variorum.judge.places import country
from variorum.judge.stems import stem
from variorum.judge.synonyms import concept
from variorum.lookup import Lookup
from variorum.model import Conflict, Reason, Severity, Span
from variorum.text import plain

NAME = r"[A-Z][\w’'-]+(?:\s+(?:[A-Z]\.|(?:de|van|von|der|al|bin)\b))*(?:\s+[A-Z][\w’'-]+)*"
# "a five-year-old boy", "the 26-year-old Mira Holt", "34-year-old bus driver Ole Brand"
ATTRIBUTE = re.compile(
    rf"\b(?P<age>{numbers.ANY})[-\s]years?[-\s]old\b(?:\s+(?P<nouns>(?:[a-z][\w-]+\s+){{0,3}})(?P<name>{NAME})"
    r"|\s+(?P<noun>[a-z]+))?",
)
# "Mira Holt, 26," and "Mira Holt (26)"
APPOSED = re.compile(rf"(?P<name>{NAME})(?:,\s+(?:aged\s+)?|\s+\()(?P<age>\d{{1,2}}|1[01]\d)(?=[,.;)])(?!\.\d|,\d)")
THEN = re.compile(r"\b(?:then|when|later|at the time|at the age of|now|was a)\s+(?:an?\s+|the\s+)?$")
PEOPLE = word_set(
    """boy girl child toddler baby infant teenager man woman student pupil schoolboy schoolgirl son daughter mother
    father victim suspect driver passenger worker officer soldier pilot farmer teacher nurse king queen widow"""
)
NOT_NAMES = word_set(
    """january february march april may june july august september october november december monday tuesday wednesday
    thursday friday saturday sunday the in on at by from and but no page chapter section article room flight route
    number psalm verse"""
)
KIN = 3  # names that two documents share, if they tell of one event
SHARED = 2  # concepts that the sentences share besides, where no name says who is meant; one for the same noun
OLDEST = 120
MOST_HELD = 60  # ages under one family name that are compared pair by pair
FARTHEST = 200  # days between two reports; later ones may have seen a birthday


@dataclass(frozen=True, slots=True, eq=False)
class Age:
    """How old somebody is said to be: years, the words of the name or the noun that say who, and the place."""

    years: float
    name: tuple[str, ...]
    noun: str
    span: Span
    sentence: Told


def differing(sentences: Sequence[Told], lookup: Lookup) -> Iterator[Conflict]:
    """Conflicts between the ages that different documents give of one person."""
    known = _known_as(sentences)
    named: dict[str, list[Age]] = defaultdict(list)
    unnamed: dict[str, list[Age]] = defaultdict(list)
    for sentence in sentences:
        for age in ages(sentence, lookup):
            if age.name:
                named[age.name[-1]].append(_without_epithet(age, known, lookup))
            else:
                unnamed[age.span.doc].append(age)
    for key in sorted(named):
        yield from _of_one_name(named[key], lookup)
    yield from _of_the_only_one(unnamed, sentences, lookup)


Known = dict[tuple[str, str], set[str]]  # document and family name -> what stands before that name in sentences


def _known_as(sentences: Sequence[Told]) -> Known:
    """The stems of the words that stand before each family name within sentences: first names, titles and offices."""
    found: Known = defaultdict(set)
    for sentence in sentences:
        for n, (first, family) in enumerate(pairwise(sentence.words)):
            if n and {first.stem, family.stem} <= sentence.names:
                found[sentence.span.doc, family.stem].add(first.stem)
    return found


def _without_epithet(age: Age, known: Known, lookup: Lookup) -> Age:
    """The age without a first word that is no name of the person's: "Tireless Holt, 52," begins a sentence.

    Its document has the family name elsewhere, with a first name before it, and never with that word.
    """
    first, family = age.name[0], age.name[-1]
    text = lookup.words(Span(age.span.doc, age.sentence.span.start, age.span.start))
    is_first = not text.strip("\"'“”‘’ ")
    others = known.get((age.span.doc, family), set())
    if is_first and len(age.name) == 2 and others and first not in others:
        return replace(age, name=(family,))
    return age


def ages(sentence: Told, lookup: Lookup) -> Iterator[Age]:
    """The ages that a sentence gives of people as things are."""
    text = lookup.documents[sentence.span.doc].text
    for pattern in (ATTRIBUTE, APPOSED):
        for m in pattern.finditer(text, sentence.span.start, sentence.span.end):
            years = numbers.value(plain(m["age"]))
            before = text[max(sentence.span.start, m.start() - 25) : m.start()]
            who = _who(m)
            if years is not None and 0 < years < OLDEST and who and not THEN.search(before):
                name, noun, end = who
                yield Age(years, name, noun, Span(sentence.span.doc, m.start(), end), sentence)


def _who(m: re.Match[str]) -> tuple[tuple[str, ...], str, int] | None:
    """The stems of the name or else the noun that say whose age it is, and where they end; None for no person."""
    held = m.groupdict()
    between = plain(held.get("nouns") or "").split()
    is_name = bool(held["name"]) and not set(between) & FUNCTION_WORDS and not country((held["name"] or " ").split()[0])
    if is_name:
        name = tuple(stem(plain(w)) for w in held["name"].split() if len(w) > 2)
        return (name, "", m.end()) if name and not set(name) & NOT_NAMES else None
    noun = between[0] if between else plain(held.get("noun") or "")
    if noun in PEOPLE:
        return (), noun, m.start("nouns" if between else "noun") + len(noun)
    return ((), "", m.end("age") + len("-year-old")) if noun in FUNCTION_WORDS or not noun else None


def _of_one_name(held: list[Age], lookup: Lookup) -> Iterator[Conflict]:
    """The first two documents of each pair of ages that one named person has."""
    seen: set[tuple[float, float]] = set()
    by_doc: dict[str, set[float]] = defaultdict(set)
    for age in held:
        by_doc[age.span.doc].add(age.years)
    for a, b in combinations(held[:MOST_HELD], 2):
        key = (min(a.years, b.years), max(a.years, b.years))
        if a.span.doc == b.span.doc or key in seen or by_doc[a.span.doc] & by_doc[b.span.doc]:
            continue
        if _may_be_one(a, b) and _is_one_time(a, b, lookup):
            seen.add(key)
            yield _drawn(a, b, held, lookup)


def _may_be_one(a: Age, b: Age) -> bool:
    """Whether two names of one family may be one person's: no other first name."""
    return len(a.name) == 1 or len(b.name) == 1 or a.name[0] == b.name[0] or bool(set(a.name[:-1]) & set(b.name[:-1]))


def _is_one_time(a: Age, b: Age, lookup: Lookup) -> bool:
    ours, theirs = a.sentence.dates, b.sentence.dates
    if ours and theirs and not any(can_be_one(x, y) for x, _ in ours for y, _ in theirs):
        return False
    days = [dating.bounds(lookup.documents[s.span.doc].published or "") for s in (a, b)]
    return not days[0] or not days[1] or abs((days[0][0] - days[1][0]).days) <= FARTHEST


def _of_the_only_one(unnamed: dict[str, list[Age]], sentences: Sequence[Told], lookup: Lookup) -> Iterator[Conflict]:
    """Ages of the only boy, girl or driver whose age each of two documents gives."""
    alone = {doc: held for doc, held in unnamed.items() if len({a.years for a in held}) == 1}
    names: dict[str, set[str]] = defaultdict(set)
    for t in sentences:
        if t.span.doc in alone:
            names[t.span.doc] |= t.names
    naming: dict[str, list[str]] = defaultdict(list)
    for doc in sorted(alone):
        for name in names[doc]:
            naming[name].append(doc)
    shared: dict[tuple[str, str], int] = defaultdict(int)
    for docs in naming.values():
        for pair in combinations(docs[:40], 2):
            shared[pair] += 1
    for (one, other), n in sorted(shared.items()):
        pairs = ((a, b) for a in alone[one] for b in alone[other] if n >= KIN and a.years != b.years)
        found = next(((a, b) for a, b in pairs if _are_alike(a, b) and _is_one_time(a, b, lookup)), None)
        if found:
            yield _drawn(*found, [*alone[one], *alone[other]], lookup)


def _are_alike(a: Age, b: Age) -> bool:
    """Whether nothing tells the two unnamed apart, and their sentences share something besides."""
    is_same_noun = a.noun == b.noun or not a.noun or not b.noun
    ours, theirs = ({concept(k) for k in x.sentence.stems} - {"old", "year", concept(stem(x.noun))} for x in (a, b))
    return is_same_noun and len(ours & theirs) >= (SHARED - 1 if a.noun and a.noun == b.noun else SHARED)


def _drawn(a: Age, b: Age, held: Sequence[Age], lookup: Lookup) -> Conflict:
    sides = (a.span, b.span)
    shown = [f"{quoted(s, lookup)} ({siglum(s.doc, lookup)})" for s in sides]
    who = "One person, by the name," if a.name else "What seems to be one person"
    text = f"{who} is {numbers.shown(a.years)} years old in one document and {numbers.shown(b.years)} in the other."
    reason = Reason(feature="age", text=text, score=0.6, evidence=sides)
    more = [x.span for x in held if x.years in (a.years, b.years) and (not a.name or _may_be_one(a, x))]
    severity: Severity = "medium"
    return conflict("number", f"How old: {shown[0]} or {shown[1]}?", (*sides, *more), severity=severity,
                    confidence=0.65 if a.name else 0.5, reasons=[reason])  # fmt: skip
