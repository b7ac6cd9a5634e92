"""What every part promises: its name, one verb, the same answer to the same question, and no crash on odd texts."""

from __future__ import annotations

import inspect
import re
from dataclasses import replace
from functools import cache
from itertools import combinations

import pytest
from builders import document

from variorum import ports, registry
from variorum.config import Settings
from variorum.errors import ReadError
from variorum.model import Apparatus, Edition, Problem
from variorum.pipeline import collate

PORTS = {
    "annotations": ports.Annotator,
    "identities": ports.Identifier,
    "reuse": ports.ReuseFinder,
    "stories": ports.Grouper,
    "statements": ports.Finder,
    "apparatus": ports.Aligner,
    "relations": ports.Relater,
    "conflicts": ports.Judge,
    "lines": ports.Genealogist,
    "stemmata": ports.Stemmatist,
    "timeline": ports.Chronicler,
}
PORT_OF = {
    **{registry.DEFAULTS[stage]: port for stage, port in PORTS.items()},
    **{name: ports.Annotator for name in registry.names() if name.startswith("annotate.")},
    **{name: ports.Finder for name in registry.names() if name.startswith("collate.statements/")},
    **dict.fromkeys(registry.readers(), ports.Reader),
    **dict.fromkeys(registry.exporters().values(), ports.Exporter),
    **{name: ports.Store for name in registry.names() if name.startswith("store.")},
}
READERS = registry.readers()
EXPORTERS = sorted(registry.exporters().values())
ODD = (
    "", " ", "\x00", "“", "”“", '"' * 999, "said", "He said", "“No,” said", ", said Mr", "“" * 50 + "x", "\u202e“abc” he said",
    "He said: “one.\n\n“two.\n\n“three.", "A\r\nB\rC\x85D\u2028E", "\U0001f600 said “\U0001f600”", "1. 2. 3.", "(" * 500,
    "said that " * 300, "MR. X: Yes.\nMS. Y: No.", "on 31 February 2001, on the 99th of May", "ﬁ e\u0301 ǆ İ said “ß”",
)  # fmt: skip
A = "The well is dry\n\n3 May 1999\n\n“The well is dry,” Mayor Rosa Bell said on Monday. “We dug for 3 days.”\n"
B = "No water\n\nMayor Rosa Bell told Tim Ross that the well was not dry.\n\nRoss: “We dug for 4 days.”\n"
C = "No water, says Bell\n\n“The well is dry,” Mayor Rosa Bell said on Monday. “We dug for 3 days.”\n"


@cache
def part(name):
    return registry.load(name, Settings())


@cache
def walked(*texts):
    """The edition of these texts, made by the parts that are the default."""
    import tempfile
    from pathlib import Path

    with tempfile.TemporaryDirectory() as folder:
        for n, text in enumerate(texts):
            Path(folder, f"{n}.txt").write_text(text, encoding="utf-8")
        return collate([folder])


@pytest.mark.parametrize("name", registry.names())
def test_a_part_has_the_verbs_of_its_port(name):
    made, port = registry.find(name), PORT_OF[name]
    assert re.fullmatch(r"[a-z]+\.[a-z-]+/\d+", name)
    for verb, wanted in inspect.getmembers(port, inspect.isfunction):
        if not verb.startswith("_"):
            asked, given = (inspect.signature(v).parameters for v in (wanted, getattr(made, verb)))
            assert [n for n, p in given.items() if p.default is p.empty] == [
                n for n, p in asked.items() if p.default is p.empty
            ], verb
            assert asked.keys() <= given.keys(), verb
    for field in set(port.__annotations__) - {"name"}:
        assert getattr(made, field)


@pytest.mark.parametrize("name", registry.names())
def test_a_part_says_in_its_docstring_what_it_does(name):
    assert inspect.getdoc(registry.find(name))


@pytest.mark.parametrize("name", READERS)
@pytest.mark.parametrize("text", ODD)
def test_a_reader_gives_documents_or_says_why_not(name, text):
    raw = text.encode("utf-8")
    for given in (raw, b'{"text": "' + raw + b'"}', b"<p>" + raw, raw[::-1], raw.replace(b"s", b"\xff")):
        try:
            documents = list(part(name).read("x.file", given))
        except ReadError as fault:
            assert fault.where and fault.what
            continue
        for d in documents:
            ends = [0, *(e for r in d.regions for e in (r.span.start, r.span.end)), len(d.text)]
            assert ends == sorted(ends), "regions are in order, within the text, and do not overlap"
            assert all(isinstance(p, Problem) for p in d.problems)
            d.text.encode("utf-8")


def test_an_annotator_answers_for_each_document_by_itself():
    annotator = part(registry.DEFAULTS["annotations"])
    documents = [document(text, f"{n}.txt") for n, text in enumerate((A, B, *ODD))]
    together = list(annotator.annotate(documents))
    assert [a.doc for a in together] == [d.id for d in documents]
    assert {a.made_by for a in together} == {annotator.name}
    assert [next(iter(annotator.annotate([d]))) for d in documents[:4]] == together[:4]


