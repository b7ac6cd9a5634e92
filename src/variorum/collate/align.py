"""Readings set side by side word by word: words that answer one another stand in one column.

Progressive multiple alignment on profiles (Feng and Doolittle 1987, as CollateX does for texts), with one pass of
refinement in which each reading is taken out and set again. Readings of the same words are set once. Everything
happens in an order made from the words alone, so that the order of the readings shows nowhere.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import ClassVar

from variorum.collate.affinity import GAP, Form, affinity, forms
from variorum.collate.words import Word, words_of
from variorum.config import Settings
from variorum.model import Apparatus, Edition, Reading, Span

LARGEST = 60_000  # cells of one table; longer texts are first cut where both have a word that each has only once
OPENING = frozenset("\"'“‘«„‚‹([{$£€#@")

Row = tuple[Form, ...]
Step = tuple[int | None, int | None]  # a word of the new reading, a column of those that stand; None for a gap


class TokenAligner:
    """Sets any number of readings word by word; case and punctuation do not count, no word is lost."""

    name: ClassVar[str] = "collate.align/1"

    def __init__(self, settings: Settings) -> None:
        self.settings = settings

    def align(self, readings: Sequence[Reading], edition: Edition) -> Apparatus:
        """The apparatus of these readings: a cell is a word with the punctuation that clings to it."""
        wanted = {reading.witness for reading in readings}
        texts = {document.id: document.text for document in edition.documents if document.id in wanted}
        words = [words_of(texts[reading.witness], reading.spans) for reading in readings]
        cells = [list(_cells(texts[r.witness], r, w)) for r, w in zip(readings, words, strict=True)]
        rows = [forms(w, texts[r.witness]) for r, w in zip(readings, words, strict=True)]
        table = aligned(sorted(set(rows)))
        places = [table[row] for row in rows]
        columns = zip(*(_seated(place, own) for place, own in zip(places, cells, strict=True)), strict=True)
        return Apparatus(tuple(reading.id for reading in readings), tuple(columns))


def _seated(places: list[int | None], cells: list[Span]) -> list[Span | None]:
    """One cell or gap for each column."""
    return [None if n is None else cells[n] for n in places]


def _cells(text: str, reading: Reading, words: list[Word]) -> Iterator[Span]:
    """The span of each word with its punctuation, within the reading's spans."""
    at = 0
    for span in reading.spans:
        own = []
        while at < len(words) and words[at].end <= span.end:
            own.append(words[at])
            at += 1
        starts = [_start(text, word.start, own[n - 1].end if n else span.start) for n, word in enumerate(own)]
        limits = [*starts[1:], span.end]
        for word, start, limit in zip(own, starts, limits, strict=True):
            yield Span(span.doc, start, _end(text, word.end, limit))


def _start(text: str, start: int, limit: int) -> int:
    """Where a word's cell begins: an opening mark that touches it belongs to it, and whatever follows a blank."""
    at = start
    while at > limit and not text[at - 1].isspace():
        at -= 1
    if at > limit or limit == 0 or text[at - 1 : at].isspace():
        return at
    at = start
    while at > limit and text[at - 1] in OPENING:
        at -= 1
    return at


def _end(text: str, end: int, limit: int) -> int:
    while end < limit and not text[end].isspace():
        end += 1
    return end


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
    likeness = [[_likeness(x, y) for y in bags] for x in bags]
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
    few, many = (x, y) if len(x) < len(y) else (y, x)
    shared = sum(min(count, many[word]) for word, count in few.items() if word in many)
    total = x.total() + y.total() - shared
    return shared / total if total else 0.0


class Profile:
    """Rows that have been set: for each column how often each form stands in it."""

    def __init__(self) -> None:
        self.places: dict[Row, list[int | None]] = {}
        self.columns: list[dict[Form, int]] = []

    def add(self, row: Row) -> None:
        """Sets one more row at the places that cost least."""
        self._take(row, path(row, self.columns, len(self.places)))

    def refine(self, rows: Sequence[Row]) -> None:
        """Takes out and sets again each row; what was is kept unless the row stands better than before."""
        for row in rows:
            before, columns = {key: list(place) for key, place in self.places.items()}, self.columns
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


def columns_without(columns: list[dict[Form, int]], place: list[int | None], row: Row) -> list[dict[Form, int]]:
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


