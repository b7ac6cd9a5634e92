"""How a conflict is drawn up: short evidence within a paragraph, an id from what it rests on, one entry a matter."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from variorum.judge.lexicon import word_set
from variorum.judge.stems import stem_set
from variorum.judge.wording import Word, Wording
from variorum.lookup import Lookup
from variorum.model import Conflict, ConflictKind, Reason, Severity, Span, Spans, identifier

LONGEST = 200  # characters of one piece of evidence: a clause or a quotation, not a paragraph
MOST = 8  # pieces of evidence of one conflict
LINKED = 4  # words; two common words that stand nearer, with only such as `LINKS` between them, are one phrase
LINKS = word_set("of at in on to for with by from the a an his her its their")
TIME_WORDS = stem_set(
    """january february march april may june july august september october november december monday tuesday wednesday
    thursday friday saturday sunday"""
)
GRAVITY = {"high": 0, "medium": 1, "low": 2}


def conflict(
    kind: ConflictKind,
    label: str,
    evidence: Iterable[Span],
    *,
    severity: Severity,
    confidence: float,
    statements: Iterable[str] = (),
    reasons: Sequence[Reason] = (),
) -> Conflict:
    """A conflict with its id; evidence sorted, doubles left out."""
    places = _apart(evidence)
    return Conflict(
        id=identifier("c", kind, *places), kind=kind, label=label, severity=severity,
        confidence=round(min(0.97, max(0.05, confidence)), 3), evidence=places,
        statements=tuple(sorted(set(statements))), reasons=tuple(reasons),
    )  # fmt: skip


def _apart(evidence: Iterable[Span]) -> Spans:
    """The places in order, one that lies within another left out."""
    places = sorted({e for e in evidence if e.end > e.start})
    return tuple(p for p in places if not any(p != q and p in q for q in places))[:MOST]


def short(span: Span, lookup: Lookup, about: Spans = ()) -> Span:
    """The part of a span in one line (its first, or that of some words), 200 characters at most, cut between words."""
    text = lookup.documents[span.doc].text
    start = span.start
    held = [p for p in about if p in span]
    if held:
        start = max(start, text.rfind("\n", start, held[0].start) + 1)
    while start < span.end and text[start].isspace():
        start += 1
    line = text.find("\n", start, span.end)
    end = line if line > start else span.end
    if end - start > LONGEST:
        cut = text.rfind(" ", start, start + LONGEST)
        end = cut if cut > start else start + LONGEST
    return Span(span.doc, start, max(start, end))


def around(places: Spans, wording: Wording, lookup: Lookup, reach: int = 4) -> Span:
    """The words of a reading about some of them; the whole reading where it is short or none are given."""
    inside = [n for n, w in enumerate(wording.words) if any(w.span.touches(p) for p in places)]
    if not inside or len(wording.words) <= 12:
        first = places[0] if places and not inside else None
        return short(first or _piece(places, wording), lookup, places)
    near = wording.words[max(0, inside[0] - reach) : inside[0] + 2 * reach]
    kernel = wording.words[inside[0]]
    return short(_joined(near, kernel), lookup, (kernel.span,))


def _piece(places: Spans, wording: Wording) -> Span:
    """The piece of a reading in which some words stand, else its longest."""
    held = [s for s in wording.reading.spans if any(s.touches(p) for p in places)]
    return held[0] if held else max(wording.reading.spans, key=lambda s: (s.end - s.start, -s.start))


def _joined(words: Sequence[Word], kernel: Word) -> Span:
    """One span over the words that stand near the kernel in its document without a great gap."""
    held = [w.span for w in words if abs(w.span.start - kernel.span.start) <= LONGEST // 2]
    return Span(kernel.span.doc, min(s.start for s in held), max(s.end for s in held))


def quoted(span: Span, lookup: Lookup, longest: int = 70) -> str:
    """The words of a span for a label, shortened."""
    words = " ".join(lookup.words(span).split()).strip("\"'“”‘’ ,")
    if len(words) > longest:
        words = words[:longest].rsplit(" ", 1)[0] + " …"
    return f"“{words}”"


def common_words(words: Sequence[Word], wanted: Iterable[Word], lookup: Lookup) -> str:
    """Some words of a sentence that another has too, as they stand, for "both tell of …": two phrases at most.

    Words of place and relation between them are taken along; numbers and dates are left to what differs.
    """
    chosen = {w.span for w in wanted if w.is_content and not any(c.isdigit() for c in w.plain)}
    runs: list[list[Word]] = []
    last = -LINKED
    for n, word in enumerate(words):
        if word.span not in chosen or word.stem in TIME_WORDS:
            continue
        is_linked = bool(runs) and n - last < LINKED and all(w.plain in LINKS for w in words[last + 1 : n])
        gap = lookup.words(Span(word.span.doc, runs[-1][-1].span.end, word.span.start)) if is_linked else ","
        if any(mark in gap for mark in ',;:.()"“”\n'):
            runs.append([])
        runs[-1].append(word)
        last = n
    best = sorted(range(len(runs)), key=lambda k: (-len(runs[k]), k))[:2]
    places = [Span(r[0].span.doc, r[0].span.start, r[-1].span.end) for r in (runs[k] for k in sorted(best))]
    held = [quoted(place, lookup) for place in places]
    return " and ".join(dict.fromkeys(held)) or "one thing"


def siglum(doc: str, lookup: Lookup) -> str:
    """The short label of a document, for sentences."""
    return lookup.documents[doc].siglum or doc


def merged(conflicts: Iterable[Conflict]) -> tuple[Conflict, ...]:
    """One conflict a matter: of those of a kind that share two places, the surest takes up the others' evidence."""
    kept: list[Conflict] = []
    places: dict[tuple[str, str], set[int]] = defaultdict(set)  # kind and document -> what is kept of them
    for found in sorted(conflicts, key=lambda c: (-c.confidence, GRAVITY[c.severity], c.id)):
        near = sorted({n for e in found.evidence for n in places[found.kind, e.doc]})
        at = next((n for n in near if _is_same_matter(kept[n], found)), len(kept))
        if at < len(kept):
            kept[at] = _with(kept[at], found)
        else:
            kept.append(found)
        for e in kept[at].evidence:
            places[found.kind, e.doc].add(at)
    return tuple(sorted(kept, key=lambda c: (GRAVITY[c.severity], -c.confidence, c.id)))


def _is_same_matter(a: Conflict, b: Conflict) -> bool:
    shared = sum(any(x.touches(y) for y in a.evidence) for x in b.evidence)
    features = [{r.feature for r in c.reasons[:1]} for c in (a, b)]
    is_one = bool(set(a.statements) & set(b.statements)) or not (a.statements or b.statements)
    return shared >= 2 or (shared == 1 and is_one and features[0] == features[1])


def _with(kept: Conflict, other: Conflict) -> Conflict:
    evidence = _apart([*kept.evidence, *(e for e in other.evidence if not any(e.touches(k) for k in kept.evidence))])
    texts = {r.text for r in kept.reasons}
    reasons = (*kept.reasons, *(r for r in other.reasons if r.text not in texts))[:6]
    statements = tuple(sorted({*kept.statements, *other.statements}))
    severity = min(kept.severity, other.severity, key=lambda s: GRAVITY[s])
    return replace(kept, id=identifier("c", kept.kind, *evidence), evidence=evidence, reasons=reasons,
                   statements=statements, severity=severity)  # fmt: skip
