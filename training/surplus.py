"""What likeness the words in common let expect: python training/surplus.py ARTICLES.jsonl.

Prints the table of `variorum.collate.meaning.surplus`: a least-squares line over the candidates of the train stories
in two documents, from given attributions, and how far the doubtful ones scatter around it.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np  # noqa: TID253 - a script, not the package

sys.path.insert(0, str(Path(__file__).parent.parent / "bench"))

import pack
import stories
import weigh

from variorum.collate.candidates import candidates
from variorum.collate.features import is_barred, measure, odds
from variorum.collate.meaning.likeness import WordByWord
from variorum.collate.meaning.surplus import EXPECTED
from variorum.collate.profiles import Profiles
from variorum.collate.statements import grouped
from variorum.model import Edition

DOUBTFUL = 4.0  # log-odds


def main(articles: str) -> None:
    """Prints the table."""
    texts = pack.texts_at(Path(articles))
    told = stories.stories("train", [])
    found = [row for _, gold in told for row in rows(weigh.given(pack.restore(gold, texts), texts))]
    table = np.array([[*words, 1.0] for words, _, _ in found])
    likeness = np.array([alike for _, alike, _ in found])
    line = np.linalg.lstsq(table, likeness, rcond=None)[0]
    left = (likeness - table @ line)[np.array([abs(log_odds) < DOUBTFUL for _, _, log_odds in found])]
    for name, weight in zip([*EXPECTED, "(of any two)"], line, strict=True):
        print(f"{name:16}{weight:7.3f}")
    print(f"{len(found)} pairs, {len(left)} of them doubtful: mean {left.mean():.3f}, spread {left.std():.3f}")


def rows(edition: Edition) -> Iterator[tuple[list[float], float, float]]:
    """The candidates in two documents: what their words have in common, their likeness, their log-odds."""
    profiles = Profiles(edition)
    likeness = WordByWord(profiles)
    _, links = grouped(profiles)
    for left, right in candidates(profiles):
        x, y = profiles[left], profiles[right]
        if x.doc != y.doc and not is_barred(x, y):
            values = measure(x, y, links)
            yield [values.get(name, 0.0) for name in EXPECTED], likeness(x, y), odds(values)


if __name__ == "__main__":
    main(*sys.argv[1:])
