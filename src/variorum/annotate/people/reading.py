"""One walk through a document that settles who each of its names, descriptions and pronouns means."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from variorum import states
from variorum.annotate.parsed import Block, Parsed
from variorum.annotate.people import lexicon
from variorum.annotate.people.cast import Member
from variorum.annotate.people.discourse import SUBJECTS, Memory, Ref, depth_of
from variorum.annotate.people.names import Name
from variorum.annotate.people.nominals import Nominals
from variorum.annotate.people.phrases import before, phrase
from variorum.annotate.people.pronouns import antecedent
from variorum.annotate.people.turns import Turns
from variorum.annotate.reporting.cues import SAYING
from variorum.model import MentionKind

if TYPE_CHECKING:
    from spacy.tokens import Token

OFFICES = lexicon.LEADERS | lexicon.OFFICIALS | lexicon.TRADES
LONGEST_HEADING = 20  # words; a longer line without a full stop is a paragraph
ENDS = frozenset(".!?:;,…\"'”’»)")
CALLED = re.compile(r"\s(?:called|named|known as|identified as)\s(?:only as\s)?(?:\d+\s)?")
OF_OFFICE = re.compile(r"\s(?:of|for)\s(?:(?:the\s)?\w+\s){0,2}(?P<last>\w+)\s")
PICTURE = re.compile(
    r"\s*(?:Image (?:copyright|caption|source)|Enlarge this image|Photo(?:graph)?:|Picture:|File photo|Video)\b"
)


class Reading:
    """One walk through the sentences that settles who each mention means."""

    def __init__(
        self, parsed: Parsed, found: dict[Name, Member], nominals: Nominals, memory: Memory, told: Turns
    ) -> None:
        self.parsed, self.nominals, self.memory, self.turns = parsed, nominals, memory, told
        self.names = sorted(found)
        self.found = found
        self.starts = [n.start for n in self.names]
        self.refs: dict[int, Ref] = {}

    def read(self) -> None:
        for block, sentence in self.parsed.sentences():
            start, end = block.start + sentence.start_char, block.start + sentence.end_char
            self.memory.begin(start, end, block.start, is_apart=_is_apart(block, sentence.text))
            names = self._names_between(start, end)
            heads = {self._head(block, name): name for name in names}
            inside = {at for n in names for at in range(n.start, n.end)}
            for token in sentence:
                place = block.place(token)[0]
                if self.turns.is_label(place):
                    self._label(block, token)
                elif place in heads:
                    self._name(block, token, heads[place])
                elif place not in inside:
                    self._other(block, token)

    def _label(self, block: Block, token: Token) -> None:
        """The label of a turn names whoever takes it, and is nobody's "he" in what is said then."""
        place = block.place(token)
        turn = self.turns.at(place[0])
        if turn is not None and turn.member is not None and place[1] == turn.label[1]:
            self.refs[place[0]] = Ref(*turn.label, place[0], turn.member, "name", False, 0, None)

    def _names_between(self, start: int, end: int) -> list[Name]:
        return self.names[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def _head(self, block: Block, name: Name) -> int:
        words = block.tokens.char_span(name.start - block.start, name.end - block.start, alignment_mode="expand")
        return (
            block.place(words[-1] if words.root.dep_ == "compound" else words.root)[0]
            if words is not None
            else name.start
        )

    def _name(self, block: Block, token: Token, name: Name) -> None:
        member = self.found[name]
        state = states.state_of_capital(member.chief) if member.kind == "place" else None
        if state and _acts(token):
            member = self.nominals.state(state)
        self._add(block, token, name.start, name.end, member, "name")

    def _other(self, block: Block, token: Token) -> None:
        place = block.place(token)
        if token.lower_ in lexicon.HE | lexicon.SHE:
            turn = self.turns.at(place[0])
            parties, since = self.turns.parties(turn), self.turns.since(turn)
            member = antecedent(block, token, self.memory.sentences, self.memory.quoted, parties, since)
            if member is not None and not member.is_named and member.gender is None:
                member.gender = "m" if token.lower_ in lexicon.HE else "f"  # whoever was "he" once is not "she" later
            if member is not None and self.memory.quoted.at(place[0]) is None:
                self._add(block, token, *place, member, "pronoun")
            return
        if token.lower_ == "it" and token.dep_ in SUBJECTS and token.head.lemma_ in SAYING:
            member = antecedent(block, token, self.memory.sentences, self.memory.quoted)
            if member is not None and self.memory.quoted.at(place[0]) is None:
                self._add(block, token, *place, member, "pronoun")
            return
        told = phrase(token)
        if told is None:
            return
        owner, beside = self._owner(block, token), self._apposed(block, token)
        if beside is not None and not told.is_plural:
            self.nominals.tell(beside, told.head)
        if beside is not None and told.is_possessed and beside.kind == "person":
            self.nominals.relate(beside, told.head, owner)
        member = beside or self.nominals.resolve(told, owner)
        if member is not None:
            self._add(block, token, self._left(block, token), place[1], member, "nominal")

    def _left(self, block: Block, token: Token) -> int:
        return block.place((before(token) or [token])[0])[0]

    def _apposed(self, block: Block, token: Token) -> Member | None:
        """The one beside whose name the description stands: "Ann Hale, a diplomat", "the diplomat Ann Hale"."""
        is_human = token.lemma_.casefold() in lexicon.HUMAN
        if token.dep_ == "appos" and not self.turns.is_label(block.place(token.head)[0]):
            ref = self.refs.get(block.place(token.head)[0])
            is_alike = ref is not None and ref.kind == "nominal" and ref.member.kind == "person" and is_human
            if ref is not None and (is_alike or (ref.kind == "name" and ref.member.kind != "place")):
                return ref.member
        for child in token.children:
            if child.dep_ == "appos":
                for name in self._names_between(*block.place(child)) or self._ending_at(block.place(child)[1]):
                    if (self.found[name].kind in ("person", "unknown")) == is_human:
                        return self.found[name]
                told = phrase(child) if is_human else None
                known = self.nominals.known(told) if told is not None else None
                if known is not None:
                    return known
        return self._named_after(block, token)

    def _named_after(self, block: Block, token: Token) -> Member | None:
        """The person named in commas after a description: "a spokesman for the council, Ann Hale, said"."""
        if token.lemma_.casefold() not in lexicon.HUMAN or token.tag_ in ("NNS", "NNPS"):
            return None
        tail = next((c for c in token.children if c.dep_ in ("prep", "acl") and c.i == token.i + 1), token)
        start = block.place(token)[1]
        beside = next(iter(self._names_between(start + 1, start + 2)), None)
        if beside is not None and self.found[beside].kind == "person" and self.parsed.text[start] in " \n":
            return self.found[beside]  # "the premier Ann Hale", whatever the parser makes of it
        for name in self._names_between(start, block.place(tail.right_edge)[1] + 4):
            of = OF_OFFICE.fullmatch(self.parsed.text, start, name.start)
            is_office = of is not None and of["last"].casefold() not in lexicon.HUMAN | lexicon.TITLES
            if is_office and self.found[name].kind == "person" and token.lower_ in OFFICES:
                return self.found[name]  # "minister of transport Ann Hale"
            if self._is_persons(name) and CALLED.fullmatch(self.parsed.text, start, name.start):
                self.found[name].kind = "person"
                return self.found[name]
            gap, after = self.parsed.text[start : name.start], self.parsed.text[name.end : name.end + 1]
            is_run_on = any(n.end == name.start - 1 for n in self._ending_at(name.start - 1)) and "," not in gap
            if is_run_on and self.found[name].kind == "person":  # "envoy to the Northern League Ann Hale"
                return self.found[name]
            if gap.endswith(", ") and gap.count(",") == 1 and after in (",", ".") and self._is_persons(name):
                self.found[name].kind = "person"
                return self.found[name]
        return None

    def _is_persons(self, name: Name) -> bool:
        """Whether a name beside a human description is a person's, though the recogniser took it for a firm's."""
        parts = name.words.split()
        is_open = self.found[name].kind in ("person", "organization", "unknown", "place")
        return is_open and 2 <= len(parts) <= 4 and parts[-1].casefold() not in lexicon.ORGANIZATION_LAST

    def _ending_at(self, end: int) -> list[Name]:
        return [n for n in self._names_between(end - 60, end) if n.end == end]

    def _owner(self, block: Block, token: Token) -> Member | None:
        for child in token.children:
            if child.dep_ == "poss":
                ref = self.refs.get(block.place(child)[0])
                return ref.member if ref else None
        return None

    def _add(self, block: Block, token: Token, start: int, end: int, member: Member, kind: MentionKind) -> None:
        head = block.place(token)[0]
        is_subject = token.dep_ in SUBJECTS or (token.dep_ == "conj" and token.head.dep_ in SUBJECTS)
        quotation = self.memory.quoted.at(head)
        is_called = quotation is not None and kind == "name" and _is_called(self.parsed.text, start, end)
        ref = Ref(start, end, head, member, kind, is_subject, depth_of(token), quotation, is_called)
        self.refs[head] = ref
        self.memory.add(ref)


def _is_called(text: str, start: int, end: int) -> bool:
    """Whether a name stands apart in what is said, as one does who is spoken to: "Turn back, Ann." or "Ann, turn"."""
    before, after = text[max(0, start - 2) : start], text[end : end + 1]
    return (before == ", " and after in ".!?\"'”’") or (before[-1:] in "\"'“‘" and after == ",")


def _is_apart(block: Block, sentence: str) -> bool:
    """Whether a sentence is a heading, a caption or a picture's credit, beside the running text."""
    if block.kind in ("title", "caption"):
        return True
    is_credit = sentence.lstrip().startswith("(") and "/" in sentence
    words = block.text.split()
    is_heading = len(words) <= LONGEST_HEADING and block.text.rstrip()[-1:] not in ENDS
    return is_credit or is_heading or bool(PICTURE.match(block.text))


def _acts(token: Token) -> bool:
    """Whether a capital stands where only a government can: it does something, owns, is asked or cited."""
    if token.dep_ == "nsubj" and token.head.lemma_ != "be":
        return True
    if token.dep_ in ("poss", "dative", "agent"):
        return True
    return (
        token.dep_ == "pobj"
        and token.head.lower_ in ("to", "by", "between")
        and token.head.head.lower_ in ("according", "between")
    )
