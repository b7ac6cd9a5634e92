"""Which attribution of the edition stands for which of the gold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from variorum.evaluate.assignment import assign
from variorum.evaluate.gold import Gold, GoldAttribution
from variorum.evaluate.texts import Texts, Words, likeness
from variorum.model import Attribution, Edition, Spans

ENOUGH = 0.5  # shared words by all words: below, two contents are not one report


@dataclass(frozen=True, slots=True)
class Match:
    """A gold attribution and the one that stands for it, with the words of their contents."""

    gold: GoldAttribution
    given: Attribution
    gold_words: Words
    given_words: Words


@dataclass(slots=True)
class Matching:
    """Core pairs, core gold that nothing stands for, false alarms, and how many are neither right nor wrong."""

    pairs: list[Match] = field(default_factory=list)
    missed: list[GoldAttribution] = field(default_factory=list)
    false: list[Attribution] = field(default_factory=list)
    ignored: list[Attribution] = field(default_factory=list)

    @property
    def counted(self) -> int:
        """How many attributions of the edition are right or wrong."""
        return len(self.pairs) + len(self.false)


def match(gold: Gold, edition: Edition, texts: Texts) -> Matching:
    """The matching of greatest likeness, document by document."""
    whole = Matching()
    for doc in texts.documents:
        theirs = [a for a in gold.attributions.values() if a.doc == doc]
        ours = [a for a in edition.attributions if a.doc == doc]
        _match_document(
            whole,
            sorted(theirs, key=lambda a: (a.contents, a.cues, a.sources, a.id)),
            sorted(ours, key=lambda a: (a.content, a.cue, a.source, a.id)),
            texts,
        )
    return whole


def accepted_words(a: GoldAttribution, texts: Texts) -> list[Words]:
    """The words of each content that is right; of a report without content, those of its cue."""
    contents = [words for spans in a.contents if (words := texts.content(spans))]
    return contents or [texts.words(spans) for spans in a.cues] or [frozenset()]


def given_words(a: Attribution, texts: Texts) -> Words:
    """The words of the content; of a report without content, those of its cue."""
    return texts.content(a.content) or texts.words(a.cue)


def _match_document(
    whole: Matching, theirs: Sequence[GoldAttribution], ours: Sequence[Attribution], texts: Texts
) -> None:
    said = [given_words(a, texts) for a in ours]
    rows = [_likely(accepted_words(a, texts), said) for a in theirs]
    weights = [
        {column: _weight(theirs[n], ours[column], like, texts) for column, (like, _) in row.items() if like >= ENOUGH}
        for n, row in enumerate(rows)
    ]
    chosen = assign(weights)
    for row, column in chosen.items():
        if theirs[row].is_core:
            whole.pairs.append(Match(theirs[row], ours[column], rows[row][column][1], said[column]))
        else:
            whole.ignored.append(ours[column])
    whole.missed += [a for row, a in enumerate(theirs) if a.is_core and row not in chosen]
    used = set(chosen.values())
    for column, given in enumerate(ours):
        if column not in used:
            best = max(((row[column][0], theirs[n].is_core) for n, row in enumerate(rows)), default=(0.0, True))
            (whole.ignored if best[0] >= ENOUGH and not best[1] else whole.false).append(given)


def _likely(accepted: Sequence[Words], said: Sequence[Words]) -> dict[int, tuple[float, Words]]:
    """For each given content, how like it is to the gold's, and the accepted words that it is likest to."""
    found: dict[int, tuple[float, Words]] = {}
    for column, words in enumerate(said):
        best = max(accepted, key=lambda a: likeness(a, words))
        found[column] = likeness(best, words), best
    return found


def _weight(theirs: GoldAttribution, ours: Attribution, like: float, texts: Texts) -> int:
    """The content decides; where that leaves a choice the source, then the cue, then core before peripheral."""
    source = _part_likeness(theirs.sources, ours.source, texts)
    cue = _part_likeness(theirs.cues, ours.cue, texts)
    return ((round(like * 10**9) * 1000 + round(source * 99)) * 500 + round(cue * 99)) * 2 + theirs.is_core


def _part_likeness(accepted: Sequence[Spans], given: Spans, texts: Texts) -> float:
    if not accepted and not given:
        return 1.0
    if not given:
        return 0.0
    words = texts.words(given)
    return max((likeness(texts.words(spans), words) for spans in accepted), default=0.0)
