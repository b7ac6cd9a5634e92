"""Whom a pronoun of the third person means: "he", "her", "it", "they"."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from variorum.annotate.parsed import Block
from variorum.annotate.people import lexicon
from variorum.annotate.people.cast import Member
from variorum.annotate.people.discourse import SUBJECTS, Quoted, Ref, Sentence, depth_of
from variorum.annotate.reporting.cues import SAYING

if TYPE_CHECKING:
    from spacy.tokens import Token

SENTENCES_BACK = 6  # how far a pronoun looks back; further on a careful writer names the person again

LONGEST_TALK = 400  # sentences of a talk that are counted for whom it is about


def antecedent(
    block: Block,
    token: Token,
    sentences: list[Sentence],
    quoted: Quoted,
    exclude: frozenset[int] = frozenset(),
    since: int | None = None,
) -> Member | None:
    """The one whom a pronoun of the third person means; None where nobody fits or two fit alike.

    In its own sentence the nearest subject before it; else, in the sentences before, the subject of the main clause.
    The narrator's pronouns mean those whom the narrator names; inside a quotation both count. `exclude` holds
    `id`s of members that cannot be meant, such as the one who is speaking. `since` is where the question begins that
    a turn of a talk answers: if neither names anybody, "he" is the one whom the talk is about.
    """
    place = block.place(token)[0]
    at = bisect_right(sentences, place, key=lambda s: s.start) - 1
    level = quoted.at(place)
    fits = _Fitting(token, exclude)
    own = sentences[at].refs if at >= 0 and place < sentences[at].end else []
    before = [r for r in own if r.end <= place and fits(r) and r.quotation in (level, None)]
    earlier = _running(sentences, at, level)
    found = _in_own_sentence(block, token, before, level)
    if found and _is_fronted(block, token, before):
        last = [r for s in earlier[:1] for r in s.refs if fits(r) and r.quotation == level]
        chief = [r for r in last if r.is_subject and r.depth == 0]
        return chief[0].member if len({id(r.member) for r in chief}) == 1 else found
    if found is None and fits.is_joint:
        found = _pair([r for r in own if r.end <= place], level)
    if found is None and since is not None and fits.has_sex:
        found = _talked_of(sentences[max(0, at - LONGEST_TALK) : at + 1], since, place, fits)
    found = found or _called(token, earlier, fits, level) or _in_earlier(earlier, fits, level)
    if found is None and fits.has_sex:
        found = _in_earlier(_before(sentences, at), fits, level)
    return found if found is None or found.gender or not fits.has_sex else _surer(found, before, earlier, fits, level)


def _talked_of(sentences: list[Sentence], since: int, place: int, fits: _Fitting) -> Member | None:
    """The one of whom a talk has spoken most, where question and answer have named nobody yet who fits."""
    refs = [r for s in sentences for r in s.refs if r.end <= place and fits(r)]
    if any(r.start >= since for r in refs):
        return None
    counts = Counter(id(r.member) for r in refs if r.member.is_named)
    ranked = counts.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return None
    return next(r.member for r in refs if id(r.member) == ranked[0][0])


def _called(token: Token, earlier: list[Sentence], fits: _Fitting, level: int | None) -> Member | None:
    """The one just spoken to by name, who answers: "I said, 'Turn back, Ivo.' And he said ..."."""
    if not fits.has_sex or token.dep_ not in SUBJECTS or depth_of(token) > 0:
        return None
    for sentence in earlier[:2]:
        called = [r for r in sentence.refs if r.is_called and fits(r) and (fits.speaks or r.quotation != level)]
        if called or any(r.is_subject and fits(r) and r.quotation == level for r in sentence.refs):
            same = [r for r in sentence.refs if r.is_subject and fits(r) and r.quotation == level]
            return called[-1].member if called and not same else None
    return None


def _in_earlier(sentences: list[Sentence], fits: _Fitting, level: int | None) -> Member | None:
    for sentence in sentences:
        refs = [r for r in sentence.refs if fits(r)]
        found = _in_sentence_before([r for r in refs if r.quotation == level]) or _in_sentence_before(
            [r for r in refs if r.quotation in (level, None)]
        )
        if found is None and level is not None and all(r.kind == "name" for r in refs):
            found = _in_sentence_before(refs)
        if found or _is_torn(refs, level):
            return found
        pair = _pair(sentence.refs, level) if fits.is_joint else None
        if pair is not None:
            return pair
    return None


def _pair(refs: list[Ref], level: int | None) -> Member | None:
    """The first of two who do something together: "Ann Hale and Ivo Marlow joked ..., as they announced"."""
    subjects = [r for r in refs if r.is_subject and r.kind == "name" and r.quotation == level]
    joined = [a for a, b in pairwise(subjects) if a.depth == b.depth and 0 < b.start - a.end <= len(" and Mrs. ")]
    return joined[0].member if joined else None


def _surer(found: Member, before: list[Ref], earlier: list[Sentence], fits: _Fitting, level: int | None) -> Member:
    """The one whose sex is known, of the last sentences, in the place of one who may be no person at all.

    Names alone do not tell "Marlow" the town from Marlow the man; somebody who was the subject keeps the pronoun.
    """
    refs = [*before, *(r for s in earlier[:2] for r in s.refs if fits(r) and r.quotation in (level, None))]
    is_person = found.described or not found.is_named or " " in found.chief.removeprefix("St ")
    if is_person or any(r.member is found and r.is_subject for r in refs):
        return found
    known = {id(r.member): r.member for r in refs if r.member.gender}
    return next(iter(known.values())) if len(known) == 1 else found


def _running(sentences: list[Sentence], at: int, level: int | None) -> list[Sentence]:
    """The sentences of the running text before this one, the nearest first.

    Headings and captions are passed over; so are, for a pronoun of the narrator's, sentences that somebody speaks.
    """
    back = _before(sentences, at, 4 * SENTENCES_BACK)
    told = [s for s in back if not s.is_apart or s.block == sentences[at].block]
    return [s for s in told if level is not None or not s.is_quoted][:SENTENCES_BACK]


def _before(sentences: list[Sentence], at: int, most: int = SENTENCES_BACK) -> list[Sentence]:
    return sentences[max(0, at - most) : max(at, 0)][::-1]


def _is_fronted(block: Block, token: Token, before: list[Ref]) -> bool:
    """Whether a chief subject has before it in its sentence only people in a phrase: "In a letter to Hale he wrote".

    Then whoever the sentence before is about goes on; not so after "according to Hale".
    """
    if token.dep_ not in SUBJECTS or depth_of(token) > 0 or any(r.is_subject for r in before):
        return False
    return not any(t.lower_ in ("according", "for") for t in token.sent if t.i < token.i)


def _is_torn(refs: list[Ref], level: int | None) -> bool:
    return len({id(r.member) for r in refs if r.quotation in (level, None)}) > 1


class _Fitting:
    """Whether a mention can be what a pronoun means, by kind, sex and number."""

    def __init__(self, token: Token, exclude: frozenset[int]) -> None:
        self.word, self.exclude = token.lower_, exclude
        self.speaks = token.dep_ in SUBJECTS and token.head.lemma_ in SAYING
        self.is_read = token.dep_ in SUBJECTS and token.head.lemma_ == "read"
        self.is_joint = self.speaks and self.word in lexicon.THEY
        self.has_sex = self.word in lexicon.HE | lexicon.SHE

    def __call__(self, ref: Ref) -> bool:
        member = ref.member
        if id(member) in self.exclude:
            return False
        if self.word in lexicon.HE:
            return member.kind == "person" and member.gender != "f" and not member.is_plural
        if self.word in lexicon.SHE:
            return member.kind == "person" and member.gender != "m" and not member.is_plural
        if self.word in lexicon.IT and self.is_read:
            return member.kind == "document" and not member.is_plural
        if self.word in lexicon.IT:
            return member.kind in ("organization", "outlet", "document") and not member.is_plural
        if self.speaks and not member.is_plural:  # "The airline did not apologise. They explained ..."
            return member.kind == "group" or (member.kind == "organization" and ref.is_subject and not ref.depth)
        return (member.is_plural and not (self.speaks and member.kind == "document")) or member.kind == "group"


def _in_own_sentence(block: Block, token: Token, before: list[Ref], level: int | None) -> Member | None:
    verb = token.head if token.dep_ in SUBJECTS else None
    told = _told_before(block, verb) if verb is not None else []
    possible = [r for r in before if not any(a <= r.head < b for a, b in told)]
    if token.dep_ in ("dobj", "dative", "pobj") or token.tag_ == "PRP$":
        possible = _without_own_subject(block, token, possible)
    subjects = _of_known_sex([r for r in possible if r.is_subject and (r.quotation == level)])
    if subjects:
        return subjects[-1].member
    others = {id(r.member): r.member for r in possible if r.quotation == level}
    return next(iter(others.values())) if len(others) == 1 else None


def _told_before(block: Block, verb: Token) -> list[tuple[int, int]]:
    """The clauses told before their cue: in "He won, she said" nobody of the first clause is "she"."""
    told = []
    for child in verb.children:
        is_own = any(t.text == ";" for t in child.doc[child.i : verb.i])  # "She had sworn it; in a letter she wrote"
        if child.dep_ in ("ccomp", "parataxis") and child.i < verb.i and not is_own:
            colon = next((t for t in child.doc[child.left_edge.i : verb.i] if t.text == ":"), child.left_edge)
            told.append((block.place(colon)[0], block.place(child.right_edge)[1]))
    return told


def _without_own_subject(block: Block, token: Token, refs: list[Ref]) -> list[Ref]:
    """ "Hale told him": he is not Hale. A possessive may be ("Hale told his aide")."""
    if token.tag_ == "PRP$":
        return refs
    verb = token.head
    while verb.pos_ not in ("VERB", "AUX") and verb.head != verb:
        verb = verb.head
    own = {block.place(c)[0] for c in verb.children if c.dep_ in SUBJECTS}
    members = {id(r.member) for r in refs if r.head in own}
    return [r for r in refs if id(r.member) not in members]


def _in_sentence_before(refs: list[Ref]) -> Member | None:
    subjects = sorted((r for r in refs if r.is_subject), key=lambda r: (r.depth, r.start))
    if subjects:
        top = _of_known_sex([r for r in subjects if r.depth == subjects[0].depth])
        return top[0].member
    others = {id(r.member): r.member for r in refs}
    named = [m for m in others.values() if m.is_named]
    return next(iter(others.values())) if len(others) == 1 else named[0] if len(named) == 1 else None


def _of_known_sex(refs: list[Ref]) -> list[Ref]:
    """Those whose sex is known, if any: a stray capitalised word is not "she" while Ann Hale can be."""
    return [r for r in refs if r.member.gender] or refs
