"""Sources that no list knows: "the poem began", "the alert says", each an actor because the text lets it speak."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from variorum.annotate.parsed import Parsed
from variorum.annotate.people import lexicon
from variorum.annotate.people.cast import Member
from variorum.annotate.people.discourse import Quoted, Ref
from variorum.annotate.reporting.draft import Draft
from variorum.model import ActorKind, MentionKind, Span
from variorum.text import plain_words

if TYPE_CHECKING:
    from spacy.tokens import Span as Slice
    from spacy.tokens import Token

# They stand for somebody else, or for nobody in particular.
EMPTY = lexicon.words(
    "one other another some many most all both few none any each thing something anything lot number percent part "
    "rest former latter first last half two three four five six seven eight nine ten"
)
# Of a group: "one of the miners".
SHARES = lexicon.words("one two three some many most several few all both half none another each any majority dozens")
LONGEST = 80  # code points of a wording that can serve as a name


def speakers_by_words(
    parsed: Parsed, drafts: Sequence[Draft], quoted: Quoted, is_known: Callable[[Span], bool]
) -> Iterator[Ref]:
    """A mention for every source that names or describes somebody whom `is_known` does not know.

    The same wording is the same actor; kind and name are what the words say, no more.
    """
    entered: dict[str, Member] = {}
    for draft in drafts:
        for span in draft.source:
            words = _slice(parsed, span)
            if words is None or not _can_speak(words) or is_known(span):
                continue
            wording = _wording(words)
            if not plain_words(wording) or len(wording) > LONGEST:
                continue
            key = " ".join(plain_words(wording))
            root = words.root
            if key not in entered:
                is_named = root.pos_ == "PROPN"
                entered[key] = Member(_kind(root), wording, is_named=is_named, is_plural=root.tag_ in ("NNS", "NNPS"))
            head = span.start + root.idx - words.start_char
            kind: MentionKind = "name" if root.pos_ == "PROPN" else "nominal"
            yield Ref(span.start, span.end, head, entered[key], kind, True, 0, quoted.at(head))


def speaks(words: Slice) -> bool:
    """Whether a town stands where somebody speaks, and not before a dateline's dash."""
    if words.text.isupper():
        return False
    root = words.root
    is_source = (
        root.dep_ == "pobj" and root.head.lower_ in ("to", "by") and root.head.head.lower_ in ("according", "to")
    )
    return is_source or root.dep_ == "agent" or (root.dep_ == "nsubj" and root.head.pos_ == "VERB")


def _slice(parsed: Parsed, span: Span) -> Slice | None:
    block = parsed.block_at(span.start)
    if block is None or span.end > block.end:
        return None
    words = block.tokens.char_span(span.start - block.start, span.end - block.start)
    return words if words is not None and len(words) else None


def _can_speak(words: Slice) -> bool:
    root = words.root
    if _is_share(words):
        return True
    if root.pos_ not in ("NOUN", "PROPN") or root.lemma_.casefold() in EMPTY or root.ent_type_ in ("DATE", "TIME"):
        return False
    is_speaker = (
        root.lemma_.casefold() in lexicon.HUMAN | lexicon.ORGANIZATIONS or root.lower_ in lexicon.BODIES_OF_PEOPLE
    )
    return is_speaker or root.dep_ in ("nsubj", "pobj", "poss", "appos", "conj")


def _is_share(words: Slice) -> bool:
    """Whether some of a group speak: "one of the miners", "several of them", "others"."""
    root = words.root
    if root.lower_ in ("others", "another"):
        return len(words) == 1 and root.dep_ == "nsubj"
    of = [c for c in root.children if c.lower_ == "of" and c in words]
    return root.lower_ in SHARES and any(c.dep_ == "pobj" for o in of for c in o.children)


def _wording(words: Slice) -> str:
    """The words without their article, and without what a clause tells of whoever they mean."""
    first = next((n for n, t in enumerate(words) if t.pos_ not in ("DET", "ADV", "PUNCT", "CCONJ")), 0)
    first = first if first <= words.root.i - words.start and words.root.lower_ not in SHARES else 0
    clauses = [t.left_edge.i for t in words if t.dep_ == "relcl" and t.left_edge.i > words.root.i]
    last = min([*clauses, words.end]) - words.start
    return " ".join(words[first:last].text.split()).rstrip(" ,")


def _kind(root: Token) -> ActorKind:
    lemma = root.lemma_.casefold()
    if root.lower_ in SHARES or root.lower_ == "others":
        return "person" if root.lower_ in ("one", "another") else "group"
    if root.ent_type_ == "PERSON" or lemma in lexicon.HUMAN:
        return "group" if root.tag_ == "NNS" else "person"
    if root.ent_type_ == "ORG":
        return "organization"
    if lemma in lexicon.DOCUMENTS:
        return "document"
    return "group" if root.tag_ == "NNS" else "unknown"
