"""Who is told to have said what to whom, sentence by sentence, and whether that is affirmed or denied."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from variorum.judge.conflicts.told import Told
from variorum.judge.lexicon import word_set
from variorum.judge.stems import stem, stem_set
from variorum.judge.synonyms import concept
from variorum.judge.wording import Word
from variorum.lookup import Lookup
from variorum.model import Attribution, Span
from variorum.text import plain_words

TELLING = stem_set(
    """tell tells told telling speak speaks spoke spoken speaking warn warned warning inform informed informing notify
    notified advise advised ask asked asking request requested instruct instructed promise promised assure assured
    telephone telephoned phone phoned write wrote written complain complained talk talked alert alerted"""
)
TIDINGS = stem_set("warning report complaint conversation letter message request promise assurance notice talk")
ASKING = stem_set("ask asked asking request requested")
PROMISING = stem_set("promise promised assure assured assurance")
NOBODY = word_set("nobody none one")  # "no one" is two words
ANYBODY = word_set("anybody anyone nobody someone somebody")
SUBJECTS = word_set("i we you he she it they who which that")
PASSIVE = word_set("was were been being is are be")
UNREAL = word_set(
    """should must may might would could can cannot can't if whether unless want wanted wants hope hoped ought refused
    refuses refuse declined declines decline let lets will won't to"""
)
# Those who are told something every day: that they were not told on one day is no news on another.
PRESS = stem_set("reporter reporters journalist journalists media press newspaper newspapers public police comment")
NOT_THE_MATTER = stem_set(
    """answer answered reply replied question ever anything something thing time day night evening morning today
    yesterday word year week never people person"""
)
TO = word_set("to with")
KNOWING = word_set("knew known aware")
UNKNOWING = word_set("unaware ignorant")
NOTION = word_set("idea knowledge inkling notion")
AUXILIARY = word_set("had has have was were is are not no never been been ever")
REACH = 7  # words on each side of the verb in which those who talk stand
FAR = 160  # characters from the verb within which what was told is looked for
SHOWN = 90  # characters of a telling that are shown


@dataclass(frozen=True, slots=True, eq=False)
class Telling:
    """One telling as told: stems of who told, of whom he told it to, concepts of what; None where anybody is meant."""

    teller: frozenset[str] | None
    hearer: frozenset[str] | None
    matter: frozenset[str]
    is_denied: bool
    sort: str
    place: Span
    sentence: Span
    voice: str | None
    is_whole: bool = False  # whether any telling between the two is denied, whatever it was about


def tellings(sentence: Told, lookup: Lookup) -> Iterator[Telling]:
    """The tellings that a sentence affirms or denies of somebody whom it names, or for whom a pronoun stands."""
    text = lookup.documents[sentence.span.doc].text
    if text[sentence.span.end - 1 : sentence.span.end] == "?":
        return
    for n, word in enumerate(sentence.words):
        is_noun = word.stem in TIDINGS and (word.stem not in TELLING or _is_noun(n, sentence.words))
        if not is_noun and word.stem not in TELLING:
            continue
        if is_noun and not word.is_denied:
            continue
        found = _read(n, is_noun, sentence, text)
        if found:
            yield found


def knowings(sentence: Told, lookup: Lookup) -> Iterator[Telling]:
    """Who is told to have known of something, or not to have: a telling by nobody named."""
    text = lookup.documents[sentence.span.doc].text
    words = sentence.words
    if text[sentence.span.end - 1 : sentence.span.end] == "?":
        return
    for n, word in enumerate(words):
        near = {w.plain for w in words[n + 1 : n + 4]}
        if any(w.stem in TIDINGS for w in words[n + 1 : n + 6]):
            continue  # "not aware of any warning" denies the warning
        if word.plain in KNOWING:
            is_denied = word.is_denied or bool(near & {"nothing", "no"})
        elif word.plain in UNKNOWING or (word.plain in NOTION and n and words[n - 1].plain == "no"):
            is_denied = True
        else:
            continue
        before = _clause(words[max(0, n - REACH) : n], word, text, is_before=True)
        who = _who([w for w in before if w.plain not in AUXILIARY], sentence, text, nearest=-1)
        if not who or {w.plain for w in before[-4:]} & (UNREAL | NOBODY | ANYBODY) or who & PRESS:
            continue
        start = before[0].span.start if before else word.span.start
        end = max(w.span.end for w in words[n : n + 12] if w.span.start - word.span.start < SHOWN)
        yield Telling(None, who, _matter(word, sentence, who), is_denied, "knowing",
                      Span(word.span.doc, start, end), sentence.span, sentence.voice(word.span))  # fmt: skip


def _is_noun(n: int, words: Sequence[Word]) -> bool:
    return n > 0 and words[n - 1].plain in word_set("no any a the such of their his her its another")


def _read(n: int, is_noun: bool, sentence: Told, text: str) -> Telling | None:
    words = sentence.words
    word = words[n]
    before = _clause(words[max(0, n - REACH) : n], word, text, is_before=True)
    after = _clause(words[n + 1 : n + 1 + REACH], word, text, is_before=False)
    if {w.plain for w in before[-3:]} & UNREAL and not word.is_denied:
        return None
    if word.is_denied and {w.plain for w in before[-3:]} & (UNREAL - word_set("can could")):
        return None
    subject, object_ = _who(before, sentence, text, nearest=-1), _hearer(after, is_noun, sentence, text)
    is_passive = not is_noun and any(w.plain in PASSIVE for w in before[-3:])
    teller, hearer = (None, subject) if is_passive else (None if is_noun else subject, object_)
    if not is_noun and not is_passive and {w.plain for w in before[-4:]} & (NOBODY | ANYBODY):
        teller = None
    elif not is_noun and not is_passive and not subject:
        return None
    if not hearer:
        return None
    matter = _matter(word, sentence, hearer | (teller or frozenset()))
    start = before[0].span.start if before else word.span.start
    end = max(w.span.end for w in (word, *words[n : n + 12]) if w.span.start - word.span.start < SHOWN)
    return Telling(teller, hearer, matter, word.is_denied, _sort(word), Span(word.span.doc, start, end), sentence.span,
                   sentence.voice(word.span), is_whole=_is_whole(n, words))  # fmt: skip


