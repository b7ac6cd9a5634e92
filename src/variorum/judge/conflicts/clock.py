"""At what hour: one event with two times of day."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from variorum.judge import numbers
from variorum.judge.conflicts.drawing import conflict, quoted, siglum
from variorum.judge.conflicts.slots import Match, Slot, matches, slot
from variorum.judge.conflicts.told import Told
from variorum.lookup import Lookup
from variorum.model import Conflict, Reason, Span

HOUR = rf"(?P<hour>\d{{1,2}}|{'|'.join(numbers.UNITS[1:13])})"
HALF_DAY = (
    r"(?:(?P<half>[ap])\.?\s?m\b\.?|(?P<clock>o['’]clock|hours\b)?\s*"
    r"(?P<part>in the (?:morning|afternoon|evening)|at night)?)"
)
TIME = re.compile(
    rf"\b(?:(?P<past>half past|quarter past|quarter to)\s+)?{HOUR}(?:[.:](?P<minute>\d\d))?\s*{HALF_DAY}", re.IGNORECASE
)
NAMED = re.compile(r"\b(?P<name>noon|midday|midnight)\b", re.IGNORECASE)
VAGUE = re.compile(
    r"\b(?:about|around|shortly (?:after|before)|just (?:after|before)|nearly|almost|towards?|approximately|roughly"
    r"|some time (?:after|before)|soon after)\s*$",
    re.IGNORECASE,
)
AT = re.compile(r"\b(?:at|about|by)\s+$", re.IGNORECASE)  # "at 9.40" is an hour, "9.40 francs" is none
# Parts of the day, as minutes since midnight and how many either way they leave open.
PARTS = {
    "dawn": (330, 60), "before dawn": (240, 150), "sunrise": (360, 90), "morning": (550, 165), "afternoon": (900, 175),
    "evening": (1170, 150), "night": (0, 330), "dusk": (1140, 150),
}  # fmt: skip
PART = re.compile(
    r"\b(?:(?:in|during)\s+the|that|this|the\s+(?:whole|same|next)|one|all)\s+(?P<part>morning|afternoon|evening)\b"
    r"|\b(?P<dawn>before\s+dawn|at\s+(?:dawn|sunrise|dusk|night))\b",
    re.IGNORECASE,
)
EXACT, ABOUT = 9, 35  # minutes that a plain time and "about" leave open
LEAST = 0.3
LEAST_PART = 0.5  # where but parts of the day are told


@dataclass(frozen=True, slots=True)
class Hour:
    """Minutes since midnight, how many either way the words allow, and whether morning or evening is known."""

    minutes: int
    room: int
    is_half_known: bool

    def agrees(self, other: Hour) -> bool:
        """Whether both may be one time of one day."""
        whole = 1440 if self.is_half_known and other.is_half_known else 720
        apart = abs(self.minutes - other.minutes) % whole
        return min(apart, whole - apart) <= self.room + other.room


def hours(sentence: Told, lookup: Lookup) -> Iterator[Slot]:
    """The times of day in a sentence."""
    text = lookup.documents[sentence.span.doc].text
    for m in [
        *TIME.finditer(text, sentence.span.start, sentence.span.end),
        *NAMED.finditer(text, sentence.span.start, sentence.span.end),
    ]:
        read = _read(m, text[max(sentence.span.start, m.start() - 16) : m.start()])
        if read:
            place = Span(sentence.span.doc, m.start(), m.start() + len(m.group().rstrip()))
            yield slot("hour", read, place, sentence)
    for m in PART.finditer(text, sentence.span.start, sentence.span.end):
        words = " ".join((m["part"] or m["dawn"]).casefold().removeprefix("at ").split())
        minutes, room = PARTS[words]
        place = Span(sentence.span.doc, *m.span())
        yield slot("part of day", Hour(minutes, room, is_half_known=True), place, sentence)


def _read(m: re.Match[str], before: str) -> Hour | None:
    room = ABOUT if VAGUE.search(before) else EXACT
    if "name" in m.groupdict():
        return Hour(0 if m["name"].casefold() == "midnight" else 720, room, is_half_known=True)
    hour = numbers.value(m["hour"])
    is_time = m["half"] or m["clock"] or m["part"] or m["past"] or (m["minute"] and AT.search(before))
    if hour is None or not is_time or hour > 24 or ((m["clock"] or "").casefold() == "hours" and not m["minute"]):
        return None
    minutes = int(hour) % 12 * 60 if hour <= 12 else int(hour) * 60
    minutes += int(m["minute"] or 0) + {"half past": 30, "quarter past": 15, "quarter to": -15}.get(
        (m["past"] or "").casefold(), 0
    )
    part = (m["half"] or (m["part"] or "")[7:8] or "").casefold()
    if part == "p" or (m["part"] or "").casefold().endswith(("afternoon", "evening")):
        minutes += 720 if minutes < 720 else 0
    return Hour(
        minutes % 1440,
        room,
        is_half_known=bool(m["half"] or (m["part"] and not m["part"].casefold().endswith("night")) or hour > 12),
    )


def differing(sentences: Sequence[Told], weight: dict[str, float], lookup: Lookup) -> Iterator[Conflict]:
    """Conflicts between the times of day that different documents give for one event."""
    slots = [s for t in sentences for s in hours(t, lookup)]
    for match in matches(slots, weight, _agree, LEAST):
        is_sure = match.a.sort == "hour" or (match.score >= LEAST_PART and len(match.close) >= 1)
        if match.is_one_time and match.close and len(match.wide) >= 2 and is_sure:
            yield _drawn(match, lookup)


def _agree(a: object, b: object) -> bool:
    return isinstance(a, Hour) and isinstance(b, Hour) and a.agrees(b)


def _drawn(match: Match, lookup: Lookup) -> Conflict:
    sides = (match.a.span, match.b.span)
    shown = [f"{quoted(s, lookup)} ({siglum(s.doc, lookup)})" for s in sides]
    text = f"Both tell of {match.matter(lookup)}; one has {shown[0]}, the other {shown[1]}."
    reason = Reason(feature="hour", text=text, score=round(min(1.0, match.score), 3), evidence=sides)
    return conflict("date", f"At what time: {shown[0]} or {shown[1]}?", sides, severity="medium",
                    confidence=0.35 + 0.4 * min(1.0, match.score), reasons=[reason])  # fmt: skip
