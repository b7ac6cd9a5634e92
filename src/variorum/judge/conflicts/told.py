"""What the documents tell sentence by sentence, and which sentences tell of one event."""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from variorum import text as texts
from variorum.judge import numbers
from variorum.judge.differences.dates import years
from variorum.judge.stems import stem
from variorum.judge.synonyms import concept
from variorum.judge.wording import Word, tokens
from variorum.lookup import Lookup
from variorum.model import Attribution, Document, Span
from variorum.text import plain

RARE_AT_LEAST = 25  # sentences; a stem found in no more of them helps to propose pairs, however small the edition
RARE_SHARE = 0.01  # of all sentences
RARE_AT_MOST = 40  # sentences; keeps the pairs tried near-linear in the number of sentences
DATELINE = re.compile(r"[^()\n]{0,60}\([^()\n]{1,40}\)\s*[-–—]")  # "HALM, Feb 9 (Reuters) -" dates the report
IMPRINT = re.compile(r"copyright|©|all rights reserved|\bposts? shared by\b", re.IGNORECASE)
SHORTENED = re.compile(r"\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|[Nn]o|[Pp]p?|[Aa]rt)\.\s*$")
FIRST_PERSON = re.compile(r"\b(?:I|me|my)\b")
SHORT = 5  # words with a meaning of their own; a sentence of no more leans on the one before it
KIN = 3  # names that two documents share, if they tell of one event
LONGEST_SENTENCE = 600  # characters; what is longer is a list or a page without sentences


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence as told: its words, the stems and names in it, its dates, and who speaks there."""

    span: Span
    words: tuple[Word, ...]
    stems: frozenset[str]
    names: frozenset[str]
    dates: tuple[tuple[str, Span], ...]
    voices: tuple[tuple[Span, str], ...]
    meant: tuple[tuple[int, str], ...] = ()  # offsets of pronouns, with the stem of the name that each stands for
    keyed: tuple[tuple[int, str], ...] = ()  # offsets of the words that carry meaning, with their concepts
    context: frozenset[str] = frozenset()  # of a short sentence, the concepts of the one before it in its paragraph

    def voice(self, place: Span) -> str | None:
        """Whose words stand at a place of the sentence: an actor's id, None for the narrator."""
        held = [(span, who) for span, who in self.voices if span.touches(place)]
        return min(held, key=lambda h: h[0].end - h[0].start)[1] if held else None


@dataclass(frozen=True, slots=True)
class Twins:
    """Two sentences that seem to tell of one event, and how much of their weight is common (0 to 1)."""

    a: Told
    b: Told
    likeness: float

    @property
    def shared(self) -> frozenset[str]:
        """Stems that both have, names apart."""
        return (self.a.stems & self.b.stems) - self.a.names - self.b.names

    @property
    def names_agree(self) -> float:
        """The part of all names of the two that stands in both."""
        every = self.a.names | self.b.names
        return len(self.a.names & self.b.names) / len(every) if every else 0.0


def told(lookup: Lookup) -> list[Told]:
    """The sentences of titles and running text of all documents, in order; menus and captions are left out."""
    attributions: dict[str, list[Attribution]] = defaultdict(list)
    for attribution in lookup.edition.attributions:
        attributions[attribution.doc].append(attribution)
    meant = _meant(lookup)
    dates: dict[str, list[tuple[str, Span]]] = defaultdict(list)
    for date in lookup.edition.dates:
        if not date.is_relative:
            dates[date.span.doc].append((date.edtf, date.span))
    return [
        t
        for document in sorted(lookup.edition.documents, key=lambda d: d.id)
        for t in _of(document, attributions[document.id], dates.get(document.id, []), meant[document.id])
    ]


def _meant(lookup: Lookup) -> dict[str, list[tuple[int, str]]]:
    """Where pronouns and the like stand in each document, with the stem of the name that they stand for."""
    found: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for actor in lookup.edition.actors:
        if actor.kind != "person" or not actor.name[:1].isupper():
            continue
        key = stem(plain(actor.name.rpartition(" ")[2]))
        for mention in actor.mentions:
            if mention.kind != "name":
                found[mention.span.doc].append((mention.span.start, key))
    for attribution in lookup.edition.attributions:
        speaker = lookup.actors.get(attribution.speaker or "")
        if speaker and speaker.kind == "person" and speaker.name[:1].isupper():
            key = stem(plain(speaker.name.rpartition(" ")[2]))
            for place in attribution.quoted:
                text = lookup.words(place)
                found[place.doc] += [(place.start + m.start(), key) for m in FIRST_PERSON.finditer(text)]
    return defaultdict(list, {doc: sorted(set(places)) for doc, places in found.items()})


