"""Says what a confidence is worth: python training/calibrate.py --stories TEXTS.jsonl [--check NAME DOCUMENTS GOLD]...

Annotates the dev stories by rules and with the network, asks of every attribution whether the gold has it
(core or peripheral, contents that share half of their words), and writes src/variorum/annotate/calibration.json.
`--check` prints how the line then fits a matter that had no part in it.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

import pack

import variorum
from variorum.annotate import confidence
from variorum.config import Settings
from variorum.model import Edition, Span

HERE = Path(__file__).parent
PARTS = ("annotate.rules/1", "annotate.trained/1")
BINS = ((0.0, 0.5), (0.5, 0.7), (0.7, 0.8), (0.8, 0.9), (0.9, 0.95), (0.95, 1.01))
FEWEST = 25  # attributions that make a point of the line; fewer are joined to their neighbours
Outcome = tuple[float, bool]


def main() -> None:
    """Runs the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--stories", type=Path, required=True)
    parser.add_argument("--check", nargs=3, action="append", default=[], metavar=("NAME", "DOCUMENTS", "GOLD"))
    options = parser.parse_args()
    texts = pack.texts_at(options.stories)
    confidence.TABLE.write_text("{}\n", encoding="utf-8")
    made = {}
    for part in PARTS:
        outcomes = [o for gold in dev_stories() for o in story_outcomes(gold, texts, part)]
        made[part] = isotonic(outcomes)
        print(f"{part}: {len(outcomes)} attributions of dev stories\n{reliability(outcomes, made[part])}")
        for name, documents, gold in options.check:
            held = list(outcomes_of(Path(documents), json.loads(Path(gold).read_text(encoding="utf-8")), part))
            print(f"{part}: {len(held)} of {name}\n{reliability(held, made[part])}")
    confidence.TABLE.write_text(json.dumps(made, indent=1) + "\n", encoding="utf-8")


def dev_stories() -> Iterator[Any]:
    """The annotations of every dev story."""
    splits = json.loads((HERE / "annotations" / "split.json").read_text(encoding="utf-8"))
    for path in sorted((HERE / "annotations").glob("story??.json")):
        if splits[str(int(path.stem.removeprefix("story")))] == "dev":
            yield json.loads(path.read_text(encoding="utf-8"))


def story_outcomes(gold: Any, texts: dict[str, str], part: str) -> list[Outcome]:
    """Confidence and rightness of every attribution found in a story."""
    with tempfile.TemporaryDirectory() as folder:
        for document in gold["documents"]:
            Path(folder, document["file"]).write_bytes(texts[document["file"]].encode("utf-8"))
        return list(outcomes_of(Path(folder), gold, part))


def outcomes_of(documents: Path, gold: Any, part: str) -> Iterator[Outcome]:
    """The same for a folder of documents."""
    edition: Edition = variorum.collate([documents], settings=Settings(), parts={"annotations": part})
    names = {d.id: Path(d.path).name for d in edition.documents}
    ids = {d["file"].split("#")[0]: d["id"] for d in gold["documents"]}
    for found in edition.attributions:
        doc = ids.get(names[found.doc])
        if doc is not None:
            wanted = [a["content"] for a in gold["attributions"] if a["doc"] == doc]
            yield found.confidence, any(_is_same(found.content, content) for content in wanted)


def _is_same(found: Sequence[Span], wanted: Sequence[dict[str, int]]) -> bool:
    mine = {n for s in found for n in range(s.start, s.end)}
    theirs = {n for s in wanted for n in range(s["start"], s["end"])}
    return 2 * len(mine & theirs) >= len(mine | theirs)


def isotonic(outcomes: Sequence[Outcome]) -> list[tuple[float, float]]:
    """Points of the rising line that fits the outcomes best, by pooling neighbours that fall."""
    groups: list[list[float]] = []  # sum of confidences, right ones, all
    for given, alike in groupby(sorted(outcomes), key=lambda o: o[0]):
        rights = [is_right for _, is_right in alike]
        groups.append([given * len(rights), float(sum(rights)), float(len(rights))])
        while len(groups) > 1 and (groups[-2][2] < FEWEST or _rate(groups[-2]) >= _rate(groups[-1])):
            last = groups.pop()
            groups[-1] = [a + b for a, b in zip(groups[-1], last, strict=True)]
    if len(groups) > 1 and groups[-1][2] < FEWEST:
        last = groups.pop()
        groups[-1] = [a + b for a, b in zip(groups[-1], last, strict=True)]
    return [(round(g[0] / g[2], 4), round(min(0.99, _rate(g)), 4)) for g in groups]


def _rate(group: Sequence[float]) -> float:
    return group[1] / group[2]


def reliability(outcomes: Sequence[Outcome], line: Sequence[tuple[float, float]]) -> str:
    """A line for each band of calibrated confidence: how many, their mean, the share of right ones; then the error."""
    points = tuple(line)
    held = [(confidence.on_line(points, given), is_right) for given, is_right in outcomes]
    lines, error = [], 0.0
    for low, high in BINS:
        inside = [(c, r) for c, r in held if low <= c < high]
        if inside:
            mean, right = (sum(x[n] for x in inside) / len(inside) for n in (0, 1))
            error += abs(mean - right) * len(inside) / len(held)
            lines.append(f"  {low:.2f}-{min(high, 1):.2f}  {len(inside):5}  said {mean:.2f}  right {right:.2f}")
    return "\n".join([*lines, f"  expected calibration error {error:.3f}"])


if __name__ == "__main__":
    main()
