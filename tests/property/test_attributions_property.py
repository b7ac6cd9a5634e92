"""No text breaks the finding of attributions; what is found keeps to the document and to itself."""

from __future__ import annotations

from itertools import pairwise

import pytest
from builders import document
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from variorum.annotate.parse import parse
from variorum.annotate.parsed import Parsed
from variorum.annotate.reporting import attributions
from variorum.annotate.reporting.draft import Draft
from variorum.annotate.trained import annotator
from variorum.annotate.trained.network import shipped
from variorum.config import Settings


def by_network(parsed: Parsed) -> tuple[Draft, ...]:
    return annotator.find(parsed, shipped())


FINDERS = pytest.mark.parametrize("find", [attributions.find, by_network])

STORY = [
    "Mayor Anna Berg said that the bridge was safe.",
    "“We tested it twice,” Berg told reporters on Monday. “It held.”",
    "According to the report, Hale answered, ‘Why not?’",
    "\"He asked me: 'Is it safe?' I said yes,\" she recalled.",
    "Hale accused Berg of lying and called the report “a joke.”",
    "It was our bridge.",
    "Anna Berg",
    "mayor of Halven",
    "Q: Did you know?",
    "A: No.",
    "The engineers' guild didn't comment.",
]
MARKS = "\"'“”‘’„«»`"


@st.composite
def damaged(draw) -> str:
    """Lines of a story in any order, with quotation marks put in and taken out."""
    text = "\n".join(draw(st.lists(st.sampled_from(STORY), min_size=1, max_size=5)))
    for _ in range(draw(st.integers(0, 6))):
        at = draw(st.integers(0, len(text)))
        text = text[:at] + draw(st.sampled_from([*MARKS, "''", ""])) + text[at + draw(st.integers(0, 1)) :]
    return draw(st.sampled_from([str, str.upper, scanned, in_blanks]))(text)


def scanned(text: str) -> str:
    """As a bad scan gives it."""
    return text.replace("rn", "m").replace("l", "1").replace("e", "c").replace(". ", " . ").replace("\n", "-\n")


def in_blanks(text: str) -> str:
    """With no-break and zero-width blanks for plain ones."""
    return text.replace(" ", "\xa0", 3).replace(" t", "\u200bt")


def pieces(draft):
    return (draft.content, draft.cue, draft.source, draft.addressee, draft.quoted)


def check(text: str, find) -> None:
    doc = document(text)
    (parsed,) = parse([doc], Settings())
    drafts = find(parsed)
    assert drafts == find(parsed)
    for number, draft in enumerate(drafts):
        assert draft.content
        for spans in pieces(draft):
            assert all(s.doc == doc.id and 0 <= s.start < s.end <= len(text) for s in spans)
            assert all(a.end <= b.start for a, b in pairwise(spans))
        if draft.parent is not None:
            around = drafts[draft.parent]
            assert all(any(s in outer for outer in around.content) for s in draft.content)
            seen = {number}
            at = draft.parent
            while at is not None:
                assert at not in seen
                seen.add(at)
                at = drafts[at].parent


@FINDERS
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(damaged())
def test_a_story_with_damaged_marks_gives_sound_attributions(find, text: str) -> None:
    check(text, find)


@FINDERS
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(alphabet=st.sampled_from(MARKS + " \n.,:—AbHe said"), max_size=120))
def test_any_text_gives_sound_attributions(find, text: str) -> None:
    check(text, find)
