"""The sentence that a cue follows or interrupts: "…, she said", "This, he explained, included …"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from variorum.annotate.reporting import clauses, cues
from variorum.annotate.reporting.complements import Complement
from variorum.annotate.reporting.layers import without
from variorum.annotate.reporting.reports import Cue

if TYPE_CHECKING:
    from spacy.tokens import Token

ADJUNCT_TAGS = frozenset({"VBG", "VBN", "WDT", "WP", "WP$", "WRB", "RB"})
ADJUNCT_WORDS = cues.words("according and as in on during after before while when at a an with from")
EDGE = frozenset({",", "—", "–", "--", "-", ";", "(", ")", '"', "'", "''"})
SAID_PARTS = frozenset({"nsubj", "nsubjpass", "ROOT", "ccomp", "csubj", "expl", "dobj", "attr"})
LEAD = re.compile(
    r"[A-Z][A-Z .,'’/]{3,}(?:,? [A-Z][a-z]+\.?,?)?(?:\s\([^)]{1,20}\))?\s+(?:[-–—]|--)\s+"  # a dateline
    r"|\([A-Z][A-Za-z ]{1,20}\)\s+(?:[-–—]|--)\s+"  # a wire's name
    r"|(?:Therefore|However|Meanwhile|Moreover|Nevertheless|Nonetheless|Furthermore|Instead|Still|Thus|Consequently),\s+"
)


def aside(cue: Cue) -> Complement | None:
    """The sentence that the cue follows or interrupts: "…, she said", "This, he explained, included …"."""
    verb = cue.verb
    if cue.subject is None or not (cue.lemma in cues.SAYING or cue.lemma in cues.THINKING or _is_shown(cue)):
        return None
    if verb.tag_ == "VBG" and clauses.own_subject(verb) is None:
        return None
    left = [c for c in verb.children if c.dep_ == "ccomp" and c.i < verb.i]
    is_aside = _hub(verb).dep_ in ("parataxis", "ccomp", "advcl", "dep", "conj", "appos", "relcl") and not left
    if cue.lemma in cues.ASIDE_NEVER or (not left and (cue.lemma in cues.THINKING and verb.dep_ == "conj")):
        return None
    if not left and not (is_aside and _is_set_apart(cue)):
        return None
    if is_aside and _hub(verb).dep_ == "advcl" and not _is_as_clause(_hub(verb)):
        return None
    if is_aside and verb.dep_ in ("conj", "relcl", "appos") and _has_object(verb):
        return None
    if _says_more(verb) or _is_relative_subject(verb) or _is_turn_of_events(verb):
        return None
    found = _less_the_cue(cue, left)
    return None if found is not None and _goes_on_by_itself(cue, found) else found


def _is_turn_of_events(verb: Token) -> bool:
    """Whether the clause is "as it had been forecast": nobody's report."""
    own = clauses.own_subject(verb)
    is_foreseen = verb.lemma_ in ("forecast", "expect", "plan", "predict") and clauses.is_passive(verb)
    return is_foreseen and own is not None and own.lower_ == "it" and _is_as_clause(verb)


def _goes_on_by_itself(cue: Cue, found: Complement) -> bool:
    """Whether only the next clause follows the cue: "some do not agree, but that is what I want"."""
    start = found.pieces[0][0]
    words = cue.layers.text[start : start + 8].lower().lstrip(", ").split()
    return start > cue.start_of(cue.verb.i) and bool(words) and words[0] in ("and", "but")


def _is_shown(cue: Cue) -> bool:
    """Whether a writing is said to show it: "…, the minutes show"."""
    return cue.lemma in cues.SHOWING and cue.subject is not None and cue.subject.lemma_.lower() in cues.WRITINGS


def _hub(verb: Token) -> Token:
    """The verb of the clause, which is "used" in "as my grandmother used to say"."""
    head: Token = verb.head
    return head if verb.dep_ == "xcomp" and head.lemma_ == "use" and head.i == verb.i - 2 else verb


def _is_as_clause(verb: Token) -> bool:
    mark = clauses.child(verb, "mark", "advmod")
    return mark is not None and mark.lower_ == "as"


def _has_object(verb: Token) -> bool:
    return any(c.dep_ in ("dobj", "xcomp", "ccomp", "attr", "acomp", "prep") for c in verb.children if c.i > verb.i)


def _says_more(verb: Token) -> bool:
    """Whether the verb's own words follow it, so that those before it are not: "…, two men claim to lead it"."""
    if clauses.infinitive(verb) is not None:
        return True
    thing = clauses.child(verb, "dobj")
    if thing is None or thing.i < verb.i or thing.pos_ != "NOUN" or thing.ent_type_ in ("DATE", "TIME"):
        return False
    return verb.lemma_ in cues.THINGS and thing != clauses.hearer(verb)


def _is_relative_subject(verb: Token) -> bool:
    """Whether the clause only describes the noun before it: "the police, who did not respond"."""
    own = clauses.own_subject(verb)
    return own is not None and own.lower_ in clauses.RELATIVE


