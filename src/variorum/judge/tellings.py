"""From which telling a report comes: the interview, film or document that the outermost named reporter spoke in."""

from __future__ import annotations

from variorum.lookup import Lookup
from variorum.model import Attribution


def called(actor: str | None, lookup: Lookup) -> str:
    """The name of an actor, for sentences; "nobody named" where the edition knows none."""
    known = lookup.actors.get(actor or "")
    return known.name if known else "nobody named"


def outermost(attribution: Attribution, lookup: Lookup) -> Attribution:
    """The report that contains all the others around this one."""
    seen = {attribution.id}
    while attribution.parent and attribution.parent in lookup.attributions and attribution.parent not in seen:
        attribution = lookup.attributions[attribution.parent]
        seen.add(attribution.id)
    return attribution


def telling(attribution: Attribution, lookup: Lookup) -> tuple[str, str] | None:
    """Who tells it (the outermost speaker) and on which occasion; None where either is unknown."""
    top = outermost(attribution, lookup)
    if not top.speaker or not top.occasion:
        return None
    return top.speaker, top.occasion
