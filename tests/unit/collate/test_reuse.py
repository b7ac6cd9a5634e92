"""Passages that two documents share beyond chance."""

from __future__ import annotations

from dataclasses import replace

from builders import attribution, document, edition, reading, span
from tellings import ORTEN, RECALL, SALE, TALK

from variorum.collate.passages import MOST_DOCUMENTS
from variorum.collate.reuse import NgramReuse
from variorum.config import Settings
from variorum.model import Document, Edition, Occasion, Region, Reuse, Span, Statement

PROSE = "The old ferry was towed across the frozen bay by two tugs while a brass band played on the pier"
FILLER = "Nothing of note happened in town. The baker closed early. A dog barked at the mayor."


def reused(*documents: Document, **more: object) -> tuple[Reuse, ...]:
    return NgramReuse(Settings()).reused(edition(*documents, **more))


def ends(found: Reuse, *documents: Document) -> list[str]:
    texts = {d.id: d.text for d in documents}
    return sorted(texts[s.doc][s.start : s.end] for s in (found.a, found.b))


def test_prose_copied_at_length_is_found_whole() -> None:
    a = document(f"{FILLER}\n{PROSE}.", "a.txt")
    b = document(f"A visitor wrote home.\n{PROSE}, it is said.", "b.txt")
    (found,) = reused(a, b)
    assert ends(found, a, b) == [PROSE, PROSE]
    assert found.kind == "copied"
    assert found.confidence > 0.8
    assert found.reasons[0].text.startswith("Both have 20 words in the same order, 20 of them in a row: “The old ferry")


def test_a_few_changed_words_do_not_end_a_passage() -> None:
    a, b = (
        document(PROSE, "a.txt"),
        document(PROSE.replace("frozen bay", "wide icy bay").replace("brass", "military"), "b.txt"),
    )
    (found,) = reused(a, b)
    assert ends(found, a, b) == sorted([a.text, b.text])


def test_words_quoted_by_both_are_a_quotation() -> None:
    words = "ice has no flag, as my grandmother used to say"
    a, b = document(f"“{words},” said Sale.", "a.txt"), document(f'It was then that "{words}" fell.', "b.txt")
    (found,) = reused(a, b)
    assert found.kind == "quotation"
    assert ends(found, a, b) == [words, words]


def test_close_wording_with_differences_is_a_shared_source() -> None:
    a = document(
        "Divers found the sunken bell near the old lighthouse and raised it with ropes on Friday morning", "a.txt"
    )
    b = document(
        "Divers discovered the sunken bell near the ruined lighthouse and raised it by ropes early on Friday", "b.txt"
    )
    (found,) = reused(a, b)
    assert found.kind == "shared-source"


def test_titles_names_and_set_phrases_are_no_reuse() -> None:
    a = document("Former Prime Minister Mara Sale said on Monday that, at the end of the day, it was late.", "a.txt")
    b = document("At the end of the day nobody knew what former Prime Minister Mara Sale said on Monday.", "b.txt")
    assert reused(a, b) == ()


def test_passages_stay_within_a_line() -> None:
    a, b = document(PROSE.replace(" while", "\nwhile"), "a.txt"), document(PROSE, "b.txt")
    assert all("\n" not in words for found in reused(a, b) for words in ends(found, a, b))


def test_boilerplate_does_not_count() -> None:
    made = []
    for name in ("a.txt", "b.txt"):
        doc = document(f"{PROSE}\n{name}", name, regions=())
        made.append(document(doc.text, name, regions=(Region("boilerplate", Span(doc.id, 0, len(PROSE))),)))
    assert reused(*made) == ()


def test_one_document_does_not_copy_from_itself() -> None:
    assert reused(document(f"{PROSE}\n{PROSE}", "a.txt")) == ()


def test_the_house_lines_of_one_outlet_do_not_count() -> None:
    papers = [document(f"{PROSE}.\nMatter {n} was heard.", f"{n}.txt", outlet="The Skerry Sun") for n in range(3)]
    assert reused(*papers) == ()


def test_what_was_published_later_is_the_copy() -> None:
    a = document(PROSE, "a.txt", published="2019-10-04")
    b = document(PROSE, "b.txt", published="2019-10-05")
    (found,) = reused(a, b)
    assert found.direction == ("b-from-a" if found.a.doc == a.id else "a-from-b")
    assert found.reasons[-1].feature == "published before"


