"""Each measure on a few lines of text: what counts as right, as wrong, and as neither."""

from __future__ import annotations

from dataclasses import replace

import pytest
from builders import actor, attribution, document, edition, reading, span

from variorum.evaluate.gold import Gold, GoldAttribution, GoldConflict, GoldReuse, GoldStatement
from variorum.evaluate.names import Directory, plain_name
from variorum.evaluate.score import Evaluation, compare
from variorum.model import (
    Actor,
    Attribution,
    Conflict,
    Document,
    Edition,
    Hop,
    Reading,
    Region,
    Relation,
    Reuse,
    Span,
    Statement,
    TimelineEntry,
)

DOC = document(
    "Ana Holt said that the bridge was closed. “It fell,” Bo Reed wrote that Cy had cried.\nThe bridge was open.\n"
)
OTHER = document("The bridge stood open, said Holt. It was shut in May 1931.\n", "b.txt")
HOLT, REED, CY = actor("Ana Holt"), actor("Bo Reed"), actor("Cy")


def gold_of(*attributions: GoldAttribution, **more: object) -> Gold:
    documents: tuple[Document, ...] = (DOC, OTHER)
    return Gold(
        names={d.id: d.path for d in documents},
        texts={d.id: d.text for d in documents},
        entities={"HOLT": actor("Ana Holt"), "REED": actor("Bo Reed"), "CY": actor("Cy")},
        attributions={a.id: a for a in attributions},
        **more,  # type: ignore[arg-type]
    )


def wanted(key: str, content: str, doc: Document = DOC, **more: object) -> GoldAttribution:
    for part in ("cues", "sources"):
        if part in more:
            more[part] = ((span(doc, str(more[part])),),)
    return GoldAttribution(id=key, doc=doc.id, contents=((span(doc, content),),), **more)  # type: ignore[arg-type]


def given(*attributions: Attribution, **more: object) -> Edition:
    return edition(DOC, OTHER, actors=(HOLT, REED, CY), attributions=attributions, **more)


def held_against(gold: Gold, *attributions: Attribution, **more: object) -> Evaluation:
    return compare(given(*attributions, **more), gold)


def words_of(result: Evaluation, name: str) -> list[str]:
    measure = next(m for m in result.measures if m.name == name)
    return [case.words for case in (*measure.missed, *measure.false)]


def test_half_of_the_words_make_a_match_and_less_does_not() -> None:
    gold = gold_of(wanted("g", "that the bridge was closed"))
    assert held_against(gold, attribution(DOC, "bridge was"))["attributions"].recall == 1
    missed = held_against(gold, attribution(DOC, "closed"))
    assert missed["attributions"].recall == 0
    assert words_of(missed, "attributions") == ["that the bridge was closed", "closed"]


def test_a_leading_that_and_punctuation_count_for_nothing() -> None:
    gold = gold_of(wanted("g", "that the bridge was closed."))
    assert held_against(gold, attribution(DOC, "the bridge was closed"))["content_exact"].recall == 1


def test_any_content_that_the_gold_accepts_is_right() -> None:
    either = GoldAttribution(id="g", doc=DOC.id, contents=((span(DOC, "It fell"),), (span(DOC, "Cy had cried"),)))
    assert held_against(gold_of(either), attribution(DOC, "Cy had cried"))["content_exact"].recall == 1


def test_peripheral_gold_is_neither_rewarded_nor_punished() -> None:
    gold = gold_of(wanted("g", "It fell"), wanted("p", "Cy had cried", is_core=False))
    result = held_against(gold, attribution(DOC, "It fell"), attribution(DOC, "Cy had cried"))
    assert (result["attributions"].given, result["attributions"].wanted) == (1, 1)
    assert result.notes == ("1 attributions match peripheral gold and are not counted",)


def test_content_token_sums_up_words() -> None:
    gold = gold_of(wanted("g", "the bridge was closed"), wanted("h", "It fell"))
    count = held_against(gold, attribution(DOC, "bridge was closed"))["content_token"]
    assert (count.right, count.given, count.wanted) == (3, 3, 6)


