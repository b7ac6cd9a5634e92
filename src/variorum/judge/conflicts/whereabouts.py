"""Where: one event at two places, neither of which is known to lie in the other."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from variorum.judge.conflicts.drawing import conflict, quoted, siglum
from variorum.judge.conflicts.slots import Match, Slot, matches, slot
from variorum.judge.conflicts.told import Kin, Told
from variorum.judge.differences.dates import can_be_one
from variorum.judge.lexicon import word_set
from variorum.judge.places import country
from variorum.judge.stems import stem_set
from variorum.judge.wording import Word
from variorum.lookup import Lookup
from variorum.model import Conflict, Reason, Span
from variorum.text import plain_words

AT = word_set("in at on under inside outside aboard behind near off beneath beside through along")
ARTICLES = word_set("the a an his her their its my our this that")
# Where things happen: nobody is in two of them at once; names of buildings and streets have one of these words.
SITES = stem_set(
    """bridge saloon kitchen cellar room bedroom office hotel inn restaurant bar pub cafe garden park forest wood field
    church chapel cathedral monastery mosque temple school university college library museum theatre theater cinema
    hospital clinic infirmary station airport platform harbour harbor port quay dock deck cabin hall hotel house home
    flat apartment palace castle lodge villa mansion court courthouse prison jail barracks factory mill mine warehouse
    shop store market street road avenue lane square bridge tunnel tower cape point bay island lake river beach mountain
    hill village stadium gym ground basement attic roof garage stairs corridor lobby embassy ministry parliament
    headquarters camp farm barn studio laboratory abroad car train bus plane ship train truck van tent club"""
)
NOT_PLACES = stem_set(
    """year month week day morning afternoon evening night hour time case fact way end order part course addition
    january february march april may june july august september october november december spring summer autumn winter
    monday tuesday wednesday thursday friday saturday sunday statement interview report letter article book speech
    english french german favour power journal magazine newspaper review times sea ocean coast"""
)
LEAST = 0.42
LEAST_BUILDING = 0.27  # where both are told as buildings, streets or rooms
LEAST_SURE = 0.5
BUILT = ("house", "room", "yard", "shed", "barn")  # "boathouse", "washroom"
IDIOMS = frozenset(
    {("on", "road"), ("on", "market"), ("in", "field"), ("on", "street"), ("in", "house"), ("off", "field")}
)
EVENTS = stem_set("meeting dinner lunch supper funeral wedding conference hearing trial talks ceremony session party")
DAY = re.compile(r"\d{4}-\d\d-\d\d")
MOST_HELD = 200  # places of one name; more are everywhere
LONGEST = 4  # words of a place


@dataclass(frozen=True, slots=True)
class Site:
    """A place as told: its stems, whether it is a name, whether it is a building, street or room, its words."""

    stems: frozenset[str]
    is_name: bool
    is_building: bool
    plain: str


def sites(sentence: Told, lookup: Lookup) -> Iterator[Slot]:
    """The places that stand after "in", "at", "on" and the like in a sentence."""
    text = lookup.documents[sentence.span.doc].text
    words = sentence.words
    for n, word in enumerate(words):
        if word.plain == "abroad":
            yield slot("site", Site(frozenset({word.stem}), False, True, "abroad"), word.span, sentence)
        if word.plain in AT:
            held = _held(words[n + 1 : n + 2 + LONGEST], text)
            site = _site(held, word.plain, text) if held else None
            if (
                site
                and (word.plain, site.plain) not in IDIOMS
                and not any(place.touches(held[0].span) for _, place in sentence.dates)
            ):
                place = Span(word.span.doc, word.span.start, held[-1].span.end)
                yield slot("site" if site.is_building else "town", site, place, sentence)


def _held(words: Sequence[Word], text: str) -> list[Word]:
    """The words of a place: an article, then names, or common nouns up to the first that is a site."""
    held: list[Word] = []
    for n, word in enumerate(words):
        if held and text[held[-1].span.end : word.span.start].strip(" "):
            break
        is_capital = text[word.span.start].isupper()
        if n == 0 and word.plain in ARTICLES:
            held.append(word)
        elif is_capital or (word.is_content and not any(text[w.span.start].isupper() for w in held)):
            held.append(word)
            if not is_capital and (word.stem in SITES or word.plain.endswith(BUILT)):
                break
        else:
            break
    while held and not held[-1].is_content:
        held.pop()
    rest = words[len(held) : len(held) + 1]
    if held and text[held[-1].span.start].isupper() and rest and rest[0].is_content:
        gap = text[held[-1].span.end : rest[0].span.start]
        if not gap.strip() and not text[rest[0].span.start].isupper() and not rest[0].plain.endswith(("ly", "ed")):
            return []  # "near the Morland border" is not in Morland
    return held


def _site(held: list[Word], prep: str, text: str) -> Site | None:
    content = [w for w in held if w.is_content]
    if content and content[-1].plain.endswith("ed"):
        return None  # "in a wooded area": the place is not among the words that are looked at
    capitals = [w for w in content if text[w.span.start].isupper()]
    is_building = bool(content) and (
        content[-1].stem in SITES or content[-1].plain.endswith(BUILT) or (bool(capitals) and content[0].stem in SITES)
    )
    name = " ".join(w.plain for w in content)
    if not content or any(w.stem in NOT_PLACES for w in content) or not (capitals or is_building):
        return None
    if not is_building and (len(capitals) != len(content) or prep == "on" or country(name.title())):
        return None
    return Site(frozenset(w.stem for w in content), bool(capitals), is_building, name)


def differing(sentences: Sequence[Told], weight: dict[str, float], lookup: Lookup) -> Iterator[Conflict]:
    """Conflicts between the places that different documents give for one event."""
    slots = [s for t in sentences for s in sites(t, lookup) if not is_denied(s)]
    near = _neighbours(lookup)
    for match in matches(slots, weight, lambda a, b: _agree(a, b, near), LEAST_BUILDING):
        if match.is_one_time and _is_one_event(match):
            yield _drawn(match, lookup)


def is_denied(place: Slot) -> bool:
    """Whether somebody is told not to have been there ("I was never in her kitchen")."""
    before = [w for w in place.sentence.words if w.span.end <= place.span.start][-3:]
    near = [n for n, w in enumerate(before) if w.plain in ("never", "not") or w.plain.endswith("n't")]
    return bool(near) and not any(w.is_content for w in before[near[-1] + 1 :] if not w.plain.endswith("ed"))


def never_there(sentences: Sequence[Told], kin: Kin, lookup: Lookup) -> Iterator[Conflict]:
    """Conflicts between "he was never in the house" and an account that has him there."""
    denied: list[Slot] = []
    by_stem: dict[str, list[Slot]] = defaultdict(list)
    for place in (s for t in sentences for s in (*sites(t, lookup), *_events(t))):
        if is_denied(place):
            denied.append(place)
        elif isinstance(place.value, Site):
            for key in sorted(place.value.stems):
                by_stem[key].append(place)
    for place in denied:
        keys = sorted(place.value.stems) if isinstance(place.value, Site) and place.value.is_building else ()
        against = {id(s): s for key in keys for s in by_stem[key][:MOST_HELD] if _is_there(place, s, kin)}
        if against:
            yield _denial_drawn(place, list(against.values()), lookup)


def _events(sentence: Told) -> Iterator[Slot]:
    """The meetings, meals and feasts at which somebody is told to have been, or not."""
    for n, word in enumerate(sentence.words[2:], 2):
        before = [w.plain for w in sentence.words[n - 2 : n]]
        if word.stem in EVENTS and before[0] in ("at", "in") and before[1] in ARTICLES:
            place = Span(word.span.doc, sentence.words[n - 2].span.start, word.span.end)
            yield slot("event", Site(frozenset({word.stem}), False, True, word.plain), place, sentence)


def _is_there(denied: Slot, told: Slot, kin: Kin) -> bool:
    """Whether two sentences may tell of one person at one place, the one that he was there, the other that not."""
    if not isinstance(denied.value, Site) or not isinstance(told.value, Site) or denied.span.doc == told.span.doc:
        return False
    besides = (denied.wider & told.wider) - denied.value.stems - told.value.stems
    days = [[d for d, _ in s.sentence.dates] for s in (denied, told)]
    is_one_time = not all(days) or any(can_be_one(x, y) for x in days[0] for y in days[1])
    return bool(besides) and is_one_time and kin.are_kin(denied.span.doc, told.span.doc)


def _denial_drawn(denied: Slot, against: Sequence[Slot], lookup: Lookup) -> Conflict:
    first: dict[str, Slot] = {}
    for told in sorted(against, key=lambda s: (-len(s.wider & denied.wider), s.span)):
        first.setdefault(told.span.doc, told)
    before = [w.span.start for w in denied.sentence.words if w.span.end <= denied.span.start][-3:]
    places = [Span(denied.span.doc, min(before, default=denied.span.start), denied.span.end)]
    places += [s.span for s in first.values()]
    shown = [f"{quoted(s, lookup)} ({siglum(s.doc, lookup)})" for s in places[:2]]
    text = f"By {shown[0]} nobody was there; another account has {shown[1]}."
    reason = Reason(feature="absence", text=text, score=0.5, evidence=tuple(places[:2]))
    return conflict("place", f"There or not: {shown[0]} against {shown[1]}", places, severity="medium", confidence=0.5,
                    reasons=[reason])  # fmt: skip


def _neighbours(lookup: Lookup) -> dict[str, set[str]]:
    """Words that stand in one clause with a word of a name, as a place and what it lies in do ("the Lodge at Vell")."""
    found: dict[str, set[str]] = defaultdict(set)
    for document in lookup.edition.documents:
        for m in re.finditer(
            r"[A-Z][\w’'-]+(?:,?\s+(?:(?:in|at|of|near|on|the|outside|a|off)\s+)*[A-Z][\w’'-]+)+", document.text
        ):
            held = plain_words(m.group())
            for word in held:
                found[word] |= set(held)
    return found


def _agree(a: object, b: object, near: dict[str, set[str]]) -> bool:
    """Whether the two may be one place, or one in the other."""
    if not isinstance(a, Site) or not isinstance(b, Site):
        return True
    if _is_short_for(a.plain, b.plain) or _is_short_for(b.plain, a.plain):
        return True
    if a.stems & b.stems and not (
        a.is_building and b.is_building and a.is_name and b.is_name and a.stems - b.stems and b.stems - a.stems
    ):
        return True
    if (
        a.is_name
        and b.is_name
        and any(y in near.get(x, ()) for x in a.plain.split() for y in b.plain.split() if x != y)
    ):
        return not (a.is_building and b.is_building)
    return False


def _is_short_for(short_form: str, name: str) -> bool:
    """Whether one is made of the other's first letters ("LA", "Los Angeles")."""
    return len(name.split()) > 1 and short_form.replace(".", "") == "".join(w[0] for w in name.split())


