"""Several stories show wherever the edition is read; a single one shows nowhere."""

from __future__ import annotations

import json
from dataclasses import replace

from builders import document, edition, span

from variorum.config import Settings
from variorum.model import Reason, Story
from variorum.report.export import CsvExporter, JsonLinesExporter
from variorum.report.markdown import dossier
from variorum.report.page import PageExporter
from variorum.report.summary import summarise
from variorum.report.views import page_view

A = document("The ferry sank.\n", "a.txt", title="A ferry sinks")
B = document("Frost took the vines.\n", "b.txt", title="Frost <in> Calder")
C = document("The ferry was raised.\n", "c.txt", title="A ferry raised")
WHY = Reason(feature="words", text="both speak of a “ferry”", score=0.9, evidence=(span(A, "ferry"), span(C, "ferry")))
FERRY = Story(id="y2", label="A ferry sinks", documents=(A.id, C.id), reasons=(WHY,))
FROST = Story(id="y1", label="Frost <in> Calder", documents=(B.id,))
TWO = edition(A, B, C, stories=(FROST, FERRY))


def page(made) -> str:
    return PageExporter(Settings()).export(made)


def test_the_page_lists_the_stories_the_largest_first():
    view = page_view(TWO)
    assert view.title == "Three accounts of two matters"
    assert [(y.back.label, [siglum for siglum, _ in y.documents]) for y in view.stories] == [
        ("Story 1", ["A", "C"]),
        ("Story 2", ["B"]),
    ]
    assert [d.story.label for d in view.documents if d.story] == ["Story 1", "Story 2", "Story 1"]
    text = page(TWO)
    assert 'id="story-1"' in text and 'href="#story-2"' in text and 'href="#stories"' in text
    assert "Frost &lt;in&gt; Calder" in text and "<in>" not in text


def test_a_single_story_changes_nothing_on_the_page():
    one = Story(id="y", label="all", documents=tuple(sorted((A.id, B.id, C.id))), reasons=(WHY,))
    without = replace(TWO, stories=())
    assert page(replace(TWO, stories=(one,))) == page(without)
    assert str(summarise(replace(TWO, stories=(one,)))) == str(summarise(without))
    assert "tories" not in dossier(replace(TWO, stories=(one,)))


def test_the_dossier_and_the_summary_list_the_stories():
    text = dossier(TWO)
    assert "### Story 1: A ferry sinks\n\n- **A** A ferry sinks\n- **C** A ferry raised\n" in text
    assert "both speak of a “ferry”" in text
    assert "Story 1 A ferry sinks\n    A C\n" in str(summarise(TWO))
    assert "2 stories" in str(summarise(TWO))


def test_json_lines_hold_a_record_a_story():
    records = [json.loads(line) for line in JsonLinesExporter(Settings()).export(TWO).splitlines()]
    assert [r["label"] for r in records if r["type"] == "story"] == ["Frost <in> Calder", "A ferry sinks"]


def test_the_last_column_of_the_table_is_the_story():
    assert CsvExporter(Settings()).export(TWO).splitlines()[0].endswith(",story")
