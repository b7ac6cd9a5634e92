"""Who each name, description and pronoun of a document means, read from the first sentence to the last."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from variorum import states
from variorum.annotate.parsed import Block, Parsed
from variorum.annotate.people import given_names, kinds, lexicon
from variorum.annotate.people.cast import Member
from variorum.annotate.people.names import Name
from variorum.annotate.reporting.quotes import Quotation, quotations
from variorum.model import MentionKind

if TYPE_CHECKING:
    from spacy.tokens import Span as Slice
    from spacy.tokens import Token

PAST = re.compile(r"ex-(?P<office>\w+)")
MOST_MENTIONS = 6  # of a name that the recogniser takes for a firm's each time, so that "he" may overrule it
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})


@dataclass(frozen=True, slots=True)
class Ref:
    """Words that mean a member of the cast; `head` is where the phrase's chief word stands."""

    start: int
    end: int
    head: int
    member: Member
    kind: MentionKind
    is_subject: bool
    depth: int
    quotation: int | None
    is_called: bool = False  # spoken to by name: "Turn back, Ann."


@dataclass(slots=True)
class Sentence:
    """One sentence as the reader remembers it."""

    start: int
    end: int
    block: int = 0  # where its paragraph begins
    is_quoted: bool = False  # all of it is somebody's words
    is_apart: bool = False  # a heading or caption: nobody in it is taken up by "he" in the running text
    refs: list[Ref] = field(default_factory=list)


class Quoted:
    """Tells in which quotation a place of the document lies."""

    def __init__(self, parsed: Parsed) -> None:
        self.quotations: tuple[Quotation, ...] = quotations(parsed)
        outermost = [
            (first, last, n) for n, q in enumerate(self.quotations) if q.parent is None for first, last in q.pieces
        ]
        self._pieces = sorted(outermost)
        self._starts = [p[0] for p in self._pieces]

    def at(self, offset: int) -> int | None:
        """The number of the outermost quotation around this place; None in the narrator's own words."""
        n = bisect_right(self._starts, offset) - 1
        return self._pieces[n][2] if n >= 0 and offset < self._pieces[n][1] else None


def find_people(parsed: Parsed, found: dict[Name, Member]) -> None:
    """Tells people and bodies apart by the pronouns that take their names up, where the recogniser of names guessed.

    "Lasker went white. He told me": a single name taken up by the next sentence is a person's. "Norvik Rovers sold
    its captain": a name without a given name in it, whose sentence goes on with "its", is a body's.
    """
    names = sorted(found)
    starts = [n.start for n in names]
    lands = kinds.countries(parsed.text, names)
    last: Member | None = None
    for block, sentence in parsed.sentences():
        first = next((t for t in sentence if not t.is_punct and not t.is_space), None)
        if last is not None and first is not None and first.lower_ in ("he", "she") and first.dep_ in SUBJECTS:
            last.kind = "person"
        start, end = block.start + sentence.start_char, block.start + sentence.end_char
        here = names[bisect_left(starts, start) : bisect_left(starts, end)]
        subjects = {t.i for t in sentence.root.children if t.dep_ == "nsubj"}
        name = next((n for n in here if _head_of(block, n) in subjects), None)
        last = None
        if name is not None and sentence.root.pos_ in ("VERB", "AUX"):
            is_rare = sum(found[name].names.values()) <= MOST_MENTIONS
            if len(here) == 1 and is_rare and _is_bare_body(found[name], name) and name.words not in lands:
                last = found[name]
            said = {t.lower_ for t in sentence if block.place(t)[0] > name.end}
            is_guess = found[name].kind == "person" and found[name].gender is None and not name.title
            if is_guess and "its" in said and not said & (lexicon.HE | lexicon.SHE) and not _is_given(name):
                found[name].kind = "organization"


def _head_of(block: Block, name: Name) -> int | None:
    words = block.tokens.char_span(name.start - block.start, name.end - block.start, alignment_mode="expand")
    return words.root.i if words is not None else None


def _is_bare_body(member: Member, name: Name) -> bool:
    """Whether a body goes by one word that could be a surname: no initials, no state."""
    is_word = name.words.isalpha() and not name.words.isupper() and not states.state(name.words)
    return is_word and member.kind in ("organization", "unknown")


def _is_given(name: Name) -> bool:
    return given_names.is_given(name.words.split()[0])


def describe(parsed: Parsed, found: dict[Name, Member]) -> None:
    """Notes with each person and body what the document says that it is, beside and before its name."""
    for name, member in found.items():
        block = parsed.block_at(name.start)
        slice_ = (
            block.tokens.char_span(name.start - block.start, name.end - block.start, alignment_mode="expand")
            if block
            else None
        )
        if slice_ is not None:
            for token in _beside(slice_):
                note(member, token)


