"""However the documents came (all at once, one by one, changed, left out, broken off between), the edition is one."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from variorum import registry
from variorum.config import Settings
from variorum.pipeline import Step, collate
from variorum.registry import FAST
from variorum.store.memory import MemoryStore
from variorum.store.sqlite import SqliteStore

FERRY = (
    "The ferry is late\n\n“The ferry will sail on Monday,” Captain Nora Wels told the Harbour Post on 3 May 2004. "
    "Twelve passengers were waiting. “We have no objection,” said Ivo Brandt of the council.\n"
)
MILL = (
    "Mill owner denies plan\n\nMill owner Greta Sand said on 9 June 1998 that the mill would not close. “Forty people "
    "work here and forty will stay,” she told reporters. Her brother said she had told him that it would be sold.\n"
)
ACCOUNTS = {
    "one/ferry.txt": FERRY,
    "one/pier.txt": "At the pier\n\nCaptain Wels told passengers: “The ferry will not sail on Monday.” Thirteen "
                    "passengers were waiting, the Harbour Post reported on 4 May 2004. Brandt said: “Why not?”\n",
    "one/mill.txt": MILL,
    "two/ferry.txt": "No ferry on Monday\n\n“The ferry will sail on Tuesday,” Captain Nora Wels told the Harbour Post. "
                     "According to Ivo Brandt, the council has no objection to a ferry on Monday.\n",
    "two/mill.txt": "Mill stays open\n\n“Thirty people work here and thirty will stay,” Greta Sand told reporters on "
                    "9 June 1998. The mill would not close, said Sand.\n",
    "two/records.jsonl": '{"id": "a", "text": "Sand said: “The mill will be sold.” Nobody believed Greta Sand."}\n'
                         '{"id": "b", "text": "Nora Wels said on 3 May 2004 that twelve passengers had waited."}\nno record\n',
    "two/same.txt": FERRY,
    "two/blank.txt": " \n",
}  # fmt: skip
CHANGED = {
    "one/ferry.txt": FERRY.replace("Twelve", "Fifteen"),
    "one/mill.txt": MILL.replace("Forty people", "Fourteen people"),
    "two/records.jsonl": '{"id": "b", "text": "Nora Wels said on 3 May 2004 that nobody had waited."}\n',
    "two/same.txt": FERRY.replace("We have no", "I see no"),
}
JSON = registry.load("report.json/1", Settings())


class Interrupted(Exception):
    """What stands for the power cut."""


def made(paths, store=None, without=(), progress=None) -> str:
    edition = collate(sorted(map(str, paths)), store=store, without=without, parts=FAST, progress=progress)
    return JSON.export(edition)


def written(folder: Path, accounts) -> None:
    for name, text in accounts.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


def breaking(at: int):
    """Told the steps of a run, it breaks off at the one of this number."""
    left = [at]

    def tell(event):
        left[0] -= isinstance(event, Step)
        if left[0] < 0:
            raise Interrupted

    return tell


@pytest.mark.parametrize("seed", range(6))
def test_documents_in_any_order_make_the_edition_of_one_run(tmp_path, seed):
    dice = random.Random(seed)
    written(tmp_path, ACCOUNTS)
    left = [tmp_path / name for name in ACCOUNTS]
    dice.shuffle(left)
    # The first must hold a document: where there is nothing to read, nothing is kept.
    left.sort(key=lambda path: path.name == "blank.txt")
    store, given = MemoryStore(), []
    while left:
        some = [left.pop(0) for _ in range(min(len(left), dice.choice((1, 1, 2, 4))))]
        if all(path.name == "blank.txt" for path in some):
            some.append(given[0])
        given += some
        added = made(some, store)
    assert added == made(given)


@pytest.mark.parametrize("seed", range(6))
def test_changes_removals_and_breaks_end_where_one_run_would(tmp_path, seed):
    dice = random.Random(100 + seed)
    written(tmp_path, ACCOUNTS)
    first = dice.sample([n for n in ACCOUNTS if "blank" not in n], 4)
    held = {tmp_path / name for name in first}
    with SqliteStore(tmp_path / "edition.db") as store:
        made(held, store)
    for _ in range(4):
        name = dice.choice([n for n in ACCOUNTS if "blank" not in n])
        deed = dice.choice(("add", "change", "leave out"))
        if deed == "leave out" and (len(held) < 3 or tmp_path / name not in held):
            deed = "add"
        if deed == "change":
            written(tmp_path, {name: CHANGED.get(name, ACCOUNTS[name])})
        given, without = ([], [str(tmp_path / name)]) if deed == "leave out" else ([tmp_path / name], [])
        with SqliteStore(tmp_path / "edition.db") as store:
            before = JSON.export(store.edition())
            with pytest.raises(Interrupted):
                made(given, store, without, breaking(dice.randrange(10)))
        with SqliteStore(tmp_path / "edition.db") as store:
            assert JSON.export(store.edition()) == before
            now = made(given, store, without)
        held = (held | set(given)) - {Path(x) for x in without}
    assert now == made(held)
    with SqliteStore(tmp_path / "edition.db", is_read_only=True) as store:
        assert JSON.export(store.edition()) == now


def test_the_memory_holds_no_more_than_after_one_run(tmp_path):
    written(tmp_path, ACCOUNTS)
    names = sorted(n for n in ACCOUNTS if "blank" not in n)
    for n, name in enumerate(names):
        with SqliteStore(tmp_path / "grown.db") as store:
            made([tmp_path / name], store)
            made([tmp_path / names[n - 1]], store)
    with SqliteStore(tmp_path / "whole.db") as store:
        made([tmp_path / name for name in names], store)
    assert remembered(tmp_path / "grown.db") == remembered(tmp_path / "whole.db")


def remembered(path):
    with SqliteStore(path, is_read_only=True) as store:
        return store._connection.execute("SELECT * FROM memory ORDER BY key").fetchall()
