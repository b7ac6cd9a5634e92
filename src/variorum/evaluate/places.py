"""Measures of what rests on places in the texts alone: conflicts, dates, copied passages, boilerplate."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from variorum.edtf import bounds
from variorum.evaluate.gold import Gold, GoldConflict, GoldReuse
from variorum.evaluate.measures import Case, Count, Measure, one_to_one, recall
from variorum.evaluate.texts import Texts, closeness
from variorum.model import Conflict, Edition, Reuse, Span, Spans, TimelineEntry

ROOM = {4: 3660, 7: 366, 10: 31}  # days that one date may cover and still stand for an interval of years, months, days


class PlaceMeasures:
    """All measures that need no matching of attributions."""

    def __init__(self, gold: Gold, edition: Edition, texts: Texts) -> None:
        self.gold, self.edition, self.texts = gold, edition, texts
        self.known = frozenset(d.id for d in edition.documents) & texts.contents.keys()

    def all(self) -> Iterator[Measure]:
        """The measures in the order in which they are shown; those for which the gold has nothing are left out."""
        yield self._conflicts()
        if any(self.gold.boilerplate.values()):
            yield self._regions()
        if self.gold.timeline:
            yield self._timeline()
        if self.gold.reuse:
            yield self._reuse()

    def _seen(self, spans: Spans) -> Spans:
        """The spans in documents that the gold knows."""
        return tuple(s for s in spans if s.doc in self.known)

    def _conflicts(self) -> Measure:
        """Recall of the grave ones; what hits any conflict, and lies closer to it than to a trap, is right."""
        given = [c for c in self.edition.conflicts if self._seen(c.evidence)]
        right = [c for c in given if self._is_true(c)]
        wanted = [c for c in self.gold.conflicts if c.is_wanted]
        found = [c for c in wanted if any(self._hits(x, c) for x in right)]
        missed = [self.texts.places(c.evidence, f"{c.label} ({c.id})") for c in wanted if c not in found]
        false = [self.texts.places(self._seen(c.evidence), self._trap_note(c)) for c in given if c not in right]
        count = Count(len(right), len(given), len(found), len(wanted))
        return Measure("conflicts", count, tuple(missed), tuple(false))

    def _is_true(self, given: Conflict) -> bool:
        fits = [(self._fit(given, c), not c.is_trap) for c in self.gold.conflicts]
        best, is_real = max(fits, default=(0.0, False))
        return best > 0 and is_real

    def _fit(self, given: Conflict, gold: GoldConflict) -> float:
        """How closely the evidence lies on the gold places, summed over these; 0 where it is no hit."""
        if not self._hits(given, gold):
            return 0.0
        evidence = self._seen(given.evidence)
        return sum(max(closeness(e, place) for e in evidence) for place in gold.evidence)

    def _hits(self, given: Conflict, gold: GoldConflict) -> bool:
        """Whether two of the gold places are touched, or one if all stand in one sentence."""
        pointing = [e for e in self._seen(given.evidence) if self.texts.is_in_paragraph(e)]
        touched = sum(any(place.touches(e) for e in pointing) for place in gold.evidence)
        return touched >= 2 or (touched == 1 and len({self.texts.sentence(p) for p in gold.evidence}) == 1)

    def _trap_note(self, given: Conflict) -> str:
        traps = [f"{c.label} ({c.id})" for c in self.gold.conflicts if c.is_trap and self._hits(given, c)]
        return given.label + (f" | TRAP: {', '.join(traps)}" if traps else "")

    def _timeline(self) -> Measure:
        """Dates that the articles state: the date lies within the gold's, the evidence in its sentence."""
        missed = [t for t in self.gold.timeline if not self._is_dated(t)]
        cases = [self.texts.places(t.evidence, f"{t.date}: {t.what}") for t in missed]
        return recall("timeline", len(self.gold.timeline) - len(missed), len(self.gold.timeline), cases)

    def _is_dated(self, gold: TimelineEntry) -> bool:
        sentence = self.texts.sentence(gold.evidence[0])
        return any(
            t.date and says_same(t.date, gold.date or "") and any(sentence.touches(e) for e in t.evidence)
            for t in self.edition.timeline
        )

    def _reuse(self) -> Measure:
        """Passages that depend on one another, met at both ends."""
        given = [r for r in self.edition.reuse if r.a.doc in self.known and r.b.doc in self.known]
        wanted = [r for r in self.gold.reuse if r.is_wanted]
        free = [r for r in self.gold.reuse if r.is_free]
        found = [r for r in wanted if any(self._meets(x, r) for x in given)]
        right = [x for x in given if any(self._meets(x, r) for r in wanted)]
        false = [x for x in given if x not in right and not any(self._meets(x, r) for r in free)]
        return Measure(
            "reuse",
            Count(len(right), len(right) + len(false), len(found), len(wanted)),
            tuple(self.texts.places(r.passages, r.id) for r in wanted if r not in found),
            tuple(self.texts.places((x.a, x.b), x.kind) for x in false),
        )

    def _meets(self, given: Reuse, gold: GoldReuse) -> bool:
        """Whether the ends lie on two passages of the gold, and in two documents where the gold's do."""
        if given.a.doc == given.b.doc and len({p.doc for p in gold.passages}) > 1:
            return False
        first, second = (
            [n for n, p in enumerate(gold.passages) if self._lies_on(end, p)] for end in (given.a, given.b)
        )
        return any(n != m for n in first for m in second)

    def _lies_on(self, a: Span, b: Span) -> bool:
        """Whether half of the words of the shorter passage stand in the longer one."""
        if a.doc != b.doc:
            return False
        ours, theirs = self.texts.words((a,)), self.texts.words((b,))
        return 2 * len(ours & theirs) >= max(1, min(len(ours), len(theirs)))

    def _regions(self) -> Measure:
        """Characters of boilerplate, without blanks and captions, in the documents that the gold has marked."""
        right = given = wanted = 0
        missed: list[Case] = []
        false: list[Case] = []
        regions = {d.id: tuple(r.span for r in d.regions if r.kind == "boilerplate") for d in self.edition.documents}
        for doc in (d for d in self.texts.documents if d in self.gold.boilerplate):
            ours = self._characters(doc, regions.get(doc, ()))
            theirs = self._characters(doc, self.gold.boilerplate[doc])
            right, given, wanted = right + len(ours & theirs), given + len(ours), wanted + len(theirs)
            missed += self._stretches(doc, theirs - ours)
            false += self._stretches(doc, ours - theirs)
        return one_to_one("regions", right, given, wanted, missed, false)

    def _characters(self, doc: str, marked: Iterable[Span]) -> set[int]:
        captions = {n for s in self.gold.captions.get(doc, ()) for n in range(s.start, s.end)}
        text = self.texts.contents[doc]
        return {n for s in marked for n in range(s.start, s.end) if not text[n].isspace()} - captions

    def _stretches(self, doc: str, characters: set[int]) -> Iterator[Case]:
        """One case for each run of characters; blanks within a line do not part them."""
        run: list[int] = []
        for n in sorted(characters):
            if run and self.texts.contents[doc][run[-1] + 1 : n].strip(" \u00a0"):
                yield self.texts.case(doc, (Span(doc, run[0], run[-1] + 1),))
                run = []
            run.append(n)
        if run:
            yield self.texts.case(doc, (Span(doc, run[0], run[-1] + 1),))


def says_same(stated: str, gold: str) -> bool:
    """Whether a date lies inside the gold's, at the gold's precision.

    A day says the same as its year, not the other way round. For an interval a single year, month or
    decade around it will also do.

    >>> says_same("2000-06-04", "2000"), says_same("2000", "2000-06-04"), says_same("195X", "1954/1956")
    (True, False, True)
    """
    if stated == gold or (gold.startswith("XXXX") and stated.startswith(gold)):
        return True
    ours, theirs = bounds(stated), bounds(gold)
    if not ours or not theirs:
        return False
    if theirs[0] <= ours[0] and ours[1] <= theirs[1]:
        return True
    is_around = ours[0] <= theirs[0] and theirs[1] <= ours[1]
    return "/" in gold and is_around and (ours[1] - ours[0]).days <= ROOM.get(len(gold.split("/")[0]), 0)
