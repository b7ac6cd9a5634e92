"""Scores the finding of attributions on PolNeAR: python bench/polnear.py SPLIT_DIR [--fast] [--every N] [--out FILE].

SPLIT_DIR holds text/*.txt and attributions/*.ann of one split. Writes one line of predictions for each
article and prints scores of its own: contents and contents with sources that are exactly right, and shares
of words. PolNeAR has outermost attributions only and takes a source with its appositions, so nested drafts
are left out; the network is asked for PolNeAR's way of drawing spans, and what the rules alone find (`--fast`:
everything) has its sources widened to their noun phrase.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import sys
import time
from collections import Counter
from collections.abc import Iterator
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "training"))

from inner import attributions

from variorum.annotate.parse import parse
from variorum.annotate.parsed import Parsed
from variorum.annotate.reporting import attributions as rules
from variorum.annotate.reporting.draft import Draft
from variorum.annotate.trained import annotator as trained
from variorum.annotate.trained.network import POLNEAR, shipped
from variorum.config import Settings
from variorum.model import Document, Region, Span, Spans
from variorum.text import paragraphs, words

EDGES = re.compile(r"^[\W_]+|[\W_]+$")
FLOORS = Path(__file__).parent / "quality" / "polnear.json"
BATCH = 20  # articles parsed at a time
Pieces = tuple[tuple[int, int], ...]


def main() -> int:
    options = _options()
    paths = sorted((options.split / "text").glob("*.txt"))[:: options.every]
    found: dict[str, list[dict[str, Pieces]]] = {}
    took = Counter[str]()
    find = rules.find if options.fast else partial(trained.find, network=shipped(), convention=POLNEAR)
    for parsed in _parsed(paths, took):
        begin = time.perf_counter()
        drafts = find(parsed)
        took["find"] += time.perf_counter() - begin
        found[parsed.document.path] = [_plain(parsed, d) for d in drafts if d.parent is None]
    if options.out:
        lines = (json.dumps({"doc": name, "attributions": given}) for name, given in found.items())
        options.out.write_text("\n".join(lines) + "\n", encoding="utf-8")
    scores = _scores(options.split, found)
    for measure, (precision, recall, f1) in scores.items():
        print(f"{measure:18} P {precision:5.1f}  R {recall:5.1f}  F1 {f1:5.1f}")
    print(f"{len(found)} articles; parsing {took['parse']:.1f} s, finding {took['find']:.1f} s")
    return _gated(options.split, scores, "fast" if options.fast else "trained") if options.gate else 0


def _gated(split: Path, scores: dict[str, tuple[float, float, float]], path: str) -> int:
    """1 if a score has fallen below its floor, or the gold is another one."""
    floors = json.loads(FLOORS.read_text(encoding="utf-8"))
    digest = hashlib.sha256(b"".join(p.read_bytes() for p in sorted(split.glob("attributions/*.ann")))).hexdigest()
    failed = [f"{m} is {scores[m][2]:.1f}, the floor is {f}" for m, f in floors[path].items() if scores[m][2] < f]
    if digest != floors["sha256"]:
        failed.append("the gold is not the one that the floors are for")
    for line in failed:
        print(f"BELOW THE FLOOR  {line}", file=sys.stderr)
    return 1 if failed else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("split", type=Path)
    parser.add_argument("--fast", action="store_true", help="by rules alone")
    parser.add_argument("--gate", action="store_true", help="hold the scores against bench/quality/polnear.json")
    parser.add_argument("--every", type=int, default=1, metavar="N", help="take each Nth article only")
    parser.add_argument("--out", type=Path, help="write the predictions here, a JSON line for each article")
    return parser.parse_args()


def _parsed(paths: list[Path], took: Counter[str]) -> Iterator[Parsed]:
    for at in range(0, len(paths), BATCH):
        documents = [_document(path) for path in paths[at : at + BATCH]]
        begin = time.perf_counter()
        batch = list(parse(documents, Settings()))
        took["parse"] += time.perf_counter() - begin
        yield from batch


def _document(path: Path) -> Document:
    """An article with a region for each line; the first is its title."""
    with path.open(encoding="utf-8", newline="") as stream:
        text = stream.read()
    spans = [Span(path.stem, start, end) for start, end in paragraphs(text)]
    regions = tuple(Region("body" if n else "title", span) for n, span in enumerate(spans))
    return Document(id=path.stem, path=path.stem, text=text, sha256="", regions=regions)


def _plain(parsed: Parsed, draft: Draft) -> dict[str, Pieces]:
    return {
        "content": _pieces(draft.content),
        "cue": _pieces(draft.cue),
        "source": tuple(_widened(parsed, *p) for p in _pieces(draft.source)),
    }


def _pieces(spans: Spans) -> Pieces:
    return tuple((s.start, s.end) for s in spans)


def _widened(parsed: Parsed, start: int, end: int) -> tuple[int, int]:
    """A naming phrase with its appositions and relative clauses, as PolNeAR marks sources."""
    block = parsed.block_at(start)
    last = block.token_at(end - 1) if block else None
    if block is None or last is None:
        return start, end
    head = last
    while head.head != head and start <= block.place(head.head)[0] < end:
        head = head.head
    return start, max(end, block.place(head.right_edge)[1]) if head.dep_ in ("nsubj", "agent", "pobj") else end


def _gold(split: Path, name: str) -> list[dict[str, Pieces]]:
    """The attributions of the first annotator of an article."""
    return attributions(min(split.glob(f"attributions/{name}_*.ann")))


def _scores(split: Path, found: dict[str, list[dict[str, Pieces]]]) -> dict[str, tuple[float, float, float]]:
    """Measure -> precision, recall and F1 in hundredths."""
    counts = {name: Counter[str]() for name in ("content exact", "content token", "content + source")}
    for name, given in found.items():
        text = _document(split / "text" / f"{name}.txt").text
        gold = _gold(split, name)
        for measure, parts in (("content exact", ("content",)), ("content + source", ("content", "source"))):
            keys = [Counter(tuple(_bare(text, a[p]) for p in parts) for a in side) for side in (gold, given)]
            counts[measure].update(right=(keys[0] & keys[1]).total(), wanted=len(gold), given=len(given))
        tokens = [{w for a in side for piece in a["content"] for w in words(text, *piece)} for side in (gold, given)]
        counts["content token"].update(right=len(tokens[0] & tokens[1]), wanted=len(tokens[0]), given=len(tokens[1]))
    return {measure: _in_hundredths(n) for measure, n in counts.items()}


def _in_hundredths(n: Counter[str]) -> tuple[float, float, float]:
    precision, recall = n["right"] / max(1, n["given"]), n["right"] / max(1, n["wanted"])
    return 100 * precision, 100 * recall, 200 * n["right"] / max(1, n["given"] + n["wanted"])


def _bare(text: str, pieces: Pieces) -> Pieces:
    """The pieces without punctuation at their edges."""
    bare = []
    for start, end in pieces:
        kept = EDGES.sub("", text[start:end])
        first = start + text[start:end].index(kept)
        bare.append((first, first + len(kept)))
    return tuple(bare)


if __name__ == "__main__":
    sys.exit(main())
