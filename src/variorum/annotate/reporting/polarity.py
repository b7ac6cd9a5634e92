"""Whether the act of saying is affirmed, denied or asked about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.annotate.reporting import clauses
from variorum.model import Polarity

if TYPE_CHECKING:
    from spacy.tokens import Token

REFUSING = frozenset({"refuse", "decline", "fail", "avoid", "forget", "neglect", "stop"})
FARTHEST = 6  # verbs of one chain
NEVER = frozenset({"never", "neither", "nor", "hardly", "without", "nobody", "no"})
LIFTED = frozenset({"think", "believe", "expect", "suppose", "imagine", "feel", "know", "want", "wish", "hope"})


def polarity(verb: Token) -> Polarity:
    """Whether the text says that it was said, that it was not said, or asks whether it was.

    "Denied that …" is affirmed: the act of saying took place. So is "don't think that …", where the
    negation belongs to what is thought.
    """
    if _is_negated(verb):
        return "affirmed" if verb.lemma_ in LIFTED else "denied"
    if _is_asked(verb):
        return "questioned"
    return "affirmed"


def _is_negated(verb: Token, depth: int = 0) -> bool:
    if any(c.dep_ == "neg" or (c.lower_ in NEVER and c.dep_ in ("advmod", "preconj")) for c in verb.lefts):
        return True
    own = clauses.own_subject(verb)
    if own is not None and (own.lower_ in NEVER or any(c.lower_ == "no" for c in own.lefts)):
        return True
    head = verb.head
    if depth > FARTHEST:
        return False
    if verb.dep_ == "xcomp" and (head.lemma_ in REFUSING or _is_negated(head, depth + 1)):
        return True
    if verb.dep_ == "pcomp" and head.lower_ == "without":
        return True
    return (
        verb.dep_ == "conj"
        and own is None
        and _is_negated(head, depth + 1)
        and any(c.lower_ in ("or", "nor") for c in head.rights)
    )


def _is_asked(verb: Token) -> bool:
    """Whether the verb heads a question: did she say …?"""
    if verb.dep_ != "ROOT":
        return False
    end = next((t for t in reversed(verb.sent) if t.text not in "\"'" and not t.is_space), verb)
    if end.text != "?":
        return False
    own = clauses.own_subject(verb)
    helper = next((c for c in verb.lefts if c.dep_ in ("aux", "auxpass")), None)
    return own is not None and helper is not None and helper.i < own.i
