"""Which version of a statement comes from which: each ground on a tiny matter, and what rules descent out."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest
from builders import actor, attribution, document, edition, reading, span

from variorum.config import Settings
from variorum.judge.drift import FeatureRelater
from variorum.judge.lineage import WitnessGenealogist
from variorum.judge.stemma import GroundedStemmatist
from variorum.model import Apparatus, Conflict, Descent, Edition, Hop, Occasion, Region, Reuse, Span, Statement, Stemma

HOLT = actor("Dagny Holt")
RADIO = Occasion(id="o1", kind="interview", label="Holt on the radio", participants=(HOLT.id,))
PROSE = (
    "The mayor stood in the rain beside the old mill and spoke to nobody in particular before she turned to the crowd. "
)


def witness(siglum: str, before: str, words: str, after: str = " Holt said.", **more: object):
    """A document that quotes Holt: (document, reading, attribution)."""
    about = {k: more.pop(k) for k in ("occasion", "speaker", "chain", "mode") if k in more}
    doc = document(f"{before}“{words}”{after}", f"{siglum.lower()}.txt", siglum=siglum, **more)
    said = attribution(doc, words, **{"speaker": HOLT.id, "mode": "direct", "quoted": words, **about})
    return doc, reading(doc, words, said), said


def matter(*witnesses: tuple, **more: object) -> Edition:
    """The edition of these witnesses, with relations and lines as the walk makes them."""
    statement = Statement(id="s1", label="what Holt said", readings=tuple(r for _, r, _ in witnesses))
    documents = {d.id: d for d, _, _ in witnesses}
    made = edition(
        *documents.values(), attributions=tuple(a for _, _, a in witnesses), statements=(statement,), actors=(HOLT,),
        occasions=(RADIO,), **more,
    )  # fmt: skip
    related = replace(statement, relations=FeatureRelater(Settings()).relate(statement, made))
    made = replace(made, statements=(related,))
    return replace(made, lines=WitnessGenealogist(Settings()).lines(made))


def stemma(given: Edition) -> Stemma:
    (found,) = GroundedStemmatist(Settings()).stemmata(given)
    return found


def edges(given: Edition) -> dict[str, tuple[str | None, str]]:
    """Child -> parent and kind, in sigla."""
    found = stemma(given)
    sigla = {d.id: d.siglum for d in given.documents}
    named = {r.id: sigla[r.witness] for s in given.statements for r in s.readings}
    named |= {a.id: a.siglum for a in found.ancestors}
    return {named[d.child]: (named[d.parent] if d.parent else None, d.kind) for d in found.descents}


def reasons(given: Edition, siglum: str) -> str:
    """All that is said of where a witness's reading comes from."""
    (doc,) = [d for d in given.documents if d.siglum == siglum]
    (key,) = [r.id for s in given.statements for r in s.readings if r.witness == doc.id]
    return " ".join(r.text for d in stemma(given).descents if d.child == key for r in d.reasons)


def copied(a: tuple, b: tuple, words: str, **more: object) -> Reuse:
    """A passage that both documents have from `words` to their end."""
    ends = [Span(d.id, d.text.index(words), len(d.text)) for d, _, _ in (a, b)]
    return Reuse(id="u1", a=ends[0], b=ends[1], kind="copied", confidence=0.9, **more)


def test_two_that_merely_quote_the_same_words_are_unknown():
    given = matter(witness("A", "", "The mill must go,"), witness("B", "", "The mill must go,"))
    assert edges(given) == {"A": (None, "unknown"), "B": (None, "unknown")}
    assert all(d.confidence == 0 and d.reasons for d in stemma(given).descents)
    assert "Nothing decides" in reasons(given, "A")


def test_a_single_reading_has_no_stemma():
    given = matter(witness("A", "", "The mill must go,"))
    assert GroundedStemmatist(Settings()).stemmata(given) == ()


def test_a_credit_to_a_witness_s_outlet():
    given = matter(
        witness("A", "", "The mill must go,", " Holt told the Vell Courier."),
        witness("B", "", "The mill must go,", outlet="Vell Courier"),
    )
    assert edges(given) == {"A": ("B", "quoted"), "B": (None, "unknown")}
    assert "credits" in reasons(given, "A") and "printed B" in reasons(given, "A")


def test_the_record_itself_is_what_those_who_cite_it_come_from():
    minutes = actor("the minutes of the council", "document")
    a = witness("A", "MINUTES OF THE COUNCIL\n", "The mill must go,")
    doc, said, by = witness("B", "According to the minutes of the council: ", "The mill must go,")
    chain = (Hop(minutes.id, None, (span(doc, "the minutes of the council"),)), Hop(HOLT.id, by.id))
    given = matter(a, (doc, said, replace(by, chain=chain)))
    given = replace(given, actors=(*given.actors, minutes))
    assert edges(given)["B"] == ("A", "quoted")
    assert "which is A" in reasons(given, "B")


