"""Whose words or whose doing: another speaker, or another addressee, for the same matter."""

from __future__ import annotations

from collections.abc import Iterator

from variorum.judge.alike import Comparison
from variorum.judge.differences.difference import Difference
from variorum.judge.wording import Wording
from variorum.model import Spans


def agents(comparison: Comparison) -> Iterator[Difference]:
    """The reports give it to different speakers."""
    ours, theirs = comparison.a.speakers, comparison.b.speakers
    if not ours or not theirs or ours & theirs or ours & _reporters(comparison.b) or theirs & _reporters(comparison.a):
        return
    left, right = _sources(comparison.a), _sources(comparison.b)
    yield Difference("speaker", "The readings give it to different speakers.", 0.6, left, right)


def addressees(comparison: Comparison) -> Iterator[Difference]:
    """The reports have it said to different people on the same occasion."""
    ours, theirs = (
        frozenset(p for a in side.attributions for p in a.audience) for side in (comparison.a, comparison.b)
    )
    occasions = [{a.occasion for a in side.attributions} - {None} for side in (comparison.a, comparison.b)]
    if not ours or not theirs or ours & theirs or not occasions[0] & occasions[1]:
        return
    text = "The readings have it said to different people."
    yield Difference("addressee", text, 0.3, _sources(comparison.a), _sources(comparison.b))


def _reporters(wording: Wording) -> frozenset[str]:
    """Who reports it: one of two readings may stop at the record, the other go on to the man in it."""
    return frozenset(h.actor for a in wording.attributions for h in a.chain if h.actor)


def _sources(wording: Wording) -> Spans:
    return tuple(sorted({s for a in wording.attributions for s in a.source}))
