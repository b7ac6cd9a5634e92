"""The walk: source → documents → annotations → identities → reuse → statements → apparatus → relations → conflicts
→ lines → timeline. Each step takes the edition as it stands and yields it with one thing more."""

from __future__ import annotations

import os
import re
import signal
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path
from typing import TypeVar

from variorum import registry
from variorum.config import Settings
from variorum.errors import PartError
from variorum.ingest.sources import Gathered, gather, sigla
from variorum.model import Annotation, Document, Edition, Manifest, Problem, Statement
from variorum.ports import Annotator, Identifier, Store

S = TypeVar("S")
T = TypeVar("T")
RECORD = re.compile(r"(?<=\w)#.*", re.DOTALL)
BATCH = 8  # documents that a worker is handed at a time: enough to outweigh the handing over


@dataclass(frozen=True, slots=True)
class Step:
    """How far a stage is: so many done of so many (None: not yet known), and which one was the last."""

    stage: str
    done: int
    total: int | None
    what: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """Something worth knowing by which nothing was lost."""

    where: str
    what: str


Progress = Callable[[Step | Problem | Note], None]


def collate(
    paths: Iterable[str | Path],
    *,
    store: Store | None = None,
    settings: Settings | None = None,
    parts: Mapping[str, str] | None = None,
    progress: Progress | None = None,
) -> Edition:
    """The edition of the documents at these paths: who said what to whom, in which versions, and what conflicts.

    `paths` are files, folders and globs. With a `store`, the documents that it already holds are collated
    together with the new ones, and the edition is kept there; a document is annotated only once. `parts`
    puts another part in a stage's place (stage -> "name/version", see `registry`). `progress` is told each
    step, each problem (something that could not be used) and each note as it is met. Raises NothingToRead
    where no document can be read.

    With `settings.workers` above 1, call this under `if __name__ == "__main__":`, because each worker
    begins by importing the script that started it.
    """
    walk = _Walk(registry.chosen(parts), settings or Settings(), progress or _silent)
    earlier = store.edition() if store else Edition()

    gathered = walk.gather(paths)
    edition = walk.documents(gathered, earlier)
    annotations = walk.annotations(edition, walk.annotated_before(store, earlier))
    edition = walk.identities(edition, annotations)
    edition = walk.reuse(edition)
    edition = walk.statements(edition)
    edition = walk.apparatus(edition)
    edition = walk.relations(edition)
    edition = walk.conflicts(edition)
    edition = walk.lines(edition)
    edition = walk.timeline(edition)
    if store:
        store.keep(edition, annotations, gathered.raw)
    return edition


class _Walk:
    """The parts of one run, and the steps in which they are used."""

    def __init__(self, names: Mapping[str, str], settings: Settings, tell: Progress) -> None:
        self._names, self._settings, self._tell = names, settings, tell
        self._parts = {stage: registry.load(name, settings) for stage, name in names.items()}
        self._readers = [registry.load(name, settings) for name in registry.readers()]

    def gather(self, paths: Iterable[str | Path]) -> Gathered:
        """What can be read at these paths, and what cannot."""
        done, tell = count(), self._tell
        found = gather(
            list(paths),
            self._readers,
            self._settings,
            on_progress=lambda what: tell(Step("read", next(done), None, what)),
        )
        tell(Step("read", total := next(done), total))
        gathered = _in_unicode(found)
        for event in _told(gathered):
            tell(event)
        return gathered

    def documents(self, gathered: Gathered, earlier: Edition) -> Edition:
        """The documents just read and those read before, each in its latest version."""
        documents, problems = with_earlier(gathered, earlier)
        for path in _changed(gathered, earlier):
            what = "has changed since it was collated; its new version takes the place of the earlier one"
            self._tell(Note(path, f"{what}. If it is another document, give it another name"))
        return Edition(documents=documents, manifest=self._manifest(documents, problems))

    def annotated_before(self, store: Store | None, earlier: Edition) -> dict[str, Annotation]:
        """Document id -> what this annotator found in it in an earlier run with the same settings."""
        if store and _of_result(earlier.manifest.settings) == _of_result(self._settings.items()):
            return store.annotations(self._names["annotations"])
        return {}

    def annotations(self, edition: Edition, done: Mapping[str, Annotation]) -> tuple[Annotation, ...]:
        """One annotation for each document, in their order; those in `done` are taken as they are."""
        left = [d for d in edition.documents if d.id not in done]
        found = dict(done)
        for annotation in self._each("annotate", left, self._annotated(left), lambda d: d.path):
            found[annotation.doc] = annotation
        return tuple(found[d.id] for d in edition.documents)

    def identities(self, edition: Edition, annotations: Sequence[Annotation]) -> Edition:
        """The same people and the same occasions recognised across documents."""
        part: Identifier = self._parts["identities"]
        return self._whole("identities", lambda: part.identify(edition, annotations))

    def reuse(self, edition: Edition) -> Edition:
        """Passages that depend on one another."""
        return replace(edition, reuse=self._whole("reuse", lambda: self._parts["reuse"].reused(edition)))

    def statements(self, edition: Edition) -> Edition:
        """Attributions of one utterance, grouped."""
        return replace(edition, statements=self._whole("statements", lambda: self._parts["statements"].find(edition)))

    def apparatus(self, edition: Edition) -> Edition:
        """Each statement's readings side by side, word by word."""
        align = self._parts["apparatus"].align
        aligned = (replace(s, apparatus=align(s.readings, edition)) for s in edition.statements)
        return self._rewritten("apparatus", edition, aligned)

    def relations(self, edition: Edition) -> Edition:
        """How the readings of each statement relate."""
        relate = self._parts["relations"].relate
        related = (replace(s, relations=relate(s, edition)) for s in edition.statements)
        return self._rewritten("relations", edition, related)

    def conflicts(self, edition: Edition) -> Edition:
        """Places that cannot both be right."""
        return replace(edition, conflicts=self._whole("conflicts", lambda: self._parts["conflicts"].judge(edition)))

    def lines(self, edition: Edition) -> Edition:
        """Which witnesses of a statement are independent of one another."""
        return replace(edition, lines=self._whole("lines", lambda: self._parts["lines"].lines(edition)))

    def timeline(self, edition: Edition) -> Edition:
        """What the documents date, in the order of time."""
        return replace(edition, timeline=self._whole("timeline", lambda: self._parts["timeline"].chronicle(edition)))

    def _annotated(self, documents: Sequence[Document]) -> Iterator[Annotation]:
        if self._settings.workers == 1 or len(documents) < 2:
            annotator: Annotator = self._parts["annotations"]
            return annotator.annotate(documents)
        return _annotated_by_workers(self._names["annotations"], self._settings, documents)

    def _rewritten(self, stage: str, edition: Edition, statements: Iterable[Statement]) -> Edition:
        return replace(edition, statements=tuple(self._each(stage, edition.statements, statements, lambda s: s.label)))

    def _manifest(self, documents: Sequence[Document], problems: Iterable[Problem]) -> Manifest:
        from variorum import __version__

        readers = {name.split("/")[0]: name for name in registry.readers()}
        return Manifest(
            variorum=__version__,
            components=tuple(sorted({**readers, **self._names}.items())),
            settings=self._settings.items(),
            inputs=tuple(sorted((d.path, d.sha256) for d in documents)),
            problems=tuple(sorted(set(problems), key=_place)),
        )

    def _whole(self, stage: str, work: Callable[[], T]) -> T:
        """What the work yields, its beginning and end told."""
        self._tell(Step(stage, 0, 1))
        result = work()
        self._tell(Step(stage, 1, 1))
        return result

    def _each(self, stage: str, inputs: Sequence[S], results: Iterable[T], label: Callable[[S], str]) -> Iterator[T]:
        """The results, one for each input, each told as it comes."""
        self._tell(Step(stage, 0, len(inputs)))
        for n, (given, result) in enumerate(zip(inputs, results, strict=True), 1):
            yield result
            self._tell(Step(stage, n, len(inputs), label(given)))


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
            problems.append(Problem(second.path, f"is the same, byte for byte, as {first.path}; collated once"))
        else:
            held[document.id] = document
    told_again = read_again | {_file(p.where) for p in gathered.problems}
    problems += [p for p in earlier.manifest.problems if _file(p.where) not in told_again]
    return sigla(tuple(held.values())), tuple(problems)


