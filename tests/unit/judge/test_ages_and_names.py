"""One person with two ages, one name in two spellings, a weekday that the calendar rules out, and their traps."""

from __future__ import annotations

from dataclasses import replace

import pytest
from builders import attribution, document, edition
from judge_matters import DAGNY, OTTO, conflicts, narrated, words

from variorum.model import DateMention, Span

CLASHES = {
    "the age of a named woman": (
        "Ada Verrall, 34, was pulled from the river at Brand on Monday.",
        "Rescuers pulled the 43-year-old Ada Verrall from the river at Brand.",
        "number",
    ),
    "an epithet at the head of a sentence": (
        "The diver Ada Verrall went under at Brand. Tireless Verrall, 34, was pulled from the river.",
        "Rescuers pulled the 43-year-old Ada Verrall from the river at Brand.",
        "number",
    ),
    "the age of the only boy": (
        "A six-year-old boy was trapped under the Halm weir at Brand in Orland, the Halm Post said.",
        "Divers reached a five-year-old boy under the Halm weir at Brand in Orland, says the Post.",
        "number",
    ),
    "a letter of a name beside another": (
        "The child was named as Lio Zekong by the Halm paper.",
        "Neighbours wept when Lio Sekong was carried home.",
        "other",
    ),
    "a letter of a long name": (
        "A customer of the power company Ventrelec was billed for a million.",
        "A bill for a million came from the power company Ventralec, the customer said.",
        "other",
    ),
    "a sum before the same noun": (
        "Norlund said that its $47 billion bid for Orvane stood firm in the spring.",
        "Last year Norlund made a $38 billion bid for the chip maker Orvane of Halm.",
        "number",
    ),
    "a depth written as one word": (
        "The child fell into the 80m-deep shaft while picking berries.",
        "A child was saved from a 40-metre-deep shaft, where berries grow.",
        "number",
    ),
    "at whose request": (
        "The votes of Corvale were counted again at the request of Mr. Anton Ferrow.",
        "At the request of Brill the votes of Corvale were counted again.",
        "other",
    ),
    "the term of a contract": (
        "Odell passed the test of the doctors and signed a contract for five years.",
        "He agreed to a contract that runs for four years, said the doctors.",
        "number",
    ),
}
AGREE = {
    "the same age in words": (
        "Ada Verrall, 34, was pulled from the river at Brand on Monday.",
        "Rescuers pulled the thirty-four-year-old Ada Verrall from the river at Brand.",
    ),
    "two people of one family": (
        "Ada Verrall, 34, was pulled from the river at Brand on Monday.",
        "Rescuers pulled the seven-year-old Tom Verrall from the river at Brand.",
    ),
    "an age of another time": (
        "Ada Verrall, 34, was pulled from the river at Brand on Monday.",
        "She had learned to swim when the then 12-year-old Ada Verrall lived at Brand.",
    ),
    "a boy and a girl": (
        "A six-year-old boy was trapped under the Halm weir at Brand in Orland, the Halm Post said.",
        "Divers reached a five-year-old girl under the Halm weir at Brand in Orland, says the Post.",
    ),
    "two names in one sentence": (
        "Lio Zekong and his brother Lio Sekong were carried home.",
        "Neighbours wept when Lio Sekong was carried home.",
    ),
    "a land and its people": (
        "A customer of the power company in Ventrelia was billed for a million.",
        "A bill for a million came to a Ventrelian, a customer of the power company.",
    ),
    "an accent": (
        "The plane had left San Morén for the coast.",
        "The plane from San Moren never reached the coast.",
    ),
    "a request of one man, named and titled": (
        "The votes of Corvale were counted again at the request of Mr. Anton Ferrow.",
        "At the request of Ferrow the votes of Corvale were counted again.",
    ),
    "two numbers rounded": (
        "Norlund had 12,300 tonnes of grain in the store at Brand.",
        "In the store at Brand Norlund had 12,000 tonnes of grain.",
    ),
    "a share of the market that moves": (
        "Shares of Norlund fell 4.3 percent after the bid for Orvane was raised.",
        "After the bid for Orvane was raised, shares of Norlund fell 6.6 percent.",
    ),
}


@pytest.mark.parametrize("name", CLASHES)
def test_clashes(name):
    left, right, kind = CLASHES[name]
    assert [c.kind for c in conflicts(narrated(left, right))] == [kind]


@pytest.mark.parametrize("name", AGREE)
def test_traps(name):
    assert conflicts(narrated(*AGREE[name])) == ()


@pytest.mark.parametrize("name", CLASHES)
def test_evidence_lies_in_both_documents(name):
    left, right, _ = CLASHES[name]
    (found,) = conflicts(narrated(left, right))
    assert len({e.doc for e in found.evidence}) == 2


def test_a_name_is_shown_with_what_stands_beside_it():
    given = narrated(*CLASHES["a letter of a name beside another"][:2])
    (found,) = conflicts(given)
    assert set(words(given, found)) == {"Lio Zekong", "Lio Sekong"}


def dated(text: str, said: str, edtf: str):
    given = narrated(text)
    doc = given.documents[0]
    start = doc.text.index(said)
    return replace(given, dates=(DateMention(Span(doc.id, start, start + len(said)), edtf),))


def test_a_weekday_that_the_calendar_rules_out():
    (found,) = conflicts(dated("The toll was raised on Monday, 4 March 2014.", "4 March 2014", "2014-03-04"))
    assert "Tuesday" in found.label
    assert found.kind == "date"


def test_a_weekday_that_the_calendar_allows():
    assert conflicts(dated("The toll was raised on Tuesday, 4 March 2014.", "4 March 2014", "2014-03-04")) == ()


def test_old_dates_may_be_of_another_style():
    assert conflicts(dated("The toll was raised on Monday, 4 March 1714.", "4 March 1714", "1714-03-04")) == ()


def test_a_pronoun_that_may_mean_the_other_speaker_shows_no_conflict():
    words_said = "The whole bridge will be sold before the winter"
    first = document(f"Dagny Holt said: “{words_said}.”", "a.txt")
    text = f"Dagny Holt met Otto Reiss at the bridge. He said: “{words_said}.”"
    second = document(text, "b.txt")
    made = (
        attribution(first, words_said, quoted=words_said, mode="direct", speaker=DAGNY.id, source="Dagny Holt"),
        attribution(second, words_said, quoted=words_said, mode="direct", speaker=OTTO.id, source="He"),
    )
    assert conflicts(edition(first, second, attributions=made, actors=(DAGNY, OTTO))) == ()
