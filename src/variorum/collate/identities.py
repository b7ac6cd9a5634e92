"""The people and bodies of all documents under common ids, and everything that refers to them rewritten."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import ClassVar

from variorum.collate import occasions, quoting
from variorum.collate.people.callings import join_described
from variorum.collate.people.namesakes import Names, join_namesakes, plain_name
from variorum.collate.people.parties import Parties, local_actors, pronouns_of
from variorum.config import Settings
from variorum.model import Actor, ActorKind, Annotation, Attribution, Edition, Hop, Mention, identifier


class NameIdentifier:
    """Recognises people and bodies by their names, and occasions by who took part, when and where."""

    name: ClassVar[str] = "collate.identities/1"

    def __init__(self, settings: Settings) -> None:
        self.settings = settings

    def identify(self, edition: Edition, annotations: Sequence[Annotation]) -> Edition:
        """The edition with sentences, dates, actors, occasions and attributions, their ids common to all documents."""
        annotations = sorted(annotations, key=lambda a: a.doc)
        actors, common = _merged(_parties(annotations, edition))
        said = quoting.quotes(annotations, common, {d.id: d for d in edition.documents})
        held, same = occasions.identify([o for a in annotations for o in a.occasions], common, said)
        reports = (r for a in annotations for r in a.attributions)
        return replace(
            edition,
            sentences=tuple(sorted(s for a in annotations for s in a.sentences)),
            dates=tuple(sorted((d for a in annotations for d in a.dates), key=lambda d: (d.span, d.edtf))),
            actors=actors,
            occasions=held,
            attributions=tuple(
                sorted((_rewritten(r, common, same) for r in reports), key=lambda r: (r.doc, r.content, r.id))
            ),
        )


def _parties(annotations: Sequence[Annotation], edition: Edition) -> Parties:
    """Who of single documents is one person or body: by name first, then by what people are called."""
    story_of = {doc: story.id for story in edition.stories for doc in story.documents}
    locals_ = local_actors(annotations, story_of)
    names = Names(m for m in locals_ if m.is_named)
    documents = {d.id: d for d in edition.documents}
    keyed = ((names.key(m) if m.is_named else ("own", m.doc, m.actor.id), m) for m in locals_)
    parties = Parties(keyed, pronouns_of(locals_, documents))
    join_namesakes(parties)
    join_described(parties, documents)
    return parties


def _merged(parties: Parties) -> tuple[tuple[Actor, ...], dict[str, str]]:
    """The common actors by id, and for each local id the common one."""
    seen: Counter[tuple[str, str]] = Counter()
    found: list[Actor] = []
    common: dict[str, str] = {}
    for key, locals_ in parties:
        members = sorted((m.actor for m in locals_), key=lambda a: a.id)
        chiefs = sorted((m.actor for m in locals_ if m.is_named), key=lambda a: a.id) or members
        kind, name = _kind(chiefs), _chief(chiefs)
        apart = key[1:] if key[0] == "own" else ()
        if not apart:
            seen[kind, plain_name(name)] += 1
            apart = (str(seen[kind, plain_name(name)]),) if seen[kind, plain_name(name)] > 1 else ()
        actor = _actor(identifier("a", kind, plain_name(name), *apart), kind, name, members)
        found.append(actor)
        common.update({m.id: actor.id for m in members})
    return tuple(sorted(found, key=lambda a: a.id)), common


def _actor(key: str, kind: ActorKind, name: str, members: Sequence[Actor]) -> Actor:
    names = {n for m in members for n in (m.name, *m.aliases)}
    mentions = {m.span: m for a in members for m in a.mentions}
    return Actor(
        id=key,
        kind=kind,
        name=name,
        aliases=tuple(sorted(names - {name})),
        mentions=tuple(Mention(span, mentions[span].kind) for span in sorted(mentions)),
    )


def _kind(members: Iterable[Actor]) -> ActorKind:
    """What most documents take the actor for; one that is sure outweighs any that is not."""
    counts = Counter(m.kind for m in members)
    return max(sorted(counts), key=lambda k: (k != "unknown", counts[k]))


def _chief(members: Sequence[Actor]) -> str:
    """The name by which most documents call the actor, a full one before a surname."""
    counts = Counter(m.name for m in members)
    is_person = any(m.kind == "person" for m in members)
    return max(sorted(counts), key=lambda n: (is_person and " " in n, counts[n], len(n)))


def _rewritten(report: Attribution, common: Mapping[str, str], same: Mapping[str, str]) -> Attribution:
    return replace(
        report,
        speaker=common.get(report.speaker) if report.speaker else None,
        audience=tuple(sorted({common[a] for a in report.audience if a in common})),
        chain=tuple(Hop(common.get(h.actor) if h.actor else None, h.attribution, h.evidence) for h in report.chain),
        occasion=same.get(report.occasion) if report.occasion else None,
    )
