"""The same words given to two speakers, or one man's words to many."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from variorum.judge.alike import Comparison
from variorum.judge.conflicts.drawing import conflict, quoted, short, siglum
from variorum.judge.conflicts.readings import is_in_headline
from variorum.judge.lexicon import COLLECTIVE_SPEAKERS, PRONOUNS, word_set
from variorum.judge.stance import stance
from variorum.judge.tellings import called
from variorum.judge.wording import Word, Wording, words_of
from variorum.lookup import Lookup
from variorum.model import Attribution, Conflict, Reason, Span, Spans, Statement
from variorum.text import plain_words

SPEAKING = ("person", "group", "organization")
PAPERS = word_set("statement statements report source letter post tweet memo release")
NEAR = 700  # characters before a pronoun in which the one whom it stands for is most likely named
MOST_HELD = 40  # places of the same words that are compared pair by pair
TELLING = re.compile(r"\b(?:said|told|asked|wrote|answered|replied|shouted|called)\b", re.IGNORECASE)
LEAST_WORDS = 3  # content words; shorter quotations are anybody's


def same_words(lookup: Lookup) -> Iterator[Conflict]:
    """Quoted sentences of the same words that two documents give to two different persons."""
    by_words: dict[frozenset[str], list[tuple[Span, Attribution]]] = defaultdict(list)
    for attribution in sorted(lookup.edition.attributions, key=lambda a: (a.doc, a.content, a.id)):
        if _is_named_person(attribution, lookup):
            for key, place in _sentences(attribution, lookup):
                by_words[key].append((place, attribution))
    several = (key for key, held in by_words.items() if len({a.speaker for _, a in held}) > 1)
    for key in sorted(several, key=sorted):
        for (first, a), (second, b) in combinations(_one_each(by_words[key]), 2):
            is_guess = _may_be_meant(a, b, lookup) or _may_be_meant(b, a, lookup)
            if a.doc != b.doc and _are_two_people(a, b, lookup) and not is_guess:
                yield _two_speakers((first, a), (second, b), lookup)
                break


def other_hearers(lookup: Lookup) -> Iterator[Conflict]:
    """Quoted sentences that one person says to one named person in one document, and to another in the next."""
    by_words: dict[tuple[str | None, frozenset[str]], list[tuple[Span, Attribution]]] = defaultdict(list)
    for attribution in sorted(lookup.edition.attributions, key=lambda a: (a.doc, a.content, a.id)):
        if attribution.speaker and len(attribution.audience) == 1 and attribution.addressee:
            hearer = lookup.actors.get(attribution.audience[0])
            is_name = lookup.words(attribution.addressee[0])[:1].isupper()
            if hearer and hearer.kind == "person" and is_name and _family(hearer.name):
                for key, place in _sentences(attribution, lookup):
                    by_words[attribution.speaker, key].append((place, attribution))
    for _, held in sorted(by_words.items(), key=lambda item: item[1][0][0]):
        for (first, a), (second, b) in combinations(held[:MOST_HELD], 2):
            names = [set(plain_words(lookup.words(x.addressee[0]))) - PRONOUNS for x in (a, b)]
            if a.doc != b.doc and a.audience != b.audience and not names[0] & names[1]:
                yield _two_hearers((first, a), (second, b), lookup)
                break


def _two_hearers(first: tuple[Span, Attribution], second: tuple[Span, Attribution], lookup: Lookup) -> Conflict:
    names = [f"{quoted(x.addressee[0], lookup)} ({siglum(x.doc, lookup)})" for _, x in (first, second)]
    text = f"The same words are said to {names[0]} and to {names[1]}."
    reason = Reason(
        feature="two hearers", text=text, score=0.5, evidence=(first[1].addressee[0], second[1].addressee[0])
    )
    evidence = [s for p, x in (first, second) for s in (p, x.addressee[0])]
    return conflict("other", f"To whom: {names[0]} or {names[1]}?", evidence, severity="medium", confidence=0.45,
                    statements={s for _, x in (first, second) for s in lookup.statements_of.get(x.id, [])},
                    reasons=[reason])  # fmt: skip


def _one_each(held: list[tuple[Span, Attribution]]) -> list[tuple[Span, Attribution]]:
    """The first place of each speaker in each document, as many as can be compared pair by pair."""
    first: dict[tuple[str, str | None], tuple[Span, Attribution]] = {}
    for place, attribution in held:
        first.setdefault((attribution.doc, attribution.speaker), (place, attribution))
    return list(first.values())[:MOST_HELD]


def _sentences(attribution: Attribution, lookup: Lookup) -> Iterator[tuple[frozenset[str], Span]]:
    """The quoted sentences of an attribution: their content stems, and where each begins."""
    held: list[Word] = []
    for span in attribution.quoted:
        if _is_led_by_telling(span, attribution, lookup):
            continue  # somebody else's words, which the speaker tells
        words = words_of(span, lookup)
        for n, word in enumerate(words):
            held.append(word)
            end = words[n + 1].span.start if n + 1 < len(words) else span.end
            if re.search(r"[.!?]", lookup.words(Span(span.doc, word.span.end, end))):
                yield from _keyed(held)
                held = []
    yield from _keyed(held)


def _is_led_by_telling(quote: Span, attribution: Attribution, lookup: Lookup) -> bool:
    """Whether the report itself tells of a telling before the quotation ("that she had told him: …")."""
    starts = [c.start for c in attribution.content if c.start < quote.start and c.doc == quote.doc]
    return bool(starts) and bool(TELLING.search(lookup.words(Span(quote.doc, starts[-1], quote.start))))


def _keyed(words: list[Word]) -> Iterator[tuple[frozenset[str], Span]]:
    key = frozenset(w.stem for w in words if w.is_content)
    if len(key) >= LEAST_WORDS:
        near = [w for w in words if w.span.start - words[0].span.start < 150]
        yield key, Span(words[0].span.doc, words[0].span.start, near[-1].span.end)


def _is_named_person(attribution: Attribution, lookup: Lookup) -> bool:
    """Whether it is known by name who said it."""
    actor = lookup.actors.get(attribution.speaker or "")
    return bool(actor and actor.kind == "person" and attribution.source and _family(actor.name))


def _family(name: str) -> str:
    """The last word of a person's name; empty for "the captain" and the like."""
    last = name.strip().rpartition(" ")[2]
    return last if last[:1].isupper() else ""


