"""Bad input: a clear message that names the file and what to do; the others are collated; nothing is lost."""

from __future__ import annotations

import errno
import os
import re
import resource
import signal
import subprocess
import sys
from pathlib import Path

import fakes
import pytest
from runs import contents, run

from variorum import registry
from variorum.store.files import load

GOOD = "The mill is sold\n\n“The mill is sold,” owner Carl Dunn said on 5 July 1987.\n"
SECOND = "The mill\n\nCarl Dunn told the village that the mill was not sold.\n"
BAD = {
    "empty.txt": b"",
    "blank.txt": b" \n\t\n",
    "binary.txt": bytes(range(256)) * 40,
    "picture.txt": b"\x89PNG\r\n\x1a\n" + b"\x00" * 500,
    "long.txt": b"word " * 10_000_000,
    "twin.txt": GOOD.encode(),
    "menu.txt": b"Home\nNews\nSport\nShare\nLog in\n",
    "empty.html": b"<html><body></body></html>",
    "lines.jsonl": b'{"text": "Dunn said: \\"Yes.\\""}\nnot json\n{"title": "no text"}\n[]\n',
    "none.jsonl": b"{}\n",
    "odd.xyz": b"?",
}
USABLE = {
    "good.txt": GOOD.encode(),
    "second.txt": SECOND.encode(),
    "latin.txt": "Carl Dunn said: “The café is sold.”\n".encode("cp1252"),
    "wide.txt": "Carl Dunn said: “The barn is sold.”\n".encode("utf-16"),
    "damaged.txt": "Carl Dunn said: “The pond is sold – ".encode() + b"\xff\xfe" + "” and left.\n".encode(),
    "open.txt": "Carl Dunn said: “The road is sold.\n\nNobody closed his quotation, and the text went on.\n".encode(),
    "marks.txt": '"""“”‘’" said " said, "” he “said„ «\n'.encode(),
    "script.html": "<html><head><title>T</title></head><body><article><p>Carl Dunn said: “The hill is "
                   "<script>alert(1)</script>sold to nobody, and that is that.”</p></article></body></html>".encode(),
    os.fsdecode(b"caf\xe9.txt"): b'Carl Dunn said: "The field is sold."\n',
}  # fmt: skip


@pytest.fixture(scope="module")
def bad(tmp_path_factory):
    """One run over all kinds of bad files among usable ones: the result, and the folder of the output."""
    place = tmp_path_factory.mktemp("bad")
    (place / "in").mkdir()
    for name, content in {**BAD, **USABLE}.items():
        (place / "in" / name).write_bytes(content)
    return run("collate", place / "in", "-o", place / "out"), place / "out"


def test_the_exit_code_tells_that_not_all_could_be_used(bad):
    assert bad[0].exit_code == 1
    assert "Traceback" not in bad[0].stderr


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("empty.txt", "is empty; remove it"),
        ("blank.txt", "is empty; remove it"),
        ("binary.txt", ".*so it is no text; give the text as UTF-8"),
        ("picture.txt", "is a PNG picture, not text; give the text instead"),
        ("long.txt", "has 50,000,000 characters.*split it"),
        ("menu.txt", "no article found"),
        ("twin.txt", "is the same, byte for byte, as good.txt; .*remove one"),
        ("empty.html", "."),
        ("lines.jsonl#2", "is no JSON.*mend or remove the line"),
        ("lines.jsonl#3", 'has neither "text" nor "html"'),
        ("lines.jsonl#4", "is a JSON list, not an object"),
        ("none.jsonl", "no record in it can be read"),
        (".*odd.xyz", "no reader for .xyz files"),
        ("note: latin.txt", "is not UTF-8; read as windows-1252"),
        ("note: damaged.txt", "damaged UTF-8 in 1 place,.*fetch the file again"),
    ],
)
def test_each_bad_file_is_named_with_what_to_do(bad, name, said):
    assert re.search(rf"^variorum: {name}: {said}", bad[0].stderr, re.MULTILINE), bad[0].stderr


def test_every_usable_file_is_collated(bad):
    paths = {Path(d.path).name for d in load(bad[1]).documents}
    assert {n for n in USABLE if n.isascii()} | {"lines.jsonl#1", "menu.txt"} <= paths
    assert len(paths & set(BAD)) == 1


def test_the_words_of_damaged_files_are_found(bad):
    edition = load(bad[1])
    texts = {d.id: d.text for d in edition.documents}
    quoted = " | ".join(texts[a.doc][s.start : s.end] for a in edition.attributions for s in a.content)
    for words in ("The mill is sold", "The café is sold", "The barn is sold", "The road is sold"):
        assert words in quoted


def test_the_database_and_the_page_hold_the_odd_ones_too(bad):
    assert load(bad[1] / "edition.db") == load(bad[1] / "edition.json")
    page = (bad[1] / "edition.html").read_text("utf-8")
    assert "<script>alert" not in page


