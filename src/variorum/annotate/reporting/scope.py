"""Who tells of whom where one sentence has two cues: the reporter named last stands around the whole sentence."""

from __future__ import annotations

from collections.abc import Sequence

from variorum.annotate.reporting.layers import Layers
from variorum.annotate.reporting.quotes import Piece
from variorum.annotate.reporting.reports import Report
from variorum.text import words

LONGEST_TAIL = 4  # words after the reporter: "…, the Herald reported late on Monday"


def widen_to_sentence(layers: Layers, reports: Sequence[Report]) -> None:
    """Turns about "Hale said the bridge was closed, the Herald reports": the Herald's is the outer report.

    The parse gives Hale the words up to the full stop, and the Herald those between.
    """
    for outer in reports:
        at = _named_at(outer)
        if at is None:
            continue
        held = [r for r in reports if r is not outer and _runs_over(layers, r, outer, at)]
        inner = min(held, key=lambda r: r.start, default=None)
        if inner is not None:
            inner.content = [p for s, e in inner.content for p in layers.trimmed([(s, min(e, at[0]))]) if s < at[0]]
            start = min(layers.sentence_around(inner.cue[0][0])[0], inner.start)
            outer.content = layers.trimmed([(start, at[0])])


def _named_at(report: Report) -> Piece | None:
    """The place of a cue with its source, where both follow the words that they report."""
    if not report.cue or not report.source or not report.content:
        return None
    pieces = [*report.cue, *report.source]
    start, end = min(p[0] for p in pieces), max(p[1] for p in pieces)
    return (start, end) if report.content[-1][1] <= start else None


def _runs_over(layers: Layers, inner: Report, outer: Report, at: Piece) -> bool:
    """Whether the inner report's cue stands before what both report, and its words run on over the outer's cue."""
    if not inner.cue or not inner.content or inner.level != outer.level or inner.is_setoff:
        return False
    first, last = inner.content[-1]
    return (
        inner.cue[-1][1] <= outer.content[0][0]
        and inner.content[0][0] <= outer.content[0][0]
        and first < at[0]
        and at[1] <= last
        and len(words(layers.text, at[1], last)) <= LONGEST_TAIL
    )
