"""Parts of attributions: a quotation of several sentences may serve several statements, each with some of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from variorum.collate.profiles import Profile, Profiles
from variorum.model import Span, Spans

BESIDE = 60  # code points between two sentences of one quotation: room for a cue ("she said, and")

Group = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """An attribution, or some of its sentences, as it serves one statement."""

    profile: Profile
    spans: Spans


def with_parts(groups: Sequence[Group], profiles: Profiles) -> Iterator[list[Part]]:
    """The parts that make one statement, by attribution, for each group of keys that has more than one."""
    told = [{profiles[key].id: profiles[key].spans for key in group} for group in groups if len(group) > 1]
    for parts in _settled(told):
        yield [Part(profiles[profiles.keys_of[key][0]], _closed(parts[key], profiles)) for key in sorted(parts)]


def _settled(told: list[dict[str, Spans]]) -> list[dict[str, Spans]]:
    """Joined again as long as that joins anything: a sentence may only then stand beside what it belongs to."""
    now = _joined(told)
    while len(now) < len(told):
        told, now = now, _joined(now)
    return now


def _joined(told: list[dict[str, Spans]]) -> list[dict[str, Spans]]:
    """Sentences that the same witnesses give one after the other are one statement, also where some stop early."""
    kept: list[dict[str, Spans]] = []
    holding: dict[str, list[dict[str, Spans]]] = defaultdict(list)  # attribution -> what is kept of it, in order
    for parts in sorted(told, key=lambda p: (-len(p), sorted(p.items()))):
        near = holding[min(parts)]
        home = next((k for k in near if parts.keys() <= k.keys() and _is_beside(parts, k)), None)
        if home is None:
            kept.append(dict(parts))
            for key in parts:
                holding[key].append(kept[-1])
        else:
            for key, spans in parts.items():
                home[key] = tuple(sorted({*home[key], *spans}))
    return kept


def _is_beside(parts: Mapping[str, Spans], others: Mapping[str, Spans]) -> bool:
    """Whether in each attribution these spans follow the others, or go before them, within a few words' length."""
    return all(
        min(abs(x.start - y.end) for x, y in ((spans[0], others[key][-1]), (others[key][0], spans[-1]))) <= BESIDE
        for key, spans in parts.items()
    )


def _closed(spans: Spans, profiles: Profiles) -> Spans:
    """The spans, those with nothing but blanks between them made one."""
    text = profiles.lookup.documents[spans[0].doc].text
    found = [spans[0]]
    for span in spans[1:]:
        if text[found[-1].end : span.start].strip():
            found.append(span)
        else:
            found[-1] = Span(span.doc, found[-1].start, max(found[-1].end, span.end))
    return tuple(found)
