"""The tables of wording hold together."""

from __future__ import annotations

import pytest

from variorum.ingest.cues import Table, tables

TABLES = [tables().furniture, tables().credits, tables().captions, tables().about]


@pytest.mark.parametrize("table", TABLES)
def test_what_may_match_anywhere_says_what_it_needs(table: Table) -> None:
    assert table.cues
    for cue in table.cues:
        assert cue.start or cue.within
        assert bool(cue.within) == bool(cue.needs), cue.name
        assert all(need == need.lower() for need in cue.needs)


@pytest.mark.parametrize("table", TABLES)
def test_no_cue_meets_a_blank_line_or_common_prose(table: Table) -> None:
    for line in ("", " ", "The mayor of Quill said on Monday that the harbour would not be sold."):
        assert table.met(line, len(line.split())) == ()


def test_a_line_too_long_for_a_cue_does_not_meet_it() -> None:
    line = "Leave a reply"
    assert [c.name for c in tables().furniture.met(line, 3)] == ["comment form"]
    assert tables().furniture.met(line, 300) == ()


def test_case_counts_only_where_a_cue_says_so() -> None:
    assert [c.name for c in tables().furniture.met("SECRET/NODIS", 2)] == ["classification"]
    assert tables().furniture.met("Secret talks", 2) == ()
    assert tables().furniture.met("LEAVE A REPLY", 3)
