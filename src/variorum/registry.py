"""Which parts there are, by name, and which of them a run uses unless told otherwise.

A part is named "stage.kind/version" and loaded only when asked for. A package adds its own through the
entry points group "variorum.parts" (name = "module:object"); two parts of one name are an error.
"""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from functools import cache
from importlib import import_module
from typing import Any

from variorum.config import Settings
from variorum.errors import PartError

GROUP = "variorum.parts"

BUILT_IN: Mapping[str, str] = {
    "ingest.plain/1": "variorum.ingest.plain:PlainReader",
    "ingest.html/1": "variorum.ingest.html:HtmlReader",
    "ingest.jsonl/1": "variorum.ingest.jsonl:JsonLinesReader",
    "annotate.rules/1": "variorum.annotate.rules:RulesAnnotator",
    "annotate.trained/1": "variorum.annotate.trained.annotator:TrainedAnnotator",
    "collate.identities/1": "variorum.collate.identities:NameIdentifier",
    "collate.timeline/1": "variorum.collate.timeline:DateChronicler",
    "collate.stories/1": "variorum.collate.stories:TopicGrouper",
    "collate.statements/1": "variorum.collate.statements:FeatureFinder",
    "collate.statements/2": "variorum.collate.statements:MeaningFinder",
    "collate.align/1": "variorum.collate.align:TokenAligner",
    "collate.reuse/1": "variorum.collate.reuse:NgramReuse",
    "judge.drift/1": "variorum.judge.drift:FeatureRelater",
    "judge.conflicts/1": "variorum.judge.conflicts:RuleJudge",
    "judge.lineage/1": "variorum.judge.lineage:WitnessGenealogist",
    "judge.stemma/1": "variorum.judge.stemma:GroundedStemmatist",
    "report.page/1": "variorum.report.page:PageExporter",
    "report.json/1": "variorum.report.export:JsonExporter",
    "report.jsonl/1": "variorum.report.export:JsonLinesExporter",
    "report.csv/1": "variorum.report.export:CsvExporter",
    "report.md/1": "variorum.report.export:MarkdownExporter",
    "report.graphml/1": "variorum.report.graphml:GraphmlExporter",
    "store.sqlite/1": "variorum.store.sqlite:SqliteStore",
    "store.memory/1": "variorum.store.memory:MemoryStore",
}

DEFAULTS: Mapping[str, str] = {
    "annotations": "annotate.trained/1",
    "identities": "collate.identities/1",
    "stories": "collate.stories/1",
    "statements": "collate.statements/2",
    "reuse": "collate.reuse/1",
    "apparatus": "collate.align/1",
    "relations": "judge.drift/1",
    "conflicts": "judge.conflicts/1",
    "lines": "judge.lineage/1",
    "stemmata": "judge.stemma/1",
    "timeline": "collate.timeline/1",
}
# What is put in place where speed counts most.
FAST: Mapping[str, str] = {"annotations": "annotate.rules/1", "statements": "collate.statements/1"}
READERS = ("ingest.plain/1", "ingest.html/1", "ingest.jsonl/1")


def names() -> tuple[str, ...]:
    """The names of all parts, built in and installed besides, in alphabetical order."""
    return tuple(sorted(_places()))


def readers() -> tuple[str, ...]:
    """The names of all readers: the built-in ones, then those installed besides."""
    return (*READERS, *(name for name in names() if name.startswith("ingest.") and name not in BUILT_IN))


def exporters() -> dict[str, str]:
    """Form ("json", "csv" ...) -> name of the part that writes it, in its latest version."""
    return {name.split(".", 1)[1].split("/")[0]: name for name in names() if name.startswith("report.")}


def chosen(parts: Mapping[str, str] | None = None) -> dict[str, str]:
    """Stage -> name of the part that does it: the defaults, and what was asked for instead."""
    for stage in parts or {}:
        if stage not in DEFAULTS:
            raise PartError(f"no stage is called {stage!r}; the stages are: {', '.join(DEFAULTS)}")
    return {**DEFAULTS, **(parts or {})}


def find(name: str) -> Any:
    """The class of the part of this name; raises PartError if there is none or it cannot be loaded."""
    places = _places()
    if name not in places:
        near = get_close_matches(name, places, n=3) or sorted(places)
        raise PartError(f"no part is called {name!r}; perhaps {' or '.join(near)}")
    module, _, attribute = places[name].partition(":")
    try:
        found = getattr(import_module(module), attribute)
    except (ImportError, AttributeError) as fault:
        raise PartError(f"part {name} ({places[name]}) cannot be loaded: {fault}; is its package installed?") from fault
    if getattr(found, "name", None) != name:
        raise PartError(f"{places[name]} is listed as {name} but calls itself {getattr(found, 'name', None)!r}")
    return found


def load(name: str, settings: Settings) -> Any:
    """The part of this name, made with these settings and ready to work."""
    return find(name)(settings)


@cache
def _places() -> dict[str, str]:
    from importlib.metadata import entry_points

    places = dict(BUILT_IN)
    for point in sorted(entry_points(group=GROUP), key=lambda p: (p.name, p.value)):
        if point.name in places:
            raise PartError(
                f"two parts are called {point.name}: {places[point.name]} and {point.value}; "
                "give one of them another version, or uninstall its package"
            )
        places[point.name] = point.value
    return places
