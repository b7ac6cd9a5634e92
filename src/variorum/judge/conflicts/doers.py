"""Who did it and to whom: another doer of one deed, a thing in another's place, or two that have changed places."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise

from variorum.judge import numbers
from variorum.judge.conflicts.drawing import conflict, quoted, short, siglum
from variorum.judge.conflicts.slots import Match, Slot, matches, slot
from variorum.judge.conflicts.told import Told, Twins
from variorum.judge.lexicon import word_set
from variorum.judge.stems import stem_set
from variorum.judge.synonyms import concept
from variorum.judge.wording import Word
from variorum.lookup import Lookup
from variorum.model import Conflict, Reason, Span

LEAST = 0.4
NEARLY_ONE = 0.6  # likeness of two sentences that differ in a doer
LONGEST_DOER = 4
# Deeds that somebody does to somebody: told the other way round, they are another story.
DEEDS = stem_set(
    """hit struck strike rammed ran run collided beat defeated attacked invaded sued shot killed stabbed kicked punched
    called phoned rang invited accused blamed paid sold lent owed offered asked told wrote hired fired dismissed
    rescued saved carried followed chased overtook warned drove left married divorced betrayed robbed"""
)
# What one only can be, or what one only does.
UNIQUE = stem_set("blame guilty responsible fault elected winner first author chosen appointed culprit owner")
NO_DOER = stem_set("hand mail post car train bus plane ship accident mistake night day far chance end law name")
PLACING = word_set("in on at off near from after before during with for by outside inside")
BEHESTS = word_set("request orders order behalf behest invitation suggestion initiative instigation insistence demand")
TITLES = word_set("mr mrs ms dr sir lady lord")
SAYING = word_set("asked said told wrote called replied answered warned promised")
ARTICLES = word_set("a an the his her their its our my")


def by_whom(sentence: Told, lookup: Lookup) -> Iterator[Slot]:
    """The doers named after "by" and a past participle."""
    text = lookup.documents[sentence.span.doc].text
    words = sentence.words
    for n, word in enumerate(words[1:-1], 1):
        if word.plain != "by" or not _is_participle(words[n - 1]):
            continue
        start = n + 1 + (words[n + 1].plain in TITLES)
        held = _doer(words[start : start + 1 + LONGEST_DOER], text)
        if held:
            key = concept(words[n - 1].stem)
            place = Span(word.span.doc, words[n - 1].span.start, held[-1].span.end)
            value = frozenset(w.stem for w in held if w.is_content)
            yield slot(f"by {key}", value, place, sentence, held, about=key)


def at_whose(sentence: Told, lookup: Lookup) -> Iterator[Slot]:
    """Those at whose request, on whose orders or behalf a thing is told to have been done."""
    text = lookup.documents[sentence.span.doc].text
    words = sentence.words
    for n, word in enumerate(words[1:-2], 1):
        if word.plain in BEHESTS and words[n + 1].plain == "of" and words[n - 1].plain in ("at", "on", "by", "the"):
            start = n + 2 + (words[n + 2].plain in TITLES)
            held = _doer(words[start : start + 1 + LONGEST_DOER], text)
            value = frozenset(w.stem for w in held if w.is_content)
            if value:
                place = Span(word.span.doc, words[n - 1].span.start, held[-1].span.end)
                yield slot("at whose", value, place, sentence, held)


def by_name(sentence: Told, deeds: frozenset[str], lookup: Lookup) -> Iterator[Slot]:
    """Those who do such a deed themselves: a name, or a pronoun known to stand for one, right before the verb."""
    text = lookup.documents[sentence.span.doc].text
    meant = dict(sentence.meant)
    for before, word in zip(sentence.words, sentence.words[1:], strict=False):
        if (
            concept(word.stem) not in deeds
            or word.plain in SAYING
            or word.is_denied
            or not word.plain.endswith(("ed", "e", "t", "k", "d", "w"))
        ):
            continue
        who = meant.get(before.span.start)
        if who is None and before.stem in sentence.names and text[before.span.start].isupper():
            who = before.stem
        if who:
            place = Span(word.span.doc, before.span.start, word.span.end)
            key = concept(word.stem)
            yield slot(f"by {key}", frozenset({who}), place, sentence, [before], about=key)


def to_be(sentence: Told, lookup: Lookup) -> Iterator[Slot]:
    """Who is said to be what only one can be: "the driver was to blame", "Ms. Holt was elected"."""
    text = lookup.documents[sentence.span.doc].text
    words = sentence.words
    for n, word in enumerate(words[1:-1], 1):
        told_of = next((w for w in words[n + 1 : n + 4] if w.is_content), None)
        who = words[n - 1]
        if word.plain not in ("was", "were", "is") or not told_of or told_of.stem not in UNIQUE or told_of.is_denied:
            continue
        if who.is_content and (_is_after_article(n - 1, words) or text[who.span.start].isupper()):
            place = Span(word.span.doc, who.span.start, told_of.span.end)
            key = concept(told_of.stem)
            yield slot(f"is {key}", frozenset({who.stem}), place, sentence, [who], about=key)


def _is_after_article(n: int, words: Sequence[Word]) -> bool:
    return n > 0 and words[n - 1].plain in ARTICLES


def _is_participle(word: Word) -> bool:
    return word.is_content and word.plain.endswith(("ed", "en", "wn", "t", "d", "k"))


def _doer(words: Sequence[Word], text: str) -> list[Word]:
    """The name or the noun that follows."""
    held: list[Word] = []
    for n, word in enumerate(words):
        if held and text[held[-1].span.end : word.span.start].strip(" ."):
            break
        if (n == 0 and word.plain in ARTICLES) or (
            word.is_content
            and numbers.value(word.plain) is None
            and (text[word.span.start].isupper() or not any(w.is_content for w in held))
        ):
            held.append(word)
        else:
            break
    content = [w for w in held if w.is_content]
    is_named = any(text[w.span.start].isupper() for w in content)
    has_article = bool(held) and not held[0].is_content
    rest = words[len(held) : len(held) + 1]
    if held and rest and rest[0].is_content and not text[held[-1].span.end : rest[0].span.start].strip():
        return []  # "by the new owners" with more words than are looked at
    is_doer = bool(content) and content[-1].stem not in NO_DOER and not content[-1].plain.endswith("ing")
    return held if is_doer and (is_named or has_article) else []


def differing(sentences: Sequence[Told], weight: dict[str, float], lookup: Lookup) -> Iterator[Conflict]:
    """Conflicts between the doers that different documents name for one deed."""
    passive = {s: None for t in sentences for s in (*by_whom(t, lookup), *at_whose(t, lookup))}  # in order
    deeds = frozenset(s.sort.removeprefix("by ") for s in passive)
    active = [s for t in sentences for s in (*by_name(t, deeds, lookup), *to_be(t, lookup))]
    apart = ToldApart(sentences)
    for match in matches([*passive, *active], weight, _agree, LEAST):
        is_other = all(s in passive for s in (match.a, match.b)) or _are_apart(match, apart) or (
            match.score >= NEARLY_ONE and any(s in passive for s in (match.a, match.b)))  # fmt: skip
        if match.is_one_time and len(match.common) >= 2 and is_other and not _is_known_as(match):
            sides = (match.a.span, match.b.span)
            if quoted(sides[0], lookup) != quoted(sides[1], lookup):
                yield _drawn("agent", sides, match.score, lookup)


def _agree(a: object, b: object) -> bool:
    return isinstance(a, frozenset) and isinstance(b, frozenset) and bool(a & b)


def _are_apart(match: Match, apart: ToldApart) -> bool:
    """Whether the two named stand in one sentence somewhere, so that they are two."""
    values = [s.value if isinstance(s.value, frozenset) else frozenset[str]() for s in (match.a, match.b)]
    return any(apart.are_two(x, y) for x in values[0] for y in values[1])


def _is_known_as(match: Match) -> bool:
    """Whether one sentence has the other's doer too, as where a man is named and described."""
    sides = (match.a, match.b)
    values = [s.value if isinstance(s.value, frozenset) else frozenset() for s in sides]
    return bool(values[0] & match.b.sentence.stems or values[1] & match.a.sentence.stems)


