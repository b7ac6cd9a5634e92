"""Quotations of several documents that nearly agree, though nobody put them into one statement: what differs tells."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from variorum.judge import alike
from variorum.judge.conflicts.drawing import around, conflict, quoted, siglum
from variorum.judge.conflicts.readings import SORTS
from variorum.judge.differences import differences
from variorum.judge.differences.slips import look_alike
from variorum.judge.synonyms import concept
from variorum.judge.wording import Word, Wording, read
from variorum.lookup import Lookup
from variorum.model import Conflict, Reading, Reason, Span
from variorum.text import plain

FEWEST = 4  # words of a quotation that can be told from any other
MOST_HELD = 40  # quotations that share a stem; a commoner stem proposes no pairs
SAME = (
    0.62  # part of the shorter's words that stand in the longer in order; chosen by reading what came out of 69 events
)
KINSHIP = 0.3  # part of the words with a meaning of their own that both have
ALL_BUT_ONE = 0.75  # the same where the difference is one word of no known kind
MARKED = re.compile(r"[\"“«](?=\w)([^\"“”«»\n]{12,400})(?:[\"”»]|$)")
SAME_RUN = 5  # words in a row, three of them with a meaning of their own, that show two quotations to be one
TELLING = ("negation", "opposites", "blame", "lookalike", "number")


def nearly_same(lookup: Lookup) -> Iterator[Conflict]:
    """Conflicts between nearly equal quotations of different documents."""
    held = _quotations(lookup)
    made_of = [_Makings.of(wording) for wording in held]
    for n, m in _pairs(held):
        a, b = held[n], held[m]
        is_one_speaker = _may_be_one_speaker(a, b, lookup)
        if not _can_be_alike(made_of[n], made_of[m], is_one_speaker):
            continue
        comparison = alike.compare(a, b)
        agreeing = len(comparison.matched) / min(len(comparison.a.words), len(comparison.b.words))
        is_one = is_one_speaker or _is_long_run(comparison)
        if is_one and agreeing >= SAME and comparison.kinship >= KINSHIP:
            yield from _between(comparison, agreeing, lookup)


@dataclass(frozen=True, slots=True)
class _Makings:
    """What a quotation is made of, for a quick look before the words are aligned."""

    telling: frozenset[str]
    stems: Counter[str]
    runs: frozenset[tuple[str, ...]]

    @classmethod
    def of(cls, wording: Wording) -> _Makings:
        """The stems of a quotation, those that tell apart, and its runs of so many words as show an overlap."""
        stems = [w.stem for w in wording.words]
        runs = frozenset(zip(*(stems[k:] for k in range(alike.RUN)), strict=False))
        return cls(alike.telling_stems(wording), Counter(stems), runs)


def _can_be_alike(a: _Makings, b: _Makings, is_one_speaker: bool) -> bool:
    """Whether two quotations may pass once they are aligned: so the many that cannot need no alignment."""
    fewest = min(len(a.telling), len(b.telling))
    if not fewest or len(a.telling & b.telling) / fewest < KINSHIP:
        return False
    if not a.runs.isdisjoint(b.runs):
        return True
    common = sum(min(n, b.stems[key]) for key, n in a.stems.items() if key in b.stems)
    return is_one_speaker and common / min(a.stems.total(), b.stems.total()) >= SAME


def _quotations(lookup: Lookup) -> list[Wording]:
    found: dict[Span, Wording] = {}
    for attribution in sorted(lookup.edition.attributions, key=lambda a: (a.doc, a.content, a.id)):
        for span in attribution.quoted:
            reading = Reading(id=attribution.id, witness=span.doc, attributions=(attribution.id,), spans=(span,))
            wording = read(reading, lookup)
            if len(wording.words) >= FEWEST and span not in found:
                found[span] = wording
    known: dict[str, list[Span]] = defaultdict(list)
    for span in found:
        known[span.doc].append(span)
    for span in _marked(lookup):
        if not any(span.touches(other) for other in known[span.doc]):
            reading = Reading(id=f"{span.doc}:{span.start}", witness=span.doc, attributions=(), spans=(span,))
            wording = read(reading, lookup)
            if len(wording.words) >= FEWEST:
                found[span] = wording
                known[span.doc].append(span)
    return [found[span] for span in sorted(found)]


def _marked(lookup: Lookup) -> list[Span]:
    """The words between quotation marks in running text, whether anybody found out who said them or not."""
    return [
        Span(d.id, m.start(1), m.end(1))
        for d in lookup.edition.documents for r in d.regions if r.kind in ("title", "body")
        for m in MARKED.finditer(d.text, r.span.start, r.span.end)
    ]  # fmt: skip


def _pairs(held: list[Wording]) -> Iterator[tuple[int, int]]:
    """The places of quotations of two documents that share two content stems, or one and most of their few words."""
    by_stem: dict[str, list[int]] = defaultdict(list)
    for n, wording in enumerate(held):
        for stem in {w.stem for w in wording.content}:
            by_stem[stem].append(n)
    rare = [places for places in by_stem.values() if 1 < len(places) <= MOST_HELD]
    seen = Counter(pair for places in rare for pair in combinations(places, 2))
    for n, m in sorted(seen):
        a, b = held[n], held[m]
        few = min(len(a.content), len(b.content)) <= 3
        if a.reading.witness != b.reading.witness and (seen[n, m] >= 2 or few):
            yield n, m


def _is_long_run(comparison: alike.Comparison) -> bool:
    """Whether so many words agree in a row that two people hardly said them."""
    run: list[Word] = []
    previous = None
    for x, y in comparison.matched:
        here = (comparison.a.words.index(x), comparison.b.words.index(y))
        run = [*run, x] if previous and here == (previous[0] + 1, previous[1] + 1) else [x]
        previous = here
        if len(run) >= SAME_RUN and sum(w.is_content for w in run) >= 2:
            return True
    return False


def _may_be_one_speaker(a: Wording, b: Wording, lookup: Lookup) -> bool:
    """Whether the speakers are the same, unknown, or differ in the spelling of a surname only."""
    if not a.speakers or not b.speakers or a.speakers & b.speakers:
        return True
    ours, theirs = ({_surname(s, lookup) for s in w.speakers} - {""} for w in (a, b))
    if not ours or not theirs:
        return True
    return any(x == y or look_alike(x, y) for x in ours for y in theirs)


def _surname(actor: str, lookup: Lookup) -> str:
    known = lookup.actors.get(actor)
    if not known:
        return actor
    last = known.name.strip().rpartition(" ")[2]
    return plain(last) if last[:1].isupper() else ""  # "his new captain" may be anybody


def _between(comparison: alike.Comparison, ratio: float, lookup: Lookup) -> Iterator[Conflict]:
    a, b = comparison.a, comparison.b
    found = [d for d in differences(comparison) if d.feature in TELLING]
    sides = [around(found[0].left, comparison.a, lookup), around(found[0].right, comparison.b, lookup)] if found else []
    if found:
        sort = SORTS[found[0].feature]
        says = [f"{quoted(s, lookup)} ({siglum(s.doc, lookup)})" for s in sides]
        yield conflict(sort.kind, f"{sort.label}: {says[0]} against {says[1]}", sides, severity=sort.severity,
                       confidence=0.8 * ratio, reasons=[d.reason() for d in found[:2]])  # fmt: skip
    elif _is_one_ending(comparison) or (_is_one_word(comparison) and ratio >= ALL_BUT_ONE):
        change = next(c for c in comparison.changes if c.left and c.right)
        if _is_same_in_effect(change, lookup):
            return
        sides = [around(tuple(w.span for w in ws), w, lookup) for ws, w in ((change.left, a), (change.right, b))]
        says = [f"{quoted(s, lookup)} ({siglum(s.doc, lookup)})" for s in sides]
        text = f"Few words differ in what both give as the speaker's own: {says[0]} and {says[1]}."
        reason = Reason(feature="wording", text=text, score=ratio, evidence=tuple(sides))
        yield conflict("wording", f"Which words: {says[0]} or {says[1]}?", sides, severity="medium",
                       confidence=0.65 * ratio, reasons=[reason])  # fmt: skip


def _is_one_word(comparison: alike.Comparison) -> bool:
    """Whether just one content word stands in another's place."""
    exchanged = [c for c in comparison.changes if c.left and c.right]
    content = [w for c in exchanged for side in (c.left, c.right) for w in side if w.is_content]
    return len(exchanged) == 1 and len(content) == 2 and len(comparison.changes) == 1


