"""Particulars of one event told in two ways: before or after, by how many votes, why, where to, which colour."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from variorum.judge import numbers
from variorum.judge.conflicts.drawing import conflict, quoted, siglum
from variorum.judge.conflicts.slots import Match, Slot, matches, slot
from variorum.judge.conflicts.told import Told
from variorum.judge.lexicon import word_set
from variorum.judge.stems import stem_set
from variorum.judge.synonyms import concept
from variorum.judge.wording import Word
from variorum.lookup import Lookup
from variorum.model import Conflict, ConflictKind, Reason, Span

Words = Sequence[Word]


class Sort(NamedTuple):
    """How a particular is asked for and how alike the sentences must be for it."""

    kind: ConflictKind
    question: str
    least: float
    close: int  # concepts close to both, names apart
    wide: int  # concepts that both sentences have


SORTS = {
    "order": Sort("date", "Before or after", 0.55, 2, 3),
    "tally": Sort("number", "By how many votes", 0.4, 1, 2),
    "death": Sort("other", "Of what", 0.35, 0, 1),
    "cause": Sort("other", "Why", 0.45, 1, 2),
    "goal": Sort("place", "Where to", 0.5, 1, 2),
    "colour": Sort("other", "Which colour", 0.35, 1, 2),
}
VOTES = stem_set(
    "vote votes voted voting ballot majority council jury board committee cabinet elected carried approved"
)
DYING = word_set("died dies die dying")
GOING = stem_set(
    """fly flew flown drive drove driven sail sailed travel travelled traveled move moved send sent ship shipped
    transfer transferred bound flee fled emigrate emigrated march marched return returned deport deported"""
)
BECAUSE = frozenset({("because", "of"), ("due", "to"), ("owing", "to"), ("caused", "by"), ("blamed", "on")})
COLOURS = word_set(
    "black white red blue green yellow brown grey gray purple orange pink silver golden scarlet crimson violet"
)
ARTICLES = word_set("the a an his her its their my our")
NOT_GOALS = stem_set("work school bed home time way day end start north south east west monday sunday")


def particulars(sentence: Told, lookup: Lookup) -> Iterator[Slot]:
    """What a sentence has of each sort."""
    text = lookup.documents[sentence.span.doc].text
    for read in (_orders, _tallies, _deaths, _causes, _goals, _colours):
        yield from read(sentence, text)


def _orders(sentence: Told, text: str) -> Iterator[Slot]:
    """What was done before or after what: "before the meeting", "after supper"."""
    for n, word in enumerate(sentence.words[:-1]):
        if word.plain not in ("before", "after"):
            continue
        noun = _noun(sentence.words[n + 1 : n + 5], word, text)
        if noun and not any(place.touches(noun.span) for _, place in sentence.dates):
            place = Span(word.span.doc, word.span.start, noun.span.end)
            yield slot(f"order {concept(noun.stem)}", word.plain, place, sentence, [noun])


def _tallies(sentence: Told, text: str) -> Iterator[Slot]:
    """Votes for and against: "by seven votes to four", "voted 7-4"."""
    if not sentence.stems & VOTES:
        return
    held = [(n, v) for n, w in enumerate(sentence.words) if (v := numbers.value(w.plain)) is not None]
    for (n, first), (m, second) in pairwise(held):
        between = {w.plain for w in sentence.words[n + 1 : m]}
        gap = text[sentence.words[n].span.end : sentence.words[m].span.start]
        if m - n <= 3 and ("to" in between or "against" in between or gap in ("-", "–")) and max(first, second) < 1000:
            place = Span(sentence.span.doc, sentence.words[n].span.start, sentence.words[m].span.end)
            own = list(sentence.words[n : m + 1])
            yield slot("tally", (max(first, second), min(first, second)), place, sentence, own)


def _deaths(sentence: Told, text: str) -> Iterator[Slot]:
    """Of what somebody died: "died of a fever"."""
    for n, word in enumerate(sentence.words[:-2]):
        if word.plain in DYING and sentence.words[n + 1].plain in ("of", "from"):
            noun = _noun(sentence.words[n + 2 : n + 6], sentence.words[n + 1], text)
            if noun:
                own = [w for w in sentence.words if word.span.start < w.span.start <= noun.span.start]
                value = frozenset(concept(w.stem) for w in own if w.is_content)
                yield slot("death", value, Span(word.span.doc, word.span.start, noun.span.end), sentence, own)


def _causes(sentence: Told, text: str) -> Iterator[Slot]:
    """Why it happened: "because of the snow", "due to a short circuit"."""
    for word, after in pairwise(sentence.words):
        if (word.plain, after.plain) not in BECAUSE:
            continue
        rest = [w for w in sentence.words if w.span.start > after.span.start][:4]
        noun = _noun(rest, after, text)
        if noun:
            own = [w for w in rest if w.span.start <= noun.span.start]
            value = frozenset(concept(w.stem) for w in own if w.is_content)
            yield slot("cause", value, Span(word.span.doc, word.span.start, noun.span.end), sentence, own)


def _goals(sentence: Told, text: str) -> Iterator[Slot]:
    """Where somebody or something went: a name after a verb of going and "to" or "for"."""
    for n, word in enumerate(sentence.words[:-1]):
        deed = next((w for w in reversed(sentence.words[max(0, n - 4) : n]) if w.stem in GOING), None)
        if word.plain not in ("to", "for") or deed is None:
            continue
        held = []
        for other in sentence.words[n + 1 : n + 4]:
            if text[other.span.start].isupper() and other.is_content and other.stem not in NOT_GOALS:
                held.append(other)
            elif held or other.plain not in ARTICLES:
                break
        if held and not any(place.touches(held[0].span) for _, place in sentence.dates):
            place = Span(word.span.doc, deed.span.start, held[-1].span.end)
            yield slot(f"goal {concept(deed.stem)}", frozenset(w.stem for w in held), place, sentence, held)


def _colours(sentence: Told, text: str) -> Iterator[Slot]:
    """Which colour a thing has: "a red ledger"."""
    for word, noun in zip(sentence.words, sentence.words[1:], strict=False):
        is_small = not text[word.span.start].isupper() and not text[noun.span.start].isupper()
        is_beside = text[word.span.end : noun.span.start] == " "
        if word.plain in COLOURS and is_small and is_beside and noun.is_content:
            place = Span(word.span.doc, word.span.start, noun.span.end)
            value = "grey" if word.plain == "gray" else word.plain
            yield slot(f"colour {concept(noun.stem)}", value, place, sentence, [word], about=concept(noun.stem))


def _noun(words: Words, before: Word, text: str) -> Word | None:
    """The common noun at the end of the words that follow without a mark; "after meeting him" has none."""
    held: Word | None = None
    has_article = any(w.plain in ARTICLES for w in words[:1])
    for word in words:
        gap = text[before.span.end : word.span.start]
        if gap.strip() or (not word.is_content and word.plain not in ARTICLES):
            break
        if word.is_content:
            held = word
        before = word
    if held is None or held.plain.endswith("ly") or numbers.value(held.plain) is not None:
        return None
    return held if has_article or not held.plain.endswith("ing") else None


def differing(sentences: Sequence[Told], weight: dict[str, float], lookup: Lookup) -> Iterator[Conflict]:
    """Conflicts between the particulars that different documents give of one event."""
    slots = [s for t in sentences for s in particulars(t, lookup)]
    for match in matches(slots, weight, _agree, min(sort.least for sort in SORTS.values())):
        sort = SORTS[match.a.sort.split()[0]]
        is_one = match.score >= sort.least and len(match.close) >= sort.close and len(match.wide) >= sort.wide
        if is_one and match.is_one_time:
            yield _drawn(match, sort, lookup)


def _agree(a: object, b: object) -> bool:
    return bool(a & b) if isinstance(a, frozenset) and isinstance(b, frozenset) else a == b


def _drawn(match: Match, sort: Sort, lookup: Lookup) -> Conflict:
    sides = (match.a.span, match.b.span)
    shown = [f"{quoted(s, lookup)} ({siglum(s.doc, lookup)})" for s in sides]
    text = f"Both tell of {match.matter(lookup)}; one has {shown[0]}, the other {shown[1]}."
    feature = match.a.sort.split()[0]
    reason = Reason(feature=feature, text=text, score=round(min(1.0, match.score), 3), evidence=sides)
    return conflict(sort.kind, f"{sort.question}: {shown[0]} or {shown[1]}?", sides, severity="medium",
                    confidence=0.25 + 0.45 * min(1.0, match.score), reasons=[reason])  # fmt: skip
