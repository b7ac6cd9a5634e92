"""The records that every room speaks in: one type for each idea, all of them immutable.

Offsets are Unicode code points into `Document.text`, half open. Dates are EDTF strings
(ISO 8601-2): "2000-06-04", "1994-01", "195X", "2000-06/2000-08", "XXXX-06"; None where nothing is
stated. A *witness* is a document; an eyewitness is spelt out.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Literal

RegionKind = Literal["title", "body", "caption", "boilerplate"]
MentionKind = Literal["name", "nominal", "pronoun"]
ActorKind = Literal["person", "organization", "group", "document", "outlet", "place", "unknown"]
OccasionKind = Literal["meeting", "interview", "speech", "statement", "document", "broadcast", "other"]
Mode = Literal["direct", "mixed", "indirect"]
Polarity = Literal["affirmed", "denied", "questioned"]
RelationKind = Literal["identical", "trimmed", "reworded", "paraphrase", "altered", "contradictory"]
ConflictKind = Literal[
    "wording", "speaker", "date", "place", "number", "polarity", "outcome", "suspected-corruption", "other"
]
Severity = Literal["high", "medium", "low"]
ReuseKind = Literal["copied", "shared-source", "quotation"]
Direction = Literal["a-from-b", "b-from-a", "unknown"]
DescentKind = Literal["quoted", "shortened", "reworded", "translated", "copied", "unknown"]


def identifier(prefix: str, *parts: object) -> str:
    """The id of the thing that these parts make: the same from run to run.

    >>> identifier("d", "abc") == identifier("d", "abc")
    True
    """
    digest = hashlib.sha256("\x1f".join(map(str, parts)).encode("utf-8", "surrogatepass")).hexdigest()
    return f"{prefix}{digest[:12]}"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Some words of one document: `[start, end)` in code points of its text."""

    doc: str
    start: int
    end: int

    def __contains__(self, other: Span) -> bool:
        """Whether the other span lies wholly inside this one."""
        return self.doc == other.doc and self.start <= other.start and other.end <= self.end

    def touches(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.doc == other.doc and self.start < other.end and other.start < self.end


Spans = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that went wrong without stopping the work: a bad page is a result, not a crash."""

    where: str
    what: str


@dataclass(frozen=True, slots=True)
class Region:
    """One block of a document's text (a paragraph, a heading, a caption, a menu): marked, never cut."""

    kind: RegionKind
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One account as read: a witness, known in print by its siglum.

    `sha256` is of the input's bytes; `regions` are in text order and do not overlap. Title, outlet,
    byline, published (EDTF) and language (ISO 639-1) are None where the document does not give them.
    """

    id: str
    path: str
    text: str
    sha256: str
    siglum: str = ""
    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    published: str | None = None
    language: str | None = None
    regions: tuple[Region, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Input:
    """One file that was read: how it is called in the edition, where it was found, and the documents in it.

    `file` is the path of its document, or what precedes "#" in the paths of its records; `name` its path within the
    folder that the user gave, `given` its path as the user gave it; `place` tells where it lay on the disk, as a
    digest. `documents` are what follows `file` in the path of each document, and the document's id.
    """

    file: str
    name: str
    given: str
    place: str
    documents: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """The words that name somebody."""

    span: Span
    kind: MentionKind = "name"


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Somebody or something that speaks, is spoken to, or is spoken of."""

    id: str
    kind: ActorKind
    name: str
    aliases: tuple[str, ...] = ()
    mentions: tuple[Mention, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """What one document states of an occasion: when and where, with its words."""

    doc: str
    date: str | None = None
    place: str | None = None
    evidence: Spans = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """The meeting, interview or speech in which something was said; participants are actor ids."""

    id: str
    kind: OccasionKind
    label: str
    participants: tuple[str, ...] = ()
    place: str | None = None
    date: str | None = None
    stated: tuple[Stated, ...] = ()


@dataclass(frozen=True, slots=True)
class DateMention:
    """Words that date something, as EDTF; the wording stays in the text under the span."""

    span: Span
    edtf: str
    is_relative: bool = False


@dataclass(frozen=True, slots=True)
class Hop:
    """One reporter of a chain "X wrote that Y told Z"; the attribution is None for one the context supplies."""

    actor: str | None
    attribution: str | None = None
    evidence: Spans = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """One report of one utterance in one document (source, cue, content, as in PARC and PolNeAR).

    Nested reports are separate attributions, linked by `parent`. A part that the text breaks up has
    several spans, in text order; a part that it does not express has none. `speaker` and `audience`
    are actor ids; speaker None means that the text names nobody. `chain` runs from the outlet or
    document inwards and ends with this attribution's own speaker.
    """

    id: str
    doc: str
    content: Spans
    cue: Spans = ()
    source: Spans = ()
    addressee: Spans = ()
    quoted: Spans = ()
    speaker: str | None = None
    audience: tuple[str, ...] = ()
    mode: Mode = "indirect"
    polarity: Polarity = "affirmed"
    parent: str | None = None
    chain: tuple[Hop, ...] = ()
    occasion: str | None = None
    confidence: float = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotation:
    """All that was found in one document taken by itself; its actors and occasions are local to it.

    `problems` says what the annotator could not do; the document is in the edition all the same.
    """

    doc: str
    made_by: str
    sentences: Spans = ()
    actors: tuple[Actor, ...] = ()
    dates: tuple[DateMention, ...] = ()
    occasions: tuple[Occasion, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why the machine thinks so, in a sentence for a reader, with the words meant.

    `feature` names the rule or feature, `score` its weight between 0 and 1.
    """

    feature: str
    text: str
    score: float = 1.0
    evidence: Spans = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two attributions (ids, left < right) that may be one utterance, with a score between 0 and 1."""

    left: str
    right: str
    score: float
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The form of a statement in one witness (a document id)."""

    id: str
    witness: str
    attributions: tuple[str, ...]
    spans: Spans


@dataclass(frozen=True, slots=True)
class Apparatus:
    """Readings set side by side word by word.

    `readings` are ids; each column has one cell for each of them, in that order: the words that stand
    there, or None for a gap. The cells of one reading, read down the columns, are all its words once,
    though a moved passage may stand out of text order.
    """

    readings: tuple[str, ...] = ()
    columns: tuple[tuple[Span | None, ...], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """How two readings (ids) of one statement relate."""

    a: str
    b: str
    relation: RelationKind
    confidence: float
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One utterance in all its versions."""

    id: str
    label: str
    readings: tuple[Reading, ...]
    speaker: str | None = None
    audience: tuple[str, ...] = ()
    occasion: str | None = None
    apparatus: Apparatus = Apparatus()
    relations: tuple[Relation, ...] = ()
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """Documents (ids) that treat one matter, and by what one sees it; every document is in exactly one story."""

    id: str
    label: str
    documents: tuple[str, ...]
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Two places that cannot both be right, or one that cannot be right as it stands."""

    id: str
    kind: ConflictKind
    label: str
    severity: Severity
    confidence: float
    evidence: Spans
    statements: tuple[str, ...] = ()
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reuse:
    """Two passages that depend on one another, and on what ground."""

    id: str
    a: Span
    b: Span
    kind: ReuseKind
    direction: Direction = "unknown"
    confidence: float
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """Which witnesses (document ids) of a statement depend on one another: one group, one origin."""

    statement: str
    groups: tuple[tuple[str, ...], ...]
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ancestor:
    """A text that is no reading, and from which several readings come; its siglum is a Greek letter.

    Where `is_named`, a document says which it is: an interview, an agency. Else only what its descendants have
    in common shows that there was one, and it may be one of them.
    """

    id: str
    siglum: str
    label: str
    is_named: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Descent:
    """From which reading or ancestor (ids) a reading or an ancestor comes; `parent` is None where nothing decides."""

    child: str
    parent: str | None = None
    kind: DescentKind = "unknown"
    confidence: float = 0.0
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Stemma:
    """Which version of a statement comes from which: one descent for each reading and ancestor, in no circle."""

    statement: str
    ancestors: tuple[Ancestor, ...] = ()
    descents: tuple[Descent, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineEntry:
    """Something that the documents date; `what` is a label for a reader."""

    date: str | None
    what: str
    evidence: Spans
    occasion: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """How an edition was made: version, parts ("stage", "name/version"), settings, inputs (path, sha256)."""

    variorum: str = ""
    components: tuple[tuple[str, str], ...] = ()
    settings: tuple[tuple[str, str | int | float | bool], ...] = ()
    inputs: tuple[tuple[str, str], ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """Documents with all that was found in them: what the pipeline fills step by step and every view reads.

    `sentences` and `dates` are of all documents; all tuples are sorted by the things' ids or places, so that
    the order of the input shows nowhere.
    """

    documents: tuple[Document, ...] = ()
    sentences: Spans = ()
    dates: tuple[DateMention, ...] = ()
    actors: tuple[Actor, ...] = ()
    occasions: tuple[Occasion, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    stories: tuple[Story, ...] = ()
    statements: tuple[Statement, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    reuse: tuple[Reuse, ...] = ()
    lines: tuple[Line, ...] = ()
    stemmata: tuple[Stemma, ...] = ()
    timeline: tuple[TimelineEntry, ...] = ()
    manifest: Manifest = Manifest()
