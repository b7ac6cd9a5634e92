"""Words that cannot stand as they are in one document: run together, in a foreign script, or in a broken voice."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

from variorum.judge.conflicts.drawing import conflict, quoted, siglum
from variorum.judge.lexicon import word_set
from variorum.lookup import Lookup
from variorum.model import Conflict, Document, Reason, Severity, Span, Statement
from variorum.text import plain, plain_words

SPEECH = word_set(
    """told said says assured added noted warned claimed stated announced argued believed admitted insisted explained
    thought declared"""
)
# A word of four letters or more with "that", "of" or "the" stuck to it, or a comma without its blank before "that".
FUSED = re.compile(r"\b(?P<first>[A-Za-z]{4,})(?P<comma>,)?(?P<last>that|of|the)\b", re.IGNORECASE)
BRACKETED = re.compile(r"\[([^\[\]\n]{1,40})\](\s+(?:He|She|It|They)\b)?")
# "we told 'no'": to tell wants somebody who is told, unless he stands before it ("we were told").
BROKEN_TELLING = re.compile(r"\b(?P<who>we|they|I|he|she|you)\s+told,?\s+(?=[\"'“‘«]|that\b)", re.IGNORECASE)
BEFORE = re.compile(
    r"\b(?:what|whatever|story|stories|tale|lie|lies|as|than|all|that|(?<!to.)which)\s*$", re.IGNORECASE
)


def broken_tellings(document: Document, lookup: Lookup) -> Iterator[Conflict]:
    """Places such as "to which we told 'no'", where a lost word has turned the speaker round."""
    for m in BROKEN_TELLING.finditer(document.text):
        if BEFORE.search(document.text[max(0, m.start() - 12) : m.start()]) or not _is_read(m.start(), document):
            continue
        place = Span(document.id, m.start(), _end_of_quote(document.text, m.end()))
        others = _others(place, lookup)
        text = "To “tell” wants somebody who is told; perhaps “were told”, and then the speaker is the other side."
        reason = Reason(feature="broken voice", text=text, score=0.6, evidence=(place,))
        label = f"A word seems lost: {quoted(place, lookup)} ({siglum(document.id, lookup)})"
        severity: Severity = "high" if others else "medium"
        yield conflict("suspected-corruption", label, (place, *others), severity=severity, confidence=0.55,
                       statements=statements_at(place, lookup), reasons=[reason])  # fmt: skip


def _is_read(offset: int, document: Document) -> bool:
    """Whether an offset lies in running text."""
    return any(r.kind in ("title", "body") and r.span.start <= offset < r.span.end for r in document.regions)


def _end_of_quote(text: str, start: int) -> int:
    m = re.compile(r"[\"'“‘«]?[^\"”’»\n.!?]{0,60}").match(text, start)
    return m.end() if m else start


def statements_at(place: Span, lookup: Lookup) -> list[str]:
    """The statements that have a reading at a place."""
    return sorted({s.id for s in _at(place, lookup)})


def _at(place: Span, lookup: Lookup) -> list[Statement]:
    near = lookup.statements_in.get(place.doc, [])
    return [s for s in near if any(x.touches(place) for r in s.readings for x in r.spans)]


def _others(place: Span, lookup: Lookup) -> list[Span]:
    """The other readings of the statements at a place: who speaks there settles it."""
    found = [r.spans[0] for s in _at(place, lookup) for r in s.readings if r.spans and not r.spans[0].touches(place)]
    return sorted(found)[:3]


def foreign_insertions(document: Document, lookup: Lookup) -> Iterator[Conflict]:
    """Brackets in another script than the text around them, as a machine translation leaves behind."""
    for m in BRACKETED.finditer(document.text):
        own = _script(document.text[max(0, m.start() - 200) : m.start()] + document.text[m.end() : m.end() + 200])
        script = _script(m[1])
        if not script or not own or script == own or not _is_read(m.start(), document):
            continue
        place = Span(document.id, m.start(), m.end())
        misfit = f", and “{m[2].strip()}” does not fit what it stands for" if m[2] else ""
        text = f"{m[1]} is in {script.title()} letters in a text in {own.title()} letters{misfit}."
        severity: Severity = "medium" if m[2] else "low"
        reason = Reason(feature="script", text=text, score=0.7, evidence=(place,))
        label = f"Left untranslated: {quoted(place, lookup)} ({siglum(document.id, lookup)})"
        yield conflict("suspected-corruption", label, (place,), severity=severity, confidence=0.7,
                       statements=statements_at(place, lookup), reasons=[reason])  # fmt: skip


def _script(words: str) -> str:
    """The script of the first letters of some words by the Unicode names; empty where there are none."""
    for letter in words:
        if letter.isalpha():
            return unicodedata.name(letter, "").split(" ")[0]
    return ""


def fused(document: Document, vocabulary: frozenset[str], lookup: Lookup) -> Iterator[Conflict]:
    """Words run together ("assuredthat", "said,that"), one entry for a document."""
    found = [m.span() for m in FUSED.finditer(document.text) if _is_run_together(m, vocabulary)]
    places = tuple(Span(document.id, *at) for at in found if _is_read(at[0], document))
    if places:
        shown = ", ".join(quoted(p, lookup) for p in places[:4])
        text = f"Words are run together: {shown}."
        reason = Reason(feature="run together", text=text, score=0.8, evidence=places)
        yield conflict("suspected-corruption", f"Words run together: {shown} ({siglum(document.id, lookup)})", places,
                       severity="low", confidence=0.5, reasons=[reason])  # fmt: skip


def _is_run_together(m: re.Match[str], vocabulary: frozenset[str]) -> bool:
    """Whether the first part is a word of the documents and the whole is none, or a comma lacks its blank."""
    if m["comma"]:
        return True
    return plain(m["first"]) in vocabulary | SPEECH and plain(m.group()) not in vocabulary


def vocabulary(lookup: Lookup) -> frozenset[str]:
    """The words of all documents; one that stands only once, and might be two run together, is left out."""
    counts = Counter(w for d in lookup.edition.documents for w in plain_words(d.text))
    return frozenset(w for w, n in counts.items() if n > 1 or not FUSED.fullmatch(w))
