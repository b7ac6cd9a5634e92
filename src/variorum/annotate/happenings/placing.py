"""The occasion that the sentence of a report itself tells: a scene, a hearer from the press, a bench, a date."""

from __future__ import annotations

import re
from bisect import bisect_left

from variorum.annotate.happenings.held import CARRY, Held, Register
from variorum.annotate.happenings.reports import Reports
from variorum.annotate.people.lexicon import words
from variorum.annotate.scenes import JOURNALISTS, Scene
from variorum.gatherings import gathering
from variorum.model import DateMention, OccasionKind, Span
from variorum.text import plain_words

TOGETHER = frozenset({"interview", "meeting", "broadcast"})
BACKWARD = frozenset({"remark", "comment", "account", "statement", "word", "assertion", "claim"})
AGENCY = re.compile(r"\((?P<agency>[A-Z][\w .&'’-]{1,40})\)\s*(?:--?|[–—])")
CREDIT = re.compile(r"©|\(c\)|copyright|photo|picture|staff|reporter|correspondent|editor|newspapers|says:", re.I)
SIGNED = re.compile(r"^[ \t]*By\s+[A-Z]", re.M)
OWN_STORY = re.compile(r"\b(?:memoirs?|chapter|diary|diaries|autobiography|reminiscences|recollections)\b", re.I)
LEAD = 1200  # code points in which a report of a hearing tells that it is one
BODIES = ("organization", "unknown")
PRESS = words("reporters journalists newsmen correspondents press media newspapermen")
PAPERS = words("newspaper newspapers paper agency magazine weekly daily station programme program reporter journalist")
BENCHES = words("court inquiry tribunal jury inquest judge magistrate magistrates commission commissioner hearing")
FLOORS = words(
    "council committee parliament congress senate assembly board conference convention rally crowd meeting members "
    "shareholders analysts investors delegates lawmakers audience congregation workers dockworkers students"
)


