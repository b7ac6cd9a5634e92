"""An edition that says exactly what a gold says, and ways to spoil one: what the evaluation is tried on."""

from __future__ import annotations

import copy
import json
import random
from pathlib import Path
from typing import Any

from variorum.config import Settings
from variorum.ingest.html import HtmlReader
from variorum.ingest.jsonl import JsonLinesReader
from variorum.interchange import FORMAT

Json = Any
EXAMPLE = Path(__file__).parent.parent / "examples" / "halven"
KINDS = {"copied": "copied", "quotation": "quotation", "common_source": "shared-source"}


def example_gold() -> Json:
    """The annotations of the example."""
    return json.loads((EXAMPLE / "gold.json").read_text(encoding="utf-8"))


def example_texts() -> dict[str, str]:
    """File name -> text of every document of the example, as ingest reads them."""
    texts: dict[str, str] = {}
    for path in sorted((EXAMPLE / "documents").iterdir()):
        if path.suffix == ".txt":
            texts[path.name] = path.read_bytes().decode("utf-8")
        else:
            reader = HtmlReader(Settings()) if path.suffix == ".html" else JsonLinesReader(Settings())
            texts |= {d.path: d.text for d in reader.read(path.name, path.read_bytes())}
    return texts


def perfect(gold: Json, texts: dict[str, str]) -> Json:
    """The edition, as JSON values, that agrees with the gold in everything."""
    wanted = [r for r in gold["reuse"]["pairs"] if r["kind"] in KINDS]
    return {
        "format": FORMAT,
        "documents": [_document(d, texts[d["file"]]) for d in gold["documents"]],
        "actors": [
            {
                "id": e["id"], "kind": e["type"] if e["type"] != "other" else "unknown", "name": e["name"],
                "aliases": e["aliases"],
            }
            for e in gold["entities"]
        ],
        "occasions": [{"id": o["id"], "kind": "other", "label": o["description"]} for o in gold["occasions"]],
        "attributions": [_attribution(a) for a in gold["attributions"]],
        "statements": [_statement(s) for s in gold["statements"]],
        "conflicts": [
            {
                "id": c["id"], "kind": "other", "label": c["title"], "severity": c["severity"],
                "evidence": [_place(e["span"]) for e in c["evidence"]],
            }
            for c in gold["conflicts"]
        ],
        "lines": [
            {"statement": line["statement"], "groups": [g["documents"] for g in line["groups"]]}
            for line in gold["reuse"]["independence"]
        ],
        "reuse": [
            {"a": _place(r["passages"][0]), "b": _place(r["passages"][1]), "kind": KINDS[r["kind"]]} for r in wanted
        ],
        "timeline": [
            {"date": t["date"], "what": t["event"], "evidence": [_place(t["span"])]} for t in gold["timeline"]
        ],
    }  # fmt: skip


def spoilt(edition: Json, seed: int) -> Json:
    """The edition with things dropped, shifted, relabelled, split and joined, the same for the same seed."""
    chance = random.Random(seed)
    spoilt = copy.deepcopy(edition)
    spoilt["attributions"] = [a for a in spoilt["attributions"] if chance.random() > 0.15]
    kept = {a["id"] for a in spoilt["attributions"]}
    length = {d["id"]: len(d["text"]) for d in spoilt["documents"]}
    for a in spoilt["attributions"]:
        _spoil_attribution(a, kept, length[a["doc"]], spoilt["actors"], chance)
    for s in spoilt["statements"]:
        _spoil_statement(s, kept, chance)
    spoilt["statements"] = [s for s in spoilt["statements"] if chance.random() > 0.1]
    standing = {s["id"] for s in spoilt["statements"]}
    for c in spoilt["conflicts"]:
        c["statements"] = [s for s in c.get("statements", []) if s in standing]
    spoilt["lines"] = [x for x in spoilt.get("lines", []) if x["statement"] in standing]
    for name in ("conflicts", "timeline", "reuse"):
        spoilt[name] = [x for x in spoilt[name] if chance.random() > 0.25]
    for c in spoilt["conflicts"]:
        c["evidence"] = [_shifted_place(e, length, chance) for e in c["evidence"] if chance.random() > 0.4]
    for t in spoilt["timeline"]:
        if t["date"] and chance.random() < 0.3:
            t["date"] = t["date"][:4]
    for r in spoilt["reuse"]:
        r["a"], r["b"] = (_shifted_place(r[end], length, chance) for end in "ab")
    for d in spoilt["documents"]:
        d["regions"] = [r for r in d["regions"] if chance.random() > 0.3]
    return spoilt


