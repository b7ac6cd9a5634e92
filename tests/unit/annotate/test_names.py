"""Names as they stand in the text."""

import itertools

from builders import document

from variorum.annotate.parse import parse
from variorum.annotate.people import names
from variorum.config import Settings


def found(text: str, **more):
    return names.find(next(iter(parse([document(text, **more)], Settings()))))


def kinds(text: str) -> dict[str, str]:
    return {n.words: n.kind for n in found(text)}


def test_a_name_stands_without_its_title_and_possessive():
    assert [(n.words, n.title) for n in found("Mr. Peter Marlow's plan was late.")] == [("Peter Marlow", "Mr.")]


def test_a_body_or_a_paper_is_known_by_the_last_word_of_its_name():
    found = kinds("The Norway-Chile Council met under the Oslo Founding Act of that year.")
    assert found["Norway-Chile Council"] == "organization"
    assert found["Oslo Founding Act"] == "document"


def test_papers_and_stations_are_outlets():
    assert kinds("He told the Halden Herald and Reuters that it was late.") == {
        "Halden Herald": "outlet",
        "Reuters": "outlet",
    }


def test_a_name_known_from_elsewhere_is_found_where_the_recogniser_overlooks_it():
    text = "Jasper Flint spoke. A second talk with Flint followed, and Flint asked."
    assert [n.words for n in found(text)] == ["Jasper Flint", "Flint", "Flint"]


def test_a_description_in_capitals_is_no_name():
    assert "CEO" not in kinds("The CEO said that it was late.")


def test_names_do_not_overlap_and_are_in_text_order():
    spans = [
        (n.start, n.end)
        for n in found("Foreign Minister Ann Hale of Norway met Halden Herald editor Tom Marsh in Oslo.")
    ]
    assert spans == sorted(spans)
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(spans))


def test_a_small_second_half_belongs_to_the_name():
    text = "President Seo Min-jae has said no. A Peter Marlow-led team agreed."
    assert {n.words for n in found(text)} == {"Seo Min-jae", "Peter Marlow"}


def test_a_pictures_credit_is_no_part_of_a_name():
    text = "Norvik said no. The bank Norvik has grown. EPA Norvik said that a file was lost."
    assert "EPA Norvik" not in {n.words for n in found(text)}


def test_a_surname_is_a_persons_where_the_full_name_stands():
    text = "Susan Tegener flew home. Tegener shared a video. Later Tegener tweeted that Tegener was late."
    assert kinds(text)["Tegener"] == "person"


def test_what_stands_beside_a_name_tells_that_it_is_a_persons():
    text = "The minister, Zorbo Quint, spoke. Later Tilda Vosk, 47, agreed. Fire Chief Len Marsh came."
    found = kinds(text)
    assert found["Zorbo Quint"] == found["Tilda Vosk"] == found["Len Marsh"] == "person"


def test_where_one_goes_to_is_a_place():
    assert kinds("The minister flew to Skerrin before dawn. The Skerrin infirmary was full.")["Skerrin"] == "place"


def test_words_in_capitals_beside_a_full_name_are_no_part_of_it():
    assert "Ann Hale" in {
        n.words for n in found("Ferry captain Ann Hale REFUSED to sail with the load on Friday night.")
    }


def test_a_name_goes_on_after_of_and_for():
    text = "The International Committee of the Red Cross said on Monday that it had acted in between."
    assert kinds(text).get("International Committee of the Red Cross") == "organization"
