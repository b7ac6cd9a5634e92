"""How two readings relate, on invented matters."""

from __future__ import annotations

import pytest
from judge_matters import pair, relation

SAME = [
    ("identical", "We signed at dawn.", "we signed at dawn", "both"),
    ("trimmed", "We signed the treaty at dawn because the bridge was burning.", "We signed the treaty at dawn", "both"),
    ("trimmed", "The whole council was against it.", "The council was against it.", "both"),
    ("reworded", "The ferry is finished, sell it.", "The boat is done for, get rid of it.", "both"),
    ("reworded", "We cannot keep the mill open.", "It is not possible for us to keep the mill open.", "both"),
    ("paraphrase", "that the mill would have to go", "The mill must be pulled down, every brick.", "right"),
    ("paraphrase", "that the plant poses no threat to the town", "The plant does not pose a threat to the town.", "right"),
    ("paraphrase", "that she would sign the lease", "I will sign the lease.", "right"),
    ("paraphrase", "that she had no objection to the sale", "that she did not object to the sale", "none"),
]  # fmt: skip

CHANGED = [
    ("contradictory", "stance", "I have no objection.", "No, it is not possible.", "both"),
    ("contradictory", "stance", "Why not?", "Never.", "both"),
    ("contradictory", "stance", "that he agreed", "Out of the question.", "right"),
    ("contradictory", "negation", "The valve was open that night.", "The valve was not open that night.", "both"),
    ("contradictory", "opposites", "The water is safe for the children.", "The water is dangerous for the children.", "both"),
    ("contradictory", "number", "We lost 14 trucks in the flood.", "We lost 40 trucks in the flood.", "both"),
    ("contradictory", "number", "We lost fourteen trucks.", "We lost forty trucks.", "both"),
    ("contradictory", "date", "The dam was closed in 1954.", "The dam was closed in 1949.", "both"),
    ("altered", "modality", "We should sell the port to them.", "We could sell the port to them.", "both"),
    ("altered", "condition", "I will play for Arden if the club pays the debt to my father.", "I will play for Arden, the club of my father.", "both"),
    ("altered", "blame", "Treat us as a loyal partner in this.", "Treat us as a hostile partner in this.", "both"),
    ("altered", "extent", "We were the first town to refuse the levy.", "We were a town to refuse the levy.", "both"),
    ("altered", "name", "We gave the keys to Holt that evening.", "We gave the keys to Reiss that evening.", "both"),
    ("altered", "speech act", "Would you ever sell us the harbour?", "You must sell us the harbour.", "both"),
]  # fmt: skip


@pytest.mark.parametrize(("expected", "left", "right", "direct"), SAME)
def test_the_meaning_is_kept(expected, left, right, direct):
    assert relation(pair(left, right, direct=direct)).relation == expected


@pytest.mark.parametrize(("expected", "feature", "left", "right", "direct"), CHANGED)
def test_the_meaning_is_changed_and_the_reason_names_it(expected, feature, left, right, direct):
    found = relation(pair(left, right, direct=direct))
    assert (found.relation, found.reasons[0].feature) == (expected, feature)


def test_the_reason_points_at_the_words_on_both_sides():
    given = pair("We should sell the port.", "We could sell the port.")
    reason = next(r for r in relation(given).reasons if r.feature == "modality")
    texts = {d.id: d.text for d in given.documents}
    assert sorted(texts[e.doc][e.start : e.end] for e in reason.evidence) == ["could", "should"]


def test_will_becoming_would_in_indirect_speech_is_no_change():
    found = relation(pair("that we would sell the port", "We will sell the port.", direct="right"))
    assert found.relation == "paraphrase"


def test_a_question_told_as_asking_stays_a_question():
    given = pair(
        "if the port could be opened", "Could the port be opened?", direct="right", left_cue="asked", right_cue="asked"
    )
    assert relation(given).relation == "paraphrase"


def test_not_to_object_is_no_denial_of_what_is_not_objected_to():
    given = pair(
        "that she does not object to Halm joining the league", "that Halm could join the league", direct="none"
    )
    assert relation(given).relation == "paraphrase"
