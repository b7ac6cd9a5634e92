"""Turns a gold source, written by quoted words, into gold.json, written by offsets.

    python tools/make_gold.py examples/halven [--check]

`gold.source.txt` lies beside the folder `documents`. Words are quoted as «...»; "…" inside stands for
what is left out between the first and the last words; any white space matches any other; a digit after
the closing mark says which occurrence is meant, and without one the words must stand there exactly once.
`L4`, `L4-7` or `in«words»` confine the search to lines of the document. Every fault is told with its line;
nothing is written while there is one. `--check` only tells whether gold.json is up to date.

An attribution:   id [L1] mode SPEAKER>ADDRESSEE [@OCCASION] [^parent] [via CARRIER] [peripheral] [denied]
                  | content «a» + «b» | cue «c» | source «d» | to «e» | content_alt ... | cue_alt ... | source_alt ...
SPEAKER is "-" where the text names nobody; A/B accepts either, A,B names both.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import sys
from collections.abc import Iterator
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any

from gold_source import QUOTED, Fault, Text, blocks_of, documents_in, sections_of

Json = Any
PLACED = re.compile(r"(\w+)«([^»]*)»(\d*)")
PART = re.compile(r" \| (?=(?:content|cue|source|to|content_alt|cue_alt|source_alt) )")
RELATIONS = {
    "i": "identical", "t": "trimmed", "r": "reworded", "p": "paraphrase", "a": "altered-meaning", "c": "contradictory",
}  # fmt: skip
NOT_DOCUMENTS = ("entities", "occasions", "statements", "conflicts", "traps", "reuse", "lines", "timeline")
CONVENTIONS = [
    "Offsets are Unicode code points into the text as read (UTF-8 for plain text, the extracted text for HTML "
    "and JSON Lines); end is exclusive.",
    "Content spans include quotation marks, the punctuation inside them, and a leading that, whether, if or how.",
    "Cue: the words of saying, with auxiliaries where they carry polarity. Source: the shortest naming phrase; "
    "null where nobody is expressed; the entity is then inferred, or null where the text names nobody.",
    "parent: the attribution in whose content this one lies by grammar. Carriers that only the context supplies "
    "(the minutes) are links of the chain with explicit=false.",
    "The occasion is that of the attributed speaker's words, not of the outer teller's.",
    "core: a system is expected to find it. peripheral: content-free, hypothetical, negated or anaphoric "
    "reports and an interviewer's questions: neither finding nor missing them counts.",
    "A quotation that goes on after its cue, over sentences or paragraphs, is one attribution of several spans.",
    "Relations between readings compare what is said to have been said; `secondary` is also right.",
]


class Gold:
    """The gold as it grows, section by section."""

    def __init__(self, source: str, texts: dict[str, str]) -> None:
        self.sections = dict(sections_of(source))
        self.faults: list[str] = []
        self.texts: dict[str, Text] = {}
        self.made: dict[str, Json] = {}
        self.entities: dict[str, Json] = {}
        self.attributions: dict[str, Json] = {}
        self.reused: list[tuple[Json, Json]] = []
        for head in self.sections:
            if head and head not in NOT_DOCUMENTS:
                key, file, *facts = head.split()
                self.texts[key] = Text(key, file, texts[file], dict(zip(facts[::2], facts[1::2], strict=True)))

    def build(self) -> Json:
        """The whole gold; faults are gathered in `faults`."""
        about = dict(line.split(" ", 1) for _, line in self.sections[""])
        self.entities = {e["id"]: e for e in self._each("entities", self._entity)}
        self.occasions = {o["id"]: o for o in self._each("occasions", self._occasion)}
        documents = [self._document(text) for text in self.texts.values()]
        for entity in self.entities.values():
            entity["mentions"] = list(self._mentions(entity))
        return {
            "meta": {
                **about, "version": "1.0", "offset_unit": "unicode code point", "conventions": CONVENTIONS,
                "made_by": "tools/make_gold.py from gold.source.txt",
            },
            "documents": documents,
            "entities": list(self.entities.values()),
            "occasions": list(self.occasions.values()),
            "attributions": list(self.attributions.values()),
            "statements": self._each("statements", self._statement),
            "conflicts": self._each("conflicts", self._conflict),
            "traps": self._each("traps", self._trap),
            "reuse": {
                "pairs": [pair for pairs in self._each("reuse", self._reuse) for pair in pairs],
                "independence": self._each("lines", self._independence),
            },
            "timeline": self._each("timeline", self._dated),
        }  # fmt: skip

    def _each(self, section: str, make: Any) -> list[Json]:
        made = []
        for number, line, more in blocks_of(self.sections[section]):
            try:
                made.append(make(line, more))
            except (Fault, KeyError, ValueError, IndexError, AttributeError, TypeError) as fault:
                self.faults.append(f"line {number}: {type(fault).__name__}: {fault}: {line[:60]}")
        return made

    def _entity(self, line: str, _: list[str]) -> Json:
        key, kind, names = line.split(" ", 2)
        first, *aliases = [name.strip() for name in names.split(";")]
        return {"id": key, "name": first, "type": kind, "aliases": [first, *aliases]}

    def _mentions(self, entity: Json) -> Iterator[Json]:
        """Where names (not nominal phrases) stand that belong to this entity alone and are no part of a longer one."""
        others = {n for e in self.entities.values() for n in e["aliases"] if e is not entity}
        names = [n for n in entity["aliases"] if n[0].isupper() and n not in others]
        for text in self.texts.values():
            taken = [m.span() for n in others if n[0].isupper() for m in _occurrences(n, text.text)]
            own = sorted({m.span() for n in names for m in _occurrences(n, text.text)}, key=lambda s: (s[0], -s[1]))
            reach = 0
            for start, end in own:
                if start >= reach and not any(a <= start and end <= b for a, b in taken):
                    yield {**text.span((start, end)), "kind": "name"}
                    reach = end

    def _occasion(self, line: str, more: list[str]) -> Json:
        head, participants, label = line.split(" | ")
        key, kind, *rest = head.split()
        date = rest[0] if rest and rest[0] != "at" else None
        place = rest[rest.index("at") + 1] if "at" in rest else None
        stated = [self._stated(x) for x in more]
        return {
            "id": key, "kind": kind, "description": label,
            "participants": [self._known(p) for p in participants.split()],
            "place": place and self._known(place), "date": date, "stated": stated,
        }  # fmt: skip

    def _stated(self, line: str) -> Json:
        key, date, words = line.split(" ", 2)
        when, _, where = words.partition(" place ")
        text = self.texts[key]
        stated = {"doc": key, "date": date, "evidence": text.spans(when, text.scope(""))[0]}
        if where:
            place = text.span(text.find(QUOTED.fullmatch(where)[1], "1", text.scope("")))  # type: ignore[index]
            stated |= {"stated_place": place["text"], "place_evidence": place}
        return stated

    def _known(self, entity: str) -> str:
        if entity not in self.entities:
            raise Fault(f"no entity {entity}")
        return entity

    def _document(self, text: Text) -> Json:
        headline, boilerplate, attributions = None, [], []
        for number, line in self.sections[self._head(text)]:
            try:
                if line.startswith("headline"):
                    headline = text.span(text.scope(line))
                elif line.startswith("boilerplate"):
                    kind = line.split()[1]
                    boilerplate += [{**s, "type": kind} for s in text.spans(line, text.scope(line))]
                else:
                    attributions.append((number, self._attribution(text, line)))
            except (Fault, KeyError, ValueError) as fault:
                self.faults.append(f"line {number}: {type(fault).__name__}: {fault}")
        for number, made in attributions:
            self._link(number, text, made, headline)
        outlet, published = text.facts["outlet"], text.facts["published"]
        return {
            "id": text.key, "file": text.file, "chars": len(text.text),
            "sha256_of_text": hashlib.sha256(text.text.encode()).hexdigest(), "headline": headline,
            "outlet": self.entities[outlet]["name"], "outlet_entity": outlet, "boilerplate": boilerplate,
            "publication_date": {"value": None if published == "-" else published},
        }  # fmt: skip

    def _head(self, text: Text) -> str:
        return next(head for head in self.sections if head.startswith(f"{text.key} {text.file}"))

    def _attribution(self, text: Text, line: str) -> Json:
        head, *rest = PART.split(line)
        parts = dict(part.split(" ", 1) for part in rest)
        scope = text.scope(head)
        key, *words = re.sub(r"in«[^»]*» ", "", head).split()
        words = [w for w in words if not re.fullmatch(r"L[\d-]+", w)]
        mode, who, *flags = words
        speaker, _, addressee = who.partition(">")
        made = {
            "id": key, "doc": text.key, "tier": "peripheral" if "peripheral" in flags else "core", "type": mode,
            "content": text.spans(parts["content"], scope), "quoted": [],
            "cue": text.spans(parts["cue"], scope) if "cue" in parts else None,
            "source": text.spans(parts["source"], scope)[0] if "source" in parts else None,
            **self._speakers(speaker), "addressee": text.spans(parts["to"], scope)[0] if "to" in parts else None,
            "addressee_entity": self._known(addressee) if addressee else None,
            "occasion": next((self.occasions[w[1:]]["id"] for w in flags if w.startswith("@")), None),
            "polarity_note": "denied" if "denied" in flags else None,
            "parent": next((w[1:] for w in flags if w.startswith("^")), None),
            "via": flags[flags.index("via") + 1] if "via" in flags else None,
        }  # fmt: skip
        made["line"] = text.line_of(made["content"][0]["start"])
        made["quoted"] = _quoted(text, made)
        if "content_alt" in parts:
            made["content_alt"] = [text.spans(parts["content_alt"], scope)]
        if "cue_alt" in parts:
            made["cue_alt"] = [text.spans(parts["cue_alt"], scope)]
        if "source_alt" in parts:
            made["source_alt"] = text.spans(parts["source_alt"], scope)
        if key in self.attributions:
            raise Fault(f"{key} is there twice")
        self.attributions[key] = made
        return made

    def _speakers(self, speaker: str) -> Json:
        if speaker in ("-", ""):
            return {"source_entity": None}
        first, *others = [self._known(s) for s in re.split("[,/]", speaker)]
        return {
            "source_entity": first,
            **({"source_entity_alt": others} if "/" in speaker else {}),
            **({"sources_more": [{"span": None, "entity": s} for s in others]} if "," in speaker else {}),
        }

    def _link(self, number: int, text: Text, made: Json, headline: Json) -> None:
        """Adds the zone and the chain, now that the attributions around are known."""
        at = made["content"][0]["start"]
        made["zone"] = "headline" if headline and headline["start"] <= at < headline["end"] else "body"
        via, around, parent = made.pop("via"), [made], made["parent"]
        while parent:
            if parent not in self.attributions or self.attributions[parent]["doc"] != text.key:
                self.faults.append(f"line {number}: no attribution {parent} in {text.key}")
                return
            around.insert(0, self.attributions[parent])
            parent = around[0]["parent"]
        if not all(_is_inside(a, b) for b, a in pairwise(around)):
            self.faults.append(f"line {number}: {made['id']} does not lie inside its parent")
        chain = [_context_link(self.entities[text.facts["outlet"]], "outlet")]
        chain += [_context_link(self.entities[self._known(via)], "carrier_or_reporter")] if via else []
        chain += [self._chain_link(a) for a in around]
        made["chain_detail"], made["chain"] = chain, [link["label"] for link in chain]

    def _chain_link(self, a: Json) -> Json:
        entity = a["source_entity"]
        return {
            "label": self.entities[entity]["name"] if entity else "nobody named", "entity": entity,
            "kind": "attribution", "explicit": a["source"] is not None, "evidence": a["source"],
            "attribution": a["id"], "occasion": a["occasion"],
        }  # fmt: skip

    def _statement(self, line: str, more: list[str]) -> Json:
        head, label = line.split(" | ", 1)
        key, certainty, *rest = head.split()
        occasion = next((self.occasions[w[1:]]["id"] for w in rest if w.startswith("@")), None)
        speaker, _, addressee = (rest[0] if rest and not rest[0].startswith("@") else "").partition(">")
        classes = dict(x.split(" = ") for x in more if " = " in x)
        members = [(name, self._member(key, m)) for name, value in classes.items() for m in _readings(value)]
        codes = {
            frozenset(pair.split("-")): code
            for x in more if " = " not in x for pair, code in (y.strip().split(": ") for y in x.split(","))
        }  # fmt: skip
        return {
            "id": key, "label": label, "certainty": certainty,
            "target": {"speaker": speaker or None, "addressee": addressee or None, "occasion": occasion},
            "members": [m for _, m in members],
            "pairs": [_related(a, b, codes) for a, b in combinations(members, 2)],
        }  # fmt: skip

    def _member(self, statement: str, reading: re.Match[str]) -> Json:
        a = self.attributions[reading[1]]
        text = self.texts[a["doc"]]
        spans = a["content"]
        if reading[2]:
            spans = [text.span(text.find(reading[2], "", (spans[0]["start"], spans[-1]["end"])))]
        return {"key": f"{statement}-{a['id']}", "doc": a["doc"], "attributions": [a["id"]], "spans": spans}

    def _places(self, line: str) -> list[Json]:
        found = []
        for m in PLACED.finditer(line):
            text = self.texts[m[1]]
            found.append(text.span(text.find(m[2], m[3], (0, len(text.text)))))
        if not found:
            raise Fault("no place quoted")
        return found

    def _conflict(self, line: str, more: list[str]) -> Json:
        head, title = line.split(" | ", 1)
        key, kind, status, severity = head.split()
        places = self._places(" ".join(more))
        if broken := [p["text"] for p in places if "\n" in p["text"]]:
            raise Fault(f"evidence runs over several lines: {broken}")
        return {
            "id": key, "kind": kind, "title": title, "status": status, "severity": severity,
            "docs": sorted({p["doc"] for p in places}),
            "evidence": [{"doc": p["doc"], "span": p, "says": p["text"]} for p in places],
        }  # fmt: skip

    def _trap(self, line: str, more: list[str]) -> Json:
        head, title = line.split(" | ", 1)
        key, kind = head.split()
        return {"id": key, "kind": kind, "title": title, "spans": self._places(" ".join(more))}

    def _reuse(self, line: str, _: list[str]) -> list[Json]:
        head, places = line.split(" | ", 1)
        key, kind = head.split()
        pairs = [pair for pair in combinations(self._places(places), 2) if not self._is_listed(pair)]
        self.reused += pairs
        return [
            {
                "id": key if len(pairs) == 1 else f"{key}.{n}", "kind": kind,
                "documents": [a["doc"], b["doc"]], "passages": [a, b],
            }
            for n, (a, b) in enumerate(pairs, start=1)
        ]  # fmt: skip

    def _is_listed(self, pair: tuple[Json, Json]) -> bool:
        """Whether both passages lie inside those of an earlier pair: what was copied is not listed as quoted too."""
        return any(all(any(_contains(old, new) for old in earlier) for new in pair) for earlier in self.reused)

    def _independence(self, line: str, _: list[str]) -> Json:
        statement, groups = line.split(" ", 1)
        documents = [group.split() for group in groups.split(" / ")]
        if unknown := {d for group in documents for d in group} - self.texts.keys():
            raise Fault(f"no document {sorted(unknown)}")
        return {
            "statement": statement, "groups": [{"documents": group} for group in documents],
            "independent_lines": len(documents),
        }  # fmt: skip

    def _dated(self, line: str, _: list[str]) -> Json:
        key, date, rest = line.split(" ", 2)
        span = self._places(f"{key}{rest[: rest.rindex('»') + 2].strip()}")[0]
        return {"date": date, "event": rest[rest.rindex("»") + 1 :].lstrip("0123456789 "), "doc": key, "span": span}


def _contains(outer: Json, inner: Json) -> bool:
    return bool(outer["doc"] == inner["doc"] and outer["start"] <= inner["start"] and inner["end"] <= outer["end"])


def _occurrences(name: str, text: str) -> Iterator[re.Match[str]]:
    return re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text)


def _readings(value: str) -> list[re.Match[str]]:
    found = list(re.finditer(r"(\w+)(?:«([^»]*)»)?", value))
    if not found:
        raise Fault("a class without readings")
    return found


def _related(a: tuple[str, Json], b: tuple[str, Json], codes: dict[frozenset[str], str]) -> Json:
    code = codes.get(frozenset((a[0], b[0])), "i" if a[0] == b[0] else "")
    if not code:
        raise Fault(f"no relation between {a[0]} and {b[0]}")
    first, *others = [RELATIONS[letter] for letter in code]
    return {"a": a[1]["key"], "b": b[1]["key"], "relation": first, **({"secondary": others} if others else {})}


def _context_link(entity: Json, kind: str) -> Json:
    return {
        "label": entity["name"], "entity": entity["id"], "kind": kind, "explicit": False, "evidence": None,
        "attribution": None, "occasion": None,
    }  # fmt: skip


def _is_inside(inner: Json, outer: Json) -> bool:
    spans = outer["content"]
    return all(any(o["start"] <= s["start"] and s["end"] <= o["end"] for o in spans) for s in inner["content"])


def _quoted(text: Text, made: Json) -> list[Json]:
    """The words inside the outermost quotation marks of the contents, or a set-off content whole."""
    if made["type"] == "indirect":
        return []
    found = []
    for span in made["content"]:
        words = span["text"]
        mark = re.match(r"[\"“']", words)
        if made["type"] == "direct" and mark:
            start, end = span["start"] + 1, span["end"] - (words[-1] in "\"”'")
            found.append(text.span((start, end)))
        elif made["type"] == "direct":
            found.append(span)
        else:
            for m in re.finditer(r"[\"“]([^\"“”]+)(?:[\"”]|$)", words):
                found.append(text.span((span["start"] + m.start(1), span["start"] + m.end(1))))
    return found


def written(gold: Json) -> str:
    """The gold as JSON with one item of each list to a line, so that a change shows as the lines it touches."""

    def one(value: Json) -> str:
        return json.dumps(value, ensure_ascii=False)

    def several(value: list[Json]) -> str:
        return "[\n" + ",\n".join(map(one, value)) + "\n]"

    reuse = "{" + ", ".join(f"{one(k)}: {several(v)}" for k, v in gold["reuse"].items()) + "}"
    parts = {k: several(v) if isinstance(v, list) else one(v) for k, v in gold.items()} | {"reuse": reuse}
    return "{\n" + ",\n".join(f"{one(k)}: {v}" for k, v in parts.items()) + "\n}\n"


def main() -> int:
    """Runs the command line and returns its exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--check", action="store_true", help="write nothing; fail if gold.json is not up to date")
    options = parser.parse_args()
    source = (options.folder / "gold.source.txt").read_text(encoding="utf-8")
    gold = Gold(source, documents_in(options.folder / "documents"))
    made = written(gold.build())
    if gold.faults:
        print("\n".join(gold.faults), file=sys.stderr)
        return 1
    target = options.folder / "gold.json"
    if options.check:
        return 0 if target.is_file() and target.read_text(encoding="utf-8") == made else 1
    target.write_text(made, encoding="utf-8")
    counts = {k: len(v) for k, v in json.loads(made).items() if isinstance(v, list)}
    print(f"{target}: " + ", ".join(f"{n} {k}" for k, n in counts.items()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
