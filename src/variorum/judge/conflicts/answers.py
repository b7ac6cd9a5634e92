"""One person's answer to one question, told by the same teller in several documents: yes in one, no in another."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from variorum.judge.conflicts.drawing import conflict, quoted, short, siglum
from variorum.judge.stance import Stance, stance
from variorum.judge.tellings import called, outermost
from variorum.judge.wording import Wording, read, words_of
from variorum.lookup import Lookup
from variorum.model import Attribution, Conflict, Reading, Reason, Span

SHORT = 8  # words of a quotation that is an answer by itself
MOST_HELD = 30  # answers of one telling whose passages share a word; more, and the word proposes no pairs
MOST_QUOTED = 40  # quotations of one answer that are compared pair by pair
COMMON = 3  # content stems that the passages around two answers share, if they answer one question


@dataclass(frozen=True, slots=True)
class Answer:
    """A short answer: who gave it, who tells of it, what it shows, and the stems of the passage around it."""

    attribution: Attribution
    speaker: str
    teller: str
    wording: Wording
    stance: Stance
    context: frozenset[str]

    @property
    def doc(self) -> str:
        """The document that has it."""
        return self.attribution.doc

    @property
    def is_assent(self) -> bool:
        """Whether it is a yes, however weak."""
        return self.stance.attitude == "assent"


def answers(lookup: Lookup) -> list[Answer]:
    """The short answers of somebody whose words another one tells, in the order of the documents."""
    found = []
    for attribution in sorted(lookup.edition.attributions, key=lambda a: (a.doc, a.content, a.id)):
        teller = outermost(attribution, lookup).speaker
        if (
            not attribution.speaker
            or not teller
            or teller == attribution.speaker
            or attribution.polarity == "questioned"
        ):
            continue
        for span in _pieces(attribution, lookup):
            reading = Reading(id=attribution.id, witness=span.doc, attributions=(attribution.id,), spans=(span,))
            wording = read(reading, lookup)
            shown = stance(wording)
            if shown:
                context = _context(attribution, span, lookup)
                found.append(Answer(attribution, attribution.speaker, teller, wording, shown, context))
    return found


def _pieces(attribution: Attribution, lookup: Lookup) -> list[Span]:
    """Where the answer stands: the content in one piece, or the short quotations of a broken one."""
    if len(attribution.content) == 1:
        return list(attribution.quoted if len(attribution.quoted) == 1 else attribution.content)
    return [q for q in attribution.quoted if len(words_of(q, lookup)) <= SHORT]


def _context(attribution: Attribution, span: Span, lookup: Lookup) -> frozenset[str]:
    """The stems of what the teller says around the answer and in the two sentences before it."""
    top = outermost(attribution, lookup)
    before = lookup.sentence(span)
    spans = [*top.content, before]
    for _ in range(2):
        if before.start > 1:
            before = lookup.sentence(Span(before.doc, before.start - 2, before.start - 1))
            spans.append(before)
    return frozenset(w.stem for s in spans for w in words_of(s, lookup) if w.is_content)


def told_twice(lookup: Lookup) -> Iterator[Conflict]:
    """Conflicts between answers of one person to one question, as one teller gives them in different documents."""
    by_telling: dict[tuple[str, str], list[Answer]] = defaultdict(list)
    for answer in answers(lookup):
        by_telling[answer.speaker, answer.teller].append(answer)
    for key in sorted(by_telling):
        refusing: dict[str, list[Answer]] = defaultdict(list)
        for answer in by_telling[key]:
            if not answer.is_assent:
                refusing[answer.doc].append(answer)
        for group in _of_one_question(by_telling[key]):
            yield from _turned(group, refusing, lookup)
            yield from _worded(group, lookup)


def _of_one_question(held: list[Answer]) -> list[list[Answer]]:
    """Answers whose passages speak of the same things, directly or through a third.

    A word that a great many passages have tells of no question and proposes no pairs, so that the pairs looked at
    grow with the number of answers and not with its square.
    """
    head = list(range(len(held)))  # of each answer, one that is nearer to the head of its group; at last the head

    def top(n: int) -> int:
        while head[n] != n:
            head[n] = head[head[n]]
            n = head[n]
        return n

    for n, m in _near(held):
        first, second = sorted((top(n), top(m)))
        head[second] = first
    groups: dict[int, list[Answer]] = defaultdict(list)
    for n, answer in enumerate(held):
        groups[top(n)].append(answer)
    return [g for _, g in sorted(groups.items()) if len({a.doc for a in g}) > 1]


def _near(held: list[Answer]) -> Iterator[tuple[int, int]]:
    """Pairs of answers whose passages have enough in common, each pair once."""
    holding: dict[str, list[int]] = defaultdict(list)
    for n, answer in enumerate(held):
        for key in answer.context:
            holding[key].append(n)
    for n, answer in enumerate(held):
        earlier = Counter(m for key in answer.context if len(holding[key]) <= MOST_HELD for m in holding[key] if m < n)
        yield from ((m, n) for m in sorted(earlier) if len(answer.context & held[m].context) >= COMMON)


def _turned(group: list[Answer], refused: dict[str, list[Answer]], lookup: Lookup) -> Iterator[Conflict]:
    """One document ends in a refusal, wherever it tells of it, where another tells of assent only."""
    witnesses = {a.doc for a in group}
    refusing = [a for doc in sorted(witnesses & refused.keys()) for a in refused[doc]]
    docs = {a.doc for a in refusing}
    assenting = [a for a in group if a.is_assent and a.doc not in docs]
    if not refusing or not assenting:
        return
    places = [short(a.wording.reading.spans[0], lookup) for a in (*refusing, *assenting)]
    sides = [places[0], places[len(refusing)]]
    shown = [f"{quoted(s, lookup)} ({siglum(s.doc, lookup)})" for s in sides]
    is_sequence = any(a.is_assent and a.doc in docs for a in group)
    who = called(refusing[0].speaker, lookup)
    text = f"{who}’s answer is a no in one account ({shown[0]}); another has only {shown[1]}."
    reason = Reason(feature="answer", text=text, score=0.55, evidence=tuple(sides))
    yield conflict("outcome" if is_sequence else "polarity", f"How it ended: {shown[0]} or {shown[1]}?", places,
                   severity="high", confidence=0.5 if is_sequence else 0.6, statements=_statements(group, lookup),
                   reasons=[reason])  # fmt: skip


def _worded(group: list[Answer], lookup: Lookup) -> Iterator[Conflict]:
    """Two documents quote the answer in words that have nothing in common."""
    quotations = [a for a in group if a.is_assent == group[0].is_assent and a.wording.is_quoted][:MOST_QUOTED]
    differing = [
        (a, b) for a, b in combinations(quotations, 2)
        if a.doc != b.doc and _have_nothing_in_common(a.wording, b.wording)
    ]  # fmt: skip
    if not differing:
        return
    involved = {a.attribution.id: a for pair in differing for a in pair}
    places = [short(a.wording.reading.spans[0], lookup) for a in involved.values()]
    shown = [
        f"{quoted(short(a.wording.reading.spans[0], lookup), lookup)} ({siglum(a.doc, lookup)})" for a in differing[0]
    ]
    text = f"The answer is quoted as {shown[0]} and as {shown[1]}; they cannot both be the words."
    reason = Reason(feature="wording", text=text, score=0.6, evidence=tuple(places[:2]))
    yield conflict("wording", f"Which words: {shown[0]} or {shown[1]}?", places, severity="medium", confidence=0.6,
                   statements=_statements(list(involved.values()), lookup), reasons=[reason])  # fmt: skip


def _have_nothing_in_common(a: Wording, b: Wording) -> bool:
    """Whether two answers share no word that means something, and are not the same few words."""
    ours, theirs = ({w.stem for w in side.content} for side in (a, b))
    return not ours & theirs and [w.stem for w in a.words] != [w.stem for w in b.words]


def _statements(group: list[Answer], lookup: Lookup) -> set[str]:
    return {s for a in group for s in lookup.statements_of.get(a.attribution.id, [])}