def _named(source: Spans, lookup: Lookup) -> bool:
    """Whether the sentence itself names the speaker, so that no pronoun had to be guessed."""
    words = [w for s in source for w in lookup.words(s).split()]
    return any(w[:1].isupper() and w.casefold() not in PRONOUNS for w in words)


def _may_be_meant(a: Attribution, b: Attribution, lookup: Lookup) -> bool:
    """Whether a pronoun names the speaker of one, and the other's speaker is named not far before it."""
    if _named(a.source, lookup):
        return False
    start = a.source[0].start
    before = plain_words(lookup.documents[a.doc].text[max(0, start - NEAR) : start])
    return bool(set(plain_words(_family(called(b.speaker, lookup)))) & set(before))


def _are_two_people(a: Attribution, b: Attribution, lookup: Lookup) -> bool:
    ours, theirs = (set(plain_words(called(x.speaker, lookup))) for x in (a, b))
    reporters = {h.actor for x in (a, b) for h in x.chain[:-1]}
    return a.speaker != b.speaker and not ours & theirs and not {a.speaker, b.speaker} & reporters


def _two_speakers(first: tuple[Span, Attribution], second: tuple[Span, Attribution], lookup: Lookup) -> Conflict:
    (place, a), (_, b) = first, second
    names = [f"{called(x.speaker, lookup)} ({siglum(x.doc, lookup)})" for x in (a, b)]
    text = f"The same words are given to {names[0]} and to {names[1]}."
    evidence = [_with_source(p, x, lookup) for p, x in (first, second)]
    statements = {s for x in (a, b) for s in lookup.statements_of.get(x.id, [])}
    reason = Reason(feature="two speakers", text=text, score=0.7, evidence=a.source[:1] + b.source[:1])
    is_sure = _named(a.source, lookup) and _named(b.source, lookup)
    return conflict("speaker", f"Whose words: {quoted(place, lookup)} by {names[0]} or by {names[1]}?", evidence,
                    severity="high" if is_sure else "medium", confidence=0.7 if is_sure else 0.4,
                    statements=statements, reasons=[reason])  # fmt: skip


def _with_source(quote: Span, attribution: Attribution, lookup: Lookup) -> Span:
    """The quotation with its speaker, where the two stand close together."""
    source = attribution.source[0]
    both = Span(quote.doc, min(quote.start, source.start), max(quote.end, source.end))
    is_one_line = "\n" not in lookup.words(both)
    return short(both if both.end - both.start < 180 and is_one_line else quote, lookup, (quote,))


def in_statement(statement: Statement, held: list[Comparison], lookup: Lookup) -> Iterator[Conflict]:
    """Readings of one statement that are given to different speakers."""
    found = [c for c in held if _is_shifted(c, lookup)]
    if found:
        yield _shifted(found, statement, lookup)


