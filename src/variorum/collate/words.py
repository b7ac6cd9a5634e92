"""Words as compared across documents: their stems, and how much it tells that two texts share them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from math import log
from typing import Any, NamedTuple

from variorum import text as texts
from variorum.model import Document, Edition, Span, Spans

# An abbreviation with points ("U.S.") is one word; else as `text.words` has it.
TOKEN = re.compile(r"(?:\b[A-Za-z]\.){2,}|" + texts.WORD.pattern)

# Words that any two English texts share: they carry grammar, not matter.
FUNCTION_WORDS = """
    a an and any are as at be because been before being both but by can could did do does doing done for from get
    got had has have having he her here him his how i if in into is it its itself just let like may me might more most
    much must my no nor not now of off on one only or other our out over own shall she should so some such than that
    the their them then there these they this those to too under until up upon us very was we were what when where
    whether which while who whom whose why will with would yet you your about after again also all am each even ever
    every few it's i'm i've i'd i'll he's she's we're we've you're they're that's there's don't doesn't didn't isn't
    aren't wasn't weren't won't wouldn't can't cannot couldn't shouldn't haven't hasn't hadn't s t said say says told
    tell tells nobody nothing none somebody something someone anybody anything anyone everybody everything everyone per
"""
FUNCTION = frozenset(FUNCTION_WORDS.split())

NUMBER_WORDS = """
    two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
    nineteen twenty
