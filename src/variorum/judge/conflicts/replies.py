"""What he answered: one man's reply to the same words, told by several accounts in words that have little in common."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from variorum.judge.conflicts.drawing import conflict, quoted, short, siglum
from variorum.judge.stems import stem_set
from variorum.judge.synonyms import concept
from variorum.judge.tellings import called
from variorum.judge.wording import Word, words_of
from variorum.lookup import Lookup
from variorum.model import Attribution, Conflict, Reason, Span
from variorum.text import plain_words

ANSWERING = stem_set(
    "answer answered reply replied respond responded retort retorted snap snapped rejoin rejoined counter countered"
)
BEFORE = 200  # characters before a reply in which stands what it replies to
LONGEST = 24  # words; a longer speech is more than a reply
FEWEST = 15  # characters of a teller's own words before the answer that he tells
COMMON = 3  # concepts that what stands before two replies has in common, if they reply to the same
PART = 0.5  # of the shorter's concepts
ALIKE = 0.4  # part of the shorter reply's concepts that the other has too, from which on both say the same
MOST_HELD = 60  # replies of one man that are compared pair by pair


@dataclass(frozen=True, slots=True, eq=False)
class Reply:
    """A reply: its words, the concepts in it, and what it replies to (its concepts, and the statements it is in)."""

    attribution: Attribution
    place: Span
    told: frozenset[str]
    prompt: frozenset[str]
    prompts: frozenset[str]
    asker: str  # family name of whom it answers, empty where nobody is named

    @property
    def is_direct(self) -> bool:
        """Whether it is printed as the very words."""
        return self.attribution.mode == "direct"


def otherwise(lookup: Lookup) -> Iterator[Conflict]:
    """Conflicts between the replies that different documents give to the same words."""
    by_name: dict[str, list[Reply]] = defaultdict(list)
    for reply in replies(lookup):
        by_name[plain_words(called(reply.attribution.speaker, lookup))[-1]].append(reply)
    for name in sorted(by_name):
        held = by_name[name][:MOST_HELD]
        known = frozenset(concept(w.stem) for r in held for w in _name(r, lookup))
        for a, b in combinations(held, 2):
            if _are_other(a, b, known, lookup) and not _is_told_alike(a, b, held):
                yield _drawn(a, b, lookup)


def replies(lookup: Lookup) -> Iterator[Reply]:
    """The short utterances of named people that answer somebody, in the order of the documents."""
    by_doc: dict[str, list[Attribution]] = defaultdict(list)
    for attribution in lookup.edition.attributions:
        if attribution.content:
            by_doc[attribution.doc].append(attribution)
    for doc in sorted(by_doc):
        held = sorted(by_doc[doc], key=lambda a: (a.content[-1].end, a.id))
        ends = [a.content[-1].end for a in held]
        for attribution in sorted(held, key=lambda a: (a.content, a.id)):
            if attribution.polarity == "affirmed" and _is_named(attribution, lookup):
                start = _start(attribution)
                near = held[bisect_left(ends, start - BEFORE + 1) : bisect_right(ends, start)]
                reply = _reply(attribution, near, lookup)
                if reply:
                    yield reply


def _is_named(attribution: Attribution, lookup: Lookup) -> bool:
    actor = lookup.actors.get(attribution.speaker or "")
    return bool(actor and actor.kind == "person" and actor.name[:1].isupper() and plain_words(actor.name))


def _reply(attribution: Attribution, near: Sequence[Attribution], lookup: Lookup) -> Reply | None:
    first = attribution.content[0]
    said = words_of(first, lookup)
    if not said or len(said) > LONGEST or lookup.words(first).rstrip("\"'”’» ").endswith("?"):
        return None
    cue = {w.stem for s in attribution.cue for w in words_of(s, lookup)}
    if attribution.mode == "indirect" and not cue & ANSWERING:
        return None  # "welcomed the plan" tells of no answer
    start = _start(attribution)
    outer = lookup.attributions.get(attribution.parent or "")
    if outer and outer.speaker != attribution.speaker and outer.content[0].start < start - FEWEST:
        prompt = Span(first.doc, max(outer.content[0].start, start - BEFORE), start)
        return _made(attribution, said, words_of(prompt, lookup), frozenset(), _family(outer, lookup))
    earlier = [a for a in near if a.speaker and a.speaker != attribution.speaker]
    if not earlier:
        return None
    last = max(earlier, key=lambda a: (a.content[-1].end, a.id))
    is_next = "\n" not in lookup.words(Span(first.doc, last.content[-1].end, start)) or not attribution.cue
    is_spoken_to = attribution.speaker in last.audience or last.speaker in attribution.audience
    if not (cue & ANSWERING or (is_spoken_to and is_next)):
        return None  # words of another paragraph answer only where it is said that they do
    words = [w for s in last.content for w in words_of(s, lookup)]
    return _made(attribution, said, words, frozenset(lookup.statements_of.get(last.id, ())), _family(last, lookup))


def _start(attribution: Attribution) -> int:
    """Where a report begins, its cue and source included."""
    return min(s.start for s in (attribution.content[0], *attribution.cue, *attribution.source))


def _family(attribution: Attribution, lookup: Lookup) -> str:
    return plain_words(called(attribution.speaker, lookup))[-1] if _is_named(attribution, lookup) else ""


def _made(
    attribution: Attribution, said: Sequence[Word], prompt: Sequence[Word], prompts: frozenset[str], asker: str
) -> Reply:
    return Reply(attribution, attribution.content[0], _concepts(said), _concepts(prompt), prompts, asker)


def _concepts(words: Sequence[Word]) -> frozenset[str]:
    return frozenset(concept(w.stem) for w in words if w.is_content)


def _name(reply: Reply, lookup: Lookup) -> list[Word]:
    return [w for s in reply.attribution.source for w in words_of(s, lookup)]


def _are_other(a: Reply, b: Reply, known: frozenset[str], lookup: Lookup) -> bool:
    """Whether two replies to the same have little in common."""
    if a.place.doc == b.place.doc or not (a.is_direct or b.is_direct) or not a.told or not b.told:
        return False
    if not (_says_enough(a) and _says_enough(b) and _is_one_prompt(a, b, known)):
        return False
    shared = set(lookup.statements_of.get(a.attribution.id, ())) & set(lookup.statements_of.get(b.attribution.id, ()))
    part = len(a.told & b.told) / min(len(a.told), len(b.told))
    return part < ALIKE and not (shared and a.told & b.told)


def _says_enough(reply: Reply) -> bool:
    return len(reply.told) >= (1 if reply.is_direct else 2)


def _is_one_prompt(a: Reply, b: Reply, known: frozenset[str]) -> bool:
    """Whether both reply to the same: to readings of one statement, or to words that have much in common."""
    if a.asker and b.asker and a.asker != b.asker:
        return False
    if a.prompts & b.prompts:
        return True
    ours, theirs = a.prompt - known, b.prompt - known
    both = ours & theirs
    return len(both) >= COMMON and len(both) >= PART * min(len(ours), len(theirs))


def _is_told_alike(a: Reply, b: Reply, held: Sequence[Reply]) -> bool:
    """Whether one of the documents has the other's reply too."""
    return any(
        len(x.told & y.told) >= ALIKE * min(len(x.told), len(y.told))
        for x, y in ((a, r) for r in held if r.place.doc == b.place.doc and r.told)
    ) or any(
        len(x.told & y.told) >= ALIKE * min(len(x.told), len(y.told))
        for x, y in ((b, r) for r in held if r.place.doc == a.place.doc and r.told)
    )


def _drawn(a: Reply, b: Reply, lookup: Lookup) -> Conflict:
    sides = [short(r.place, lookup) for r in (a, b)]
    shown = [f"{quoted(s, lookup)} ({siglum(s.doc, lookup)})" for s in sides]
    who = called(a.attribution.speaker, lookup)
    text = f"To the same words {who} answered {shown[0]} by one account, {shown[1]} by another."
    reason = Reason(feature="reply", text=text, score=0.55, evidence=tuple(sides))
    statements = {s for r in (a, b) for s in lookup.statements_of.get(r.attribution.id, ())}
    return conflict("wording", f"What was answered: {shown[0]} or {shown[1]}?", sides, severity="medium",
                    confidence=0.55, statements=statements, reasons=[reason])  # fmt: skip
