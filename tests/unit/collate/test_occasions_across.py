"""The same occasion as several documents state it."""

from itertools import permutations

from builders import document, span

from variorum.collate import occasions
from variorum.model import Occasion, Stated

COMMON = {k: k for k in ("ann", "tom", "igor")}


def held(name: str, kind: str = "meeting", people=("ann", "tom"), date=None, place=None, key: str = "") -> Occasion:
    doc = document(f"They met ({name}).", name)
    stated = (Stated(doc=doc.id, date=date, place=place, evidence=(span(doc, "They met"),)),)
    return Occasion(
        id=f"o-{name}-{key}", kind=kind, label="", participants=people, date=date, place=place, stated=stated
    )


def count(*given: Occasion) -> int:
    return len(occasions.identify(given, COMMON)[0])


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


def test_the_order_of_the_mentions_does_not_matter():
    given = [held("a", date="2003"), held("b", date="2003-07-09"), held("c"), held("d", date="1994")]
    results = [occasions.identify(order, COMMON) for order in permutations(given)]
    assert all(r == results[0] for r in results)
