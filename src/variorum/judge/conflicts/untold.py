"""What nobody told him, or what he never spoke of, by one account; in another somebody told him, or he did."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from variorum.judge.conflicts.drawing import conflict, quoted, short, siglum
from variorum.judge.conflicts.tellings import NOBODY, Telling, knowings, reported, tellings
from variorum.judge.conflicts.told import Kin, Told
from variorum.judge.differences.dates import can_be_one
from variorum.judge.lexicon import word_set
from variorum.judge.stems import stem_set
from variorum.lookup import Lookup
from variorum.model import Attribution, Conflict, Reason, Span

MOST_HELD = 200  # tellings to one hearer; one to whom more is told is a crowd
MOST_SHOWN = 5  # tellings that are set against one denial
UNSURE = 0.5  # confidence where one word of the matter is common; each further one adds
MORE = 0.08
KNOWN = 2  # concepts that a sentence on what he did not know has in common with what he was told
NEAR = 700  # characters before "no such talk" in which the talk is told of
MOST_TALKS = 2
TALKS = stem_set("conversation talk discussion meeting call exchange order request promise offer deal threat warning")
DENYING = word_set("deny denied denies denying no never")


def gainsaid(sentences: Sequence[Told], kin: Kin, lookup: Lookup) -> Iterator[Conflict]:
    """Conflicts between a telling that is denied and the same telling as another reports it."""
    told = [t for s in sentences for t in (*tellings(s, lookup), *knowings(s, lookup))]
    told += [t for t in (reported(a, lookup) for a in _attributions(lookup)) if t]
    affirmed: dict[str, list[Telling]] = defaultdict(list)
    for telling in told:
        if not telling.is_denied:
            for key in (telling.hearer or frozenset()) | (telling.teller or frozenset()):
                affirmed[key].append(telling)
    dates = {s.span: s.dates for s in sentences}
    for denial in sorted((t for t in told if t.is_denied), key=lambda t: t.place):
        near = {id(t): t for key in sorted(denial.hearer or ()) for t in affirmed[key][:MOST_HELD]}
        against = [t for t in near.values() if _is_against(denial, t, kin) and _is_one_time(denial, t, dates)]
        if against:
            yield _drawn(denial, against, lookup)


def no_such_talk(sentences: Sequence[Told], lookup: Lookup) -> Iterator[Conflict]:
    """Conflicts between "he denied that any such conversation took place" and the talk told of just before."""
    last: list[Telling] = []
    for sentence in sentences:
        if last and last[-1].place.doc != sentence.span.doc:
            last = []
        denied = _such(sentence, lookup)
        near = [t for t in last if sentence.span.start - t.place.start < NEAR]
        if denied and near:
            yield _such_drawn(denied, near[-MOST_TALKS:], lookup)
        last += [t for t in tellings(sentence, lookup) if not t.is_denied and t.teller and t.hearer]


def _such(sentence: Told, lookup: Lookup) -> Span | None:
    """Where a sentence denies "such" a talk, meeting or promise."""
    words = sentence.words
    for n, word in enumerate(words[1:], 1):
        is_such = words[n - 1].plain == "such" and word.stem in TALKS
        is_denied = word.is_denied or {w.plain for w in words[max(0, n - 6) : n]} & DENYING
        if is_such and is_denied:
            start, end = words[max(0, n - 4)].span.start, words[min(len(words), n + 5) - 1].span.end
            return short(Span(word.span.doc, start, end), lookup)
    return None


def _such_drawn(denied: Span, told: Sequence[Telling], lookup: Lookup) -> Conflict:
    places = (denied, *(t.place for t in told))
    shown = [f"{quoted(s, lookup)} ({siglum(s.doc, lookup)})" for s in (denied, told[-1].place)]
    text = f"{shown[0]} denies what is told just before: {shown[1]}."
    reason = Reason(feature="untold", text=text, score=0.5, evidence=places[:2])
    return conflict("polarity", f"Told or not: {shown[0]} against {shown[1]}", places, severity="medium",
                    confidence=0.5, reasons=[reason])  # fmt: skip


def _attributions(lookup: Lookup) -> list[Attribution]:
    return sorted(lookup.edition.attributions, key=lambda a: (a.doc, a.content, a.id))


def _is_against(denial: Telling, told: Telling, kin: Kin) -> bool:
    """Whether the telling is of what is denied: by the same or by anybody, to the same, of the same matter."""
    if denial.sentence.touches(told.sentence) or not kin.are_kin(denial.place.doc, told.place.doc):
        return False
    if denial.place.doc == told.place.doc and denial.voice == told.voice:
        return False
    if denial.sort == "asking" != told.sort or (denial.sort == "telling" and told.sort == "knowing"):
        return False
    if denial.is_whole and _met(denial.teller, told.teller) and _met(denial.hearer, told.hearer):
        return True
    if denial.is_whole and _met(denial.teller, told.hearer) and _met(denial.hearer, told.teller):
        return True
    if not _met(denial.hearer, told.hearer) or (denial.teller and not _met(denial.teller, told.teller)):
        return False
    needed = KNOWN if "knowing" in (denial.sort, told.sort) else 1
    return not denial.is_whole and len(common(denial, told)) >= needed


def _met(a: frozenset[str] | None, b: frozenset[str] | None) -> bool:
    return bool(a and b and a & b)


def common(denial: Telling, told: Telling) -> frozenset[str]:
    """The concepts of the matter that both have, those who talk apart."""
    people = frozenset(x for t in (denial, told) for side in (t.teller, t.hearer) for x in side or ())
    return (denial.matter & told.matter) - people - NOBODY


def _is_one_time(denial: Telling, told: Telling, dates: dict[Span, tuple[tuple[str, Span], ...]]) -> bool:
    ours, theirs = (dates.get(t.sentence, ()) for t in (denial, told))
    return not ours or not theirs or any(can_be_one(x, y) for x, _ in ours for y, _ in theirs)


def _drawn(denial: Telling, against: list[Telling], lookup: Lookup) -> Conflict:
    ranked = sorted(against, key=lambda t: (-len(common(denial, t)), t.place))
    chosen: dict[str, Telling] = {}
    for telling in ranked:  # one for each document first
        chosen.setdefault(telling.place.doc, telling)
    places = [denial.place, *(t.place for t in list(chosen.values())[:MOST_SHOWN])]
    shown = [f"{quoted(s, lookup)} ({siglum(s.doc, lookup)})" for s in places[:2]]
    text = f"By {shown[0]} it was never told; another account has {shown[1]}."
    reason = Reason(feature="untold", text=text, score=0.6, evidence=tuple(places[:2]))
    words = 2 if denial.is_whole else len(common(denial, ranked[0]))
    return conflict("polarity", f"Told or not: {shown[0]} against {shown[1]}", places, severity="high",
                    confidence=UNSURE + MORE * min(3, words - 1), reasons=[reason])  # fmt: skip
