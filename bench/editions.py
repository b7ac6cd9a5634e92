"""A seeded maker of editions with as many attributions as asked for: what the steps from `find` on are measured on.

Invented matters of 50 attributions each: a few documents tell what a few people said, some of it in several versions
(the same words, trimmed, altered, reworded), most of it only once. Matters share the frames of their sentences, most of
their words (by Zipf's law) and now and then a speaker. An edition of more attributions begins with all the matters of a
smaller one of the same seed, so that sizes compare.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import accumulate
from typing import TypeVar

from variorum import text as texts
from variorum.evaluate.given import by_document
from variorum.evaluate.records import Records
from variorum.model import (
    Actor,
    Annotation,
    Attribution,
    DateMention,
    Document,
    Edition,
    Hop,
    Mention,
    Occasion,
    Region,
    Span,
    Stated,
    identifier,
)

T = TypeVar("T")

PER_MATTER = 50  # attributions
DOCUMENTS = 8  # of a matter
OWN_WORDS = 12  # of a matter, hardly used elsewhere
FAMOUS = 30  # people who speak in many matters
VERSIONS = (2, 2, 2, 3, 3, 4, 5)  # of what several documents tell: 21 of the 50 attributions
COMMON_WORDS = 3000  # words that all matters share, by Zipf's law
SYLLABLES = tuple(onset + vowel for onset in "bdfghjklmnprstvwyz" for vowel in "aeiou")
ENDINGS = ("n", "r", "lt", "nd", "sk", "m", "rt", "ng", "l", "x")
STRIDE = 618_031  # has no divisor in common with the number of words, so that neighbours look nothing like each other
MODALS = ("will", "would", "must", "should", "can", "could", "may", "shall")
NEGATIONS = {modal: f"{modal} not" for modal in MODALS}
STARTS = ("We", "They", "Nobody in {place}", "The {a}", "Our friends in {place}", "Both sides", "I", "Some of us")
MIDDLES = (
    "{modal} {v} the {a} before the {b} is {c}",
    "{modal} {v} {n} of the {b} for the sake of the {c}",
    "{modal} speak of the {a} when the {b} {v}s the {c}",
    "{modal} {v} every {b} that stands between {a} and {c}",
    "{modal} bring the {a} to {place} without a single {c}",
    "{modal} wait {n} weeks until the {b} can {v} a {c}",
    "gave the {a} back to {place} after the {b} had been {v}ed",
    "{modal} never again {v} a {a} with so much {b} in it",
    "knew about the {a} long before {n} of the {b} were {v}ed",
    "asked for a {a} and got nothing but {b} and {c}",
    "{modal} pay for the {a}, the {b} and half of the {c}",
    "found no {a} in the {b} that anybody could {v}",
)
TAILS = ("", "", " and {modal} {v} the {d}", ", whatever the {d} has to say", " because the {d} {v}s {n} of them")
FILLER = (
    "The {a} of {place} lasted {n} hours on {day}.",
    "On {day} about {n} people had come to the {b} in {place}.",
    "The {b} cost {n} million and was never {c}.",
    "A {c} of the {a} left the hall before the end.",
)
CUES = ("said", "told", "insisted", "recalled", "declared", "argued", "wrote")
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
DAY = re.compile(rf"(\d\d?) ({'|'.join(MONTHS)}) (\d{{4}})")


def word(number: int) -> str:
    """The invented word of this number; 729,000 of them differ in their first six letters.

    >>> word(0), word(1), word(2)
    ('bababan', 'bejiwer', 'bipusilt')
    """
    parts, left = [], number * STRIDE % len(SYLLABLES) ** 3
    for _ in range(3):
        left, at = divmod(left, len(SYLLABLES))
        parts.append(SYLLABLES[at])
    return "".join(parts) + ENDINGS[number % len(ENDINGS)]


ZIPF = list(accumulate(1 / (n + 10) for n in range(COMMON_WORDS)))


@dataclass(frozen=True, slots=True)
class Said:
    """One utterance: who said it, to whom and where (actors, an occasion), in which words."""

    speaker: Actor
    listener: Actor
    occasion: Occasion
    words: str


@dataclass(slots=True)
class Page:
    """A document while it is written, with all that stands in it."""

    key: str
    lines: list[str] = field(default_factory=list)
    length: int = 0
    regions: list[Region] = field(default_factory=list)
    mentions: list[tuple[str, Span]] = field(default_factory=list)
    attributions: list[Attribution] = field(default_factory=list)

    def add(self, line: str, *, is_title: bool = False) -> int:
        """Writes a line; gives where it begins."""
        start = self.length
        self.lines.append(line)
        self.length += len(line) + 1
        self.regions.append(Region("title" if is_title else "body", Span(self.key, start, start + len(line))))
        return start


@dataclass(frozen=True, slots=True)
class Made:
    """An edition, and the attributions (ids) of each utterance that several documents tell."""

    edition: Edition
    told: tuple[tuple[str, ...], ...]

    def annotations(self) -> Iterator[Annotation]:
        """What each document says by itself, with people and occasions of its own, in the order of the documents."""
        people: dict[str, set[str]] = {}
        for a in self.edition.attributions:
            people.setdefault(a.doc, set()).update({a.speaker or "", *a.audience})
        actors = {a.id: a for a in self.edition.actors}
        reports = _grouped((a.doc, a) for a in self.edition.attributions)
        talks = _grouped((doc, o) for o in self.edition.occasions for doc in {s.doc for s in o.stated})
        occasions = {o.id: o for o in self.edition.occasions}
        for document in self.edition.documents:
            held = reports.get(document.id, [])
            met = {o.id: o for o in talks.get(document.id, [])} | {
                a.occasion: occasions[a.occasion] for a in held if a.occasion
            }
            cast = people.get(document.id, set()) | {key for o in met.values() for key in o.participants}
            records = Records(
                actors=tuple(actors[key] for key in sorted(cast - {""})),
                occasions=tuple(met[key] for key in sorted(met)),
                attributions=tuple(held),
            )
            yield from by_document(Edition(documents=(document,)), records)


def made(number: int, seed: int) -> Made:
    """The edition of so many attributions (rounded up to whole matters) that this seed gives."""
    matters = [Matter(n, seed).made() for n in range(-(-number // PER_MATTER))]
    actors: dict[str, Actor] = {}
    for actor in (a for m in matters for a in m.edition.actors):
        known = actors.get(actor.id, actor)
        actors[actor.id] = replace(known, mentions=tuple(sorted({*known.mentions, *actor.mentions}, key=_place)))
    edition = Edition(
        documents=tuple(sorted((d for m in matters for d in m.edition.documents), key=lambda d: d.id)),
        sentences=tuple(sorted(s for m in matters for s in m.edition.sentences)),
        dates=tuple(sorted((d for m in matters for d in m.edition.dates), key=lambda d: d.span)),
        actors=tuple(actors[key] for key in sorted(actors)),
        occasions=tuple(sorted((o for m in matters for o in m.edition.occasions), key=lambda o: o.id)),
        attributions=tuple(
            sorted((a for m in matters for a in m.edition.attributions), key=lambda a: (a.doc, a.content, a.id))
        ),
    )
    return Made(edition, tuple(sorted(group for m in matters for group in m.told)))


def _grouped(pairs: Iterable[tuple[str, T]]) -> dict[str, list[T]]:
    found: dict[str, list[T]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return found


def _place(mention: Mention) -> Span:
    return mention.span


class Matter:
    """One matter: its people, its talks, its words, and what its documents make of them."""

    def __init__(self, number: int, seed: int) -> None:
        self.number = number
        self.chance = random.Random(f"{seed}:{number}")
        self.own = [word(COMMON_WORDS + number * OWN_WORDS + n) for n in range(OWN_WORDS)]
        self.place = self.own[0].capitalize()
        self.people = [self._person(self._word() + "o", self.own[n]) for n in range(1, 5)]
        star = self.chance.randrange(FAMOUS)
        self.people.append(self._person(word(7 * star) + "a", word(COMMON_WORDS - 1 - star)))
        self.pages = [Page(identifier("d", seed, number, n)) for n in range(DOCUMENTS)]
        self.talks = [self._talk(n) for n in range(3)]

    def made(self) -> Made:
        """The edition of this matter alone."""
        several = [(self._said(), size) for size in VERSIONS]
        once = [(self._said(), 1) for _ in range(PER_MATTER - sum(VERSIONS))]
        tasks: list[tuple[Page, Said, int]] = []
        for n, (said, size) in enumerate(several + once):
            for page in self.chance.sample(self.pages, size):
                tasks.append((page, replace(said, words=self._version(said.words) if size > 1 else said.words), n))
        self.chance.shuffle(tasks)
        groups: dict[int, list[str]] = {}
        for page in self.pages:
            page.add(f"{self._word().capitalize()} of the {self._word()} in {self.place}", is_title=True)
        for page, said, n in tasks:
            groups.setdefault(n, []).append(self._tell(page, said))
            if self.chance.random() < 0.4:
                self._fill(page)
        told = tuple(tuple(sorted(ids)) for ids in groups.values() if len(ids) > 1)
        return Made(self._edition(), told)

    def _word(self) -> str:
        """A word of all matters, seldom or often as Zipf's law has it, or, one time in three, of this one."""
        if self.chance.random() < 0.33:
            return self.chance.choice(self.own)
        return word(self.chance.choices(range(COMMON_WORDS), cum_weights=ZIPF)[0])

    def _filled(self, frame: str) -> str:
        fillings = {letter: self._word() for letter in "abcdv"}
        number, modal = self.chance.randint(2, 90), self.chance.choice(MODALS)
        return frame.format(place=self.place, n=number, modal=modal, day=self._day(), **fillings)

    def _day(self) -> str:
        return f"{self.chance.randint(1, 28)} {self.chance.choice(MONTHS)} {1950 + self.number % 70}"

    def _person(self, given: str, surname: str) -> Actor:
        name = f"{given.capitalize()} {surname.capitalize()}"
        return Actor(id=identifier("a", name), kind="person", name=name)

    def _talk(self, number: int) -> Occasion:
        """A talk of two of the people, which the first documents date."""
        pair = self.chance.sample(self.people, 2)
        date = f"{1950 + self.number % 70}-0{number + 1}-1{number}"
        return Occasion(
            id=identifier("o", self.number, number),
            kind=("meeting", "interview", "speech")[number],
            label=f"{pair[0].name} and {pair[1].name}",
            participants=tuple(sorted(a.id for a in pair)),
            date=date,
            stated=tuple(Stated(doc=page.key, date=date) for page in sorted(self.pages[:3], key=lambda p: p.key)),
        )

    def _said(self) -> Said:
        occasion = self.chance.choice(self.talks)
        pair = [a for a in self.people if a.id in occasion.participants]
        speaker, listener = self.chance.sample(pair, 2)
        frame = self.chance.choice(STARTS) + " " + self.chance.choice(MIDDLES) + self.chance.choice(TAILS)
        return Said(speaker, listener, occasion, self._filled(frame))

    def _version(self, words: str) -> str:
        """The words as one document has them: the same, trimmed, with some replaced, or saying something else."""
        kind, held = self.chance.random(), words.split()
        if kind < 0.4:
            return words
        if kind < 0.6:
            return " ".join(held[: max(6, len(held) * 2 // 3)]).rstrip(",")
        if kind < 0.8:
            return " ".join(self._word() if w.islower() and len(w) > 4 and not n % 4 else w for n, w in enumerate(held))
        altered = [NEGATIONS.get(w, str(int(w) + 1) if w.isdigit() else w) for w in held]
        return " ".join(altered)

    def _tell(self, page: Page, said: Said) -> str:
        """Writes a report of what was said; gives the id of its attribution."""
        name, cue = said.speaker.name, self.chance.choice(CUES)
        is_direct = self.chance.random() < 0.6
        indirect = f"that {said.words[0].lower()}{said.words[1:]}"
        to = f" {said.listener.name}" if cue == "told" else ""
        content = f"“{said.words}”" if is_direct else indirect
        line = f"{name} {cue}{to}{': ' if is_direct else ' '}{content}."
        at = page.add(line)
        span = Span(page.key, at + line.index(content), at + line.index(content) + len(content))
        source = Span(page.key, at, at + len(name))
        page.mentions.append((said.speaker.id, source))
        key = identifier("t", page.key, span)
        page.attributions.append(
            Attribution(
                id=key,
                doc=page.key,
                content=(span,),
                cue=(Span(page.key, source.end + 1, source.end + 1 + len(cue)),),
                source=(source,),
                quoted=(span,) if is_direct else (),
                speaker=said.speaker.id,
                audience=(said.listener.id,) if self.chance.random() < 0.7 else (),
                mode="direct" if is_direct else "indirect",
                chain=(Hop(said.speaker.id, key, (source,)),),
                occasion=said.occasion.id if self.chance.random() < 0.7 else None,
                confidence=0.9,
            )
        )
        return key

    def _fill(self, page: Page) -> None:
        """Writes what nobody says: new, or copied from another document of the matter."""
        others = [line for p in self.pages if p is not page for line in p.lines[1:] if "“" not in line]
        is_copied = others and self.chance.random() < 0.2
        page.add(self.chance.choice(others) if is_copied else self._filled(self.chance.choice(FILLER)))

    def _edition(self) -> Edition:
        mentions: dict[str, list[Mention]] = {a.id: [] for a in self.people}
        for page in self.pages:
            for key, span in page.mentions:
                mentions[key].append(Mention(span))
        return Edition(
            documents=tuple(map(self._document, range(DOCUMENTS))),
            sentences=tuple(s for page in self.pages for s in _sentences(page)),
            dates=tuple(d for page in self.pages for d in _dates(page)),
            actors=tuple(replace(a, mentions=tuple(sorted(mentions[a.id], key=_place))) for a in self.people),
            occasions=tuple(self.talks),
            attributions=tuple(a for page in self.pages for a in page.attributions),
        )

    def _document(self, number: int) -> Document:
        page = self.pages[number]
        return Document(
            id=page.key,
            path=f"{self.number:05}-{number}.txt",
            siglum=f"{self.number}.{number}",
            text="\n".join(page.lines) + "\n",
            sha256="0" * 64,
            outlet=f"The {word((self.number + number) % 40).capitalize()} Gazette",
            published=f"{1950 + self.number % 70}-05-{number + 10}",
            regions=tuple(page.regions),
        )


def _dates(page: Page) -> Iterator[DateMention]:
    for m in DAY.finditer("\n".join(page.lines)):
        edtf = f"{m[3]}-{MONTHS.index(m[2]) + 1:02}-{int(m[1]):02}"
        yield DateMention(Span(page.key, m.start(), m.end()), edtf)


def _sentences(page: Page) -> Iterator[Span]:
    text = "\n".join(page.lines)
    for start, end in texts.sentences(text, 0, len(text)):
        yield Span(page.key, start, end)
