"""Who it was, on which night, on which side, until when, and whether he was there at all."""

from __future__ import annotations

import pytest
from builders import attribution, document, edition
from judge_matters import DAGNY, OTTO, conflicts, narrated, pair, told, version

from variorum.model import DateMention, Edition, Span

KIN = " The barge Maren of Halm in Orland sank off Brand in a heavy gale of wind and rain."


def features(given: Edition) -> list[str]:
    return [r.feature for c in conflicts(given) for r in c.reasons]


def two(left: str, right: str, **more: object) -> Edition:
    return narrated(left + KIN, right + KIN, **more)


def insisting(sentence: str, said: str = "Turn the barge back") -> Edition:
    """A document that insists on who it was, and one in which Reiss says it himself."""
    first = document(sentence + KIN, "a.txt")
    second = document(f"“{said},” Reiss told the court.{KIN}", "b.txt")
    made = attribution(second, said, quoted=said, mode="direct", speaker=OTTO.id, source="Reiss", cue="told")
    return edition(first, second, attributions=(made,), actors=(DAGNY, OTTO))


def test_it_was_she_who_asked():
    assert "cleft" in features(insisting("It was Holt who asked to turn the barge back."))


@pytest.mark.parametrize(
    "sentence", ["It was Reiss who asked to turn the barge back.", "It was Holt who asked to paint the hull."]
)
def test_it_was_he_or_another_matter(sentence):
    assert "cleft" not in features(insisting(sentence))


def nights(*days: str) -> Edition:
    texts = [f"The sluice gave way on the night of {d} May 1980.{KIN}" for d in days]
    documents = [document(t, f"{n}.txt") for n, t in enumerate(texts)]
    dates = []
    for doc, day in zip(documents, days, strict=True):
        at = doc.text.index(f"{day} May")
        dates.append(DateMention(Span(doc.id, at, at + len(f"{day} May 1980")), f"1980-05-{int(day):02}"))
    return edition(*documents, dates=tuple(sorted(dates, key=lambda d: d.span)))


def test_the_night_before():
    assert [c.kind for c in conflicts(nights("11", "12"))] == ["date"]
    assert conflicts(nights("11", "11")) == ()


def test_a_night_of_another_week_is_of_another_event():
    given = nights("11", "19")
    assert all("night" not in c.label for c in conflicts(given) if c.reasons[0].score == 0.5)


def test_port_or_starboard():
    left = "The master signalled that the barge had a list to port off the mole."
    right = "The barge had a list to starboard, the master signalled off the mole."
    assert "denial" in features(two(left, right))
    assert "denial" not in features(two(left, left.replace("to port", "for the port")))


def test_until_the_harvest_or_until_the_ice_has_gone():
    given = pair(
        "We will say nothing of the sluice until the corn is in",
        "We will say nothing of the sluice until the ice has gone",
    )
    assert "limit" in features(given)
    same = pair(
        "We will say nothing of the sluice until the corn is in",
        "We will say nothing of it until the corn stands in the barn",
    )
    assert "limit" not in features(same)


def test_never_in_her_kitchen():
    denied = "Holt was never in her kitchen on that Sunday."
    assert "absence" in features(two(denied, "Holt sat in her kitchen with both hands on the table."))
    assert "absence" not in features(two(denied, "Holt slept in the barn."))


def test_one_day_in_two_buildings():
    given = two(
        "On 14 March 1970 Holt met the harbour master Anton Brill at Ferry Lodge.",
        "The talk with Brill was held in the bishop's palace on 14 March 1970, Holt wrote.",
    )
    dated = tuple(
        DateMention(Span(d.id, d.text.index("14 March"), d.text.index("14 March") + 13), "1970-03-14")
        for d in given.documents
    )
    assert "place" in features(edition(*given.documents, dates=dated))


def test_before_dawn_or_in_the_afternoon():
    given = two("Holt flew to Verrall before dawn.", "That afternoon Holt flew to Verrall.")
    assert "hour" in features(given)
    assert "hour" not in features(two("Holt flew to Verrall in the afternoon.", "That evening Holt flew to Verrall."))


def test_no_such_talk_took_place():
    line = "Reiss said that Holt had told him at four to open the sluice. "
    denied = "Her counsel said that she would deny that any such conversation had taken place."
    assert "untold" in features(narrated(line + denied + KIN))
    assert "untold" not in features(narrated(line + "Her counsel said that she was tired." + KIN))


def at_hours(*hours: str) -> Edition:
    """Reports of one message, each with its hour before the words."""
    quote = "We have a list and are going over"
    return told(
        *(
            version(f"At {h} the master signalled: “{quote}.”", quote, f"{n}.txt", is_direct=True, cue="signalled")
            for n, h in enumerate(hours)
        )
    )


def test_one_message_at_two_hours():
    assert "moment" in features(at_hours("9.40", "8.40"))
    assert "moment" not in features(at_hours("9.40", "9.40 p.m."))


def test_what_is_going_to_be_and_a_word_with_a_hyphen():
    left = "“You are never going to see the Halm cup again,” the Orland fans of Brand were told."
    assert "denial" not in features(two(left, "The go-ahead for the Halm cup pleased the Orland fans of Brand."))
