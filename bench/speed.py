"""How fast Variorum is: articles per second by stage, peak memory, and how soon it starts.

    python bench/speed.py --articles 60 --seed 1 --workers 1

Each measurement runs in a process of its own; of short ones the best of several counts. The corpus is made by
`bench/corpus.py`: the same number and seed give the same articles.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from corpus import write

COMMAND = (sys.executable, "-m", "variorum")
TIMES = 5
IMPORT = "import time; t = time.perf_counter(); import variorum; print(time.perf_counter() - t)"


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--workers", type=int, default=1)
    asked = parser.parse_args()

    print(f"import variorum      {min(_imported() for _ in range(TIMES)):8.3f} s")
    print(f"variorum --help      {min(_run('--help')[0] for _ in range(TIMES)):8.3f} s")
    with tempfile.TemporaryDirectory() as folder:
        five, many, out = Path(folder, "five"), Path(folder, "many"), Path(folder, "out")
        write(five, 5, asked.seed)
        size = write(many, asked.articles, asked.seed)
        print(f"5 articles, cold     {_collated(five, out / 'five', 1)[0]:8.3f} s")
        before = _processor()
        seconds, events = _collated(many, out / "many", asked.workers)
        busy = _processor() - before
        print(f"\n{asked.articles} articles, {size:,} bytes, seed {asked.seed}, {asked.workers} worker(s)\n")
        _print_stages(events, asked.articles, seconds)
        print(f"\nprocessor {busy:.2f} s; where it is much less than the time above, other programs kept it busy")
        before = _processor()
        again, _ = _collated(many, out / "many", asked.workers)
        print(f"the same again, with nothing new to annotate: {again:.2f} s, processor {_processor() - before:.2f} s")
        print(f"edition.db {(out / 'many/edition.db').stat().st_size:,} bytes")
    print(f"peak memory {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024:.0f} MiB")


def _processor() -> float:
    """Seconds for which the processor has worked for the processes that have ended so far."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _imported() -> float:
    done = subprocess.run([sys.executable, "-c", IMPORT], capture_output=True, text=True, check=True)
    return float(done.stdout)


def _run(*arguments: str) -> tuple[float, str]:
    """Seconds that the command took, and what it wrote to standard error."""
    begun = time.perf_counter()
    done = subprocess.run([*COMMAND, *arguments], capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"variorum {' '.join(arguments)} ended with {done.returncode}:\n{done.stderr}")
    return time.perf_counter() - begun, done.stderr


def _collated(folder: Path, out: Path, workers: int) -> tuple[float, list[dict[str, object]]]:
    seconds, log = _run("collate", str(folder), "-o", str(out), "--json-log", "--workers", str(workers))
    return seconds, [json.loads(line) for line in log.splitlines() if line.startswith("{")]


def _print_stages(events: Sequence[dict[str, object]], number: int, total: float) -> None:
    steps = [e for e in events if e["event"] == "step"]
    print("stage          seconds  articles/s")
    for stage in dict.fromkeys(str(e["stage"]) for e in steps):
        moments = [float(str(e["seconds"])) for e in steps if e["stage"] == stage]
        seconds = moments[-1] - moments[0]
        rate = f"{number / seconds:11.1f}" if seconds >= 0.001 else "          –"
        print(f"{stage:12}{seconds:10.2f} {rate}")
    print(f"{'all':12}{total:10.2f} {number / total:11.1f}   with starting up and writing")


if __name__ == "__main__":
    main()
