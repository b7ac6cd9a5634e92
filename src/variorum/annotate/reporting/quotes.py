"""Quotations as the marks show them: where each opens and closes, and which lies inside which.

Marks of all kinds (“ ” " ‘ ’ ' „ « » `` '') are read paragraph by paragraph. A mark inside a word is an
apostrophe. A quotation that its paragraph does not close goes on in the next if that one opens with a mark
again, and ends with its paragraph if not; so a stray mark never swallows more than its own paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from variorum.annotate.parsed import Parsed

Weight = Literal["double", "single"]
Piece = tuple[int, int]
Turn = Literal["opens", "closes", "either"]

MARK = re.compile(r"''|``|[\"“”„‟«»＂″‘’‚‛'`´‹›]")
DOUBLE_OPENING, DOUBLE_CLOSING = frozenset({"“", "„", "‟", "«", "``"}), frozenset({"”", "»"})
SINGLE_OPENING, SINGLE_CLOSING = frozenset("‘‚‛‹`"), frozenset("’›´")
SINGLE = frozenset("‘’‚‛'`´‹›")
ELISION = re.compile(r"(?:em|til|tis|twas|cause|cuz|bout|n|round|nuff|\d\ds?)\b", re.IGNORECASE)
OPENS_AFTER = frozenset("([{—–-/\"“„«‘'…")
DEEPEST = 6  # quotations inside one another; real texts stop at three
CLOSES_BEFORE = frozenset(".,;:!?)]}—–-/\"”»’'…")


@dataclass(frozen=True, slots=True)
class Quotation:
    """One quotation: a piece for each paragraph that it runs over, marks included, in text order.

    `parent` is the number of the quotation around it (its place in `quotations`), `is_closed` whether the
    closing mark is there.
    """

    pieces: tuple[Piece, ...]
    words: tuple[Piece, ...]
    weight: Weight
    parent: int | None = None
    is_closed: bool = True

    @property
    def start(self) -> int:
        return self.pieces[0][0]

    @property
    def end(self) -> int:
        return self.pieces[-1][1]

    @property
    def hull(self) -> Piece:
        """From the first quoted word to the last."""
        return self.words[0][0], self.words[-1][1]

    def holds(self, start: int, end: int) -> bool:
        """Whether these words lie inside the marks."""
        return any(first <= start and end <= last for first, last in self.pieces)


@dataclass(slots=True)
class _Mark:
    start: int
    end: int
    weight: Weight
    turn: Turn
    family: str
    is_possessive: bool = False


@dataclass(slots=True, eq=False)
class _Open:
    """A quotation in the making."""

    mark: _Mark
    inside: list[_Open] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    words: list[Piece] = field(default_factory=list)
    is_closed: bool = False


def quotations(parsed: Parsed) -> tuple[Quotation, ...]:
    """All quotations of a document in text order, the outer before the inner."""
    outermost: list[_Open] = []
    running: _Open | None = None
    for start, end in _paragraphs(parsed):
        marks = _marks(parsed.text, start, end)
        running = _continued(running, marks, parsed.text, start)
        found, left = _matched(marks, end, running)
        outermost += found
        running = left
    return _numbered(outermost)


def _paragraphs(parsed: Parsed) -> Iterator[Piece]:
    """Where the paragraphs stand; the pieces of a long one are put together again."""
    start = end = -1
    for block in parsed.blocks:
        if not block.is_continued:
            if start >= 0:
                yield start, end
            start = block.start
        end = block.end
    if start >= 0:
        yield start, end


def _marks(text: str, start: int, end: int) -> list[_Mark]:
    """The quotation marks of a paragraph, apostrophes left out as far as they show by themselves."""
    found = []
    for m in MARK.finditer(text, start, end):
        before = text[m.start() - 1] if m.start() > start else " "
        after = text[m.end()] if m.end() < end else " "
        mark = _read(m.group(), m.start(), before, after, text)
        if mark:
            found.append(mark)
    return found


def _read(sign: str, at: int, before: str, after: str, text: str) -> _Mark | None:
    weight: Weight = "single" if sign in SINGLE else "double"
    end = at + len(sign)
    if weight == "single" and ((before.isalnum() and after.isalnum()) or _is_elision(before, text, end)):
        return None
    may_open = (before.isspace() or before in OPENS_AFTER) and not after.isspace()
    may_close = not before.isspace() and (after.isspace() or after in CLOSES_BEFORE or not after.isalnum())
    turn: Turn = "either"
    if may_open != may_close:
        turn = "opens" if may_open else "closes"
    if sign in DOUBLE_OPENING | SINGLE_OPENING and not (sign == "“" and turn == "closes"):
        turn = "opens"
    elif sign in DOUBLE_CLOSING | SINGLE_CLOSING and turn != "opens":
        turn = "closes"
    if weight == "single" and turn == "either" and not may_open:
        return None
    possessive = weight == "single" and turn == "closes" and before in "sxz" and after == " "
    return _Mark(at, end, weight, turn, "straight" if sign in "\"'＂″``''" else "shaped", possessive)


def _is_elision(before: str, text: str, end: int) -> bool:
    return not before.isalnum() and before not in CLOSES_BEFORE and bool(ELISION.match(text, end))


def _continued(running: _Open | None, marks: list[_Mark], text: str, start: int) -> _Open | None:
    """The quotation of the paragraph before, if this paragraph opens with its mark again."""
    if running is None or not marks or text[start : marks[0].start].strip():
        return None
    first = marks[0]
    if first.weight != running.mark.weight or first.turn == "closes":
        return None
    marks.pop(0)
    running.mark = first
    return running


def _matched(marks: list[_Mark], end: int, running: _Open | None) -> tuple[list[_Open], _Open | None]:
    """The quotations that begin in a paragraph, and the one that it leaves open."""
    top: list[_Open] = []
    stack = [running] if running else []
    doubles_left = _doubles_after(marks)
    for n, mark in enumerate(marks):
        opens = _opens(mark, stack, marks, n)
        if opens is None:
            continue
        if not opens:
            _close(stack, mark)
        elif len(stack) < DEEPEST and (mark.weight == "double" or _closes_later(marks, n)):
            if mark.weight == "double" and _is_stray(stack, doubles_left[n]):
                _drop_double(stack, top)
            new = _Open(mark)
            (stack[-1].inside if stack else top).append(new)
            stack.append(new)
    return _left_open(top, stack, end, running)


def _doubles_after(marks: list[_Mark]) -> list[tuple[int, int]]:
    """For each mark: how many double marks from it on open, and how many close."""
    counts, opening, closing = [], 0, 0
    for mark in reversed(marks):
        if mark.weight == "double":
            opening += mark.turn == "opens"
            closing += mark.turn == "closes"
        counts.append((opening, closing))
    return counts[::-1]


def _opens(mark: _Mark, stack: list[_Open], marks: list[_Mark], n: int) -> bool | None:
    """Whether the mark opens a quotation (True), closes one (False), or is an apostrophe (None)."""
    is_open = any(o.mark.weight == mark.weight for o in stack[-4:])
    if mark.turn == "opens":
        return True
    if mark.turn == "either" and not is_open:
        return True if mark.weight == "double" else None
    if not is_open:
        return None
    if mark.is_possessive and _next_single_closes(marks, n):
        return None
    return False


def _next_single_closes(marks: list[_Mark], n: int) -> bool:
    following = marks[n + 1] if n + 1 < len(marks) else None
    return following is not None and following.weight == "single" and following.turn == "closes"


def _closes_later(marks: list[_Mark], n: int) -> bool:
    """Whether a single mark that seems to open is closed soon; if not, it is an apostrophe."""
    return any(m.weight == "single" and m.turn != "opens" for m in marks[n + 1 : n + 9])


def _is_stray(stack: list[_Open], ahead: tuple[int, int]) -> bool:
    """Whether a double quotation stands open that this paragraph has no mark left to close."""
    opening, closing = ahead
    held = sum(o.mark.weight == "double" for o in stack[-4:])
    return held > 0 and closing < opening + held


def _drop_double(stack: list[_Open], top: list[_Open]) -> None:
    """Forgets the innermost open double quotation: its mark was stray."""
    while stack:
        lost = stack.pop()
        siblings = stack[-1].inside if stack else top
        if siblings and siblings[-1] is lost:
            siblings[-1:] = lost.inside
        if lost.mark.weight == "double":
            return


def _close(stack: list[_Open], mark: _Mark) -> None:
    """Closes the innermost open quotation of this weight; single ones inside a double end with it."""
    while stack:
        done = stack.pop()
        end, inner = (mark.end, mark.start) if done.mark.weight == mark.weight else (mark.start, mark.start)
        done.pieces.append((done.mark.start, end))
        done.words.append((done.mark.end, max(inner, done.mark.end)))
        done.is_closed = done.mark.weight == mark.weight
        if done.is_closed:
            return


def _left_open(
    top: list[_Open], stack: list[_Open], end: int, running: _Open | None
) -> tuple[list[_Open], _Open | None]:
    """Ends what the paragraph leaves open at its end, and gives back the outermost double of it."""
    for left in stack:
        left.pieces.append((left.mark.start, end))
        left.words.append((left.mark.end, max(end, left.mark.end)))
    kept = stack[0] if stack and stack[0].mark.weight == "double" else None
    return top, kept


def _numbered(outermost: list[_Open]) -> tuple[Quotation, ...]:
    found: list[Quotation] = []
    todo: list[tuple[_Open, int | None]] = [(o, None) for o in reversed(outermost)]
    while todo:
        done, parent = todo.pop()
        words = tuple(p for p in done.words if p[0] < p[1])
        if words:
            found.append(Quotation(tuple(done.pieces), words, done.mark.weight, parent, done.is_closed))
            parent = len(found) - 1
        todo += [(o, parent) for o in reversed(done.inside)]
    return tuple(found)
