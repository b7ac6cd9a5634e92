"""The command line: the only room that prints."""

from __future__ import annotations

import os
import signal
import sys
from io import TextIOWrapper

from variorum.cli.commands import variorum as command

__all__ = ["command", "main"]


def main() -> None:
    """Runs the command line and leaves with its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")  # curly quotation marks on a terminal that knows only ASCII
    for number in (signal.SIGTERM, getattr(signal, "SIGHUP", signal.SIGTERM)):  # killed, or its window closed
        if signal.getsignal(number) != signal.SIG_IGN:  # as nohup asks
            signal.signal(number, _leave)
    try:
        command(prog_name="variorum")
    finally:
        try:
            sys.stdout.flush()
        except BrokenPipeError:  # whoever read our output has read enough
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _leave(number: int, _: object) -> None:
    """Ends by way of all that has to be cleared away: half-made files above all."""
    sys.exit(128 + number)
