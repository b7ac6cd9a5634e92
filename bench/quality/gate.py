"""Collates every case with a gold and holds the scores against floors, case by case against the last record.

    python bench/quality/gate.py             the cases of floors.json: exit status 1 below a floor
    python bench/quality/gate.py --record    the same, and cases.json written anew: do this when things got better
    python bench/quality/gate.py --also NAME DOCUMENTS GOLD
                                             one case more, which only you have; nothing of it is recorded. Where
                                             floors.json has floors for it ("elsewhere": true) they are held too

floors.json names each case's documents, its gold with its digest, and the floors. cases.json lists what was
missed and what was a false alarm when it was last recorded ("document:offset"), so that a change shows what
it gained and what it lost, and not only one number. Of a case that is held out ("held_out": true) only totals
are shown and nothing is recorded: whoever writes rules should not see what goes wrong there.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import variorum
from variorum import registry
from variorum.evaluate.score import Evaluation, evaluate
from variorum.interchange import to_json

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
SHOWN = 12
OF_PAIRS = ("occasions", "lines")  # measures whose cases are thousands of pairs: only their totals are kept
Cases = dict[str, list[str]]


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the gate and returns its exit status."""
    options = _parser().parse_args(arguments)
    floors = json.loads((HERE / "floors.json").read_text(encoding="utf-8"))
    record = HERE / "cases.json"
    last: dict[str, Cases] = json.loads(record.read_text(encoding="utf-8")) if record.exists() else {}
    failed, now = [], {}
    for name, case in floors.items():
        if case.get("elsewhere"):
            continue
        failed += _other_gold(name, case, ROOT / case["gold"])
        result = _scored(ROOT / case["documents"], ROOT / case["gold"], is_fast=case.get("fast", False))
        print(f"== {name}\n{result.table()}")
        if not case.get("held_out"):
            now[name] = _cases(result)
            print(_changes(last.get(name), now[name]))
        failed += [f"{name}: {line}" for line in _fallen(result, case["floors"])]
    for name, documents, gold in options.also:
        case = floors.get(name, {"floors": {}})
        result = _scored(Path(documents), Path(gold), is_fast=case.get("fast", False))
        print(f"== {name} ({'' if case['floors'] else 'not '}gated)\n{result.table()}")
        failed += [*_other_gold(name, case, Path(gold)), *(f"{name}: {x}" for x in _fallen(result, case["floors"]))]
    if options.record:
        record.write_text(json.dumps(now, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    for line in failed:
        print(f"BELOW THE FLOOR  {line}", file=sys.stderr)
    return 1 if failed else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--record", action="store_true", help="write cases.json anew")
    parser.add_argument("--also", nargs=3, action="append", default=[], metavar=("NAME", "DOCUMENTS", "GOLD"))
    return parser


def _other_gold(name: str, case: dict[str, Any], gold: Path) -> list[str]:
    if case.get("sha256", digest := _digest(gold)) != digest:
        return [f"{name}: the gold is not the one that the floors are for"]
    return []


def _scored(documents: Path, gold: Path, *, is_fast: bool) -> Evaluation:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "edition.json"
        edition = variorum.collate([documents], parts=registry.FAST if is_fast else None)
        path.write_text(json.dumps(to_json(edition)), encoding="utf-8")
        return evaluate(path, gold)


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _cases(result: Evaluation) -> Cases:
    """Measure and kind -> places of what was missed or a false alarm, sorted."""
    found: Cases = {}
    for measure in result.measures:
        for kind, cases in (("missed", measure.missed), ("false", measure.false)):
            if cases and not measure.name.startswith(OF_PAIRS):
                found[f"{measure.name} {kind}"] = sorted(f"{c.doc}:{c.at} {c.words[:60]}" for c in cases)
    return found


def _changes(before: Cases | None, after: Cases) -> str:
    """What was wrong and is right now, and the other way round."""
    if before is None:
        return "no record of earlier cases"
    lines = []
    for key in sorted(before.keys() | after.keys()):
        old, new = before.get(key, []), after.get(key, [])
        gained, lost = sorted(set(old) - set(new)), sorted(set(new) - set(old))
        lines += [f"  gained  {key}: {case}" for case in gained[:SHOWN]]
        lines += [f"  lost    {key}: {case}" for case in lost[:SHOWN]]
    return "\n".join(lines) or "no case gained or lost against the record"


def _fallen(result: Evaluation, floors: dict[str, dict[str, Any]]) -> list[str]:
    """A line for each score below its floor."""
    return [
        f"{measure} {side} is {value}, the floor is {floor}"
        for measure, sides in floors.items()
        for side, floor in sides.items()
        if (value := getattr(result[measure], side)) is None or value < floor
    ]


if __name__ == "__main__":
    sys.exit(main())
