"""One SQLite file that holds the whole edition, the inputs' bytes, and earlier versions of the documents."""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from types import TracebackType
from typing import ClassVar, Self, TypeVar

from variorum.codec import decode, encode
from variorum.errors import BrokenEdition, OutputError
from variorum.model import Annotation, Edition, Input, Manifest
from variorum.store.rows import OF_DOCUMENTS, Fetched, Rows

MAGIC = b"SQLite format 3\x00"
APPLICATION = 0x5641524D  # "VARM": how a database of ours is told from another program's
VERSION = 5  # schema/1.sql .. schema/VERSION.sql, run in turn, make the tables of today
PATIENCE = 1.0  # seconds to wait for another program that is writing
EDITION_TABLES = (
    "span", "item", "reason", "dated", "mention", "stated", "hop", "reading", "cell", "relation", "attribution",
    "statement", "conflict", "reuse", "line", "stemma", "ancestor", "descent", "timeline", "story", "occasion", "actor",
    "annotation", "input", "memory",
)  # fmt: skip
FAST = 1  # how hard to press results: the rest of the levels save little more
HELD = tuple[tuple[str, str], ...]
BUSY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
BROKEN = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR}  # ERROR: a table is missing

T = TypeVar("T")


class SqliteStore:
    """An edition in one SQLite file; a run is written in one transaction, wholly or not at all.

    Raises BrokenEdition, and touches nothing, where the file is no database of Variorum's, is damaged, or was
    made by a newer Variorum; raises OutputError where it cannot be written or another program is writing.
    """

    name: ClassVar[str] = "store.sqlite/1"

    def __init__(self, path: str | Path, *, is_read_only: bool = False, called: Path | None = None) -> None:
        """Opens the file, or makes it; `called` is the name that messages give it."""
        self._path = called or Path(path)
        _check_header(Path(path), is_read_only)
        with told(self._path):
            self._connection = connect(Path(path), is_read_only=is_read_only)
        try:
            with told(self._path):
                self._prepare(is_read_only)
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Lets go of the file."""
        self._connection.close()

    def keep(
        self,
        edition: Edition,
        annotations: Sequence[Annotation],
        raw: dict[str, bytes],
        *,
        inputs: Sequence[Input] = (),
        results: Mapping[str, str] | None = None,
    ) -> None:
        """Writes all of it or nothing; documents that are no longer in the edition stay as superseded."""
        with told(self._path), self._transaction() as c:
            for table in EDITION_TABLES:
                c.execute(f"DELETE FROM {table}")
            c.execute("UPDATE document SET superseded = 1, n = NULL")
            c.executemany("DELETE FROM document WHERE id = ?", [(d.id,) for d in edition.documents])
            first = 1 + max(c.execute(f"SELECT ifnull(max(key), 0) FROM {t}").fetchone()[0] for t in OF_DOCUMENTS)
            for sql, rows in Rows(edition, first).statements():
                c.executemany(sql, rows)
            found = [(a.doc, a.made_by, _json(a)) for a in annotations]
            c.executemany("INSERT INTO annotation VALUES (?, ?, ?)", found)
            c.executemany("INSERT OR IGNORE INTO raw VALUES (?, ?)", sorted(raw.items()))
            files = [(n, x.file, x.name, x.given, x.place, _json(x.documents)) for n, x in enumerate(inputs)]
            c.executemany("INSERT INTO input VALUES (?, ?, ?, ?, ?, ?)", files)
            packed = ((key, zlib.compress(text.encode("utf-8"), FAST)) for key, text in sorted((results or {}).items()))
            c.executemany("INSERT INTO memory VALUES (?, ?)", packed)
            c.execute("INSERT INTO run (manifest) VALUES (?)", [_json(edition.manifest)])
            _index_words(c)

    def edition(self) -> Edition:
        """The edition last kept; an empty one where there is none."""
        with told(self._path):
            last = self._connection.execute("SELECT manifest FROM run ORDER BY number DESC LIMIT 1").fetchone()
            if not last:
                return Edition()
            found = Fetched(self._connection).edition()
            return replace(found, manifest=self._read(Manifest, last[0]))

    def inputs(self) -> tuple[Input, ...]:
        """The files in which the documents of the edition last kept stand."""
        with told(self._path):
            rows = self._connection.execute(
                "SELECT file, name, given, place, documents FROM input ORDER BY n"
            ).fetchall()
        return tuple(
            Input(file=file, name=name, given=given, place=place, documents=self._read(HELD, documents))
            for file, name, given, place, documents in rows
        )

    def annotations(self, made_by: str) -> dict[str, Annotation]:
        """Document id -> its annotation by this annotator."""
        with told(self._path):
            rows = self._connection.execute("SELECT doc, found FROM annotation WHERE made_by = ?", [made_by])
            return {doc: self._read(Annotation, found) for doc, found in rows}

    def result(self, key: str) -> str | None:
        """What was kept under this key as a result with the last edition; None where there is nothing."""
        with told(self._path):
            found = self._connection.execute("SELECT result FROM memory WHERE key = ?", [key]).fetchone()
        try:
            return zlib.decompress(found[0]).decode("utf-8") if found else None
        except (zlib.error, UnicodeDecodeError):
            return None  # it can be made again

    def raw(self, sha256: str) -> bytes:
        """The bytes of an input by their digest, as they were read; raises KeyError for bytes never kept."""
        with told(self._path):
            found = self._connection.execute("SELECT bytes FROM raw WHERE sha256 = ?", [sha256]).fetchone()
        if not found:
            raise KeyError(sha256)
        return bytes(found[0])

    def _read(self, kind: type[T], data: str) -> T:
        try:
            return decode(kind, json.loads(data))
        except (json.JSONDecodeError, BrokenEdition) as fault:
            raise BrokenEdition(_damaged(self._path, str(fault))) from fault

    def _prepare(self, is_read_only: bool) -> None:
        c = self._connection
        version = _version(self._path, c)
        if version and c.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
            raise BrokenEdition(_damaged(self._path, "its pages do not fit together"))
        if is_read_only and version < VERSION:
            self._connection = c = _copy_in_memory(c)
        c.execute("PRAGMA foreign_keys = ON")
        if not is_read_only:
            c.execute("PRAGMA journal_mode = DELETE")  # a single file, with nothing beside it when closed
        if version < VERSION:
            with self._transaction():
                _migrate(c, version)

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        c = self._connection
        c.execute("BEGIN IMMEDIATE")
        try:
            yield c
            c.execute("COMMIT")
        except BaseException:
            if c.in_transaction:
                c.execute("ROLLBACK")
            raise


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turns what SQLite raises into an error that names the file and says what to do."""
    try:
        yield
    except sqlite3.Error as fault:
        code = getattr(fault, "sqlite_errorcode", 0) & 0xFF
        if code in BUSY:
            raise OutputError(f"{path}: another program is writing to it; run again when that is done") from fault
        if code in BROKEN:
            raise BrokenEdition(_damaged(path, str(fault))) from fault
        if code == sqlite3.SQLITE_CONSTRAINT:
            raise BrokenEdition(f"{path}: the edition contradicts itself ({fault}); nothing was written") from fault
        raise OutputError(f"{path}: {fault}; check that the disk has room and that you may write there") from fault
    except UnicodeEncodeError as fault:
        raise BrokenEdition(f"{path}: half a character in the text of a document cannot be kept: {fault}") from fault


