"""How much and how many: one quantity, measured or counted in two documents that cannot both be right."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from variorum import edtf as dating
from variorum.judge import numbers
from variorum.judge.conflicts.counts import ABOUT, FATES, LEAST_BOUND, MONTH, MOST_BOUND, PARTIAL, PEOPLE, STATES
from variorum.judge.conflicts.drawing import conflict, quoted, siglum
from variorum.judge.conflicts.slots import Match, Slot, matches, slot
from variorum.judge.conflicts.told import Told
from variorum.judge.lexicon import word_set
from variorum.judge.stems import stem, stem_set
from variorum.judge.synonyms import concept
from variorum.judge.wording import Word
from variorum.lookup import Lookup
from variorum.model import Conflict, Reason, Severity, Span

# Sort of measure -> its units with their size in the first one.
UNITS: dict[str, dict[str, float]] = {
    "duration": {"minute": 1, "hour": 60, "day": 1440, "week": 10080, "month": 43800, "year": 525600, "second": 1 / 60},
    "mass": {"kilogram": 1, "kg": 1, "kilo": 1, "tonne": 1000, "ton": 1000, "gram": 0.001},
    "length": {
        "metre": 1, "meter": 1, "kilometre": 1000, "kilometer": 1000, "km": 1000, "mile": 1609, "foot": 0.305,
        "feet": 0.305, "yard": 0.914, "centimetre": 0.01, "inch": 0.0254,
    },
    "volume": {"litre": 1, "liter": 1, "gallon": 4.5, "barrel": 159},
    "speed": {"knot": 1},
    "part": {"percent": 1},
    "area": {"hectare": 1, "acre": 0.405},
}  # fmt: skip
MEASURED = {stem(unit): (sort, size) for sort, units in UNITS.items() for unit, size in units.items()}
SHORT_UNITS = {unit: MEASURED[stem(long)] for unit, long in (
    ("km", "kilometre"), ("kg", "kilogram"), ("ft", "foot"), ("cm", "centimetre"), ("m", "metre"))}  # fmt: skip
COMPACT = re.compile(r"(?P<number>\d+(?:\.\d+)?)(?P<unit>km|kg|ft|cm|m)")
EXTENTS = word_set("deep long high tall wide thick")
LINKING = word_set(
    """was is were are be about around some nearly almost measuring a an the at least over more than and in on of
    which that"""
)
TERMS = frozenset(concept(key) for key in stem_set("contract lease loan ban marriage truce voyage tenure mandate"))
CURRENCIES = stem_set("dollar euro pound franc mark krone crown ruble rouble yen yuan lira peso rupee guilder shilling")
SIGNS = {"$": "dollar", "£": "pound", "€": "euro"}
ORDINARY = stem_set(
    "time point way thing part side page number version question step place case"
)  # counted of anything
# A count that has moved on: a later report need not gainsay an earlier one.
MOVING = word_set("rose risen climbed climbing now later initially earlier previously latest revised previous original")
TRADED = stem_set("shares stock stocks index futures")  # what they have gained or lost changes by the hour
NOT_A_THING = word_set(
    """was were is are am pm o'clock january february march april may june july august september october november
    december away"""
)
HALF = re.compile(r"\s+and\s+a\s+half\b")
LEAST = 0.36  # chosen on three invented matters and by reading what came out of ten events of real news
LEAST_MEASURE = 0.42
LEAST_SUM = 0.25  # where two sums have the same noun, or the same date and name; read from 35 events of real news
SURE_BY_WORDS = ("money", "length", "duration")  # sorts in which the words beside the number may tell enough
LEAST_CROWD = 0.5  # where people are counted with the same word beside ("sixty watched", "forty were present")
LONGEST_TERM = 3  # times; longer terms are of two contracts
CLOSE = 3  # concepts close to both of two sums of one date, the sort of money being one
LONGEST_TO_SHORTEST = 1000  # times; minutes against years are two spans of time, and no slip
LEAST_SURE = 0.6
LEAST_GRAVE = 0.5  # how surely both tell of one thing, if numbers far apart are a grave matter
LEAST_MODIFIED = 0.5  # where one side alone has a word between the number and the thing
ROUNDING = 0.05
NEWS_DAYS = 4  # within so many days a larger number of dead is news, and no contradiction


@dataclass(frozen=True, slots=True)
class Amount:
    """So much: the least and the most that the words allow; what it makes with others of its sentence, and these."""

    least: float
    most: float
    makes: frozenset[float] = frozenset()
    others: frozenset[float] = frozenset()

    def agrees(self, other: Amount) -> bool:
        """Whether both can be right: within bounds, by rounding, or one being the sum of the other's parts."""
        if self.least <= other.most and other.least <= self.most:
            return True
        if other.least in self.makes or self.least in other.makes:
            return True
        if any(_is_near(x, other.least) for x in self.others) or any(_is_near(x, self.least) for x in other.others):
            return True
        small, large = sorted((min(self.most, self.least), min(other.most, other.least)))
        is_round = any(n >= 20 and _is_round(n) for n in (small, large))
        return is_round and large - small <= ROUNDING * large