def test_an_annotator_stays_within_the_text():
    annotator = part(registry.DEFAULTS["annotations"])
    documents = [document(text, f"{n}.txt") for n, text in enumerate((A, B, *ODD))]
    for d, found in zip(documents, annotator.annotate(documents), strict=True):
        known = {a.id for a in found.attributions}
        actors = {a.id for a in found.actors}
        for a in found.attributions:
            spans = (*a.content, *a.cue, *a.source, *a.addressee, *a.quoted)
            assert a.content and all(s.doc == d.id and 0 <= s.start < s.end <= len(d.text) for s in spans)
            assert a.parent is None or a.parent in known
            assert {a.speaker, *a.audience, *(h.actor for h in a.chain)} - {None} <= actors
            assert 0 <= a.confidence <= 1


def assert_sound(edition: Edition) -> None:
    """Every id leads somewhere, every span holds words, every number is a probability."""
    texts = {d.id: d.text for d in edition.documents}
    actors, occasions = {a.id for a in edition.actors}, {o.id for o in edition.occasions}
    attributions, statements = {a.id for a in edition.attributions}, {s.id for s in edition.statements}
    assert len(attributions) == len(edition.attributions) and len(statements) == len(edition.statements)
    for a in edition.attributions:
        assert {a.speaker, *a.audience, *(h.actor for h in a.chain)} - {None} <= actors
        assert {a.parent, *(h.attribution for h in a.chain)} - {None} <= attributions
        assert {a.occasion} - {None} <= occasions
    for s in edition.statements:
        assert {k for r in s.readings for k in r.attributions} <= attributions
        assert len(s.relations) == len(list(combinations(s.readings, 2)))
        for column in s.apparatus.columns:
            assert len(column) == len(s.apparatus.readings) == len(s.readings)
    evidence = [e for c in edition.conflicts for e in c.evidence] + [e for r in edition.reuse for e in (r.a, r.b)]
    evidence += [e for t in edition.timeline for e in t.evidence]
    for span in evidence:
        assert texts[span.doc][span.start : span.end].strip()
    for x in edition.stemmata:
        nodes = {r.id for s in edition.statements if s.id == x.statement for r in s.readings} | {
            a.id for a in x.ancestors
        }
        assert sorted(d.child for d in x.descents) == sorted(nodes)
        assert {d.parent for d in x.descents} - {None} <= nodes
        assert all(d.reasons and 0 <= d.confidence <= 1 for d in x.descents)
    for judged in (*edition.conflicts, *edition.reuse, *(r for s in edition.statements for r in s.relations)):
        assert 0 <= judged.confidence <= 1
        assert judged.reasons


def test_the_walk_makes_a_sound_edition():
    assert_sound(walked(A, B, C))
    assert walked(A, B, C).statements


def test_sentences_of_one_quotation_that_serve_several_statements_make_a_sound_edition():
    first, last = "There was a stone on top of the well that I could not move.", "The water was cold."
    middle = (
        " I called for the others, and they came down from the road with lamps and ropes and stood there for an hour."
    )
    edition = walked(
        f"Water\n\n“{first} {last}” miner Jon Adder said.\n", f"Well\n\n“{first}{middle} {last}” said Jon Adder.\n"
    )
    assert_sound(edition)
    assert edition.statements


def test_the_walk_over_odd_texts_makes_a_sound_edition():
    assert_sound(walked(*(f"{text}\n{n} Anna said, “No.”" for n, text in enumerate(ODD))))


def bare(statement):
    """The statement as its finder left it."""
    return replace(statement, apparatus=Apparatus(), relations=())


@pytest.mark.parametrize(
    "stage", [s for s in PORTS if s not in ("annotations", "identities", "apparatus", "relations")]
)
def test_the_same_question_has_the_same_answer_and_an_empty_edition_none(stage):
    verb = {
        "reuse": "reused",
        "statements": "find",
        "conflicts": "judge",
        "timeline": "chronicle",
        "stories": "group",
    }.get(stage, stage)
    ask = getattr(part(registry.DEFAULTS[stage]), verb)
    edition = walked(A, B, C)
    found = tuple(map(bare, edition.statements)) if stage == "statements" else getattr(edition, stage)
    given = replace(edition, statements=()) if stage == "statements" else edition
    assert ask(given) == ask(given) == found
    assert tuple(ask(Edition())) == ()


def test_an_apparatus_does_not_depend_on_the_order_of_its_readings():
    edition, aligner = walked(A, B, C), part(registry.DEFAULTS["apparatus"])
    several = [s for s in edition.statements if len(s.readings) > 1]
    assert several
    for s in several:
        there, back = aligner.align(s.readings, edition), aligner.align(s.readings[::-1], edition)
        assert {frozenset(zip(there.readings, c, strict=True)) for c in there.columns} == {
            frozenset(zip(back.readings, c, strict=True)) for c in back.columns
        }


@pytest.mark.parametrize("name", EXPORTERS)
def test_an_exporter_writes_text_and_the_same_each_time(name):
    written = part(name).export(walked(A, B, C))
    assert written == part(name).export(walked(A, B, C))
    assert "The well is dry" in written
    written.encode("utf-8")


@pytest.mark.parametrize("name", EXPORTERS)
def test_an_exporter_writes_an_empty_edition_and_odd_texts(name):
    assert isinstance(part(name).export(Edition()), str)
    part(name).export(walked(*(f"{text}\n{n} Anna said, “No.”" for n, text in enumerate(ODD)))).encode("utf-8")
