"""What a statement is called: who says it, to whom, on which occasion, and its words in the most central reading."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from typing import TypeVar

from variorum.collate.parts import Part
from variorum.collate.profiles import Profiles
from variorum.collate.words import words_of
from variorum.lookup import Lookup
from variorum.model import Attribution, Spans

LONGEST = 80  # code points of the words in a label: about one line of the page
COMPARED = 40  # readings among which the most central one is sought: the work grows with their square
STEPS = 5  # of likeness: readings within one step are equally central, and their form decides
FEWEST = 3  # words of a label that says something
STOPS = ".!?…"
T = TypeVar("T", bound=Hashable)


def chosen(values: Iterable[tuple[T | None, float]]) -> T | None:
    """The value with the greatest sum of confidence, empty ones aside; of equal ones the first in order.

    >>> chosen([("o1", 0.9), ("o2", 0.5), ("o2", 0.6), (None, 1.0)])
    'o2'
    """
    sums: dict[T, float] = defaultdict(float)
    for value, confidence in values:
        if value:
            sums[value] += max(confidence, 0.01)
    return min(sums, key=lambda value: (-round(sums[value], 6), str(value))) if sums else None


def speaker(told: Sequence[Attribution]) -> str | None:
    """Whom most witnesses, by their confidence, take for the speaker."""
    return chosen((a.speaker, a.confidence) for a in told)


def audience(told: Sequence[Attribution]) -> tuple[str, ...]:
    """To whom most witnesses, by their confidence, say that it was said."""
    return chosen((a.audience, a.confidence) for a in told) or ()


def occasion(told: Sequence[Attribution], lookup: Lookup) -> str | None:
    """Where most witnesses place it; the interview in which somebody else tells of it is not its occasion."""
    return chosen((a.occasion, a.confidence) for a in told if not _is_tellers(a, lookup))


def _is_tellers(a: Attribution, lookup: Lookup) -> bool:
    """Whether the occasion is that of the report around it, and not one in which this speaker took part."""
    around = lookup.attributions.get(a.parent or "")
    if around is None or not a.occasion or around.occasion != a.occasion:
        return False
    return a.speaker is None or a.speaker not in lookup.occasions[a.occasion].participants


def label(parts: Sequence[Part], words: Sequence[Spans], profiles: Profiles) -> str:
    """Speaker to audience, and the words of the reading most like all others; `words` are those of each part."""
    lookup, told = profiles.lookup, [part.profile.attribution for part in parts]
    name = lookup.name(speaker(told))
    head = name[:1].upper() + name[1:]
    if listeners := audience(told):
        head += " to " + ", ".join(map(lookup.name, listeners))
    return f"{head}: {shortened(lookup.quote(words[_central(parts, words, profiles)]))}"


def _central(parts: Sequence[Part], words: Sequence[Spans], profiles: Profiles) -> int:
    """The number of the part whose words are most like the others'.

    Of those about as like: quoted words before reported ones, a whole sentence before a scrap, then the shorter.
    """
    texts = {spans[0].doc: profiles.lookup.documents[spans[0].doc].text for spans in words}
    stems = [frozenset(word.stem for word in words_of(texts[spans[0].doc], spans)) for spans in words]

    def rank(n: int) -> tuple[bool, int, bool, bool, int, Spans]:
        mode, spans = parts[n].profile.attribution.mode, words[n]
        others = [_likeness(stems[n], other) for m, other in enumerate(stems[:COMPARED]) if m != n]
        likeness = sum(others) / max(1, len(others))
        form = (mode != "direct", not _is_sentence(texts[spans[0].doc], spans))
        return len(stems[n]) < FEWEST, -int(likeness * STEPS), *form, sum(s.end - s.start for s in spans), spans

    return min(range(min(len(parts), COMPARED)), key=rank)


def _likeness(left: frozenset[str], right: frozenset[str]) -> float:
    return len(left & right) / max(1, len(left | right))


def _is_sentence(text: str, spans: Spans) -> bool:
    """Whether the words begin with a capital and end where a sentence, or a quotation that is one, ends."""
    first, last = spans[0], spans[-1]
    return text[first.start : first.start + 1].isupper() and text[last.end - 1 : last.end] in {*STOPS, ","}


def shortened(words: str) -> str:
    """The words on one line, cut at a word, with quotation marks that match.

    >>> shortened("the door was “on the latch,")
    'the door was “on the latch”'
    """
    line = " ".join(words.split())
    if len(line) > LONGEST:
        line = line[: LONGEST - 1].rsplit(" ", 1)[0].rstrip(",;:") + " …"
    line = line.rstrip(",;: ")
    for opening, closing in (("“", "”"), ("«", "»")):
        if line.count(opening) > line.count(closing):
            line += closing
    return line + '"' if line.count('"') % 2 else line
