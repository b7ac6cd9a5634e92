"""Occasions in the making, and whether a further mention names one of them again."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from variorum import edtf
from variorum.annotate.scenes import Scene
from variorum.gatherings import gathering
from variorum.model import OccasionKind, Span

REMEMBERED = 40  # occasions back to which a mention may return: a long book names thousands
CARRY = 1800  # code points over which a speaker is taken to be on the same occasion: five or six paragraphs of news
WIDE = 400  # days: a date that covers more is not that of one utterance


@dataclass(slots=True, eq=False)
class Held:
    """An occasion in the making."""

    kind: OccasionKind
    nouns: set[str]
    people: set[str]
    place: str | None
    date: str | None
    evidence: list[Span] = field(default_factory=list)

    @property
    def noun(self) -> str:
        """The word by which it is called: the shortest in the singular."""
        return min(self.nouns, key=lambda w: (w.endswith("s"), len(w), w))


class Register:
    """All occasions of a document so far; a mention of one of them is put down with it."""

    def __init__(self, scenes: Sequence[Scene]) -> None:
        self.scenes = scenes
        self.heads = [s.head for s in scenes]
        self.held: list[Held] = []
        self.by_evidence: dict[Span, Held] = {}

    def hold(self, scene: Scene, people: set[str]) -> Held:
        """The occasion that a scene mentions, with these people and those whom it names."""
        is_again = scene.is_definite and not scene.is_separate
        known = self._known(scene) if is_again else None
        everybody = people | set(scene.people)
        is_pair = known is not None and len(known.people) == 1 and len(everybody) == 1
        if known is not None and (is_pair or not everybody or everybody & set(known.people)):
            held = self.hold(known, everybody | set(known.people))
            self.state(held, scene.span)
            return held
        mention = Held(scene.kind, {scene.noun}, everybody, scene.place, scene.date)
        return self.enter(mention, scene.span, is_again=is_again, is_new=scene.is_separate)

    def _known(self, scene: Scene) -> Scene | None:
        """The fuller mention before, where "the meeting" takes one up that is told with its people."""
        if len(scene.people) > 1 or scene.date:
            return None
        first, last = bisect_left(self.heads, scene.head - CARRY), bisect_left(self.heads, scene.head)
        fuller = [
            o
            for o in self.scenes[first:last]
            if o.kind == scene.kind and o.people and not o.is_definite and gathering(o.noun) == gathering(scene.noun)
        ]
        return max(fuller, key=lambda o: (o.noun == scene.noun, o.head), default=None)

    def enter(self, mention: Held, span: Span, *, is_again: bool = False, is_new: bool = False) -> Held:
        """The occasion already known that this mention names again, else a new one."""
        known = self.by_evidence.get(span)
        if known is None and not is_new:
            recent = sorted(enumerate(self.held[-REMEMBERED:]), key=lambda x: (not mention.nouns & x[1].nouns, -x[0]))
            known = next((h for _, h in recent if is_one(h, mention, is_again=is_again)), None)
        if known is None:
            known = Held(mention.kind, set(mention.nouns), set(), mention.place, mention.date)
            self.held.append(known)
        elif span not in known.evidence:
            known.place = known.place or mention.place
            known.date = finer(known.date, mention.date)
        self.state(known, span)
        known.people |= mention.people
        known.nouns |= mention.nouns
        return known

    def state(self, held: Held, span: Span) -> None:
        """Notes the words in which an occasion is named."""
        if self.by_evidence.setdefault(span, held) is held and span not in held.evidence:
            held.evidence.append(span)


def is_one(held: Held, mention: Held, *, is_again: bool) -> bool:
    """Whether a mention names an occasion again: of one kind, nothing against it, and something for it.

    "A conversation in the 1980s" is not the dinner of March 1987 that was told before, and no dinner is the talk
    of the same two on the same day.
    """
    people, date, place = mention.people, mention.date, mention.place
    if mention.kind != held.kind or (date and held.date and not edtf.agree(date, held.date)):
        return False
    if gathering(mention.noun) != gathering(held.noun) and not is_meal_by_year(held, mention):
        return False
    if place and held.place and place.casefold() != held.place.casefold():
        return False
    if gathering(held.noun) == "sitting":
        return True  # one after the other is heard
    if mention.kind == "statement":
        return people == held.people and date == held.date
    if len(people & held.people) > 1:
        return is_again or not date or not held.date or edtf.size(date) < WIDE
    return people <= held.people and (is_again or bool(place and held.place))


def is_meal_by_year(held: Held, mention: Held) -> bool:
    """Whether one names more loosely, by its year or month, what the other dates to the day: "a meeting in 1994"."""
    one, other = sorted((held, mention), key=lambda h: gathering(h.noun))
    if gathering(one.noun) or not one.date or not other.date:
        return False
    return edtf.size(other.date) == 1 < edtf.size(one.date) and edtf.agree(one.date, other.date)


def finer(a: str | None, b: str | None) -> str | None:
    """The narrower of two dates that agree.

    >>> finer("1998", "1998-03-14"), finer(None, "1998")
    ('1998-03-14', '1998')
    """
    if a is None or b is None:
        return a or b
    return min(a, b, key=lambda d: (edtf.size(d), d))


def label(noun: str, people: Sequence[str], place: str | None, date: str | None) -> str:
    """A line for a reader: what it was, who took part, where and when.

    >>> label("dinner", ["Ann Hale", "Tom Marsh"], "Norvik", "1987-03-21")
    'Dinner, Ann Hale and Tom Marsh, Norvik, 1987-03-21'
    """
    return ", ".join(part for part in (noun.capitalize(), " and ".join(people), place, date) if part)