def _damaged(path: Path, what: str) -> str:
    return f"{path}: damaged ({what}); put back a copy of it, or move it away and collate all documents anew"


def _check_header(path: Path, is_read_only: bool) -> None:
    try:
        with path.open("rb") as file:
            start = file.read(len(MAGIC))
    except FileNotFoundError:
        if is_read_only:
            raise BrokenEdition(f"{path}: no such file; name an edition.db") from None
        return
    except OSError as fault:
        raise OutputError(f"{path}: {fault.strerror}; name another output folder") from fault
    if start != MAGIC and (start or is_read_only):
        raise BrokenEdition(f"{path}: not an SQLite database; move it away or name another output folder")


def connect(path: Path, *, is_read_only: bool = False) -> sqlite3.Connection:
    """A connection on which transactions begin and end only where that is written."""
    address = f"{path.absolute().as_uri()}?mode={'ro' if is_read_only else 'rwc'}"
    return sqlite3.connect(address, uri=True, timeout=PATIENCE, isolation_level=None)


def _version(path: Path, c: sqlite3.Connection) -> int:
    """Which step of the schema the database stands at; 0 for an empty one."""
    application, version = (c.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version"))
    if application != APPLICATION:
        if application or version or c.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
            raise BrokenEdition(f"{path}: a database of another program; move it away or name another output folder")
        return 0
    if version > VERSION:
        raise BrokenEdition(
            f"{path}: made by a newer Variorum (tables of version {version}, this one knows {VERSION}); "
            "upgrade Variorum, or name another output folder"
        )
    return int(version)


def _migrate(c: sqlite3.Connection, version: int) -> None:
    for step in range(version + 1, VERSION + 1):
        for sql in _statements(_script(step)):
            c.execute(sql)
    c.execute(f"PRAGMA application_id = {APPLICATION}")
    c.execute(f"PRAGMA user_version = {VERSION}")


def _script(step: int) -> str:
    return files("variorum.store").joinpath(f"schema/{step}.sql").read_text("utf-8")


def _statements(script: str) -> Iterator[str]:
    """The statements of a script one by one: `executescript` would end the transaction."""
    held = ""
    for line in script.splitlines(keepends=True):
        held += line
        if sqlite3.complete_statement(held):
            yield held
            held = ""


def _copy_in_memory(c: sqlite3.Connection) -> sqlite3.Connection:
    copy = sqlite3.connect(":memory:", isolation_level=None)
    with closing(c):
        c.backup(copy)
    return copy


def _index_words(c: sqlite3.Connection) -> None:
    """Makes the documents searchable: SELECT ... FROM document_words WHERE document_words MATCH 'treaty'."""
    try:
        c.execute(
            "CREATE VIRTUAL TABLE IF NOT EXISTS document_words "
            "USING fts5 (title, text, content = 'document', content_rowid = 'key')"
        )
        c.execute("INSERT INTO document_words (document_words) VALUES ('rebuild')")
    except sqlite3.OperationalError as fault:
        if "no such module" not in str(fault):  # an SQLite without full-text search still keeps everything
            raise


def _json(record: object) -> str:
    return json.dumps(encode(record), ensure_ascii=False, separators=(",", ":"))