def test_nothing_readable_ends_with_3_and_writes_nothing(tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in/empty.txt").touch()
    for what in (tmp_path / "in", tmp_path / "missing", tmp_path / "*.txt"):
        done = run("collate", what, "-o", tmp_path / "out")
        assert done.exit_code == 3
        assert done.stderr.startswith(f"variorum: nothing to read in {what}")
    assert not (tmp_path / "out").exists()


@pytest.fixture
def quick(tmp_path, monkeypatch):
    """An edition made by the least parts, for what goes wrong later; gives the way to collate into it again."""
    fakes.install(monkeypatch)
    (tmp_path / "one").mkdir()
    (tmp_path / "one/a.txt").write_text('Anna said "No." twice.\n')
    (tmp_path / "two").mkdir()
    (tmp_path / "two/b.txt").write_text('Anna said "Yes." once.\n')
    assert run("collate", tmp_path / "one", "-o", tmp_path / "out").exit_code == 0
    before = contents(tmp_path / "out")
    yield lambda: run("collate", tmp_path / "two", "-o", tmp_path / "out")
    registry._places.cache_clear()
    assert contents(tmp_path / "out") == before, "what was there before must stay as it was, with nothing beside it"


def test_an_output_folder_that_is_a_file_ends_with_4_before_the_work_begins(tmp_path, monkeypatch):
    fakes.install(monkeypatch)
    (tmp_path / "a.txt").write_text('Anna said "No." twice.\n')
    done = run("collate", tmp_path / "a.txt", "-o", tmp_path / "a.txt")
    assert done.exit_code == 4
    assert re.search(r"a\.txt: cannot be written \(file exists\).*name another output", done.stderr)
    assert fakes.annotated == []
    registry._places.cache_clear()


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="needs a folder that nobody may write to")
def test_an_unwritable_output_folder_ends_with_4(tmp_path):
    (tmp_path / "a.txt").write_text("Anna spoke.\n")
    done = run("collate", tmp_path / "a.txt", "-o", "/proc/variorum/out")
    assert done.exit_code == 4
    assert "/proc/variorum/out: cannot be written" in done.stderr


def test_a_full_disk_ends_with_4_and_loses_nothing(quick, monkeypatch):
    real = Path.open

    def opened(path, mode="r", *more, **options):
        if "w" in mode and path.suffix == ".html":
            raise OSError(errno.ENOSPC, "No space left on device")
        return real(path, mode, *more, **options)

    monkeypatch.setattr(Path, "open", opened)
    done = quick()
    monkeypatch.undo()
    assert done.exit_code == 4
    assert re.search(r"edition\.html: cannot be written \(no space left on device\); free some room", done.stderr)


def test_files_that_may_not_grow_end_with_4_and_lose_nothing(quick):
    """The nearest to a disk that is really full: the system refuses to make any file longer than this."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, hard))
    try:
        done = quick()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert done.exit_code == 4
    assert re.search(r"out/edition\.(db|json|html): ", done.stderr)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_standard_output_ends_with_4(quick, tmp_path):
    command = [sys.executable, "-m", "variorum", "export", tmp_path / "out", "--format", "json"]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 4
    assert "No space left on device" in done.stderr and "Traceback" not in done.stderr


@pytest.mark.parametrize("stage", ["annotations", "relations", "timeline"])
def test_an_interrupt_ends_with_130_and_loses_nothing(quick, monkeypatch, stage):
    def interrupted(*_):
        raise KeyboardInterrupt

    verb = {"annotations": "annotate", "relations": "relate", "timeline": "chronicle"}[stage]
    monkeypatch.setattr(fakes.PARTS[stage], verb, interrupted)
    done = quick()
    assert done.exit_code == 130
    assert done.stderr == "variorum: interrupted; what was there before is untouched\n"


@pytest.mark.parametrize("content", [b"not a database", b"SQLite format 3\x00 and no more"])
def test_a_broken_database_ends_with_5_and_is_left_alone(quick, tmp_path, content):
    (sound := tmp_path / "out/edition.db").rename(kept := tmp_path / "edition.db")
    sound.write_bytes(content)
    done = quick()
    assert done.exit_code == 5
    assert done.stderr.startswith(f"variorum: {sound}: ")
    assert sound.read_bytes() == content
    kept.rename(sound)


def test_an_error_in_the_log_is_an_object_too(tmp_path):
    done = run("collate", tmp_path / "missing", "-o", tmp_path / "out", "--json-log")
    assert done.exit_code == 3
    assert '"event": "error"' in done.stderr.splitlines()[-1] and '"exit": 3' in done.stderr.splitlines()[-1]


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_a_killed_run_loses_nothing(tmp_path, number, code):
    """The signal comes from outside, in the middle of the work on many documents."""
    (tmp_path / "in").mkdir()
    for n in range(200):
        (tmp_path / f"in/{n}.txt").write_text(f"Account {n}\n\n" + f'Anna Wells said, "We waited {n} hours."\n\n' * 30)
    (tmp_path / "out").mkdir()
    (tmp_path / "out/edition.json").write_text("the earlier one")
    command = [sys.executable, "-m", "variorum", "collate", tmp_path / "in", "-o", tmp_path / "out", "--json-log"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        for line in process.stderr:
            if '"stage": "annotate"' in line:
                break
        process.send_signal(number)
        rest = process.stderr.read()
        assert process.wait() == code
    assert "Traceback" not in rest
    assert contents(tmp_path / "out") == {"edition.json": b"the earlier one"}
