"""A complement as found: the pieces of text that a verb reports, less the narrator's glosses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from variorum.annotate.reporting import clauses, cues
from variorum.annotate.reporting.clauses import Range
from variorum.annotate.reporting.quotes import Piece
from variorum.annotate.reporting.reports import Cue

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

# participles with which the narrator goes on telling: "…, adding that …", "…, prompting an angry reply"
GOING_ON = cues.words("adding noting saying stressing insisting prompting sparking triggering drawing warning citing")
PRESSED = frozenset({"asked", "pressed", "questioned"})
PAST = frozenset({"recall", "remember", "recount", "reminisce", "relate"})  # what they report may be a question
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
JOINTS = frozenset({"and", "but"})
CLOSING = frozenset({'"', "'", "''"})
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
        ranges = (*ranges[:-1], (ranges[-1][0], _before_next_report(cue, frame, *ranges[-1])))
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
        if token.lower_ == "when" and _is_pressed(cue, number):
            return number - 1
        if token.lower_ in GOING_ON and before.lower_ in (",", "while", "before"):
            return number - (3 if tokens[number - 2].text == "," else 2)
        if token.lower_ in GOING_ON and before.text in CLOSING and token.dep_ != "pcomp":
            return number - 1
    return last


def _is_pressed(cue: Cue, number: int) -> bool:
    """Whether "when asked …" or "when he asked her …" follows an answer."""
    for token in cue.block.tokens[number + 1 : number + 4]:
        if token.lower_ in PRESSED:
            return cue.lemma in cues.SAYING and cue.lemma not in PAST and cue.verb.tag_ != "VBG"
    return False


def _before_next_report(cue: Cue, frame: str, first: int, last: int) -> int:
    """The end of what is said, before "and dismissed …" or "but told …", which the same speaker does.

    After a clause only where the tense goes back to the cue's: "says it is late, and has called …" goes on.
    """
    tokens = cue.block.tokens
    tense = "" if frame != "clause" else _tense(tokens, first, last)
    for number in range(first + 2, last):
        token = tokens[number]
        if token.tag_ != cue.verb.tag_ or token.tag_ not in ("VBD", "VBZ") or tokens[number - 1].lower_ not in JOINTS:
            continue
        is_saying = token.lemma_ in cues.SAYING or token.lemma_ in cues.THINGS or token.lemma_ in cues.ABOUT
        is_own = clauses.own_subject(token) is None and cue.layers.level_of(cue.block, token) == cue.level
        if is_saying and is_own and tense != token.tag_:
            return number - (3 if tokens[number - 2].text == "," else 2)
    return last


def _tense(tokens: Doc, first: int, last: int) -> str:
    """The tag of the first finite verb in a range of tokens."""
    return next((t.tag_ for t in tokens[first : last + 1] if t.tag_ in FINITE), "")


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
        is_relative = gloss.dep_ == "relcl" and frame != "clause" and not _is_planned(gloss)
        if is_apposition or is_relative:
            return start - 2
    return last


def _is_planned(verb: Token) -> bool:
    """Whether a relative clause tells what is to come of the thing proposed: "…, which was to report by May"."""
    if any(c.tag_ == "MD" for c in verb.lefts):
        return True
    return verb.lemma_ in ("be", "have") and clauses.child(verb, "xcomp") is not None


def is_speaker_like(token: Token) -> bool:
    """Whether a noun can speak: a person, a body, a pronoun for either, a writing."""
    if token.pos_ == "PRON":
        return token.lower_ in PERSONS
    if token.pos_ == "PROPN" or token.ent_type_ in ("PERSON", "ORG", "NORP", "GPE"):
        return True
    return token.lemma_.lower() in cues.ROLES or token.lemma_.lower() in cues.WRITINGS
