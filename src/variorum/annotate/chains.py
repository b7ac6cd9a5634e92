"""Attributions with everybody identified: speaker, audience, and the chain of those who pass the words on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from variorum.annotate.parsed import Parsed
from variorum.annotate.people.roster import Roster
from variorum.annotate.reporting.draft import Draft
from variorum.annotate.speakers import Voices, occasions_by_draft
from variorum.model import Actor, Attribution, Document, Hop, Occasion, Span, Spans, identifier
from variorum.text import plain_words


def build(
    parsed: Parsed,
    drafts: Sequence[Draft],
    roster: Roster,
    occasions: Sequence[Occasion] = (),
    belongs: Mapping[int, str] | None = None,
) -> tuple[Attribution, ...]:
    """The document's attributions in text order; drafts without any word of content are left out.

    `belongs` tells the occasion (an id) of a draft (its number).
    """
    at = occasions_by_draft(occasions, belongs or {})
    voices = Voices(parsed, drafts, roster)
    ids = _ids(parsed, drafts)
    teller = publisher(parsed.document, roster.actors).id
    found = [_attribution(parsed, n, drafts, ids, voices, at.get(n), teller) for n in ids]
    return tuple(sorted(found, key=lambda a: (a.content, a.cue, a.source, a.id)))


def publisher(document: Document, actors: Sequence[Actor] = ()) -> Actor:
    """The outlet that published the document if it is known, else the document itself as one who tells."""
    if document.outlet:
        wanted = _bare(document.outlet)
        for actor in actors:
            if actor.kind == "outlet" and wanted in {_bare(n) for n in (actor.name, *actor.aliases)}:
                return actor
        return Actor(id=identifier("a", document.id, "outlet", document.outlet), kind="outlet", name=document.outlet)
    name = document.title or document.path.replace("\\", "/").rsplit("/", 1)[-1]
    return Actor(id=identifier("a", document.id, "document", "itself"), kind="document", name=name)


def _bare(name: str) -> str:
    return " ".join(plain_words(name)).removeprefix("the ")


def _ids(parsed: Parsed, drafts: Sequence[Draft]) -> dict[int, str]:
    """Ids of the drafts worth keeping, by number; of two that say the same the surer one is kept."""
    best: dict[str, int] = {}
    for n, draft in enumerate(drafts):
        if not any(ch.isalnum() for s in draft.content for ch in parsed.text[s.start : s.end]):
            continue
        key = identifier("t", parsed.document.id, draft.content, draft.cue)
        if key not in best or draft.confidence > drafts[best[key]].confidence:
            best[key] = n
    return {n: key for key, n in best.items()}


def _attribution(
    parsed: Parsed,
    n: int,
    drafts: Sequence[Draft],
    ids: Mapping[int, str],
    voices: Voices,
    occasion: Occasion | None,
    teller: str,
) -> Attribution:
    draft = drafts[n]
    asking = voices.asker(n, occasion)
    chain = _chain(n, drafts, ids, voices, teller)
    if asking and occasion:
        evidence = tuple(e for s in occasion.stated for e in s.evidence[:1])
        chain = (*chain[:-1], Hop(asking, ids[n], evidence))
    return Attribution(
        id=ids[n],
        doc=parsed.document.id,
        content=draft.content,
        cue=draft.cue,
        source=draft.source,
        addressee=draft.addressee,
        quoted=draft.quoted,
        speaker=voices.speaker(n) or asking,
        audience=voices.audience(n, occasion),
        mode=draft.mode,
        polarity=draft.polarity,
        parent=_parent(n, drafts, ids),
        chain=chain,
        occasion=occasion.id if occasion else None,
        confidence=draft.confidence,
    )


def _ancestors(n: int, drafts: Sequence[Draft], ids: Mapping[int, str]) -> list[int]:
    """The kept drafts around this one, the nearest first; a circle is cut where it closes."""
    found: list[int] = []
    seen = {n}
    parent = drafts[n].parent
    while parent is not None and parent not in seen:
        seen.add(parent)
        if parent in ids:
            found.append(parent)
        parent = drafts[parent].parent
    return found


def _parent(n: int, drafts: Sequence[Draft], ids: Mapping[int, str]) -> str | None:
    around = _ancestors(n, drafts, ids)
    return ids[around[0]] if around else None


def _chain(n: int, drafts: Sequence[Draft], ids: Mapping[int, str], voices: Voices, teller: str) -> tuple[Hop, ...]:
    """Who passes the words on, from the outlet inwards to the one who spoke them."""
    hops = [Hop(teller)]
    for m in (*reversed(_ancestors(n, drafts, ids)), n):
        reporter = drafts[m].reporter
        if reporter is not None:
            actor = voices.roster.at(reporter)
            if actor and actor != hops[-1].actor:
                hops.append(Hop(actor, None, (reporter,)))
        hops.append(Hop(voices.speaker(m), ids[m], _naming(drafts[m], voices.shared_subject(m))))
    return tuple(hops)


def _naming(draft: Draft, shared: Span | None) -> Spans:
    """The words that name the speaker, in the sentence itself or before it."""
    before = draft.antecedent or shared
    return draft.source or ((before,) if before else ())
