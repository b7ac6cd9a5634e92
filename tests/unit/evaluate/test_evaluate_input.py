"""What is refused, and why: files that hold no edition or no gold, and gold of other texts."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest
from perfect_edition import example_gold, example_texts, perfect

from variorum.errors import BrokenEdition, InputError
from variorum.evaluate.gold import file_name
from variorum.evaluate.score import evaluate


@pytest.fixture(scope="module")
def flawless() -> Any:
    return perfect(example_gold(), example_texts())


def files(folder: Path, edition: Any, gold: Any) -> tuple[Path, Path]:
    paths = folder / "edition.json", folder / "gold.json"
    for path, value in zip(paths, (edition, gold), strict=True):
        path.write_text(value if isinstance(value, str) else json.dumps(value), encoding="utf-8")
    return paths


def test_a_document_that_the_edition_lacks_is_told_of_and_missed(flawless: Any, tmp_path: Path) -> None:
    edition = copy.deepcopy(flawless)
    gone = "bpa"
    edition["documents"] = [d for d in edition["documents"] if d["id"] != gone]
    edition["attributions"] = [a for a in edition["attributions"] if a["doc"] != gone]
    edition["statements"] = edition["conflicts"] = edition["reuse"] = edition["timeline"] = []
    result = evaluate(*files(tmp_path, edition, example_gold()))
    assert result.notes[0] == "boreal-press-agency-2019-10-03.txt: not in the edition; all its gold counts as missed"
    assert result["attributions"].precision == 1
    assert result["attributions"].recall < 1


def test_a_document_that_the_gold_does_not_know_is_passed_over(flawless: Any, tmp_path: Path) -> None:
    edition = copy.deepcopy(flawless)
    edition["documents"].append({"id": "x", "path": "x.txt", "text": "Ana said no.", "regions": []})
    edition["conflicts"].append({"id": "cx", "evidence": [{"doc": "x", "span": [0, 3]}]})
    edition["reuse"].append({"a": {"doc": "x", "span": [0, 3]}, "b": {"doc": "x", "span": [4, 8]}})
    edition["timeline"].append({"date": "1998", "evidence": [{"doc": "x", "span": [0, 3]}]})
    extra = {"id": "ax", "doc": "x", "content": [[9, 11]], "cue": None, "source": None, "speaker": None}
    edition["attributions"].append({**extra, "mode": "indirect", "parent": None, "chain": [], "quoted": []})
    assert evaluate(*files(tmp_path, edition, example_gold())).headline_strict == 1.0


def test_gold_of_another_text_is_refused_with_the_place(flawless: Any, tmp_path: Path) -> None:
    edition = copy.deepcopy(flawless)
    text = edition["documents"][1]["text"]
    edition["documents"][1]["text"] = text.replace("Kessaria considered", "Kessarix considered")
    with pytest.raises(InputError, match=r"boreal-press.*character 43 is 'x' in the edition, 'a' in the gold"):
        evaluate(*files(tmp_path, edition, example_gold()))


def test_a_text_of_another_length_is_refused(flawless: Any, tmp_path: Path) -> None:
    edition = copy.deepcopy(flawless)
    edition["documents"][0]["text"] += "\n"
    with pytest.raises(InputError, match=r"memorandum-of-conversation-1998\.txt: .* characters in the edition"):
        evaluate(*files(tmp_path, edition, example_gold()))
    with pytest.raises(InputError, match=r"memorandum-of-conversation-1998\.txt: .* characters in the edition"):
        evaluate(*files(tmp_path, edition, flawless))


def test_gold_of_other_documents_is_refused(flawless: Any, tmp_path: Path) -> None:
    edition = copy.deepcopy(flawless)
    for document in edition["documents"]:
        document["path"] = f"new-{document['path'].split('/')[-1]}"
    with pytest.raises(InputError, match="no document of the edition has a file name that the gold knows"):
        evaluate(*files(tmp_path, edition, example_gold()))


def test_two_documents_of_the_name_that_gold_knows_are_refused(flawless: Any, tmp_path: Path) -> None:
    edition = copy.deepcopy(flawless)
    edition["documents"].append(
        {**edition["documents"][0], "id": "twin", "path": "elsewhere/" + "memorandum-of-conversation-1998.txt"}
    )
    with pytest.raises(InputError, match="several documents of the edition have this name"):
        evaluate(*files(tmp_path, edition, example_gold()))


@pytest.mark.parametrize("gold", ["", "[]", "{}", "no JSON", '{"documents": 3}', '{"documents": [{"id": 1}]}'])
def test_what_is_no_gold_is_refused(flawless: Any, tmp_path: Path, gold: str) -> None:
    with pytest.raises(InputError, match=r"gold\.json"):
        evaluate(*files(tmp_path, flawless, gold))


@pytest.mark.parametrize("edition", ["", "[]", '{"format": "variorum-edition/1"}'])
def test_what_is_no_edition_is_refused(tmp_path: Path, edition: str) -> None:
    with pytest.raises(InputError, match=r"edition\.json"):
        evaluate(*files(tmp_path, edition, example_gold()))


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"nowhere\.json"):
        evaluate(tmp_path / "nowhere.json", tmp_path / "gold.json")


@pytest.mark.parametrize(
    ("harm", "told"),
    [
        ({"speaker": "nobody"}, "no actor 'nobody'"),
        ({"parent": "nothing"}, "no attribution 'nothing'"),
        ({"content": [[5, 10**6]]}, "lies outside"),
        ({"content": [[9, 9]]}, "lies outside"),
        ({"content": [[9, 12], [11, 14]]}, "is not in text order"),
        ({"parent": "me01"}, "its parents run in a circle"),
        ({"parent": "bp01"}, "its parent stands in another document"),
    ],
)
def test_an_edition_that_does_not_hang_together_is_refused(flawless: Any, tmp_path: Path, harm: Any, told: str) -> None:
    edition = copy.deepcopy(flawless)
    edition["attributions"][0] |= harm
    with pytest.raises(BrokenEdition, match=told):
        evaluate(*files(tmp_path, edition, example_gold()))


def test_a_reading_of_another_document_is_refused(flawless: Any, tmp_path: Path) -> None:
    edition = copy.deepcopy(flawless)
    edition["statements"][0]["readings"][0]["witness"] = "herald"
    with pytest.raises(BrokenEdition, match="stands in another document than its reading"):
        evaluate(*files(tmp_path, edition, example_gold()))


def test_a_file_name_is_the_end_of_a_path_of_either_kind() -> None:
    assert [file_name(p) for p in ("a/b.txt", "a\\b.txt", "b.txt")] == ["b.txt"] * 3