"""  # not "one": it is oftener a pronoun than a number
TENS = "thirty forty fifty sixty seventy eighty ninety"
NUMBERS = {word: str(n) for n, word in enumerate(NUMBER_WORDS.split(), start=2)} | {
    word: str(n) for n, word in zip(range(30, 100, 10), TENS.split(), strict=True)
}

# Forms that a stemmer cannot bring together: the irregular verbs that reports use most.
IRREGULAR = {
    form: base
    for base, forms in {
        "be": "is are was were been", "become": "became", "begin": "began begun", "break": "broke broken",
        "bring": "brought", "build": "built", "buy": "bought", "choose": "chose chosen", "come": "came",
        "draw": "drew drawn", "fall": "fell fallen", "feel": "felt", "fight": "fought", "find": "found",
        "forget": "forgot forgotten", "give": "gave given", "go": "went gone goes", "grow": "grew grown",
        "hear": "heard", "hold": "held", "keep": "kept", "know": "knew known", "lead": "led", "leave": "left",
        "lose": "lost", "make": "made", "mean": "meant", "meet": "met", "pay": "paid", "rise": "rose risen",
        "see": "saw seen", "seek": "sought", "sell": "sold", "send": "sent", "speak": "spoke spoken",
        "stand": "stood", "steal": "stole stolen", "take": "took taken", "teach": "taught", "think": "thought",
        "understand": "understood", "win": "won", "write": "wrote written", "man": "men", "woman": "women",
        "child": "children", "person": "people",
    }.items()
    for form in forms.split()
}  # fmt: skip

FUNCTION_WEIGHT = 0.012  # near nothing, yet a long run of them in one order is no chance
# As if so many more sentences had been read, in all documents and in each one: few and short ones then give usable
# weights too.
PRIOR_SENTENCES, PRIOR_OF_ONE = 60, 20
TOPICS = 40  # words that stand for what a document is about


class Word(NamedTuple):  # not a dataclass: millions are made
    """One word where it stands, as compared (`plain`) and by its stem."""

    start: int
    end: int
    plain: str
    stem: str


@lru_cache(maxsize=1)
def _stemmer() -> Any:  # the library has no types
    import snowballstemmer

    return snowballstemmer.stemmer("english")


@lru_cache(maxsize=200_000)
def plain(token: str) -> str:
    """A word as compared: case and points aside, but "US" and "WHO" stay apart from "us" and "who".

    >>> plain("U.S."), plain("us"), plain("Harbour")
    ('US', 'us', 'harbour')
    """
    form = texts.plain(token.replace(".", ""))
    bare = form.removesuffix("'s")
    if 1 < len(bare) < 4 and bare in FUNCTION and token[:3].replace(".", "").isupper():
        return bare.upper()
    return form


@lru_cache(maxsize=200_000)
def stem(form: str) -> str:
    """What the forms of one word have in common; number words become figures.

    >>> stem("objections"), stem("twelve"), stem("mayor's"), stem("went")
    ('object', '12', 'mayor', 'go')
    """
    if form.isupper():
        return form
    bare = form.removesuffix("'s").removesuffix("s'")
    if bare in NUMBERS:
        return NUMBERS[bare]
    return str(_stemmer().stemWord(IRREGULAR.get(bare, bare)))


def words_in(text: str, start: int, end: int) -> list[Word]:
    """The words between two offsets.

    >>> [w.stem for w in words_in("The U.S. objects.", 0, 17)]
    ['the', 'US', 'object']
    """
    return [Word(*m.span(), *_compared(m.group())) for m in TOKEN.finditer(text, start, end)]


@lru_cache(maxsize=200_000)
def _compared(token: str) -> tuple[str, str]:
    """A word as compared, and its stem."""
    form = plain(token)
    return form, stem(form)


def words_of(text: str, spans: Spans) -> list[Word]:
    """The words of a broken-up whole, in text order."""
    return [word for span in spans for word in words_in(text, span.start, span.end)]


class Rarity:
    """How much a shared stem tells: 1 where a single sentence has it, towards 0 the more have it.

    The logarithm of the share of sentences, on a scale of its own for each collection, so that the same thresholds
    serve five articles and five hundred.
    """

    def __init__(self, sentences: Iterable[Iterable[str]], prior: int) -> None:
        self.counts: Counter[str] = Counter()
        self.total = prior
        for stems in sentences:
            self.total += 1
            self.counts.update(set(stems))
        self._held: dict[str, float] = {}

    def __call__(self, word: str) -> float:
        """The weight of a stem; near 0 for the words that carry grammar only."""
        if word not in self._held:
            rare = log(self.total / (1 + self.counts[word])) / log(self.total / 2)
            self._held[word] = FUNCTION_WEIGHT if word in FUNCTION_STEMS else max(FUNCTION_WEIGHT, min(1.0, rare))
        return self._held[word]


FUNCTION_STEMS = FUNCTION | {stem(word) for word in FUNCTION}


class Weights:
    """How much a stem tells in each document: little where it is common in all, or where this document is about it."""

    def __init__(self, edition: Edition) -> None:
        sentences = {document.id: list(_sentences(document)) for document in edition.documents}
        self._all = Rarity((s for own in sentences.values() for s in own), PRIOR_SENTENCES)
        self._own = {key: Rarity(own, PRIOR_OF_ONE) for key, own in sentences.items()}
        self._topics = {key: self._telling(own.counts) for key, own in self._own.items()}

    def __call__(self, doc: str, word: str) -> float:
        """The weight of a stem in a document (id), between 0 and 1."""
        return min(self._all(word), self._own[doc](word))

    def topics(self, doc: str) -> frozenset[str]:
        """The stems that tell most of what a document is about: often in it, seldom elsewhere."""
        return self._topics[doc]

    def _telling(self, counts: Counter[str]) -> frozenset[str]:
        ranked = sorted(counts, key=lambda word: (-counts[word] * self._all(word), word))
        return frozenset(word for word in ranked[:TOPICS] if word not in FUNCTION_STEMS)


def _sentences(document: Document) -> Iterator[list[str]]:
    for block in blocks(document):
        for start, end in texts.sentences(document.text, block.start, block.end):
            yield [_compared(token)[1] for token in TOKEN.findall(document.text, start, end)]


def blocks(document: Document) -> Spans:
    """The paragraphs, headings and captions of a document; all its lines where its regions are not marked."""
    if document.regions:
        return tuple(region.span for region in document.regions if region.kind != "boilerplate")
    return tuple(Span(document.id, start, end) for start, end in texts.paragraphs(document.text))


def longest_run(left: Sequence[str], right: Sequence[str]) -> tuple[int, int, int]:
    """Where the longest run of equal stems starts in each, and its length; the first one where several are longest.

    >>> longest_run(["we", "might", "join"], ["they", "might", "join", "us"])
    (1, 1, 2)
    """
    best = (0, 0, 0)
    places: dict[str, list[int]] = {}
    for j, word in enumerate(right):
        places.setdefault(word, []).append(j)
    before: dict[int, int] = {}
    for i, word in enumerate(left):
        now = {}
        for j in places.get(word, ()):
            now[j] = before.get(j - 1, 0) + 1
            if now[j] > best[2]:
                best = (i - now[j] + 1, j - now[j] + 1, now[j])
        before = now
    return best
