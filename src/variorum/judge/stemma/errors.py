"""Readings that share what only they have: agreement in error groups witnesses, agreement in what is right does not.

The common-error method (Lachmann; Maas, *Textkritik*, 1927). Which of two variants is the error nobody can see from
their numbers. It is taken as told where one looks damaged, or where the other stands in more than one independent
line: independent witnesses agree in what their common text had. Such variants count as two writers do not light upon
by themselves: damage, a number, a word within quotation marks that no other witness knows, words left out of a
quotation without a mark. Spelling, inflection and free paraphrase never count.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from math import prod
from typing import NamedTuple

from variorum.judge import numbers
from variorum.judge.stemma.grounds import Kinship
from variorum.judge.stemma.versions import SURPLUS, Versions, first_words
from variorum.judge.synonyms import concept
from variorum.judge.wording import Word, words_of
from variorum.model import Reason, Span, Spans

# One shared variant makes kinship possible and no more; two of them make it likely (each leaves the others' doubt).
DAMAGE, VARIANT, OMISSION = 0.75, 0.45, 0.4
LEAST = 0.4
ALIKE = 0.7  # of letters: from here two forms may be one word spelt otherwise ("Zelensky", "Zelenskyy")
NEXT = 3  # characters between neighbouring words: a comma, a dash, a blank
Lines = Mapping[str, int]
Cell = tuple[Word, ...]


class Split(NamedTuple):
    """A place where some readings have one thing and others another; `ours` is None for words left out."""

    members: tuple[str, ...]
    others: tuple[str, ...]
    ours: tuple[Cell, ...] | None
    theirs: tuple[Cell, ...]


def kinships(versions: Versions, lines: Lines, damaged: Spans) -> list[Kinship]:
    """The groups of readings that share errors, each with all that it shares."""
    if len(versions.by_witness) < 3:
        return []
    shared: dict[tuple[str, ...], list[Reason]] = defaultdict(list)
    for split in _merged(_splits(versions)):
        score = _score(split, versions, lines, damaged)
        if score:
            shared[split.members].append(_reason(split, score, versions))
    return [
        Kinship(members, "errors", tuple(reasons))
        for members, reasons in sorted(shared.items())
        if 1 - prod(1 - r.score for r in reasons) >= LEAST
    ]


def _splits(versions: Versions) -> Iterator[Split]:
    """Column by column, any two variants that stand against one another, with the readings that have each."""
    apparatus = versions.statement.apparatus
    for column in apparatus.columns:
        held = dict(zip(apparatus.readings, column, strict=False))
        cells = {key: _words(held[key], versions) for key in versions.readings if key in held}
        variants: dict[tuple[str, ...], list[str]] = defaultdict(list)
        for key, cell in cells.items():
            variants[tuple(w.stem for w in cell)].append(key)
        for theirs, others in sorted(variants.items()):
            for ours, members in sorted(variants.items()):
                if ours != theirs and theirs and _are_several(members, versions):
                    mine = tuple(cells[m] for m in members) if ours else None
                    yield Split(tuple(members), tuple(others), mine, tuple(cells[o] for o in others))


def _words(span: Span | None, versions: Versions) -> Cell:
    return tuple(words_of(span, versions.lookup)) if span else ()


def _are_several(readings: list[str], versions: Versions) -> bool:
    return len({versions.readings[r].witness for r in readings}) > 1


def _merged(splits: Iterator[Split]) -> list[Split]:
    """Splits of the same readings into the same camps, those of one kind that follow one another made one."""
    found: dict[tuple[tuple[str, ...], tuple[str, ...], bool], list[Split]] = defaultdict(list)
    for split in splits:
        held = found[split.members, split.others, split.ours is None]
        if held and _follow(held[-1].theirs, split.theirs) and _follow(held[-1].ours or (), split.ours or ()):
            before = held.pop()
            ours = _joined(before.ours, split.ours) if before.ours and split.ours else None
            split = split._replace(ours=ours, theirs=_joined(before.theirs, split.theirs))
        held.append(split)
    return [split for key in sorted(found) for split in found[key]]


def _follow(before: tuple[Cell, ...], after: tuple[Cell, ...]) -> bool:
    """Whether the words at two places are neighbours in all the readings."""
    return all(0 <= b[0].span.start - a[-1].span.end <= NEXT for a, b in zip(before, after, strict=True))


def _joined(before: tuple[Cell, ...], after: tuple[Cell, ...]) -> tuple[Cell, ...]:
    return tuple(a + b for a, b in zip(before, after, strict=True))


def _score(split: Split, versions: Versions, lines: Lines, damaged: Spans) -> float:
    """What the members' agreement is worth; 0 where it may be chance, or where they may be the ones who are right."""
    if split.ours is not None and any(_is_hit(c, damaged) for c in split.ours):
        return 0.0 if any(_is_hit(c, damaged) for c in split.theirs) else DAMAGE
    camps = [{lines.get(versions.readings[r].witness, -1) for r in side} for side in (split.members, split.others)]
    if len(camps[1]) < 2 or len(camps[1]) <= len(camps[0]):
        return 0.0
    if split.ours is None:
        return OMISSION if _is_silent(split, versions) else 0.0
    return VARIANT if _is_telling(split, versions) else 0.0