def test_speaker_cue_source_and_mode_are_asked_of_what_is_matched() -> None:
    gold = gold_of(
        wanted("g", "the bridge was closed", cues="said", sources="Ana Holt", speakers=("HOLT",)),
        wanted("h", "It fell", cues="wrote", sources="Bo Reed", speakers=("REED",), mode="direct"),
    )
    result = held_against(
        gold,
        attribution(DOC, "the bridge was closed", cue="said that", source="Holt", speaker=HOLT.id),
        attribution(DOC, "It fell", cue="cried", speaker=HOLT.id, mode="direct"),
    )
    assert (result["speaker"].precision, result["speaker"].recall) == (0.5, 0.5)
    assert (result["cue"].precision, result["cue"].recall) == (0.5, 0.5)
    assert (result["source"].precision, result["source"].recall) == (1, 0.5)
    assert result["mode"].precision == 1
    assert (result["recall_direct"].recall, result["recall_indirect"].recall) == (1, 1)
    assert result["recall_mixed"].recall is None


def test_nobody_is_right_only_where_the_gold_names_nobody() -> None:
    gold = gold_of(wanted("g", "It fell"), wanted("h", "Cy had cried", speakers=("REED",)))
    result = held_against(gold, attribution(DOC, "It fell"), attribution(DOC, "Cy had cried"))
    assert (result["speaker"].right, result["speaker"].given, result["speaker"].wanted) == (0, 1, 1)


def nested() -> tuple[Gold, Attribution, Attribution]:
    gold = gold_of(
        wanted("outer", "“It fell,” Bo Reed wrote that Cy had cried", speakers=("REED",)),
        wanted("inner", "Cy had cried", speakers=("CY",), parent="outer"),
    )
    outer = attribution(DOC, "“It fell,” Bo Reed wrote that Cy had cried", speaker=REED.id)
    inner = attribution(
        DOC,
        "Cy had cried",
        speaker=CY.id,
        parent=outer.id,
        chain=(Hop(None), Hop(REED.id, outer.id), Hop(CY.id, None)),
    )
    return gold, outer, inner


def test_nesting_and_chain_of_a_nested_report() -> None:
    gold, outer, inner = nested()
    result = held_against(gold, outer, inner)
    assert (result["nesting"].f1, result["nesting_strict"].f1, result["chain"].precision) == (1, 1, 1)


def test_a_missed_end_of_a_link_counts_in_the_strict_measure_only() -> None:
    gold, _, inner = nested()
    result = held_against(gold, replace(inner, parent=None, chain=()))
    assert result["nesting"].f1 is None
    assert (result["nesting_strict"].found, result["nesting_strict"].wanted) == (0, 1)


def test_a_reporter_too_few_makes_a_chain_wrong() -> None:
    gold, outer, _ = nested()
    inner = attribution(DOC, "Cy had cried", speaker=CY.id, parent=outer.id, chain=(Hop(CY.id, None),))
    assert held_against(gold, outer, inner)["chain"].precision == 0


PAIR = (wanted("g", "The bridge was open"), wanted("h", "The bridge stood open", OTHER), wanted("i", "It fell"))


def statements(*labels: str, is_sure: bool = True) -> tuple[GoldStatement, ...]:
    readings = tuple(
        Reading(id=f"gold-{a.id}", witness=a.doc, attributions=(a.id,), spans=a.contents[0]) for a in PAIR[:2]
    )
    relations = {frozenset(r.id for r in readings): frozenset(labels)}
    return (GoldStatement(id="S", label="open", readings=readings, relations=relations, is_sure=is_sure),)


def collated(*attributions: Attribution, relation: str = "paraphrase") -> Statement:
    docs = {d.id: d for d in (DOC, OTHER)}
    quoted = [docs[a.doc].text[a.content[0].start : a.content[0].end] for a in attributions]
    readings = tuple(reading(docs[a.doc], words, a) for a, words in zip(attributions, quoted, strict=True))
    relations = (Relation(a=readings[0].id, b=readings[1].id, relation=relation, confidence=0.5),)  # type: ignore[arg-type]
    return Statement(id="s", label="", readings=readings, relations=relations)


