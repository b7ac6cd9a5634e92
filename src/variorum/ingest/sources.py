"""Gathers the documents of all folders, files and patterns that a user names."""

from __future__ import annotations

import hashlib
import os
import stat
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from glob import glob
from pathlib import Path, PurePath

from variorum.config import Settings
from variorum.errors import NothingToRead, ReadError
from variorum.model import Document, Problem
from variorum.ports import Reader

OWN_OUTPUTS = frozenset(("edition.html", "edition.json", "edition.db", "edition.db-wal", "edition.db-shm"))
# Files that nobody takes for text: told of in one line for all of them.
NO_TEXT = frozenset((
    ".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".ico", ".bmp", ".tif", ".tiff", ".heic", ".avif",
    ".mp3", ".mp4", ".m4a", ".wav", ".ogg", ".flac", ".avi", ".mov", ".mkv", ".webm", ".css", ".js", ".mjs",
    ".map", ".woff", ".woff2", ".ttf", ".otf", ".eot", ".pyc", ".db", ".sqlite", ".sqlite3", ".zip", ".gz",
    ".bz2", ".xz", ".7z", ".tar", ".rar", ".exe", ".dll", ".so", ".bin", ".iso",
))  # fmt: skip
ADVICE = {
    ".pdf": "save its text as .txt", ".doc": "save it as .txt", ".docx": "save it as .txt", ".rtf": "save it as .txt",
    ".odt": "save it as .txt", ".epub": "save its text as .txt", ".json": "give one record a line as .jsonl",
    ".csv": "give one record a line as .jsonl", ".xml": "save its text as .txt", ".warc": "save its pages as .html",
}  # fmt: skip
LARGEST = 2**31  # bytes: more than this is not read into memory


@dataclass(frozen=True, slots=True)
class Gathered:
    """The documents with their sigla, sorted by path; the bytes they were made from, by digest; what went wrong."""

    documents: tuple[Document, ...]
    raw: dict[str, bytes]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class _File:
    """A file to read: where it is, its name within what was named, and its name as given."""

    at: Path
    name: str
    given: str


@dataclass(slots=True)
class _Finds:
    """What a walk through the arguments has found so far."""

    suffixes: frozenset[str]
    files: dict[Path, _File] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    no_text: Counter[str] = field(default_factory=Counter)
    folders: set[Path] = field(default_factory=set)

    def tell(self, where: str, what: str) -> None:
        self.problems.append(Problem(where, what))


def gather(
    paths: Sequence[str | Path],
    readers: Sequence[Reader],
    settings: Settings,
    *,
    on_progress: Callable[[str], None] | None = None,
) -> Gathered:
    """All documents in these folders, files and patterns; raises NothingToRead where there is none.

    Hidden files and Variorum's own outputs in folders are passed over. What cannot be read is told of in
    `problems`, and the other documents are still gathered. `on_progress` is told each file before it is read.
    """
    by_suffix = {suffix: reader for reader in readers for suffix in reader.suffixes}
    finds = _Finds(frozenset(by_suffix))
    for given in sorted(map(str, paths)):
        _find(given, finds)
    documents: list[Document] = []
    raw: dict[str, bytes] = {}
    for file in _named_apart(finds.files.values()):
        if on_progress:
            on_progress(file.name)
        _read(file, by_suffix[file.at.suffix.lower()], documents, raw, finds)
    kept = _without_doubles(documents, finds)
    if finds.no_text:
        finds.problems.append(_summary(finds.no_text))
    if not kept:
        raise NothingToRead(_nothing(paths, finds))
    used = {d.sha256 for d in kept}
    return Gathered(sigla(kept), {k: raw[k] for k in sorted(used & raw.keys())}, tuple(_sorted(finds.problems)))


def sigla(documents: Sequence[Document]) -> tuple[Document, ...]:
    """The documents sorted by path, with sigla A, B ... Z, AA, AB ... in that order.

    A later run adds documents to an edition: sigla are then given anew over all of them.
    """
    ordered = sorted(documents, key=lambda d: (d.path, d.id))
    return tuple(replace(d, siglum=_siglum(n)) for n, d in enumerate(ordered))


def _siglum(number: int) -> str:
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _sorted(problems: Sequence[Problem]) -> list[Problem]:
    return sorted(set(problems), key=lambda p: (p.where, p.what))


def _find(given: str, finds: _Finds) -> None:
    """Adds the files that one argument names: a folder, a file, or a pattern that the shell left as it was."""
    at = Path(given)
    try:
        if at.is_dir():
            _walk(at, given, finds)
        elif at.exists():
            _add(_File(at, at.name, PurePath(given).as_posix()), finds, is_named=True)
        elif any(c in given for c in "*?[") and (matches := _matches(given)):
            for match in matches:
                _find(match, finds)
        elif at.is_symlink():
            finds.tell(given, "is a link that leads nowhere, or in a circle; give the file itself")
        else:
            finds.tell(given, "no such file or folder; check the spelling")
    except (OSError, ValueError) as fault:
        finds.tell(given, f"cannot be opened ({_why(fault)}); check the name and its permissions")


