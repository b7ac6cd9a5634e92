"""A heading against the text under it: one says that somebody was for it, the other that he was not."""

from __future__ import annotations

from collections.abc import Iterator

from variorum import text as texts
from variorum.judge.conflicts.drawing import conflict, quoted, short, siglum
from variorum.judge.lexicon import word_set
from variorum.judge.stance import read_stance
from variorum.judge.wording import Word, tokens
from variorum.lookup import Lookup
from variorum.model import Conflict, Document, Reason, Span

LONGEST_HEADING = 20  # words
NO_HEADING = '.!?…:,;"”’»'  # marks that end a sentence, not a heading
SECTION = 3  # paragraphs under a heading that it may sum up
REACH = 12  # words after a name in which what he did about it is told
REACTING = word_set(
    """responded reacted answered replied responds reacts reaction response answer reply agreed refused rejected
    welcomed declined accepted dismissed supported opposed appreciated praised approved"""
)


def against_their_text(document: Document, lookup: Lookup) -> Iterator[Conflict]:
    """Conflicts between the headings of a document and the paragraphs under them."""
    lines = _lines(document)
    for n, heading in enumerate(lines):
        if document.text[heading.end - 1] in NO_HEADING:
            continue
        words = tokens(document.text, heading)
        if not 2 < len(words) <= LONGEST_HEADING or not {w.plain for w in words} & REACTING:
            continue
        if not read_stance(lookup.words(heading)):
            continue
        for line in lines[n + 1 : n + 1 + SECTION]:
            yield from _opposed(heading, words, line, document, lookup)


def _lines(document: Document) -> list[Span]:
    found = []
    for region in document.regions:
        if region.kind in ("title", "body"):
            part = document.text[region.span.start : region.span.end]
            found += [
                Span(document.id, region.span.start + s, region.span.start + e) for s, e in texts.paragraphs(part)
            ]
    return sorted(found)


def _opposed(heading: Span, words: list[Word], line: Span, document: Document, lookup: Lookup) -> Iterator[Conflict]:
    """The first place of a paragraph where somebody named in the heading is told to have taken the other side."""
    names = {w.stem for w in words if w.is_content and document.text[w.span.start].isupper()}
    for start, end in texts.sentences(document.text, line.start, line.end):
        held = tokens(document.text, Span(document.id, start, end))
        for n, word in enumerate(held):
            clause = held[n : n + REACH]
            if word.stem not in names or not {w.plain for w in clause[1:]} & REACTING:
                continue
            place = Span(document.id, word.span.start, clause[-1].span.end)
            ours, theirs = read_stance(lookup.words(heading)), read_stance(lookup.words(place))
            if ours and theirs and (ours[0] == "assent") != (theirs[0] == "assent"):
                yield _drawn(heading, place, lookup)
                return


def _drawn(heading: Span, place: Span, lookup: Lookup) -> Conflict:
    sides = (short(heading, lookup), short(place, lookup))
    said = [quoted(side, lookup) for side in sides]
    text = f"The heading has {said[0]}, the text under it {said[1]}."
    reason = Reason(feature="heading", text=text, score=0.65, evidence=sides)
    label = (
        f"Heading against text: {quoted(sides[0], lookup)} or {quoted(sides[1], lookup)} ({siglum(place.doc, lookup)})?"
    )
    return conflict("polarity", label, sides, severity="high", confidence=0.65, reasons=[reason])
