"""The example's gold: it fits its documents, and the evaluation tells a perfect edition from a spoilt one."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from perfect_edition import EXAMPLE, example_gold, example_texts, perfect, spoilt

from variorum.evaluate.score import Evaluation, evaluate

GOLD = EXAMPLE / "gold.json"
SCORER = os.environ.get("VARIORUM_SCORER", "")  # another program that measures by the same definitions, if there is one


@pytest.fixture(scope="module")
def flawless() -> Any:
    return perfect(example_gold(), example_texts())


def evaluated(edition: Any, folder: Path, gold: Path = GOLD) -> Evaluation:
    path = folder / "edition.json"
    path.write_text(json.dumps(edition), encoding="utf-8")
    return evaluate(path, gold)


def test_the_gold_is_made_from_its_source() -> None:
    root = EXAMPLE.parent.parent
    made = subprocess.run([sys.executable, "tools/make_gold.py", str(EXAMPLE), "--check"], cwd=root, check=False)
    assert made.returncode == 0, "run: python tools/make_gold.py examples/halven"


def test_the_gold_annotates_the_texts_that_ingest_reads() -> None:
    texts = example_texts()
    for document in example_gold()["documents"]:
        digest = hashlib.sha256(texts[document["file"]].encode()).hexdigest()
        assert digest == document["sha256_of_text"], document["file"]


def test_the_example_is_as_rich_as_it_says() -> None:
    gold = example_gold()
    wide = [s for s in gold["statements"] if len({m["doc"] for m in s["members"]}) >= 3]
    grave = [c for c in gold["conflicts"] if c["status"] in ("genuine", "suspected_corruption")]
    assert len(gold["documents"]) == 11
    assert len(wide) >= 10
    assert len(grave) >= 10
    assert {c["kind"] for c in grave} >= {"date", "place", "number", "speaker", "polarity", "wording", "outcome"}


def test_a_perfect_edition_is_perfect_in_everything(flawless: Any, tmp_path: Path) -> None:
    result = evaluated(flawless, tmp_path)
    assert (result.headline, result.headline_strict) == (1.0, 1.0)
    for measure in result.measures:
        shares = (measure.count.precision, measure.count.recall, measure.count.f1)
        assert {round(x, 9) for x in shares if x is not None} == {1.0}, measure.name
        assert not measure.missed
        assert not measure.false


def test_an_edition_may_be_gold_for_itself(flawless: Any, tmp_path: Path) -> None:
    corrected = tmp_path / "corrected.json"
    corrected.write_text(json.dumps(flawless), encoding="utf-8")
    assert evaluated(flawless, tmp_path, corrected).headline_strict == 1.0


def test_a_spoilt_edition_is_worse_against_either_form_of_gold(flawless: Any, tmp_path: Path) -> None:
    corrected = tmp_path / "corrected.json"
    corrected.write_text(json.dumps(flawless), encoding="utf-8")
    for gold in (GOLD, corrected):
        result = evaluated(spoilt(flawless, 1), tmp_path, gold)
        assert 0.4 < result.headline_strict < result.headline < 0.95


@pytest.mark.parametrize(
    ("kept_out", "measure"),
    [("conflicts", "conflicts"), ("timeline", "timeline"), ("reuse", "reuse"), ("statements", "statements_cross")],
)
def test_what_is_left_out_is_missed(flawless: Any, tmp_path: Path, kept_out: str, measure: str) -> None:
    result = evaluated({**flawless, kept_out: []}, tmp_path)
    assert result[measure].recall == 0
    assert result["attributions"].f1 == 1.0


def test_the_order_of_an_edition_does_not_matter(flawless: Any, tmp_path: Path) -> None:
    edition = spoilt(flawless, 2)
    turned = {k: v[::-1] if isinstance(v, list) else v for k, v in edition.items()}
    assert evaluated(turned, tmp_path).as_json(50) == evaluated(edition, tmp_path).as_json(50)


@pytest.mark.skipif(not Path(SCORER).is_file(), reason="VARIORUM_SCORER names no other scorer")
@pytest.mark.parametrize("seed", [None, 0, 1, 2, 3, 4, 5])
def test_another_scorer_of_the_same_definitions_agrees(flawless: Any, tmp_path: Path, seed: int | None) -> None:
    ours = evaluated(flawless if seed is None else spoilt(flawless, seed), tmp_path).as_json()
    command = [sys.executable, SCORER, str(tmp_path / "edition.json"), str(GOLD), "--json"]
    theirs = json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout)
    assert ours["headline"] == pytest.approx(theirs["headline"], abs=5e-4)
    assert ours["headline_strict"] == pytest.approx(theirs["headline_strict"], abs=5e-4)
    assert theirs["scores"].keys() <= ours["scores"].keys()  # ours measures more
    for name, score in theirs["scores"].items():
        assert ours["scores"][name] == pytest.approx(score, abs=5e-4), name