def _of(
    document: Document,
    attributions: list[Attribution],
    dates: list[tuple[str, Span]],
    meant: list[tuple[int, str]],
) -> Iterator[Told]:
    for region in document.regions:
        if region.kind not in ("title", "body"):
            continue
        for line_start, line_end in texts.paragraphs(document.text[region.span.start : region.span.end]):
            start, end = line_start + region.span.start, line_end + region.span.start
            before: frozenset[str] = frozenset()
            for s, e in _sentences(document.text, start, end):
                if e - s <= LONGEST_SENTENCE and not IMPRINT.search(document.text, s, e):
                    held = tuple(m for m in meant[bisect_left(meant, (s, "")) : bisect_left(meant, (e, ""))])
                    found = _told(document, Span(document.id, s, e), attributions, dates)
                    is_short = len(found.keyed) <= SHORT
                    yield replace(found, meant=held, context=before if is_short else frozenset())
                    before = frozenset(key for _, key in (*found.keyed, *held))


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where the sentences stand; "on Feb. | 17 he left" is one."""
    held: tuple[int, int] | None = None
    for s, e in texts.sentences(text, start, end):
        if held and SHORTENED.search(text, held[0], held[1]) and text[s : s + 1].isdigit():
            held = (held[0], e)
            continue
        if held:
            yield held
        held = (s, e)
    if held:
        yield held


def _told(document: Document, span: Span, attributions: list[Attribution], dates: list[tuple[str, Span]]) -> Told:
    words = tuple(tokens(document.text, span))
    content = [w for w in words if w.is_content]
    capitals = [w for w in content if document.text[w.span.start].isupper() and w.span.start > span.start + 1]
    names = {w.stem for w in capitals} if len(capitals) < 0.7 * max(1, len(content)) else set[str]()
    inside = tuple((e, d) for d, e in dates if e in span) if dates else ()
    heading = DATELINE.match(document.text, span.start, span.end)
    found = [(d, e) for e, d in inside] if dates else years(document.text, span)
    voices = tuple((c, a.speaker or a.id) for a in attributions for c in a.content if c.touches(span))
    return Told(
        span=span,
        words=words,
        stems=frozenset(w.stem for w in content),
        names=frozenset(names),
        dates=tuple((d, e) for d, e in found if not heading or e.start >= heading.end()),
        voices=voices,
        keyed=tuple((w.span.start, concept(w.stem)) for w in content if numbers.value(w.plain) is None),
    )


class Kin:
    """Knows which documents seem to tell of one event: they share some names."""

    def __init__(self, sentences: Sequence[Told]) -> None:
        self._names: dict[str, set[str]] = defaultdict(set)
        for sentence in sentences:
            self._names[sentence.span.doc] |= sentence.names

    def are_kin(self, a: str, b: str) -> bool:
        """Whether two documents (ids) share so many names that they tell of one event."""
        return len(self._names[a] & self._names[b]) >= KIN


# What happens once: two dates of it are a conflict even where the sentences have little else in common.
ONCE = frozenset(
    [
        "decis",
        "perman",
        "resign",
        "die",
        "dead",
        "death",
        "found",
        "born",
        "birth",
        "marri",
        "wed",
        "execut",
        "assassin",
        "abolish",
        "inaugur",
    ]
)


def twins(sentences: list[Told], least: float) -> list[Twins]:
    """Pairs of sentences that share rare words and at least this part of their weight, most alike first."""
    counts = Counter(stem for t in sentences for stem in t.stems)
    weight = {stem: math.log(1 + len(sentences) / n) for stem, n in counts.items()}
    whole = [math.fsum(weight[s] for s in t.stems) for t in sentences]  # fsum: the same in whatever order
    found = []
    for n, m in sorted(_candidates(sentences, counts)):
        a, b = sentences[n], sentences[m]
        common = math.fsum(weight[s] for s in a.stems & b.stems)
        smaller = min(whole[n], whole[m])
        is_once = bool(ONCE & a.stems & b.stems)
        if smaller and common / smaller >= (least / 2 if is_once else least):
            found.append(Twins(a, b, common / smaller))
    return sorted(found, key=lambda t: (-t.likeness, t.a.span, t.b.span))


def _candidates(sentences: list[Told], counts: Counter[str]) -> set[tuple[int, int]]:
    """Pairs that share two rare stems, or one of what happens once."""
    most = max(RARE_AT_LEAST, min(RARE_AT_MOST, int(RARE_SHARE * len(sentences))))
    holding: dict[str, list[int]] = defaultdict(list)
    for n, t in enumerate(sentences):
        for key in t.stems:
            if 1 < counts[key] <= most:
                holding[key].append(n)
    seen = Counter(pair for places in holding.values() for pair in combinations(places, 2))
    found = {pair for pair, n in seen.items() if n >= 2}
    for key in ONCE & set(holding):
        found |= set(combinations(holding[key], 2))
    return found