def _is_near(a: float, b: float) -> bool:
    return abs(a - b) <= ROUNDING * max(a, b)


def _is_round(number: float) -> bool:
    """Whether a number ends in zeros after two digits at most: "12,000" is round, "31.2 billion" is not."""
    return number == int(number) and int(number) % 10 == 0 and len(str(int(number)).rstrip("0")) <= 2


def amounts(sentence: Told, lookup: Lookup) -> Iterator[Slot]:
    """The quantities of a sentence, one slot for each word that may name what is counted."""
    text = lookup.documents[sentence.span.doc].text
    found = [f for n, w in enumerate(sentence.words) for f in _read(n, w, sentence, text)]
    sizes = [a.least for _, a, _, _ in found if a.least == a.most]
    makes = {
        x: frozenset(s for m, y in enumerate(sizes) if m != n for s in (x + y, abs(x - y))) for n, x in enumerate(sizes)
    }
    for sorts, amount, place, own in found:
        others = frozenset(a.least for s, a, _, _ in found if a is not amount and set(s) & set(sorts))
        value = replace(amount, makes=makes.get(amount.least, frozenset()), others=others)
        for sort in sorts:
            yield slot(f"number {sort}", value, place, sentence, own, about=_about(sort, own))


def _about(sort: str, own: list[Word]) -> str:
    """The concept of what is counted or measured, which two counts of it share."""
    return concept(own[-1].stem) if sort in UNITS and sort != "duration" else sort


def _read(n: int, word: Word, sentence: Told, text: str) -> Iterator[tuple[list[str], Amount, Span, list[Word]]]:
    words = sentence.words
    compact = _compact(n, words, text)
    number = compact[0] if compact else numbers.value(word.plain)
    if number is None or (n and numbers.value(words[n - 1].plain) is not None and numbers.scale(word.plain) == 1):
        return
    before, after = text[max(sentence.span.start, word.span.start - 25) : word.span.start], text[word.span.end :][:1]
    if compact:
        _, (sort, size), last = compact
        place = Span(word.span.doc, word.span.start, last.span.end)
        yield [sort], _bounded(number * size, size, before), place, [w for w in words if w.span.touches(place)]
        return
    if not _stands_alone(word, sentence, before, text):
        return
    last, rest = word, list(words[n + 1 : n + 7])
    while rest and numbers.scale(rest[0].plain) > 1:
        last = rest.pop(0)
        number *= numbers.scale(last.plain)
    half = HALF.match(text, last.span.end)
    sorts, size, end = _things(n, last, rest, sentence, text, after)
    if (half and rest and sorts) or (sorts and HALF.match(text, end)):
        number += 0.5
    if sorts:
        place = Span(word.span.doc, word.span.start - (before[-1:] in SIGNS and before != ""), end)
        own = [w for w in words if w.span.touches(place)]
        yield sorts, _bounded(number * size, size, before), place, own


def _compact(n: int, words: tuple[Word, ...], text: str) -> tuple[float, tuple[str, float], Word] | None:
    """A measure written as one word: number, sort with size, last word ("40-metre-deep", "80km", "a 40m shaft")."""
    word = words[n]
    stuck = COMPACT.fullmatch(word.plain)
    if stuck:
        is_metre = stuck["unit"] != "m" or re.match(r"[-\s](?:deep|long|high|tall|wide)\b", text[word.span.end :][:7])
        is_led = n > 0 and words[n - 1].plain in ("a", "an") and text[word.span.start - 1] not in SIGNS
        return (float(stuck["number"]), SHORT_UNITS[stuck["unit"]], word) if is_metre or is_led else None
    number, unit = numbers.value(word.plain), words[n + 1] if n + 1 < len(words) else None
    if number is None or unit is None or text[word.span.end : unit.span.start] != "-" or unit.stem not in MEASURED:
        return None
    if text[unit.span.end : unit.span.end + 4].casefold() == "-old" or MEASURED[unit.stem][0] == "part":
        return None
    return number, MEASURED[unit.stem], unit


def _stands_alone(word: Word, sentence: Told, before: str, text: str) -> bool:
    """Whether a number is no date, score, age, clock time or part of a name."""
    after = text[word.span.end : word.span.end + 2]
    if any(place.touches(word.span) for _, place in sentence.dates) or MONTH.search(before):
        return False
    if re.match(r"[-–/:]\w|[.:]\d|\s?[ap]\.?m\b", text[word.span.end : word.span.end + 5]) or (
        before[-1:] in "-–#/:." and before
    ):
        return False
    if re.match(r"\d{4}$", word.plain) and 1500 <= float(word.plain) < 2100:
        return False
    if re.search(r"[A-Z][\w’']*\s+$", before) and not re.search(
        r"(?:^|[.!?:]\s+)\w+\s+$", text[max(0, sentence.span.start - 2) : word.span.start]
    ):
        return False  # "Flight 12", "the Maren 2": a name
    is_age = bool(re.search(r"[A-Z]\w+,\s*(?:aged )?$", before)) and after[:1] in ",."
    is_range = bool(re.search(r"\b(?:or|to|between|between \S+ and)\s+$", before))
    return not is_age and not is_range


