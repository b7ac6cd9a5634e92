"""Quotations without a cue of their own: those that go on after "…," she said., and those that stand alone."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from variorum.annotate.reporting import clauses, cues
from variorum.annotate.reporting.direct import is_sentence_like
from variorum.annotate.reporting.layers import Layers, merged
from variorum.annotate.reporting.quotes import Piece, Quotation
from variorum.annotate.reporting.reports import Report

ENDED = re.compile(r"[.?!…:][\"'”’»)\]]*\s*$")
AFTER = re.compile(r"\s*(?:$|[\"“'‘«„(\[]|[A-Z0-9—–-])")
DASHED = re.compile(r"\w[\s]*[—–―-]\s*$")
FARTHEST = 3  # paragraphs between a speaker and a quotation that stands alone
ENDS = frozenset(".?!…—–-\"'”’»")
SPEECH = frozenset({"direct", "clause", "around", "according", "set off", "noun"})


def carried(layers: Layers, reports: Sequence[Report]) -> list[Report]:
    """New reports of quotations that stand alone; those that a report runs on into are added to it."""
    run = _Run(layers, [r for r in reports if r.level is None and r.frame in SPEECH])
    found: list[Report] = []
    for quotation in _alone(layers, run):
        before = run.before(quotation.start, found)
        if before is not None and _runs_on(layers, before, quotation):
            before.content = merged([*before.content, *quotation.pieces])
            continue
        speaker = _announcer(layers, quotation) or run.speaker(before, quotation.start)
        weight = 0.75 if speaker else 0.5
        found.append(Report(level=None, content=list(quotation.pieces), frame="direct", carried=speaker, weight=weight))
    return found


class _Run:
    """The reports of the narrator's own level in text order, with the paragraphs that they stand in."""

    def __init__(self, layers: Layers, reports: Sequence[Report]) -> None:
        self._reports = sorted(reports, key=lambda r: r.start)
        self._starts = [r.start for r in self._reports]
        self._pieces = merged(p for r in reports for p in r.content)
        self._blocks = [b.start for b in layers.parsed.blocks]

    def holds(self, start: int, end: int) -> bool:
        """Whether some report holds these words already."""
        at = bisect_right(self._pieces, (start, len(self._pieces) and self._pieces[-1][1])) - 1
        return at >= 0 and self._pieces[at][1] >= end

    def paragraph(self, offset: int) -> int:
        """The number of the block in which an offset lies."""
        return max(0, bisect_right(self._blocks, offset) - 1)

    def before(self, offset: int, found: Sequence[Report]) -> Report | None:
        """The report that begins last before an offset."""
        at = bisect_right(self._starts, offset - 1) - 1
        last = [*self._reports[at : at + 1 if at >= 0 else 0], *found[-1:]]
        return max(last, key=lambda r: r.start, default=None)

    def speaker(self, before: Report | None, offset: int) -> Piece | None:
        """Who was speaking before; at the head of a document, who speaks next."""
        here = self.paragraph(offset)
        if before is not None:
            is_near = here - self.paragraph(before.start) <= FARTHEST
            return (before.source[0] if before.source else before.carried) if is_near else None
        at = bisect_right(self._starts, offset)
        if at < len(self._reports) and self.paragraph(self._starts[at]) - here <= 1:
            return self._reports[at].source[0] if self._reports[at].source else None
        return None


def _alone(layers: Layers, run: _Run) -> Iterator[Quotation]:
    """Quotations of whole sentences, in nobody's report, with no other words in their sentence."""
    text = layers.text
    for quotation in layers.quotations:
        if quotation.parent is not None or run.holds(*quotation.pieces[0]):
            continue
        inner = text[slice(*quotation.hull)].strip()
        if not is_sentence_like(text, quotation.hull) or not _is_utterance(inner):
            continue
        block = layers.parsed.block_at(quotation.start)
        last = layers.parsed.block_at(quotation.end - 1)
        if block is None or last is None:
            continue
        before = text[max(block.start, quotation.start - 12) : quotation.start]
        is_led = DASHED.search(before) is not None and _announcer(layers, quotation) is not None
        if (is_led or not before.strip() or ENDED.search(before)) and AFTER.match(text[quotation.end : last.end][:12]):
            yield quotation


def _announcer(layers: Layers, quotation: Quotation) -> Piece | None:
    """Who is said to give the words that follow: "the mayor issued an apology – “…”"."""
    block = layers.parsed.block_at(quotation.start)
    first, _ = layers.sentence_around(quotation.start - 2)
    if block is None or "\n" in layers.text[first : quotation.start]:
        return None
    for token in reversed(block.tokens):
        place = block.place(token)[0]
        if not first <= place < quotation.start or token.dep_ != "dobj" or token.head.lemma_ not in cues.LIGHT:
            continue
        who = clauses.subject(token.head)
        if who is not None and token.lemma_.lower() in cues.SAID | cues.WRITINGS | {"apology"}:
            named = clauses.naming(who)
            return block.place(block.tokens[named[0]])[0], block.place(block.tokens[named[1]])[1]
    return None


def _is_utterance(inner: str) -> bool:
    """Whether quoted words end like an utterance and are no mere name."""
    count = len(inner.split())
    return inner[-1:] in ENDS and (count >= 3 or inner[-1] in "?!" or (count == 2 and inner[-1] == "."))


def _runs_on(layers: Layers, report: Report, quotation: Quotation) -> bool:
    """Whether the quotation follows the report's sentence at once, and the report is one of quoted words."""
    if not report.claimed or report.frame != "direct":
        return False
    end = max(p[1] for p in (*report.content, *report.cue, *report.source, *report.addressee))
    if "\n" in layers.text[end : quotation.start]:
        return False
    ended = max(end, layers.sentence_end(end - 1))
    return ended >= quotation.start or not layers.text[ended : quotation.start].strip(" .\"'”’")