def _matches(pattern: str) -> list[str]:
    """What the pattern matches, sorted; as the shell does it, hidden files are left out."""
    return sorted(glob(pattern, recursive=True))  # noqa: PTH207 - Path.glob takes no absolute patterns


def _why(fault: Exception) -> str:
    return getattr(fault, "strerror", None) or str(fault)


def _walk(root: Path, given: str, finds: _Finds) -> None:
    """Adds all files below a folder; a folder that a link leads back to is entered once."""
    waiting = [root]
    while waiting:
        folder = waiting.pop()
        name = PurePath(given, folder.relative_to(root)).as_posix()
        try:
            real = folder.resolve()
            if real in finds.folders:
                if folder.is_symlink():
                    finds.tell(name, "is a link to a folder that is read anyway; passed over")
                continue
            finds.folders.add(real)
            entries = sorted(os.scandir(folder), key=lambda e: e.name)
        except (OSError, RuntimeError) as fault:
            finds.tell(name, f"cannot be opened ({_why(fault)}); check its permissions")
            continue
        for entry in entries:
            if entry.name.startswith(".") or entry.name in OWN_OUTPUTS:
                continue
            at = Path(entry.path)
            if _is_folder(entry):
                waiting.append(at)
            else:
                inner = at.relative_to(root).as_posix()
                _add(_File(at, inner, PurePath(given, inner).as_posix()), finds, is_named=False)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def _add(file: _File, finds: _Finds, *, is_named: bool) -> None:
    """Adds one file, if a reader knows its suffix and it is a plain file; the same file twice counts once."""
    suffix = file.at.suffix.lower()
    if suffix not in finds.suffixes:
        if suffix in NO_TEXT and not is_named:
            finds.no_text[suffix] += 1
        else:
            known = ", ".join(sorted(s for s in finds.suffixes if s))
            advice = ADVICE.get(suffix, "rename it if it is plain text")
            finds.tell(file.given, f"no reader for {suffix} files (known: {known}); {advice}")
        return
    try:
        real, found = file.at.resolve(strict=True), file.at.stat()
    except (OSError, RuntimeError) as fault:
        finds.tell(file.given, f"cannot be opened ({_why(fault)}); mend the link or check its permissions")
        return
    if not stat.S_ISREG(found.st_mode):
        finds.tell(file.given, "is no plain file (a pipe, a device); copy its content to a file")
    elif found.st_size > LARGEST:
        finds.tell(file.given, f"has {found.st_size:,} bytes, more than can be read at once; split it")
    elif real not in finds.files or _order(file) < _order(finds.files[real]):
        finds.files[real] = file


def _order(file: _File) -> tuple[str, str]:
    return file.name, file.given


def _named_apart(files: Iterable[_File]) -> list[_File]:
    """The files sorted by name; those of the same name in different places go by their name as given."""
    listed = sorted(files, key=_order)
    count = Counter(f.name for f in listed)
    apart = [replace(f, name=f.given) if count[f.name] > 1 else f for f in listed]
    return sorted(apart, key=_order)


def _read(file: _File, reader: Reader, documents: list[Document], raw: dict[str, bytes], finds: _Finds) -> None:
    try:
        data = file.at.read_bytes()
        found = list(reader.read(file.name, data))
    except ReadError as fault:
        finds.tell(fault.where, fault.what)
        return
    except OSError as fault:
        finds.tell(file.given, f"cannot be read ({_why(fault)}); check its permissions")
        return
    documents += found
    digest = hashlib.sha256(data).hexdigest()
    if any(d.sha256 == digest for d in found):
        raw[digest] = data
    if {d.sha256 for d in found} - {digest}:
        raw |= {hashlib.sha256(p).hexdigest(): p for p in map(bytes.strip, data.split(b"\n")) if p}


def _without_doubles(documents: Sequence[Document], finds: _Finds) -> list[Document]:
    """Each input once: of those with the same bytes the first by path, and a Problem that names both."""
    kept: dict[str, Document] = {}
    for document in sorted(documents, key=lambda d: d.path):
        first = kept.setdefault(document.sha256, document)
        if first is not document:
            finds.tell(document.path, f"is the same, byte for byte, as {first.path}; collated once, remove one of them")
            finds.problems += [p for p in document.problems if p.where != document.path]
    return list(kept.values())


def _summary(no_text: Counter[str]) -> Problem:
    kinds = ", ".join(f"{count} {suffix}" for suffix, count in sorted(no_text.items()))
    total = sum(no_text.values())
    files = "1 file was" if total == 1 else f"{total} files were"
    return Problem("folders", f"{files} passed over as no text ({kinds}); nothing to do unless articles are missing")


def _nothing(paths: Sequence[str | Path], finds: _Finds) -> str:
    """What was looked for and what to do, with the first few reasons."""
    known = ", ".join(sorted(s for s in finds.suffixes if s))
    where = ", ".join(str(p) for p in paths) or "no path was given"
    lines = [f"nothing to read in {where}: looked for {known}. Give files of these kinds, or a folder that holds some."]
    told = _sorted(finds.problems)
    lines += [f"  {p.where}: {p.what}" for p in told[:5]]
    if len(told) > 5:
        lines.append(f"  and {len(told) - 5} more")
    return "\n".join(lines)
