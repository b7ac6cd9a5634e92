"""Whom a description means: "the Torvian premier" of one document is whom others call premier by name.

Nothing is looked up but the documents of one story. A description has a head ("premier") and words that narrow it
("Torvian"); a person is called so where the head stands beside the name ("Premier Marlow", "Marlow, the premier of
Torvia,") or among what a document calls the person ("the premier").
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from variorum import states
from variorum.collate.people.namesakes import plain_name
from variorum.collate.people.parties import Key, Local, Parties
from variorum.model import Document, Span
from variorum.text import plain_words

# Heads by which several people of one story may go: they mean nobody, unless what narrows them is the same too.
PERSONS, BODIES = ("person", "unknown"), ("organization", "group", "outlet")
VAGUE_WORDS = """
    man woman boy girl child person people guy lady gentleman friend member official source spokesman spokeswoman
    spokesperson resident neighbor neighbour witness relative husband wife widow son daughter father mother brother
    sister colleague aide adviser advisor analyst expert reporter correspondent journalist lawyer attorney counsel
    representative employee worker leader author writer one others other party parties side sides group client
    partner guest host victim user student teacher doctor officer police policeman soldier agent passenger
"""
VAGUE = frozenset(VAGUE_WORDS.split())
# Two words for one office, told apart by country or by habit; the first stands for all of them.
SAME_OFFICE = {
    "premier": "prime-minister", "master": "captain", "skipper": "captain", "chairman": "chair", "chairwoman": "chair",
    "chairperson": "chair", "boss": "chief", "head": "chief", "lawmaker": "legislator", "congressman": "legislator",
    "congresswoman": "legislator", "cop": "policeman", "parson": "vicar", "physician": "doctor", "solicitor": "lawyer",
}  # fmt: skip
COMPOUNDS = (("prime", "minister"), ("vice", "president"), ("attorney", "general"), ("secretary", "general"))
SMALL_WORDS = """
    the a an this that these those his her its their our my your own then former ex late new old of for in at from to
    on by with and who was is were been also both two one said says mr mrs ms miss sir dame lord lady