def test_what_is_told_in_other_words_or_another_language_says_so():
    courier = witness("B", "", "The mill must go before the winter comes,", outlet="Vell Courier", language="en")
    told = " Holt told the Vell Courier."
    assert edges(matter(witness("A", "", "Before winter we shall have to lose the mill,", told), courier))["A"] == (
        "B", "reworded",
    )  # fmt: skip
    assert edges(matter(witness("A", "", "The mill must go", told), courier))["A"] == ("B", "shortened")
    assert edges(matter(witness("A", "", "The mill must go", told, language="de"), courier))["A"] == ("B", "translated")


def test_a_later_document_is_never_the_origin_whoever_credits_it():
    given = matter(
        witness("A", "", "The mill must go,", " Holt told the Vell Courier.", published="1999-03-01"),
        witness("B", "", "The mill must go,", outlet="Vell Courier", published="1999-03-05"),
    )
    found = edges(given)
    assert found["A"][0] == found["B"][0] == "α"
    assert "published after" in reasons(given, "B")
    assert stemma(given).ancestors[0].is_named


@pytest.mark.parametrize("published", ["1999-03", "1999-03-01", None])
def test_dates_that_overlap_or_are_missing_rule_nothing_out(published):
    given = matter(
        witness("A", "", "The mill must go,", " Holt told the Vell Courier.", published="1999-03-01"),
        witness("B", "", "The mill must go,", outlet="Vell Courier", published=published),
    )
    assert edges(given)["A"] == ("B", "quoted")


def test_a_shorter_reading_is_not_the_origin_of_a_longer():
    longer = "The mill must go, and the weir with its rusted turbine gates,"
    given = matter(
        witness("A", "", longer, " Holt told the Vell Courier."),
        witness("B", "", "The mill must go,", outlet="Vell Courier"),
    )
    assert {parent for parent, _ in edges(given).values()} == {"α", None}
    assert "quotes words that B lacks: “and the weir with its rusted turbine gates”" in reasons(given, "B")


def test_what_stands_elsewhere_in_the_document_is_not_lacking():
    longer = "The mill must go, and the weir with its rusted turbine gates,"
    given = matter(
        witness("A", "", longer, " Holt told the Vell Courier."),
        witness("B", "Weir and rusted turbine gates. ", "The mill must go,", outlet="Vell Courier"),
    )
    assert edges(given)["A"] == ("B", "quoted")


def test_two_of_one_interview_have_a_named_common_origin():
    given = matter(*(witness(x, "", "The mill must go,", occasion="o1") for x in "AB"))
    assert edges(given) == {"α": (None, "unknown"), "A": ("α", "quoted"), "B": ("α", "quoted")}
    (ancestor,) = stemma(given).ancestors
    assert ancestor.is_named and "Holt on the radio" in ancestor.label


def test_an_agency_stands_above_those_who_credit_it_and_not_above_others():
    after = ", Holt told Reuters."
    given = matter(*(witness(x, "", "The mill must go", after) for x in "AB"), witness("C", "", "The mill must go"))
    assert edges(given) == {
        "α": (None, "unknown"), "A": ("α", "quoted"), "B": ("α", "quoted"), "C": (None, "unknown"),
    }  # fmt: skip


def test_indirect_speech_from_an_interview_is_reworded():
    doc = document("Holt said that the mill had to go.", "b.txt", siglum="B")
    said = attribution(doc, "the mill had to go", speaker=HOLT.id, occasion="o1")
    given = matter(
        witness("A", "", "The mill must go,", occasion="o1"), (doc, reading(doc, "the mill had to go", said), said)
    )
    assert edges(given)["B"] == ("α", "reworded")


def test_a_copied_passage_with_a_direction():
    a, b = witness("A", PROSE, "The mill must go,"), witness("B", PROSE, "The mill must go,")
    given = matter(a, b, reuse=(copied(a, b, "The mayor", direction="b-from-a"),))
    assert edges(given) == {"A": (None, "unknown"), "B": ("A", "copied")}


def test_copied_prose_takes_its_direction_from_the_dates():
    a = witness("A", PROSE, "The mill must go,", published="1999-03-04")
    b = witness("B", PROSE, "The mill must go,", published="1999-03-02")
    given = matter(a, b, reuse=(copied(a, b, "The mayor"),))
    assert edges(given)["A"] == ("B", "copied")
    assert "published later (1999-03-02, 1999-03-04)" in reasons(given, "A")


