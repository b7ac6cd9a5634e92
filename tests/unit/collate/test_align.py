"""Readings set word by word."""

from __future__ import annotations

from builders import document, edition, reading

from variorum.collate.align import TokenAligner
from variorum.config import Settings
from variorum.model import Apparatus, Edition, Reading, Span


def aligned(*texts: str) -> list[list[str | None]]:
    """The rows of the apparatus of these texts, each a document of its own."""
    documents = [document(text, f"{n}.txt") for n, text in enumerate(texts)]
    readings = [reading(d, d.text) for d in documents]
    return rows(TokenAligner(Settings()).align(readings, edition(*documents)), readings, edition(*documents))


def rows(apparatus: Apparatus, readings: list[Reading], made: Edition) -> list[list[str | None]]:
    text = {d.id: d.text for d in made.documents}
    assert apparatus.readings == tuple(r.id for r in readings)
    return [
        [None if c[n] is None else text[c[n].doc][c[n].start : c[n].end] for c in apparatus.columns]
        for n in range(len(readings))
    ]


def test_a_changed_word_stands_in_the_column_of_the_word_it_replaces() -> None:
    assert aligned("as an equal partner", "as an evil partner") == [
        ["as", "an", "equal", "partner"],
        ["as", "an", "evil", "partner"],
    ]


def test_case_and_punctuation_do_not_count_but_are_kept_with_their_word() -> None:
    assert aligned("“Why not?” he said", "why not, he said") == [
        ["“Why", "not?”", "he", "said"],
        ["why", "not,", "he", "said"],
    ]


def test_a_lost_word_leaves_a_gap() -> None:
    assert aligned("the entire delegation left", "the delegation left") == [
        ["the", "entire", "delegation", "left"],
        ["the", None, "delegation", "left"],
    ]


def test_an_opening_mark_clings_to_the_word_behind_it_even_without_a_blank() -> None:
    assert aligned("said:‘Bill, go’") == [["said:", "‘Bill,", "go’"]]


def test_an_inflected_form_is_preferred_to_another_word() -> None:
    first, second = aligned("no objection raised", "he objects")
    assert first.index("objection") == second.index("objects")


def test_number_answers_number() -> None:
    first, second = aligned("twelve of the ships sailed", "of the thirteen ships sailed late")
    columns = list(zip(first, second, strict=True))
    assert ("ships", "ships") in columns
    assert ("sailed", "sailed") in columns


def test_numbers_written_differently_are_the_same_word() -> None:
    assert aligned("we need 12 ships", "we need twelve ships") == [
        ["we", "need", "12", "ships"],
        ["we", "need", "twelve", "ships"],
    ]


def test_a_particle_is_not_set_against_a_noun() -> None:
    first, second = aligned("to the harbour", "the harbour council")
    assert (first, second) == (["to", "the", "harbour", None], [None, "the", "harbour", "council"])


def test_several_spans_are_one_whole() -> None:
    doc = document("“We shall come,” he said, “in spring.”", "a.txt")
    whole = document("We shall come in spring.", "b.txt")
    spans = (Span(doc.id, 1, 14), Span(doc.id, 27, 37))
    broken = Reading(id="r1", witness=doc.id, attributions=(), spans=spans)
    readings, made = [broken, reading(whole, whole.text)], edition(doc, whole)
    assert rows(TokenAligner(Settings()).align(readings, made), readings, made) == [
        ["We", "shall", "come", "in", "spring."],
        ["We", "shall", "come", "in", "spring."],
    ]


def test_three_readings_share_the_columns_that_all_have() -> None:
    assert aligned("we open the port", "we will open the port", "we open the old port") == [
        ["we", None, "open", "the", None, "port"],
        ["we", "will", "open", "the", None, "port"],
        ["we", None, "open", "the", "old", "port"],
    ]


def test_a_reading_without_words_is_all_gaps() -> None:
    assert aligned("…", "why not") == [[None, None], ["why", "not"]]


def test_nothing_given_is_nothing_set() -> None:
    assert TokenAligner(Settings()).align([], Edition()) == Apparatus()


def test_long_readings_are_set_by_the_words_that_both_have_once() -> None:
    many = [f"word{n}" for n in range(400)]
    first, second = aligned(" ".join(many), " ".join(["before", *many[:200], "between", *many[200:]]))
    assert [w for w, other in zip(first, second, strict=True) if w == other] == many
    assert second[0] == "before"
    assert first[0] is None


def test_fifty_witnesses_take_less_than_a_second() -> None:
    from time import process_time

    base = "we would open the old harbour to all ships of the islands before the storms but captains have told us no"
    words = base.split()
    texts = [" ".join([*words[: n % 20], "indeed", *words[n % 20 + n % 3 :]]) for n in range(50)]
    begin = process_time()
    aligned(*texts)
    assert process_time() - begin < 1.0
