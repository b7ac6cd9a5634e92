"""Who it was: "it was Holt who asked to turn back", where another account gives the words to somebody else."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from variorum.judge.conflicts.drawing import conflict, quoted, short, siglum
from variorum.judge.conflicts.told import Kin, Told
from variorum.judge.stems import stem
from variorum.judge.tellings import called
from variorum.judge.wording import words_of
from variorum.lookup import Lookup
from variorum.model import Attribution, Conflict, Reason, Span
from variorum.text import plain_words

NAME = r"(?:[A-Z][\w’'-]*\.?\s+)*[A-Z][\w’'-]+"
# "it was Mira Holt who asked …, and Reiss who said …"; a word or two in commas may stand between ("too", "again").
CLEFT = re.compile(
    rf"(?:\b[Ii]t (?:was|is)|\band(?: (?:it was|not))?)\s+(?P<who>{NAME})(?:,\s+\w+(?: \w+)?,)?\s+(?:who|that)\s+"
)
FEWEST = 2  # concepts that the sentence and the other's words have in common
PART = 0.6  # of the shorter's
LONGEST = 300  # characters after "who" in which the deed or the words stand


@dataclass(frozen=True, slots=True)
class Cleft:
    """A sentence that insists on who it was: stems of the name, those of what he did, and the place."""

    who: str
    told: frozenset[str]
    place: Span
    sentence: Span
    verb: str = ""


def disputed(sentences: Sequence[Told], kin: Kin, lookup: Lookup) -> Iterator[Conflict]:
    """Conflicts between a sentence that insists on who it was and the words of another speaker elsewhere."""
    by_stem: dict[str, list[tuple[Attribution, frozenset[str]]]] = defaultdict(list)
    clefts = [c for s in sentences for c in _clefts(s, lookup)]
    wanted = {key for c in clefts for key in c.told}
    for attribution in sorted(lookup.edition.attributions, key=lambda a: (a.doc, a.content, a.id)) if clefts else ():
        said = frozenset(w.stem for s in attribution.content for w in words_of(s, lookup) if w.is_content)
        for key in sorted(said & wanted):
            by_stem[key].append((attribution, said))
    deeds = list(_deeds(sentences, wanted, lookup)) if clefts else []
    for cleft in clefts:
        done = next((d for d in deeds if _is_done_by_another(cleft, d, kin)), None)
        if done:
            yield _deed_drawn(cleft, done, lookup)
        held = {a.id: (a, said) for key in sorted(cleft.told) for a, said in by_stem[key]}
        against = [a for a, said in held.values() if _is_against(cleft, a, said, kin, lookup)]
        if against:
            yield _drawn(cleft, sorted(against, key=lambda a: (a.doc, a.content, a.id)), lookup)


def _clefts(sentence: Told, lookup: Lookup) -> Iterator[Cleft]:
    text = lookup.documents[sentence.span.doc].text
    found = list(CLEFT.finditer(text, sentence.span.start, sentence.span.end))
    for n, m in enumerate(found):
        if m.group().startswith("and") and not n:
            continue  # only after another "it was …"
        end = found[n + 1].start() if n + 1 < len(found) else min(sentence.span.end, m.end() + LONGEST)
        told = frozenset(
            w.stem for w in sentence.words
            if w.is_content and m.end() <= w.span.start < end and w.stem not in sentence.names
        )  # fmt: skip
        if len(told) >= FEWEST:
            start = m.start() + 4 * m.group().startswith("and ")
            place = short(Span(sentence.span.doc, start, end), lookup)
            yield Cleft(stem(plain_words(m["who"])[-1]), told, place, sentence.span)


def _deeds(sentences: Sequence[Told], wanted: set[str], lookup: Lookup) -> Iterator[Cleft]:
    """Who is told plainly to have done what some sentence insists that another did: a name right before the verb."""
    for sentence in sentences:
        text = lookup.documents[sentence.span.doc].text
        for before, word in pairwise(sentence.words):
            is_name = text[before.span.start].isupper() and before.is_content
            if word.stem in wanted and is_name and word.plain.endswith(("ed", "t", "k", "d", "e", "w")):
                told = sentence.stems - {before.stem}
                end = min(sentence.span.end, word.span.start + LONGEST // 4)
                place = short(Span(word.span.doc, before.span.start, end), lookup)
                yield Cleft(before.stem, told, place, sentence.span, word.stem)


def _is_done_by_another(cleft: Cleft, deed: Cleft, kin: Kin) -> bool:
    both = cleft.told & deed.told
    is_one = deed.verb in cleft.told and len(both) >= FEWEST and len(both) >= PART * len(cleft.told)
    is_other = cleft.who not in deed.told | {deed.who} and cleft.place.doc != deed.place.doc
    return is_one and is_other and kin.are_kin(cleft.place.doc, deed.place.doc)


def _deed_drawn(cleft: Cleft, deed: Cleft, lookup: Lookup) -> Conflict:
    shown = [f"{quoted(p, lookup)} ({siglum(p.doc, lookup)})" for p in (cleft.place, deed.place)]
    reason = Reason(feature="cleft", text=f"One insists: {shown[0]}; the other has {shown[1]}.", score=0.5,
                    evidence=(cleft.place, deed.place))  # fmt: skip
    return conflict("other", f"Who was it: {shown[0]} or {shown[1]}?", (cleft.place, deed.place), severity="medium",
                    confidence=0.5, reasons=[reason])  # fmt: skip


def _is_against(cleft: Cleft, a: Attribution, said: frozenset[str], kin: Kin, lookup: Lookup) -> bool:
    """Whether somebody else, known by name, is told to have said what the sentence is about."""
    actor = lookup.actors.get(a.speaker or "")
    if not actor or actor.kind != "person" or not actor.name[:1].isupper() or a.polarity != "affirmed":
        return False
    names = {stem(w) for w in plain_words(actor.name)}
    said -= names
    both = cleft.told & said
    is_enough = len(both) >= FEWEST and len(both) >= PART * min(len(cleft.told), len(said))
    return is_enough and cleft.who not in names and a.doc != cleft.place.doc and kin.are_kin(a.doc, cleft.place.doc)


def _drawn(cleft: Cleft, against: Sequence[Attribution], lookup: Lookup) -> Conflict:
    first: dict[str, Span] = {}
    for a in against:
        start = min(s.start for s in (a.content[0], *a.cue, *a.source))
        is_near = a.content[0].start - start < LONGEST // 3
        whole = Span(a.doc, start if is_near else a.content[0].start, a.content[0].end)
        first.setdefault(a.doc, short(whole, lookup, a.content[:1]))
    places = (cleft.place, *first.values())
    other = called(against[0].speaker, lookup)
    shown = quoted(cleft.place, lookup)
    text = f"{siglum(cleft.place.doc, lookup)} insists: {shown}; {siglum(against[0].doc, lookup)} gives it to {other}."
    reason = Reason(feature="cleft", text=text, score=0.6, evidence=places[:2])
    return conflict("speaker", f"Who was it: {shown}, or {other}?", places, severity="high", confidence=0.55,
                    reasons=[reason])  # fmt: skip
