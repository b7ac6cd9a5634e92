"""Transcripts and minutes: whose turn each labelled paragraph is, and who else is in the room.

Court: "Q."/"A." with the witness named where he is sworn in or in the heading, "BY MS. HALE:" for who asks.
Interviews and minutes: "Hale:", "The President:", "Foreign Minister L.:", with initials and offices told in a
list of those present.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from variorum.annotate.parsed import Parsed
from variorum.annotate.people import lexicon
from variorum.annotate.people.cast import Member
from variorum.annotate.people.names import Name
from variorum.annotate.reporting.draft import Draft
from variorum.text import plain_words

NAMED = r"[A-Z][\w.'’-]+(?:[ \t]+[A-Z][\w.'’-]*){0,4}"
EXAMINED = re.compile(
    rf"(?:(?:EXAMINATION|TESTIMONY|DEPOSITION|INTERVIEW)\s+(?:OF|WITH)|(?:examination|testimony|deposition)\s+of|"
    rf"[Ii]nterview\s+with)[ \t]+(?P<name>{NAMED})"
)
SWORN = re.compile(
    rf"(?P<name>{NAMED}),?[ \t]+(?:(?:was|is|were)[ \t]+(?:duly[ \t]+|first[ \t]+)*(?:sworn|affirmed)|"
    r"having[ \t]+(?:been|first)|called[ \t]+(?:as|by)|being[ \t]+(?:first|duly)|sworn|affirmed)"
)
BY = re.compile(
    rf"[ \t]*(?:[\w-]*[ -]?EXAMINATION[ \t]+BY[ \t]+(?P<heading>{NAMED})|BY[ \t]+(?P<name>{NAMED})[ \t]*:)[ \t]*$"
)
INITIALS = re.compile(r"(?:[A-Z]\.?){1,3}")
LISTED = re.compile(r"[^.!?\n]{3,120}\((?P<initials>[A-Z](?:\.?[A-Z]){0,2}\.?)\)")
KEYED = re.compile(rf"[ \t]*(?P<initials>[A-Z]{{1,3}})[ \t]*(?:[=–—-]|:)[ \t]*(?P<name>{NAMED})")
COURTS = frozenset({"court", "judge", "bench"})
WITNESS = frozenset({"a", "answer", "witness"})
ASKED_BY = frozenset({"q", "question"})
Piece = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Turn:
    """One labelled paragraph: where its label and its words stand, and whose words they are, if known."""

    label: Piece
    start: int
    end: int
    member: Member | None


@dataclass(slots=True)
class Turns:
    """All turns of a document in text order."""

    turns: list[Turn] = field(default_factory=list)
    _starts: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._starts.extend(t.label[0] for t in self.turns)

    def at(self, offset: int) -> Turn | None:
        """The turn in whose label or words an offset lies."""
        n = bisect_right(self._starts, offset) - 1
        return self.turns[n] if n >= 0 and offset < self.turns[n].end else None

    def before(self, offset: int) -> Turn | None:
        """The last turn that began before an offset."""
        n = bisect_right(self._starts, offset) - 1
        return self.turns[n] if n >= 0 else None

    def since(self, turn: Turn | None) -> int | None:
        """Where the turn before this one begins, whose question this one answers; None outside of turns."""
        if turn is None:
            return None
        earlier = self.before(turn.label[0] - 1)
        return earlier.label[0] if earlier is not None else turn.label[0]

    def is_label(self, offset: int) -> bool:
        """Whether an offset lies in the label of a turn."""
        turn = self.at(offset)
        return turn is not None and turn.label[0] <= offset < turn.label[1]

    def parties(self, turn: Turn | None) -> frozenset[int]:
        """`id`s of those whom nobody in a turn calls "he" or "she": who speaks and to whom."""
        if turn is None:
            return frozenset()
        return frozenset(id(m) for m in (turn.member, self.other(turn)) if m is not None)

    def other(self, turn: Turn) -> Member | None:
        """The one to whom a turn is spoken: who speaks just before, or else just after, and is somebody else."""
        n = self._starts.index(turn.label[0]) if turn.label[0] in self._starts else -1
        around = [*reversed(self.turns[max(0, n - 1) : n]), *self.turns[n + 1 : n + 2]]
        return next((t.member for t in around if t.member is not None and t.member is not turn.member), None)


def find(parsed: Parsed, drafts: Sequence[Draft], found: dict[Name, Member]) -> tuple[Turns, list[Member]]:
    """The turns of a document with whoever takes them, and those of them who are named nowhere (the court).

    A turn is a report that only its label makes: a paragraph that begins with who speaks and a colon.
    """
    labels = sorted(_labels(parsed, drafts))
    if not labels:
        return Turns(), []
    room = _Room(parsed, labels[0][0][0], found)
    for name in room.names:
        if INITIALS.fullmatch(name.words) and (known := room.by_initials.get(_bare(name.words))):
            found[name] = known
    turns = []
    for label, start, end in labels:
        turns.append(Turn(label, start, end, room.member(label)))
    return Turns(turns), room.unnamed


def _labels(parsed: Parsed, drafts: Sequence[Draft]) -> Iterator[tuple[Piece, int, int]]:
    for draft in drafts:
        if draft.cue or not draft.source or not draft.content or draft.parent is not None:
            continue
        source, first = draft.source[0], draft.content[0]
        block = parsed.block_at(source.start)
        if block is None or parsed.text[block.start : source.start].strip() or first.start <= source.end:
            continue
        if re.fullmatch(r"\s*[:.]\s*", parsed.text[source.end : first.start]):
            yield (source.start, source.end), first.start, draft.content[-1].end


class _Room:
    """Those who take part, by what the lines before the first turn tell of them."""

    def __init__(self, parsed: Parsed, first: int, found: Mapping[Name, Member]) -> None:
        self.parsed, self.found = parsed, found
        self.names = sorted(found)
        self.people = list(dict.fromkeys(found[n] for n in self.names if found[n].kind == "person"))
        self.unnamed: list[Member] = []
        self.by_initials = self._by_initials(parsed.text)
        self.witnesses = self._witnesses(parsed.text)
        self.askers = [(b.start, m) for b in parsed.blocks if (by := BY.match(parsed.text, b.start, b.end))
                       and (m := self.named(by["name"] or by["heading"]))]  # fmt: skip
        self._introduced(first)

    def _by_initials(self, text: str) -> dict[str, Member]:
        """Those whose initials a list of the present tells: "Ann Hale, Minister (H.)", "AH: Ann Hale"."""
        known: dict[str, Member] = {}
        for line in re.finditer(r"[^\n]+", text):
            listed = LISTED.search(line.group())
            keyed = KEYED.match(line.group()) if listed is None else None
            if listed:
                start, end = line.start(), line.start() + listed.start("initials")
                people = [
                    self.found[n] for n in self.names if start <= n.start < end and self.found[n].kind == "person"
                ]
                people = [m for m in people if len(m.names) and not INITIALS.fullmatch(m.chief)]
                if people:
                    known.setdefault(_bare(listed["initials"]), people[-1])
            elif keyed and _are_initials(keyed["initials"], keyed["name"]):
                member = self.named(keyed["name"])
                if member:
                    known.setdefault(keyed["initials"], member)
        return known

    def _witnesses(self, text: str) -> list[tuple[int, Member]]:
        found = [(m.start(), self.named(m["name"])) for p in (EXAMINED, SWORN) for m in p.finditer(text)]
        return sorted(((at, m) for at, m in found if m is not None), key=lambda x: x[0])

    def _introduced(self, first: int) -> None:
        """Notes the offices that lines of a list tell: "Iris Hale, Minister of Finance"."""
        for name in self.names:
            member = self.found[name]
            if name.start >= first or member.kind != "person":
                continue
            line = self.parsed.text[name.end : self.parsed.text.find("\n", name.end) + 1 or None]
            office = re.match(r",\s*([A-Z][^,.;:\n(]{2,50})\s*(?:[,;(]|$)", line.strip("\n"))
            if office:
                roles = {w for w in plain_words(office[1]) if w in lexicon.HUMAN}
                member.described |= roles

    def named(self, words: str) -> Member | None:
        """The person whom these words name; "Ms. Hale" is a new one if nobody else has named her."""
        parts = [w for w in plain_words(words) if w not in lexicon.TITLES]
        if not parts or any(w in lexicon.HEADING_WORDS for w in parts):
            return None
        fit = [
            m
            for m in self.people
            if plain_words(m.chief)[-len(parts) :] == parts
            or plain_words(m.chief) == parts
            or (len(parts) > 1 and plain_words(m.surname) == parts[-1:] and plain_words(m.chief)[:1] == parts[:1])
        ]
        fit = fit or [m for m in self.people if plain_words(m.chief) == parts[-1:]]
        if len({id(m) for m in fit}) == 1:
            return fit[0]
        if fit or len(parts) > 3:
            return None
        return self._new(" ".join(w.capitalize() for w in parts), words.split()[0])

    def _new(self, chief: str, title: str = "") -> Member:
        member = Member("person", chief, gender=lexicon.gender_of_title(title))
        self.people.append(member)
        self.unnamed.append(member)
        return member

    def member(self, label: Piece) -> Member | None:
        """Whose turn a label opens; None where nothing tells."""
        words = self.parsed.text[slice(*label)]
        said = plain_words(words)
        bare = [w for w in said if w not in ("the", "mr", "mrs", "ms", "dr")]
        if not bare:
            return None
        if len(bare) == 1 and bare[0] in WITNESS:
            return self._latest(self.witnesses, label[0])
        if len(bare) == 1 and bare[0] in ASKED_BY:
            return self._latest(self.askers, label[0])
        if bare[-1] in COURTS and len(bare) == 1:
            return self._court()
        last = words.split()[-1]
        if (
            INITIALS.fullmatch(last)
            and (last.isupper() and len(_bare(last)) <= 3)
            and (last.endswith(".") or len(said) == 1)
        ):
            return self._by_initial(last, set(bare[:-1]))
        if bare[-1] in lexicon.HUMAN:
            return self._by_office(bare)
        return self.named(words)

    def _latest(self, known: Sequence[tuple[int, Member]], place: int) -> Member | None:
        before = [m for at, m in known if at < place]
        return before[-1] if before else None

    def _court(self) -> Member:
        for member in self.unnamed:
            if member.chief == "Court":
                return member
        court = Member("organization", "Court", is_named=True)
        self.unnamed.append(court)
        return court

    def _by_initial(self, initials: str, offices: set[str]) -> Member | None:
        bare = _bare(initials)
        if bare in self.by_initials:
            return self.by_initials[bare]
        full = [m for m in self.people if not INITIALS.fullmatch(m.chief) and " " in m.chief]
        fit = [m for m in full if _are_initials(bare, m.chief) or plain_words(m.chief)[-1][:1].upper() == bare]
        if len(fit) > 1 and offices & lexicon.HUMAN:
            fit = [m for m in fit if offices & lexicon.HUMAN & m.described]
        return fit[0] if len(fit) == 1 else None

    def _by_office(self, said: Sequence[str]) -> Member | None:
        fit = [m for m in self.people if said[-1] in m.described and not INITIALS.fullmatch(m.chief)]
        full = [m for m in fit if " " in m.chief]
        for some in (fit, full):
            if len(some) == 1:
                return some[0]
        return None


def _bare(initials: str) -> str:
    return initials.replace(".", "")


def _are_initials(initials: str, name: str) -> bool:
    parts = [w for w in name.split() if w[0].isupper() and w.casefold().rstrip(".") not in lexicon.TITLES]
    return "".join(w[0] for w in parts) == _bare(initials) or (len(initials) == 1 and parts[-1][:1] == initials)
