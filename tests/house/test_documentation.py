"""What a user can name is documented, the generated pages are up to date, and no link leads nowhere."""

from __future__ import annotations

import ast
import re
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import fields
from pathlib import Path
from urllib.parse import unquote

import click
import pytest

import variorum
from variorum import errors, registry
from variorum.cli import command, exits
from variorum.config import Settings
from variorum.model import Edition
from variorum.report.sheet import HEADING
from variorum.report.words import CONFLICTS, RELATIONS, SCALE
from variorum.store.sqlite import SqliteStore

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
OURS = [ROOT, DOCS, ROOT / "examples", ROOT / "bench", ROOT / "src", ROOT / "tests"]
PAGES = sorted({p for f in OURS for p in (f.glob("*.md") if f == ROOT else f.rglob("*.md"))})
LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)")
FENCED = re.compile(r"^```.*?^```$", re.M | re.S)
TOLD = {"ReadError", "Problem", "NothingToRead", "tell", "_damage"}
LEAST = 12  # characters: less of a message is not enough to find it by


def text(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


def in_code(page: str) -> set[str]:
    """All that a page sets in code."""
    return set(re.findall(r"`([^`\n]+)`", page))


def test_generated_pages_are_up_to_date():
    done = subprocess.run(
        [sys.executable, ROOT / "tools/make_reference.py", "--check"], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("name", command.commands)
def test_commands_and_their_options_are_documented(name):
    page = text("reference/command-line.md")
    section = page.split(f"\n## variorum {name}\n")[1].split("\n## ")[0]
    options = [o for p in command.commands[name].params if isinstance(p, click.Option) for o in p.opts]
    assert {*options, "-h", "--help"} <= in_code(section)


def test_exit_codes_are_documented():
    codes = {str(value) for name, value in vars(exits).items() if name.isupper() and isinstance(value, int)}
    page = text("reference/command-line.md").split("## Exit codes")[1]
    assert {"0", *codes} <= in_code(page)


def test_settings_are_documented():
    assert {f.name for f in fields(Settings)} <= in_code(text("reference/settings.md"))


def test_parts_and_stages_are_documented():
    assert {*registry.BUILT_IN, *registry.DEFAULTS} <= in_code(text("reference/parts.md"))


def test_public_names_and_errors_are_documented():
    page = text("reference/library.md")
    for name in variorum.__all__:
        assert f"`variorum.{name}" in page
    raised = {n for n, v in vars(errors).items() if isinstance(v, type) and issubclass(v, errors.VariorumError)}
    assert raised <= in_code(page) | {"VariorumError"}


def test_tables_and_views_are_documented(tmp_path):
    with closing(SqliteStore(tmp_path / "edition.db")) as store:
        store.keep(Edition(), (), {})
    with closing(sqlite3.connect(tmp_path / "edition.db")) as connection:
        found = {
            name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')")
        }
        views = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'view'")]
        columns = {view: {r[1] for r in connection.execute(f"PRAGMA table_info({view})")} for view in views}
    page = in_code(text("reference/database.md"))
    assert {n for n in found if not n.startswith(("document_words_", "sqlite_"))} <= page
    ids = {"attribution", "reading", "reuse", "document"}  # of rows; named in the section on how they hang together
    for view, held in columns.items():
        assert held - ids <= page, view


def test_columns_of_the_table_are_documented():
    assert set(HEADING) <= in_code(text("howto/spreadsheet.md"))


def test_kinds_of_conflicts_and_relations_are_documented():
    assert set(CONFLICTS) <= in_code(text("explanation/findings.md"))
    assert set(RELATIONS) <= in_code(text("reference/edition-format.md"))
    assert all(f"**{relation}**" in text("explanation/findings.md") for relation in RELATIONS)


def test_the_scale_of_confidence_is_documented():
    page = text("explanation/findings.md")
    for least, words in SCALE:
        assert f"| {f'from {least:.2f}' if least else 'below'} | {words} |" in page


def messages() -> Iterator[tuple[str, str]]:
    """The first fixed words of each message on bad input, with where it is written."""
    for path in sorted([*(ROOT / "src/variorum/ingest").glob("*.py"), *(ROOT / "src/variorum/pipeline").glob("*.py")]):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) in TOLD:
                held = [n.value for a in node.args for n in ast.walk(a) if isinstance(n, ast.Constant)]
                pieces = [p.strip(" ,.") for v in held if isinstance(v, str) for p in re.split(r"[;:()]", v)]
                if first := next((p for p in pieces if len(p) >= LEAST), ""):
                    yield f"{path.name}:{node.lineno}", first


@pytest.mark.parametrize(("where", "words"), list(messages()))
def test_messages_on_bad_input_are_documented(where, words):
    page = re.sub(r"\s+", " ", text("howto/bad-input.md")).replace("`", "")
    assert words in page, f"{where} says {words!r}, which docs/howto/bad-input.md does not explain"


def test_every_page_is_on_the_map():
    listed = {(DOCS / target).resolve() for target in LINK.findall(text("README.md"))}
    pages = {p for p in DOCS.rglob("*.md") if p.parent != DOCS / "decisions"} - {DOCS / "README.md"}
    assert pages <= listed
    listed = set(LINK.findall(text("decisions/README.md")))
    assert {p.name for p in (DOCS / "decisions").glob("0*.md")} <= listed


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_links_lead_somewhere(page):
    missing = []
    for target in LINK.findall(FENCED.sub("", page.read_text(encoding="utf-8"))):
        if re.match(r"[a-z]+:", target):
            continue
        file, _, heading = unquote(target).partition("#")
        place = (page.parent / file).resolve() if file else page
        if not place.exists() or (heading and heading not in headings(place)):
            missing.append(target)
    assert not missing


def headings(page: Path) -> set[str]:
    """The names by which the headings of a page are linked to."""
    found = re.findall(r"^#+ (.*)$", FENCED.sub("", page.read_text(encoding="utf-8")), re.M)
    return {re.sub(r"[^\w\- ]", "", h.lower()).replace(" ", "-") for h in found}
