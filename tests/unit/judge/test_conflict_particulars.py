"""Before or after, by how many votes, of what he died, where to, which colour, and what he knew: clashes and traps."""

from __future__ import annotations

import pytest
from judge_matters import conflicts, narrated

KIN = " The barge Maren of Halm in Orland sank off Brand in a heavy gale of wind and rain."
CLASHES = {
    "order": (
        "Holt telephoned the harbour master before the meeting of the guild.",
        "Holt telephoned the harbour master after the meeting of the guild, he says.",
    ),
    "tally": (
        "The council voted by seven votes to four to sell the mill.",
        "By eight votes to three the council sold the mill.",
    ),
    "death": (
        "Anton Verrall died of a fever in the winter.",
        "In the winter Anton Verrall died of a stroke, his wife wrote.",
    ),
    "goal": (
        "On the same day Holt sailed to Sund with the ledger.",
        "Holt sailed to Verrall with the ledger on the same day.",
    ),
    "colour": (
        "Holt kept the sums of the guild in a green ledger.",
        "The sums of the guild stood in a red ledger, and Holt kept it.",
    ),
    "cause": (
        "The roof of the mill fell because of the snow, the surveyor said.",
        "The roof of the mill fell because of dry rot, says the insurer.",
    ),
    "agent": (
        "The door of the mill was locked by Dobrin, the watchman said.",
        "The door of the mill was locked by Mrs. Lark.",
    ),
    "absence": (
        "Dobrin was not at the meeting in the mill, the court heard.",
        "Dobrin and the mayor sat together at the meeting in the mill.",
    ),
    "denial": (
        "The mayor denied that he had sold the mill to his cousin.",
        "The mayor sold the mill to his cousin in June, the clerk said.",
    ),
    "cleft": (
        "It was Dobrin who locked the door of the mill.",
        "Young Lark locked the door of the mill, the clerk said.",
    ),
    "number": (
        "Lark wrote to the mayor three times about the roof.",
        "Lark wrote to the mayor twice about the roof, his office says.",
    ),
    "untold": (
        "Reiss had no idea that the sluice had a crack.",
        "The clerk told Reiss in May that the sluice had a crack.",
    ),
}
AGREE = {
    "order": (
        "Holt telephoned the harbour master before the meeting of the guild.",
        "After the meeting of the guild the mayor went home to bed.",
    ),
    "tally": (
        "The council voted by seven votes to four to sell the mill.",
        "The council voted by seven votes to four, and the mill was sold.",
    ),
    "death": ("Anton Verrall died of a fever in the winter.", "His cow died of thirst."),
    "cause": ("The roof of the mill fell because of the snow.", "Because of the war the school was shut."),
    "agent": ("The door of the mill was locked by Dobrin.", "The letter to the mill was signed by Mrs. Lark."),
    "absence": ("Dobrin was not at the meeting in the mill.", "The mayor was ill and sat at home."),
    "denial": ("The mayor denied that he had sold the mill.", "The mayor sold his horse in June."),
    "cleft": ("It was Dobrin who locked the door of the mill.", "Young Lark painted the door of the mill."),
    "number": ("In May Lark wrote to the mayor three times.", "In May Lark wrote twice about the cow."),
    "goal": ("Holt sailed to Sund with the ledger.", "Two years later Brill sailed to Verrall for herring."),
    "colour": ("Holt kept the sums of the guild in a green ledger.", "The red barn of the guild stood open to Holt."),
    "untold": ("Reiss had no idea that the sluice had a crack.", "The clerk told Reiss in May that dinner was cold."),
}


TRAPS = {
    "part of a count": (
        "Holt of the rowing club in Halm rowed for five seasons with the crew of the mill.",
        "In his first three seasons Holt rowed with the crew of the mill in Halm.",
    ),
    "a sum in brackets that is rounded": (
        "The mill paid a fine of 30,000 crowns ($1,688) to the council of Halm.",
        "The mill paid the council of Halm a fine of 30,000 crowns (about $1,680).",
    ),
    "whom the press did not reach": (
        "Reiss declined to answer questions of the paper about the mill.",
        "Years later Reiss answered questions of the paper about the mill.",
    ),
    "another word of one stem": (
        "The play of Reiss at the mill is no demon of a play.",
        "The play of Reiss at the mill is a demonic play.",
    ),
}


@pytest.mark.parametrize("case", TRAPS)
def test_what_only_looks_like_a_conflict(case):
    assert features(*TRAPS[case]) == []


def features(left: str, right: str) -> list[str]:
    return [r.feature for c in conflicts(narrated(left + KIN, right + KIN)) for r in c.reasons]


@pytest.mark.parametrize("feature", CLASHES)
def test_one_event_with_two_particulars(feature):
    assert feature in features(*CLASHES[feature])


@pytest.mark.parametrize("feature", AGREE)
def test_two_events_or_one_particular(feature):
    assert feature not in features(*AGREE[feature])
