"""Four invented matters, walked from the texts on: most planted conflicts are found, and little else is reported."""

from __future__ import annotations

import matter_trials as trials
import pytest


@pytest.fixture(scope="module")
def judged(tmp_path_factory):
    found = {}
    for name in trials.names():
        edition = trials.collated(name, tmp_path_factory.mktemp(name))
        found[name] = (edition, trials.judged(edition, trials.read(name)[1]))
    return found


def test_there_are_matters_of_several_fields():
    assert trials.names() == ["collision", "hospital", "recount", "transfer"]


def test_half_of_the_planted_conflicts_are_found(judged):
    found = sum(len(t.found) for _, t in judged.values())
    wanted = sum(len(t.found) + len(t.missed) for _, t in judged.values())
    assert wanted == 47
    assert found >= 0.5 * wanted, [p.line for _, t in judged.values() for p in t.missed]


@pytest.mark.parametrize("name", trials.names())
def test_no_matter_is_left_nearly_unjudged(judged, name):
    _, trial = judged[name]
    assert len(trial.found) >= 0.35 * (len(trial.found) + len(trial.missed)), [p.line for p in trial.missed]


@pytest.mark.parametrize("name", trials.names())
def test_what_is_reported_is_real(judged, name):
    edition, trial = judged[name]
    given = len(trial.right) + len(trial.wrong)
    assert len(trial.right) >= 0.6 * given, [trials.words(c, edition) for c in trial.wrong]
