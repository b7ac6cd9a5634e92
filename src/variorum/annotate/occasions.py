"""The meetings, interviews and speeches in which something was said, as one document states them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from variorum import edtf
from variorum.annotate import scenes
from variorum.annotate.parsed import Parsed
from variorum.annotate.people.roster import Roster
from variorum.annotate.reporting.cues import SAYING
from variorum.annotate.reporting.draft import Draft
from variorum.annotate.scenes import JOURNALISTS, Scene
from variorum.annotate.speakers import ANSWERS, Voices
from variorum.lookup import Lookup
from variorum.model import DateMention, Document, Edition, Occasion, OccasionKind, Span, Stated, identifier
from variorum.text import plain_words

if TYPE_CHECKING:
    from spacy.tokens import Token

REMEMBERED = 40  # occasions back to which a mention may return: a long book names thousands
CARRY = 1800  # code points over which a speaker is taken to be on the same occasion: five or six paragraphs of news
TOGETHER = frozenset({"interview", "meeting", "broadcast"})
BACKWARD = frozenset({"remark", "comment", "account", "statement", "word", "assertion", "claim"})
RECORDS = frozenset({"transcript", "transcripts", "minutes", "recording", "recordings", "record", "memo", "memorandum"})
LINKS = frozenset(
    {"prep", "pobj", "npadvmod", "nummod", "compound", "amod", "nmod", "tmod", "dep", "conj", "pcomp", "appos"}
)


@dataclass(slots=True, eq=False)
class _Held:
    """An occasion in the making."""

    kind: OccasionKind
    nouns: set[str]
    people: set[str]
    place: str | None
    date: str | None
    evidence: list[Span] = field(default_factory=list)


def find(
    parsed: Parsed, drafts: Sequence[Draft], roster: Roster, dates: Sequence[DateMention]
) -> tuple[tuple[Occasion, ...], dict[int, str]]:
    """The document's occasions, and for each draft (by its number) the occasion on which its words were said."""
    work = _Work(parsed, drafts, roster, dates)
    work.settle()
    used = [h for h in work.held if any(h is b for b in work.belongs.values())]
    ids = {id(h): _id(parsed.document, h) for h in used}
    names = {a.id: a.name for a in roster.actors}
    found = {ids[id(h)]: _occasion(parsed, ids[id(h)], h, names) for h in used}
    return tuple(found[k] for k in sorted(found)), {n: ids[id(h)] for n, h in sorted(work.belongs.items())}


def _id(document: Document, held: _Held) -> str:
    return identifier("o", document.id, held.kind, min(held.evidence), held.date, held.place)


def _occasion(parsed: Parsed, key: str, held: _Held, names: dict[str, str]) -> Occasion:
    people = tuple(sorted(held.people))
    evidence = tuple(sorted(set(held.evidence)))
    return Occasion(
        id=key,
        kind=held.kind,
        label=label(
            min(held.nouns, key=lambda w: (w.endswith("s"), len(w), w)),
            sorted(names[p] for p in people if p in names),
            held.place,
            held.date,
        ),
        participants=people,
        place=held.place,
        date=held.date,
        stated=(Stated(doc=parsed.document.id, date=held.date, place=held.place, evidence=evidence),),
    )


def label(noun: str, people: Sequence[str], place: str | None, date: str | None) -> str:
    """A line for a reader: what it was, who took part, where and when.

    >>> label("dinner", ["Ann Hale", "Tom Marsh"], "Norvik", "1987-03-21")
    'Dinner, Ann Hale and Tom Marsh, Norvik, 1987-03-21'
    """
    return ", ".join(part for part in (noun.capitalize(), " and ".join(people), place, date) if part)


