"""The same occasion as several documents state it."""

from dataclasses import replace
from itertools import permutations

from builders import attribution, document, span

from variorum.collate import occasions
from variorum.collate.quoting import quotes
from variorum.model import Annotation, Occasion, Stated

COMMON = {k: k for k in ("ann", "tom", "igor")}


def held(name: str, kind: str = "meeting", people=("ann", "tom"), date=None, place=None, key: str = "") -> Occasion:
    doc = document(f"They met ({name}).", name)
    stated = (Stated(doc=doc.id, date=date, place=place, evidence=(span(doc, "They met"),)),)
    return Occasion(
        id=f"o-{name}-{key}", kind=kind, label="", participants=people, date=date, place=place, stated=stated
    )


def count(*given: Occasion, quotes=None) -> int:
    return len(occasions.identify(given, COMMON, quotes)[0])


def called(noun: str, *args, **more) -> Occasion:
    return replace(held(*args, **more), label=f"{noun}, Ann and Tom")


def test_same_people_and_dates_that_agree_are_one_occasion():
    (one,), common = occasions.identify([held("a", date="2003"), held("b", date="2003-07-09", place="Norvik")], COMMON)
    assert (one.date, one.place, len(one.stated)) == ("2003-07-09", "Norvik", 2)
    assert set(common.values()) == {one.id}


def test_different_years_are_different_occasions():
    assert count(held("a", date="1987-03-21"), held("b", date="2003")) == 2


def test_a_mention_without_a_date_joins_the_only_one_of_the_same_people():
    assert count(held("a", date="2003-07-09"), held("b")) == 1
    assert count(held("a", date="2003-07-09"), held("b", people=("ann", "igor"))) == 2


def test_kinds_that_differ_stay_apart_but_a_broadcast_is_its_interview():
    assert count(held("a", "interview"), held("b", "meeting")) == 2
    assert count(held("a", "interview"), held("b", "broadcast")) == 1


def test_what_one_document_tells_apart_stays_apart():
    first, second = held("a", "interview", key="1"), held("a", "interview", key="2")
    assert count(first, second) == 2
    assert count(first, second, held("b", "interview")) == 2


def test_one_who_spoke_alone_needs_a_date_to_the_month():
    assert count(held("a", "statement", ("ann",), "2003-07-09"), held("b", "statement", ("ann",), "2003-07-09")) == 1
    assert count(held("a", "statement", ("ann",), "2003"), held("b", "statement", ("ann",), "2003")) == 2
    assert count(held("a", "statement", ("ann",)), held("b", "statement", ("ann",))) == 2


def test_two_cities_are_two_occasions_unless_the_day_is_the_same():
    assert count(held("a", place="Oslo"), held("b", place="Paris")) == 2
    assert count(held("a", place="Oslo", date="2003-07-09"), held("b", place="Paris", date="2003-07-09")) == 1


def test_a_dinner_is_not_a_call_nor_the_hearing_of_the_same_people():
    dinner, call = called("Dinner", "a", date="2003-07-09"), called("Call", "b", date="2003-07-09")
    assert count(dinner, call) == 2
    assert count(dinner, called("Lunch", "b")) == 1
    assert count(call, called("Talk", "a")) == 1


def test_a_hearing_goes_on_from_witness_to_witness():
    first = called("Hearing", "a", "speech", ("ann", "tom"), "1987-03-11")
    assert count(first, called("Hearing", "b", "speech", ("tom", "igor"))) == 1
    assert count(first, called("Hearing", "b", "speech", ("tom", "igor"), "1988")) == 2
    assert count(first, called("Hearing", "b", "speech", ("igor",), "1987-03-11")) == 2
    assert count(first, called("Speech", "b", "speech", ("tom", "igor"))) == 2


def test_one_who_is_quoted_with_the_same_words_said_them_on_one_occasion():
    one, other = held("a", "interview", ("ann",)), held("b", "interview", ("ann", "igor"))
    assert count(one, other) == 2
    said = {one.id: frozenset({("ann", "run")}), other.id: frozenset({("ann", "run")})}
    assert count(one, other, quotes=said) == 1
    assert count(replace(one, date="2003"), replace(other, date="2004"), quotes=said) == 2


def test_a_statement_of_a_day_belongs_to_the_meeting_of_that_day():
    met = held("a", "meeting", date="1998-03-14")
    assert count(met, held("b", "statement", ("ann",), "1998-03-14")) == 1
    assert count(met, held("b", "statement", ("ann",), "1998-03")) == 2
    assert count(met, held("b", "statement", ("igor",), "1998-03-14")) == 2


def test_two_of_one_document_are_one_where_it_only_did_not_know_the_names():
    named, described = held("a", key="1"), held("a", people=("the captain", "tom"), key="2")
    common = {**COMMON, "the captain": "ann"}
    assert len(occasions.identify((named, described), common)[0]) == 1
    assert len(occasions.identify((named, held("a", key="2")), common)[0]) == 2


def test_what_is_quoted_is_kept_as_runs_of_words_by_its_speaker():
    doc = document("“Nobody told us that the answer had changed,” she said. “It was to be a day.”")
    first = attribution(doc, "Nobody told us that the answer had changed", speaker="ann", occasion="o1",
                        quoted=(span(doc, "Nobody told us that the answer had changed"),))  # fmt: skip
    short = attribution(doc, "It was to be a day", speaker="ann", occasion="o2", quoted=(span(doc, "It was to be a"),))
    annotation = Annotation(doc=doc.id, made_by="test/1", attributions=(first, short))
    found = quotes([annotation], {"ann": "ANN"}, {doc.id: doc})
    assert ("ANN", ("us", "that", "the", "answer", "had")) not in found["o1"]  # too few letters to tell anything
    assert ("ANN", ("that", "the", "answer", "had", "changed")) in found["o1"]
    assert found.get("o2", frozenset()) == frozenset()


def test_the_order_of_the_mentions_does_not_matter():
    given = [held("a", date="2003"), held("b", date="2003-07-09"), held("c"), held("d", date="1994")]
    results = [occasions.identify(order, COMMON) for order in permutations(given)]
    assert all(r == results[0] for r in results)
