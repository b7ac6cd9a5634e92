"""The occasions that go on from report to report: until another is named, or the text leaves the speaker."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from variorum.annotate.happenings.held import CARRY, Held, Register
from variorum.annotate.happenings.placing import TOGETHER
from variorum.annotate.happenings.reports import Reports
from variorum.annotate.people.lexicon import words
from variorum.annotate.scenes import Scene
from variorum.gatherings import gathering
from variorum.text import plain_words

TOLD = ("interview", "broadcast", "statement")
LAWYERS = words("counsel barrister lawyer attorney prosecutor judge magistrate commissioner coroner justice chairman")
RECORDS = frozenset({"transcript", "transcripts", "minutes", "recording", "recordings", "record", "memo", "memorandum"})


@dataclass(frozen=True, slots=True)
class _Last:
    """Where an occasion was last met, and whether it was told in the present."""

    place: int
    held: Held
    is_now: bool


class Carrying:
    """Goes through the reports in text order and hands occasions on."""

    def __init__(self, reports: Reports, register: Register, sitting: Held | None = None) -> None:
        self.reports, self.register, self.sitting = reports, register, sitting
        self.last: dict[tuple[str | None, str], _Last] = {}
        self.latest: dict[str | None, _Last] = {}

    def carry(self, belongs: dict[int, Held]) -> None:
        """Gives those reports an occasion that have none, by what was told before; `belongs` is filled up."""
        reports, turns = self.reports, self._turns()
        for n in reports.order:
            here = reports.at(n).start
            while turns and turns[0].head < here:
                self._turn(turns.pop(0))
            if n not in belongs and not reports.is_habit(n):
                held = self._carried(n, here) or self._exchanged(n, here)
                if held is not None:
                    belongs[n] = held
            if n in belongs:
                self._remember(n, here, belongs[n])

    def only(self, belongs: dict[int, Held]) -> None:
        """Gives a speaker's other reports the one occasion on which the document, or one teller, has him speak."""
        reports = self.reports
        known: dict[tuple[str | None, str], dict[int, Held]] = {}
        sure = sorted(belongs)
        for n in sure:
            speaker = reports.voices.speaker(n)
            if speaker is not None and reports.is_human(speaker):
                known.setdefault((reports.teller(n), speaker), {})[id(belongs[n])] = belongs[n]
                teller = reports.teller(n)
                if teller in belongs[n].people:  # what "I said" there
                    known.setdefault((teller, str(teller)), {})[id(belongs[n])] = belongs[n]
        for n in reports.order:
            options = known.get((reports.teller(n), reports.voices.speaker(n) or ""), {})
            if n in belongs or not (reports.is_saying(n) or reports.drafts[n].mode == "direct"):
                continue
            met = [h for h in options.values() if not (h.kind in TOLD and reports.is_papers(n))]
            if len(met) != 1 or reports.is_habit(n):
                continue
            held = met[0]
            if held.kind in ("meeting", "interview", "speech") and self._fits(n, held):
                belongs[n] = held

    def heard(self, belongs: dict[int, Held]) -> None:
        """Takes for heard at the hearing whoever speaks for himself in a report of one, and is placed nowhere else."""
        reports, sitting = self.reports, self.sitting
        if sitting is None:
            return
        first = (n for n, held in belongs.items() if held is not sitting and reports.drafts[n].parent is None)
        elsewhere = {reports.voices.speaker(n) for n in first}
        for n in reports.order:
            speaker = reports.voices.speaker(n)
            is_free = n not in belongs and speaker not in elsewhere and reports.drafts[n].parent is None
            is_free = is_free and reports.kinds.get(speaker or "") == "person" and not reports.is_now(n)
            if is_free and speaker and reports.is_saying(n) and not reports.hearers(n):
                belongs[n] = sitting
                sitting.people.add(speaker)

    def _fits(self, n: int, held: Held) -> bool:
        """Whether nothing tells that the report was made elsewhere: another hearer, or another time."""
        hearers = self.reports.hearers(n)
        if hearers and len(held.people) > 1 and not hearers & held.people:
            return False
        return held.kind == "interview" or not self.reports.is_now(n)

    def _remember(self, n: int, here: int, held: Held) -> None:
        last, teller, speaker = _Last(here, held, self.reports.is_now(n)), self.reports.teller(n), None
        speaker = self.reports.voices.speaker(n)
        self.latest[teller] = last
        if speaker is not None:
            self.last[teller, speaker] = last

    def _carried(self, n: int, here: int) -> Held | None:
        """A speaker stays on the occasion last named for him, or on the one that he shares with who spoke last."""
        reports = self.reports
        speaker, teller = reports.voices.speaker(n), reports.teller(n)
        if speaker is None or not (reports.is_saying(n) or reports.drafts[n].mode == "direct"):
            return None
        hearers = reports.hearers(n)
        options = (self.last.get((teller, speaker)), self._shared(self.latest.get(teller), speaker))
        if reports.is_answer(n):
            options = options[::-1]  # an answer goes to who spoke last, wherever the speaker was before
        for known in options:
            if known is None or here - known.place >= self._reach(known.held, teller):
                continue
            if hearers and len(known.held.people) > 1 and not hearers & known.held.people:
                continue  # he is speaking to somebody else
            if known.held.kind not in ("interview", "broadcast") and known.is_now != reports.is_now(n):
                continue  # "said in December that", "has agreed since"
            if known.held.kind in TOLD and reports.is_papers(n):
                continue  # minutes do not tell of the interview
            return known.held
        return self._with_his_host(n, speaker, here)

    def _with_his_host(self, n: int, speaker: str, here: int) -> Held | None:
        """ "Hale told his host": the talk just told of, one party to which has not been named."""
        known = self.latest.get(self.reports.teller(n))
        if known is None or known.held.kind != "meeting" or here - known.place >= CARRY:
            return None
        unnamed = known.held.people - self.reports.roster.named
        if not unnamed or not self.reports.is_counterpart_heard(n):
            return None
        known.held.people.add(speaker)
        return known.held

    def _exchanged(self, n: int, here: int) -> Held | None:
        """ "Hale asked Marsh": the talk of the two, the one last told of where there were several."""
        reports = self.reports
        speaker, hearers = reports.voices.speaker(n), reports.hearers(n)
        if not speaker or not reports.is_human(speaker) or not reports.is_saying(n):
            return None
        teller = reports.teller(n)
        is_person = reports.kinds.get(speaker) == "person"
        if not hearers and is_person and teller and teller != speaker and reports.is_at_first_hand(n):
            hearers = {teller}  # "he said, ‘Run it,’ and I went"
        if not hearers:
            return None
        people = {speaker, *hearers}
        if self.sitting is not None and teller is None and self._is_heard(people, self.sitting):
            self.sitting.people |= people
            return self.sitting
        met = [h for h in self.register.held if h.kind in TOGETHER and people <= h.people and _is_open(h, here)]
        if met:
            return max(met, key=lambda h: max((s.start for s in h.evidence if s.start <= here), default=-1))
        spans = [reports.at(n), *reports.drafts[n].addressee]
        return self.register.enter(Held("meeting", {"talk"}, people, None, None), reports.around(n, spans))

    def _is_heard(self, people: set[str], sitting: Held) -> bool:
        """Whether one of two who talk is known to be at the hearing, or to ask or judge there by his office."""
        described = (self.reports.roster.described(p) for p in people)
        return bool(people & sitting.people) or any(d & LAWYERS for d in described)

    @staticmethod
    def _reach(held: Held, teller: str | None) -> float:
        """How far an occasion carries: less where it is only told of, or was a single statement."""
        return CARRY if held.kind in TOGETHER and teller is None else CARRY / 3

    def _shared(self, known: _Last | None, speaker: str) -> _Last | None:
        return known if known and known.held.kind in TOGETHER and speaker in known.held.people else None

    def _turns(self) -> list[Scene]:
        """The scenes at which the text turns to another occasion without reporting anything in that sentence."""
        told = sorted((s.start, s.end) for d in self.reports.drafts for s in d.content)
        return [
            s
            for s in self.register.scenes
            if s.span not in self.register.by_evidence
            and (s.subject or (len(s.people) > 1 and s.kind in TOGETHER and not s.is_definite))
            and not _is_within(s.head, told)
        ]

    def _turn(self, scene: Scene) -> None:
        """Leaves the occasions of those who take part in a new one, and enters it where something is told there."""
        people = {*scene.people, *([scene.subject] if scene.subject else [])}
        for key in [k for k in self.last if k[1] in people]:
            del self.last[key]
        self.latest.pop(None, None)
        said = set(plain_words(self.reports.look.words(scene.sentence)))
        if (scene.subject and scene.is_setting) or said & RECORDS:
            held = self.register.hold(scene, {scene.subject} if scene.subject else set())
            met = _Last(scene.head, held, False)
            self.latest[None] = met
            for person in sorted(people):
                self.last[None, person] = met


def _is_open(held: Held, here: int) -> bool:
    """Whether a talk may be of an occasion: not of a dinner or a call that is only told of further on."""
    return not gathering(held.noun) or min(held.evidence).start <= here


def _is_within(place: int, told: Sequence[tuple[int, int]]) -> bool:
    first, last = bisect_left(told, (place - CARRY,)), bisect_left(told, (place + 1,))
    return any(a <= place < b for a, b in told[first:last])
