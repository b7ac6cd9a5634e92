"""Documents that are themselves the record of one occasion: transcripts, minutes, statements to the press."""

from __future__ import annotations

import re
from collections.abc import Iterable

from variorum import edtf
from variorum.annotate.dating import issued
from variorum.annotate.happenings.held import Held, Register
from variorum.annotate.happenings.reports import Reports
from variorum.model import DateMention, OccasionKind, Span

HEAD = 900  # code points in which a record tells what it is, and when it was made
FEWEST = 3  # turns that make a transcript
MOST = 8  # people who are named as taking part
CONVERSATION = re.compile(
    r"\b(?:memorandum\sof\s(?:\w+\s)?conversation|minutes\s+of|notes?\s+for\s+the\s+record|record\s+of\s+(?:an?\s|the\s)?"
    r"(?:conversation|meeting|talks?)|summary\s+of\s+(?:conversation|meeting|discussion)|memcon|telcon)\b",
    re.I,
)
SITTING = re.compile(
    r"\b(?:court|tribunal|sworn|cross-examination|direct examination|hearing|inquiry|inquest|deposition|testimony|"
    r"proceedings|committee|hansard)\b",
    re.I,
)
CALLED = re.compile(r"\b(?:telephone|phone)\b", re.I)
RELEASED = re.compile(
    r"^[ \t]*(?:for\s+(?:immediate\s+)?release|(?:press|news|media)\s+(?:release|statement)|"
    r"(?:\w+\s)?statement\s+(?:on|by|of|from|regarding)\b|communiqu[eé])",
    re.I | re.M,
)
STAMPED = re.compile(r"declassified|released|approved|updated|printed|archived|©|copyright", re.I)


def recorded(reports: Reports, register: Register, placed: Iterable[int]) -> dict[int, Held]:
    """The occasion of which the document is the record, for each report made there and not yet placed.

    In a transcript that is what the speakers of its turns say; in minutes, and in a statement to the press,
    whatever a person or the issuer says in the document's own words.
    """
    done = set(placed)
    turned = [n for n in reports.order if _is_turn(reports, n)]
    head = reports.parsed.text[:HEAD]
    if len(turned) >= FEWEST and not CONVERSATION.search(head):
        kind, noun = _sort(head)
        people = {a for t in reports.roster.turns.turns if t.member and (a := reports.roster.id_of(t.member))}
        return _all_on(reports, register, turned, Held(kind, {noun}, people, None, None))
    if CONVERSATION.search(head):
        own = [n for n in reports.order if n in turned or (n not in done and _is_minuted(reports, n))]
        spoke = {s for n in own if (s := reports.voices.speaker(n))}
        people = spoke & _listed(reports) or spoke
        return _all_on(reports, register, own, Held("meeting", {_noun_of_talk(head)}, people, None, None))
    if RELEASED.search(head):
        own = [n for n in reports.order if n not in done and _is_stated(reports, n)]
        people = {s for n in own if (s := reports.voices.speaker(n))} | {reports.roster.issuer or ""} - {""}
        return _all_on(reports, register, own, Held("statement", {"statement"}, people, None, None))
    return {}


def _sort(head: str) -> tuple[OccasionKind, str]:
    return ("speech", "hearing") if SITTING.search(head) else ("interview", "interview")


def _noun_of_talk(head: str) -> str:
    return "call" if CALLED.search(head) else "meeting"


def _is_turn(reports: Reports, n: int) -> bool:
    """Whether these are the words of a labelled turn, told by its label."""
    draft, turns = reports.drafts[n], reports.roster.turns
    if draft.parent is not None or not draft.content:
        return False
    turn = turns.at(draft.content[0].start)
    return turn is not None and bool(draft.source) and turns.is_label(draft.source[0].start)


def _is_minuted(reports: Reports, n: int) -> bool:
    is_told = reports.drafts[n].parent is None and not reports.is_now(n)
    return is_told and reports.is_human(reports.voices.speaker(n))


def _is_stated(reports: Reports, n: int) -> bool:
    """Whether the issuer, or a person, is quoted with a plain "said": what he wrote or told others was elsewhere."""
    cue, speaker = reports.cue(n), reports.voices.speaker(n)
    is_plain = cue is not None and cue.lemma_ in ("say", "add", "continue", "state", "conclude")
    is_alone = reports.drafts[n].parent is None and not reports.drafts[n].addressee
    return is_plain and is_alone and (speaker == reports.roster.issuer or reports.kinds.get(speaker or "") == "person")


def _listed(reports: Reports) -> set[str]:
    """Who is named at the head of a record, above what is told in it."""
    end = min((reports.at(n).start for n in reports.order), default=0)
    return {a for r in reports.roster.refs_in(0, end) if (a := reports.roster.id_of(r.member))}


def _all_on(reports: Reports, register: Register, own: list[int], mention: Held) -> dict[int, Held]:
    if not own:
        return {}
    when = _date(reports, reports.at(own[0]).start)
    day = issued.written(reports.parsed.document)
    mention.people = set(sorted(mention.people)[:MOST])
    mention.date = when.edtf if when else day if day and len(day) == 10 else None
    held = register.enter(mention, when.span if when else _first_line(reports), is_new=True)
    return dict.fromkeys(own, held)


def _date(reports: Reports, end: int) -> DateMention | None:
    """The day at the head of a record, above what is told in it; not one on which it was stamped."""
    text = reports.parsed.text
    for d in reports.dates_from(0, min(HEAD, end)):
        line = text[text.rfind("\n", 0, d.span.start) + 1 : d.span.start]
        is_asked = reports.roster.turns.at(d.span.start) is not None
        if edtf.size(d.edtf) == 1 and not d.is_relative and not is_asked and not STAMPED.search(line):
            return d
    return None


def _first_line(reports: Reports) -> Span:
    text = reports.parsed.text
    start = len(text) - len(text.lstrip())
    end = text.find("\n", start)
    return reports.parsed.span(start, len(text.rstrip()) if end < 0 else start + len(text[start:end].rstrip()))
