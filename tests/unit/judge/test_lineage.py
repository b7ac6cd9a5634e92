"""Which witnesses of a statement are independent of one another."""

from __future__ import annotations

from dataclasses import replace

from builders import actor, attribution, span
from judge_matters import DAGNY, OTTO, told, version

from variorum.config import Settings
from variorum.judge.lineage import WitnessGenealogist
from variorum.model import Edition, Hop, Line, Occasion, Reuse

INTERVIEW = Occasion(id="o1", kind="interview", label="Holt on the radio", participants=(DAGNY.id,))
SPEECH = Occasion(id="o2", kind="speech", label="Holt at the harbour", participants=(DAGNY.id,))


def line(given: Edition) -> Line:
    (found,) = WitnessGenealogist(Settings()).lines(given)
    return found


def ids(*versions: tuple) -> list[str]:
    return [doc.id for doc, _ in versions]


def two(left: str = "", right: str = "", **more: object) -> tuple[tuple, tuple]:
    """Two documents that quote Holt, with other words after the quotation."""
    return tuple(
        version(f"“The mill must go,” Holt said{rest}.", "The mill must go", f"{n}.txt", is_direct=True, **more)
        for n, rest in enumerate((left, right))
    )


def test_without_any_sign_they_are_independent():
    versions = two()
    found = line(told(*versions))
    assert sorted(found.groups) == sorted([(d,) for d in ids(*versions)])
    assert "No sign" in found.reasons[0].text


def test_one_interview_is_one_origin():
    versions = two(occasion="o1")
    found = line(told(*versions, occasions=(INTERVIEW,)))
    assert found.groups == (tuple(sorted(ids(*versions))),)
    assert "Holt on the radio" in found.reasons[0].text


def test_a_speech_that_many_may_have_heard_is_not():
    assert len(line(told(*two(occasion="o2"), occasions=(SPEECH,))).groups) == 2


def test_the_outermost_telling_counts_for_what_is_told_in_it():
    versions = []
    for n in range(2):
        doc, inner = version(
            "Holt recalled that Reiss said: “Never.”", "Never.", f"{n}.txt", is_direct=True, speaker=OTTO.id
        )
        _, outer = version(doc.text, "Reiss said: “Never.”", f"{n}.txt", speaker=DAGNY.id, occasion="o2")
        versions.append((doc, replace(inner, parent=outer.id), outer))
    given = told(*((doc, inner) for doc, inner, _ in versions), occasions=(SPEECH,))
    given = replace(given, attributions=(*given.attributions, *(outer for _, _, outer in versions)))
    assert len(line(given).groups) == 1


def test_one_credited_agency_is_one_origin_and_the_credit_is_the_evidence():
    versions = two(", AFP reported", " in the morning, according to AFP")
    found = line(told(*versions))
    assert len(found.groups) == 1
    assert "AFP" in found.reasons[0].text
    assert len(found.reasons[0].evidence) == 2


def test_crediting_the_other_document_s_outlet():
    left, right = two(", according to the Vell Courier")
    given = told(left, (replace(right[0], outlet="Vell Courier"), right[1]))
    assert len(line(given).groups) == 1


def test_a_copied_passage_that_holds_the_readings():
    left, right = two()
    copied = Reuse(
        id="u1", a=span(left[0], left[0].text), b=span(right[0], right[0].text), kind="copied", confidence=0.9
    )
    assert len(line(replace(told(left, right), reuse=(copied,))).groups) == 1


def test_a_copied_passage_elsewhere_says_nothing_of_this_statement():
    left = version("“Go,” Holt said. It rained on the quay all day.", "Go,", "a.txt", is_direct=True)
    right = version("“Go,” Holt said. It rained on the quay all day.", "Go,", "b.txt", is_direct=True)
    rain = "It rained on the quay all day."
    copied = Reuse(id="u1", a=span(left[0], rain), b=span(right[0], rain), kind="copied", confidence=0.9)
    assert len(line(replace(told(left, right), reuse=(copied,))).groups) == 2


