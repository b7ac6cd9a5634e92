"""The people and bodies of all documents under common ids, and everything that refers to them rewritten."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import ClassVar

from variorum import states
from variorum.collate import occasions
from variorum.collate.namesakes import Namesakes, plain_name
from variorum.config import Settings
from variorum.model import Actor, ActorKind, Annotation, Attribution, Edition, Hop, Mention, identifier

SHARED = frozenset({"group", "document"})


class NameIdentifier:
    """Recognises people and bodies by their names, and occasions by who took part, when and where."""

    name: ClassVar[str] = "collate.identities/1"

    def __init__(self, settings: Settings) -> None:
        self.settings = settings

    def identify(self, edition: Edition, annotations: Sequence[Annotation]) -> Edition:
        """The edition with sentences, dates, actors, occasions and attributions, their ids common to all documents."""
        annotations = sorted(annotations, key=lambda a: a.doc)
        actors, common = _actors(annotations)
        held, same = occasions.identify([o for a in annotations for o in a.occasions], common)
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


def _actors(annotations: Sequence[Annotation]) -> tuple[tuple[Actor, ...], dict[str, str]]:
    """The common actors by id, and for each local id the common one."""
    locals_ = [(a.doc, actor) for a in annotations for actor in a.actors]
    described = {r.id for a in annotations for r in a.actors if not _is_named(r)}
    namesakes = Namesakes([actor for _, actor in locals_ if actor.id not in described])
    groups: defaultdict[tuple[str, ...], list[Actor]] = defaultdict(list)
    for doc, actor in locals_:
        key = ("own", doc, actor.id) if actor.id in described else ("common", *namesakes.key(actor))
        groups[key].append(actor)
    return _merged(groups)


def _is_named(actor: Actor) -> bool:
    """Whether the actor has a name of its own; "a spokesman" of one document is nobody's in another."""
    if any(m.kind == "name" for m in actor.mentions) or actor.kind == "outlet":
        return True
    return states.state(actor.name) == actor.name or (actor.kind in SHARED and _has_proper_word(actor.name))


def _has_proper_word(name: str) -> bool:
    """ "Northern leaders", "Town Hall minutes": a description that means the same everywhere."""
    first, *others = name.split() or [""]
    return bool(states.state_of_adjective(first)) or any(w[:1].isupper() and len(w) > 1 for w in others)


def _merged(groups: Mapping[tuple[str, ...], Sequence[Actor]]) -> tuple[tuple[Actor, ...], dict[str, str]]:
    seen: Counter[tuple[str, str]] = Counter()
    found: list[Actor] = []
    common: dict[str, str] = {}
    for key in sorted(groups):
        members = sorted(groups[key], key=lambda a: a.id)
        kind, name = _kind(members), _chief(members)
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
