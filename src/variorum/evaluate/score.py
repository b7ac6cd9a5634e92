"""One edition held against a gold: every measure, the headline, and the cases behind them.

attributions      matched one to one within a document so that the likeness of contents (shared words by all
                  words, at least a half) is greatest; what matches peripheral gold is not counted
recall_*          recall by mode, and of attributions inside others
content_exact     matched with the very same words; content_token: words, summed up
speaker           P over matched, R over all core attributions whose speaker the gold knows
cue, source       share a word with the gold's; mode: direct, mixed or indirect
nesting           links to the nearest matched attribution around; _strict: a missed end counts as missed
chain             the reporters from the outermost inwards are the gold's
statements_*      pairs of attributions put into one statement, across documents or all; _strict: over all
                  core gold, matched or not; _bcubed: B-cubed for overlapping clusters
relations         labels of pairs of readings; _coarse: same meaning or changed meaning
conflicts         evidence touches two of the gold's places, and lies closer to them than to any trap
regions           characters of boilerplate, without blanks and captions
timeline          dates that the articles state
reuse             passages that depend on one another, met at both ends
occasions         pairs of matched attributions placed on one occasion, among those that the gold places; _cross:
                  those of different documents; _placed: how many have an occasion at all
lines             pairs of documents that have one origin for a statement, among those that edition and gold both
                  name for it; _counted: statements with the right number of independent lines
headline          the mean of attributions F1, speaker R, nesting F1, statements_cross F1, conflicts F1;
                  headline_strict: the same with nesting_strict and statements_cross_strict
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import fmean
from typing import Any

from variorum.errors import BrokenEdition, InputError
from variorum.evaluate.annotations import read_annotations
from variorum.evaluate.attributions import AttributionMeasures
from variorum.evaluate.given import Given, walked
from variorum.evaluate.gold import Gold, gold_of
from variorum.evaluate.lines import LineMeasures
from variorum.evaluate.matching import match
from variorum.evaluate.measures import Case, Count, Measure
from variorum.evaluate.occasions import OccasionMeasures
from variorum.evaluate.places import PlaceMeasures
from variorum.evaluate.records import records
from variorum.evaluate.sound import check
from variorum.evaluate.statements import StatementMeasures
from variorum.evaluate.texts import Texts
from variorum.interchange import FORMAT, from_json
from variorum.model import Edition

Json = Any  # what json.loads gives, and what json.dumps takes
MEASURED = "variorum-scores/1"
GIVEN = "the attributions, their people and occasions were given: the measures of these say nothing of the program"


@dataclass(frozen=True, slots=True)
class Evaluation:
    """How an edition compares with a gold: the measures in the order shown, and remarks for the reader."""

    measures: tuple[Measure, ...]
    notes: tuple[str, ...] = ()

    def __getitem__(self, name: str) -> Count:
        """The count of the measure of this name."""
        return next(m.count for m in self.measures if m.name == name)

    @property
    def headline(self) -> float:
        """The mean of the five chief measures, as far as the gold decides them."""
        return _mean(self.parts())

    @property
    def headline_strict(self) -> float:
        """The same with measures that nobody can raise by leaving out what is hard."""
        return _mean(self.parts("_strict"))

    def parts(self, suffix: str = "") -> dict[str, float]:
        """The numbers whose mean is the headline; a part that the gold cannot decide is left out."""
        parts = {
            "attributions F1": self["attributions"].f1,
            "speaker recall": self["speaker"].recall,
            f"nesting{suffix} F1": self._among_matched("nesting", suffix),
            f"statements_cross{suffix} F1": self._among_matched("statements_cross", suffix),
            "conflicts F1": self["conflicts"].f1,
        }
        return {name: value for name, value in parts.items() if value is not None}

    def _among_matched(self, name: str, suffix: str) -> float | None:
        """The F1; 0 where it is undecided only because nothing of what the gold has was matched."""
        f1 = self[name + suffix].f1
        return 0.0 if f1 is None and self[f"{name}_strict"].wanted else f1

    def table(self) -> str:
        """One line for each measure, the headlines last, then the remarks."""
        lines = [f"{'':26}{'P':>7}{'R':>7}{'F1':>7}   right/given   found/wanted"]
        for m in self.measures:
            c = m.count
            numbers = "".join(_number(x) for x in (c.precision, c.recall, c.f1))
            lines.append(f"{m.name:26}{numbers}   {_of(c.right, c.given):>11}   {_of(c.found, c.wanted):>12}".rstrip())
        for name, value, parts in (
            ("headline", self.headline, self.parts()),
            ("headline_strict", self.headline_strict, self.parts("_strict")),
        ):
            lines.append(f"{name:26}{value:>21.3f}   mean of {', '.join(f'{k} {v:.3f}' for k, v in parts.items())}")
        return "\n".join(lines + [f"note: {note}" for note in self.notes])

    def as_json(self, errors: int = 0) -> dict[str, Json]:
        """The same as JSON values; with `errors`, the first so many misses and false alarms of each kind."""
        out: dict[str, Json] = {
            "format": MEASURED,
            "headline": self.headline,
            "headline_parts": self.parts(),
            "headline_strict": self.headline_strict,
            "headline_strict_parts": self.parts("_strict"),
            "scores": {m.name: _as_json(m.count) for m in self.measures},
            "notes": list(self.notes),
        }
        if errors:
            out["errors"] = {
                kind: [{"doc": c.doc, "at": c.at, "words": c.words, "note": c.note} for c in cases[:errors]]
                for kind, cases in self._kinds()
            }
        return out

    def errors(self, n: int) -> str:
        """The first n misses and false alarms of each kind, with their words."""
        lines = []
        for kind, cases in self._kinds():
            lines.append(f"\n{kind}")
            for c in cases[:n]:
                lines.append(f"  {c.doc}:{c.at}  {c.words}" + (f"\n      {c.note}" if c.note else ""))
        return "\n".join(lines)

    def _kinds(self) -> Iterator[tuple[str, list[Case]]]:
        for m in self.measures:
            if not m.name.endswith("_strict"):
                for kind, cases in (("missed or wrong", m.missed), ("false alarm", m.false)):
                    if cases:
                        yield f"{m.name}, {kind} ({len(cases)})", sorted(cases)


def evaluate(edition: Path, gold: Path, *, given: Given | None = None) -> Evaluation:
    """How the edition in one file compares with the gold in another: annotations, or a corrected edition.

    Documents are known by the file name at the end of their path. With `given` the edition is first made anew
    with the gold's attributions instead of those found, so that what comes after them is measured by itself;
    of "identities" with the gold's people and occasions across documents too.
    Raises InputError where a file cannot be read, holds something else, or the two are not about the same texts.
    """
    return evaluated(edition_at(edition), gold, given=given)


def edition_at(path: Path) -> Edition:
    """The edition in a file; raises InputError where it holds none, BrokenEdition where it does not hang together."""
    return _edition(path.name, _read(path))


def evaluated(edition: Edition, gold: Path, *, given: Given | None = None) -> Evaluation:
    """The same for an edition at hand."""
    data = _read(gold)
    if isinstance(data, dict) and data.get("format") == FORMAT:
        wanted = gold_of(_edition(gold.name, data), edition)
    else:
        wanted = read_annotations(gold.name, data, edition)
    if given is None:
        return compare(edition, wanted)
    result = compare(walked(edition, records(gold.name, data, edition), given), wanted)
    return replace(result, notes=(GIVEN, *result.notes))


def compare(edition: Edition, gold: Gold) -> Evaluation:
    """Every measure that the gold can decide."""
    texts = Texts(gold.texts, gold.names)
    matching = match(gold, edition, texts)
    notes = [f"{name}: not in the edition; all its gold counts as missed" for name in gold.absent]
    if matching.ignored:
        notes.append(f"{len(matching.ignored)} attributions match peripheral gold and are not counted")
    return Evaluation(
        (
            *AttributionMeasures(gold, edition, matching, texts).all(),
            *StatementMeasures(gold, edition, matching, texts).all(),
            *PlaceMeasures(gold, edition, texts).all(),
            *OccasionMeasures(gold, edition, matching, texts).all(),
            *LineMeasures(gold, edition, matching).all(),
        ),
        tuple(notes),
    )


def _read(path: Path) -> Json:
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as fault:
        raise InputError(f"{path}: cannot be read as JSON ({fault})") from None


def _edition(name: str, data: Json) -> Edition:
    try:
        edition = from_json(data)
        check(edition)
    except BrokenEdition as broken:
        raise BrokenEdition(*(f"{name}: {fault}" for fault in broken.faults)) from None
    return edition


def _mean(parts: Mapping[str, float]) -> float:
    return fmean(parts.values()) if parts else 0.0


def _number(value: float | None) -> str:
    return f"{'-':>7}" if value is None else f"{value:7.3f}"


def _of(part: float, whole: float | None) -> str:
    if whole is None:
        return ""
    return f"{part:g}/{whole:g}" if part == int(part) else f"{part:.1f}/{whole:g}"


def _as_json(c: Count) -> Json:
    return {
        "precision": c.precision, "recall": c.recall, "f1": c.f1,
        "right": c.right, "given": c.given, "found": c.found, "wanted": c.wanted,
    }  # fmt: skip