def tell_sexes(parsed: Parsed, found: dict[Name, Member]) -> None:
    """Notes the sex of people whose names do not tell it, by the pronouns in sentences that name nobody else.

    At least two are asked for, and more where the other kind is met, too, because a sentence may speak of somebody
    unnamed.
    """
    counts: defaultdict[int, Counter[str]] = defaultdict(Counter)
    people = sorted(((n.start, m) for n, m in found.items() if m.kind == "person"), key=lambda x: x[0])
    starts = [start for start, _ in people]
    for block, sentence in parsed.sentences():
        start, end = block.start + sentence.start_char, block.start + sentence.end_char
        here = people[bisect_left(starts, start) : bisect_left(starts, end)]
        if here and all(m is here[0][1] for _, m in here):
            words = [t.lower_ for t in sentence if block.place(t)[0] > here[0][0]]
            counts[id(here[0][1])]["m"] += sum(w in lexicon.HE for w in words)
            counts[id(here[0][1])]["f"] += sum(w in lexicon.SHE for w in words)
    for member in {id(m): m for _, m in people}.values():
        count = counts[id(member)]
        (sex, most), (_, least) = sorted((("m", count["m"]), ("f", count["f"])), key=lambda x: -x[1])
        if member.gender is None and most >= 2 + 4 * least:
            member.gender = sex


def _beside(name: Slice) -> Iterator[Token]:
    head = name.root
    for token in name.doc[head.left_edge.i : name.start]:
        if token.sent == name.sent and not token.is_punct:
            yield token
    for child in head.children:
        is_office = child.pos_ != "PROPN" or child.lower_ in lexicon.HUMAN
        if child.dep_ == "appos" and child.i > head.i and is_office:
            yield from _nearest(child)
    if head.dep_ == "appos" and head.head.pos_ == "NOUN":
        yield from (t for t in head.head.lefts)
        yield head.head
    if head.dep_ in SUBJECTS and head.head.lemma_ == "be":
        for child in head.head.children:
            if child.dep_ == "attr" and child.pos_ == "NOUN":
                yield from _nearest(child)


def _nearest(token: Token, most: int = 14) -> Iterator[Token]:
    """The words of a description; of the people in it only its chief words ("an official of the mayor's" is none)."""
    for n, inner in enumerate(token.subtree):
        is_other = inner.lower_ in lexicon.HUMAN and inner != token and inner.dep_ in ("pobj", "poss", "dobj", "nsubj")
        if n < most and not is_other:
            yield inner


def note(member: Member, token: Token) -> None:
    """Adds one describing word to a member."""
    state = state_in(token)
    if state:
        member.described.add(state)
    elif token.pos_ in ("NOUN", "PROPN", "ADJ") and (past := PAST.fullmatch(token.lower_)):
        member.described |= {past["office"], "former"}
    elif token.is_alpha and token.pos_ in ("NOUN", "PROPN", "ADJ"):
        member.described.add(token.lower_)
        if token.tag_ == "NN" and member.kind == "person":
            if token.lower_ in lexicon.FEMALE:
                member.gender = "f"
            elif token.lower_ in lexicon.MALE:
                member.gender = "m"


def state_in(token: Token) -> str | None:
    """The state that an adjective or a name marks, as it stands in `described`; None for other words.

    A country that no table has goes by the stem that its name and its adjective share: "@~bavar".
    """
    known = states.state_of_adjective(token.text) or (states.state(token.text) if token.pos_ == "PROPN" else None)
    if known:
        return "@" + known
    if token.text[:1].isupper() and token.i > token.sent.start and token.pos_ in ("ADJ", "PROPN"):
        stem = (
            kinds.stem_of_adjective(token.text) if token.pos_ == "ADJ" or token.dep_ in ("amod", "compound") else None
        )
        if stem is None and token.dep_ == "pobj" and token.head.lower_ == "of" and _rules(token.head.head):
            stem = kinds.stem_of_state(token.text)
        return f"@~{stem}" if stem else None
    return None


def _rules(token: Token) -> bool:
    """Whether a noun is an office that "of" and a country follow: "king of", "prime minister of", not "minister of"."""
    if token.lower_ == "minister":
        return token.i > 0 and token.nbor(-1).lower_ == "prime"
    return token.lower_ in lexicon.LEADERS - {"head", "chief"}


class Memory:
    """The sentences read so far, and who a pronoun in the next one means."""

    def __init__(self, quoted: Quoted) -> None:
        self.quoted = quoted
        self.sentences: list[Sentence] = []
        self.last: dict[int, int] = {}
        self.by_start: dict[int, Sentence] = {}

    def begin(self, start: int, end: int, block: int = 0, *, is_apart: bool = False) -> None:
        """Opens the next sentence."""
        said = self.quoted.at(start)
        is_quoted = said is not None and self.quoted.at(end - 1) == said
        self.sentences.append(Sentence(start, end, block, is_quoted, is_apart))

    def add(self, ref: Ref) -> None:
        """Remembers a mention in the sentence now open."""
        self.sentences[-1].refs.append(ref)
        self.last[id(ref.member)] = ref.start

    def recency(self, member: Member) -> int:
        """Where the member was last meant; -1 where never so far."""
        return self.last.get(id(member), -1)


def depth_of(token: Token) -> int:
    """How many clauses lie between a word and its sentence's main one."""
    depth = 0
    while token.head != token:
        depth += token.dep_ in ("ccomp", "advcl", "relcl", "acl", "xcomp", "pcomp", "parataxis")
        token = token.head
    return depth
