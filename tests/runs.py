"""Runs of the command line within the test's own process, where spaCy is loaded once for all."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner, Result

from variorum.cli import command


def run(*arguments: object) -> Result:
    """What came of `variorum ARGUMENTS`; standard output and standard error stay apart."""
    done = CliRunner().invoke(command, [str(a) for a in arguments])
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    return done


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, by its path there, with its bytes."""
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}
