"""Reports as our editions draw them: a preposition belongs to what is said, and a bare pronoun says nothing.

PolNeAR, on which rules and network were first tried, has "warned of" for a cue. Our guidelines give "of a flood"
to the content, and count "he said so" as a report without one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from variorum.annotate.reporting import cues
from variorum.annotate.reporting.layers import Layers, merged
from variorum.annotate.reporting.reports import Report
from variorum.text import words

LEADING = frozenset({"about", "of", "for", "against", "with", "over", "on"})
NOT_LEADING = frozenset({"call", "go"})  # "called on", "went on": there the preposition belongs to the verb
EMPTY = cues.words(
    "about of for it that this so no yes more them nothing anything everything something the same as much him her too"
)
IMPERSONAL = frozenset({"seem", "seems", "seemed", "appear", "appears", "appeared"})


def ours(layers: Layers, reports: Sequence[Report]) -> Iterator[Report]:
    """The reports that say something, prepositions moved from cue to content."""
    for report in reports:
        if not (_is_empty(layers, report) or _is_impersonal(layers, report)):
            yield _with_preposition(layers, report)


def _is_empty(layers: Layers, report: Report) -> bool:
    """Whether only pronouns and the like are said to be said, outside of quotation marks."""
    said = {layers.text[a:b].lower() for p in report.content for a, b in words(layers.text, *p)}
    marked = any(layers.inside(report.level, *p) for p in report.content)
    return said <= EMPTY and not marked and not report.is_setoff and bool(report.cue)


def _is_impersonal(layers: Layers, report: Report) -> bool:
    cue = " ".join(layers.text[a:b].lower() for a, b in report.cue)
    return not report.source and cue in IMPERSONAL


def _with_preposition(layers: Layers, report: Report) -> Report:
    if not report.cue or not report.content or report.lemma in NOT_LEADING:
        return report
    start, end = report.cue[-1]
    head, _, last = layers.text[start:end].rpartition(" ")
    between = layers.text[end : max(end, report.content[0][0])]
    if last.lower() not in LEADING or not head.strip() or report.content[0][0] < end or between.strip():
        return report
    place = end - len(last)
    first = (place, report.content[0][1])
    cue = (start, start + len(head.rstrip()))
    return replace(report, cue=[*report.cue[:-1], cue], content=merged([first, *report.content[1:]]))
