"""Annotating so that one document which breaks an annotator costs nothing but itself."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence

from variorum.model import Annotation, Document, Problem
from variorum.ports import Annotator

log = logging.getLogger(__name__)


def annotated(annotator: Annotator, documents: Sequence[Document]) -> Iterator[Annotation]:
    """One annotation for each document, in their order; an empty one, with a problem, where the annotator broke."""
    left = list(documents)
    while left:
        done = 0
        try:
            for annotation in annotator.annotate(left):
                yield annotation
                done += 1
        except Exception:
            # Whatever a document does to an annotator, the others must not be lost. An annotator that works in
            # batches may break before it yields the documents ahead of the culprit: each is tried by itself.
            log.debug("%s broke in a batch of %d", annotator.name, len(left), exc_info=True)
            yield _alone(annotator, left[done])
            done += 1
        left = left[done:]


def _alone(annotator: Annotator, document: Document) -> Annotation:
    try:
        return next(iter(annotator.annotate([document])))
    except Exception as fault:
        # Below what logging prints unasked: whoever watches is told the problem, not the traceback.
        log.info("%s: %s broke", document.path, annotator.name, exc_info=True)
        what = (
            f"{annotator.name} broke on this document ({type(fault).__name__}: {fault}), so nothing of it is collated"
        )
        problem = Problem(document.path, f"{what}. Please report it, with the document if you may")
        return Annotation(doc=document.id, made_by=annotator.name, problems=(problem,))
