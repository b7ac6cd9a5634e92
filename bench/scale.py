"""How time and memory grow with the number of attributions, in the steps that see all documents together.

    python bench/scale.py [--sizes 1000 10000 100000] [--seed 1] [--twin 1000] [--meaning]

Editions come from `bench/editions.py`; of the people, what they make of the annotations is measured, but the steps
after it are given the people as made. Prints a JSON line for each size, measured in a process of its own: processor
seconds and peak memory (MiB) of each step, pairs of attributions tried of pairs possible, and how many of the pairs
that several documents tell in versions of one utterance were tried, and found, and how many of those found are such
pairs. Up to the size of --twin also against the plain twin, which tries all pairs: of the pairs that it puts into one
group, how many were tried. Then, step by step, the exponents of growth from each size to the next; ends with 1 where
that of the seconds or the memory of the whole is above 1.2. Statements are found as with `--fast`; with --meaning the
network compares doubtful pairs too (eight times as long at 1,000). Steps are told on standard error as they end.
100,000 take a quarter of an hour.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations, pairwise
from math import log
from pathlib import Path

from editions import Made, made

from variorum import registry
from variorum.collate.candidates import candidates
from variorum.collate.clustering import clusters
from variorum.collate.features import Links, is_barred, measure, odds
from variorum.collate.profiles import Profiles
from variorum.config import Settings
from variorum.model import Edition
from variorum.pipeline.walk import Walk

STEPS = ("stories", "identities", "statements", "reuse", "apparatus", "relations", "conflicts", "lines", "stemmata")
STEEPEST = 1.2  # exponent of the whole: near-linear
SHORTEST = 0.5  # seconds: of what takes less, the exponent is noise


def main(arguments: Sequence[str] | None = None) -> int:
    """Measures, prints, and returns the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--twin", type=int, default=1_000, metavar="SIZE", help="try all pairs up to this size (slow)")
    parser.add_argument("--meaning", action="store_true", help="let the network compare doubtful pairs (slow)")
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    asked = parser.parse_args(arguments)
    if asked.one:
        print(
            json.dumps(
                measured(made(asked.one, asked.seed), is_twin=asked.one <= asked.twin, has_meaning=asked.meaning)
            )
        )
        return 0
    lines = []
    for size in sorted(asked.sizes):
        command = [sys.executable, __file__, "--one", str(size), "--seed", str(asked.seed), "--twin", str(asked.twin)]
        command += ["--meaning"] * asked.meaning
        line = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
        print(line, end="", flush=True)
        lines.append(json.loads(line))
    steepest = max((_told(a, b) for a, b in pairwise(lines)), default=0.0)
    return int(steepest > STEEPEST)


def measured(corpus: Made, *, is_twin: bool, has_meaning: bool) -> dict[str, object]:
    """What one size costs, and what its candidates find."""
    walk, edition = (
        Walk(registry.chosen(None if has_meaning else registry.FAST), Settings(), lambda _: None),
        corpus.edition,
    )
    steps = {}
    for step in STEPS:
        result, seconds, peak = _timed(*_work(walk, step, corpus, edition))
        steps[step] = {"seconds": round(seconds, 3), "peak": round(peak)}
        print(f"{len(edition.attributions):,}: {step} {seconds:.1f} s, {peak:.0f} MiB", file=sys.stderr, flush=True)
        edition = edition if step == "identities" else result
    numbers = {name: len(getattr(edition, name)) for name in ("documents", "attributions", "statements", "conflicts")}
    whole = {
        "seconds": round(sum(s["seconds"] for s in steps.values()), 3),
        "peak": max(s["peak"] for s in steps.values()),
    }
    return {**numbers, "steps": {**steps, "all": whole}, **pairs_of(corpus, edition, is_twin=is_twin)}


def _work(walk: Walk, step: str, corpus: Made, edition: Edition) -> tuple[Callable[[Edition], Edition], Edition]:
    """A step, and what it is given."""
    if step != "identities":
        return getattr(walk, step), edition
    annotations = tuple(corpus.annotations())
    return lambda bare: walk.identities(bare, annotations), Edition(
        documents=edition.documents, stories=edition.stories
    )


