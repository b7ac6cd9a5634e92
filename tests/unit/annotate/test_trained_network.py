"""The shipped weights: checked when loaded, the same answer every time, no socket, no other thread's order."""

from __future__ import annotations

import shutil
import socket

import pytest
from builders import document

from variorum.annotate.parse import parse
from variorum.annotate.trained.annotator import TrainedAnnotator, find
from variorum.annotate.trained.network import OURS, POLNEAR, WEIGHTS, Network, shipped
from variorum.config import Settings
from variorum.errors import PartError

TEXT = (
    "Mayor Anna Berg shrugged off suggestions that the bridge was unsafe.\n\n"
    "“We tested it twice,” said Karl Hale, the city's engineer, who has argued with Berg for years. “It held.”\n\n"
    "Hale said that Berg had assured him that nobody would be hurt."
)


def found(text: str, convention: int = OURS) -> list[tuple[str, str, str]]:
    (parsed,) = parse([document(text)], Settings())
    drafts = find(parsed, shipped(), convention)

    def words(spans) -> str:
        return " | ".join(text[s.start : s.end] for s in spans)

    return [(words(d.source), words(d.cue), words(d.content)) for d in drafts]


def test_the_three_reports_of_a_short_text() -> None:
    made = found(TEXT)
    assert ("Karl Hale", "said", "“We tested it twice,” | “It held.”") in made
    assert ("Berg", "had assured", "that nobody would be hurt") in made


def test_polnears_convention_takes_the_whole_noun_phrase() -> None:
    sources = [source for source, cue, _ in found(TEXT, POLNEAR) if cue == "said"]
    assert any("engineer" in s for s in sources)


def test_a_text_of_many_windows_is_read_to_its_end() -> None:
    long = "\n\n".join(["The council met again and nothing was decided that day by anybody at all."] * 60 + [TEXT])
    assert {c for _, c, _ in found(long)} >= {"said", "had assured"}


def test_a_text_without_words() -> None:
    assert found("—\n\n…") == []


def test_weights_that_were_changed_are_refused(tmp_path) -> None:
    folder = tmp_path / "weights"
    shutil.copytree(WEIGHTS, folder)
    with (folder / "chains.json").open("a", encoding="utf-8") as stream:
        stream.write(" ")
    with pytest.raises(PartError, match=r"chains\.json is not the file that was shipped"):
        Network(folder)


def test_weights_that_are_missing_are_named_with_what_to_do(tmp_path) -> None:
    with pytest.raises(PartError, match="--fast"):
        Network(tmp_path)


def test_it_opens_no_socket(monkeypatch) -> None:
    def refuse(*_, **__):
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket, "socket", refuse)
    assert Network()


def test_the_same_document_gets_the_same_annotation_in_any_company() -> None:
    one, other = document(TEXT), document("“No,” Lind said.", name="b.txt")
    annotator = TrainedAnnotator(Settings())
    (alone,) = annotator.annotate([one])
    assert next(iter(annotator.annotate([one, other]))) == alone
    assert list(annotator.annotate([other, one]))[1] == alone
