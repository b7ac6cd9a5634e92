"""Passages that two documents have in common: runs of the same words, with a few changed ones between."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from variorum import text as texts
from variorum.collate.words import FUNCTION_STEMS, Weights, Word, blocks, words_in
from variorum.model import Document, Span

SHINGLE = 4  # words in a row that bring two paragraphs together
# A run that more documents have is a set phrase, or an agency's line, and its pairs would grow with the square.
MOST_DOCUMENTS = 25
LONG = 12  # words in a row that are no set phrase: where more documents have these, each is set beside the next
MOST_PLACES = 120  # where it stands, however few the documents: one word over and over is no passage
HOUSE = 3  # documents of one outlet with the same run: the house's own line, not the matter's, as between them
REACH = 5  # words that may be changed, lost or put in between two runs of one passage
# Words left out on either side, the fewest first.
LEAPS = tuple(
    (over, gap - over) for gap in range(1, 2 * REACH + 1) for over in range(max(0, gap - REACH), min(gap, REACH) + 1)
)
NAME_SHARE = 0.35  # of its weight that a name counts: two reports of one matter name the same people

Place = tuple[int, int]  # number of a paragraph, and of a word in it


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph with its words, each with what it tells."""

    span: Span
    words: tuple[Word, ...]
    weights: tuple[float, ...]
    stems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of two paragraphs that answer one another: pairs of numbers of words, rising on both sides."""

    a: Paragraph
    b: Paragraph
    pairs: tuple[tuple[int, int], ...]

    @property
    def ends(self) -> tuple[Span, Span]:
        """Where the passage stands in either document."""
        (i, j), (x, y) = self.pairs[0], self.pairs[-1]
        return (
            Span(self.a.span.doc, self.a.words[i].start, self.a.words[x].end),
            Span(self.b.span.doc, self.b.words[j].start, self.b.words[y].end),
        )

    @property
    def weight(self) -> float:
        """What the shared words tell, all together."""
        return sum(min(self.a.weights[i], self.b.weights[j]) for i, j in self.pairs)

    @property
    def share(self) -> float:
        """How much of the longer side is shared, in words."""
        (i, j), (x, y) = self.pairs[0], self.pairs[-1]
        return len(self.pairs) / max(x - i + 1, y - j + 1)

    @property
    def longest(self) -> int:
        """How many words the longest unbroken run has."""
        best = run = 1
        for (i, j), (x, y) in zip(self.pairs, self.pairs[1:], strict=False):
            run = run + 1 if (x - i, y - j) == (1, 1) else 1
            best = max(best, run)
        return best


def paragraphs(document: Document, weights: Weights) -> Iterator[Paragraph]:
    """The paragraphs of a document outside its boilerplate, with weighed words."""
    for block in blocks(document):
        for start, end in texts.paragraphs(document.text[block.start : block.end]):
            span = Span(document.id, block.start + start, block.start + end)
            words = tuple(words_in(document.text, span.start, span.end))
            stems = tuple(word.stem for word in words)
            yield Paragraph(span, words, tuple(_weights(words, document, weights)), stems)


def _weights(words: Sequence[Word], document: Document, weights: Weights) -> Iterator[float]:
    for word in words:
        is_name = document.text[word.start].isupper() and word.stem not in FUNCTION_STEMS
        yield weights(document.id, word.stem) * (NAME_SHARE if is_name else 1.0)


def passages(paragraphs: Sequence[Paragraph], outlets: Mapping[str, str | None]) -> Iterator[Passage]:
    """Longest passages that paragraphs of different documents share.

    `paragraphs` are in the order of their places; `outlets` maps documents (ids) to who published them.
    """
    seeds = _seeds(paragraphs, outlets)
    for left, right in sorted(seeds):
        a, b = paragraphs[left], paragraphs[right]
        covered: set[tuple[int, int]] = set()
        for i, j in sorted(seeds[left, right]):
            if (i, j) in covered:
                continue
            passage = extended(a, b, i, j)
            covered.update(passage.pairs)
            yield passage


def _seeds(
    paragraphs: Sequence[Paragraph], outlets: Mapping[str, str | None]
) -> dict[tuple[int, int], set[tuple[int, int]]]:
    """Numbers of two paragraphs -> where in them a run of words starts that both have."""
    seeds: dict[tuple[int, int], set[tuple[int, int]]] = defaultdict(set)
    common: set[tuple[str, ...]] = set()
    for stems, found in _places(paragraphs, SHINGLE).items():
        if len(found) < 2 or all(stem in FUNCTION_STEMS for stem in stems):
            continue
        docs = {paragraphs[n].span.doc for n, _ in found}
        if len(docs) > MOST_DOCUMENTS:
            common.add(stems)
        elif len(found) <= MOST_PLACES:
            for (n, i), (m, j) in _apart(combinations(found, 2), docs, paragraphs, outlets):
                seeds[n, m].add((i, j))
    for found in _places(paragraphs, LONG, common).values():
        firsts = {paragraphs[n].span.doc: (n, i) for n, i in reversed(found)}
        for (n, i), (m, j) in _apart(pairwise(sorted(firsts.values())), firsts, paragraphs, outlets):
            seeds[n, m].add((i, j))
    return seeds


def _places(
    paragraphs: Sequence[Paragraph], length: int, begun: Container[tuple[str, ...]] | None = None
) -> dict[tuple[str, ...], list[Place]]:
    """Runs of so many words -> where they stand; if asked for, only those that begin with a certain shorter one."""
    places: dict[tuple[str, ...], list[Place]] = defaultdict(list)
    for n, paragraph in enumerate(paragraphs):
        stems = paragraph.stems
        for at in range(len(stems) - length + 1):
            if begun is None or stems[at : at + SHINGLE] in begun:
                places[stems[at : at + length]].append((n, at))
    return places


def _apart(
    pairs: Iterable[tuple[Place, Place]],
    docs: Iterable[str],
    paragraphs: Sequence[Paragraph],
    outlets: Mapping[str, str | None],
) -> Iterator[tuple[Place, Place]]:
    """The pairs of places in two documents, without a house's own line; `docs` are all that have the run."""
    printed = Counter(outlets.get(doc) for doc in docs)
    for one, two in pairs:
        left, right = paragraphs[one[0]].span.doc, paragraphs[two[0]].span.doc
        house = outlets.get(left) if outlets.get(left) == outlets.get(right) else None
        if left != right and (house is None or printed[house] < HOUSE):
            yield one, two


