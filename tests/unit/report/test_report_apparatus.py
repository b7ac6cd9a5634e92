"""The apparatus made fit for drawing."""

from builders import document, edition, reading

from variorum.lookup import Lookup
from variorum.model import Apparatus, Span, Statement
from variorum.report.apparatus import grid


def aligned(*rows: str):
    """The grid of readings given word by word: "-" is a gap; each row is a document of its own."""
    documents, readings, cells = [], [], []
    for n, row in enumerate(rows):
        words = row.split()
        text = " ".join(w for w in words if w != "-")
        doc = document(text, f"{'abcdef'[n]}.txt")
        documents.append(doc)
        readings.append(reading(doc, text))
        at, own = 0, []
        for word in words:
            own.append(None if word == "-" else Span(doc.id, at, at + len(word)))
            at += 0 if word == "-" else len(word) + 1
        cells.append(own)
    columns = tuple(zip(*cells, strict=True))
    statement = Statement(
        id="s", label="", readings=tuple(readings), apparatus=Apparatus(tuple(r.id for r in readings), columns)
    )
    drawn = grid(statement, Lookup(edition(*documents)))
    order = [r.id for r in readings]
    return (
        order.index(drawn.base),
        [[c.sign + c.words for c in drawn.rows[key]] for key in order],
        [
            "".join(f"{{{r.sign}{r.words}|{r.base}}}" if r.sign else r.words for r in drawn.runs[key][0])
            for key in order
        ],
    )


def test_columns_in_which_the_same_readings_agree_are_drawn_together():
    _, rows, _ = aligned("we would lend the bell", "we should lend the bell")
    assert rows == [["we", "would", "lend the bell"], ["we", "≠should", "lend the bell"]]


def test_signs_for_words_that_differ_are_added_or_left_out():
    base, rows, runs = aligned("we would lend - the bell", "we would - gladly the bell", "we would lend - the bell")
    assert base == 0
    assert rows[1] == ["we would", "∅", "+gladly", "the bell"]
    assert runs[1] == "we would {≠gladly|lend} the bell"


def test_a_gap_alone_is_signed_where_it_falls():
    _, _, runs = aligned("we would gladly lend", "we would - lend", "we would gladly lend")
    assert runs[1] == "we would{∅|gladly} lend"


def test_a_gap_at_the_beginning_and_at_the_end():
    _, _, runs = aligned("we would lend the bell now", "- would lend the bell -", "we would lend the bell now")
    assert runs[1] == "{∅|we}would lend the bell{∅|now}"


def test_case_and_apostrophes_do_not_count():
    _, rows, runs = aligned("We don’t know", "we don't know")
    assert rows[1] == ["we don't know"]
    assert runs[1] == "we don't know"


def test_the_base_agrees_with_most_and_of_equals_is_the_longest():
    base, _, _ = aligned("why not -", "no objection at", "no objection -")
    assert base == 1


def test_a_reading_with_little_in_common_is_one_variant():
    _, rows, runs = aligned("I have no objection", "why not - -")
    assert runs[1] == "{≠why not|I have no objection}"
    assert rows[1] == ["≠why not", "∅"]


def test_a_gap_for_both_is_empty():
    _, rows, _ = aligned("a b c", "a - c", "a b c", "a - c x"[:5])
    assert rows[3] == ["a", "∅", "c"]


def test_no_apparatus_no_grid():
    doc = document("we lend")
    statement = Statement(id="s", label="", readings=(reading(doc, "we lend"),))
    assert grid(statement, Lookup(edition(doc))).rows == {}


def test_a_broken_apparatus_is_not_drawn():
    doc = document("we lend")
    broken = Apparatus(("unknown",), ((Span("lost", 0, 2),),))
    statement = Statement(id="s", label="", readings=(reading(doc, "we lend"),), apparatus=broken)
    assert grid(statement, Lookup(edition(doc))).rows == {}
