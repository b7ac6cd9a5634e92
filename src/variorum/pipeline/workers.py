"""Several processes that annotate: the same annotations, in the same order, as one would make."""

from __future__ import annotations

import signal
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context

from variorum import registry
from variorum.config import Settings
from variorum.errors import PartError
from variorum.model import Annotation, Document
from variorum.pipeline import careful
from variorum.ports import Annotator

BATCH = 8  # documents that a worker is handed at a time: enough to outweigh the handing over


def annotated(name: str, settings: Settings, documents: Sequence[Document]) -> Iterator[Annotation]:
    """What the annotator of this name finds in each document, in their order."""
    batches = [documents[n : n + BATCH] for n in range(0, len(documents), BATCH)]
    number = min(settings.workers, len(batches))
    pool = ProcessPoolExecutor(number, get_context("spawn"), _begin, (name, settings))
    try:
        for found in pool.map(_annotate, batches):
            yield from found
    except BrokenProcessPool as fault:
        raise PartError(f"{name}: a worker process died, perhaps for want of memory; try fewer workers") from fault
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


_annotator: Annotator  # of this worker process


def _begin(name: str, settings: Settings) -> None:
    global _annotator
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent process decides what an interrupt means
    _annotator = registry.load(name, settings)


def _annotate(documents: Sequence[Document]) -> list[Annotation]:
    return list(careful.annotated(_annotator, documents))
