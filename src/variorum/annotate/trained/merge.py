"""The reports that the network finds and those that the rules find, made one list.

Both see the same words, and each sees what the other misses. Where both find a report but draw its spans
otherwise, the network must be sure of the words on which they differ; who is addressed, whose words go on,
what is denied is left to the rules. What only one finds stays if that one is sure enough of it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from variorum.annotate.parsed import Block
from variorum.annotate.reporting import clauses, cues
from variorum.annotate.reporting.layers import Layers, merged, without
from variorum.annotate.reporting.polarity import polarity
from variorum.annotate.reporting.quotes import Piece
from variorum.annotate.reporting.reports import Report
from variorum.annotate.trained.features import DEEPEST, Reading
from variorum.annotate.trained.relations import Range, ranges
from variorum.annotate.trained.sound import sound

if TYPE_CHECKING:
    from spacy.tokens import Token

    from variorum.annotate.trained.network import Layer

PLAIN = frozenset({"direct", "clause", "around", "according", "to do"})
SOURCE, CUE, CONTENT = 1, 2, 3  # columns of a layer's shares; the first is outside of reports


@dataclass(frozen=True, slots=True)
class Trust:
    """How sure each side must be, between 0 and 1.

    Chosen on PolNeAR's dev articles and the dev stories, with the totals of the other golds in view.
    """

    words: float = 0.7  # the network's mean probability of its own view of the words on which both differ
    words_inside: float = 0.9  # the same of a report inside another
    slight: float = 0.3  # the share of a content's words that must be in dispute; of fewer the rules judge better
    network: float = 0.5  # of a report that only the network finds
    inside: float = 0.5  # the same for a report inside another
    support: float = 0.03  # what the network must grant, at the least, to a report that only the rules find
    loose: float = 0.25  # the same to one that hangs on a preposition: four in five that are less sure are wrong


@dataclass(slots=True, eq=False)
class _Seen:
    """A report as the network sees it, in code points."""

    depth: int
    confidence: float
    pieces: dict[str, list[Piece]]


class Merge:
    """The two views of one document."""

    def __init__(self, layers: Layers, reading: Reading, answers: Sequence[Layer], trust: Trust) -> None:
        self._layers, self._reading, self._answers, self._trust = layers, reading, answers, trust

    def reports(self, ruled: Sequence[Report]) -> list[Report]:
        """The reports of both sides, each once; those of the rules are not changed."""
        seen = list(self._seen())
        partners = _partners(seen, ruled)
        made = [self._joined(one, ruled[partners[n]]) for n, one in enumerate(seen) if n in partners]
        for number, one in enumerate(seen):
            enough = self._trust.inside if one.depth else self._trust.network
            if number not in partners and one.confidence >= enough and not _is_twin(one, made):
                made.append(_new(self._layers, one))
        taken = set(partners.values())
        left = [r for n, r in enumerate(ruled) if n not in taken and not _goes_on(r, made)]
        return made + [r for r in left if self._stays(r) or _is_deep(r, [*made, *left])]

    def _seen(self) -> Iterator[_Seen]:
        for depth, layer in enumerate(self._answers):
            for found in layer.found:
                parts = {part: getattr(found.relation, part) for part in ("content", "cue", "source")}
                pieces = sound(self._layers, {part: [self._piece(r) for r in given] for part, given in parts.items()})
                if pieces["content"]:
                    yield _Seen(depth, found.confidence, pieces)

    def _piece(self, words: Range) -> Piece:
        return self._reading.starts[words[0]], self._reading.ends[words[1] - 1]

    def _words(self, pieces: Sequence[Piece]) -> set[int]:
        found = ranges(pieces, self._reading.starts, self._reading.ends)
        return {n for first, last in found for n in range(first, last) if self._reading.words[n].isalnum()}

    def _joined(self, one: _Seen, ruled: Report) -> Report:
        """The rules' report with those of the network's spans of which the network is sure."""
        report = replace(ruled, weight=1 - (1 - one.confidence) * (1 - ruled.weight))
        if ruled.is_setoff:
            return report
        spills = _spills(self._layers, one.pieces["content"], ruled)
        if not spills and self._is_sure(one, "content", ruled.content, CONTENT):
            content = without(self._layers.whole(one.pieces["content"], ruled.level), one.pieces["cue"] or ruled.cue)
            report.content = content or ruled.content
        if one.pieces["cue"] and self._is_sure(one, "cue", ruled.cue, CUE):
            report.cue = one.pieces["cue"]
        if one.pieces["source"] and (not ruled.source or self._is_sure(one, "source", ruled.source, SOURCE)):
            report.source = one.pieces["source"]
        return report

    def _is_sure(self, one: _Seen, part: str, ruled: Sequence[Piece], column: int) -> bool:
        """Whether the network is sure enough of its own view of the words on which the two differ."""
        mine, theirs = self._words(one.pieces[part]), self._words(ruled)
        shares = self._answers[one.depth].shares
        odds = [float(shares[n, column]) for n in mine - theirs]
        odds += [1 - float(shares[n, column]) for n in theirs - mine]
        if column == CONTENT and len(odds) < self._trust.slight * len(mine | theirs):
            return False
        enough = self._trust.words_inside if one.depth else self._trust.words
        return bool(odds) and sum(odds) / len(odds) >= enough

    def _stays(self, ruled: Report) -> bool:
        """Whether a report that only the rules find stays: the network need not see it, but must not rule it out."""
        enough = self._trust.support if ruled.frame != "about" else max(self._trust.support, self._trust.loose)
        return ruled.is_setoff or max(self._support(ruled, layer) for layer in self._answers) >= enough

    def _support(self, ruled: Report, layer: Layer) -> float:
        support = 1.0
        for pieces, column in ((ruled.cue, CUE), (ruled.content, CONTENT)):
            words = self._words(pieces)
            if words:
                support = min(support, float(layer.shares[sorted(words), column].mean()))
        return support


def _is_twin(one: _Seen, made: Sequence[Report]) -> bool:
    """Whether another layer of the network has given the same report already: the same cue, mostly the same words."""
    cue, content = one.pieces["cue"], one.pieces["content"]
    for other in made:
        shorter = min(_size(content), _size(other.content))
        if _common(cue, other.cue) and 2 * _common(content, other.content) > shorter:
            return True
    return False


def _goes_on(ruled: Report, made: Sequence[Report]) -> bool:
    """Whether a quotation that the rules leave alone is already a further piece of somebody's reported words."""
    if ruled.cue or ruled.is_setoff:
        return False
    return any(r.level == ruled.level and r.cue and _holds(r.content, ruled.content) for r in made)


