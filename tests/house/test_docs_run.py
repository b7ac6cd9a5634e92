"""What tutorials and how-tos tell the reader to type does what they say: every command and every line of Python.

A block marked `console` holds commands after "$ "; each line below one must occur in what the command prints, in that
order, "…" standing for anything. A block marked `python` is run; with `file=NAME` a block is saved under that name.
"""

from __future__ import annotations

import re
import shlex
import shutil
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from runs import run

from variorum import registry

ROOT = Path(__file__).parents[2]
FENCE = re.compile(r"^```(\w+)(?: file=(\S+))?\n(.*?)^```$", re.M | re.S)
PAGES = sorted(p for p in (ROOT / "docs").rglob("*.md") if re.search(r"^```(?:console|python)", p.read_text(), re.M))
MAKE = "variorum collate examples/halven/documents -o out"
ENTRY = re.compile(r'^"(\S+/\d+)" = "(\S+)"$', re.M)


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """The example's edition, made once for all pages, and what the command said."""
    place = tmp_path_factory.mktemp("docs")
    (place / "examples").symlink_to(ROOT / "examples")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(place)
        done = run(*shlex.split(MAKE)[1:])
    assert (done.exit_code, done.stderr) == (0, "")
    return place, done.stdout


@pytest.fixture
def place(made, tmp_path, monkeypatch):
    """A folder as the reader of a page has it: the examples, and the edition of an earlier page."""
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    shutil.copytree(made[0] / "out", tmp_path / "out")
    monkeypatch.chdir(tmp_path)
    monkeypatch.syspath_prepend(tmp_path)
    return tmp_path


def test_there_are_pages_to_run():
    names = {p.name for p in PAGES}
    assert {"journalist.md", "historian.md", "library.md", "sqlite.md"} <= names


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(ROOT / "docs")))
def test_what_the_page_says_is_so(page, place, made, monkeypatch):
    text = page.read_text(encoding="utf-8")
    names: dict[str, object] = {}
    offered(text, monkeypatch)
    for kind, file, body in FENCE.findall(text):
        if file:
            (place / file).write_text(body, encoding="utf-8")
        elif kind == "python":
            exec(compile(body, f"{page.name}, a block of Python", "exec"), names)
        elif kind == "console":
            for command, shown in commands(body):
                said = made[1] if command == MAKE else output(command)
                assert_shown(command, shown, said)


def offered(text, monkeypatch):
    """Lets the parts that a page declares be found, as if their package were installed."""
    declared = dict(ENTRY.findall(text))
    if declared:
        places = {**registry.BUILT_IN, **declared}
        monkeypatch.setattr(registry, "_places", lambda: places)
        for module in {target.partition(":")[0] for target in declared.values()}:
            monkeypatch.delitem(sys.modules, module, raising=False)


def commands(body) -> Iterator[tuple[str, list[str]]]:
    """Each command of a block with the lines shown under it."""
    for piece in re.split(r"^\$ ", body, flags=re.M)[1:]:
        command, *shown = piece.splitlines()
        yield command, [line for line in shown if line.strip()]


def output(command) -> str:
    """What a command of the pages prints."""
    verb, *arguments = shlex.split(command)
    if verb == "sqlite3":
        return queried(*arguments)
    assert verb == "variorum", f"the test knows no {verb}"
    done = run(*arguments)
    assert done.exit_code == 0, done.output
    return done.stdout


def queried(path, sql) -> str:
    """The rows of a query as the sqlite3 shell prints them, so that the test needs no shell."""
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
        rows = connection.execute(sql).fetchall()
    return "\n".join("|".join("" if cell is None else str(cell) for cell in row) for row in rows)


def assert_shown(command, shown, said):
    lines = iter(said.splitlines())
    for wanted in shown:
        pattern = re.compile(".*".join(map(re.escape, wanted.rstrip().split("…"))))
        assert any(pattern.fullmatch(line.rstrip()) for line in lines), f"$ {command}\nlacks: {wanted}\nin:\n{said}"
