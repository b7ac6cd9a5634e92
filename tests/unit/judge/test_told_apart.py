"""What two documents tell otherwise without anybody's being quoted: one case for each comparer, and its trap."""

from __future__ import annotations

from dataclasses import replace

import pytest
from judge_matters import conflicts, narrated, words

from variorum.judge.conflicts.doers import ToldApart
from variorum.judge.conflicts.told import told
from variorum.lookup import Lookup
from variorum.model import DateMention, Span

CLASHES = {
    "a weight": (
        "The tanker Orla lost 90 tonnes of oil off Cape Brand.",
        "Off Cape Brand the tanker Orla lost 19 tonnes of oil, the coastguard said.",
        "number",
    ),
    "a sum": (
        "The club paid a fee of 31 million euros for the striker Halvard.",
        "For the striker Halvard the club paid a fee of 13 million euros.",
        "number",
    ),
    "a part": (
        "The new duty is five per cent of the value of the cargo.",
        "A duty of fifteen percent of the value of the cargo is new.",
        "number",
    ),
    "a time of day": (
        "The alarm at the Brand mill rang at 2.40 a.m. on Monday.",
        "The alarm at the Brand mill rang shortly after 4 a.m. on Monday.",
        "date",
    ),
    "a street": (
        "An excavator cut the main cable under Mill Street that night.",
        "The main cable under Castle Street was cut by an excavator that night.",
        "place",
    ),
    "a thing denied": (
        "The pump of the Brand mill was inspected every week.",
        "The pump of the Brand mill was never inspected, the union says.",
        "polarity",
    ),
    "a thing and its opposite": (
        "The seals of the Brand ballot boxes were intact.",
        "The seals of the Brand ballot boxes were broken.",
        "polarity",
    ),
    "a switch": (
        "The radar of the Orla was switched off.",
        "The radar of the Orla was on, the captain said.",
        "polarity",
    ),
    "a supplier": (
        "The generator at the Brand mill was supplied by Hallam Works.",
        "The generator at the Brand mill was supplied by Norden Electric.",
        "other",
    ),
    "who is to blame": (
        "The ferry and the tanker met off Cape Brand. The inquiry finds that the ferry was to blame.",
        "The inquiry found on Friday that the tanker was to blame.",
        "other",
    ),
    "who struck whom": (
        "On Monday the trawler Orla struck the yacht Vesna off Cape Brand.",
        "The yacht Vesna struck the trawler Orla off Cape Brand on Monday.",
        "other",
    ),
    "the dead": (
        "The Orla sank off Cape Brand near Halm. Nobody was killed.",
        "The Orla sank off Cape Brand near Halm. Two sailors were killed.",
        "number",
    ),
}

HARMLESS = {
    "a conversion": (
        "The rocket flew 770 kilometers (about 480 miles) over Cape Brand.",
        "Over Cape Brand the rocket flew 480 miles.",
    ),
    "a sum that fits": (
        "The Orla carried 212 passengers and 26 sailors to Halm.",
        "The Orla carried 238 passengers and sailors to Halm.",
    ),
    "a rounded number": (
        "The match at Halm was seen by 18,200 people in the rain.",
        "The match at Halm was seen by 18,000 people in the rain.",
    ),
    "a number that has risen": (
        "The storm at Halm left 40 houses without power on Monday.",
        "The storm at Halm has now left 90 houses without power.",
    ),
    "an hour told less exactly": (
        "The count at Halm ended at 7.30 p.m. in the school.",
        "The count at Halm ended at about 7.30 in the evening in the school.",
    ),
    "a place in another": (
        "The talks on the Brand canal were held at Oster Lodge in Halm.",
        "The talks on the Brand canal were held in Halm.",
    ),
    "a short form": (
        "The flight to Quay Lumm landed back in Port Arden at dawn.",
        "The flight to Quay Lumm landed back in PA at dawn.",
    ),
    "not only": (
        "The pump of the Brand mill was inspected in the spring.",
        "The pump of the Brand mill was not only inspected in the spring.",
    ),
    "what ought to be": (
        "The Brand mill in Halm was closed in spring.",
        "The Brand mill in Halm should never be closed in spring.",
    ),
    "a denial of a time": (
        "The pump of the Brand mill was tested on 6 January 2018.",
        "The pump of the Brand mill was never tested after January 2018.",
    ),
    "both deny": (
        "The clerk found no minutes of the talk at Halm.",
        "No minutes of the talk at Halm were found by the clerk.",
    ),
    "something avoided": (
        "The Brand fund paid no tax in Halm for years.",
        "The Brand fund avoided paying tax in Halm for years.",
    ),
    "things told apart by a word": (
        "The town of Brand sent five fire crews to the mill in Halm.",
        "The town of Brand sent four rescue crews to the mill in Halm.",
    ),
    "a false report of it": (
        "There was a false report of a blockade of the Brand mill in Halm.",
        "There was no blockade of the Brand mill in Halm, the mayor said.",
    ),
    "two spellings of a company": (
        "The brothers were allowed to board the All Halm Airways flight to Quay.",
        "The brothers were allowed to board the All Halm Airlines flight to Quay.",
    ),
}


