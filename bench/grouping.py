"""Groups documents of known events into stories, beside a plain twin on the same documents.

    python bench/grouping.py ARTICLES.jsonl [--fit] [--folders]

ARTICLES.jsonl holds an article a line ("text", "title", "published", "event"). Prints B-cubed precision, recall and
F1 (Bagga and Baldwin 1998), the adjusted Rand index and processor seconds of the part in use, and of TF-IDF with
average link, all pairs compared, at the threshold that is best on these very articles. `--fit` fits the weights of
`collate/topics.py` anew on half of the events at a time and scores them, with the threshold that is best on that half,
on the documents of the other half only (all documents being grouped together). `--folders` scores folders of few
events drawn from these, by which the prior for small folders was chosen.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import comb, log
from pathlib import Path
from statistics import fmean

import numpy as np  # noqa: TID253

from variorum.collate import topics as model
from variorum.collate.stories import TopicGrouper
from variorum.collate.topics import Topics, all_pairs
from variorum.config import Settings
from variorum.ingest.jsonl import JsonLinesReader
from variorum.model import Document, Edition

SEEDS = range(5)
THRESHOLDS = [n / 10 for n in range(-40, 21)]
Groups = Mapping[str, object]  # document -> what it belongs to


def main(arguments: Sequence[str] | None = None) -> None:
    """Runs the benchmark and prints its lines."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--fit", action="store_true")
    parser.add_argument("--folders", action="store_true")
    options = parser.parse_args(arguments)
    documents, events = read(options.articles)
    print(f"{len(documents)} documents of {len(set(events.values()))} events")
    start = time.process_time()
    found = grouped(documents)
    tell("collate.stories/1", found, events, time.process_time() - start)
    start = time.process_time()
    twin, threshold = best_twin(documents, events)
    tell(f"TF-IDF + average link, best at {threshold:.2f}", twin, events, time.process_time() - start)
    if options.fit:
        fit_and_tell(documents, events)
    if options.folders:
        tell_folders(documents, events)


def read(path: Path) -> tuple[list[Document], dict[str, str]]:
    """The documents as the program reads them, and the event of each."""
    raw = path.read_bytes()
    event = {r["id"]: str(r["event"]) for r in map(json.loads, raw.decode("utf-8").splitlines()) if r.get("text")}
    documents = list(JsonLinesReader(Settings()).read(path.name, raw))
    return documents, {d.id: event[d.path.rpartition("#")[2]] for d in documents}


def grouped(documents: Sequence[Document]) -> dict[str, str]:
    """Document -> its story, by the part in use."""
    stories = TopicGrouper(Settings()).group(Edition(documents=tuple(documents)))
    return {doc: y.id for y in stories for doc in y.documents}


def tell(name: str, found: Groups, events: Groups, seconds: float) -> None:
    """Prints one line of figures."""
    p, r, f = b_cubed(found, events)
    stories = len(set(found.values()))
    ari = adjusted_rand(found, events)
    print(
        f"{name}: {stories} stories, B-cubed P {p:.3f} R {r:.3f} F1 {f:.3f}, ARI {ari:.3f}, {seconds:.1f} CPU-seconds"
    )


def b_cubed(found: Groups, wanted: Groups, of: Iterable[str] | None = None) -> tuple[float, float, float]:
    """Precision, recall and F1, document by document, over some of the documents or all."""
    both = Counter((found[d], wanted[d]) for d in found)
    left, right = Counter(found.values()), Counter(wanted[d] for d in found)
    docs = sorted(found if of is None else of)
    precision = fmean(both[found[d], wanted[d]] / left[found[d]] for d in docs)
    recall = fmean(both[found[d], wanted[d]] / right[wanted[d]] for d in docs)
    return precision, recall, 2 * precision * recall / (precision + recall)


def adjusted_rand(found: Groups, wanted: Groups) -> float:
    """The share of pairs on which both agree, chance taken off."""
    together = sum(comb(n, 2) for n in Counter((found[d], wanted[d]) for d in found).values())
    ours = sum(comb(n, 2) for n in Counter(found.values()).values())
    theirs = sum(comb(n, 2) for n in Counter(wanted[d] for d in found).values())
    chance = ours * theirs / comb(len(found), 2)
    return (together - chance) / ((ours + theirs) / 2 - chance) if ours + theirs != 2 * chance else 1.0


