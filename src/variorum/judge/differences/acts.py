"""What was done with the words: asked, proposed, or stated."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from variorum.judge.alike import Comparison
from variorum.judge.differences.difference import Difference
from variorum.judge.lexicon import ASKING, PROPOSING, TELLING_NEUTRALLY
from variorum.judge.stance import stance
from variorum.judge.wording import Wording
from variorum.model import Span, Spans

Act = Literal["question", "proposal", "openness", "statement", "open"]
OFFER = re.compile(r"\b(?:we|i|you|they)\s+(?:should|must|ought to)\b|\blet['’]?s\b|\blet us\b", re.IGNORECASE)
OPENNESS = re.compile(
    r"\bwould (?:consider|not rule out|be (?:ready|willing|prepared))|\b(?:not|cannot) be (?:excluded|ruled out)"
    r"|\bnot impossible|\bopen to\b|\bcannot exclude",
    re.IGNORECASE,
)
NAMES: dict[Act, str] = {
    "question": "a question", "proposal": "a proposal", "openness": "mere openness", "statement": "a statement",
}  # fmt: skip
# Weight of a question against each, and of a proposal against mere openness.
APART: dict[frozenset[Act], float] = {
    frozenset({"question", "proposal"}): 0.55,
    frozenset({"question", "openness"}): 0.55,
    frozenset({"question", "statement"}): 0.5,
    frozenset({"proposal", "openness"}): 0.5,
}


def act(wording: Wording) -> tuple[Act, Spans]:
    """What sort of act the reading is, with the words that tell; "open" where nothing does."""
    if wording.is_question or any(a.polarity == "questioned" for a in wording.attributions):
        return "question", wording.reading.spans
    openness = _found(OPENNESS, wording)
    if openness:
        return "openness", openness
    for word in wording.cue:
        if word.plain in TELLING_NEUTRALLY:
            return "open", ()
        if word.plain in ASKING | PROPOSING:
            return ("question" if word.plain in ASKING else "proposal"), (word.span,)
    offer = _found(OFFER, wording) if wording.is_quoted else ()
    if offer:
        return "proposal", offer
    return ("statement" if wording.is_quoted else "open"), ()


def _found(pattern: re.Pattern[str], wording: Wording) -> Spans:
    """Where the pattern first stands in a reading of one piece."""
    m = pattern.search(wording.text)
    if not m or len(wording.reading.spans) != 1:
        return ()
    whole = wording.reading.spans[0]
    return (Span(whole.doc, whole.start + m.start(), whole.start + m.end()),)


def acts(comparison: Comparison) -> Iterator[Difference]:
    """A question, a proposal or mere openness in one reading, another of them in the other."""
    a, b = comparison.a, comparison.b
    if a.is_exchange or b.is_exchange or (stance(a) and stance(b)):
        return
    (ours, left), (theirs, right) = act(a), act(b)
    weight = APART.get(frozenset({ours, theirs}))
    if weight:
        text = f"{NAMES[ours].capitalize()} in one reading, {NAMES[theirs]} in the other."
        yield Difference("speech act", text, weight, left or a.reading.spans, right or b.reading.spans)