def _is_hit(cell: Cell, damaged: Spans) -> bool:
    return any(w.span.touches(d) for w in cell for d in damaged)


def _is_telling(split: Split, versions: Versions) -> bool:
    """Whether two writers would hardly hit upon the variant: a number, or a quoted word that no other witness knows."""
    ours = [w for w in (split.ours or ((),))[0] if w.is_content]
    theirs = [w for w in split.theirs[0] if w.is_content]
    if not ours or not theirs or any(_is_one_word(a, b) for a in ours for b in theirs):
        return False
    if all(numbers.value(w.plain) is not None for w in (*ours, *theirs)):
        return True
    is_quoted = all(versions.wording(r).is_quoted for r in (*split.members, *split.others))
    mine = {versions.readings[r].witness for r in split.members}
    elsewhere = [versions.forms(witness) for witness in versions.by_witness if witness not in mine]
    return is_quoted and all(w.plain not in forms for w in ours for forms in elsewhere)


def _is_one_word(a: Word, b: Word) -> bool:
    """Whether two words may be one, spelt otherwise, or name one thing."""
    figures = numbers.value(a.plain), numbers.value(b.plain)
    if None not in figures:
        return figures[0] == figures[1]
    alike = SequenceMatcher(None, a.stem, b.stem, autojunk=False).ratio() >= ALIKE
    return alike or concept(a.stem) == concept(b.stem)


def _is_silent(split: Split, versions: Versions) -> bool:
    """Whether the members leave out a piece from within their quotations, without an ellipsis."""
    if sum(w.is_content for w in split.theirs[0]) < SURPLUS:
        return False
    return all(_has_seam(r, split.theirs[0], split.others[0], versions) for r in split.members)


def _has_seam(reading: str, lost: Cell, other: str, versions: Versions) -> bool:
    """Whether the words before and after the lost ones stand next to one another in the reading."""
    ours, theirs = versions.wording(reading), versions.wording(other)
    before = [w.stem for w in theirs.words if w.span.end <= lost[0].span.start][-1:]
    after = [w.stem for w in theirs.words if w.span.start >= lost[-1].span.end][:1]
    if not ours.is_quoted or not before or not after:
        return False
    pairs = zip(ours.words, ours.words[1:], strict=False)
    return any([a.stem, b.stem] == before + after and b.span.start - a.span.end <= NEXT for a, b in pairs)


def _reason(split: Split, score: float, versions: Versions) -> Reason:
    members, others = (_listed(side, versions) for side in (split.members, split.others))
    theirs = _shown(split.theirs[0], versions)
    evidence = tuple(_span(c) for c in (*(split.ours or ()), *split.theirs) if c)
    if split.ours is None:
        text = f"Only {members} leave out “{theirs}” within a quotation, without a mark; {others} have it."
        return Reason(feature="shared omission", text=text, score=score, evidence=evidence)
    ours = _shown(split.ours[0], versions)
    if score == DAMAGE:
        text = f"{members} share “{ours}”, which looks damaged, where “{theirs}” stands in {others}."
        return Reason(feature="shared damage", text=text, score=score, evidence=evidence)
    text = f"Only {members} have “{ours}”; {others}, which are independent of one another, have “{theirs}”."
    return Reason(feature="shared variant", text=text, score=score, evidence=evidence)


def _listed(readings: tuple[str, ...], versions: Versions) -> str:
    *rest, last = dict.fromkeys(versions.name(r) for r in readings)
    return f"{', '.join(rest)} and {last}" if rest else last


def _span(cell: Cell) -> Span:
    return Span(cell[0].span.doc, cell[0].span.start, cell[-1].span.end)


def _shown(cell: Cell, versions: Versions) -> str:
    return first_words(versions.lookup.words(_span(cell)))