def value(steps: list[Step], row: Row, columns: list[dict[Form, int]], size: int) -> float:
    """How well a row stands among `size` others: the sum over its words and gaps, averaged over the others."""
    total = 0.0
    for word, column in steps:
        held = {} if column is None else columns[column]
        if word is not None:
            total += _score(row[word], held, size)
        elif held:
            total += GAP * sum(held.values()) / size
    return total


def _score(form: Form, column: dict[Form, int], size: int) -> float:
    """How well a word stands in a column: the mean over all rows, of which some have a gap there."""
    total, filled = 0.0, 0
    for other, count in column.items():
        total += count * affinity(form, other)
        filled += count
    return (total + (size - filled) * GAP) / size


def path(row: Row, columns: list[dict[Form, int]], size: int) -> list[Step]:
    """The steps that set a row among columns at least cost; exact where the table is not too large."""
    if not columns:
        return [(n, None) for n in range(len(row))]
    if len(row) * len(columns) <= LARGEST:
        return _best_path(row, columns, size)
    steps: list[Step] = []
    i = j = 0
    for x, y in [*anchors(row, columns), (len(row), len(columns))]:
        part = _part(row[i:x], columns[j:y], size)
        steps += [(None if n is None else n + i, None if c is None else c + j) for n, c in part]
        if x < len(row):
            steps.append((x, y))
        i, j = x + 1, y + 1
    return steps


def _part(row: Row, columns: list[dict[Form, int]], size: int) -> list[Step]:
    if row and columns and len(row) * len(columns) <= LARGEST:
        return _best_path(row, columns, size)
    return [(n, None) for n in range(len(row))] + [(None, c) for c in range(len(columns))]


def anchors(row: Row, columns: list[dict[Form, int]]) -> list[tuple[int, int]]:
    """Words that row and columns each have once, in an order that both share (as in a patience diff)."""
    there: dict[str, list[int]] = {}
    for c, column in enumerate(columns):
        for form in {form.plain for form in column}:
            there.setdefault(form, []).append(c)
    counts = Counter(form.plain for form in row)
    pairs = [
        (n, there[form.plain][0])
        for n, form in enumerate(row)
        if counts[form.plain] == 1 and len(there.get(form.plain, ())) == 1
    ]
    return _rising(pairs)


def _rising(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest part of the pairs in which the second numbers rise."""
    from bisect import bisect_left

    ends: list[int] = []
    piles: list[int] = []
    back: list[int] = []
    for n, (_, column) in enumerate(pairs):
        at = bisect_left(ends, column)
        back.append(piles[at - 1] if at else -1)
        ends[at : at + 1] = [column]
        piles[at : at + 1] = [n]
    found, n = [], piles[-1] if piles else -1
    while n >= 0:
        found.append(pairs[n])
        n = back[n]
    return found[::-1]


def _best_path(row: Row, columns: list[dict[Form, int]], size: int) -> list[Step]:
    """Needleman and Wunsch: of paths of equal worth, words together first, then a gap, then a new column."""
    leave = [GAP * sum(column.values()) / size for column in columns]
    scores: dict[Form, list[float]] = {}
    above = [0.0]
    for cost in leave:
        above.append(above[-1] + cost)
    turns = [bytearray(b"\x01" * (len(columns) + 1))]
    for form in row:
        if form not in scores:
            scores[form] = [_score(form, column, size) for column in columns]
        above, turn = _next_line(above, scores[form], leave)
        turns.append(turn)
    return _steps_back(turns, len(row), len(columns))


def _next_line(above: list[float], scores: list[float], leave: list[float]) -> tuple[list[float], bytearray]:
    """The next line of the table, with the turn taken into each cell: 0 both, 1 column only, 2 word only."""
    best = above[0] + GAP
    line, turn, corner = [best], bytearray(b"\x02"), above[0]
    for up, score, cost in zip(above[1:], scores, leave, strict=True):
        both, only_column, only_word = corner + score, best + cost, up + GAP
        corner = up
        if both >= only_column and both >= only_word:
            best = both
            turn.append(0)
        elif only_column >= only_word:
            best = only_column
            turn.append(1)
        else:
            best = only_word
            turn.append(2)
        line.append(best)
    return line, turn


def _steps_back(turns: list[bytearray], i: int, j: int) -> list[Step]:
    steps: list[Step] = []
    while i or j:
        turn = turns[i][j]
        if turn == 0:
            i, j = i - 1, j - 1
            steps.append((i, j))
        elif turn == 1:
            j -= 1
            steps.append((None, j))
        else:
            i -= 1
            steps.append((i, None))
    return steps[::-1]
