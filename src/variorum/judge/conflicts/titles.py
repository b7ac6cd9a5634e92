"""A title that says more than its own text, or the contrary of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from variorum.judge.antonyms import are_opposite
from variorum.judge.conflicts.affirmed import NO_MATTER
from variorum.judge.conflicts.counts import FATES
from variorum.judge.conflicts.drawing import conflict, quoted, short, siglum
from variorum.judge.conflicts.quantities import Amount
from variorum.judge.conflicts.slots import Slot
from variorum.judge.conflicts.told import Told
from variorum.judge.lexicon import NEGATING_VERBS
from variorum.judge.stems import stem_set
from variorum.judge.synonyms import concept
from variorum.judge.wording import Word
from variorum.lookup import Lookup
from variorum.model import Conflict, Reason, Span

ANSWERS = stem_set("accept accepted agree agreed approve approved reject rejected refuse refused")  # see `headings`
SHARED = 2  # concepts that a title and a sentence under it share, if they tell of one thing
PART = 0.6  # part of the title's concepts that a sentence has, where a word of it is denied there
PART_OPPOSED = 0.5  # the same where a word has its opposite


def against_their_text(sentences: Sequence[Told], lookup: Lookup) -> Iterator[Conflict]:
    """Conflicts between the title of a document and its sentences, the first of each title."""
    titles = [s for s in sentences if _is_title(s, lookup)]
    titled = {t.span.doc for t in titles}
    text: dict[str, list[Told]] = defaultdict(list)
    for sentence in sentences:
        if sentence.span.doc in titled and not _is_title(sentence, lookup):
            text[sentence.span.doc].append(sentence)
    for title in titles:
        under = text[title.span.doc]
        found = next(((s, x, y) for s in under for x, y in _against(title, s)), None)
        if found:
            yield _drawn(title, *found, lookup)


def counts_against_their_text(slots: Sequence[Slot], lookup: Lookup) -> Iterator[Conflict]:
    """Conflicts between the number of dead, hurt or missing in a title and all such numbers in the text under it."""
    counted: dict[tuple[str, str], tuple[list[Slot], list[Slot]]] = {}
    for found in slots:
        if found.sort.removeprefix("number ") in FATES.values():
            is_under = not _is_title(found.sentence, lookup)
            counted.setdefault((found.span.doc, found.sort), ([], []))[is_under].append(found)
    for key in sorted(counted):
        above, under = counted[key]
        for title in above[:1]:
            if under and not any(_agree(title, s) for s in under):
                largest = max(under, key=lambda s: (_size(s), s.span))
                yield _count_drawn(title, largest, lookup)


def _agree(a: Slot, b: Slot) -> bool:
    return isinstance(a.value, Amount) and isinstance(b.value, Amount) and a.value.agrees(b.value)


def _size(found: Slot) -> float:
    return found.value.least if isinstance(found.value, Amount) else 0.0


def _count_drawn(title: Slot, under: Slot, lookup: Lookup) -> Conflict:
    sides = (short(title.sentence.span, lookup), short(under.sentence.span, lookup, (under.span,)))
    says = [quoted(s.span, lookup) for s in (title, under)]
    text = f"The title counts {says[0]}, the text under it {says[1]}, and nowhere as many as the title."
    reason = Reason(feature="title", text=text, score=0.6, evidence=(title.span, under.span))
    label = f"Title against text: {says[0]} or {says[1]} ({siglum(title.span.doc, lookup)})?"
    return conflict("number", label, sides, severity="high", confidence=0.6, reasons=[reason])


def _is_title(sentence: Told, lookup: Lookup) -> bool:
    regions = lookup.documents[sentence.span.doc].regions
    return any(r.kind == "title" and r.span.touches(sentence.span) for r in regions)


def _against(title: Told, sentence: Told) -> Iterator[tuple[Word, Word]]:
    """A word of the title with one of the sentence that cannot both be right."""
    ours, theirs = ([w for w in t.words if w.is_content] for t in (title, sentence))
    whole = {concept(w.stem) for w in ours if w.plain not in NEGATING_VERBS}
    common = whole & {concept(w.stem) for w in theirs}
    part = len(common) / max(1, len(whole))
    if len(common) < SHARED:
        return
    for x in ours:
        for y in theirs:
            is_denied = concept(x.stem) == concept(y.stem) and x.is_denied != y.is_denied and part >= PART
            are_opposed = (
                x.stem not in NO_MATTER | ANSWERS and are_opposite(x.stem, y.stem) and x.is_denied == y.is_denied
            )
            if is_denied or (are_opposed and part >= PART_OPPOSED):
                yield x, y


def _drawn(title: Told, sentence: Told, x: Word, y: Word, lookup: Lookup) -> Conflict:
    near = [w.span for w in sentence.words if abs(w.span.start - y.span.start) < 50]
    place = short(Span(y.span.doc, near[0].start, near[-1].end), lookup, (y.span,))
    sides = (short(title.span, lookup), place)
    says = [quoted(s, lookup) for s in sides]
    text = f"The title has “{x.plain}”, the text under it “{y.plain}” of the same matter: {says[0]}, {says[1]}."
    reason = Reason(feature="title", text=text, score=0.5, evidence=(x.span, y.span))
    return conflict("polarity", f"Title against text: {says[0]} or {says[1]} ({siglum(place.doc, lookup)})?", sides,
                    severity="medium", confidence=0.45, reasons=[reason])  # fmt: skip
