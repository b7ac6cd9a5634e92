"""The edition in short."""

from dataclasses import replace

from accounts import bell

from variorum.model import Edition
from variorum.report.summary import MOST_STATEMENTS, summarise


def test_summary_tells_what_is_most_told_and_gravest():
    summary = summarise(bell())
    assert summary.counts[0] == ("3", "documents")
    assert [s.number for s in summary.statements] == ["S1", "S2"]
    first = summary.statements[0]
    assert (first.who, first.extent) == ("Ada Quill → Jonas Meer", "3 readings in 3 documents, 2 independent lines")
    assert [(r.witness, r.relation) for r in first.readings][:2] == [
        ("A", "base"),
        ("B", "altered in meaning, likely (0.80)"),
    ]
    assert summary.conflicts[0].sides[0] == ("A ¶\u00a02", "bell for a year")
    assert summary.problems == (("lost.txt", "<b>cannot</b> be read"), ("gazette.txt, line 2", "a line is broken"))


def test_summary_says_how_much_it_leaves_out():
    one = bell()
    many = tuple(replace(one.statements[0], id=f"s{n}") for n in range(MOST_STATEMENTS + 3))
    summary = summarise(replace(one, statements=many))
    assert summary.left_out == (3, 0)
    assert "and 3 more statements: see the page" in str(summary)


def test_summary_as_text_is_safe_to_print():
    text = str(summarise(bell()))
    assert "S1 The mayor offers the bell" in text
    assert not [c for c in text if c < " " and c != "\n"]
    text.encode("utf-8")


def test_summary_of_nothing():
    assert str(summarise(Edition())).startswith("0 documents, 0 reports of an utterance")