def open_in_both() -> list[Attribution]:
    return [
        attribution(DOC, "The bridge was open"),
        attribution(OTHER, "The bridge stood open"),
        attribution(DOC, "It fell"),
    ]


def test_statements_are_counted_by_pairs_of_their_attributions() -> None:
    found = open_in_both()
    gold = gold_of(*PAIR, statements=statements("reworded"))
    result = held_against(gold, *found, statements=(collated(*found),))
    assert (result["statements_cross"].right, result["statements_cross"].given) == (1, 2)
    assert (result["statements_all"].right, result["statements_all"].given) == (1, 3)
    assert result["statements_cross_strict"].recall == 1


def test_what_is_not_matched_is_missed_in_the_strict_measure_only() -> None:
    gold = gold_of(*PAIR, statements=statements("reworded"))
    result = held_against(gold, open_in_both()[0])
    assert result["statements_cross"].wanted == 0
    assert result["statements_cross_strict"].wanted == 1


def test_pairs_that_the_gold_calls_only_possible_are_free() -> None:
    found = open_in_both()[:2]
    gold = gold_of(*PAIR, statements=statements("reworded", is_sure=False))
    result = held_against(gold, *found, statements=(collated(*found),))
    assert (result["statements_cross"].given, result["statements_cross"].wanted) == (0, 0)


@pytest.mark.parametrize(
    ("label", "exact", "coarse"), [("reworded", 1, 1), ("altered", 1, 1), ("paraphrase", 0, 1), ("contradictory", 0, 1)]
)
def test_a_second_label_is_right_and_the_coarse_measure_asks_for_the_meaning(
    label: str, exact: int, coarse: int
) -> None:
    found = open_in_both()[:2]
    gold = gold_of(*PAIR, statements=statements("reworded", "altered"))
    result = held_against(gold, *found, statements=(collated(*found, relation=label),))
    assert (result["relations"].right, result["relations_coarse"].right) == (exact, coarse)


def test_bcubed_of_two_who_belong_together_and_stand_apart() -> None:
    gold = gold_of(*PAIR[:2], statements=statements("reworded"))
    count = held_against(gold, *open_in_both()[:2])["statements_bcubed"]
    assert (count.precision, count.recall) == (1, 0.5)


def conflict(*places: tuple[Document, str]) -> Conflict:
    evidence = tuple(span(doc, words) for doc, words in places)
    return Conflict(id="c", kind="polarity", label="", severity="high", confidence=1, evidence=evidence)


OPEN = ((DOC, "was closed"), (DOC, "was open"), (OTHER, "stood open"))


def conflicts(**more: bool) -> Gold:
    evidence = tuple(span(doc, words) for doc, words in OPEN)
    return gold_of(conflicts=(GoldConflict(id="C", label="open?", evidence=evidence, **more),))


def test_a_conflict_is_hit_at_two_of_its_places() -> None:
    assert held_against(conflicts(), conflicts=(conflict(OPEN[0], OPEN[2]),))["conflicts"].f1 == 1
    assert held_against(conflicts(), conflicts=(conflict(OPEN[0]),))["conflicts"].f1 == 0


def test_evidence_over_several_paragraphs_points_at_nothing() -> None:
    whole = conflict((DOC, DOC.text.rstrip("\n")), (OTHER, OTHER.text.rstrip("\n")))
    assert held_against(conflicts(), conflicts=(whole,))["conflicts"].right == 0


def test_a_conflict_within_one_sentence_is_hit_at_one_place() -> None:
    evidence = (span(OTHER, "shut"), span(OTHER, "May 1931"))
    gold = gold_of(conflicts=(GoldConflict(id="C", label="", evidence=evidence),))
    assert held_against(gold, conflicts=(conflict((OTHER, "shut in")),))["conflicts"].f1 == 1


def test_a_conflict_that_need_not_be_found_is_right_all_the_same() -> None:
    count = held_against(conflicts(is_wanted=False), conflicts=(conflict(*OPEN),))["conflicts"]
    assert (count.right, count.given, count.found, count.wanted) == (1, 1, 0, 0)


