"""A seeded maker of corpora: invented matters, each told by several outlets that quote, trim, reword and copy.

    python bench/corpus.py FOLDER --articles 60 --seed 1

The same number and seed give the same files. Everything in them is invented.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

FIRST = (
    "Anna", "Boris", "Clara", "Dmitri", "Elena", "Farid", "Greta", "Hakim",
    "Irene", "Jonas", "Katya", "Liam", "Mirela", "Niels", "Olga", "Pavel",
)  # fmt: skip
LAST = (
    "Aldane", "Brockmar", "Castelin", "Dorvik", "Estermann", "Falkova",
    "Grenholm", "Hartwell", "Istrate", "Jurgen", "Kovell", "Lindqvist",
)  # fmt: skip
OFFICES = ("Prime Minister", "Foreign Minister", "Mayor", "President", "General", "Professor", "spokeswoman")
PLACES = (
    "Port Aldous", "Greyhaven", "Lake Morna", "Saint Orsel",
    "Kestrel Bay", "Upper Vantry", "Old Marrow", "Tarn Hill",
)  # fmt: skip
OUTLETS = ("The Greyhaven Courier", "Morna Daily", "Vantry Press Agency", "Radio Orsel", "The Kestrel Post")
MATTERS = ("the bridge over the Morna", "the fishing treaty", "the closing of the mill", "the new harbour law",
           "the prisoners of the northern camp", "the gas pipeline", "the vote on the school")  # fmt: skip
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October")
WORDS = (
    "We will not sign anything that takes {thing} away from the people of {place}",
    "I told them {number} times that {thing} would cost us more than we could ever pay",
    "There was never a promise about {thing}, neither in {place} nor anywhere else",
    "If they come with open hands, we shall talk about {thing} tomorrow morning",
    "It was a mistake, and I said so to everybody who was in that room in {place}",
    "Nobody asked us about {thing}, and nobody ever gave us an answer in {number} years",
    "You cannot build a peace on {thing} while {number} families are still waiting",
    "He looked at me and asked whether {thing} was really worth a quarrel with {place}",
)
REWORDED = {
    "not": "never",
    "anything": "any paper",
    "people": "citizens",
    "told": "warned",
    "cost": "take from",
    "tomorrow": "the next",
    "mistake": "error",
    "everybody": "all those",
    "answer": "reply",
    "quarrel": "dispute",
    "families": "households",
}
CUES = ("said", "told reporters", "insisted", "added", "replied", "recalled", "declared", "argued")
FILLER = (
    "The talks lasted about {number} hours and ended late in the evening.",
    "Several delegates left the hall before the end of the session.",
    "Supporters of the plan had gathered in front of the building since the morning.",
    "No date for another meeting has been set.",
    "The two sides have disagreed over {thing} for more than {number} years.",
    "Shops in {place} stayed closed for most of the day.",
)
MENU = (
    "Home | News | Politics | Sport | Culture",
    "Share on social media",
    "Listen Live",
    "Sign up for our newsletter",
)
RELATED = ("Related:", "Five things to know before the weekend", "Why the harbour keeps growing", "Leave a comment")


@dataclass(frozen=True, slots=True)
class Matter:
    """One matter: who spoke where and when, in which words."""

    thing: str
    place: str
    date: str
    speakers: tuple[tuple[str, str], ...]
    words: tuple[str, ...]


def articles(number: int, seed: int) -> Iterator[tuple[str, str]]:
    """File names with their texts: as many as asked for, five outlets to a matter."""
    chance = random.Random(seed)
    for n in range(number):
        if n % len(OUTLETS) == 0:
            matter, earlier = _matter(chance), []
        outlet = OUTLETS[n % len(OUTLETS)]
        paragraphs = _paragraphs(chance, matter, earlier)
        earlier.append(paragraphs)
        title = f"{matter.speakers[0][1]} speaks out on {matter.thing}"
        make = _page if n % 10 == 9 else _scraped
        yield f"{n:05d}{'.html' if make is _page else '.txt'}", make(chance, title, outlet, matter, paragraphs)


def _matter(chance: random.Random) -> Matter:
    thing, place = chance.choice(MATTERS), chance.choice(PLACES)
    names = [f"{a} {b}" for a, b in zip(chance.sample(FIRST, 3), chance.sample(LAST, 3), strict=True)]
    return Matter(
        thing,
        place,
        f"{chance.randint(1, 28)} {chance.choice(MONTHS)} {chance.randint(1985, 2023)}",
        tuple((chance.choice(OFFICES), name) for name in names),
        tuple(w.format(thing=thing, place=place, number=chance.randint(3, 40)) for w in chance.sample(WORDS, 5)),
    )


def _paragraphs(chance: random.Random, matter: Matter, earlier: list[list[str]]) -> list[str]:
    found = [f"{matter.place.upper()}, {matter.date} – The meeting about {matter.thing} opened here on Monday."]
    for n, words in enumerate(matter.words):
        office, name = matter.speakers[n % len(matter.speakers)]
        found.append(_said(chance, office, name, _version(chance, words)))
        filler = chance.choice(FILLER).format(thing=matter.thing, place=matter.place, number=chance.randint(2, 30))
        found.append(filler)
    if earlier and chance.random() < 0.6:  # copied from an outlet that wrote before
        source = chance.choice(earlier)
        start = chance.randrange(1, len(source) - 2)
        found[start : start + 3] = source[start : start + 3]
    return found


def _version(chance: random.Random, words: str) -> str:
    """The words as one outlet gives them: in full, trimmed, reworded, or with another number."""
    kind = chance.random()
    if kind < 0.45:
        return words
    if kind < 0.6:
        return " ".join(words.split()[: max(6, len(words.split()) * 2 // 3)])
    if kind < 0.9:
        return " ".join(REWORDED.get(w, w) for w in words.split())
    return "".join(str((int(c) + 1) % 10) if c.isdigit() else c for c in words)


def _said(chance: random.Random, office: str, name: str, words: str) -> str:
    cue, last = chance.choice(CUES), name.split()[-1]
    form = chance.randrange(5)
    if form == 0:
        return f"“{words},” {cue} {office} {name}."
    if form == 1:
        half = len(words.split()) // 2
        first, second = " ".join(words.split()[:half]), " ".join(words.split()[half:])
        return f"“{first},” {name} {cue}, “{second}.”"
    if form == 2:
        return f"{office} {name} {cue} that {words[0].lower()}{words[1:]}."
    if form == 3:
        return f'According to {last}, "{words}."'
    return f"{name} {cue}: “{words}.” {last} did not say more."


def _scraped(chance: random.Random, title: str, outlet: str, matter: Matter, paragraphs: list[str]) -> str:
    menu = list(MENU[: chance.randint(1, len(MENU))])
    head = [title, "", f"{outlet}, {matter.date}", ""]
    return "\n".join([*menu, "", *head, "\n\n".join(paragraphs), "", *RELATED]) + "\n"


def _page(chance: random.Random, title: str, outlet: str, matter: Matter, paragraphs: list[str]) -> str:
    body = "\n".join(f"<p>{p}</p>" for p in paragraphs)
    menu = "".join(f"<li><a href='#'>{m}</a></li>" for m in MENU[: chance.randint(1, len(MENU))])
    return (
        f"<!doctype html>\n<html lang='en'><head><meta charset='utf-8'><title>{title} | {outlet}</title></head>\n"
        f"<body><nav><ul>{menu}</ul></nav><article><h1>{title}</h1>\n<p>{matter.date}</p>\n{body}\n</article>"
        f"<footer>{' '.join(RELATED)}</footer></body></html>\n"
    )


def write(folder: Path, number: int, seed: int) -> int:
    """Writes the corpus into the folder; gives the number of its bytes."""
    folder.mkdir(parents=True, exist_ok=True)
    total = 0
    for name, text in articles(number, seed):
        total += (folder / name).write_bytes(text.encode("utf-8"))
    return total


def main() -> None:
    """Writes a corpus where the command line says."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--articles", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    print(f"{asked.articles} articles, {write(asked.folder, asked.articles, asked.seed):,} bytes in {asked.folder}")


if __name__ == "__main__":
    main()
