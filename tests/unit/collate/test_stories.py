"""Documents of one matter come together, whatever order they come in; those of another stay away."""

from __future__ import annotations

from builders import document, edition

from variorum.collate.stories import TopicGrouper
from variorum.collate.topics import Topics, all_pairs, odds
from variorum.config import Settings

BRIDGE = [
    "Ferry sinks after striking Ostrand bridge\nThe ferry Marguerite sank on Tuesday night after it struck a pier of the "
    "Ostrand bridge. Captain Ilse Vorn said the rudder had jammed. Divers searched the wreck of the Marguerite until "
    "dawn, and the harbour office closed the channel to all ships.",
    "Captain of sunken ferry blames rudder\nCaptain Ilse Vorn told investigators that the rudder of the Marguerite jammed "
    "minutes before the ferry struck the pier. The Ostrand harbour office has opened the channel again. Divers recovered "
    "the logbook from the wreck.",
    "Twenty years on, Ostrand remembers the Marguerite\nRelatives laid flowers on the Ostrand bridge, where the ferry "
    "Marguerite sank. Ilse Vorn, her captain, was cleared in court: a bolt in the rudder had been fitted the wrong way "
    "round, as the divers found in the wreck.",
]
VINEYARD = [
    "Frost ruins half of the Calder vintage\nGrowers in the Calder valley lost half of their grapes to a late frost, the "
    "growers' guild said. Petra Lund, who chairs the guild, asked the ministry of agriculture for loans. Some vineyards "
    "burned straw between the vines all night.",
    "Ministry offers loans to Calder growers\nThe ministry of agriculture will lend growers of the Calder valley money "
    "after the frost. Petra Lund of the guild called the loans too small: the vines need three years to recover, and "
    "half of the vintage is lost.",
]


def docs(texts, prefix, **more):
    return [document(text, f"{prefix}{n}.txt", title=text.partition("\n")[0], **more) for n, text in enumerate(texts)]


def group(*documents):
    return TopicGrouper(Settings()).group(edition(*documents))


def names(stories, documents):
    path = {d.id: d.path.removesuffix(".txt") for d in documents}
    return sorted(sorted(path[d] for d in y.documents) for y in stories)


def test_two_matters_make_two_stories():
    held = docs(BRIDGE, "b") + docs(VINEYARD, "v")
    assert names(group(*held), held) == [["b0", "b1", "b2"], ["v0", "v1"]]


def test_one_matter_told_over_twenty_years_is_one_story():
    dated = [
        document(text, f"{n}.txt", title=text.partition("\n")[0], published=day)
        for n, (text, day) in enumerate(zip(BRIDGE, ("1999-03-02", "1999-03-09", "2019-03"), strict=True))
    ]
    (story,) = group(*dated)
    assert [r.text for r in story.reasons if r.feature == "published"] == ["published from 1999-03-02 to 2019-03"]


def test_a_story_names_the_words_that_its_documents_share_and_quotes_them():
    held = docs(BRIDGE, "b") + docs(VINEYARD, "v")
    story = next(y for y in group(*held) if len(y.documents) == 3)
    (reason,) = story.reasons
    assert reason.feature == "words"
    assert "“Marguerite” (3 of 3)" in reason.text and "“Vorn” (3 of 3)" in reason.text
    texts = {d.id: d.text for d in held}
    assert len({s.doc for s in reason.evidence}) == 3
    assert len({texts[s.doc][s.start : s.end] for s in reason.evidence}) == 1
    assert story.label in {d.title for d in held}


def test_a_story_of_documents_without_titles_is_called_by_its_words():
    (story,) = group(*(document(text.partition("\n")[2], f"{n}.txt") for n, text in enumerate(BRIDGE)))
    assert "Marguerite" in story.label.split(", ")


def test_a_document_that_says_next_to_nothing_goes_with_the_only_story():
    held = [*docs(BRIDGE, "b"), document("", "e.txt"), document("Photo: archive", "p.txt")]
    assert names(group(*held), held) == [["b0", "b1", "b2", "e", "p"]]


def test_a_document_that_says_next_to_nothing_stands_alone_between_several_stories():
    held = [*docs(BRIDGE, "b"), *docs(VINEYARD, "v"), document("", "e.txt")]
    stories = group(*held)
    assert ["e"] in names(stories, held)
    alone = next(y for y in stories if len(y.documents) == 1)
    assert alone.label == "e.txt"
    assert [r.feature for r in alone.reasons] == ["alone"]


def test_no_documents_tell_no_story_and_one_document_tells_one():
    assert group() == ()
    (story,) = group(*docs(BRIDGE[:1], "b"))
    assert story.reasons == ()


def test_dates_far_apart_speak_against_one_matter_and_unknown_ones_do_not():
    def between(left, right):
        pairs = all_pairs(Topics([document(BRIDGE[0], "a", published=left), document(BRIDGE[1], "b", published=right)]))
        return odds(next(pairs)[1])

    assert between("2001-05-01", "2001-05-02") > between("2001-05-01", "2001-09-01")
    assert between("2001-05-01", "2003-05-01") == between("2001-05-01", "2021-05-01")
    assert between("2001-05-01", None) == between("2001-05-01", "XXXX-05") == between("2001-05-01", "2001-05-01")
