"""An edition as JSON values and back, in the form that other programs read (docs/reference/edition-format.md)."""

from __future__ import annotations

from typing import Any

from variorum.errors import BrokenEdition
from variorum.model import (
    Actor,
    Ancestor,
    Apparatus,
    Attribution,
    Conflict,
    DateMention,
    Descent,
    Document,
    Edition,
    Hop,
    Line,
    Manifest,
    Mention,
    Occasion,
    Problem,
    Reading,
    Reason,
    Region,
    Relation,
    Reuse,
    Span,
    Spans,
    Stated,
    Statement,
    Stemma,
    Story,
    TimelineEntry,
)  # fmt: skip

FORMAT = "variorum-edition/1"
Json = Any  # what json.loads gives: foreign data, turned into records at once


def to_json(edition: Edition) -> dict[str, Json]:
    """The edition in the form of EDITION_FORMAT.md; keys that the format does not know are additions."""
    made = edition.manifest
    return {
        "format": FORMAT,
        "made_by": {
            "variorum": made.variorum,
            "components": dict(made.components),
            "settings": dict(made.settings),
            "inputs": [{"path": path, "sha256": digest} for path, digest in made.inputs],
            "problems": [_problem(p) for p in made.problems],
        },
        "documents": [_document(d) for d in edition.documents],
        "actors": [_actor(a) for a in edition.actors],
        "occasions": [_occasion(o) for o in edition.occasions],
        "attributions": [_attribution(a) for a in edition.attributions],
        "stories": [_story(y) for y in edition.stories],
        "statements": [_statement(s) for s in edition.statements],
        "conflicts": [_conflict(c) for c in edition.conflicts],
        "reuse": [_reuse(r) for r in edition.reuse],
        "lines": [
            {"statement": x.statement, "groups": [list(g) for g in x.groups], "reasons": _reasons(x.reasons)}
            for x in edition.lines
        ],
        "stemmata": [_stemma(x) for x in edition.stemmata],
        "timeline": [
            {"date": t.date, "what": t.what, "occasion": t.occasion, "evidence": _evidence(t.evidence)}
            for t in edition.timeline
        ],
        "dates": [
            {"doc": d.span.doc, "span": _pair(d.span), "date": d.edtf, "relative": d.is_relative} for d in edition.dates
        ],
        "sentences": [{"doc": s.doc, "span": _pair(s)} for s in edition.sentences],
    }


def _pair(span: Span) -> list[int]:
    return [span.start, span.end]


def _pairs(spans: Spans) -> list[list[int]]:
    return [_pair(s) for s in spans]


def _maybe(spans: Spans) -> list[list[int]] | None:
    return _pairs(spans) or None


def _evidence(spans: Spans) -> list[Json]:
    return [{"doc": s.doc, "span": _pair(s)} for s in spans]


def _reasons(reasons: tuple[Reason, ...]) -> list[Json]:
    return [
        {"feature": r.feature, "text": r.text, "score": r.score, "evidence": _evidence(r.evidence)} for r in reasons
    ]


def _problem(p: Problem) -> Json:
    return {"where": p.where, "what": p.what}


def _document(d: Document) -> Json:
    return {
        "id": d.id, "siglum": d.siglum, "path": d.path, "sha256": d.sha256, "text": d.text, "title": d.title,
        "outlet": d.outlet, "byline": d.byline, "published": d.published, "language": d.language,
        "regions": [{"kind": r.kind, "span": _pair(r.span)} for r in d.regions],
        "problems": [_problem(p) for p in d.problems],
    }  # fmt: skip


def _actor(a: Actor) -> Json:
    mentions = [{"doc": m.span.doc, "span": _pair(m.span), "kind": m.kind} for m in a.mentions]
    return {"id": a.id, "kind": a.kind, "name": a.name, "aliases": list(a.aliases), "mentions": mentions}


def _occasion(o: Occasion) -> Json:
    stated = [{"doc": s.doc, "date": s.date, "place": s.place, "evidence": _evidence(s.evidence)} for s in o.stated]
    return {
        "id": o.id, "kind": o.kind, "label": o.label, "participants": list(o.participants), "place": o.place,
        "date": o.date, "stated": stated,
    }  # fmt: skip


def _attribution(a: Attribution) -> Json:
    return {
        "id": a.id, "doc": a.doc, "content": _pairs(a.content), "cue": _maybe(a.cue), "source": _maybe(a.source),
        "addressee": _maybe(a.addressee), "speaker": a.speaker, "audience": list(a.audience), "mode": a.mode,
        "quoted": _pairs(a.quoted), "polarity": a.polarity, "parent": a.parent,
        "chain": [
            {"actor": h.actor, "attribution": h.attribution, "evidence": _evidence(h.evidence)} for h in a.chain
        ],
        "occasion": a.occasion, "confidence": a.confidence,
    }  # fmt: skip


def _story(y: Story) -> Json:
    return {"id": y.id, "label": y.label, "documents": list(y.documents), "reasons": _reasons(y.reasons)}


