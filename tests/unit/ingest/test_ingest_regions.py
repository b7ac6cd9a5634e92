"""Each line of a scraped page gets its kind; invented pages, one rule at a time."""

from __future__ import annotations

import pytest

from variorum.ingest.regions import regions

LEAD = "The mayor of Quill said on Monday that the harbour would not be sold before the summer, and left."
MORE = "Her deputy, who was in the room, told reporters that nobody had asked for a sale of the old harbour."
LAST = "The council is expected to vote on the plan in the second week of June, according to its office."


def _kinds(*lines: str, blank: bool = True) -> dict[str, str]:
    text = ("\n\n" if blank else "\n").join(lines)
    return {text[r.span.start : r.span.end]: r.kind for r in regions("d", text)}


def _kind_inside(line: str) -> str:
    return _kinds("Mayor Keeps Harbour", LEAD, line, MORE, LAST)[line]


def _kind_after(line: str) -> str:
    return _kinds("Mayor Keeps Harbour", LEAD, MORE, LAST, line)[line]


def test_a_plain_article_is_title_and_body() -> None:
    assert list(_kinds("Mayor Keeps Harbour", LEAD, MORE).values()) == ["title", "body", "body"]


def test_a_scrape_that_begins_with_the_article_has_no_title() -> None:
    assert set(_kinds(LEAD, MORE, LAST).values()) == {"body"}


def test_the_line_under_the_title_is_of_the_title() -> None:
    deck = "A memorandum on the talks between the two mayors has been released by the archive"
    assert _kinds("Mayors Talked of Harbour, Papers Show", deck, LEAD, MORE)[deck] == "title"


def test_menus_and_a_page_clock_before_the_title_are_boilerplate() -> None:
    found = _kinds("07:15 GMT03 May 2011", "Accessibility links", "Breaking News", "Listen Live", "Get short URL",
                   "Mayor Keeps Harbour", LEAD, MORE)  # fmt: skip
    assert list(found.values()) == ["boilerplate"] * 5 + ["title", "body", "body"]


@pytest.mark.parametrize(
    "line",
    [
        "Photo: Tom Reed / Harbour Press",
        "© Harbour Press / Tom Reed",
        "(Getty Images)",
        "Tom Reed/The Tide",
        "Advertisement",
        "Read more: Council votes against the second bridge",
        "Related: What the harbour plan means for the town",
        "Council votes against the second bridge Read more",
        "Subscribe to our newsletter",
        "Share this article",
        "Follow Ada Quill on Twitter: @adaquill",
        "* * *",
    ],
)
def test_furniture_between_paragraphs(line: str) -> None:
    assert _kind_inside(line) == "boilerplate"


@pytest.mark.parametrize(
    "line",
    [
        "Please enter your comment!",
        "Leave a Reply",
        "Your email address will not be published. Required fields are marked *",
        "Related Articles",
        "Back to top button",
        "harbour, Quill, mayor, Ada Hale, council, town plan",
        "Tags: harbour, mayor",
        "With reporting by Reuters",
        "(Reporting by Ada Quill; Editing by Tom Reed)",
        "Tom Reed contributed to this report.",
        "Copyright 2011 The Quill Tide. All rights reserved.",
        "• 16x9 Image",
        "Community guidelinesComments",
        "The Tide is an independent news site. We publish what the council would rather keep, and our readers pay for it.",
        "We use cookies to improve this site. By continuing to browse it you agree to our use of them.",
        "Sign up for our morning newsletter and get the news in your inbox",
        "Ada Quill is a reporter at the Tide, covering harbours. Follow her on Twitter @adaquill.",
        "This article was originally published in the Tide.",
    ],
)
def test_furniture_after_the_article(line: str) -> None:
    assert _kind_after(line) == "boilerplate"


def test_a_list_of_headlines_after_the_article_is_boilerplate() -> None:
    headlines = ["Bridge Closed For Repairs Until May", "Why Does Nobody Want the Lighthouse?",
                 "Two Fishermen Rescued Off Quill", "'It Was My Boat': Skipper Tells All"]  # fmt: skip
    text = "\n\n".join([LEAD, MORE, LAST]) + "\n\n" + "\n".join(headlines)
    kinds = [r.kind for r in regions("d", text)]
    assert kinds == ["body"] * 3 + ["boilerplate"] * 4


