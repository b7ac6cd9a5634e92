"""Files are replaced all together or not at all, and editions are read from whatever holds one."""

from __future__ import annotations

import errno
import json
import os
import sqlite3
import stat
from pathlib import Path

import pytest
from builders import document, edition

from variorum.errors import BrokenEdition, OutputError
from variorum.interchange import to_json
from variorum.store import sqlite
from variorum.store.files import OutputFolder, load, write_file
from variorum.store.sqlite import SqliteStore

A = edition(document("The bridge is closed.\n", "a.txt"))
B = edition(document("The bridge is open.\n", "b.txt"))


@pytest.fixture
def out(tmp_path):
    """A folder with an edition of an earlier run."""
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "edition.json").write_text(json.dumps(to_json(A)), encoding="utf-8")
    with SqliteStore(folder / "edition.db") as store:
        store.keep(A, (), {})
    return folder


def contents(folder):
    return {p.name: p.read_bytes() for p in folder.iterdir()}


def write_all(out):
    with OutputFolder(out) as folder:
        with folder.database("edition.db") as store:
            store.keep(B, (), {})
        folder.write("edition.json", json.dumps(to_json(B)))
        folder.publish()


def test_new_files_appear_all_together(out):
    before = contents(out)
    with OutputFolder(out) as folder:
        with folder.database("edition.db") as store:
            assert store.edition() == A
            store.keep(B, (), {})
        folder.write("edition.json", json.dumps(to_json(B)))
        assert {p.name: p.read_bytes() for p in out.iterdir() if p.is_file()} == before
        folder.publish()
    assert load(out / "edition.json") == load(out / "edition.db") == B
    assert sorted(contents(out)) == ["edition.db", "edition.json"]


@pytest.mark.parametrize(
    "fault", [KeyboardInterrupt(), OSError(errno.ENOSPC, "No space left on device"), MemoryError()]
)
def test_what_was_there_stays_when_the_work_breaks_off(out, fault):
    before = contents(out)
    with pytest.raises(type(fault)), OutputFolder(out) as folder:
        folder.write("edition.json", "half")
        with folder.database("edition.db") as store:
            store.keep(B, (), {})
        raise fault
    assert contents(out) == before


@pytest.mark.parametrize("moment", ["open", "fsync", "backup", "replace"])
def test_a_full_disk_leaves_what_was_there(out, monkeypatch, moment):
    before, full = contents(out), OSError(errno.ENOSPC, "No space left on device")
    real = Path.open

    def fails(*_, **__):
        raise full

    def opened(path, mode="r", *more, **options):
        if "w" in mode:
            raise full
        return real(path, mode, *more, **options)

    if moment == "open":
        monkeypatch.setattr(Path, "open", opened)
    elif moment == "fsync":
        monkeypatch.setattr(os, "fsync", fails)
    elif moment == "replace":
        monkeypatch.setattr(Path, "replace", fails)
    else:
        monkeypatch.setattr("variorum.store.files.copy_database", fails)
    with pytest.raises(OutputError, match=r"no space left on device.*free some room.*untouched"):
        write_all(out)
    monkeypatch.undo()
    assert contents(out) == before


def test_a_folder_that_was_made_for_nothing_is_removed(tmp_path):
    with pytest.raises(KeyboardInterrupt), OutputFolder(tmp_path / "new" / "deep"):
        raise KeyboardInterrupt
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("where", ["file/out", "file"])
def test_a_folder_that_cannot_be_made_is_told_at_once(tmp_path, where):
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(OutputError, match=r"file.*cannot be written.*in the way"), OutputFolder(tmp_path / where):
        pytest.fail("the work must not begin")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_without_permission_is_told_at_once(tmp_path):
    tmp_path.chmod(0o500)
    with pytest.raises(OutputError, match="permission denied"), OutputFolder(tmp_path):
        pytest.fail("the work must not begin")


def test_a_folder_in_the_way_of_a_file_spoils_nothing(out):
    before = (out / "edition.db").read_bytes()
    (out / "edition.json").unlink()
    (out / "edition.json").mkdir()
    with pytest.raises(OutputError, match=r"edition\.json: cannot be written.*a folder is in the way"):
        write_all(out)
    assert (out / "edition.db").read_bytes() == before


