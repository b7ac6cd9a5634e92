"""Grouping does not depend on the order of anything, and keeps apart what must be; blocking finds what all pairs find."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

from builders import attribution, document
from hypothesis import given, settings
from hypothesis import strategies as st
from tellings import COUNCIL, ORTEN, RECALL, SALE, TALK, story

from variorum.collate.candidates import candidates
from variorum.collate.clustering import clusters
from variorum.collate.features import Links, is_barred, measure, odds
from variorum.collate.profiles import Profiles
from variorum.collate.statements import FeatureFinder
from variorum.config import Settings
from variorum.model import Edition

MATTER = [
    "harbour",
    "frozen",
    "ships",
    "toll",
    "winter",
    "captain",
    "crane",
    "bridge",
    "council",
    "letter",
    "Vell",
    "twelve",
]
PHRASES = st.lists(st.sampled_from([*MATTER, "the", "not", "will", "of"]), min_size=1, max_size=8).map(" ".join)
PEOPLE = st.sampled_from([SALE.id, ORTEN.id, COUNCIL.id, None])
TOLD = st.tuples(
    PHRASES, PEOPLE, st.sampled_from([TALK.id, RECALL.id, None]), st.sampled_from(["direct", "indirect"]), st.booleans()
)


@st.composite
def editions(draw) -> Edition:
    documents = []
    for n in range(draw(st.integers(1, 4))):
        told = draw(st.lists(TOLD, max_size=4))
        doc = document("".join(f"It is said: {words}.\n" for words, *_ in told), f"{n}.txt")
        own, at = [], 0
        for words, speaker, occasion, mode, is_nested in told:
            one = attribution(doc, words, speaker=speaker, occasion=occasion, mode=mode)
            start = doc.text.index(words, at)
            at = start + len(words)
            one = replace(one, id=f"t{n}.{start:03}", content=(replace(one.content[0], start=start, end=at),))
            own.append(replace(one, parent=own[-1].id) if is_nested and own else one)
        documents.append((doc, own))
    return story(*documents)


def find(made: Edition):
    return FeatureFinder(Settings()).find(made)


@settings(max_examples=30, deadline=None)
@given(editions())
def test_the_order_of_the_input_does_not_matter(made: Edition) -> None:
    turned = replace(
        made, documents=made.documents[::-1], attributions=made.attributions[::-1], actors=made.actors[::-1]
    )
    assert find(made) == find(turned)


@settings(max_examples=30, deadline=None)
@given(editions())
def test_statements_are_well_formed(made: Edition) -> None:
    known = {a.id: a for a in made.attributions}
    statements = find(made)
    ids = [r.id for s in statements for r in s.readings] + [s.id for s in statements]
    assert len(ids) == len(set(ids))
    for statement in statements:
        assert len(statement.readings) > 1
        for reading in statement.readings:
            assert all(span.doc == reading.witness and span.start < span.end for span in reading.spans)
            assert all(any(s in c for k in reading.attributions for c in known[k].content) for s in reading.spans)


@settings(max_examples=30, deadline=None)
@given(editions())
def test_what_is_barred_never_meets(made: Edition) -> None:
    profiles = Profiles(made)
    for statement in find(made):
        keys = [key for r in statement.readings for key in r.attributions]
        for x, y in combinations(keys, 2):
            assert profiles[x].id not in profiles[y].ancestors


def all_pairs(profiles: Profiles) -> set[tuple[str, str]]:
    """The plain twin of blocking: every pair that the words and people alone would link."""
    everyone = list(profiles)
    return {
        (x.key, y.key) for x, y in combinations(everyone, 2) if not is_barred(x, y) and odds(measure(x, y, Links())) > 0
    }


@settings(max_examples=30, deadline=None)
@given(editions())
def test_blocking_misses_no_pair_that_the_twin_links(made: Edition) -> None:
    profiles = Profiles(made)
    assert all_pairs(profiles) <= set(candidates(profiles))


ITEMS = "abcdefg"
ODDS = st.dictionaries(
    st.sampled_from(list(combinations(ITEMS, 2))),
    st.floats(-4, 4, allow_nan=False).map(lambda x: round(x, 2)),
    max_size=15,
)


@given(ODDS, st.sets(st.sampled_from(list(combinations(ITEMS, 2))), max_size=6), st.permutations(ITEMS))
def test_clusters_are_a_partition_that_keeps_bars(log_odds, bars, order) -> None:
    def is_barred(x: str, y: str) -> bool:
        return (min(x, y), max(x, y)) in bars

    groups = clusters(ITEMS, log_odds, is_barred)
    assert sorted(x for group in groups for x in group) == list(ITEMS)
    assert not any(is_barred(x, y) for group in groups for x, y in combinations(group, 2))
    assert groups == clusters(order, dict(reversed(log_odds.items())), is_barred)
