"""Whom a description means: "the Russian leader", "the diplomat", "the files", "his advisers"."""

from __future__ import annotations

from collections import Counter, defaultdict

from variorum import states
from variorum.annotate.people import lexicon
from variorum.annotate.people.cast import Member
from variorum.annotate.people.discourse import Memory
from variorum.annotate.people.kinds import stem_of_state
from variorum.annotate.people.lexicon import words
from variorum.annotate.people.phrases import CLOSE_TO, Phrase, Sort
from variorum.text import plain_words

GENERAL_DOCUMENTS = words("document file paper record source text")
RULERS = lexicon.LEADERS - words("minister head chief")
SAME_ROLE = {
    **dict.fromkeys(RULERS, RULERS),
    **dict.fromkeys(lexicon.EXPERTS, lexicon.EXPERTS),
    **dict.fromkeys(lexicon.ATHLETES, lexicon.ATHLETES),
}
# What somebody is to one whose daughter, wife ... is told.
KIN = {
    **dict.fromkeys(("daughter", "son", "child"), ("father", "mother")),
    "wife": ("husband",), "widow": ("husband",), "husband": ("wife",), "widower": ("wife",),
    **dict.fromkeys(("father", "mother"), ("daughter", "son")),
    **dict.fromkeys(("brother", "sister"), ("brother", "sister")),
}  # fmt: skip
# Offices that exclude one another: a premier is not meant by "the president".
TITLES_OF_ONE = words("president premier chancellor king queen emperor minister tsar monarch")
# Offices that a government has one of, so that "my minister" can be told where one minister is named.
OFFICES = words("minister ambassador envoy premier chancellor president king queen chairman chairwoman governor")
FIRMS = lexicon.ANY_BODY - words(
    "group organization organisation agency alliance bloc charity nonprofit ngo association bank lender"
)
SENTENCES_BACK = 3


