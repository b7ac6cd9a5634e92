"""An edition as rows of tables and back: where each field of each record is kept follows from its type.

A word, number or date is a column of the record's own table; a span is three columns; several spans are rows
of `span`, lists of names or ids rows of `item`, records within a record rows of their own table, each with the
key of its `owner`. A field that a record gains is therefore kept as soon as the schema has a place for it.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass
from functools import cache
from itertools import count
from typing import Any, get_args, get_origin, get_type_hints

from variorum.model import (
    Actor,
    Ancestor,
    Apparatus,
    Attribution,
    Conflict,
    DateMention,
    Descent,
    Document,
    Edition,
    Hop,
    Line,
    Mention,
    Occasion,
    Problem,
    Reading,
    Reason,
    Region,
    Relation,
    Reuse,
    Span,
    Stated,
    Statement,
    Stemma,
    Story,
    TimelineEntry,
)  # fmt: skip

TABLES: dict[type, str] = {
    Actor: "actor", Ancestor: "ancestor", Attribution: "attribution", Conflict: "conflict", DateMention: "dated",
    Descent: "descent", Document: "document", Hop: "hop", Line: "line", Mention: "mention", Occasion: "occasion",
    Problem: "problem", Reading: "reading", Reason: "reason", Region: "region", Relation: "relation", Reuse: "reuse",
    Stated: "stated", Statement: "statement", Stemma: "stemma", Story: "story", TimelineEntry: "timeline",
}  # fmt: skip
OF_DOCUMENTS = ("document", "region", "problem")  # these outlive the edition: a superseded document keeps them
EDITION = 0  # the owner of what belongs to the edition itself
Row = tuple[Any, ...]


@cache
def shapes(kind: type) -> tuple[tuple[str, str, Any], ...]:
    """Name, shape and type (of its members, if many) for each field of a record type."""
    hints = get_type_hints(kind)
    return tuple((f.name, *_shape(hints[f.name])) for f in fields(kind))


def _shape(hint: Any) -> tuple[str, Any]:
    if hint in (Span, Apparatus):
        return hint.__name__.lower(), hint
    if get_origin(hint) is not tuple:
        return "column", hint
    member = get_args(hint)[0]
    if get_origin(member) is tuple:
        return "groups", str
    if member is Span:
        return "spans", Span
    return ("records", member) if is_dataclass(member) else ("items", member)


def columns(kind: type) -> tuple[str, ...]:
    """The columns of a record's table that hold its own fields, in the order of the fields."""
    names: list[str] = []
    for name, shape, _ in shapes(kind):
        if shape == "column":
            names.append(name)
        elif shape == "span":
            names.extend(_ends(name))
    return tuple(names)


def _ends(name: str) -> tuple[str, str, str]:
    prefix = "" if name == "span" else f"{name}_"
    return f"{prefix}doc", f"{prefix}start", f"{prefix}stop"


class Rows:
    """The rows that an edition makes, table by table; keys are counted from `first`."""

    def __init__(self, edition: Edition, first: int = 1) -> None:
        self.tables: dict[str, list[Row]] = defaultdict(list)
        self._keys = count(first)
        for name, shape, _ in shapes(Edition):
            if name != "manifest":
                self._many(EDITION, name, shape, getattr(edition, name))

    def statements(self) -> Iterator[tuple[str, list[Row]]]:
        """The SQL that inserts into each table, with the rows to insert."""
        for table, rows in self.tables.items():
            if rows:
                yield f"INSERT INTO {table} VALUES ({', '.join('?' * len(rows[0]))})", rows

    def _record(self, record: Any, owner: int, n: int) -> None:
        kind: type = type(record)
        key, values = next(self._keys), list[Any]()
        table = self.tables[TABLES[kind]]  # before its members' tables: an owner is inserted first
        for name, shape, _ in shapes(kind):
            value = getattr(record, name)
            if shape == "column":
                values.append(value)
            elif shape == "span":
                values.extend((value.doc, value.start, value.end))
            else:
                self._many(key, name, shape, value)
        place = (key, n) if owner == EDITION else (key, owner, n)
        extra = (0,) if kind is Document else ()  # not superseded
        table.append((*place, *values, *extra))

    def _many(self, owner: int, part: str, shape: str, value: Any) -> None:
        if shape == "spans":
            self.tables["span"] += [(owner, part, n, s.doc, s.start, s.end) for n, s in enumerate(value)]
        elif shape == "items":
            self.tables["item"] += [(owner, part, 0, n, x) for n, x in enumerate(value)]
        elif shape == "groups":
            self.tables["item"] += [(owner, part, g, n, x) for g, xs in enumerate(value) for n, x in enumerate(xs)]
        elif shape == "apparatus":
            self._many(owner, part, "items", value.readings)
            self.tables["cell"] += [
                (owner, n, place, *((cell.doc, cell.start, cell.end) if cell else (None, None, None)))
                for n, column in enumerate(value.columns)
                for place, cell in enumerate(column)
            ]
        else:
            for n, record in enumerate(value):
                self._record(record, owner, n)


