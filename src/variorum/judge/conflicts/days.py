"""On what day, in which month: one event with two dates that no wording can make one."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from variorum import edtf as dating
from variorum.judge.conflicts.drawing import conflict, quoted, siglum
from variorum.judge.conflicts.slots import Match, Slot, matches, slot
from variorum.judge.conflicts.told import Kin, Told
from variorum.judge.differences.dates import can_be_one, shown
from variorum.judge.lexicon import word_set
from variorum.lookup import Lookup
from variorum.model import Conflict, Reason, Span

LEAST = 0.42
LEAST_SLIP = 0.36  # where only the day, the month or the year differs
LEAST_PEN = 0.27  # where a digit of the day was dropped, or two exchanged ("3 May", "13 May"), and names are common
LEAST_UNDATED = 0.6  # for two weekdays in documents that are not dated at all
SAME_NEWS = 3  # days between two reports of one week's event
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
BEFORE = word_set("on by in until since of for from before after to")
NIGHT = re.compile(r"\b(?:the|that)\s+(?P<part>night|evening|morning|afternoon)\s+of\s+(?:the\s+)?$", re.IGNORECASE)
DAY = re.compile(r"(?:\d{4}|XXXX)-\d\d-\d\d")
MOST_NIGHTS = 60  # documents with one such night that are compared pair by pair
AGAIN = word_set("again second third last next annual every each")


def days(sentence: Told, lookup: Lookup) -> Iterator[Slot]:
    """The dates of a sentence, a weekday by itself being one."""
    for edtf, place in sentence.dates:
        if len(edtf) > 4 and "/" not in edtf and not edtf.endswith(("X", "~")):  # years are compared by `dated`
            yield slot("day", edtf, place, sentence)
    text = lookup.documents[sentence.span.doc].text
    for word in sentence.words:
        is_dated = any(place.touches(word.span) for _, place in sentence.dates)
        if word.plain in WEEKDAYS and text[word.span.start].isupper() and not is_dated:
            yield slot("weekday", word.plain, word.span, sentence)


def differing(sentences: Sequence[Told], weight: dict[str, float], lookup: Lookup) -> Iterator[Conflict]:
    """Conflicts between the dates that different documents give for one event."""
    slots = [s for t in sentences for s in days(t, lookup)]
    held: dict[tuple[str, str], list[Slot]] = defaultdict(list)
    for s in slots:
        held[s.span.doc, s.sort].append(s)
    for match in matches(slots, weight, _agree, LEAST_PEN):
        if _is_one_event(match) and not _is_series(match, held) and not _is_far(match, lookup):
            yield _drawn(match, lookup)


def nights(sentences: Sequence[Told], kin: Kin, lookup: Lookup) -> Iterator[Conflict]:
    """Conflicts between "the night of the 3rd" and "the night of the 4th" in documents that tell of one event.

    So a document speaks that knows one such night only, and no other words are needed to say which.
    """
    held: dict[str, dict[str, Span]] = defaultdict(dict)
    for sentence in sentences:
        for edtf, place in sentence.dates:
            before = lookup.documents[place.doc].text[max(sentence.span.start, place.start - 16) : place.start]
            named = NIGHT.search(before)
            if named and DAY.fullmatch(edtf):
                whole = Span(place.doc, place.start - len(named.group()), place.end)
                held[place.doc].setdefault(f"{named['part'].casefold()} {edtf}", whole)
    alone = [(doc, *next(iter(parts.items()))) for doc, parts in sorted(held.items()) if len(parts) == 1]
    for (a, x, left), (b, y, right) in combinations(alone[:MOST_NIGHTS], 2):
        if kin.are_kin(a, b) and x.split()[0] == y.split()[0] and _are_next(x.split()[1], y.split()[1]):
            says = [f"{quoted(s, lookup)} ({siglum(s.doc, lookup)})" for s in (left, right)]
            text = f"The night of the event is {says[0]} in one document, {says[1]} in the other."
            reason = Reason(feature="date", text=text,
                            score=0.5, evidence=(left, right))  # fmt: skip
            yield conflict("date", f"When: {says[0]} or {says[1]}?", (left, right), severity="medium", confidence=0.5,
                           reasons=[reason])  # fmt: skip


def _are_next(a: str, b: str) -> bool:
    """Whether two days of one year, or of no year given, are next to one another, or differ by a slip of the pen."""
    if _is_of_pen(a, b):
        return True
    first, second = (dating.bounds(x.replace("XXXX", (b if x == a else a)[:4])) for x in (a, b))
    return first is not None and second is not None and abs((first[0] - second[0]).days) == 1


def _agree(a: object, b: object) -> bool:
    if a in WEEKDAYS or b in WEEKDAYS:
        return a == b
    return can_be_one(str(a), str(b)) or _yearless_agree(str(a), str(b))


def _yearless_agree(a: str, b: str) -> bool:
    """Whether two dates agree so far as both are given, where one lacks its year."""
    if not a.startswith("XXXX") and not b.startswith("XXXX"):
        return False
    return a[4:].startswith(b[4:]) or b[4:].startswith(a[4:])


def _is_one_event(match: Match) -> bool:
    if any(w.plain in AGAIN for s in (match.a, match.b) for w in s.sentence.words):
        return False
    if any(len(s.sentence.dates) > 1 for s in (match.a, match.b)):
        return False
    if _is_of_pen(str(match.a.value), str(match.b.value)) and match.shared_names and len(match.wide) >= 3:
        return True
    if match.a.sort == "weekday":
        return len(match.close) >= 2 and len(match.wide) >= 4 and match.score >= 0.5
    needed = LEAST_SLIP if _is_slip(str(match.a.value), str(match.b.value)) else LEAST
    return match.score >= needed and bool(match.close) and len(match.wide) >= 3


def _is_series(match: Match, held: Mapping[tuple[str, str], Sequence[Slot]]) -> bool:
    """Whether one of the documents dates two such events."""
    for side in (match.a, match.b):
        for other in held[side.span.doc, side.sort]:
            if other is not side and len(other.frame & match.close) >= 1 and not _agree(other.value, side.value):
                return True
    return False


def _is_far(match: Match, lookup: Lookup) -> bool:
    """Whether two weekdays stand in documents of two weeks."""
    if match.a.sort != "weekday":
        return False
    days = [dating.bounds(lookup.documents[s.span.doc].published or "") for s in (match.a, match.b)]
    if not any(days):
        return match.score < LEAST_UNDATED
    return not days[0] or not days[1] or abs((days[0][0] - days[1][0]).days) > SAME_NEWS


def _is_slip(a: str, b: str) -> bool:
    ours, theirs = a.split("-"), b.split("-")
    return len(ours) == len(theirs) == 3 and sum(x != y for x, y in zip(ours, theirs, strict=True)) == 1


def _is_of_pen(a: str, b: str) -> bool:
    """Whether two days of one month differ as a pen slips: a digit dropped, or two exchanged."""
    ours, theirs = a.split("-"), b.split("-")
    if len(ours) != 3 or len(theirs) != 3 or ours[1] != theirs[1] or len({ours[0], theirs[0]} - {"XXXX"}) > 1:
        return False
    short, long = sorted((ours[2].lstrip("0"), theirs[2].lstrip("0")), key=lambda d: (len(d), d))
    return (len(short) < len(long) and short in long) or (short != long and sorted(short) == sorted(long))


def _shown(value: str) -> str:
    """A date or the name of a weekday, as printed."""
    return value.capitalize() if value.isalpha() else shown(value)


def _drawn(match: Match, lookup: Lookup) -> Conflict:
    sides: tuple[Span, Span] = (match.a.span, match.b.span)
    says = [f"{quoted(s, lookup)} ({siglum(s.doc, lookup)})" for s in sides]
    dates = [_shown(str(s.value)) for s in (match.a, match.b)]
    text = f"Both tell of {match.matter(lookup)}; one dates it {dates[0]}, the other {dates[1]}."
    reason = Reason(feature="date", text=text, score=round(min(1.0, match.score), 3), evidence=sides)
    return conflict("date", f"When: {says[0]} or {says[1]}?", sides, severity="medium",
                    confidence=0.3 + 0.4 * min(1.0, match.score), reasons=[reason])  # fmt: skip
