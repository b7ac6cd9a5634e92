"""Statements: attributions that report one utterance, in all the versions in which the witnesses give it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache
from itertools import combinations
from typing import ClassVar

from variorum.collate import labels, misnamed
from variorum.collate.candidates import candidates
from variorum.collate.clustering import clusters
from variorum.collate.explanations import explained
from variorum.collate.features import WEIGHTS, Links, is_barred, measure, odds
from variorum.collate.meaning.likeness import Likeness, WordByWord
from variorum.collate.parts import Part, with_parts
from variorum.collate.profiles import Profile, Profiles
from variorum.collate.words import words_in
from variorum.config import Settings
from variorum.model import Edition, Reading, Reason, Span, Spans, Statement, identifier

ROUNDS = 4  # of linking: each lets the place in the telling be judged by the pairs found before; few cases need three
# The surest link of a statement must be as likely as this. Of 200 statements of news judged by hand 21 have none so
# sure, 7 of them right; the F1 of annotated stories and matters rises by it or stays, attributions given or found.
SUREST = 0.7
COMPARED = 4  # sentences of a long quotation by which its link to another is told
COMPLEMENTIZERS = frozenset(["that", "whether"])  # not "if": it may be a condition that was said
QUOTES = "\"'“”‘’«»„‚‹›"

Pair = tuple[str, str]


class FeatureFinder:
    """Links attributions by explained features, then groups them so that nothing that must stay apart meets."""

    name: ClassVar[str] = "collate.statements/1"

    def __init__(self, settings: Settings) -> None:
        self.settings = settings

    def find(self, edition: Edition) -> tuple[Statement, ...]:
        """Statements of at least two readings, by id; apparatus and relations are left to others."""
        profiles = Profiles(edition)
        likeness = self._likeness(profiles)
        groups, links = grouped(profiles, likeness)
        found = (statement(parts, profiles, links, likeness) for parts in with_parts(groups, profiles))
        return tuple(sorted((s for s in found if len(s.readings) > 1 and _is_held(s)), key=lambda s: s.id))

    def _likeness(self, profiles: Profiles) -> Likeness | None:
        """How doubtful pairs are compared in meaning: here not at all."""
        return None


class MeaningFinder(FeatureFinder):
    """Links attributions by explained features, of doubtful pairs their meaning too, then groups them likewise."""

    name: ClassVar[str] = "collate.statements/2"

    def _likeness(self, profiles: Profiles) -> Likeness | None:
        return WordByWord(profiles)


def grouped(profiles: Profiles, likeness: Likeness | None = None) -> tuple[list[tuple[str, ...]], Links]:
    """Groups of keys that are one utterance, judged in rounds until nothing changes."""
    proposed = list(candidates(profiles))
    profiles.give_speakers(misnamed.speakers(proposed, profiles))
    pairs = [(x, y) for x, y in proposed if not is_barred(profiles[x], profiles[y])]
    # what is read for its meaning stays at hand: one story after the other, within it one document after the other
    pairs.sort(key=lambda pair: (profiles[pair[0]].story or "", profiles[pair[0]].doc, profiles[pair[1]].doc, pair))
    bars = cache(lambda x, y: is_barred(profiles[x], profiles[y]))
    keys = [p.key for p in profiles]
    links, groups = Links(), list[tuple[str, ...]]()
    log_odds, changed = dict[Pair, float](), pairs
    for _ in range(ROUNDS):
        for x, y in changed:
            log_odds[x, y] = odds(measure(profiles[x], profiles[y], links, likeness))
        groups = clusters(keys, log_odds, bars)
        now = Links(_groups_of(groups, profiles))
        if now == links:
            break
        changed = _touched(pairs, profiles, links.groups.keys() | now.groups.keys())
        links = now
    return groups, links


def _touched(pairs: Iterable[Pair], profiles: Profiles, grouped: Collection[str]) -> list[Pair]:
    """The pairs of which both have somebody in a group who stands beside or around them: only these are judged anew."""
    near = {p.key for p in profiles if any(x in grouped for x in (p.id, p.attribution.parent, p.before, p.after))}
    near |= {p.key for p in profiles if any(child in grouped for child in p.children)}
    return [(x, y) for x, y in pairs if x in near and y in near]


def _groups_of(groups: list[tuple[str, ...]], profiles: Profiles) -> dict[str, frozenset[int]]:
    """Attribution -> the numbers of the groups in which it, or a sentence of it, stands with others."""
    found: dict[str, set[int]] = defaultdict(set)
    for n, group in enumerate(groups):
        if len(group) > 1:
            for key in group:
                found[profiles[key].id].add(n)
    return {key: frozenset(numbers) for key, numbers in found.items()}


def statement(parts: list[Part], profiles: Profiles, links: Links, likeness: Likeness | None = None) -> Statement:
    """The statement that these attributions make, with the reasons of its surest links."""
    attributions = [part.profile.attribution for part in parts]
    # the spans too: two sentences of one quotation may each make a statement with the same attributions
    key = identifier("s", *(x for part in parts for x in (part.profile.id, *part.spans)))
    return Statement(
        id=key,
        label=labels.label(parts, [_words(part, profiles) for part in parts], profiles),
        readings=tuple(readings(key, parts, profiles)),
        speaker=labels.speaker(attributions),
        audience=labels.audience(attributions),
        occasion=labels.occasion(attributions, profiles.lookup),
        reasons=_reasons(parts, profiles, links, likeness),
    )


def _is_held(found: Statement) -> bool:
    """Whether at least one of its links is sure enough for the rest to hang on."""
    return max((reason.score for reason in found.reasons), default=0.0) >= SUREST


def readings(key: str, parts: Iterable[Part], profiles: Profiles) -> Iterator[Reading]:
    """One reading for each attribution, in text order; those with the very same words of one witness share one."""
    found: dict[Spans, list[str]] = {}
    for part in parts:
        found.setdefault(_words(part, profiles), []).append(part.profile.id)
    for spans in sorted(found):
        ids = tuple(sorted(found[spans]))
        yield Reading(id=identifier("r", key, *ids), witness=spans[0].doc, attributions=ids, spans=spans)


def _words(part: Part, profiles: Profiles) -> Spans:
    return trimmed(part.spans, profiles.lookup.documents[part.profile.doc].text)


def trimmed(content: Spans, text: str) -> Spans:
    """The words said: without blanks and quotation marks at the ends and a leading "that"; never nothing."""
    kept = tuple(span for span in (_bare(s, text) for s in content) if span.start < span.end) or content
    first = kept[0]
    words = words_in(text, first.start, first.end)
    if len(words) > 1 and words[0].plain in COMPLEMENTIZERS and words[0].start == first.start:
        kept = (_bare(Span(first.doc, words[0].end, first.end), text), *kept[1:])
    return kept


def _bare(span: Span, text: str) -> Span:
    start, end = span.start, span.end
    while start < end and (text[start].isspace() or text[start] in QUOTES):
        start += 1
    while start < end and (text[end - 1].isspace() or text[end - 1] in QUOTES):
        end -= 1
    return Span(span.doc, start, end)


def _reasons(parts: list[Part], profiles: Profiles, links: Links, likeness: Likeness | None) -> tuple[Reason, ...]:
    """Why they are one: for each attribution the surest link to another of them, told by its weightiest features."""
    told = [_sentences(part, profiles) for part in parts]
    linked = {
        (n, m): max(
            ((x, y, measure(x, y, links, likeness)) for x in told[n] for y in told[m]),
            key=lambda pair: (odds(pair[2]), pair[0].key, pair[1].key),
        )
        for n, m in combinations(range(len(parts)), 2)
    }
    best: dict[Pair, Reason] = {}
    for n in range(len(parts)):
        own = (linked[pair] for pair in linked if n in pair)
        x, y, values = max(own, key=lambda pair: (odds(pair[2]), pair[0].key, pair[1].key), default=(None, None, {}))
        if x and y and (x.key, y.key) not in best:
            best[x.key, y.key] = _reason(x, y, values, profiles)
    return tuple(best[key] for key in sorted(best))


def _sentences(part: Part, profiles: Profiles) -> list[Profile]:
    """The sentences of the attribution that serve the statement, the weightiest of many."""
    own = [profiles[key] for key in profiles.keys_of[part.profile.id]]
    within = [p for p in own if all(any(span in held for held in part.spans) for span in p.spans)]
    return sorted(within or [part.profile], key=lambda p: (-p.total, p.key))[:COMPARED]


def _reason(x: Profile, y: Profile, values: Mapping[str, float], profiles: Profiles) -> Reason:
    pair = explained(x, y, values, profiles)
    helping = list(dict.fromkeys(r.text for r in pair.reasons if r.feature in HELPING))[:3]
    return Reason(
        feature="link",
        text=" ".join(helping) or "They stand together with others that match.",
        score=pair.score,
        evidence=x.spans + y.spans,
    )


HELPING = frozenset(name for name, weight in WEIGHTS.items() if weight > 0)
