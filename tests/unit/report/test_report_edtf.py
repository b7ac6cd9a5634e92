"""Dates in words and as stretches of years."""

import pytest

from variorum.report.edtf import when


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2000-06-04", "4 June 2000"),
        ("2000-06", "June 2000"),
        ("2000", "2000"),
        ("195X", "the 1950s"),
        ("19XX", "1900 to 1999"),
        ("2000-06-XX", "June 2000"),
        ("2000-XX", "2000"),
        ("XXXX-06", "June, year not stated"),
        ("XXXX-06-12", "12 June, year not stated"),
        ("XXXX", "year not stated"),
        ("2017-06~", "about June 2017"),
        ("~2017-06", "about June 2017"),
        ("2017?", "2017 (uncertain)"),
        ("2017%", "about 2017 (uncertain)"),
        ("2000-06/2000-08", "June 2000 to August 2000"),
        ("1998/..", "from 1998"),
        ("../1998", "until 1998"),
        ("1998/", "from 1998"),
        ("2001-21", "spring 2001"),
        ("2001-33", "first quarter of 2001"),
        ("[1667,1668]", "1667 or 1668"),
        ("2004-02-29T10:00:00Z", "29 February 2004"),
        ("-0043", "44 BC"),
        ("0000", "1 BC"),
        (None, "no date stated"),
        ("", "no date stated"),
    ],
)
def test_words(edtf, words):
    assert when(edtf).words == words


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2000", 2000, 2001),
        ("195X", 1950, 1960),
        ("2000-07", 2000.5, 2000.583),
        ("2000-07-01", 2000.5, 2000.503),
        ("1998/2003", 1998, 2004),
        ("1998/..", 1998, None),
        ("../1998", None, 1999),
        ("2001-24", 2001.917, 2002.167),
        ("XXXX-06", None, None),
        ("-0043", -43, -42),
    ],
)
def test_stretch(edtf, first, last):
    found = when(edtf)
    assert (found.first, found.last) == (pytest.approx(first, abs=0.001), pytest.approx(last, abs=0.001))


@pytest.mark.parametrize(
    "text", ["2000-13", "2000-06-31", "last week", "2000-0X-01", "X999", "[]", "/", "<b>", "20000"]
)
def test_what_is_no_date_is_shown_as_written(text):
    assert (when(text).words, when(text).first, when(text).last) == (text, None, None)


def test_order_is_of_time_and_dates_without_a_year_come_last():
    dates = ["XXXX-06", "2000-06", "1998/2004", "2000", None, "../1990", "-0043"]
    assert sorted(dates, key=lambda d: when(d).order) == [
        "-0043", "../1990", "1998/2004", "2000", "2000-06", None, "XXXX-06",
    ]  # fmt: skip
