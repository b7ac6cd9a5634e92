"""Feelings that somebody tells of: "she said she was glad that …", "described her as furious that …".

Only inside the words of another report: what the narrator says of a man's feelings is nobody's utterance.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from variorum.annotate.parsed import Block
from variorum.annotate.reporting import clauses, cues
from variorum.annotate.reporting.layers import Layers
from variorum.annotate.reporting.quotes import Piece
from variorum.annotate.reporting.reports import Report

if TYPE_CHECKING:
    from spacy.tokens import Token

FEELING = cues.words(
    """
    afraid angry anxious certain concerned confident convinced delighted disappointed furious glad grateful happy
    hopeful outraged pleased proud sad saddened shocked sorry sure surprised worried
    """
)
WEIGHT = 0.5


def feelings(layers: Layers, block: Block, reports: Sequence[Report]) -> Iterator[Report]:
    """The reports of adjectives with a clause that lie in the content of one of these reports."""
    taken = [p for r in reports for p in r.cue]
    for token in block.tokens:
        clause = clauses.child(token, "ccomp") if token.lower_ in FEELING else None
        if clause is None or clause.left_edge.i <= token.i or token.head.lemma_ == "make":
            continue
        place = block.place(token)
        content = place[1], block.place(block.tokens[clause.right_edge.i])[1]
        inner = (place[0], content[1])
        is_inside = any(a <= inner[0] and inner[1] <= b for r in reports for a, b in r.content)
        if is_inside and not any(a < place[1] and place[0] < b for a, b in taken):
            yield _report(layers, block, token, (block.place(block.tokens[clause.left_edge.i])[0], content[1]))


def _report(layers: Layers, block: Block, word: Token, content: Piece) -> Report:
    level = layers.level_of(block, word)
    verb = word.head
    own = clauses.own_subject(verb) if word.dep_ == "acomp" else None
    first, last = clauses.naming(own) if own is not None else (0, -1)
    source = [(block.place(block.tokens[first])[0], block.place(block.tokens[last])[1])] if own is not None else []
    return Report(
        level=level,
        content=layers.whole([content], level),
        cue=[block.place(word)],
        source=source,
        frame="noun",
        lemma=word.lower_,
        weight=WEIGHT,
    )
