"""Forms of reports inside PolNeAR's contents: words become offsets, and wrong words are refused."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[3] / "training"))

import inner

TEXT = "Hale said Berg had told him that the bridge, which Lind thinks is old, was closed."
CONTENT = (10, 81)
HEAD = f"@ one {CONTENT[0]}:{CONTENT[1]}\n> source: Hale | cue: said | content: ...\n"


@pytest.fixture
def split(tmp_path: Path) -> Path:
    (tmp_path / "text").mkdir()
    (tmp_path / "text" / "one.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path


def packed(split: Path, lines: str) -> list[dict]:
    form = split / "form.txt"
    form.write_text(HEAD + lines, encoding="utf-8")
    (document,) = inner.packed(split, [form])["documents"]
    (content,) = document["contents"]
    return content["inner"]


def words(pieces) -> list[str]:
    return [TEXT[a:b] for a, b in pieces]


def test_words_become_offsets(split: Path) -> None:
    (found,) = packed(split, "= had told | Berg | that the bridge // was closed\n")
    assert found["tier"] == "core"
    assert words(found["content"]) == ["that the bridge", "was closed"]
    assert (words(found["cue"]), words(found["source"])) == (["had told"], ["Berg"])


def test_peripheral_ones_and_missing_sources(split: Path) -> None:
    (found,) = packed(split, "~ thinks | - | is old\n")
    assert (found["tier"], found["source"]) == ("peripheral", ())


def test_an_entry_without_lines_holds_nothing(split: Path) -> None:
    assert packed(split, "") == []


def test_a_number_says_which_place_is_meant(split: Path) -> None:
    first, second = packed(split, "= told | - | th\n= told | - | th#2\n")
    assert first["content"] != second["content"]


@pytest.mark.parametrize(
    "line", ["= said | Berg | that the bridge", "= had told | Berg | the bridges", "= had told | Berg"]
)
def test_words_that_do_not_stand_in_the_content_are_refused(split: Path, line: str) -> None:
    with pytest.raises(inner.Refused, match="one"):
        packed(split, line + "\n")


def test_agreement_counts_what_both_found(split: Path) -> None:
    form, other = split / "form.txt", split / "other.txt"
    form.write_text(HEAD + "= had told | Berg | that the bridge\n= thinks | Lind | is old\n", encoding="utf-8")
    other.write_text(HEAD + "= had told | Berg | the bridge\n", encoding="utf-8")
    told = inner._agreement(inner.packed(split, [form]), inner.packed(split, [other]))
    assert "overlap: F1 0.667" in told
    assert "exact: F1 0.000" in told
