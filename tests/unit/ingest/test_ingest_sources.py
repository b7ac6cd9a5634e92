"""What a user names is gathered once, sorted and told of."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from builders import document

from variorum.config import Settings
from variorum.errors import NothingToRead
from variorum.ingest.html import HtmlReader
from variorum.ingest.jsonl import JsonLinesReader
from variorum.ingest.plain import PlainReader
from variorum.ingest.sources import Gathered, gather, sigla

LEAD = "The mayor of Quill said on Monday that the harbour would not be sold before the summer, and left."
SETTINGS = Settings()
READERS = (PlainReader(SETTINGS), HtmlReader(SETTINGS), JsonLinesReader(SETTINGS))


def _write(root: Path, **files: str) -> Path:
    for number, (name, text) in enumerate(files.items()):
        at = root / name.replace("__", "/").replace("_", ".")
        at.parent.mkdir(parents=True, exist_ok=True)
        at.write_text(text or f"{LEAD} {number}", encoding="utf-8")
    return root


def _gather(*paths: str | Path) -> Gathered:
    return gather(paths, READERS, SETTINGS)


def _paths(found: Gathered) -> list[str]:
    return [d.path for d in found.documents]


def _told(found: Gathered) -> dict[str, str]:
    return {p.where: p.what for p in found.problems}


def test_a_folder_is_read_with_all_below_it_in_order(tmp_path: Path) -> None:
    _write(tmp_path, b_txt="", a_html=f"<p>{LEAD}</p><p>{LEAD}</p>", deep__er__c_txt="")
    found = _gather(tmp_path)
    assert _paths(found) == ["a.html", "b.txt", "deep/er/c.txt"]
    assert [d.siglum for d in found.documents] == ["A", "B", "C"]
    assert found.problems == ()


def test_the_bytes_are_kept_by_digest(tmp_path: Path) -> None:
    lines = [json.dumps({"text": f"{LEAD} {n}"}) for n in range(2)]
    _write(tmp_path, a_txt=LEAD, b_jsonl="\n".join(lines))
    found = _gather(tmp_path)
    assert [found.raw[d.sha256].decode() for d in found.documents] == [LEAD, *lines]
    assert len(found.raw) == 3


def test_hidden_files_and_own_outputs_in_folders_are_passed_over(tmp_path: Path) -> None:
    _write(tmp_path, a_txt="", edition_html="", edition_json="", out__edition_db="")
    (tmp_path / ".hidden.txt").write_text(LEAD)
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "b.txt").write_text(LEAD)
    found = _gather(tmp_path)
    assert (_paths(found), found.problems) == (["a.txt"], ())


def test_a_file_goes_by_its_name_and_a_pattern_is_filled_in(tmp_path: Path) -> None:
    _write(tmp_path, one_txt="", two_txt="", x__three_txt="", four_jsonl=json.dumps({"text": LEAD}))
    assert _paths(_gather(tmp_path / "one.txt")) == ["one.txt"]
    assert _paths(_gather(str(tmp_path / "*.txt"))) == ["one.txt", "two.txt"]
    assert _paths(_gather(str(tmp_path / "**" / "*.txt"))) == ["one.txt", "three.txt", "two.txt"]


def test_a_file_whose_name_looks_like_a_pattern_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "a[1].txt").write_text(LEAD)
    assert _paths(_gather(tmp_path / "a[1].txt")) == ["a[1].txt"]


def test_the_same_name_in_two_places_is_told_apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(_write(tmp_path, x__a_txt="", y__a_txt="", y__b_txt=""))
    assert _paths(_gather("x", "y")) == ["b.txt", "x/a.txt", "y/a.txt"]


def test_the_order_of_the_arguments_does_not_matter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(_write(tmp_path, x__a_txt="", y__a_txt="", y__b_txt="", c_pdf="", d_txt="same", e_txt="same"))
    paths = ["x", "y", "y/b.txt", "c.pdf", "d.txt", "e.txt", "no.txt"]
    assert _gather(*paths) == _gather(*reversed(paths))


def test_a_file_named_twice_is_read_once_without_a_word(tmp_path: Path) -> None:
    _write(tmp_path, a_txt="")
    found = _gather(tmp_path, tmp_path / "a.txt", str(tmp_path / "*.txt"))
    assert (_paths(found), found.problems) == (["a.txt"], ())


def test_the_same_bytes_twice_are_collated_once_and_both_named(tmp_path: Path) -> None:
    found = _gather(_write(tmp_path, a_txt=LEAD, b_txt=LEAD))
    assert _paths(found) == ["a.txt"]
    assert "byte for byte" in _told(found)["b.txt"]
    assert "a.txt" in _told(found)["b.txt"]


def test_other_files_are_told_of_and_pictures_in_one_line(tmp_path: Path) -> None:
    found = _gather(_write(tmp_path, a_txt="", b_pdf="", c_png="", d_png="", e_jpg=""))
    told = _told(found)
    assert "save its text as .txt" in told[(tmp_path / "b.pdf").as_posix()]
    assert "3 files were passed over" in told[str(tmp_path)]
    assert "1 .jpg, 2 .png" in told[str(tmp_path)]
    assert len(told) == 2


def test_what_is_not_there_is_told(tmp_path: Path) -> None:
    found = _gather(_write(tmp_path, a_txt=""), tmp_path / "no.txt", str(tmp_path / "*.nothing"))
    assert [p.what for p in found.problems] == ["no such file or folder; check the spelling"] * 2


def test_an_unreadable_text_does_not_stop_the_others(tmp_path: Path) -> None:
    _write(tmp_path, a_txt="")
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "scan.txt").write_bytes(b"%PDF-1.4")
    found = _gather(tmp_path)
    assert _paths(found) == ["a.txt"]
    assert "is empty" in _told(found)["empty.txt"]
    assert "PDF" in _told(found)["scan.txt"]


def test_links_in_a_circle_and_into_nothing_are_told(tmp_path: Path) -> None:
    _write(tmp_path, sub__a_txt="")
    (tmp_path / "sub" / "again").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "broken.txt").symlink_to(tmp_path / "gone.txt")
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    found = _gather(tmp_path)
    assert _paths(found) == ["sub/a.txt"]
    assert len(found.problems) == 3


def test_a_linked_folder_is_read(tmp_path: Path) -> None:
    _write(tmp_path, far__a_txt="", near__b_txt="")
    (tmp_path / "near" / "link").symlink_to(tmp_path / "far", target_is_directory=True)
    assert _paths(_gather(tmp_path / "near")) == ["b.txt", "link/a.txt"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes on this system")
def test_a_pipe_is_not_opened(tmp_path: Path) -> None:
    os.mkfifo(_write(tmp_path, a_txt="") / "pipe.txt")
    found = _gather(tmp_path)
    assert "no plain file" in found.problems[0].what


def test_what_may_not_be_opened_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _write(tmp_path, a_txt="", b_txt="", locked__c_txt="")
    read, scan = Path.read_bytes, os.scandir

    def deny_file(self: Path) -> bytes:
        if self.name == "b.txt":
            raise PermissionError(13, "Permission denied")
        return read(self)

    def deny_folder(at: Path):  # type: ignore[no-untyped-def]
        if Path(at).name == "locked":
            raise PermissionError(13, "Permission denied")
        return scan(at)

    monkeypatch.setattr(Path, "read_bytes", deny_file)
    monkeypatch.setattr(os, "scandir", deny_folder)
    found = _gather(tmp_path)
    assert _paths(found) == ["a.txt"]
    assert [Path(p.where).name for p in found.problems] == ["b.txt", "locked"]
    assert all("Permission denied" in p.what for p in found.problems)


def test_nothing_to_read_says_what_was_looked_for(tmp_path: Path) -> None:
    _write(tmp_path, a_pdf="", b_png="")
    with pytest.raises(NothingToRead) as caught:
        _gather(tmp_path)
    told = str(caught.value)
    assert str(tmp_path) in told
    assert ".txt" in told
    assert "a.pdf" in told


def test_nothing_named_is_nothing_to_read() -> None:
    with pytest.raises(NothingToRead, match="no path was given"):
        _gather()


def test_progress_is_told_before_each_file(tmp_path: Path) -> None:
    _write(tmp_path, b_txt="", a_txt="")
    names: list[str] = []
    gather([tmp_path], READERS, SETTINGS, on_progress=names.append)
    assert names == ["a.txt", "b.txt"]


def test_problems_of_a_dropped_double_are_kept(tmp_path: Path) -> None:
    line = json.dumps({"text": LEAD})
    found = _gather(_write(tmp_path, a_jsonl=line, b_jsonl=f"{{broken\n{line}"))
    assert _paths(found) == ["a.jsonl#1"]
    assert set(_told(found)) == {"b.jsonl#1", "b.jsonl#2"}


def test_sigla_go_on_after_z() -> None:
    found = sigla([document(f"text {n}", f"{n:03}.txt") for n in reversed(range(54))])
    assert [found[n].siglum for n in (0, 25, 26, 27, 51, 52, 53)] == ["A", "Z", "AA", "AB", "AZ", "BA", "BB"]
    assert found[0].path == "000.txt"
