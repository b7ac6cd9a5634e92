"""The commands: collate, show, export, evaluate."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from variorum import __version__
from variorum.cli.exits import EXPLAINED, SOME_LOST, Verbs

if TYPE_CHECKING:  # loaded by the command that needs it: --help must not wait
    from collections.abc import Sequence

    from variorum.cli.voices import Voice
    from variorum.config import Settings
    from variorum.evaluate.given import Given
    from variorum.model import Edition

COLLATE_EXAMPLES = """\b
Examples:
  variorum collate accounts/ -o out
  variorum collate 'archive/*.html' letters.jsonl -o out --workers 4
  variorum collate more/ -o out        adds to what is in out/edition.db
  variorum collate --without ferry.txt -o out
"""
EXPORT_EXAMPLES = """\b
Examples:
  variorum export out --format csv -o statements.csv
  variorum export out/edition.db --format jsonl | head
"""
EVALUATE_EXAMPLES = """\b
Examples:
  variorum evaluate out/edition.json gold.json --errors 5
  variorum evaluate --given attributions out gold.json
"""
FILES = {"edition.json": "json", "edition.html": "page"}  # and the form in which each is written
PIECE = 65_536  # bytes written at once: so that we notice when whoever reads has gone
EDITION = click.argument("edition", metavar="EDITION", type=click.Path(path_type=Path))


@click.group("variorum", cls=Verbs, epilog=EXPLAINED, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="variorum")
def variorum() -> None:
    """Sets several accounts of one matter side by side: who said what to whom, when, according to whom,
    in which versions, down to the exact words.

    \b
      variorum collate accounts/ -o out    reads a folder of accounts
      variorum show out                    says in short what was found
    """


@variorum.command(
    short_help="Makes or extends the edition of some accounts.", epilog=COLLATE_EXAMPLES + "\n" + EXPLAINED
)
@click.argument("paths", metavar="PATH...", nargs=-1)
@click.option("-o", "--output", required=True, metavar="OUT", type=click.Path(path_type=Path),
              help="Folder for edition.html, edition.json and edition.db; made if it is not there.")  # fmt: skip
@click.option("--quiet", is_flag=True, help="Tell only what went wrong.")
@click.option("--json-log", is_flag=True, help="Tell every event as a line of JSON on standard error.")
@click.option("--workers", type=click.IntRange(min=1), metavar="N", help="Processes that annotate [1].")
@click.option("--setting", "assignments", multiple=True, metavar="NAME=VALUE", help="Change a setting.")
@click.option("--part", "parts", multiple=True, metavar="STAGE=NAME/VERSION", help="Put another part in its place.")
@click.option("--fast", is_flag=True, help="Annotate by rules alone: several times faster, and finds less.")
@click.option("--fresh", is_flag=True, help="Begin anew instead of adding to OUT/edition.db.")
@click.option("--without", multiple=True, metavar="NAME", help="Leave out a document, by its name in the edition.")
@click.pass_context
def collate(
    ctx: click.Context,
    paths: tuple[str, ...],
    output: Path,
    quiet: bool,
    json_log: bool,
    workers: int | None,
    assignments: tuple[str, ...],
    parts: tuple[str, ...],
    fast: bool,
    fresh: bool,
    without: tuple[str, ...],
) -> None:
    """Reads the accounts at these PATHs and makes their edition.

    A PATH is a file (.txt, .html, or .jsonl with a record a line), a folder of such, or a glob.

    It writes OUT/edition.html, a page that works offline, OUT/edition.json, the same as data, and
    OUT/edition.db, the same as an SQLite database. A later run into the same folder adds to it.
    """
    from variorum import registry
    from variorum.cli.voices import voice

    if not paths and not without:
        raise click.MissingParameter(ctx=ctx, param=ctx.command.params[0])
    ctx.find_root().obj = tell = voice(is_quiet=quiet, is_json=json_log)
    settings = _settings(assignments, workers)
    chosen = {**(registry.FAST if fast else {}), **dict(_assignment(p, "STAGE=NAME/VERSION") for p in parts)}
    edition = _collate_into(output, paths, settings, chosen, tell, is_fresh=fresh, without=without)
    tell.result(_counts(edition), str(output / "edition.html"))
    if tell.has_lost:
        ctx.exit(SOME_LOST)


def _collate_into(
    output: Path,
    paths: Sequence[str],
    settings: Settings,
    parts: dict[str, str],
    tell: Voice,
    *,
    is_fresh: bool,
    without: Sequence[str],
) -> Edition:
    """The edition of what is in the output folder and at the paths, written there whole or not at all."""
    from variorum import pipeline, registry
    from variorum.store.files import OutputFolder

    forms = registry.exporters()
    exporters = {name: registry.load(forms[form], settings) for name, form in FILES.items()}
    with OutputFolder(output) as folder:
        with folder.database("edition.db", is_fresh=is_fresh) as store, tell:
            edition = pipeline.collate(
                paths, store=store, without=without, settings=settings, parts=parts, progress=tell
            )
            for n, (name, exporter) in enumerate(exporters.items()):
                tell(pipeline.Step("write", n, len(exporters), name))
                folder.write(name, exporter.export(edition))
            tell(pipeline.Step("write", len(exporters), len(exporters)))
        folder.publish()
    return edition


def _settings(assignments: Sequence[str], workers: int | None) -> Settings:
    """The settings asked for; raises SettingsError for an unknown name or a value that does not fit."""
    from variorum.config import Settings
    from variorum.errors import SettingsError

    known = dict(Settings().items())
    given: dict[str, int] = {"workers": workers} if workers else {}
    for name, value in (_assignment(a, "NAME=VALUE") for a in assignments):
        if name not in known:
            raise SettingsError(f"no setting is called {name!r}; the settings are: {', '.join(known)}")
        try:
            given[name] = int(value)
        except ValueError:
            raise SettingsError(f"{name} must be a whole number, not {value!r}") from None
    return Settings(**given)


def _assignment(text: str, form: str) -> tuple[str, str]:
    name, sign, value = text.partition("=")
    if not sign:
        raise click.UsageError(f"{text!r} is not of the form {form}")
    return name.strip(), value.strip()


def _counts(edition: Edition) -> dict[str, int]:
    across = sum(len({r.witness for r in s.readings}) > 1 for s in edition.statements)
    return {
        "documents": len(edition.documents),
        **({"stories": len(edition.stories)} if len(edition.stories) > 1 else {}),
        "attributions": len(edition.attributions),
        "statements": len(edition.statements),
        "across_documents": across,
        "conflicts": len(edition.conflicts),
    }


@variorum.command(short_help="Says in short what an edition holds.", epilog=EXPLAINED)
@EDITION
def show(edition: Path) -> None:
    """Says in short what EDITION holds: an edition.json, an edition.db, or the folder of both."""
    from variorum.report.summary import summarise
    from variorum.store.files import load

    click.echo(str(summarise(load(edition))))


def _exporter(ctx: click.Context, param: click.Parameter, value: str) -> str:
    """The name of the part that writes this form."""
    from variorum import registry

    exporters = registry.exporters()
    if value not in exporters:
        raise click.BadParameter(f"{value!r} is none of {', '.join(sorted(exporters))}")
    return exporters[value]


@variorum.command(short_help="Writes an edition as JSON, CSV or Markdown.", epilog=EXPORT_EXAMPLES + "\n" + EXPLAINED)
@EDITION
@click.option("--format", "exporter", required=True, callback=_exporter, metavar="json|jsonl|csv|md|graphml",
              help="The form to write.")  # fmt: skip
@click.option("-o", "--output", type=click.Path(path_type=Path, allow_dash=True), default=Path("-"), metavar="FILE",
              help="The file to write; standard output unless given.")  # fmt: skip
def export(edition: Path, exporter: str, output: Path) -> None:
    """Writes EDITION (edition.json, edition.db, or the folder of both) in another form, always in UTF-8."""
    from variorum import registry
    from variorum.config import Settings
    from variorum.store.files import as_bytes, load, write_file

    text = registry.load(exporter, Settings()).export(load(edition))
    if output == Path("-"):
        data = as_bytes(text)
        for start in range(0, len(data), PIECE):
            click.echo(data[start : start + PIECE], nl=False)
    else:
        write_file(output, text)


@variorum.command(
    short_help="Scores an edition against what people found.", epilog=EVALUATE_EXAMPLES + "\n" + EXPLAINED
)
@EDITION
@click.argument("gold", metavar="GOLD", type=click.Path(path_type=Path))
@click.option("--errors", type=click.IntRange(min=0), default=0, metavar="N", help="Show N errors of each kind.")
@click.option("--json", "is_json", is_flag=True, help="The scores as JSON.")
@click.option("--given", type=click.Choice(["attributions", "identities"]), metavar="attributions|identities",
              help="Take this, and what comes before it, from GOLD instead of EDITION.")  # fmt: skip
def evaluate(edition: Path, gold: Path, is_json: bool, errors: int, given: Given | None) -> None:
    """Scores EDITION (an edition.json or its folder) against the GOLD file.

    GOLD holds what a person found in the same documents: annotations in the form of the example's gold.json,
    or an edition.json that somebody has corrected.

    With --given, the documents of EDITION are collated anew from GOLD's attributions, so that what is made of them
    is measured without the faults of finding them: who is who across documents is found by the program, or, with
    identities, known from GOLD too. EDITION may then also be the folder of the documents.
    """
    from variorum.evaluate.score import evaluated

    found = evaluated(_to_score(edition, given), gold, given=given)
    if is_json:
        click.echo(json.dumps(found.as_json(errors), ensure_ascii=False, indent=1))
        return
    click.echo(found.table())
    if errors:
        click.echo(found.errors(errors))


def _to_score(path: Path, given: Given | None) -> Edition:
    """The edition in a file or its folder; where only its documents are asked for, that of a folder of documents."""
    from variorum import pipeline
    from variorum.evaluate.score import edition_at

    file = path / "edition.json" if path.is_dir() else path
    return pipeline.collate(path) if given and path.is_dir() and not file.exists() else edition_at(file)
