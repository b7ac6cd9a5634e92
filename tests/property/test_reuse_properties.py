"""Passages lie where they say, within one line, whatever the texts and their order."""

from __future__ import annotations

from dataclasses import replace

from builders import document, edition
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.collate.reuse import NgramReuse
from variorum.config import Settings

SENTENCES = [
    "the old ferry was towed across the frozen bay by two tugs",
    "“ice has no flag, as my grandmother used to say”",
    "a brass band played on the pier until the lamps went out",
    "divers raised the sunken bell with ropes on Friday morning",
    "nobody asked the fishermen of the northern islands",
    "\n",
    "…",
]
TEXTS = st.lists(st.sampled_from(SENTENCES), max_size=8).map(" ".join)
FINDER = NgramReuse(Settings())


@settings(max_examples=50, deadline=None)
@given(st.lists(TEXTS, min_size=2, max_size=4))
def test_passages_are_good_spans_of_two_documents(texts: list[str]) -> None:
    documents = [document(text, f"{n}.txt") for n, text in enumerate(texts)]
    by_id = {d.id: d.text for d in documents}
    found = FINDER.reused(edition(*documents))
    assert len({r.id for r in found}) == len(found)
    for reuse in found:
        assert reuse.a.doc < reuse.b.doc
        for end in (reuse.a, reuse.b):
            words = by_id[end.doc][end.start : end.end]
            assert words.strip() == words != ""
            assert "\n" not in words
        assert 0 <= reuse.confidence <= 1
        assert reuse.reasons


@settings(max_examples=30, deadline=None)
@given(st.lists(TEXTS, min_size=2, max_size=4))
def test_the_order_of_documents_does_not_matter(texts: list[str]) -> None:
    made = edition(*(document(text, f"{n}.txt") for n, text in enumerate(texts)))
    assert FINDER.reused(made) == FINDER.reused(replace(made, documents=made.documents[::-1]))


@given(st.text(max_size=80), st.text(max_size=80))
def test_no_text_breaks_it(left: str, right: str) -> None:
    FINDER.reused(edition(document(left, "a.txt"), document(right + left, "b.txt")))
