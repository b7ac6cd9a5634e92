"""Who speaks in each report and to whom, settled with what the reports around it tell."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from variorum.annotate import context
from variorum.annotate.parsed import Block, Parsed
from variorum.annotate.people import lexicon
from variorum.annotate.people.roster import Roster
from variorum.annotate.reporting.draft import Draft
from variorum.model import Occasion, Span
from variorum.text import plain_words

if TYPE_CHECKING:
    from spacy.tokens import Token

ANSWERS = lexicon.words(
    "answer reply respond retort rejoin counter answered replied responded retorted countered reply"
)
STRETCH = 3000  # code points: no sentence is longer, so that a cue and what it shares lie within
DEEPEST = 12  # reports inside reports; real texts stop at four


class Voices:
    """Speaker and audience of every draft of one document, by the draft's number."""

    def __init__(self, parsed: Parsed, drafts: Sequence[Draft], roster: Roster) -> None:
        self.parsed, self.drafts, self.roster = parsed, drafts, roster
        self._speakers: dict[int, str | None] = {}
        self._inside: defaultdict[int | None, list[int]] = defaultdict(list)
        for n in sorted(range(len(drafts)), key=lambda n: (drafts[n].content, n)):
            self._inside[drafts[n].parent].append(n)
        self._order = sorted(range(len(drafts)), key=self._start)
        self._starts = [self._start(n) for n in self._order]
        self._elsewhere = context.SaidElsewhere(parsed, drafts)

    def _start(self, n: int) -> int:
        draft = self.drafts[n]
        return (draft.cue or draft.content or draft.source or (Span("", 0, 1),))[0].start

    def _near(self, place: int) -> list[int]:
        """The drafts whose cue stands in the same stretch of text."""
        first, last = bisect_left(self._starts, place - STRETCH), bisect_left(self._starts, place + STRETCH)
        return self._order[first:last]

    def speaker(self, n: int, depth: int = 0) -> str | None:
        """The actor who speaks in a draft; None where the text names nobody."""
        if n not in self._speakers and depth < DEEPEST:
            self._speakers[n] = self._find_speaker(n, depth)
        return self._speakers.get(n)

    def _find_speaker(self, n: int, depth: int) -> str | None:
        draft = self.drafts[n]
        if self._goes_on(draft):
            turn = self.roster.turns.before(draft.content[0].start)
            return self.roster.id_of(turn.member) if turn is not None and turn.member is not None else None
        named = self._announcer(n)
        found = (self._sender(named, n, depth) or self._means(named, n, depth)) if named else None
        for span in () if found or self._is_quoted_away(draft) else draft.source:
            found = self._sender(span, n, depth) or self._means(span, n, depth)
            if found or self._is_pronoun(span):
                return found
        if found is None and draft.antecedent:
            return self._means(draft.antecedent, n, depth)
        shared = self.shared_subject(n) if found is None else None
        return found or (self._means(shared, n, depth) if shared else self._known(n, depth))

    def _goes_on(self, draft: Draft) -> bool:
        """Whether a paragraph without a label goes on with the turn before it, and not with the label after it."""
        if draft.cue or not draft.source or not draft.content:
            return False
        label = draft.source[0].start
        return label >= draft.content[-1].end and self.roster.turns.is_label(label)

    def _announcer(self, n: int) -> Span | None:
        """Who is said to give the words after a colon, where the report has neither cue nor source."""
        draft = self.drafts[n]
        if draft.cue or not draft.content or not draft.quoted:
            return None
        if draft.source and draft.source[0].start < draft.content[0].start:
            return None  # "Hale: …"
        return context.announcer(self.parsed, draft.content[0].start)

    def _sender(self, span: Span, n: int, depth: int) -> str | None:
        """Whoever sent the first message where "a second message" speaks."""
        again = context.AGAIN.search(self.words(span))
        named = context.sender(self.parsed, span.start, again["what"].casefold()) if again is not None else None
        return self._means(named, n, depth) if named is not None else None

    def _known(self, n: int, depth: int) -> str | None:
        """Who says the same words elsewhere in the document, if the reports that tell agree."""
        if depth or self.drafts[n].source or self.drafts[n].cue:
            return None
        same = list(self._elsewhere.of(n))
        outer = {k for m in same for k in self._around(m)}
        told = {self.speaker(m, 1) for m in same if m not in outer} - {None}
        return next(iter(told)) if len(told) == 1 else None

    def _is_quoted_away(self, draft: Draft) -> bool:
        """Whether the source lies in a quotation and the cue outside: "called it a 'farce', saying"."""
        if not draft.source or not draft.cue:
            return False
        level, quoted = self.roster.quoted.at(draft.cue[0].start), self.roster.quoted.at(draft.source[0].end - 1)
        return quoted is not None and quoted != level

    def shared_subject(self, n: int) -> Span | None:
        """The words that name who does what the cue says, where the cue shares its subject with the verb before it.

        "He mentioned ... but maintained", "stated ..., noting"; "Hale is quoted as saying". A passive has no such
        subject: nobody is named who told in "was told".
        """
        draft = self.drafts[n]
        if (draft.source and not self._is_quoted_away(draft)) or draft.antecedent or not draft.cue:
            return None
        block = self.parsed.block_at(draft.cue[0].start)
        words = self._cue_tokens(block, draft.cue[0]) if block else []
        verb = next((t for t in words if t.pos_ == "VERB"), None) or _done_with(words)
        if block is None or verb is None:
            return context.by_whom(self.parsed, block, words[0], self.roster) if block is not None and words else None
        if any(c.dep_ == "auxpass" for c in verb.children) or _is_participle(verb):
            quoted = [c for c in verb.children if c.dep_ == "nsubjpass" and verb.lower_ in ("quoted", "cited")]
            by = context.by_whom(self.parsed, block, verb, self.roster)
            return self.parsed.span(*block.place(quoted[0])) if quoted else by
        aged = context.aged(self.parsed, block.place(verb)[0], self.roster)
        return aged or self._climbed(n, block, verb) or self._beside(n, block, verb)

    def _climbed(self, n: int, block: Block, verb: Token) -> Span | None:
        """The subject of the verb that this one is joined to, in the same voice and outside the words reported."""
        level = self.roster.quoted.at(block.place(verb)[0])
        for _ in range(4):
            place = block.place(verb)
            if self.roster.quoted.at(place[0]) != level or self._is_told(place[0], n):
                return None
            subjects = [c for c in verb.children if c.dep_ == "nsubj" and c.tag_ not in ("WDT", "WP", "EX")]
            if subjects:
                return self.parsed.span(*block.place(subjects[0]))
            above = _above(verb)
            if above is None:
                fronted = _fronted(verb)
                return self.parsed.span(*block.place(fronted)) if fronted is not None else None
            verb = above
        return None

    def _is_told(self, place: int, n: int) -> bool:
        """Whether the place lies in the words that a report beside this one gives."""
        around = {n, *self._around(n)}
        others = (self.drafts[m] for m in self._near(place) if m not in around)
        return any(s.start <= place < s.end for d in others for s in d.content)

    def _beside(self, n: int, block: Block, verb: Token) -> Span | None:
        """Who speaks in the report just before, in the same sentence and of the same rank."""
        start, here = block.start + verb.sent.start_char, self.drafts[n].cue[0].start
        others = (self.drafts[m] for m in self._near(here) if m != n)
        before = [d for d in others if d.parent == self.drafts[n].parent and d.source and d.cue
                  and start <= d.cue[0].start < here]  # fmt: skip
        return max(before, key=lambda d: d.cue[0]).source[0] if before else None

    @staticmethod
    def _cue_tokens(block: Block, cue: Span) -> list[Token]:
        words = block.tokens.char_span(cue.start - block.start, cue.end - block.start, alignment_mode="expand")
        return list(words) if words is not None else []

    def _is_pronoun(self, span: Span) -> bool:
        return set(plain_words(self.words(span))) <= lexicon.PRONOUNS

    def words(self, span: Span) -> str:
        """The words under a span."""
        return self.parsed.text[span.start : span.end]

    def _means(self, span: Span, n: int, depth: int) -> str | None:
        """Whom the words mean where they stand: "I" in a quotation is the one who speaks it, and "he" is not."""
        said = set(plain_words(self.words(span)))
        teller = self._teller(span, n, depth)
        if said and said <= lexicon.WE:  # in a quotation whoever speaks it, and others with him
            return teller or (self.roster.issuer or self.roster.author if self._is_narrators(span) else None)
        if said and said <= lexicon.REPORTERS_OF_SELF:
            return teller or (self.roster.author if self._is_narrators(span) else None)
        hearers = self._hearers(span, n, depth)
        if said and said <= lexicon.YOU:
            return next(iter(hearers)) if len(hearers) == 1 else None
        return self.roster.at(span, exclude=frozenset({teller} if teller else ()) | hearers)

    def _is_narrators(self, span: Span) -> bool:
        """Whether words are the document's own, neither quoted nor of a turn."""
        return self.roster.quoted.at(span.start) is None and self.roster.turns.at(span.start) is None

    def _hearers(self, span: Span, n: int, depth: int) -> frozenset[str]:
        """To whom the innermost quotation around the words is spoken, as far as the text tells."""
        around = [m for m in self._around(n) if any(span in q for q in self.drafts[m].quoted)]
        if not around or depth >= DEEPEST:
            return frozenset()
        draft = self.drafts[around[0]]
        told = {self._means(s, around[0], depth + 1) for s in (*draft.addressee, *filter(None, [draft.hearer]))}
        turn = self.roster.turns.at(span.start)
        if not told and turn is not None and draft.source and self.roster.turns.is_label(draft.source[0].start):
            other = self.roster.turns.other(turn)
            told = {self.roster.id_of(other) if other is not None else None}
        return frozenset(key for key in told if key is not None)

    def _teller(self, span: Span, n: int, depth: int) -> str | None:
        """The speaker of the innermost quotation in which the words stand."""
        around = [m for m in self._around(n) if any(span in q for q in self.drafts[m].quoted)]
        return self.speaker(around[0], depth + 1) if around else None

    def _around(self, n: int) -> list[int]:
        """The drafts in whose content this one lies, from the innermost outwards."""
        found: list[int] = []
        parent = self.drafts[n].parent
        while parent is not None and parent not in found and parent != n and len(found) < DEEPEST:
            found.append(parent)
            parent = self.drafts[parent].parent
        return found

    def audience(self, n: int, occasion: Occasion | None) -> tuple[str, ...]:
        """The actors spoken to, where the text tells them or the occasion leaves one only."""
        draft, speaker = self.drafts[n], self.speaker(n)
        spans = [*draft.addressee, *([draft.hearer] if draft.hearer else [])]
        told = {a for span in spans if (a := self._means(span, n, 0))} - {speaker}
        if told:
            return tuple(sorted(told))
        asked = self._answered(n)
        if asked and asked != speaker:
            return (asked,)
        if occasion is not None and occasion.kind in ("interview", "meeting") and speaker in occasion.participants:
            others = [p for p in occasion.participants if p != speaker]
            return (others[0],) if len(others) == 1 else ()
        return ()

    def asker(self, n: int, occasion: Occasion | None) -> str | None:
        """Who asks where only the one asked is named: in an interview with Marsh, Hale "was asked" by Marsh."""
        cue = plain_words(" ".join(map(self.words, self.drafts[n].cue)))
        if self.speaker(n) or occasion is None or occasion.kind != "interview" or "asked" not in cue:
            return None
        asked = {a for span in self.drafts[n].addressee if (a := self._means(span, n, 0))}
        others = [p for p in occasion.participants if p not in asked]
        return others[0] if asked and asked < set(occasion.participants) and len(others) == 1 else None

    def _answered(self, n: int) -> str | None:
        """The one to whom an answer goes: who spoke last within the same telling."""
        draft = self.drafts[n]
        is_answer = bool(set(plain_words(" ".join(map(self.words, draft.cue)))) & ANSWERS)
        if draft.parent is None or not draft.content:
            return None
        before = [m for m in self._inside[draft.parent] if m != n and self.drafts[m].content
                  and self.drafts[m].content[0].start < draft.content[0].start]  # fmt: skip
        if not before:
            return None
        last = max(before, key=lambda m: self.drafts[m].content[0])
        speaker, asker = self.speaker(n), self.speaker(last)
        was_asked = speaker in {self._means(s, last, 0) for s in self.drafts[last].addressee}
        return asker if speaker and (is_answer or was_asked) else None


