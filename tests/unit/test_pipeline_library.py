"""Variorum as a library: a light import, and a function that its package does not hide."""

from __future__ import annotations

import subprocess
import sys

import fakes
import pytest

import variorum
from variorum import registry
from variorum.store.files import write_file


def seconds(code):
    """The least of five: what else the machine does must not count."""
    timed = f"import time; t = time.perf_counter()\n{code}\nprint(time.perf_counter() - t)"
    runs = (subprocess.run([sys.executable, "-c", timed], capture_output=True, text=True, check=True) for _ in range(5))
    return min(float(done.stdout) for done in runs)


def test_the_library_is_imported_at_once():
    assert seconds("import variorum") < 0.3


def test_help_is_shown_at_once():
    code = "import sys, os; sys.argv = ['variorum', '--help']; sys.stdout = open(os.devnull, 'w')\nfrom variorum.cli import main\n"
    assert seconds(f"{code}\ntry: main()\nexcept SystemExit: sys.stdout = sys.__stdout__") < 0.5


def test_collate_is_a_function_and_a_package(monkeypatch, tmp_path):
    fakes.install(monkeypatch)
    (tmp_path / "a.txt").write_text('Anna said "No." twice.\n')
    import variorum.collate.align as aligning

    edition = variorum.collate([tmp_path])
    registry._places.cache_clear()
    assert variorum.collate.align is aligning
    assert isinstance(edition, variorum.Edition)
    assert [a.name for a in edition.actors] == ["Anna"]


def test_an_edition_is_loaded_by_its_path(tmp_path):
    made = variorum.Edition()
    write_file(tmp_path / "edition.json", registry.load("report.json/1", variorum.Settings()).export(made))
    assert variorum.load(tmp_path) == made
    with pytest.raises(variorum.VariorumError):
        variorum.load(tmp_path / "none")


def test_only_what_is_promised_is_there():
    assert all(hasattr(variorum, name) for name in variorum.__all__)
    with pytest.raises(AttributeError, match="colate"):
        variorum.colate  # noqa: B018