def exchanged(pairs: Sequence[Twins], sentences: Sequence[Told], lookup: Lookup) -> Iterator[Conflict]:
    """Conflicts between sentences that are nearly one, but for who did it, or who did it to whom."""
    apart = ToldApart(sentences)
    for pair in pairs:
        if pair.a.span.doc == pair.b.span.doc:
            continue
        turned = _turned(pair)
        if turned:
            yield _drawn("reversal", tuple(_about(s, turned, lookup) for s in (pair.a, pair.b)), pair.likeness, lookup)
        elif pair.likeness >= NEARLY_ONE:
            for x, y in _in_place(pair, lookup):
                sides = tuple(_clause(s, w, lookup) for s, w in ((pair.a, x), (pair.b, y)))
                if apart.are_two(x.stem, y.stem) and lookup.words(sides[0]) != lookup.words(sides[1]):
                    yield _drawn("agent", sides, pair.likeness - 0.1, lookup)


class ToldApart:
    """Knows which stems stand in one sentence, never side by side as parts of one name: they name two things."""

    def __init__(self, sentences: Sequence[Told]) -> None:
        self._holding: dict[str, set[int]] = defaultdict(set)
        self._beside: set[tuple[str, str]] = set()
        for n, sentence in enumerate(sentences):
            for key in sentence.stems:
                self._holding[key].add(n)
            self._beside.update(pairwise(w.stem for w in sentence.words))

    def are_two(self, x: str, y: str) -> bool:
        """Whether two stems name two things."""
        if (x, y) in self._beside or (y, x) in self._beside:
            return False
        return not self._holding.get(x, set()).isdisjoint(self._holding.get(y, ()))


