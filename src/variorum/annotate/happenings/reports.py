"""What placing a report on an occasion asks of it: where it stands, who speaks to whom, and in which tense."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from variorum import edtf
from variorum.annotate.parsed import Parsed
from variorum.annotate.people.lexicon import words
from variorum.annotate.people.roster import Roster
from variorum.annotate.reporting.cues import SAYING
from variorum.annotate.reporting.draft import Draft
from variorum.annotate.scenes import WIDEST
from variorum.annotate.speakers import ANSWERS, Voices
from variorum.lookup import Lookup
from variorum.model import DateMention, Edition, Span
from variorum.text import plain_words

if TYPE_CHECKING:
    from spacy.tokens import Token

LINKS = frozenset(
    {"prep", "pobj", "npadvmod", "nummod", "compound", "amod", "nmod", "tmod", "dep", "conj", "pcomp", "appos"}
)
HABITS = words("always often usually sometimes frequently regularly")
ASKED = re.compile(r"\b(?:tell|told|ask|asked|say\sto|said\sto|promise|promised|warn|warned)\s+you\b", re.I)
NOBODY_KNOWN = "?"  # a teller of whom nobody knows who he is; he is yet another than the document
SELF = words("i me my we us our i'd i've i'm we'd")
COUNTERPARTS = words("host hostess guest visitor counterpart interlocutor companion")
WIDE = 400  # days: a date that covers more is not that of one utterance


class Reports:
    """The drafts of one document by their numbers, with all that is known of where and how they were made."""

    def __init__(self, parsed: Parsed, drafts: Sequence[Draft], roster: Roster, dates: Sequence[DateMention]) -> None:
        self.parsed, self.drafts, self.roster, self.dates = parsed, drafts, roster, dates
        self.voices = Voices(parsed, drafts, roster)
        self.days = [d.span.start for d in dates]
        self.kinds = {a.id: a.kind for a in roster.actors}
        self.names = {a.id: a.name for a in roster.actors}
        self.look = Lookup(Edition(documents=(parsed.document,), sentences=tuple(sorted(_sentences(parsed)))))
        self.order = sorted(range(len(drafts)), key=lambda n: (self.at(n).start, n))

    def at(self, n: int) -> Span:
        """Where a report is made: its cue, else its words."""
        draft = self.drafts[n]
        return (draft.cue or draft.content or draft.source or (Span(self.parsed.document.id, 0, 1),))[0]

    def is_inside(self, place: int, n: int) -> bool:
        """Whether a place lies in the words reported."""
        return any(s.start <= place < s.end for s in self.drafts[n].content)

    def is_human(self, actor: str | None) -> bool:
        """Whether an actor can meet somebody."""
        return self.kinds.get(actor or "") in ("person", "group", "unknown")

    def heard(self, n: int) -> set[str]:
        """The persons and papers spoken to, by the words of the sentence."""
        spans = self.drafts[n].addressee
        return {a for span in spans if (a := self.roster.at(span)) and self.kinds.get(a) in ("person", "outlet")}

    def hearers(self, n: int) -> set[str]:
        """The people spoken to, also where only the talk shows it: who answers speaks to the one who asked.

        "Her guest" and "his host" are no further people, but the other of the two who talk.
        """
        told = (a for a in self.voices.audience(n, None) if self.is_human(a))
        others = {a for a in told if not set(plain_words(self.names[a])[-1:]) & COUNTERPARTS}
        return others - {self.voices.speaker(n) or ""}

    def is_at_first_hand(self, n: int) -> bool:
        """Whether somebody tells in his own words, with "I" and "me", what another said: he was there."""
        parent = self.drafts[n].parent
        if parent is None or self.drafts[parent].mode == "indirect" or not self.is_human(self.teller(n)):
            return False
        if self._is_asked_of(n):
            return True
        inside = [(s.start, s.end) for s in self.drafts[n].quoted]
        said = self.parsed.text
        for span in self.drafts[parent].quoted or self.drafts[parent].content:
            words = "".join(c if not any(a <= at < b for a, b in inside) else " "
                            for at, c in enumerate(said[span.start : span.end], span.start))  # fmt: skip
            if SELF & set(plain_words(words)):
                return True
        return False

    def _is_asked_of(self, n: int) -> bool:
        """Whether the turn answers the question what somebody told the witness: "What did she tell you?"."""
        turns = self.roster.turns
        turn = turns.at(self.at(n).start)
        before = turns.at(turn.label[0] - 3) if turn is not None else None
        return before is not None and bool(ASKED.search(self.parsed.text[before.start : before.end]))

    def teller(self, n: int) -> str | None:
        """Who tells of the report: the one around it, or the one whom only the context names; papers are nobody."""
        draft = self.drafts[n]
        if draft.reporter is not None:
            return self.roster.at(draft.reporter)
        if draft.parent is None:
            return self._turned(n)
        teller = self.voices.speaker(draft.parent)
        if teller is None and self.roster.turns.at(self.at(n).start) is not None:
            return NOBODY_KNOWN
        return None if self.kinds.get(teller or "") == "document" else teller

    def _turned(self, n: int) -> str | None:
        """Whose turn of a transcript it is in which somebody else is reported to have spoken."""
        turns, draft = self.roster.turns, self.drafts[n]
        turn = turns.at(self.at(n).start)
        if turn is None or (draft.source and turns.is_label(draft.source[0].start)):
            return None
        return (self.roster.id_of(turn.member) if turn.member is not None else None) or NOBODY_KNOWN

    def cue(self, n: int) -> Token | None:
        """The chief word of the cue: its last verb, else its last word."""
        spans = self.drafts[n].cue
        block = self.parsed.block_at(spans[-1].start) if spans else None
        if block is None:
            return None
        words = block.tokens.char_span(
            spans[-1].start - block.start, spans[-1].end - block.start, alignment_mode="expand"
        )
        if words is None or not len(words):
            return None
        verbs = [t for t in words if t.pos_ == "VERB"]
        return verbs[-1] if verbs else words[-1]

    def is_saying(self, n: int) -> bool:
        """Whether the cue is a verb of saying, or names an answer."""
        cue = self.cue(n)
        return cue is not None and (cue.pos_ == "VERB" or cue.lemma_ in ANSWERS) and cue.lemma_.casefold() in SAYING

    def is_answer(self, n: int) -> bool:
        """Whether the cue tells that this answers what was said before."""
        return bool(set(plain_words(" ".join(map(self.voices.words, self.drafts[n].cue)))) & ANSWERS)

    def is_counterpart_heard(self, n: int) -> bool:
        """Whether the one spoken to is only called "his host" or "her guest"."""
        return any(set(plain_words(self.names[a])[-1:]) & COUNTERPARTS for a in self.voices.audience(n, None))

    def is_papers(self, n: int) -> bool:
        """Whether a paper tells of it: minutes, a letter, a diary."""
        parent = self.drafts[n].parent
        return parent is not None and self.kinds.get(self.voices.speaker(parent) or "") == "document"

    def is_habit(self, n: int) -> bool:
        """Whether the cue tells what somebody kept saying, which was on no one occasion: "used to say"."""
        cue = self.cue(n)
        said = set(plain_words(" ".join(map(self.voices.words, self.drafts[n].cue))))
        return "used" in said or (cue is not None and any(c.lower_ in HABITS for c in cue.children))

    def is_now(self, n: int) -> bool:
        """Whether the cue stands in the present or the present perfect: "says", "has told"."""
        cue = self.cue(n)
        if cue is None or cue.pos_ != "VERB":
            return False
        return cue.tag_ in ("VBZ", "VBP") or any(c.dep_ == "aux" and c.lower_ in ("has", "have") for c in cue.children)

    def date(self, n: int) -> DateMention | None:
        """The date that hangs on the cue: "said on Monday", "in 2022 Hale told"; not one of the words reported."""
        cue = self.cue(n)
        block = self.parsed.block_at(self.at(n).start)
        if cue is None or block is None:
            return None
        sentence = self.look.sentence(self.at(n))
        for d in self.dates_from(sentence.start, sentence.end):
            if d.span in sentence and not self.is_inside(d.span.start, n) and _is_narrow(d.edtf):
                token = block.token_at(d.span.start)
                if token is not None and _hangs_on(token, cue):
                    return d
        return None

    def dates_from(self, start: int, end: int) -> Sequence[DateMention]:
        """The dates that begin between two offsets."""
        return self.dates[bisect_left(self.days, start) : bisect_left(self.days, end)]

    def around(self, n: int, spans: Sequence[Span]) -> Span:
        """The words from the first to the last of these, where they are one short phrase; else the cue."""
        start, end = min(s.start for s in spans), max(s.end for s in spans)
        is_line = "\n" not in self.parsed.text[start:end].strip()
        return self.parsed.span(start, end) if end - start <= WIDEST and is_line else self.at(n)


def _hangs_on(token: Token, cue: Token) -> bool:
    """Whether a date belongs to the cue itself and to no clause between the two."""
    for _ in range(8):
        if token == cue:
            return True
        if token.dep_ not in LINKS or token.head == token or token.pos_ in ("VERB", "AUX"):
            return False
        if token.dep_ == "pobj" and token.head.head.pos_ in ("NOUN", "PROPN") and token.head.head != cue:
            return False
        token = token.head
    return False


def _is_narrow(date: str) -> bool:
    """Whether a date can be that of one utterance: a year at most, or a day or month of an unknown year."""
    return edtf.bounds(date) is None or edtf.size(date) < WIDE


def _sentences(parsed: Parsed) -> Iterator[Span]:
    for block, sentence in parsed.sentences():
        yield parsed.span(block.start + sentence.start_char, block.start + sentence.end_char)
