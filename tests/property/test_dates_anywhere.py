"""No text, however odd, breaks the finding of dates; what is found is a date and lies where it says."""

from builders import document
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from variorum import edtf
from variorum.annotate.dating import almanac, dates
from variorum.annotate.parse import parse
from variorum.config import Settings

PIECES = st.sampled_from(
    [
        "June",
        "2000",
        "31",
        "in ",
        " of ",
        "-",
        "–",
        "/",
        "the ",
        "1990s",
        "last week",
        "later",
        "May",
        "“",
        "(",
        ",",
        "9999",
        " 0 ",
    ]
)
TEXTS = st.lists(PIECES | st.text(max_size=6), max_size=14).map(" ".join)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS, st.sampled_from([None, "2017", "2017-06", "2017-06-12", "2016-02-29", "not a date"]))
def test_whatever_is_found_is_a_date_with_its_words(text, published):
    doc = document(text or "x", published=published)
    for parsed in parse([doc], Settings()):
        found = dates.find(parsed)
        assert all(edtf.is_valid(d.edtf) for d in found)
        assert all(0 <= d.span.start < d.span.end <= len(doc.text) for d in found)
        assert [d.span for d in found] == sorted(d.span for d in found)


@given(st.dates(), st.integers(-500, 500), st.sampled_from(["day", "week", "month", "year", "decade", "century"]))
def test_a_shift_there_and_back_comes_near_its_start(start, count, unit):
    there = almanac.shifted(start.isoformat(), count, unit)
    if there is not None:
        back = almanac.shifted(there, -count, unit)
        assert back is not None
        assert edtf.agree(back, start.isoformat())


@given(st.text(max_size=12))
def test_no_string_breaks_the_reckoning(text):
    assert edtf.size(text) >= 1
    assert edtf.agree(text, text)
    edtf.in_time(text)