class Nominals:
    """Descriptions resolved by what the document has said of its people, else by who is spoken of."""

    def __init__(self, members: list[Member], memory: Memory) -> None:
        self.named = members
        self.memory = memory
        self.unnamed: dict[tuple[str, str], Member] = {}
        self._papers: list[Member] = []
        self._meant: dict[str, Member] = {}  # whom "the company" meant last
        self._kin: dict[tuple[int, str], Member] = {}
        self._same_head: defaultdict[str, list[Member]] = defaultdict(list)
        self._by_word: defaultdict[str, list[Member]] = defaultdict(list)
        self._states = {m.chief: m for m in members if m.kind == "organization"}
        for member in members:
            ends = {plain_words(n)[-1] for n in member.names if plain_words(n)}
            ends |= {w for n in member.names for w in plain_words(n) if w in lexicon.ORGANIZATIONS}
            for word in sorted(member.described | ends):
                self._by_word[word].append(member)

    def resolve(self, found: Phrase, owner: Member | None) -> Member | None:
        """The member whom the description means, a new one where it is the document's only name for him or it."""
        match found.sort:
            case "person":
                return self._person(found, owner)
            case "document":
                return self._document(found, owner)
            case "organization":
                return self._organization(found, owner)
            case "group":
                return self._entered(found, owner, "group")

    def _person(self, found: Phrase, owner: Member | None) -> Member | None:
        if found.is_definite and not found.is_possessed:
            known = self._described(found)
            if known:
                return known
            topic = self._close(found) or (None if found.states or found.modifiers else self._topic(found))
            topic = topic or self._renamed(found)
            if topic:
                return topic
            same = [m for m in self._same_head[found.head] if m.kind == "person"] or self._leaders(found)
            if same:
                return max(same, key=self.memory.recency)
            last = self._last_speaking(found)
            if last:
                return last
        if found.is_possessed:
            held = self._kin.get((id(owner), found.head)) or self._held(found, owner)
            if held:
                return held
        return self._entered(found, owner, "person")

    def _leaders(self, found: Phrase) -> list[Member]:
        """Those described only, as leaders of the same country: "the premier of Lothia ... the Lothian leader"."""
        if found.head not in lexicon.LEADERS or not found.states:
            return []
        heads = [h for h in sorted(self._same_head) if h in lexicon.LEADERS]
        heads = [h for h in heads if not ({h, found.head} <= TITLES_OF_ONE)]
        return [m for h in heads for m in self._same_head[h] if m.kind == "person" and found.states <= m.described]

    def tell(self, member: Member, head: str) -> None:
        """Remembers that the document calls a person by this word: "its captain, Ann Hale"."""
        if member.kind == "person" and head not in member.described and head in lexicon.HUMAN:
            member.described.add(head)
            self._by_word[head].append(member)

    def relate(self, one: Member, head: str, owner: Member | None) -> None:
        """Remembers that somebody is the owner's daughter, so that her father is the owner."""
        if owner is None or owner.kind != "person" or owner is one:
            return
        for other in KIN.get(head, ()):
            if owner.gender in (None, "f" if other in lexicon.FEMALE else "m"):
                self._kin[id(one), other] = owner

    def known(self, found: Phrase) -> Member | None:
        """The named person of whom the document says the same somewhere, for a description beside another."""
        member = self._described(found) if found.sort == "person" and found.is_definite else None
        return member if member is not None and member.is_named else None

    def _held(self, found: Phrase, owner: Member | None) -> Member | None:
        """The only person of the document who holds an office, for "my minister", "her ambassador"."""
        if found.head not in OFFICES:
            return None
        fit = [m for m in self._by_word[found.head] if m.kind == "person" and m.is_named and m is not owner]
        fit = [m for m in fit if self.memory.recency(m) >= 0]
        fit = [m for m in fit if _agrees(found, m) and found.modifiers <= m.described | {found.head}]
        return fit[0] if len({id(m) for m in fit}) == 1 else None

    def _described(self, found: Phrase) -> Member | None:
        """The person of whom the document says the same; the last spoken of where several fit alike."""
        roles = SAME_ROLE.get(found.head, frozenset()) | {found.head}
        alike = {id(m): m for role in sorted(roles) for m in self._by_word.get(role, ()) if m.kind == "person"}
        scored = [(_likeness(found, m), self.memory.recency(m), m) for m in alike.values()]
        sure = {id(x[2]) for x in scored if found.states and found.states <= x[2].described}
        fitting = [x for x in scored if x[0] > 0 and (x[1] >= 0 or id(x[2]) in sure)]
        if not fitting:
            return None
        best = max(fitting, key=lambda x: x[:2])
        near = [x for x in fitting if x[0] >= best[0] - 1]
        return max(near, key=lambda x: x[1])[2]

    def _close(self, found: Phrase) -> Member | None:
        """Somebody unnamed of whom the same was told: "a person familiar with the talks ... the person"."""
        if found.head not in ("person", "official", "source") or not found.is_definite or found.modifiers:
            return None
        told = set(plain_words(found.words)[1:2])
        same = [m for m in self._same_head[found.head] if not m.is_named]
        close = [m for m in same if set(plain_words(m.chief)) & CLOSE_TO and (not told or told & CLOSE_TO)]
        return max(close, key=self.memory.recency) if close else None

    def _topic(self, found: Phrase) -> Member | None:
        """The one person who was last the subject, for "the expert", "the politician" and the like.

        Somebody whom the document calls a president is not meant by "the analyst" so long as anybody else can be.
        """
        if found.head in lexicon.LEADERS:
            return None
        if found.head not in lexicon.EXPERTS | lexicon.OFFICIALS:
            return self._only_person(found)
        for sentence in reversed(self.memory.sentences[-SENTENCES_BACK - 1 : -1]):
            subjects = sorted((r for r in sentence.refs if r.is_subject and r.quotation is None), key=lambda r: r.depth)
            people = [r.member for r in subjects if r.member.kind == "person" and _can_be(found, r.member)]
            if people:
                return people[0] if people[0].is_named else None
        return None

    def _renamed(self, found: Phrase) -> Member | None:
        """The one whom a story calls by another word for variety: "Ann Hale has said ... The former Lothian premier".

        Only where the sentence before has one named person as its chief subject, of whom no office is told that
        would be another's.
        """
        if found.head not in lexicon.LEADERS | lexicon.OFFICIALS or not (found.states or "former" in found.all_words):
            return None
        for sentence in reversed(self.memory.sentences[-3:-1]):
            subjects = [r for r in sentence.refs if r.is_subject and r.depth == 0 and r.quotation is None]
            people = {id(r.member): r.member for r in subjects if r.member.kind == "person" and r.member.is_named}
            if people:
                one = next(iter(people.values()))
                is_open = not one.described & (lexicon.LEADERS | lexicon.OFFICIALS | lexicon.EXPERTS | lexicon.TRADES)
                if len(people) > 1 or not is_open or not _agrees(found, one):
                    return None
                one.described |= {found.head, *found.states}
                self._by_word[found.head].append(one)
                return one
        return None

    def _only_person(self, found: Phrase) -> Member | None:
        """ "The teenager", "the woman": the one named person of the last sentences, if it is only one."""
        refs = [r for s in self.memory.sentences[-SENTENCES_BACK:] for r in s.refs if r.member.kind == "person"]
        people = {id(r.member): r.member for r in refs}
        if any(r.is_subject for r in self.memory.sentences[-1].refs if id(r.member) in people):
            return None  # "Hale said the driver told him": Hale is not the driver
        one = next(iter(people.values())) if len(people) == 1 else None
        return one if one is not None and one.is_named and _agrees(found, one) else None

    def _last_speaking(self, found: Phrase) -> Member | None:
        """ "The man also said": the one described only, of whom the sentence before tells."""
        if found.head not in ("man", "woman", "boy", "girl", "person") or found.modifiers or found.states:
            return None
        told = plain_words(found.words)[1:2]
        if told and told[0] in CLOSE_TO:  # "the person familiar with the talks" is no driver who spoke before
            return None
        for sentence in reversed(self.memory.sentences[-3:-1]):
            chief = [r.member for r in sentence.refs if r.is_subject and not r.depth and r.quotation is None]
            people = [m for m in chief if m.kind == "person"]
            if people:
                return people[0] if len(chief) == 1 and _agrees(found, people[0]) else None
        return None

    def _document(self, found: Phrase, owner: Member | None) -> Member:
        if found.is_definite and not found.states and not found.is_possessed:
            same = [m for m in self._papers if found.head in m.described and m.is_plural == found.is_plural]
            if same:
                return same[-1]
            if found.head in GENERAL_DOCUMENTS and self._papers and self._papers[-1].is_plural == found.is_plural:
                return self._papers[-1]
        member = self._entered(found, owner, "document")
        member.is_plural = found.is_plural
        member.described.add(found.head)
        self._papers.append(member)
        return member

    def _organization(self, found: Phrase, owner: Member | None) -> Member | None:
        if found.head in ("side", "government", "administration", "state") and len(found.states) == 1:
            return self._land(next(iter(found.states)), found, owner)
        if found.head in ("side", "country", "nation", "state", "city"):
            return None
        if not found.is_definite or found.modifiers:
            return self._entered(found, owner, "organization")
        bodies = [
            m
            for m in self._by_word.get(found.head, ())
            if m.kind in ("organization", "outlet", "unknown") and self.memory.recency(m) >= 0
        ]
        ends = [m for m in bodies if any(plain_words(n)[-1:] == [found.head] for n in m.names)]
        told = [m for m in bodies if found.head in m.described]
        inside = [m for m in bodies if m.kind == "organization"]
        for fitting in (ends, told, inside):
            if fitting:
                return max(fitting, key=self.memory.recency)
        meant = self._only_recent(found) or self._meant.get(found.head) or self._earlier(found)
        self._meant[found.head] = meant or self._entered(found, owner, "organization")
        return self._meant[found.head]

    def _land(self, state: str, found: Phrase, owner: Member | None) -> Member:
        """The state itself; of a country that no table has, the one named so in the document."""
        if not state.startswith("@~"):
            return self.state(state[1:])
        same = [m for chief, m in sorted(self._states.items()) if stem_of_state(chief) == state[2:]]
        return same[0] if same else self._entered(found, owner, "organization")

    def _earlier(self, found: Phrase) -> Member | None:
        """What was called so before: "a Northern newspaper ... the newspaper"."""
        same = [m for m in self._same_head[found.head] if m.kind == "organization"]
        return max(same, key=self.memory.recency) if same else None

    def _only_recent(self, found: Phrase) -> Member | None:
        """The body named in the last sentences, or named most, that can be meant; a paper only for "the newspaper"."""
        is_publisher = found.head in lexicon.PUBLISHERS
        if not is_publisher and found.head not in lexicon.ANY_BODY:
            return None
        refs = [r for s in self.memory.sentences[-SENTENCES_BACK:] for r in s.refs if r.kind == "name"]
        recent = {id(r.member): r.member for r in refs if r.member.kind in ("organization", "outlet")}
        bodies = [m for m in recent.values() if states.state(m.chief) is None]
        bodies = [m for m in bodies if (m.kind == "outlet") == is_publisher]
        if found.head in FIRMS:
            bodies = [m for m in bodies if _can_be_firm(m)] or [m for m in self.named if _can_be_firm(m)
                                                               and self.memory.recency(m) >= 0]  # fmt: skip
        counts = Counter(id(r.member) for r in refs if r.member in bodies)
        most = [m for m in bodies if counts[id(m)] == max(counts.values(), default=0)]
        is_sure = len(bodies) == 1 or found.head in ("company", "firm", "corporation")
        return most[0] if len(most) == 1 and is_sure else None

    def state(self, name: str) -> Member:
        """The member that stands for a state, entered where the document names only its people or capital."""
        if name not in self._states:
            self._states[name] = Member("organization", name)
            self.named.append(self._states[name])
        return self._states[name]

    def _entered(self, found: Phrase, owner: Member | None, kind: Sort) -> Member:
        words = found.words
        if owner is not None and found.is_possessed and words.split()[0].casefold() in ("his", "her", "their", "its"):
            words = f"{owner.chief}'s {words.split(' ', 1)[-1]}"
        elif found.is_possessed and words.split()[0].casefold() in ("my", "your", "our") and " " in words:
            words = words.split(" ", 1)[1]
        key = (found.head, " ".join(plain_words(words)))
        if key not in self.unnamed:
            member = Member(kind, words, is_named=False, is_plural=kind == "group" or found.is_plural)
            if kind == "person":
                member.gender = _sex(found)
                member.described |= found.states
            self.unnamed[key] = member
            self._same_head[found.head].append(member)
        return self.unnamed[key]


