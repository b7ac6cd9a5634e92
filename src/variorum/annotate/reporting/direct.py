"""Quotations that a cue stands beside: "…," she said; she said: "…"; "…," she said, "…"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from variorum.annotate.reporting import clauses, cues
from variorum.annotate.reporting.quotes import Piece, Quotation
from variorum.annotate.reporting.reports import Cue

if TYPE_CHECKING:
    from spacy.tokens import Token

COMMA = frozenset(",?!—–-…")
LEAD = re.compile(
    r"(?:\W*\b(?:and|but|so|then|yet|still|also|now|later|or|well|plus|again|meanwhile|however)\b)*\W*", re.I
)
LONGEST_GAP = 30  # tokens between a cue and the quotation after it


def quotation_before(cue: Cue) -> int | None:
    """The quotation that ends right before the cue's clause, if it sounds like the words of its subject."""
    number = _start_with_teller(cue)
    start = cue.start_of(number)
    found = cue.layers.last_before(cue.level, start)
    if found is None:
        return None
    quotation = cue.layers.quotations[found]
    if quotation.end < cue.block.start or not quotation.is_closed:
        return None
    gap = cue.layers.text[quotation.end : start]
    if len(gap) > 40 or not _is_light(cue, quotation.end, number):
        return None
    return found if _runs_on(cue, quotation, gap) else None


def _start_with_teller(cue: Cue) -> int:
    """Where the clause begins, that of its teller included: "…, he recalled Berg asking"."""
    head = cue.verb.head
    if cue.verb.dep_ in ("ccomp", "xcomp") and head.i == cue.core[0] - 1 and clauses.told(head) == cue.verb:
        own = clauses.own_subject(head)
        if own is not None and own.i < head.i:
            return clauses.naming(own)[0]
    return cue.core[0]


def _is_light(cue: Cue, end: int, number: int) -> bool:
    """Whether only punctuation and adverbs stand between the quotation and the clause."""
    tokens = cue.block.tokens
    count = 0
    for at in range(number - 1, -1, -1):
        token = tokens[at]
        if cue.block.start + token.idx < end:
            return True
        if not (token.is_punct or token.is_space):
            count += 1
            if token.pos_ != "ADV" or count > 3:
                return False
    return end >= cue.block.start


def _runs_on(cue: Cue, quotation: Quotation, gap: str) -> bool:
    """Whether the quotation goes over into the clause: by a comma, or by a cue that needs it."""
    last = cue.layers.text[quotation.words[-1][0] : quotation.words[-1][1]].rstrip("\"'’”» ")[-1:]
    mark = gap.strip()[:1]
    is_known = cue.lemma in cues.SAYING or cue.lemma in cues.MANNER or cue.lemma in cues.THINKING
    if cue.subject is None or _starts_anew(cue, last, gap):
        return False
    if last == "," or mark == ",":
        return is_known or _is_open_cue(cue)
    if last in COMMA or mark in COMMA:
        return is_known
    return is_known and last == "." and cue.lemma in cues.SAYING and not _has_more(cue)


def _starts_anew(cue: Cue, last: str, gap: str) -> bool:
    """Whether the clause begins a sentence of its own: "Why?" Then he said: …"""
    is_adjunct = (
        cue.verb.tag_ == "VBG" and not clauses.own_subject(cue.verb) and cue.verb.dep_ not in ("pcomp", "xcomp")
    )
    if is_adjunct or last == "," or gap.strip()[:1] == ",":
        return is_adjunct
    first = cue.block.tokens[cue.core[0]]
    words = gap.strip()
    if words[:1].isupper():
        return True
    if first.is_title and first.pos_ == "PRON" and first.text != "I":
        return True
    return first.is_title and quotation_after(cue) is not None