class Fetched:
    """The tables of a database read into memory, to build records from."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._rows = {kind: _by_owner(connection, kind) for kind in TABLES}
        self._spans: dict[tuple[int, str], list[Span]] = defaultdict(list)
        for owner, part, *place in connection.execute(
            "SELECT owner, part, doc, start, stop FROM span ORDER BY owner, part, n"
        ):
            self._spans[owner, part].append(Span(*place))
        self._items: dict[tuple[int, str], dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
        for owner, part, group, value in connection.execute(
            "SELECT owner, part, grouped, value FROM item ORDER BY owner, part, grouped, n"
        ):
            self._items[owner, part][group].append(value)
        self._cells: dict[int, dict[int, list[Span | None]]] = defaultdict(lambda: defaultdict(list))
        for owner, n, doc, start, stop in connection.execute(
            "SELECT owner, n, doc, start, stop FROM cell ORDER BY owner, n, place"
        ):
            self._cells[owner][n].append(None if doc is None else Span(doc, start, stop))

    def edition(self) -> Edition:
        """The edition without its manifest."""
        parts = {name: self._value(EDITION, name, *rest) for name, *rest in shapes(Edition) if name != "manifest"}
        return Edition(**parts)

    def _records(self, kind: type, owner: int) -> tuple[Any, ...]:
        return tuple(self._record(kind, key, values) for key, values in self._rows[kind].get(owner, ()))

    def _record(self, kind: type, key: int, values: Sequence[Any]) -> Any:
        left = iter(values)
        given: dict[str, Any] = {}
        for name, shape, member in shapes(kind):
            if shape == "column":
                value = next(left)
                given[name] = bool(value) if member is bool else value
            elif shape == "span":
                given[name] = Span(next(left), next(left), next(left))
            else:
                given[name] = self._value(key, name, shape, member)
        return kind(**given)

    def _value(self, owner: int, name: str, shape: str, member: Any) -> Any:
        if shape == "spans":
            return tuple(self._spans.get((owner, name), ()))
        if shape in ("items", "groups"):
            groups = tuple(tuple(xs) for xs in self._items.get((owner, name), {}).values())
            return groups if shape == "groups" else (groups[0] if groups else ())
        if shape == "apparatus":
            cells = self._cells.get(owner, {}).values()
            return Apparatus(self._value(owner, name, "items", str), tuple(map(tuple, cells)))
        return self._records(member, owner)


def _by_owner(connection: sqlite3.Connection, kind: type) -> dict[int, list[tuple[int, Row]]]:
    """Owner -> key and own columns of its rows, in order."""
    table = TABLES[kind]
    has_owner = any(row[1] == "owner" for row in connection.execute(f"PRAGMA table_info({table})"))
    owner = "owner" if has_owner else str(EDITION)
    where = " WHERE NOT superseded" if kind is Document else ""
    found: dict[int, list[tuple[int, Row]]] = defaultdict(list)
    for above, key, *values in connection.execute(
        f"SELECT {owner}, key, {', '.join(map(_quoted, columns(kind)))} FROM {table}{where} ORDER BY n"
    ):
        found[above].append((key, tuple(values)))
    return found


def _quoted(name: str) -> str:
    return f'"{name}"'
