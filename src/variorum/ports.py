"""The seams: what a part of each kind takes and yields. Rooms meet here and in `model`, nowhere else.

A part is named "stage.kind/version" and listed in `registry`; a part whose answers change gets a new
version. Every part is deterministic: the same values in give the same values out, whatever their order.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import ClassVar, Protocol

from variorum.model import (
    Annotation,
    Apparatus,
    Conflict,
    Document,
    Edition,
    Input,
    Line,
    Reading,
    Relation,
    Reuse,
    Statement,
    Stemma,
    Story,
    TimelineEntry,
)  # fmt: skip


class Reader(Protocol):
    """Turns the bytes of one file into documents."""

    name: ClassVar[str]
    suffixes: ClassVar[tuple[str, ...]]

    def read(self, path: str, raw: bytes) -> Iterator[Document]:
        """The documents in these bytes; `path` is how the user named the file. Raises ReadError."""
        ...


class Annotator(Protocol):
    """Finds who says what in each document by itself."""

    name: ClassVar[str]

    def annotate(self, documents: Sequence[Document]) -> Iterator[Annotation]:
        """One annotation for each document, in the same order."""
        ...


class Identifier(Protocol):
    """Recognises the same people and the same occasions across documents."""

    name: ClassVar[str]

    def identify(self, edition: Edition, annotations: Sequence[Annotation]) -> Edition:
        """The edition with sentences, dates, actors, occasions and attributions, their ids common to all."""
        ...


class Chronicler(Protocol):
    """Sets out what the documents date."""

    name: ClassVar[str]

    def chronicle(self, edition: Edition) -> tuple[TimelineEntry, ...]:
        """Dated entries in the order of time."""
        ...


class Grouper(Protocol):
    """Groups the documents that treat one matter into stories."""

    name: ClassVar[str]

    def group(self, edition: Edition) -> tuple[Story, ...]:
        """The stories, each document in exactly one; how many there are is not known beforehand."""
        ...


class Finder(Protocol):
    """Finds which attributions are one utterance."""

    name: ClassVar[str]

    def find(self, edition: Edition) -> tuple[Statement, ...]:
        """Statements with their readings; apparatus and relations are left to others."""
        ...


class Aligner(Protocol):
    """Sets readings side by side word by word."""

    name: ClassVar[str]

    def align(self, readings: Sequence[Reading], edition: Edition) -> Apparatus:
        """The apparatus of these readings; it does not depend on their order.

        `edition` holds what belongs to their statement: its witnesses, with the reports that are its readings and
        those around and in them. So do the editions that a Relater is handed.
        """
        ...


class Relater(Protocol):
    """Tells how the readings of a statement relate: the same, drifted, contradictory."""

    name: ClassVar[str]

    def relate(self, statement: Statement, edition: Edition) -> tuple[Relation, ...]:
        """One relation for every pair of readings."""
        ...


class ReuseFinder(Protocol):
    """Finds passages that depend on one another."""

    name: ClassVar[str]

    def reused(self, edition: Edition) -> tuple[Reuse, ...]:
        """Pairs of passages in different documents."""
        ...


class Judge(Protocol):
    """Finds places that cannot both be right."""

    name: ClassVar[str]

    def judge(self, edition: Edition) -> tuple[Conflict, ...]:
        """Conflicts with reasons and evidence, the gravest and surest first; `edition` holds one story and no more."""
        ...


class Genealogist(Protocol):
    """Tells which witnesses of a statement are independent of one another."""

    name: ClassVar[str]

    def lines(self, edition: Edition) -> tuple[Line, ...]:
        """For each statement, its witnesses in groups of one origin."""
        ...


class Stemmatist(Protocol):
    """Tells which version of a statement comes from which."""

    name: ClassVar[str]

    def stemmata(self, edition: Edition) -> tuple[Stemma, ...]:
        """For each statement in several readings, where each of them comes from; unknown where nothing decides."""
        ...


class Store(Protocol):
    """Keeps an edition with the bytes it was made from, and gives it back unchanged."""

    def keep(
        self,
        edition: Edition,
        annotations: Sequence[Annotation],
        raw: dict[str, bytes],
        *,
        inputs: Sequence[Input] = (),
        results: Mapping[str, str] | None = None,
    ) -> None:
        """Writes all of it or nothing; `raw` maps sha256 digests to the bytes of the inputs.

        `inputs` are the files in which the documents stand, `results` what parts made of excerpts of this edition,
        by key; those of earlier editions go.
        """
        ...

    def result(self, key: str) -> str | None:
        """What was kept under this key as a result with the last edition; None where there is nothing."""
        ...

    def edition(self) -> Edition:
        """The edition last kept; an empty one where there is none."""
        ...

    def inputs(self) -> tuple[Input, ...]:
        """The files in which the documents of the edition last kept stand, in the order in which they were given."""
        ...

    def annotations(self, made_by: str) -> dict[str, Annotation]:
        """Document id -> its annotation by this annotator, so that nothing is annotated twice."""
        ...


class Exporter(Protocol):
    """Writes an edition in some form."""

    name: ClassVar[str]
    suffix: ClassVar[str]

    def export(self, edition: Edition) -> str:
        """The whole edition as text."""
        ...
