"""The same meeting, interview or speech as different documents state it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations

from variorum import edtf, states
from variorum.gatherings import gathering
from variorum.model import Occasion, OccasionKind, identifier

# One thing to those who tell of it: an interview is often named by its broadcast, or only by what was said in it.
ALIKE: dict[OccasionKind, OccasionKind] = {"broadcast": "interview", "statement": "interview"}
NARROW = 31  # days: within a month one man's undated statement and another account's are taken for the same
MOST_ALIKE = 60  # groups that share one key: a name or a quotation that is met more often tells nothing
MOST_PEOPLE = 8  # beyond that a gathering is known by its place and date, not by who met whom
Quotes = Mapping[str, frozenset[Hashable]]


@dataclass(slots=True, eq=False)
class _Group:
    """Mentions of one occasion in different documents."""

    held: list[Occasion] = field(default_factory=list)
    quotes: set[Hashable] = field(default_factory=set)

    @property
    def people(self) -> set[str]:
        return {p for o in self.held for p in o.participants}

    @property
    def docs(self) -> set[str]:
        return {s.doc for o in self.held for s in o.stated}


def identify(
    held: Sequence[Occasion], common: Mapping[str, str], quotes: Quotes | None = None
) -> tuple[tuple[Occasion, ...], dict[str, str]]:
    """Common occasions by id, and for each document's own occasion the common one.

    Two documents mean one occasion where kind and people agree and neither date nor place speaks against it;
    of one who spoke alone, only where the dates agree to the month, or where he is quoted with the same words.
    Different years are different occasions, and so are two that one document tells apart. `quotes` holds what
    is quoted from each of the documents' own occasions (see `variorum.collate.quoting`).
    """
    quotes = quotes or {}
    groups: list[_Group] = []
    blocks: defaultdict[Hashable, list[_Group]] = defaultdict(list)
    local = {o.id: o.participants for o in held}
    for occasion in sorted((_in_common(o, common) for o in held), key=_firmest):
        said = quotes.get(occasion.id, frozenset())
        near = [g for g in _near(occasion, said, blocks) if not _is_told_apart(occasion, g, local)]
        found = _best(occasion, said, near)
        if found is None:
            found = _Group()
            groups.append(found)
        found.held.append(occasion)
        found.quotes |= said
        for key in _keys(occasion, said):
            if all(g is not found for g in blocks[key]):
                blocks[key].append(found)
    merged = [(_merged(g), g) for g in groups]
    return (
        tuple(sorted((o for o, _ in merged), key=lambda o: o.id)),
        {o.id: m.id for m, g in merged for o in g.held},
    )


def _in_common(occasion: Occasion, common: Mapping[str, str]) -> Occasion:
    return replace(occasion, participants=tuple(sorted({common[p] for p in occasion.participants if p in common})))


def _firmest(occasion: Occasion) -> tuple[int, int, int, str]:
    """Dated ones first, the narrower before the wider, so that vague mentions join them and not one another.

    Of the rest those told early come first: a document's main interview before its "separate" one.
    """
    days = edtf.size(occasion.date) if occasion.date else 10**7
    starts = [s.evidence[0].start for s in occasion.stated if s.evidence]
    return (days, -len(occasion.participants), min(starts, default=0), occasion.id)


def _kind(occasion: Occasion) -> OccasionKind:
    return ALIKE.get(occasion.kind, occasion.kind)


def _keys(occasion: Occasion, quotes: Iterable[Hashable]) -> Iterator[Hashable]:
    """What two mentions of one occasion share: a pair of those who took part, or one of them, or what was quoted."""
    people = occasion.participants[:MOST_PEOPLE]
    yield from ((_kind(occasion), *pair) for pair in combinations(people, 2))
    yield from ((_kind(occasion), person) for person in people)
    if occasion.date and edtf.size(occasion.date) == 1:
        yield from ((occasion.date, person) for person in people)
    yield from quotes


def _near(occasion: Occasion, quotes: Iterable[Hashable], blocks: Mapping[Hashable, list[_Group]]) -> list[_Group]:
    found: dict[int, _Group] = {}
    for key in _keys(occasion, quotes):
        alike = blocks.get(key, [])
        if len(alike) <= MOST_ALIKE:
            found |= {id(g): g for g in alike}
    return list(found.values())


def _best(occasion: Occasion, quotes: frozenset[Hashable], groups: Iterable[_Group]) -> _Group | None:
    """The group to which the occasion belongs; None where it fits none."""
    fitting = [(_agreement(occasion, quotes, g), g) for g in groups]
    ranked = sorted((x for x in fitting if x[0] > 0), key=lambda x: (-x[0], _first(x[1])))
    return ranked[0][1] if ranked else None


def _first(group: _Group) -> tuple[int, str]:
    """Where the occasion is first stated: of two that fit alike, the one told earlier is taken."""
    starts = [s.evidence[0].start for o in group.held for s in o.stated if s.evidence]
    return min(starts, default=0), min(o.id for o in group.held)


def _is_told_apart(occasion: Occasion, group: _Group, local: Mapping[str, tuple[str, ...]]) -> bool:
    """Whether one document has both, as two: not where it only did not know that the same people took part."""
    docs = {s.doc for s in occasion.stated}
    beside = [o for o in group.held if docs & {s.doc for s in o.stated}]
    return any(
        o.participants != occasion.participants or len(o.participants) < 2 or local[o.id] == local[occasion.id]
        for o in beside
    )


def _agreement(occasion: Occasion, quotes: frozenset[Hashable], group: _Group) -> int:
    """How many things agree; 0 where something speaks against it, or nothing but one man's name for it."""
    if _kind(occasion) != _kind(group.held[0]) and not _is_that_day(occasion, group):
        return 0
    dates = [o.date for o in group.held if o.date]
    if occasion.date and not all(edtf.agree(occasion.date, d) for d in dates):
        return 0
    places = [o.place for o in group.held if o.place]
    is_dated = bool(occasion.date and dates)
    is_sure = is_dated and edtf.size(str(occasion.date)) == 1 == min(map(edtf.size, dates))
    if occasion.place and not is_sure and any(_are_two_places(occasion.place, p) for p in places):
        return 0
    gatherings = {gathering(o.label) for o in (occasion, *group.held)} - {""}
    if len(gatherings) > 1:
        return 0
    shared = len(quotes & group.quotes)
    is_narrow = is_dated and min(map(edtf.size, [*dates, str(occasion.date)])) <= NARROW
    is_alike = all(gathering(o.label) == gathering(occasion.label) for o in group.held)
    is_sitting = is_alike and gathering(occasion.label) == "sitting"
    if not _is_company(occasion, group, is_known=bool(shared) or is_narrow, is_sitting=is_sitting):
        return 0
    return 1 + 2 * is_dated + 3 * min(shared, 2) + bool(occasion.place and places) + 2 * is_alike