def test_what_follows_a_comment_form_is_boilerplate() -> None:
    comment = "I was there and she did say so."
    found = _kinds("Mayor Keeps Harbour", LEAD, MORE, LAST, LAST.replace("June", "July"), "Leave a Reply", comment)
    assert found[comment] == "boilerplate"


@pytest.mark.parametrize(
    "line",
    [
        "Town has changed since the flood",
        "NEW BRIDGE, OLD QUARREL",
        "I cannot imagine the town without its harbour.",
        "We could promise the fishermen a century of peace, and all those who live off the sea",
        "What the council knew",
        "“Why not?”",
        "She left at noon.",
        "Live music",
    ],
)
def test_cross_heads_and_set_off_quotations_are_body(line: str) -> None:
    assert _kind_inside(line) == "body"


def test_a_set_off_quotation_keeps_its_speaker_and_date() -> None:
    found = _kinds("Mayor Keeps Harbour", LEAD, "I cannot imagine the town without its harbour", "Ada Hale",
                   "first mayor of Quill", "in March 2011", MORE, LAST)  # fmt: skip
    assert list(found.values()) == ["title"] + ["body"] * 7


def test_a_list_that_the_article_announces_is_body() -> None:
    items = ["Keep the harbour open all year", "Mend the old bridge before winter", "Pay the fishermen what they lost"]
    found = _kinds(LEAD, "The council asks for three things:", *items, MORE, LAST, blank=False)
    assert [found[i] for i in items] == ["body"] * 3


@pytest.mark.parametrize(
    "line",
    [
        "Mayor Ada Hale (left) and deputy Tom Reed attend the opening of the bridge, in Quill in April 2007.",
        "The old harbour is pictured at the northern end of Quill, in the county of Marsh",
        "FILE - In this May 3, 2011 file photo, the mayor of Quill speaks to fishermen at the harbour.",
        "Fishermen mend nets on the quay of Quill. (Photo: Tom Reed, Harbour Press)",
        "Reuters The mayor of Quill watches as the last boat leaves the old harbour",
        "Image copyright Tom Reed Image caption The boats were built in the winter",
        "Fishermen mend nets on the quay of Quill (Marsh County Museum)",
    ],
)
def test_captions(line: str) -> None:
    assert _kind_inside(line) == "caption"


def test_a_line_that_stands_twice_around_its_credit_is_a_caption() -> None:
    line = "Talks between Mayor Hale and the fishermen of Quill. 1990."
    text = "\n\n".join([LEAD, f"{line}\n© Harbour Press / Tom Reed\n{line}", MORE])
    assert [r.kind for r in regions("d", text)] == ["body", "caption", "boilerplate", "caption", "body"]


def test_a_paragraph_that_says_seen_as_is_no_caption() -> None:
    assert _kind_inside("The vote is seen as a test of the mayor, who has lost two others since the spring.") == "body"


@pytest.mark.parametrize(
    "line",
    [
        "The site uses cookies from the bakery next door, the mayor joked, and everybody in the hall laughed.",
        "“Our readers deserve better,” the editor of the paper said, and he refused to resign from it.",
        "She told reporters to read more about the harbour before they asked about its price again.",
        "The journalist, who contributed to the report of the council in 2009, said that he had not seen it.",
    ],
)
def test_prose_that_speaks_of_such_things_stays_body(line: str) -> None:
    assert _kind_inside(line) == "body"


def test_a_known_title_and_known_captions_are_found() -> None:
    text = "\n".join(["The harbour.", LEAD, "Boats", MORE])
    found = regions("d", text, title="The Harbour", captions=frozenset({"Boats"}))
    assert [r.kind for r in found] == ["title", "body", "caption", "body"]


def test_regions_of_nothing() -> None:
    assert regions("d", " \n\ufeff\n") == ()


def test_the_time_grows_with_the_length_only() -> None:
    lines = [
        f"Line {n} of the log says that the harbour was empty on that day (photo: left) / by\n" for n in range(20_000)
    ]
    assert len(regions("d", "\n".join(lines))) == 20_000


def test_one_endless_line_is_one_region() -> None:
    text = "harbour " * 300_000
    assert len(regions("d", text)) == 1


def test_a_quotation_set_off_at_the_end_keeps_its_speaker() -> None:
    found = _kinds("Mayor Keeps Harbour", LEAD, MORE, "I cannot imagine the town without its old harbour.", "Ada Hale",
                   "mayor of Quill", "Leave a Reply")  # fmt: skip
    assert list(found.values()) == ["title"] + ["body"] * 5 + ["boilerplate"]


