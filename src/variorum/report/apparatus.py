"""Readings set side by side, made fit for drawing: columns drawn together, differences given a sign."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from variorum.lookup import Lookup
from variorum.model import Reading, Span, Statement
from variorum.report.words import shown
from variorum.text import plain_words

Sign = Literal["", "≠", "+", "∅"]
Form = tuple[str, ...] | None
# Below this agreement with the base reading, word by word signs tell a reader nothing: the whole counts as one
# variant. Chosen by eye on pairs of paraphrases, which share little but articles.
LITTLE = 0.3


@dataclass(frozen=True, slots=True)
class Cell:
    """What one reading has in one column: its words, and a sign where it differs from the base reading."""

    words: str
    sign: Sign


@dataclass(frozen=True, slots=True)
class Run:
    """Words of a reading in running text; `base` is what the base reading has in their place."""

    words: str
    sign: Sign = ""
    base: str = ""


@dataclass(frozen=True, slots=True)
class Grid:
    """The apparatus of one statement, by reading: a row of cells, and the runs of each of the reading's spans.

    `base` is the reading that the others are held against.
    """

    base: str
    rows: dict[str, tuple[Cell, ...]]
    runs: dict[str, tuple[tuple[Run, ...], ...]]


@dataclass(frozen=True, slots=True)
class _Column:
    cells: tuple[Span | None, ...]
    forms: tuple[Form, ...]


def grid(statement: Statement, lookup: Lookup) -> Grid:
    """The statement's apparatus drawn together; one without rows where it has not been aligned."""
    readings = {r.id: r for r in statement.readings}
    given = statement.apparatus
    if not given.columns or not set(given.readings) <= set(readings):
        return Grid("", {}, {})
    columns = _drawn_together([_column(row, lookup) for row in given.columns], lookup)
    at = _most_central(columns, len(given.readings))
    rows, runs = {}, {}
    for n, key in enumerate(given.readings):
        signs = [_sign(c.forms[n], c.forms[at]) for c in columns]
        rows[key] = tuple(Cell(_words(c.cells[n], lookup), sign) for c, sign in zip(columns, signs, strict=True))
        if _agreement(n, at, columns) < LITTLE:
            runs[key] = _as_one_variant(readings[key], readings[given.readings[at]], lookup)
        else:
            runs[key] = _running(readings[key], n, at, columns, lookup)
    return Grid(given.readings[at], rows, runs)


def _column(row: tuple[Span | None, ...], lookup: Lookup) -> _Column:
    cells = tuple(c if c and c.doc in lookup.documents else None for c in row)
    return _Column(cells, tuple(_form(c, lookup) for c in cells))


def _form(cell: Span | None, lookup: Lookup) -> Form:
    if cell is None:
        return None
    words = lookup.words(cell)
    return tuple(plain_words(words)) or (words.strip(),)


def _words(cell: Span | None, lookup: Lookup) -> str:
    return shown(lookup.words(cell)) if cell and cell.doc in lookup.documents else ""


def _sign(form: Form, base: Form) -> Sign:
    if form == base:
        return ""
    return "∅" if form is None else "+" if base is None else "≠"


def _most_central(columns: Sequence[_Column], width: int) -> int:
    """The reading that agrees with the others in most words; of equals the longest, of these the first."""
    agreed, length = [0] * width, [0] * width
    for column in columns:
        held = Counter(f for f in column.forms if f is not None)
        for n, form in enumerate(column.forms):
            size = len(form or ())
            agreed[n] += (held[form or ()] - 1) * size
            length[n] += size
    return max(range(width), key=lambda n: (agreed[n], length[n], -n))


def _drawn_together(columns: Sequence[_Column], lookup: Lookup) -> list[_Column]:
    """Neighbouring columns in which the same readings agree become one, where the words stand together."""
    done: list[_Column] = []
    for column in columns:
        if done and _pattern(done[-1]) == _pattern(column) and _follows(done[-1], column, lookup):
            done[-1] = _joined(done[-1], column)
        else:
            done.append(column)
    return done


def _pattern(column: _Column) -> tuple[int, ...]:
    seen: dict[Form, int] = {None: -1}
    return tuple(seen.setdefault(f, len(seen)) for f in column.forms)


