"""Conflicts between the readings of one statement: another answer, number, date, name, act or condition."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from variorum.judge import alike
from variorum.judge import wording as reading_of
from variorum.judge.alike import Comparison
from variorum.judge.conflicts.drawing import around, conflict, quoted, siglum
from variorum.judge.differences import Difference, differences
from variorum.judge.lexicon import ASKING
from variorum.judge.wording import Wording
from variorum.lookup import Lookup
from variorum.model import Conflict, ConflictKind, Severity, Span, Statement

SAME_INSIDE = 0.7  # overlap of two quotations in the text of one document that are of one utterance
REQUEST = re.compile(r"\s+(?:\w+\s+){0,3}(?:for|to)\b")
FEWEST_DENIED = 4  # content words of a report that says enough to deny another
NAMED_ALIKE = 0.55  # overlap of two reports of which one has another name; a freer summary may leave one out
MOST_WORDINGS = 40  # different wordings of one statement that are compared pair by pair


class Sort(NamedTuple):
    """What a difference of some feature is as a conflict."""

    kind: ConflictKind
    severity: Severity
    label: str


SORTS: dict[str, Sort] = {
    "stance": Sort("polarity", "high", "Yes or no"),
    "negation": Sort("polarity", "high", "Denied or affirmed"),
    "opposites": Sort("polarity", "high", "The contrary"),
    "blame": Sort("suspected-corruption", "medium", "A word that does not fit"),
    "lookalike": Sort("suspected-corruption", "medium", "A word misread or misheard"),
    "number": Sort("number", "high", "How many"),
    "date": Sort("date", "high", "When"),
    "reversal": Sort("speaker", "high", "Who did it to whom"),
    "name": Sort("other", "medium", "Another name"),
    "place": Sort("place", "medium", "Where"),
    "speech act": Sort("other", "medium", "Asked, proposed or only left open"),
    "condition": Sort("other", "medium", "On a condition or without"),
    "rank": Sort("other", "medium", "A limit lost"),
}


class Found(NamedTuple):
    """One difference of one pair of readings."""

    comparison: Comparison
    difference: Difference


def in_statement(statement: Statement, held: list[Comparison], lookup: Lookup) -> Iterator[Conflict]:
    """The conflicts between the readings of a statement, one for each sort of difference."""
    found = [Found(comparison, difference) for comparison in held for difference in differences(comparison)]
    for feature in SORTS:
        matching = [f for f in found if _feature(f.difference) == feature and _is_real(f, lookup)]
        if matching:
            yield _drawn(feature, matching, statement, lookup)


def comparisons(statement: Statement, lookup: Lookup) -> list[Comparison]:
    """Every pair of different wordings compared; readings with the same words stand for one another."""
    known: dict[tuple[str, ...], Wording] = {}
    for reading in sorted(statement.readings, key=lambda r: (r.spans, r.id)):
        wording = reading_of.read(reading, lookup)
        if wording.words:
            known.setdefault((str(wording.is_quoted), *(w.plain for w in wording.words)), wording)
    chosen = list(known.values())[:MOST_WORDINGS]
    return [alike.compare(a, b) for a, b in combinations(chosen, 2)]


def _feature(difference: Difference) -> str:
    if difference.feature == "extent" and difference.weight >= 0.5:
        return "rank"
    return difference.feature


def _is_real(found: Found, lookup: Lookup) -> bool:
    """Whether the difference is a conflict of reports: no trimming or summary, and both are of one utterance."""
    comparison, difference = found
    feature = _feature(difference)
    is_inside = comparison.a.reading.witness == comparison.b.reading.witness and not is_in_headline(comparison, lookup)
    if are_two_quotations(comparison, lookup):
        return False
    if _is_only_seeming(feature, comparison, lookup):
        return False
    if feature == "speech act":
        is_quoted = comparison.a.is_quoted or comparison.b.is_quoted
        return is_quoted and (len(comparison.common) >= 2 or is_one_talk(comparison))
    if feature == "rank":
        is_lost = bool(difference.left) != bool(difference.right) and is_in_headline(comparison, lookup)
        return is_lost and comparison.kinship >= 0.7 and _common(comparison) >= 3
    if feature == "condition":
        return _is_near(comparison) or _common(comparison) == 0 or is_one_talk(comparison)
    if feature == "blame":
        return comparison.overlap >= 0.3
    if feature == "number" and is_inside and not (comparison.a.is_quoted and comparison.b.is_quoted):
        return False  # a page that counts twice in its own words counts two things
    if feature == "name" and not (comparison.a.is_quoted and comparison.b.is_quoted):
        return comparison.overlap >= NAMED_ALIKE and comparison.kinship >= 0.5
    if feature == "negation":
        return comparison.overlap >= 0.5 and comparison.kinship >= 0.5
    return feature in ("stance", "date") or _is_close(comparison)


def _is_only_seeming(feature: str, comparison: Comparison, lookup: Lookup) -> bool:
    """Whether a question is none, or a denial denies nothing that the other says."""
    a, b = comparison.a, comparison.b
    if feature == "speech act":  # "asked for more ships" asks no question; nor do the same words, a title perhaps
        return any(_is_request(side, lookup) for side in (a, b)) or [w.stem for w in a.words] == [
            w.stem for w in b.words
        ]
    if feature not in ("negation", "opposites"):
        return False
    if _are_of_two_people(comparison):
        return True
    is_told = not (a.is_quoted and b.is_quoted)
    is_short = min(len(a.content), len(b.content)) < FEWEST_DENIED  # "asked for papers", "told him not to show papers"
    return feature == "negation" and ((is_told and is_short) or any(_is_denied_twice(side, lookup) for side in (a, b)))


def _are_of_two_people(comparison: Comparison) -> bool:
    """Whether two speakers are named, and nobody quotes them: then each may have said his own."""
    a, b = comparison.a, comparison.b
    return bool(a.speakers and b.speakers) and not a.speakers & b.speakers and not (a.is_quoted or b.is_quoted)


def _is_request(wording: Wording, lookup: Lookup) -> bool:
    """Whether the cue asks for something or asks somebody to do something."""
    cues = [w for w in wording.cue if w.plain in ASKING]
    after = (lookup.words(_after(w.span, lookup)) for w in cues)
    return any(REQUEST.match(words) for words in after)


def _is_denied_twice(wording: Wording, lookup: Lookup) -> bool:
    """Whether words of the sentence before the reading deny it too: "nothing | that you would not meet elsewhere"."""
    if not wording.spans:
        return False
    first = wording.spans[0]
    sentence = lookup.sentence(first)
    lead = lookup.words(Span(first.doc, min(sentence.start, first.start), first.start))
    return bool(re.search(r"\b(?:nothing|nobody|none|no one|no)\b", lead, re.IGNORECASE))


def _after(place: Span, lookup: Lookup) -> Span:
    return Span(place.doc, place.end, min(place.end + 40, len(lookup.documents[place.doc].text)))


def _common(comparison: Comparison) -> int:
    return len({w.stem for w, _ in comparison.common})


def _is_near(comparison: Comparison) -> bool:
    """Whether much of the shorter and some of both agree."""
    return comparison.kinship >= 0.5 and comparison.shared >= 0.5 and comparison.overlap >= 0.35


def _is_close(comparison: Comparison) -> bool:
    """Whether the readings agree in so much that what differs must be meant of one thing."""
    is_much = comparison.overlap >= 0.4 or (comparison.shared >= 0.7 and _common(comparison) >= 4)
    return is_much and comparison.kinship >= 0.5


def is_one_talk(comparison: Comparison) -> bool:
    """Whether one speaker says both to the same person."""
    a, b = comparison.a, comparison.b
    heard = [{p for x in side.attributions for p in x.audience} for side in (a, b)]
    return bool(a.speakers & b.speakers and heard[0] & heard[1])


def are_two_quotations(comparison: Comparison, lookup: Lookup) -> bool:
    """Whether one document quotes both in its text: then they are most likely two utterances, put together amiss."""
    a, b = comparison.a, comparison.b
    if a.reading.witness != b.reading.witness or not (a.is_quoted and b.is_quoted) or comparison.overlap >= SAME_INSIDE:
        return False
    return not is_in_headline(comparison, lookup)


def is_in_headline(comparison: Comparison, lookup: Lookup) -> bool:
    """Whether one of two readings stands in the title of its document."""
    sides = (comparison.a.reading, comparison.b.reading)
    titles = [r.span for side in sides for r in lookup.documents[side.witness].regions if r.kind == "title"]
    return any(s.touches(t) for side in sides for s in side.spans for t in titles)


def _drawn(feature: str, found: list[Found], statement: Statement, lookup: Lookup) -> Conflict:
    """One conflict from all differences of a sort, the gravest pair first."""
    found = sorted(found, key=lambda f: (-f.difference.weight, -_trust(f.comparison), f.comparison.a.reading.id))
    sort, best = SORTS[feature], found[0]
    evidence: dict[str, Span] = {}
    for comparison, difference in found:
        for side, places in ((comparison.a, difference.left), (comparison.b, difference.right)):
            evidence.setdefault(side.reading.id, around(places, side, lookup))
    sides = [evidence[side.reading.id] for side in (best.comparison.a, best.comparison.b)]
    label = f"{sort.label}: {_said(sides[0], lookup)} against {_said(sides[1], lookup)}"
    reasons = [f.difference.reason() for f in found[:3]]
    confidence = best.difference.weight * _trust(best.comparison)
    return conflict(sort.kind, label, evidence.values(), severity=sort.severity, confidence=confidence,
                    statements=[statement.id], reasons=reasons)  # fmt: skip


def _said(place: Span, lookup: Lookup) -> str:
    return f"{quoted(place, lookup)} ({siglum(place.doc, lookup)})"


def _trust(comparison: Comparison) -> float:
    """How sure it is that both readings are of one utterance: shared words, one occasion, one speaker."""
    a, b = comparison.a, comparison.b
    trust = 0.6 + 0.3 * comparison.shared
    occasions = [{x.occasion for x in side.attributions} - {None} for side in (a, b)]
    if occasions[0] & occasions[1]:
        trust += 0.15
    if a.speakers and b.speakers and not a.speakers & b.speakers:
        trust -= 0.2
    return max(0.3, min(1.0, trust))
