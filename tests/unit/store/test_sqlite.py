"""The database file: one file, one transaction, and clear words for what is wrong with it."""

from __future__ import annotations

import sqlite3
from dataclasses import replace

import pytest
from builders import actor, attribution, document, edition

from variorum.errors import BrokenEdition, OutputError
from variorum.model import Annotation, Conflict, Edition, Problem
from variorum.store import rows, sqlite
from variorum.store.rows import TABLES, columns
from variorum.store.sqlite import SqliteStore

A = document("Anna Hale said: “The bridge is closed.”\n", "a.txt")
HALE = actor("Anna Hale")
SAID = attribution(A, "The bridge is closed.", cue="said", speaker=HALE.id, mode="direct")


def kept(path, *editions, results=None):
    with SqliteStore(path) as store:
        for e in editions:
            store.keep(e, (), {"ab": b"raw"}, results=results)
    return path


def query(path, sql):
    with sqlite3.connect(path) as connection:
        found = connection.execute(sql).fetchall()
    connection.close()
    return found


@pytest.fixture
def path(tmp_path):
    return tmp_path / "edition.db"


def test_every_field_of_every_record_has_its_column(path):
    kept(path)
    for kind, table in TABLES.items():
        held = [name for _, name, *_ in query(path, f"PRAGMA table_info({table})")]
        own = [name for name in held if name not in ("key", "owner", "n", "superseded")]
        assert own == list(columns(kind)), table


def test_it_is_one_file(path):
    kept(path, edition(A))
    assert [p.name for p in path.parent.iterdir()] == ["edition.db"]


def test_who_said_what_can_be_asked_in_sql(path):
    kept(path, edition(A, actors=(HALE,), attributions=(SAID,)))
    found = query(path, "SELECT siglum, speaker, cue, words, mode FROM who_said_what")
    assert found == [("A", "Anna Hale", "said", "The bridge is closed.", "direct")]


def test_conflicts_and_problems_can_be_asked_in_sql(path):
    conflict = Conflict(
        id="c", kind="wording", label="open or closed?", severity="low", confidence=1.0, evidence=SAID.cue
    )
    marked = replace(A, problems=(Problem("a.txt", "odd"),))
    made = edition(marked, conflicts=(conflict,))
    kept(path, replace(made, manifest=replace(made.manifest, problems=(Problem("b.txt", "is empty"),))))
    assert query(path, "SELECT kind, label, words FROM conflicts_shown") == [("wording", "open or closed?", "said")]
    assert query(path, 'SELECT "where", what FROM problems') == [("b.txt", "is empty"), ("a.txt", "odd")]


def test_documents_can_be_searched(path):
    kept(path, edition(A, document("Nothing of the kind.", "b.txt")))
    found = query(
        path,
        "SELECT d.path FROM document_words w JOIN document d ON d.key = w.rowid WHERE document_words MATCH 'bridge'",
    )
    assert found == [("a.txt",)]


def test_the_earlier_version_stays_as_superseded(path):
    newer = document("Anna Hale said nothing.", "a.txt")
    kept(path, edition(A), edition(newer))
    assert query(path, "SELECT text, superseded FROM document ORDER BY superseded") == [(newer.text, 0), (A.text, 1)]
    assert query(path, "SELECT count(*) FROM region") == [(2,)]
    assert query(path, "SELECT count(*) FROM run") == [(2,)]


@pytest.mark.parametrize(
    "fault", [KeyboardInterrupt, OSError("disk full"), sqlite3.OperationalError("database or disk is full")]
)
def test_a_run_that_breaks_off_changes_nothing(path, monkeypatch, fault):
    kept(path, edition(A))

    def broken(*_):
        raise fault

    monkeypatch.setattr(sqlite, "_index_words", broken)  # the last thing that is written
    with pytest.raises((KeyboardInterrupt, OSError, OutputError)), SqliteStore(path) as store:
        store.keep(Edition(), (), {"cd": b"more"})
    monkeypatch.undo()
    with SqliteStore(path) as store:
        assert store.edition() == edition(A)
        with pytest.raises(KeyError):
            store.raw("cd")


def test_a_full_disk_changes_nothing(path):
    kept(path, edition(A))
    with SqliteStore(path) as store:
        pages = store._connection.execute("PRAGMA page_count").fetchone()[0]
        store._connection.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(OutputError, match=r"edition\.db.*full.*room"):
            store.keep(edition(document("x" * 100_000, "big.txt")), (), {})
        assert store.edition() == edition(A)


def test_an_edition_that_contradicts_itself_is_refused(path):
    lost = replace(SAID, speaker="nobody")
    with SqliteStore(path) as store:
        with pytest.raises(BrokenEdition, match="contradicts itself"):
            store.keep(edition(A, attributions=(lost,)), (), {})
        assert store.edition() == Edition()


