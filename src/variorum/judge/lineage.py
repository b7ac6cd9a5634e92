"""Which witnesses of a statement rest on one origin: one telling, one credited outlet, one copied passage."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import ClassVar

from variorum.config import Settings
from variorum.judge.credits import KNOWN, Credit, all_credits
from variorum.judge.origins import Origin, Passages, origins_of, passages_between
from variorum.lookup import Lookup
from variorum.model import Edition, Line, Reading, Reason, Reuse, Span, Statement
from variorum.text import plain

SHOWN = 10  # words of a passage that a reason repeats


class WitnessGenealogist:
    """Groups the witnesses of a statement by what they rest on."""

    name: ClassVar[str] = "judge.lineage/1"

    def __init__(self, settings: Settings) -> None:
        self.settings = settings

    def lines(self, edition: Edition) -> tuple[Line, ...]:
        """For each statement, its witnesses in groups of one origin, with the reasons."""
        lookup = Lookup(edition)
        credited = all_credits(lookup)
        passages = passages_between(edition)
        return tuple(
            _line(s, lookup, credited, passages) for s in sorted(edition.statements, key=lambda s: s.id) if s.readings
        )


def _line(
    statement: Statement,
    lookup: Lookup,
    credited: dict[str, tuple[Credit, ...]],
    passages: Passages,
) -> Line:
    witnesses = sorted({r.witness for r in statement.readings})
    readings = {w: [r for r in statement.readings if r.witness == w] for w in witnesses}
    origins = {w: origins_of(readings[w], lookup, credited.get(w, ())) for w in witnesses}
    links = [
        (a, b, reason)
        for a, b in combinations(witnesses, 2)
        for reason in (*_common(a, b, origins, lookup), *_copied(readings, passages.get((a, b), []), lookup))
    ]
    groups = _grouped(witnesses, [(a, b) for a, b, _ in links])
    reasons = tuple(reason for _, _, reason in sorted(links, key=lambda x: (-x[2].score, x[0], x[1], x[2].text)))
    return Line(statement=statement.id, groups=groups, reasons=_once(reasons) or _alone(groups))


def _alone(groups: tuple[tuple[str, ...], ...]) -> tuple[Reason, ...]:
    if len(groups) < 2:
        return ()
    return (Reason(feature="independent", text="No sign of a common origin was found.", score=0.5),)


def _once(reasons: Iterable[Reason]) -> tuple[Reason, ...]:
    return tuple({r.text: r for r in reasons}.values())


def _common(a: str, b: str, origins: dict[str, list[Origin]], lookup: Lookup) -> Iterator[Reason]:
    """Why two witnesses have one origin: what both rest on, or one being the outlet that the other credits."""
    theirs = {o.key: o for o in origins[b]}
    for ours in origins[a]:
        other = theirs.get(ours.key)
        if other:
            text = f"{_siglum(a, lookup)} and {_siglum(b, lookup)} both rest on {ours.label}."
            yield Reason(feature="common origin", text=text, score=min(ours.score, other.score),
                         evidence=ours.evidence + other.evidence)  # fmt: skip
    for x, y in ((a, b), (b, a)):
        outlet = plain(lookup.documents[y].outlet or "").removeprefix("the ")
        for origin in origins[x]:
            if outlet and origin.key == ("outlet", KNOWN.get(outlet, outlet)):
                text = f"{_siglum(x, lookup)} credits {origin.label}, which printed {_siglum(y, lookup)}."
                yield Reason(feature="credit line", text=text, score=0.75, evidence=origin.evidence)


def _siglum(doc: str, lookup: Lookup) -> str:
    return lookup.documents[doc].siglum or lookup.documents[doc].path


def _copied(readings: dict[str, list[Reading]], passages: list[Reuse], lookup: Lookup) -> Iterator[Reason]:
    """The passages that depend on one another and hold readings of both witnesses."""
    for reuse in passages:
        if _touches(reuse.a, readings[reuse.a.doc]) and _touches(reuse.b, readings[reuse.b.doc]):
            text = f"{_dependence(reuse, lookup)}: “{_first_words(lookup.words(reuse.a))}”."
            yield Reason(feature="reuse", text=text, score=reuse.confidence, evidence=(reuse.a, reuse.b))


def _dependence(reuse: Reuse, lookup: Lookup) -> str:
    a, b = (_siglum(span.doc, lookup) for span in (reuse.a, reuse.b))
    if reuse.kind == "quotation":
        return f"{a} and {b} have other sentences from one text, and both quote this"
    if reuse.direction == "unknown":
        return f"{a} and {b} have this from one text" if reuse.kind == "copied" else f"{a} and {b} word this much alike"
    return f"{b} has this from {a}" if reuse.direction == "b-from-a" else f"{a} has this from {b}"


def _first_words(words: str) -> str:
    shown = words.split()
    return " ".join(shown[:SHOWN]) + (" …" if len(shown) > SHOWN else "")


def _touches(passage: Span, readings: list[Reading]) -> bool:
    return any(passage.touches(s) for r in readings for s in r.spans)


def _grouped(witnesses: list[str], links: list[tuple[str, str]]) -> tuple[tuple[str, ...], ...]:
    """Witnesses joined by links, directly or through others."""
    group = {w: {w} for w in witnesses}
    for a, b in links:
        if group[a] is not group[b]:
            group[a] |= group[b]
            for w in group[b]:
                group[w] = group[a]
    return tuple(sorted({tuple(sorted(g)) for g in group.values()}))
