"""Lines are blocks, unless they were wrapped by hand."""

from __future__ import annotations

from variorum.ingest.blocks import blocks

MEMO = """\
MEMORANDUM OF CONVERSATION

The President said that he had thought about the harbour for a long
time, and that he did not believe that it should be sold to anybody
before the summer. He asked the Minister whether his government would
agree to wait.

The Minister replied that his government had waited for three years and
would wait no longer. He recalled the letter of the previous spring, in
which the matter had been promised a quick end.
THE PRESIDENT: I have said what I can say.
"""


def _texts(text: str) -> list[str]:
    return [text[b.start : b.end] for b in blocks(text)]


def test_each_line_of_a_scraped_page_is_a_block() -> None:
    assert _texts(" Home \n\tNews\n\nThe council met.\u00a0\n") == ["Home", "News", "The council met."]


def test_lines_wrapped_by_hand_are_joined_to_paragraphs() -> None:
    found = _texts(MEMO)
    assert [t.split()[0] for t in found] == ["MEMORANDUM", "The", "The", "THE"]
    assert found[1].endswith("agree to wait.")
    assert found[1].count("\n") == 3


def test_an_indented_line_begins_a_paragraph_of_wrapped_text() -> None:
    text = MEMO.split("\n\n")[1] + "\n     " + MEMO.split("\n\n")[2]
    assert len(_texts(text)) == 3


def test_headlines_under_one_another_are_not_joined() -> None:
    lines = [f"Council of Quill votes on harbour plan number {n} again" for n in range(12)]
    assert _texts("\n".join(lines)) == lines


def test_paragraphs_on_one_line_each_are_not_joined() -> None:
    lines = ["The council met on Monday and voted for the plan to keep the harbour."] * 8
    assert len(_texts("\n".join(lines))) == 8


def test_every_kind_of_line_end_parts_blocks() -> None:
    assert _texts("a\r\nb\rc\u2028d\u2029e\x0cf\x85g") == list("abcdefg")


def test_blank_lines_are_counted() -> None:
    assert [b.gap for b in blocks("a\r\n\r\n\r\nb\nc")] == [0, 2, 0]


def test_a_byte_order_mark_is_in_no_block() -> None:
    assert _texts("\ufeffTitle\n\ufeff\n\u200bBody") == ["Title", "Body"]


def test_lines_typed_with_double_spacing_are_joined_too() -> None:
    head, *lines = [line for line in MEMO.split("\n") if line]
    found = _texts("\n\n".join([head, *lines, *(line.replace("President", "Chairman") for line in lines)]))
    assert found[0] == head
    assert found[1].split("\n\n") == lines[:4]
    assert len(found) == 7


def test_short_paragraphs_with_a_blank_line_between_them_stay_apart() -> None:
    lines = [f"The council met for the {n}th time and went home before it was quite dark." for n in range(12)]
    assert _texts("\n\n".join(lines)) == lines
