"""Places that cannot both be right: between readings, between answers, between told facts, inside one document."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from variorum.config import Settings
from variorum.judge.conflicts import (
    affirmed,
    ages,
    amounts,
    answers,
    calendar,
    clefts,
    clock,
    counts,
    damage,
    dated,
    days,
    doers,
    harmless,
    headings,
    limits,
    loose,
    miscopied,
    moments,
    particulars,
    quantities,
    readings,
    replies,
    slots,
    speakers,
    spellings,
    sums,
    titles,
    untold,
    whereabouts,
    wordings,
)
from variorum.judge.conflicts.drawing import merged
from variorum.judge.conflicts.echoes import echoed
from variorum.judge.conflicts.told import Kin, told, twins
from variorum.lookup import Lookup
from variorum.model import Conflict, Edition

LEAST_ALIKE = 0.25  # part of the shorter sentence's weight that two sentences about one event share at least


class RuleJudge:
    """Finds conflicts by explicit rules, each with its own reason."""

    name: ClassVar[str] = "judge.conflicts/1"

    def __init__(self, settings: Settings) -> None:
        self.settings = settings

    def judge(self, edition: Edition) -> tuple[Conflict, ...]:
        """Conflicts with reasons and evidence, the gravest and surest first."""
        lookup = Lookup(edition)
        found = merged([*_between_readings(lookup), *_between_sentences(lookup), *_inside(lookup)])
        return echoed(found, lookup)


def _between_readings(lookup: Lookup) -> Iterator[Conflict]:
    """Conflicts among the versions of one statement, and of words given to two speakers."""
    for statement in lookup.edition.statements:
        held = readings.comparisons(statement, lookup)
        yield from readings.in_statement(statement, held, lookup)
        yield from wordings.other_words(statement, held, lookup)
        yield from limits.in_statement(statement, held, lookup)
        yield from speakers.in_statement(statement, held, lookup)
    yield from speakers.same_words(lookup)
    yield from speakers.other_hearers(lookup)
    yield from answers.told_twice(lookup)
    yield from loose.nearly_same(lookup)
    yield from replies.otherwise(lookup)


def _between_sentences(lookup: Lookup) -> Iterator[Conflict]:
    """Conflicts of date and number among sentences that tell of one event."""
    sentences = told(lookup)
    pairs = twins(sentences, LEAST_ALIKE)
    yield from dated.dated(pairs, lookup)
    weight = slots.weights(sentences)
    kin = Kin(sentences)
    counted = [s for t in sentences for s in quantities.amounts(t, lookup)]
    yield from amounts.differing(counted, kin, weight, lookup)
    for told_of in (days, clock, whereabouts, affirmed, doers, particulars):
        yield from told_of.differing(sentences, weight, lookup)
    yield from whereabouts.never_there(sentences, kin, lookup)
    yield from days.nights(sentences, kin, lookup)
    dated_at = moments.by_document(sentences, lookup)
    for statement in lookup.edition.statements:
        yield from moments.in_statement(statement, dated_at, lookup)
    yield from doers.exchanged(pairs, sentences, lookup)
    yield from harmless.differing(sentences, lookup)
    yield from miscopied.exchanged(counted, kin, lookup)
    yield from untold.gainsaid(sentences, kin, lookup)
    yield from untold.no_such_talk(sentences, lookup)
    yield from clefts.disputed(sentences, kin, lookup)
    yield from titles.against_their_text(sentences, lookup)
    yield from titles.counts_against_their_text(counted, lookup)
    yield from counts.lists(sentences, lookup)
    yield from sums.sums(sentences, lookup)
    yield from ages.differing(sentences, lookup)
    yield from spellings.differing(sentences, lookup)
    yield from calendar.ruled_out(lookup)


def _inside(lookup: Lookup) -> Iterator[Conflict]:
    """Places of one document that cannot stand as they are."""
    known = damage.vocabulary(lookup)
    for document in lookup.edition.documents:
        yield from headings.against_their_text(document, lookup)
        yield from damage.broken_tellings(document, lookup)
        yield from damage.foreign_insertions(document, lookup)
        yield from damage.fused(document, known, lookup)