def _is_one_ending(comparison: alike.Comparison) -> bool:
    """Whether two quotations begin alike for five words or more and go on in other words."""
    exchanged = [c for c in comparison.changes if c.left and c.right]
    if not exchanged or not _is_long_run(comparison):
        return False
    change = exchanged[0]
    content = [[w for w in side if w.is_content] for side in (change.left, change.right)]
    is_small = max(len(change.left), len(change.right)) <= 5 and all(content)
    return is_small and len(exchanged) == 1 and len(comparison.matched) >= SAME_RUN


def _is_same_in_effect(change: alike.Change, lookup: Lookup) -> bool:
    """Whether one has but more words than the other, another spelling, or an editor's insertion in brackets."""
    sides = [[w for w in side if w.is_content] for side in (change.left, change.right)]
    ours, theirs = ({concept(w.stem) for w in side} for side in sides)
    spelt = ["".join(w.plain for w in side if w.plain != "and") for side in (change.left, change.right)]
    if (
        ours <= theirs
        or theirs <= ours
        or spelt[0] == spelt[1]
        or spelt[0].replace("-", "") == spelt[1].replace("-", "")
    ):
        return True
    return any("[" in lookup.words(Span(w.span.doc, max(0, w.span.start - 1), w.span.end)) for s in sides for w in s)