def _matter(word: Word, sentence: Told, people: frozenset[str]) -> frozenset[str]:
    """The concepts of what was told, as far as the sentence has them not far from the verb."""
    apart = people | TELLING | TIDINGS | NOT_THE_MATTER
    near = (w for w in sentence.words if w.is_content and abs(w.span.start - word.span.start) < FAR)
    return frozenset(concept(w.stem) for w in near if w.stem not in apart)


def _sort(word: Word) -> str:
    return "asking" if word.stem in ASKING else "promising" if word.stem in PROMISING else "telling"


def _is_whole(n: int, words: Sequence[Word]) -> bool:
    """Whether every telling is denied: "had not spoken to him at all", "never spoke to her that night"."""
    return words[n].stem in stem_set("speak spoke spoken talk talked")


def _clause(words: Sequence[Word], word: Word, text: str, *, is_before: bool) -> list[Word]:
    """The words as far as the clause goes: up to a mark, a quotation or a line's end."""
    held: list[Word] = []
    last = word
    for other in reversed(words) if is_before else words:
        gap = text[other.span.end : last.span.start] if is_before else text[last.span.end : other.span.start]
        if any(mark in gap for mark in ',;:.?!\n"“”‘()—'):
            break
        held.append(other)
        last = other
    return held[::-1] if is_before else held


def _who(words: Sequence[Word], sentence: Told, text: str, *, nearest: int) -> frozenset[str]:
    """The stems of the name, the pronoun's name or else the noun that stands nearest."""
    meant = dict(sentence.meant)
    ordered = list(words)[::nearest]
    for n, word in enumerate(ordered):
        if word.span.start in meant:
            return frozenset({meant[word.span.start]})
        if word.plain in SUBJECTS:
            return frozenset()  # nobody knows for whom it stands
        if word.stem in sentence.names or (text[word.span.start].isupper() and word.is_content):
            near = [w for w in ordered[n : n + 3] if text[w.span.start].isupper() and w.is_content]
            return frozenset(w.stem for w in near)
        if word.is_content and not word.is_negator and not word.plain.endswith("ly") and word.plain != "ever":
            return frozenset({word.stem})
    return frozenset()


def _hearer(words: Sequence[Word], is_noun: bool, sentence: Told, text: str) -> frozenset[str]:
    """Whom it was told to: right after the verb, or after "to" or "with"."""
    rest = list(words)
    at = next((n for n, w in enumerate(rest) if w.plain in TO), None)
    if is_noun or (rest and at == 0):
        rest = rest[at + 1 :] if at is not None else []
    return _first(rest, sentence, text)


def _first(words: Sequence[Word], sentence: Told, text: str) -> frozenset[str]:
    """The stems of those named first: a pronoun's name, a name, or the noun with what stands before it."""
    meant = dict(sentence.meant)
    held: set[str] = set()
    for word in words[:5]:
        if word.span.start in meant:
            return frozenset({meant[word.span.start]})
        if not word.is_content:
            if held or word.plain in word_set("that of about on in for whether"):
                break
            continue
        held.add(word.stem)
    return frozenset(held) if not held & PRESS else frozenset()


def reported(attribution: Attribution, lookup: Lookup) -> Telling | None:
    """The telling that an attribution reports, if it is known who spoke to whom."""
    if not attribution.audience or not attribution.content or not (attribution.cue or attribution.source):
        return None
    if attribution.polarity == "questioned":
        return None
    hearer = frozenset(s for a in attribution.audience for s in names_of(a, lookup)) - PRESS
    teller = names_of(attribution.speaker, lookup) if attribution.speaker else frozenset[str]()
    if not hearer:
        return None
    cue = [stem(w) for s in attribution.cue for w in plain_words(lookup.words(s))]
    if attribution.polarity == "denied" and not set(cue) & TELLING:
        return None
    sort = "asking" if set(cue) & ASKING else "promising" if set(cue) & PROMISING else "telling"
    first = min((*attribution.cue, *attribution.source, attribution.content[0]))
    sentence = lookup.sentence(attribution.content[0])
    if lookup.words(sentence).rstrip("\"'”’» ").endswith("?"):
        return None
    near = first if abs(first.start - attribution.content[0].start) < SHOWN else attribution.content[0]
    end = min(max(attribution.content[0].end, near.end), near.start + SHOWN)
    matter = frozenset(
        concept(stem(w)) for s in (*attribution.content, sentence) for w in plain_words(lookup.words(s)[:300])
    )
    parent = lookup.attributions.get(attribution.parent or "")
    return Telling(
        teller, hearer, matter, attribution.polarity == "denied", sort, Span(near.doc, near.start, max(end, near.end)),
        sentence, parent.speaker if parent else None,
    )  # fmt: skip


def names_of(actor: str | None, lookup: Lookup) -> frozenset[str]:
    """The stems of a person's family name, or of all the words by which another is called."""
    known = lookup.actors.get(actor or "")
    if not known:
        return frozenset()
    if known.kind == "person" and known.name[:1].isupper():
        return frozenset({stem(w) for w in plain_words(known.name)[-1:]})
    return frozenset(stem(w) for w in plain_words(known.name) if len(w) > 3)
