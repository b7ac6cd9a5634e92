"""How two readings of one statement relate: the same words, fewer, others, another commitment, the contrary."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import ClassVar

from variorum.config import Settings
from variorum.judge import alike, wording
from variorum.judge.alike import Comparison
from variorum.judge.differences import Difference, differences
from variorum.judge.differences.difference import cover, spelt
from variorum.judge.stance import stance
from variorum.judge.stems import spelling
from variorum.judge.tellings import telling
from variorum.judge.wording import Word, Wording
from variorum.lookup import Lookup
from variorum.model import Edition, Reason, Relation, RelationKind, Spans, Statement

ALTERED = 0.5  # weight at which what the speaker is committed to is another thing; see tests/unit/judge/test_drift.py
CUT = 0.85  # part of the shorter's content words that stands in the longer, in order, if it is only cut
CUT_QUOTED = 0.6  # of all its words, where both are quoted ("he had no objection" from "I have no objection")


class FeatureRelater:
    """Relates readings by explicit comparison of what changes a meaning."""

    name: ClassVar[str] = "judge.drift/1"

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._known: Lookup | None = None

    def relate(self, statement: Statement, edition: Edition) -> tuple[Relation, ...]:
        """One relation for every pair of readings."""
        lookup = self._lookup(edition)
        known = [wording.read(r, lookup) for r in sorted(statement.readings, key=lambda r: r.id)]
        return tuple(relation(a, b, lookup) for a, b in combinations(known, 2))

    def _lookup(self, edition: Edition) -> Lookup:
        """The index of the edition, kept from one statement to the next."""
        if self._known is None or self._known.edition is not edition:
            self._known = Lookup(edition)
        return self._known


def relation(a: Wording, b: Wording, lookup: Lookup) -> Relation:
    """The relation of two readings with its reasons."""
    if _are_the_same(a, b):
        text = "The same words, capitals, spelling and punctuation aside."
        kind: RelationKind = "identical"
        confidence, reasons = 0.98, [_reason("same words", text, 1.0, a.reading.spans + b.reading.spans)]
    else:
        kind, confidence, reasons = judge(alike.compare(a, b), lookup)
    return Relation(a=a.reading.id, b=b.reading.id, relation=kind, confidence=confidence, reasons=tuple(reasons))


def _are_the_same(a: Wording, b: Wording) -> bool:
    return bool(a.words) and [_key(w) for w in a.words] == [_key(w) for w in b.words]


def _key(word: Word) -> str:
    """A word whose spelling does not count; "US" and "U.S." are one."""
    return word.stem if word.stem == "united states" else spelling(word.plain)


def judge(comparison: Comparison, lookup: Lookup) -> tuple[RelationKind, float, list[Reason]]:
    """Kind, confidence and reasons of two differing readings: what changes the meaning, then how near the words are."""
    found = differences(comparison)
    reasons = [d.reason() for d in found]
    opposed = [d for d in found if d.is_opposed]
    if opposed:
        return "contradictory", _sure(opposed), reasons
    if sum(d.weight for d in found) >= ALTERED and found[0].weight >= 0.35:
        return "altered", _sure(found), reasons
    return _same_meaning(comparison, lookup, reasons)


def _sure(found: Sequence[Difference]) -> float:
    return round(min(0.95, found[0].weight + 0.05 * (len(found) - 1)), 3)


def _same_meaning(
    comparison: Comparison, lookup: Lookup, reasons: list[Reason]
) -> tuple[RelationKind, float, list[Reason]]:
    """Trimmed, reworded, paraphrase, or another answer in other words."""
    a, b = comparison.a, comparison.b
    if _is_cut(comparison):
        return "trimmed", 0.85, [*reasons, _cut_reason(comparison)]
    if a.is_quoted and b.is_quoted:
        if _is_other_answer(comparison, lookup):
            text = f"Quoted from two tellings in wholly different words: {_shown(a)} and {_shown(b)}."
            return "altered", 0.55, [*reasons, _reason("other words", text, 0.55, a.spans + b.spans)]
        return "reworded", 0.75, [*reasons, _reworded_reason(comparison)]
    text = "The same in other words, at least one reading not being a quotation."
    if comparison.common:
        shared = spelt(dict.fromkeys(x for x, _ in comparison.common))
        text = f"The same in other words, {shared} being common to both."
    return "paraphrase", 0.6, [*reasons, _reason("other words", text, 0.6, a.spans + b.spans)]


def _is_cut(comparison: Comparison) -> bool:
    """Whether the shorter reading's content words stand in the longer one, in the same order."""
    shorter, longer = sorted((comparison.a, comparison.b), key=lambda w: len(w.content))
    if not shorter.content or len(shorter.words) > len(longer.words) + 2 or shorter.is_quoted != longer.is_quoted:
        return False
    aligned = {w for pair in comparison.matched for w in pair}
    if any(w.is_negator and w not in aligned for w in shorter.words):
        return False
    kept = sum(w in aligned for w in shorter.content)
    every = sum(w in aligned for w in shorter.words)
    if kept < CUT * len(shorter.content) or (kept < 2 and not shorter.is_quoted):
        return False
    return every >= (CUT_QUOTED if shorter.is_quoted else CUT) * len(shorter.words)


def _cut_reason(comparison: Comparison) -> Reason:
    left = [w for c in comparison.changes for w in c.left]
    right = [w for c in comparison.changes for w in c.right]
    lost: list[Word] = max(left, right, key=lambda side: (sum(w.is_content for w in side), len(side)))
    what = f"it lacks {spelt(lost)}" if lost else "whole sentences are left out"
    return _reason("cut", f"One is cut from the other; {what}.", 0.85, cover(left) + cover(right))


def _reworded_reason(comparison: Comparison) -> Reason:
    pairs = [f"{spelt(c.left)} / {spelt(c.right)}" for c in comparison.changes]
    left = [w for c in comparison.changes for w in c.left]
    right = [w for c in comparison.changes for w in c.right]
    text = f"Both are quoted, in different words: {'; '.join(pairs[:4])}."
    return _reason("different words", text, 0.75, cover(left) + cover(right))


def _is_other_answer(comparison: Comparison, lookup: Lookup) -> bool:
    """Whether two short quoted answers from two tellings have no content word in common."""
    if comparison.common or not stance(comparison.a) or not stance(comparison.b):
        return False
    ours, theirs = ({telling(x, lookup) for x in side.attributions} for side in (comparison.a, comparison.b))
    return None not in ours | theirs and not ours & theirs


def _reason(feature: str, text: str, score: float, evidence: Spans) -> Reason:
    return Reason(feature=feature, text=text, score=score, evidence=evidence)


def _shown(reading: Wording) -> str:
    return f"“{reading.text.strip()[:60]}”"
