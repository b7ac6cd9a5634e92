"""Quotations without a cue of their own: those that go on after "…," she said., and those that stand alone."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from variorum.annotate.direct import is_sentence_like
from variorum.annotate.layers import Layers, merged
from variorum.annotate.quotes import Piece, Quotation
from variorum.annotate.reports import Report

ENDED = re.compile(r"[.?!…:][\"'”’»)\]]*\s*$")
AFTER = re.compile(r"\s*(?:$|[\"“'‘«„(\[]|[A-Z0-9—–-])")
FARTHEST = 3  # paragraphs between a speaker and a quotation that stands alone
SPEECH = frozenset({"direct", "clause", "around", "according", "set off", "noun"})


def carried(layers: Layers, reports: Sequence[Report]) -> list[Report]:
    """New reports of quotations that stand alone; those that a report runs on into are added to it."""
    places = _places(layers)
    top = sorted((r for r in reports if r.level is None and r.frame in SPEECH), key=lambda r: r.start)
    covered = _Cover(top)
    found: list[Report] = []
    for quotation in _alone(layers, covered):
        before = _report_before(top, found, quotation.start)
        block = places(quotation.start)
        if before is not None and _runs_on(layers, before, quotation):
            before.content = merged([*before.content, *quotation.pieces])
            continue
        speaker = _speaker(layers, before, top, block, places, quotation)
        found.append(
            Report(level=None, content=list(quotation.pieces), frame="direct", carried=speaker,
                   weight=0.75 if speaker else 0.5)
        )  # fmt: skip
    return found


def _places(layers: Layers):  # type: ignore[no-untyped-def]
    blocks = layers.parsed.blocks
    starts = [b.start for b in blocks]
    return lambda offset: max(0, bisect_right(starts, offset) - 1)


class _Cover:
    """What some reports hold already, by offset."""

    def __init__(self, reports: Sequence[Report]) -> None:
        self._pieces = merged(p for r in reports for p in r.content)
        self._starts = [p[0] for p in self._pieces]

    def holds(self, start: int, end: int) -> bool:
        at = bisect_right(self._starts, start) - 1
        return at >= 0 and self._pieces[at][1] >= end


def _alone(layers: Layers, covered: _Cover) -> Iterator[Quotation]:
    """Quotations of whole sentences, in nobody's report, with no other words in their sentence."""
    text = layers.text
    for quotation in layers.quotations:
        if quotation.parent is not None or covered.holds(*quotation.pieces[0]):
            continue
        words = quotation.words[0][0], quotation.words[-1][1]
        inner = text[words[0] : words[1]].strip()
        if not is_sentence_like(text, words) or inner.endswith(",") or not _is_utterance(inner):
            continue
        block = layers.parsed.block_at(quotation.start)
        last = layers.parsed.block_at(quotation.end - 1)
        if block is None or last is None or not inner[-1:] or inner[-1] not in ".?!…—–-\"'”’»":
            continue
        before, after = text[block.start : quotation.start], text[quotation.end : last.end]
        if (not before.strip() or ENDED.search(before)) and AFTER.match(after):
            yield quotation


def _is_utterance(inner: str) -> bool:
    words = inner.split()
    return len(words) >= 3 or inner[-1:] in "?!" or (len(words) == 2 and inner.endswith("."))


def _report_before(top: Sequence[Report], found: Sequence[Report], offset: int) -> Report | None:
    """The report that begins last before an offset."""
    at = bisect_right([r.start for r in top], offset) - 1
    before = [r for r in (*top[max(0, at) : at + 1], *found[-1:]) if r.start < offset]
    return max(before, key=lambda r: r.start, default=None)


def _runs_on(layers: Layers, report: Report, quotation: Quotation) -> bool:
    """Whether the quotation follows the report's sentence at once, and the report is one of quoted words."""
    if not report.claimed or report.frame != "direct":
        return False
    end = max(p[1] for p in (*report.content, *report.cue, *report.source, *report.addressee))
    if "\n" in layers.text[end : quotation.start]:
        return False
    block = layers.parsed.block_at(end - 1)
    token = block.token_at(end - 1) if block is not None else None
    if block is None or token is None:
        return False
    ended = max(end, block.start + token.sent.end_char)
    return ended >= quotation.start or not layers.text[ended : quotation.start].strip(" .\"'”’")


def _speaker(layers, before, top, block, places, quotation) -> Piece | None:  # type: ignore[no-untyped-def]
    """Who was speaking before; at the head of a document, who speaks next."""
    if before is not None and block - places(before.start) <= FARTHEST:
        return before.source[0] if before.source else before.carried
    at = bisect_right([r.start for r in top], quotation.start)
    following = top[at] if at < len(top) else None
    if before is None and following is not None and places(following.start) - block <= 1:
        return following.source[0] if following.source else None
    return None