def _follows(left: _Column, right: _Column, lookup: Lookup) -> bool:
    pairs = [(a, b) for a, b in zip(left.cells, right.cells, strict=True) if a and b]
    return all(
        a.end <= b.start and not plain_words(lookup.words(Span(a.doc, a.end, b.start))) and b.start - a.end < 8
        for a, b in pairs
    )


def _joined(left: _Column, right: _Column) -> _Column:
    cells = tuple(
        Span(a.doc, a.start, b.end) if a and b else None for a, b in zip(left.cells, right.cells, strict=True)
    )
    forms = tuple((a or ()) + (b or ()) if a or b else None for a, b in zip(left.forms, right.forms, strict=True))
    return _Column(cells, forms)


def _running(
    reading: Reading, n: int, base: int, columns: Sequence[_Column], lookup: Lookup
) -> tuple[tuple[Run, ...], ...]:
    """The reading's own words in text order, those that differ signed, what it leaves out marked where it would be."""
    lead, gaps = _gaps(n, base, columns, lookup)
    placed = sorted((c.cells[n], i) for i, c in enumerate(columns) if c.cells[n])
    passages: list[tuple[Run, ...]] = []
    for span in reading.spans:
        runs = [Run("", "∅", lead)] if lead and not passages else []
        at = span.start
        for cell, i in placed:
            if cell is None or cell not in span or cell.start < at:
                continue
            runs.append(Run(_between(span.doc, at, cell.start, lookup)))
            sign = _sign(columns[i].forms[n], columns[i].forms[base])
            runs.append(Run(_words(cell, lookup), sign, _words(columns[i].cells[base], lookup) if sign else ""))
            runs += [Run("", "∅", gaps[i])] if i in gaps else []
            at = cell.end
        runs.append(Run(_between(span.doc, at, span.end, lookup)))
        passages.append(tuple(_merged(runs)))
    return tuple(passages)


def _as_one_variant(reading: Reading, base: Reading, lookup: Lookup) -> tuple[tuple[Run, ...], ...]:
    whole = " … ".join(_words(s, lookup) for s in base.spans)
    return tuple((Run(_words(s, lookup), "≠", whole),) for s in reading.spans)


def _agreement(n: int, base: int, columns: Sequence[_Column]) -> float:
    """The part of both readings' words that stands in both."""
    same = sum(2 * len(c.forms[n] or ()) for c in columns if c.forms[n] == c.forms[base])
    return same / max(sum(len(c.forms[k] or ()) for c in columns for k in (n, base)), 1)


def _gaps(n: int, base: int, columns: Sequence[_Column], lookup: Lookup) -> tuple[str, dict[int, str]]:
    """What the reading leaves out of the base: at its beginning, and after which of its columns."""
    gaps: dict[int, str] = {}
    last = -1
    for i, column in enumerate(columns):
        if column.cells[n]:
            last = i
        elif column.cells[base]:
            gaps[last] = f"{gaps.get(last, '')} {_words(column.cells[base], lookup)}".strip()
    return gaps.pop(-1, ""), gaps


def _between(doc: str, start: int, end: int, lookup: Lookup) -> str:
    return _words(Span(doc, start, end), lookup) if start < end else ""


def _merged(runs: Sequence[Run]) -> list[Run]:
    """Neighbouring words that differ become one run, the blanks between them included, as one variant is read."""
    done: list[Run] = []
    for run in runs:
        if not run.words and run.sign != "∅":
            continue
        blank = done[-1].words if len(done) > 1 and not done[-1].sign and done[-1].words.isspace() else ""
        before = done[-2] if blank else done[-1] if done else None
        if before and bool(before.sign) == bool(run.sign):
            del done[-2 if blank else -1 :]
            run = _one(before.words + blank + run.words, f"{before.base} {run.base}".strip(), bool(run.sign))
        if run.sign and run.words[:1].isspace():
            lead = len(run.words) - len(run.words.lstrip())
            done.append(Run(run.words[:lead]))
            run = Run(run.words[lead:], run.sign, run.base)
        done.append(run)
    return done


def _one(words: str, base: str, is_different: bool) -> Run:
    sign: Sign = "" if not is_different else "∅" if not words.strip() else "≠" if base else "+"
    return Run(words, sign, base)
