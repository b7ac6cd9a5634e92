"""Which files an edition rests on: those just read, and those of earlier runs.

A file is the same as an earlier one if it lies in the same place, or has the same name and was given by the same path
(its folder may have been moved); what it holds now then takes the place of what it held. Any other file is one more,
and files of one name from different places are told apart by the paths by which they were given. What all of them are
called, and which of several with the same bytes a document goes by, follows from all the files together: whether they
came in one run or in several, and in which order, shows nowhere.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath

from variorum.ingest.sources import Gathered, called, double, sigla
from variorum.model import Document, Edition, Input, Problem
from variorum.pipeline.events import Note

RECORD = re.compile(r"(?<=\w)#.*", re.DOTALL)
CHANGED = (
    "has changed since it was collated; its new version takes the place of the earlier one. "
    "If it is another document, give it another name"
)
RENAMED = "was called {} until now; files of the same name go by the paths by which they were given"
GONE = "is no longer there; what was collated of it stays. To leave it out, collate again with --without {}"
UNKNOWN = "no document is called this, so none was left out; the page lists what they are called"


@dataclass(frozen=True, slots=True)
class Holdings:
    """All documents of an edition, the files they stand in, what went wrong with these, and what is worth telling."""

    documents: tuple[Document, ...]
    files: tuple[Input, ...]
    problems: tuple[Problem, ...]
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class _File:
    """A file as it was called when it was read, in this run or an earlier one, and as it is called now."""

    was: Input
    now: Input
    is_new: bool


def together(
    gathered: Gathered, earlier: Edition, held: Sequence[Input], paths: Collection[str], without: Collection[str] = ()
) -> Holdings:
    """The documents just read with those of an earlier edition and its files, but those called as in `without`.

    `paths` are those that the user gave in this run. A file that cannot be read any more stays as it was.
    """
    old = tuple(held) or _guessed(earlier)
    met = list(_met_again(old, gathered.files))
    failed = [(was, now) for was, now in met if was.documents and not now.documents]
    replaced = {was.file for was, _ in met} - {was.file for was, _ in failed}
    lost = {x.file for x in old if _is_missed(x, paths)} - {was.file for was, _ in met}
    staying = [x for x in old if x.file not in replaced and (x.documents or x.file not in lost)]
    unread = {now.file for _, now in failed}
    ways = _grouped(met)
    new = [_by_its_first_name(x, ways[x.file]) for x in gathered.files if x.file not in unread]
    files, unknown = _named(staying, new, without)
    documents, doubles = _documents(files, gathered, earlier)
    before = {f.was.file: f.now.file for f in files if not f.is_new}
    today = {f.was.file: f.now.file for f in files if f.is_new}
    today |= {now.file: before[was.file] for was, now in failed if was.file in before}
    problems = [*_just_told(gathered, today), *_told_before(earlier, old, before, gathered, paths), *doubles]
    notes = [
        *(note for was, now in met for note in _changes(was, now, today)),
        *(Note(now, RENAMED.format(was)) for was, now in before.items() if was != now),
        *(Note(before[x], GONE.format(before[x])) for x in lost if x in before),
        *(Note(name, UNKNOWN) for name in unknown),
    ]
    return Holdings(
        documents=sigla(documents),
        files=tuple(f.now for f in files),
        problems=tuple(sorted(set(problems), key=place)),
        notes=tuple(sorted(set(notes), key=place)),
    )


def place(event: Problem | Note) -> tuple[str, str]:
    """By what problems and notes are sorted."""
    return event.where, event.what


def _guessed(earlier: Edition) -> tuple[Input, ...]:
    """The files of an edition that was kept without them, by what its documents are called."""
    documents: dict[str, list[tuple[str, str]]] = {}
    for document in earlier.documents:
        file = RECORD.sub("", document.path)
        documents.setdefault(file, []).append((document.path.removeprefix(file), document.id))
    return tuple(Input(file=f, name=f, given=f, place="", documents=tuple(held)) for f, held in documents.items())


def _met_again(old: Iterable[Input], new: Iterable[Input]) -> Iterator[tuple[Input, Input]]:
    """Each earlier file that was read again, with what it is now."""
    known: dict[object, Input] = {}
    for now in new:
        known |= {now.place: now, (now.name, now.given): now, ("", now.name): now, ("", now.given): now}
    for was in old:
        keys = (was.place, (was.name, was.given)) if was.place else (("", was.file),)
        if found := next((known[key] for key in keys if key in known), None):
            yield was, found


def _grouped(met: Iterable[tuple[Input, Input]]) -> dict[str, list[Input]]:
    """What a file is called in this run -> what it was in earlier ones."""
    ways = defaultdict[str, list[Input]](list)
    for was, now in met:
        ways[now.file].append(was)
    return ways


def _by_its_first_name(file: Input, met: Iterable[Input]) -> Input:
    """A file that was given in several ways (by its folder, by the folder above) under the first of its names.

    The same holds of several ways within one run.
    """
    name, given = min([(file.name, file.given), *((was.name, was.given) for was in met if was.place == file.place)])
    return replace(file, name=name, given=given)


def _is_missed(file: Input, paths: Collection[str]) -> bool:
    """Whether a folder in which the file was found was given again, and the file is no longer in it."""
    return any(PurePath(path, file.name).as_posix() == file.given != PurePath(path).as_posix() for path in paths)


def _named(old: Sequence[Input], new: Sequence[Input], without: Collection[str]) -> tuple[list[_File], set[str]]:
    """The files with what they are called now, but what is left out; and the names that nothing had."""
    kept, unknown = list[_File](), set(without)
    for was, is_new in (*((x, False) for x in old), *((x, True) for x in new)):
        whole = {was.file, was.given} & set(without)
        documents = tuple((rest, key) for rest, key in was.documents if not whole and was.file + rest not in without)
        unknown -= whole | {was.file + rest for rest, _ in was.documents}
        if not whole and (documents or not was.documents):
            kept.append(_File(was, replace(was, documents=documents), is_new))
    kept.sort(key=lambda f: (f.was.name, f.was.given))
    files = called([(f.was.name, f.was.given) for f in kept])
    return [replace(f, now=replace(f.now, file=name)) for f, name in zip(kept, files, strict=True)], unknown


def _documents(files: Sequence[_File], gathered: Gathered, earlier: Edition) -> tuple[list[Document], list[Problem]]:
    """Each document once, by the first of its paths, and the problem of every other path."""
    read = {d.path: d for d in (*gathered.documents, *gathered.doubles)}
    known = {d.id: d for d in (*read.values(), *earlier.documents)}
    entries = sorted((f.now.file + rest, n, rest, key) for n, f in enumerate(files) for rest, key in f.now.documents)
    found: dict[str, Document] = {}
    problems = []
    for path, n, rest, key in entries:
        if key in found:
            problems.append(double(path, found[key].path))
        elif key in known:
            document = read.get(files[n].was.file + rest, known[key]) if files[n].is_new else known[key]
            found[key] = _moved(document, path, files[n])
    return list(found.values()), problems


def _moved(document: Document, path: str, file: _File) -> Document:
    """The document under another path, with what went wrong with it, and with the rest of its file."""
    names = {document.path: path, file.was.file: file.now.file}
    problems = (_renamed(p, _file_of(p.where, names), names) for p in document.problems)
    return replace(document, path=path, problems=tuple(problems))


def _changes(was: Input, now: Input, today: Mapping[str, str]) -> Iterator[Note]:
    """What has another text since it was read before, and what goes by another name."""
    if now.file not in today:
        return
    before = dict(was.documents)
    for rest, key in now.documents:
        if before.get(rest, key) != key:
            yield Note(today[now.file] + rest, CHANGED)
    if now.documents and was.file != today[now.file]:
        yield Note(today[now.file], RENAMED.format(was.file))


def _just_told(gathered: Gathered, today: Mapping[str, str]) -> Iterator[Problem]:
    """The problems of this run under the names of today, without those of what is left out or there twice."""
    first = {d.sha256: d.path for d in gathered.documents}
    doubles = {double(d.path, first[d.sha256]) for d in gathered.doubles}
    read = {x.file for x in gathered.files}
    for problem in gathered.problems:
        file = _file_of(problem.where, read)
        if problem not in doubles and (file is None or file in today):
            yield _renamed(problem, file, today)


def _told_before(
    earlier: Edition, old: Sequence[Input], before: Mapping[str, str], gathered: Gathered, paths: Collection[str]
) -> Iterator[Problem]:
    """The problems of earlier runs that still hold, under the names of today."""
    first: dict[str, str] = {}
    entries = sorted((x.file + rest, key) for x in old for rest, key in x.documents)
    doubles = {double(path, first[key]) for path, key in entries if first.setdefault(key, path) != path}
    again = {p.where for p in gathered.problems} | {x.file for x in gathered.files}
    names = {x.file for x in old}
    for problem in earlier.manifest.problems:
        file = _file_of(problem.where, names)
        is_looked_at = RECORD.sub("", problem.where) in again or any(_is_below(problem.where, p) for p in paths)
        if problem not in doubles and (file in before if file is not None else not is_looked_at):
            yield _renamed(problem, file, before)


def _is_below(where: str, path: str) -> bool:
    """Whether a file lies in the folder of this path, or is it."""
    folder = PurePath(path)
    return PurePath(where) == folder or folder in PurePath(where).parents


def _file_of(where: str, files: Collection[str]) -> str | None:
    """The file of these to which a place belongs: the file itself, or a record in it; None for another place."""
    ends = [len(where), *(m.start() for m in re.finditer("#", where))]
    return next((where[:end] for end in ends if where[:end] in files), None)


def _renamed(problem: Problem, file: str | None, names: Mapping[str, str]) -> Problem:
    if file is None or names[file] == file:
        return problem
    return replace(problem, where=names[file] + problem.where.removeprefix(file))
