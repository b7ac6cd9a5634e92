"""What the network's answer is cleared of: stray words, pieces out of reach, quotations that stand by themselves."""

from __future__ import annotations

import pytest
from builders import document

from variorum.annotate.parse import parse
from variorum.annotate.reporting.layers import Layers
from variorum.annotate.trained.sound import sound
from variorum.config import Settings


def cleared(text: str, cue: str, *content: str) -> list[str]:
    """The pieces of the content that are left, as words."""
    (parsed,) = parse([document(text)], Settings())

    def place(words: str) -> tuple[int, int]:
        return text.index(words), text.index(words) + len(words)

    parts = {"content": [place(c) for c in content], "cue": [place(cue)] if cue else [], "source": []}
    return [text[start:end] for start, end in sound(Layers(parsed), parts)["content"]]


def test_a_piece_of_another_sentence_is_no_part_of_a_report() -> None:
    text = "Divers asked whether the lock was shut. The harbour office told them that nobody had been there."
    assert cleared(text, "asked", "whether the lock was shut", "that nobody had been there") == [
        "whether the lock was shut"
    ]


def test_a_quotation_goes_on_in_the_next_paragraph() -> None:
    text = '"We waited all night," Berg said.\n\n"Nobody came."'
    assert cleared(text, "said", '"We waited all night,"', '"Nobody came."') == [
        '"We waited all night,"',
        '"Nobody came."',
    ]


def test_a_quotation_farther_off_is_another_report() -> None:
    text = '"We waited all night," Berg said. The boats came at dawn. "Nobody came."'
    assert cleared(text, "said", '"We waited all night,"', '"Nobody came."') == ['"We waited all night,"']


@pytest.mark.parametrize("quoted", ['"We lost the key."', "'We lost the key.'"])
def test_words_told_and_a_quotation_after_them_are_two_reports(quoted: str) -> None:
    text = f"The gate was never locked, Berg said. {quoted}"
    assert cleared(text, "said", "The gate was never locked", quoted) == ["The gate was never locked"]


def test_stray_words_are_left_out() -> None:
    text = "Berg assured him that the gate was locked."
    assert cleared(text, "assured", "him", "that the gate was locked") == ["that the gate was locked"]
    assert cleared(text, "assured", "that") == []


def test_a_relative_word_stays_with_its_clause() -> None:
    text = "The gate, which Berg said was locked, stood open."
    assert cleared(text, "said", "which", "was locked") == ["which", "was locked"]


def test_without_a_cue_only_a_quotation_is_a_report() -> None:
    text = 'The gate stood open. "It is always open."'
    assert cleared(text, "", '"It is always open."') == ['"It is always open."']
    assert cleared(text, "", "The gate stood open") == []


def test_words_told_end_with_their_sentence() -> None:
    text = "Berg was sorry that the gate was shut. It will never open again."
    assert cleared(text, "was sorry", "that the gate was shut. It will never open") == ["that the gate was shut."]
