"""Alignment keeps every word, whatever the readings and their order, and is as good as its slow twin."""

from __future__ import annotations

from itertools import pairwise

import alignment_twin as twin
from builders import document, edition, reading
from hypothesis import given
from hypothesis import strategies as st

from variorum.collate.affinity import forms
from variorum.collate.align import TokenAligner, aligned
from variorum.collate.words import words_in
from variorum.config import Settings

WORDS = st.sampled_from(
    [
        "we",
        "the",
        "no",
        "harbour",
        "harbours",
        "open",
        "opened",
        "port",
        "12",
        "twelve",
        "Vell",
        "Brandt",
        "“not",
        "ice,",
    ]
)
TEXTS = st.lists(WORDS, min_size=1, max_size=9).map(" ".join)
ANYTHING = st.text(alphabet="ab'’“” .,-…\n é1", min_size=1, max_size=30)
ALIGNER = TokenAligner(Settings())


def setup(texts: list[str]):
    documents = [document(text, f"{n}.txt") for n, text in enumerate(texts)]
    return documents, [reading(d, d.text) for d in documents], edition(*documents)


@given(st.lists(TEXTS | ANYTHING, min_size=1, max_size=6))
def test_every_reading_can_be_put_together_again_from_its_row(texts: list[str]) -> None:
    documents, readings, made = setup(texts)
    apparatus = ALIGNER.align(readings, made)
    for n, doc in enumerate(documents):
        cells = [column[n] for column in apparatus.columns if column[n] is not None]
        assert cells == sorted(cells)
        assert all(x.end <= y.start for x, y in pairwise(cells))
        found = [w.plain for c in cells for w in words_in(doc.text, c.start, c.end)]
        assert found == [w.plain for w in words_in(doc.text, 0, len(doc.text))]
    assert all(any(column) for column in apparatus.columns)


@given(st.lists(TEXTS, min_size=2, max_size=6), st.randoms(use_true_random=False))
def test_the_order_of_readings_only_orders_the_cells(texts: list[str], chance) -> None:
    _, readings, made = setup(texts)
    order = list(range(len(readings)))
    chance.shuffle(order)
    first = ALIGNER.align(readings, made)
    second = ALIGNER.align([readings[n] for n in order], made)
    assert second.readings == tuple(first.readings[n] for n in order)
    assert second.columns == tuple(tuple(column[n] for n in order) for column in first.columns)


@given(TEXTS, st.integers(2, 5))
def test_identical_readings_have_no_gaps(text: str, times: int) -> None:
    _, readings, made = setup([text] * times)
    assert all(None not in column for column in ALIGNER.align(readings, made).columns)


def rows_of(texts: list[str]):
    return sorted({forms(words_in(text, 0, len(text)), text) for text in texts})


@given(TEXTS, TEXTS)
def test_two_readings_are_set_as_well_as_can_be(left: str, right: str) -> None:
    rows = rows_of([left, right])
    if len(rows) == 2:
        assert abs(twin.table_worth(aligned(rows)) - twin.best_of_two(*rows)) < 1e-6


SHORT = st.lists(WORDS, min_size=1, max_size=5).map(" ".join)


@given(st.lists(SHORT, min_size=3, max_size=3))
def test_three_readings_are_set_nearly_as_well_as_can_be(texts: list[str]) -> None:
    rows = rows_of(texts)
    if len(rows) == 3:
        worth, best = twin.table_worth(aligned(rows)), twin.best_of_three(tuple(rows))
        assert worth <= best + 1e-6
        assert worth >= best - 2.5
