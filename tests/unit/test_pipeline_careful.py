"""A document that breaks the annotator costs nothing but itself."""

from __future__ import annotations

import logging

import pytest
from builders import document

from variorum.model import Annotation
from variorum.pipeline.careful import annotated


class Fragile:
    """Breaks on documents that say so, and, like a part that works in batches, before it yields the earlier ones."""

    name = "annotate.fragile/1"

    def __init__(self, *, is_batched: bool) -> None:
        self.is_batched = is_batched

    def annotate(self, documents):
        if self.is_batched:
            for doc in documents:
                self.look(doc)
        for doc in documents:
            self.look(doc)
            yield Annotation(doc=doc.id, made_by=self.name)

    def look(self, doc) -> None:
        if "break" in doc.text:
            raise RecursionError("too deep")


@pytest.mark.parametrize("is_batched", [True, False])
def test_the_others_are_annotated_and_the_culprit_is_named(is_batched: bool) -> None:
    documents = [document("One.", "a"), document("Do break.", "b"), document("Two.", "c"), document("break", "d")]
    found = list(annotated(Fragile(is_batched=is_batched), documents))
    assert [a.doc for a in found] == [d.id for d in documents]
    assert [bool(a.problems) for a in found] == [False, True, False, True]
    assert found[1].problems[0].where == "b"
    assert "RecursionError: too deep" in found[1].problems[0].what


def test_the_traceback_is_only_for_those_who_ask_for_it(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    list(annotated(Fragile(is_batched=False), [document("Do break.", "b")]))
    (told,) = caplog.records
    assert told.exc_info
    assert told.levelno < logging.WARNING, "a warning is printed on standard error, between the lines of --json-log"


def test_an_interrupt_is_no_fault_of_a_document() -> None:
    class Interrupted(Fragile):
        def look(self, doc) -> None:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        list(annotated(Interrupted(is_batched=False), [document("One.")]))
