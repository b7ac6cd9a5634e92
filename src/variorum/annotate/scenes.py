"""Where a document names an occasion: "in an interview with Ann Hale", "at a dinner in Norvik on June 4"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from variorum import edtf
from variorum.annotate.parsed import Block, Parsed
from variorum.annotate.people.lexicon import words
from variorum.annotate.people.phrases import before
from variorum.annotate.people.roster import Roster
from variorum.annotate.reporting.cues import SAYING
from variorum.gatherings import gathering
from variorum.model import DateMention, OccasionKind, Span

if TYPE_CHECKING:
    from spacy.tokens import Span as Slice
    from spacy.tokens import Token

NOUNS: dict[str, OccasionKind] = {
    **dict.fromkeys(words("interview podcast"), "interview"),
    **dict.fromkeys(
        words(
            "meeting talk talks summit dinner lunch breakfast conversation discussion negotiation call visit encounter "
            "reception banquet get-together tête-à-tête luncheon supper"
        ),
        "meeting",
    ),
    **dict.fromkeys(words("speech address lecture sermon keynote testimony hearing rally debate eulogy"), "speech"),
    **dict.fromkeys(words("statement briefing announcement communique communiqué conference"), "statement"),
    **dict.fromkeys(
        words("letter memo memorandum transcript tweet post article column op-ed book memoir email e-mail blog report"),
        "document",
    ),
    **dict.fromkeys(words("broadcast documentary film series show program programme episode special"), "broadcast"),
}
MEETING_VERBS = words("meet speak talk dine sit lunch converse confer")
JOURNALISTS = words("journalist reporter correspondent host anchor presenter interviewer editor columnist broadcaster")
SETTING = words("in at during on after over aboard before from via through following")
MEETABLE = ("person", "outlet", "group", "organization")
WITH = words("with between of by among")
SEPARATE = words("another separate different second third earlier previous later recent past")
DEFINITE = words("the that this same")
SEATS = frozenset({"kremlin", "white house", "pentagon", "capitol", "elysee palace", "élysée palace", "camp david"})
BOUND = words("with between of in at on by from aboard near for over about during")
IN_WHICH = re.compile(r",?\s(?:(?:in|during|at) which|where)\s")
AIMED = words("visit trip letter speech address interview testimony statement message memo")  # these go "to" somebody
WIDEST = 170  # code points of evidence: the phrase that names an occasion, without what is told of it


@dataclass(frozen=True, slots=True)
class Scene:
    """One mention of an occasion as it stands: what it is, who is said to take part, where, when."""

    kind: OccasionKind
    noun: str
    span: Span
    head: int
    sentence: Span
    people: tuple[str, ...]
    place: str | None
    date: str | None
    is_definite: bool
    is_separate: bool
    is_setting: bool
    asking: tuple[str, ...] = ()
    subject: str | None = None

    def is_asking(self, actor: str) -> bool:
        """Whether the actor is the one with whom the interview was held."""
        return actor in self.asking


def find(parsed: Parsed, roster: Roster, dates: Sequence[DateMention]) -> tuple[Scene, ...]:
    """All mentions of occasions in text order."""
    finder = _Finder(parsed, roster, dates)
    return tuple(sorted(finder.scenes(), key=lambda s: (s.head, s.span)))


class _Finder:
    def __init__(self, parsed: Parsed, roster: Roster, dates: Sequence[DateMention]) -> None:
        self.parsed, self.roster, self.dates = parsed, roster, dates
        self.kinds = {a.id: a.kind for a in roster.actors}
        self.asking: set[str] = set()

    def scenes(self) -> Iterator[Scene]:
        """The occasions named by nouns, then those told by verbs, where it is known who has asked somebody."""
        for block, sentence in self.parsed.sentences():
            for token in sentence:
                kind = NOUNS.get(token.lemma_.casefold()) if token.pos_ in ("NOUN", "PROPN") else None
                if kind and not _is_modifier(token) and not _is_showing(token):
                    scene = self._of_noun(block, sentence, token, kind)
                    self.asking.update(scene.asking)
                    yield scene
        for block, sentence in self.parsed.sentences():
            for token in sentence:
                if token.pos_ == "VERB" and token.lemma_ in MEETING_VERBS:
                    yield from self._of_verb(block, sentence, token)

    def _of_noun(self, block: Block, sentence: Slice, token: Token, kind: OccasionKind) -> Scene:
        lefts, noun = before(token), _of_series(token)
        kind = NOUNS.get(noun.lemma_.casefold(), kind)
        first, last = (lefts or [token])[0], _last(token)
        start, end = self._from_date(block.place(first)[0]), block.place(last)[1]
        own = {t.lower_ for t in lefts}
        return Scene(
            kind="statement" if own & {"news", "press"} else kind,
            noun=noun.lower_,
            span=self.parsed.span(start, min(end, start + WIDEST)),
            head=block.place(token)[0],
            sentence=_span(self.parsed, block, sentence),
            people=self._people(block, noun, start, end),
            place=self._place(start, end),
            date=self._date(block, token, start, end),
            subject=self._subject(block, token),
            is_definite=bool(own & DEFINITE),
            is_separate=bool(own & SEPARATE),
            asking=self._asking(block, noun) if kind == "interview" else (),
            is_setting=_is_setting(token) or IN_WHICH.match(self.parsed.text, end) is not None,
        )

    def _of_verb(self, block: Block, sentence: Slice, token: Token) -> Iterator[Scene]:
        """ "Met Ann Hale in Norvik", "speaking to the Herald": a meeting, or an interview where the press is met."""
        others = [c for c in token.children if (c.dep_ == "dobj" and token.lemma_ == "meet") or _is_with(c)]
        met = {a for c in others for a in self._refs(block, c)}
        if not met:
            return
        last = max(
            (token, *(c.right_edge for c in token.children if c.i > token.i and c.dep_ in ("prep", "dobj"))),
            key=lambda t: t.i,
        )
        start, end = block.place(token)[0], min(block.place(last)[1], block.place(token)[0] + WIDEST)
        subjects = {a for c in token.children if c.dep_ == "nsubj" for a in self._refs(block, c)}
        kind: OccasionKind = "interview" if any(self._is_press(a) for a in met) else "meeting"
        yield Scene(
            kind=kind,
            noun=_meal(token) or kind,
            span=self.parsed.span(start, end),
            head=start,
            sentence=_span(self.parsed, block, sentence),
            people=tuple(sorted(met | subjects)),
            place=self._place(start, end),
            date=self._date(block, token, start, end),
            is_definite=False,
            is_separate=False,
            is_setting=token.dep_ in ("advcl", "ROOT", "relcl", "ccomp", "conj", "csubj", "pcomp"),
        )

    def _from_date(self, start: int) -> int:
        """Where the phrase begins with the date that stands right before it: "a July 9, 2003, dinner"."""
        for d in self.dates:
            if 0 <= start - d.span.end <= 2 and not self.parsed.text[d.span.end : start].strip(" ,"):
                return d.span.start
        return start

    def _is_press(self, actor: str) -> bool:
        is_known = self.kinds.get(actor) == "outlet" or actor in self.asking
        return is_known or bool(self.roster.described(actor) & JOURNALISTS)

    def _refs(self, block: Block, token: Token) -> list[str]:
        """The one met, by the words that hang on this one: a person before a paper, a paper before a body."""
        start, end = block.place(token.left_edge)[0], block.place(token.right_edge)[1]
        found = [a for a in self._actors(start, end) if self.kinds.get(a) in MEETABLE]
        return sorted(found, key=lambda a: MEETABLE.index(self.kinds[a]))[:1]

    def _actors(self, start: int, end: int) -> list[str]:
        found = [self.roster.id_of(r.member) for r in self.roster.refs_in(start, end)]
        return list(dict.fromkeys(a for a in found if a))

    def _people(self, block: Block, token: Token, start: int, end: int) -> tuple[str, ...]:
        """Who is named with the occasion: "Hale's interview with Marsh", "talks between Hale and Marsh"."""
        found: list[str] = []
        for child in token.children:
            is_given = child.lower_ == "to" and token.lemma_ == "interview"
            if child.dep_ == "poss" or (child.dep_ == "prep" and (child.lower_ in WITH or is_given)):
                last = min(block.place(child.right_edge)[1], end)
                found += [a for a in self._actors(block.place(child.left_edge)[0], last)
                          if self.kinds.get(a) in ("person", "outlet")]  # fmt: skip
                if child.dep_ == "poss":
                    who = self.roster.at(self.parsed.span(*block.place(child)))
                    found += [who] if who and self.kinds.get(who) in ("person", "outlet") else []
                found += self._both(child, start)
            if (
                child.dep_ == "prep"
                and child.lower_ in ("for", "on", "to")
                and token.lemma_ in ("interview", "podcast")
            ):
                last = min(block.place(child.right_edge)[1], end)
                found += [
                    a for a in self._actors(block.place(child.left_edge)[0], last) if self.kinds.get(a) == "outlet"
                ]
        return tuple(sorted({*found, *self._spoken_to(block, token)}))

    def _spoken_to(self, block: Block, token: Token) -> list[str]:
        """ "Speaking to Ann Hale in an interview": the one spoken to takes part."""
        verb = token.head.head
        if token.dep_ != "pobj" or verb.tag_ != "VBG" or verb.dep_ not in ("advcl", "csubj", "prep", "acl"):
            return []
        return [a for c in verb.children if _is_with(c) for a in self._refs(block, c)]

    def _subject(self, block: Block, token: Token) -> str | None:
        """Who tells something there, where the occasion hangs on a verb of saying."""
        verb = token.head.head if token.dep_ == "pobj" else token.head
        if verb.pos_ != "VERB" or verb.lemma_.casefold() not in SAYING:
            return None
        subjects = [c for c in verb.children if c.dep_ == "nsubj"]
        if subjects:
            return self.roster.at(self.parsed.span(*block.place(subjects[0])))
        return self._stray_subject(block, verb)

    def _stray_subject(self, block: Block, verb: Token) -> str | None:
        """The person before a verb whom the parser took for an apposition ("by the Herald, Hale, who ..., said")."""
        before_verb = block.place(verb.sent[0])[0], block.place(verb)[0]
        for ref in reversed(self.roster.refs_in(*before_verb)):
            token = block.token_at(ref.head)
            if ref.kind == "name" and token is not None and token.dep_ == "appos" and ref.member.kind == "person":
                return self.roster.id_of(ref.member)
        return None

    def _asking(self, block: Block, token: Token) -> tuple[str, ...]:
        """The one behind "with" or "by", if he does not give the interview himself ("Marsh's interview with Hale")."""
        if any(c.dep_ == "poss" and c.tag_ != "PRP$" for c in token.children):
            return ()
        return tuple(
            a for c in token.children if c.dep_ == "prep" and c.lower_ in ("with", "by") for a in self._refs(block, c)
        )

    def _both(self, preposition: Token, start: int) -> list[str]:
        """ "Between the two leaders": the two who alone have been named in the lines before."""
        is_two = any(t.lower_ == "two" and t.dep_ == "nummod" for t in preposition.subtree)
        near = [self.roster.id_of(r.member) for r in self.roster.refs_in(start - 900, start) if r.kind == "name"]
        people = list(dict.fromkeys(a for a in near if a and self.kinds.get(a) == "person"))
        return people if is_two and len(people) == 2 else []

    def _place(self, start: int, end: int) -> str | None:
        """The place named in the phrase, after "in", "at" and the like or before the noun ("the Norvik talks").

        A seat of power is a place where people meet, though elsewhere it speaks.
        """
        for ref in self.roster.refs_in(start, end):
            lead = self.parsed.text[max(start, ref.start - 5) : ref.start].split()
            is_before = (
                ref.end < end and self.parsed.text[ref.end : end].lstrip()[:1].islower() and ref.start - start < 25
            )
            if ref.kind != "name" or ref.member.kind not in ("place", "organization"):
                continue
            if (lead and lead[-1] in ("in", "at", "aboard", "near")) or (
                is_before and (ref.member.kind == "place" or ref.member.chief.casefold() in SEATS)
            ):
                return self.parsed.text[ref.start : ref.end]
        return None

    def _date(self, block: Block, token: Token, start: int, end: int) -> str | None:
        """The date in the phrase, else one that stands beside it in the same clause."""
        inside = [d for d in self.dates if start - 1 <= d.span.start < end]
        if inside:
            return min(inside, key=lambda d: (d.is_relative, edtf.size(d.edtf))).edtf
        clause = token
        while clause.head != clause and clause.dep_ not in ("ROOT", "advcl", "ccomp", "relcl", "conj"):
            clause = clause.head
        objects = [c for c in clause.children if c.dep_ in ("dobj", "nsubj") and c != token]
        for child in (*clause.children, *(c for o in objects for c in o.children)):
            if child.dep_ in ("prep", "npadvmod") and abs(child.i - token.i) < 12:
                edge = block.place(child.left_edge)[0], block.place(child.right_edge)[1]
                beside = [d for d in self.dates if edge[0] <= d.span.start and d.span.end <= edge[1]]
                if beside and edge[1] - edge[0] < 45:
                    return beside[0].edtf
        return None


def _meal(verb: Token) -> str | None:
    """The meal for which people meet: "met for dinner", "spoke over lunch"."""
    nouns = (c.lower_ for p in verb.children if p.lower_ in ("for", "over", "at") for c in p.children)
    return next((n for n in nouns if gathering(n) == "meal"), None)


def _of_series(token: Token) -> Token:
    """The interviews of "a series of interviews", else the noun itself."""
    if token.lemma_ != "series":
        return token
    return next((c for p in token.children if p.lower_ == "of" for c in p.children if c.lemma_ in NOUNS), token)


def _is_modifier(token: Token) -> bool:
    """Whether the noun only says which: "interview room", "a series of interviews" (the series is the occasion)."""
    if token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.lemma_ == "series":
        return True
    return token.dep_ == "compound" and token.head.pos_ in ("NOUN", "PROPN")


def _is_showing(token: Token) -> bool:
    """ "Minutes made public this week show": a verb that the tagger took for a noun."""
    return token.lower_ in ("show", "shows") and not any(c.dep_ in ("det", "poss", "amod") for c in token.children)


def _is_setting(token: Token) -> bool:
    """ "In an interview", "during talks"; "an interview in which he said"."""
    if (token.dep_ == "pobj" and token.head.lower_ in SETTING) or token.dep_ in ("conj", "npadvmod"):
        return True
    if token.dep_ == "pobj" and token.head.lower_ == "for" and gathering(token.lemma_) == "meal":
        return token.head.head.lemma_ in MEETING_VERBS  # "when we met for dinner"
    return any(
        c.dep_ == "relcl" and {t.lower_ for t in c.lefts} & {"in", "where", "during", "at"} for c in token.children
    )


def _is_with(token: Token) -> bool:
    return token.dep_ == "prep" and token.lower_ in ("with", "to")


def _last(token: Token) -> Token:
    """The end of the phrase: its "with ...", "in ...", "on ..." taken in, clauses about it left out."""
    last = token
    for child in sorted(token.children, key=lambda c: c.i):
        if child.i < token.i:
            continue
        is_aim = child.lower_ == "to" and token.lemma_ in AIMED
        if child.dep_ in ("punct", "npadvmod") or (child.dep_ == "prep" and (child.lower_ in BOUND or is_aim)):
            if child.dep_ == "punct":
                continue
            clause = next((t for t in child.subtree if t.dep_ in ("relcl", "acl") and t.i > child.i), None)
            last = max(last, child.right_edge if clause is None else clause.left_edge.nbor(-1), key=lambda t: t.i)
        else:
            break
    return last if last.text != "," else last.nbor(-1)


def _span(parsed: Parsed, block: Block, sentence: Slice) -> Span:
    return parsed.span(block.start + sentence.start_char, block.start + sentence.end_char)