"""
SMALL = frozenset(SMALL_WORDS.split())
LINKS = frozenset(["of", "for", "in", "at", "from", "to", "with", "on", "by", "who", "whose", "that"])
STEM = 5  # letters by which "Torvia" meets "Torvian"
BEFORE, AFTER = 60, 90  # code points beside a name in which a calling may stand
FAR_MORE = 3  # times as often as anybody else somebody must be called so to be meant
LONGEST = 6  # words of a description up to its head
ARTICLES = frozenset({"the", "a", "an", "his", "her", "its", "their"})
PHRASE = re.compile(r"[\w’'-]+")
CLAUSE_END = re.compile(r"[.;:!?\n\"“”»«]|,\s+(?:who|and|but|which)\b")


Fit = tuple[int, int]  # how closely a calling fits, and how often somebody is called so
NOBODY: Fit = (0, 10**6)  # however often: what does not fit closely does not fit


@dataclass(frozen=True, slots=True)
class Calling:
    """What somebody is called: the head of the description, and the words that narrow it."""

    head: str
    narrow: frozenset[str]

    @property
    def is_vague(self) -> bool:
        """Whether the head alone means nobody."""
        return self.head in VAGUE


@lru_cache(maxsize=50_000)
def calling(description: str) -> Calling | None:
    """The calling in a description; None where there is none.

    >>> calling("the Torvian premier") == calling("Premier of Torvia")
    True
    >>> calling("the prime minister").head, calling("Carla's boss").head
    ('prime-minister', 'chief')
    """
    words = [w.removesuffix("'s") for w in plain_words(description)]
    at = next((n for n, w in enumerate(words) if w in LINKS and n), len(words))
    head = next((n for n in range(at - 1, -1, -1) if words[n] not in SMALL), None)
    if head is None:
        return None
    name, rest = words[head], words[:head] + words[at:]
    for first, second in COMPOUNDS:
        if words[head - 1 : head + 1] == [first, second] and head:
            name, rest = f"{first}-{second}", words[: head - 1] + words[at:]
    return Calling(SAME_OFFICE.get(name, name), frozenset(_stem(w) for w in rest if w not in SMALL and not w.isdigit()))


def _stem(word: str) -> str:
    """A narrowing word as compared: a people is its state."""
    state = states.state_of_adjective(word) or states.state(word)
    return plain_name(state) if state else word[:STEM]


def join_described(parties: Parties, documents: Mapping[str, Document]) -> None:
    """Joins each description with the one person of its story whom it means, or with the same words elsewhere."""
    for kinds in (PERSONS, BODIES):
        named, described = _of_kind(parties, kinds)
        for story in sorted(described):
            wanted = _wanted(described[story])
            heads = {c.head for _, cs in wanted for c in cs}
            told = ((key, m) for key in sorted(named[story]) for m in parties.members(key) if m.story == story)
            called = Called(parties, told, documents, heads)
            for key, callings in wanted:
                if any(m.actor.kind == "group" or _is_plural(m.actor.name) for m in parties.members(key)):
                    continue  # "the leaders" are no one body
                found = called.meant(callings, parties.sex(key))
                if found is not None:
                    parties.join(found, key)
            _join_alike(parties, wanted)


def _of_kind(
    parties: Parties, kinds: Collection[str]
) -> tuple[Mapping[str, set[Key]], Mapping[str, list[tuple[Key, Local]]]]:
    """Story -> who is named in it, and who is described."""
    named: defaultdict[str, set[Key]] = defaultdict(set)
    described: defaultdict[str, list[tuple[Key, Local]]] = defaultdict(list)
    for key, members in parties:
        for m in members:
            if m.actor.kind in kinds and m.is_named:
                named[m.story].add(key)
            elif m.actor.kind in kinds:
                described[m.story].append((key, m))
    return named, described


def _wanted(described: Iterable[tuple[Key, Local]]) -> list[tuple[Key, tuple[Calling, ...]]]:
    """Each described actor with what its document calls it."""
    found = []
    for key, local in sorted(described, key=lambda d: (d[0], d[1].doc)):
        callings = {calling(name) for name in (local.actor.name, *local.actor.aliases)}
        found.append((key, tuple(sorted((c for c in callings if c), key=lambda c: (c.head, sorted(c.narrow))))))
    return found


class Called:
    """What the people of one story are called in its documents."""

    def __init__(
        self, parties: Parties, told: Iterable[tuple[Key, Local]], documents: Mapping[str, Document], heads: set[str]
    ) -> None:
        self._parties = parties
        self._of: dict[str, dict[Key, Counter[Calling]]] = defaultdict(lambda: defaultdict(Counter))
        for key, member in told:
            for found in _callings(member, documents.get(member.doc), heads):
                self._of[found.head][key][found] += 1

    def meant(self, callings: Iterable[Calling], sex: str | None) -> Key | None:
        """The one person whom these callings fit best by far; None where nobody is, or several may be meant."""
        fits: dict[Key, Fit] = {}
        for wanted in _narrowest(callings):
            for key, held in self._of.get(wanted.head, {}).items():
                now = self._parties.key(key)
                fits[now] = max(fits.get(now, NOBODY), _fit(wanted, held))
        fitting = [key for key, fit in fits.items() if fit > NOBODY and self._may_be(key, sex)]
        if sex:
            fitting = [key for key in fitting if self._parties.sex(key) == sex] or fitting
        ranked = sorted(fitting, key=lambda key: (fits[key], key), reverse=True)
        if not ranked:
            return None
        return ranked[0] if len(ranked) == 1 or _is_clear(fits[ranked[0]], fits[ranked[1]]) else None

    def _may_be(self, key: Key, sex: str | None) -> bool:
        return {sex, self._parties.sex(key)} != {"he", "she"}


def _narrowest(callings: Iterable[Calling]) -> list[Calling]:
    """The callings, without those that another one narrows: who is "the Line's engineer" is not any engineer."""
    held = list(callings)
    narrowed = {c.head for c in held if c.narrow}
    return [c for c in held if c.narrow or c.head not in narrowed]


def _is_plural(description: str) -> bool:
    """Whether a description is of several.

    >>> _is_plural("the Torvian leaders"), _is_plural("premier of Torvia"), _is_plural("the press")
    (True, False, False)
    """
    found = calling(description)
    return found is not None and found.head.endswith("s") and not found.head.endswith("ss")


def _fit(wanted: Calling, held: Counter[Calling]) -> Fit:
    """How well what somebody is called fits: how closely, and how often."""
    counts: Counter[int] = Counter()
    for found, times in held.items():
        counts[_agreement(wanted, found)] += times
    if wanted.narrow and not counts[2] and counts[1] <= counts[0]:
        return NOBODY  # called so mostly with words that narrow it otherwise: the premier of another country
    best = max(counts)
    return best, counts[best]


def _is_clear(best: Fit, next_best: Fit) -> bool:
    return best[0] > next_best[0] or best[1] >= FAR_MORE * next_best[1]


def _agreement(wanted: Calling, found: Calling) -> int:
    """2 where the words that narrow the head agree, 1 where there are none of one of them, 0 where they do not."""
    if wanted.narrow & found.narrow:
        return 2
    return 0 if wanted.is_vague or (wanted.narrow and found.narrow) else 1


def _callings(member: Local, document: Document | None, heads: set[str]) -> Iterator[Calling]:
    """What a document calls somebody whom it names: beside the name, and where it does without."""
    if document is None or not member.is_named:
        return
    for mention in member.actor.mentions:
        words = document.text[mention.span.start : mention.span.end]
        if mention.kind == "nominal":
            found = calling(words)
            if found and found.head in heads:
                yield found
        elif mention.kind == "name":
            yield from _beside(mention.span, document.text, heads)


def _beside(name: Span, text: str, heads: set[str]) -> Iterator[Calling]:
    """The callings before and after a name: "Premier Marlow", "the premier, Marlow,", "Marlow, premier of Torvia,"."""
    before = CLAUSE_END.split(text[max(0, name.start - BEFORE) : name.start])[-1]
    after = text[name.end : name.end + AFTER]
    lead = before.rstrip()
    if lead.endswith(","):
        yield from _last_of(lead[:-1].rpartition(",")[2], heads)
    else:
        yield from _title(lead.rpartition(",")[2], heads)
    follows = re.match(r"\s*(?:[,(]\s*(?:who (?:is|was)\s+)?|\s(?:is|was|became|as)\s+)", after)
    if follows:
        rest = re.split(r"[,.;:()\n\"“”]", after[follows.end() :])[0]
        yield from _first_of(rest, heads)


def _title(phrase: str, heads: set[str]) -> Iterator[Calling]:
    """What stands right before a name: "the Torvian premier", back to the first small word."""
    words = PHRASE.findall(phrase)
    start = next((n for n in range(len(words) - 1, -1, -1) if words[n].lower() in SMALL), -1)
    found = calling(" ".join(words[start + 1 :]))
    if found and found.head in heads:
        yield found


def _last_of(phrase: str, heads: set[str]) -> Iterator[Calling]:
    """The last description of a phrase before a comma and a name: "at the inquiry the mate, Marlow,"."""
    words = PHRASE.findall(phrase)
    for start in range(len(words) - 1, -1, -1):
        found = calling(" ".join(words[start:])) if words[start].lower() in ARTICLES else None
        if found and found.head in heads:
            yield found
            return


def _first_of(phrase: str, heads: set[str]) -> Iterator[Calling]:
    """The description with which a phrase behind a name begins: ", the premier of Torvia,"."""
    words = PHRASE.findall(phrase)
    if not words or words[0].lower() in LINKS:
        return
    for n in range(1, min(len(words), LONGEST) + 1):
        found = calling(" ".join(words[:n]))
        if found and found.head in heads and (n == len(words) or words[n].lower() in LINKS):
            yield calling(" ".join(words)) or found
            return


def _join_alike(parties: Parties, wanted: Sequence[tuple[Key, tuple[Calling, ...]]]) -> None:
    """Two documents that describe somebody with the same telling words mean one person, as far as is known."""
    first: dict[Calling, Key] = {}
    for key, callings in wanted:
        for one in callings:
            if len(one.narrow) < 1 + one.is_vague:
                continue
            other = first.setdefault(one, key)
            if not parties.are_two_sexes(key, other):
                parties.join(other, key)
