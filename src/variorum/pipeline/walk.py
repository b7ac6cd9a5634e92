"""The steps of a run, each of them one part's work put into the edition."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from variorum import registry
from variorum.config import Settings
from variorum.ingest.sources import Gathered
from variorum.model import (
    Annotation,
    Apparatus,
    Conflict,
    Document,
    Edition,
    Input,
    Manifest,
    Problem,
    Relation,
    Statement,
    Story,
)
from variorum.pipeline import careful, inputs
from variorum.pipeline.events import Progress, Step
from variorum.pipeline.excerpts import Excerpt, Excerpts
from variorum.pipeline.holdings import Holdings, together
from variorum.pipeline.memory import Memory
from variorum.ports import Aligner, Annotator, Identifier, Judge, Relater, Store

S = TypeVar("S")
T = TypeVar("T")
GRAVITY = ("high", "medium", "low")


class Walk:
    """The parts of one run, and the steps in which they are used."""

    def __init__(
        self, names: Mapping[str, str], settings: Settings, tell: Progress, store: Store | None = None
    ) -> None:
        self._names, self._settings, self._tell = names, settings, tell
        self.memory = Memory(store, _of_result(settings.items()))
        self._taken: Excerpts | None = None
        self._parts = {stage: registry.load(name, settings) for stage, name in names.items()}
        self._readers = {name.split("/")[0]: name for name in registry.readers()}

    def gather(self, paths: Iterable[str | Path]) -> Gathered:
        """What can be read at these paths, and what cannot."""
        readers = [registry.load(name, self._settings) for name in self._readers.values()]
        return inputs.read(paths, readers, self._settings, self._tell)

    def holdings(
        self,
        gathered: Gathered,
        earlier: Edition,
        held: Sequence[Input] = (),
        *,
        paths: Iterable[str | Path] = (),
        without: Iterable[str] = (),
    ) -> Holdings:
        """The documents just read and those read before, each in its latest version, with the files they stand in."""
        found = together(gathered, earlier, held, [os.fspath(p) for p in paths], tuple(without))
        for note in (*found.notes, *inputs.outdated(earlier, self._readers)):
            self._tell(note)
        return found

    def documents(self, found: Holdings) -> Edition:
        """An edition of these documents in which nothing was looked for yet."""
        return Edition(documents=found.documents, manifest=self._manifest(found.documents, found.problems))

    def annotated_before(self, edition: Edition, earlier: Edition, store: Store | None) -> dict[str, Annotation]:
        """Document id -> what this annotator found in the same document in an earlier run with the same settings."""
        if not store or _of_result(earlier.manifest.settings) != _of_result(self._settings.items()):
            return {}
        before, now = (_to_annotate(e.documents) for e in (earlier, edition))
        found = store.annotations(self._names["annotations"])
        sound = {key: a for key, a in found.items() if not a.problems}
        return {key: a for key, a in sound.items() if key in now and before.get(key) == now[key]}

    def annotations(self, edition: Edition, done: Mapping[str, Annotation]) -> tuple[Annotation, ...]:
        """One annotation for each document, in their order; those in `done` are taken as they are."""
        left = [d for d in edition.documents if d.id not in done]
        found = dict(done)
        for annotation in self._each("annotate", left, self._annotated(left), lambda d: d.path):
            found[annotation.doc] = annotation
            for problem in annotation.problems:
                self._tell(problem)
        return tuple(found[d.id] for d in edition.documents)

    def identities(self, edition: Edition, annotations: Sequence[Annotation]) -> Edition:
        """The same people and the same occasions recognised across documents."""
        part: Identifier = self._parts["identities"]
        problems = {*edition.manifest.problems, *(p for a in annotations for p in a.problems)}
        manifest = replace(edition.manifest, problems=tuple(sorted(problems, key=lambda p: (p.where, p.what))))
        edition = replace(edition, manifest=manifest)
        return self._whole("identities", lambda: part.identify(edition, annotations))

    def stories(self, edition: Edition) -> Edition:
        """Documents of one matter, grouped."""
        return replace(edition, stories=self._whole("stories", lambda: self._parts["stories"].group(edition)))

    def reuse(self, edition: Edition) -> Edition:
        """Passages that depend on one another."""
        return replace(edition, reuse=self._whole("reuse", lambda: self._parts["reuse"].reused(edition)))

    def statements(self, edition: Edition) -> Edition:
        """Attributions of one utterance, grouped."""
        return replace(edition, statements=self._whole("statements", lambda: self._parts["statements"].find(edition)))

    def apparatus(self, edition: Edition) -> Edition:
        """Each statement's readings side by side, word by word."""
        part: Aligner = self._parts["apparatus"]

        def align(excerpt: Excerpt) -> Apparatus:
            return part.align(excerpt.edition.statements[0].readings, excerpt.edition)

        excerpts = self._excerpts(edition)
        made = (self._of("apparatus", excerpts.of_statement(s), Apparatus, align) for s in edition.statements)
        aligned = (replace(s, apparatus=a) for s, a in zip(edition.statements, made, strict=True))
        return self._rewritten("apparatus", edition, aligned)

    def relations(self, edition: Edition) -> Edition:
        """How the readings of each statement relate."""
        part: Relater = self._parts["relations"]

        def relate(excerpt: Excerpt) -> tuple[Relation, ...]:
            return part.relate(excerpt.edition.statements[0], excerpt.edition)

        excerpts, kind = self._excerpts(edition), tuple[Relation, ...]
        made = (self._of("relations", excerpts.of_statement(s), kind, relate) for s in edition.statements)
        related = (replace(s, relations=r) for s, r in zip(edition.statements, made, strict=True))
        return self._rewritten("relations", edition, related)

    def conflicts(self, edition: Edition) -> Edition:
        """Places that cannot both be right: each story is judged by itself, as if there were no other."""
        part: Judge = self._parts["conflicts"]

        def judge(excerpt: Excerpt) -> tuple[Conflict, ...]:
            return part.judge(excerpt.edition)

        excerpts, kind = self._excerpts(edition), tuple[Conflict, ...]
        stories = edition.stories or (Story(id="", label="", documents=tuple(d.id for d in edition.documents)),)
        made = (self._of("conflicts", x, kind, judge) for x in excerpts.of_stories(stories, edition.statements))
        found = [c for judged in self._each("conflicts", stories, made, lambda y: y.label) for c in judged]
        found.sort(key=lambda c: (GRAVITY.index(c.severity), -c.confidence, c.id))
        return replace(edition, conflicts=tuple(found))

    def lines(self, edition: Edition) -> Edition:
        """Which witnesses of a statement are independent of one another."""
        return replace(edition, lines=self._whole("lines", lambda: self._parts["lines"].lines(edition)))

    def stemmata(self, edition: Edition) -> Edition:
        """Which version of a statement comes from which."""
        return replace(edition, stemmata=self._whole("stemmata", lambda: self._parts["stemmata"].stemmata(edition)))

    def timeline(self, edition: Edition) -> Edition:
        """What the documents date, in the order of time."""
        return replace(edition, timeline=self._whole("timeline", lambda: self._parts["timeline"].chronicle(edition)))

    def _annotated(self, documents: Sequence[Document]) -> Iterator[Annotation]:
        if self._settings.workers == 1 or len(documents) < 2:
            annotator: Annotator = self._parts["annotations"]
            return careful.annotated(annotator, documents)
        from variorum.pipeline import workers

        return workers.annotated(self._names["annotations"], self._settings, documents)

    def _manifest(self, documents: Sequence[Document], problems: tuple[Problem, ...]) -> Manifest:
        from variorum import __version__

        return Manifest(
            variorum=__version__,
            components=tuple(sorted({**self._readers, **self._names}.items())),
            settings=self._settings.items(),
            inputs=tuple(sorted((d.path, d.sha256) for d in documents)),
            problems=problems,
        )

    def _of(self, stage: str, excerpt: Excerpt, kind: type[T], work: Callable[[Excerpt], T]) -> T:
        """What the part of a stage makes of an excerpt, now or in an earlier run."""
        return self.memory.result(self._names[stage], excerpt, kind, work)

    def _excerpts(self, edition: Edition) -> Excerpts:
        """The edition as excerpts are taken from it, kept from one step to the next."""
        if self._taken is None or not self._taken.are_of(edition):
            self._taken = Excerpts(edition)
        return self._taken

    def _rewritten(self, stage: str, edition: Edition, statements: Iterable[Statement]) -> Edition:
        return replace(edition, statements=tuple(self._each(stage, edition.statements, statements, lambda s: s.label)))

    def _whole(self, stage: str, work: Callable[[], T]) -> T:
        """What the work yields, its beginning and end told."""
        self._tell(Step(stage, 0, 1))
        result = work()
        self._tell(Step(stage, 1, 1))
        return result

    def _each(self, stage: str, given: Sequence[S], results: Iterable[T], label: Callable[[S], str]) -> Iterator[T]:
        """The results, one for each thing given, each told as it comes."""
        self._tell(Step(stage, 0, len(given)))
        for n, (thing, result) in enumerate(zip(given, results, strict=True), 1):
            yield result
            self._tell(Step(stage, n, len(given), label(thing)))


def _of_result(settings: Iterable[tuple[str, object]]) -> tuple[tuple[str, object], ...]:
    """The settings on which the result depends."""
    return tuple((name, value) for name, value in settings if name != "workers")


def _to_annotate(documents: Iterable[Document]) -> dict[str, Document]:
    """Document id -> what an annotator sees of it: a newer reader may read the same bytes otherwise."""
    return {d.id: replace(d, path="", siglum="", problems=()) for d in documents}