def _is_open_cue(cue: Cue) -> bool:
    """Whether a verb outside the lists may report here: finite, its own subject right beside it."""
    own = next((c for c in cue.verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    return own is not None and cue.verb.tag_ in ("VBD", "VBZ", "VBP") and not _has_more(cue)


def _has_more(cue: Cue) -> bool:
    """Whether the verb has another complement after it."""
    return any(c.dep_ in ("ccomp", "xcomp", "dobj", "acomp", "attr", "prep") and c.i > cue.verb.i
               and cue.layers.level_of(cue.block, c) == cue.level for c in cue.verb.children)  # fmt: skip


def quotation_after(cue: Cue) -> tuple[int, int] | None:
    """The quotation that the cue leads up to, and where its words begin (a "that" before it included)."""
    after = cue.end_of(cue.verb.i)
    found = cue.layers.first_after(cue.level, after)
    if found is None:
        return None
    quotation = cue.layers.quotations[found]
    if quotation.start >= cue.block.end:
        return None
    between = _tokens_between(cue, quotation.start)
    if between is None:
        return None
    tokens = [t for t in between if not t.is_space]
    if tokens and tokens[0].lower_ in cues.COMPLEMENTIZERS and _is_clear(tokens):
        return found, cue.block.start + tokens[0].idx
    last = tokens[-1] if tokens else None
    if last is not None and last.lower_ in cues.COMPLEMENTIZERS:
        return (found, cue.block.start + last.idx) if _is_clear(tokens[:-1]) else None
    if not _is_clear(tokens):
        return None
    if last is None or last.text in (",", ":", "—", "–", "-", ";") or _is_hearer_only(cue, tokens):
        return (found, quotation.start) if _may_quote(cue, quotation, tokens) else None
    return None


def _may_quote(cue: Cue, quotation: Quotation, tokens: Sequence[Token]) -> bool:
    """Whether the quotation is what the verb says: not if the verb has an object and the quotation is a mere part."""
    words = cue.layers.text[quotation.words[0][0] : quotation.words[-1][1]].lstrip()
    has_object = any(
        t.dep_ in ("dobj", "attr") and t.head == cue.verb and t != clauses.hearer(cue.verb) for t in tokens
    )
    return not (has_object and words[:1].islower())


def _tokens_between(cue: Cue, end: int) -> list[Token] | None:
    """The tokens between the cue and an offset, None if a sentence ends before it or it is too far away."""
    tokens = cue.block.tokens
    kept: list[Token] = []
    for at in range(cue.verb.i + 1, min(len(tokens), cue.verb.i + LONGEST_GAP + 1)):
        token = tokens[at]
        if cue.block.start + token.idx >= end:
            return kept
        if token.text in (".", "?", "!", ";") or (token.text[0] in "\"'" and len(token.text) == 1):
            return None
        kept.append(token)
    return kept if cue.verb.i + LONGEST_GAP + 1 >= len(tokens) else None


def _is_clear(tokens: Sequence[Token]) -> bool:
    """Whether no other clause stands between the cue and the quotation, but for a relative one."""
    numbers = {t.i for t in tokens}
    for token in tokens:
        if token.dep_ == "cc" and token.head.pos_ in ("VERB", "AUX"):
            return False
        if token.tag_ in ("VBD", "VBZ", "VBP", "MD") and not _is_in_relative(token, numbers):
            return False
    return True


def _is_in_relative(token: Token, numbers: set[int]) -> bool:
    """Whether the verb belongs to a relative clause that begins after the cue."""
    around = [token, *token.ancestors]
    return any(a.dep_ in ("relcl", "acl") and a.i in numbers and a.head.i in numbers for a in around[:5])


def _is_hearer_only(cue: Cue, tokens: Sequence[Token]) -> bool:
    """Whether the gap holds only a hearer or an adverb: told me "…", said again "…"."""
    if not (cue.lemma in cues.SAYING or cue.lemma in cues.MANNER):
        return False
    heard = clauses.hearer(cue.verb)
    named = set() if heard is None else {t.i for t in heard.subtree} | {heard.head.i}
    return all(t.pos_ in ("ADV", "PART") or t.i in named for t in tokens)


def lead_cut(text: str, start: int, end: int) -> bool:
    """Whether the words before a quotation are only a conjunction or an adverb: But "…," she said."""
    return LEAD.fullmatch(text[start:end]) is not None


def is_title_like(text: str, quotation: Quotation) -> bool:
    """Whether quoted words look like the title of a work: few of them, the longer ones with capitals."""
    held = text[slice(*quotation.hull)].strip(" ,.").split()
    return len(held) <= 5 and all(w[:1].isupper() for w in held if len(w) > 3)


def is_sentence_like(text: str, words: Piece) -> bool:
    """Whether quoted words look like a whole sentence: a capital first, an end mark last."""
    inner = text[words[0] : words[1]].strip()
    first = next((c for c in inner if c.isalnum()), "")
    return bool(inner) and (first.isupper() or first.isdigit()) and inner[-1] in ".?!,…—–-\"'”’»"
