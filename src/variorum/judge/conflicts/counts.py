"""How many: two counts of one thing that differ, and a number that its own list does not bear out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from variorum.judge import numbers
from variorum.judge.conflicts.drawing import conflict, quoted
from variorum.judge.conflicts.told import Told, Twins
from variorum.judge.lexicon import word_set
from variorum.judge.stems import stem_set
from variorum.judge.wording import Word
from variorum.lookup import Lookup
from variorum.model import Conflict, Reason, Span

FRAME = 3  # content words on each side of a count
PARTIAL = word_set("of other others more another additional further new out to and or from in at by for on with per a")
MONTH = re.compile(r"\b(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?\s*$")
PEOPLE = stem_set("people person persons victims passengers men women residents civilians")
STATES = stem_set("countries nations states members")
MEASURES = stem_set(
    """year month week day hour minute second time percent per cent mile kilometre kilometer km metre meter foot feet
    yard dollar pound euro kilogram kg ton degree point old age"""
)
FATES = {
    key: fate
    for fate, words in (
        ("dead", "killed dead died dies death deaths fatalities lives"),
        ("hurt", "injured wounded hurt injuries"),
        ("arrested", "arrested detained custody arrests"),
        ("missing", "missing unaccounted"),
        ("trapped", "trapped trapping stranded"),
        ("saved", "rescued saved survived survivors"),
        ("displaced", "evacuated displaced homeless"),
    )
    for key in stem_set(words)
}
LEAST_BOUND = re.compile(r"\b(?:at least|more than|over|no fewer than|upwards of|minimum of)\s*$", re.IGNORECASE)
MOST_BOUND = re.compile(
    r"\b(?:up to|as many as|fewer than|less than|under|at most|no more than|maximum of)\s*$", re.IGNORECASE
)
ABOUT = re.compile(
    r"\b(?:about|around|some|nearly|almost|roughly|approximately|close to|an estimated)\s*$", re.IGNORECASE
)
LIST = re.compile(
    rf"\b(?P<number>{numbers.ANY})\s+(?P<thing>[a-z]+(?:\s+[a-z]+){{0,6}})\s*(?::|\s[–—-]\s|—)\s*"
    r"(?P<items>[A-Z][\w’'.-]*(?:\s+[\w’'.-]+){0,3}(?:,\s+(?!and\b)[A-Z][\w’'.-]*(?:\s+[\w’'.-]+){0,3}){1,14},?\s+and\s+"
    r"[A-Z][\w’'.-]*(?:\s+[A-Z][\w’'.-]*){0,3})\s*(?=[.;]|$)"
)


@dataclass(frozen=True, slots=True)
class Count:
    """So many of something: least and most that the words allow, what is counted, and where it stands."""

    least: float
    most: float
    thing: str
    span: Span
    frame: frozenset[str]

    def agrees(self, other: Count) -> bool:
        """Whether both can be right."""
        return self.least <= other.most and other.least <= self.most


def counts(sentence: Told, lookup: Lookup) -> list[Count]:
    """The counts in a sentence; money, ages, scores, model numbers and parts of a whole are left out."""
    text = lookup.documents[sentence.span.doc].text
    found = []
    words = sentence.words
    for n, word in enumerate(words):
        number = numbers.value(word.plain)
        if number is None or not _is_plain(word, sentence, text) or _is_range(words[max(0, n - 2) : n]):
            continue
        rest = list(words[n + 1 : n + 7])
        last = word
        while rest and numbers.scale(rest[0].plain) > 1:
            last = rest.pop(0)
            number *= numbers.scale(last.plain)
        rest = _together(last, rest, text)
        thing = _thing(word, rest, sentence, text)
        if thing:
            before = text[max(sentence.span.start, word.span.start - 25) : word.span.start]
            place = Span(word.span.doc, word.span.start, _end(rest, last, text))
            found.append(Count(*_bounds(number, before), thing, place, _frame(place, sentence)))
    return found


def _is_plain(word: Word, sentence: Told, text: str) -> bool:
    """Whether a number stands by itself: no date, no money, no part of a name or of "8-year-old"."""
    before, after = text[max(0, word.span.start - 12) : word.span.start], text[word.span.end : word.span.end + 1]
    if any(place.touches(word.span) for _, place in sentence.dates) or MONTH.search(before):
        return False
    return before[-1:] not in "-–$£€#/:." and after not in "-–:/%." if before else after not in "-–:/%."


def _is_range(before: tuple[Word, ...]) -> bool:
    """Whether a number is the upper end of a range ("six or seven")."""
    return len(before) == 2 and before[1].plain in ("or", "to") and numbers.value(before[0].plain) is not None


def _together(last: Word, rest: list[Word], text: str) -> list[Word]:
    """The words that follow a number without a mark between them."""
    kept = []
    for word in rest:
        if text[last.span.end : word.span.start].strip():
            break
        kept.append(word)
        last = word
    return kept


def _thing(word: Word, rest: list[Word], sentence: Told, text: str) -> str | None:
    """What is counted, as a key: a noun, or for people what befell them; None for "five of", "two others"."""
    noun = _noun(rest, text)
    if (
        noun is None
        or any(w.plain in PARTIAL for w in rest[: rest.index(noun)])
        or numbers.value(noun.plain) is not None
    ):
        return None
    if noun.stem in FATES:
        return f"people {FATES[noun.stem]}"
    if noun.stem in PEOPLE:
        near = [w for w in sentence.words if abs(w.span.start - word.span.start) < 60 and w.stem in FATES]
        nearest = min(near, key=lambda w: abs(w.span.start - word.span.start), default=None)
        return f"people {FATES[nearest.stem]}" if nearest else None
    return "states" if noun.stem in STATES else noun.stem


def _noun(rest: list[Word], text: str) -> Word | None:
    """The first word after a number that carries meaning and is no name."""
    return next((w for w in rest[:4] if w.is_content and not text[w.span.start].isupper()), None)


def _frame(place: Span, sentence: Told) -> frozenset[str]:
    """The stems of the content words that stand close to a count."""
    content = [w for w in sentence.words if w.is_content]
    before = [w for w in content if w.span.end <= place.start][-FRAME:]
    after = [w for w in content if w.span.start >= place.end][:FRAME]
    return frozenset(w.stem for w in before + after)


def _end(rest: list[Word], last: Word, text: str) -> int:
    noun = _noun(rest, text)
    return noun.span.end if noun else last.span.end


def _bounds(number: float, before: str) -> tuple[float, float]:
    if LEAST_BOUND.search(before):
        return number, float("inf")
    if MOST_BOUND.search(before):
        return 0.0, number
    return (0.9 * number, 1.1 * number) if ABOUT.search(before) else (number, number)


def have_other_counts(pair: Twins, lookup: Lookup) -> bool:
    """Whether the two count one thing differently: with another date besides, they tell of two events."""
    theirs = {c.thing: c for c in counts(pair.b, lookup)}
    return any(c.thing in theirs and not c.agrees(theirs[c.thing]) for c in counts(pair.a, lookup))


def lists(sentences: list[Told], lookup: Lookup) -> Iterator[Conflict]:
    """Numbers that the list right after them does not bear out ("six towns: A, B, C and D")."""
    for sentence in sentences:
        text = lookup.words(sentence.span)
        for m in LIST.finditer(text):
            number = numbers.value(m["number"])
            items = [i for i in re.split(r",\s+and\s+|,\s+|\s+and\s+", m["items"]) if i.strip()]
            if number is not None and 2 <= number <= 30 and number != len(items):
                start = sentence.span.start
                places = (Span(sentence.span.doc, start + m.start(), start + m.end("thing")),
                          Span(sentence.span.doc, start + m.start("items"), start + m.end("items")))  # fmt: skip
                reason = Reason(feature="list", text=f"{m['number'].capitalize()} are counted, {len(items)} are named.",
                                score=0.7, evidence=places)  # fmt: skip
                yield conflict("number", f"{quoted(places[0], lookup)}, but the list names {len(items)}", places,
                               severity="medium", confidence=0.65, reasons=[reason])  # fmt: skip
