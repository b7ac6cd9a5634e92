"""Conflicts and copied passages as the page shows them: the places side by side, each within its sentence."""

from __future__ import annotations

from dataclasses import dataclass

from variorum.model import Conflict, Reuse, Span
from variorum.report.places import Back, Quote
from variorum.report.references import ReasonView, References
from variorum.report.words import (
    CONFLICTS,
    DIRECTIONS,
    LIKELY,
    REUSES,
    Confidence,
    confidence,
    shortened,
    shown,
)  # fmt: skip

AROUND = 160  # code points shown on either side of quoted words: about two lines, to see what they are said of

COPIES = 1_000  # shared passages shown: 300 like articles share 13,000, which made a page of 42 MB; a thousand take 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One of the places that a conflict or a copy is about, within its sentence."""

    siglum: str
    document: str
    title: str
    before: str
    quote: Quote
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ConflictView:
    """Places that cannot all be right."""

    back: Back
    kind: str
    severity: str
    confidence: Confidence
    is_likely: bool
    sides: tuple[Side, ...]
    statements: tuple[Back, ...]
    reasons: tuple[ReasonView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReuseView:
    """Two passages that depend on one another."""

    back: Back
    kind: str
    direction: str
    confidence: Confidence
    a: Side
    b: Side
    reasons: tuple[ReasonView, ...]


def conflict_views(refs: References) -> tuple[ConflictView, ...]:
    """All conflicts, the gravest and surest first."""
    return tuple(_conflict(c, refs) for c in refs.conflicts)


def _conflict(conflict: Conflict, refs: References) -> ConflictView:
    back = refs.conflict(conflict)
    label = f"evidence of conflict {back.label}"
    sides = tuple(side for s in conflict.evidence for side in _sides(s, "conflict", label, back, refs))
    reasons = _besides(refs.reasons(conflict.reasons, label, back), sides)
    return ConflictView(
        back=back,
        kind=CONFLICTS.get(conflict.kind, shown(conflict.kind)),
        severity=shown(conflict.severity),
        confidence=confidence(conflict.confidence),
        is_likely=conflict.confidence >= LIKELY,
        sides=sides,
        statements=refs.statements_named(conflict.statements),
        reasons=tuple(r for r in reasons if r.quotes or r.text != back.title),
    )


def reuse_views(refs: References) -> tuple[ReuseView, ...]:
    """The longest pairs of copied passages whose places are known, in the order of their places."""
    longest = sorted(refs.edition.reuse, key=lambda r: (-_length(r), r.a, r.b, r.id))[:COPIES]
    found = (_reuse(n, r, refs) for n, r in enumerate(sorted(longest, key=lambda r: (r.a, r.b, r.id)), 1))
    return tuple(view for views in found for view in views)


def _length(reuse: Reuse) -> int:
    return min(reuse.a.end - reuse.a.start, reuse.b.end - reuse.b.start)


def _reuse(number: int, reuse: Reuse, refs: References) -> tuple[ReuseView, ...]:
    back = Back(f"copy-{number}", f"P{number}", REUSES.get(reuse.kind, shown(reuse.kind)))
    label = f"copied passage {back.label}"
    a, b = (_sides(s, "copied", label, back, refs) for s in (reuse.a, reuse.b))
    if not (a and b):
        return ()
    view = ReuseView(
        back=back,
        kind=REUSES.get(reuse.kind, shown(reuse.kind)),
        direction=DIRECTIONS.get(reuse.direction, shown(reuse.direction)),
        confidence=confidence(reuse.confidence),
        a=a[0],
        b=b[0],
        reasons=_besides(refs.reasons(reuse.reasons, label, back), (*a, *b)),
    )
    return (view,)


def _besides(reasons: tuple[ReasonView, ...], sides: tuple[Side, ...]) -> tuple[ReasonView, ...]:
    """The reasons without the words that stand right above them anyway."""
    above = {s.quote.anchor for s in sides}
    return tuple(ReasonView(r.text, tuple(q for q in r.quotes if q.anchor not in above)) for r in reasons)


def _sides(span: Span, role: str, label: str, back: Back, refs: References) -> tuple[Side, ...]:
    """The place within its sentence; none where the span holds no words."""
    quotes = refs.places.quotes((span,), role, label, back)
    if not quotes:
        return ()
    text = refs.lookup.documents[span.doc].text
    sentence = refs.lookup.sentence(span)
    first, last = sentence.start, max(sentence.end, span.end)
    if span.start - first > AROUND:
        first = text.find(" ", span.start - AROUND, span.start) + 1 or span.start
    if last - span.end > AROUND:
        last = max(text.rfind(" ", span.end, span.end + AROUND), span.end)
    side = Side(
        siglum=refs.places.siglum(span.doc),
        document=refs.places.anchor(span.doc),
        title=shortened(refs.title(span.doc), 70),
        before=("… " if first > sentence.start else "") + shown(text[first : span.start]),
        quote=quotes[0],
        after=shown(text[span.end : last]) + (" …" if last < sentence.end else ""),
    )
    return (side,)
