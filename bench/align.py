"""Times the word-by-word alignment of many witnesses of one sentence: `python bench/align.py [--witnesses 5 10 20 50]`.

The sentence has 33 words; every witness trims it, changes words and numbers, or inserts some, by a seeded choice.
Prints one JSON line for each number of witnesses: CPU-seconds of the best of three runs, and the columns made.
"""

from __future__ import annotations

import argparse
import json
import random
import time

from variorum.collate.align import TokenAligner
from variorum.config import Settings
from variorum.model import Document, Edition, Reading, Span, identifier

SENTENCE = (
    "We would gladly open the old harbour to all ships of the northern islands before the autumn storms, but twelve "
    "captains have told us that they will not sail without an equal share of the toll"
)
CHANGES = {
    "would": "should", "gladly": "soon", "old": "ancient", "harbour": "port", "ships": "vessels", "islands": "isles",
    "autumn": "winter", "twelve": "thirteen", "captains": "skippers", "told": "warned", "sail": "leave",
    "equal": "evil", "share": "part", "toll": "tax",
}  # fmt: skip


def witness(seed: int) -> str:
    """The sentence as one careless witness has it."""
    chance = random.Random(seed)
    words = []
    for word in SENTENCE.split():
        bare = word.strip(",")
        if chance.random() < 0.08:
            continue
        words.append(word.replace(bare, CHANGES[bare]) if bare in CHANGES and chance.random() < 0.25 else word)
        if chance.random() < 0.04:
            words.append(chance.choice(["indeed", "perhaps", "then", "also"]))
    return " ".join(words)


def corpus(size: int) -> tuple[Edition, list[Reading]]:
    """As many witnesses with one reading each."""
    documents = [
        Document(id=f"d{n:03}", path=f"{n}.txt", text=witness(n), sha256="", siglum=str(n)) for n in range(size)
    ]
    spans = [Span(d.id, 0, len(d.text)) for d in documents]
    readings = [Reading(id=identifier("r", s), witness=s.doc, attributions=(), spans=(s,)) for s in spans]
    return Edition(documents=tuple(documents)), readings


def main() -> None:
    """Runs the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--witnesses", type=int, nargs="+", default=[5, 10, 20, 50])
    for size in parser.parse_args().witnesses:
        edition, readings = corpus(size)
        aligner, times, columns = TokenAligner(Settings()), [], 0
        for _ in range(3):
            begin = time.process_time()
            columns = len(aligner.align(readings, edition).columns)
            times.append(time.process_time() - begin)
        print(json.dumps({"witnesses": size, "cpu_seconds": round(min(times), 4), "columns": columns}))


if __name__ == "__main__":
    main()
