"""Editions in files: read from JSON or SQLite, and written so that nothing is ever half there."""

from __future__ import annotations

import errno
import json
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from variorum.errors import BrokenEdition, OutputError
from variorum.interchange import from_json
from variorum.model import Edition
from variorum.store.sqlite import MAGIC, SqliteStore, connect, told

ADVICE = {
    errno.ENOSPC: "free some room on the disk, or name another output",
    errno.EDQUOT: "free some room in your share of the disk, or name another output",
    errno.EFBIG: "a limit on the size of files is in force; raise it, or name another output",
    errno.ENOTDIR: "a file is in the way; name another output",
    errno.EEXIST: "a file is in the way; name another output",
    errno.EISDIR: "a folder is in the way; name another output",
}
State = tuple[int, ...]


def load(path: str | Path) -> Edition:
    """The edition in this file: edition.json, edition.db, or a folder that holds one of them.

    Raises BrokenEdition, naming the file, where there is none.
    """
    path = Path(path)
    if path.is_dir():
        held = [path / name for name in ("edition.json", "edition.db") if (path / name).is_file()]
        if not held:
            raise BrokenEdition(f"{path}: no edition.json or edition.db in this folder; make one: variorum collate")
        path = held[0]
    try:
        with path.open("rb") as file:
            is_database = file.read(len(MAGIC)) == MAGIC
        if is_database:
            with SqliteStore(path, is_read_only=True) as store:
                return store.edition()
        return from_json(json.loads(path.read_bytes()))
    except OSError as fault:
        raise BrokenEdition(f"{path}: {fault.strerror}; name an edition.json, an edition.db or their folder") from fault
    except (ValueError, RecursionError) as fault:
        raise BrokenEdition(f"{path}: neither JSON nor an SQLite database ({fault})") from fault
    except BrokenEdition as fault:
        known = str(fault).startswith(str(path))
        raise fault if known else BrokenEdition(*(f"{path}: {line}" for line in fault.faults)) from fault


class OutputFolder:
    """A folder whose files are replaced all together, at the end, or not at all.

    New files are made in a hidden folder inside it and moved into place by `publish`; until then, and
    whatever happens (an error, an interrupt, a full disk), what was there before stays as it was.
    """

    def __init__(self, path: str | Path) -> None:
        self._path = Path(path)
        self._made = [p for p in (self._path, *self._path.parents) if not p.exists()]
        self._lock: sqlite3.Connection | None = None
        self._found: dict[Path, State] = {}

    def __enter__(self) -> Self:
        with _writing(self._path):
            self._path.mkdir(parents=True, exist_ok=True)
            self._draft = Path(tempfile.mkdtemp(prefix=".variorum-", dir=self._path))
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._lock:
            self._lock.close()
        shutil.rmtree(self._draft, ignore_errors=True)
        if kind:
            for path in self._made:
                with suppress(OSError):
                    path.rmdir()

    def database(self, name: str, *, is_fresh: bool = False) -> SqliteStore:
        """The new database: a copy of the one there is, which is locked until the end, or an empty one."""
        draft, old = self._draft / name, self._path / name
        self._found[old] = _state(old)
        if old.exists() and not is_fresh:
            SqliteStore(old, is_read_only=True).close()
            with told(old), _writing(old):
                self._lock = connect(old)
                self._lock.execute("BEGIN IMMEDIATE")
                copy_database(old, draft)
        return SqliteStore(draft, called=old)

    def write(self, name: str, text: str) -> None:
        """Writes one of the new files."""
        with _writing(self._path / name), (self._draft / name).open("wb") as file:
            file.write(as_bytes(text))

    def publish(self) -> None:
        """Moves the new files into place, each in one step.

        Raises OutputError where another run has put its database there meanwhile: ours knows nothing of its
        documents. (A database that is not there yet cannot be locked.)
        """
        for old, state in self._found.items():
            if _state(old) != state:
                raise OutputError(f"{old}: another run has written it meanwhile; run again to add to what it wrote")
        moves = [(draft, self._path / draft.name) for draft in sorted(self._draft.iterdir())]
        for draft, place in moves:
            with _writing(place):
                _flush(draft)
                if place.is_dir():
                    raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        for draft, place in moves:
            with _writing(place):
                draft.replace(place)
        self._made = []


def copy_database(old: Path, new: Path) -> None:
    """Copies a database as it stands at this moment, whatever its journal holds."""
    with closing(connect(old, is_read_only=True)) as source, closing(connect(new)) as copy:
        source.backup(copy)


def write_file(path: str | Path, text: str) -> None:
    """Replaces one file in one step; what was there before stays if that fails."""
    path = Path(path)
    if path.exists() and not path.is_file():  # a device or a pipe, or a folder: that fails with a clear message
        with _writing(path):
            path.write_bytes(as_bytes(text))
        return
    with OutputFolder(path.parent) as folder:
        folder.write(path.name, text)
        folder.publish()


def as_bytes(text: str) -> bytes:
    """The text in UTF-8; half a character, as a broken file name may hold, as the escape that JSON reads."""
    return text.encode("utf-8", "backslashreplace")


@contextmanager
def _writing(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as fault:
        advice = ADVICE.get(fault.errno or 0, "name an output that you may write to")
        why = (fault.strerror or str(fault)).lower()
        raise OutputError(f"{path}: cannot be written ({why}); {advice}. What was there before is untouched") from fault


def _state(path: Path) -> State:
    """What changes when another file takes the place of this one; nothing where there is none."""
    try:
        found = path.stat()
    except OSError:
        return ()
    return found.st_ino, found.st_size, found.st_mtime_ns


def _flush(path: Path) -> None:
    with path.open("rb") as file:
        os.fsync(file.fileno())
