"""The whole walk over one document."""

from __future__ import annotations

import pytest
from drafting import told


def test_drafts_come_in_text_order() -> None:
    text = "Berg said it rained.\n“We left,” Hale said.\nAccording to the guild, it rained."
    assert [t.source for t in told(text)] == ["Berg", "Hale", "the guild"]


def test_each_quotation_has_one_cue() -> None:
    text = "Berg said, “It is safe,” and Hale replied, “It is not.”"
    assert [(t.source, t.content) for t in told(text)] == [("Berg", "“It is safe,”"), ("Hale", "“It is not.”")]


def test_a_quotation_with_speaker_and_cue_is_surer_than_one_without() -> None:
    with_cue, alone = told("“We left,” Berg said.\n“It was late at night.”")
    assert with_cue.confidence > alone.confidence


@pytest.mark.parametrize("text", ["", "\n\n", "“", "said", "“said”", "Berg said", ": “", "“‘“‘", "\ud800“a,” b said."])
def test_scraps_do_not_break_it(text: str) -> None:
    assert all(t.content for t in told(text))