def _is_that_day(occasion: Occasion, group: _Group) -> bool:
    """Whether one mention knows only that somebody spoke on a day, and the other whom he met on that day."""
    kinds = {o.kind for o in (occasion, *group.held)}
    days = {o.date for o in (occasion, *group.held) if o.date and edtf.size(o.date) == 1}
    is_bare = occasion.kind == "statement" and len(occasion.participants) == 1 and not gathering(occasion.label)
    return is_bare and kinds <= {"statement", "meeting"} and days == {occasion.date}


def _is_company(occasion: Occasion, group: _Group, *, is_known: bool, is_sitting: bool) -> bool:
    """Whether those who took part are the same: two of them, or one where the other side names nobody else.

    One man is enough only where the time or the words agree (`is_known`). Before a court one after another speaks.
    """
    ours, theirs = set(occasion.participants), group.people
    both = ours & theirs
    if len(both) > 1:
        return True
    is_open = len(ours) == 1 or len(theirs) == 1
    if is_sitting:
        return bool(both)
    return bool(both) and is_open and is_known


def _are_two_places(a: str, b: str) -> bool:
    """Whether two wordings name two cities; a hall and a city may be one place, and nobody here can tell."""
    one, two = states.state_of_capital(a), states.state_of_capital(b)
    return one is not None and two is not None and one != two


def _merged(group: _Group) -> Occasion:
    """One occasion of all mentions: the narrowest date, the commonest place, everybody who is named with it."""
    held = sorted(group.held, key=_firmest)
    chief = held[0]
    people = tuple(sorted(group.people))
    stated = tuple(sorted((s for o in held for s in o.stated), key=lambda s: (s.doc, s.evidence)))
    place = next((o.place for o in held if o.place), None)
    return replace(
        chief,
        id=identifier("o", _kind(chief), people, chief.date, *((s.doc, s.evidence[:1]) for s in stated[:1])),
        participants=people,
        place=place,
        stated=stated,
    )
