"""What is quoted from each occasion, as runs of words: the same words of one man come from the same happening."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping

from variorum.model import Annotation, Attribution, Document
from variorum.text import plain_words

RUN = 5  # words in a row; fewer are a turn of phrase
TELLING = 20  # letters that such a run has at least: "that it was to be a" tells nothing
MOST_WORDS = 400  # of one report: what is longer is found by its beginning


def quotes(
    annotations: Iterable[Annotation], common: Mapping[str, str], documents: Mapping[str, Document]
) -> dict[str, frozenset[Hashable]]:
    """For each document's own occasion what its speakers are quoted with there: (speaker, run of words)."""
    found: defaultdict[str, set[Hashable]] = defaultdict(set)
    for annotation in annotations:
        for report in annotation.attributions:
            if report.occasion and report.speaker and report.quoted and report.doc in documents:
                speaker = common.get(report.speaker, report.speaker)
                found[report.occasion] |= {(speaker, run) for run in _runs(report, documents[report.doc].text)}
    return {key: frozenset(runs) for key, runs in found.items()}


def _runs(report: Attribution, text: str) -> set[tuple[str, ...]]:
    words = [w for s in report.quoted for w in plain_words(text[s.start : s.end])][:MOST_WORDS]
    runs = (tuple(words[n : n + RUN]) for n in range(len(words) - RUN + 1))
    return {run for run in runs if sum(map(len, run)) >= TELLING}
