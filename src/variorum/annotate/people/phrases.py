"""Descriptions as they stand: "the Russian leader", "his advisers", "a person familiar with the files"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from variorum import states
from variorum.annotate.people import lexicon
from variorum.annotate.people.discourse import state_in
from variorum.annotate.people.lexicon import words
from variorum.annotate.reporting.cues import SAYING

if TYPE_CHECKING:
    from spacy.tokens import Token

Sort = Literal["person", "group", "document", "organization"]
DEFINITE = frozenset({"the", "this", "that", "these", "those"})
ARGUMENTS = frozenset(
    [
        "nsubj",
        "nsubjpass",
        "dobj",
        "pobj",
        "poss",
        "appos",
        "conj",
        "dative",
        "agent",
        "ROOT",
        "npadvmod",
        "dep",
        "nmod",
        "oprd",
        "compound",
    ]
)
GENERAL = words("then former ex current present late new old then-new longtime veteran senior top old chief acting")
# "A person familiar with the matter", "an official briefed on the talks".
CLOSE_TO = words("familiar close involved briefed aware privy involved acquainted knowledgeable")
# Things whose names end like those of people.
THINGS_IN_ER = words(
    "freighter trawler tanker steamer cruiser destroyer carrier liner helicopter computer paper letter number "
    "newsletter order answer offer river tower counter poster sticker banner chapter register ledger folder "
    "border monitor sensor reactor tractor motor mirror error factor vector harbor corner dinner winter summer "
    "weather matter power water former latter other helper-text browser server router"
)
NEVER_ONE = words("way time thing place lot part kind sort number case fact")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A description as it stands: its words without the article, what it says, how it is bound."""

    words: str
    head: str
    sort: Sort
    states: frozenset[str]
    modifiers: frozenset[str]
    all_words: frozenset[str]
    is_definite: bool
    is_possessed: bool
    is_plural: bool


def phrase(token: Token) -> Phrase | None:
    """The description that has this noun as its head; None where it describes nobody who could speak.

    A noun that no list of speakers has still counts as the subject of a verb of saying ("the tweet said").
    """
    if token.pos_ not in ("NOUN", "PROPN") or token.dep_ not in ARGUMENTS or not token.text[0].isalpha():
        return None
    if token.dep_ == "compound" and token.head.pos_ in ("NOUN", "PROPN"):
        return None
    lefts = before(token)
    sort = _sort(token, lefts)
    if sort is None:
        return None
    determiners = {t.lower_ for t in lefts if t.pos_ in ("DET", "PRON") and t.head == token}
    named = {_state(t) for t in lefts} | {_state_after(token)}
    bare = [t for t in lefts if not t.is_punct and t.pos_ not in ("DET", "PRON", "PART")]
    modifiers = {t.lower_ for t in bare if t.is_alpha and not _state(t)}
    return Phrase(
        words=_wording(token, lefts),
        head=token.lemma_.casefold() if sort != "group" else token.lower_,
        sort=sort,
        states=frozenset(s for s in named if s),
        modifiers=frozenset(modifiers) - GENERAL,
        all_words=frozenset(modifiers),
        is_definite=bool(determiners & DEFINITE),
        is_possessed=any(t.tag_ in ("PRP$", "POS") for t in lefts),
        is_plural=token.tag_ in ("NNS", "NNPS"),
    )


def _state(token: Token) -> str | None:
    known = states.state_of_adjective(token.text) or states.state(token.text)
    return "@" + known if known else state_in(token) if token.pos_ == "ADJ" or token.dep_ == "amod" else None


def _state_after(token: Token) -> str | None:
    """The country in "the premier of Lothia"."""
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ == "of" and child.i == token.i + 1 and token.lower_ in lexicon.LEADERS:
            return next((state_in(c) for c in child.children if c.dep_ == "pobj" and c.pos_ == "PROPN"), None)
    return None


def before(token: Token, most: int = 8) -> list[Token]:
    """The words of a phrase that stand before its chief one, back to the first mark or verb that is not of it."""
    found: list[Token] = []
    for t in reversed(list(token.doc[max(token.left_edge.i, token.sent.start, token.i - most) : token.i])):
        if t.pos_ == "CCONJ" and found and found[-1].pos_ == "ADJ" and t.i > 0 and t.nbor(-1).pos_ == "ADJ":
            found.append(t)  # "Northern or Southern leaders"
            continue
        if (t.is_punct and t.text != "-" and t.head.dep_ != "poss") or (
            t.pos_ in ("VERB", "AUX", "ADP", "SCONJ", "CCONJ") and t.dep_ != "amod"
        ):
            break
        found.append(t)
    return found[::-1]


def _sort(token: Token, lefts: list[Token]) -> Sort | None:
    lemma, word = token.lemma_.casefold(), token.lower_
    if lemma == "minute" and any(t.like_num or t.lower_ in ("few", "last", "several", "a") for t in lefts):
        return None
    is_plural = token.tag_ in ("NNS", "NNPS")
    if lemma == "source" and {t.lower_ for t in lefts} & lexicon.PAPER_SOURCES:
        return "document"
    if lemma in lexicon.HUMAN or word in lexicon.HUMAN:
        return "group" if is_plural else "person"
    if word in lexicon.BODIES_OF_PEOPLE or lemma in lexicon.BODIES_OF_PEOPLE:
        return "group"
    if lemma in lexicon.DOCUMENTS:
        return "document"
    if lemma in lexicon.ORGANIZATIONS:
        return "group" if is_plural else "organization"
    is_speaking = token.dep_ in ("nsubj", "nsubjpass") and token.head.lemma_.casefold() in SAYING
    if not is_speaking or lemma in NEVER_ONE | THINGS_IN_ER:
        return None
    if lemma.endswith(("er", "or", "ist", "man", "woman", "ian")):
        return "group" if is_plural else "person"
    return "document" if lemma.endswith(("ment", "tion", "book", "script")) else "group" if is_plural else None


def _wording(token: Token, lefts: list[Token]) -> str:
    """The words of the phrase without its article, with a short "of ..." or "for ..." after it."""
    first = next(
        (t.i for t in lefts if t.lower_ not in (*DEFINITE, "a", "an", "one", "some") and not t.is_punct), token.i
    )
    last = token.i
    if last + 1 < len(token.doc) and token.nbor(1).like_num and token.nbor(1).head == token and token.text.istitle():
        return " ".join(token.doc[first : last + 2].text.split())  # "Exhibit 31"
    for child in token.children:
        if child.i == last + 1 and child.lower_ in CLOSE_TO and child.right_edge.i - child.i <= 8:
            last = child.right_edge.i
            break
        if child.dep_ == "prep" and child.i == last + 1 and child.lower_ in ("of", "for", "at", "from", "with", "in"):
            edge = min([t.left_edge.i - 1 for t in child.subtree if t.dep_ == "relcl"] + [child.right_edge.i])
            if edge - child.i <= 6:
                last = edge
            break
    return " ".join(token.doc[first : last + 1].text.split())
