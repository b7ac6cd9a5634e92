"""Credit lines: which outlets a document says it has its words from."""

from __future__ import annotations

import pytest
from builders import actor, document, edition

from variorum.judge.credits import credits
from variorum.lookup import Lookup
from variorum.model import Region, Span

CREDITED = [
    ("“It is over,” Holt told CNN on Friday.", [("cnn", "told")]),
    ("Holt told the Harbour Gazette that it was over.", [("harbour gazette", "told")]),
    ("HALM (Reuters) - The mill burnt down.", [("reuters", "agency")]),
    ("It was late.\nWith reporting by AFP", [("afp", "agency")]),
    ("The Associated Press contributed to this report.", [("associated press", "agency")]),
    ("In an excerpt obtained by Politico, Holt laughs.", [("politico", "obtained")]),
    ("The letter, first published by the Estre Times, is short.", [("estre times", "reported")]),
    ("Holt will resign, according to the Vell Courier.", [("vell courier", "reported")]),
    ("Speaking to RIA Novosti, Holt shrugged.", [("ria novosti", "told")]),
    ("Holt told Reiss that it was over.", []),
    ("According to Dagny Holt, it is over.", []),
    ("He told the Prime Minister that the Sun was shining.", []),
    ("", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CREDITED)
def test_credits(text, expected):
    doc = document(text)
    assert [(c.name, c.kind) for c in credits(doc, Lookup(edition(doc)))] == expected


def test_the_words_of_the_credit():
    doc = document("“It is over,” Holt told CNN on Friday.")
    (found,) = credits(doc, Lookup(edition(doc)))
    assert doc.text[found.span.start : found.span.end] == "told CNN"


def test_an_outlet_that_the_edition_knows_by_name():
    doc = document("Holt told the Lantern that it was over.")
    given = edition(doc, actors=(actor("The Lantern", "outlet"),))
    assert [c.name for c in credits(doc, Lookup(given))] == ["lantern"]


def test_a_photograph_credit_is_no_credit_of_the_text():
    text = "The mill burnt.\nSource: Reuters"
    at = text.index("Source")
    doc = document(text)
    doc = document(
        text, regions=(Region("body", Span(doc.id, 0, at - 1)), Region("caption", Span(doc.id, at, len(text))))
    )
    assert credits(doc, Lookup(edition(doc))) == ()
