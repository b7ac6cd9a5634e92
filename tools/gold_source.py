"""A gold source as written: its sections, and the quoted words looked up in the documents."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from variorum.config import Settings
from variorum.ingest.html import HtmlReader
from variorum.ingest.jsonl import JsonLinesReader

Json = Any
QUOTED = re.compile(r"«([^»]*)»(\d*)")


class Fault(Exception):
    """What is wrong with a line of the source."""


@dataclass
class Text:
    """A document's text in which quoted words are looked up."""

    key: str
    file: str
    text: str
    facts: dict[str, str] = field(default_factory=dict)

    def lines(self, first: int, last: int) -> tuple[int, int]:
        """Where the lines of these numbers begin and end."""
        starts = [0, *(m.end() for m in re.finditer("\n", self.text)), len(self.text) + 1]
        if last >= len(starts):
            raise Fault(f"{self.file} has no line {last}")
        return starts[first - 1], starts[last] - 1

    def line_of(self, offset: int) -> int:
        return self.text.count("\n", 0, offset) + 1

    def scope(self, head: str) -> tuple[int, int]:
        """What `L4`, `L4-7` or `in«words»` in the head of an entry confine the search to."""
        if found := re.search(r"\bin«([^»]*)»", head):
            number = self.line_of(self.find(found[1], "", (0, len(self.text)))[0])
            return self.lines(number, number)
        if found := re.search(r"\bL(\d+)(?:-(\d+))?\b", head):
            return self.lines(int(found[1]), int(found[2] or found[1]))
        return 0, len(self.text)

    def find(self, words: str, nth: str, scope: tuple[int, int]) -> tuple[int, int]:
        """Where the words stand in the scope; a fault unless once, or the nth time that was asked for."""
        ends = [r"\s+".join(map(re.escape, part.split())) for part in words.split("…")]
        pattern = r"(?s:.*?)".join(ends)
        bounded = (r"(?<!\w)" if words[0].isalnum() else "") + pattern + (r"(?!\w)" if words[-1].isalnum() else "")
        found = [m.span() for m in re.compile(bounded).finditer(self.text, *scope)]
        found = found or [m.span() for m in re.compile(pattern).finditer(self.text, *scope)]
        if not found or int(nth or 1) > len(found) or (not nth and len(found) > 1):
            raise Fault(f"«{words}»{nth} stands {len(found)} times in {self.key} {scope}")
        return found[int(nth or 1) - 1]

    def span(self, at: tuple[int, int]) -> Json:
        return {"doc": self.key, "start": at[0], "end": at[1], "text": self.text[at[0] : at[1]]}

    def spans(self, quoted: str, scope: tuple[int, int]) -> list[Json]:
        """The spans of all words quoted in a part, which must stand in text order."""
        found = [self.find(m[1], m[2], scope) for m in QUOTED.finditer(quoted)]
        if not found or found != sorted(found):
            raise Fault(f"no words quoted, or not in text order: {quoted}")
        return [self.span(at) for at in found]


def documents_in(folder: Path) -> dict[str, str]:
    """File name -> text, as Variorum reads them."""
    texts: dict[str, str] = {}
    for path in sorted(folder.iterdir()):
        if path.suffix == ".txt":
            texts[path.name] = path.read_bytes().decode("utf-8")
        else:
            reader = HtmlReader(Settings()) if path.suffix == ".html" else JsonLinesReader(Settings())
            texts |= {d.path: d.text for d in reader.read(path.name, path.read_bytes())}
    return texts


def sections_of(source: str) -> Iterator[tuple[str, list[tuple[int, str]]]]:
    """Each section's head and its numbered lines; comments and empty lines left out."""
    head = ""
    lines: list[tuple[int, str]] = []
    for number, line in enumerate(source.splitlines(), start=1):
        if line.startswith("["):
            yield head, lines
            head, lines = line.strip("[] "), []
        elif line.strip() and not line.startswith("#"):
            lines.append((number, line.rstrip()))
    yield head, lines


def blocks_of(lines: Iterable[tuple[int, str]]) -> list[tuple[int, str, list[str]]]:
    """Entries whose further lines are indented."""
    found: list[tuple[int, str, list[str]]] = []
    for number, line in lines:
        if line.startswith(" ") and found:
            found[-1][2].append(line.strip())
        else:
            found.append((number, line, []))
    return found
