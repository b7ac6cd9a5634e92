"""Annotations lose the words of other people's texts, and get them back from a copy of the texts."""

from __future__ import annotations

import hashlib
import importlib.util
import json
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
spec = importlib.util.spec_from_file_location("pack", ROOT / "training" / "pack.py")
pack = importlib.util.module_from_spec(spec)
spec.loader.exec_module(pack)

TEXT = "The ferry will sail at noon whatever the harbour master may say about it, Anna Reed told the islanders."
START = TEXT.index("Anna Reed")
SPAN = {"doc": "a", "start": START, "end": START + 9, "text": "Anna Reed"}


def gold(**more):
    digest = hashlib.sha256(TEXT.encode()).hexdigest()
    return {"documents": [{"id": "a", "file": "a.txt", "sha256_of_text": digest}], "spans": [SPAN], **more}


def test_the_words_are_gone_and_come_back():
    texts = {"a.txt": TEXT}
    evidence = {"doc": "a", "span": SPAN, "says": "Anna Reed"}
    whole = gold(conflicts=[{"evidence": [evidence], "reason": "Reed is named by one document only."}])
    bare = pack.strip(whole, texts)
    assert "Anna Reed" not in json.dumps(bare)
    assert "Reed is named by one document only." in json.dumps(bare)
    assert pack.restore(bare, texts) == whole


def test_a_longer_stretch_of_the_text_is_refused_wherever_it_stands():
    with pytest.raises(pack.Refused, match="would stay"):
        pack.strip(gold(note=TEXT[:101]), {"a.txt": TEXT})


def test_another_text_is_refused():
    with pytest.raises(pack.Refused, match="digest differs"):
        pack.restore(gold(), {"a.txt": TEXT + " "})
    with pytest.raises(pack.Refused, match="no such text"):
        pack.restore(gold(), {})


def test_the_command_line_makes_the_round_trip(tmp_path):
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "gold.json").write_text(json.dumps(gold()), encoding="utf-8")
    files = [str(tmp_path / name) for name in ("gold.json", "texts", "bare.json", "again.json")]
    assert pack.main(["strip", files[0], files[1], files[2]]) == 0
    assert pack.main(["restore", files[2], files[1], files[3]]) == 0
    assert json.loads(Path(files[3]).read_text()) == gold()
    assert pack.main(["restore", files[2], str(tmp_path), files[3]]) == 1


@pytest.mark.parametrize("path", sorted((ROOT / "training" / "annotations").glob("story*.json")), ids=lambda p: p.stem)
def test_committed_annotations_hold_no_words_under_their_spans(path: Path):
    bare = json.loads(path.read_text(encoding="utf-8"))
    assert bare["attributions"]
    assert pack._without_words(bare) == bare
