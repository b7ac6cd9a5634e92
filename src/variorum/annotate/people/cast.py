"""The cast of one document: which of its names are one person or body, and what it says they are."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from variorum import states
from variorum.annotate.people import given_names, lexicon
from variorum.annotate.people.lexicon import words
from variorum.annotate.people.names import Name
from variorum.model import ActorKind
from variorum.text import plain

SUFFIXES = words("jr sr ii iii iv")
# Bodies that bear the name of a person or a place: "Hale" is not the "Hale Foundation".
NAMED_AFTER = words(
    "foundation institute museum university college school library prize award trust hospital center centre society "
    "committee commission archive archives church fund memorial academy council court club"
)
LONG_ENOUGH = 6  # letters: below this two surnames at one edit are usually two families (Hale, Hall)


@dataclass(slots=True, eq=False)
class Member:
    """Somebody or something of the cast; `described` are words that the document uses of it, in small letters.

    States in `described` stand as "@France", whatever word names them ("French", "Paris" as a government).
    """

    kind: ActorKind
    chief: str
    names: Counter[str] = field(default_factory=Counter)
    described: set[str] = field(default_factory=set)
    gender: str | None = None
    is_named: bool = True
    is_plural: bool = False

    @property
    def surname(self) -> str:
        return _parts(self.chief)[-1]


def _parts(words: str) -> list[str]:
    """The words of a person's name as compared, without "Jr." and the like."""
    parts = [plain(w).strip(".,") for w in words.split()]
    while len(parts) > 1 and parts[-1] in SUFFIXES:
        parts.pop()
    return parts


def gather(names: Sequence[Name], text: str, title: str = "") -> tuple[list[Member], dict[Name, Member]]:
    """The members of the cast in the order in which they first appear, and who each name is.

    `title` is the document's, which may be the only place where somebody is named in full.
    """
    people = _People(names, title)
    bodies = _Bodies(names, text)
    found: dict[Name, Member] = {}
    for name in names:
        found[name] = people.member(name) if people.is_person(name) else bodies.member(name)
    members = list(dict.fromkeys(found.values()))
    for name, member in found.items():
        member.names[name.words] += 1
    for member in members:
        member.chief = _chief(member)
    return members, found


def _chief(member: Member) -> str:
    """The commonest of the fullest forms; the state's own name for a state."""
    if states.state(member.chief) == member.chief:
        return member.chief
    is_long = {n: len(n.split()) > 1 for n in member.names}
    if member.kind == "person" and " " in member.chief and member.chief not in member.names:
        return member.chief  # known in full from the title only
    if member.kind == "person":
        return max(sorted(member.names), key=lambda n: (is_long[n], member.names[n], len(n)))
    # A long form explains itself; an acronym is preferred only where the document lives by it ("UNESCO").
    return max(sorted(member.names), key=lambda n: (member.names[n] + (0 if n.isupper() else 3), len(n)))