def _things(
    n: int, last: Word, rest: list[Word], sentence: Told, text: str, after: str
) -> tuple[list[str], float, int]:
    """What is counted or measured: keys, the unit's size, and where its words end; no keys where nothing is."""
    sign = text[sentence.words[n].span.start - 1 : sentence.words[n].span.start]
    if sign in SIGNS:
        return [f"money {SIGNS[sign]}"], 1, last.span.end
    if after == "%":
        return ["part"], 1, last.span.end + 1
    near: list[Word] = []
    for w in rest[:5]:
        gap = text[(near or [last])[-1].span.end : w.span.start]
        if gap.strip() and gap != "-":
            break
        near.append(w)
    if near and near[0].stem in CURRENCIES:
        return [f"money {near[0].stem}"], 1, near[0].span.end
    if near and near[0].stem in MEASURED:
        sort, size = MEASURED[near[0].stem]
        return [sort], size, near[0].span.end
    return _counted(n, near, last, sentence, text)


def _counted(n: int, near: list[Word], last: Word, sentence: Told, text: str) -> tuple[list[str], float, int]:
    words = sentence.words
    is_all = n > 0 and words[n - 1].plain == "all"
    if near and near[0].plain in PARTIAL:
        nouns = [w for w in near[1:] if w.is_content] if is_all and near[0].plain == "of" else []
    else:
        nouns = []
        for w in near:
            if not w.is_content or w.plain in PARTIAL or w.plain in NOT_A_THING or text[w.span.start].isupper():
                break
            nouns.append(w)
    if [w.stem for w in nouns] == ["member"] and [w.plain for w in near[1:2]] == ["of"]:
        nouns = [w for w in near[2:] if w.is_content][:1] or nouns  # "12 members of the crew" count the crew
    if nouns:
        keys = [_thing(w, sentence) for w in nouns[:3] if w.stem not in ORDINARY and numbers.value(w.plain) is None]
        return [k for k in dict.fromkeys(keys) if k], 1, nouns[0].span.end
    if n > 1 and words[n - 1].plain == "of" and words[n - 2].is_content:
        return [f"of {words[n - 2].stem}"], 1, last.span.end
    return [], 1, last.span.end


def _thing(noun: Word, sentence: Told) -> str:
    """A key for what is counted; people are told apart by what befell them."""
    if noun.stem in FATES:
        return FATES[noun.stem]
    if noun.stem in PEOPLE:
        near = [w for w in sentence.words if abs(w.span.start - noun.span.start) < 50 and w.stem in FATES]
        nearest = min(near, key=lambda w: abs(w.span.start - noun.span.start), default=None)
        return FATES[nearest.stem] if nearest else "people"
    return "states" if noun.stem in STATES else concept(noun.stem)


def _bounded(number: float, size: float, before: str) -> Amount:
    if LEAST_BOUND.search(before):
        return Amount(number, float("inf"))
    if MOST_BOUND.search(before):
        return Amount(0.0, number)
    room = 0.1 if ABOUT.search(before) else 0.0
    if size >= 60 and size != int(size / 1000) * 1000:
        return Amount(number - max(room * number, 0.08 * number), number + max(room * number, 0.08 * number))
    return Amount((1 - room) * number, (1 + room) * number)


def differing(sentences: Sequence[Told], weight: dict[str, float], lookup: Lookup) -> Iterator[Conflict]:
    """Conflicts of number between sentences of different documents that tell of one thing."""
    slots = [s for t in sentences for s in amounts(t, lookup)]
    drawn: set[tuple[Span, Span]] = set()
    for match in matches(slots, weight, _agree, LEAST_SUM):
        places = (match.a.span, match.b.span)
        if (
            places not in drawn
            and (match.score >= LEAST or match.a.sort.split()[1] in SURE_BY_WORDS)
            and _is_one_thing(match)
            and not _are_apart(match)
            and match.is_one_time
            and not _has_moved(match, lookup)
        ):
            drawn.add(places)
            yield _drawn(match, lookup)


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
    if sort in FATES.values():
        return bool(match.shared_names) or len(match.wide) >= 3
    return bool(match.close) and len(match.wide) >= 2


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


def _are_apart(match: Match) -> bool:
    """Whether other words tell the things counted apart ("five fire crews", "four rescue crews"), or the spans of time.

    A word more on one side only ("three short-range missiles", "21 missiles") does so where little else agrees.
    """
    if match.a.sort == "number duration":
        small, large = sorted(_size(s) for s in (match.a, match.b))
        return large > LONGEST_TO_SHORTEST * small > 0
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
