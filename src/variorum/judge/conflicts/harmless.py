"""Whether anybody came to harm: "nobody was killed" in one document, so many dead in another."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from variorum.judge.conflicts.counts import FATES
from variorum.judge.conflicts.drawing import conflict, quoted, short, siglum
from variorum.judge.conflicts.told import Told
from variorum.judge.lexicon import word_set
from variorum.judge.wording import Word
from variorum.lookup import Lookup
from variorum.model import Conflict, Reason, Span

NONE = word_set("nobody none no")
HARMS = {"dead": "killed", "hurt": "hurt"}
LESS = word_set("other further more else additional")
KIN = 3  # names that two documents share, if they tell of one event
UNREAL = word_set("if would could might may can should must whether nearly almost not never")
SOMEBODY = word_set("a an one two three four five six seven eight nine ten")


def differing(sentences: Sequence[Told], lookup: Lookup) -> Iterator[Conflict]:
    """Conflicts between a document by which nobody was killed or hurt, and one by which somebody was."""
    spared = [(t, w, harm) for t in sentences for w, harm in _harms(t) if _is_spared(t, w)]
    harmed = [(t, w, harm) for t in sentences for w, harm in _harms(t) if _is_harmed(t, w)]
    names = _names(sentences)
    own = {(t.span.doc, harm) for t, _, harm in harmed}
    naming: dict[tuple[str, str], list[int]] = defaultdict(list)  # harm and name -> where in a document that has it
    for n, (t, _, harm) in enumerate(harmed):
        for name in names[t.span.doc]:
            naming[harm, name].append(n)
    for t, w, harm in spared:
        if (t.span.doc, harm) in own:
            continue
        shared = Counter(n for name in names[t.span.doc] for n in naming.get((harm, name), ()))
        kin = [harmed[n] for n in sorted(shared) if shared[n] >= KIN]
        if kin:
            yield _drawn(harm, _clause(t, w, lookup), [_clause(o, v, lookup) for o, v, _ in kin[:4]], lookup)


def _harms(sentence: Told) -> Iterator[tuple[Word, str]]:
    for word in sentence.words:
        harm = FATES.get(word.stem)
        if harm in HARMS and word.plain not in ("lives", "death", "deaths", "died", "dies"):
            yield word, harm


def _is_spared(sentence: Told, word: Word) -> bool:
    before = [w for w in sentence.words if w.span.end <= word.span.start][-5:]
    at = next(
        (
            n
            for n, w in enumerate(before)
            if w.plain in NONE or (w.plain == "one" and n and before[n - 1].plain == "no")
        ),
        None,
    )
    return at is not None and not any(w.plain in LESS | UNREAL for w in before) and len(sentence.words) <= 14


def _is_harmed(sentence: Told, word: Word) -> bool:
    """Whether somebody is told to have been harmed, a passenger or so many."""
    before = [w for w in sentence.words if w.span.end <= word.span.start][-6:]
    forms = {w.plain for w in before}
    if word.is_denied or forms & (UNREAL | NONE) or not forms & {"was", "were"}:
        return False
    return bool(forms & SOMEBODY) or any(w.plain.isdigit() for w in before)


def _names(sentences: Sequence[Told]) -> dict[str, set[str]]:
    """The names in each document."""
    found: dict[str, set[str]] = {}
    for t in sentences:
        found.setdefault(t.span.doc, set()).update(t.names)
    return found


def _clause(sentence: Told, word: Word, lookup: Lookup) -> Span:
    near = [w.span for w in sentence.words if -45 < w.span.start - word.span.start <= 0]
    return short(Span(word.span.doc, near[0].start, word.span.end), lookup)


def _drawn(harm: str, spared: Span, others: Sequence[Span], lookup: Lookup) -> Conflict:
    shown = [f"{quoted(s, lookup)} ({siglum(s.doc, lookup)})" for s in (spared, others[0])]
    text = f"By {shown[0]} nobody was {HARMS[harm]}; another has {shown[1]}."
    reason = Reason(feature="harm", text=text, score=0.6, evidence=(spared, others[0]))
    label = f"Was anybody {HARMS[harm]}: {shown[0]} or {shown[1]}?"
    return conflict("number", label, (spared, *others), severity="high", confidence=0.6, reasons=[reason])
