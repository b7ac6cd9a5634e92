"""The readings of one statement as a stemma sees them: words, dates, likeness, and what rules a descent out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from difflib import SequenceMatcher

from variorum import edtf
from variorum.judge import wording
from variorum.judge.wording import Word, Wording
from variorum.lookup import Lookup
from variorum.model import Document, Reading, Reason, RelationKind, Span, Statement
from variorum.text import plain_words

NEARNESS: tuple[RelationKind, ...] = ("identical", "trimmed", "reworded", "paraphrase", "altered", "contradictory")
# Content words in a row that a quotation has and its supposed origin lacks. Two may be an editor's gloss, and three
# are a piece of what was said; see tests/unit/judge/test_stemma.py.
SURPLUS = 3
SHOWN = 10  # words of a passage that a reason repeats


class Versions:
    """One statement's readings by id; those in documents that the edition does not hold are left out."""

    def __init__(self, statement: Statement, lookup: Lookup) -> None:
        self.statement, self.lookup = statement, lookup
        held = sorted(statement.readings, key=self._place)
        self.readings: dict[str, Reading] = {r.id: r for r in held if r.witness in lookup.documents}
        self.order = {key: n for n, key in enumerate(self.readings)}
        self.by_witness: dict[str, list[Reading]] = defaultdict(list)
        for reading in self.readings.values():
            self.by_witness[reading.witness].append(reading)
        self._relations = {frozenset((r.a, r.b)): r.relation for r in statement.relations}
        self._wordings: dict[str, Wording] = {}
        self._forms: dict[str, frozenset[str]] = {}

    def _place(self, reading: Reading) -> tuple[int, str, str, tuple[Span, ...], str]:
        siglum = self.siglum(reading.witness)
        return len(siglum), siglum, reading.witness, reading.spans, reading.id

    def siglum(self, doc: str) -> str:
        """The short label of a witness."""
        document = self.lookup.documents.get(doc)
        return (document.siglum or document.path) if document else "?"

    def name(self, reading: str) -> str:
        """The siglum of the reading's witness."""
        return self.siglum(self.readings[reading].witness)

    def document(self, reading: str) -> Document:
        """The document in which the reading stands."""
        return self.lookup.documents[self.readings[reading].witness]

    def wording(self, reading: str) -> Wording:
        """The reading's words."""
        if reading not in self._wordings:
            self._wordings[reading] = wording.read(self.readings[reading], self.lookup)
        return self._wordings[reading]

    def forms(self, doc: str) -> frozenset[str]:
        """All words of a document, as compared."""
        if doc not in self._forms:
            self._forms[doc] = frozenset(plain_words(self.lookup.documents[doc].text))
        return self._forms[doc]

    def relation(self, a: str, b: str) -> RelationKind:
        """How two readings relate; where nobody judged it, whether their words are the same."""
        found = self._relations.get(frozenset((a, b)))
        if found:
            return found
        ours, theirs = ([w.stem for w in self.wording(x).words] for x in (a, b))
        return "identical" if ours == theirs else "trimmed" if _holds(ours, theirs) else "paraphrase"

    def is_shorter(self, a: str, b: str) -> bool:
        """Whether the first has fewer words."""
        return len(self.wording(a).words) < len(self.wording(b).words)

    def nearest(self, reading: str, others: Iterable[str]) -> str | None:
        """Which of the others is most like the reading; of equals the longest, then the first by siglum and place."""

        def key(other: str) -> tuple[int, int, int]:
            nearness = NEARNESS.index(self.relation(reading, other))
            return nearness, -len(self.wording(other).words), self.order[other]

        return min(others, key=key, default=None)

    def against(self, child: str, parent: str) -> Reason | None:
        """What rules it out that the one comes from the other; None where nothing does."""
        return self.too_late(child, parent) or self.too_full(child, parent)

    def too_late(self, child: str, parent: str) -> Reason | None:
        """That the supposed parent was published after the child."""
        below, above = self.document(child), self.document(parent)
        if not precedes(below, above):
            return None
        text = f"{self.name(parent)} ({above.published}) was published after {self.name(child)} ({below.published})."
        return Reason(feature="published after", text=text, score=0.0)

    def too_full(self, child: str, parent: str) -> Reason | None:
        """That the child quotes words which the supposed parent's document has nowhere."""
        lost = self.surplus(child, parent)
        if not lost:
            return None
        text = f"{self.name(child)} quotes words that {self.name(parent)} lacks: “{self.shown(lost)}”."
        return Reason(feature="fuller", text=text, score=0.0, evidence=wording.covering(lost))

    def surplus(self, child: str, parent: str) -> tuple[Word, ...]:
        """Words that the child quotes between or beside those of the parent, and that the parent's text has nowhere."""
        ours, theirs = self.wording(child), self.wording(parent)
        if not ours.is_quoted or not ours.words or not theirs.words:
            return ()
        known = self.forms(self.readings[parent].witness)
        matcher = SequenceMatcher(None, [w.stem for w in ours.words], [w.stem for w in theirs.words], autojunk=False)
        codes = matcher.get_opcodes()
        if not any(tag == "equal" for tag, *_ in codes):
            return ()
        for tag, i, j, _, _ in codes:
            if tag == "delete" and sum(w.is_content and w.plain not in known for w in ours.words[i:j]) >= SURPLUS:
                return ours.words[i:j]
        return ()

    def shown(self, words: tuple[Word, ...]) -> str:
        """The first of these words as they stand."""
        text = self.lookup.words(Span(words[0].span.doc, words[0].span.start, words[-1].span.end))
        return first_words(text)


def first_words(text: str) -> str:
    """The beginning of a passage, for a sentence.

    >>> first_words("one two")
    'one two'
    """
    shown = text.split()
    return " ".join(shown[:SHOWN]) + (" …" if len(shown) > SHOWN else "")


def _holds(a: list[str], b: list[str]) -> bool:
    """Whether one of two rows of words is a run of the other."""
    shorter, longer = sorted((a, b), key=len)
    n = len(shorter)
    return 0 < n < len(longer) and any(longer[k : k + n] == shorter for k in range(len(longer) - n + 1))


def precedes(a: Document, b: Document) -> bool:
    """Whether the one was published wholly before the other; dates that overlap, or are missing, decide nothing."""
    ours, theirs = _days(a), _days(b)
    return bool(ours and theirs and ours[1] < theirs[0])


def _days(document: Document) -> tuple[date, date] | None:
    """The days within which the document appeared; a time of day is left aside."""
    published = document.published or ""
    return edtf.bounds(published.partition("T")[0]) if published else None
