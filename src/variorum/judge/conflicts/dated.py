"""One event with two dates: in sentences of several documents, or of several speakers in one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from variorum.judge.conflicts.counts import have_other_counts
from variorum.judge.conflicts.drawing import common_words, conflict, quoted, short, siglum
from variorum.judge.conflicts.told import ONCE, Told, Twins
from variorum.judge.differences.dates import can_be_one, shown
from variorum.judge.wording import Word
from variorum.lookup import Lookup
from variorum.model import Conflict, Reason, Span

LEAST = 0.45  # of the weight of the shorter sentence; chosen by reading what came out of 383 articles on 69 events
CLOSE = 4  # stems, names with them, that stand close to both dates and make up for sentences that differ else
LEAST_SLIP = 0.3  # the same where two days differ in the month or the year alone
FRAME = 9  # words on each side of a date, function words counted


def dated(pairs: list[Twins], lookup: Lookup) -> Iterator[Conflict]:
    """Conflicts of date between sentences that tell of one event."""
    series: dict[Span, list[Twins]] = defaultdict(list)  # sentence -> pairs of it with another of its document
    for pair in pairs:
        if pair.a.span.doc == pair.b.span.doc and pair.likeness >= LEAST and _has_one_voice(pair):
            for side in (pair.a, pair.b):
                series[side.span].append(pair)
    for pair in pairs:
        if not _tell_one_event(pair) or _agree(pair.a, pair.b) or have_other_counts(pair, lookup):
            continue
        if not _is_series(pair, series):
            yield _drawn(pair, lookup)


def _tell_one_event(pair: Twins) -> bool:
    if not pair.a.dates or not pair.b.dates or not _are_two_voices(pair):
        return False
    if pair.shared & ONCE and len(pair.shared) >= 2 and len(pair.a.names & pair.b.names) >= 2:
        return True
    common = _frame(pair.a) & _frame(pair.b)
    if len(common) < 2:
        return False
    if len(common) >= CLOSE and len(common & pair.shared) >= 2 and pair.names_agree >= 0.5:
        return True
    if _is_slip(pair) and pair.likeness >= LEAST_SLIP:
        return True
    is_near = len(pair.shared) >= 2 or (pair.likeness >= 0.7 and bool(pair.shared))
    return pair.likeness >= LEAST and is_near and pair.names_agree >= 0.5


def _is_slip(pair: Twins) -> bool:
    """Whether the dates agree but for the month or the year, as where one was miscopied."""
    ours, theirs = (t.dates[0][0].split("-") for t in (pair.a, pair.b))
    if len(ours) != 3 or len(theirs) != 3 or ours[2] != theirs[2]:
        return False
    return (ours[0] == theirs[0]) != (ours[1] == theirs[1])


def _frame(sentence: Told) -> frozenset[str]:
    """The stems of the words that stand close to the first date of a sentence."""
    place = sentence.dates[0][1]
    before = [w for w in sentence.words if w.span.end <= place.start][-FRAME:]
    after = [w for w in sentence.words if w.span.start >= place.end][:FRAME]
    return frozenset(w.stem for w in before + after if w.is_content)


def _are_two_voices(pair: Twins) -> bool:
    """Whether the two dates come from two documents, or from two speakers of one."""
    a, b = pair.a, pair.b
    return a.span.doc != b.span.doc or a.voice(a.dates[0][1]) != b.voice(b.dates[0][1])


def _agree(a: Told, b: Told) -> bool:
    return any(can_be_one(x, y) for x, _ in a.dates for y, _ in b.dates)


def _is_series(pair: Twins, series: Mapping[Span, list[Twins]]) -> bool:
    """Whether one speaker dates two such events: then there were two (a title won in two years)."""
    sides = (pair.a, pair.b)
    for known in (k for side in sides for k in series.get(side.span, ())):
        if not _agree(known.a, known.b):
            other = [t for t in (known.a, known.b) if t.span not in (pair.a.span, pair.b.span)] or [known.a]
            if any(_agree(o, side) for o in other for side in sides):
                return True
    return False


def _has_one_voice(pair: Twins) -> bool:
    """Whether one speaker, or the narrator, gives both dates."""
    a, b = pair.a, pair.b
    return bool(a.dates and b.dates) and a.voice(a.dates[0][1]) == b.voice(b.dates[0][1])


def _drawn(pair: Twins, lookup: Lookup) -> Conflict:
    (x, left), (y, right) = pair.a.dates[0], pair.b.dates[0]
    sides = [_clause(pair.a, left, pair, lookup), _clause(pair.b, right, pair, lookup)]
    both = pair.a.stems & pair.b.stems
    dates = [place for _, place in pair.a.dates]
    words = [w for w in pair.a.words if w.stem in both and not any(w.span.touches(place) for place in dates)]
    matter = common_words(pair.a.words, words, lookup)
    text = f"Both tell of {matter}; one dates it {shown(x)}, the other {shown(y)}."
    says = [f"{quoted(p, lookup)} ({siglum(p.doc, lookup)})" for p in (left, right)]
    label = f"When: {says[0]} or {says[1]}?"
    reason = Reason(feature="date", text=text, score=pair.likeness, evidence=(left, right))
    confidence = 0.35 + 0.4 * min(1.0, pair.likeness) + (0.1 if pair.a.names == pair.b.names else 0.0)
    return conflict("date", label, sides, severity="medium", confidence=confidence, reasons=[reason])


def _clause(sentence: Told, place: Span, pair: Twins, lookup: Lookup) -> Span:
    """The words from the date to what both sentences share, short enough to be read at a glance."""
    shared: list[Word] = [w for w in sentence.words if w.stem in pair.shared]
    near = [w.span for w in shared if abs(w.span.start - place.start) < 120]
    return short(
        Span(place.doc, min([place.start, *(s.start for s in near)]), max([place.end, *(s.end for s in near)])), lookup
    )
