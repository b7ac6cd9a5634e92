"""How fast documents are annotated: the network in 8 and in 32 bits, the rules, and a peer, on the same parse.

    python bench/annotation.py [--texts FOLDER] [--articles 40] [--wide FILE.onnx]

FOLDER holds .txt files (PolNeAR's, say); without one, `bench/corpus.py` makes the articles. `--wide` names the
network in 32 bits, which `training/export.py` writes beside the shipped one. The peer is textacy's extractor of
direct quotations, where it is installed (`pip install textacy`); it finds no indirect speech at all.
Seconds are of processor time on one core; "all" is what `variorum collate` does for a document.
"""

from __future__ import annotations

import argparse
import resource
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar

from corpus import write

from variorum.annotate.assembly import annotation
from variorum.annotate.parse import parse
from variorum.annotate.parsed import Parsed
from variorum.annotate.reporting import attributions as rules
from variorum.annotate.reporting.draft import Draft
from variorum.annotate.trained import annotator as trained
from variorum.annotate.trained.features import reading
from variorum.annotate.trained.network import WEIGHTS, Network
from variorum.config import Settings
from variorum.ingest.plain import PlainReader
from variorum.model import Annotation, Document

T = TypeVar("T")


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--texts", type=Path)
    parser.add_argument("--articles", type=int, default=40)
    parser.add_argument("--wide", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        if options.texts is None:
            write(Path(made), options.articles, 1)
        documents = _documents(options.texts or Path(made))[: options.articles if options.texts is None else None]
    network = Network(WEIGHTS)
    took: Counter[str] = Counter()
    next(iter(parse(documents[:1], Settings())))  # loading is no part of the work
    parsed = _timed(took, "parse", lambda: list(parse(documents, Settings())))
    ruled = _timed(took, "reports by rules", lambda: [rules.find(p) for p in parsed])
    found = _timed(took, "reports by network and rules", lambda: [trained.find(p, network) for p in parsed])
    for name, drafts in (("rules", ruled), ("network and rules", found)):
        part = f"people, dates, chains ({name})"
        pairs = list(zip(parsed, drafts, strict=True))
        _timed(took, part, partial(_annotate, pairs))
    readings = [reading(p, d) for p, d in zip(parsed, ruled, strict=True)]
    _timed(took, "the network alone, 8 bits", lambda: [network.layers(r) for r in readings])
    if options.wide:
        wide = Network(WEIGHTS, options.wide)
        _timed(took, "the network alone, 32 bits", lambda: [wide.layers(r) for r in readings])
    _peer(took, parsed)
    for name, parts in (
        ("all, --fast", ("parse", "reports by rules", "people, dates, chains (rules)")),
        ("all", ("parse", "reports by network and rules", "people, dates, chains (network and rules)")),
    ):
        took[name] = sum(took[p] for p in parts)
    words = sum(len(p.text.split()) for p in parsed)
    print(f"{len(documents)} articles, {words:,} words\n{'':44}seconds  articles/s")
    for name, seconds in took.items():
        print(f"{name:42}{seconds:9.2f}{len(documents) / max(seconds, 1e-9):12.1f}")
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB")


def _annotate(pairs: Sequence[tuple[Parsed, Sequence[Draft]]]) -> list[Annotation]:
    return [annotation(parsed, drafts, "bench") for parsed, drafts in pairs]


def _documents(folder: Path) -> list[Document]:
    reader = PlainReader(Settings())
    return [d for p in sorted(folder.glob("*.txt")) for d in reader.read(p.name, p.read_bytes())]


def _timed(took: Counter[str], name: str, work: Callable[[], T]) -> T:
    begin = time.process_time()
    done = work()
    took[name] = time.process_time() - begin
    return done


def _peer(took: Counter[str], parsed: Sequence[Parsed]) -> None:
    """textacy's direct quotations on the same parse; it raises where quotation marks are odd in number."""
    try:
        from textacy.extract import direct_quotations
    except ImportError:
        return
    raised = 0

    def work() -> None:
        nonlocal raised
        for document in parsed:
            try:
                for block in document.blocks:
                    list(direct_quotations(block.tokens))
            except ValueError:
                raised += 1

    _timed(took, "textacy, direct quotations only", work)
    if raised:
        print(f"textacy raised on {raised} of {len(parsed)} articles")


if __name__ == "__main__":
    main()
