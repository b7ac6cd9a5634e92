"""Whose first person a document is: "we" of the body that issues it, "I" of the one who wrote and signed it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from variorum import states
from variorum.annotate.parsed import Parsed
from variorum.annotate.people import given_names, lexicon
from variorum.annotate.people.cast import Member
from variorum.annotate.people.names import Name
from variorum.text import plain_words

# A document of which one of these stands at the head is its publisher's own word.
ISSUED = re.compile(
    r"\b(?:press release|for immediate release|newsletter|bulletin|open letter|communiqu[eé]|press statement|"
    r"(?:official |joint )?statement (?:by|of|on|from|regarding)|announcement|circular)\b",
    re.I,
)
LETTERHEAD = 800  # code points in which a letterhead stands
HEAD = 1200  # code points in which an author is named: "From the memoirs of ...", "By ..."
FOOT = 12  # lines at the end among which one signs
NAME = r"[A-Z][\w'’-]*\.?(?:[ \t]+(?:[A-Z][\w'’-]*\.?|van|von|de|der|da|di|bin|al)){1,4}"
BYLINE = re.compile(rf"\s*(?:[Bb]y\s+)?(?P<name>{NAME})(?:\s+(?:in|for|at|reports)\b.*|\s*,.*|\s*\(.*|\s+and wire.*)?")
WRITTEN_BY = re.compile(
    rf"(?:\b[Bb]y|\bBY|\b[Mm]emoirs? of|\b[Dd]iary of|\b[Dd]iaries of|\b[Ll]etter from)[ \t]+(?P<name>{NAME})"
)
NOTED_BY = re.compile(
    rf"(?P<name>{NAME})[^\n]{{0,60}}\((?:note|notes|minutes|note-?taker|secretary to the meeting|rapporteur)\)|"
    rf"(?:[Nn]ote-?taker|(?:[Nn]otes?|[Mm]inutes) taken by|[Rr]ecorded by|[Rr]apporteur)\s*:?[ \t]+(?P<other>{NAME})"
)
SIGNED = re.compile(rf"\s*(?:[–—-]+\s*|(?:\(?[Ss]igned\)?|/s/)\s*:?\s*)?(?P<name>{NAME})\s*")
COPYRIGHT = re.compile(
    rf"\s*(?:\([Cc]\)|©|[Cc]opyright)\s*(?:\d{{4}}\s+)?(?:by\s+)?(?P<name>{NAME})(?:\.\s|[\s,]*\d|$)"
)


def issuer(parsed: Parsed, found: Mapping[Name, Member]) -> Member | None:
    """The body whose statement or newsletter the document is, so that its "we" is the body; None for all others."""
    lines = list(re.finditer(r"[^\n]*\S[^\n]*", parsed.text[:LETTERHEAD]))[:8]
    head = [m for m in lines if len(m.group().split()) <= 14 and not m.group().rstrip().endswith((".", "?", "!"))]
    if not any(ISSUED.search(m.group()) for m in head):
        return None
    for name in sorted(found):
        is_in_head = any(m.start() <= name.start < m.end() for m in head)
        if is_in_head and found[name].kind == "organization" and not states.state(name.words):
            return found[name]
    return None


def author(parsed: Parsed, found: Mapping[Name, Member]) -> Member | None:
    """The one person who writes the document, so that "I" in its own words is him or her; None where none is told.

    Told by a byline, by "by" and a name at the head, by "(note)" in the list of those present, by a signature.
    Of several authors nobody is "I".
    """
    people = list(dict.fromkeys(m for m in found.values() if m.kind == "person"))
    for words in _told(parsed):
        member = _person(words, people)
        if member is not None:
            return member
    return None


def _told(parsed: Parsed) -> Iterator[str]:
    """The names of those who may have written the document, the surest first."""
    byline = BYLINE.fullmatch(parsed.document.byline or "")
    if byline:
        yield byline["name"]
    head = parsed.text[:HEAD]
    for line in re.finditer(r"[^\n]*\S[^\n]*", head):
        written = WRITTEN_BY.search(line.group())
        if (
            written
            and len(line.group().split()) <= 25
            and not re.search(r"\band\s+[A-Z]", line.group()[written.end() :])
        ):
            yield written["name"]
    for noted in NOTED_BY.finditer(head):
        yield noted["name"] or noted["other"]
    foot = re.findall(r"[^\n]*\S[^\n]*", parsed.text[len(parsed.text) // 2 :])[-FOOT:]
    for line in reversed(foot):
        signed = SIGNED.fullmatch(line) or COPYRIGHT.match(line)
        if signed:
            yield signed["name"]


def _person(words: str, people: Sequence[Member]) -> Member | None:
    """The one of the cast whom these words name; else somebody new where they begin with a given name."""
    parts = [w for w in plain_words(words.replace(".", " ")) if w not in lexicon.TITLES]
    if not parts or len(parts) > 4 or lexicon.is_outlet(words):
        return None
    fit = [m for m in people if _is_named(parts, plain_words(m.chief.replace(".", " ")))]
    if fit:
        return fit[0] if len(fit) == 1 else None
    is_body = parts[-1] in lexicon.ORGANIZATION_LAST | lexicon.PLACE_LAST | lexicon.DOCUMENT_LAST
    if len(parts) < 2 or is_body or not given_names.is_given(parts[0].capitalize()):
        return None
    shown = words if not words.isupper() else words.title()
    return Member("person", shown, gender=lexicon.gender_of_name(parts[0].capitalize()))


def _is_named(said: Sequence[str], known: Sequence[str]) -> bool:
    """Whether words of a signature ("A. Roe", "Roe") can be those of a name ("Aidan Roe", "Roe")."""
    if not known or said[-1] != known[-1]:
        return False
    if len(said) == 1 or len(known) == 1:
        return True
    return said[0][0] == known[0][0] and (said[0] == known[0] or 1 in (len(said[0]), len(known[0])))
