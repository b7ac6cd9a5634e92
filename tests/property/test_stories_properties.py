"""Stories are a partition that no order changes; what leads documents to one another finds what all pairs find."""

from __future__ import annotations

from builders import document
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.collate.stories import TopicGrouper
from variorum.collate.topics import LEAST_SHARED, Topics, all_pairs, odds
from variorum.config import Settings
from variorum.model import Edition

MATTERS = (
    ["harbour", "ferry", "captain", "rudder", "wreck", "divers", "Marguerite", "Ostrand", "pier", "channel"],
    ["frost", "vineyard", "growers", "guild", "vintage", "loans", "Calder", "grapes", "ministry", "straw"],
    ["comet", "telescope", "Hesper", "astronomer", "orbit", "observatory", "dust", "tail", "perihelion", "plate"],
)
COMMON = ["the", "of", "and", "people", "year", "asked", "morning", "office", "town"]
WORDS = st.sampled_from(MATTERS).flatmap(
    lambda own: st.lists(st.sampled_from(own + COMMON), max_size=40).map(lambda words: " ".join(words))
)
DATES = st.sampled_from([None, "2001-02-03", "2001-02", "2011-05-06", "XXXX-05", "195X", "nonsense"])
TITLES = st.sampled_from([None, "", "Ferry Marguerite sinks", "Frost in Calder", "”“", "The of and"])


@st.composite
def editions(draw) -> Edition:
    told = draw(st.lists(st.tuples(WORDS | st.text(max_size=60), TITLES, DATES), max_size=9))
    return Edition(
        documents=tuple(
            document(text, f"{n}.txt", title=title, published=date) for n, (text, title, date) in enumerate(told)
        )
    )


def group(made: Edition):
    return TopicGrouper(Settings()).group(made)


@settings(max_examples=40, deadline=None)
@given(editions(), st.randoms())
def test_every_document_is_in_one_story_whatever_the_order(made: Edition, chance) -> None:
    stories = group(made)
    assert sorted(d for y in stories for d in y.documents) == sorted(d.id for d in made.documents)
    assert len({y.id for y in stories}) == len(stories)
    turned = list(made.documents)
    chance.shuffle(turned)
    assert group(Edition(documents=tuple(turned))) == stories


@settings(max_examples=30, deadline=None)
@given(editions())
def test_evidence_stands_in_the_documents_of_the_story(made: Edition) -> None:
    texts = {d.id: d.text for d in made.documents}
    for story in group(made):
        for reason in story.reasons:
            assert reason.text and 0 <= reason.score <= 1
            assert all(s.doc in story.documents and texts[s.doc][s.start : s.end].strip() for s in reason.evidence)


@settings(max_examples=30, deadline=None)
@given(editions())
def test_telling_words_lead_to_every_pair_that_shares_two(made: Edition) -> None:
    topics = Topics(made.documents)
    found = topics.log_odds()
    words = {t.doc: t.counts.keys() for t in topics.topics}
    for pair, features in all_pairs(topics):
        if pair in found:
            assert found[pair] == round(odds(features) + topics.prior, 6)
        else:
            assert len(words[pair[0]] & words[pair[1]]) < LEAST_SHARED
