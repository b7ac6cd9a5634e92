"""Writes the reference pages that can be read off the code: commands, settings, parts.

    python tools/make_reference.py [--check]

`--check` writes nothing and only tells which page is out of date (exit code 1). The pages are made from what the
commands say of themselves, from the comment beside each field of `config.Settings`, and from the first line of
the docstring of each part in `registry.BUILT_IN`.
"""

from __future__ import annotations

import argparse
import inspect
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import fields
from pathlib import Path

import click

from variorum import config, ports, registry
from variorum.cli import command
from variorum.cli.exits import EXPLAINED

FOLDER = Path(__file__).parents[1] / "docs" / "reference"
MADE = "<!-- Made by tools/make_reference.py: change the code, not this page. -->\n"
CODE = re.compile(r"^  (\d+)\s+(.*)$", re.M)
COMMENT = re.compile(r"^    (\w+): (\w+) = .*?  # (.*)$", re.M)
KINDS = {"int": "whole number", "float": "number", "str": "text", "bool": "yes or no"}

# Exit codes that the system gives, and not the command by itself.
SYSTEM_CODES = {
    "141": "whoever reads the output has stopped reading, as `head` does",
    "143": "the system ended the command; what was there before is untouched",
}
PORTS = {
    "annotations": ports.Annotator,
    "identities": ports.Identifier,
    "stories": ports.Grouper,
    "statements": ports.Finder,
    "reuse": ports.ReuseFinder,
    "apparatus": ports.Aligner,
    "relations": ports.Relater,
    "conflicts": ports.Judge,
    "lines": ports.Genealogist,
    "stemmata": ports.Stemmatist,
    "timeline": ports.Chronicler,
}


def command_line() -> str:
    """The page of all commands, their options and exit codes."""
    parts = ["# The command line", _prose(command.help or ""), _options(command)]
    for name in sorted(command.commands):
        parts += list(_command(name, command.commands[name]))
    codes = [*CODE.findall(EXPLAINED), *SYSTEM_CODES.items()]
    parts += ["## Exit codes", _table(("code", "means"), ((f"`{number}`", says) for number, says in codes))]
    return _page(parts)


def _command(name: str, verb: click.Command) -> Iterator[str]:
    yield f"## variorum {name}"
    usage = " ".join(verb.collect_usage_pieces(_context(verb)))
    yield _block(f"variorum {name} {usage}")
    yield _prose(verb.help or "")
    yield _options(verb)
    examples = (verb.epilog or "").replace(EXPLAINED, "").replace("\b", "").strip()
    if examples:
        head, *lines = examples.splitlines()
        yield head
        yield _block("\n".join(line.strip() for line in lines))


def _context(verb: click.Command) -> click.Context:
    return click.Context(verb, **command.context_settings)


def _options(verb: click.Command) -> str:
    options = [p for p in verb.get_params(_context(verb)) if isinstance(p, click.Option)]
    return _table(("option", "what it does"), (_option(o) for o in options))


def _option(option: click.Option) -> tuple[str, str]:
    names = ", ".join(f"`{name}`" for name in option.opts)
    value = "" if option.is_flag or not option.metavar else f" `{option.metavar}`"
    help_text = (option.help or "").replace("|", "\\|")
    return names + value.replace("|", "\\|"), help_text + (" Must be given." if option.required else "")


def settings() -> str:
    """The page of all settings."""
    said = {name: (kind, text) for name, kind, text in COMMENT.findall(inspect.getsource(config.Settings))}
    rows = []
    for field in fields(config.Settings):
        if field.name not in said:
            raise SystemExit(f"config.Settings.{field.name} has no comment beside it that explains it")
        kind, text = said[field.name]
        rows.append((f"`{field.name}`", KINDS[kind], f"{field.default:,}", text))
    example = f"variorum collate accounts/ -o out --setting {rows[0][0].strip('`')}=8000000"
    return _page([
        "# Settings",
        "A run is told a setting with `--setting NAME=VALUE`, a program with `variorum.Settings(NAME=VALUE)`. "
        "Every edition says under “How this edition was made” with which settings it was made.",
        _table(("setting", "kind", "default", "what it is"), rows),
        _block(example),
    ])  # fmt: skip


