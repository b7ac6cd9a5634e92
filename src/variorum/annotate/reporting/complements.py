"""A complement as found: the pieces of text that a verb reports, less the narrator's glosses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from variorum.annotate.reporting import cues
from variorum.annotate.reporting.clauses import Range
from variorum.annotate.reporting.quotes import Piece
from variorum.annotate.reporting.reports import Cue

if TYPE_CHECKING:
    from spacy.tokens import Token

GOING_ON = frozenset({"adding", "noting", "saying", "stressing", "insisting"})
PERSONS = cues.words(
    "he she they we i you who everyone nobody someone many some others one most few both neither none no"
)


@dataclass(frozen=True, slots=True)
class Complement:
    """What a cue reports: pieces of text, the kind of complement, and the last token of the cue's words."""

    frame: str
    pieces: tuple[Piece, ...]
    cue_end: int
    is_around: bool = False


def made(cue: Cue, frame: str, *ranges: Range, end: int | None = None, is_around: bool = False) -> Complement | None:
    """The complement that these ranges of tokens make, the narrator's gloss at its end left out; None if empty."""
    if not is_around:
        ranges = (*ranges[:-1], (ranges[-1][0], _before_question(cue, *ranges[-1])))
        ranges = (*ranges[:-1], (ranges[-1][0], _without_gloss(cue, frame, *ranges[-1])))
    pieces = [cue.piece(r) for r in ranges if r[0] <= r[1]]
    return Complement(frame, tuple(pieces), cue.verb.i if end is None else end, is_around) if pieces else None


def _before_question(cue: Cue, first: int, last: int) -> int:
    """The end of what is said, before ", when asked why …" and ", adding that …", which belong to the telling."""
    tokens = cue.block.tokens
    for number in range(first + 2, last):
        token, before = tokens[number], tokens[number - 1]
        if cue.layers.level_of(cue.block, token) != cue.level:
            continue
        if token.lower_ in ("asked", "pressed", "questioned") and before.lower_ == "when":
            return number - 2
        if token.lower_ in GOING_ON and before.lower_ in (",", "while", "before"):
            return number - (3 if tokens[number - 2].text == "," else 2)
    return last


def _without_gloss(cue: Cue, frame: str, first: int, last: int) -> int:
    """The end of what is said, before the narrator's gloss: ", a plan that …", after a thing also ", which …"."""
    tokens = cue.block.tokens
    at = tokens[last]
    for gloss in (at, *at.ancestors):
        if gloss.i <= first:
            break
        start = gloss.left_edge.i
        if gloss.right_edge.i != last or start <= first + 1 or tokens[start - 1].text != ",":
            continue
        is_apposition = gloss.dep_ == "appos" and tokens[start].lower_ in ("a", "an")
        is_relative = gloss.dep_ == "relcl" and frame != "clause"
        if is_apposition or is_relative:
            return start - 2
    return last


def is_speaker_like(token: Token) -> bool:
    """Whether a noun can speak: a person, a body, a pronoun for either, a writing."""
    if token.pos_ == "PRON":
        return token.lower_ in PERSONS
    if token.pos_ == "PROPN" or token.ent_type_ in ("PERSON", "ORG", "NORP", "GPE"):
        return True
    return token.lemma_.lower() in cues.ROLES or token.lemma_.lower() in cues.WRITINGS
