"""How many and how much: numbers of the same thing, and words such as "all", "some", "only", "first"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from variorum.judge import numbers as reading
from variorum.judge.alike import Comparison
from variorum.judge.differences.difference import Difference, cover, spelt
from variorum.judge.lexicon import QUANTIFIERS
from variorum.judge.wording import Word, Wording


def counted(wording: Wording) -> dict[str, tuple[float, tuple[Word, ...]]]:
    """Stem of the thing counted -> how many, and the words; years and the like are left out."""
    found: dict[str, tuple[float, tuple[Word, ...]]] = {}
    words = wording.words
    for n, word in enumerate(words):
        number = reading.value(word.plain)
        if number is None or (n and reading.value(words[n - 1].plain) is not None):
            continue
        used = [word]
        rest = list(words[n + 1 : n + 5])
        while rest and reading.scale(rest[0].plain) > 1:
            number *= reading.scale(rest[0].plain)
            used.append(rest.pop(0))
        thing = next((w for w in rest if w.is_content and reading.value(w.plain) is None), None)
        if thing and not (1000 <= number < 2100 and len(used) == 1 and "," not in word.plain):
            found.setdefault(thing.stem, (number, (*used, thing)))
    return found


def numbers(comparison: Comparison) -> Iterator[Difference]:
    """Another number of the same thing, or another number in the same place of the sentence."""
    ours, theirs = counted(comparison.a), counted(comparison.b)
    known = [{reading.value(w.plain) for w in side.words} for side in (comparison.a, comparison.b)]
    for thing in sorted(set(ours) & set(theirs)):
        (m, left), (n, right) = ours[thing], theirs[thing]
        is_sum = m in _sums(known[1]) or n in _sums(known[0])  # "12 leaders and 128 others" are 140
        if m != n and m not in known[1] and n not in known[0] and not is_sum:  # "21 of the more than 200" has both
            text = f"{spelt(left)} in one reading, {spelt(right)} in the other."
            yield Difference("number", text, 0.8, cover(left), cover(right), is_opposed=True)
    for change in comparison.changes:
        figures = [[w for w in side if reading.value(w.plain) is not None] for side in (change.left, change.right)]
        if change.is_framed and all(len(f) == 1 for f in figures):
            (x,), (y,) = figures
            if reading.value(x.plain) != reading.value(y.plain) and not {x, y} & _used(ours, theirs):
                text = f"“{x.plain}” stands where the other reading has “{y.plain}”."
                yield Difference("number", text, 0.7, (x.span,), (y.span,), is_opposed=True)


def _sums(numbers: set[float | None]) -> set[float]:
    """What any two of some numbers make together."""
    held = sorted(n for n in numbers if n is not None)
    return {x + y for x, y in combinations(held, 2)}


def _used(*counts: dict[str, tuple[float, tuple[Word, ...]]]) -> set[Word]:
    return {w for side in counts for _, words in side.values() for w in words}


def quantifiers(comparison: Comparison) -> Iterator[Difference]:
    """A word of extent or rank lost, added or changed, where the words beside it agree."""
    if comparison.shared < 0.4 or comparison.a.is_exchange or comparison.b.is_exchange:
        return
    left, right = _only(comparison.a, comparison.b), _only(comparison.b, comparison.a)
    is_rank = any(QUANTIFIERS[w.plain] in ("rank", "only") for w in (*left, *right))
    if not is_rank:
        near = {
            w
            for c in comparison.changes
            if c.is_framed and len(c.left) + len(c.right) <= 6
            for w in (*c.left, *c.right)
        }
        left, right = [w for w in left if w in near], [w for w in right if w in near]
    if left or right:
        text = f"The extent differs: {spelt(left)} against {spelt(right)}."
        weight = 0.55 if is_rank or (left and right) else 0.3
        yield Difference("extent", text, weight, cover(left), cover(right))


def _only(wording: Wording, other: Wording) -> list[Word]:
    """The words of extent of a kind that the other reading lacks."""
    held = {QUANTIFIERS[w.plain]: w for w in wording.words if w.plain in QUANTIFIERS}
    theirs = {QUANTIFIERS[w.plain] for w in other.words if w.plain in QUANTIFIERS}
    return [held[kind] for kind in sorted(set(held) - theirs)]
