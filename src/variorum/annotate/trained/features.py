"""What the network is told of each word beside the word itself: its case, marks, place, parse, and the rules' view."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from variorum.annotate.parsed import Block, Parsed
from variorum.annotate.reporting.draft import Draft
from variorum.annotate.reporting.layers import Layers
from variorum.annotate.trained.relations import Labels, Relation, labels, ranges

if TYPE_CHECKING:
    from spacy.tokens import Token

# Numbers are places in these lists; 0 is anything else. The lists are part of a trained network: append only.
TAGS = ("", "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT",
        "SCONJ", "SYM", "VERB")  # fmt: skip
ARCS = ("", "ROOT", "acl", "acomp", "advcl", "advmod", "agent", "amod", "appos", "attr", "aux", "auxpass", "case",
        "cc", "ccomp", "compound", "conj", "csubj", "csubjpass", "dative", "dep", "det", "dobj", "expl", "intj",
        "mark", "meta", "neg", "nmod", "npadvmod", "nsubj", "nsubjpass", "nummod", "oprd", "parataxis", "pcomp",
        "pobj", "poss", "preconj", "predet", "prep", "prt", "punct", "quantmod", "relcl", "xcomp")  # fmt: skip
KINDS = {name: n for n, name in enumerate(TAGS)}
LINKS = {name: n for n, name in enumerate(ARCS)}
DEEPEST = 2  # layers of reports that are labelled: what the outlet tells, and what is told inside that

# how many values each column of `Reading.columns` can have
SIZES = {"case": 6, "quote": 4, "place": 4, "kind": len(TAGS), "link": len(ARCS)}


@dataclass(frozen=True, slots=True)
class Reading:
    """A parsed document as columns of numbers, one a word; blanks are no words."""

    words: tuple[str, ...]
    starts: tuple[int, ...]  # code points in the document
    ends: tuple[int, ...]
    columns: dict[str, tuple[int, ...]]
    by_rules: tuple[Labels, ...]  # one for each layer

    def __len__(self) -> int:
        return len(self.words)


def reading(parsed: Parsed, drafts: Sequence[Draft]) -> Reading:
    """The document's words with all that the network is told of them; `drafts` are those found by rules."""
    layers = Layers(parsed)
    words: list[str] = []
    places: list[tuple[int, int]] = []
    rows: list[tuple[int, ...]] = []
    for block in parsed.blocks:
        held = [t for t in block.tokens if t.text.strip()]
        for n, token in enumerate(held):
            words.append(token.text)
            places.append(block.place(token))
            rows.append(_row(layers, block, token, is_first=n == 0))
    starts = tuple(p[0] for p in places)
    ends = tuple(p[1] for p in places)
    columns = {name: tuple(row[n] for row in rows) for n, name in enumerate(SIZES)}
    layered = layered_relations(drafts, starts, ends)
    return Reading(tuple(words), starts, ends, columns, tuple(labels(found, len(words)) for found in layered))


def _row(layers: Layers, block: Block, token: Token, *, is_first: bool) -> tuple[int, ...]:
    return (
        case(token.text),
        _quoted(layers, block, token),
        _place(block, is_first=is_first),
        KINDS.get(token.pos_, 0),
        LINKS.get(token.dep_, 0),
    )


def case(word: str) -> int:
    """0 a mark, 1 a number, 2 lower case, 3 capitalised, 4 capitals, 5 anything else."""
    if not word[0].isalnum():
        return 0
    if word[0].isdigit():
        return 1
    if word.islower():
        return 2
    if word.isupper() and len(word) > 1:
        return 4
    return 3 if word[0].isupper() else 5


def _quoted(layers: Layers, block: Block, token: Token) -> int:
    """0 outside of quotations, 1 inside one, 2 inside one within another, 3 a quotation mark."""
    if token.is_quote:
        return 3
    level = layers.level_of(block, token)
    if level is None:
        return 0
    return 1 if layers.quotations[level].parent is None else 2


def _place(block: Block, *, is_first: bool) -> int:
    """0 within a paragraph, 1 at its beginning, 2 in a title or heading, 3 in a caption."""
    if block.kind == "title":
        return 2
    if block.kind == "caption":
        return 3
    return int(is_first and not block.is_continued)


def layered_relations(
    drafts: Sequence[Draft], starts: Sequence[int], ends: Sequence[int]
) -> tuple[list[Relation], ...]:
    """The drafts as relations between words, one list for each layer; those deeper than DEEPEST are left out."""
    found: tuple[list[Relation], ...] = tuple([] for _ in range(DEEPEST))
    for draft in drafts:
        depth = depth_of(draft, drafts)
        content = ranges(draft.content, starts, ends)
        if depth < DEEPEST and content:
            cue, source = ranges(draft.cue, starts, ends), ranges(draft.source, starts, ends)
            found[depth].append(Relation(content, cue, source))
    return found


def depth_of(draft: Draft, drafts: Sequence[Draft]) -> int:
    """In how many other reports a draft lies."""
    depth = 0
    while draft.parent is not None and depth < len(drafts):
        draft = drafts[draft.parent]
        depth += 1
    return depth
