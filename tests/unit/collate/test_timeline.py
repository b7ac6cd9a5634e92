"""What the documents date, in the order of time."""

from builders import document, span

from variorum.collate.timeline import DateChronicler
from variorum.config import Settings
from variorum.model import DateMention, Edition, Occasion, Stated


def dated(doc, words: str, edtf: str, *, is_relative: bool = False) -> DateMention:
    return DateMention(span(doc, words), edtf, is_relative)


def chronicle(*documents, dates=(), occasions=()):
    edition = Edition(
        documents=tuple(sorted(documents, key=lambda d: d.id)), dates=tuple(dates), occasions=tuple(occasions)
    )
    return DateChronicler(Settings()).chronicle(edition)


def test_entries_are_in_the_order_of_time_the_unknown_year_last():
    doc = document(
        "In June he spoke to all. In the 1990s they met often. On July 9, 2003, they dined late. In 1994 it rained."
    )
    dates = [
        dated(doc, "June", "XXXX-06"), dated(doc, "the 1990s", "199X"),
        dated(doc, "July 9, 2003", "2003-07-09"), dated(doc, "1994", "1994"),
    ]  # fmt: skip
    assert [e.date for e in chronicle(doc, dates=dates)] == ["199X", "1994", "2003-07-09", "XXXX-06"]


def test_the_label_is_made_of_the_clause_around_the_date():
    doc = document("He was tired, but in 1999 three towns built the bridge; nobody objected.")
    (entry,) = chronicle(doc, dates=[dated(doc, "1999", "1999")])
    assert entry.what == "but in 1999 three towns built the bridge"
    assert doc.text[entry.evidence[0].start : entry.evidence[0].end] == entry.what


def test_the_evidence_lies_in_the_sentence_of_the_date():
    doc = document("It rained. In 1999 three towns built it. It rained again.")
    (entry,) = chronicle(doc, dates=[dated(doc, "1999", "1999")])
    assert entry.evidence == (span(doc, "In 1999 three towns built it."),)


def test_dates_of_one_occasion_are_one_entry_with_the_words_of_every_document():
    first, second = (
        document("They dined on July 9, 2003, in Norvik.", "a.txt"),
        document("The dinner of July 9, 2003, was long.", "b.txt"),
    )
    stated = tuple(Stated(doc=d.id, date="2003-07-09", evidence=(span(d, w),)) for d, w in
                   ((first, "dined on July 9, 2003"), (second, "The dinner of July 9, 2003")))  # fmt: skip
    dinner = Occasion(id="o1", kind="meeting", label="Dinner in Norvik", date="2003-07-09", stated=stated)
    dates = [dated(first, "July 9, 2003", "2003-07-09"), dated(second, "July 9, 2003", "2003-07-09")]
    (entry,) = chronicle(first, second, dates=dates, occasions=[dinner])
    assert (entry.what, entry.occasion) == ("Dinner in Norvik", "o1")
    assert {e.doc for e in entry.evidence} == {first.id, second.id}


def test_other_things_of_the_same_year_are_entries_of_their_own():
    doc = document("In 1999 three towns built it. In 1999 it rained for weeks.")
    dates = [DateMention(span(doc, "1999", n), "1999") for n in (0, 1)]
    assert len(chronicle(doc, dates=dates)) == 2


def test_the_same_sentence_in_two_documents_is_one_entry():
    first, second = (
        document("In 1999 three towns built it.", "a.txt"),
        document("In 1999 three towns built it.", "b.txt"),
    )
    (entry,) = chronicle(first, second, dates=[dated(d, "1999", "1999") for d in (first, second)])
    assert len(entry.evidence) == 2


def test_a_date_told_backwards_shows_what_came_before():
    doc = document("He laughed at it, and four months later – in October 1988 – he left the board.")
    dates = [dated(doc, "four months later", "1988-06~", is_relative=True), dated(doc, "October 1988", "1988-10")]
    before, after = chronicle(doc, dates=dates)
    assert before.what.startswith("He laughed at it")
    assert "left" in after.what or "October 1988" in after.what


def test_no_dates_give_no_entries():
    assert chronicle(document("It rained.")) == ()
