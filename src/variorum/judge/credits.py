"""Credit lines: where a document says from which other outlet it has its words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from variorum.lookup import Lookup
from variorum.model import Document, Span
from variorum.text import plain

CreditKind = Literal["agency", "told", "reported", "obtained"]

# Agencies and broadcasters that other outlets credit all over the world, with their usual short forms.
KNOWN_BY = {
    "associated press": "ap", "reuters": "thomson reuters", "afp": "agence france-presse; agence france presse",
    "dpa": "deutsche presse agentur; deutsche presse-agentur", "ansa": "", "efe": "",
    "upi": "united press international", "press association": "pa media", "xinhua": "", "tass": "itar-tass",
    "interfax": "", "ria novosti": "", "kyodo": "kyodo news", "yonhap": "", "anadolu": "",
    "bloomberg": "bloomberg news", "cnn": "", "bbc": "bbc news", "npr": "", "nbc": "nbc news", "abc": "abc news",
    "cbs": "cbs news", "msnbc": "", "fox news": "", "sky news": "", "al jazeera": "", "politico": "", "axios": "",
    "canadian press": "", "itv": "", "pbs": "", "belga": "",
}  # fmt: skip
KNOWN = {form: chief for chief, others in KNOWN_BY.items() for form in (chief, *others.split("; ")) if form}
# What the names of newspapers and broadcasters end in; one word alone ("the Sun") is too often something else.
OUTLET_ENDINGS = frozenset(
    (
        "News", "Times", "Post", "Journal", "Tribune", "Guardian", "Herald", "Gazette", "Telegraph", "Mirror",
        "Chronicle", "Observer", "Press", "Daily", "Weekly", "Radio", "TV", "Television", "Agency", "Today",
        "Examiner", "Courier", "Star", "Sun", "Standard", "Echo", "Argus", "Dispatch", "Zeitung", "Monde",
    )
)  # fmt: skip
# A name of one to five capitalised words, an article before it.
NAME = r"(?:[Tt]he\s+)?((?:[A-Z][\w.&’'-]*)(?:\s+(?:of\s+|de\s+)?[A-Z][\w.&’'-]*){0,4})"
DATELINE = re.compile(r"^[^()\n]{0,60}\(\s*([A-Za-z][^()\n]{1,40}?)\s*\)\s*[-–—]", re.MULTILINE)  # HALM (Reuters) -
PATTERNS: tuple[tuple[CreditKind, str], ...] = (
    ("agency", r"[Ww]ith (?:additional )?(?:reporting|material|files) (?:by|from) NAME"),
    ("agency", r"(?:[Aa]dditional )?[Rr]eporting by NAME"),
    ("agency", r"NAME contributed to this (?:report|story|article)"),
    ("agency", r"[Ss]ource: NAME"),
    ("told", r"\b(?:told|telling|tells) NAME"),
    ("told", r"\b(?:[Ii]nterview(?:ed)? (?:with|by|to)|[Ss]peaking (?:to|with|on)|[Ss]poke (?:to|with)) NAME"),
    ("reported", r"\b(?:[Aa]ccording to|[Rr]eported by|[Cc]iting|[Cc]ited by|[Qq]uoted by|[Rr]ecounted by) NAME"),
    ("reported", r"\b(?:(?:first )?published (?:by|in)|in a report (?:by|from)) NAME"),
    ("reported", r"NAME (?:first |has |had |also )?(?:reported|reports)\b"),
    ("obtained", r"\b(?:obtained|seen|reviewed|broadcast|aired) (?:by|on) NAME"),
)
FORMS = tuple((kind, re.compile(pattern.replace("NAME", NAME))) for kind, pattern in PATTERNS)


@dataclass(frozen=True, slots=True, order=True)
class Credit:
    """A document that credits an outlet: the words that do so, and whether they cover the whole document."""

    doc: str
    name: str
    span: Span
    kind: CreditKind
    is_general: bool = False


def all_credits(lookup: Lookup) -> dict[str, tuple[Credit, ...]]:
    """Document (id) -> its credit lines, for all documents of the edition."""
    known = _outlets(lookup)
    return {d.id: _credits(d, known) for d in lookup.edition.documents}


def credits(document: Document, lookup: Lookup) -> tuple[Credit, ...]:
    """The credit lines of a document in text order; photograph credits are left out."""
    return _credits(document, _outlets(lookup))


def _credits(document: Document, known: dict[str, str]) -> tuple[Credit, ...]:
    captions = [r.span for r in document.regions if r.kind == "caption"]
    found = sorted({c for c in _all(document, known) if not any(c.span.touches(s) for s in captions)})
    return tuple(
        c for c in sorted(found, key=lambda c: (c.span, c.name))
        if not any(c != d and c.name == d.name and c.span in d.span for d in found)
    )  # fmt: skip


def _all(document: Document, known: dict[str, str]) -> Iterator[Credit]:
    text = document.text
    for m in DATELINE.finditer(text, 0, 3000):
        name = outlet(m[1], known)
        if name:
            yield Credit(document.id, name, Span(document.id, m.start(1), m.end(1)), "agency", is_general=True)
    for kind, pattern in FORMS:
        for m in pattern.finditer(text):
            name = outlet(m[1], known)
            if name:
                place = Span(document.id, m.start(), m.end(1))
                yield Credit(document.id, name, place, kind, is_general=kind == "agency")


def _outlets(lookup: Lookup) -> dict[str, str]:
    """Names of the edition's outlets -> their chief name, in plain form."""
    found = {_bare(d.outlet): KNOWN.get(_bare(d.outlet), _bare(d.outlet)) for d in lookup.edition.documents if d.outlet}
    for actor in lookup.edition.actors:
        if actor.kind == "outlet":
            for name in (actor.name, *actor.aliases):
                found[_bare(name)] = KNOWN.get(_bare(actor.name), _bare(actor.name))
    return {name: chief for name, chief in found.items() if name}


@cache
def _bare(name: str) -> str:
    words = plain(" ".join(name.split())).removesuffix("'s").strip(".,")
    return words.removeprefix("the ").removeprefix("uk ").removeprefix("us ")


def outlet(name: str, known: dict[str, str]) -> str | None:
    """The outlet that a name means, in plain form; None where it is no outlet's.

    >>> outlet("AFP", {}), outlet("The Harbour Gazette", {}), outlet("Mrs Hale", {})
    ('afp', 'harbour gazette', None)
    """
    words = _bare(name).split()
    for end in range(len(words), 0, -1):
        form = " ".join(words[:end])
        if form in KNOWN or form in known:
            return KNOWN.get(form) or known[form]
    bare = re.split(r"[.,]\s", name)[0].rstrip(".,").removesuffix("’s").removesuffix("'s").split()
    for end in range(len(bare), 1, -1):
        if bare[end - 1] in OUTLET_ENDINGS:
            return _bare(" ".join(bare[:end]))
    return None
