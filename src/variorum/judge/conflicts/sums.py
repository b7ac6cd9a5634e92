"""A total against its parts: "12 new members since 2000", where the other documents' lists make another sum."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from variorum import edtf as dating
from variorum.judge.conflicts.counts import MEASURES, Count, counts
from variorum.judge.conflicts.drawing import conflict, quoted, siglum
from variorum.judge.conflicts.told import Told
from variorum.judge.numbers import shown
from variorum.judge.stems import stem_set
from variorum.lookup import Lookup
from variorum.model import Conflict, Reason, Span

TOTAL = re.compile(r"\b(?:additional|new|more|total of|altogether|in all|all told|combined)\b", re.IGNORECASE)
SINCE = re.compile(r"\b(?:since|after|from)\b", re.IGNORECASE)
JOINING = stem_set("join joined enter entered admitted acceded added incorporated incorporating accept")
SO_DID = re.compile(r"\bso (?:have|has|had|did)\b", re.IGNORECASE)  # "Since then, so have A and B"
AFTERWARDS = re.compile(r"\b(?:since then|later|afterwards|subsequently)\b", re.IGNORECASE)
ITEM = r"(?:the\s+)?[A-Z][\w’'.-]*(?:\s+[A-Z][\w’'.-]*){0,2}"
NAMES = re.compile(rf"{ITEM}(?:,\s+(?!and\b){ITEM})+,?\s+and\s+{ITEM}")
SMALLEST_TOTAL, LARGEST_TOTAL = 3, 60


@dataclass(frozen=True, slots=True)
class Part:
    """So many that joined in some year (None: later than the part before), what they are, and the words."""

    year: int | None
    number: int
    things: frozenset[str]
    place: Span


def sums(sentences: list[Told], lookup: Lookup) -> Iterator[Conflict]:
    """Totals that the parts told by other documents do not make."""
    parts = [p for p in (_part(s, lookup) for s in sentences) if p]
    for sentence in sentences:
        text = lookup.words(sentence.span)
        if not (TOTAL.search(text) and SINCE.search(text) and sentence.stems & JOINING and sentence.dates):
            continue
        days = dating.bounds(sentence.dates[0][0])
        for count in counts(sentence, lookup):
            if days and count.least == count.most and SMALLEST_TOTAL <= count.least <= LARGEST_TOTAL:
                others = [p for p in parts if p.place.doc != sentence.span.doc]
                yield from _compared(count, days[1].year, others, lookup)


def _part(sentence: Told, lookup: Lookup) -> Part | None:
    """What a sentence tells of some that joined: counted, or else named one by one."""
    text = lookup.words(sentence.span)
    if not sentence.stems & JOINING and not SO_DID.search(text):
        return None
    days = dating.bounds(sentence.dates[0][0]) if len(sentence.dates) == 1 else None
    listed = NAMES.search(text)
    held = [c for c in counts(sentence, lookup) if c.least == c.most and c.thing not in MEASURES]
    size = max(
        [
            *(int(c.least) for c in held[:1]),
            len(re.split(r",\s+and\s+|,\s+|\s+and\s+", listed.group())) if listed else 0,
        ]
    )
    if size < 1 or not (days or AFTERWARDS.search(text)):
        return None
    return Part(days[0].year if days else None, size, frozenset(c.thing for c in held[:1]), sentence.span)


def _compared(total: Count, since: int, parts: list[Part], lookup: Lookup) -> Iterator[Conflict]:
    """A conflict where the parts after the year, one for each year, make another sum."""
    largest: dict[int | None, Part] = {}
    for part in sorted(parts, key=lambda p: p.place):
        known = largest.get(part.year)
        if (part.year is None or part.year > since) and (known is None or part.number > known.number):
            largest[part.year] = part
    used = sorted(largest.values(), key=lambda p: (p.year is None, p.year or 0))
    made = sum(p.number for p in used)
    if len(used) < 2 or not any(total.thing in p.things for p in used) or made == total.least or made * 2 < total.least:
        return
    told = " + ".join(f"{p.number} ({p.year or 'later'}, {siglum(p.place.doc, lookup)})" for p in used)
    text = f"The parts told by others make {made}: {told}. They may have been written earlier, or not be complete."
    reason = Reason(feature="sum", text=text, score=0.5, evidence=tuple(p.place for p in used))
    places = (total.span, *(p.place for p in used))
    yield conflict("number", f"{quoted(total.span, lookup)}, but the others' parts make {shown(made)}", places,
                   severity="medium", confidence=0.6 if made > total.least else 0.45, reasons=[reason])  # fmt: skip