def _can_be_firm(member: Member) -> bool:
    """Whether a body can be meant by "the company": no state, no ministry, no union."""
    if member.kind != "organization" or states.state(member.chief) or not member.is_named:
        return False
    return not any(w in lexicon.PUBLIC_BODIES for n in member.names for w in plain_words(n))


def _likeness(found: Phrase, member: Member) -> int:
    """How well a person fits a description by what the document says of him elsewhere; 0 for not at all.

    "The Russian leader" fits a "Russian President"; it fits, less well, a "president" of whom no country is told,
    and less well a former one.
    """
    if not _agrees(found, member) or not found.modifiers <= member.described:
        return 0
    theirs = member.described & TITLES_OF_ONE
    if found.head in TITLES_OF_ONE and theirs and found.head not in theirs:
        return 0
    if found.head in member.described:
        score = 3
    elif _is_varied(found) and SAME_ROLE.get(found.head, frozenset()) & member.described:
        score = 2
    else:
        return 0
    is_told = bool(found.states and found.states <= member.described)
    is_past = "former" in member.described and "former" not in found.all_words
    return score + 2 * is_told - 2 * is_past


def _is_varied(found: Phrase) -> bool:
    """Whether a description may be another word for the same office or trade."""
    return bool(found.states) or found.head in lexicon.EXPERTS | lexicon.ATHLETES


def _agrees(found: Phrase, member: Member) -> bool:
    """Whether nothing said of the member speaks against the description: its state, its sex."""
    theirs = {w for w in member.described if w.startswith("@")}
    if found.states and theirs and not found.states <= theirs:
        return False
    return _sex(found) is None or member.gender in (_sex(found), None)


def _sex(found: Phrase) -> str | None:
    said = {found.head, *found.all_words}
    return (
        "f" if said & (lexicon.FEMALE | {"madam", "mrs"}) else "m" if said & (lexicon.MALE | {"mister", "mr"}) else None
    )


def _can_be(found: Phrase, member: Member) -> bool:
    if not _agrees(found, member):
        return False
    is_leader = bool(member.described & (lexicon.LEADERS - {"head", "chief", "minister"}))
    return found.head in lexicon.OFFICIALS or not is_leader
