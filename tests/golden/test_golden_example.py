"""The whole walk over the example, held against its gold: no score may fall below its floor.

The floors stand in bench/quality/floors.json, a little below what was last measured. Raise them when a part
gets better; a gold that has changed must be named there by its digest, so that nobody moves both by mistake.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

import variorum
from variorum import registry
from variorum.evaluate.score import Evaluation, evaluate
from variorum.interchange import to_json

ROOT = Path(__file__).parent.parent.parent
FLOORS: dict[str, Any] = json.loads((ROOT / "bench" / "quality" / "floors.json").read_text(encoding="utf-8"))
CASES = {name: case for name, case in FLOORS.items() if not case.get("elsewhere")}  # whose gold is shipped


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Evaluation]:
    found = {}
    for name, case in CASES.items():
        path = tmp_path_factory.mktemp("golden") / "edition.json"
        parts = registry.FAST if case.get("fast") else None
        edition = variorum.collate([ROOT / case["documents"]], parts=parts)
        path.write_text(json.dumps(to_json(edition)), encoding="utf-8")
        found[name] = evaluate(path, ROOT / case["gold"])
    return found


@pytest.mark.parametrize("name", sorted(CASES))
def test_the_gold_is_the_one_that_the_floors_are_for(name: str) -> None:
    gold = ROOT / CASES[name]["gold"]
    assert hashlib.sha256(gold.read_bytes()).hexdigest() == CASES[name]["sha256"]


@pytest.mark.parametrize("name", sorted(CASES))
def test_no_score_falls_below_its_floor(name: str, results: dict[str, Evaluation]) -> None:
    fallen = [
        f"{measure} {side}: {value} is below {floor}"
        for measure, floors in CASES[name]["floors"].items()
        for side, floor in floors.items()
        if (value := getattr(results[name][measure], side)) is None or value < floor
    ]
    told = "" if CASES[name].get("held_out") else results[name].errors(5)
    assert not fallen, "\n".join([*fallen, results[name].table(), told])


@pytest.mark.parametrize("name", sorted(CASES))
def test_every_document_of_the_gold_is_read(name: str, results: dict[str, Evaluation]) -> None:
    assert not [note for note in results[name].notes if "not in the edition" in note]
