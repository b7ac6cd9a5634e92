"""How much and how many: one quantity, measured or counted in two documents that cannot both be right."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from variorum import edtf as dating
from variorum.judge import numbers
from variorum.judge.conflicts.counts import FATES
from variorum.judge.conflicts.drawing import conflict, quoted, siglum
from variorum.judge.conflicts.quantities import UNITS, Amount, are_of_two_spans, spans_of_time
from variorum.judge.conflicts.slots import Match, Slot, matches
from variorum.judge.conflicts.told import Kin
from variorum.judge.lexicon import word_set
from variorum.judge.stems import stem_set
from variorum.judge.synonyms import concept
from variorum.judge.wording import Word
from variorum.lookup import Lookup
from variorum.model import Conflict, Reason, Severity, Span

EXTENTS = word_set("deep long high tall wide thick")
LINKING = word_set(
    """was is were are be about around some nearly almost measuring a an the at least over more than and in on of
    which that"""
)
TERMS = frozenset(concept(key) for key in stem_set("contract lease loan ban marriage truce voyage tenure mandate"))
# A count that has moved on: a later report need not gainsay an earlier one.
MOVING = word_set("rose risen climbed climbing now later initially earlier previously latest revised previous original")
TRADED = stem_set("shares stock stocks index futures")  # what they have gained or lost changes by the hour
LEAST = 0.36  # chosen on three invented matters and by reading what came out of ten events of real news
LEAST_MEASURE = 0.42
LEAST_SUM = 0.25  # where two sums have the same noun, or the same date and name; by reading some fifty events
SURE_BY_WORDS = ("money", "length", "duration")  # sorts in which the words beside the number may tell enough
LEAST_BEING = 0.3  # where so many of a whole are said to be the same ("nine of the dead were Danes")
LEAST_CROWD = 0.5  # where people are counted with the same word beside ("sixty watched", "forty were present")
LONGEST_TERM = 3  # times; longer terms are of two contracts
CLOSE = 3  # concepts close to both of two sums of one date, the sort of money being one
LONGEST_TO_SHORTEST = 1000  # times; minutes against years are two spans of time, and no slip
LEAST_SURE = 0.6
LEAST_TOLL = 0.9  # where nothing else is told of those who came to harm ("Nine people were hurt.")
LEAST_GRAVE = 0.5  # how surely both tell of one thing, if numbers far apart are a grave matter
LEAST_MODIFIED = 0.5  # where one side alone has a word between the number and the thing
NEWS_DAYS = 4  # within so many days a larger number of dead is news, and no contradiction


def differing(slots: Sequence[Slot], kin: Kin, weight: dict[str, float], lookup: Lookup) -> Iterator[Conflict]:
    """Conflicts of number between sentences of different documents that tell of one thing."""
    times = spans_of_time(slots)
    drawn: set[tuple[Span, Span]] = set()
    for match in matches(slots, weight, _agree, LEAST_SUM):
        places = (match.a.span, match.b.span)
        if (
            places not in drawn
            and match.score >= _least(match)
            and (_is_one_thing(match) or _is_one_toll(match, kin))
            and not _are_apart(match, times)
            and match.is_one_time
            and not _has_moved(match, lookup)
        ):
            drawn.add(places)
            yield _drawn(match, lookup)


def _least(match: Match) -> float:
    """How surely both must tell of one thing, given what the sort by itself says of it."""
    sort = match.a.sort.split()[1]
    return LEAST_SUM if sort in SURE_BY_WORDS else LEAST_BEING if sort == "being" else LEAST


def _agree(a: object, b: object) -> bool:
    return isinstance(a, Amount) and isinstance(b, Amount) and a.agrees(b)


def _is_one_thing(match: Match) -> bool:
    """Whether enough stands around both quantities to say that they are of one thing."""
    sort = match.a.sort.removeprefix("number ")
    if sort in UNITS or sort.startswith("money") or sort == "people":
        beside = (match.a.beside & match.b.frame) | (match.b.beside & match.a.frame)
        is_near = bool((match.a.beside & match.b.beside) - match.a.names) or (
            match.score >= LEAST_SURE and bool(beside - match.a.names - match.b.names)
        )
        if sort.startswith("money") and (_has_one_head(match) or _is_of_one_day(match)):
            return True
        if sort.startswith("money") and len(match.shared_names) >= 3 and not match.a.beside & match.b.beside:
            return _is_only_sum(match)
        if sort == "length" and _extent(match.a) and _extent(match.a) == _extent(match.b):
            return True
        is_rare = sort in ("speed", "mass", "volume", "area")
        if sort == "duration" and _is_one_term(match):
            return True
        if sort == "people" and is_near and match.score >= LEAST_CROWD and len(match.wide) >= 2:
            return True
        if is_near and sort == "duration" and _unit(match.a) == _unit(match.b) and match.score >= LEAST:
            return True
        return is_near and len(match.wide) >= 3 - is_rare and match.score >= LEAST_MEASURE
    if sort.startswith("times "):
        return bool(match.close - {sort, sort.removeprefix("times ")})
    if sort in FATES.values():
        return bool(match.shared_names) or len(match.wide) >= 3
    return bool(match.close) and len(match.wide) >= 2


def _is_one_toll(match: Match, kin: Kin) -> bool:
    """Whether two short sentences of documents on one event have the same words but for how many came to harm."""
    is_toll = match.a.sort.removeprefix("number ") in FATES.values()
    return is_toll and match.score >= LEAST_TOLL and kin.are_kin(match.a.span.doc, match.b.span.doc)


def _is_one_term(match: Match) -> bool:
    """Whether both stand beside what runs for a fixed time, in the same unit ("a contract for five years")."""
    beside = match.a.beside & match.b.beside & TERMS
    small, large = sorted((_size(match.a), _size(match.b)))
    return bool(beside) and _unit(match.a) == _unit(match.b) and large <= LONGEST_TERM * small


def _has_one_head(match: Match) -> bool:
    """Whether both sums stand right before the same noun, and the same name stands near ("its $38 billion bid")."""
    heads = [_head(s) for s in (match.a, match.b)]
    return heads[0] is not None and heads[0] == heads[1] and bool(match.common & _named(match))


def _named(match: Match) -> frozenset[str]:
    """Concepts of both that are written as a name in one; the other sentence may begin with it."""
    return match.wide & (match.a.names | match.b.names)


def _head(found: Slot) -> str | None:
    """The concept of the common noun that follows a sum without a mark between."""
    after = next((w for w in found.sentence.words if w.span.start >= found.span.end), None)
    is_next = after is not None and after.span.start == found.span.end + 1 and after.is_content
    return concept(after.stem) if after and is_next and after.stem not in found.names else None


def _extent(found: Slot) -> tuple[str, str] | None:
    """Which extent is measured of what ("a 40-metre-deep well", "the wall was nine feet high")."""
    words = found.sentence.words
    last = next((n for n, w in enumerate(words) if w.span.end >= found.span.end), 0)
    at = next((n for n in range(last, min(last + 2, len(words))) if words[n].plain in EXTENTS), None)
    if at is None:
        return None
    after = words[at + 1] if at + 1 < len(words) else None
    if after and after.span.start == words[at].span.end + 1 and after.plain.isalpha() and after.plain not in LINKING:
        return words[at].plain, after.stem
    first = next(n for n, w in enumerate(words) if w.span.end > found.span.start)
    before = [w for w in words[max(0, first - 4) : first] if w.plain not in LINKING]
    return (words[at].plain, before[-1].stem) if before else None


def _is_of_one_day(match: Match) -> bool:
    """Whether both sentences give the same date and name, much is common close by, and the sums are of one size."""
    days = [{d for d, _ in s.sentence.dates} for s in (match.a, match.b)]
    small, large = sorted((_size(match.a), _size(match.b)))
    return bool(days[0] & days[1]) and bool(_named(match)) and len(match.close) >= CLOSE and large <= 2 * small


def _are_apart(match: Match, times: Mapping[Span, Sequence[Amount]]) -> bool:
    """Whether other words tell the things counted apart ("five fire crews", "four rescue crews"), or the spans of time.

    A word more on one side only ("three short-range missiles", "21 missiles") does so where little else agrees.
    """
    if match.a.sort == "number duration":
        small, large = sorted(_size(s) for s in (match.a, match.b))
        return large > LONGEST_TO_SHORTEST * small > 0
    if are_of_two_spans(match.a, match.b, times):
        return True
    sums_up = [any(w.plain == "since" for w in s.sentence.words) for s in (match.a, match.b)]
    if sums_up[0] != sums_up[1] and match.score < LEAST_MODIFIED:
        return True  # "21 tests since February" and "three tests on Saturday"
    ours, theirs = _modifiers(match.a), _modifiers(match.b)
    if not ours or not theirs:
        return bool(ours or theirs) and match.score < LEAST_MODIFIED
    return not ours & theirs


def _modifiers(found: Slot) -> set[str]:
    """The words between a number and the thing counted."""
    thing = _counted_word(found)
    place = found.span
    return {
        w.stem for w in found.sentence.words
        if thing and w.is_content and place.start < w.span.start < thing.span.start and numbers.value(w.plain) is None
    }  # fmt: skip


def _counted_word(found: Slot) -> Word | None:
    """The word for the thing counted, where it is a common noun close behind its number."""
    sort = found.sort.removeprefix("number ")
    after = [w for w in found.sentence.words if w.span.start > found.span.start][:5]
    return next((w for w in after if concept(w.stem) == sort), None)


def _unit(found: Slot) -> str:
    return [w.stem for w in found.sentence.words if w.span.touches(found.span)][-1]


def _is_only_sum(match: Match) -> bool:
    """Whether each sentence names but one sum of money, as where both tell what one thing cost."""
    return all(isinstance(s.value, Amount) and not s.value.others for s in (match.a, match.b))


def _has_moved(match: Match, lookup: Lookup) -> bool:
    """Whether the later document may only have later news."""
    if any(w.plain in MOVING for s in (match.a, match.b) for w in s.sentence.words):
        return True
    if match.a.sort == "number part" and any(w.stem in TRADED for s in (match.a, match.b) for w in s.sentence.words):
        return True
    if match.a.sort.removeprefix("number ") not in FATES.values():
        return False
    days = [_day(s, lookup) for s in (match.a, match.b)]
    if days[0] is None or days[1] is None or not 0 < abs((days[0] - days[1]).days) <= NEWS_DAYS:
        return False
    first, second = (match.a, match.b) if days[0] < days[1] else (match.b, match.a)
    return _size(second) > _size(first)


def _day(found: Slot, lookup: Lookup) -> date | None:
    published = lookup.documents[found.span.doc].published
    days = dating.bounds(published) if published else None
    return days[0] if days and days[0] == days[1] else None


def _size(found: Slot) -> float:
    return found.value.least if isinstance(found.value, Amount) else 0.0


def _drawn(match: Match, lookup: Lookup) -> Conflict:
    sides = tuple(_with_thing(s) for s in (match.a, match.b))
    shown = [f"{quoted(s, lookup)} ({siglum(s.doc, lookup)})" for s in sides]
    text = f"Both tell of {match.matter(lookup)}; one has {shown[0]}, the other {shown[1]}."
    reason = Reason(feature="number", text=text, score=round(min(1.0, match.score), 3),
                    evidence=(match.a.sentence.span, match.b.sentence.span))  # fmt: skip
    severity: Severity = "high" if _is_far(match) and match.score >= LEAST_GRAVE else "medium"
    return conflict("number", f"How many: {shown[0]} or {shown[1]}?", sides, severity=severity,
                    confidence=0.3 + 0.5 * min(1.0, match.score), reasons=[reason])  # fmt: skip


def _with_thing(found: Slot) -> Span:
    """A number with what it counts, the words between them too, up to the plural ("five rescue crews")."""
    inside = [w for w in found.sentence.words if w.span in found.span and w.is_content and w.plain.isalpha()]
    thing = _counted_word(found) or (inside[-1] if len(inside) > 1 else None)
    end = thing.span.end if thing else found.span.end
    after = next((w for w in found.sentence.words if w.span.start == end + 1), None)
    if thing and not thing.plain.endswith("s") and after and after.is_content and after.plain.endswith("s"):
        end = after.span.end
    return Span(found.span.doc, found.span.start, max(found.span.end, end))


def _is_far(match: Match) -> bool:
    small, large = sorted((_size(match.a), _size(match.b)))
    return large >= 2 * max(small, 0.001)
