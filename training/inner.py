"""Reports inside the reports of PolNeAR: choose contents, and turn what annotators wrote into offsets.

    python training/inner.py choose TRAIN_DIR OUT_DIR [--count N] [--forms N]
    python training/inner.py pack TRAIN_DIR FORM... --out OUT.json
    python training/inner.py agree TRAIN_DIR FORM... --second FORM...

PolNeAR marks the outermost reports only. `choose` takes, by digest, contents of TRAIN_DIR in which another
word of reporting stands, and writes them as forms for annotators; `pack` checks the forms and keeps offsets
only; `agree` compares two annotators of the same contents. An entry of a form:

    @ NAME 120:188,190:201
    > source: Berg | cue: said | content: that Lind had told him [the reset was a mistake]
    = had told | Lind | the reset was a mistake

Every `=` line is one inner report: its cue, its source (or -), its content; pieces apart are joined by " // ";
"word#2" means the second place of these words in the content. A report inside another of the same entry
needs no mark: it is the one in whose content it lies. A line with `~` instead of `=` is peripheral (neither
finding nor missing it counts). No such line: there is none.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

Pieces = tuple[tuple[int, int], ...]
Inner = dict[str, Pieces]
REPORTING = re.compile(
    r"\b(?:said|says|saying|told|tells|telling|asked|asks|claim(?:s|ed|ing)|argue[sd]|arguing|insist(?:s|ed)|warn(?:s|ed)"
    r"|announced|declared|den(?:y|ies|ied)|stated|admit(?:s|ted)|promis(?:es|ed)|vowed|pledged|accus(?:es|ed|ing)"
    r"|report(?:s|ed)|wrote|writes|testified|believe[sd]?|thinks?|thought|according to)\b",
    re.IGNORECASE,
)
PARTS = ("cue", "source", "content")


class Refused(Exception):
    """What in a form cannot be turned into offsets, and where."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command line and returns its exit status."""
    options = _options(arguments)
    try:
        if options.verb == "choose":
            _choose(options.split, options.out, options.count, options.forms)
        elif options.verb == "pack":
            made = packed(options.split, options.form)
            options.out.write_text(json.dumps(made, separators=(",", ":")) + "\n", encoding="utf-8")
            print(_summary(made))
        else:
            print(_agreement(packed(options.split, options.form), packed(options.split, options.second)))
    except Refused as fault:
        print(fault, file=sys.stderr)
        return 1
    return 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    verbs = parser.add_subparsers(dest="verb", required=True)
    choose = verbs.add_parser("choose")
    choose.add_argument("split", type=Path)
    choose.add_argument("out", type=Path)
    choose.add_argument("--count", type=int, default=440)
    choose.add_argument("--forms", type=int, default=4)
    for verb in ("pack", "agree"):
        sub = verbs.add_parser(verb)
        sub.add_argument("split", type=Path)
        sub.add_argument("form", type=Path, nargs="+")
        if verb == "pack":
            sub.add_argument("--out", type=Path, required=True)
        else:
            sub.add_argument("--second", type=Path, nargs="+", required=True)
    return parser.parse_args(arguments)