def _in_unicode(gathered: Gathered) -> Gathered:
    """The same with bytes that stand in file names but are no UTF-8 written as escapes, so that all can print them."""
    documents = (replace(d, path=_name(d.path), problems=_problems(d.problems)) for d in gathered.documents)
    return replace(gathered, documents=tuple(documents), problems=_problems(gathered.problems))


def _problems(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(Problem(_name(p.where), _name(p.what)) for p in problems)


def _name(text: str) -> str:
    return os.fsencode(text).decode("utf-8", "backslashreplace")


def _changed(gathered: Gathered, earlier: Edition) -> list[str]:
    """The paths under which other bytes stood in the earlier edition."""
    before = {d.path: d.id for d in earlier.documents}
    return [d.path for d in gathered.documents if before.get(d.path, d.id) != d.id]


def _told(gathered: Gathered) -> list[Problem | Note]:
    """What went wrong with the inputs: a problem where something could not be used, else a note."""
    read = {d.path for d in gathered.documents if any(r.kind == "body" for r in d.regions)}
    inside = {p for d in gathered.documents for p in d.problems}
    events = [p if p.where not in read else Note(p.where, p.what) for p in inside] + list(gathered.problems)
    return sorted(events, key=lambda e: (e.where, e.what))


def _file(path: str) -> str:
    """The file in which a document stands: records of one file go by its name, "#" and their own."""
    return RECORD.sub("", path)


def _place(problem: Problem) -> tuple[str, str]:
    return problem.where, problem.what


def _annotated_by_workers(name: str, settings: Settings, documents: Sequence[Document]) -> Iterator[Annotation]:
    """The same annotations as one process would make, in the same order, made by several."""
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_context

    batches = [documents[n : n + BATCH] for n in range(0, len(documents), BATCH)]
    pool = ProcessPoolExecutor(
        min(settings.workers, len(batches)), get_context("spawn"), _begin_working, (name, settings)
    )
    try:
        for found in pool.map(_annotate_batch, batches):
            yield from found
    except BrokenProcessPool as fault:
        raise PartError(f"{name}: a worker process died, perhaps for want of memory; try with fewer workers") from fault
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


_annotator: Annotator  # of this worker process


def _begin_working(name: str, settings: Settings) -> None:
    global _annotator
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent process decides what an interrupt means
    _annotator = registry.load(name, settings)


def _annotate_batch(documents: Sequence[Document]) -> list[Annotation]:
    return list(_annotator.annotate(documents))


def _of_result(settings: Iterable[tuple[str, object]]) -> list[tuple[str, object]]:
    """The settings on which the result depends."""
    return [(name, value) for name, value in settings if name != "workers"]


def _silent(_: Step | Problem | Note) -> None:
    pass
