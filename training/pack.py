"""Annotations of other people's texts without their words, and with them again.

    python training/pack.py strip GOLD.json TEXTS OUT.json
    python training/pack.py restore IN.json TEXTS GOLD.json

TEXTS is a folder of .txt files, or a .jsonl with "id" and "text" in each record (file "ID.txt").
Texts that are not ours are never committed: only offsets, ids and the digest of each text are. `strip` leaves
out the words under every span, and refuses a file in which a longer stretch of a text still stands anywhere.
`restore` puts the words back from your own copy of the texts, whose digests must agree.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

Json = Any
SPAN = {"doc", "start", "end"}
LONGEST = 100  # code points: names of people and bodies, with their offices, are all shorter


class Refused(Exception):
    """What cannot be stripped or restored, and why."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command line and returns its exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    verbs = parser.add_subparsers(dest="verb", required=True)
    for verb, names in (("strip", ("gold", "texts", "out")), ("restore", ("gold", "texts", "out"))):
        sub = verbs.add_parser(verb)
        for name in names:
            sub.add_argument(name, type=Path)
    options = parser.parse_args(arguments)
    work: Callable[[Json, Mapping[str, str]], Json] = strip if options.verb == "strip" else restore
    try:
        made = work(json.loads(options.gold.read_text(encoding="utf-8")), texts_at(options.texts))
    except Refused as fault:
        print(fault, file=sys.stderr)
        return 1
    options.out.write_text(json.dumps(made, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")
    return 0


def texts_at(path: Path) -> dict[str, str]:
    """File name -> text: of a folder's .txt files, or of the records of a .jsonl ("ID.txt")."""
    if path.is_dir():
        return {p.name: p.read_bytes().decode("utf-8") for p in sorted(path.glob("*.txt"))}
    with path.open(encoding="utf-8") as lines:
        return {f"{record['id']}.txt": record["text"] for record in map(json.loads, lines)}


def strip(gold: Json, texts: Mapping[str, str]) -> Json:
    """The annotations without the words of the texts; raises Refused where some would stay."""
    bare = _without_words(gold)
    for document in gold["documents"]:
        text = _text_of(document, texts)
        for words in _strings(bare):
            if len(words) > LONGEST and words in text:
                raise Refused(f"{document['file']}: its words would stay in the annotations: {words[:LONGEST]!r} ...")
    return bare


def _without_words(node: Json) -> Json:
    if isinstance(node, list):
        return [_without_words(x) for x in node]
    if isinstance(node, dict):
        bare = {k: _without_words(v) for k, v in node.items() if not (k == "text" and node.keys() >= SPAN)}
        # evidence says the words under its span once more: an empty string keeps the place
        return {**bare, "says": ""} if "says" in bare and "span" in bare else bare
    return node


def _strings(node: Json) -> Iterator[str]:
    if isinstance(node, str):
        yield node
    elif isinstance(node, (list, dict)):
        for value in node.values() if isinstance(node, dict) else node:
            yield from _strings(value)


def restore(bare: Json, texts: Mapping[str, str]) -> Json:
    """The annotations with the words under every span; raises Refused where a text is missing or another one."""
    by_id = {d["id"]: _text_of(d, texts) for d in bare["documents"]}
    return _with_words(bare, by_id)


def _with_words(node: Json, texts: Mapping[str, str]) -> Json:
    if isinstance(node, list):
        return [_with_words(x, texts) for x in node]
    if not isinstance(node, dict):
        return node
    whole = {k: _with_words(v, texts) for k, v in node.items()}
    if node.keys() >= SPAN:
        whole["text"] = texts[node["doc"]][node["start"] : node["end"]]
    elif "says" in node and "span" in node:
        whole["says"] = whole["span"]["text"]
    return whole


def _text_of(document: Json, texts: Mapping[str, str]) -> str:
    text = texts.get(document["file"])
    if text is None:
        raise Refused(f"{document['file']}: there is no such text; give the folder or file that holds it")
    if hashlib.sha256(text.encode("utf-8")).hexdigest() != document["sha256_of_text"]:
        raise Refused(f"{document['file']}: the text is not the one that was annotated (its digest differs)")
    return text


if __name__ == "__main__":
    sys.exit(main())
