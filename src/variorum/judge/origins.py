"""What a reading rests on: the telling, outlet or record that its document names, and the passages it shares."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from variorum.judge.credits import Credit
from variorum.judge.tellings import called, outermost
from variorum.lookup import Lookup
from variorum.model import Attribution, Document, Edition, Reading, Reuse, Span, Spans
from variorum.text import plain_words

# What was said there reaches others only through one record; at a meeting or a speech several may have listened.
RECORDED = frozenset({"interview", "broadcast", "document", "statement"})
# Names for the written record of a talk. Of one statement there are seldom two: who cites "the minutes" and who cites
# "a memorandum" has the same paper before him.
RECORD_NAMES = "minutes memorandum protocol record records transcript stenogram notes document documents papers"
RECORDS = frozenset(RECORD_NAMES.split())
HEADINGS = frozenset(["minutes", "memorandum", "protocol", "transcript", "stenogram"])  # of a document that is one
RECORD = ("record",)
HEAD = 1000  # code points of a document in which its heading is sought
MUCH = 200  # code points of copied prose, two sentences: so much that quotations come from there too
Passages = Mapping[tuple[str, str], list[Reuse]]


class Origin(NamedTuple):
    """Something that a reading rests on: a key to compare, words for a reader, the evidence."""

    key: tuple[str, ...]
    label: str
    evidence: Spans
    score: float


def passages_between(edition: Edition) -> Passages:
    """Pair of documents -> the passages that depend on one another; quotations only where prose is copied too.

    Two that heard the same words may both quote them; one that copies the other's prose has its quotations as well.
    """
    found: dict[tuple[str, str], list[Reuse]] = defaultdict(list)
    for reuse in edition.reuse:
        if reuse.a.doc != reuse.b.doc:
            first, second = sorted((reuse.a.doc, reuse.b.doc))
            found[first, second].append(reuse)
    copying = {pair for pair, held in found.items() if sum(_copied_length(reuse) for reuse in held) >= MUCH}
    return {pair: [r for r in held if r.kind != "quotation" or pair in copying] for pair, held in found.items()}


def _copied_length(reuse: Reuse) -> int:
    return min(reuse.a.end - reuse.a.start, reuse.b.end - reuse.b.start) if reuse.kind == "copied" else 0


def origins_of(readings: list[Reading], lookup: Lookup, credited: tuple[Credit, ...]) -> list[Origin]:
    """All that the readings of one witness rest on."""
    found = []
    for reading in readings:
        for key in reading.attributions:
            attribution = lookup.attributions.get(key)
            if attribution:
                found += [*_tellings(attribution, lookup), *_outlets(attribution, lookup)]
                found += _beside(attribution, lookup)
        found += record_itself(lookup.documents[reading.witness])
        found += [o for c in credited if (o := _credit(c, reading, lookup))]
    return found


def _tellings(attribution: Attribution, lookup: Lookup) -> Iterator[Origin]:
    """The recorded occasion, or the one teller's telling, that the outermost report rests on."""
    top = outermost(attribution, lookup)
    occasion = lookup.occasions.get(top.occasion or "")
    if not top.speaker or not occasion or (occasion.kind not in RECORDED and top.id == attribution.id):
        return
    evidence = tuple(e for s in occasion.stated if s.doc == attribution.doc for e in s.evidence[:1]) or top.source[:1]
    label = f"what {called(top.speaker, lookup)} told on one occasion ({occasion.label or occasion.kind})"
    yield Origin(("telling", occasion.id), label, evidence, 0.85)


def _outlets(attribution: Attribution, lookup: Lookup) -> Iterator[Origin]:
    """Outlets and records in the chain of reporters, the document's own outlet apart."""
    for n, hop in enumerate(attribution.chain[:-1]):
        actor = lookup.actors.get(hop.actor or "")
        # the first link without words of its own is the document itself
        if actor and (hop.evidence or n) and (actor.kind == "document" or (actor.kind == "outlet" and hop.evidence)):
            evidence = tuple(e for e in hop.evidence if e.doc == attribution.doc)
            yield Origin(("actor", actor.id), actor.name, evidence, 0.8)
            if set(plain_words(actor.name)) & RECORDS:
                yield Origin(RECORD, f"the record of it ({actor.name})", evidence, 0.6)


def _beside(attribution: Attribution, lookup: Lookup) -> Iterator[Origin]:
    """The record that the document cites for something else that was said on the same occasion.

    Who has cited the minutes once goes on without them: "The President then asked".
    """
    if attribution.occasion is None or attribution.parent or any(h.actor for h in attribution.chain[:-1]):
        return
    for other in lookup.at_occasion(attribution.doc, attribution.occasion):
        for hop in other.chain[:-1]:
            actor = lookup.actors.get(hop.actor or "")
            if actor and actor.kind == "document" and set(plain_words(actor.name)) & RECORDS:
                evidence = tuple(e for e in hop.evidence if e.doc == attribution.doc)
                yield Origin(RECORD, f"the record of it ({actor.name})", evidence, 0.5)
                return


def record_itself(document: Document) -> Iterator[Origin]:
    """The record itself, where a heading in capitals says that the document is one."""
    at = 0
    for line in document.text[:HEAD].splitlines(keepends=True):
        if line.isupper() and set(plain_words(line)) & HEADINGS:
            yield Origin(RECORD, "the record of it", (Span(document.id, at, at + len(line.rstrip())),), 0.6)
            return
        at += len(line)


def _credit(credit: Credit, reading: Reading, lookup: Lookup) -> Origin | None:
    """A credit that covers the reading: of the whole document, or in the same paragraph."""
    near = any(_paragraph(credit.span, lookup) == _paragraph(s, lookup) for s in reading.spans)
    if not near and not credit.is_general:
        return None
    return Origin(("outlet", credit.name), credit.name.upper() if len(credit.name) < 5 else credit.name.title(),
                  (credit.span,), 0.8 if near else 0.65)  # fmt: skip


def _paragraph(span: Span, lookup: Lookup) -> tuple[str, int]:
    return span.doc, lookup.documents[span.doc].text.rfind("\n", 0, span.start)