def best_twin(documents: Sequence[Document], events: Groups) -> tuple[Groups, float]:
    """The plain twin: cosines of TF-IDF vectors, every pair of them, merged by average link; and its best threshold."""
    counts = {t.doc: t.counts for t in Topics(documents).topics}
    held = Counter(stem for c in counts.values() for stem in c)
    place = {stem: n for n, stem in enumerate(sorted(held))}
    rows = np.zeros((len(counts), len(place)))
    for n, doc in enumerate(sorted(counts)):
        for stem, number in counts[doc].items():
            rows[n, place[stem]] = (1 + log(number)) * log(len(counts) / held[stem])
    rows /= np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)
    cuts = average_link(rows @ rows.T, [n / 100 for n in range(2, 60)])
    named = {t: dict(zip(sorted(counts), labels, strict=True)) for t, labels in cuts.items()}
    threshold = max(sorted(named), key=lambda t: b_cubed(named[t], events)[2])
    return named[threshold], threshold


def average_link(scores: np.ndarray, thresholds: Sequence[float]) -> dict[float, list[int]]:
    """For each threshold the group of each row: merged, the likest first, while the mean score is above it."""
    scores, sizes, groups = scores.astype(float).copy(), np.ones(len(scores)), np.arange(len(scores))
    np.fill_diagonal(scores, -np.inf)
    found: dict[float, list[int]] = {}
    left = sorted(thresholds)
    while left:
        i, j = divmod(int(scores.argmax()), len(scores))
        while left and scores[i, j] <= left[-1]:
            found[left.pop()] = groups.tolist()
        if left:
            scores[i] = (scores[i] * sizes[i] + scores[j] * sizes[j]) / (sizes[i] + sizes[j])
            scores[:, i] = scores[i]
            scores[i, i] = scores[j] = scores[:, j] = -np.inf
            sizes[i] += sizes[j]
            groups[groups == j] = i
    return found


def fit_and_tell(documents: Sequence[Document], events: dict[str, str]) -> None:
    """Weights fitted on all events, and what such a fit is worth on events that it has not seen."""
    topics = Topics(documents)
    docs = [t.doc for t in topics.topics]
    number = {doc: n for n, doc in enumerate(docs)}
    pairs = list(all_pairs(topics))
    ends = np.array([[number[x], number[y]] for (x, y), _ in pairs])
    given = np.array([features for _, features in pairs])
    same = np.array([events[x] == events[y] for (x, y), _ in pairs], dtype=float)
    print("weights fitted on all events:", np.round(fitted(given, same), 2).tolist(), "(the last one is the beginning)")
    results = []
    for seed in SEEDS:
        names = sorted(set(events.values()))
        random.Random(seed).shuffle(names)
        for half in (set(names[::2]), set(names[1::2])):
            seen = np.array([events[doc] in half for doc in docs])
            both = seen[ends[:, 0]] & seen[ends[:, 1]]
            scores = np.zeros((len(docs), len(docs)))
            weights = fitted(given[both], same[both])
            scores[ends[:, 0], ends[:, 1]] = np.clip(given @ weights[:-1] + weights[-1], model.LOWEST, model.HIGHEST)
            cuts = average_link(scores + scores.T, THRESHOLDS)
            cut = {t: dict(zip(docs, groups, strict=True)) for t, groups in cuts.items()}
            known = [doc for doc in docs if events[doc] in half]
            best = max(cut, key=lambda t: (round(b_cubed(cut[t], events, known)[2], 3), t))
            results.append(b_cubed(cut[best], events, [doc for doc in docs if events[doc] not in half]))
    p, r, f = (fmean(x[n] for x in results) for n in range(3))
    worst = min(x[2] for x in results)
    print(f"on unseen events, {len(results)} halves: B-cubed P {p:.3f} R {r:.3f} F1 {f:.3f}, worst {worst:.3f}")


def fitted(features: np.ndarray, same: np.ndarray, ridge: float = 0.3) -> np.ndarray:
    """The weights of a logistic regression by Newton's method, the constant last."""
    given = np.c_[features, np.ones(len(features))]
    weights = np.zeros(given.shape[1])
    penalty = np.diag([ridge] * features.shape[1] + [1e-6])
    for _ in range(30):
        likely = 1 / (1 + np.exp(-given @ weights))
        slope = given.T @ (likely - same) + penalty @ weights
        weights -= np.linalg.solve((given.T * (likely * (1 - likely))) @ given + penalty, slope)
    return weights


def tell_folders(documents: Sequence[Document], events: dict[str, str]) -> None:
    """What the part does with folders of few events, thirty folders of each number."""
    of_event = defaultdict(list)
    for document in documents:
        of_event[events[document.id]].append(document)
    several = sorted(event for event, held in of_event.items() if len(held) > 1)
    for number in (1, 2, 3, 5, 10):
        chance, scores, sizes = random.Random(number), [], []
        for _ in range(30):
            folder = [d for event in chance.sample(several, number) for d in of_event[event]]
            scores.append(b_cubed(grouped(folder), {d.id: events[d.id] for d in folder})[2])
            sizes.append(len(folder))
        print(f"folders of {number} events, {fmean(sizes):.0f} documents each: B-cubed F1 {fmean(scores):.3f}")


if __name__ == "__main__":
    main()