def _choose(split: Path, out: Path, count: int, forms: int) -> None:
    """Writes forms with `count` contents that hold a word of reporting, drawn by digest, in text order."""
    found = [(name, text, a) for name, text, reports in articles(split) for a in reports if _is_promising(text, a)]
    found.sort(key=lambda f: hashlib.sha256(f"{f[0]} {f[2]['content']}".encode()).hexdigest())
    drawn = sorted(found[:count], key=lambda f: (f[0], f[2]["content"]))
    for n in range(forms):
        entries = [_entry(*f) for f in drawn[n * len(drawn) // forms : (n + 1) * len(drawn) // forms]]
        (out / f"form{n + 1}.txt").write_text("\n".join(entries), encoding="utf-8")
    print(f"{len(drawn)} of {len(found)} contents")


def _is_promising(text: str, report: Inner) -> bool:
    return any(REPORTING.search(text[start:end]) for start, end in report["content"])


def _entry(name: str, text: str, report: Inner) -> str:
    place = ",".join(f"{s}:{e}" for s, e in report["content"])
    shown = {part: _words(text, report[part]) for part in PARTS}
    return f"@ {name} {place}\n> source: {shown['source']} | cue: {shown['cue']} | content: {shown['content']}\n"


def _words(text: str, pieces: Pieces) -> str:
    return " // ".join(" ".join(text[s:e].split()) for s, e in pieces) or "-"


def articles(split: Path) -> Iterator[tuple[str, str, list[Inner]]]:
    """Name, text and attributions of every article of a PolNeAR split, by its first annotator."""
    for path in sorted((split / "text").glob("*.txt")):
        with path.open(encoding="utf-8", newline="") as stream:
            text = stream.read()
        yield path.stem, text, attributions(min(split.glob(f"attributions/{path.stem}_*.ann")))


def attributions(path: Path) -> list[Inner]:
    """The attributions of one brat file: part -> its pieces in text order."""
    spans: dict[str, Pieces] = {}
    events = []
    for line in path.read_text(encoding="utf-8").split("\n"):
        fields = line.split("\t")
        if re.fullmatch(r"T\d+", fields[0]) and len(fields) > 1:
            pieces = [p.split() for p in fields[1].split(" ", 1)[1].split(";")]
            spans[fields[0]] = tuple(sorted((int(p[0]), int(p[1])) for p in pieces))
        elif re.fullmatch(r"E\d+", fields[0]) and len(fields) > 1:
            events.append(fields[1])
    return [r for r in (_report(e, spans) for e in events) if r["content"]]


def _report(event: str, spans: dict[str, Pieces]) -> Inner:
    parts: dict[str, list[tuple[int, int]]] = {part: [] for part in PARTS}
    for role in event.split():
        name, _, key = role.partition(":")
        part = name.rstrip("0123456789").lower()
        if part in parts:
            parts[part] += spans.get(key, ())
    return {part: tuple(sorted(pieces)) for part, pieces in parts.items()}


def packed(split: Path, forms: Iterable[Path]) -> dict[str, Any]:
    """The inner reports of all forms as offsets: {"documents": [{"id", "sha256_of_text", "contents"}]}.

    Raises Refused where words of a form do not stand in the content that it names.
    """
    documents: dict[str, dict[str, Any]] = {}
    for form in forms:
        for name, content, lines in _entries(form):
            with (split / "text" / f"{name}.txt").open(encoding="utf-8", newline="") as stream:
                text = stream.read()
            digest = hashlib.sha256(text.encode("utf-8")).hexdigest()
            document = documents.setdefault(name, {"id": name, "sha256_of_text": digest, "contents": []})
            inner = [_placed(form, name, text, content, line) for line in lines]
            document["contents"].append({"content": content, "inner": inner})
    return {"corpus": "PolNeAR 1.0 train", "documents": [documents[name] for name in sorted(documents)]}


def _entries(form: Path) -> Iterator[tuple[str, Pieces, list[str]]]:
    name, content, lines = "", (), list[str]()
    for line in form.read_text(encoding="utf-8").splitlines():
        if line.startswith("@ "):
            if name:
                yield name, content, lines
            name, places = line[2:].split()
            content = tuple((int(p.split(":")[0]), int(p.split(":")[1])) for p in places.split(","))
            lines = []
        elif line.startswith(("=", "~")):
            lines.append(line)
    if name:
        yield name, content, lines


def _placed(form: Path, name: str, text: str, content: Pieces, line: str) -> dict[str, Any]:
    fields = [f.strip() for f in line[1:].split("|")]
    if len(fields) != len(PARTS) or not fields[2]:
        raise Refused(f"{form}: {name}: write 'cue | source | content', not {line!r}")
    where = f"{form}: {name}"
    places = {part: _places(where, text, content, words) for part, words in zip(PARTS, fields, strict=True)}
    return {"tier": "core" if line[0] == "=" else "peripheral", **places}


def _places(where: str, text: str, content: Pieces, words: str) -> Pieces:
    if words in ("", "-"):
        return ()
    return tuple(sorted(_place(where, text, content, piece.strip()) for piece in words.split(" // ")))


def _place(where: str, text: str, content: Pieces, words: str) -> tuple[int, int]:
    words, _, number = words.partition("#") if re.search(r"#\d+$", words) else (words, "", "1")
    pattern = re.compile(r"\s+".join(re.escape(w) for w in words.split()))
    found = [m.span() for s, e in content for m in pattern.finditer(text, s, e)]
    if len(found) < int(number):
        raise Refused(f"{where}: {words!r} does not stand in the content ({len(found)} places)")
    return found[int(number) - 1]


def _summary(made: dict[str, Any]) -> str:
    contents = [c for d in made["documents"] for c in d["contents"]]
    held = sum(bool(c["inner"]) for c in contents)
    return (
        f"{len(contents)} contents, {held} with inner reports, {sum(len(c['inner']) for c in contents)} inner reports"
    )


def _agreement(first: dict[str, Any], second: dict[str, Any]) -> str:
    """F1 of inner reports whose contents overlap by half, and of contents exactly alike, on shared contents."""
    sides = [
        {(d["id"], c["content"]): c["inner"] for d in made["documents"] for c in d["contents"]}
        for made in (first, second)
    ]
    shared = sorted(sides[0].keys() & sides[1].keys())
    counts = [sum(len(side[k]) for k in shared) for side in sides]
    lines = [f"{len(shared)} contents, {counts[0]} and {counts[1]} inner reports"]
    for measure, is_same in (("overlap", _overlap), ("exact", lambda a, b: a["content"] == b["content"])):
        both = sum(any(is_same(a, b) for b in sides[1][k]) for k in shared for a in sides[0][k])
        lines.append(f"{measure}: F1 {2 * both / max(1, sum(counts)):.3f}")
    return "\n".join(lines)


def _overlap(first: Inner, second: Inner) -> bool:
    sets = [{n for s, e in side["content"] for n in range(s, e)} for side in (first, second)]
    return 2 * len(sets[0] & sets[1]) >= len(sets[0] | sets[1])


if __name__ == "__main__":
    sys.exit(main())