class _Work:
    """Scenes joined to the reports that were made there."""

    def __init__(self, parsed: Parsed, drafts: Sequence[Draft], roster: Roster, dates: Sequence[DateMention]) -> None:
        self.parsed, self.drafts, self.roster, self.dates = parsed, drafts, roster, dates
        self.voices = Voices(parsed, drafts, roster)
        self.scenes = scenes.find(parsed, roster, dates)
        self.heads = [s.head for s in self.scenes]
        self.days = [d.span.start for d in dates]
        self.held: list[_Held] = []
        self.by_evidence: dict[Span, _Held] = {}
        self.belongs: dict[int, _Held] = {}
        self.look = Lookup(Edition(documents=(parsed.document,), sentences=tuple(sorted(_sentences(parsed)))))
        self.kinds = {a.id: a.kind for a in roster.actors}
        self.asking = {p for s in self.scenes if s.kind == "interview" for p in s.people if s.is_asking(p)}

    def settle(self) -> None:
        """Gives every report that a scene, an interviewer or a date places its occasion, then those that follow."""
        order = sorted(range(len(self.drafts)), key=lambda n: (self._at(n).start, n))
        self._backward(order)
        for n in order:
            held = self._placed(n) or self._told(n) or self._dated(n)
            if held is not None:
                self.belongs[n] = held
        self._carry(order)

    def _at(self, n: int) -> Span:
        draft = self.drafts[n]
        return (draft.cue or draft.content or draft.source or (Span(self.parsed.document.id, 0, 1),))[0]

    def _is_inside(self, place: int, n: int) -> bool:
        return any(s.start <= place < s.end for s in self.drafts[n].content)

    def _is_human(self, actor: str | None) -> bool:
        return self.kinds.get(actor or "") in ("person", "group", "unknown")

    def _placed(self, n: int) -> _Held | None:
        """The occasion that the sentence of the cue names outside the words reported."""
        sentence, speaker = self.look.sentence(self._at(n)), self.voices.speaker(n)
        first, last = bisect_left(self.heads, sentence.start), bisect_left(self.heads, sentence.end)
        here = [s for s in self.scenes[first:last] if not self._is_inside(s.head, n)]
        here = [s for s in here if s.is_setting and self._is_level(s, n) and self._is_among(s, n, speaker)]
        if not here:
            return None
        chosen = max(here, key=lambda s: (len(s.people) + (s.date is not None) + (s.place is not None), -s.head))
        return self._hold(chosen, {speaker} if speaker else set(), n)

    def _is_level(self, scene: Scene, n: int) -> bool:
        """A scene inside the report around this one belongs to this one; one outside belongs to its teller.

        Papers do not meet anybody: what "according to the minutes" was said at a dinner was said there.
        """
        parent = self.drafts[n].parent
        if parent is None or self._is_inside(scene.head, parent):
            return True
        return self.kinds.get(self.voices.speaker(parent) or "") == "document"

    def _is_among(self, scene: Scene, n: int, speaker: str | None) -> bool:
        if speaker is None:
            heard = self._heard(n)
            return scene.kind in TOGETHER and bool(heard)
        if scene.kind not in ("statement", "document", "speech") and not self._is_human(speaker):
            return False
        return self.kinds.get(speaker) != "document" and (len(scene.people) < 2 or speaker in scene.people)

    def _heard(self, n: int) -> set[str]:
        spans = self.drafts[n].addressee
        return {a for span in spans if (a := self.roster.at(span)) and self.kinds.get(a) in ("person", "outlet")}

    def _told(self, n: int) -> _Held | None:
        """ "Hale told the Herald": an interview, with the date that stands beside the cue."""
        draft, speaker = self.drafts[n], self.voices.speaker(n)
        for span in draft.addressee:
            hearer = self.roster.at(span)
            if hearer and self._is_human(speaker) and hearer != speaker and self._is_press(hearer):
                when = self._date(n) or self._right_after(span)
                place = self._around(n, (self._at(n), span, *([when.span] if when else [])))
                return self._enter(
                    "interview", "interview", {str(speaker), hearer}, None, when.edtf if when else None, place
                )
        return None

    def _right_after(self, span: Span) -> DateMention | None:
        """The date that follows at once: "told the Herald in January 2022"."""
        text = self.parsed.text
        for d in self._dates_from(span.end, span.end + 16):
            if 0 < d.span.start - span.end < 16 and text[span.end : d.span.start].strip(
                " ()ABCDEFGHIJKLMNOPQRSTUVWXYZ"
            ) in ("in", "on"):
                return d
        return None

    def _is_press(self, actor: str) -> bool:
        return (
            self.kinds.get(actor) == "outlet"
            or actor in self.asking
            or bool(self.roster.described(actor) & JOURNALISTS)
        )

    def _around(self, n: int, spans: Sequence[Span]) -> Span:
        """The words from the first to the last of these, where they are one short phrase; else the first."""
        start, end = min(s.start for s in spans), max(s.end for s in spans)
        return self.parsed.span(start, end) if end - start <= scenes.WIDEST else self._at(n)

    def _dated(self, n: int) -> _Held | None:
        """ "Hale said in June": a statement of that date, a talk where it says to whom."""
        speaker, when = self.voices.speaker(n), self._date(n)
        if when is None or speaker is None or self.kinds.get(speaker) == "document" or not self._is_saying(n):
            return None
        heard = self._heard(n) if self._is_human(speaker) else set()
        kind: OccasionKind = "meeting" if heard else "statement"
        place = self._around(n, (self._at(n), when.span))
        return self._enter(kind, "talk" if heard else "statement", {speaker} | heard, None, when.edtf, place)

    def _cue(self, n: int) -> Token | None:
        """The chief word of the cue: its last verb, else its last word."""
        spans = self.drafts[n].cue
        block = self.parsed.block_at(spans[-1].start) if spans else None
        if block is None:
            return None
        words = block.tokens.char_span(
            spans[-1].start - block.start, spans[-1].end - block.start, alignment_mode="expand"
        )
        if words is None or not len(words):
            return None
        verbs = [t for t in words if t.pos_ == "VERB"]
        return verbs[-1] if verbs else words[-1]

    def _is_saying(self, n: int) -> bool:
        cue = self._cue(n)
        return cue is not None and (cue.pos_ == "VERB" or cue.lemma_ in ANSWERS) and cue.lemma_.casefold() in SAYING

    def _date(self, n: int) -> DateMention | None:
        """The date that hangs on the cue: "said on Monday", "in 2022 Hale told"; not one of the words reported."""
        cue = self._cue(n)
        block = self.parsed.block_at(self._at(n).start)
        if cue is None or block is None:
            return None
        sentence = self.look.sentence(self._at(n))
        for d in self._dates_from(sentence.start, sentence.end):
            if d.span in sentence and not self._is_inside(d.span.start, n) and _is_narrow(d.edtf):
                token = block.token_at(d.span.start)
                if token is not None and _hangs_on(token, cue):
                    return d
        return None

    def _dates_from(self, start: int, end: int) -> Sequence[DateMention]:
        return self.dates[bisect_left(self.days, start) : bisect_left(self.days, end)]

    def _hold(self, scene: Scene, people: set[str], n: int | None = None) -> _Held:
        heard = self._heard(n) if n is not None and scene.kind in TOGETHER else set()
        known = self._known(scene) if scene.is_definite and not scene.is_separate else None
        everybody = people | set(scene.people) | heard
        is_pair = known is not None and len(known.people) == 1 and len(everybody) == 1
        if known is not None and (is_pair or not everybody or everybody & set(known.people)):
            held = self._hold(known, everybody | set(known.people))
            self._state(held, scene.span)
            return held
        return self._enter(
            scene.kind,
            scene.noun,
            everybody,
            scene.place,
            scene.date,
            scene.span,
            is_again=scene.is_definite and not scene.is_separate,
            is_new=scene.is_separate,
        )

    def _known(self, scene: Scene) -> Scene | None:
        """The fuller mention before, where "the meeting" takes one up that is told with its people."""
        if len(scene.people) > 1 or scene.date:
            return None
        first, last = bisect_left(self.heads, scene.head - CARRY), bisect_left(self.heads, scene.head)
        fuller = [o for o in self.scenes[first:last] if o.kind == scene.kind and o.people and not o.is_definite]
        return max(fuller, key=lambda o: (o.noun == scene.noun, o.head), default=None)

    def _enter(
        self,
        kind: OccasionKind,
        noun: str,
        people: set[str],
        place: str | None,
        date: str | None,
        span: Span,
        *,
        is_again: bool = False,
        is_new: bool = False,
    ) -> _Held:
        """The occasion already known that this mention names again, else a new one."""
        known = self.by_evidence.get(span)
        if known is None and not is_new:
            recent = sorted(enumerate(self.held[-REMEMBERED:]), key=lambda x: (noun not in x[1].nouns, -x[0]))
            alike = (h for _, h in recent if _is_one(h, kind, people, place, date, is_again=is_again))
            known = next(alike, None)
        if known is None:
            known = _Held(kind, {noun}, set(), place, date)
            self.held.append(known)
        elif span not in known.evidence:
            known.place = known.place or place
            known.date = _finer(known.date, date)
        self._state(known, span)
        known.people |= people
        known.nouns.add(noun)
        return known

    def _state(self, held: _Held, span: Span) -> None:
        """Notes the words in which an occasion is named."""
        if self.by_evidence.setdefault(span, held) is held and span not in held.evidence:
            held.evidence.append(span)

    def _backward(self, order: Sequence[int]) -> None:
        """ "These remarks were made during talks in Norvik" places what was reported in the lines before."""
        for scene in self.scenes:
            subject = self._pointing(scene)
            if subject is None:
                continue
            for n in order:
                speaker, parent = self.voices.speaker(n), self.drafts[n].parent
                away = scene.sentence.start - self._at(n).start
                if n in self.belongs or not 0 < away < CARRY / 2 or not self._is_human(speaker):
                    continue
                if parent is not None and self.kinds.get(self.voices.speaker(parent) or "") != "document":
                    continue
                if speaker is not None and (not scene.people or speaker in {*scene.people, *subject}):
                    self.belongs[n] = self._hold(scene, {speaker})

    def _pointing(self, scene: Scene) -> tuple[str, ...] | None:
        """Who is said to have made "these remarks" or "this account" there; None where nothing points back."""
        block = self.parsed.block_at(scene.sentence.start)
        token = block.token_at(scene.sentence.start) if block else None
        if token is None or block is None:
            return None
        for inner in token.sent:
            is_bound = any(c.lower_ in ("these", "this", "the", "his", "her", "their") for c in inner.children)
            is_told = inner.dep_ in ("nsubj", "nsubjpass", "dobj") and block.place(inner)[0] < scene.head
            if (
                inner.lemma_ in BACKWARD
                and is_bound
                and is_told
                and inner.head.lemma_ in ("make", "come", "deliver", "give")
            ):
                subjects = [c for c in inner.head.children if c.dep_ == "nsubj" and c != inner]
                found = (self.roster.at(self.parsed.span(*block.place(c))) for c in subjects)
                return tuple(a for a in found if a)
        return None

    def _carry(self, order: Sequence[int]) -> None:
        """A speaker stays on the occasion last named for him until another is named, or the text leaves him."""
        last: dict[tuple[str | None, str], tuple[int, _Held]] = {}
        latest: dict[str | None, tuple[int, _Held]] = {}
        turns = self._turns()
        for n in order:
            here = self._at(n).start
            while turns and turns[0].head < here:
                self._turn(turns.pop(0), last, latest)
            speaker, teller = self.voices.speaker(n), self._teller(n)
            if (
                n not in self.belongs
                and speaker is not None
                and (self._is_saying(n) or self.drafts[n].mode == "direct")
            ):
                known = last.get((teller, speaker)) or self._shared(latest.get(teller), speaker)
                if known and here - known[0] < self._reach(known[1], teller):
                    self.belongs[n] = known[1]
            if n in self.belongs:
                latest[teller] = (here, self.belongs[n])
                if speaker is not None:
                    last[teller, speaker] = (here, self.belongs[n])

    @staticmethod
    def _reach(held: _Held, teller: str | None) -> float:
        """How far an occasion carries: less where it is only told of, or was a single statement."""
        return CARRY if held.kind in TOGETHER and teller is None else CARRY / 3

    def _turns(self) -> list[Scene]:
        """The scenes at which the text turns to another occasion without reporting anything in that sentence."""
        told = sorted((s.start, s.end) for d in self.drafts for s in d.content)
        return [
            s
            for s in self.scenes
            if s.span not in self.by_evidence
            and (s.subject or (len(s.people) > 1 and s.kind in TOGETHER and not s.is_definite))
            and not any(
                a <= s.head < b
                for a, b in told[bisect_left(told, (s.head - CARRY,)) : bisect_left(told, (s.head + 1,))]
            )
        ]

    def _turn(
        self,
        scene: Scene,
        last: dict[tuple[str | None, str], tuple[int, _Held]],
        latest: dict[str | None, tuple[int, _Held]],
    ) -> None:
        """Leaves the occasions of those who take part in a new one, and enters it where something is told there."""
        people = {*scene.people, *([scene.subject] if scene.subject else [])}
        for key in [k for k in last if k[1] in people]:
            del last[key]
        latest.pop(None, None)
        words = set(plain_words(self.look.words(scene.sentence)))
        if (scene.subject and scene.is_setting) or words & RECORDS:
            held = self._hold(scene, {scene.subject} if scene.subject else set())
            latest[None] = (scene.head, held)
            for person in sorted(people):
                last[None, person] = (scene.head, held)

    def _shared(self, known: tuple[int, _Held] | None, speaker: str) -> tuple[int, _Held] | None:
        return known if known and known[1].kind in TOGETHER and speaker in known[1].people else None

    def _teller(self, n: int) -> str | None:
        """Who tells of the report: the one around it, or the one whom only the context names."""
        draft = self.drafts[n]
        if draft.reporter is not None:
            return self.roster.at(draft.reporter)
        teller = self.voices.speaker(draft.parent) if draft.parent is not None else None
        return None if self.kinds.get(teller or "") == "document" else teller


