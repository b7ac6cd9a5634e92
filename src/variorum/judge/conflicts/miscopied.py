"""Numbers that look miscopied: one quantity told with the same digits in another order, or a teen for a ten."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from variorum.judge.conflicts.drawing import conflict, quoted, siglum
from variorum.judge.conflicts.quantities import UNITS, Amount, are_of_two_spans, spans_of_time
from variorum.judge.conflicts.slots import Slot
from variorum.judge.conflicts.told import Kin
from variorum.judge.numbers import shown
from variorum.lookup import Lookup
from variorum.model import Conflict, Reason, Span

SMALLEST, LARGEST = 11, 10**9  # of one digit there is nothing to exchange; "more than ten" has no end
MOST_HELD = 40  # statements with the same digits; more are a number that everything is told by


def exchanged(slots: Sequence[Slot], kin: Kin, lookup: Lookup) -> Iterator[Conflict]:
    """Conflicts between two numbers of one thing that have the same digits in another order."""
    by_digits: dict[tuple[str, str], list[Slot]] = defaultdict(list)
    told: dict[tuple[str, str], set[float]] = defaultdict(set)  # sort and document -> the numbers it has of the sort
    for found in slots:
        size = number(found)
        told[found.sort, found.span.doc].add(size)
        if size >= SMALLEST and size == int(min(size, LARGEST)):
            by_digits[found.sort, digits(size)].append(found)
    times = spans_of_time(slots)
    for key in sorted(by_digits):
        held = by_digits[key]
        if len({number(s) for s in held}) < 2 or len(held) > MOST_HELD:
            continue
        for a, b in combinations(held, 2):
            has_both = number(b) in told[a.sort, a.span.doc] or number(a) in told[b.sort, b.span.doc]
            if (
                number(a) != number(b)
                and not has_both
                and _is_one_thing(a, b, times, lookup)
                and kin.are_kin(a.span.doc, b.span.doc)
            ):
                yield _drawn(a, b, lookup)


def number(found: Slot) -> float:
    """How many a statement has, in the unit in which it is written."""
    size = (found.value.least + found.value.most) / 2 if isinstance(found.value, Amount) else 0.0
    sort = found.sort.removeprefix("number ")
    unit = next((UNITS[sort][u] for u in _units(found, sort)), 1.0) if sort in UNITS else 1.0
    return round(size / unit, 3)


def _units(found: Slot, sort: str) -> Iterator[str]:
    for word in found.sentence.words:
        if word.span.touches(found.span):
            yield from (u for u in (word.plain, word.plain.removesuffix("s")) if u in UNITS[sort])


def digits(size: float) -> str:
    """The digits of a whole number in order of size, noughts at the end apart; a teen stands for its ten.

    >>> digits(69.0) == digits(96.0), digits(13.0) == digits(30.0), digits(14.0) == digits(15.0)
    (True, True, False)
    """
    plain = str(int(size))
    if len(plain) == 2 and plain[1] == "0" and plain[0] != "1":
        return "".join(sorted("1" + plain[0]))
    return "".join(sorted(plain))


def _is_one_thing(a: Slot, b: Slot, times: Mapping[Span, Sequence[Amount]], lookup: Lookup) -> bool:
    """Whether words close to both numbers, names apart, say that they are of one thing."""
    if a.span.doc == b.span.doc or (is_teen_for_ten(number(a), number(b)) and not _is_spelt(a, b, lookup)):
        return False
    if are_of_two_spans(a, b, times):
        return False
    beside = (a.frame & b.frame) - a.names - b.names - {a.sort.removeprefix("number ")}
    return bool(beside & (a.beside | b.beside)) and len(a.whole & b.whole) >= 2


def is_teen_for_ten(a: float, b: float) -> bool:
    """Whether one is a teen that sounds like the other ("fourteen", "forty")."""
    small, large = sorted((a, b))
    return 10 < small < 20 and large == 10 * (small - 10)


def _is_spelt(a: Slot, b: Slot, lookup: Lookup) -> bool:
    """Whether one of the numbers is written in letters, so that it can have been misheard or misread for the other."""
    return any(lookup.words(s.span)[:1].isalpha() for s in (a, b))


def _drawn(a: Slot, b: Slot, lookup: Lookup) -> Conflict:
    sides: tuple[Span, Span] = (a.span, b.span)
    says = [f"{quoted(s, lookup)} ({siglum(s.doc, lookup)})" for s in sides]
    text = f"The same digits in another order, {shown(number(a))} and {shown(number(b))}: one is most likely miscopied."
    reason = Reason(feature="digits", text=text, score=0.6, evidence=sides)
    return conflict("number", f"How many: {says[0]} or {says[1]}?", sides, severity="medium", confidence=0.55,
                    reasons=[reason])  # fmt: skip
