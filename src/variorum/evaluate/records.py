"""What a gold says of reports, as the records that an annotator makes: actors, occasions, attributions.

Two forms are read, as by `gold`: annotations and a corrected edition. Spans bear the ids that the documents
have in the edition under evaluation; what the gold says of documents that are not in it is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from variorum import edtf
from variorum.errors import InputError
from variorum.evaluate.annotations import NO_YEAR
from variorum.evaluate.gold import counterparts
from variorum.interchange import FORMAT, from_json
from variorum.model import (
    Actor,
    ActorKind,
    Attribution,
    Edition,
    Hop,
    Mention,
    MentionKind,
    Occasion,
    OccasionKind,
    Polarity,
    Span,
    Spans,
    Stated,
)  # fmt: skip

Json = Any  # what json.loads gives: foreign data, turned into records at once
# The annotators' words -> the model's; what neither knows is "unknown", or an occasion of another kind.
ACTORS: Mapping[str, ActorKind] = {
    "person": "person", "organization": "organization", "org": "organization", "group": "group", "place": "place",
    "document": "document", "work": "document", "outlet": "outlet",
}  # fmt: skip
OCCASIONS: Mapping[str, OccasionKind] = {
    "meeting": "meeting", "dinner": "meeting", "telephone": "meeting", "hearing": "meeting", "trial": "meeting",
    "interview": "interview", "film interview": "interview", "broadcast": "broadcast", "speech": "speech",
    "statement": "statement", "press statement": "statement", "press_conference": "statement",
    "reported remark": "statement", "document": "document", "publication": "document", "treaty": "document",
}  # fmt: skip
MENTIONS: Mapping[str, MentionKind] = {"nominal": "nominal", "pronoun": "pronoun"}
BOUND = re.compile("before|after|relative")  # a date that only bounds the occasion is not its date
POLARITIES: Mapping[str, Polarity] = {"denied": "denied", "questioned": "questioned"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Records:
    """Actors and occasions common to all documents, and the attributions that refer to them."""

    actors: tuple[Actor, ...]
    occasions: tuple[Occasion, ...]
    attributions: tuple[Attribution, ...]


def records(name: str, data: Json, edition: Edition) -> Records:
    """What the gold in these JSON values says of reports; raises InputError where it says nothing of the kind."""
    try:
        is_edition = data.get("format") == FORMAT
        ids = _ids(data["documents"], "path" if is_edition else "file", edition)
        return _of_edition(data, ids) if is_edition else _Annotated(data, ids).records()
    except (KeyError, TypeError, ValueError, AttributeError, IndexError) as fault:
        raise InputError(f"{name}: no attributions can be taken from it ({type(fault).__name__}: {fault})") from None


def _ids(documents: Iterable[Json], file: str, edition: Edition) -> dict[str, str]:
    """The gold's id of a document -> the edition's, for those that the edition has."""
    return {key: d.id for key, d in counterparts({d["id"]: d[file] for d in documents}, edition).items()}


def _of_edition(data: Json, ids: Mapping[str, str]) -> Records:
    found = from_json({**_placed(data, ids), "documents": [], "statements": [], "conflicts": [], "reuse": []})
    return Records(actors=found.actors, occasions=found.occasions, attributions=found.attributions)


def _placed(node: Json, ids: Mapping[str, str]) -> Json:
    """The same values with the edition's ids of documents; what stands in documents that it lacks is left out."""
    if isinstance(node, list):
        return [_placed(x, ids) for x in node if not isinstance(x, dict) or x.get("doc", None) in (None, *ids)]
    if isinstance(node, dict):
        return {k: ids[v] if k == "doc" else _placed(v, ids) for k, v in node.items()}
    return node


class _Annotated:
    """Annotations whose documents are known by the ids that they have in the edition."""

    def __init__(self, data: Json, ids: Mapping[str, str]) -> None:
        self.ids = ids
        self.reports = [a for a in data["attributions"] if a["doc"] in ids]
        self.entities = {e["id"]: e for e in data["entities"]}
        self.occasions = data["occasions"]

    def records(self) -> Records:
        return Records(
            actors=tuple(map(self._actor, self.entities.values())),
            occasions=tuple(map(self._occasion, self.occasions)),
            attributions=tuple(map(self._attribution, self.reports)),
        )

    def _span(self, span: Json) -> Span:
        return Span(self.ids[span["doc"]], span["start"], span["end"])

    def _spans(self, spans: Json) -> Spans:
        """One span, several, or none, in text order; those of documents that the edition lacks left out."""
        held = [spans] if isinstance(spans, dict) else spans or []
        return tuple(sorted(self._span(s) for s in held if s["doc"] in self.ids))

    def _actor(self, e: Json) -> Actor:
        mentions = [m for m in e["mentions"] if m["doc"] in self.ids]
        return Actor(
            id=e["id"],
            kind=ACTORS.get(e["type"], "unknown"),
            name=e["name"],
            aliases=tuple(sorted({*e["aliases"]} - {e["name"]})),
            mentions=tuple(Mention(self._span(m), MENTIONS.get(m.get("kind"), "name")) for m in mentions),
        )

    def _occasion(self, o: Json) -> Occasion:
        return Occasion(
            id=o["id"],
            kind=OCCASIONS.get(o["kind"], "other"),
            label=o["description"],
            participants=tuple(o["participants"]),
            place=self.entities[o["place"]]["name"] if o["place"] in self.entities else None,
            date=_date(o.get("date")),
            stated=tuple(self._stated(o)),
        )

    def _stated(self, o: Json) -> Iterator[Stated]:
        for s in o["stated"]:
            if s["doc"] in self.ids:
                evidence = self._spans([e for e in (s.get("evidence"), s.get("place_evidence")) if e])
                place = s.get("stated_place")
                date = None if BOUND.match(s.get("precision", "")) else _date(s["date"])
                yield Stated(doc=self.ids[s["doc"]], date=date, place=place, evidence=evidence)

    def _attribution(self, a: Json) -> Attribution:
        heard = [a["addressee_entity"], *(x["entity"] for x in a.get("addressees_more", []))]
        return Attribution(
            id=a["id"],
            doc=self.ids[a["doc"]],
            content=self._spans(a["content"]),
            cue=self._spans(a["cue"]),
            source=self._spans(a["source"]),
            addressee=self._spans(a["addressee"]),
            quoted=self._spans(a["quoted"]),
            speaker=a["source_entity"],
            audience=tuple(sorted({x for x in heard if x})),
            mode=a["type"],
            polarity=POLARITIES.get(a["polarity_note"], "affirmed"),
            parent=a["parent"],
            chain=tuple(Hop(h["entity"], h["attribution"], self._spans(h["evidence"])) for h in a["chain_detail"]),
            occasion=a["occasion"],
            confidence=1.0,
        )


def _date(text: str | None) -> str | None:
    """The date as EDTF; None where it is none that Variorum understands."""
    found = NO_YEAR.sub("XXXX-", text or "")
    return found if edtf.is_valid(found) else None