class _People:
    """Full names first; a bare surname goes to the one who bears it, or to the last named of several."""

    def __init__(self, names: Sequence[Name], title: str) -> None:
        self.full: list[Member] = []
        self.by_surname: defaultdict[str, list[Member]] = defaultdict(list)
        self.by_given: defaultdict[str, list[Member]] = defaultdict(list)
        self.single: dict[str, Member] = {}
        self.last: dict[str, Member] = {}
        self._near: dict[str, Member | None] = {}
        for name in names:
            if name.kind == "person" and len(_parts(name.words)) > 1:
                self._enter(name)
        self.own = self._named_bare_first(names, title)

    def _named_bare_first(self, names: Sequence[Name], title: str) -> dict[str, Member]:
        """Those who go by their surname from the start, though somebody of the same surname is named in full later.

        A newspaper names a person in full first; so "Marlow", named twice before "Susan Marlow" comes up, is
        another Marlow: the one whom the title names in full, if it does.
        """
        full_at: dict[str, int] = {}
        bare_by_word: defaultdict[str, list[Name]] = defaultdict(list)
        for n in names:
            if " " in n.words:
                full_at.setdefault(_parts(n.words)[-1], n.start)
            elif not states.state(n.words):
                bare_by_word[plain(n.words)].append(n)
        given, found = frozenset(bare_by_word), dict[str, Member]()
        for surname, said in bare_by_word.items():
            full = full_at.get(surname)
            bare = [n for n in said if full is None or n.start < full]
            if not any(map(self.is_person, said)):
                continue
            told = next((m for m in re.finditer(rf"([A-Z][\w'’-]+) ({re.escape(surname)})\b", title, re.I)
                         if plain(m[1]) in given or lexicon.gender_of_name(m[1])), None)  # fmt: skip
            if bare and told and told[1][0].isupper() and told[2][0].isupper():
                words = f"{told[1]} {told[2]}"
                same = [m for m in self.by_surname.get(surname, []) if plain(m.chief) == plain(words)]
                found[surname] = same[0] if same else Member("person", words, gender=lexicon.gender_of_name(told[1]))
                self.by_given[plain(told[1])] = [found[surname]]
            elif full is not None and len(bare) >= 2 * max(1, len(self.by_surname.get(surname, []))):
                found[surname] = Member("person", bare[0].words)
        return found

    def _enter(self, name: Name) -> Member:
        parts = _parts(name.words)
        for member in self.by_surname[parts[-1]]:
            if _is_one_given(_parts(member.chief), parts):
                self._titled(member, name)
                return member
        for member in self.by_given[parts[0]]:
            if _is_misspelt(_parts(member.chief), parts):
                return member
        member = Member("person", name.words, gender=lexicon.gender_of_name(parts[0]))
        self.full.append(member)
        self.by_surname[parts[-1]].append(member)
        self.by_given[parts[0]].append(member)
        self._titled(member, name)
        return member

    def is_person(self, name: Name) -> bool:
        """Whether a name is a person's; one that the recogniser took for a firm may be a surname seen before."""
        is_surname = " " not in name.words and plain(name.words) in self.by_surname
        if is_surname and len(name.words) > 3 and not states.state(name.words):
            return True
        is_first = name.kind == "unknown" and given_names.is_given(name.words)
        if is_first and len(self.by_given.get(plain(name.words), ())) == 1:
            return True
        if name.kind == "place" and self._misspelt(plain(name.words)):
            return True
        is_place = states.state(name.words) or states.state_of_capital(name.words)
        return name.kind == "person" and (not is_place or plain(name.words) in self.by_surname or bool(name.title))

    def member(self, name: Name) -> Member:
        parts = _parts(name.words)
        if len(parts) > 1:
            member = self._enter(name)
            self.last[parts[-1]] = member
            return member
        member = self._of_one_word(parts[0], name)
        self._titled(member, name)
        return member

    def _of_one_word(self, word: str, name: Name) -> Member:
        bearers = self.by_surname.get(word, [])
        namesake = self._of_other_sex(word, name, bearers)
        if namesake is not None:
            return namesake
        if word in self.own and (not name.title or not bearers):
            return self.own[word]
        if len(bearers) == 1:
            return bearers[0]
        if bearers:
            return self._one_of(bearers, word, name)
        misspelt = self._misspelt(word)
        if misspelt:
            return misspelt
        given = self.by_given.get(word, [])
        if len(given) == 1 and not name.title:
            return given[0]
        gender = lexicon.gender_of_name(word) if given_names.is_given(word) and not name.title else None
        return self.single.setdefault(word, Member("person", name.words, gender=gender))

    def _of_other_sex(self, word: str, name: Name, bearers: Sequence[Member]) -> Member | None:
        """Somebody else of the family where the title cannot be of the one known: "Alderman Hale ... Mrs. Hale"."""
        sex = lexicon.gender_of_title(name.title)
        key = f"{word} {sex}"
        if key in self.single:
            return self.single[key]
        known = list(bearers) or ([self.single[word]] if word in self.single else [])
        if sex is None or len(known) != 1:
            return None
        is_wife = name.title.casefold().rstrip(".") == "mrs" and not bearers and known[0].described
        if known[0].gender not in (None, sex) or (known[0].gender is None and is_wife):
            self.single[key] = Member("person", f"{name.title} {name.words}", gender=sex)
            return self.single[key]
        return None

    def _one_of(self, bearers: Sequence[Member], word: str, name: Name) -> Member:
        """Of a family, the one whom the title fits, else the last named before, else the first."""
        gender = lexicon.gender_of_title(name.title)
        fitting = [m for m in bearers if gender and m.gender == gender]
        if len(fitting) == 1:
            return fitting[0]
        return self.last.get(word, bearers[0])

    def _misspelt(self, word: str) -> Member | None:
        if word not in self._near:
            near = [m for m in self.full if is_one_edit(word, m.surname)]
            self._near[word] = near[0] if len(near) == 1 else None
        return self._near[word]

    @staticmethod
    def _titled(member: Member, name: Name) -> None:
        member.gender = lexicon.gender_of_title(name.title) or member.gender
        if name.title:
            member.described.add(name.title.casefold().rstrip("."))


