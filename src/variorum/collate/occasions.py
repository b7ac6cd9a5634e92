"""The same meeting, interview or speech as different documents state it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations

from variorum import edtf, states
from variorum.model import Occasion, OccasionKind, identifier

ALIKE: dict[OccasionKind, OccasionKind] = {"broadcast": "interview"}  # an interview is often named by its broadcast
NARROW = 31  # days: within a month one man's undated statement and another account's are taken for the same
MOST_PEOPLE = 8  # beyond that a gathering is known by its place and date, not by who met whom


@dataclass(slots=True, eq=False)
class _Group:
    """Mentions of one occasion in different documents."""

    held: list[Occasion] = field(default_factory=list)

    @property
    def people(self) -> set[str]:
        return {p for o in self.held for p in o.participants}

    @property
    def docs(self) -> set[str]:
        return {s.doc for o in self.held for s in o.stated}


def identify(held: Sequence[Occasion], common: Mapping[str, str]) -> tuple[tuple[Occasion, ...], dict[str, str]]:
    """Common occasions by id, and for each document's own occasion the common one.

    Two documents mean one occasion where kind and people agree and neither date nor place speaks against it;
    of one who spoke alone, only where the dates agree to the month. Different years are different occasions, and
    so are two that one document tells apart.
    """
    groups: list[_Group] = []
    blocks: defaultdict[tuple[str, ...], list[_Group]] = defaultdict(list)
    for occasion in sorted((_in_common(o, common) for o in held), key=_firmest):
        found = _best(occasion, _near(occasion, blocks))
        if found is None:
            found = _Group()
            groups.append(found)
        found.held.append(occasion)
        for key in _keys(occasion):
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


def _keys(occasion: Occasion) -> Iterator[tuple[str, ...]]:
    """What two mentions of one occasion share: a pair of those who took part, or the only one."""
    people = occasion.participants[:MOST_PEOPLE]
    yield from ((_kind(occasion), *pair) for pair in combinations(people, 2))
    if len(people) == 1:
        yield (_kind(occasion), *people)


def _near(occasion: Occasion, blocks: Mapping[tuple[str, ...], list[_Group]]) -> list[_Group]:
    found: list[_Group] = []
    for key in _keys(occasion):
        found += [g for g in blocks.get(key, []) if all(g is not f for f in found)]
    return found


def _best(occasion: Occasion, groups: Iterable[_Group]) -> _Group | None:
    """The group to which the occasion belongs; None where it fits none."""
    fitting = [(_agreement(occasion, g), g) for g in groups]
    ranked = sorted((x for x in fitting if x[0] > 0), key=lambda x: (-x[0], _first(x[1])))
    return ranked[0][1] if ranked else None


def _first(group: _Group) -> tuple[int, str]:
    """Where the occasion is first stated: of two that fit alike, the one told earlier is taken."""
    starts = [s.evidence[0].start for o in group.held for s in o.stated if s.evidence]
    return min(starts, default=0), min(o.id for o in group.held)


def _agreement(occasion: Occasion, group: _Group) -> int:
    """How many things agree (people and kind do by the block); 0 where something speaks against it."""
    if group.docs & {s.doc for s in occasion.stated}:
        return 0
    dates = [o.date for o in group.held if o.date]
    if occasion.date and not all(edtf.agree(occasion.date, d) for d in dates):
        return 0
    places = [o.place for o in group.held if o.place]
    is_dated = bool(occasion.date and dates)
    is_sure = is_dated and edtf.size(str(occasion.date)) == 1 == min(map(edtf.size, dates))
    if occasion.place and not is_sure and any(_are_two_places(occasion.place, p) for p in places):
        return 0
    if len(occasion.participants) == 1 and not (
        is_dated and min(map(edtf.size, [*dates, str(occasion.date)])) <= NARROW
    ):
        return 0
    return 1 + 2 * is_dated + bool(occasion.place and places)


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
