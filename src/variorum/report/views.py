"""An edition as the page shows it: plain values in the page's order and words; templates only draw them."""

from __future__ import annotations

from dataclasses import dataclass

from variorum.model import Edition
from variorum.report.conflicts import COPIES, ConflictView, ReuseView, conflict_views, reuse_views
from variorum.report.documents import DocumentView, document_views
from variorum.report.lineage import LineageView, lineage_view
from variorum.report.people import PersonView, person_views
from variorum.report.references import References
from variorum.report.statements import StatementView, statement_views
from variorum.report.stemmata import Stemmata, stemmata_view
from variorum.report.stories import StoryView, story_views
from variorum.report.timeline import EventView, OccasionView, event_views, occasion_views
from variorum.report.words import shown


@dataclass(frozen=True, slots=True)
class ManifestView:
    """How the edition was made."""

    variorum: str
    parts: tuple[tuple[str, str], ...]
    settings: tuple[tuple[str, str], ...]
    inputs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PageView:
    """Everything on the page, section by section."""

    title: str
    counts: tuple[tuple[str, str, str], ...]
    problems: tuple[tuple[str, str], ...]
    manifest: ManifestView
    stories: tuple[StoryView, ...]
    statements: tuple[StatementView, ...]
    conflicts: tuple[ConflictView, ...]
    events: tuple[EventView, ...]
    occasions: tuple[OccasionView, ...]
    lineage: LineageView
    stemmata: Stemmata
    copies: tuple[ReuseView, ...]
    copies_left_out: str
    people: tuple[PersonView, ...]
    documents: tuple[DocumentView, ...]


def page_view(edition: Edition) -> PageView:
    """The edition as the page shows it; documents come last, when all that is quoted from them is known."""
    refs = References(edition)
    return PageView(
        title=_title(len(edition.documents), len(edition.stories)),
        counts=counts(edition),
        problems=tuple((shown(p.where), shown(p.what)) for p in edition.manifest.problems),
        manifest=_manifest(edition),
        stories=story_views(refs),
        statements=statement_views(refs),
        conflicts=conflict_views(refs),
        events=event_views(refs),
        occasions=occasion_views(refs),
        lineage=lineage_view(refs),
        stemmata=stemmata_view(refs),
        copies=reuse_views(refs),
        copies_left_out=_left_out(len(edition.reuse) - COPIES),
        people=person_views(refs),
        documents=document_views(refs),
    )


NUMBERS = ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve"]


def _title(documents: int, stories: int) -> str:
    matters = f"{_number(stories).lower()} matters" if stories > 1 else "one matter"
    return f"{_number(documents)} account{'' if documents == 1 else 's'} of {matters}"


def _number(number: int) -> str:
    return NUMBERS[number] if number < len(NUMBERS) else f"{number:,}"


def _left_out(copies: int) -> str:
    """A sentence about the shared passages for which there is no room; nothing where there is room for all."""
    if copies < 1:
        return ""
    rest = "1 shorter one is" if copies == 1 else f"{copies:,} shorter ones are"
    return f"The {COPIES:,} longest are shown; {rest} in edition.json."


def counts(edition: Edition) -> tuple[tuple[str, str, str], ...]:
    """What an edition holds: number, noun and the section that tells more."""
    shared = sum(len({r.witness for r in s.readings}) > 1 for s in edition.statements)
    held = [
        (len(edition.documents), "document", "documents", "documents"),
        (len(edition.attributions), "report of an utterance", "reports of an utterance", "people"),
        (len(edition.statements), "statement in several versions", "statements in several versions", "statements"),
        (shared, "of them in several documents", "of them in several documents", "statements"),
        (len(edition.conflicts), "conflict", "conflicts", "conflicts"),
        (len(edition.reuse), "passage shared between documents", "passages shared between documents", "copies"),
    ]
    if len(edition.stories) > 1:
        held.insert(1, (len(edition.stories), "story", "stories", "stories"))
    return tuple((f"{number:,}", one if number == 1 else many, section) for number, one, many, section in held)


def _manifest(edition: Edition) -> ManifestView:
    made = edition.manifest
    digests = made.inputs or tuple((d.path, d.sha256) for d in edition.documents)
    return ManifestView(
        shown(made.variorum),
        tuple((shown(a), shown(b)) for a, b in made.components),
        tuple((shown(a), shown(str(b))) for a, b in made.settings),
        tuple((shown(a), shown(b)) for a, b in digests),
    )
