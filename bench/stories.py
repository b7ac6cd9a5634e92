"""Scores the whole walk on annotated stories of which only you have the texts.

    python bench/stories.py TEXTS.jsonl [--split dev|train|all] [--only 14 24] [--workers N]
        [--given attributions|identities]

TEXTS.jsonl holds the articles ("id", "text"); the annotations without words lie in training/annotations, and
training/annotations/README.md says which stories are for tuning (train) and which for choosing (dev). Prints a
line for each story and the measures over all of them, their counts summed up. With --given, the gold's attributions
(of "identities" its people and occasions across documents too) stand for those found, as in `variorum evaluate`.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean

sys.path.insert(0, str(Path(__file__).parent.parent / "training"))

import pack

import variorum
from variorum.config import Settings
from variorum.evaluate.given import Given
from variorum.evaluate.measures import Count
from variorum.evaluate.score import Evaluation, evaluated

ANNOTATIONS = Path(__file__).parent.parent / "training" / "annotations"
SHOWN = ("attributions", "speaker", "nesting_strict", "statements_cross_strict", "conflicts", "regions", "reuse")


@dataclass
class Sum:
    """The counts of one measure over several stories."""

    right: float = 0
    given: float = 0
    found: float = 0
    wanted: float = 0

    def add(self, count: Count) -> None:
        """Adds one story's counts."""
        self.right += count.right
        self.given += count.given or 0
        self.found += count.found
        self.wanted += count.wanted or 0


def main(arguments: Sequence[str] | None = None) -> None:
    """Runs the benchmark and prints its table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", type=Path)
    parser.add_argument("--split", choices=("train", "dev", "all"), default="dev")
    parser.add_argument("--only", type=int, nargs="*", default=[])
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--given", choices=("attributions", "identities"))
    options = parser.parse_args(arguments)
    texts = pack.texts_at(options.texts)
    sums: dict[str, Sum] = {}
    headlines = []
    for name, gold in stories(options.split, options.only):
        result = scored(pack.restore(gold, texts), texts, Settings(workers=options.workers), options.given)
        headlines.append(result.headline_strict)
        print(f"{name:10} headline_strict {result.headline_strict:.3f}  " + "  ".join(told(result)), flush=True)
        for measure in result.measures:
            sums.setdefault(measure.name, Sum()).add(measure.count)
    print(f"\n{len(headlines)} stories, mean headline_strict {fmean(headlines):.3f}; counts of all summed up:")
    for measure_name, total in sums.items():
        precision, recall = (_share(total.right, total.given), _share(total.found, total.wanted))
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        print(f"{measure_name:26}{precision:7.3f}{recall:7.3f}{f1:7.3f}")


def stories(split: str, only: Sequence[int]) -> Iterator[tuple[str, dict[str, object]]]:
    """Name and annotations of each story of this split (`split.json` says which is which)."""
    splits = json.loads((ANNOTATIONS / "split.json").read_text(encoding="utf-8"))
    for path in sorted(ANNOTATIONS.glob("story??.json")):
        number = int(path.stem.removeprefix("story"))
        if (number in only) if only else (split in ("all", splits[str(number)])):
            yield path.stem, json.loads(path.read_text(encoding="utf-8"))


def scored(
    gold: dict[str, object], texts: dict[str, str], settings: Settings, given: Given | None = None
) -> Evaluation:
    """How the edition made from the story's texts agrees with its gold."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        (place / "in").mkdir()
        for document in gold["documents"]:
            (place / "in" / document["file"]).write_bytes(texts[document["file"]].encode("utf-8"))
        edition = variorum.collate([place / "in"], settings=settings)
        (place / "gold.json").write_text(json.dumps(gold), encoding="utf-8")
        return evaluated(edition, place / "gold.json", given=given)


def told(result: Evaluation) -> Iterator[str]:
    """The chief measures of one story, F1 each."""
    for name in SHOWN:
        f1 = result[name].f1 if any(m.name == name for m in result.measures) else None
        yield f"{name} {'-' if f1 is None else f'{f1:.2f}'}"


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


if __name__ == "__main__":
    main()
