"""What one more document costs, beside a run from scratch, stage by stage; and whether both end in the same bytes.

    python bench/incremental.py [FOLDER] [--articles 100] [--seed 1] [--fast]

Takes the documents of a folder, or as many invented ones as asked for (`bench/corpus.py`). All but the middle one make
the base. Then, each in a process of its own: the last one is added; added where the memory of results is empty and only
annotations are kept; the run is repeated with nothing new; and all is made from scratch. Prints seconds of processor
time, and ends with 1 where the editions differ, or where somebody edited the program between two runs.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import closing
from itertools import pairwise
from pathlib import Path

from corpus import write

from variorum import pipeline, registry
from variorum.config import Settings
from variorum.pipeline.memory import code_of
from variorum.store.sqlite import SqliteStore

FORMS = ("json", "page")  # in which the command writes an edition


def main(arguments: Sequence[str] | None = None) -> int:
    """Measures, prints, and says whether all ways led to one edition (0) or not (1)."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--articles", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--fast", action="store_true", help="annotate by rules alone")
    parser.add_argument("--run", type=Path, metavar="DATABASE", help=argparse.SUPPRESS)
    asked = parser.parse_args(arguments)
    if asked.run:
        print(json.dumps(measured(asked.folder, asked.run, is_fast=asked.fast)))
        return 0
    with tempfile.TemporaryDirectory() as place:
        return compared(documents(asked, Path(place)), Path(place), is_fast=asked.fast)


def documents(asked: argparse.Namespace, place: Path) -> list[Path]:
    """The documents to collate, in order."""
    folder = asked.folder or place / "made"
    if not asked.folder:
        write(folder, asked.articles, asked.seed)
    return sorted(p for p in folder.rglob("*") if p.is_file())[: asked.articles]


def compared(paths: Sequence[Path], place: Path, *, is_fast: bool) -> int:
    """Runs each way once and prints the table; 1 where one of them ends elsewhere."""
    middle = len(paths) // 2
    _put(paths[middle], place / "one")
    for path in paths:
        _put(path, place / "all")
        if path != paths[middle]:
            _put(path, place / "base")
    runs = {"base": _run(place / "base", place / "base.db", is_fast=is_fast)}
    for name in ("added", "unremembered"):
        shutil.copy(place / "base.db", place / f"{name}.db")
    with closing(sqlite3.connect(place / "unremembered.db")) as database, database:
        database.execute("DELETE FROM memory")
    for name in ("added", "unremembered"):
        runs[name] = _run(place / "one", place / f"{name}.db", is_fast=is_fast)
    runs["again"] = _run(place / "one", place / "added.db", is_fast=is_fast)
    runs["scratch"] = _run(place / "all", place / "scratch.db", is_fast=is_fast)
    _print(len(paths), runs)
    print(f"\nedition.db {(place / 'added.db').stat().st_size:,} bytes")
    if len({run["code"] for run in runs.values()}) > 1:
        print("the program was edited between two runs: measure again")
        return 1
    digests = {run["digest"] for name, run in runs.items() if name != "base"}
    print("all four editions are the same" if len(digests) == 1 else "THE EDITIONS DIFFER")
    return int(len(digests) > 1)


def _put(path: Path, folder: Path) -> None:
    folder.mkdir(exist_ok=True)
    shutil.copy(path, folder)


def _run(folder: Path, database: Path, *, is_fast: bool) -> dict[str, object]:
    command = [sys.executable, __file__, str(folder), "--run", str(database), *(["--fast"] if is_fast else [])]
    return json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout)


def measured(folder: Path, database: Path, *, is_fast: bool) -> dict[str, object]:
    """Seconds of processor time of each stage of one run into a database, and the digest of the edition."""
    moments: list[tuple[str, float]] = [("open", time.process_time())]

    def tell(event: pipeline.Event) -> None:
        if isinstance(event, pipeline.Step) and event.stage != moments[-1][0]:
            moments.append((event.stage, time.process_time()))

    with SqliteStore(database) as store:
        parts = registry.FAST if is_fast else None
        edition = pipeline.collate([folder], store=store, parts=parts, progress=tell)
    moments.append(("keep", time.process_time()))  # with the timeline, before which nothing more is told
    written = [registry.load(registry.exporters()[form], Settings()).export(edition) for form in FORMS]
    moments.append(("end", time.process_time()))
    names = [*(stage for stage, _ in moments[:-2]), "write"]
    seconds = [later - before for (_, before), (_, later) in pairwise(moments)]
    digest = hashlib.sha256(written[0].encode("utf-8")).hexdigest()
    code = code_of(registry.DEFAULTS["conflicts"])
    return {"seconds": dict(zip(names, seconds, strict=True)), "digest": digest, "code": code}


def _print(number: int, runs: dict[str, dict[str, object]]) -> None:
    heads = (f"{number - 1} at once", "+ 1", "+ 1 annotations only", "nothing new", f"{number} from scratch")
    names = ("base", "added", "unremembered", "again", "scratch")
    print(f"{'stage':14}" + "".join(f"{head:>{len(head) + 3}}" for head in heads))
    tables = [runs[name]["seconds"] for name in names]
    for stage in (*tables[0], "all"):
        held = [sum(t.values()) if stage == "all" else t[stage] for t in tables]
        print(f"{stage:14}" + "".join(f"{value:{len(head) + 3}.2f}" for value, head in zip(held, heads, strict=True)))


if __name__ == "__main__":
    sys.exit(main())
