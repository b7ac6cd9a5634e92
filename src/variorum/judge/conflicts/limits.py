"""Until when: one promise or order whose end is told in two ways ("until the harvest", "until the ice has gone")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from variorum.judge.alike import Comparison
from variorum.judge.conflicts.drawing import conflict, quoted, short, siglum
from variorum.judge.conflicts.readings import are_two_quotations
from variorum.judge.synonyms import concept
from variorum.judge.wording import Wording, tokens
from variorum.lookup import Lookup
from variorum.model import Conflict, Reason, Span, Statement

LIMIT = re.compile(r"\b(?:until|till|as soon as|as long as|by the time)\s+[^.,;:!?\"”\n]{4,80}", re.IGNORECASE)
COMMON = 2  # content words that both readings have besides
ALIKE = 0.5  # part of the shorter limit's concepts that the other has, above which both set one limit


def in_statement(statement: Statement, held: Sequence[Comparison], lookup: Lookup) -> Iterator[Conflict]:
    """Conflicts between the limits that readings of one statement set."""
    for comparison in held:
        a, b = comparison.a, comparison.b
        if a.reading.witness == b.reading.witness or are_two_quotations(comparison, lookup):
            continue
        ours, theirs = _limit(a, lookup), _limit(b, lookup)
        is_one = ours and theirs and ours[0] == theirs[0] and len(comparison.common) >= COMMON
        if ours and theirs and is_one and _are_apart(ours[1], theirs[1], lookup):
            yield _drawn((ours[1], theirs[1]), statement, lookup)


def _limit(reading: Wording, lookup: Lookup) -> tuple[str, Span] | None:
    """The only limit that a reading sets: how it begins, and its words."""
    found = [
        (m.group().split()[0].casefold(), Span(s.doc, s.start + m.start(), s.start + m.end()))
        for s in reading.spans for m in LIMIT.finditer(lookup.words(s))
    ]  # fmt: skip
    return found[0] if len(found) == 1 else None


def _are_apart(a: Span, b: Span, lookup: Lookup) -> bool:
    ours, theirs = ({concept(w.stem) for w in tokens(lookup.documents[s.doc].text, s) if w.is_content} for s in (a, b))
    if not ours or not theirs or ours <= theirs or theirs <= ours:
        return False
    return len(ours & theirs) <= ALIKE * min(len(ours), len(theirs))


def _drawn(sides: tuple[Span, Span], statement: Statement, lookup: Lookup) -> Conflict:
    places = [short(s, lookup) for s in sides]
    says = [f"{quoted(s, lookup)} ({siglum(s.doc, lookup)})" for s in places]
    text = f"The same is to hold {says[0]} in one reading, {says[1]} in the other."
    reason = Reason(feature="limit", text=text, score=0.55, evidence=tuple(places))
    return conflict("other", f"Until when: {says[0]} or {says[1]}?", places, severity="medium", confidence=0.55,
                    statements=[statement.id], reasons=[reason])  # fmt: skip
