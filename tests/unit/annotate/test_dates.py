"""Dates as they are worded, each with its EDTF."""

import itertools

import pytest
from builders import document

from variorum.annotate.dating import dates
from variorum.annotate.parse import parse
from variorum.config import Settings


def found(text: str, published: str | None = None) -> list[tuple[str, str]]:
    doc = document(text, published=published)
    parsed = next(iter(parse([doc], Settings())))
    return [(text[d.span.start : d.span.end], d.edtf) for d in dates.find(parsed)]


def stated(text: str, published: str | None = None) -> list[str]:
    return [edtf for _, edtf in found(text, published)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met on July 9, 2003.", ["2003-07-09"]),
        ("They met on Sunday, July 9, 2003, in Norvik.", ["2003-07-09"]),
        ("They met on 9 July 2003.", ["2003-07-09"]),
        ("They met on the 9th of July, 2003.", ["2003-07-09"]),
        ("They met in March 2000.", ["2000-03"]),
        ("They met in Sept. 2001.", ["2001-09"]),
        ("The treaty of 1994 was kept.", ["1994"]),
        ("In the mid-1930s they asked again.", ["1934/1936"]),
        ("It was said in the 1990s.", ["199X"]),
        ("It was the late 1980s.", ["1987/1989"]),
        ("It was common in the 19th century.", ["18XX"]),
        ("He came in the summer of 1971.", ["1971-22"]),
        ("He came in the winter of 2013.", ["2013-12/2014-02"]),
        ("He served between 1962 and 1968.", ["1962/1968"]),
        ("He served from 1971 to 1975.", ["1971/1975"]),
        ("He served 1971–1975 and left.", ["1971/1975"]),
        ("Nothing has changed since 1994.", ["1994"]),
        ("In early 2000 he was asked.", ["2000-01/2000-04"]),
        ("By late May 2017 it was over.", ["2017-05-21/2017-05-31"]),
        ("On the night of 3–4 June 1999 it burned.", ["1999-06-03/1999-06-04"]),
        ("It ran from May 30 to June 2, 2017.", ["2017-05-30/2017-06-02"]),
        ("In the first quarter of 2009 it fell.", ["2009-01/2009-03"]),
        ("The club grew in 1903, 1911, and 1925.", ["1903", "1911", "1925"]),
        ("A note tells of a 1971 dinner of the two.", ["1971"]),
        ("The council (1999) said so.", ["1999"]),
        ("It was signed on 2017-06-12.", ["2017-06-12"]),
    ],
)
def test_a_written_date_is_read(text, expected):
    assert stated(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was signed on 25/06/2000.", ["2000-06-25"]),
        ("It was signed on 06/25/2000.", ["2000-06-25"]),
        ("It was signed on 04/06/2000.", ["2000"]),
        ("It was signed on 04.06.2000.", ["2000-06-04"]),
    ],
)
def test_of_numbers_only_the_certain_part_is_taken(text, expected):
    assert stated(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "About 2000 people came.",
        "It cost $2000 at most.",
        "It weighs 1,994 pounds.",
        "Call 555 2000 1994-55.",
        "She is 19 years old.",
        "He may march with them.",
        "The Model 1950 rifle was found.",
        "They walked 1500 metres.",
    ],
)
def test_what_only_looks_like_a_date_is_left_out(text):
    assert stated(text) == []


def test_a_month_without_a_year_has_none_where_the_document_has_no_date():
    assert stated("He said so in June.") == ["XXXX-06"]
    assert stated("It begins on June 12.") == ["XXXX-06-12"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said on Thursday that it was over.", ["2017-06-08"]),
        ("He will speak on Thursday.", ["2017-06-15"]),
        ("He said so yesterday.", ["2017-06-11"]),
        ("It was decided last week.", ["2017-06-05/2017-06-11"]),
        ("It was decided last month.", ["2017-05"]),
        ("It is set to air later this month.", ["2017-06-12/2017-06-30"]),
        ("They met two years ago.", ["2015~"]),
        ("They met three days ago.", ["2017-06-09"]),
        ("He said so in November.", ["2016-11"]),
        ("It is set to begin on June 20.", ["2017-06-20"]),
    ],
)
def test_a_relative_date_counts_from_publication(text, expected):
    assert stated(text, published="2017-06-12") == expected


def test_a_relative_date_without_a_date_of_publication_is_left_out():
    assert stated("He said so yesterday, and again last week.") == []


def test_a_date_counts_from_the_one_named_before():
    assert stated("In 1961 two opened. Six years later, five more did.") == ["1961", "1967"]
    assert stated("They met on July 9, 2003. The next day he left.") == ["2003-07-09", "2003-07-10"]
    assert stated("He was elected in 2000. That year he spoke twice.") == ["2000", "2000"]


def test_a_date_told_backwards_dates_what_came_before_too():
    text = "He laughed at it, and four months later – in October 1988 – he left the board."
    assert found(text) == [("four months later", "1988-06~"), ("October 1988", "1988-10")]


def test_what_the_text_has_dated_already_is_not_dated_again():
    assert stated("In 1961 two opened. Six years later, in 1967, five more did.") == ["1961", "1967"]


def test_dates_are_in_text_order_and_apart():
    text = "From July 9, 2003 to October 1988, in the 1990s, in 1994."
    doc = document(text)
    spans = [d.span for d in dates.find(next(iter(parse([doc], Settings()))))]
    assert spans == sorted(spans)
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))


def test_digits_within_a_longer_word_break_nothing():
    assert stated("The file minutes-2014.txt was lost, and so was `letters-1998.txt`; they met in 2001.")[-1] == "2001"