def _statement(s: Statement) -> Json:
    columns = [
        {"readings": {key: _pair(cell) if cell else None for key, cell in zip(s.apparatus.readings, row, strict=True)}}
        for row in s.apparatus.columns
    ]
    return {
        "id": s.id, "label": s.label, "speaker": s.speaker, "audience": list(s.audience), "occasion": s.occasion,
        "readings": [
            {"id": r.id, "witness": r.witness, "attributions": list(r.attributions), "spans": _pairs(r.spans)}
            for r in s.readings
        ],
        "apparatus": {"columns": columns},
        "relations": [
            {"a": r.a, "b": r.b, "relation": r.relation, "confidence": r.confidence, "reasons": _reasons(r.reasons)}
            for r in s.relations
        ],
        "reasons": _reasons(s.reasons),
    }  # fmt: skip


def _conflict(c: Conflict) -> Json:
    return {
        "id": c.id, "kind": c.kind, "label": c.label, "severity": c.severity, "confidence": c.confidence,
        "evidence": _evidence(c.evidence), "statements": list(c.statements), "reasons": _reasons(c.reasons),
    }  # fmt: skip


def _reuse(r: Reuse) -> Json:
    return {
        "id": r.id, "a": _evidence((r.a,))[0], "b": _evidence((r.b,))[0], "kind": r.kind, "direction": r.direction,
        "confidence": r.confidence, "reasons": _reasons(r.reasons),
    }  # fmt: skip


def _stemma(x: Stemma) -> Json:
    return {
        "statement": x.statement,
        "ancestors": [{"id": a.id, "siglum": a.siglum, "label": a.label, "named": a.is_named} for a in x.ancestors],
        "edges": [
            {
                "from": d.parent, "to": d.child, "kind": d.kind, "confidence": d.confidence,
                "reasons": _reasons(d.reasons),
            }
            for d in x.descents
        ],
    }  # fmt: skip


def from_json(data: Json) -> Edition:
    """The edition that these JSON values describe; raises BrokenEdition where they describe none."""
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise BrokenEdition(f'not an edition: expected an object with "format": "{FORMAT}"')
    try:
        return _edition(data)
    except (KeyError, TypeError, ValueError, AttributeError, IndexError) as fault:
        raise BrokenEdition(f"not an edition: {type(fault).__name__}: {fault}") from None


def _edition(data: Json) -> Edition:
    made = data.get("made_by") or {}
    return Edition(
        documents=tuple(map(_read_document, data["documents"])),
        sentences=_read_evidence(data.get("sentences")),
        dates=tuple(
            DateMention(Span(d["doc"], *d["span"]), d["date"], bool(d.get("relative"))) for d in data.get("dates") or []
        ),
        actors=tuple(map(_read_actor, data["actors"])),
        occasions=tuple(map(_read_occasion, data.get("occasions") or [])),
        attributions=tuple(map(_read_attribution, data["attributions"])),
        stories=tuple(map(_read_story, data.get("stories") or [])),
        statements=tuple(map(_read_statement, data["statements"])),
        conflicts=tuple(map(_read_conflict, data["conflicts"])),
        reuse=tuple(_read_reuse(n, r) for n, r in enumerate(data["reuse"])),
        lines=tuple(
            Line(
                statement=x["statement"],
                groups=tuple(tuple(g) for g in x["groups"]),
                reasons=_read_reasons(x.get("reasons")),
            )
            for x in data.get("lines") or []
        ),
        stemmata=tuple(map(_read_stemma, data.get("stemmata") or [])),
        timeline=tuple(
            TimelineEntry(
                date=t["date"],
                what=t.get("what") or "",
                occasion=t.get("occasion"),
                evidence=_read_evidence(t["evidence"]),
            )
            for t in data["timeline"]
        ),
        manifest=Manifest(
            variorum=made.get("variorum", ""),
            components=tuple(sorted((made.get("components") or {}).items())),
            settings=tuple(sorted((made.get("settings") or {}).items())),
            inputs=tuple((i["path"], i["sha256"]) for i in made.get("inputs") or []),
            problems=tuple(map(_read_problem, made.get("problems") or [])),
        ),
    )


def _read_spans(doc: str, pairs: Json) -> Spans:
    return tuple(Span(doc, start, end) for start, end in pairs or [])


def _read_evidence(items: Json) -> Spans:
    return tuple(Span(e["doc"], *e["span"]) for e in items or [])


def _read_reasons(items: Json) -> tuple[Reason, ...]:
    return tuple(
        Reason(
            feature=r.get("feature", ""),
            text=r["text"],
            score=r.get("score", 1.0),
            evidence=_read_evidence(r.get("evidence")),
        )
        for r in items or []
    )


def _read_problem(p: Json) -> Problem:
    return Problem(p["where"], p["what"])