def _hangs_on(token: Token, cue: Token) -> bool:
    """Whether a date belongs to the cue itself and to no clause between the two."""
    for _ in range(8):
        if token == cue:
            return True
        if token.dep_ not in LINKS or token.head == token or token.pos_ in ("VERB", "AUX"):
            return False
        if token.dep_ == "pobj" and token.head.head.pos_ in ("NOUN", "PROPN") and token.head.head != cue:
            return False
        token = token.head
    return False


def _is_one(
    held: _Held, kind: OccasionKind, people: set[str], place: str | None, date: str | None, *, is_again: bool
) -> bool:
    """Whether a mention names an occasion again: of one kind, nothing against it, and something for it.

    "A conversation in the 1980s" is not the dinner of March 1987 that was told before.
    """
    if kind != held.kind or (date and held.date and not edtf.agree(date, held.date)):
        return False
    if place and held.place and place.casefold() != held.place.casefold():
        return False
    if kind == "statement":
        return people == held.people and date == held.date
    if len(people & held.people) > 1:
        return is_again or not date or not held.date or edtf.size(date) < 400
    return people <= held.people and (is_again or bool(place and held.place))


def _is_narrow(date: str) -> bool:
    """Whether a date can be that of one utterance: a year at most, or a day or month of an unknown year."""
    return edtf.bounds(date) is None or edtf.size(date) < 400


def _finer(a: str | None, b: str | None) -> str | None:
    """The narrower of two dates that agree."""
    if a is None or b is None:
        return a or b
    return min(a, b, key=lambda d: (edtf.size(d), d))


def _sentences(parsed: Parsed) -> Iterator[Span]:
    for block, sentence in parsed.sentences():
        yield parsed.span(block.start + sentence.start_char, block.start + sentence.end_char)
