"""What a verb reports by its grammar: a clause after it, the sentence around it, or an object."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from variorum.annotate.reporting import clauses, cues
from variorum.annotate.reporting.asides import aside
from variorum.annotate.reporting.complements import Complement, is_speaker_like, made
from variorum.annotate.reporting.objects import about, doing, named, put_at, seen_as, thing, to_do
from variorum.annotate.reporting.reports import Cue

if TYPE_CHECKING:
    from spacy.tokens import Token

NOMINATIVE = frozenset({"he", "she", "they", "we", "i"})
# "to determine whether": no knowledge yet (of "know", "see" and "determine" with a clause a third is right
# on the training part of PolNeAR)
FINDING_OUT = frozenset({"know", "see", "determine", "decide", "learn", "find", "ascertain", "discover", "consider"})
FARTHEST_THAT = 14  # tokens from a verb to the "that" of what it tells
LIST_MARKS = frozenset({",", "and", "or", '"', "'"})


def complement(cue: Cue) -> Complement | None:
    """What the verb reports, None if it reports nothing by itself; quotations are not yet taken in whole."""
    for find in FINDERS:
        found = find(cue)
        if found is not None and found.pieces:
            return found
    return None


def _after(cue: Cue) -> Complement | None:
    """A finite clause after the verb: "said that …", "asked if …", "considers it weak"."""
    found = [c for c in clauses.complements(cue.verb) if c.i > cue.verb.i and c.pos_ != "ADV"]
    if not found or not may_report(cue, found[0]):
        return None
    first = min(c.left_edge.i for c in found)
    last = _list_end(cue, last_of_speech(found)) if cue.lemma in cues.NAMING else last_of_speech(found)
    last = max(last, _same_tense_end(cue, found[-1]))
    first = max(first, cue.verb.i + 1)
    if _is_apart(cue, first):
        return None
    heard = clauses.hearer(cue.verb)
    if heard is not None and cue.verb.i < heard.i < first + 2 and first <= heard.right_edge.i < last:
        first = heard.i + 1 if found[0].head == heard else first
    return made(cue, "clause", (first, last))


def _yes_or_no(cue: Cue) -> Complement | None:
    """The bare answer of "said yes"."""
    answer = cue.block.tokens[cue.verb.i + 1] if cue.verb.i + 1 < len(cue.block.tokens) else None
    if answer is None or answer.lower_ not in ("yes", "no") or cue.lemma not in ("say", "answer", "reply"):
        return None
    is_alone = answer.head == cue.verb or answer.dep_ in ("intj", "ROOT")
    return made(cue, "clause", (answer.i, answer.i)) if is_alone else None


def _is_apart(cue: Cue, first: int) -> bool:
    """Whether a clause only stands beside the verb: "Nobody asked; it was known", "he said no and then he left"."""
    tokens = cue.block.tokens
    if any(t.text == ";" for t in tokens[cue.verb.i + 1 : first + 1]):
        return True
    joint = first if tokens[first].dep_ == "cc" else first - 1
    return tokens[joint].dep_ == "cc" and tokens[joint].lower_ in ("and", "but") and joint > cue.verb.i


def _has_it(cue: Cue) -> Complement | None:
    """What rumour or a paper has: "the Herald had it that the bridge was shut"."""
    thing = clauses.child(cue.verb, "dobj") if cue.lemma == "have" else None
    clause = clauses.child(cue.verb, "ccomp")
    if thing is None or thing.lower_ != "it" or clause is None or clauses.child(clause, "mark") is None:
        return None
    return made(cue, "clause", clauses.reach(clause), end=thing.i) if clause.left_edge.i == thing.i + 1 else None


def _amount(cue: Cue) -> Complement | None:
    """The bare number of "the inventory said forty barrels"."""
    thing = clauses.child(cue.verb, "dobj") if cue.lemma == "say" else None
    if thing is None or thing.i < cue.verb.i or clauses.child(thing, "nummod") is None:
        return None
    return made(cue, "thing", clauses.reach(thing)) if thing.ent_type_ not in ("DATE", "TIME") else None


def _before_finite(cue: Cue) -> Complement | None:
    """The clause around "which residents said still hung over the town", however the parse joins its verbs."""
    own = clauses.own_subject(cue.verb)
    if cue.lemma not in cues.SAYING | cues.THINKING or own is None or own.i > cue.verb.i:
        return None
    tokens, sentence = cue.block.tokens, cue.verb.sent
    word, at = own.left_edge.i - 1, cue.verb.i + 1
    while at < sentence.end and tokens[at].pos_ == "ADV":
        at += 1
    if word < sentence.start or tokens[word].lower_ not in clauses.RELATIVE or at >= sentence.end:
        return None
    verb = tokens[at].head if tokens[at].dep_ in clauses.AUXILIARIES | {"aux"} else tokens[at]
    if tokens[at].tag_ not in ("VBD", "VBZ", "VBP", "MD") or verb.i < at or clauses.own_subject(verb) not in (
        None, own, tokens[word], cue.verb
    ):  # fmt: skip
        return None
    return made(cue, "around", (word, word), (cue.verb.i + 1, max(verb.i, verb.right_edge.i)))


def _in_relative(cue: Cue) -> Complement | None:
    """The clause around "which the coach suggested happened by chance": the relative word and the rest."""
    if cue.lemma not in cues.SAYING or not clauses.is_in_relative(cue.verb):
        return None
    verb = cue.verb.head.head
    word = next(c for c in verb.lefts if c.lower_ in clauses.RELATIVE)
    return made(cue, "around", (word.i, word.i), (verb.i, verb.right_edge.i))


def _told_bare(cue: Cue) -> Complement | None:
    """The clause of "warned guests they could lose it", where the parse hangs it elsewhere."""
    heard = clauses.hearer(cue.verb) if cue.lemma in cues.HEARERS and cue.lemma in cues.SAYING else None
    if heard is None or heard.i < cue.verb.i or heard.right_edge.i + 1 >= len(cue.block.tokens):
        return None
    own = cue.block.tokens[heard.right_edge.i + 1]
    verb = own.head
    is_clause = own.dep_ in ("nsubj", "nsubjpass") and own.lower_ in NOMINATIVE and verb.sent == cue.verb.sent
    if not is_clause or verb.i < own.i or verb.right_edge.i < verb.i:
        return None
    return made(cue, "clause", (own.i, verb.right_edge.i))


def _told_far(cue: Cue) -> Complement | None:
    """The clause of "warned a man on the quay that it was late", which the parse hangs on "quay"."""
    heard = clauses.hearer(cue.verb) if cue.lemma in cues.HEARERS and cue.lemma in cues.SAYING else None
    own = clauses.own_subject(cue.verb)
    is_written = clauses.is_passive(cue.verb) and own is not None and own.lower_ == "it" and cue.lemma in cues.SAYING
    if not is_written and (heard is None or heard.i < cue.verb.i):
        return None
    for token in cue.block.tokens[cue.verb.i + 2 : min(cue.verb.i + FARTHEST_THAT, cue.verb.sent.end)]:
        verb = token.head
        if token.lower_ == "that" and verb.i > token.i and verb.pos_ in ("VERB", "AUX"):
            has_own = any(c.dep_ in clauses.SUBJECTS and c.i > token.i for c in verb.lefts)
            return made(cue, "clause", (token.i, verb.right_edge.i)) if has_own else None
        if token.pos_ in ("VERB", "AUX", "PUNCT"):
            return None
    return None


def _same_tense_end(cue: Cue, clause: Token) -> int:
    """The end of "said it was glad, and would wait", where the parse hangs the second half on the cue."""
    own = clauses.own_subject(clause)
    if own is None or own.pos_ != "PRON":
        return -1
    for c in cue.verb.rights:
        is_half = c.dep_ == "conj" and c.i > clause.right_edge.i and clauses.own_subject(c) is None
        helper = clauses.child(c, "aux") if is_half else None
        if helper is not None and c.lemma_ not in cues.SAYING and (helper.tag_ == "MD" or c.tag_ == "VBG"):
            return c.right_edge.i
    return -1


def _list_end(cue: Cue, last: int) -> int:
    """The end of "considers it weak, vain and downright “lost”", where the parse breaks the list."""
    tokens, end = cue.block.tokens, cue.verb.sent.end
    if tokens[last].pos_ not in ("ADJ", "NOUN"):
        return last
    at = last + 1
    while at < end and (tokens[at].text in LIST_MARKS or _is_list_item(tokens[at])):
        last = at if tokens[at].pos_ in ("ADJ", "VERB") else last
        at += 1
    return last


def _is_list_item(token: Token) -> bool:
    if token.pos_ in ("ADJ", "ADV"):
        return True
    return token.tag_ in ("VBN", "VBD") and clauses.child(token, "nsubj", "nsubjpass", "dobj", "prep") is None


def last_of_speech(found: Sequence[Token]) -> int:
    """Where the reported clauses end: before "but maintained that …", which the speaker does, not its subject."""
    last = max(c.right_edge.i for c in found)
    for clause in found:
        last = min(last, _before_contrast(clause))
        for verb in clause.rights:
            if verb.dep_ == "conj" and clauses.own_subject(verb) is None:
                own = clauses.own_subject(clause)
                if own is not None and clauses.belongs_outside(verb, own):
                    last = min(last, verb.left_edge.i - 1)
    return last


def _before_contrast(clause: Token) -> int:
    """The end of a clause before ", while Berg Bank will …", which the narrator sets beside it."""
    for c in clause.rights:
        mark = clauses.child(c, "mark") if c.dep_ == "advcl" else None
        is_contrast = mark is not None and mark.lower_ == "while" and mark.i == c.left_edge.i
        own = clauses.own_subject(c)
        if is_contrast and own is not None and own.pos_ == "PROPN" and clause.doc[c.left_edge.i - 1].text == ",":
            return c.left_edge.i - 2
    return clause.doc[-1].i


def may_report(cue: Cue, clause: Token) -> bool:
    """Whether the verb with this clause reports: known to, or any verb under a personal subject."""
    lemma = cue.lemma
    if lemma == "allow":
        return clauses.child(clause, "mark") is not None
    if lemma in FINDING_OUT and (cue.verb.tag_ == "VB" or clause.left_edge.tag_ in ("WP", "WDT", "WRB")):
        return False
    if lemma in cues.SAYING or lemma in cues.THINKING:
        return True
    if lemma in cues.SHOWING:
        return cue.subject is None or is_speaker_like(cue.subject) or cue.subject.lemma_.lower() in cues.WRITINGS
    if lemma in cues.NAMING or lemma in ("see", "perceive", "view"):
        return True
    if lemma in cues.NEVER or cue.verb.pos_ == "AUX" or cue.subject is None:
        return False
    mark = clauses.child(clause, "mark")
    has_mark = mark is not None and mark.lower_ in ("that", "whether")
    return has_mark and clauses.child(clause, "nsubj", "nsubjpass") is not None and is_speaker_like(cue.subject)


# tried in this order; the first that finds something has it
FINDERS = (
    _after, _has_it, _yes_or_no, _amount, _in_relative, _before_finite, _told_bare, _told_far,
    aside,
    named, seen_as, put_at, to_do, doing, about, thing,
)  # fmt: skip
