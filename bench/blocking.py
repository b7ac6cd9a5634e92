"""How many of the pairs that are one utterance the blocks propose, of how many that are possible.

    python bench/blocking.py [GOLD DOCUMENTS ...] [--stories TEXTS.jsonl]

Without arguments on the matters of this repository; GOLD is a file of annotations and DOCUMENTS the folder of its
texts, --stories adds the train stories of `training/annotations`. The gold's attributions are given, and a pair is
wanted where words of both make readings of one of its statements. Prints for each matter recall and the share of
possible pairs that is tried; then, all together, the same with one kind of keys left out, with one kind alone, and
with fewer nearest ones. Last, an invented line that 50 to 800 documents have among others, one word changed in every
third: how many pairs are tried, and into how many groups the copies come, with and without the keys by likeness.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent / "training"))
sys.path.insert(0, str(Path(__file__).parent))

import pack
import stories
from editions import word

from variorum import registry
from variorum.collate import candidates as model
from variorum.collate.blocks import BLOCKS
from variorum.collate.candidates import candidates
from variorum.collate.clustering import clusters
from variorum.collate.features import Links, is_barred, measure, odds
from variorum.collate.profiles import Profiles
from variorum.config import Settings
from variorum.evaluate.annotations import read_annotations
from variorum.evaluate.given import by_document
from variorum.evaluate.matching import match
from variorum.evaluate.records import records
from variorum.evaluate.texts import Texts
from variorum.model import Actor, Attribution, Document, Edition, Span, identifier
from variorum.pipeline.walk import Walk

ROOT = Path(__file__).parent.parent
MATTERS = (
    (ROOT / "examples/halven/gold.json", ROOT / "examples/halven/documents"),
    *((ROOT / f"bench/quality/matters/{m}/gold.json", ROOT / f"bench/quality/matters/{m}/documents")
      for m in ("vantine", "corrie")),
)  # fmt: skip
LINE = "the old harbour of the town will stay closed to every ship until the ice has gone for good"
SIZES = (50, 100, 200, 800)

Wanted = list[tuple[tuple[str, ...], tuple[str, ...]]]  # the profiles' keys of either attribution of a pair
Case = tuple[str, Profiles, Wanted]


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("matters", type=Path, nargs="*", metavar="GOLD DOCUMENTS")
    parser.add_argument("--stories", type=Path, metavar="TEXTS.jsonl")
    options = parser.parse_args()
    given = list(zip(options.matters[::2], options.matters[1::2], strict=True)) or MATTERS
    cases = [case(f.parent.name, json.loads(f.read_text(encoding="utf-8")), folder) for f, folder in given]
    cases += list(of_stories(options.stories)) if options.stories else []
    for one in cases:
        tell(one[0], [one])
    tell("all of them", cases)
    for kind in BLOCKS:
        tell(f"without {kind}", cases, [k for k in BLOCKS if k != kind])
    for kind in BLOCKS:
        tell(f"{kind} alone", cases, [kind])
    kept = model.NEAREST
    for model.NEAREST in (10, 20, 30, 40):
        tell(f"nearest {model.NEAREST}", cases)
    model.NEAREST = kept
    for size in SIZES:
        tell_copies(size)


def of_stories(texts_at: Path) -> Iterator[Case]:
    """The train stories."""
    texts = pack.texts_at(texts_at)
    for name, packed in stories.stories("train", []):
        gold = pack.restore(packed, texts)
        with tempfile.TemporaryDirectory() as folder:
            for document in gold["documents"]:
                (Path(folder) / document["file"]).write_bytes(texts[document["file"]].encode("utf-8"))
            yield case(name, gold, Path(folder))


def case(name: str, gold: Any, folder: Path) -> Case:
    """The profiles of a matter with the gold's attributions, and the pairs of them that the gold has as one."""
    walk = Walk(registry.chosen({"annotations": "annotate.rules/1"}), Settings(), lambda _: None)
    bare = Edition(documents=walk.gather([folder]).documents)
    edition = walk.identities(walk.stories(bare), walk.annotations(bare, {}))
    told = tuple(by_document(edition, records(name, gold, edition)))
    given = walk.identities(walk.stories(bare), told)
    wanted = read_annotations(name, gold, given)
    named = {p.given.id: p.gold.id for p in match(wanted, given, Texts(wanted.texts, wanted.names)).pairs}
    profiles, found = Profiles(given), Wanted()
    for statement in (s for s in wanted.statements if s.is_sure):
        parts = {}
        for key in sorted(k for k, n in named.items() if wanted.attributions[n].is_core):
            spans = [s for r in statement.readings if named[key] in r.attributions for s in r.spans]
            served = [
                k for k in profiles.keys_of.get(key, ()) if any(x.touches(y) for x in profiles[k].spans for y in spans)
            ]
            parts[key] = tuple(served)
        found += [(parts[x], parts[y]) for x, y in combinations(parts, 2) if parts[x] and parts[y]]
    return name, profiles, found


def tell(name: str, cases: Sequence[Case], kinds: Sequence[str] = tuple(BLOCKS)) -> None:
    """Prints recall and the share of pairs tried."""
    hits = wanted = tried = possible = 0
    for _, profiles, pairs in cases:
        proposed = set(candidates(profiles, kinds))
        hits += sum(any((min(x, y), max(x, y)) in proposed for x in a for y in b) for a, b in pairs)
        wanted, tried = wanted + len(pairs), tried + len(proposed)
        possible += len(profiles.by_key) * (len(profiles.by_key) - 1) // 2
    recall = hits / max(1, wanted)
    print(f"{name:32}{hits:6}/{wanted:<6}{recall:7.3f}   tried {tried:7} = {tried / possible:.4f}", flush=True)


def tell_copies(size: int) -> None:
    """Prints what becomes of a line that so many documents have."""
    profiles = Profiles(copied(size))
    for kinds in (tuple(BLOCKS), tuple(k for k in BLOCKS if k != "likeness")):
        start = time.process_time()
        pairs = list(candidates(profiles, kinds))
        log_odds = {(x, y): odds(measure(profiles[x], profiles[y], Links())) for x, y in pairs}
        groups = clusters([p.key for p in profiles], log_odds, lambda x, y: is_barred(profiles[x], profiles[y]))
        name = "all kinds" if "likeness" in kinds else "no likeness"
        print(
            f"{size:4} copies, {name:12}{len(pairs):7} pairs of {size * (size - 1) // 2}, groups {len(groups)}, "
            f"largest {max(map(len, groups))}, {time.process_time() - start:.2f} s"
        )


def copied(size: int) -> Edition:
    """One line said by one man in so many documents, one word changed in every third, and what is told in them only."""
    speaker = Actor(id="a", kind="person", name="Mara Sale")
    documents, reports = [], []
    for n in range(size):
        words = LINE.replace("ship", f"{chr(97 + n // 26)}{chr(97 + n % 26)}boat") if n % 3 == 0 else LINE
        others = "\n".join(" ".join(word(n * 200 + 10 * k + w) for w in range(10)) for k in range(20))
        text = f"{words}\n{others}\n"
        doc = Document(id=identifier("d", n), path=f"{n}.txt", siglum=str(n), text=text, sha256="0" * 64)
        documents.append(doc)
        span = Span(doc.id, 0, len(words))
        report = Attribution(id=identifier("t", n), doc=doc.id, content=(span,), speaker="a", mode="direct")
        reports.append(replace(report, quoted=(span,)))
    return Edition(documents=tuple(documents), actors=(speaker,), attributions=tuple(reports))


if __name__ == "__main__":
    main()