def _is_one_event(match: Match) -> bool:
    a, b = match.a.value, match.b.value
    if not isinstance(a, Site) or not isinstance(b, Site):
        return False
    are_buildings = a.is_building and b.is_building
    if are_buildings and _is_of_one_day(match) and match.shared_names:
        return True
    return (
        len(match.close) >= 2 - are_buildings
        and len(match.wide) >= (3 if match.score < LEAST_SURE else 2)
        and match.score >= (LEAST_BUILDING if are_buildings else LEAST)
    )


def _is_of_one_day(match: Match) -> bool:
    """Whether both sentences give the same day of the same year, and no other."""
    days = [{d for d, _ in s.sentence.dates} for s in (match.a, match.b)]
    return len(days[0] | days[1]) == 1 and all(DAY.fullmatch(d) for d in days[0])


def _drawn(match: Match, lookup: Lookup) -> Conflict:
    sides = (match.a.span, match.b.span)
    shown = [f"{quoted(s, lookup)} ({siglum(s.doc, lookup)})" for s in sides]
    text = f"Both tell of {match.matter(lookup)}; one places it {shown[0]}, the other {shown[1]}."
    reason = Reason(feature="place", text=text, score=round(min(1.0, match.score), 3), evidence=sides)
    return conflict("place", f"Where: {shown[0]} or {shown[1]}?", sides, severity="medium",
                    confidence=0.25 + 0.5 * min(1.0, match.score), reasons=[reason])  # fmt: skip
