"""Who speaks to whom, settled with the reports around."""

from builders import document, span

from variorum.annotate.parse import parse
from variorum.annotate.people import actors
from variorum.annotate.reporting.draft import Draft
from variorum.annotate.speakers import Voices
from variorum.config import Settings
from variorum.model import Occasion

TEXT = "“I asked him: ‘Will you join?’ He answered, ‘Why not?’” Peter Marlow told Ann Hale. Igor Lomov had been there."


def voices(text: str, *drafts):
    """Voices over drafts given as (content, cue, source, more) in the words of the text."""
    doc = document(text)
    parsed = next(iter(parse([doc], Settings())))
    made = []
    for content, cue, source, more in drafts:
        more = {k: (span(doc, v) if isinstance(v, str) else v) for k, v in more.items()}
        for plural in ("addressee", "quoted"):
            if plural in more:
                more[plural] = (more[plural],)
        made.append(
            Draft(
                content=(span(doc, content),),
                cue=(span(doc, cue),),
                source=(span(doc, source),) if source else (),
                **more,
            )
        )
    roster = actors.find(parsed)
    names = {a.id: a.name for a in roster.actors}
    return Voices(parsed, made, roster), names


def test_i_in_a_quotation_is_the_one_who_speaks_it():
    told, names = voices(
        "“I asked him: ‘Will you join?’” Peter Marlow said.",
        ("I asked him: ‘Will you join?’", "said", "Peter Marlow", {"quoted": "I asked him: ‘Will you join?’"}),
        ("Will you join?", "asked", "I", {"parent": 0}),
    )
    assert names[told.speaker(0)] == names[told.speaker(1)] == "Peter Marlow"


def test_he_in_a_quotation_is_not_the_one_who_speaks_it():
    whole = "He told me that it was late."
    told, names = voices(
        f"Igor Lomov saw Peter Marlow. “{whole}” Igor Lomov said.",
        (whole, "said", "Igor Lomov said"[:10], {"quoted": whole}),
        ("it was late", "told", "He", {"parent": 0, "addressee": "me"}),
    )
    assert names[told.speaker(1)] == "Peter Marlow"
    assert [names[a] for a in told.audience(1, None)] == ["Igor Lomov"]


def test_we_in_a_quotation_is_whoever_speaks_it():
    told, names = voices(
        "“We said no,” Peter Marlow said.",
        ("We said no,", "Marlow said"[7:], "Peter Marlow", {"quoted": "We said no,"}),
        ("no", "said", "We", {"parent": 0}),
    )
    assert names[told.speaker(1)] == "Peter Marlow"


def test_an_answer_goes_to_the_one_who_asked():
    whole = "I asked Igor Lomov: ‘Will you join?’ Lomov answered, ‘Why not?’"
    told, names = voices(
        f"“{whole}” Peter Marlow said.",
        (whole, "said", "Peter Marlow", {"quoted": whole}),
        ("Will you join?", "asked", "I", {"parent": 0, "addressee": "Igor Lomov"}),
        ("Why not?", "answered", "Lomov answered"[:5], {"parent": 0}),
    )
    assert [names[a] for a in told.audience(2, None)] == ["Peter Marlow"]


def test_a_second_verb_shares_the_subject_of_the_first():
    told, names = voices(
        "Peter Marlow said it was late, adding that it was cold.",
        ("it was late", "said", "Peter Marlow", {}),
        ("it was cold", "adding", "", {}),
    )
    assert names[told.speaker(1)] == "Peter Marlow"


def test_a_passive_names_nobody_who_speaks():
    told, _ = voices("Peter Marlow was told that it was late.", ("it was late", "told", "", {}))
    assert told.speaker(0) is None


def test_the_interviewer_asks_the_one_who_was_asked():
    text = "In an interview with Ann Hale, Peter Marlow was asked whether it was late."
    told, names = voices(text, ("it was late", "asked", "", {"addressee": "Peter Marlow"}))
    by_name = {v: k for k, v in names.items()}
    people = (by_name["Ann Hale"], by_name["Peter Marlow"])
    assert told.asker(0, Occasion(id="o", kind="interview", label="", participants=people)) == by_name["Ann Hale"]
    assert told.asker(0, Occasion(id="o", kind="meeting", label="", participants=people)) is None
    assert told.asker(0, None) is None


def test_in_an_interview_the_other_one_is_spoken_to():
    told, names = voices(
        "Peter Marlow said it was late. Ann Hale was there.", ("it was late", "said", "Peter Marlow", {})
    )
    by_name = {v: k for k, v in names.items()}
    people = tuple(sorted((by_name["Ann Hale"], by_name["Peter Marlow"])))
    assert told.audience(0, Occasion(id="o", kind="interview", label="", participants=people)) == (by_name["Ann Hale"],)
    assert told.audience(0, None) == ()


def test_reports_in_a_circle_end():
    told, _ = voices(
        "“I said no,” he said.",
        ("no", "said", "I", {"parent": 1, "quoted": "no"}),
        ("no", "said", "I", {"parent": 0, "quoted": "I said no"}),
    )
    assert told.speaker(0) is None


def test_the_one_who_calls_it_a_farce_says_the_rest_too():
    told, names = voices(
        "Marlow called the trial a “cruel farce” saying Norvia hid the files.",
        ("Norvia hid the files", "saying", "a “cruel farce", {}),
    )
    assert names[told.speaker(0)] == "Marlow"


def test_whoever_does_a_thing_with_a_promise_gives_it():
    told, names = voices(
        "Peter Marlow opened the canal with the promise that fares would fall.",
        ("that fares would fall", "promise", None, {}),
    )
    assert names[told.speaker(0)] == "Peter Marlow"
