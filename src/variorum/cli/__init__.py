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
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that half-made files are cleared away
    try:
        command(prog_name="variorum")
    finally:
        try:
            sys.stdout.flush()
        except BrokenPipeError:  # whoever read our output has read enough
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
