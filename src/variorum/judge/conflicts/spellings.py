"""What is the name: one name that is written in two ways, a letter apart, in two documents or in one."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from variorum.judge.conflicts.drawing import conflict, quoted, siglum
from variorum.judge.conflicts.told import Told
from variorum.judge.lexicon import word_set
from variorum.judge.places import country
from variorum.judge.stems import spelling, stem
from variorum.judge.synonyms import concept
from variorum.judge.wording import Word
from variorum.lookup import Lookup
from variorum.model import Conflict, Reason, Severity, Span

SHORTEST = 4  # letters of a name that stands beside the same other name ("Zhao Sicong", "Zhao Zicong")
SHORTEST_ALONE = 6  # letters of a name by itself; among shorter ones too many look alike
SHARED = 2  # concepts that the sentences of two names by themselves share besides
MOST_HELD = 12  # forms that are one letter from the same form; more are no slips but a family of names
MOST_SHOWN = 2  # places of each form in the evidence
SOUNDS = (
    ("ck", "k"), ("ch", "k"), ("kh", "k"), ("c", "k"), ("q", "k"), ("dt", "t"), ("th", "t"), ("ph", "f"), ("w", "v"),
    ("y", "i"), ("j", "i"), ("x", "ks"), ("ou", "u"), ("oo", "u"),
)  # fmt: skip
ENDINGS = tuple(sorted(word_set("s es n an ian ns ans ed er ers y ies e a i ese")))  # "Korea", "Korean": one name
TITLES = word_set(
    "president minister prime king queen mr mrs ms dr lord lady sir general captain judge chief king saint new the"
)
CALENDAR = word_set(
    "january february march april june july august september october november december monday tuesday wednesday"
    " thursday friday saturday sunday"
)


@dataclass(frozen=True, slots=True, eq=False)
class Name:
    """One word of a name as it stands: with the other words of that name beside it, and what its sentence tells."""

    word: Word
    beside: frozenset[str]
    sentence: Told
    told_of: frozenset[str]


def differing(sentences: Sequence[Told], lookup: Lookup) -> Iterator[Conflict]:
    """Conflicts between two spellings of one name."""
    places: dict[str, list[Name]] = defaultdict(list)
    for sentence in sentences:
        for name in _names(sentence, lookup):
            places[_form(name.word)].append(name)
    ordinary = {spelling(w.plain) for t in sentences for w in t.words if _is_small(w, lookup)}
    for a, b in _alike(places):
        pair = _of_one(places[a], places[b], is_ordinary=bool({a, b} & ordinary))
        if pair and not _are_two(places[a], places[b]):
            yield _drawn(pair, places[a], places[b], lookup)


def _form(word: Word) -> str:
    """A name as compared: without possessive ending and accents ("José's" is "jose")."""
    bare = unicodedata.normalize("NFKD", word.plain.replace("’", "'").removesuffix("'s").removesuffix("'"))
    return spelling("".join(c for c in bare if not unicodedata.combining(c)))


def _is_small(word: Word, lookup: Lookup) -> bool:
    return lookup.documents[word.span.doc].text[word.span.start].islower()


def _names(sentence: Told, lookup: Lookup) -> Iterator[Name]:
    """The capitalised words of a sentence, those of headlines in capitals apart."""
    text = lookup.documents[sentence.span.doc].text
    words = sentence.words
    capitals = [_is_capital(w, text) for w in words]
    if sum(capitals) > 0.6 * len(words):
        return
    for n, word in enumerate(words):
        form = _form(word)
        if not capitals[n] or not word.is_content or len(form) < SHORTEST or not form.isalpha() or form in CALENDAR:
            continue
        near = [
            words[m] for m in (n - 1, n + 1)
            if 0 <= m < len(words) and capitals[m] and words[m].is_content
            and text[min(word.span.end, words[m].span.end) : max(word.span.start, words[m].span.start)] in (" ", "-")
        ]  # fmt: skip
        beside = frozenset(w.plain for w in near if w.plain not in TITLES)
        told_of = frozenset(concept(key) for key in sentence.stems) - {concept(word.stem)}
        yield Name(word, beside, sentence, told_of)


def _is_capital(word: Word, text: str) -> bool:
    form = text[word.span.start : word.span.end]
    return form[:1].isupper() and not form.isupper()


def _alike(places: dict[str, list[Name]]) -> Iterator[tuple[str, str]]:
    """Pairs of forms that differ in one letter, or in two neighbouring letters exchanged."""
    holding: dict[str, list[str]] = defaultdict(list)
    for form in sorted(places):
        for key in {form, *(form[:n] + form[n + 1 :] for n in range(len(form)))}:
            holding[key].append(form)
    pairs = {
        (a, b) for held in holding.values() if 1 < len(held) <= MOST_HELD for a in held for b in held if a < b
    }  # fmt: skip
    yield from ((a, b) for a, b in sorted(pairs) if _is_slip(a, b) and not _is_same_sound(a, b))


def _is_slip(a: str, b: str) -> bool:
    """Whether two words differ by a slip, and are neither forms of one word nor names of two states."""
    bare = [x.replace("ue", "u").replace("eable", "able") for x in (a, b)]
    if stem(a) == stem(b) or bare[0] == bare[1] or (country(a.title()) and country(b.title())):
        return False
    short, long = sorted((a, b), key=len)
    if any(long == short + x or long.removesuffix(x) == short.removesuffix(y) for x in ENDINGS for y in ("", "e", "a")):
        return False
    if len(short) == len(long):
        apart = [n for n, (x, y) in enumerate(zip(a, b, strict=True)) if x != y]
        is_turned = (
            len(apart) == 2 and apart[1] == apart[0] + 1 and a[apart[0]] == b[apart[1]] and a[apart[1]] == b[apart[0]]
        )
        return len(apart) == 1 or is_turned
    return len(long) == len(short) + 1


def _is_same_sound(a: str, b: str) -> bool:
    """Whether two forms differ only in how a sound is written, as where a name went through another alphabet."""
    return _sound(a) == _sound(b)


def _sound(form: str) -> str:
    for written, sound in SOUNDS:
        form = form.replace(written, sound)
    return re.sub(r"(.)\1", r"\1", form)


def _of_one(ours: list[Name], theirs: list[Name], *, is_ordinary: bool) -> tuple[Name, Name] | None:
    """A place of each form at which they seem to be one name; None where there is none."""
    for a in ours[:MOST_HELD]:
        for b in theirs[:MOST_HELD]:
            if a.beside & b.beside:
                return a, b
            is_long = min(len(a.word.plain), len(b.word.plain)) >= SHORTEST_ALONE
            is_alone = (not a.beside or not b.beside) and a.word.span.doc != b.word.span.doc
            is_like = a.word.plain[0] == b.word.plain[0] and len(a.told_of & b.told_of) >= SHARED
            if is_long and is_alone and is_like and not is_ordinary:
                return a, b
    return None


def _are_two(ours: list[Name], theirs: list[Name]) -> bool:
    """Whether one sentence names both, or one document has both time and again: then they are two people or things."""
    if {n.sentence.span for n in ours} & {n.sentence.span for n in theirs}:
        return True
    counts = [
        {d: sum(n.word.span.doc == d for n in side) for d in {n.word.span.doc for n in side}} for side in (ours, theirs)
    ]
    return any(counts[0][d] >= 2 and counts[1][d] >= 2 for d in counts[0].keys() & counts[1].keys())


def _drawn(pair: tuple[Name, Name], ours: list[Name], theirs: list[Name], lookup: Lookup) -> Conflict:
    sides = tuple(_whole(n) for n in pair)
    shown = [f"{quoted(s, lookup)} ({siglum(s.doc, lookup)})" for s in sides]
    text = f"One name seems to be written in two ways, a letter apart: {shown[0]} and {shown[1]}."
    reason = Reason(feature="spelling", text=text, score=0.6, evidence=sides)
    more = [_whole(n) for n, _ in zip(ours, range(MOST_SHOWN), strict=False)]
    more += [_whole(n) for n, _ in zip(theirs, range(MOST_SHOWN), strict=False)]
    is_beside = bool(pair[0].beside & pair[1].beside)
    severity: Severity = "medium" if sides[0].doc != sides[1].doc else "low"
    return conflict("other", f"What is the name: {shown[0]} or {shown[1]}?", (*sides, *more), severity=severity,
                    confidence=0.6 if is_beside else 0.5, reasons=[reason])  # fmt: skip


def _whole(name: Name) -> Span:
    """The name with the capitalised words right beside it."""
    own = name.word.span
    near = [
        w.span
        for w in name.sentence.words
        if w.plain in name.beside and 1 in (w.span.start - own.end, own.start - w.span.end)
    ]
    return Span(own.doc, min([own.start, *(s.start for s in near)]), max([own.end, *(s.end for s in near)]))
