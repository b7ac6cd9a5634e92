"""The meetings, interviews and speeches in which something was said, as one document states them."""

from __future__ import annotations

from collections.abc import Sequence

from variorum.annotate.actors import Roster
from variorum.annotate.draft import Draft
from variorum.annotate.parsed import Parsed
from variorum.model import DateMention, Occasion


def find(
    parsed: Parsed, drafts: Sequence[Draft], roster: Roster, dates: Sequence[DateMention]
) -> tuple[tuple[Occasion, ...], dict[int, str]]:
    """The document's occasions, and for each draft (by its number) the occasion on which its words were said."""
    return (), {}
