"""Where else the words of a conflict stand: documents that print the same words belong on the same side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from variorum.judge.conflicts.drawing import MOST
from variorum.judge.wording import Word, tokens
from variorum.lookup import Lookup
from variorum.model import Conflict, Document, Span, identifier

FEWEST = 5  # words in a row that two documents hardly print by chance
LONGEST = 12  # words that are compared; what follows may be cut otherwise
Run = tuple[str, ...]


def echoed(conflicts: Sequence[Conflict], lookup: Lookup) -> tuple[Conflict, ...]:
    """The conflicts, with the same words in documents that they do not name yet as further evidence."""
    runs = {run[:FEWEST]: None for c in conflicts for e in c.evidence if (run := _run(e, lookup))}
    standing: dict[Run, list[Span]] = defaultdict(list)
    for document in sorted(lookup.edition.documents, key=lambda d: d.id) if runs else ():
        for start, place in _found(document, runs):
            standing[start].append(place)
    return tuple(_with_echoes(c, standing, lookup) for c in conflicts)


def _words(place: Span, lookup: Lookup) -> list[Word]:
    return tokens(lookup.documents[place.doc].text, place)


def _run(place: Span, lookup: Lookup) -> Run | None:
    """The first words of a place, if they are enough to be known again."""
    words = tuple(w.plain for w in _words(place, lookup))[:LONGEST]
    return words if len(words) >= FEWEST else None


def _found(document: Document, runs: dict[Run, None]) -> Iterator[tuple[Run, Span]]:
    """Where in the running text one of these beginnings stands, with as many words after it as are compared."""
    for region in document.regions:
        if region.kind not in ("title", "body"):
            continue
        words = tokens(document.text, region.span)
        for n in range(len(words) - FEWEST + 1):
            start = tuple(w.plain for w in words[n : n + FEWEST])
            if start in runs:
                last = words[min(n + LONGEST, len(words)) - 1]
                yield start, Span(document.id, words[n].span.start, last.span.end)


def _with_echoes(conflict: Conflict, standing: dict[Run, list[Span]], lookup: Lookup) -> Conflict:
    docs = {e.doc for e in conflict.evidence}
    added: list[Span] = []
    for evidence in conflict.evidence:
        run = _run(evidence, lookup)
        for place in standing.get(run[:FEWEST], ()) if run else ():
            words = _words(place, lookup)[: len(run or ())]
            is_same = tuple(w.plain for w in words) == run
            if is_same and place.doc not in docs and len(conflict.evidence) + len(added) < MOST:
                docs.add(place.doc)
                added.append(Span(place.doc, place.start, words[-1].span.end))
    if not added:
        return conflict
    places = tuple(sorted((*conflict.evidence, *added)))
    return replace(conflict, id=identifier("c", conflict.kind, *places), evidence=places)
