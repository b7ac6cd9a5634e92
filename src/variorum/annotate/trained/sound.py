"""What the network's answer may hold by the layout of a text: pieces that belong to one report and stand in reach.

The network labels word by word and joins pieces by scores, so that a stray word, or a piece of the sentence
after, now and then ends up in a report that no reader would give it to.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from variorum.annotate.reporting import cues
from variorum.annotate.reporting.layers import Layers
from variorum.annotate.reporting.quotes import Piece
from variorum.text import words

SENTENCE_ENDS = re.compile(r"[.?!][\"'”’»)\]]*\s|\n\s*\n")
CAPTION = re.compile(r"\W*(?:\n[^.?!\n]*){1,3}\n\s*")
QUOTED = re.compile(r"[\"“„«‘'`]")
MARKED = re.compile(r"[\"“”„«»]")
RELATIVE = frozenset({"that", "which", "who", "whom", "what"})
# words that hold no content by themselves: a piece of these only is a stray label
EMPTY = cues.words(
    """
    a an and are as at but by for from he her him his i if in is it its me my of on or our she so that the their them
    they this to us was we were what when where which who with you your
    """
)


def sound(layers: Layers, parts: dict[str, list[Piece]]) -> dict[str, list[Piece]]:
    """The parts of a report without what cannot belong to it; an empty content where nothing is left."""
    cue = [p for p in parts["cue"] if not _is_parted(layers, p, parts["cue"][0])]
    content = _without_strays(layers, parts["content"])
    if cue:
        content = [_one_sentence(layers, p, cue) for p in content]
        content = _in_reach(layers, content, cue)
        content = _without_later_quotations(layers, content, cue)
    elif content and not _is_quoted(layers, content[0], None):
        content = []
    return {**parts, "content": content, "cue": cue}


def _without_strays(layers: Layers, content: Sequence[Piece]) -> list[Piece]:
    """The pieces that hold more than a word or two without meaning, and relative words before another piece."""
    kept: list[Piece] = []
    for piece in sorted(content, reverse=True):
        held = set(layers.text[slice(*piece)].lower().split())
        is_relative = held <= RELATIVE and bool(kept) and not _is_parted(layers, piece, kept[-1])
        if is_relative or not held <= EMPTY:
            kept.append(piece)
    return kept[::-1]


def _one_sentence(layers: Layers, piece: Piece, cue: Sequence[Piece]) -> Piece:
    """A piece that follows its cue up to the end of the sentence, where no marks hold what comes after."""
    start, end = piece
    level = layers.level(cue[0][0])
    if start < cue[0][0] or _is_quoted(layers, piece, level) or MARKED.search(layers.text, start, end):
        return piece
    last = layers.sentence_end(start)
    return (start, last) if start < last < end and layers.text[start:last].rstrip()[-1:] in (".", "?", "!") else piece


def _in_reach(layers: Layers, content: Sequence[Piece], cue: Sequence[Piece]) -> list[Piece]:
    """The pieces in the cue's own sentence, what goes on where one of them ends, and quotations right beside it."""
    kept: list[Piece] = []
    level, sentence = layers.level(cue[0][0]), layers.sentence_around(cue[0][0])
    for piece in sorted(content, key=lambda p: _distance(p, cue)):
        here = [*cue, sentence, *kept]
        beside = here if _is_quoted(layers, piece, level) else kept
        is_near = any(not _is_parted(layers, piece, other) for other in here)
        if is_near or any(_adjoins(layers, piece, other) for other in beside):
            kept.append(piece)
    return sorted(kept)


def _adjoins(layers: Layers, first: Piece, second: Piece) -> bool:
    """Whether no word of the narrator stands between two pieces but lines that are no sentences: captions, credits."""
    start, end = sorted((first, second))[0][1], sorted((first, second))[1][0]
    if start >= end or CAPTION.fullmatch(layers.text, start, end):
        return True
    return all(layers.level(a) is not None for a, _ in words(layers.text, start, end))


def _distance(piece: Piece, others: Sequence[Piece]) -> int:
    return min(max(a - piece[1], piece[0] - b, 0) for a, b in others)


def _is_parted(layers: Layers, first: Piece, second: Piece) -> bool:
    """Whether a sentence ends between two pieces."""
    start, end = sorted((first, second))[0][1], sorted((first, second))[1][0]
    return start < end and SENTENCE_ENDS.search(layers.text, max(start - 1, 0), end) is not None


def _is_quoted(layers: Layers, piece: Piece, level: int | None) -> bool:
    """Whether a piece opens with a quotation mark or goes on inside of one, as seen from a level."""
    return QUOTED.match(layers.text[piece[0]]) is not None or layers.level(piece[0]) != level


def _without_later_quotations(layers: Layers, content: Sequence[Piece], cue: Sequence[Piece]) -> list[Piece]:
    """The pieces less a quotation of the next sentence where nothing is quoted in the cue's own.

    "It was late, Hale said. “We went home.”" are two reports: his words are given once by the narrator and
    once by himself.
    """
    level = layers.level(cue[0][0])
    near = [p for p in content if not _is_parted(layers, p, cue[-1])]
    if not near or any(_is_quoted(layers, p, level) or MARKED.search(layers.text, *p) for p in near):
        return list(content)
    return [p for p in content if p in near or p[0] < cue[0][0] or not _is_quoted(layers, p, level)]
