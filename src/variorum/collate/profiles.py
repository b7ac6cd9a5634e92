"""What is compared of each attribution: its words with their weights, who, to whom, when, and where in the telling."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from variorum import text as texts
from variorum.collate.people.voices import Voice, voice
from variorum.collate.words import FUNCTION_STEMS, Weights, words_of
from variorum.lookup import Lookup
from variorum.model import Attribution, Document, Edition, Span, Spans

ROOT = 6  # letters of a stem that are compared, so that "member" meets "membership"
FEWEST = 3  # words of a sentence that is compared by itself
LONGEST = 1000  # words of one sentence or report that are compared: a quotation that never closes must not take hours
NEAR = 700  # code points between two attributions that still are one telling: about a long paragraph
NEGATIONS = frozenset(
    [
        "no",
        "not",
        "never",
        "nobody",
        "nothing",
        "none",
        "neither",
        "nor",
        "cannot",
        "without",
        "refus",
        "reject",
        "deni",
    ]
)
# Nouns that stand for something said before, as stems: "raised this topic", "the same anecdote".
POINTING = """
    topic idea notion propos question matter issu subject suggest possibl anecdot stori remark comment thing point same
    offer plan option
"""
POINTERS = frozenset(POINTING.split())
DEMONSTRATIVES = frozenset(["this", "that", "such", "these", "those"])
# Between two things reported after one cue: "that the dam was safe, and that nobody would be moved".
CLAUSE = re.compile(r"(?:[,;]\s*|\s+)(?:and|but|or)\s+(?=(?:that|whether)\b)|;\s+")
YEAR = re.compile(r"\d{4}|\d{3}X|\d{2}XX")


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """One attribution as compared, or one sentence of a longer quotation.

    `key` names it; `id` is the attribution's. `weights` maps roots of stems to how much it tells to share them;
    `before` and `after` are its neighbours in the telling (attributions of the same depth); `years` bound the
    date of its occasion, `company` is who else took part in it; `reporters` are the speakers of the reports around
    it; `matter` are the words that tell most of what the document is about, `story` that which it belongs to.
    """

    key: str
    id: str
    doc: str
    spans: Spans
    attribution: Attribution
    stems: tuple[str, ...]
    weights: dict[str, float]
    total: float
    speaker: Voice | None = None
    audience: frozenset[Voice] = frozenset()
    matter: frozenset[str] = frozenset()
    story: str | None = None
    company: frozenset[str] = frozenset()
    years: tuple[int, int] | None = None
    ancestors: frozenset[str] = frozenset()
    reporters: frozenset[str] = frozenset()
    children: tuple[str, ...] = ()
    before: str | None = None
    after: str | None = None
    is_title: bool = False
    is_question: bool = False
    is_negated: bool = False
    is_pointing: bool = False
    numbers: frozenset[str] = frozenset()

    @property
    def depth(self) -> int:
        """How many reports stand around this one."""
        return len(self.ancestors)


class Profiles:
    """The profiles of all attributions of an edition, by key; one without content has none."""

    def __init__(self, edition: Edition) -> None:
        self.lookup = Lookup(edition)
        self.weights = Weights(edition)
        self._voices = {actor.id: voice(actor) for actor in edition.actors}
        told = sorted((a for a in edition.attributions if a.content), key=lambda a: (a.doc, a.content, a.id))
        self._ancestors = {a.id: self._around(a) for a in told}
        self._titles = {d.id: _titles(d) for d in edition.documents}
        self._stories = {doc: story.id for story in edition.stories for doc in story.documents}
        before, after = _neighbours(told, self._ancestors, self._is_title)
        self.by_key = {p.key: p for a in told for p in self._profiles(a, before.get(a.id), after.get(a.id))}
        self.keys_of: dict[str, list[str]] = defaultdict(list)
        for profile in self.by_key.values():
            self.keys_of[profile.id].append(profile.key)

    def __getitem__(self, key: str) -> Profile:
        return self.by_key[key]

    def __iter__(self) -> Iterator[Profile]:
        return iter(sorted(self.by_key.values(), key=lambda p: p.key))

    def give_speakers(self, speakers: Mapping[str, Voice]) -> None:
        """Lets other speakers than their own be compared for these keys."""
        for key, speaker in speakers.items():
            self.by_key[key] = replace(self.by_key[key], speaker=speaker)

    def _around(self, attribution: Attribution) -> frozenset[str]:
        found: set[str] = set()
        parent = attribution.parent
        while parent in self.lookup.attributions and parent not in found and parent != attribution.id:
            found.add(parent)
            parent = self.lookup.attributions[parent].parent
        return frozenset(found)

    def _is_title(self, attribution: Attribution) -> bool:
        return any(attribution.content[0].touches(title) for title in self._titles[attribution.doc])

    def _profiles(self, a: Attribution, before: str | None, after: str | None) -> Iterator[Profile]:
        """One for each sentence, and of reported speech for each clause with its own "that"."""
        parts = [spans for spans in self._sentences(a) if self._has_words(spans)]
        told = [c for c in sorted(self.lookup.children[a.id], key=lambda c: c.id) if c.content]
        for n, spans in enumerate(parts):
            key = a.id if len(parts) == 1 else f"{a.id}#{n}"
            beside = (before if n == 0 else None, after if n == len(parts) - 1 else None)
            children = tuple(c.id for c in told if len(parts) == 1 or any(c.content[0] in span for span in spans))
            yield self._profile(a, key, spans, children, *beside)

    def _has_words(self, spans: Spans) -> bool:
        """Whether there is more than marks and single letters, as before the items of a list."""
        return any(len(word.plain) > 1 for word in words_of(self.lookup.documents[spans[0].doc].text, spans))

    def _sentences(self, a: Attribution) -> Iterator[Spans]:
        """The sentences of its content; one of few words goes with the one before it.

        A sentence goes on behind a cue that interrupts it: then it goes on with a small letter.
        """
        text, held = self.lookup.documents[a.doc].text, list[Span]()
        is_indirect = a.mode != "direct"
        for span in a.content:
            for start, end in _units(text, span, is_clause=is_indirect):
                first = next((c for c in text[start:end] if c.isalpha()), "")
                if held and (not first.islower() or is_indirect) and len(words_of(text, tuple(held))) >= FEWEST:
                    yield tuple(held)
                    held = []
                held.append(Span(a.doc, start, end))
        yield tuple(held) or a.content

    def _profile(
        self,
        a: Attribution,
        key: str,
        spans: Spans,
        children: tuple[str, ...],
        before: str | None,
        after: str | None,
    ) -> Profile:
        text = self.lookup.documents[a.doc].text
        stems = tuple(word.stem for word in words_of(text, spans))[:LONGEST]
        weights = root_weights(stems, self.weights, a.doc)
        occasion = self.lookup.occasions.get(a.occasion or "")
        return Profile(
            key=key,
            id=a.id,
            doc=a.doc,
            spans=spans,
            attribution=a,
            stems=stems,
            weights=weights,
            total=sum(weights.values()),
            speaker=self._voices.get(a.speaker or ""),
            audience=frozenset(self._voices[key] for key in a.audience if key in self._voices),
            matter=self.weights.topics(a.doc),
            story=self._stories.get(a.doc),
            company=frozenset(occasion.participants if occasion else ()) - {a.speaker or ""},
            years=years(occasion.date if occasion else None),
            ancestors=self._ancestors[a.id],
            reporters=frozenset(self.lookup.attributions[key].speaker or "" for key in self._ancestors[a.id]) - {""},
            children=children,
            before=before,
            after=after,
            is_title=self._is_title(a),
            is_question=_is_question(a, stems, text[spans[-1].start : spans[-1].end + 2]),
            is_negated=a.polarity == "denied" or any(s in NEGATIONS or s.endswith("n't") for s in stems),
            is_pointing=_is_pointing(stems),
            numbers=frozenset(s for s in stems if s[0].isdigit()),
        )


def _root(stem: str) -> str:
    return stem if stem in FUNCTION_STEMS else stem[:ROOT]


def _units(text: str, span: Span, *, is_clause: bool) -> Iterator[tuple[int, int]]:
    """The sentences; of reported speech the clauses too, each with its own "that"."""
    for start, end in texts.sentences(text, span.start, span.end):
        for m in CLAUSE.finditer(text, start, end) if is_clause else ():
            yield start, m.start()
            start = m.end()
        yield start, end


def root_weights(stems: Iterable[str], weights: Weights, doc: str) -> dict[str, float]:
    """Root -> its weight, for the words that carry matter and, lightly, those that carry grammar."""
    found: dict[str, float] = {}
    for stem in stems:
        root = _root(stem)
        found[root] = max(found.get(root, 0.0), weights(doc, stem))
    return found


def _is_question(a: Attribution, stems: tuple[str, ...], last: str) -> bool:
    """Whether it is asked: so the annotator, a mark, or an indirect "whether", "if"."""
    return a.polarity == "questioned" or "?" in last or (a.mode != "direct" and stems[:1] in (("whether",), ("if",)))


def _is_pointing(stems: tuple[str, ...]) -> bool:
    """Whether these words have no matter of their own, or begin with what points back: "this option"."""
    first = stems[1:3] if stems[:1] == ("that",) else stems[:2]
    if len(first) > 1 and first[0] in DEMONSTRATIVES and first[1] in POINTERS:
        return True
    matter = {stem for stem in stems if stem not in FUNCTION_STEMS}
    return bool(matter) and matter <= POINTERS


def years(edtf: str | None) -> tuple[int, int] | None:
    """The first and the last year that a date may mean; None where it names no year.

    >>> years("2000-06-04"), years("199X"), years("XXXX-06")
    ((2000, 2000), (1990, 1999), None)
    """
    found = YEAR.findall(edtf or "")
    if not found:
        return None
    return min(int(y.replace("X", "0")) for y in found), max(int(y.replace("X", "9")) for y in found)


def _titles(document: Document) -> list[Span]:
    return [region.span for region in document.regions if region.kind == "title"]


def _neighbours(
    told: list[Attribution], ancestors: dict[str, frozenset[str]], is_title: Callable[[Attribution], bool]
) -> tuple[dict[str, str], dict[str, str]]:
    """Attribution -> the one told before it and the one told after it, at its depth, close by, headings left out."""
    rows: dict[tuple[str, bool, bool], list[Attribution]] = defaultdict(list)
    for a in told:
        rows[a.doc, bool(ancestors[a.id]), is_title(a)].append(a)
    before, after = {}, {}
    for row in rows.values():
        for x, y in pairwise(row):
            if 0 <= y.content[0].start - x.content[-1].end <= NEAR:
                before[y.id], after[x.id] = x.id, y.id
    return before, after
