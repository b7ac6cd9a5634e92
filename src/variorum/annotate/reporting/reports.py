"""A report in the making: a cue with its clause, and the words that it is found to report."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from variorum.annotate.parsed import Block
from variorum.annotate.reporting import clauses, cues
from variorum.annotate.reporting.layers import Layers
from variorum.annotate.reporting.quotes import Piece
from variorum.model import Polarity

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(slots=True, eq=False)
class Report:
    """One attribution before its parts are put in order.

    `level` is the quotation in which the cue stands, `claimed` the quotations that are its words wholly,
    `carried` names the speaker where the words themselves do not. `weight` is what speaks for it (0 to 1).
    """

    level: int | None
    content: list[Piece]
    cue: list[Piece] = field(default_factory=list)
    source: list[Piece] = field(default_factory=list)
    addressee: list[Piece] = field(default_factory=list)
    carried: Piece | None = None
    claimed: list[int] = field(default_factory=list)
    frame: str = "clause"
    lemma: str = ""
    polarity: Polarity = "affirmed"
    weight: float = 0.5
    is_setoff: bool = False
    is_participle: bool = False

    @property
    def start(self) -> int:
        return min(p[0] for p in (*self.content, *self.cue, *self.source))


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb of saying or thinking in its clause; ranges are token numbers, both ends included.

    `core` runs from the subject to the verb (or back), adverbs and hearer included: what interrupts or
    follows the words that it reports.
    """

    layers: Layers
    block: Block
    verb: Token
    level: int | None
    core: clauses.Range
    subject: Token | None

    @property
    def lemma(self) -> str:
        return self.verb.lemma_.lower()

    def start_of(self, number: int) -> int:
        """The offset at which a token begins."""
        return self.block.start + self.block.tokens[number].idx

    def end_of(self, number: int) -> int:
        """The offset at which a token ends."""
        token = self.block.tokens[number]
        return self.block.start + token.idx + len(token.text)

    def piece(self, tokens: clauses.Range) -> Piece:
        """The offsets of a token range."""
        return self.start_of(tokens[0]), self.end_of(tokens[1])

    @property
    def sentence(self) -> Piece:
        """The sentence of the cue, as far as it belongs to the cue's level."""
        sentence = self.verb.sent
        first, last = self.layers.around(self.level, self.start_of(self.verb.i))
        return max(first, self.block.start + sentence.start_char), min(last, self.block.start + sentence.end_char)


def cue_of(layers: Layers, block: Block, verb: Token) -> Cue:
    """The verb with its clause."""
    level = layers.level_of(block, verb)
    first, last = clauses.cue_range(verb)
    inverted = _inverted(verb)
    own = inverted or clauses.own_subject(verb)
    if own is not None and own.i < verb.i:
        first = min(first, clauses.naming(own)[0])
        helper = clauses.child(verb, "aux", "auxpass")
        if helper is not None and helper.i < first:
            first = helper.i
    elif own is not None:
        last = max(last, _right(own))
    else:
        first = _chain_start(verb, first)
    heard = clauses.hearer(verb)
    if heard is not None and heard.i > verb.i and heard.i - last < 12:
        last = max(last, _right(heard))
    subject = inverted or clauses.subject(verb)
    return Cue(layers, block, verb, level, (first, _same_level(layers, block, level, verb.i, last)), subject)


def _inverted(verb: Token) -> Token | None:
    """The speaker of "…?" asked the mayor., whom the parse takes for the one that is asked."""
    before = verb.doc[verb.i - 1].text if verb.i else ""
    if before not in ("'", '"') or verb.lemma_ not in cues.SAYING or clauses.own_subject(verb) is not None:
        return None
    return next((c for c in verb.rights if c.dep_ in ("dobj", "attr") and c.left_edge.i == verb.i + 1), None)


def _chain_start(verb: Token, first: int) -> int:
    """Where "Berg is quoted as saying" or "Berg went on to say" begins."""
    at = verb
    while at.dep_ in ("xcomp", "pcomp", "prep") and at.head != at:
        at = at.head
        own = clauses.own_subject(at)
        if own is not None and at.pos_ in ("VERB", "AUX") and at.i < verb.i and verb.i - at.i < 5:
            return clauses.naming(own)[0] if own.i < at.i else first
    return first


def _right(token: Token) -> int:
    """The end of a name with its apposition, as far as no clause follows in it."""
    return max(clauses.naming(token)[1], token.i)


def _same_level(layers: Layers, block: Block, level: int | None, first: int, last: int) -> int:
    """The last token not inside another quotation than the cue."""
    for number in range(first, last + 1):
        if layers.level_of(block, block.tokens[number]) != level:
            return max(first, number - 1)
    return last
