"""How firmly and for when something is said: modal verbs, hedges, words of time."""

from __future__ import annotations

from collections.abc import Iterator

from variorum.judge.alike import Comparison
from variorum.judge.differences.difference import Difference, cover, spelt
from variorum.judge.lexicon import CERTAINTY, HEDGES, MODALS, TIME_WORDS
from variorum.judge.stance import stance
from variorum.judge.wording import Word, Wording

BACKSHIFT = {("certainty", "readiness"), ("readiness", "certainty")}  # "will" becomes "would" in indirect speech


def modals(comparison: Comparison) -> Iterator[Difference]:
    """One modal verb in the place of another of a different kind, the words beside it agreeing."""
    for change in comparison.changes:
        ours, theirs = ([w for w in side if w.plain in MODALS] for side in (change.left, change.right))
        if len(ours) != 1 or len(theirs) != 1 or not change.is_framed or len(change.left) + len(change.right) > 4:
            continue
        kinds = MODALS[ours[0].plain], MODALS[theirs[0].plain]
        is_backshift = kinds in BACKSHIFT and comparison.a.is_quoted != comparison.b.is_quoted
        if kinds[0] != kinds[1] and not is_backshift:
            text = f"{spelt(ours)} ({kinds[0]}) in one reading, {spelt(theirs)} ({kinds[1]}) in the other."
            yield Difference("modality", text, 0.6, cover(ours), cover(theirs))


def hedges(comparison: Comparison) -> Iterator[Difference]:
    """Doubt expressed in one reading only, or certainty against doubt, where the rest agrees."""
    if comparison.shared < 0.5 or len(comparison.common) < 2:
        return
    ours, theirs = (_doubts(side) for side in (comparison.a, comparison.b))
    if bool(ours) == bool(theirs):
        return
    sure = [w for w in (comparison.b if ours else comparison.a).words if w.plain in CERTAINTY]
    hedged = ours or theirs
    text = f"Only one reading hedges it ({spelt(hedged)})" + (f"; the other has {spelt(sure)}." if sure else ".")
    left, right = (hedged, sure) if ours else (sure, hedged)
    yield Difference("hedging", text, 0.7 if sure else 0.35, cover(left), cover(right))


def _doubts(wording: Wording) -> list[Word]:
    found = [w for w in wording.words if w.plain in HEDGES]
    phrase = "could be seen as"
    at = wording.text.casefold().find(phrase)
    if not found and at >= 0 and wording.reading.spans:
        start = wording.reading.spans[0].start + at
        found = [w for w in wording.words if start <= w.span.start < start + len(phrase)]
    return found


def times(comparison: Comparison) -> Iterator[Difference]:
    """A limit in time ("now", "never") that only one reading has: where a refusal or denial is at stake."""
    ours, theirs = (
        {TIME_WORDS[w.plain]: w for w in side.words if w.plain in TIME_WORDS} for side in _sides(comparison)
    )
    if set(ours) == set(theirs) or not _limits(comparison):
        return
    left, right = (
        [ours[k] for k in sorted(set(ours) - set(theirs))],
        [theirs[k] for k in sorted(set(theirs) - set(ours))],
    )
    if not left and not right:
        return
    text = f"The limit in time differs: {spelt(left)} against {spelt(right)}."
    is_opposed = bool({"never"} & (set(ours) ^ set(theirs))) and bool(left) and bool(right)
    yield Difference("time", text, 0.6 if is_opposed else 0.45, cover(left), cover(right), is_opposed)


def _sides(comparison: Comparison) -> tuple[Wording, Wording]:
    return comparison.a, comparison.b


def _limits(comparison: Comparison) -> bool:
    """Both are refusals, or share most of their words."""
    found = [stance(side) for side in _sides(comparison)]
    if all(s and s.attitude == "refusal" for s in found):
        return True
    return comparison.shared >= 0.6 and len(comparison.common) >= 2
