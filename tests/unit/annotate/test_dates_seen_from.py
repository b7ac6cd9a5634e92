"""From where "yesterday" and a day without its year are seen: the writer's day, and the story told."""

import pytest
from builders import document

from variorum.annotate.dating import dates
from variorum.annotate.dating.issued import written
from variorum.annotate.parse import parse
from variorum.config import Settings


def stated(text: str, published: str | None = None, name: str = "a.txt") -> list[str]:
    parsed = next(iter(parse([document(text, name, published=published)], Settings())))
    return [d.edtf for d in dates.find(parsed)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("By Ann Hale | 9 May 2021 | 6 min read\n\nIt rained.", "2021-05-09"),
        ("First aired: Monday, 3 May 1993, 8 p.m.\n\nHALE: It rained.", "1993-05-03"),
        ("Excerpt, June 8, 2009, Morning Session\n\nQ. Did it rain?", "2009-06-08"),
        ("FOR RELEASE AT 9:00 A.M., TUESDAY, MAY 5, 2009\n\nIt rained.", "2009-05-05"),
        ("June 2020 · 12 minute read\n\nIt rained.", "2020-06"),
        ("RELEASED 2 JANUARY 2017 UNDER SECTION 4\n\nIt rained.", None),
        ("It rained on 9 May 2021.", None),
        ("It rained.\n\nNP 041530 JUN 98", "1998-06-04"),
        ("It rained.\n\n(Norvik Daily 07/15/2016 page1)", "2016-07-15"),
    ],
)
def test_a_document_tells_when_it_was_written(text, expected):
    assert written(document(text)) == expected


def test_the_name_of_the_file_tells_it_where_nothing_else_does():
    assert written(document("It rained.", "letters/hale-1961-05-04.txt")) == "1961-05-04"
    assert written(document("It rained.", "hale-1961-05.txt")) == "1961-05"
    assert written(document("It rained.", "hale-1961-05-04.txt", published="1970-01-02")) == "1970-01-02"
    assert written(document("It rained.", "downloaded-2021-05-04.txt")) is None


def test_a_dateline_without_its_year_takes_it_from_a_name_that_agrees():
    assert written(document("It rained.", "norvik-1986-11-22.txt", published="XXXX-11-22")) == "1986-11-22"
    assert written(document("It rained.", "norvik-1986-10-02.txt", published="XXXX-11-22")) is None


def test_a_report_dated_by_a_weekday_was_written_on_that_day():
    text = "NORVIK, Wednesday\n\nThe mate told the court today that it rained. He goes home tomorrow."
    assert stated(text, published="1987-03-12") == ["1987-03-11", "1987-03-11", "1987-03-12"]


def test_an_entry_of_a_diary_counts_from_its_own_day():
    text = "4 June 1998. Rain again. Hale left yesterday.\n9 June 1998. No rain. Marsh comes tomorrow."
    assert stated(text) == ["1998-06-04", "1998-06-03", "1998-06-09", "1998-06-10"]


def test_the_sunday_of_a_story_is_the_first_after_the_day_told_of():
    text = "He was asked on 5 June 1998. On the Sunday he went to see her."
    assert stated(text) == ["1998-06-05", "1998-06-07"]
    assert stated("She read of it in the Sunday Herald on 5 June 1998.") == ["1998-06-05"]


def test_today_of_one_who_is_quoted_by_another_is_not_the_writers():
    assert stated("“He told me, ‘You sail tonight,’” she said.", published="1996-11-20") == []
    assert stated("“We sail tonight,” she said.", published="1996-11-20") == ["1996-11-20"]
    assert stated("HALE: He said, “You sail tonight.” That was all.", published="1996-11-20") == []


def test_what_was_to_follow_a_day_long_past_is_seen_from_that_day():
    text = "They met on 14 March 1998 in the old lodge.\n\nThe commission was to report by 1 June. It never met."
    assert stated(text, published="2019-10-03") == ["1998-03-14", "1998-06-01"]
    assert stated(text.replace("was to", "is to"), published="2019-10-03") == ["1998-03-14", "2020-06-01"]


def test_a_promise_made_now_is_seen_from_now():
    text = "It asked for papers from January 1, 2009. The owner has agreed to send them by March 25."
    assert stated(text, published="2011-03-10") == ["2009-01-01", "2011-03-25"]


def test_what_is_not_news_keeps_the_year_of_the_story():
    text = "The page is dated February 17, 2011.\n\nShe laughed. On the night of March 8 it burned."
    assert stated(text, published="2021-03") == ["2011-02-17", "2011-03-08"]


def test_that_evening_is_not_the_evening_of_a_day_to_come():
    text = "They met on 14 March 1998. They are to report by June 1, 1998. They were to dine together that evening."
    assert stated(text) == ["1998-03-14", "1998-06-01", "1998-03-14"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She met him once, in '91.", ["1991"]),
        ("It opened last summer.", ["2016-22"]),
        ("It will open next spring.", ["2018-21"]),
        ("It can wait until the fair in September.", ["2017-09"]),
        ("They met on 4 May 2010. In June of the following year they met again.", ["2010-05-04", "2011-06"]),
    ],
)
def test_years_and_seasons_seen_from_publication(text, expected):
    assert stated(text, published="2017-06-12") == expected
