"""The inputs of a run: what was just read, put together with what an earlier run had read."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import count
from pathlib import Path

from variorum.config import Settings
from variorum.ingest.sources import Gathered, gather, sigla
from variorum.model import Document, Edition, Problem
from variorum.pipeline.events import Note, Progress, Step
from variorum.ports import Reader

RECORD = re.compile(r"(?<=\w)#.*", re.DOTALL)
CHANGED = (
    "has changed since it was collated; its new version takes the place of the earlier one. "
    "If it is another document, give it another name"
)
FOREIGN = "seems to be in another language than English ({}), and only English is read so far: expect little of it"
READ_BEFORE = (
    "the documents of earlier runs stay as an earlier version of Variorum read them; "
    "give all of them with --fresh to read them anew"
)


def read(paths: Iterable[str | Path], readers: Sequence[Reader], settings: Settings, tell: Progress) -> Gathered:
    """What can be read at these paths, and what cannot; all of it told as it is met."""
    done = count()
    found = gather(list(paths), readers, settings, on_progress=lambda what: tell(Step("read", next(done), None, what)))
    tell(Step("read", total := next(done), total))
    gathered = _in_unicode(_marked(found))
    for event in sorted(_events(gathered), key=place):
        tell(event)
    return gathered


def with_earlier(gathered: Gathered, earlier: Edition) -> tuple[tuple[Document, ...], tuple[Problem, ...]]:
    """The documents just read with those of an earlier edition, and all that went wrong with either.

    A file that was read again stands for what it held before: a changed text takes the place of the earlier one.
    Of the same bytes under two paths, the first by path stays, as it does within one run.
    """
    read_again = {_file(d.path) for d in gathered.documents}
    held = {d.id: d for d in gathered.documents}
    problems = list(gathered.problems)
    for document in earlier.documents:
        if _file(document.path) in read_again:
            continue
        if twin := held.get(document.id):
            first, second = sorted((twin, document), key=lambda d: d.path)
            held[document.id] = first
            what = f"is the same, byte for byte, as {first.path}; collated once, remove one of them"
            problems.append(Problem(second.path, what))
        else:
            held[document.id] = document
    told_again = read_again | {_file(p.where) for p in gathered.problems}
    problems += [p for p in earlier.manifest.problems if _file(p.where) not in told_again]
    return sigla(tuple(held.values())), tuple(sorted(set(problems), key=place))


def notes(gathered: Gathered, earlier: Edition, readers: dict[str, str]) -> Iterator[Note]:
    """What is worth knowing of adding these documents to an earlier edition."""
    before = {d.path: d.id for d in earlier.documents}
    yield from (Note(d.path, CHANGED) for d in gathered.documents if before.get(d.path, d.id) != d.id)
    if earlier.documents and not readers.items() <= dict(earlier.manifest.components).items():
        yield Note("earlier documents", READ_BEFORE)


def place(event: Problem | Note) -> tuple[str, str]:
    """By what problems and notes are sorted."""
    return event.where, event.what


def _events(gathered: Gathered) -> Iterator[Problem | Note]:
    """What went wrong with the inputs: a problem where something could not be used, else a note."""
    usable = {d.path for d in gathered.documents if any(r.kind == "body" for r in d.regions)}
    for problem in {p for d in gathered.documents for p in d.problems}:
        yield Note(problem.where, problem.what) if problem.where in usable else problem
    yield from gathered.problems


def _marked(gathered: Gathered) -> Gathered:
    """The same, with a doubt about each document in a language that no annotator knows: it would be silent."""
    documents = (
        replace(d, problems=(*d.problems, Problem(d.path, FOREIGN.format(d.language)))) if _is_foreign(d) else d
        for d in gathered.documents
    )
    return replace(gathered, documents=tuple(documents))


def _is_foreign(document: Document) -> bool:
    is_readable = any(r.kind == "body" for r in document.regions)
    return is_readable and document.language not in (None, "en")


def _in_unicode(gathered: Gathered) -> Gathered:
    """The same, with bytes of file names that are no UTF-8 written as escapes, so that everything can print them."""
    documents = (replace(d, path=_name(d.path), problems=_problems(d.problems)) for d in gathered.documents)
    return replace(gathered, documents=tuple(documents), problems=_problems(gathered.problems))


def _problems(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(Problem(_name(p.where), _name(p.what)) for p in problems)


def _name(text: str) -> str:
    return os.fsencode(text).decode("utf-8", "backslashreplace")


def _file(path: str) -> str:
    """The file in which a document stands: records of one file go by its name, "#" and their own."""
    return RECORD.sub("", path)
