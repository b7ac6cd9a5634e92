"""What a writing shows where the parse takes "show" for a noun: "…, minutes made public this week show"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from variorum.annotate.parsed import Block
from variorum.annotate.reporting import cues
from variorum.annotate.reporting.layers import Layers
from variorum.annotate.reporting.quotes import Piece
from variorum.annotate.reporting.reports import Report

if TYPE_CHECKING:
    from spacy.tokens import Span as Slice
    from spacy.tokens import Token

SHOWS = cues.words("show shows suggest suggests indicate indicates reveal reveals say says")
LONGEST = 12  # tokens that name the writing and tell of it
WEIGHT = 0.7


def shown(layers: Layers, block: Block, reports: Sequence[Report]) -> Iterator[Report]:
    """The reports of writings at the end or the beginning of a sentence, unless a cue stands there already."""
    taken = [p for r in reports for p in r.cue]
    for sentence in block.tokens.sents:
        found = _at_end(layers, block, sentence) or _at_start(layers, block, sentence)
        if found is not None and not any(a < found.cue[0][1] and found.cue[0][0] < b for a, b in taken):
            yield found


def _at_end(layers: Layers, block: Block, sentence: Slice) -> Report | None:
    """ "Hale was late, the minutes show." """
    verb = next((t for t in reversed(sentence) if t.text[:1].isalpha()), None)
    if verb is None or verb.lower_ not in SHOWS or layers.level_of(block, verb) is not None:
        return None
    comma = next((t for t in reversed(sentence) if t.text == "," and 1 < verb.i - t.i <= LONGEST), None)
    named = _writing(sentence, comma.i + 1, verb.i) if comma is not None else None
    if comma is None or named is None or comma.i - sentence.start < 3:
        return None
    start = block.start + sentence.start_char
    return _report(layers, block, (start, block.place(comma)[0]), verb, (comma.i + 1, named.i))


def _at_start(layers: Layers, block: Block, sentence: Slice) -> Report | None:
    """ "Minutes of the talks released in 2019 show that Hale was late." """
    for verb in sentence[:LONGEST]:
        if verb.lower_ in SHOWS and verb.pos_ != "VERB" and _is_that(sentence, verb):
            named = _writing(sentence, sentence.start, verb.i)
            if named is None or layers.level_of(block, verb) is not None:
                return None
            content = block.place(verb)[1], block.start + sentence.end_char
            return _report(layers, block, content, verb, (sentence.start, named.i))
    return None


def _is_that(sentence: Slice, verb: Token) -> bool:
    return verb.i + 1 < sentence.end and verb.doc[verb.i + 1].lower_ == "that"


def _writing(sentence: Slice, first: int, last: int) -> Token | None:
    """The first noun between two tokens, if it is a writing."""
    nouns = (t for t in sentence.doc[first:last] if t.pos_ in ("NOUN", "PROPN"))
    noun = next((t for t in nouns if t.dep_ != "compound" or t.lemma_.lower() in cues.WRITINGS), None)
    return noun if noun is not None and noun.lemma_.lower() in cues.WRITINGS else None


def _report(layers: Layers, block: Block, content: Piece, verb: Token, named: Piece) -> Report:
    tokens = block.tokens
    return Report(
        level=None,
        content=layers.whole([content], None),
        cue=[block.place(verb)],
        source=[(block.place(tokens[named[0]])[0], block.place(tokens[named[1]])[1])],
        frame="around",
        lemma=verb.lower_.rstrip("s"),
        weight=WEIGHT,
    )
