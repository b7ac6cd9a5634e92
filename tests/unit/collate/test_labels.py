"""What a statement is called, and who is taken for its speaker."""

from __future__ import annotations

from dataclasses import replace

from builders import attribution, document
from tellings import ORTEN, RECALL, SALE, TALK, said, story

from variorum.collate.labels import LONGEST, occasion, shortened, speaker
from variorum.collate.statements import FeatureFinder
from variorum.config import Settings
from variorum.lookup import Lookup


def test_the_label_gives_a_whole_quotation_and_no_scrap() -> None:
    words = "ice in the frozen harbour has no flag"
    made = story(
        said(f"“I tell you that {words}.”", f"“I tell you that {words}.”", "a.txt", mode="direct"),
        said(f"Sale said that {words}, as ever.", f"that {words}, as ever", "b.txt"),
        said("Of frozen ice harbour no flag is, Sale told.", "frozen ice harbour no flag is", "c.txt"),
    )
    (found,) = FeatureFinder(Settings()).find(made)
    assert found.label == f"Mara Sale: I tell you that {words}."


def test_a_long_label_is_cut_at_a_word() -> None:
    short = shortened("the harbour of the northern islands " * 9)
    assert len(short) <= LONGEST + 1
    assert short.endswith("northern …") or short.endswith(" …")
    assert short.split()[-2] in {"the", "harbour", "of", "northern", "islands"}


def test_the_surest_witnesses_choose_the_speaker() -> None:
    doc = document("Ice has no flag. Ice has no flag. Ice has no flag.", "a.txt")
    sure = attribution(doc, "Ice has no flag", speaker=SALE.id, confidence=0.9)
    doubtful = [replace(sure, id=f"t{n}", speaker=ORTEN.id, confidence=0.4) for n in range(2)]
    assert speaker([sure, *doubtful]) == SALE.id
    assert speaker([replace(sure, speaker=None), doubtful[0]]) == ORTEN.id


def test_the_interview_of_the_teller_is_not_the_occasion_of_what_is_told() -> None:
    doc = document("Orten recalled that Sale would open the harbour.", "a.txt")
    outer = attribution(doc, "that Sale would open the harbour", speaker=ORTEN.id, occasion=RECALL.id)
    inner = attribution(doc, "would open the harbour", speaker=SALE.id, parent=outer.id, occasion=RECALL.id)
    lookup = Lookup(story((doc, [outer, inner])))
    assert occasion([inner], lookup) is None
    assert occasion([outer], lookup) == RECALL.id
    assert occasion([inner, replace(inner, id="t2", occasion=TALK.id)], lookup) == TALK.id