@pytest.mark.parametrize("name", sorted(CLASHES))
def test_clashes(name):
    left, right, kind = CLASHES[name]
    found = [c for c in conflicts(narrated(left, right)) if c.kind == kind]
    assert found
    assert {e.doc for e in found[0].evidence} == {d.id for d in narrated(left, right).documents}
    assert all(r.text for r in found[0].reasons)


@pytest.mark.parametrize("name", sorted(HARMLESS))
def test_traps(name):
    assert [c.label for c in conflicts(narrated(*HARMLESS[name]))] == []


def dated(left: str, right: str, **when: str):
    """Two documents in which the words of each date are dated."""
    given = narrated(left, right)
    dates = [
        DateMention(Span(d.id, d.text.index(said), d.text.index(said) + len(said)), edtf.replace("_", "-"))
        for edtf, said in when.items()
        for d in given.documents
        if said in d.text
    ]
    return replace(given, dates=tuple(sorted(dates, key=lambda d: d.span)))


def test_two_months_of_one_event_clash():
    given = dated(
        "The commission on the Brand mill is to report by 1 June.",
        "The commission on the Brand mill has to report by 1 July.",
        XXXX_06_01="1 June", XXXX_07_01="1 July",
    )  # fmt: skip
    (found,) = conflicts(given)
    assert (found.kind, sorted(words(given, found))) == ("date", ["1 July", "1 June"])


def test_a_day_without_its_year_agrees_with_the_same_day():
    given = dated(
        "The commission on the Brand mill met on 1 June.",
        "The commission on the Brand mill met on June 1, 1998.",
        XXXX_06_01="1 June", **{"1998-06-01": "June 1, 1998"},
    )  # fmt: skip
    assert conflicts(given) == ()


def test_the_order_of_the_documents_does_not_matter():
    left, right, _ = CLASHES["a weight"]
    there, back = narrated(left, right), narrated(right, left)
    assert sorted(words(there, conflicts(there)[0])) == sorted(words(back, conflicts(back)[0]))


def test_a_document_that_also_tells_the_same_contradicts_nobody():
    both = "Some spoke of 19 tonnes of oil. The tanker Orla lost 90 tonnes of oil off Cape Brand."
    assert conflicts(narrated(both, "The tanker Orla lost 90 tonnes of oil off Cape Brand.")) == ()


def test_reasons_quote_what_both_tell_of_and_spell_dates_out():
    given = dated(
        "The talk with the keeper at Brand Lodge was held on 14 May 1998.",
        "The talk with the keeper at Brand Lodge was held on 14 March 1998.",
        **{"1998-05-14": "14 May 1998", "1998-03-14": "14 March 1998"},
    )  # fmt: skip
    (found,) = conflicts(given)
    text = found.reasons[0].text
    assert "keeper at Brand Lodge" in text
    assert "14 May 1998" in text and "14 March 1998" in text and "1998-" not in text


def test_a_number_is_quoted_with_what_it_counts():
    given = narrated(
        "The town of Brand sent five rescue crews to the burning mill in Halm.",
        "The town of Brand sent nine rescue crews to the burning mill in Halm.",
    )
    (found,) = conflicts(given)
    assert sorted(words(given, found)) == ["five rescue crews", "nine rescue crews"]


def test_names_side_by_side_are_one_name():
    held = ToldApart(told(Lookup(narrated("Holt met Reiss in Halm.", "Anna Holt left Halm."))))
    assert held.are_two("holt", "reiss")
    assert not held.are_two("anna", "holt")
