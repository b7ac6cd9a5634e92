"""Passages that articles share, found by the reuse part and by Quid on the same articles, in the same run.

    python bench/peers.py TEXTS.jsonl PAIRS.jsonl [--events N]

TEXTS.jsonl and PAIRS.jsonl as for `bench/quotations.py`. Quid (Arnold and Jäschke 2021; `bench/peers.txt`) compares two
texts at a time: it is told which articles treat one event and given every pair of these in turn, each in one direction.
The reuse part is given all articles at once, with no attributions, and told nothing. A pair of quotations counts as
found where one passage has half of the shorter one on both sides. Prints recall by kind, how many passages there are
(between events too), and processor seconds. With --events only so many events are read.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

from variorum import registry
from variorum.config import Settings
from variorum.ingest.jsonl import JsonLinesReader
from variorum.model import Edition

Span = tuple[int, int]
Passage = tuple[str, Span, str, Span]  # article, where; article, where


def main() -> int:
    """Measures and prints; gives the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", type=Path)
    parser.add_argument("pairs", type=Path)
    parser.add_argument("--events", type=int, default=0)
    options = parser.parse_args()
    articles = [json.loads(line) for line in options.texts.read_text(encoding="utf-8").splitlines()]
    if options.events:
        chosen = sorted({str(a["event"]) for a in articles})[: options.events]
        articles = [a for a in articles if str(a["event"]) in chosen]
    known = {a["id"] for a in articles}
    pairs = [json.loads(line) for line in options.pairs.read_text(encoding="utf-8").splitlines()]
    pairs = [p for p in pairs if {p["a"], p["b"]} <= known]
    events = {a["id"]: str(a["event"]) for a in articles}
    start = time.process_time()
    texts, found = ours(articles)
    tell("collate.reuse", found, texts, pairs, events, time.process_time() - start)
    start = time.process_time()
    try:
        found = list(quid(texts, events))
    except ImportError:
        print("Quid is not installed: pip install -r bench/peers.txt")
        return 1
    tell("Quid, within events", found, texts, pairs, events, time.process_time() - start)
    return 0


def ours(articles: Sequence[Any]) -> tuple[dict[str, str], list[Passage]]:
    """The texts as the program reads them, by the articles' ids, and the passages that two of them share."""
    raw = "\n".join(json.dumps(a) for a in articles).encode()
    documents = sorted(JsonLinesReader(Settings()).read("articles.jsonl", raw), key=lambda d: d.id)
    names = {d.id: d.path.rpartition("#")[2] for d in documents}
    part = registry.load(registry.DEFAULTS["reuse"], Settings())
    found = part.reused(Edition(documents=tuple(documents)))
    passages = [(names[r.a.doc], (r.a.start, r.a.end), names[r.b.doc], (r.b.start, r.b.end)) for r in found]
    return {names[d.id]: d.text for d in documents}, passages


def quid(texts: Mapping[str, str], events: Mapping[str, str]) -> Iterator[Passage]:
    """What Quid finds in each pair of articles of one event."""
    from quid.core.Quid import Quid

    of: dict[str, list[str]] = defaultdict(list)
    for name in sorted(texts):
        of[events[name]].append(name)
    matcher = Quid()
    for names in of.values():
        for a, b in combinations(names, 2):
            for match in matcher.compare(texts[a], texts[b]):
                x, y = match.source_span, match.target_span
                yield a, (x.start, x.end), b, (y.start, y.end)


def tell(
    name: str,
    found: Sequence[Passage],
    texts: Mapping[str, str],
    pairs: Iterable[Any],
    events: Mapping[str, str],
    seconds: float,
) -> None:
    """Prints the figures of one of the two."""
    between: dict[tuple[str, str], list[tuple[Span, Span]]] = defaultdict(list)
    for a, x, b, y in found:
        between[a, b].append((x, y))
        between[b, a].append((y, x))
    all_of, hits = Counter[str](), Counter[str]()
    for pair in pairs:
        quotes = [places(texts[pair[side]], pair[f"quote_{side}"]) for side in "ab"]
        if not all(quotes):
            continue
        all_of[pair["kind"]] += 1
        least = min(len(pair["quote_a"]), len(pair["quote_b"])) / 2
        hits[pair["kind"]] += any(
            common(x, place) >= least and common(y, other) >= least
            for x, y in between[pair["a"], pair["b"]]
            for place in quotes[0]
            for other in quotes[1]
        )
    across = sum(events[a] != events[b] for a, _, b, _ in found)
    shares = "  ".join(f"{kind} {hits[kind]}/{n} = {hits[kind] / n:.3f}" for kind, n in sorted(all_of.items()))
    print(f"{name:20} {shares}  passages {len(found)} ({across} between events)  {seconds:.1f} s", flush=True)


def places(text: str, quotation: str) -> list[Span]:
    """Where a text has the quotation, whatever its line ends."""
    plain, found, at = text.replace("\n", " "), [], -1
    while (at := plain.find(quotation, at + 1)) >= 0:
        found.append((at, at + len(quotation)))
    return found


def common(x: Span, y: Span) -> int:
    """How many characters two places have in common."""
    return min(x[1], y[1]) - max(x[0], y[0])


if __name__ == "__main__":
    sys.exit(main())
