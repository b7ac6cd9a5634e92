"""Whatever the grounds: a stemma is a forest, never against the dates, never without a reason, whatever the order."""

from __future__ import annotations

from dataclasses import replace

from builders import actor, document, edition
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from variorum import edtf
from variorum.config import Settings
from variorum.judge.stemma import GroundedStemmatist
from variorum.model import (
    Apparatus,
    Attribution,
    Conflict,
    Edition,
    Line,
    Occasion,
    Reading,
    Relation,
    Reuse,
    Span,
    Statement,
)

WORDS = [
    "the",
    "mill",
    "must",
    "go",
    "and",
    "twelve",
    "thirty",
    "men",
    "weir",
    "rusted",
    "gates",
    "home",
    "evil",
    "equal",
]
OUTLETS = ["Vell Courier", "Orm Gazette", None]
DATES = ["1999-03-01", "1999-03-04", "1999", "2001-05", "1999-03-04T10:00", "no date", None]
AFTER = ["", " told the Vell Courier.", " told Reuters.", " according to the Orm Gazette", " (AFP) - \n"]
ONE_IN = st.integers(0, 3)
WHOLE = settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@st.composite
def editions(draw) -> Edition:
    """Two to five witnesses of one statement, with any credits, dates, passages, relations and damage."""
    holt = actor("Dagny Holt")
    talks = [Occasion(id=f"o{n}", kind=k, label=k) for n, k in enumerate(("interview", "speech", "broadcast"))]
    docs, readings, attributions, columns = [], [], [], []
    for n in range(draw(st.integers(2, 5))):
        said = " ".join(draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=8)))
        text = f"“{said}”, Holt{draw(st.sampled_from(AFTER))} {said}"
        doc = document(text, f"{n}.txt", siglum="ABCDE"[n], outlet=draw(st.sampled_from(OUTLETS)),
                       published=draw(st.sampled_from(DATES)), language=draw(st.sampled_from(["en", "de", None])))  # fmt: skip
        docs.append(doc)
        for m, start in enumerate([1, len(text) - len(said)][: draw(st.integers(1, 2))]):
            place = Span(doc.id, start, start + len(said))
            attributions.append(Attribution(
                id=f"t{n}.{m}", doc=doc.id, content=(place,), quoted=(place,) if draw(st.booleans()) else (),
                speaker=draw(st.sampled_from([holt.id, None])), occasion=draw(st.sampled_from(["o0", "o1", "o2", None])),
            ))  # fmt: skip
            readings.append(Reading(id=f"r{n}.{m}", witness=doc.id, attributions=(f"t{n}.{m}",), spans=(place,)))
    starts = [[(w.start, w.end) for w in _words(r, docs)] for r in readings]
    for k in range(max(map(len, starts))):
        columns.append(
            tuple(Span(r.witness, *s[k]) if k < len(s) else None for r, s in zip(readings, starts, strict=True))
        )
    reuse = []
    for n, (a, b) in enumerate((a, b) for a in readings for b in readings if a.witness < b.witness):
        if draw(ONE_IN) == 0:
            reuse.append(Reuse(
                id=f"u{n}", a=a.spans[0], b=b.spans[0], confidence=draw(st.floats(0.1, 1)),
                kind=draw(st.sampled_from(["copied", "shared-source", "quotation"])),
                direction=draw(st.sampled_from(["a-from-b", "b-from-a", "unknown"])),
            ))  # fmt: skip
    relations = tuple(
        Relation(a=a.id, b=b.id, confidence=0.5, relation=draw(st.sampled_from(["identical", "trimmed", "reworded", "altered"])))
        for k, a in enumerate(readings) for b in readings[:k] if draw(ONE_IN)
    )  # fmt: skip
    hurt = draw(st.lists(st.sampled_from([c for column in columns for c in column if c]), max_size=3))
    statement = Statement(
        id="s1", label="", readings=tuple(readings), relations=relations,
        apparatus=Apparatus(tuple(r.id for r in readings), tuple(columns)),
    )  # fmt: skip
    groups = draw(st.sampled_from([tuple((d.id,) for d in docs), (tuple(d.id for d in docs),)]))
    return edition(
        *docs, actors=(holt,), occasions=tuple(talks), attributions=tuple(attributions), statements=(statement,),
        reuse=tuple(reuse), lines=(Line(statement="s1", groups=groups),),
        conflicts=tuple(Conflict(id=f"c{n}", kind="suspected-corruption", label="", severity="low", confidence=0.5,
                                 evidence=(h,)) for n, h in enumerate(hurt)),
    )  # fmt: skip


def _words(reading: Reading, docs) -> list[Span]:
    (text,) = [d.text for d in docs if d.id == reading.witness]
    at, found = reading.spans[0].start, []
    for word in text[at : reading.spans[0].end].split():
        at = text.index(word, at)
        found.append(Span(reading.witness, at, at + len(word)))
        at += len(word)
    return found


def drawn(found: Edition):
    return GroundedStemmatist(Settings()).stemmata(found)


@WHOLE
@given(editions())
def test_a_stemma_is_a_forest_of_all_readings_with_a_reason_for_each(found):
    for stemma in drawn(found):
        parents = {d.child: d.parent for d in stemma.descents}
        nodes = {r.id for s in found.statements for r in s.readings} | {a.id for a in stemma.ancestors}
        assert len(parents) == len(stemma.descents) and parents.keys() == nodes
        assert set(parents.values()) - {None} <= nodes
        for node in nodes:
            assert len(above(node, parents)) <= len(nodes), "a circle"
        for ancestor in stemma.ancestors:
            assert list(parents.values()).count(ancestor.id) > 1, "a common text of one"
        assert len({a.siglum for a in stemma.ancestors}) == len(stemma.ancestors)
        for d in stemma.descents:
            assert d.reasons and 0 <= d.confidence < 1
            assert bool(d.parent) == bool(d.confidence)
            assert d.parent or d.kind == "unknown"


def above(node, parents) -> list[str]:
    path = []
    while node is not None and node not in path:
        path.append(node)
        node = parents[node]
    return path if node is None else [*path, *parents]


@WHOLE
@given(editions())
def test_nothing_comes_from_what_was_published_after_it(found):
    witness = {r.id: r.witness for s in found.statements for r in s.readings}
    days = {d.id: edtf.bounds((d.published or "").partition("T")[0]) for d in found.documents}
    for stemma in drawn(found):
        parents = {d.child: d.parent for d in stemma.descents}
        for node in witness:
            for origin in above(node, parents):
                ours, theirs = days[witness[node]], days.get(witness.get(origin, ""))
                assert not (ours and theirs and ours[1] < theirs[0])


@WHOLE
@given(editions())
def test_the_order_of_the_input_is_of_no_consequence(found):
    turned = replace(
        found,
        documents=found.documents[::-1],
        attributions=found.attributions[::-1],
        reuse=found.reuse[::-1],
        conflicts=found.conflicts[::-1],
        statements=tuple(
            replace(
                s,
                readings=s.readings[::-1],
                relations=s.relations[::-1],
                apparatus=Apparatus(s.apparatus.readings[::-1], tuple(c[::-1] for c in s.apparatus.columns)),
            )
            for s in found.statements
        ),
    )
    assert drawn(turned) == drawn(found)
