"""Finds known versions of quotations again: python bench/quotations.py TEXTS.jsonl PAIRS.jsonl [--workers N] [--fast].

TEXTS.jsonl holds articles ("id", "text", "event"), PAIRS.jsonl pairs of quotations of one event in two of them ("a",
"b" ids, "quote_a", "quote_b", "kind"). All articles are collated into one edition; a pair is found where one
statement has a reading over half of the shorter quotation in both. Prints the recall by kind, how often both
were attributed at all, how many statements mix events, and the seconds of every stage.
"""

from __future__ import annotations

import argparse
import json
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import variorum
from variorum import registry
from variorum.config import Settings
from variorum.model import Edition
from variorum.pipeline.events import Step

Range = tuple[int, int]


class Places:
    """Where the documents of an edition are attributed, and which statements read them."""

    def __init__(self, edition: Edition) -> None:
        self.texts = {Path(d.path).stem: (d.id, d.text) for d in edition.documents}
        self._attributed: defaultdict[str, list[Range]] = defaultdict(list)
        self._read: defaultdict[str, list[tuple[int, int, str]]] = defaultdict(list)
        for a in edition.attributions:
            self._attributed[a.doc] += [(s.start, s.end) for s in a.content]
        for s in edition.statements:
            for r in s.readings:
                self._read[r.witness] += [(x.start, x.end, s.id) for x in r.spans]

    def at(self, name: str, quotation: str, shortest: int) -> tuple[set[str], bool] | None:
        """The statements that read a quotation, and whether it is attributed; None where it is not in the text."""
        doc, text = self.texts[name]
        start = text.find(quotation)
        if start < 0:
            start = text.replace("\n", " ").find(quotation)
        if start < 0:
            return None
        end = start + len(quotation)

        def is_enough(first: int, last: int) -> bool:
            return 2 * (min(last, end) - max(first, start)) >= shortest

        read = {key for first, last, key in self._read[doc] if is_enough(first, last)}
        return read, any(is_enough(*place) for place in self._attributed[doc])


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", type=Path)
    parser.add_argument("pairs", type=Path)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--fast", action="store_true")
    options = parser.parse_args()
    articles = [json.loads(line) for line in options.texts.read_text(encoding="utf-8").splitlines()]
    pairs = [json.loads(line) for line in options.pairs.read_text(encoding="utf-8").splitlines()]
    edition, seconds = _collated(articles, options.workers, is_fast=options.fast)
    _print_recall(Places(edition), pairs)
    _print_mixed(edition, {a["id"]: a["event"] for a in articles})
    print("\n".join(f"{stage:12}{spent:8.1f} s" for stage, spent in seconds.items()))


def _collated(articles: Sequence[Any], workers: int, *, is_fast: bool) -> tuple[Edition, dict[str, float]]:
    begun: dict[str, float] = {}
    ended: dict[str, float] = {}

    def tell(event: object) -> None:
        if isinstance(event, Step):
            begun.setdefault(event.stage, time.perf_counter())
            ended[event.stage] = time.perf_counter()

    with tempfile.TemporaryDirectory() as folder:
        for article in articles:
            Path(folder, f"{article['id']}.txt").write_text(article["text"], encoding="utf-8", newline="")
        parts = registry.FAST if is_fast else None
        edition = variorum.collate([folder], settings=Settings(workers=workers), parts=parts, progress=tell)
    return edition, {stage: ended[stage] - begun[stage] for stage in begun}


def _print_recall(places: Places, pairs: Sequence[Any]) -> None:
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for pair in pairs:
        shortest = min(len(pair["quote_a"]), len(pair["quote_b"]))
        sides = [places.at(pair[side], pair[f"quote_{side}"], shortest) for side in "ab"]
        if sides[0] is None or sides[1] is None:
            continue
        (first, a), (second, b) = sides[0], sides[1]
        counts[pair["kind"]].update(all=1, attributed=a and b, found=bool(first & second))
    for kind, n in sorted(counts.items()):
        share = n["found"] / n["all"]
        print(f"{kind:20} found {n['found']}/{n['all']} = {share:.3f}; both attributed {n['attributed']}")


def _print_mixed(edition: Edition, events: dict[str, Any]) -> None:
    of = {d.id: events[Path(d.path).stem] for d in edition.documents}
    across = [s for s in edition.statements if len({r.witness for r in s.readings}) > 1]
    mixed = sum(len({of[r.witness] for r in s.readings}) > 1 for s in across)
    print(f"{len(across)} statements in several documents, {mixed} of them over several events")


if __name__ == "__main__":
    main()