def _read_document(d: Json) -> Document:
    return Document(
        id=d["id"], path=d["path"], text=d["text"], sha256=d.get("sha256") or "", siglum=d.get("siglum") or "",
        title=d.get("title"), outlet=d.get("outlet"), byline=d.get("byline"), published=d.get("published"),
        language=d.get("language"), regions=tuple(Region(r["kind"], Span(d["id"], *r["span"])) for r in d["regions"]),
        problems=tuple(map(_read_problem, d.get("problems") or [])),
    )  # fmt: skip


def _read_actor(a: Json) -> Actor:
    mentions = tuple(Mention(Span(m["doc"], *m["span"]), m.get("kind", "name")) for m in a.get("mentions") or [])
    return Actor(id=a["id"], kind=a["kind"], name=a["name"], aliases=tuple(a["aliases"]), mentions=mentions)


def _read_occasion(o: Json) -> Occasion:
    stated = tuple(
        Stated(doc=s["doc"], date=s.get("date"), place=s.get("place"), evidence=_read_evidence(s.get("evidence")))
        for s in o.get("stated") or []
    )
    return Occasion(
        id=o["id"], kind=o.get("kind", "other"), label=o.get("label", ""),
        participants=tuple(o.get("participants") or ()), place=o.get("place"), date=o.get("date"), stated=stated,
    )  # fmt: skip


def _read_attribution(a: Json) -> Attribution:
    doc = a["doc"]
    return Attribution(
        id=a["id"], doc=doc, content=_read_spans(doc, a["content"]), cue=_read_spans(doc, a["cue"]),
        source=_read_spans(doc, a["source"]), addressee=_read_spans(doc, a.get("addressee")),
        quoted=_read_spans(doc, a.get("quoted")), speaker=a["speaker"], audience=tuple(a.get("audience") or ()),
        mode=a["mode"], polarity=a.get("polarity") or "affirmed", parent=a["parent"],
        chain=tuple(Hop(h["actor"], h["attribution"], _read_evidence(h.get("evidence"))) for h in a["chain"]),
        occasion=a.get("occasion"), confidence=a.get("confidence", 0.5),
    )  # fmt: skip


def _read_story(y: Json) -> Story:
    return Story(
        id=y["id"],
        label=y.get("label") or "",
        documents=tuple(y["documents"]),
        reasons=_read_reasons(y.get("reasons")),
    )


def _read_statement(s: Json) -> Statement:
    readings = tuple(
        Reading(
            id=r["id"],
            witness=r["witness"],
            attributions=tuple(r["attributions"]),
            spans=_read_spans(r["witness"], r["spans"]),
        )
        for r in s["readings"]
    )
    return Statement(
        id=s["id"], label=s.get("label") or "", readings=readings, speaker=s.get("speaker"),
        audience=tuple(s.get("audience") or ()), occasion=s.get("occasion"),
        apparatus=_read_apparatus(s.get("apparatus") or {}, readings),
        relations=tuple(
            Relation(
                a=r["a"], b=r["b"], relation=r["relation"], confidence=r.get("confidence", 0.5),
                reasons=_read_reasons(r.get("reasons")),
            )
            for r in s["relations"]
        ),
        reasons=_read_reasons(s.get("reasons")),
    )  # fmt: skip


def _read_apparatus(data: Json, readings: tuple[Reading, ...]) -> Apparatus:
    columns = data.get("columns") or []
    if not columns:
        return Apparatus()
    keys = tuple(r.id for r in readings)
    witness = {r.id: r.witness for r in readings}
    rows = [[c["readings"].get(key) for key in keys] for c in columns]
    cells = (tuple(Span(witness[k], *x) if x else None for k, x in zip(keys, row, strict=True)) for row in rows)
    return Apparatus(keys, tuple(cells))


def _read_conflict(c: Json) -> Conflict:
    return Conflict(
        id=c["id"], kind=c.get("kind", "other"), label=c.get("label") or "", severity=c.get("severity", "medium"),
        confidence=c.get("confidence", 0.5), evidence=_read_evidence(c["evidence"]),
        statements=tuple(c.get("statements") or ()), reasons=_read_reasons(c.get("reasons")),
    )  # fmt: skip


def _read_reuse(n: int, r: Json) -> Reuse:
    ends = (Span(r[end]["doc"], *r[end]["span"]) for end in "ab")
    return Reuse(
        id=r.get("id") or f"u{n + 1}", a=next(ends), b=next(ends), kind=r.get("kind", "copied"),
        direction=r.get("direction", "unknown"), confidence=r.get("confidence", 0.5),
        reasons=_read_reasons(r.get("reasons")),
    )  # fmt: skip


def _read_stemma(x: Json) -> Stemma:
    return Stemma(
        statement=x["statement"],
        ancestors=tuple(
            Ancestor(id=a["id"], siglum=a["siglum"], label=a.get("label") or "", is_named=bool(a.get("named")))
            for a in x.get("ancestors") or []
        ),
        descents=tuple(
            Descent(
                child=d["to"], parent=d["from"], kind=d.get("kind", "unknown"), confidence=d.get("confidence", 0.0),
                reasons=_read_reasons(d.get("reasons")),
            )
            for d in x["edges"]
        ),
    )  # fmt: skip
