"""The plainest store: it keeps the last edition as long as the process lives. The reference for the others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from variorum.model import Annotation, Edition, Input


class MemoryStore:
    """Keeps an edition in memory."""

    name: ClassVar[str] = "store.memory/1"

    def __init__(self) -> None:
        self._edition = Edition()
        self._annotations: tuple[Annotation, ...] = ()
        self._raw: dict[str, bytes] = {}
        self._inputs: tuple[Input, ...] = ()
        self._results: dict[str, str] = {}

    def keep(
        self,
        edition: Edition,
        annotations: Sequence[Annotation],
        raw: dict[str, bytes],
        *,
        inputs: Sequence[Input] = (),
        results: Mapping[str, str] | None = None,
    ) -> None:
        """Keeps all of it in place of what was there; bytes once kept stay."""
        self._edition, self._annotations, self._raw = edition, tuple(annotations), {**self._raw, **raw}
        self._inputs, self._results = tuple(inputs), dict(results or {})

    def result(self, key: str) -> str | None:
        """What was kept under this key as a result with the last edition; None where there is nothing."""
        return self._results.get(key)

    def edition(self) -> Edition:
        """The edition last kept; an empty one where there is none."""
        return self._edition

    def inputs(self) -> tuple[Input, ...]:
        """The files in which the documents of the edition last kept stand."""
        return self._inputs

    def annotations(self, made_by: str) -> dict[str, Annotation]:
        """Document id -> its annotation by this annotator."""
        return {a.doc: a for a in self._annotations if a.made_by == made_by}

    def raw(self, sha256: str) -> bytes:
        """The bytes of an input by their digest, as they were read; raises KeyError for bytes never kept."""
        return self._raw[sha256]