def _is_shifted(comparison: Comparison, lookup: Lookup) -> bool:
    """Whether two readings say the same of different named speakers: alike in words, or both a refusal."""
    a, b = comparison.a, comparison.b
    named = [_source(side, lookup) for side in (a, b)]
    if not a.speakers or not b.speakers or a.speakers & b.speakers or not any(named):
        return False
    if _may_be_one(named[0], named[1], lookup):
        return False
    if a.speakers & _reporters(b) or b.speakers & _reporters(a):
        return False
    if a.reading.witness != b.reading.witness and not _occasions(a) & _occasions(b):
        return False  # two men may say the same on two occasions
    if (
        a.reading.witness == b.reading.witness
        and not _are_people(a, b, lookup)
        and not is_in_headline(comparison, lookup)
    ):
        return False  # one page that gives it to a court and to its spokesman contradicts nobody
    stances = stance(a), stance(b)
    both_refuse = all(s and s.attitude == "refusal" for s in stances)
    if not all(lookup.actors[x].kind in SPEAKING for x in a.speakers | b.speakers if x in lookup.actors):
        return False
    return both_refuse or (all(named) and comparison.shared >= 0.5 and len(comparison.common) >= 3)


def _are_people(a: Wording, b: Wording, lookup: Lookup) -> bool:
    """Whether all to whom two readings are given are people, one or many ("his advisers"), and no bodies or papers."""
    for side in (a, b):
        place = _source(side, lookup)
        last = plain_words(lookup.words(place))[-1:] if place else []
        if set(last) & PAPERS:
            return False
        is_body = any(lookup.actors[x].kind == "organization" for x in side.speakers if x in lookup.actors)
        if is_body and not (last and last[0].endswith("s")):
            return False
    return True


def _may_be_one(ours: Span | None, theirs: Span | None, lookup: Lookup) -> bool:
    """Whether two ways of naming a speaker may mean one: a word in both, or a name here and an office there."""
    if not ours or not theirs:
        return False
    held = [[w for w in words_of(place, lookup) if w.is_content] for place in (ours, theirs)]
    if {w.stem for w in held[0]} & {w.stem for w in held[1]}:
        return True
    are_names = [bool(side) and lookup.words(side[-1].span)[:1].isupper() for side in held]
    is_many = any(w.plain in COLLECTIVE_SPEAKERS or w.plain.endswith("s") for side in held for w in side)
    return are_names[0] != are_names[1] and not is_many


def _occasions(wording: Wording) -> frozenset[str]:
    return frozenset(x.occasion for x in wording.attributions if x.occasion)


def _reporters(wording: Wording) -> frozenset[str]:
    return frozenset(h.actor for a in wording.attributions for h in a.chain if h.actor)


def _source(wording: Wording, lookup: Lookup) -> Span | None:
    """The words that name the speaker, unless they are a mere pronoun."""
    for attribution in wording.attributions:
        for place in attribution.source:
            if not set(plain_words(lookup.words(place))) <= PRONOUNS:
                return place
    return None


def _shifted(found: list[Comparison], statement: Statement, lookup: Lookup) -> Conflict:
    found = sorted(found, key=lambda c: (-c.shared, c.a.reading.id, c.b.reading.id))
    sides = {side.reading.id: side for c in found for side in (c.a, c.b)}
    evidence = [e for side in sides.values() for e in _evidence(side, lookup)]
    best = found[0]
    names = [_shown(side, lookup) for side in (best.a, best.b)]
    is_many = any(set(plain_words(n)) & COLLECTIVE_SPEAKERS for n in names)
    text = f"Much the same is given to {names[0]} in one place and to {names[1]} in another."
    if is_many:
        text += " One person's words have become those of many, or the other way round."
    reason = Reason(feature="speaker", text=text, score=0.5, evidence=tuple(evidence[:4]))
    return conflict("speaker", f"Who said it: {names[0]} or {names[1]}?", evidence, severity="medium",
                    confidence=0.4 + 0.25 * best.shared, statements=[statement.id], reasons=[reason])  # fmt: skip


def _shown(side: Wording, lookup: Lookup) -> str:
    place = _source(side, lookup)
    return quoted(place, lookup) if place else " / ".join(sorted(called(s, lookup) for s in side.speakers))


def _evidence(side: Wording, lookup: Lookup) -> list[Span]:
    """The speaker's name with the words after it."""
    place, first = _source(side, lookup), side.reading.spans[0]
    if place and place.doc == first.doc and 0 <= first.start - place.end < 60:
        return [short(Span(first.doc, place.start, first.end), lookup)]
    return [*([place] if place else []), short(first, lookup)]
