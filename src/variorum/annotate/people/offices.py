"""How one who has been named is named again: by a second office, by a firm's name without its last word."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from variorum.annotate.people import lexicon
from variorum.text import plain_words

if TYPE_CHECKING:
    from spacy.tokens import Span as Slice
    from spacy.tokens import Token

# Last words of firms' names that are left out when the firm is named again.
FIRM_LAST = lexicon.words(
    "airlines airways air motors systems holdings industries technologies studios bank group railways"
)


def second_office(words: Slice, root: Token) -> Token | None:
    """The name after the second of two offices of one man: "chairman and chief executive Ann Hale"; None for others."""
    if root.lower_ not in lexicon.HUMAN or root.tag_ in ("NNS", "NNPS"):
        return None
    for child in root.children:
        if child.dep_ == "conj" and child in words:
            offices = [t for t in child.lefts if t.lower_ in lexicon.HUMAN or t.dep_ in ("det", "poss")]
            if offices and all(t.lower_ in lexicon.HUMAN for t in offices):
                return child
    return None


def is_firm_of(said: Sequence[str], name: str) -> bool:
    """Whether a name is these words and then one that tells the kind of body.

    >>> is_firm_of(["northern"], "Northern Airlines"), is_firm_of(["northern"], "Northern Council")
    (True, False)
    """
    parts = plain_words(name)
    rest = parts[len(said) :]
    return list(parts[: len(said)]) == list(said) and len(rest) == 1 and rest[0] in FIRM_LAST
