"""Whether it happened at all: told as a fact in one document, and denied or turned round in another."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from variorum.judge import numbers
from variorum.judge.antonyms import sides_of
from variorum.judge.conflicts.drawing import conflict, quoted, short, siglum
from variorum.judge.conflicts.slots import Match, Slot, matches, slot
from variorum.judge.conflicts.told import Told
from variorum.judge.lexicon import word_set
from variorum.judge.stems import stem_set
from variorum.judge.synonyms import concept
from variorum.judge.wording import Word
from variorum.lookup import Lookup
from variorum.model import Conflict, Reason, Severity, Span

Stated = tuple[str, bool, Span, Word]  # what is denied, whether it is affirmed or not, the words, the word
# What is not told as having happened: wishes, duties, conditions, doubts.
UNREAL = word_set(
    """should must may might could can if whether unless until want wants wanted hope hopes hoped fear feared plan
    planned going ought expect expected likely perhaps maybe shall likely unlikely"""
)
PARTLY = word_set(
    """only just merely simply necessarily always entirely fully yet enough alone solely even quite all every
    particularly very so too such"""
)
# What people think of a thing; two sides may differ about it, and both be reported rightly.
OPINION = stem_set(
    """good bad right wrong fair unfair best worst true lie believe think like love hate support oppose blame
    great terrible important worth agree want need wish shame proud easy difficult hard happy sad sure clear understand
    work number kind sort part thing place problem reason doubt mean matter impress impressive answer answered reply
    replied respond responded response comment commented return returned available reach reached"""
)  # the last of these: whom the press did not reach on one day it may reach on another
# Opposites that two people may both tell of one matter: coming and going, rise and fall, what they think of it.
NO_MATTER = OPINION | stem_set(
    """enter entered arrive arrived join joined leave left depart departed quit withdraw withdrew expel increase
    increased rise rose risen grow grew grown growth up higher decrease decreased fall fell fallen drop begin began
    begun start started end ended finish finished stop stopped buy bought purchase sell sold friend ally partner enemy
    foe rival include included exclude excluded create build built construct destroy destroyed support supported back
    backed oppose opposed strong weak strength weakness peace war violent united divided peaceful remember forget
    defensive attack attacked defend defended public secret private equal full positive beneficial excellent negative
    terrible welcome welcomed praise praised criticise criticised criticize criticized condemn condemned serious joke
    certain sure recall remembered maintain keep preserve protect success successful failure maintain"""
)
PRESENT, PAST = word_set("is are isn't aren't"), word_set("was were wasn't weren't had")
SWITCHED = word_set("on off")
# Sides and quarters: "a list to port", "on the left", "turned north"; as parts of names they are none.
SIDES = {
    word: (axis, n == 0)
    for axis, words in (("side", "port starboard"), ("hand", "left right"), ("north", "north south"),
                        ("east", "east west"), ("north", "northern southern"), ("east", "eastern western"))
    for n, word in enumerate(words.split())
}  # fmt: skip
ARTICLES = word_set("the its their his her")
SURE = frozenset({"switch", *(axis for axis, _ in SIDES.values())})  # opposites that hold of one thing at one time
TOWARDS = word_set("to on towards toward from heading headed turned facing")
SWITCHING = word_set("switched turned was were been is left")
# "He was not heard", "did not sign"; after any other word "not" sets a contrast ("a handshake, not a toll").
BE = word_set("was were is are am be been has have had do does did will would could can can't it there he she they")
GOING_TO = "going to "  # tells of what is to come
DERIVED = ("ic", "ical", "al", "ous", "ness", "ity", "ish", "ism", "ist", "ary")  # endings that make another word
DENYING = word_set("deny denies denied")  # "denied that he had sold it"; what else is denied may be anything
REFUSING = word_set("refuse refused refuses decline declined declines fail failed fails")
AVOIDING = REFUSING | word_set(
    """await awaits awaited awaiting pending avoid avoids avoided avoiding evade evaded prevent prevented stop stopped
    lack lacked lacks barely deny denied"""
)
FALSE = word_set("false falsely untrue unfounded rumour rumours rumor rumors hoax mistaken mistakenly wrongly")
TIMES = word_set("yesterday today tomorrow tonight year month week day night morning evening time times")
BOUNDED = word_set("after since before until again")
LEAST = 0.48
LEAST_OPPOSITE = 0.42
LEAST_FEW = 0.55  # the same where but one word close by is common, besides what is denied


def denials(sentence: Told, lookup: Lookup) -> Iterator[Stated]:
    """For each word of a sentence, whether it is denied; opposites count as one word denied and affirmed."""
    text = lookup.documents[sentence.span.doc].text
    if text[sentence.span.end - 1 : sentence.span.end] == "?":
        return
    for n, word in enumerate(sentence.words):
        if word.plain in SWITCHED and _is_switch(n, sentence.words, text):
            yield "opposite switch", word.plain == "on", word.span, word
        if word.plain in SIDES and _is_side(n, sentence):
            axis, is_first = SIDES[word.plain]
            yield f"opposite {axis}", is_first, word.span, word
        is_part = text[word.span.end : word.span.end + 1] == "-"  # a "go-ahead" goes nowhere, a "die-hard" lives
        if is_part or text.startswith(GOING_TO, word.span.start) or not _is_told(n, word, sentence):
            continue
        if word.stem not in OPINION:
            key = concept(word.stem)
            yield f"denied {key}", word.is_denied, _place(n, word, sentence), word
        for row, side in _sides(word, sentence) if word.stem not in NO_MATTER else ():
            value = bool(side) != word.is_denied
            yield f"opposite {row}", value, _place(n, word, sentence), word


def _sides(word: Word, sentence: Told) -> Iterator[tuple[int, int]]:
    """The pairs of opposites that a word belongs to, those apart of which the sentence has both."""
    for row, side in sides_of(word.stem):
        if not any((row, 1 - side) in sides_of(key) for key in sentence.stems):
            yield row, side


def _is_told(n: int, word: Word, sentence: Told) -> bool:
    """Whether a word tells of something as having been so or not so."""
    if not word.is_content or word.stem in sentence.names or word.plain in TIMES or "." in word.plain:
        return False
    if numbers.value(word.plain) is not None or (word.is_denied and not _is_first_denied(n, sentence.words)):
        return False
    return not _is_unreal(n, sentence.words)


def _is_switch(n: int, words: Sequence[Word], text: str) -> bool:
    """Whether "on" or "off" ends a clause after "was", "switched" or the like."""
    after = text[words[n].span.end : words[n].span.end + 5]
    return n > 0 and words[n - 1].plain in SWITCHING and bool(re.match(r"[,.;:!]|\s+and\b|$", after))


def _is_side(n: int, sentence: Told) -> bool:
    """Whether a side or a quarter follows "to", "on the" and the like, and is no part of a name."""
    before = [w.plain for w in sentence.words[max(0, n - 2) : n]]
    is_led = bool(before) and (before[-1] in TOWARDS or (before[-1] in ARTICLES and bool(set(before[:-1]) & TOWARDS)))
    return is_led and sentence.words[n].stem not in sentence.names


def _is_first_denied(n: int, words: Sequence[Word]) -> bool:
    """Whether a word is the first that a negation meets: "never withdrew her offer" denies no offer."""
    negators = _negators(n, words)
    return bool(negators) and not any(
        w.is_content and negators[-1].span.start < w.span.start < words[n].span.start and not w.plain.endswith("ly")
        for w in words[max(0, n - 6) : n]
    )


def _negators(n: int, words: Sequence[Word]) -> list[Word]:
    """The negations before a word; "denied" is none, being itself a claim about a claim."""
    start = max(0, n - 6)
    return [
        w for m, w in enumerate(words[start:n], start)
        if w.plain in REFUSING or (w.is_negator and w.plain not in ("without", "not"))
        or (w.plain == "not" and m and words[m - 1].plain in BE)
        or (w.plain in DENYING and words[m + 1].plain in ("that", "having"))
    ]  # fmt: skip


def _is_unreal(n: int, words: Sequence[Word]) -> bool:
    before = words[max(0, n - 5) : n]
    return any(w.plain in UNREAL for w in before) or any(
        w.is_negator and before[m + 1].plain in PARTLY for m, w in enumerate(before[:-1])
    )


def _place(n: int, word: Word, sentence: Told) -> Span:
    """The word with the negation that governs it."""
    if not word.is_denied:
        return word.span
    negators = _negators(n, sentence.words)
    start = negators[-1].span.start if negators else word.span.start
    return Span(word.span.doc, start, word.span.end)


def differing(sentences: Sequence[Told], weight: dict[str, float], lookup: Lookup) -> Iterator[Conflict]:
    """Conflicts between a thing told and the same thing denied."""
    stated = [(t, s) for t in sentences for s in denials(t, lookup)]
    turned = _with_both(s for _, s in stated)
    slots = [
        slot(sort, value, place, t, [word], about=sort.removeprefix("denied "))
        for t, (sort, value, place, word) in stated if sort in turned
    ]  # fmt: skip
    for match in matches(slots, weight, lambda a, b: a == b, LEAST_OPPOSITE):
        if _is_one_thing(match):
            yield _drawn(match, lookup)


def _with_both(stated: Iterable[Stated]) -> set[str]:
    """The sorts of which something is both affirmed and denied."""
    held: dict[str, set[bool]] = {}
    for sort, value, _, _ in stated:
        held.setdefault(sort, set()).add(value)
    return {sort for sort, values in held.items() if len(values) > 1}


def _is_one_thing(match: Match) -> bool:
    if not match.is_one_time or _is_bounded(match) or _are_both_denials(match) or _tense(match.a) * _tense(match.b) < 0:
        return False
    if match.a.sort.startswith("opposite"):
        is_sure = match.a.sort.removeprefix("opposite ") in SURE
        return bool(match.close) and len(match.common) >= 2 and (is_sure or match.score >= LEAST_FEW)
    if not _are_forms(match.a, match.b):
        return False
    if _is_by_denying(match) and len(match.common) < 3:
        return False
    return match.score >= (LEAST if len(match.common) >= 3 else LEAST_FEW) and len(match.common) >= 2


def _are_forms(a: Slot, b: Slot) -> bool:
    """Whether the two words are forms of one word: "sign" and "signed", but not "demon" and "demonic"."""
    words = [[w for w in s.sentence.words if w.span in s.span][-1:] for s in (a, b)]
    if not all(words) or words[0][0].stem != words[1][0].stem:
        return True  # known as words for one thing by the table of concepts
    short, long = sorted((w[0].plain for w in words), key=len)
    return not any(long.endswith(e) and not short.endswith(e) for e in DERIVED)


def _is_by_denying(match: Match) -> bool:
    """Whether the denial is a report that somebody denied it, which may be of any matter."""
    denied = match.b if match.a.value is False else match.a
    return any(w.plain in DENYING for w in denied.sentence.words if w.span.start == denied.span.start)


def _are_both_denials(match: Match) -> bool:
    """Whether the sentence that tells of it denies something close by too ("found none": "none is found")."""
    if match.a.sort.startswith("opposite"):
        return False
    told_of = match.a if match.a.value is False else match.b
    return any(
        (w.is_negator and abs(w.span.start - told_of.span.start) < 50)
        or (w.plain in AVOIDING and 0 < told_of.span.start - w.span.start < 50)
        or (w.plain in FALSE and abs(w.span.start - told_of.span.start) < 50)
        for w in told_of.sentence.words
    )


def _tense(side: Slot) -> int:
    """1 where "is" or "are" stands before the word, -1 where "was" or "were" does, 0 where neither."""
    near = {w.plain for w in side.sentence.words if 0 <= side.span.start - w.span.start < 25}
    return bool(near & PRESENT) - bool(near & PAST)


def _is_bounded(match: Match) -> bool:
    """Whether the denial holds for a time only, and the other sentence may tell of another time."""
    denied, told_of = (match.a, match.b) if match.b.value is False else (match.b, match.a)
    after = [w.plain for w in denied.sentence.words if 0 <= w.span.start - denied.span.end < 25]
    return bool(set(after) & BOUNDED) and bool(told_of.sentence.dates)


def _drawn(match: Match, lookup: Lookup) -> Conflict:
    sides = tuple(_clause(s, match, lookup) for s in (match.a, match.b))
    shown = [f"{quoted(s, lookup)} ({siglum(s.doc, lookup)})" for s in sides]
    is_turned = match.a.sort.startswith("opposite")
    tells = "has the contrary of the other" if is_turned else "denies what the other tells"
    text = f"Both tell of {match.matter(lookup)}; one {tells}: {shown[0]}, {shown[1]}."
    reason = Reason(feature="denial", text=text, score=round(min(1.0, match.score), 3),
                    evidence=(match.a.span, match.b.span))  # fmt: skip
    severity: Severity = "high" if match.score >= 0.7 and len(match.common) >= 3 else "medium"
    return conflict("polarity", f"Yes or no: {shown[0]} against {shown[1]}", sides, severity=severity,
                    confidence=0.2 + 0.5 * min(1.0, match.score), reasons=[reason])  # fmt: skip


def _clause(side: Slot, match: Match, lookup: Lookup) -> Span:
    """The words from the denial to what both sentences share close by."""
    near = [w.span for w in side.sentence.words
            if concept(w.stem) in match.common and abs(w.span.start - side.span.start) < 60]  # fmt: skip
    start = min([side.span.start, *(s.start for s in near)])
    end = max([side.span.end, *(s.end for s in near)])
    return short(Span(side.span.doc, start, end), lookup)
