"""An edition as files for other programs and for paper: JSON, JSON Lines, CSV and Markdown."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, ClassVar

from variorum import interchange
from variorum.config import Settings
from variorum.model import Edition
from variorum.report.markdown import dossier
from variorum.report.sheet import sheet

SURROGATE = re.compile("[\ud800-\udfff]")


class JsonExporter:
    """Writes an edition as one JSON object, in the form that other programs read."""

    name: ClassVar[str] = "report.json/1"
    suffix: ClassVar[str] = ".json"

    def __init__(self, settings: Settings) -> None:
        self.settings = settings

    def export(self, edition: Edition) -> str:
        """The whole edition as JSON, indented by one blank."""
        return _json(interchange.to_json(edition), indent=1) + "\n"


class JsonLinesExporter:
    """Writes an edition as JSON Lines: one record a line, which says in `type` what it is."""

    name: ClassVar[str] = "report.jsonl/1"
    suffix: ClassVar[str] = ".jsonl"

    def __init__(self, settings: Settings) -> None:
        self.settings = settings

    def export(self, edition: Edition) -> str:
        """First how the edition was made, then its documents, actors and so on, each record as in the JSON form."""
        return "".join(_json(record) + "\n" for record in _records(interchange.to_json(edition)))


class CsvExporter:
    """Writes an edition as a table: a row for each reading of a statement and each attribution in none."""

    name: ClassVar[str] = "report.csv/1"
    suffix: ClassVar[str] = ".csv"

    def __init__(self, settings: Settings) -> None:
        self.settings = settings

    def export(self, edition: Edition) -> str:
        """The table with its heading, as spreadsheets read it; no cell can be taken for a formula."""
        return sheet(edition)


class MarkdownExporter:
    """Writes an edition as a dossier in Markdown, to be read, sent or printed."""

    name: ClassVar[str] = "report.md/1"
    suffix: ClassVar[str] = ".md"

    def __init__(self, settings: Settings) -> None:
        self.settings = settings

    def export(self, edition: Edition) -> str:
        """Statements with their readings, conflicts, timeline, lineage and people; words of documents as plain text."""
        return dossier(edition)


def _json(value: Any, indent: int | None = None) -> str:
    """JSON that any encoding of Unicode can hold: half characters of damaged texts stay as escapes."""
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    return SURROGATE.sub(lambda m: f"\\u{ord(m.group()):04x}", text)


KINDS = (
    ("documents", "document"),
    ("actors", "actor"),
    ("occasions", "occasion"),
    ("attributions", "attribution"),
    ("stories", "story"),
    ("statements", "statement"),
    ("conflicts", "conflict"),
    ("reuse", "reuse"),
    ("lines", "line"),
    ("stemmata", "stemma"),
    ("timeline", "timeline"),
    ("dates", "date"),
    ("sentences", "sentence"),
)


def _records(data: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield {"type": "edition", "format": data["format"], "made_by": data["made_by"]}
    for key, kind in KINDS:
        for record in data[key]:
            yield {"type": kind, **record}
