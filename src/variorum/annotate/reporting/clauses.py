"""The grammar of a report: who is the subject of a cue, whom it addresses, how far its complement reaches.

Everything here reads spaCy's dependency parse of one block and answers with tokens or token ranges
(first, last), both included.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from variorum.annotate.reporting import cues

if TYPE_CHECKING:
    from spacy.tokens import Token

Range = tuple[int, int]
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
AUXILIARIES = frozenset({"aux", "auxpass", "neg", "prt"})
NAME_PARTS = frozenset(
    {"det", "poss", "amod", "compound", "nummod", "nmod", "quantmod", "predet", "case", "advmod", "npadvmod", "punct"}
)
RELATIVE = frozenset({"who", "which", "that", "whom"})
AMOUNTS = frozenset({"MONEY", "PERCENT", "CARDINAL", "QUANTITY", "DATE", "TIME"})
CLIMBS = frozenset({"conj", "xcomp", "advcl", "pcomp", "prep"})
FARTHEST = 12  # steps up the parse in search of a subject


def child(token: Token, *dependencies: str) -> Token | None:
    """The first dependent of one of these kinds."""
    return next((c for c in token.children if c.dep_ in dependencies), None)


def is_passive(verb: Token) -> bool:
    """Whether the verb stands in the passive: "was told"."""
    if child(verb, "auxpass", "nsubjpass"):
        return True
    if is_in_relative(verb):
        return False
    return verb.tag_ == "VBN" and verb.dep_ in ("acl", "relcl", "advcl") and not child(verb, "nsubj", "aux", "dobj")


def is_in_relative(verb: Token) -> bool:
    """Whether the parse takes "suggested" for an attribute of "the coach" in "which the coach suggested happened"."""
    own, main = verb.head, verb.head.head
    return (
        verb.dep_ == "acl"
        and verb.tag_ in ("VBD", "VBN")
        and own.dep_ == "nsubj"
        and main.dep_ == "relcl"
        and (own.i, main.i) == (verb.i - 1, verb.i + 1)
        and any(c.lower_ in RELATIVE and c.i < own.i for c in main.lefts)
    )


def own_subject(verb: Token) -> Token | None:
    """The subject that stands with the verb itself, the nearest where the parse gives several."""
    found = [c for c in verb.children if c.dep_ in SUBJECTS]
    return min(found, key=lambda c: (abs(c.i - verb.i), c.i), default=None)


def subject(verb: Token) -> Token | None:
    """Who does it: the verb's own subject, or the one it shares with the verb that it hangs on.

    A relative pronoun stands for the noun before it; the object of "urged him to say" is the subject of "say".
    """
    at: Token = verb
    for _ in range(FARTHEST):
        found = own_subject(at)
        if found is not None and (found.dep_ != "nsubjpass" or at == verb or is_passive(verb) or at.dep_ != "conj"):
            if found.lower_ in RELATIVE:
                return _antecedent(at) or found
            if at.dep_ in ("ccomp", "acl") and at != verb and belongs_outside(verb, found):
                at = at.head if at.dep_ == "ccomp" else at.head.head
                continue
            return found
        if at.dep_ == "acl" and (at.tag_ in ("VBG", "VBN") or is_in_relative(at)):
            if at.tag_ == "VBG" and at.head.dep_ == "dobj" and at.head.head.lemma_ in cues.LIGHT:
                at = at.head.head
                continue
            return at.head
        if at.dep_ == "relcl":
            return _antecedent(at)
        if at.dep_ == "xcomp" and at.head.lemma_ in cues.OTHERS_TO_DO:
            controller = child(at.head, "dobj")
            if controller is not None:
                return controller
        if at.dep_ not in CLIMBS or at.head == at:
            return _subject_of_speech(at) if at == verb else None
        at = at.head
    return None


def belongs_outside(verb: Token, found: Token) -> bool:
    """Whether "but maintained that …" cannot go on the clause before it, whose subject does not speak."""
    return verb.dep_ == "conj" and verb.lemma_ in cues.SAYING and child(verb, "ccomp") is not None and (
        found.pos_ == "NOUN" and found.lemma_.lower() not in cues.ROLES and not found.ent_type_
    )  # fmt: skip


def _subject_of_speech(verb: Token) -> Token | None:
    """The subject of "Berg said …, adding that …" or "Berg, who was …, said" where the parse hangs it too low."""
    before = [c for c in verb.lefts if c.dep_ in ("ccomp", "advcl")]
    if verb.tag_ == "VBG":
        before = [c for c in before if c.lemma_ in cues.SAYING]
    found = own_subject(before[-1]) if before else None
    return found if found is not None and found.i < before[-1].i else None


def told(verb: Token) -> Token | None:
    """The bare "Berg asking" in "…, he recalled Berg asking": a cue of its own inside the words of another."""
    for c in verb.rights:
        is_bare = c.dep_ in ("ccomp", "xcomp") and c.lemma_ in cues.SAYING and c.tag_ in ("VBG", "VB")
        if is_bare and own_subject(c) is not None and c.right_edge.i - c.i <= 1:
            return c
    return None


def _antecedent(verb: Token) -> Token | None:
    """The noun that a relative clause belongs to."""
    at = verb
    for _ in range(FARTHEST):
        if at.dep_ in ("relcl", "acl"):
            return at.head
        if at.head == at:
            return None
        at = at.head
    return None


def agent(verb: Token) -> Token | None:
    """Who does it in the passive: "was told by the minister", but not "is expected by noon"."""
    by = child(verb, "agent") or next((c for c in verb.children if c.lower_ == "by" and c.dep_ == "prep"), None)
    found = child(by, "pobj") if by is not None else None
    return found if found is None or found.ent_type_ not in ("DATE", "TIME") else None


def hearer(verb: Token) -> Token | None:
    """Whom it is said to: "told reporters", "said to Berg", "discussed it with Berg", "she was told"."""
    if is_passive(verb):
        return own_subject(verb) if verb.lemma_ in cues.HEARERS else None
    direct = child(verb, "dative") or (child(verb, "dobj") if verb.lemma_ in cues.HEARERS else None)
    if direct is not None and direct.lemma_.lower() in cues.SAID | cues.THOUGHT:
        return None
    if direct is not None:
        return child(direct, "pobj") if direct.pos_ == "ADP" else direct
    thing = child(verb, "dobj")
    for preposition in (*verb.children, *(thing.subtree if thing is not None else ())):
        if preposition.dep_ in ("prep", "dative") and preposition.i > verb.i:
            person = child(preposition, "pobj")
            if person is None or person.ent_type_ in AMOUNTS or not _leads_to_hearer(preposition.lower_, verb.lemma_):
                continue
            if preposition.head == verb or person.ent_type_ in ("PERSON", "ORG"):
                return person
    return None


def _leads_to_hearer(preposition: str, lemma: str) -> bool:
    if preposition == "with":
        return lemma in ("discuss", "raise", "share", "speak", "talk", "plead", "broach")
    return preposition == "to" and lemma in cues.TO_HEARER


def naming(head: Token, depth: int = 0) -> Range:
    """The shortest phrase that names it: without appositions, relative clauses and asides."""
    first = last = head.i
    for c in head.lefts:
        if c.dep_ not in NAME_PARTS or c.dep_ == "punct":
            if c.i < first and c.dep_ not in ("punct", "cc", "preconj"):
                first = head.i
            continue
        if c.dep_ == "advmod" and c.i == head.left_edge.i:
            continue
        first = min(first, _plain_left(c))
    for c in head.rights:
        if c.dep_ == "prep" and c.lower_ == "of" and c.i == last + 1:
            last = _end_of_phrase(c, depth)
        elif c.dep_ == "conj" and c.pos_ in ("NOUN", "PROPN", "PRON") and last + 3 >= _plain_left(c):
            last = naming(c, depth + 1)[1] if depth < FARTHEST else c.i
        elif c.dep_ not in ("case", "cc", "punct"):
            break
    return first, last


def _plain_left(token: Token) -> int:
    return min(token.left_edge.i, token.i)


def _end_of_phrase(preposition: Token, depth: int) -> int:
    noun = child(preposition, "pobj")
    if noun is None or noun.i <= preposition.i:
        return preposition.i
    return naming(noun, depth + 1)[1] if depth < FARTHEST else noun.i


def cue_range(verb: Token) -> Range:
    """The verb with its auxiliaries, negation and particle: "did not mention", "has repeatedly accused"."""
    first = verb.i
    helpers = {c.i for c in verb.lefts if c.dep_ in AUXILIARIES or (c.dep_ == "advmod" and c.head == verb)}
    kept = first
    while first - 1 in helpers:
        first -= 1
        if verb.doc[first].dep_ in AUXILIARIES:
            kept = first
    return kept, _particle_end(verb)


def _particle_end(verb: Token) -> int:
    """The verb, or the particle that follows it: "pointed out"."""
    following = verb.nbor(1) if verb.i + 1 < len(verb.doc) else verb
    return following.i if following.dep_ == "prt" and following.head == verb else verb.i


def complements(verb: Token) -> Iterator[Token]:
    """The clauses that depend on the verb as what is said, the subject's own clauses left out."""
    for c in verb.children:
        if c.dep_ == "ccomp" and not _is_infinitive(c):
            yield c
        elif c.dep_ == "advcl" and c.i > verb.i and verb.lemma_ in ("ask", "wonder", "inquire", "enquire"):
            mark = child(c, "mark")
            if mark is not None and mark.lower_ in ("if", "whether") and mark.i - verb.i < 8:
                yield c
        elif c.dep_ in ("dobj", "dative") and c == hearer(verb):
            yield from (g for g in c.children if g.dep_ in ("acl", "relcl", "ccomp") and _has_that(g))


def _has_that(clause: Token) -> bool:
    mark = child(clause, "mark")
    return mark is not None and mark.lower_ in ("that", "whether", "if")


def _is_infinitive(clause: Token) -> bool:
    """Whether it is "to wait", "to be treated" or "to have left"."""
    return clause.tag_ in ("VB", "VBN") and any(c.lower_ == "to" and c.dep_ == "aux" for c in clause.children)


def infinitive(verb: Token) -> Token | None:
    """The "to" clause that completes the verb: "asked him to wait", "proposed to join"."""
    for c in verb.children:
        if c.dep_ in ("xcomp", "ccomp", "advcl") and c.i > verb.i and _is_infinitive(c):
            if c.dep_ == "advcl" and verb.lemma_ not in cues.OTHERS_TO_DO:
                continue
            return c
    return None


def gerund(verb: Token) -> Token | None:
    """The "-ing" clause that completes the verb: "denied taking money", "recalled Berg asking"."""
    for c in verb.children:
        if c.dep_ in ("xcomp", "ccomp", "pcomp") and c.i > verb.i and c.tag_ == "VBG":
            return c
    return None


def reach(token: Token) -> Range:
    """From the first to the last token that depends on this one."""
    return token.left_edge.i, token.right_edge.i
