"""Attributions of one document: who is reported to say what, in which words, inside which other report."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from variorum.annotate.parsed import Block, Parsed
from variorum.annotate.reporting import cues
from variorum.annotate.reporting.carried import carried
from variorum.annotate.reporting.draft import Draft
from variorum.annotate.reporting.feelings import feelings
from variorum.annotate.reporting.layers import Layers
from variorum.annotate.reporting.nesting import drafts
from variorum.annotate.reporting.nouns import phrases
from variorum.annotate.reporting.reports import Report
from variorum.annotate.reporting.scope import widen_to_sentence
from variorum.annotate.reporting.setoff import setoff
from variorum.annotate.reporting.shown import shown
from variorum.annotate.reporting.verbs import verb_report

KNOWN = cues.FRAMES | cues.MANNER | cues.SHOWING
# verbs that only tell of somebody's coming to know where they stand inside the words of another
LEARNING = frozenset({"learn", "discover", "realise", "realize", "find", "see"})


def find(parsed: Parsed) -> tuple[Draft, ...]:
    """All attributions that the document's words make, in text order, each linked to the one around it."""
    layers = Layers(parsed)
    return drafts(layers, reports(layers))


def reports(layers: Layers) -> list[Report]:
    """All reports that the document's words make, not yet in order."""
    found = [report for block in layers.parsed.blocks for report in _of_block(layers, block)]
    widen_to_sentence(layers, found)
    found += setoff(layers, found)
    found += carried(layers, found)
    return found


def _of_block(layers: Layers, block: Block) -> Iterator[Report]:
    """The reports of one block: those of its verbs, then those of its nouns that no verb has taken."""
    by_verb = [r for r in (verb_report(layers, block, t) for t in block.tokens if t.pos_ == "VERB") if r is not None]
    by_verb = _settled(by_verb)
    _share_speaker(by_verb)
    by_noun = list(phrases(layers, block))
    kept = [r for r in by_verb if not _is_part_of_noun_cue(r, by_noun)]
    yield from (r for r in kept if not _is_told_of(r, [*kept, *by_noun]))
    yield from by_noun
    yield from shown(layers, block, [*kept, *by_noun])
    yield from feelings(layers, block, [*kept, *by_noun])


def _is_part_of_noun_cue(report: Report, nouns: list[Report]) -> bool:
    """Whether the verb only carries the noun: "made" in "made a proposal to"."""
    return any(first <= start and end <= last for n in nouns for first, last in n.cue for start, end in report.cue)


def _is_told_of(report: Report, others: list[Report]) -> bool:
    """Whether somebody else's report only tells that it was learnt or expected: "…, when crew learned that …"."""
    if not (report.lemma in LEARNING or (report.lemma == "expect" and not report.source)):
        return False
    return any(
        o is not report and o.level == report.level and any(a <= s and e <= b for a, b in o.content)
        for o in others for s, e in report.cue
    )  # fmt: skip


def _settled(reports: list[Report]) -> list[Report]:
    """The reports with each quotation left to one cue only, the one that it stands beside most plainly."""
    owners: dict[int, Report] = {}
    robbed: list[Report] = []
    for report in sorted(reports, key=lambda r: (-r.weight, r.start)):
        for n in list(report.claimed):
            if n in owners:
                report.claimed.remove(n)
                if not report.claimed and report.frame == "direct" and report.lemma not in KNOWN:
                    robbed.append(report)
            else:
                owners[n] = report
    return [r for r in reports if r not in robbed]


def _share_speaker(reports: list[Report]) -> None:
    """Gives a participle without a subject the speaker of the report before it: "…," Berg said, noting that …"."""
    for before, report in pairwise(sorted(reports, key=lambda r: (r.level is not None, r.level or 0, r.cue))):
        if report.is_participle and not report.source and before.level == report.level:
            report.source = list(before.source)
