"""Parsing keeps places, sentences and the order of documents."""

from __future__ import annotations

import pytest
from builders import document

from variorum.annotate.parse import parse, straightened
from variorum.config import Settings
from variorum.model import Region, Span


def sentences(doc, **settings):
    (parsed,) = parse([doc], Settings(**settings))
    return [doc.text[b.start + s.start_char : b.start + s.end_char] for b, s in parsed.sentences()]


def test_tokens_stand_where_the_text_has_them():
    doc = document("“We’re late,”\u00a0said Anna Berg.\n\nShe left «at once».")
    (parsed,) = parse([doc], Settings())
    for block in parsed.blocks:
        for token in block.tokens:
            start, end = block.place(token)
            assert straightened(doc.text)[start:end] == token.text


def test_a_hard_wrapped_line_does_not_end_the_sentence():
    text = "The mayor said that the bridge would\nstay open until the end of the\nsummer."
    doc = document(text, regions=(Region("body", Span("d", 0, len(text))),))
    assert sentences(doc) == [text]


def test_a_question_inside_the_sentence_does_not_end_it():
    doc = document("“Who paid for it?” she asked the clerk.")
    assert sentences(doc) == [doc.text]


def test_boilerplate_is_not_parsed():
    text = "Log in\nThe vote failed."
    doc = document(text)
    doc = document(text, regions=(Region("boilerplate", Span(doc.id, 0, 6)), Region("body", Span(doc.id, 7, 23))))
    (parsed,) = parse([doc], Settings())
    assert [b.text for b in parsed.blocks] == ["The vote failed."]


def test_a_long_paragraph_is_cut_after_sentences():
    doc = document("Anna left early. " * 20)
    (parsed,) = parse([doc], Settings(longest_block=100))
    assert [b.is_continued for b in parsed.blocks] == [False] + [True] * (len(parsed.blocks) - 1)
    assert "".join(b.text for b in parsed.blocks) == doc.text.rstrip("\n")
    assert all(b.text.rstrip().endswith(".") and len(b.text) <= 100 for b in parsed.blocks)


def test_documents_come_in_the_order_given_and_alike_in_any_company():
    docs = [document(f"Minister {name} said that taxes would fall.", name) for name in ("Ost", "West", "Nord")]
    together = [[t.dep_ for b in p.blocks for t in b.tokens] for p in parse(docs, Settings())]
    alone = [[t.dep_ for b in p.blocks for t in b.tokens] for d in docs for p in parse([d], Settings())]
    assert together == alone


@pytest.mark.parametrize("text", ["", "\ud800", "\u200b", "'" * 50, "\x00\x01", "“" * 3000, " \n \n"])
def test_odd_texts_are_parsed_without_complaint(text):
    (parsed,) = parse([document(text)], Settings())
    assert all(len(b.text) <= len(text) for b in parsed.blocks)
