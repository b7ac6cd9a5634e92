"""Reports put in order: which lies inside which, who tells what somebody else said, and their final form."""

from __future__ import annotations

import re
from collections.abc import Sequence

from variorum.annotate.reporting import cues
from variorum.annotate.reporting.draft import Draft
from variorum.annotate.reporting.layers import Layers, merged, without
from variorum.annotate.reporting.quotes import Piece
from variorum.annotate.reporting.reports import Report
from variorum.model import Mode, Span
from variorum.text import words

CLASSED = re.compile(r"\s*\((?:U|R|C|S|TS|FOUO|OUO|SBU)(?://?[A-Z]+)*\)\W*$")
DEEPEST = 64  # reports around one another that are looked through
FARTHEST = 1500  # code points between a teller and a report that rests on him


def drafts(layers: Layers, reports: Sequence[Report]) -> tuple[Draft, ...]:
    """The drafts of these reports in text order, each with the number of the one around it."""
    kept = _distinct(layers, reports)
    parents = _parents(kept)
    tellers = _tellers(layers, kept, parents)
    return tuple(_draft(layers, r, parent, teller) for r, parent, teller in zip(kept, parents, tellers, strict=True))


def _distinct(layers: Layers, reports: Sequence[Report]) -> list[Report]:
    """The reports with tidy contents, one for each content, in text order."""
    seen: dict[tuple[Piece, ...], Report] = {}
    for report in sorted(reports, key=lambda r: (-r.weight, r.start, tuple(r.cue))):
        report.content = _tidy(layers, report)
        key = tuple(report.content)
        if key and key not in seen:
            seen[key] = report
    return sorted(seen.values(), key=lambda r: (r.content[0][0], -r.content[-1][1], tuple(r.content), tuple(r.cue)))


def _tidy(layers: Layers, report: Report) -> list[Piece]:
    content = _unclassified(layers, merged(report.content))
    if report.is_setoff:
        return content
    kept = []
    for piece in content:
        held = layers.inside(report.level, *piece)
        ends_quoted = bool(held) and layers.quotations[held[-1]].end >= piece[1]
        first = layers.trimmed([piece], final=not ends_quoted)
        if first and held:
            # the opening mark belongs to the content, but only where this piece begins with it
            start = piece[0] if layers.quotations[held[0]].start == piece[0] else first[0][0]
            end = piece[1] if ends_quoted else first[0][1]
            first = [(start, end)]
        kept += first
    return [p for p in kept if words(layers.text, *p)]


def _unclassified(layers: Layers, pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces without the marks with which offices class a paragraph as secret: "… on Monday. (C)"."""
    cut = [(m.start(), m.end()) for s, e in pieces for m in [CLASSED.search(layers.text, max(s, e - 24), e)] if m]
    return without(pieces, cut)


def _holds(outer: Sequence[Piece], inner: Sequence[Piece]) -> bool:
    return all(any(a <= start and end <= b for a, b in outer) for start, end in inner)


def _size(pieces: Sequence[Piece]) -> int:
    return sum(end - start for start, end in pieces)


def _parents(reports: Sequence[Report]) -> list[int | None]:
    """For each report the smallest one whose content holds its content and cue."""
    parents: list[int | None] = []
    open_: list[int] = []
    for n, report in enumerate(reports):
        start = report.content[0][0]
        open_ = [m for m in open_ if reports[m].content[-1][1] > start]
        inner = [*report.content, *report.cue]
        around = [m for m in open_[-DEEPEST:] if m != n and _holds(reports[m].content, inner)
                  and _size(reports[m].content) > _size(report.content)]  # fmt: skip
        parents.append(min(around, key=lambda m: (_size(reports[m].content), m), default=None))
        open_.append(n)
    return parents


def _tellers(layers: Layers, reports: Sequence[Report], parents: Sequence[int | None]) -> list[Piece | None]:
    """For a reply that stands free in a run of one man's telling, the words that name him.

    Only where he has just been reported to tell what this very speaker said, and the cue answers somebody.
    """
    found: list[Piece | None] = []
    telling: dict[str, tuple[Piece, int]] = {}
    for n, report in enumerate(reports):
        name = _name(layers, report)
        parent = parents[n]
        teller = None
        if parent is not None:
            outer = reports[parent]
            if name and outer.source and parents[parent] is None and _name(layers, outer) != name:
                telling[name] = outer.source[0], report.content[-1][1]
        elif name in telling and report.lemma in cues.REPLIES and report.level is None:
            words_, end = telling[name]
            teller = words_ if report.start - end < FARTHEST else None
        found.append(teller)
    return found


def _name(layers: Layers, report: Report) -> str:
    """The last word of the source, if it is a name."""
    if not report.source:
        return ""
    last = layers.text[report.source[-1][0] : report.source[-1][1]].split()[-1]
    return last if last[:1].isupper() and len(last) > 2 else ""


def _draft(layers: Layers, report: Report, parent: int | None, teller: Piece | None) -> Draft:
    span = layers.parsed.span
    quoted = _quoted(layers, report)
    return Draft(
        content=_spans(layers, report.content),
        cue=_spans(layers, report.cue),
        source=_spans(layers, report.source),
        antecedent=span(*report.carried) if report.carried and not report.source else None,
        addressee=_spans(layers, report.addressee),
        quoted=_spans(layers, quoted),
        mode=_mode(layers, report, quoted),
        polarity=report.polarity,
        parent=parent,
        reporter=span(*teller) if teller else None,
        confidence=round(min(0.99, report.weight + (0.05 if quoted else 0.0)), 2),
    )


def _spans(layers: Layers, pieces: Sequence[Piece]) -> tuple[Span, ...]:
    return tuple(layers.parsed.span(start, end) for start, end in sorted(pieces))


def _quoted(layers: Layers, report: Report) -> list[Piece]:
    """The words inside the outermost marks of this report, marks left out."""
    if report.is_setoff:
        marked = [_unmarked(layers, p) for p in report.content]
        return [p for p in marked if p[0] < p[1]]
    return [
        (max(start, first), min(end, last))
        for first, last in report.content
        for n in layers.inside(report.level, first, last)
        for start, end in layers.quotations[n].words
        if start < last and first < end
    ]


def _unmarked(layers: Layers, piece: Piece) -> Piece:
    start, end = piece
    held = layers.inside(None, start, end)
    if len(held) == 1 and layers.quotations[held[0]].pieces[0] == piece:
        return layers.quotations[held[0]].words[0]
    return piece


def _mode(layers: Layers, report: Report, quoted: Sequence[Piece]) -> Mode:
    """Direct if all words but a leading "that" are quoted, mixed if some are."""
    if report.is_setoff:
        return "direct"
    total = [w for p in report.content for w in words(layers.text, *p)]
    while len(total) > 1 and layers.text[slice(*total[0])].lower() in cues.COMPLEMENTIZERS:
        total = total[1:]
    inside = sum(any(a <= start and end <= b for a, b in quoted) for start, end in total)
    if not inside:
        return "indirect"
    return "direct" if inside == len(total) else "mixed"
