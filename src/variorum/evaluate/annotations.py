"""Reads gold annotations: JSON whose spans quote their words ("doc", "start", "end", "text")."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from variorum.errors import InputError
from variorum.evaluate.gold import (
    Gold,
    GoldAttribution,
    GoldConflict,
    GoldReuse,
    GoldStatement,
    check_text,
    counterparts,
    file_name,
)
from variorum.model import Actor, Edition, Reading, Span, Spans, TimelineEntry

Json = Any  # what json.loads gives: foreign data, turned into records at once
NO_YEAR = re.compile(r"^--(?=\d)")  # "--06", the older way to write a month of an unknown year
SAME_LABEL = {"altered-meaning": "altered"}  # the annotators' word -> the edition's
MUST_BE_FOUND = ("genuine", "suspected_corruption")  # statuses of conflicts that a reader would miss
CONFLICT_TRAPS = ("not_conflict", "not_same_statement", "not_same_entity")
DEPENDENT = ("common_source", "copied", "copy", "quotation")
REPETITION = ("self_repetition", "common_formula")


def read_annotations(name: str, data: Json, edition: Edition) -> Gold:
    """The gold in these JSON values; raises InputError where they hold none or fit another text."""
    try:
        return _Annotations(data, edition).gold()
    except (KeyError, TypeError, ValueError, AttributeError, IndexError) as fault:
        raise InputError(f"{name}: not a gold annotation ({type(fault).__name__}: {fault})") from None


class _Annotations:
    """The annotations, their document ids replaced by those of the edition."""

    def __init__(self, data: Json, edition: Edition) -> None:
        self.data = data
        self.files = {d["id"]: d["file"] for d in data["documents"]}
        if len(set(map(file_name, self.files.values()))) < len(self.files):
            raise ValueError("two documents of one file name")
        self.found = counterparts(self.files, edition)
        self.ids = {key: self.found[key].id if key in self.found else key for key in self.files}

    def gold(self) -> Gold:
        data = self.data
        return Gold(
            names={self.ids[key]: file_name(file) for key, file in self.files.items()},
            texts=self._texts(),
            entities={e["id"]: _entity(e) for e in data["entities"]},
            attributions={a["id"]: self._attribution(a) for a in data["attributions"]},
            statements=tuple(map(self._statement, data["statements"])),
            conflicts=(*map(self._conflict, data["conflicts"]), *self._traps()),
            timeline=tuple(self._timeline()),
            reuse=tuple(map(self._reuse, data.get("reuse", {}).get("pairs", []))),
            lines=dict(self._lines()),
            perhaps_one=frozenset(map(frozenset, self._perhaps_one())),
            boilerplate=self._regions(is_caption=False),
            captions=self._regions(is_caption=True),
            absent=tuple(sorted(file_name(f) for key, f in self.files.items() if key not in self.found)),
        )

    def _texts(self) -> dict[str, str]:
        """The edition's texts, checked against all that is quoted; of absent documents, what is quoted."""
        quoted = {d["id"]: [" "] * d["chars"] for d in self.data["documents"]}
        for span in _quoting(self.data):
            quoted[span["doc"]][span["start"] : span["end"]] = span["text"]
        texts = {}
        for d in self.data["documents"]:
            painted = "".join(quoted[d["id"]])
            if len(painted) != d["chars"]:
                raise ValueError(f"{d['file']}: a span and its words differ in length")
            texts[self.ids[d["id"]]] = painted
            if d["id"] in self.found:
                text = self.found[d["id"]].text
                check_text(file_name(d["file"]), painted, text)
                texts[self.ids[d["id"]]] = text
        return texts

    def _span(self, span: Json) -> Span:
        return Span(self.ids[span["doc"]], span["start"], span["end"])

    def _spans(self, spans: Iterable[Json]) -> Spans:
        return tuple(sorted(map(self._span, spans)))

    def _attribution(self, a: Json) -> GoldAttribution:
        speakers = [
            a["source_entity"],
            *a.get("source_entity_alt", []),
            *(s["entity"] for s in a.get("sources_more", [])),
        ]
        return GoldAttribution(
            id=a["id"],
            doc=self.ids[a["doc"]],
            contents=tuple(self._spans(c) for c in [a["content"], *a.get("content_alt", [])]),
            cues=tuple(self._spans(c) for c in [a["cue"], *a.get("cue_alt", [])] if c),
            sources=tuple((self._span(s),) for s in [a["source"], *a.get("source_alt", [])] if s),
            speakers=tuple(filter(None, speakers)) if a["source_entity"] else (),
            mode=a["type"],
            parent=a["parent"],
            carriers=tuple(h["entity"] for h in a["chain_detail"] if h["entity"] and h["attribution"] is None),
            occasion=a.get("occasion"),
            is_core=a["tier"] == "core",
        )

    def _statement(self, s: Json) -> GoldStatement:
        return GoldStatement(
            id=s["id"],
            label=s["label"],
            readings=tuple(
                Reading(
                    id=m["key"],
                    witness=self.ids[m["doc"]],
                    attributions=tuple(m["attributions"]),
                    spans=self._spans(m["spans"]),
                )
                for m in s["members"]
            ),
            relations={
                frozenset((p["a"], p["b"])): frozenset(
                    SAME_LABEL.get(label, label) for label in [p["relation"], *p.get("secondary", [])]
                )
                for p in s["pairs"]
            },
            is_sure=s["certainty"] != "possible",
        )

    def _conflict(self, c: Json) -> GoldConflict:
        return GoldConflict(
            id=c["id"],
            label=c["title"],
            evidence=tuple(self._span(e["span"]) for e in c["evidence"]),
            is_wanted=c["status"] in MUST_BE_FOUND and c["severity"] in ("high", "medium"),
            is_trap=c["status"] == "trap",
        )

    def _traps(self) -> Iterator[GoldConflict]:
        for t in self.data.get("traps", []):
            if t["kind"] in CONFLICT_TRAPS:
                spans = tuple(map(self._span, t["spans"]))
                yield GoldConflict(id=t["id"], label=t["title"], evidence=spans, is_wanted=False, is_trap=True)

    def _timeline(self) -> Iterator[TimelineEntry]:
        """The dates that the articles state: not those in boilerplate."""
        outside = [self._span(b) for d in self.data["documents"] for b in d.get("boilerplate", [])]
        for t in self.data.get("timeline", []):
            span = self._span(t["span"])
            if t["date"] and not any(span in region for region in outside):
                yield TimelineEntry(date=NO_YEAR.sub("XXXX-", t["date"]), what=t["event"], evidence=(span,))

    def _reuse(self, r: Json) -> GoldReuse:
        return GoldReuse(
            id=r["id"],
            passages=tuple(map(self._span, r["passages"])),
            is_wanted=r["kind"] in DEPENDENT,
            is_free=r["kind"] in REPETITION,
        )

    def _lines(self) -> Iterator[tuple[str, tuple[frozenset[str], ...]]]:
        """Statements with the groups of documents that have one origin for them."""
        for line in self.data.get("reuse", {}).get("independence", []):
            groups = (frozenset(self.ids[doc] for doc in g["documents"]) for g in line["groups"])
            yield line["statement"], tuple(groups)

    def _perhaps_one(self) -> Iterator[tuple[str, str]]:
        """The occasions of which a reader could not tell whether they are one."""
        for o in self.data.get("occasions", []):
            if o.get("possibly_same_as"):
                yield o["id"], o["possibly_same_as"]["id"]

    def _regions(self, *, is_caption: bool) -> Mapping[str, Spans]:
        return {
            self.ids[d["id"]]: self._spans(b for b in d["boilerplate"] if (b["type"] == "caption") == is_caption)
            for d in self.data["documents"]
            if "boilerplate" in d
        }


def _entity(e: Json) -> Actor:
    # only persons have surnames: of what other kind an entity is, nobody asks
    return Actor(
        id=e["id"],
        kind="person" if e["type"] == "person" else "unknown",
        name=e["name"],
        aliases=tuple(e["aliases"]),
    )


def _quoting(node: Json) -> Iterator[Json]:
    """Every span, wherever it stands in the annotations."""
    if isinstance(node, dict):
        if {"doc", "start", "end", "text"} <= node.keys():
            yield node
        for value in node.values():
            yield from _quoting(value)
    elif isinstance(node, list):
        for value in node:
            yield from _quoting(value)
