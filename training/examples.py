"""Makes training examples: python training/examples.py --polnear DIR --stories TEXTS.jsonl --out FILE.

Reads PolNeAR (DIR holds `train` and `dev`), the annotated news stories (their texts are needed) and the
articles of our own, annotates them by rules, and keeps columns of numbers: what the network reads and what
it should answer. Nothing of it is committed: it can be made again from the same texts.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import pickle
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import inner as polnear
import pack

from variorum.annotate.parse import parse
from variorum.annotate.reporting import attributions
from variorum.annotate.trained.features import DEEPEST, Reading, reading
from variorum.annotate.trained.relations import Labels, Relation, labels, ranges
from variorum.config import Settings
from variorum.model import Document, Region, Span
from variorum.text import paragraphs

HERE = Path(__file__).parent
BATCH = 20  # documents parsed at a time
Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Example:
    """A document as the network reads it and as it should answer: labels for each layer.

    `known` tells for each layer and word whether the label is known; `split` is train, dev, or what the
    document is kept for.
    """

    name: str
    corpus: str
    split: str
    reading: Reading
    gold: tuple[Labels, ...]
    known: tuple[tuple[bool, ...], ...]


@dataclass(slots=True)
class Annotated:
    """A document with its gold relations by layer, in code points, and the places where a layer is unknown."""

    document: Document
    corpus: str
    split: str
    layers: tuple[list[dict[str, Sequence[Range]]], ...] = field(
        default_factory=lambda: tuple([] for _ in range(DEEPEST))
    )
    unknown: list[Range] = field(default_factory=list)


def main() -> None:
    """Runs the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--polnear", type=Path)
    parser.add_argument("--stories", type=Path)
    parser.add_argument("--own", type=Path, default=HERE / "articles")
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    given: list[Annotated] = []
    if options.stories:
        given += stories(options.stories)
    given += own(options.own)
    if options.polnear:
        given += [a for split in ("dev", "train") for a in polnear_articles(options.polnear / split, split)]
    made = list(examples(given))
    with options.out.open("wb") as stream:
        pickle.dump(made, stream)
    print(f"{len(made)} documents, {sum(len(e.reading) for e in made)} words")


def examples(given: Sequence[Annotated]) -> Iterator[Example]:
    """An example for each annotated document, in order."""
    for at in range(0, len(given), BATCH):
        batch = given[at : at + BATCH]
        for annotated, parsed in zip(batch, parse([a.document for a in batch], Settings()), strict=True):
            read = reading(parsed, attributions.find(parsed))
            yield _example(annotated, read)
        print(f"{min(at + BATCH, len(given))} of {len(given)}", file=sys.stderr, flush=True)


def _example(annotated: Annotated, read: Reading) -> Example:
    gold = tuple(labels(_relations(layer, read), len(read)) for layer in annotated.layers)
    hidden = {n for a, b in ranges(annotated.unknown, read.starts, read.ends) for n in range(a, b)}
    known = tuple(tuple(depth == 0 or n not in hidden for n in range(len(read))) for depth in range(DEEPEST))
    return Example(annotated.document.id, annotated.corpus, annotated.split, read, gold, known)


def _relations(layer: Sequence[dict[str, Sequence[Range]]], read: Reading) -> Iterator[Relation]:
    for given in layer:
        parts = {part: ranges(given[part], read.starts, read.ends) for part in ("content", "cue", "source")}
        if parts["content"]:
            yield Relation(**parts)


def polnear_articles(split: Path, name: str) -> Iterator[Annotated]:
    """PolNeAR's articles, once for each annotator; inner reports are known where we have annotated them."""
    held = _inner_reports()
    for path in sorted((split / "text").glob("*.txt")):
        with path.open(encoding="utf-8", newline="") as stream:
            text = stream.read()
        for found in sorted(split.glob(f"attributions/{path.stem}_*.ann")):
            document = plain_document(path.stem, text)
            made = Annotated(document, "polnear", name)
            for report in polnear.attributions(found):
                made.layers[0].append(report)
                _add_inner(made, text, report, held.get((path.stem, tuple(report["content"]))))
            yield made


