"""Who is meant by any words of one document: names, descriptions, pronouns, turns."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from variorum.annotate.parsed import Block, Parsed
from variorum.annotate.people import lexicon
from variorum.annotate.people.cast import Member
from variorum.annotate.people.discourse import Memory, Quoted, Ref
from variorum.annotate.people.offices import is_firm_of, second_office
from variorum.annotate.people.pronouns import antecedent
from variorum.annotate.people.speaking import speaks
from variorum.annotate.people.turns import Turns
from variorum.model import Actor, Span
from variorum.text import plain_words

if TYPE_CHECKING:
    from spacy.tokens import Span as Slice
    from spacy.tokens import Token

SEVERAL = ("some", "many", "most", "several")
LONGEST_APPOSED = 4  # words from a description to the end of the name beside it: "his counsel, Mr Ivo Marlow,"
LONGEST_NAME = 80  # code points
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
    author: str | None
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
            return antecedent(block, root, self.memory.sentences, self.quoted, barred, self.turns.since(turn))
        if root.lower_ in ("former", "latter"):
            return self._of_two(block.place(root)[0], is_last=root.lower_ == "latter")
        if root.lower_ in ("one", "another", "others", "two", *SEVERAL) and not self._covering(block.place(root)[0]):
            beside = [self._covering(block.place(c)[0]) for c in root.children if c.dep_ == "appos"]
            named = next((r.member for r in beside if r is not None and r.kind == "name"), None)
            return named or self._of_several(block.place(root)[0], root)
        if root.tag_ in ("WP", "WDT"):
            noun = _relative_to(root) or _cleft(root)
            ref = self._refs.get(block.place(noun)[0]) if noun is not None else None
            return ref.member if ref else None
        owner = _owner_of_speech(words)
        if owner is not None:
            return self._member(block, words.doc[owner.i : owner.i + 1], exclude)
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
            or (self._around(start, end) if len(words) > 1 else None)
            or self._by_words(words.text)
            or self._by_first_words(words)
        )

    def _around(self, start: int, end: int) -> Member | None:
        """The one of whose name these words are a part, cut off at its end: "The New" of "The New Herald"."""
        names = [r for r in self.refs_in(start, end + LONGEST_NAME) if r.kind == "name" and r.end > end]
        return next((r.member for r in names if r.start < end), None)

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
            if child.dep_ == "appos" and words.start <= child.i <= words.end + LONGEST_APPOSED:
                ref = self._covering(block.place(child)[0])
                is_alike = ref is not None and (ref.member.kind == "person") == (
                    root.lemma_.casefold() in lexicon.HUMAN
                )
                if ref is not None and ref.kind == "name" and (child in words or is_alike):
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


def _relative_to(token: Token) -> Token | None:
    """The noun that a relative pronoun takes up: "Hale, who said"."""
    verb: Token = token.head
    while verb.dep_ in ("conj", "xcomp", "ccomp") and verb.head != verb:
        verb = verb.head
    return verb.head if verb.dep_ == "relcl" else None


def _owner_of_speech(words: Slice) -> Token | None:
    """Whose speech the words mean: "his reply", "the words of Hale"; None for words of another kind."""
    root = words.root
    if root.lemma_ not in SPEECHES:
        return None
    owners = [c for c in root.children if c.dep_ == "poss" and c in words]
    owners += [c for p in root.children if p.lower_ == "of" for c in p.children if c.pos_ == "PROPN"]
    return owners[0] if owners else None


def _cleft(token: Token) -> Token | None:
    """The noun that is set off for stress: "It was Hale, too, who said"."""
    verb: Token = token.head
    above: Token = verb.head
    if above.lemma_ != "be" or not any(c.lower_ == "it" and c.dep_ == "nsubj" for c in above.children):
        return None
    return next((c for c in above.children if c.dep_ == "attr" and c.i < token.i), None)