def _timed(step: Callable[[Edition], Edition], edition: Edition) -> tuple[Edition, float, float]:
    """What the step makes of the edition, its seconds of processor time, and the peak of memory (MiB)."""
    _forget_peak()
    begun = time.process_time()
    result = step(edition)
    return result, time.process_time() - begun, _peak()


def _forget_peak() -> None:
    """Lets the system count the peak anew, where it can (Linux)."""
    place = Path("/proc/self/clear_refs")
    if place.exists():
        place.write_text("5", encoding="ascii")


def _peak() -> float:
    place = Path("/proc/self/status")
    if place.exists():
        line = next(x for x in place.read_text(encoding="utf-8").splitlines() if x.startswith("VmHWM"))
        return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def pairs_of(corpus: Made, edition: Edition, *, is_twin: bool) -> dict[str, object]:
    """Pairs tried of pairs possible, and which share of those wanted is among the tried and the found."""
    profiles = Profiles(replace(corpus.edition, stories=edition.stories))
    tried = set(candidates(profiles))
    number = len(profiles.by_key)
    wanted = set(_within(corpus.told))
    ids = {tuple(sorted((profiles[x].id, profiles[y].id))) for x, y in tried}
    found = set(_within([{a for r in s.readings for a in r.attributions} for s in edition.statements]))
    told: dict[str, object] = {
        "pairs_possible": number * (number - 1) // 2,
        "pairs_tried": len(tried),
        "tried_of_possible": round(len(tried) / max(1, number * (number - 1) // 2), 7),
        "recall_tried": round(len(wanted & ids) / len(wanted), 4),
        "recall_found": round(len(wanted & found) / len(wanted), 4),
        "precision_found": round(len(wanted & found) / max(1, len(found)), 4),
    }
    if is_twin:
        joined = set(_within(plain(profiles)))
        told["recall_of_twin"] = round(len(joined & tried) / max(1, len(joined)), 4)
    return told


def _within(groups: Sequence[Sequence[str] | set[str]]) -> Iterator[tuple[str, str]]:
    """The pairs within each group, the lesser id first."""
    for group in groups:
        yield from combinations(sorted(group), 2)


def plain(profiles: Profiles) -> list[tuple[str, ...]]:
    """The groups that come of trying every pair with every other, in one round."""
    log_odds = {
        (x.key, y.key): odds(measure(x, y, Links())) for x, y in combinations(list(profiles), 2) if not is_barred(x, y)
    }
    return clusters([p.key for p in profiles], log_odds, lambda x, y: is_barred(profiles[x], profiles[y]))


def _told(less: dict[str, dict], more: dict[str, dict]) -> float:
    """Prints how steps grow from one size to the next; gives the larger exponent of all."""
    ratio = log(more["attributions"] / less["attributions"])
    print(f"\n{less['attributions']:,} to {more['attributions']:,}    seconds           exponent   MiB   exponent")
    for step, now in more["steps"].items():
        before = less["steps"][step]
        times, sizes = (log(max(now[k], 1e-3) / max(before[k], 1e-3)) / ratio for k in ("seconds", "peak"))
        shown = f"{times:8.2f}" if now["seconds"] >= SHORTEST else f"{'-':>8}"
        print(f"{step:14}{before['seconds']:10.2f}{now['seconds']:10.2f}{shown}{now['peak']:10}{sizes:8.2f}")
    tried = log(more["pairs_tried"] / less["pairs_tried"]) / ratio
    print(f"pairs tried   {less['pairs_tried']:10}{more['pairs_tried']:10}{tried:8.2f}")
    whole = [log(more["steps"]["all"][k] / less["steps"]["all"][k]) / ratio for k in ("seconds", "peak")]
    return max(whole)


if __name__ == "__main__":
    sys.exit(main())