def test_groups_are_joined_through_a_third_witness():
    paper = actor("Vell Courier", "outlet")
    a = version("“Go now,” Holt said.", "Go now,", "a.txt", is_direct=True, occasion="o1")
    b = version("“Go now,” Holt said.", "Go now,", "b.txt", is_direct=True, occasion="o1")
    c = version("“Go now,” Holt said.", "Go now,", "c.txt", is_direct=True)
    hop = Hop(paper.id, None, (span(b[0], "Holt"),))
    b = (b[0], replace(b[1], chain=(hop, Hop(DAGNY.id, b[1].id))))
    c = (c[0], replace(c[1], chain=(Hop(paper.id, None, (span(c[0], "Holt"),)), Hop(DAGNY.id, c[1].id))))
    assert len(line(told(a, b, c, occasions=(INTERVIEW,), actors=(DAGNY, OTTO, paper))).groups) == 1


def dependent(doc_a, doc_b, words: str, **more: object) -> Reuse:
    a, b = sorted((span(doc_a, words), span(doc_b, words)))
    return Reuse(id=f"u{a.start}", a=a, b=b, confidence=0.9, **more)


def test_who_copies_long_prose_has_the_quotations_from_there_too():
    prose = ", and the wheel that her grandfather had built stood still all summer long while the town waited" * 3
    versions = two(prose, prose)
    (a, _), (b, _) = versions
    quoted = dependent(a, b, "The mill must go", kind="quotation")
    copied = dependent(a, b, prose, kind="copied")
    assert len(line(replace(told(*versions), reuse=(quoted,))).groups) == 2
    found = line(replace(told(*versions), reuse=(quoted, copied)))
    assert len(found.groups) == 1
    assert "both quote this: “The mill must go”" in found.reasons[0].text


def test_the_reason_says_who_has_it_from_whom():
    versions = two()
    (a, _), (b, _) = versions
    copied = dependent(a, b, "The mill must go", kind="copied", direction="b-from-a")
    found = line(replace(told(*versions), reuse=(copied,)))
    first, second = (doc.siglum for doc, _ in sorted(versions, key=lambda v: v[0].id))
    assert found.reasons[0].text == f"{second} has this from {first}: “The mill must go”."


def test_the_record_and_who_cites_it_are_one_origin():
    minutes = actor("the minutes", "document")
    record, own = version("MINUTES OF THE TALK\nHolt: The mill must go.", "The mill must go.", "0.txt", is_direct=True)
    paper, cited = version("Holt said the mill must go, the minutes show.", "the mill must go", "1.txt")
    hop = Hop(minutes.id, None, (span(paper, "the minutes show"),))
    cited = replace(cited, chain=(hop, Hop(DAGNY.id, cited.id, ())))
    made = told((record, own), (paper, cited))
    made = replace(made, actors=(*made.actors, minutes))
    assert len(line(made).groups) == 1


MINUTES = actor("the minutes", "document")
TALK = Occasion(id="o9", kind="meeting", label="the talk at the lodge")


def test_one_released_statement_is_one_origin():
    released = Occasion(id="o3", kind="statement", label="Holt's statement", participants=(DAGNY.id,))
    assert len(line(told(*two(occasion="o3"), occasions=(released,))).groups) == 1


def test_who_has_cited_the_minutes_once_rests_on_them_for_the_rest_of_the_talk():
    versions = two(occasion="o9")
    given = told(*versions, occasions=(TALK,), actors=(DAGNY, OTTO, MINUTES))
    assert len(line(given).groups) == 2
    cited = tuple(
        attribution(
            doc,
            "said",
            speaker=OTTO.id,
            occasion="o9",
            chain=(Hop(MINUTES.id, None, (span(doc, "Holt"),)), Hop(OTTO.id)),
        )
        for doc, _ in versions
    )
    given = replace(given, attributions=(*given.attributions, *cited))
    found = line(given)
    assert len(found.groups) == 1
    assert "the record of it" in found.reasons[0].text