def test_copied_prose_takes_its_direction_from_what_is_cut():
    a = witness("A", PROSE, "The mill must go, and the weir with its rusted turbine gates,")
    b = witness("B", PROSE, "The mill must go,")
    given = matter(a, b, reuse=(copied(a, b, "The mayor"),))
    assert edges(given)["B"] == ("A", "shortened")


def test_a_cut_does_not_stand_against_the_dates():
    a = witness("A", PROSE, "The mill must go, and the weir with its rusted turbine gates,", published="2001")
    b = witness("B", PROSE, "The mill must go,", published="1999")
    given = matter(a, b, reuse=(copied(a, b, "The mayor"),))
    assert {x[0] for x in edges(given).values()} == {"α", None}


def test_copied_prose_without_direction_goes_back_to_one_text_that_may_be_one_of_them():
    a, b, c = (witness(x, PROSE, "The mill must go,") for x in "ABC")
    given = matter(a, b, c, reuse=(copied(a, b, "The mayor"), replace(copied(b, c, "The mayor"), id="u2")))
    assert edges(given) == {"α": (None, "unknown"), **dict.fromkeys("ABC", ("α", "copied"))}
    (ancestor,) = stemma(given).ancestors
    assert not ancestor.is_named and "may be one of them" in ancestor.label


def test_a_headline_comes_from_its_text():
    doc = document("Mill must go: Holt\n“The old mill must go,” Holt said.", "a.txt", siglum="A")
    title = Region("title", Span(doc.id, 0, 18))
    doc = replace(doc, regions=(title, Region("body", Span(doc.id, 19, len(doc.text)))))
    head = attribution(doc, "Mill must go", speaker=HOLT.id)
    said = attribution(doc, "The old mill must go,", speaker=HOLT.id, mode="direct", quoted="The old mill must go,")
    given = matter(
        (doc, reading(doc, "Mill must go", head), head), (doc, reading(doc, "The old mill must go,", said), said)
    )
    low, high = stemma(given).descents[1], stemma(given).descents[0]
    assert (low.child, low.parent) == (reading(doc, "Mill must go").id, high.child)
    assert high.parent is None and "heading" in low.reasons[0].text


def test_two_occasions_in_one_document_are_not_a_repetition():
    doc = document("“The mill must go,” she said in May. “The mill must go,” she said in June.", "a.txt", siglum="A")
    parts = []
    for nth, occasion in enumerate(("o1", "o2")):
        place = span(doc, "The mill must go,", nth)
        said = replace(attribution(doc, "The mill must go,", speaker=HOLT.id, mode="direct", occasion=occasion), id=f"t{nth}",
                       content=(place,), quoted=(place,))  # fmt: skip
        parts.append((doc, replace(reading(doc, "The mill must go,", said), id=f"r{nth}", spans=(place,)), said))
    assert [d.parent for d in stemma(matter(*parts)).descents if d.child in ("r0", "r1")].count(None) == 2
    again = [(d, r, replace(a, occasion="o2")) for d, r, a in parts]
    assert [(d.child, d.parent) for d in stemma(matter(*again)).descents][-1] == ("r1", "r0")


def aligned(given: Edition, *rows: str) -> Edition:
    """The edition with an apparatus: each row the words of one reading, in columns; a dot for a gap."""
    (statement,) = given.statements
    texts = {d.id: d.text for d in given.documents}
    columns = []
    at = [r.spans[0].start for r in statement.readings]
    for cells in zip(*(row.split() for row in rows), strict=True):
        column: list[Span | None] = []
        for n, (cell, r) in enumerate(zip(cells, statement.readings, strict=True)):
            if cell == ".":
                column.append(None)
                continue
            start = texts[r.witness].index(cell, at[n])
            at[n] = start + len(cell)
            column.append(Span(r.witness, start, at[n]))
        columns.append(tuple(column))
    made = Apparatus(tuple(r.id for r in statement.readings), tuple(columns))
    return replace(given, statements=(replace(statement, apparatus=made),))


def five(*variants: str) -> Edition:
    rows = [f"We lost {v} men there" for v in variants]
    return aligned(matter(*(witness(x, "", row) for x, row in zip("ABCDE", rows, strict=False))), *rows)


def test_a_shared_number_against_more_independent_lines_is_a_shared_error():
    given = five("twelve", "twelve", "thirty", "thirty", "thirty")
    assert edges(given) == {
        "α": (None, "unknown"), "A": ("α", "unknown"), "B": ("α", "unknown"),
        **dict.fromkeys("CDE", (None, "unknown")),
    }  # fmt: skip
    assert "Only A and B have “twelve”; C, D and E, which are independent" in reasons(given, "A")