def _is_one_given(known: list[str], parts: list[str]) -> bool:
    """Whether two full names of one surname can be one person's: "Peter J. Marlow" and "Peter Marlow"."""
    a, b = known[0], parts[0]
    return a == b or (min(len(a), len(b)) == 1 and a[0] == b[0])


def _is_misspelt(known: list[str], parts: list[str]) -> bool:
    return len(known) == len(parts) and known[:-1] == parts[:-1] and is_one_edit(known[-1], parts[-1])


def is_one_edit(a: str, b: str) -> bool:
    """Whether two long surnames of one first letter differ by one letter added, lost, changed or swapped.

    >>> is_one_edit("marchenko", "marchencko"), is_one_edit("hale", "hall")
    (True, False)
    """
    if min(len(a), len(b)) < LONG_ENOUGH or a[0] != b[0] or abs(len(a) - len(b)) > 1 or a == b:
        return False
    if a.removesuffix("s") == b.removesuffix("s"):
        return False
    short, long = sorted((a, b), key=len)
    at = next((n for n, (x, y) in enumerate(zip(short, long, strict=False)) if x != y), len(short))
    if len(short) < len(long):
        return short[at:] == long[at + 1 :]
    rest = short[at + 1 :] == long[at + 1 :]
    return rest or (short[at : at + 2] == long[at : at + 2][::-1] and short[at + 2 :] == long[at + 2 :])


class _Bodies:
    """Organisations, states, places, papers: by their words, by their initials, by what parentheses tell."""

    def __init__(self, names: Sequence[Name], text: str) -> None:
        self.members: dict[str, Member] = {}
        self.long_form: dict[str, str] = {}
        others = [n for n in names if n.kind != "person"]
        acronyms = {n.words for n in others if re.fullmatch(r"[A-Z]{2,6}", n.words)}
        for name in others:
            initials = "".join(w[0] for w in re.split(r"[\s-]", name.words) if w and w[0].isupper())
            if " " in name.words and initials in acronyms and not states.state(initials):
                self.long_form.setdefault(initials, name.words)
            told = re.match(r"\s\(([A-Z][A-Za-z.]{1,7})\)", text[name.end : name.end + 11])
            if told and " " in name.words:
                self.long_form[told[1]] = name.words
        self._kinds = _kinds(others)
        self._shorts(others)

    def _shorts(self, names: Iterable[Name]) -> None:
        """ "The Chronicle" is the "Springfield Chronicle", "Halden" is "Halden Brothers", where only one name fits."""
        words = {n.words for n in names}
        for short in sorted(words):
            if (
                " " in short
                or short.isupper()
                or len(short) < 4
                or states.state(short)
                or states.state_of_capital(short)
            ):
                continue
            longer = sorted(w for w in words if w.endswith(" " + short) and self._kinds[w] != "place")
            if not longer and short.casefold() in lexicon.ORGANIZATIONS:
                longer = sorted(w for w in words if f" {short} " in w and self._kinds[w] == "organization")
            longer += sorted(w for w in words if w.startswith(short + " ") and self._kinds[w] == "organization"
                             and w.split()[-1].casefold() not in NAMED_AFTER)  # fmt: skip
            if len(longer) == 1 and self._kinds[short] in ("unknown", "organization", "outlet"):
                self.long_form.setdefault(short, longer[0])

    def member(self, name: Name) -> Member:
        words = self.long_form.get(name.words, name.words)
        state = states.state(words)
        if state:
            return self._entered(state, "organization", state)
        kind: ActorKind = "place" if states.state_of_capital(words) else self._kinds.get(words, name.kind)
        return self._entered(plain(words), kind, words)

    def _entered(self, key: str, kind: ActorKind, words: str) -> Member:
        if key not in self.members:
            is_people = kind == "group"
            self.members[key] = Member(kind, words, is_plural=is_people)
        return self.members[key]


def _kinds(names: Iterable[Name]) -> dict[str, ActorKind]:
    """For each name the kind that it mostly has; an unknown one only where nothing else is known."""
    counts: defaultdict[str, Counter[ActorKind]] = defaultdict(Counter)
    for name in names:
        counts[name.words][name.kind] += 0 if name.kind == "unknown" else 1
    return {w: max(sorted(c), key=lambda k: (c[k], k != "unknown")) for w, c in counts.items()}
