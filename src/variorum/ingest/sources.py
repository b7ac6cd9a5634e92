"""Gathers the documents of all folders, files and patterns that a user names."""

from __future__ import annotations

import hashlib
import os
import stat
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from glob import glob
from pathlib import Path, PurePath

from variorum.config import Settings
from variorum.errors import NothingToRead, ReadError
from variorum.model import Document, Input, Problem, identifier
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
    """The documents with their sigla, sorted by path; the bytes they were made from, by digest; what went wrong.

    `files` are all that were read, with what is in them; `doubles` are documents with the same bytes as others.
    """

    documents: tuple[Document, ...]
    raw: dict[str, bytes]
    problems: tuple[Problem, ...]
    files: tuple[Input, ...] = ()
    doubles: tuple[Document, ...] = ()


@dataclass(frozen=True, slots=True)
class _File:
    """A file to read: where it is, its name within what was named, its name as given, and what it is called here."""

    at: Path
    name: str
    given: str
    called: str = ""


@dataclass(slots=True)
class _Finds:
    """What a walk through the arguments has found so far."""

    suffixes: frozenset[str]
    files: dict[Path, _File] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    no_text: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))  # by folder given
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
    files: list[Input] = []
    raw: dict[str, bytes] = {}
    for file in _named_apart(finds.files):
        if on_progress:
            on_progress(file.called)
        held = _read(file, by_suffix[file.at.suffix.lower()], raw, finds)
        files.append(_input(file, held))
        documents += held
    kept, doubles = _without_doubles(documents, finds)
    finds.problems += [_summary(folder, kinds) for folder, kinds in finds.no_text.items()]
    if not kept:
        raise NothingToRead(_nothing(paths, finds))
    used = {d.sha256 for d in kept}
    held_raw = {k: raw[k] for k in sorted(used & raw.keys())}
    return Gathered(sigla(kept), held_raw, tuple(_sorted(finds.problems)), tuple(files), tuple(doubles))


def called(names: Sequence[tuple[str, str]]) -> list[str]:
    """What files are called, from the name of each within what was named, and its name as given.

    Those of the same name in different places go by their name as given.

    >>> called([("a.txt", "one/a.txt"), ("a.txt", "two/a.txt"), ("b.txt", "two/b.txt")])
    ['one/a.txt', 'two/a.txt', 'b.txt']
    """
    found = [name for name, _ in names]
    while True:
        count = Counter(found)
        apart = [given if count[now] > 1 else now for now, (_, given) in zip(found, names, strict=True)]
        if apart == found:
            return found
        found = apart


def double(path: str, first: str) -> Problem:
    """The problem that the document of one path has the same bytes as that of another."""
    return Problem(path, f"is the same, byte for byte, as {first}; collated once, remove one of them")


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
            _add(_File(at, at.name, PurePath(given).as_posix()), finds)
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
                _add(_File(at, inner, PurePath(given, inner).as_posix()), finds, folder=given)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def _add(file: _File, finds: _Finds, *, folder: str | None = None) -> None:
    """Adds one file, if a reader knows its suffix and it is a plain file; the same file twice counts once.

    `folder` is the one given in which it was found, if it was not named itself.
    """
    suffix = file.at.suffix.lower()
    if suffix not in finds.suffixes:
        if suffix in NO_TEXT and folder is not None:
            finds.no_text[PurePath(folder).as_posix()][suffix] += 1
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


def _named_apart(files: Mapping[Path, _File]) -> list[_File]:
    """The files with what they are called, in the order of that."""
    listed = sorted(files.values(), key=_order)
    names = called([(f.name, f.given) for f in listed])
    return sorted((replace(f, called=c) for f, c in zip(listed, names, strict=True)), key=lambda f: (f.called, f.given))


def _input(file: _File, documents: Iterable[Document]) -> Input:
    held = tuple((d.path.removeprefix(file.called), d.id) for d in documents)
    place = identifier("", file.at.resolve())
    return Input(file=file.called, name=file.name, given=file.given, place=place, documents=held)


def _read(file: _File, reader: Reader, raw: dict[str, bytes], finds: _Finds) -> list[Document]:
    try:
        data = file.at.read_bytes()
        found = list(reader.read(file.called, data))
    except ReadError as fault:
        finds.tell(fault.where, fault.what)
        return []
    except OSError as fault:
        finds.tell(file.given, f"cannot be read ({_why(fault)}); check its permissions")
        return []
    digest = hashlib.sha256(data).hexdigest()
    if any(d.sha256 == digest for d in found):
        raw[digest] = data
    if {d.sha256 for d in found} - {digest}:
        raw |= {hashlib.sha256(p).hexdigest(): p for p in map(bytes.strip, data.split(b"\n")) if p}
    return found


def _without_doubles(documents: Sequence[Document], finds: _Finds) -> tuple[list[Document], list[Document]]:
    """Each input once, of those with the same bytes the first by path, and the others, each told of."""
    kept: dict[str, Document] = {}
    doubles = []
    for document in sorted(documents, key=lambda d: d.path):
        first = kept.setdefault(document.sha256, document)
        if first is not document:
            doubles.append(document)
            finds.problems.append(double(document.path, first.path))
            finds.problems += [p for p in document.problems if p.where != document.path]
    return list(kept.values()), doubles


def _summary(folder: str, no_text: Counter[str]) -> Problem:
    kinds = ", ".join(f"{count} {suffix}" for suffix, count in sorted(no_text.items()))
    total = sum(no_text.values())
    files = "1 file was" if total == 1 else f"{total} files were"
    return Problem(folder, f"{files} passed over as no text ({kinds}); nothing to do unless articles are missing")


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
