"""Which witnesses of a statement rest on one origin: one telling, one credited outlet, one copied passage."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from typing import ClassVar, NamedTuple

from variorum.config import Settings
from variorum.judge.credits import KNOWN, Credit, credits
from variorum.judge.tellings import called, outermost
from variorum.lookup import Lookup
from variorum.model import Attribution, Document, Edition, Line, Reading, Reason, Reuse, Span, Spans, Statement
from variorum.text import plain, plain_words

# What was said there reaches others only through one record; at a meeting or a speech several may have listened.
RECORDED = frozenset({"interview", "broadcast", "document"})
# Names for the written record of a talk. Of one statement there are seldom two: who cites "the minutes" and who cites
# "a memorandum" has the same paper before him.
RECORDS = frozenset(["minutes", "memorandum", "protocol", "record", "records", "transcript", "stenogram"])
HEADINGS = frozenset(["minutes", "memorandum", "protocol", "transcript", "stenogram"])  # of a document that is one
RECORD = ("record",)
HEAD = 1000  # code points of a document in which its heading is sought
MUCH = 200  # code points of copied prose, two sentences: so much that quotations come from there too
SHOWN = 10  # words of a passage that a reason repeats
Passages = Mapping[tuple[str, str], list[Reuse]]


class Origin(NamedTuple):
    """Something that a reading rests on: a key to compare, words for a reader, the evidence."""

    key: tuple[str, ...]
    label: str
    evidence: Spans
    score: float


class WitnessGenealogist:
    """Groups the witnesses of a statement by what they rest on."""

    name: ClassVar[str] = "judge.lineage/1"

    def __init__(self, settings: Settings) -> None:
        self.settings = settings

    def lines(self, edition: Edition) -> tuple[Line, ...]:
        """For each statement, its witnesses in groups of one origin, with the reasons."""
        lookup = Lookup(edition)
        credited = {d.id: credits(d, lookup) for d in edition.documents}
        passages = _passages(edition)
        return tuple(
            _line(s, lookup, credited, passages) for s in sorted(edition.statements, key=lambda s: s.id) if s.readings
        )


def _passages(edition: Edition) -> Passages:
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


def _line(
    statement: Statement,
    lookup: Lookup,
    credited: dict[str, tuple[Credit, ...]],
    passages: Passages,
) -> Line:
    witnesses = sorted({r.witness for r in statement.readings})
    readings = {w: [r for r in statement.readings if r.witness == w] for w in witnesses}
    origins = {w: _origins(readings[w], lookup, credited.get(w, ())) for w in witnesses}
    links = [
        (a, b, reason)
        for a, b in combinations(witnesses, 2)
        for reason in (*_common(a, b, origins, lookup), *_copied(readings, passages.get((a, b), []), lookup))
    ]
    groups = _grouped(witnesses, [(a, b) for a, b, _ in links])
    reasons = tuple(reason for _, _, reason in sorted(links, key=lambda x: (-x[2].score, x[0], x[1], x[2].text)))
    return Line(statement=statement.id, groups=groups, reasons=_once(reasons) or _alone(groups))


def _alone(groups: tuple[tuple[str, ...], ...]) -> tuple[Reason, ...]:
    if len(groups) < 2:
        return ()
    return (Reason(feature="independent", text="No sign of a common origin was found.", score=0.5),)


def _once(reasons: Iterable[Reason]) -> tuple[Reason, ...]:
    return tuple({r.text: r for r in reasons}.values())


def _origins(readings: list[Reading], lookup: Lookup, credited: tuple[Credit, ...]) -> list[Origin]:
    """All that the readings of one witness rest on."""
    found = []
    for reading in readings:
        for key in reading.attributions:
            attribution = lookup.attributions.get(key)
            if attribution:
                found += [*_tellings(attribution, lookup), *_outlets(attribution, lookup)]
        found += _is_record(lookup.documents[reading.witness])
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
    for hop in attribution.chain[:-1]:
        actor = lookup.actors.get(hop.actor or "")
        if actor and actor.kind in ("outlet", "document") and hop.evidence:
            evidence = tuple(e for e in hop.evidence if e.doc == attribution.doc)
            yield Origin(("actor", actor.id), actor.name, evidence, 0.8)
            if set(plain_words(actor.name)) & RECORDS:
                yield Origin(RECORD, f"the record of it ({actor.name})", evidence, 0.6)


def _is_record(document: Document) -> Iterator[Origin]:
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


def _common(a: str, b: str, origins: dict[str, list[Origin]], lookup: Lookup) -> Iterator[Reason]:
    """Why two witnesses have one origin: what both rest on, or one being the outlet that the other credits."""
    theirs = {o.key: o for o in origins[b]}
    for ours in origins[a]:
        other = theirs.get(ours.key)
        if other:
            text = f"{_siglum(a, lookup)} and {_siglum(b, lookup)} both rest on {ours.label}."
            yield Reason(feature="common origin", text=text, score=min(ours.score, other.score),
                         evidence=ours.evidence + other.evidence)  # fmt: skip
    for x, y in ((a, b), (b, a)):
        outlet = plain(lookup.documents[y].outlet or "").removeprefix("the ")
        for origin in origins[x]:
            if outlet and origin.key == ("outlet", KNOWN.get(outlet, outlet)):
                text = f"{_siglum(x, lookup)} credits {origin.label}, which printed {_siglum(y, lookup)}."
                yield Reason(feature="credit line", text=text, score=0.75, evidence=origin.evidence)


def _siglum(doc: str, lookup: Lookup) -> str:
    return lookup.documents[doc].siglum or lookup.documents[doc].path


def _copied(readings: dict[str, list[Reading]], passages: list[Reuse], lookup: Lookup) -> Iterator[Reason]:
    """The passages that depend on one another and hold readings of both witnesses."""
    for reuse in passages:
        if _touches(reuse.a, readings[reuse.a.doc]) and _touches(reuse.b, readings[reuse.b.doc]):
            text = f"{_dependence(reuse, lookup)}: “{_first_words(lookup.words(reuse.a))}”."
            yield Reason(feature="reuse", text=text, score=reuse.confidence, evidence=(reuse.a, reuse.b))


def _dependence(reuse: Reuse, lookup: Lookup) -> str:
    a, b = (_siglum(span.doc, lookup) for span in (reuse.a, reuse.b))
    if reuse.kind == "quotation":
        return f"{a} and {b} have other sentences from one text, and both quote this"
    if reuse.direction == "unknown":
        return f"{a} and {b} have this from one text" if reuse.kind == "copied" else f"{a} and {b} word this much alike"
    return f"{b} has this from {a}" if reuse.direction == "b-from-a" else f"{a} has this from {b}"


def _first_words(words: str) -> str:
    shown = words.split()
    return " ".join(shown[:SHOWN]) + (" …" if len(shown) > SHOWN else "")


def _touches(passage: Span, readings: list[Reading]) -> bool:
    return any(passage.touches(s) for r in readings for s in r.spans)


def _grouped(witnesses: list[str], links: list[tuple[str, str]]) -> tuple[tuple[str, ...], ...]:
    """Witnesses joined by links, directly or through others."""
    group = {w: {w} for w in witnesses}
    for a, b in links:
        if group[a] is not group[b]:
            group[a] |= group[b]
            for w in group[b]:
                group[w] = group[a]
    return tuple(sorted({tuple(sorted(g)) for g in group.values()}))
