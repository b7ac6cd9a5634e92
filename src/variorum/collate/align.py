"""Readings set side by side word by word: words that answer one another stand in one column.

Progressive multiple alignment on profiles (Feng and Doolittle 1987, as CollateX does for texts), with one pass of
refinement in which each reading is taken out and set again. Readings of the same words are set once. Everything
happens in an order made from the words alone, so that the order of the readings shows nowhere.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import ClassVar

from variorum.collate.affinity import forms
from variorum.collate.paths import Column, Row, Step, path, value
from variorum.collate.words import Word, words_of
from variorum.config import Settings
from variorum.model import Apparatus, Edition, Reading, Span

OPENING = frozenset("\"'“‘«„‚‹([{$£€#@")


class TokenAligner:
    """Sets any number of readings word by word; case and punctuation do not count, no word is lost."""

    name: ClassVar[str] = "collate.align/1"

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._known = Edition()
        self._texts: dict[str, str] = {}

    def align(self, readings: Sequence[Reading], edition: Edition) -> Apparatus:
        """The apparatus of these readings: a cell is a word with the punctuation that clings to it."""
        texts = self._texts_of(edition)
        words = [words_of(texts[reading.witness], reading.spans) for reading in readings]
        cells = [list(_cells(texts[r.witness], r, w)) for r, w in zip(readings, words, strict=True)]
        rows = [forms(w, texts[r.witness]) for r, w in zip(readings, words, strict=True)]
        table = aligned(sorted(set(rows)))
        places = [table[row] for row in rows]
        columns = zip(*(_seated(place, own) for place, own in zip(places, cells, strict=True)), strict=True)
        return Apparatus(tuple(reading.id for reading in readings), tuple(columns))

    def _texts_of(self, edition: Edition) -> dict[str, str]:
        """The texts of an edition, kept from one statement to the next."""
        if self._known is not edition:
            self._known, self._texts = edition, {document.id: document.text for document in edition.documents}
        return self._texts


def _seated(places: list[int | None], cells: list[Span]) -> list[Span | None]:
    """One cell or gap for each column."""
    return [None if n is None else cells[n] for n in places]


def _cells(text: str, reading: Reading, words: list[Word]) -> Iterator[Span]:
    """The span of each word with its punctuation, within the reading's spans."""
    for span in reading.spans:
        own = [word for word in words if span.start <= word.start and word.end <= span.end]
        starts = [_start(text, x.end, y.start) for x, y in pairwise(own)]
        for n, word in enumerate(own):
            first = starts[n - 1] if n else _after_blank(text, span.start, word.start)
            limit = starts[n] if n < len(starts) else span.end
            yield Span(span.doc, first, _before_blank(text, word.end, limit))


def _start(text: str, before: int, word: int) -> int:
    """Where a word's cell begins behind another word: after a blank, else with the opening marks that touch it."""
    at = _after_blank(text, before, word)
    if at > before:
        return at
    at = word
    while at > before and text[at - 1] in OPENING:
        at -= 1
    return at


def _after_blank(text: str, start: int, end: int) -> int:
    while end > start and not text[end - 1].isspace():
        end -= 1
    return end


def _before_blank(text: str, start: int, end: int) -> int:
    while start < end and not text[start].isspace():
        start += 1
    return start


def aligned(rows: Sequence[Row]) -> dict[Row, list[int | None]]:
    """For each of these different rows, the number of its word in each column, or None.

    `rows` must be sorted: that makes the result one and the same for any order of readings.
    """
    if not rows:
        return {}
    profile = Profile()
    for n in guide(rows):
        profile.add(rows[n])
    if len(rows) > 2:
        profile.refine(rows)
    return profile.places


def guide(rows: Sequence[Row]) -> Iterator[int]:
    """The order in which to set the rows: the most central first, then whichever is likest to one that stands."""
    bags = [Counter(form.stem for form in row) for row in rows]
    half = [[_likeness(bags[n], bags[m]) for m in range(n + 1)] for n in range(len(rows))]
    likeness = [[half[max(n, m)][min(n, m)] for m in range(len(rows))] for n in range(len(rows))]
    first = max(range(len(rows)), key=lambda n: (sum(likeness[n]), -n))
    nearest = {n: likeness[first][n] for n in range(len(rows)) if n != first}
    yield first
    while nearest:
        best = max(nearest, key=lambda n: (nearest[n], -n))
        del nearest[best]
        yield best
        for n in nearest:
            nearest[n] = max(nearest[n], likeness[best][n])


def _likeness(x: Counter[str], y: Counter[str]) -> float:
    """Shared words by all words."""
    shared = (x & y).total()
    total = x.total() + y.total() - shared
    return shared / total if total else 0.0


class Profile:
    """Rows that have been set: for each column how often each form stands in it."""

    def __init__(self) -> None:
        self.places: dict[Row, list[int | None]] = {}
        self.columns: list[Column] = []

    def add(self, row: Row) -> None:
        """Sets one more row at the places that cost least."""
        self._take(row, path(row, self.columns, len(self.places)))

    def refine(self, rows: Sequence[Row]) -> None:
        """Takes out and sets again each row; what was is kept unless the row stands better than before."""
        for row in rows:
            before, columns = dict(self.places), self.columns  # their lists are never changed, only replaced
            place = self.places[row]
            self._remove(row)
            old = value([(n, c) for c, n in enumerate(place)], row, columns_without(columns, place, row), len(rows) - 1)
            steps = path(row, self.columns, len(self.places))
            if value(steps, row, self.columns, len(self.places)) > old + 1e-9:
                self._take(row, steps)
            else:
                self.places, self.columns = before, columns

    def _take(self, row: Row, steps: list[Step]) -> None:
        for key, place in self.places.items():
            self.places[key] = [None if column is None else place[column] for _, column in steps]
        self.places[row] = [word for word, _ in steps]
        columns = []
        for word, column in steps:
            held = {} if column is None else dict(self.columns[column])
            if word is not None:
                held[row[word]] = held.get(row[word], 0) + 1
            columns.append(held)
        self.columns = columns

    def _remove(self, row: Row) -> None:
        """Takes a row out; columns that it alone had go with it."""
        columns = columns_without(self.columns, self.places.pop(row), row)
        kept = [n for n, column in enumerate(columns) if column]
        self.columns = [columns[n] for n in kept]
        self.places = {key: [place[n] for n in kept] for key, place in self.places.items()}


def columns_without(columns: list[Column], place: list[int | None], row: Row) -> list[Column]:
    """The columns as they are without one row."""
    found = []
    for column, word in zip(columns, place, strict=True):
        held = dict(column)
        if word is not None:
            held[row[word]] -= 1
            if not held[row[word]]:
                del held[row[word]]
        found.append(held)
    return found