def _spoil_attribution(a: Json, kept: set[str], length: int, actors: list[Json], chance: random.Random) -> None:
    a["parent"] = a["parent"] if a["parent"] in kept and chance.random() > 0.15 else None
    a["chain"] = [h for h in a["chain"] if (h["attribution"] is None or h["attribution"] in kept)]
    if chance.random() < 0.3:
        a["content"] = [_shifted(s, length, chance) for s in a["content"][:1]] or a["content"]
    if chance.random() < 0.15:
        a["cue"], a["source"] = a["source"], a["cue"]
    if chance.random() < 0.15:
        a["speaker"] = chance.choice(actors)["id"]
    if chance.random() < 0.1:
        a["mode"] = chance.choice(["direct", "mixed", "indirect"])


def _spoil_statement(s: Json, kept: set[str], chance: random.Random) -> None:
    s["readings"] = [r for r in s["readings"] if set(r["attributions"]) <= kept and chance.random() > 0.15]
    known = {r["id"] for r in s["readings"]}
    s["relations"] = [r for r in s["relations"] if {r["a"], r["b"]} <= known and chance.random() > 0.1]
    for r in s["relations"]:
        if chance.random() < 0.3:
            r["relation"] = chance.choice(["identical", "trimmed", "paraphrase", "altered", "contradictory"])
    if len(s["readings"]) > 3 and chance.random() < 0.3:
        for r in s["readings"][:1]:
            r["attributions"] = [chance.choice(sorted(_kept_in(s["readings"], r["witness"])))]


def _kept_in(readings: list[Json], witness: str) -> set[str]:
    """The attributions of the readings of one witness."""
    return {a for r in readings if r["witness"] == witness for a in r["attributions"]}


def _shifted_place(place: Json, length: dict[str, int], chance: random.Random) -> Json:
    if chance.random() < 0.6:
        return place
    return {"doc": place["doc"], "span": _shifted(place["span"], length[place["doc"]], chance)}


def _shifted(span: list[int], length: int, chance: random.Random) -> list[int]:
    start = min(max(0, span[0] + chance.randint(-30, 30)), length - 1)
    return [start, min(length, max(start + 1, span[1] + chance.randint(-30, 30)))]


def _document(d: Json, text: str) -> Json:
    marked = [("caption" if b["type"] == "caption" else "boilerplate", b) for b in d["boilerplate"]]
    return {
        "id": d["id"], "path": f"accounts/{d['file']}", "text": text, "sha256": "0" * 64,
        "regions": [{"kind": kind, "span": [b["start"], b["end"]]} for kind, b in marked],
    }  # fmt: skip


def _attribution(a: Json) -> Json:
    return {
        "id": a["id"], "doc": a["doc"], "content": _pairs(a["content"]), "cue": _pairs(a["cue"] or []) or None,
        "source": _pairs([a["source"]] if a["source"] else []) or None, "speaker": a["source_entity"],
        "mode": a["type"], "quoted": _pairs(a["quoted"]), "parent": a["parent"],
        "chain": [{"actor": h["entity"], "attribution": h["attribution"]} for h in a["chain_detail"]],
        "occasion": a["occasion"],
    }  # fmt: skip


def _statement(s: Json) -> Json:
    return {
        "id": s["id"], "label": s["label"],
        "readings": [
            {"id": m["key"], "witness": m["doc"], "attributions": m["attributions"], "spans": _pairs(m["spans"])}
            for m in s["members"]
        ],
        "relations": [
            {"a": p["a"], "b": p["b"], "relation": p["relation"].removesuffix("-meaning")} for p in s["pairs"]
        ],
    }  # fmt: skip


def _pairs(spans: list[Json]) -> list[list[int]]:
    return [[s["start"], s["end"]] for s in spans]


def _place(span: Json) -> Json:
    return {"doc": span["doc"], "span": [span["start"], span["end"]]}
