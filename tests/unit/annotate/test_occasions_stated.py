"""Occasions as one document states them, and what was said there."""

from builders import document

from variorum.annotate.rules import RulesAnnotator
from variorum.config import Settings


class Read:
    """A document as annotated, asked in words."""

    def __init__(self, text: str, **more) -> None:
        self.doc = document(text, **more)
        (self.found,) = RulesAnnotator(Settings()).annotate([self.doc])
        self.names = {a.id: a.name for a in self.found.actors}

    def occasion(self, content: str):
        """The occasion of the report whose content holds these words, the innermost one."""
        held = {o.id: o for o in self.found.occasions}
        fitting = [
            a for a in self.found.attributions if any(content in self.doc.text[s.start : s.end] for s in a.content)
        ]
        report = min(fitting, key=lambda a: sum(s.end - s.start for s in a.content))
        return held.get(report.occasion)

    def people(self, occasion) -> list[str]:
        return sorted(self.names[p] for p in occasion.participants)


def test_an_interview_has_its_date_and_both_who_took_part():
    read = Read("In a March 2000 interview with journalist Ann Hale, Peter Marlow said that it was late.")
    occasion = read.occasion("it was late")
    assert (occasion.kind, occasion.date, read.people(occasion)) == (
        "interview",
        "2000-03",
        ["Ann Hale", "Peter Marlow"],
    )
    assert [read.doc.text[s.start : s.end] for s in occasion.stated[0].evidence] == [
        "a March 2000 interview with journalist Ann Hale"
    ]


def test_a_dinner_has_place_and_date():
    text = "At a dinner with Ann Hale in Norvik on March 21, 1987, Peter Marlow said that it was late."
    occasion = Read(text).occasion("it was late")
    assert (occasion.kind, occasion.date, occasion.place) == ("meeting", "1987-03-21", "Norvik")


def test_telling_a_paper_is_an_interview():
    read = Read("Peter Marlow told the Halden Herald in January 2022 that it was late.")
    occasion = read.occasion("it was late")
    assert (occasion.kind, occasion.date, read.people(occasion)) == (
        "interview",
        "2022-01",
        ["Halden Herald", "Peter Marlow"],
    )


def test_a_date_beside_the_cue_is_the_statements():
    occasion = Read("Peter Marlow said in June that it was late.").occasion("it was late")
    assert (occasion.kind, occasion.date) == ("statement", "XXXX-06")


def test_a_date_of_an_office_is_not_the_statements():
    read = Read("Peter Marlow, who was minister between 1998 and 1999, said that it was late.")
    assert read.occasion("it was late") is None


def test_a_speaker_stays_on_his_occasion_until_another_is_named():
    read = Read(
        "In an interview with journalist Ann Hale, Peter Marlow said that it was late.\n"
        "“It was cold, too,” Marlow added.\n"
        "In a separate interview with Tom Reed, Marlow said that it was dark."
    )
    first, second, third = (read.occasion(w) for w in ("it was late", "It was cold", "it was dark"))
    assert first == second
    assert third != first
    assert read.people(third) == ["Peter Marlow", "Tom Reed"]


def test_what_is_told_happened_elsewhere_than_the_telling():
    read = Read(
        "Speaking to journalist Ann Hale, Peter Marlow recalled one of his meetings with Igor Lomov.\n"
        "“During the meeting I said, ‘We should consider joining,’” Marlow said. “Lomov answered, ‘Why not?’”"
    )
    telling, told, answer = (read.occasion(w) for w in ("one of his meetings", "We should consider", "Why not"))
    assert read.people(telling) == ["Ann Hale", "Peter Marlow"]
    assert read.people(told) == ["Igor Lomov", "Peter Marlow"]
    assert answer == told


def test_these_remarks_places_what_was_said_before():
    read = Read(
        "Peter Marlow assured Igor Lomov that it was not too late.\n"
        "These remarks were made during a July 9, 2003, dinner between the two men, the diary says."
    )
    occasion = read.occasion("it was not too late")
    assert (occasion.date, read.people(occasion)) == ("2003-07-09", ["Igor Lomov", "Peter Marlow"])


def test_a_report_without_time_and_place_has_no_occasion():
    assert Read("Peter Marlow said that it was late.").occasion("it was late") is None
