"""What the parts have made of excerpts, known again by all that it was made from.

A result is kept under a digest of the part, the code that it runs on, its settings, and the excerpt that it was
handed. Where all of these are the same in a later run, so is the result, and it is taken from the store. Only what a
run has used is kept for the next: the memory never holds more than belongs to the edition beside it.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import cache
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path
from typing import TypeVar

from variorum import registry
from variorum.codec import decode, encode
from variorum.errors import BrokenEdition
from variorum.pipeline.excerpts import Excerpt
from variorum.ports import Store

T = TypeVar("T")
LARGE = 4_000_000  # bytes; of a larger file, as weights are, the size stands for the content: it need not be read whole


class Memory:
    """The results of earlier runs, and of this one, of parts that work on excerpts."""

    def __init__(self, store: Store | None, settings: tuple[tuple[str, object], ...]) -> None:
        self._store, self._settings = store, repr(settings)
        self.used: dict[str, str] = {}

    def result(self, part: str, excerpt: Excerpt, kind: type[T], work: Callable[[Excerpt], T]) -> T:
        """What the part of this name makes of the excerpt: remembered, else made by `work`; a record or several."""
        key = self._key(part, excerpt)
        if (held := self._remembered(key)) is not None:
            with suppress(ValueError, BrokenEdition):  # what is damaged is made again
                found = decode(kind, json.loads(excerpt.with_sigla(held)))
                self.used[key] = held
                return found
        # What is made now goes the same way as what comes from the store, so that the two cannot differ.
        self.used[key] = held = json.dumps(encode(work(excerpt)), ensure_ascii=False, separators=(",", ":"))
        return decode(kind, json.loads(excerpt.with_sigla(held)))

    def _remembered(self, key: str) -> str | None:
        if key in self.used or not self._store:
            return self.used.get(key)
        return self._store.result(key)

    def _key(self, part: str, excerpt: Excerpt) -> str:
        return hashlib.sha256("\x1f".join((part, code_of(part), self._settings, excerpt.digest)).encode()).hexdigest()


@cache
def code_of(part: str) -> str:
    """A digest of the code that a part runs on: its package, ours, and the versions of all that ours needs.

    A part whose answers change gets a new version, but not while somebody is writing it: so the code counts too.
    """
    digest = hashlib.sha256("\n".join((sys.version, *_needed())).encode())
    for package in sorted({registry.find(part).__module__.partition(".")[0], "variorum"}):
        digest.update(_code(package))
    return digest.hexdigest()


@cache
def _code(package: str) -> bytes:
    """A digest of all files of a package, or of the one of a module."""
    spec = find_spec(package)
    files = [Path(spec.origin)] if spec and spec.origin else []
    for place in (spec.submodule_search_locations or ()) if spec else ():
        files += Path(place).rglob("*")
    digest = hashlib.sha256()
    for file in sorted(set(files)):
        if file.suffix != ".pyc" and file.is_file():
            size = file.stat().st_size
            digest.update(str(size).encode() if size > LARGE else hashlib.sha256(file.read_bytes()).digest())
    return digest.digest()


def _needed() -> Iterator[str]:
    """The packages that ours needs, each with its version as it is installed."""
    with suppress(metadata.PackageNotFoundError):
        for line in sorted(metadata.requires("variorum") or ()):
            name = re.match(r"[\w.-]+", line)
            if name and "extra" not in line:
                yield f"{name[0]} {metadata.version(name[0])}"
