"""Whether an edition hangs together: ids that point somewhere, spans inside their texts, parents in no circle."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from variorum.errors import BrokenEdition
from variorum.model import Attribution, Edition, Span, Spans

MOST = 20  # faults that are told; a broken writer breaks everything in the same way


def check(edition: Edition) -> None:
    """Raises BrokenEdition with a line for each fault, unless there is none."""
    faults = list(_dangling(edition)) or list(_misplaced(edition)) or list(_astray(edition))
    if faults:
        more = [f"and {len(faults) - MOST} more"] if len(faults) > MOST else []
        raise BrokenEdition(*faults[:MOST], *more)


def _dangling(edition: Edition) -> Iterator[str]:
    documents = {d.id for d in edition.documents}
    actors = {a.id for a in edition.actors}
    attributions = {a.id for a in edition.attributions}
    for a in edition.attributions:
        named = [a.speaker, *a.audience, *(h.actor for h in a.chain)]
        yield from (f"{a.id}: no actor {x!r}" for x in named if x and x not in actors)
        linked = [a.parent, *(h.attribution for h in a.chain)]
        yield from (f"{a.id}: no attribution {x!r}" for x in linked if x and x not in attributions)
    for s in edition.statements:
        for r in s.readings:
            yield from (f"{r.id}: no attribution {x!r}" for x in r.attributions if x not in attributions)
    for where, span in _spans(edition):
        if span.doc not in documents:
            yield f"{where}: no document {span.doc!r}"


def _misplaced(edition: Edition) -> Iterator[str]:
    length = {d.id: len(d.text) for d in edition.documents}
    for where, span in _spans(edition):
        if not 0 <= span.start < span.end <= length[span.doc]:
            yield f"{where}: [{span.start}, {span.end}] lies outside the {length[span.doc]} characters of {span.doc}"
    for where, spans in _wholes(edition):
        for before, after in pairwise(spans):
            if after.start < before.end:
                yield f"{where}: [{after.start}, {after.end}] is not in text order"


def _wholes(edition: Edition) -> Iterator[tuple[str, Spans]]:
    """Every list of spans that is one broken-up whole, with the thing that it belongs to."""
    for a in edition.attributions:
        yield from ((a.id, part) for part in (a.content, a.cue, a.source, a.addressee, a.quoted))
    yield from ((r.id, r.spans) for s in edition.statements for r in s.readings)


def _spans(edition: Edition) -> Iterator[tuple[str, Span]]:
    """Every span that is measured, with the thing that it belongs to."""
    held: list[tuple[str, Spans]] = [(d.id, tuple(r.span for r in d.regions)) for d in edition.documents]
    held += _wholes(edition)
    held += [(c.id, c.evidence) for c in edition.conflicts]
    held += [(r.id, (r.a, r.b)) for r in edition.reuse]
    held += [(f"timeline {t.date}", t.evidence) for t in edition.timeline]
    yield from ((where, span) for where, spans in held for span in spans)


def _astray(edition: Edition) -> Iterator[str]:
    """Parents in a circle or in another document, and readings of attributions of another document."""
    by_id: dict[str, Attribution] = {a.id: a for a in edition.attributions}
    for a in edition.attributions:
        seen, parent = {a.id}, a.parent
        while parent is not None and parent not in seen:
            seen.add(parent)
            parent = by_id[parent].parent
        if parent is not None:
            yield f"{a.id}: its parents run in a circle"
        elif a.parent is not None and by_id[a.parent].doc != a.doc:
            yield f"{a.id}: its parent stands in another document"
    for r in (r for s in edition.statements for r in s.readings):
        yield from (
            f"{r.id}: {key} stands in another document than its reading"
            for key in r.attributions
            if by_id[key].doc != r.witness
        )
