"""When it was said: one utterance whose reports give it two dates or two hours."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from variorum.judge.conflicts.clock import Hour, hours
from variorum.judge.conflicts.days import days
from variorum.judge.conflicts.drawing import conflict, quoted, siglum
from variorum.judge.conflicts.slots import Slot
from variorum.judge.conflicts.told import Told
from variorum.judge.differences.dates import can_be_one
from variorum.lookup import Lookup
from variorum.model import Attribution, Conflict, Reason, Statement

NEAR = 90  # characters from the cue or the words themselves within which a date is theirs
MOST_HELD = 20  # dates of one statement that are compared pair by pair
ASKED = {"day": "When was it said", "hour": "At what time was it said"}


def by_document(sentences: Sequence[Told], lookup: Lookup) -> dict[str, list[Slot]]:
    """The dates and hours of each document, in text order."""
    found: dict[str, list[Slot]] = defaultdict(list)
    for sentence in sentences:
        held = (s for read in (days, hours) for s in read(sentence, lookup) if s.sort in ASKED)
        found[sentence.span.doc] += sorted(held, key=lambda s: s.span)
    return {doc: sorted(slots, key=lambda s: (s.span, s.sort)) for doc, slots in found.items()}


def in_statement(statement: Statement, held: Mapping[str, Sequence[Slot]], lookup: Lookup) -> Iterator[Conflict]:
    """Conflicts between the moments that the reports of one utterance give it."""
    told = [
        s for r in statement.readings for a in r.attributions if a in lookup.attributions
        for s in _of(lookup.attributions[a], held, lookup)
    ]  # fmt: skip
    for sort in ASKED:
        for a, b in combinations([s for s in told if s.sort == sort][:MOST_HELD], 2):
            if a.span.doc != b.span.doc and not _agree(a.value, b.value):
                yield _drawn(a, b, statement, lookup)


def _of(attribution: Attribution, held: Mapping[str, Sequence[Slot]], lookup: Lookup) -> Iterator[Slot]:
    """The dates and hours that stand beside the words of a report, in its sentence and not in the words."""
    own = (*attribution.cue, *attribution.content[:1])
    near = held.get(attribution.doc, ())
    first = bisect_left(near, min(o.start for o in own) - NEAR, key=lambda s: s.span.start)
    for s in near[first:]:
        if s.span.start > max(o.end for o in own) + NEAR:
            break
        is_inside = any(c.touches(s.span) for c in attribution.content)
        gaps = [max(s.span.start - o.end, o.start - s.span.end) for o in own]
        is_beside = any(s.sentence.span.touches(o) for o in own) and min(gaps) < NEAR
        if is_beside and not is_inside:
            yield s


def _agree(a: object, b: object) -> bool:
    if isinstance(a, Hour) and isinstance(b, Hour):
        return a.agrees(b)
    return can_be_one(str(a), str(b))


def _drawn(a: Slot, b: Slot, statement: Statement, lookup: Lookup) -> Conflict:
    sides = (a.span, b.span)
    shown = [f"{quoted(s, lookup)} ({siglum(s.doc, lookup)})" for s in sides]
    text = f"The same words are reported with {shown[0]} in one document, with {shown[1]} in the other."
    reason = Reason(feature="moment", text=text, score=0.5, evidence=sides)
    return conflict("date", f"{ASKED[a.sort]}: {shown[0]} or {shown[1]}?", sides, severity="medium", confidence=0.45,
                    statements=[statement.id], reasons=[reason])  # fmt: skip
