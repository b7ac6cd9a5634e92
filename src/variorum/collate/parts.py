"""Parts of attributions: a quotation of several sentences, one of which another witness gives by itself.

An attribution belongs to one group as a whole. Besides, one sentence of it may be a version of what stands alone
elsewhere; it then serves that statement too, with these words only.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from variorum import text as texts
from variorum.collate.features import is_barred
from variorum.collate.profiles import ROOT, Profile, Profiles
from variorum.collate.words import FUNCTION_STEMS, words_in
from variorum.model import Span, Spans

SURE = 1.0  # log-odds above which a pair that grouping has left apart is looked at again
WITHIN = 0.45  # of the weight of the short one's words that one sentence of the long one must hold
SHORTER = 0.7  # of the long one's weight that the short one has at most

Group = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """An attribution, or some of its sentences, as it serves one statement."""

    profile: Profile
    spans: Spans


def with_parts(
    groups: Sequence[Group], log_odds: Mapping[tuple[str, str], float], profiles: Profiles
) -> Iterator[list[Part]]:
    """Each group with the sentences of other attributions that belong to it, by id."""
    group_of = {key: group for group in groups for key in group}
    extra: dict[Group, dict[str, Spans]] = {group: {} for group in groups}
    for (x, y), value in sorted(log_odds.items()):
        if value < SURE or group_of[x] == group_of[y]:
            continue
        short, long = sorted((profiles[x], profiles[y]), key=lambda p: (p.total, p.id))
        home = group_of[short.id]
        sentence = sentence_of(short, long, profiles)
        if sentence and _fits(long, home, log_odds, profiles):
            extra[home].setdefault(long.id, sentence)
    for group in groups:
        own = [Part(profiles[key], profiles[key].attribution.content) for key in group]
        yield sorted(
            own + [Part(profiles[key], spans) for key, spans in extra[group].items()], key=lambda p: p.profile.id
        )


def sentence_of(short: Profile, long: Profile, profiles: Profiles) -> Spans:
    """The one sentence of the long attribution that holds the short one's words; none where they are spread."""
    if short.total > SHORTER * long.total:
        return ()
    found = []
    for sentence in sentences(long, profiles):
        text = profiles.lookup.documents[long.doc].text
        roots = {
            word.stem if word.stem in FUNCTION_STEMS else word.stem[:ROOT]
            for word in words_in(text, sentence.start, sentence.end)
        }
        weight = sum(value for root, value in short.weights.items() if root in roots)
        found.append((weight, sentence))
    best = max(found, key=lambda pair: (pair[0], -pair[1].start), default=None)
    is_held = best is not None and len(found) > 1 and best[0] >= WITHIN * short.total
    return (best[1],) if best is not None and is_held else ()


def sentences(profile: Profile, profiles: Profiles) -> Spans:
    """The sentences of an attribution's content."""
    text = profiles.lookup.documents[profile.doc].text
    return tuple(
        Span(profile.doc, start, end)
        for span in profile.attribution.content
        for start, end in texts.sentences(text, span.start, span.end)
    )


def _fits(profile: Profile, group: Group, log_odds: Mapping[tuple[str, str], float], profiles: Profiles) -> bool:
    """Whether most of the group would take it, and none of it must be kept apart from it."""
    if any(is_barred(profile, profiles[key]) for key in group):
        return False
    values = [log_odds.get((min(profile.id, key), max(profile.id, key)), -SURE) for key in group]
    return sum(values) > 0