def _is_set_apart(cue: Cue) -> bool:
    """Whether the clause stands between commas, dashes or the sentence's ends, complete in itself."""
    tokens, sentence = cue.block.tokens, cue.verb.sent
    first, last = cue.core
    if clauses.own_subject(_hub(cue.verb)) is None:
        return False
    mark = clauses.child(_hub(cue.verb), "mark", "advmod")
    while mark is not None and first - 1 >= sentence.start and tokens[first - 1].dep_ in ("mark", "advmod"):
        first -= 1
    before = tokens[first - 1].text if first - 1 >= sentence.start else None
    after = tokens[last + 1].text if last + 1 < sentence.end else "."
    if before is None:
        return after == "," and mark is not None and mark.lower_ == "as"
    return before in EDGE and (after in EDGE or after in ".?!" or _next_is_adjunct(cue, last + 1))


def _next_is_adjunct(cue: Cue, number: int) -> bool:
    token = cue.block.tokens[number]
    return token.head == cue.verb and token.dep_ in ("prep", "advmod", "npadvmod")


def _less_the_cue(cue: Cue, left: Sequence[Token]) -> Complement | None:
    """The sentence less the cue's clause; the cue's own adjuncts go with the cue."""
    start, end = cue.sentence
    verb = cue.verb
    hole_start, hole_end = cue.start_of(_lead_of(cue)), cue.end_of(_adjuncts_end(cue))
    if _hub(verb).dep_ not in ("ROOT", "parataxis", "ccomp", "dep", "advcl") or (left and verb.dep_ != "ROOT"):
        roots = left or [verb.head]
        start = max(start, min(cue.start_of(c.left_edge.i) for c in roots))
        end = min(end, max(cue.end_of(c.right_edge.i) for c in roots))
    elif left and not _goes_on(cue, hole_end):
        end = min(end, hole_start)
    start = _without_lead(cue, start, hole_start, end > hole_end)
    end = min(end, _next_report(cue, hole_end) or end)
    pieces = without([(start, end)], [(hole_start, max(hole_start, hole_end))])
    return Complement("around", tuple(pieces), verb.i, True) if pieces else None


def _next_report(cue: Cue, hole_end: int) -> int | None:
    """Where another report begins in the same sentence: "…, she said, and a clerk said …"."""
    tokens = cue.block.tokens
    for verb in tokens[cue.verb.i + 1 : cue.verb.sent.end]:
        own = clauses.own_subject(verb) if verb.pos_ == "VERB" and verb.lemma_ in cues.SAYING else None
        if own is None or own.i > verb.i or own.left_edge.i < cue.verb.i + 3 or own.lower_ in clauses.RELATIVE:
            continue
        joint = tokens[own.left_edge.i - 1]
        is_new = joint.lower_ in ("and", "but", "while") and tokens[joint.i - 1].text == ","
        if is_new and hole_end <= cue.start_of(joint.i):
            return cue.start_of(joint.i - 1)
    return None


def _goes_on(cue: Cue, hole_end: int) -> bool:
    """Whether more of what is said follows the cue's clause, not only the cue's own adjuncts."""
    tokens = cue.block.tokens
    rest = [t for t in tokens[cue.verb.i + 1 : cue.verb.sent.end] if cue.block.start + t.idx >= hole_end]
    rest = [t for t in rest if not t.is_space]
    if len(rest) < 2 or rest[0].text not in (",", "—", "–", "--"):
        return False
    first = rest[1]
    is_adjunct = first.tag_ in ADJUNCT_TAGS or first.pos_ in ("SCONJ", "NUM") or first.lower_ in ADJUNCT_WORDS
    return not (is_adjunct or first.text in "\"'")


def _without_lead(cue: Cue, start: int, hole: int, goes_on: bool) -> int:
    """Where what is said begins: after a dateline, and after "Even then, she said, …"."""
    match = LEAD.match(cue.layers.text, start, hole)
    if match is not None and match.end() < hole:
        start = match.end()
    before = [t for t in cue.verb.sent if start <= cue.block.start + t.idx < hole and not t.is_punct]
    if goes_on and len(before) <= 5 and not any(t.dep_ in SAID_PARTS for t in before):
        return hole
    return start


def _lead_of(cue: Cue) -> int:
    first = cue.core[0]
    tokens = cue.block.tokens
    while (
        first > cue.verb.sent.start
        and tokens[first - 1].dep_ in ("mark", "advmod")
        and tokens[first - 1].head in (cue.verb, _hub(cue.verb))
    ):
        first -= 1
    return first


def _adjuncts_end(cue: Cue) -> int:
    """The last token of the cue's clause: up to the next comma, dash or mark."""
    tokens, last = cue.block.tokens, cue.core[1]
    end = cue.verb.sent.end
    own = clauses.own_subject(cue.verb)
    if own is not None and own.i > cue.verb.i:
        last = max(last, min(own.right_edge.i, end - 1))
    while last + 1 < end and tokens[last + 1].text not in EDGE:
        last += 1
    return last
