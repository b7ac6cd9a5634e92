"""At which happening each report was made: dinners and talks, hearings, records, what is told at first hand."""

from builders import document

from variorum.annotate.rules import RulesAnnotator
from variorum.config import Settings


class Read:
    """A document as annotated, asked in words."""

    def __init__(self, text: str, **more) -> None:
        self.doc = document(text, **more)
        (self.found,) = RulesAnnotator(Settings()).annotate([self.doc])
        self.names = {a.id: a.name for a in self.found.actors}
        self.held = {o.id: o for o in self.found.occasions}

    def occasion(self, content: str):
        """The occasion of the innermost report whose content holds these words; None where it has none."""
        fitting = [
            a for a in self.found.attributions if any(content in self.doc.text[s.start : s.end] for s in a.content)
        ]
        report = min(fitting, key=lambda a: sum(s.end - s.start for s in a.content))
        return self.held.get(report.occasion)

    def people(self, content: str) -> list[str]:
        occasion = self.occasion(content)
        return sorted(self.names[p] for p in occasion.participants) if occasion else []

    def noun(self, content: str) -> str | None:
        occasion = self.occasion(content)
        return occasion.label.split(",")[0] if occasion else None


def test_a_dinner_is_not_the_talk_of_the_same_two():
    read = Read(
        "Peter Marlow recalled a meeting with Igor Lomov.\n"
        "“I asked him whether he would join, and Lomov said, ‘Why not?’” Marlow told the Halden Herald. "
        "“But in the evening, when we met for dinner, Lomov said, ‘No, not now,’” Marlow added."
    )
    assert read.noun("No, not now") == "Dinner"
    assert read.occasion("Why not?") not in (None, read.occasion("No, not now"))
    assert read.people("No, not now") == ["Igor Lomov", "Peter Marlow"]


def test_a_meeting_of_a_year_is_the_dinner_dated_to_its_day():
    read = Read(
        "Igor Lomov said at a meeting with Peter Marlow in 1994 that it was late.\n"
        "At a dinner with Peter Marlow in Norvik on January 14, 1994, Lomov said that it was cold."
    )
    assert read.occasion("it was late") == read.occasion("it was cold")
    assert read.occasion("it was cold").date == "1994-01-14"


def test_two_who_talk_are_on_one_occasion_question_and_answer():
    read = Read("Ann Hale asked Peter Marlow whether it was late. Marlow replied that it was not dark.")
    assert read.people("whether it was late") == ["Ann Hale", "Peter Marlow"]
    assert read.occasion("it was not dark") == read.occasion("whether it was late")


def test_what_he_used_to_say_was_said_on_no_one_occasion():
    read = Read(
        "Ann Hale told Peter Marlow that it was late. “Ice has no flag,” Marlow used to say to Hale every winter."
    )
    assert read.occasion("Ice has no flag") is None


def test_one_who_tells_with_i_and_me_was_there():
    read = Read(
        "“I went up to his office. Igor Lomov said, ‘Run it till May, and no letters,’” Peter Marlow told Ann Hale."
    )
    assert read.people("Run it till May") == ["Igor Lomov", "Peter Marlow"]


def test_witnesses_of_one_hearing_are_heard_at_one_hearing():
    read = Read(
        "Peter Marlow, the mate, told the inquiry on Wednesday that the load had moved.\n"
        "Ann Hale, of the coastguard, said that the wind was strong.\n"
        "Tom Reed told the inquiry that he had ordered nobody.",
        published="1987-03-12",
    )
    first, second, third = (read.occasion(w) for w in ("the load had moved", "the wind was strong", "ordered nobody"))
    assert first == second == third
    assert (first.date, read.noun("the load had moved")) == ("1987-03-11", "Hearing")


def test_reporters_are_told_at_a_press_conference():
    read = Read("Peter Marlow told reporters that it was late.")
    assert (read.occasion("it was late").kind, read.noun("it was late")) == ("statement", "Conference")


def test_a_paper_that_is_not_named_has_an_interview_without_it():
    read = Read("Peter Marlow told a local newspaper in January 2022 that it was late.")
    assert (read.occasion("it was late").kind, read.occasion("it was late").date) == ("interview", "2022-01")
    assert read.people("it was late") == ["Peter Marlow"]


def test_a_transcript_is_the_record_of_one_interview():
    read = Read(
        "Peter Marlow talked to Ann Hale about the night.\n\nHale: Were you there?\n\n"
        "Marlow: It was late, and it rained.\n\n"
        "Hale: What did Igor Lomov tell you?\n\nMarlow: He said, “We are past turning, Peter.”"
    )
    own = read.occasion("It was late, and it rained")
    assert own.kind == "interview"
    assert read.people("It was late, and it rained") == ["Ann Hale", "Peter Marlow"]
    assert read.occasion("We are past turning") != own


def test_minutes_are_the_record_of_one_meeting_with_its_date():
    read = Read(
        "MEMORANDUM OF CONVERSATION\n\nParticipants: Helena Brock, President; Igor Lomov, Premier\n\n"
        "Date: March 14, 1998\n\nPresident Brock said that she was glad. Premier Lomov joked that the snow kept order."
    )
    first, second = read.occasion("she was glad"), read.occasion("the snow kept order")
    assert first == second
    assert (first.kind, first.date) == ("meeting", "1998-03-14")


def test_what_a_paper_of_the_time_tells_was_not_said_in_todays_interview():
    read = Read(
        "Peter Marlow said in an interview with Ann Hale on Sunday that it was late.\n"
        "The minutes show that Marlow asked for an answer.",
        published="2021-02-08",
    )
    assert read.occasion("it was late").kind == "interview"
    assert read.occasion("asked for an answer") != read.occasion("it was late")


def test_what_he_has_said_since_is_not_of_the_dated_statement():
    read = Read("Peter Marlow said in December 2009 that it was late. He has told Ann Hale that it will be early.")
    assert read.occasion("it was late").date == "2009-12"
    assert read.people("it will be early") == ["Ann Hale", "Peter Marlow"]


def test_minutes_that_show_something_are_no_show():
    read = Read("Peter Marlow told Igor Lomov that it was late, minutes released this week show.")
    assert read.people("it was late") == ["Igor Lomov", "Peter Marlow"]