def test_two_runs_into_one_folder_do_not_lose_each_other(out, monkeypatch):
    monkeypatch.setattr(sqlite, "PATIENCE", 0.01)
    with OutputFolder(out) as first:
        first.database("edition.db").close()
        with pytest.raises(OutputError, match="another program is writing"), OutputFolder(out) as second:
            second.database("edition.db")
    write_all(out)
    assert load(out) == B


@pytest.mark.parametrize("is_fresh", [False, True])
def test_a_run_does_not_bury_what_another_wrote_where_nothing_could_be_locked(tmp_path, out, is_fresh):
    """Neither a database that is not there yet is locked, nor one that shall be begun anew."""
    folder = out if is_fresh else tmp_path / "new"
    with pytest.raises(OutputError, match=r"edition\.db: another run has written it meanwhile"):  # noqa: SIM117
        with OutputFolder(folder) as first:
            first.database("edition.db", is_fresh=is_fresh).close()
            write_all(folder)
            first.publish()
    assert load(folder) == load(folder / "edition.db") == B


def test_a_reader_of_the_old_database_is_not_disturbed(out):
    reader = sqlite3.connect(out / "edition.db")
    write_all(out)
    assert reader.execute("SELECT path FROM document").fetchall() == [("a.txt",)]
    reader.close()


def test_beginning_anew_forgets_what_was_there(out):
    (out / "edition.db").write_bytes(b"not a database")
    with OutputFolder(out) as folder:
        with folder.database("edition.db", is_fresh=True) as store:
            store.keep(B, (), {})
        folder.publish()
    assert load(out / "edition.db") == B


def test_a_single_file_is_replaced_whole(tmp_path, monkeypatch):
    path = tmp_path / "out.csv"
    write_file(path, "one “1”\n")
    assert path.read_bytes() == "one “1”\n".encode()
    monkeypatch.setattr(
        Path, "replace", lambda *_: (_ for _ in ()).throw(OSError(errno.ENOSPC, "No space left on device"))
    )
    with pytest.raises(OutputError, match=r"out\.csv"):
        write_file(path, "two")
    assert contents(tmp_path) == {"out.csv": "one “1”\n".encode()}


def test_new_files_have_the_usual_permissions(tmp_path):
    write_file(tmp_path / "new", "")
    (tmp_path / "usual").touch()
    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == stat.S_IMODE((tmp_path / "usual").stat().st_mode)


def test_a_device_is_written_to_as_it_is():
    write_file("/dev/null", "gone")
    assert not Path("/dev/null").is_file()


def test_half_a_character_does_not_stop_the_writing(tmp_path):
    write_file(tmp_path / "x.json", '"\ud800"')
    assert json.loads((tmp_path / "x.json").read_text("utf-8")) == "\ud800"


def test_an_edition_is_loaded_from_file_or_folder(out):
    assert load(out) == load(str(out / "edition.json")) == load(out / "edition.db") == A
    (out / "edition.json").unlink()
    assert load(out) == A


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("x.json", "{", "neither JSON nor an SQLite database"),
        ("x.json", "[" * 100_000, "neither JSON nor an SQLite database"),
        ("x.json", '{"format": "else"}', 'expected an object with "format"'),
        ("x.json", '{"format": "variorum-edition/1"}', "not an edition: KeyError"),
        ("x.json", "\x00\x01", "neither JSON"),
        ("missing", None, "No such file"),
    ],
)
def test_what_holds_no_edition_is_named(tmp_path, name, content, said):
    if content is not None:
        (tmp_path / name).write_text(content)
    with pytest.raises(BrokenEdition) as caught:
        load(tmp_path / name)
    assert str(caught.value).startswith(str(tmp_path / name)) and said in str(caught.value)


def test_a_folder_without_an_edition_is_named(tmp_path):
    with pytest.raises(BrokenEdition, match=r"no edition\.json or edition\.db"):
        load(tmp_path)


def test_messages_name_the_database_where_it_will_be(out):
    half = edition(document("x", "half.txt", title="\ud800"))
    said = pytest.raises(BrokenEdition, match=f"^{out}/edition.db: half a character")
    with OutputFolder(out) as folder, folder.database("edition.db") as store, said:
        store.keep(half, (), {})
