"""How a long command tells what it does: bars on a terminal, JSON lines for programs, or only what went wrong."""

from __future__ import annotations

import json
import sys
import time
from types import TracebackType
from typing import TYPE_CHECKING, Self

import click

from variorum.model import Problem
from variorum.pipeline.events import Event, Note, Step

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

PAUSE = 0.2  # seconds between two lines of the log about one stage


class Voice:
    """Tells only what went wrong, on standard error."""

    def __init__(self) -> None:
        self.has_lost = False  # whether something that was given could not be used

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        pass

    def __call__(self, event: Event) -> None:
        """Is told a step, a problem or a note."""
        if isinstance(event, Step):
            self.step(event)
        elif isinstance(event, Note):
            self.note(event)
        else:
            self.has_lost = True
            self.problem(event)

    def step(self, step: Step) -> None:
        """Tells how far a stage is."""

    def problem(self, problem: Problem) -> None:
        """Tells what could not be used."""
        self.line(f"variorum: {problem.where}: {problem.what}")

    def note(self, note: Note) -> None:
        """Tells what is worth knowing."""

    def line(self, text: str) -> None:
        """Writes a line on standard error."""
        click.echo(text, err=True)

    def error(self, kind: str, message: str, code: int) -> None:
        """Tells why the command ends."""
        click.echo(f"variorum: {message}", err=True)

    def result(self, counts: dict[str, int], output: str) -> None:
        """Tells what came of it."""


class Plain(Voice):
    """Tells what is worth knowing, too, and at the end what came of it."""

    def note(self, note: Note) -> None:
        """Tells what is worth knowing."""
        self.line(f"variorum: note: {note.where}: {note.what}")

    def result(self, counts: dict[str, int], output: str) -> None:
        """Tells what came of it, on standard output."""
        click.echo(", ".join(_counted(name, number) for name, number in counts.items()))
        click.echo(output)


def _counted(name: str, number: int) -> str:
    if name == "across_documents":
        return f"{number} of them in several documents"
    return f"{number} {name.removesuffix('s') if number == 1 else name}"


class Bars(Plain):
    """Draws a bar for each stage on the terminal while it works."""

    def __enter__(self) -> Self:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

        self._bars: Progress = Progress(
            TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(),
            console=Console(stderr=True), transient=True,
        )  # fmt: skip
        self._tasks: dict[str, TaskID] = {}
        self._bars.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._bars.stop()

    def step(self, step: Step) -> None:
        """Moves the bar of the stage."""
        if step.stage not in self._tasks:
            self._tasks[step.stage] = self._bars.add_task(step.stage, total=step.total)
        self._bars.update(self._tasks[step.stage], completed=step.done, total=step.total)

    def line(self, text: str) -> None:
        """Writes a line above the bars."""
        self._bars.console.out(text, highlight=False)


class JsonLog(Voice):
    """Tells every event as a line of JSON on standard error, for programs."""

    def __init__(self) -> None:
        super().__init__()
        self._began, self._last = time.monotonic(), float("-inf")

    def step(self, step: Step) -> None:
        """Logs how far a stage is: its beginning, its end, and between them a line now and then."""
        now = time.monotonic()
        if step.done not in (0, step.total) and now - self._last < PAUSE:
            return
        self._last = now
        self._log("step", stage=step.stage, done=step.done, total=step.total, what=step.what)

    def problem(self, problem: Problem) -> None:
        """Logs a problem."""
        self._log("problem", where=problem.where, what=problem.what)

    def note(self, note: Note) -> None:
        """Logs a note."""
        self._log("note", where=note.where, what=note.what)

    def error(self, kind: str, message: str, code: int) -> None:
        """Logs why the command ends."""
        self._log("error", kind=kind, message=message, exit=code)

    def result(self, counts: dict[str, int], output: str) -> None:
        """Logs what came of it."""
        self._log("result", output=output, **counts)

    def _log(self, event: str, **values: object) -> None:
        seconds = round(time.monotonic() - self._began, 3)
        click.echo(json.dumps({"event": event, "seconds": seconds, **values}), err=True)


def voice(*, is_quiet: bool, is_json: bool) -> Voice:
    """The voice that was asked for; bars only where somebody watches."""
    if is_json:
        return JsonLog()
    if is_quiet:
        return Voice()
    return Bars() if sys.stderr.isatty() else Plain()
