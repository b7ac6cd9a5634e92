"""Gold as the measures read it: what a careful reader found, with the answers that also count as right.

Two forms are read: annotations (as the example's gold.json) and an edition that a person has corrected.
Spans bear the ids that the documents have in the edition under evaluation.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from variorum.errors import InputError
from variorum.model import Actor, Document, Edition, Mode, Reading, Span, Spans, TimelineEntry


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldAttribution:
    """One report of one utterance; of `contents`, `cues` and `sources` each is right, the first preferred.

    `speakers` are entity ids, any of which is right; empty where the text names nobody. `carriers` are the
    reporters whom only the context supplies; `occasion` is None where nothing places the words. What is not core
    need not be found, and may be.
    """

    id: str
    doc: str
    contents: tuple[Spans, ...]
    cues: tuple[Spans, ...] = ()
    sources: tuple[Spans, ...] = ()
    speakers: tuple[str, ...] = ()
    mode: Mode = "indirect"
    parent: str | None = None
    carriers: tuple[str, ...] = ()
    occasion: str | None = None
    is_core: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldStatement:
    """One utterance in its readings; `relations` holds the labels that are right for two of them."""

    id: str
    label: str
    readings: tuple[Reading, ...]
    relations: Mapping[frozenset[str], frozenset[str]]
    is_sure: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldConflict:
    """Places that cannot all be right, or (`is_trap`) that only look so; `is_wanted` if it must be found."""

    id: str
    label: str
    evidence: Spans
    is_wanted: bool = True
    is_trap: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldReuse:
    """Passages that depend on one another (`is_wanted`), or (`is_free`) that repeat for no such reason."""

    id: str
    passages: Spans
    is_wanted: bool = True
    is_free: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Gold:
    """All that the gold says; `texts` are blank where it quotes nothing and the edition lacks the document.

    `lines` has for a statement (id) the groups of documents that have one origin for it; `perhaps_one` are pairs of
    occasions of which nobody can tell whether they are one.
    """

    names: Mapping[str, str]
    texts: Mapping[str, str]
    entities: Mapping[str, Actor]
    attributions: Mapping[str, GoldAttribution]
    statements: tuple[GoldStatement, ...] = ()
    conflicts: tuple[GoldConflict, ...] = ()
    timeline: tuple[TimelineEntry, ...] = ()
    reuse: tuple[GoldReuse, ...] = ()
    lines: Mapping[str, tuple[frozenset[str], ...]] = field(default_factory=dict)
    perhaps_one: frozenset[frozenset[str | None]] = frozenset()
    boilerplate: Mapping[str, Spans] = field(default_factory=dict)
    captions: Mapping[str, Spans] = field(default_factory=dict)
    absent: tuple[str, ...] = ()


def file_name(path: str) -> str:
    """The name by which a document is known in gold and edition alike, whatever folder it was read from.

    >>> file_name("../accounts/harbour.jsonl#2")
    'harbour.jsonl#2'
    """
    return PurePosixPath(path.replace("\\", "/")).name


def counterparts(files: Mapping[str, str], edition: Edition) -> dict[str, Document]:
    """Gold document id -> the edition's document of the same file name; the folder decides between namesakes."""
    found: dict[str, Document] = {}
    for key, file in files.items():
        alike = [d for d in edition.documents if file_name(d.path) == file_name(file)]
        if len(alike) > 1:
            alike = [d for d in alike if d.path.replace("\\", "/").endswith(file)]
            if len(alike) != 1:
                raise InputError(f"{file}: several documents of the edition have this name; give the gold its folder")
        if alike:
            found[key] = alike[0]
    if not found:
        raise InputError("no document of the edition has a file name that the gold knows; are they of one matter?")
    return found


def check_text(file: str, quoted: str, text: str) -> None:
    """Raises InputError unless the text is the one that the gold quotes (blanks stand for what it does not)."""
    if len(text) != len(quoted):
        raise InputError(f"{file}: {len(text)} characters in the edition, {len(quoted)} in the gold; collate anew")
    for at, (ours, theirs) in enumerate(zip(text, quoted, strict=True)):
        if ours != theirs and theirs != " ":
            raise InputError(f"{file}: character {at} is {ours!r} in the edition, {theirs!r} in the gold")


def gold_of(corrected: Edition, edition: Edition) -> Gold:
    """The gold that a corrected edition makes for another edition of the same documents."""
    files = {d.id: d.path for d in corrected.documents}
    pairs = counterparts(files, edition)
    for document in corrected.documents:
        if document.id in pairs:
            check_text(file_name(document.path), document.text, pairs[document.id].text)
    return _Corrected(corrected, {d.id: pairs[d.id].id if d.id in pairs else d.id for d in corrected.documents}).gold(
        absent=tuple(sorted(file_name(d.path) for d in corrected.documents if d.id not in pairs))
    )


class _Corrected:
    """A corrected edition whose documents take the ids that they have in the edition under evaluation."""

    def __init__(self, edition: Edition, ids: Mapping[str, str]) -> None:
        self.edition = edition
        self.ids = ids

    def gold(self, absent: tuple[str, ...]) -> Gold:
        edition = self.edition
        return Gold(
            names={self.ids[d.id]: file_name(d.path) for d in edition.documents},
            texts={self.ids[d.id]: d.text for d in edition.documents},
            entities={a.id: a for a in edition.actors},
            attributions={a.id: a for a in self._attributions()},
            statements=tuple(self._statements()),
            conflicts=tuple(
                GoldConflict(id=c.id, label=c.label, evidence=self._moved(c.evidence), is_wanted=c.severity != "low")
                for c in edition.conflicts
            ),
            timeline=tuple(
                TimelineEntry(date=t.date, what=t.what, evidence=self._moved(t.evidence))
                for t in edition.timeline
                if t.date and t.evidence
            ),
            reuse=tuple(GoldReuse(id=r.id, passages=self._moved((r.a, r.b))) for r in edition.reuse),
            lines={x.statement: tuple(frozenset(self.ids[d] for d in g) for g in x.groups) for x in edition.lines},
            boilerplate=self._regions("boilerplate"),
            captions=self._regions("caption"),
            absent=absent,
        )

    def _moved(self, spans: Spans) -> Spans:
        return tuple(Span(self.ids[s.doc], s.start, s.end) for s in spans)

    def _attributions(self) -> list[GoldAttribution]:
        return [
            GoldAttribution(
                id=a.id,
                doc=self.ids[a.doc],
                contents=(self._moved(a.content),),
                cues=(self._moved(a.cue),) if a.cue else (),
                sources=(self._moved(a.source),) if a.source else (),
                speakers=(a.speaker,) if a.speaker else (),
                mode=a.mode,
                parent=a.parent,
                carriers=tuple(h.actor for h in a.chain if h.actor and h.attribution is None),
                occasion=a.occasion,
            )
            for a in self.edition.attributions
        ]

    def _statements(self) -> list[GoldStatement]:
        return [
            GoldStatement(
                id=s.id,
                label=s.label,
                readings=tuple(
                    Reading(
                        id=r.id,
                        witness=self.ids[r.witness],
                        attributions=r.attributions,
                        spans=self._moved(r.spans),
                    )
                    for r in s.readings
                ),
                relations={frozenset((r.a, r.b)): frozenset({r.relation}) for r in s.relations},
            )
            for s in self.edition.statements
        ]

    def _regions(self, kind: str) -> dict[str, Spans]:
        return {
            self.ids[d.id]: self._moved(tuple(r.span for r in d.regions if r.kind == kind))
            for d in self.edition.documents
        }