def _add_inner(made: Annotated, text: str, report: dict[str, Any], inner: list[dict[str, Any]] | None) -> None:
    if inner is not None:
        outer = [i for i in inner if not any(_lies_in(i, o) for o in inner if o is not i)]
        made.layers[1].extend(i for i in outer if i["tier"] == "core")
        made.unknown.extend(place for i in outer if i["tier"] != "core" for place in i["content"])
    elif any(polnear.REPORTING.search(text[start:end]) for start, end in report["content"]):
        made.unknown.extend(report["content"])


def _lies_in(report: dict[str, Any], outer: dict[str, Any]) -> bool:
    """Whether the report's content and cue lie in the other's content."""
    return (
        all(any(a <= s and e <= b for a, b in outer["content"]) for s, e in (*report["content"], *report["cue"]))
        and report["content"] != outer["content"]
    )


def _inner_reports() -> dict[tuple[str, tuple[Range, ...]], list[dict[str, Any]]]:
    path = HERE / "annotations" / "polnear_inner.json"
    made = json.loads(path.read_text(encoding="utf-8"))
    return {
        (d["id"], _pairs(c["content"])): [
            {"tier": i["tier"], **{part: _pairs(i[part]) for part in polnear.PARTS}} for i in c["inner"]
        ]
        for d in made["documents"]
        for c in d["contents"]
    }


def _pairs(places: Sequence[Sequence[int]]) -> tuple[Range, ...]:
    return tuple((start, end) for start, end in places)


def plain_document(name: str, text: str) -> Document:
    """An article with a region for each line; the first is its title."""
    spans = [Span(name, start, end) for start, end in paragraphs(text)]
    regions = tuple(Region("body" if n else "title", span) for n, span in enumerate(spans))
    return Document(id=name, path=name, text=text, sha256="", regions=regions)


def stories(path: Path) -> Iterator[Annotated]:
    """The annotated articles of news stories; their split is by story."""
    texts = pack.texts_at(path)
    splits = json.loads((HERE / "annotations" / "split.json").read_text(encoding="utf-8"))
    for found in sorted((HERE / "annotations").glob("story??.json")):
        bare = json.loads(found.read_text(encoding="utf-8"))
        yield from gold_articles(bare, texts, "stories", splits[str(int(found.stem.removeprefix("story")))])


def own(folder: Path) -> Iterator[Annotated]:
    """The articles of our own, all for training."""
    for path in sorted(folder.glob("*/gold.json")):
        texts = pack.texts_at(path.parent / "documents")
        yield from gold_articles(json.loads(path.read_text(encoding="utf-8")), texts, "own", "train")


def gold_articles(gold: Any, texts: dict[str, str], corpus: str, split: str) -> Iterator[Annotated]:
    """The documents of a gold file with their relations by depth; raises Refused for another text."""
    depths = _depths(gold["attributions"])
    for entry in gold["documents"]:
        text = texts[entry["file"]]
        if hashlib.sha256(text.encode("utf-8")).hexdigest() != entry["sha256_of_text"]:
            raise pack.Refused(f"{entry['file']}: not the text that was annotated")
        made = Annotated(read_document(entry["file"], text), corpus, split)
        for report in gold["attributions"]:
            depth = depths[report["id"]]
            if report["doc"] != entry["id"] or depth >= DEEPEST:
                continue
            if depth and report["tier"] != "core":
                made.unknown.extend(_offsets(report)["content"])
            else:
                made.layers[depth].append(_offsets(report))
        yield made


def _depths(reports: Sequence[Any]) -> dict[str, int]:
    parents = {r["id"]: r["parent"] for r in reports}
    depths = {}
    for key in parents:
        depth, at = 0, parents[key]
        while at is not None:
            depth, at = depth + 1, parents[at]
        depths[key] = depth
    return depths


def _offsets(report: Any) -> dict[str, Sequence[Range]]:
    source = report["source"]
    spans = {"content": report["content"], "cue": report["cue"] or [], "source": []}
    spans["source"] = source if isinstance(source, list) else [source] if source else []
    return {part: [(s["start"], s["end"]) for s in found] for part, found in spans.items()}


def read_document(path: str, text: str) -> Document:
    """A document as `collate` would read it, with its regions."""
    from variorum.ingest.plain import PlainReader

    return next(iter(PlainReader(Settings()).read(path, text.encode("utf-8"))))


if __name__ == "__main__":
    main()
