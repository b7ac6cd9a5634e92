"""The edition in other forms: whole, stable, and harmless where it is opened."""

import csv
import io
import json

import pytest
from accounts import EVIL, bell

from variorum import interchange
from variorum.config import Settings
from variorum.model import Edition
from variorum.report.export import CsvExporter, JsonExporter, JsonLinesExporter, MarkdownExporter
from variorum.report.graphml import GraphmlExporter
from variorum.report.markdown import escaped
from variorum.report.sheet import safe

ALL = (JsonExporter, JsonLinesExporter, CsvExporter, MarkdownExporter, GraphmlExporter)


def exported(kind, edition=None) -> str:
    return kind(Settings()).export(bell() if edition is None else edition)


@pytest.mark.parametrize("kind", ALL)
def test_every_form_can_be_written_and_is_the_same_each_time(kind):
    assert exported(kind).encode("utf-8") == exported(kind).encode("utf-8")
    assert exported(kind, Edition())


def test_json_gives_the_edition_back_damaged_characters_and_all():
    assert interchange.from_json(json.loads(exported(JsonExporter))) == bell()
    assert "“We would lend" in exported(JsonExporter)
    assert "\\ud800" in exported(JsonExporter)


def test_json_lines_hold_one_record_each_with_its_type():
    records = [json.loads(line) for line in exported(JsonLinesExporter).splitlines()]
    kinds = [r["type"] for r in records]
    assert kinds[0] == "edition"
    assert [kinds.count(k) for k in ("document", "actor", "attribution", "statement", "conflict", "line", "timeline")] == [
        3, 4, 7, 2, 2, 1, 3,
    ]  # fmt: skip
    data = interchange.to_json(bell())
    assert [r for r in records if r["type"] == "reuse"] == [{"type": "reuse", **data["reuse"][0]}]


def rows():
    return list(csv.DictReader(io.StringIO(exported(CsvExporter), newline="")))


def test_csv_has_a_row_for_each_reading_and_each_attribution_besides():
    table = rows()
    assert [(r["statement"], r["siglum"]) for r in table] == [
        ("S1", "A"), ("S1", "B"), ("S1", "<C>"), ("S2", "A"), ("S2", "B"), ("", "<C>"), ("", "<C>"),
    ]  # fmt: skip
    first = table[0]
    assert (first["words"], first["speaker"], first["audience"]) == (
        "We would lend you the bell for a year.", "Ada Quill", "Jonas Meer",
    )  # fmt: skip
    assert (first["date"], first["occasion"], first["mode"]) == (
        "1987-05-03",
        "Quill and Meer talk of the bell",
        "direct",
    )
    assert table[1]["relation_to_first"] == "altered"
    assert table[4]["chain"] == "Ostrel Ledger → Jonas Meer"
    assert table[4]["words"] == "Why not? … it is\r\ntime to ring it."


def test_csv_offsets_point_at_the_words():
    texts = {d.path: d.text for d in bell().documents}
    for row in rows()[:4]:
        assert texts[row["document"]][int(row["start"]) : int(row["end"])] == row["words"]


def test_csv_has_no_cell_that_a_spreadsheet_could_run():
    cells = [cell for row in csv.reader(io.StringIO(exported(CsvExporter), newline="")) for cell in row]
    assert "'=cmd|' /C calc'!A0" in cells
    assert not [c for c in cells if c.lstrip()[:1] in tuple("=+-@")]


@pytest.mark.parametrize("cell", ["=1", "+1", "-1", "@x", " =1", "\t=1", "\r\n@x", "＝1"])
def test_what_could_begin_a_formula_is_guarded(cell):
    assert safe(cell).startswith("'")


def test_markdown_tells_the_statements_with_their_readings():
    text = exported(MarkdownExporter)
    assert "### S1 The mayor offers the bell" in text
    assert "**B** ¶\u00a01: “We ‹should› lend you the bell for ‹ten years›”" in text
    assert "3 readings in 3 documents, 2 independent lines: A + B / &lt;C&gt;" in text
    assert "⟦bell for a year⟧" in text


def test_markdown_holds_no_markup_but_its_own():
    text = exported(MarkdownExporter)
    assert "<" not in text
    assert "\x00" not in text
    assert EVIL not in text


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("# x", "\\# x"),
        ("- x", "\\- x"),
        ("1. x", "1\\. x"),
        ("a|b", "a\\|b"),
        ("![x](y)", "!\\[x\\](y)"),
        ("`x`", "\\`x\\`"),
        ("a & <b>", "a &amp; &lt;b&gt;"),
        ("http://x.example", "http&#58;//x.example"),
        ("WWW.x.example", "WWW&#46;x.example"),
        ("a\n\n# b", "a # b"),
    ],
)
def test_escaped(given, expected):
    assert escaped(given) == expected
