"""Measures of single attributions: found, by whom, with which cue, inside which other."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar, get_args

from variorum.evaluate.gold import Gold, GoldAttribution
from variorum.evaluate.matching import Match, Matching, accepted_words, given_words
from variorum.evaluate.measures import Case, Measure, one_to_one, recall, share
from variorum.evaluate.names import Directory
from variorum.evaluate.texts import Texts
from variorum.model import Attribution, Edition, Hop, Mode, Spans

A = TypeVar("A", GoldAttribution, Attribution)
Link = tuple[str, str]  # ids of an attribution and of the nearest one around it


class AttributionMeasures:
    """All measures that rest on which attribution stands for which."""

    def __init__(self, gold: Gold, edition: Edition, matching: Matching, texts: Texts) -> None:
        self.gold, self.matching, self.texts = gold, matching, texts
        self.directory = Directory(gold.entities, edition.actors)
        self.kinds = {a.id: a.kind for a in edition.actors}
        self.given = {a.id: a for a in edition.attributions}
        self.core = [a for a in gold.attributions.values() if a.is_core]

    def all(self) -> Iterator[Measure]:
        """The measures in the order in which they are shown."""
        yield self._found()
        for mode in get_args(Mode):
            yield self._recall(f"recall_{mode}", [a for a in self.core if a.mode == mode])
        yield self._recall("recall_nested", [a for a in self.core if a.parent])
        yield self._content_exact()
        yield self._content_token()
        yield self._speaker()
        yield self._part("cue", [(p, p.gold.cues, p.given.cue) for p in self.matching.pairs])
        yield self._part("source", [(p, p.gold.sources, p.given.source) for p in self.matching.pairs])
        yield self._mode()
        matched = {p.gold.id for p in self.matching.pairs}
        yield self._nesting("nesting", matched)
        yield self._nesting("nesting_strict", {a.id for a in self.core})
        yield self._chain()

    def _found(self) -> Measure:
        missed = [self._case(a, f"{a.mode}, {a.id}") for a in self.matching.missed]
        false = [self.texts.case(a.doc, a.content or a.cue, f"{a.mode}, {a.id}") for a in self.matching.false]
        pairs = len(self.matching.pairs)
        return one_to_one("attributions", pairs, self.matching.counted, len(self.core), missed, false)

    def _recall(self, name: str, wanted: Sequence[GoldAttribution]) -> Measure:
        found = {p.gold.id for p in self.matching.pairs}
        return recall(name, sum(a.id in found for a in wanted), len(wanted))

    def _content_exact(self) -> Measure:
        """Matched with the very same words."""
        wrong = [p for p in self.matching.pairs if p.gold_words != p.given_words]
        cases = [self._case(p.gold, f"given: {self.texts.quote(p.given.content)}") for p in wrong]
        right = len(self.matching.pairs) - len(wrong)
        return one_to_one("content_exact", right, self.matching.counted, len(self.core), cases)

    def _content_token(self) -> Measure:
        """Words of contents, summed over the matched, the missed and the false."""
        pairs = self.matching.pairs
        wanted = sum(len(p.gold_words) for p in pairs)
        wanted += sum(len(accepted_words(a, self.texts)[0]) for a in self.matching.missed)
        given = sum(len(p.given_words) for p in pairs)
        given += sum(len(given_words(a, self.texts)) for a in self.matching.false)
        return one_to_one("content_token", sum(len(p.gold_words & p.given_words) for p in pairs), given, wanted)

    def _speaker(self) -> Measure:
        """The speaker is the gold's: precision over matched, recall over all core gold that names one."""
        asked = [p for p in self.matching.pairs if p.gold.speakers]
        wrong = [p for p in asked if not self.directory.is_any(p.given.speaker, p.gold.speakers)]
        notes = [
            f"gold {self.directory.entity_names(p.gold.speakers)}, given {self.directory.name(p.given.speaker)}"
            for p in wrong
        ]
        cases = [self._case(p.gold, note) for p, note in zip(wrong, notes, strict=True)]
        wanted = sum(bool(a.speakers) for a in self.core)
        return one_to_one("speaker", len(asked) - len(wrong), len(asked), wanted, cases)

    def _part(self, name: str, parts: Iterable[tuple[Match, tuple[Spans, ...], Spans]]) -> Measure:
        """Cues (or sources) of matched attributions that share a word with the gold's."""
        missed: list[Case] = []
        false: list[Case] = []
        right = given = wanted = 0
        for p, theirs, ours in parts:
            words = self.texts.words(ours)
            is_right = any(self.texts.words(spans) & words for spans in theirs)
            right, given, wanted = right + is_right, given + bool(ours), wanted + bool(theirs)
            of = f"of: {self.texts.quote(p.gold.contents[0], 60)}"
            if theirs and not is_right:
                missed.append(self.texts.case(p.gold.doc, theirs[0], of))
            if ours and not is_right:
                false.append(self.texts.case(p.gold.doc, ours, of))
        return one_to_one(name, right, given, wanted, missed, false)

    def _mode(self) -> Measure:
        wrong = [p for p in self.matching.pairs if p.gold.mode != p.given.mode]
        cases = [self._case(p.gold, f"gold {p.gold.mode}, given {p.given.mode}") for p in wrong]
        return share("mode", len(self.matching.pairs) - len(wrong), len(self.matching.pairs), cases)

    def _nesting(self, name: str, among: Collection[str]) -> Measure:
        """Links to the nearest attribution around; gold's are those among the given ids."""
        named = {p.given.id: p.gold.id for p in self.matching.pairs}
        wanted = set(_links(self.gold.attributions, among))
        given = {(named[child], named[around]) for child, around in _links(self.given, named)}
        missed, false = (map(self._link_case, sorted(links)) for links in (wanted - given, given - wanted))
        return one_to_one(name, len(wanted & given), len(given), len(wanted), missed, false)

    def _chain(self) -> Measure:
        """Matched nested attributions whose reporters, from the outermost inwards, are the gold's."""
        nested = [p for p in self.matching.pairs if p.gold.parent]
        wrong = [p for p in nested if not self._is_chain_right(p)]
        cases = [self._case(p.gold, self._chain_note(p)) for p in wrong]
        return share("chain", len(nested) - len(wrong), len(nested), cases)

    def _is_chain_right(self, p: Match) -> bool:
        """Peripheral reporters may be left out; those whom only the context supplies count for nothing."""
        around = _around(self.gold.attributions, p.gold)
        given = [h.actor for h in p.given.chain if not self._is_context(h, p.gold)]
        return any(self._agree(given, [*theirs, p.gold]) for theirs in (around, [a for a in around if a.is_core]))

    def _agree(self, given: Sequence[str | None], theirs: Sequence[GoldAttribution]) -> bool:
        """Whether these are the speakers one by one; where the gold names nobody, anybody will do."""
        return len(given) == len(theirs) and all(
            not a.speakers or self.directory.is_any(actor, a.speakers) for actor, a in zip(given, theirs, strict=True)
        )

    def _is_context(self, hop: Hop, gold: GoldAttribution) -> bool:
        """An outlet, a document, or a reporter whom the gold also takes from the context."""
        if hop.attribution is not None:
            return False
        if hop.actor is None or self.kinds.get(hop.actor) in ("outlet", "document"):
            return True
        return self.directory.is_any(hop.actor, gold.carriers)

    def _chain_note(self, p: Match) -> str:
        theirs = [*_around(self.gold.attributions, p.gold), p.gold]
        gold = " > ".join(self.directory.entity_names(a.speakers) for a in theirs)
        return f"gold {gold}, given {' > '.join(self.directory.name(h.actor) for h in p.given.chain) or 'no chain'}"

    def _case(self, a: GoldAttribution, note: str) -> Case:
        """The attribution by its content, or by its cue where it has none."""
        return self.texts.case(a.doc, a.contents[0] or (a.cues or ((),))[0], note)

    def _link_case(self, link: Link) -> Case:
        child, around = (self.gold.attributions[key] for key in link)
        return self._case(child, f"inside: {self.texts.quote(around.contents[0])}")


def _around(attributions: Mapping[str, A], a: A) -> list[A]:
    """The attributions around this one, outermost first."""
    found: list[A] = []
    while a.parent is not None:
        a = attributions[a.parent]
        found.insert(0, a)
    return found


def _links(attributions: Mapping[str, A], among: Collection[str]) -> Iterator[Link]:
    """Each of these attributions with the nearest of them around it."""
    for key in among:
        nearest = [a.id for a in _around(attributions, attributions[key]) if a.id in among]
        if nearest:
            yield key, nearest[-1]
