"""Invented matters with planted conflicts and traps: read from tests/matters, collated, and counted.

A matter is one file: documents after lines "=== name.txt", then "=== expected" with one line for each planted
conflict ("high number: "words" (a.txt) | "words" (b.txt)") and for each trap, two places that agree after all.
They were written before the rules that find them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import variorum
from variorum.model import Conflict, Edition, Span

MATTERS = Path(__file__).parent / "matters"
PLACE = re.compile(r"\"(?P<words>(?:[^\"\\]|\\.)*)\"\s*\((?P<doc>[\w.]+)\)")


@dataclass(frozen=True, slots=True)
class Planted:
    """A conflict or a trap as planted: its line, and (document, start, end) of each of its places."""

    line: str
    places: tuple[tuple[str, int, int], ...]
    is_trap: bool


@dataclass(frozen=True, slots=True)
class Trial:
    """What became of one matter: planted conflicts found and missed, reported ones that are right and wrong."""

    found: tuple[Planted, ...]
    missed: tuple[Planted, ...]
    right: tuple[Conflict, ...]
    wrong: tuple[Conflict, ...]


def names() -> list[str]:
    """The matters there are."""
    return sorted(path.stem for path in MATTERS.glob("*.txt"))


def read(name: str) -> tuple[dict[str, str], list[Planted]]:
    """The documents of a matter by file name, and what is planted in them."""
    head, *parts = re.split(r"^=== (\S+)\n", (MATTERS / f"{name}.txt").read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert not head
    texts = dict(zip(parts[::2], parts[1::2], strict=True))
    expected = texts.pop("expected")
    return texts, [_planted(line, texts) for line in expected.splitlines() if line.strip()]


def _planted(line: str, texts: dict[str, str]) -> Planted:
    places = []
    for m in PLACE.finditer(line):
        words = m["words"].replace('\\"', '"')
        start = texts[m["doc"]].index(words)
        places.append((m["doc"], start, start + len(words)))
    assert len(places) >= 2, line
    return Planted(line, tuple(places), line.startswith("trap"))


def collated(name: str, folder: Path) -> Edition:
    """The edition of a matter's documents, by the whole walk."""
    texts, _ = read(name)
    for path, text in texts.items():
        (folder / path).write_text(text, encoding="utf-8")
    return variorum.collate([folder])


def judged(edition: Edition, planted: list[Planted]) -> Trial:
    """The reported conflicts set against the planted ones: two places of one touched is a hit, a trap's a miss."""
    paths = {d.id: Path(d.path).name for d in edition.documents}
    right, wrong, hit = [], [], set()
    for conflict in edition.conflicts:
        evidence = [(paths[e.doc], e.start, e.end) for e in conflict.evidence]
        hits = [p for p in planted if _is_hit(p, evidence)]
        real = [p for p in hits if not p.is_trap]
        (right if real else wrong).append(conflict)
        hit |= {p.line for p in real}
    wanted = [p for p in planted if not p.is_trap]
    return Trial(
        tuple(p for p in wanted if p.line in hit), tuple(p for p in wanted if p.line not in hit), tuple(right), tuple(wrong)
    )  # fmt: skip


def _is_hit(planted: Planted, evidence: list[tuple[str, int, int]]) -> bool:
    touched = sum(any(d == e and s < t and a < b for e, a, t in evidence) for d, s, b in planted.places)
    return touched >= 2


def words(conflict: Conflict, edition: Edition) -> list[str]:
    """The words that a conflict rests on, for a message."""
    texts = {d.id: d.text for d in edition.documents}
    return [_quoted(e, texts) for e in conflict.evidence]


def _quoted(span: Span, texts: dict[str, str]) -> str:
    return f"{texts[span.doc][span.start : span.end]!r}"
