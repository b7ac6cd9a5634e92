"""What a logistic regression makes of the features by which attributions are linked, from given attributions.

    python training/weigh.py ARTICLES.jsonl

ARTICLES.jsonl holds the texts of the stories in annotations/. Every candidate of the train stories is a case: one
utterance or not, as the gold's statements have it; what they call only possible is left out. The regression is held
near the weights in use, so that what is rare keeps its weight. Prints each feature with its weight, the one fitted
and how many cases have it. The weights in use lie only a fifth of the way towards the fitted ones: see the comment
at `variorum.collate.features.WEIGHTS`.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

import numpy as np  # noqa: TID253 - a script, not the package
from numpy.typing import NDArray  # noqa: TID253

sys.path.insert(0, str(Path(__file__).parent.parent / "bench"))

import pack
import stories

from variorum import registry
from variorum.collate.candidates import candidates
from variorum.collate.features import BIAS, WEIGHTS, is_barred, measure
from variorum.collate.profiles import Profile, Profiles
from variorum.collate.statements import grouped
from variorum.config import Settings
from variorum.evaluate.annotations import read_annotations
from variorum.evaluate.given import by_document
from variorum.evaluate.gold import GoldStatement
from variorum.evaluate.matching import match
from variorum.evaluate.records import records
from variorum.evaluate.texts import Texts
from variorum.model import Edition
from variorum.pipeline.walk import Walk

NEAR = 5.0  # how strongly the regression is held at the weights in use
STEPS = 50

Case = tuple[Mapping[str, float], bool]
Table = NDArray[np.float64]


def main(articles: str) -> None:
    """Prints the table."""
    texts = pack.texts_at(Path(articles))
    found = [case for _, gold in stories.stories("train", []) for case in cases(pack.restore(gold, texts), texts)]
    names = sorted(WEIGHTS)
    table = np.array([[values.get(name, 0.0) for name in names] + [1.0] for values, _ in found])
    before = np.array([WEIGHTS[name] for name in names] + [BIAS])
    after = fitted(table, np.array([float(is_one) for _, is_one in found]), before)
    print(f"{len(found)} pairs, {sum(is_one for _, is_one in found)} of them one utterance")
    for n, name in enumerate([*names, "(bias)"]):
        print(f"{name:28}{before[n]:7.2f}{after[n]:7.2f}{int((table[:, n] > 0).sum()):8}")


def given(gold: dict[str, object], texts: Mapping[str, str]) -> Edition:
    """The edition of one story as far as the gold gives it: documents, people, occasions, attributions."""
    with tempfile.TemporaryDirectory() as folder:
        for document in gold["documents"]:
            (Path(folder) / document["file"]).write_bytes(texts[document["file"]].encode("utf-8"))
        walk = Walk(registry.chosen({"annotations": "annotate.rules/1"}), Settings(), lambda _: None)
        bare = walk.stories(Edition(documents=walk.gather([folder]).documents))
        edition = walk.identities(bare, walk.annotations(bare, {}))
        return walk.identities(bare, tuple(by_document(edition, records("gold", gold, edition))))


def cases(gold: dict[str, object], texts: Mapping[str, str]) -> Iterator[Case]:
    """The candidates of one story with their features, and whether the gold has them in one statement."""
    edition = given(gold, texts)
    wanted = read_annotations("gold", gold, edition)
    named = {p.given.id: p.gold.id for p in match(wanted, edition, Texts(wanted.texts, wanted.names)).pairs}
    core = {key for key, name in named.items() if wanted.attributions[name].is_core}
    profiles = Profiles(edition)
    _, links = grouped(profiles)
    for left, right in candidates(profiles):
        x, y = profiles[left], profiles[right]
        if {x.id, y.id} <= core and not is_barred(x, y):
            common = [s for s in wanted.statements if serves(x, s, named) and serves(y, s, named)]
            if not common or any(s.is_sure for s in common):
                yield measure(x, y, links), bool(common)


def serves(profile: Profile, statement: GoldStatement, named: Mapping[str, str]) -> bool:
    """Whether words of this profile make a reading of the gold's statement."""
    held = (r for r in statement.readings if named[profile.id] in r.attributions)
    return any(x.touches(y) for r in held for x in r.spans for y in profile.spans)


def fitted(table: Table, labels: Table, before: Table) -> Table:
    """The weights of the likeliest regression, held near those before (Newton's method)."""
    weights = before.copy()
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-table @ weights))
        slope = table.T @ (labels - chance) - NEAR * (weights - before)
        bend = (table * (chance * (1 - chance))[:, None]).T @ table + NEAR * np.eye(len(weights))
        weights += np.linalg.solve(bend, slope)
    return weights


if __name__ == "__main__":
    main(*sys.argv[1:])
