"""Conflicts that no statement shows: answers told twice, nearly equal quotations, sums, slips of the pen."""

from __future__ import annotations

from dataclasses import replace

import pytest
from builders import attribution, document, edition
from judge_matters import DAGNY, OTTO, conflicts, narrated, words

from variorum.model import DateMention, Edition, Span


def quoting(*lines: tuple[str, str]) -> Edition:
    """Documents of one line each, with one quotation of Holt's in it and no statement at all."""
    documents = [document(text, f"{n}.txt") for n, (text, _) in enumerate(lines)]
    made = [
        attribution(doc, quote, quoted=quote, mode="direct", speaker=DAGNY.id)
        for doc, (_, quote) in zip(documents, lines, strict=True)
    ]
    return edition(*documents, attributions=tuple(made), actors=(DAGNY, OTTO))


NEARLY_EQUAL = [
    ("suspected-corruption", "to be treated as a loyal neighbour", "to be treated as a royal neighbour"),
    ("polarity", "We will never sell the islands to Estre", "We will always sell the islands to Estre"),
    ("number", "We shall need forty ships every winter", "We shall need fourteen ships every winter"),
    ("wording", "The door to the north is on the latch", "The door to the north is on the bolt"),
]


@pytest.mark.parametrize(("kind", "left", "right"), NEARLY_EQUAL)
def test_nearly_equal_quotations_of_two_documents(kind, left, right):
    given = quoting((f"Holt said: “{left}.”", left), (f"Holt said: “{right}.”", right))
    assert [c.kind for c in conflicts(given)] == [kind]


NOT_NEARLY = [
    ("The harbour is open to everybody in the winter", "The harbour was shut for the whole of that winter"),
    ("We analysed the colour of the neighbouring centre", "We analyzed the color of the neighboring center"),
    ("We will need the ships by the end of the week", "We will need the ships"),
]


@pytest.mark.parametrize(("left", "right"), NOT_NEARLY)
def test_quotations_that_do_not_clash(left, right):
    assert conflicts(quoting((f"Holt said: “{left}.”", left), (f"Holt said: “{right}.”", right))) == ()


def telling(name: str, answers: dict[str, str]) -> tuple:
    """A document in which Holt tells Reiss's answers about selling the Halm mill: (document, attributions)."""
    inner = " ".join(f"Then he said, ‘{answer}’" for answer in answers)
    outer = f"I asked Reiss whether he would sell the Halm mill to the council. {inner}"
    doc = document(f"“{outer}” Holt recalled.", f"{name}.txt")
    told = attribution(doc, outer, quoted=outer, mode="direct", speaker=DAGNY.id)
    made = [
        attribution(doc, answer, quoted=answer, mode="direct", speaker=OTTO.id, parent=told.id) for answer in answers
    ]
    return doc, (told, *made)


def tellings(*held: tuple) -> Edition:
    return edition(
        *(doc for doc, _ in held), attributions=tuple(a for _, made in held for a in made), actors=(DAGNY, OTTO)
    )


def test_one_account_ends_in_a_refusal_that_the_other_lacks():
    given = tellings(telling("a", {"Why not?": "", "No, that is not possible.": ""}), telling("b", {"Why not?": ""}))
    (found,) = conflicts(given)
    assert found.kind == "outcome"
    assert set(words(given, found)) == {"No, that is not possible.", "Why not?"}


def test_one_answer_quoted_in_two_wordings():
    given = tellings(telling("a", {"I have no objection.": ""}), telling("b", {"Why not?": ""}))
    (found,) = conflicts(given)
    assert found.kind == "wording"
    assert set(words(given, found)) == {"I have no objection.", "Why not?"}


def test_the_same_answer_twice_is_no_conflict():
    assert conflicts(tellings(telling("a", {"Why not?": ""}), telling("b", {"Why not?": ""}))) == ()


def test_a_total_that_its_parts_do_not_make():
    given = narrated(
        "Since 2000 the League of Halm has grown by an additional 12 towns that joined it.",
        "In 2004 seven towns joined the League of Halm. Since then, so have Morl, Estre and Vann.",
    )
    (found,) = conflicts(given)
    assert found.kind == "number"
    assert "make 10" in found.label


def test_a_total_that_its_parts_make():
    assert conflicts(narrated(
        "Since 2000 the League of Halm has grown by an additional 10 towns that joined it.",
        "In 2004 seven towns joined the League of Halm. Since then, so have Morl, Estre and Vann.",
    )) == ()  # fmt: skip


def dated(*held: tuple[str, str, str]) -> Edition:
    """Documents of one line, each with one date in it (words, EDTF)."""
    documents = [document(text, f"{n}.txt") for n, (text, _, _) in enumerate(held)]
    dates = []
    for doc, (text, form, edtf) in zip(documents, held, strict=True):
        at = text.index(form)
        dates.append(DateMention(Span(doc.id, at, at + len(form)), edtf))
    return replace(edition(*documents), dates=tuple(dates))


def test_a_month_miscopied():
    given = dated(
        ("Holt met Reiss at Aldersea Lodge on 14 March 1998 for talks.", "14 March 1998", "1998-03-14"),
        ("The talks of Holt and Reiss were held on 14 May 1998 at Aldersea Lodge.", "14 May 1998", "1998-05-14"),
    )
    (found,) = conflicts(given)
    assert found.kind == "date"
    assert "14 March 1998" in found.label and "14 May 1998" in found.label


def test_the_date_of_an_agency_s_report_is_not_that_of_the_event():
    assert conflicts(dated(
        ("HALM, Feb 9 (Reuters) - Holt withdrew the offer of the Halm mill to Reiss.", "Feb 9", "2021-02-09"),
        ("HALM, Feb 8 (Reuters) - Holt withdrew the offer of the Halm mill to Reiss.", "Feb 8", "2021-02-08"),
    )) == ()  # fmt: skip


def test_a_word_and_a_comma_without_their_blanks():
    text = "The harbor is shut. The harbor is old. Nobody saw the harborof Halm. He announced,that it was over."
    (found,) = conflicts(narrated(text))
    assert (found.kind, len(found.evidence)) == ("suspected-corruption", 2)


def test_words_that_only_look_run_together():
    assert (
        conflicts(narrated("Breathe on the waterproof cloth. Bathe the hoof; soothe it under the roof. I loathe that."))
        == ()
    )


def test_a_heading_against_the_text_under_it():
    given = narrated(
        "Reiss welcomed the sale of the Halm mill\n"
        "The minutes are long. According to them Reiss responded very coolly to the offer of the council.\n"
    )
    (found,) = conflicts(given)
    assert found.kind == "polarity"
    assert words(given, found)[0] == "Reiss welcomed the sale of the Halm mill"
    assert "Reiss responded very coolly" in words(given, found)[1]


@pytest.mark.parametrize("text", [
    "Reiss welcomed the sale of the Halm mill\nReiss reacted warmly to the offer of the council.",
    "Reiss welcomed the sale of the Halm mill\nHolt reacted coolly to the offer of the council.",
    "Reiss\nReiss refused. Holt agreed.",
])  # fmt: skip
def test_a_heading_that_its_text_bears_out(text):
    assert conflicts(narrated(text)) == ()
