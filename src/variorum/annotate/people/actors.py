"""The people and bodies of one document, and who is meant by any of its words."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from variorum import states
from variorum.annotate.parsed import Block, Parsed
from variorum.annotate.people import lexicon, turns
from variorum.annotate.people.cast import Member, gather
from variorum.annotate.people.discourse import (
    SUBJECTS,
    Memory,
    Quoted,
    Ref,
    antecedent,
    depth_of,
    describe,
    find_people,
    tell_sexes,
)
from variorum.annotate.people.names import Name
from variorum.annotate.people.names import find as find_names
from variorum.annotate.people.nominals import Nominals, before, phrase
from variorum.annotate.people.offices import is_firm_of, second_office
from variorum.annotate.people.speaking import speakers_by_words, speaks
from variorum.annotate.people.turns import Turns
from variorum.annotate.reporting.draft import Draft
from variorum.model import Actor, Mention, MentionKind, Span, identifier
from variorum.text import plain_words

if TYPE_CHECKING:
    from spacy.tokens import Span as Slice
    from spacy.tokens import Token


# A document of which one of these stands at the head is its publisher's own word.
ISSUED = re.compile(
    r"\b(?:press release|for immediate release|newsletter|bulletin|open letter|communiqu[eé]|press statement|"
    r"(?:official |joint )?statement (?:by|of|on|from|regarding)|announcement|circular)\b",
    re.I,
)
SEVERAL = ("some", "many", "most", "several")
LONGEST_NAME = 80  # code points
LETTERHEAD = 800  # code points in which a letterhead stands
# Where one of these speaks, its owner does: "his speech voiced the idea".
SPEECHES = lexicon.words(
    "speech response reply answer statement remark comment word question proposal tweet post message"
)


@dataclass(slots=True)
class Roster:
    """Everybody whom a document names or describes, and who is meant by its words."""

    parsed: Parsed
    actors: tuple[Actor, ...]
    quoted: Quoted
    memory: Memory
    named: frozenset[str]
    turns: Turns
    issuer: str | None
    _ids: dict[int, str] = field(repr=False)
    _refs: dict[int, Ref] = field(repr=False)
    _seats: dict[str, str] = field(repr=False)
    _described: dict[str, frozenset[str]] = field(repr=False)
    _places: list[int] = field(default_factory=list, repr=False)
    _endings: defaultdict[str, list[tuple[list[str], Member]]] = field(
        default_factory=lambda: defaultdict(list), repr=False
    )

    def __post_init__(self) -> None:
        self._places.extend(sorted(self._refs))

    def at(self, span: Span, *, exclude: frozenset[str] = frozenset()) -> str | None:
        """The actor whom these words name; None where they name nobody who is known: never a guess.

        The chief word decides: "former minister Ann Hale, who ..." is Hale, "Hale's team" is not. Actors in
        `exclude` cannot be meant by a pronoun (the one who is speaking of "him").
        """
        found = self._slice(span)
        if found is None:
            return None
        block, words = found
        member = self._member(block, words, exclude)
        key = self._ids.get(id(member)) if member is not None else None
        if member is None or key is None:
            return None
        if member.kind == "place":  # a town says nothing: "OSLO – Hale has said" only begins with one
            return self._seats.get(key) or (key if speaks(words) else None)
        return key

    def knows(self, span: Span) -> bool:
        """Whether these words mean a member of the cast, were it a town."""
        found = self._slice(span)
        return found is not None and self._member(*found, frozenset()) is not None

    def refs_in(self, start: int, end: int) -> list[Ref]:
        """Everybody mentioned between two offsets, in text order."""
        first, last = bisect_left(self._places, start), bisect_left(self._places, end)
        return [self._refs[p] for p in self._places[first:last]]

    def described(self, actor: str) -> frozenset[str]:
        """What the document says that an actor is, in small letters: "journalist", "president"."""
        return self._described.get(actor, frozenset())

    def id_of(self, member: Member) -> str | None:
        """The id of a member of the cast."""
        return self._ids.get(id(member))

    def _slice(self, span: Span) -> tuple[Block, Slice] | None:
        block = self.parsed.block_at(span.start)
        if block is None:
            return None
        start, end = span.start - block.start, min(span.end, block.end) - block.start
        words = block.tokens.char_span(start, end, alignment_mode="expand")
        return (block, words) if words is not None and len(words) else None

    def _member(self, block: Block, words: Slice, exclude: frozenset[str]) -> Member | None:
        root = words.root
        turn = self.turns.at(block.place(words[0])[0])
        if turn is not None and self.turns.is_label(block.place(words[0])[0]):
            return turn.member
        barred = frozenset(k for k, key in self._ids.items() if key in exclude) | self.turns.parties(turn)
        if root.lower_ in lexicon.HE | lexicon.SHE | lexicon.IT | lexicon.THEY:
            return antecedent(block, root, self.memory.sentences, self.quoted, barred)
        if root.lower_ in ("former", "latter"):
            return self._of_two(block.place(root)[0], is_last=root.lower_ == "latter")
        if root.lower_ in ("one", "another", "others", "two", *SEVERAL):  # "One of them, Ann Hale, said"
            beside = [self._covering(block.place(c)[0]) for c in root.children if c.dep_ == "appos"]
            named = next((r.member for r in beside if r is not None and r.kind == "name"), None)
            return named or self._of_several(block.place(root)[0], root)
        if root.tag_ in ("WP", "WDT"):
            noun = _relative_to(root)
            ref = self._refs.get(block.place(noun)[0]) if noun is not None else None
            return ref.member if ref else None
        if root.lemma_ in SPEECHES:
            owners = [c for c in root.children if c.dep_ == "poss" and c in words]
            if owners:
                return self._member(block, words.doc[owners[0].i : owners[0].i + 1], exclude)
        start, end = block.place(words[0])[0], block.place(words[-1])[1]
        second = second_office(words, root)
        ref = self._covering(block.place(second)[0]) if second is not None else None
        if ref is not None and ref.kind == "name" and ref.member.kind == "person":
            return ref.member
        for token in (root, *(c for c in root.children if c.dep_ == "appos" and c in words)):
            ref = self._covering(block.place(token)[0])
            if ref is None and token == root and root.dep_ in ("compound", "nmod"):
                ref = self._covering(block.place(root.head)[0])  # "The painter" of "The painter Ann Hale"
            if ref is not None and (ref.kind == "name" or token == root):
                return self._apposed(block, words, root) or ref.member if ref.kind != "name" else ref.member
        return (
            self._lone_name(block, words, start, end)
            or self._torn_name(start, end)
            or self._by_words(words.text)
            or self._by_first_words(words)
        )

    def _torn_name(self, start: int, end: int) -> Member | None:
        """The one whose name ends with these words, where the parser took the rest of the name for something else."""
        names = [r for r in self.refs_in(start - LONGEST_NAME, end) if r.kind == "name"]
        return next((r.member for r in names if r.start < start and r.end == end), None)

    def _by_first_words(self, words: Slice) -> Member | None:
        """The only body whose name begins so: "Northern pledged" in a story about Northern Airlines."""
        said = plain_words(words.text)
        if not said or not words.text[0].isupper() or words.root.tag_ in ("NNS", "NNPS"):
            return None
        bodies = {id(r.member): r.member for p in self._places if (r := self._refs[p]).kind == "name"}
        fit = [m for m in bodies.values() if m.kind == "organization" and any(is_firm_of(said, n) for n in m.names)]
        return fit[0] if len(fit) == 1 else None

    def _of_several(self, place: int, token: Token) -> Member | None:
        """The people whom the sentence before is about, for a bare "Some wondered"; nobody for "some of the men"."""
        if token.lower_ not in SEVERAL or any(c.dep_ in ("prep", "appos", "relcl") for c in token.children):
            return None
        at = bisect_right(self.memory.sentences, place, key=lambda s: s.start) - 1
        before = self.memory.sentences[max(0, at - 3) : max(at, 0)]
        groups = [r.member for s in before for r in s.refs if r.member.kind == "group" and r.is_subject and not r.depth]
        return groups[-1] if groups else None

    def _of_two(self, place: int, *, is_last: bool) -> Member | None:
        """The first or the last of the two people whom the sentence before names; None where they are not two."""
        at = bisect_right(self.memory.sentences, place, key=lambda s: s.start) - 1
        for sentence in reversed(self.memory.sentences[max(0, at - 1) : at]):
            refs = [r for r in sentence.refs if r.kind == "name" and r.member.kind == "person"]
            pair = list({id(r.member): r.member for r in refs[-2:]}.values())
            return pair[-1 if is_last else 0] if len(pair) == 2 else None
        return None

    def _by_words(self, words: str) -> Member | None:
        """The only one who goes by these words elsewhere, for headlines, which the parser reads badly."""
        wanted = plain_words(words)
        while wanted and wanted[0] in ("the", "a", "an"):
            wanted = wanted[1:]
        if not wanted or len(wanted[-1]) < 2 or (len(wanted) == 1 and wanted[0] in lexicon.PRONOUNS):
            return None
        if not self._endings:
            for place in self._places:
                ref = self._refs[place]
                said = plain_words(self.parsed.text[ref.start : ref.end])
                if said and ref.kind != "pronoun":
                    self._endings[said[-1]].append((said, ref.member))
        alike = self._endings.get(wanted[-1], [])
        found = {id(m): m for said, m in alike if said[-len(wanted) :] == wanted}
        return next(iter(found.values())) if len(found) == 1 else None

    def _apposed(self, block: Block, words: Slice, root: Token) -> Member | None:
        for child in root.children:
            if child.dep_ == "appos" and words.start <= child.i < words.end:
                ref = self._covering(block.place(child)[0])
                if ref is not None and ref.kind == "name":
                    return ref.member
        return None

    def _covering(self, offset: int) -> Ref | None:
        return self._refs.get(offset)

    def _lone_name(self, block: Block, words: Slice, start: int, end: int) -> Member | None:
        """The only name in the words, if it stands at their end or before a comma and owns nothing after it."""
        names = [r for r in self.refs_in(start, end) if r.kind == "name"]
        if len({id(r.member) for r in names}) != 1:
            return None
        rest = self.parsed.text[names[-1].end : end]
        before = self.parsed.text[start : names[-1].start]
        is_last = not rest.strip() or rest.lstrip().startswith((",", "(", "-", "–", "—"))
        is_headed = not any(
            t.pos_ == "ADP" for t in words[: max(0, len(words) - 1)] if block.place(t)[0] < names[-1].start
        )
        return names[-1].member if is_last and is_headed and len(before) < 120 else None


def find(parsed: Parsed, drafts: Sequence[Draft] = ()) -> Roster:
    """The actors of the document with all their mentions, and the means to ask who some words name.

    `drafts` are the document's reports, of which those are looked at that are the turns of a transcript.
    """
    names = find_names(parsed)
    members, found = gather(names, parsed.text, parsed.document.title or "")
    find_people(parsed, found)
    describe(parsed, found)
    told, others = turns.find(parsed, drafts, found)
    members = [*dict.fromkeys(m for m in members if m in set(found.values())), *others]
    tell_sexes(parsed, found)
    memory = Memory(Quoted(parsed))
    reading = _Reading(parsed, found, Nominals(list(members), memory), memory, told)
    reading.read()
    cast = list(dict.fromkeys([*members, *reading.nominals.named, *(r.member for r in reading.refs.values())]))
    roster = _roster(parsed, found, cast, reading)
    sources = list(speakers_by_words(parsed, drafts, memory.quoted, roster.knows))
    if not sources:
        return roster
    reading.refs.update({r.head: r for r in sources if r.head not in reading.refs})
    return _roster(parsed, found, list(dict.fromkeys([*cast, *(r.member for r in sources)])), reading)


def _roster(parsed: Parsed, found: dict[Name, Member], cast: list[Member], reading: _Reading) -> Roster:
    ids = _ids(parsed.document.id, cast)
    return Roster(
        parsed,
        _actors(parsed, cast, ids, reading.refs),
        reading.memory.quoted,
        reading.memory,
        frozenset(ids[id(m)] for m in cast if m.is_named),
        reading.turns,
        _issuer(parsed, found, ids),
        ids,
        reading.refs,
        _seats(cast, ids),
        {ids[id(m)]: frozenset(m.described) for m in cast},
    )


def _issuer(parsed: Parsed, found: dict[Name, Member], ids: dict[int, str]) -> str | None:
    """The body whose statement or newsletter the document is, so that its "we" is the body; None for all others."""
    lines = list(re.finditer(r"[^\n]*\S[^\n]*", parsed.text[:LETTERHEAD]))[:8]
    head = [m for m in lines if len(m.group().split()) <= 14 and not m.group().rstrip().endswith((".", "?", "!"))]
    if not any(ISSUED.search(m.group()) for m in head):
        return None
    for name in sorted(found):
        is_in_head = any(m.start() <= name.start < m.end() for m in head)
        if is_in_head and found[name].kind == "organization" and not states.state(name.words):
            return ids[id(found[name])]
    return None


class _Reading:
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
            self.memory.begin(start, end)
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
            parties = self.turns.parties(self.turns.at(place[0]))
            member = antecedent(block, token, self.memory.sentences, self.memory.quoted, parties)
            if member is not None and not member.is_named and member.gender is None:
                member.gender = "m" if token.lower_ in lexicon.HE else "f"  # whoever was "he" once is not "she" later
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
        if token.dep_ == "appos":
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
        tail = next((c for c in token.children if c.dep_ == "prep" and c.i == token.i + 1), token)
        start = block.place(token)[1]
        for name in self._names_between(start, block.place(tail.right_edge)[1] + 4):
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
        ref = Ref(start, end, head, member, kind, is_subject, depth_of(token), self.memory.quoted.at(head))
        self.refs[head] = ref
        self.memory.add(ref)


def _relative_to(token: Token) -> Token | None:
    """The noun that a relative pronoun takes up: "Hale, who said"."""
    verb: Token = token.head
    while verb.dep_ in ("conj", "xcomp", "ccomp") and verb.head != verb:
        verb = verb.head
    return verb.head if verb.dep_ == "relcl" else None


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


def _ids(doc: str, cast: list[Member]) -> dict[int, str]:
    """Ids made of kind and name; of two members alike in both the second is told apart by its number."""
    seen: Counter[tuple[str, str]] = Counter()
    ids = {}
    for member in cast:
        seen[member.kind, member.chief] += 1
        ids[id(member)] = identifier(
            "a", doc, member.kind, member.chief, *([n] if (n := seen[member.kind, member.chief]) > 1 else [])
        )
    return ids


def _actors(parsed: Parsed, cast: list[Member], ids: dict[int, str], refs: dict[int, Ref]) -> tuple[Actor, ...]:
    mentions: dict[int, list[Ref]] = {id(m): [] for m in cast}
    for ref in refs.values():
        mentions[id(ref.member)].append(ref)
    return tuple(
        Actor(
            id=ids[id(m)],
            kind=m.kind,
            name=m.chief,
            aliases=_aliases(parsed, m, mentions[id(m)]),
            mentions=tuple(
                Mention(parsed.span(r.start, r.end), r.kind)
                for r in sorted(mentions[id(m)], key=lambda r: (r.start, r.end))
            ),
        )
        for m in sorted(cast, key=lambda m: ids[id(m)])
    )


def _aliases(parsed: Parsed, member: Member, refs: list[Ref]) -> tuple[str, ...]:
    """Every other wording under which the document names or describes the member."""
    words = {" ".join(parsed.text[r.start : r.end].split()) for r in refs if r.kind != "pronoun"} | set(member.names)
    return tuple(sorted(w for w in words - {member.chief} if len(w) <= 80))


def _seats(cast: list[Member], ids: dict[int, str]) -> dict[str, str]:
    """For each capital the state that is meant where it speaks."""
    by_name = {m.chief: ids[id(m)] for m in cast if m.kind == "organization"}
    found = {}
    for member in cast:
        state = states.state_of_capital(member.chief) if member.kind == "place" else None
        if state in by_name:
            found[ids[id(member)]] = by_name[state]
    return found