def extended(a: Paragraph, b: Paragraph, i: int, j: int) -> Passage:
    """The longest passage around a shared word: from run to run, over at most a few words that differ."""
    after, before = [(i, j)], [(i, j)]
    while step := _next(a.stems, b.stems, *after[-1], way=1):
        after.append(step)
    while step := _next(a.stems, b.stems, *before[-1], way=-1):
        before.append(step)
    return Passage(a, b, (*before[:0:-1], *after))


def _next(x: Sequence[str], y: Sequence[str], i: int, j: int, *, way: int) -> tuple[int, int] | None:
    """The next shared word on the way: the nearest that is adjacent, begins a run, or is no mere particle."""
    if _are_same(x, y, i + way, j + way):
        return i + way, j + way
    if set(_ahead(x, i, way)).isdisjoint(_ahead(y, j, way)):
        return None
    for over, past in LEAPS:
        n, m = i + way * (1 + over), j + way * (1 + past)
        if _are_same(x, y, n, m) and (x[n] not in FUNCTION_STEMS or _are_same(x, y, n + way, m + way)):
            return n, m
    return None


def _ahead(stems: Sequence[str], at: int, way: int) -> Sequence[str]:
    """The words within reach."""
    return stems[at + 1 : at + REACH + 2] if way > 0 else stems[max(0, at - REACH - 1) : at]


def _are_same(x: Sequence[str], y: Sequence[str], n: int, m: int) -> bool:
    return 0 <= n < len(x) and 0 <= m < len(y) and x[n] == y[m]
