"""Words as compared: where they stand, their stem, whether they are denied, and whose reading they are."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import NamedTuple

from variorum.judge.lexicon import ADVERSE, FUNCTION_WORDS, NEGATING_VERBS, NEGATORS
from variorum.judge.numbers import ROUND, UNITS
from variorum.judge.places import COMPOUND, country
from variorum.judge.stems import stem
from variorum.lookup import Lookup
from variorum.model import Attribution, Reading, Span, Spans
from variorum.text import plain

ROUND_AND_UNIT = rf"\b(?:{'|'.join(ROUND)})-(?:{'|'.join(UNITS)})\b"  # "twenty-one" is one word
TOGETHER = ("per cent", *COMPOUND)
FIRST_LETTERS = "".join(sorted({words[0] for words in (*TOGETHER, *ROUND)}))  # only there is it worth a look
TOKEN = re.compile(
    rf"(?:\w\.){{2,}}|\b(?=[{FIRST_LETTERS}])(?:"
    + "|".join(rf"{words}\b" for words in TOGETHER).replace(" ", r"\s+")
    + "|"
    + ROUND_AND_UNIT
    + r")|\d+(?:[.,]\d+)*(?!\w)|\w+(?:['’]\w+)*",
    re.IGNORECASE,
)
CLAUSE_END = re.compile(
    r"[,;:!?…—–()\[\]]|\n\s*\n|(?<!Mr)(?<!Mrs)(?<!Ms)(?<!Dr)\.(?:\s|$)|\bbut\b|\band\b|\bbecause\b", re.IGNORECASE
)
ENDINGS = ("n't", "'ve", "'re", "'ll", "'d", "'m", "'s")
IRREGULAR = {"won't": "will", "can't": "can", "shan't": "shall", "cannot": "can", "us": "us"}
INNER_QUOTE = re.compile(r"\w[,:]\s+[\"'“‘«]\w")  # he said, 'No'
FORMS = 100_000  # forms of words that are kept as reckoned; an edition of some hundred documents has fewer
LEAD_IN = 40  # characters before a reading in which a negation may stand that governs its first words
NEGATION_REACH = 4  # words; "not in any way a threat" is within it, a new clause ends it sooner


@dataclass(frozen=True, slots=True)
class Word:
    """One word: its place, its plain form, the stem it is aligned by, whether a negation governs it."""

    span: Span
    plain: str
    stem: str
    is_denied: bool
    is_content: bool  # whether it carries meaning of its own

    @property
    def is_negator(self) -> bool:
        """Whether the word denies what follows it."""
        return self.plain in NEGATORS or self.plain.endswith("n't")


@dataclass(frozen=True, slots=True)
class Wording:
    """A reading with its words and with what is known of the reports that carry it.

    `is_exchange` marks one that tells of others' words (what he asked, what she answered): moods and
    conditions inside it are theirs. `is_denied` marks one that the report around it denies,
    `following` is the rest of its last sentence,
    `setting` the sentence it begins in, so far as the same teller speaks there.
    """

    reading: Reading
    words: tuple[Word, ...]
    text: str
    attributions: tuple[Attribution, ...]
    cue: tuple[Word, ...]
    is_quoted: bool
    is_question: bool
    is_exchange: bool
    is_denied: bool
    following: str
    setting: tuple[Span, str] | None = None
    content: tuple[Word, ...] = field(init=False, compare=False)  # the words that carry meaning of their own

    def __post_init__(self) -> None:
        object.__setattr__(self, "content", tuple(w for w in self.words if w.is_content))

    @property
    def spans(self) -> Spans:
        """All its words, or what the reading marks if there are none."""
        return self.reading.spans

    @property
    def speakers(self) -> frozenset[str]:
        """The actors to whom the reports give it."""
        return frozenset(a.speaker for a in self.attributions if a.speaker)


def read(reading: Reading, lookup: Lookup) -> Wording:
    """The reading as compared."""
    attributions = tuple(lookup.attributions[a] for a in reading.attributions if a in lookup.attributions)
    text = lookup.quote(reading.spans)
    whole = lookup.documents[reading.witness].text if reading.witness in lookup.documents else ""
    end = reading.spans[-1].end if reading.spans else 0
    quoted = [q for a in attributions for q in a.quoted]
    return Wording(
        reading=reading,
        words=tuple(w for s in reading.spans for w in words_of(s, lookup)),
        text=text,
        attributions=attributions,
        cue=tuple(w for a in attributions for s in a.cue for w in words_of(s, lookup)),
        is_quoted=_is_quoted(reading.spans, quoted, attributions),
        is_question=_is_question(text),
        is_exchange=bool(INNER_QUOTE.search(text))
        or any(_holds(reading.spans, child) for a in attributions for child in lookup.children.get(a.id, ())),
        is_denied=any(a.polarity == "denied" for a in attributions) or _is_led_by_denial(reading.spans, lookup),
        following=_rest_of_sentence(whole, end),
        setting=_setting(reading, attributions, lookup),
    )


def _is_quoted(spans: Spans, quoted: Iterable[Span], attributions: tuple[Attribution, ...]) -> bool:
    """Whether the reading is printed as direct speech: nearly all of it lies within quotation marks."""
    total = sum(s.end - s.start for s in spans)
    held = sum(max(0, min(s.end, q.end) - max(s.start, q.start)) for s in spans for q in set(quoted) if q.doc == s.doc)
    return any(a.mode == "direct" for a in attributions) or (total > 0 and held >= 0.85 * total)


def _is_question(text: str) -> bool:
    """Whether the whole of it asks, and not only its last clause."""
    bare = text.strip("\"'“”‘’«»()… ,")
    return bare.endswith("?") and not re.search(r"[.:;!]\s", bare)


def _setting(reading: Reading, attributions: tuple[Attribution, ...], lookup: Lookup) -> tuple[Span, str] | None:
    if not reading.spans or reading.witness not in lookup.documents:
        return None
    sentence = lookup.sentence(reading.spans[0])
    for attribution in attributions:
        parent = lookup.attributions.get(attribution.parent or "")
        for outer in parent.content if parent else ():
            if outer.touches(reading.spans[0]):
                start, end = max(outer.start, sentence.start), min(outer.end, sentence.end)
                sentence = Span(outer.doc, start, max(start, end))
    return sentence, lookup.words(sentence)


def _holds(spans: Spans, inner: Attribution) -> bool:
    """Whether a nested report begins within these spans and is not the whole of them."""
    first, last = inner.content[:1], spans[-1:]
    is_inside = any(first[0].start >= s.start and first[0] in s for s in spans) if first else False
    return is_inside and (inner.content, last) != (spans, last)


def _rest_of_sentence(text: str, end: int) -> str:
    """What follows up to the end of the sentence, 80 characters at most."""
    m = re.match(r"[^.!?\n]{0,80}", text[end : end + 80])
    return m.group() if m and end and text[end - 1 : end] not in ".!?" else ""


def _is_led_by_denial(spans: Spans, lookup: Lookup) -> bool:
    """Whether a negation right before the reading governs its first words ("cannot imagine | his leaving")."""
    document = lookup.documents.get(spans[0].doc) if spans else None
    if document is None:
        return False
    first = spans[0]
    start = max(document.text.rfind("\n", 0, first.start) + 1, first.start - LEAD_IN)
    lead = re.search(r"[^.!?;:,\"“”‘«»]*$", document.text[start : first.start])
    begin = start + (lead.start() if lead else 0)
    end = min(first.end, first.start + LEAD_IN)
    return any(w.is_denied and w.span.start >= first.start and not any(
        n.is_negator and n.span.start >= first.start and n.span.start < w.span.start
        for n in tokens(document.text, Span(first.doc, first.start, end))
    ) for w in tokens(document.text, Span(first.doc, begin, end)))  # fmt: skip


def words_of(span: Span, lookup: Lookup) -> list[Word]:
    """The words under a span, with their stems and the negations that govern them."""
    document = lookup.documents.get(span.doc)
    return tokens(document.text, span) if document else []


def tokens(text: str, span: Span) -> list[Word]:
    """The words of a text between two offsets.

    >>> [(w.stem, w.is_denied) for w in tokens("It does not threaten us.", Span("d", 0, 24)) if w.is_content]
    [('threaten', True)]
    """
    found: list[Word] = []
    denied_until, at = -1, span.start
    for n, m in enumerate(TOKEN.finditer(text, span.start, span.end)):
        start, end = m.span()
        form = _form(m.group())
        if form.ends_clause or (text[at:start] != " " and CLAUSE_END.search(text, at, start)):
            denied_until = -1
        is_denied = n <= denied_until
        if is_denied and form.plain in ADVERSE:
            denied_until = -1
        if form.denies:
            denied_until = n + NEGATION_REACH
        found.append(Word(Span(span.doc, start, end), form.plain, form.stem, is_denied, form.is_content))
        at = end
    return found


class _Form(NamedTuple):
    """What a word is wherever it stands."""

    plain: str
    stem: str
    is_content: bool
    denies: bool
    ends_clause: bool


@lru_cache(maxsize=FORMS)
def _form(form: str) -> _Form:
    key = plain(" ".join(form.split())).replace("per cent", "percent")
    named = country(form.removesuffix("'s").removesuffix("’s"))
    is_content = key not in FUNCTION_WORDS and _bare(key) not in FUNCTION_WORDS
    denies = key in NEGATORS or key.endswith("n't") or key in NEGATING_VERBS
    return _Form(key, named or stem(_bare(key)), is_content, denies, bool(CLAUSE_END.fullmatch(form)))


@cache
def _bare(key: str) -> str:
    """A contraction without its tail: "don't" is "do", "we've" is "we"."""
    if key in IRREGULAR:
        return IRREGULAR[key]
    for ending in ENDINGS:
        if key.endswith(ending) and len(key) > len(ending):
            return key.removesuffix(ending)
    return key


def covering(words: Iterable[Word]) -> Spans:
    """Spans over these words, neighbours joined."""
    found: list[Span] = []
    for word in sorted(words, key=lambda w: w.span):
        last = found[-1] if found else None
        if last and last.doc == word.span.doc and 0 <= word.span.start - last.end <= 2:
            found[-1] = Span(last.doc, last.start, word.span.end)
        else:
            found.append(word.span)
    return tuple(found)
