"""What nobody told him though somebody did, what he never spoke of though he did, and one reply in two wordings."""

from __future__ import annotations

import pytest
from builders import actor, attribution, document, edition
from judge_matters import DAGNY, OTTO, conflicts, words

from variorum.judge.conflicts.tellings import tellings
from variorum.judge.conflicts.told import told
from variorum.lookup import Lookup
from variorum.model import Edition

CLERK = actor("Ida Brandis")


def matter(*texts: str) -> Edition:
    """Documents on the Halm weir, with no attribution."""
    ending = " The weir of Halm in Orland broke in May, and Otto Reiss of Halm kept it."
    return edition(*(document(text + ending, f"{n}.txt") for n, text in enumerate(texts)), actors=(DAGNY, OTTO, CLERK))


def found(given: Edition) -> list[tuple[str, str]]:
    return [(c.kind, r.feature) for c in conflicts(given) for r in c.reasons]


UNTOLD = {
    "nobody told him": (
        "Nobody ever told Otto Reiss that the sluice was cracked.",
        "Ida Brandis told Otto Reiss in May that the sluice had a crack as long as her arm.",
    ),
    "no warning to him": (
        "The company is aware of no warning to Reiss about the sluice.",
        "The clerk warned Reiss that the sluice would not hold.",
    ),
    "he had been warned": (
        "There was never any report to Reiss about the sluice, the company said.",
        "Reiss had been warned about the sluice in April.",
    ),
    "he never spoke to her": (
        "Holt had not spoken to Reiss at all on that evening.",
        "On the bridge Holt told Reiss: go home.",
    ),
}
TOLD = {
    "another man was told": (
        "Nobody ever told Otto Reiss that the sluice was cracked.",
        "Ida Brandis told Dagny Holt in May that the sluice had a crack.",
    ),
    "he was told of another thing": (
        "Nobody ever told Otto Reiss that the sluice was cracked.",
        "Ida Brandis told Otto Reiss that dinner was cold.",
    ),
    "it is only asked": (
        "Nobody ever told Otto Reiss that the sluice was cracked.",
        "Did Ida Brandis tell Otto Reiss that the sluice was cracked?",
    ),
    "it should have been told": (
        "Nobody ever told Otto Reiss that the sluice was cracked.",
        "The clerk should have told Otto Reiss that the sluice was cracked.",
    ),
    "in two years": (
        "In 1990 Holt had not spoken to Reiss at all.",
        "In 1996 Holt told Reiss: go home.",
    ),
}


@pytest.mark.parametrize("case", UNTOLD)
def test_a_telling_that_another_account_denies(case):
    assert ("polarity", "untold") in found(matter(*UNTOLD[case]))


@pytest.mark.parametrize("case", TOLD)
def test_tellings_that_deny_nothing(case):
    assert ("polarity", "untold") not in found(matter(*TOLD[case]))


def test_those_who_speak_are_read_off_the_sentence():
    given = edition(document("In May the clerk had warned Otto Reiss about the sluice.", "a.txt"))
    lookup = Lookup(given)
    (telling,) = [t for s in told(lookup) for t in tellings(s, lookup)]
    assert (telling.teller, telling.hearer) == ({"clerk"}, {"otto", "reiss"})
    assert "sluic" in telling.matter


def reply(
    name: str, answer: str, before: str = "I told him the sluice was cracked from end to end, and he said, "
) -> tuple:
    """A document in which Brandis tells what Reiss answered: (document, attributions)."""
    whole = f"{before}‘{answer}’"
    doc = document(f"“{whole}” Brandis recalled.", f"{name}.txt")
    outer = attribution(doc, whole, quoted=whole, mode="direct", speaker=CLERK.id)
    inner = attribution(doc, answer, quoted=answer, mode="direct", speaker=OTTO.id, parent=outer.id)
    return doc, (outer, inner)


def replies(*held: tuple) -> Edition:
    return edition(
        *(doc for doc, _ in held), attributions=tuple(a for _, made in held for a in made), actors=(OTTO, CLERK)
    )


def test_one_reply_in_two_wordings():
    given = replies(reply("a", "Mend it after the harvest."), reply("b", "Put nothing of this on paper."))
    (conflict,) = [c for c in conflicts(given) if c.reasons[0].feature == "reply"]
    assert conflict.kind == "wording"
    assert words(given, conflict) in (
        ["Mend it after the harvest.", "Put nothing of this on paper."],
        ["Put nothing of this on paper.", "Mend it after the harvest."],
    )


def test_replies_to_other_words_or_with_the_same_sense():
    other = reply("b", "Put nothing of this on paper.", "I asked him for my wages of the spring, and he said, ")
    assert [c for c in conflicts(replies(reply("a", "Mend it after the harvest."), other)) if "reply" in str(c)] == []
    alike = replies(reply("a", "Mend it after the harvest."), reply("b", "You mend it when the harvest is in."))
    assert [c for c in conflicts(alike) if c.reasons[0].feature == "reply"] == []


def heard(*hearers: str) -> Edition:
    """Documents in which Holt says the same to somebody: to each of these in turn."""
    quote = "The sluice will break before the harvest is in"
    people = {name: actor(name) for name in hearers}
    documents = [document(f"“{quote},” Holt told {name}.", f"{n}.txt") for n, name in enumerate(hearers)]
    made = [
        attribution(d, quote, quoted=quote, mode="direct", speaker=DAGNY.id, addressee=n, audience=(people[n].id,))
        for d, n in zip(documents, hearers, strict=True)
    ]
    return edition(*documents, attributions=tuple(made), actors=(DAGNY, *people.values()))


def test_the_same_words_said_to_two_people():
    assert ("other", "two hearers") in found(heard("Ida Brandis", "Otto Reiss"))
    assert ("other", "two hearers") not in found(heard("Ida Brandis", "Ms. Brandis"))
