"""What is compared of each attribution: its words with their weights, who, to whom, when, and where in the telling."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from variorum.collate.words import FUNCTION_STEMS, Weights, words_of
from variorum.lookup import Lookup
from variorum.model import ActorKind, Attribution, Document, Edition, Span

ROOT = 6  # letters of a stem that are compared, so that "member" meets "membership"
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
    offer plan
"""
POINTERS = frozenset(POINTING.split())
YEAR = re.compile(r"\d{4}|\d{3}X|\d{2}XX")


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """One attribution as compared.

    `weights` maps roots of stems to how much it tells to share them; `before` and `after` are its
    neighbours in the telling (attributions of the same depth); `years` bound the date of its occasion.
    """

    id: str
    doc: str
    place: Span
    attribution: Attribution
    stems: tuple[str, ...]
    weights: dict[str, float]
    total: float
    speaker_kind: ActorKind | None = None
    audience: frozenset[str] = frozenset()
    years: tuple[int, int] | None = None
    ancestors: frozenset[str] = frozenset()
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
    """The profiles of all attributions of an edition, by id; one without content has none."""

    def __init__(self, edition: Edition) -> None:
        self.lookup = Lookup(edition)
        self.weights = Weights(edition)
        told = sorted((a for a in edition.attributions if a.content), key=lambda a: (a.doc, a.content, a.id))
        self._ancestors = {a.id: self._around(a) for a in told}
        self._titles = {d.id: _titles(d) for d in edition.documents}
        before, after = _neighbours(told, self._ancestors, self._is_title)
        self.by_id = {a.id: self._profile(a, before.get(a.id), after.get(a.id)) for a in told}

    def __getitem__(self, key: str) -> Profile:
        return self.by_id[key]

    def __iter__(self) -> Iterator[Profile]:
        return iter(sorted(self.by_id.values(), key=lambda p: p.id))

    def _around(self, attribution: Attribution) -> frozenset[str]:
        found: set[str] = set()
        parent = attribution.parent
        while parent in self.lookup.attributions and parent not in found and parent != attribution.id:
            found.add(parent)
            parent = self.lookup.attributions[parent].parent
        return frozenset(found)

    def _is_title(self, attribution: Attribution) -> bool:
        return any(attribution.content[0].touches(title) for title in self._titles[attribution.doc])

    def _profile(self, a: Attribution, before: str | None, after: str | None) -> Profile:
        text = self.lookup.documents[a.doc].text
        stems = tuple(word.stem for word in words_of(text, a.content))
        weights = root_weights(stems, self.weights, a.doc)
        occasion = self.lookup.occasions.get(a.occasion or "")
        actor = self.lookup.actors.get(a.speaker or "")
        return Profile(
            id=a.id,
            doc=a.doc,
            place=Span(a.doc, a.content[0].start, a.content[-1].end),
            attribution=a,
            stems=stems,
            weights=weights,
            total=sum(weights.values()),
            speaker_kind=actor.kind if actor else None,
            audience=frozenset(a.audience),
            years=years(occasion.date if occasion else None),
            ancestors=self._ancestors[a.id],
            children=tuple(sorted(c.id for c in self.lookup.children[a.id] if c.content)),
            before=before,
            after=after,
            is_title=self._is_title(a),
            is_question=a.polarity == "questioned" or "?" in text[a.content[-1].start : a.content[-1].end + 2],
            is_negated=a.polarity == "denied" or any(s in NEGATIONS or s.endswith("n't") for s in stems),
            is_pointing=_is_pointing(stems),
            numbers=frozenset(s for s in stems if s[0].isdigit()),
        )


def root_weights(stems: Iterable[str], weights: Weights, doc: str) -> dict[str, float]:
    """Root -> its weight, for the words that carry matter and, lightly, those that carry grammar."""
    found: dict[str, float] = {}
    for stem in stems:
        root = stem if stem in FUNCTION_STEMS else stem[:ROOT]
        found[root] = max(found.get(root, 0.0), weights(doc, stem))
    return found


def _is_pointing(stems: tuple[str, ...]) -> bool:
    """Whether these words have no matter of their own: grammar, and a noun that points back."""
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
