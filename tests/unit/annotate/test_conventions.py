"""How our editions draw a report, where PolNeAR draws it otherwise."""

from __future__ import annotations

import pytest
from builders import document

from variorum.annotate.parse import parse
from variorum.annotate.reporting import attributions
from variorum.annotate.reporting.conventions import ours
from variorum.annotate.reporting.layers import Layers
from variorum.annotate.reporting.nesting import drafts
from variorum.config import Settings


def drawn(text: str) -> list[tuple[str, str]]:
    """Cue and content of each report."""
    (parsed,) = parse([document(text)], Settings())
    layers = Layers(parsed)
    found = drafts(layers, list(ours(layers, attributions.reports(layers))))
    return [tuple(" | ".join(text[s.start : s.end] for s in spans) for spans in (d.cue, d.content)) for d in found]


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("Hale warned of a second flood.", "warned", "of a second flood"),
        ("Hale asked for a new bridge.", "asked", "for a new bridge"),
        ("Hale called on both towns to settle it.", "called on", "both towns to settle it"),
        ("Hale said that the bridge was safe.", "said", "that the bridge was safe"),
    ],
)
def test_a_preposition_belongs_to_what_is_said(text: str, cue: str, content: str) -> None:
    assert drawn(text) == [(cue, content)]


@pytest.mark.parametrize("text", ["Hale denied it.", "Hale told me about it.", "Hale said no."])
def test_a_bare_pronoun_says_nothing(text: str) -> None:
    assert drawn(text) == []


def test_a_quoted_no_is_an_answer() -> None:
    assert drawn("“No,” Hale said.") == [("said", "“No,”")]
