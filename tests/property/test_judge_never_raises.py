"""No text makes a judge raise, the order of the input shows nowhere, and evidence stays within its paragraph."""

from __future__ import annotations

from dataclasses import replace

from builders import actor, document, edition
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from variorum.config import Settings
from variorum.judge.conflicts import RuleJudge
from variorum.judge.drift import FeatureRelater
from variorum.judge.lineage import WitnessGenealogist
from variorum.model import Attribution, Edition, Reading, Span, Statement

PIECES = st.sampled_from(
    """not never no “ ” ' " 12 fourteen 1954 1949 if would should Holt Reiss the port mill treaty signed in we told that
    per cent million of . ? , … – [Порт] He first only entire loyal royal yes why (AFP) - said,that \n \u2028 \x00 e\u0301
    killed people league took six towns: Morl, Estre and Vann reports CNN told""".replace("\n  ", " ").split(" ")
)
TEXTS = st.lists(PIECES, max_size=40).map(" ".join)
WHOLE = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@st.composite
def editions(draw) -> Edition:
    """Two to four documents of odd words, with attributions and statements anywhere in them."""
    docs = [document(draw(TEXTS), f"{n}.txt") for n in range(draw(st.integers(2, 4)))]
    people = [actor("Dagny Holt"), actor("Otto Reiss")]
    attributions, readings = [], []
    for n, doc in enumerate(d for d in docs if d.text):
        for m in range(draw(st.integers(0, 3))):
            start = draw(st.integers(0, len(doc.text) - 1))
            place = Span(doc.id, start, draw(st.integers(start, len(doc.text))))
            made = Attribution(
                id=f"t{n}.{m}", doc=doc.id, content=(place,), quoted=draw(st.sampled_from([(), (place,)])),
                speaker=draw(st.sampled_from([None, *(p.id for p in people)])), source=(place,),
                mode=draw(st.sampled_from(["direct", "mixed", "indirect"])),
                parent=draw(st.sampled_from([None, f"t{n}.0", "lost"])),
            )  # fmt: skip
            attributions.append(made)
            readings.append(Reading(id=f"r{n}.{m}", witness=doc.id, attributions=(made.id,), spans=(place,)))
    half = len(readings) // 2
    groups = [tuple(readings[:half]), tuple(readings[half:])]
    statements = tuple(Statement(id=f"s{n}", label="", readings=g) for n, g in enumerate(groups) if g)
    return edition(*docs, actors=tuple(people), attributions=tuple(attributions), statements=statements)


def judged(given_edition: Edition) -> tuple:
    relations = tuple(FeatureRelater(Settings()).relate(s, given_edition) for s in given_edition.statements)
    return relations, RuleJudge(Settings()).judge(given_edition), WitnessGenealogist(Settings()).lines(given_edition)


@WHOLE
@given(editions())
def test_every_edition_is_judged_and_evidence_stays_in_its_line(found):
    relations, conflicts, lines = judged(found)
    texts = {d.id: d.text for d in found.documents}
    for statement, held in zip(found.statements, relations, strict=True):
        n = len(statement.readings)
        assert len(held) == n * (n - 1) // 2
    for conflict in conflicts:
        assert conflict.evidence
        for place in conflict.evidence:
            words = texts[place.doc][place.start : place.end]
            assert words and "\n" not in words.strip("\n")
            assert len(words) <= 200
    assert sorted(x.statement for x in lines) == sorted(s.id for s in found.statements)


@WHOLE
@given(editions())
def test_the_order_of_everything_is_of_no_consequence(found):
    turned = replace(
        found,
        documents=found.documents[::-1],
        attributions=found.attributions[::-1],
        actors=found.actors[::-1],
        statements=tuple(replace(s, readings=s.readings[::-1]) for s in found.statements[::-1]),
    )
    ours, theirs = judged(found), judged(turned)
    assert ours[1:] == theirs[1:]
    assert sorted(map(repr, ours[0])) == sorted(map(repr, theirs[0]))