def test_agreement_of_two_against_two_groups_nobody():
    assert not stemma(five("twelve", "twelve", "thirty", "thirty")).ancestors


def test_many_copies_of_one_line_do_not_outvote_the_others():
    given = five("twelve", "twelve", "thirty", "thirty", "thirty")
    witnesses = [r.witness for r in given.statements[0].readings]
    one_line = replace(given.lines[0], groups=(tuple(witnesses[2:]), (witnesses[0],), (witnesses[1],)))
    assert "A" not in {x for x, (parent, _) in edges(replace(given, lines=(one_line,))).items() if parent}


def test_spelling_and_synonyms_are_no_errors():
    assert not stemma(five("12", "12", "twelve", "twelve", "twelve")).ancestors
    assert not stemma(five("harbour", "harbour", "harbor", "harbor", "harbor")).ancestors


def test_a_rare_word_counts_only_where_no_other_witness_knows_it():
    given = five("evil", "evil", "equal", "equal", "equal")
    assert edges(given)["A"] == ("α", "unknown")
    texts = [d for d in given.documents if d.siglum == "C"]
    known = replace(texts[0], text=texts[0].text + " An evil day.")
    others = tuple(d for d in given.documents if d.siglum != "C")
    assert not stemma(replace(given, documents=(*others, known))).ancestors


def test_what_looks_damaged_is_the_error_whatever_the_numbers():
    given = five("eqval", "eqval", "equal")
    places = tuple(span(d, "eqval") for d in given.documents if "eqval" in d.text)
    conflict = Conflict(id="c1", kind="suspected-corruption", label="", severity="low", confidence=0.6, evidence=places)
    assert not stemma(given).ancestors
    assert edges(replace(given, conflicts=(conflict,)))["B"] == ("α", "unknown")


def test_a_piece_left_out_without_a_mark_is_shared_by_those_who_lack_it():
    full, cut = "We went home along the frozen harbour wall and wept", "We went home and wept"
    rows = [cut, cut, full, full, full]
    shown = [x.replace("home and", "home . . . . . and") if x == cut else x for x in rows]
    given = aligned(matter(*(witness(x, "", row) for x, row in zip("ABCDE", rows, strict=True))), *shown)
    assert edges(given)["A"] == ("α", "unknown")
    assert "leave out “along the frozen harbour wall”" in reasons(given, "A")


def test_a_second_parent_is_named_among_the_reasons():
    a = witness("A", PROSE, "The mill must go,", " Holt told the Vell Courier.")
    b = witness("B", "", "The mill must go,", outlet="Vell Courier")
    c = witness("C", PROSE, "The mill must go,")
    given = matter(a, b, c, reuse=(replace(copied(a, c, "The mayor", direction="a-from-b"), confidence=0.6),))
    assert edges(given)["A"] == ("B", "quoted")
    assert "may have used C too" in reasons(given, "A")


def test_no_chain_of_edges_runs_against_the_dates():
    early = witness("A", PROSE, "The mill must go,", published="1999")
    undated = witness("B", PROSE, "The mill must go,")
    late = witness("C", PROSE, "The mill must go,", published="2005")
    reuse = (
        copied(early, undated, "The mayor", direction="a-from-b"),
        replace(copied(undated, late, "The mayor", direction="a-from-b"), id="u2", confidence=0.8),
    )
    found = edges(matter(early, undated, late, reuse=reuse))
    assert found["A"] == ("B", "copied") and found["B"][0] != "C"


def test_the_order_of_witnesses_and_readings_is_of_no_consequence():
    parts = (
        witness("A", PROSE, "The mill must go,", " Holt told the Vell Courier."),
        witness("B", "", "The mill must go,", outlet="Vell Courier"),
        witness("C", PROSE, "The mill must go,", occasion="o1"),
        witness("D", "", "The mill must go,", occasion="o1"),
    )
    reuse = (copied(parts[0], parts[2], "The mayor"),)
    first = stemma(matter(*parts, reuse=reuse))
    assert any(d.parent for d in first.descents)
    for turned in list(permutations(parts))[::5]:
        assert stemma(matter(*turned, reuse=reuse)) == first


def test_a_reading_in_a_document_that_is_not_there_is_left_out():
    given = matter(witness("A", "", "The mill must go,"), witness("B", "", "The mill must go,"))
    lost = replace(given, documents=given.documents[:1], lines=())
    assert GroundedStemmatist(Settings()).stemmata(lost) == ()


def test_a_descent_says_unknown_by_itself():
    assert Descent(child="r1") == Descent(child="r1", parent=None, kind="unknown", confidence=0.0, reasons=())
