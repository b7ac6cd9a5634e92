"""Who speaks where a report names nobody: announced before a colon, named after "by", known by the same words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from variorum.annotate.parsed import Block, Parsed
from variorum.annotate.people import lexicon
from variorum.annotate.people.roster import Roster
from variorum.annotate.reporting.draft import Draft
from variorum.model import Span
from variorum.text import plain_words

if TYPE_CHECKING:
    from spacy.tokens import Token

# Who does one of these before a colon does not give the words after it.
TAKES_IN = lexicon.words(
    "read see hear find notice remember recall recognise recognize point look know be have get ask"
)
# What its owner says: "his answer was:".
SPEECH_NOUNS = lexicon.words("answer reply response message word sentence line question verdict statement advice order")
# What may be sent more than once, by the same hand.
SENT = (
    "message|words|signal|call|tweet|post|text|telegram|cable|letter|email|e-mail|note|radiogram|dispatch|transmission"
)
AGAIN = re.compile(
    rf"\b(?:second|third|another|further|final|next|later|new|last|follow-up)\s(?:[\w-]+\s)?(?P<what>{SENT})\b", re.I
)
SENDING = lexicon.words("radio signal send transmit wire cable tweet text post telegraph message write")
AGED = re.compile(r",\s*\d{1,3}\s*,\s*(?:[\w'’-]+ly\s)?$")
FEWEST = 2  # words that a quotation must have to be known again elsewhere
FARTHEST = 3000  # code points from a message to the one before it
SENTENCE = 400  # code points before a quotation in which whoever announces it is looked for


def announcer(parsed: Parsed, start: int) -> Span | None:
    """The words that name who gives what follows a colon: "At nine the master radioed: “…”".

    `start` is where the quotation begins.
    """
    block = parsed.block_at(start)
    led = block is not None and parsed.text[max(block.start, start - 3) : start].rstrip().endswith(":")
    if block is None or not led:
        return None
    before = [t for t in block.tokens if block.place(t)[1] <= start and start - block.place(t)[0] < SENTENCE]
    sentence = [t for t in before if t.sent == before[-1].sent] if before else []
    for verb in reversed(sentence):
        if verb.pos_ not in ("VERB", "AUX") or verb.dep_ in ("aux", "auxpass", "acl", "amod"):
            continue
        subject = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < start - block.start), None)
        if subject is None or subject.tag_ in ("WP", "WDT", "EX"):
            continue
        is_speech = subject.lemma_ in SPEECH_NOUNS
        if verb.lemma_ in TAKES_IN and not is_speech:
            return None
        return _naming(parsed, block, subject)
    return None


def sender(parsed: Parsed, place: int, what: str) -> Span | None:
    """The words that name who sent a message of this kind last before a place: "the master radioed", "sent a note"."""
    for block in reversed(parsed.blocks):
        if block.start >= place or place - block.end > FARTHEST:
            continue
        for verb in reversed(block.tokens):
            if block.place(verb)[0] >= place or verb.pos_ != "VERB" or verb.lemma_ not in SENDING:
                continue
            subject = next(
                (c for c in verb.children if c.dep_ == "nsubj" and c.pos_ in ("NOUN", "PROPN", "PRON")), None
            )
            is_plain = verb.lemma_ not in ("send", "write", "post") or any(t.lemma_ == what for t in verb.subtree)
            if subject is not None and is_plain and subject.tag_ not in ("WP", "WDT"):
                return _naming(parsed, block, subject)
    return None


def by_whom(parsed: Parsed, block: Block, cue: Token, roster: Roster) -> Span | None:
    """The words that name the doer after "by", beside a passive or a noun: "was told by Hale", "a claim by Hale"."""
    for token in cue.subtree:
        if token.lower_ != "by" or token.i < cue.i or not _is_of(token, cue):
            continue
        for child in token.children:
            if child.dep_ in ("pobj", "pcomp"):
                span = _naming(parsed, block, child)
                if child.lemma_.casefold() in lexicon.HUMAN or roster.at(span):
                    return span
    return None


def _is_of(by: Token, cue: Token) -> bool:
    """Whether "by" belongs to the cue: to itself, or to what completes it ("told to say it by Hale")."""
    head = by.head
    for _ in range(4):
        if head == cue:
            return True
        if head.dep_ not in ("xcomp", "prep", "pobj", "dobj", "pcomp"):
            return False
        head = head.head
    return False


def _naming(parsed: Parsed, block: Block, token: Token) -> Span:
    """The phrase of which a noun is the chief word, from its first word to the noun itself."""
    return parsed.span(block.place(block.tokens[token.left_edge.i])[0], block.place(token)[1])


def aged(parsed: Parsed, place: int, roster: Roster) -> Span | None:
    """The name before an age and a verb of which the parser lost the subject: "On Monday Hale, 47, insisted"."""
    found = AGED.search(parsed.text, max(0, place - 12), place)
    names = roster.refs_in(place - 60, place) if found else []
    last = next((r for r in reversed(names) if r.kind == "name" and r.end <= place), None)
    if found is None or last is None or last.end < found.start():
        return None
    return parsed.span(last.start, last.end)


class SaidElsewhere:
    """Which reports of a document give the same words, such as a headline and the paragraph that it quotes."""

    def __init__(self, parsed: Parsed, drafts: Sequence[Draft]) -> None:
        self._words = {n: _quoted(parsed, d) for n, d in enumerate(drafts) if d.quoted}
        self._starts: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
        for n, words in sorted(self._words.items()):
            for pair in {tuple(words[at : at + FEWEST]) for at in range(len(words) - FEWEST + 1)}:
                self._starts[pair].append(n)

    def of(self, n: int) -> Iterator[int]:
        """The other reports in whose words those of this one stand, in text order."""
        words = self._words.get(n, [])
        if len(words) < FEWEST or not any(len(w) > 3 for w in words):
            return
        for m in self._starts[tuple(words[:FEWEST])]:
            if m != n and _holds(self._words[m], words):
                yield m


def _quoted(parsed: Parsed, draft: Draft) -> list[str]:
    return [w for s in draft.quoted for w in plain_words(parsed.text[s.start : s.end])]


def _holds(words: Sequence[str], part: Sequence[str]) -> bool:
    return any(list(words[at : at + len(part)]) == list(part) for at in range(len(words) - len(part) + 1))
