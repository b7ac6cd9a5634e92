"""How much and how many, as a sentence has it: numbers with what they count or measure, and what they leave open."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from variorum.judge import numbers
from variorum.judge.conflicts.counts import ABOUT, FATES, LEAST_BOUND, MONTH, MOST_BOUND, PARTIAL, PEOPLE, STATES
from variorum.judge.conflicts.slots import Slot, slot
from variorum.judge.conflicts.told import Told
from variorum.judge.lexicon import word_set
from variorum.judge.stems import stem, stem_set
from variorum.judge.synonyms import concept
from variorum.judge.wording import Word
from variorum.lookup import Lookup
from variorum.model import Span

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
CURRENCIES = stem_set("dollar euro pound franc mark krone crown ruble rouble yen yuan lira peso rupee guilder shilling")
SIGNS = {"$": "dollar", "£": "pound", "€": "euro"}
ORDINARY = stem_set(
    "time point way thing part side page number version question step place case"
)  # counted of anything
NOT_A_THING = word_set(
    """was were is are am pm o'clock january february march april may june july august september october november
    december away"""
)
# "asked three times", "twice warned": how often; "twice as many", "three times the size" tell of no deeds.
TWICE = {"twice": 2.0, "thrice": 3.0}
NOT_OFTEN = word_set(
    "as the more less higher greater larger bigger over that this its their his her a an per each every"
)
COUNTING = stem_set("count counted total totalled")
STANDING = word_set("is was to at reached now")  # "the toll, announced by the coast guard, is 40"
TOLD_OF = 10  # words between "toll" and its number
FAR_DEED = 5  # words before "three times" among which the deed stands ("wrote to the mayor three times")
DONE_TO = stem_set("wrote told went came met spoke sent saw rang asked called wrote")
BEING = word_set("is are was were")
# "his first three seasons", "within four outs": part of a count, not the count.
PARTLY = re.compile(
    r"\b(?:first|next|final|previous|another|within|remaining|opening|closing|other)\s+$", re.IGNORECASE
)
AT_ALL = re.compile(r"\s+(?:at all|whatsoever|whatever|of any kind)\b", re.IGNORECASE)
HALF = re.compile(r"\s+and\s+a\s+half\b")
ROUNDING = 0.05


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


def spans_of_time(slots: Iterable[Slot]) -> dict[Span, list[Amount]]:
    """The spans of time that each sentence gives."""
    found: dict[Span, list[Amount]] = {}
    for told in slots:
        if told.sort == "number duration" and isinstance(told.value, Amount):
            found.setdefault(told.sentence.span, []).append(told.value)
    return found


def are_of_two_spans(a: Slot, b: Slot, times: Mapping[Span, Sequence[Amount]]) -> bool:
    """Whether two sentences give spans of time that differ ("50 wins in five years", "15 wins in two")."""
    ours, theirs = (times.get(s.sentence.span, ()) for s in (a, b))
    return bool(ours and theirs) and not any(x.agrees(y) for x in ours for y in theirs)


def _about(sort: str, own: list[Word]) -> str:
    """The concept of what is counted or measured, which two counts of it share."""
    return concept(own[-1].stem) if sort in UNITS and sort != "duration" else sort


def _read(n: int, word: Word, sentence: Told, text: str) -> Iterator[tuple[list[str], Amount, Span, list[Word]]]:
    words = sentence.words
    yield from _repeated(n, words)
    yield from _none(n, words, text)
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
    if sorts and n > 1 and words[n - 1].plain == "of" and words[n - 2].is_content:
        sorts = [*sorts, f"of {words[n - 2].stem}"]  # "a toll of two per cent" and "no toll at all"
    if (half and rest and sorts) or (sorts and HALF.match(text, end)):
        number += 0.5
    if sorts:
        place = Span(word.span.doc, word.span.start - (before[-1:] in SIGNS and before != ""), end)
        own = [w for w in words if w.span.touches(place)]
        yield sorts, _bounded(number * size, size, before), place, own


def _none(n: int, words: tuple[Word, ...], text: str) -> Iterator[tuple[list[str], Amount, Span, list[Word]]]:
    """Nothing of a thing, said with emphasis: "no toll at all", "no money whatsoever"."""
    thing = words[n + 1] if n + 1 < len(words) else None
    if words[n].plain == "no" and thing and thing.is_content and AT_ALL.match(text, thing.span.end):
        place = Span(thing.span.doc, words[n].span.start, thing.span.end)
        yield [f"of {thing.stem}", concept(thing.stem)], Amount(0.0, 0.0), place, [words[n], thing]


def _repeated(n: int, words: tuple[Word, ...]) -> Iterator[tuple[list[str], Amount, Span, list[Word]]]:
    """How often a thing was done: the deed stands right before the times or right after them."""
    word, first = words[n], n
    number = TWICE.get(word.plain)
    if word.plain == "times" and n:
        number, first = numbers.value(words[n - 1].plain), n - 1
    after = words[n + 1] if n + 1 < len(words) else None
    if number is None or (after and after.plain in NOT_OFTEN):
        return
    before = [w for w in words[max(0, first - FAR_DEED) : first][::-1] if w.is_content]
    beside = [w for w in (*before[:1], after) if w and w.is_content and w.plain.endswith(("ed", "t", "d", "n"))]
    deed = next((w for w in (*beside, *before) if w in beside or w.plain.endswith("ed") or w.stem in DONE_TO), None)
    if deed:
        place = Span(word.span.doc, words[first].span.start, word.span.end)
        yield [f"times {concept(deed.stem)}"], Amount(number, number), place, list(words[first : n + 1])


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
    last = re.search(r"[A-Z][\w’']*\s+$", before)
    if (
        last
        and stem(last.group().strip().casefold()) not in FATES
        and not re.search(r"(?:^|[.!?:]\s+)\w+\s+$", text[max(0, sentence.span.start - 2) : word.span.start])
    ):
        return False  # "Flight 12", "the Maren 2": a name
    if PARTLY.search(before):
        return False
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
    for w in rest[:6]:
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
            if (
                not w.is_content
                or w.plain in PARTIAL
                or w.plain in NOT_A_THING
                or (w.stem in sentence.names and w.stem not in FATES)
            ):
                break
            nouns.append(w)
    if [w.stem for w in nouns] == ["member"] and [w.plain for w in near[1:2]] == ["of"]:
        nouns = [w for w in near[2:] if w.is_content][:1] or nouns  # "12 members of the crew" count the crew
    if nouns:
        keys = [_thing(w, sentence) for w in nouns[:3] if w.stem not in ORDINARY and numbers.value(w.plain) is None]
        keys += ["counted"] if n and words[n - 1].stem in COUNTING else []
        return [k for k in dict.fromkeys(keys) if k], 1, nouns[0].span.end
    if n > 1 and words[n - 1].plain == "of" and words[n - 2].is_content:
        return [f"of {words[n - 2].stem}"], 1, last.span.end
    if n and words[n - 1].stem in COUNTING:
        return ["counted"], 1, last.span.end
    if n and not near and words[n - 1].stem in FATES:
        return [FATES[words[n - 1].stem]], 1, last.span.end  # "STORM KILLS NINE"
    if n and words[n - 1].plain in STANDING and any(w.plain == "toll" for w in words[max(0, n - TOLD_OF) : n]):
        return ["dead"], 1, last.span.end
    return _being(near, last)


def _being(near: list[Word], last: Word) -> tuple[list[str], float, int]:
    """What so many of a whole are said to be ("nineteen of the dead were Danish citizens")."""
    at = next((n for n, w in enumerate(near) if w.plain in BEING), None)
    if at is None or (at and near[0].plain != "of"):
        return [], 1, last.span.end
    said = [w for w in near[at + 1 :] if w.is_content and not w.is_denied]
    keys = [f"being {concept(w.stem)}" for w in said if not w.plain.endswith(("ed", "ing"))]
    return keys, 1, near[at].span.end


def _thing(noun: Word, sentence: Told) -> str:
    """A key for what is counted; people are told apart by what befell them."""
    if noun.stem in FATES:
        return FATES[noun.stem]
    if noun.stem in PEOPLE:
        near = [w for w in sentence.words if abs(w.span.start - noun.span.start) < 50 and w.stem in FATES]
        nearest = min(near, key=lambda w: abs(w.span.start - noun.span.start), default=None)
        return FATES[nearest.stem] if nearest and not _has_other_number(nearest, noun, sentence) else "people"
    return "states" if noun.stem in STATES else concept(noun.stem)


def _has_other_number(fate: Word, noun: Word, sentence: Told) -> bool:
    """Whether two numbers stand between what befell people and a word for people ("hurt 9 and drove 80 villagers")."""
    first, last = sorted((fate.span.start, noun.span.start))
    held = [w for w in sentence.words if first < w.span.start < last]
    return sum(numbers.value(w.plain) is not None for w in held) > 1


def _bounded(number: float, size: float, before: str) -> Amount:
    before = before.rstrip("".join(SIGNS))
    if LEAST_BOUND.search(before):
        return Amount(number, float("inf"))
    if MOST_BOUND.search(before):
        return Amount(0.0, number)
    room = 0.1 if ABOUT.search(before) else 0.0
    if size >= 60 and size != int(size / 1000) * 1000:
        return Amount(number - max(room * number, 0.08 * number), number + max(room * number, 0.08 * number))
    return Amount((1 - room) * number, (1 + room) * number)