def test_a_picture_with_place_and_date_is_a_caption() -> None:
    line = "Mayor Ada Hale and the Danish consul shake hands at the harbour of Quill, June 4, 2000."
    assert _kind_inside(line) == "caption"
    assert _kinds("Mayor Keeps Harbour", line, LEAD, MORE)[line] == "caption"


def test_a_cross_head_with_a_year_is_body() -> None:
    assert _kind_inside("What the town was promised in 2000") == "body"


@pytest.mark.parametrize("line", ["- 2 -", "Page 3 of 10", "SECRET/NODIS", "DECLASSIFIED E.O. 13526"])
def test_stamps_and_page_numbers_of_archival_papers(line: str) -> None:
    assert _kind_inside(line) == "boilerplate"


def test_turns_of_a_transcript_are_body_to_the_last() -> None:
    found = _kinds(LEAD, "MR. REED: Was it sold?", "MAYOR HALE: Never.", MORE, "MR. REED: Thank you.")
    assert set(found.values()) == {"body"}


@pytest.mark.parametrize(
    "line",
    [
        "Do you have a story for us? Email tips@tide.example",
        "You can find this story in your bookmarks, under the icon at the top of the page.",
        "Winter boots from £20. Order today!",
        "Play our daily crossword.",
    ],
)
def test_words_to_the_reader_are_boilerplate_even_inside(line: str) -> None:
    assert _kind_inside(line) == "boilerplate"


def test_an_article_that_speaks_to_its_reader_keeps_its_words() -> None:
    advice = ["You should read the page of the council before you sign, and your bank will say the same to you.",
              "If you have left your details on the site, you can ask the council to strike your account out.",
              "You will need your password, and you must have kept the e-mail that the council sent to you.",
              "Check your inbox for offers that you did not ask for, and do not click the links in your e-mails."]  # fmt: skip
    assert set(_kinds(LEAD, *advice, MORE).values()) == {"body"}


def test_lines_that_say_who_met_and_where_are_body() -> None:
    found = _kinds("MINUTES OF THE HARBOUR COMMITTEE", "DATE: 4 June 2000", "PRESENT: Ada Hale, Mayor",
                   "Tom Reed, Deputy", "PLACE: Town Hall, Quill", LEAD, MORE)  # fmt: skip
    assert list(found.values()) == ["title"] + ["body"] * 6


def test_what_a_press_office_adds_behind_its_end_mark_is_boilerplate() -> None:
    found = _kinds("Mayor Keeps Harbour", LEAD, MORE, LAST, "ENDS", "Notes to editors",
                   "1. The minutes are published on the website of the town.", "Press contact: Tom Reed")  # fmt: skip
    assert list(found.values()) == ["title"] + ["body"] * 3 + ["boilerplate"] * 4


def test_the_running_head_of_a_printed_text_is_boilerplate() -> None:
    lines = [LEAD, MORE, "Harbour Committee, 4th Sitting", "- 2 -", LAST, LEAD.replace("Monday", "Friday"),
             "Harbour Committee, 4th Sitting", "- 3 -", MORE.replace("deputy", "clerk")]  # fmt: skip
    found = regions("d", "\n\n".join(lines))
    assert [r.kind for r in found] == ["body"] * 2 + ["boilerplate"] * 2 + ["body"] * 2 + ["boilerplate"] * 2 + ["body"]


def test_greeting_and_close_of_a_letter_are_body() -> None:
    found = _kinds("The Harbour Must Stay", "Dear members,", LEAD, MORE, "In friendship,", "Ada Hale")
    assert list(found.values()) == ["title"] + ["body"] * 5


def test_messages_from_networks_that_an_article_sets_off_are_body() -> None:
    message = "What a day at the harbour pic.twitter.com/abc — Ada Hale (@adahale) June 4, 2000"
    assert _kind_inside(message) == _kind_after(message) == "body"


def test_the_headline_is_the_line_whose_words_the_article_takes_up() -> None:
    found = _kinds("Storm Warning for the Northern Isles", "Mayor says harbour would not be sold", "4 June 2000",
                   LEAD, MORE)  # fmt: skip
    assert [line for line, kind in found.items() if kind == "title"] == ["Mayor says harbour would not be sold"]