def test_undated_copies_have_no_direction() -> None:
    (found,) = reused(document(PROSE, "a.txt"), document(PROSE, "b.txt", published="2019"))
    assert found.direction == "unknown"


def test_a_credit_decides_before_the_dates() -> None:
    a = document(
        f"{PROSE}.\nThat was reported by the Vell Courier.", "a.txt", published="2019-10-04", outlet="Skerry Sun"
    )
    b = document(PROSE, "b.txt", published="2019-10-05", outlet="Vell Courier")
    (found,) = reused(a, b)
    assert found.direction == ("a-from-b" if found.a.doc == a.id else "b-from-a")
    assert found.reasons[-1].text == "It credits Vell Courier: “reported by the Vell Courier”."
    assert found.reasons[-1].evidence == (span(a, "reported by the Vell Courier"),)


def retelling(occasion: Occasion, other: Occasion | None = None) -> tuple[Reuse, ...]:
    a = document("Sale told the radio that ships were welcome.", "a.txt")
    b = document("On air she invited every captain.", "b.txt")
    told = [
        attribution(a, "that ships were welcome", speaker=SALE.id, occasion=occasion.id),
        attribution(b, "every captain", speaker=SALE.id, occasion=(other or occasion).id),
    ]
    readings = (reading(a, "ships were welcome", told[0]), reading(b, "every captain", told[1]))
    made = Statement(id="s1", label="", readings=readings)
    return reused(a, b, occasions=(occasion, *([other] if other else [])), attributions=tuple(told), statements=(made,))


def test_two_accounts_of_one_interview_rest_on_it() -> None:
    (found,) = retelling(RECALL)
    assert (found.kind, found.reasons[0].feature) == ("shared-source", "same occasion")
    assert "Radio Skerry" in found.reasons[0].text


def test_two_interviews_of_the_same_people_that_nothing_tells_apart_are_one() -> None:
    once = replace(RECALL, participants=(SALE.id, ORTEN.id))
    again = replace(once, id="o9", date=None)
    assert len(retelling(once, again)) == 1
    assert retelling(once, replace(again, date="2005")) == ()
    assert retelling(once, replace(again, participants=(SALE.id,))) == ()


def test_two_accounts_of_one_meeting_need_not_depend_on_one_another() -> None:
    assert retelling(TALK) == ()


def test_nothing_is_reused_in_nothing() -> None:
    assert reused() == ()
    assert reused(document("", "a.txt"), document("“”\n…", "b.txt")) == ()
    assert NgramReuse(Settings()).reused(Edition()) == ()


def test_one_word_over_and_over_takes_no_time_and_is_no_passage() -> None:
    many = "buffalo " * 20_000
    assert reused(document(many, "a.txt"), document(many + "herd", "b.txt")) == ()


def requoted(left: str, right: str) -> tuple[Reuse, ...]:
    """What two documents that report one utterance, and nothing else in common, have from one text."""
    a, b = document(f"Sale wrote: {left}", "a.txt"), document(f"{right} she said on Monday.", "b.txt")
    told = [attribution(a, left, speaker=SALE.id), attribution(b, right, speaker=SALE.id)]
    made = Statement(id="s1", label="", readings=(reading(a, left, told[0]), reading(b, right, told[1])))
    return reused(a, b, attributions=tuple(told), statements=(made,))


def test_a_short_quotation_counts_where_both_are_known_to_report_one_utterance() -> None:
    (found,) = requoted("the frozen harbour is ours", "the frozen harbour is ours")
    assert (found.kind, found.reasons[0].feature) == ("quotation", "same utterance")
    assert requoted("the frozen harbour is ours", "that Kessaria will share her ice") == ()
    assert requoted("it is what it is now", "it is what it is now") == ()


def wired(size: int, **more: object) -> list[Document]:
    """The same prose in so many papers."""
    return [
        document(f"Paper {n} was founded in {1800 + n}. {FILLER}\n{PROSE}.", f"{n}.txt", **more) for n in range(size)
    ]


def test_what_very_many_documents_have_makes_a_chain_and_not_all_pairs() -> None:
    size = MOST_DOCUMENTS + 15
    found = [r for r in reused(*wired(size)) if r.a.end - r.a.start > len(PROSE) // 2]
    chained = {doc for r in found for doc in (r.a.doc, r.b.doc)}
    assert len(chained) == size
    assert len(found) < 2 * size


def test_a_house_line_in_very_many_documents_is_none() -> None:
    assert reused(*wired(MOST_DOCUMENTS + 15, outlet="The Lantern")) == ()