def test_an_annotation_of_no_document_is_refused(path):
    with SqliteStore(path) as store, pytest.raises(BrokenEdition):
        store.keep(edition(A), (Annotation(doc="elsewhere", made_by="x/1"),), {})


def damaged(path):
    kept(path, *(edition(document(f"{n} " * 3000, f"{n}.txt")) for n in range(3)))
    data = bytearray(path.read_bytes())
    data[4096 * 2 : 4096 * 6] = b"\xaa" * 4096 * 4
    path.write_bytes(data)


def of_another_program(path):
    query(path, "CREATE TABLE recipes (name)")


def newer(path):
    kept(path, edition(A))
    query(path, f"PRAGMA user_version = {sqlite.VERSION + 1}")


def without_a_table(path):
    kept(path, edition(A))
    query(path, "DROP TABLE reading")


BROKEN = {
    damaged: "damaged.*collate all documents anew",
    of_another_program: "another program.*move it away",
    newer: "newer Variorum.*upgrade",
    without_a_table: "damaged",
    lambda p: p.write_text("Dear diary"): "not an SQLite database",
}


@pytest.mark.parametrize("how", BROKEN)
@pytest.mark.parametrize("is_read_only", [False, True])
def test_what_is_no_database_of_ours_is_named_and_left_alone(path, how, is_read_only):
    how(path)
    before = path.read_bytes()
    with (
        pytest.raises(BrokenEdition, match=f"edition.db.*{BROKEN[how]}"),
        SqliteStore(path, is_read_only=is_read_only) as store,
    ):
        store.edition()
    assert path.read_bytes() == before


def test_an_empty_file_becomes_a_database(path):
    path.touch()
    with SqliteStore(path) as store:
        store.keep(edition(A), (), {})
        assert store.edition() == edition(A)


def test_a_missing_file_is_not_made_by_reading(path):
    with pytest.raises(BrokenEdition, match="no such file"):
        SqliteStore(path, is_read_only=True)
    assert not path.exists()


def test_a_database_that_is_being_written_says_so(path, monkeypatch):
    kept(path, edition(A))
    monkeypatch.setattr(sqlite, "PATIENCE", 0.01)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(OutputError, match=r"edition\.db: another program is writing"), SqliteStore(path) as store:
        store.keep(edition(A), (), {})
    other.close()


def test_an_earlier_form_is_brought_up_to_date(path, monkeypatch):
    kept(path, edition(A))
    monkeypatch.setattr(sqlite, "VERSION", sqlite.VERSION + 1)
    steps = {
        f"schema/{sqlite.VERSION}.sql": "ALTER TABLE run ADD COLUMN remark TEXT;\nUPDATE run SET remark = 'old';\n"
    }
    monkeypatch.setattr(sqlite, "_script", lambda step: steps[f"schema/{step}.sql"])
    before = path.read_bytes()
    with SqliteStore(path, is_read_only=True) as store:
        assert store.edition() == edition(A)
    assert path.read_bytes() == before
    with SqliteStore(path) as store:
        assert store.edition() == edition(A)
    assert query(path, "SELECT remark FROM run") == [("old",)]
    assert query(path, "PRAGMA user_version") == [(sqlite.VERSION,)]


def test_a_database_of_the_third_form_is_brought_up_to_date(path):
    kept(path, edition(A))
    for table in ("memory", "input"):
        query(path, f"DROP TABLE {table}")
    query(path, "PRAGMA user_version = 3")
    with SqliteStore(path) as store:
        assert store.edition() == edition(A)
        assert store.result("k") is None
        assert store.inputs() == ()
        store.keep(edition(A), (), {}, results={"k": "{}"})
        assert store.result("k") == "{}"
    assert query(path, "PRAGMA user_version") == [(sqlite.VERSION,)]


def test_a_result_that_is_damaged_is_as_good_as_none(path):
    kept(path, edition(A), results={"k": "{}"})
    query(path, "UPDATE memory SET result = x'0102'")
    with SqliteStore(path) as store:
        assert store.result("k") is None


def test_it_works_without_full_text_search(path, monkeypatch):
    class Without(sqlite3.Connection):
        def execute(self, sql, *values):
            if "fts5" in sql:
                raise sqlite3.OperationalError("no such module: fts5")
            return super().execute(sql, *values)

    monkeypatch.setattr(
        sqlite, "connect", lambda path, **_: sqlite3.connect(path, isolation_level=None, factory=Without)
    )
    kept(path, edition(A))
    monkeypatch.undo()
    with SqliteStore(path) as store:
        assert store.edition() == edition(A)


def test_the_shapes_cover_every_record_of_an_edition():
    reached, left = set(), [Edition]
    while left:
        for name, shape, member in rows.shapes(left.pop()):
            if shape == "records" and member not in reached and name != "manifest":
                reached.add(member)
                left.append(member)
    assert reached == set(TABLES)
