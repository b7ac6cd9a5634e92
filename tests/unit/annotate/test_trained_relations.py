"""Relations as labels of words, and windows of a document."""

from __future__ import annotations

import numpy as np
import pytest
from builders import document

from variorum.annotate.parse import parse
from variorum.annotate.reporting.attributions import find
from variorum.annotate.trained.features import SIZES, case, reading
from variorum.annotate.trained.relations import LABELS, NONE, Relation, labels, ranges
from variorum.annotate.trained.windows import arrays, windows
from variorum.config import Settings

TEXT = "Council votes\n\n“We pay,” Berg said. “Always.”\n\nHale told Lind that the bridge was closed."


def read(text: str):
    (parsed,) = parse([document(text)], Settings())
    return reading(parsed, find(parsed))


def named(tags: list[int]) -> list[str]:
    return [LABELS[t] for t in tags]


def test_labels_of_a_relation_in_two_pieces() -> None:
    made = labels([Relation(content=((0, 3), (5, 6)), cue=((4, 5),), source=((3, 4),))], 7)
    assert named(made.tags) == ["B-content", "I-content", "I-content", "B-source", "B-cue", "B-content", "O"]
    assert made.heads == [4, 4, 4, NONE, 4, 4, NONE]
    assert made.sources == [NONE] * 4 + [3] + [NONE] * 2


def test_a_relation_without_cue_or_source_is_its_own_head() -> None:
    made = labels([Relation(content=((2, 4),))], 5)
    assert made.heads == [NONE, NONE, 2, 2, NONE]
    assert made.sources[2] == 2


def test_a_cue_stands_over_the_content_around_it() -> None:
    made = labels([Relation(content=((0, 5),)), Relation(content=((3, 5),), cue=((2, 3),))], 5)
    assert named(made.tags) == ["B-content", "I-content", "B-cue", "B-content", "I-content"]


@pytest.mark.parametrize(
    ("spans", "expected"),
    [([(0, 4)], ((0, 1),)), ([(3, 6)], ((0, 2),)), ([(4, 5)], ()), ([(0, 4), (10, 12)], ((0, 1), (2, 3)))],
)
def test_words_that_spans_touch(spans: list[tuple[int, int]], expected: tuple) -> None:
    assert ranges(spans, starts=(0, 5, 10), ends=(4, 9, 12)) == expected


@pytest.mark.parametrize(
    ("word", "kind"), [("“", 0), ("12", 1), ("said", 2), ("Berg", 3), ("NATO", 4), ("iPad", 5), ("A", 3)]
)
def test_case_of_words(word: str, kind: int) -> None:
    assert case(word) == kind


def test_a_reading_keeps_the_places_of_its_words() -> None:
    found = read(TEXT)
    assert [TEXT[a:b] for a, b in zip(found.starts, found.ends, strict=True)][:6] == [
        "Council", "votes", "“", "We", "pay", ",",
    ]  # fmt: skip
    assert found.columns["quote"][2:7] == (3, 1, 1, 1, 3)
    assert found.columns["place"][:3] == (1, 0, 1)
    assert all(0 <= v < SIZES[name] for name, column in found.columns.items() for v in column)


def test_the_rules_view_is_told_by_layers() -> None:
    found = read("Hale said that Berg claimed that the bridge was unsafe.")
    outer, inner = found.by_rules
    assert named(outer.tags)[:3] == ["B-source", "B-cue", "B-content"]
    assert named(inner.tags)[3:6] == ["B-source", "B-cue", "B-content"]
    assert named(inner.tags)[:3] == ["O", "O", "O"]


def test_windows_hold_every_word_once_and_end_with_paragraphs() -> None:
    found = read(TEXT)
    pieces = [[7]] * len(found)
    cut = list(windows(found, pieces, longest=12))
    assert [n for w in cut for n in range(w.first, w.last)] == list(range(len(found)))
    assert all(w.size <= 12 + 2 for w in cut)
    assert found.words[cut[1].first] in ('"', "Hale")


def test_a_word_longer_than_a_window_stands_alone() -> None:
    found = read("Berg said no.")
    assert [(w.first, w.last) for w in windows(found, [[7], [7] * 9, [7], [7]], longest=4)] == [(0, 1), (1, 2), (2, 4)]


def test_arrays_count_heads_from_the_window() -> None:
    found = read(TEXT)
    pieces = [[7]] * len(found)
    last = list(windows(found, pieces, longest=14))[-1]
    made = arrays([last])
    said = found.words.index("told")
    assert made["heads"][0, said - last.first, 0] == said - last.first
    assert made["first"][0, : last.last - last.first].tolist() == list(range(1, last.last - last.first + 1))
    assert made["ids"].dtype == np.int64
