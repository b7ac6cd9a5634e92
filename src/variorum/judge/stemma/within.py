"""Descent inside one document: a heading from its text, a repetition from what it repeats."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from variorum.judge.stemma.grounds import Link
from variorum.judge.stemma.versions import Versions
from variorum.judge.tellings import outermost
from variorum.model import Attribution, Reading, Reason

HEADING = 0.8  # headings and captions are written from the text below them
AGAIN = 0.6
INDIRECT = 0.5  # a writer who quotes the words has them before him when he sums them up; he may sum up other words


def links(versions: Versions) -> Iterator[Link]:
    """The links between readings of one document that tell of one telling."""
    for readings in versions.by_witness.values():
        inside = [r for r in readings if not _is_heading(r, versions)]
        for reading in readings:
            if _is_heading(reading, versions):
                yield from _heading(reading, inside, versions)
        for first, second in combinations(inside, 2):
            if _is_one_telling(first, second, versions):
                yield from _again(first.id, second.id, versions)


def _is_heading(reading: Reading, versions: Versions) -> bool:
    regions = versions.lookup.documents[reading.witness].regions
    return any(r.kind in ("title", "caption") and any(s in r.span for s in reading.spans[:1]) for r in regions)


def _heading(reading: Reading, inside: list[Reading], versions: Versions) -> Iterator[Link]:
    told = [r.id for r in inside if _is_one_telling(reading, r, versions) and not versions.too_full(reading.id, r.id)]
    parent = versions.nearest(reading.id, told)
    if parent:
        text = f"The heading or caption in {versions.name(parent)} gives what its text says."
        yield _link(reading.id, parent, "heading", text, HEADING, versions)


def _again(first: str, second: str, versions: Versions) -> Iterator[Link]:
    """Of two passages: the second repeats the first, the shorter is cut, the indirect sums up the quoted."""
    relation = versions.relation(first, second)
    shorter, longer = (first, second) if versions.is_shorter(first, second) else (second, first)
    quoted = [versions.wording(x).is_quoted for x in (first, second)]
    name = versions.name(first)
    if relation == "identical":
        yield _link(second, first, "repeated", f"{name} says it a second time in the same words.", AGAIN, versions)
    elif relation == "trimmed" and quoted[0] == quoted[1] and not versions.too_full(shorter, longer):
        yield _link(shorter, longer, "cut", f"{name} gives it in full in one place, cut in another.", AGAIN, versions)
    elif quoted[0] != quoted[1] and relation != "contradictory":
        child, parent = (second, first) if quoted[0] else (first, second)
        text = f"{name} quotes the words in one place and sums them up in another."
        yield _link(child, parent, "summed up", text, INDIRECT, versions)


def _link(child: str, parent: str, feature: str, text: str, score: float, versions: Versions) -> Link:
    evidence = versions.readings[parent].spans[:1] + versions.readings[child].spans[:1]
    return Link(child, parent, "repetition", Reason(feature=feature, text=text, score=score, evidence=evidence))


def _is_one_telling(a: Reading, b: Reading, versions: Versions) -> bool:
    """Whether both give what one speaker said on one occasion, by way of the same reporters."""
    ours, theirs = (_report(r, versions) for r in (a, b))
    if not ours or not theirs or not ours.speaker or ours.speaker != theirs.speaker:
        return False
    tops = [outermost(x, versions.lookup) for x in (ours, theirs)]
    return tops[0].speaker == tops[1].speaker and _may_be_one(ours, theirs) and _may_be_one(*tops)


def _may_be_one(a: Attribution, b: Attribution) -> bool:
    return a.occasion == b.occasion or None in (a.occasion, b.occasion)


def _report(reading: Reading, versions: Versions) -> Attribution | None:
    return next((x for key in reading.attributions if (x := versions.lookup.attributions.get(key))), None)