def _is_deep(ruled: Report, others: Sequence[Report]) -> bool:
    """Whether a plain report lies inside two others: deeper than the network has layers for."""
    if ruled.frame not in PLAIN or ruled.lemma not in cues.SAYING:
        return False
    inner = [*ruled.content, *ruled.cue]
    return sum(r is not ruled and _holds(r.content, inner) for r in others) >= DEEPEST


def _holds(outer: Sequence[Piece], inner: Sequence[Piece]) -> bool:
    return all(any(a <= start and end <= b for a, b in outer) for start, end in inner)


def _spills(layers: Layers, content: Sequence[Piece], ruled: Report) -> bool:
    """Whether words outside the marks are added to whole quotations inside another, whose ends the marks show better.

    Not to those of the narrator's level: where his marks are broken, the network knows more than they show.
    """
    quoted = {p for n in ruled.claimed for p in layers.quotations[n].pieces if layers.quotations[n].is_closed}
    if ruled.level is None or ruled.frame != "direct" or not quoted or not set(ruled.content) <= quoted:
        return False
    added = layers.trimmed(without(content, [*ruled.content, *ruled.cue, *ruled.source]))
    return any(layers.level(start + 1) == ruled.level for start, _ in added)


def _partners(seen: Sequence[_Seen], ruled: Sequence[Report]) -> dict[int, int]:
    """Number of a seen report -> number of the rules' report that is the same one, the likest first."""
    places: defaultdict[int, list[int]] = defaultdict(list)
    for b, report in enumerate(ruled):
        for bucket in _buckets([*report.content, *report.cue]):
            places[bucket].append(b)
    pairs = []
    for a, one in enumerate(seen):
        near = {b for bucket in _buckets([*one.pieces["content"], *one.pieces["cue"]]) for b in places[bucket]}
        pairs += [(-score, a, b) for b in near if (score := _likeness(one, ruled[b])) > 0]
    partners: dict[int, int] = {}
    taken: set[int] = set()
    for _, a, b in sorted(pairs):
        if a not in partners and b not in taken:
            partners[a] = b
            taken.add(b)
    return partners


def _buckets(pieces: Sequence[Piece]) -> set[int]:
    return {n for start, end in pieces for n in range(start >> 8, (end >> 8) + 1)}


def _likeness(one: _Seen, other: Report) -> float:
    """How much of the contents is common, more where the cues are; 0 where they are different reports."""
    content = one.pieces["content"]
    common = _common(content, other.content)
    share = common / (_size(content) + _size(other.content) - common)
    if _common(one.pieces["cue"], other.cue):
        return 1 + share if common else 0
    return share if share >= 0.5 and not (one.pieces["cue"] and other.cue) else 0


def _new(layers: Layers, one: _Seen) -> Report:
    """A report that only the network finds, with what the grammar of its cue tells."""
    content, cue = one.pieces["content"], one.pieces["cue"]
    level = layers.level(cue[0][0]) if cue else _outer(layers, content[0][0])
    report = Report(
        level=level,
        content=without(layers.whole(content, level), cue) or merged(content),
        cue=cue,
        source=one.pieces["source"],
        weight=one.confidence,
        frame="clause" if cue else "direct",
    )
    verb = _verb(layers, cue)
    if verb is not None:
        block, token = verb
        report.lemma = token.lemma_.lower()
        report.polarity = polarity(token)
        heard = clauses.hearer(token)
        if heard is not None:
            first, last = clauses.naming(heard)
            report.addressee = [(block.place(block.tokens[first])[0], block.place(block.tokens[last])[1])]
    return report


def _outer(layers: Layers, offset: int) -> int | None:
    """The level at which the quotation stands that opens at an offset."""
    level = layers.level(offset + 1)
    return None if level is None else layers.quotations[level].parent


def _verb(layers: Layers, cue: Sequence[Piece]) -> tuple[Block, Token] | None:
    """The first verb of a cue, with its block."""
    for start, end in cue:
        block = layers.parsed.block_at(start)
        span = (
            block.tokens.char_span(start - block.start, end - block.start, alignment_mode="expand") if block else None
        )
        for token in span or ():
            if block is not None and token.pos_ == "VERB":
                return block, token
    return None


def _size(pieces: Sequence[Piece]) -> int:
    return sum(end - start for start, end in pieces)


def _common(first: Sequence[Piece], second: Sequence[Piece]) -> int:
    return sum(max(0, min(b, d) - max(a, c)) for a, b in first for c, d in second)
