"""An edition in short, for the terminal: counts, the statements most told, the conflicts, the problems."""

from __future__ import annotations

from dataclasses import dataclass

from variorum.model import Edition
from variorum.report.conflicts import ConflictView, conflict_views
from variorum.report.references import References
from variorum.report.statements import StatementView, statement_views
from variorum.report.stories import story_views
from variorum.report.views import counts
from variorum.report.words import count, shortened, shown

MOST_STORIES, MOST_STATEMENTS, MOST_CONFLICTS = 10, 10, 20  # about two screens of a terminal


@dataclass(frozen=True, slots=True)
class ReadingLine:
    """One reading: who has it, the words, and how they relate to the base reading."""

    witness: str
    words: str
    relation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementLine:
    """One statement: what is said by whom to whom, how widely it is told, and its readings."""

    number: str
    label: str
    who: str
    extent: str
    readings: tuple[ReadingLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ConflictLine:
    """One conflict: its kind, how grave and how sure it is, and the places that collide."""

    number: str
    label: str
    kind: str
    severity: str
    confidence: str
    sides: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What an edition holds, in short; `str` gives it as plain text."""

    counts: tuple[tuple[str, str], ...]
    documents: tuple[tuple[str, str], ...]
    stories: tuple[tuple[str, str, tuple[str, ...]], ...]
    statements: tuple[StatementLine, ...]
    conflicts: tuple[ConflictLine, ...]
    problems: tuple[tuple[str, str], ...]
    left_out: tuple[int, int]

    def __str__(self) -> str:
        return "\n".join(_lines(self))


def summarise(edition: Edition) -> Summary:
    """The edition in short: the statements with most witnesses and the gravest conflicts, with counts of the rest."""
    refs = References(edition)
    statements, conflicts = statement_views(refs), conflict_views(refs)
    own = [(d.path, p) for d in refs.places.documents for p in d.problems]
    problems = [(p.where, p.what) for p in edition.manifest.problems]
    problems += [(path if p.where == path else f"{path}, {p.where}", p.what) for path, p in own]
    return Summary(
        counts=tuple((number, noun) for number, noun, _ in counts(edition)),
        documents=tuple((refs.places.siglum(d.id), refs.title(d.id)) for d in refs.places.documents),
        stories=tuple(
            (y.back.label, shortened(y.back.title, 120), tuple(siglum for siglum, _ in y.documents))
            for y in story_views(refs)[:MOST_STORIES]
        ),
        statements=tuple(map(_statement, statements[:MOST_STATEMENTS])),
        conflicts=tuple(map(_conflict, conflicts[:MOST_CONFLICTS])),
        problems=tuple(dict.fromkeys((shown(a), shown(b)) for a, b in problems)),
        left_out=(len(statements[MOST_STATEMENTS:]), len(conflicts[MOST_CONFLICTS:])),
    )


def _statement(view: StatementView) -> StatementLine:
    to = ", ".join(a.name for a in view.audience)
    return StatementLine(
        number=view.back.label,
        label=view.back.title,
        who=f"{view.speaker.name} → {to}" if to else view.speaker.name,
        extent=view.extent,
        readings=tuple(
            ReadingLine(
                r.name,
                shortened(" … ".join(p.quote.words for p in r.passages), 160),
                "base" if r.is_base else f"{r.relation.words}, {r.relation.confidence}" if r.relation else "",
            )
            for r in view.readings
        ),
    )


def _conflict(view: ConflictView) -> ConflictLine:
    return ConflictLine(
        number=view.back.label,
        label=view.back.title,
        kind=view.kind,
        severity=view.severity,
        confidence=str(view.confidence),
        sides=tuple((f"{s.siglum} {s.quote.place}", shortened(s.quote.words, 160)) for s in view.sides),
    )


def _lines(summary: Summary) -> list[str]:
    lines = [", ".join(f"{number} {noun}" for number, noun in summary.counts), ""]
    lines += [f"{siglum:>4}  {title}" for siglum, title in summary.documents]
    for number, label, sigla in summary.stories:
        lines += ["", f"{number} {label}", f"    {shortened(' '.join(sigla), 100)}"]
    for statement in summary.statements:
        lines += ["", f"{statement.number} {statement.label}", f"    {statement.who}; {statement.extent}"]
        for reading in statement.readings:
            relation = f"  ({reading.relation})" if reading.relation else ""
            lines.append(f"    {reading.witness:<5} {reading.words}{relation}")
    for conflict in summary.conflicts:
        how = f"{conflict.kind}, severity {conflict.severity}, {conflict.confidence}"
        lines += ["", f"{conflict.number} {conflict.label}", f"    {how}"]
        lines += [f"    {place}: {words}" for place, words in conflict.sides]
    statements, conflicts = summary.left_out
    if statements or conflicts:
        more = [(statements, "more statement"), (conflicts, "more conflict")]
        lines += ["", f"and {' and '.join(count(n, noun) for n, noun in more if n)}: see the page"]
    lines += ["", *(f"! {where}: {what}" for where, what in summary.problems)]
    return lines