def _in_place(pair: Twins, lookup: Lookup) -> Iterator[tuple[Word, Word]]:
    """Single nouns or names that stand in one another's place, right after an article or as names."""
    a, b = pair.a.words, pair.b.words
    codes = SequenceMatcher(
        None, [concept(w.stem) for w in a], [concept(w.stem) for w in b], autojunk=False
    ).get_opcodes()
    for n, (tag, i, j, k, m) in enumerate(codes):
        if tag != "replace" or j - i > 2 or m - k > 2 or not 0 < n < len(codes) - 1:
            continue
        before, after = codes[n - 1], codes[n + 1]
        x, y = a[j - 1], b[m - 1]
        if before[2] - before[1] + after[2] - after[1] < 3 or not (x.is_content and y.is_content):
            continue
        if _is_within_name(a[j - 2 : j + 1], b[m - 2 : m + 1], pair, lookup):
            continue
        are_names = [lookup.words(w.span)[:1].isupper() for w in (x, y)]
        are_doers = _is_doer(j - 1, a, pair.a, lookup) and _is_doer(m - 1, b, pair.b, lookup)
        if are_doers and are_names[0] == are_names[1]:
            yield x, y


def _is_verb(word: Word) -> bool:
    """Whether a word has the look of a verb told of the past, so that a name before it is its subject."""
    return word.plain.endswith(("ed", "s")) or word.stem in DEEDS


def _is_within_name(ours: Sequence[Word], theirs: Sequence[Word], pair: Twins, lookup: Lookup) -> bool:
    """Whether the word before or after is a name in both, so that one name was written in two ways."""
    texts = [lookup.documents[s.span.doc].text for s in (pair.a, pair.b)]
    return any(
        len(ours) == len(theirs) == 3 and ours[at].stem == theirs[at].stem
        and texts[0][ours[at].span.start].isupper() and texts[1][theirs[at].span.start].isupper()
        for at in (0, 2)
    )  # fmt: skip


def _is_doer(n: int, words: Sequence[Word], sentence: Told, lookup: Lookup) -> bool:
    """Whether a word is a name, or a noun after an article and before its verb."""
    text = lookup.documents[sentence.span.doc].text
    if any(place.touches(words[n].span) for _, place in sentence.dates) or numbers.value(words[n].plain) is not None:
        return False
    if text[words[n].span.start].isupper() and n > 0:
        after = words[n + 1] if n + 1 < len(words) else None
        is_part = after and after.is_content and after.span.start - words[n].span.end == 1 and not _is_verb(after)
        return words[n - 1].plain not in ("in", "at", "on", "from", "to", "near") and not is_part
    is_subject = n + 1 < len(words) and words[n + 1].plain in BE
    return n > 0 and words[n - 1].plain in ARTICLES and is_subject


BE = word_set("was were is are had has did will would")


def _turned(pair: Twins) -> tuple[str, str, str] | None:
    """The deed and the two that change places around it; None where nothing is turned round."""
    for deed in sorted(DEEDS & pair.a.stems & pair.b.stems):
        sides = [_around(s, deed) for s in (pair.a, pair.b)]
        if any("by" in middle for _, _, middle in sides):
            continue
        (left, right, _), (other_left, other_right, _) = sides
        doers, done = left & other_right - other_left, right & other_left - left
        if doers and done and not left & other_left and not right & other_right:
            return deed, min(doers), min(done)
    return None


def _around(sentence: Told, deed: str) -> tuple[set[str], set[str], set[str]]:
    """The names close before a deed, those close after it, and the words right after it."""
    at = next(n for n, w in enumerate(sentence.words) if w.stem == deed)
    content = sentence.words
    before = {w.stem for w in content[max(0, at - 9) : at] if w.stem in sentence.names}
    stop = next((n for n, w in enumerate(content[at + 2 :], at + 2) if w.plain in PLACING), len(content))
    after = {w.stem for w in content[at + 1 : min(stop, at + 7)] if w.stem in sentence.names}
    return before, after, {w.plain for w in content[at + 1 : at + 3]}


def _about(sentence: Told, turned: tuple[str, str, str], lookup: Lookup) -> Span:
    held = [w.span for w in sentence.words if w.stem in turned]
    return short(Span(sentence.span.doc, min(s.start for s in held), max(s.end for s in held)), lookup)


def _clause(sentence: Told, word: Word, lookup: Lookup) -> Span:
    near = [w.span for w in sentence.words if abs(w.span.start - word.span.start) < 40]
    return short(Span(word.span.doc, min(s.start for s in near), max(s.end for s in near)), lookup)


def _drawn(feature: str, sides: Sequence[Span], score: float, lookup: Lookup) -> Conflict:
    says = [f"{quoted(s, lookup)} ({siglum(s.doc, lookup)})" for s in sides]
    what = "who did it to whom is turned round" if feature == "reversal" else "another is said to have done it"
    text = f"In nearly the same words, {what}: {says[0]}, {says[1]}."
    reason = Reason(feature=feature, text=text, score=round(min(1.0, score), 3), evidence=tuple(sides))
    return conflict("other", f"Who did it: {says[0]} or {says[1]}?", sides, severity="medium",
                    confidence=0.3 + 0.4 * min(1.0, score), reasons=[reason])  # fmt: skip