def parts() -> str:
    """The page of all parts by stage."""
    stages = (
        (f"`{stage}`", _first(PORTS[stage]), f"`{name}`", _first(registry.find(name)))
        for stage, name in registry.DEFAULTS.items()
    )
    readers = (
        (f"`{name}`", ", ".join(f"`{s}`" if s else "no suffix" for s in registry.find(name).suffixes), _made(name))
        for name in registry.READERS
    )
    exporters = ((f"`{n}`", f"`{form}`", _made(n)) for form, n in registry.exporters().items() if n in _built_in())
    fast = ((f"`{stage}`", f"`{name}`", _made(name)) for stage, name in registry.FAST.items())
    stores = ((f"`{name}`", _made(name)) for name in _built_in() if name.startswith("store."))
    return _page([
        "# Parts",
        "Each step of a run is done by a part with a name and a version. A part whose answers change gets a new "
        "version, and every edition names the parts that made it. "
        "[Put a part of your own in place](../howto/part-of-your-own.md) says how to choose another one.",
        "## Steps", "`--part STAGE=NAME/VERSION` puts another part in a stage's place.",
        _table(("stage", "what a part here does", "part used", "how it works"), stages),
        "## What --fast takes instead", "Several times faster, and finds less; the page says which was used.",
        _table(("stage", "part", "how it works"), fast),
        "## Readers", "The suffix of a file decides which of them reads it.",
        _table(("part", "suffixes", "how it works"), readers),
        "## Exporters", "`variorum export --format FORM` asks for one; `variorum collate` uses `page` and `json`.",
        _table(("part", "form", "how it works"), exporters),
        "## Stores", "`variorum collate` keeps the edition in SQLite; a program may hand in another store.",
        _table(("part", "how it works"), stores),
    ])  # fmt: skip


def _built_in() -> list[str]:
    return sorted(registry.BUILT_IN)


def _made(name: str) -> str:
    return _first(registry.find(name))


def _first(thing: object) -> str:
    """The first line of what a thing says of itself."""
    doc = inspect.getdoc(thing)
    if not doc:
        raise SystemExit(f"{thing} has no docstring")
    return doc.splitlines()[0].replace("|", "\\|")


def _prose(text: str) -> str:
    """Help as paragraphs; what click must not wrap becomes a block."""
    found = []
    for paragraph in inspect.cleandoc(text).split("\n\n"):
        if paragraph.startswith("\b"):
            found.append(_block("\n".join(line.strip() for line in paragraph.splitlines()[1:])))
        else:
            found.append(" ".join(paragraph.split()))
    return "\n\n".join(found)


def _block(text: str) -> str:
    return f"```text\n{text}\n```"


def _table(heading: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [heading, tuple("---" for _ in heading), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def _page(parts: list[str]) -> str:
    head, *rest = parts
    return "\n\n".join([head, MADE.strip(), *rest]) + "\n"


PAGES = {"command-line.md": command_line, "settings.md": settings, "parts.md": parts}


def main() -> int:
    """Writes the pages, or with --check says which differ; the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--check", action="store_true", help="only tell whether the pages are up to date")
    is_check = parser.parse_args().check
    stale = 0
    for name, make in PAGES.items():
        path, text = FOLDER / name, make()
        if not is_check:
            path.write_text(text, encoding="utf-8")
        elif not path.is_file() or path.read_text(encoding="utf-8") != text:
            print(f"docs/reference/{name} is out of date: python tools/make_reference.py", file=sys.stderr)
            stale = 1
    return stale


if __name__ == "__main__":
    raise SystemExit(main())
