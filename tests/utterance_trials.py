"""Invented matters with the utterances that several of their accounts report: collated, and counted in pairs.

A matter is one file of tests/utterances: accounts after lines "=== name.txt", then "=== expected" with one line
for each utterance, its versions as quoted words: "words" (a.txt) | "words" (b.txt). They were written before the
rules that group them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import variorum
from variorum.model import Edition

MATTERS = Path(__file__).parent / "utterances"
VERSION = re.compile(r"^\"(.*)\" \((\S+)\)$")
HALF = 0.5

Place = tuple[str, int, int]  # file name, start, end


@dataclass(frozen=True, slots=True)
class Count:
    """Pairs of versions in two documents: those put together rightly and wrongly, and those that were not."""

    right: list[str]
    wrong: list[str]
    missed: list[str]


def names() -> list[str]:
    """The matters there are."""
    return sorted(path.stem for path in MATTERS.glob("*.txt"))


def trial(name: str, folder: Path) -> tuple[Edition, Count]:
    """The matter's edition, made in this empty folder, and how its statements compare with what is expected."""
    texts, expected = read(name)
    for file, text in texts.items():
        (folder / file).write_text(text, encoding="utf-8")
    edition = variorum.collate([folder])
    return edition, counted(edition, expected)


def read(name: str) -> tuple[dict[str, str], list[list[Place]]]:
    """The accounts of a matter by file name, and the versions of each utterance."""
    whole = (MATTERS / f"{name}.txt").read_text(encoding="utf-8")
    _, *parts = re.split(r"^=== (\S+)\n", whole, flags=re.MULTILINE)
    texts = dict(zip(parts[::2], parts[1::2], strict=True))
    lines = texts.pop("expected").splitlines()
    return texts, [[_place(version, texts) for version in line.split(" | ")] for line in lines]


def _place(version: str, texts: dict[str, str]) -> Place:
    found = VERSION.match(version)
    assert found, version
    start = texts[found[2]].index(found[1])
    return found[2], start, start + len(found[1])


def counted(edition: Edition, expected: list[list[Place]]) -> Count:
    """Pairs across documents, each told by the words of both."""
    wanted = {pair for group in expected for pair in _pairs(group)}
    known = sorted({place for group in expected for place in group})
    given: set[tuple[Place, Place]] = set()
    for statement in edition.statements:
        given.update(_pairs({_known(place, known) for place in _readings(edition, statement.readings)}))
    texts = {_file(d.path): d.text for d in edition.documents}
    told = (sorted(_told(pair, texts) for pair in pairs) for pairs in (wanted & given, given - wanted, wanted - given))
    return Count(*told)


def _readings(edition: Edition, readings) -> Iterator[Place]:
    files = {d.id: _file(d.path) for d in edition.documents}
    for reading in readings:
        yield files[reading.witness], reading.spans[0].start, reading.spans[-1].end


def _file(path: str) -> str:
    return path.rsplit("/", 1)[-1]


def _pairs(places) -> Iterator[tuple[Place, Place]]:
    return (pair for pair in combinations(sorted(places), 2) if pair[0][0] != pair[1][0])


def _known(place: Place, known: list[Place]) -> Place:
    """The expected version that this reading shares at least half of the longer one's characters with, or itself."""
    for other in known:
        shared = min(place[2], other[2]) - max(place[1], other[1])
        if place[0] == other[0] and shared >= HALF * max(place[2] - place[1], other[2] - other[1]):
            return other
    return place


def _told(pair: tuple[Place, Place], texts: dict[str, str]) -> str:
    return " | ".join(f"{file}: {' '.join(texts[file][start:end].split())}" for file, start, end in pair)