class Placing:
    """Places reports by the words of their own sentence, or of the one that points back to them."""

    def __init__(self, reports: Reports, register: Register) -> None:
        self.reports, self.register = reports, register
        self.furniture = _furniture(reports)
        head = reports.parsed.text[:LEAD]
        self.is_signed = SIGNED.search(head) is not None and not OWN_STORY.search(head)
        self.asking = {p for s in register.scenes if s.kind == "interview" for p in s.people if s.is_asking(p)}

    def place(self, n: int) -> Held | None:
        """The occasion of a report as its sentence tells it; None where it does not."""
        return self._placed(n) or self._told(n) or self._before_many(n) or self._dated(n)

    def _placed(self, n: int) -> Held | None:
        """The occasion that the sentence of the cue names outside the words reported."""
        reports, heads = self.reports, self.register.heads
        sentence, speaker = reports.look.sentence(reports.at(n)), reports.voices.speaker(n)
        first, last = bisect_left(heads, sentence.start), bisect_left(heads, sentence.end)
        here = [s for s in self.register.scenes[first:last] if not reports.is_inside(s.head, n)]
        here = [s for s in here if s.is_setting and self._is_level(s, n) and self._is_among(s, n, speaker)]
        if not here:
            return None
        chosen = max(here, key=lambda s: (len(s.people) + (s.date is not None) + (s.place is not None), -s.head))
        heard = reports.heard(n) if chosen.kind in TOGETHER else set()
        if chosen.kind == "meeting" and not heard and not chosen.people and reports.is_at_first_hand(n):
            heard = {reports.teller(n) or ""} - {""}  # "at dinner he said", told by one who was there
        return self.register.hold(chosen, heard | ({speaker} if speaker else set()))

    def _is_level(self, scene: Scene, n: int) -> bool:
        """A scene inside the report around this one belongs to this one; one outside belongs to its teller.

        Papers do not meet anybody: what "according to the minutes" was said at a dinner was said there.
        """
        reports = self.reports
        parent = reports.drafts[n].parent
        if parent is None or reports.is_inside(scene.head, parent):
            return True
        return reports.kinds.get(reports.voices.speaker(parent) or "") == "document"

    def _is_among(self, scene: Scene, n: int, speaker: str | None) -> bool:
        reports = self.reports
        if speaker is None:
            return scene.kind in TOGETHER and bool(reports.heard(n))
        if scene.kind not in ("statement", "document", "speech") and not reports.is_human(speaker):
            return False
        return reports.kinds.get(speaker) != "document" and (len(scene.people) < 2 or speaker in scene.people)

    def _told(self, n: int) -> Held | None:
        """ "Hale told the Herald": an interview, with the date that stands beside the cue."""
        reports = self.reports
        draft, speaker = reports.drafts[n], reports.voices.speaker(n)
        if not draft.addressee or not speaker or not reports.is_human(speaker):
            return None
        span = draft.addressee[0]
        hearer = next((a for s in draft.addressee if (a := reports.roster.at(s)) and self._is_press(a)), None)
        author = reports.roster.author if self.is_signed else None
        if hearer is None and author and author in reports.voices.audience(n, None):
            hearer = author  # "she told me", in an article of Marsh's
        if hearer is None or hearer == speaker:
            return None
        when = reports.date(n) or self._right_after(span)
        place = reports.around(n, (reports.at(n), span, *([when.span] if when else [])))
        mention = Held("interview", {"interview"}, {speaker, hearer}, None, when.edtf if when else None)
        return self.register.enter(mention, place)

    def _right_after(self, span: Span) -> DateMention | None:
        """The date that follows at once: "told the Herald in January 2022"."""
        text = self.reports.parsed.text
        for d in self.reports.dates_from(span.end, span.end + 16):
            if 0 < d.span.start - span.end < 16 and text[span.end : d.span.start].strip(
                " ()ABCDEFGHIJKLMNOPQRSTUVWXYZ"
            ) in ("in", "on"):
                return d
        return None

    def _is_press(self, actor: str) -> bool:
        reports = self.reports
        return (
            reports.kinds.get(actor) == "outlet"
            or actor in self.asking
            or bool(reports.roster.described(actor) & (JOURNALISTS | PAPERS))
            or (reports.kinds.get(actor) in BODIES and reports.names[actor] in self.furniture)
        )

    def _before_many(self, n: int) -> Held | None:
        """ "Told reporters", "told the court", "told the council": before the press, on a bench, from a floor."""
        reports = self.reports
        draft, speaker = reports.drafts[n], reports.voices.speaker(n)
        if not draft.addressee or not reports.is_human(speaker) or speaker is None:
            return None
        span = draft.addressee[-1]
        said = set(plain_words(reports.voices.words(span)))
        kind: OccasionKind
        if said & PRESS:
            kind, noun = "statement", "conference"
        elif said & PAPERS:
            kind, noun = "interview", "interview"
        elif said & BENCHES:
            kind, noun = "speech", "hearing"
        elif said & FLOORS:
            kind, noun = "speech", "speech"
        else:
            return None
        body = reports.roster.at(span) if kind == "speech" else None
        people = {speaker, *([body] if body and body in reports.roster.named else [])}
        when = reports.date(n)
        place = reports.around(n, (reports.at(n), span, *([when.span] if when else [])))
        return self.register.enter(Held(kind, {noun}, people, None, when.edtf if when else None), place)

    def _dated(self, n: int) -> Held | None:
        """ "Hale said in June": a statement of that date, a talk where it says to whom."""
        reports = self.reports
        speaker, when = reports.voices.speaker(n), reports.date(n)
        if when is None or speaker is None or reports.kinds.get(speaker) == "document" or not reports.is_saying(n):
            return None
        heard = reports.heard(n) if reports.is_human(speaker) else set()
        kind: OccasionKind = "meeting" if heard else "statement"
        mention = Held(kind, {"talk" if heard else "statement"}, {speaker} | heard, None, when.edtf)
        return self.register.enter(mention, reports.around(n, (reports.at(n), when.span)))

    def sitting(self) -> Held | None:
        """The hearing of which the document tells from its beginning, if it tells of one only."""
        held = [h for h in self.register.held if gathering(h.noun) == "sitting"]
        if len(held) != 1 or min(held[0].evidence).start > LEAD:
            return None
        return held[0]

    def backward(self) -> dict[int, Held]:
        """ "These remarks were made during talks in Norvik" places what was reported in the lines before."""
        found: dict[int, Held] = {}
        reports = self.reports
        for scene in self.register.scenes:
            subject = self._pointing(scene)
            if subject is None:
                continue
            for n in reports.order:
                speaker, parent = reports.voices.speaker(n), reports.drafts[n].parent
                away = scene.sentence.start - reports.at(n).start
                if n in found or not 0 < away < CARRY / 2 or not reports.is_human(speaker):
                    continue
                if parent is not None and reports.kinds.get(reports.voices.speaker(parent) or "") != "document":
                    continue
                if speaker is not None and (not scene.people or speaker in {*scene.people, *subject}):
                    found[n] = self.register.hold(scene, {speaker})
        return found

    def _pointing(self, scene: Scene) -> tuple[str, ...] | None:
        """Who is said to have made "these remarks" or "this account" there; None where nothing points back."""
        parsed = self.reports.parsed
        block = parsed.block_at(scene.sentence.start)
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
                found = (self.reports.roster.at(parsed.span(*block.place(c))) for c in subjects)
                return tuple(a for a in found if a)
        return None


def _furniture(reports: Reports) -> str:
    """Where a paper names itself: the lines above the article, rights and credits, and the agency of the dateline."""
    document = reports.parsed.document
    around = [document.outlet or "", *(m["agency"] for m in AGENCY.finditer(document.text[:LEAD]))]
    edges = [r.span for r in document.regions if r.kind == "boilerplate"]
    for n, span in enumerate(sorted(edges)):
        for line in document.text[span.start : span.end].splitlines():
            if n < 2 or CREDIT.search(line):
                around.append(line)
    return "\n".join(around)
