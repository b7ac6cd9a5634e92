"""From the drafts of one document to its annotation: who speaks, when, on what occasion, in what chain."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from variorum.annotate import chains, occasions
from variorum.annotate.confidence import calibrated
from variorum.annotate.dating import dates
from variorum.annotate.parsed import Parsed
from variorum.annotate.people import actors
from variorum.annotate.reporting.draft import Draft
from variorum.model import Actor, Annotation, Attribution, Occasion, Span


def annotation(parsed: Parsed, drafts: Sequence[Draft], made_by: str) -> Annotation:
    """All that is known of one document once its reports are found; `made_by` names the annotator."""
    drafts = [replace(d, confidence=calibrated(made_by, d.confidence)) for d in drafts]
    roster = actors.find(parsed, drafts)
    found = dates.find(parsed)
    held, belongs = occasions.find(parsed, drafts, roster, found)
    reports = chains.build(parsed, drafts, roster, held, belongs)
    teller = chains.publisher(parsed.document, roster.actors)
    cast = {a.id: a for a in (teller, *roster.actors)}
    return Annotation(
        doc=parsed.document.id,
        made_by=made_by,
        sentences=tuple(sorted(_sentences(parsed))),
        actors=_needed(cast.values(), roster.named, reports, held),
        dates=found,
        occasions=held,
        attributions=reports,
    )


def _sentences(parsed: Parsed) -> Iterator[Span]:
    for block, sentence in parsed.sentences():
        words = sentence.text
        start = block.start + sentence.start_char + len(words) - len(words.lstrip())
        if words.strip():
            yield parsed.span(start, start + len(words.strip()))


def _needed(
    cast: Iterable[Actor], named: frozenset[str], reports: Sequence[Attribution], held: Sequence[Occasion]
) -> tuple[Actor, ...]:
    """Everybody named, and of those only described whoever speaks, hears, passes on or takes part."""
    used = {key for r in reports for key in (r.speaker, *r.audience, *(h.actor for h in r.chain)) if key}
    used |= {key for o in held for key in o.participants}
    kept = [a for a in cast if a.id in used or (a.id in named and a.mentions)]
    return tuple(
        sorted((replace(a, mentions=tuple(sorted(a.mentions, key=lambda m: m.span))) for a in kept), key=lambda a: a.id)
    )