def _done_with(words: Sequence[Token]) -> Token | None:
    """The verb whose doer gives the promise: "signed it with the promise that"."""
    noun = next((t for t in words if t.pos_ == "NOUN" and t.dep_ == "pobj"), None)
    if noun is None or noun.head.lower_ != "with" or noun.head.head.pos_ != "VERB":
        return None
    return noun.head.head if not any(c.dep_ == "poss" for c in noun.children) else None


def _is_participle(verb: Token) -> bool:
    """Whether a verb is a bare participle of the passive: "stands accused", "the letter written by Hale"."""
    has_own = any(c.dep_ in ("aux", "nsubj") for c in verb.children)
    return verb.tag_ == "VBN" and not has_own and verb.dep_ in ("acl", "oprd", "acomp", "amod")


def _fronted(verb: Token) -> Token | None:
    """The subject that an inserted cue has cut off from its verb: "Hale, she told me afterwards, had asked her"."""
    if verb.dep_ != "ccomp" or any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children):
        return None
    left = [c for c in verb.head.children if c.dep_ in ("npadvmod", "dep", "nsubj") and c.i < verb.head.i]
    first = left[0] if len(left) > 1 and left[0].pos_ == "PROPN" else None
    return first if first is not None and first.nbor(1).text == "," else None


def _above(verb: Token) -> Token | None:
    """The verb that this one is joined to and may share its subject with."""
    if verb.dep_ in ("conj", "advcl", "xcomp") and verb.head != verb:
        return verb.head
    if verb.dep_ == "acl" and verb.tag_ == "VBG" and verb.head.dep_ == "oprd":
        return verb.head.head  # "called it a farce, saying": the parser lets the farce speak
    return None


def occasions_by_draft(occasions: Sequence[Occasion], belongs: Mapping[int, str]) -> dict[int, Occasion]:
    """The occasion of each draft that has one."""
    known = {o.id: o for o in occasions}
    return {n: known[key] for n, key in belongs.items() if key in known}
