"""Documents that print the same words stand on the same side; what only looks like a conflict of wording."""

from __future__ import annotations

import pytest
from builders import document, edition
from judge_matters import DAGNY, OTTO, conflicts, pair, told, version, words

from variorum.judge.conflicts.echoes import echoed
from variorum.lookup import Lookup
from variorum.model import Conflict, Span

LATCH = "The gate to the north is on the latch"


def test_the_same_words_in_a_third_document_are_further_evidence():
    a, b, c = (document(f"Holt said: “{q}.”", f"{n}.txt") for n, q in enumerate((LATCH, "It is shut", LATCH)))
    given = edition(a, b, c)
    found = Conflict(
        id="c1", kind="wording", label="Which words?", severity="medium", confidence=0.5,
        evidence=tuple(sorted((Span(a.id, 12, 12 + len(LATCH)), Span(b.id, 12, 22)))),
    )  # fmt: skip
    (wider,) = echoed([found], Lookup(given))
    assert sorted(words(given, wider)) == ["It is shut", LATCH, LATCH]
    assert wider.id != found.id


def test_few_words_are_nobodys_echo():
    a, b = (document(f"Holt said: “It is shut.” {n}", f"{n}.txt") for n in range(2))
    found = Conflict(id="c1", kind="wording", label="", severity="low", confidence=0.5, evidence=(Span(a.id, 12, 22),))
    assert echoed([found], Lookup(edition(a, b))) == (found,)


def kinds(given) -> list[str]:
    return [c.kind for c in conflicts(given)]


def test_a_clause_dropped_without_a_mark_within_a_quotation():
    whole = "The dam broke because nobody whose duty it was would close the gates"
    assert "wording" in kinds(pair(whole, "The dam broke because nobody would close the gates"))
    marked = told(
        version(f"She said: “{whole}”", whole, "0.txt", is_direct=True),
        version(
            "She said: “The dam broke because nobody … would close the gates”",
            "The dam broke because nobody … would close the gates", "1.txt", is_direct=True,
        ),
    )  # fmt: skip
    assert "wording" not in kinds(marked)


def test_a_quotation_cut_at_its_end_is_no_conflict():
    assert kinds(pair("Nobody saw the sluice break that night in the storm", "Nobody saw the sluice break")) == []


NOT_TWO_NAMES = [
    ("Marta Garvock", "Marta Garvok"),
    ("Elsa Brandt", "Elsa Brant"),
    ("Olga Filippova", "Olga Philippova"),
]


@pytest.mark.parametrize(("left", "right"), NOT_TWO_NAMES)
def test_a_name_that_went_through_another_alphabet(left, right):
    given = edition(
        document(f"The ferry was steered by {left} of the Halm line.", "a.txt"),
        document(f"By the Halm line the ferry was given to {right} in May.", "b.txt"),
        actors=(DAGNY, OTTO),
    )
    assert [c for c in conflicts(given) if c.reasons[0].feature == "spelling"] == []
