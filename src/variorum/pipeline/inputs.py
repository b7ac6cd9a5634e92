"""The inputs of a run: what can be read of them, and what is to be told of it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import count
from pathlib import Path

from variorum.config import Settings
from variorum.ingest.sources import Gathered, gather
from variorum.model import Document, Edition, Problem
from variorum.pipeline.events import Note, Progress, Step
from variorum.pipeline.holdings import place
from variorum.ports import Reader

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


def outdated(earlier: Edition, readers: dict[str, str]) -> Iterator[Note]:
    """What is worth knowing where other readers than those of today have read the documents of earlier runs."""
    if earlier.documents and not readers.items() <= dict(earlier.manifest.components).items():
        yield Note("earlier documents", READ_BEFORE)


def _events(gathered: Gathered) -> Iterator[Problem | Note]:
    """What went wrong with the inputs: a problem where something could not be used, else a note."""
    usable = {d.path for d in gathered.documents if any(r.kind == "body" for r in d.regions)}
    for problem in {p for d in gathered.documents for p in d.problems}:
        yield Note(problem.where, problem.what) if problem.where in usable else problem
    yield from gathered.problems


def _marked(gathered: Gathered) -> Gathered:
    """The same, with a doubt about each document in a language that no annotator knows: it would be silent."""
    documents, doubles = (tuple(map(_doubted, held)) for held in (gathered.documents, gathered.doubles))
    return replace(gathered, documents=documents, doubles=doubles)


def _doubted(document: Document) -> Document:
    if not _is_foreign(document):
        return document
    doubt = Problem(document.path, FOREIGN.format(document.language))
    return replace(document, problems=(*document.problems, doubt))


def _is_foreign(document: Document) -> bool:
    is_readable = any(r.kind == "body" for r in document.regions)
    return is_readable and document.language not in (None, "en")


def _in_unicode(gathered: Gathered) -> Gathered:
    """The same, with bytes of file names that are no UTF-8 written as escapes, so that everything can print them."""
    documents, doubles = (
        tuple(replace(d, path=_name(d.path), problems=_problems(d.problems)) for d in held)
        for held in (gathered.documents, gathered.doubles)
    )
    files = (replace(f, file=_name(f.file), name=_name(f.name), given=_name(f.given)) for f in gathered.files)
    problems = _problems(gathered.problems)
    return replace(gathered, documents=documents, doubles=doubles, files=tuple(files), problems=problems)


def _problems(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(Problem(_name(p.where), _name(p.what)) for p in problems)


def _name(text: str) -> str:
    return os.fsencode(text).decode("utf-8", "backslashreplace")
