"""People as the page shows them: what they say, in whose words it reaches us, and where they are named."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from variorum.model import Actor, Attribution
from variorum.report.places import Back, Quote
from variorum.report.references import NOBODY, Named, References
from variorum.report.statements import HopView, chain, manner
from variorum.report.words import count, shown


@dataclass(frozen=True, slots=True, kw_only=True)
class SayingView:
    """One report of one utterance in one document."""

    quotes: tuple[Quote, ...]
    chain: tuple[HopView, ...]
    audience: tuple[Named, ...]
    manner: str
    statements: tuple[Back, ...]


@dataclass(frozen=True, slots=True)
class MentionsView:
    """Where one document names somebody."""

    siglum: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonView:
    """Somebody who speaks, is spoken to, reports or takes part."""

    back: Back
    kind: str
    aliases: tuple[str, ...]
    sayings: tuple[SayingView, ...]
    extent: str
    mentions: tuple[MentionsView, ...]


def person_views(refs: References) -> tuple[PersonView, ...]:
    """Everybody who takes part, the most heard first; last, what nobody named is made to say."""
    says: dict[str | None, list[Attribution]] = defaultdict(list)
    heard: dict[str, int] = defaultdict(int)
    for attribution in sorted(refs.edition.attributions, key=lambda a: (a.content, a.id)):
        says[attribution.speaker].append(attribution)
        for listener in attribution.audience:
            heard[listener] += 1
    people = [_person(a, says[a.id], heard[a.id], refs) for a in refs.actors]
    return (*people, _nobody(says[None], refs)) if says[None] else tuple(people)


def _person(actor: Actor, says: list[Attribution], heard: int, refs: References) -> PersonView:
    back = Back(refs.named(actor.id).anchor, shown(actor.name), f"said by {shown(actor.name)}")
    return PersonView(
        back=back,
        kind=shown(actor.kind),
        aliases=tuple(shown(a) for a in actor.aliases if a != actor.name),
        sayings=tuple(_saying(a, back, refs) for a in says),
        extent=_extent(len(says), heard),
        mentions=_mentions(actor, refs),
    )


def _nobody(says: list[Attribution], refs: References) -> PersonView:
    back = Back(NOBODY, "Nobody named", "the text names nobody who said this")
    sayings = tuple(_saying(a, back, refs) for a in says)
    return PersonView(back=back, kind="unknown", aliases=(), sayings=sayings, extent=_extent(len(says), 0), mentions=())


def _extent(says: int, heard: int) -> str:
    told = f"{count(says, 'report')} of what is said" if says else "is not reported to speak"
    return f"{told}, spoken to in {count(heard, 'report')}" if heard else told


def _saying(attribution: Attribution, back: Back, refs: References) -> SayingView:
    audience = tuple(map(refs.named, attribution.audience))
    to = f" to {' and '.join(a.name for a in audience)}" if audience else ""
    refs.places.quotes(attribution.cue, "cue", "says that something is said")
    refs.places.quotes(attribution.source, "source", f"names who speaks: {back.label}")
    refs.places.quotes(attribution.addressee, "source", "names who is spoken to")
    label = f"{back.title}{to}, {manner(attribution)}"
    return SayingView(
        quotes=refs.places.quotes(attribution.content, "content", label, back),
        chain=chain(attribution, refs)[:-1],
        audience=audience,
        manner=manner(attribution),
        statements=refs.statements_named(refs.lookup.statements_of.get(attribution.id, ())),
    )


def _mentions(actor: Actor, refs: References) -> tuple[MentionsView, ...]:
    """The names given to somebody, by document; pronouns are not names."""
    label = f"names {shown(actor.name)}"
    held = defaultdict(list)
    for mention in actor.mentions:
        if mention.kind != "pronoun":
            held[mention.span.doc].append(mention.span)
    views = (
        MentionsView(refs.places.siglum(doc), refs.places.quotes(sorted(held[doc]), "mention", label))
        for doc in sorted(held, key=lambda d: refs.places.numbers.get(d, 0))
    )
    return tuple(v for v in views if v.quotes)
