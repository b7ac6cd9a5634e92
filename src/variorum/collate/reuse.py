"""Passages of different documents that depend on one another: copied, or from one source, with what shows it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations
from math import exp
from typing import ClassVar

from variorum.collate.passages import Paragraph, Passage, paragraphs, passages
from variorum.collate.words import Weights, longest_run, words_of
from variorum.config import Settings
from variorum.lookup import Lookup
from variorum.model import (
    Direction,
    Document,
    Edition,
    Occasion,
    OccasionKind,
    Reading,
    Reason,
    Reuse,
    ReuseKind,
    Span,
    identifier,
)  # fmt: skip

# Chosen on five articles with a reader's list of dependent passages, and on passages of 383 articles on 69 events, read
# by eye: below these most shared runs are names, titles and set phrases. Words that both quote need less.
LIGHTEST, LIGHTEST_QUOTED = 2.5, 1.6
FEWEST, FEWEST_QUOTED = 7, 5  # words shared
LOOSEST = 0.5  # of the words of the longer side, shared
# For two readings of one statement, chosen on the same five articles and on examples/halven.
SHORTEST_RUN = 5  # words in a row
PART_IN_RUN = 0.5  # of the words of the shorter reading
LIGHTEST_KNOWN = 1.2  # what the run tells: about two rare words
LONGEST_READING = 300  # words of a reading that are compared
MOST_READINGS = 60  # of a statement: the pairs grow with their square
TOLD: tuple[OccasionKind, ...] = ("interview", "speech", "broadcast")  # where somebody speaks and others report it
HALF = 0.5
COPIED = 9  # words in an unbroken run of narrator's prose: two writers do not hit on them by chance
SHOWN = 12  # words of a passage that a reason repeats
QUOTED = re.compile(r"“[^”]*(?:”|$)|\"[^\"]*(?:\"|$)|«[^»]*(?:»|$)|(?<!\w)[‘'](?!s\b)[^’']{15,}?[’'](?!\w)")


class NgramReuse:
    """Joins documents on runs of words that few have, and extends each run as far as the wording goes along."""

    name: ClassVar[str] = "collate.reuse/1"

    def __init__(self, settings: Settings) -> None:
        self.settings = settings

    def reused(self, edition: Edition) -> tuple[Reuse, ...]:
        """Pairs of passages in different documents, by place; `a` stands in the document whose id comes first."""
        weights = Weights(edition)
        documents = {d.id: d for d in edition.documents}
        ordered = [p for key in sorted(documents) for p in paragraphs(documents[key], weights)]
        quotes, outlets = Quotes(edition), {d.id: d.outlet for d in edition.documents}
        found = [_reuse(p, documents, quotes) for p in passages(ordered, outlets) if is_dependent(p, quotes)]
        for more in (requoted(edition, weights), retold(edition)):
            known = defaultdict[tuple[str, str], list[Reuse]](list)
            for reuse in found:
                known[reuse.a.doc, reuse.b.doc].append(reuse)
            found += [r for r in more if not any(_is_met(r, f) for f in known.get((r.a.doc, r.b.doc), ()))]
        return tuple(sorted(_widest(found), key=lambda r: (r.a, r.b)))


def _is_met(reuse: Reuse, known: Reuse) -> bool:
    """Whether both ends of one touch those of another."""
    return reuse.a.touches(known.a) and reuse.b.touches(known.b)


def is_dependent(passage: Passage, quotes: Quotes) -> bool:
    """Whether a passage shares more than two accounts of one matter share by chance."""
    is_quoted = min(map(quotes.share, passage.ends)) >= HALF
    lightest, fewest = (LIGHTEST_QUOTED, FEWEST_QUOTED) if is_quoted else (LIGHTEST, FEWEST)
    return len(passage.pairs) >= fewest and passage.share >= LOOSEST and passage.weight >= lightest


def requoted(edition: Edition, weights: Weights) -> Iterator[Reuse]:
    """For each statement, pairs of readings in two documents with so many of the same words that one text is behind.

    These are shorter than passages found by their words alone: that both report one utterance is known already.
    """
    lookup = Lookup(edition)
    for statement in edition.statements:
        readings = sorted(statement.readings, key=lambda r: (r.spans, r.id))[:MOST_READINGS]
        best: dict[tuple[str, str], tuple[float, Reading, Reading]] = {}
        for x, y in combinations((r for r in readings if not _is_title(r, lookup)), 2):
            if x.witness != y.witness and _is_close(x, y, lookup, weights):
                likeness = _likeness(x, y, lookup)
                if likeness > best.get((x.witness, y.witness), (-1.0,))[0]:
                    best[x.witness, y.witness] = (likeness, x, y)
        for likeness, x, y in best.values():
            yield _requotation(x, y, likeness)


def _is_close(x: Reading, y: Reading, lookup: Lookup, weights: Weights) -> bool:
    """Whether most words of the shorter are in the longer in one order, and tell more than a set phrase."""
    left, right = (words_of(lookup.documents[r.witness].text, r.spans)[:LONGEST_READING] for r in (x, y))
    start, _, length = longest_run([w.stem for w in left], [w.stem for w in right])
    run = sum(min(weights(x.witness, w.stem), weights(y.witness, w.stem)) for w in left[start : start + length])
    shorter = min(len(left), len(right))
    return length >= SHORTEST_RUN and length >= PART_IN_RUN * shorter and run >= LIGHTEST_KNOWN


def _requotation(x: Reading, y: Reading, likeness: float) -> Reuse:
    a, b = (max(r.spans, key=lambda s: (s.end - s.start, -s.start)) for r in (x, y))
    text = "Both give one utterance with the same words in a row."
    reason = Reason(feature="same utterance", text=text, score=round(likeness, 3), evidence=(a, b))
    confidence = round(0.5 + 0.4 * likeness, 3)
    return Reuse(id=identifier("u", a, b), a=a, b=b, kind="quotation", confidence=confidence, reasons=(reason,))


def _is_title(reading: Reading, lookup: Lookup) -> bool:
    titles = (r.span for r in lookup.documents[reading.witness].regions if r.kind == "title")
    return any(reading.spans[0].touches(title) for title in titles)


def retold(edition: Edition) -> Iterator[Reuse]:
    """For each statement and two documents that both report the same interview or speech, their likest readings."""
    lookup = Lookup(edition)
    for statement in edition.statements:
        origins = {r.id: origin for r in statement.readings if (origin := _origin(r, lookup))}
        best: dict[tuple[str, str], tuple[float, Reading, Reading]] = {}
        firsthand = sorted((r for r in statement.readings if r.id in origins), key=lambda r: (r.spans, r.id))
        for x, y in combinations(firsthand, 2):
            if x.witness != y.witness and _is_one(origins[x.id], origins[y.id]):
                likeness = _likeness(x, y, lookup)
                if likeness > best.get((x.witness, y.witness), (-1.0,))[0]:
                    best[x.witness, y.witness] = (likeness, x, y)
        for _, x, y in best.values():
            yield _retelling(x, y, origins[x.id], lookup)


def _origin(reading: Reading, lookup: Lookup) -> Occasion | None:
    """The interview or speech from which the document itself has the words; None for other ways, and for headings."""
    if _is_title(reading, lookup):
        return None
    for key in reading.attributions:
        attribution = lookup.attributions.get(key)
        occasion = lookup.occasions.get(attribution.occasion or "") if attribution and not attribution.parent else None
        if occasion and occasion.kind in TOLD:
            return occasion
    return None


def _is_one(left: Occasion, right: Occasion) -> bool:
    """Whether two occasions are one, or nothing tells them apart: the same two people or more, no other date."""
    if left.id == right.id:
        return True
    is_same_talk = len(left.participants) > 1 and set(left.participants) == set(right.participants)
    return is_same_talk and (not left.date or not right.date or left.date == right.date)


def _likeness(x: Reading, y: Reading, lookup: Lookup) -> float:
    """Shared stems by all stems."""
    left, right = ({w.stem for w in words_of(lookup.documents[r.witness].text, r.spans)} for r in (x, y))
    return len(left & right) / max(1, len(left | right))


def _retelling(x: Reading, y: Reading, occasion: Occasion, lookup: Lookup) -> Reuse:
    a, b = (max(r.spans, key=lambda s: (s.end - s.start, -s.start)) for r in (x, y))
    text = f"Both give what was said on one occasion: {occasion.label or occasion.kind}."
    evidence = tuple(e for stated in occasion.stated if stated.doc in (a.doc, b.doc) for e in stated.evidence)
    reason = Reason(feature="same occasion", text=text, score=0.6, evidence=evidence)
    return Reuse(id=identifier("u", a, b), a=a, b=b, kind="shared-source", confidence=0.55, reasons=(reason,))


def _widest(found: Iterable[Reuse]) -> Iterator[Reuse]:
    """Without passages that lie within others of the same two documents."""
    by_pair: dict[tuple[str, str], list[Reuse]] = defaultdict(list)
    for reuse in found:
        by_pair[reuse.a.doc, reuse.b.doc].append(reuse)
    for group in by_pair.values():
        kept: list[Reuse] = []
        for reuse in sorted(group, key=lambda r: (-_length(r), r.a, r.b)):
            if not any(reuse.a in held.a and reuse.b in held.b for held in kept):
                kept.append(reuse)
        yield from kept


def _length(reuse: Reuse) -> int:
    return reuse.a.end - reuse.a.start + reuse.b.end - reuse.b.start


def _reuse(passage: Passage, documents: dict[str, Document], quotes: Quotes) -> Reuse:
    a, b = passage.ends
    kind, why = _kind(passage, quotes)
    direction, whence = _direction(documents[a.doc], documents[b.doc], kind)
    confidence = 1 - exp(-passage.weight * passage.share / LIGHTEST)
    return Reuse(
        id=identifier("u", a, b),
        a=a,
        b=b,
        kind=kind,
        direction=direction,
        confidence=round(min(0.99, confidence), 3),
        reasons=(_wording(passage, documents), why, *whence),
    )


def _wording(passage: Passage, documents: dict[str, Document]) -> Reason:
    """The shared words, and how many they are."""
    runs = _runs(passage.a, [i for i, _ in passage.pairs], documents)
    words = " … ".join(runs).split(" ")
    shown = " ".join(words[:SHOWN]) + (" …" if len(words) > SHOWN else "")
    return Reason(
        feature="shared wording",
        text=f"Both have {len(passage.pairs)} words in the same order, {passage.longest} of them in a row: “{shown}”.",
        score=round(passage.share, 3),
        evidence=passage.ends,
    )


def _runs(paragraph: Paragraph, numbers: list[int], documents: dict[str, Document]) -> list[str]:
    """The words with these numbers, those that follow one another as one string."""
    text, runs, start = documents[paragraph.span.doc].text, [], 0
    for n in range(1, len(numbers) + 1):
        if n == len(numbers) or numbers[n] != numbers[n - 1] + 1:
            first, last = paragraph.words[numbers[start]], paragraph.words[numbers[n - 1]]
            runs.append(" ".join(text[first.start : last.end].split()))
            start = n
    return runs


def _kind(passage: Passage, quotes: Quotes) -> tuple[ReuseKind, Reason]:
    a, b = passage.ends
    if min(quotes.share(a), quotes.share(b)) >= HALF:
        text = "The words stand within quotation marks in both: both quote one source."
        return "quotation", Reason(feature="quoted in both", text=text, evidence=(a, b))
    if passage.longest >= COPIED and max(quotes.share(a), quotes.share(b)) < HALF:
        text = f"{passage.longest} words in a row of the writers' own prose are the same."
        return "copied", Reason(feature="prose copied", text=text, evidence=(a, b))
    text = "The wording goes along but differs in places: both may rest on one source."
    return "shared-source", Reason(feature="wording close", text=text, evidence=(a, b))


class Quotes:
    """Where words of others stand: within quotation marks, or marked as quoted by an attribution."""

    def __init__(self, edition: Edition) -> None:
        spans: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for document in edition.documents:
            at = 0
            for line in document.text.splitlines(keepends=True):
                spans[document.id] += [(at + m.start(), at + m.end()) for m in QUOTED.finditer(line)]
                at += len(line)
        for attribution in edition.attributions:
            spans[attribution.doc] += [(s.start, s.end) for s in attribution.quoted]
        self.spans = {key: _merged(held) for key, held in spans.items()}

    def share(self, span: Span) -> float:
        """How much of the span is quoted."""
        held = self.spans.get(span.doc, [])
        at = max(0, bisect_right(held, (span.start, span.start)) - 1)
        inside = 0
        while at < len(held) and held[at][0] < span.end:
            inside += max(0, min(held[at][1], span.end) - max(held[at][0], span.start))
            at += 1
        return inside / max(1, span.end - span.start)


def _merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def _direction(a: Document, b: Document, kind: ReuseKind) -> tuple[Direction, tuple[Reason, ...]]:
    """Who took from whom: by a credit to the other's outlet, else by the dates of copied prose; else unknown."""
    a_credits, b_credits = _credit(a, b.outlet), _credit(b, a.outlet)
    if a_credits and not b_credits:
        return "a-from-b", (a_credits,)
    if b_credits and not a_credits:
        return "b-from-a", (b_credits,)
    if kind == "copied" and a.published and b.published:
        first, second = sorted((a, b), key=lambda d: d.published or "")
        if not (second.published or "").startswith((first.published or "")[:10]) and _is_day(first) and _is_day(second):
            text = f"{first.path} was published on {first.published}, before {second.path} on {second.published}."
            reason = Reason(feature="published before", text=text, score=0.7)
            return ("b-from-a" if first is a else "a-from-b"), (reason,)
    return "unknown", ()


def _is_day(document: Document) -> bool:
    return bool(re.fullmatch(r"\d{4}-\d\d-\d\d(T.*)?", document.published or ""))


CREDIT = r"(?:according to|told|reported by|reports|reported|by|in|from|with|via|citing|source:?)\s+(?:the\s+)?"


def _credit(document: Document, outlet: str | None) -> Reason | None:
    """Where a document names the other's outlet as the place from which it has something."""
    if not outlet or len(outlet) < 3 or outlet == document.outlet:
        return None
    found = re.search(
        rf"\b{CREDIT}{re.escape(outlet)}\b|\b{re.escape(outlet)}\s+(?:reported|reports|said)\b", document.text
    )
    if not found:
        return None
    evidence = (Span(document.id, found.start(), found.end()),)
    text = f"It credits {outlet}: “{' '.join(found.group().split())}”."
    return Reason(feature="credit line", text=text, score=0.8, evidence=evidence)
