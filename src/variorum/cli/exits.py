"""Exit codes for scripts, and errors as lines for people."""

from __future__ import annotations

import os
import sys
from typing import Any

import click

from variorum.errors import (
    InputError,
    NothingToRead,
    OutputError,
    PartError,
    ReadError,
    SettingsError,
    VariorumError,
)  # fmt: skip

SOME_LOST, USAGE, NOTHING, NO_OUTPUT, BROKEN, INTERRUPTED, CLOSED = 1, 2, 3, 4, 5, 130, 141
CODES: tuple[tuple[type[VariorumError], int], ...] = (
    (NothingToRead, NOTHING),
    (ReadError, NOTHING),
    (InputError, BROKEN),
    (OutputError, NO_OUTPUT),
    (SettingsError, USAGE),
    (PartError, USAGE),
    (VariorumError, SOME_LOST),
)
EXPLAINED = """\b
Exit codes:
  0    all went well
  1    done, but not all that was given could be used: see the messages
  2    the command, a setting or a part is not known
  3    nothing that could be read
  4    the output could not be written; what was there before is untouched
  5    the edition, its database or the gold is broken
  130  interrupted; what was there before is untouched"""


def code(fault: VariorumError) -> int:
    """The exit code for this error."""
    return next(number for kind, number in CODES if isinstance(fault, kind))


class Verbs(click.Group):
    """A group of commands that ends an error with a few lines and an exit code, never with a traceback."""

    def invoke(self, ctx: click.Context) -> Any:
        """Runs the command."""
        try:
            return super().invoke(ctx)
        except VariorumError as fault:
            _leave(ctx, type(fault).__name__, str(fault), code(fault))
        except KeyboardInterrupt:
            _leave(ctx, "Interrupted", "interrupted; what was there before is untouched", INTERRUPTED)
        except MemoryError:
            advice = "give fewer or smaller documents, or fewer workers"
            _leave(ctx, "MemoryError", f"out of memory; {advice}. What was there before is untouched", SOME_LOST)
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            ctx.exit(CLOSED)
        except OSError as fault:
            where = f"{fault.filename or 'the output'}: {fault.strerror or fault}"
            advice = "check that the disk has room and that you may write there"
            _leave(ctx, "OutputError", f"{where}; {advice}. What was there before is untouched", NO_OUTPUT)


def _leave(ctx: click.Context, kind: str, message: str, number: int) -> None:
    tell = ctx.find_root().obj  # the voice of a command that has one of its own
    if tell:
        tell.error(kind, message, number)
    else:
        click.echo(f"variorum: {message}", err=True)
    ctx.exit(number)