def test_who_walks_into_a_trap_is_wrong() -> None:
    gold = conflicts(is_wanted=False, is_trap=True)
    result = held_against(gold, conflicts=(conflict(*OPEN),))
    assert result["conflicts"].precision == 0
    assert "TRAP: open? (C)" in result.errors(1)


def dated(date: str | None, words: str) -> tuple[TimelineEntry, ...]:
    return (TimelineEntry(date=date, what="", evidence=(span(OTHER, words),)),)


@pytest.mark.parametrize(
    ("date", "words", "found"),
    [("1931-05", "It", 1), ("1931-05-04", "1931", 1), ("1931", "May", 0), (None, "May", 0), ("1931-05", "stood", 0)],
)
def test_a_date_is_found_in_its_sentence_at_the_precision_of_the_gold(date: str | None, words: str, found: int) -> None:
    gold = gold_of(timeline=dated("1931-05", "May 1931"))
    assert held_against(gold, timeline=dated(date, words))["timeline"].found == found


def test_boilerplate_is_counted_by_characters_without_blanks_and_captions() -> None:
    boiled = document(DOC.text, regions=(Region("boilerplate", Span(DOC.id, 0, 8)),))
    gold = gold_of(boilerplate={DOC.id: (span(DOC, "Ana Holt said"),)}, captions={DOC.id: (span(DOC, "said"),)})
    count = compare(edition(boiled, OTHER), gold)["regions"]
    assert (count.right, count.given, count.wanted) == (7, 7, 7)


def reused(a: str, b: str) -> Reuse:
    return Reuse(id="u", a=span(DOC, a), b=span(OTHER, b), kind="copied", confidence=1)


def test_reuse_is_met_at_both_ends() -> None:
    passages = (span(DOC, "The bridge was open"), span(OTHER, "The bridge stood open"))
    gold = gold_of(reuse=(GoldReuse(id="R", passages=passages),))
    assert held_against(gold, reuse=(reused("bridge was open", "bridge stood"),))["reuse"].f1 == 1
    assert held_against(gold, reuse=(reused("It fell", "bridge stood"),))["reuse"].f1 == 0


def test_repetition_of_a_set_phrase_is_free() -> None:
    passages = (span(DOC, "The bridge was open"), span(OTHER, "The bridge stood open"))
    free = GoldReuse(id="R", passages=passages, is_wanted=False, is_free=True)
    assert held_against(gold_of(reuse=(free,)), reuse=(reused("bridge was open", "bridge stood"),))["reuse"].given == 0


def test_the_headline_leaves_out_what_the_gold_cannot_decide() -> None:
    result = held_against(gold_of(wanted("g", "It fell")), attribution(DOC, "It fell"))
    assert result.parts() == {"attributions F1": 1.0}
    assert result.headline == 1.0


def test_a_part_that_nothing_was_matched_for_is_nought() -> None:
    gold, _, _ = nested()
    assert held_against(gold).parts()["nesting F1"] == 0.0


@pytest.mark.parametrize(
    ("chief", "aliases", "entity", "same"),
    [
        ("Premier Ana Holt", (), "HOLT", True),
        ("Holt", (), "HOLT", True),
        ("the premier", ("Ana Holt",), "HOLT", True),
        ("Bo Reed", ("Ana Holt",), "HOLT", False),
        ("she", (), "HOLT", False),
        ("Holt", (), "REED", False),
    ],
)
def test_whose_name_it_is(chief: str, aliases: tuple[str, ...], entity: str, same: bool) -> None:
    entities = {"HOLT": actor("Ana Holt"), "REED": actor("Bo Reed")}
    asked = Actor(id="x", kind="person", name=chief, aliases=aliases)
    assert Directory(entities, [asked]).is_any("x", [entity]) is same


def test_only_persons_have_surnames() -> None:
    entities = {"BANK": actor("Bank of Holt", "organization")}
    assert not Directory(entities, [HOLT]).is_any(HOLT.id, ["BANK"])


def test_a_name_of_titles_alone_keeps_the_last() -> None:
    assert plain_name("the Prime Minister") == "minister"
