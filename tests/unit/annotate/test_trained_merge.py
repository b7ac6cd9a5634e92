"""The network's reports and the rules' made one list."""

from __future__ import annotations

import numpy as np
from builders import document

from variorum.annotate.parse import parse
from variorum.annotate.reporting import attributions
from variorum.annotate.reporting.layers import Layers
from variorum.annotate.reporting.nesting import drafts
from variorum.annotate.trained.decode import Found
from variorum.annotate.trained.features import DEEPEST, reading
from variorum.annotate.trained.merge import Merge, Trust
from variorum.annotate.trained.network import Layer
from variorum.annotate.trained.relations import Relation, ranges
from variorum.config import Settings

TEXT = "Hale said the bridge was closed on Monday. Berg shrugged off talk of a strike. The guild laughed."


def merged(text: str, seen: list[tuple[str, str, str, float]], sure: float = 0.9, trust: Trust | None = None):
    """The merged drafts as (source, cue, content), where the network sees these (source, cue, content, confidence)."""
    (parsed,) = parse([document(text)], Settings())
    layers = Layers(parsed)
    ruled = attributions.reports(layers)
    read = reading(parsed, drafts(layers, ruled))

    def words(part: str):
        return ranges([(text.index(part), text.index(part) + len(part))] if part else [], read.starts, read.ends)

    shares = np.zeros((len(read), 4))
    shares[:, 0] = 1
    found = []
    for source, cue, content, confidence in seen:
        relation = Relation(words(content), words(cue), words(source))
        found.append(Found(relation, confidence))
        for column, part in ((1, relation.source), (2, relation.cue), (3, relation.content)):
            for first, last in part:
                shares[first:last] = (1 - sure) / 3
                shares[first:last, column] = sure
    empty = Layer([], np.tile([1.0, 0, 0, 0], (len(read), 1)))
    answers = [Layer(found, shares), *[empty] * (DEEPEST - 1)]
    made = drafts(layers, Merge(layers, read, answers, trust or Trust()).reports(ruled))

    def shown(spans) -> str:
        return " | ".join(text[s.start : s.end] for s in spans)

    return [(shown(d.source), shown(d.cue), shown(d.content)) for d in made], made


HALE = ("Hale", "said", "the bridge was closed on Monday")


def test_a_report_that_only_the_network_finds() -> None:
    found, _ = merged(TEXT, [(*HALE, 0.9), ("Berg", "shrugged off", "talk of a strike", 0.9)])
    assert found == [HALE, ("Berg", "shrugged off", "talk of a strike")]


def test_an_unsure_report_of_the_network_alone_is_left_out() -> None:
    found, _ = merged(TEXT, [(*HALE, 0.9), ("Berg", "shrugged off", "talk of a strike", 0.1)])
    assert found == [HALE]


def test_spans_of_which_the_network_is_sure_are_taken() -> None:
    shorter = ("Hale", "said", "the bridge")
    assert merged(TEXT, [(*shorter, 0.9)], sure=0.95)[0] == [shorter]
    assert merged(TEXT, [(*shorter, 0.9)], sure=0.95, trust=Trust(words=1.1))[0] == [HALE]


def test_where_little_is_in_dispute_the_rules_have_it() -> None:
    nearly = ("Hale", "said", "bridge was closed on Monday")
    assert merged(TEXT, [(*nearly, 0.9)], sure=0.95)[0] == [HALE]
    assert merged(TEXT, [(*nearly, 0.9)], sure=0.95, trust=Trust(slight=0.0))[0] == [nearly]


def test_a_report_that_the_network_rules_out_goes() -> None:
    assert merged(TEXT, [])[0] == []
    assert merged(TEXT, [], trust=Trust(support=0.0))[0] == [HALE]


def test_both_together_are_surer_than_either() -> None:
    _, (both,) = merged(TEXT, [(*HALE, 0.8)])
    _, (alone,) = merged(TEXT, [], trust=Trust(support=0.0))
    assert both.confidence > alone.confidence


def test_denials_and_hearers_come_from_the_grammar() -> None:
    text = "Berg did not concede to Lind that the guild was late."
    _, (draft,) = merged(text, [("Berg", "did not concede", "that the guild was late", 0.9)])
    assert draft.polarity == "denied"
    assert [text[s.start : s.end] for s in draft.addressee] == ["Lind"]


def test_a_quotation_set_off_stays_as_it_is() -> None:
    text = "The vote is tonight.\n\n“We will not be moved.”\n— Ana Berg, mayor"
    assert merged(text, [])[0][0][2] == "“We will not be moved.”"


def test_a_second_answer_for_the_same_cue_is_left_out() -> None:
    text = "Hale shrugged off talk of a strike at the mill."
    found, _ = merged(
        text,
        [
            ("Hale", "shrugged off", "talk of a strike at the mill", 0.9),
            ("", "shrugged off", "talk of a strike at the", 0.8),
        ],
    )
    assert found == [("Hale", "shrugged off", "talk of a strike at the mill")]


def test_reports_deeper_than_the_network_looks_stay() -> None:
    text = '"She said Berg had told her to close the gate," Hale said.'
    outer = ("Hale", "said", '"She said Berg had told her to close the gate,"', 0.9)
    inner = ("She", "said", "Berg had told her to close the gate", 0.9)
    assert ("Berg", "had told", "to close the gate") in merged(text, [outer, inner])[0]


def test_words_after_a_whole_quotation_are_not_drawn_into_it() -> None:
    text = "\"My sister said, 'It is the mill,' and we ran down to the river and the boats,\" Hale said."
    inner = ("My sister", "said", "'It is the mill,' and we ran down to the river and the boats", 0.9)
    assert merged(text, [inner], sure=0.99)[0] == [("My sister", "said", "'It is the mill,'")]


def test_a_quotation_that_goes_on_is_no_report_by_itself() -> None:
    text = "Hale said: “We lost the key.”\n\n“We lost the gate as well.”"
    both = "“We lost the key.”\n\n“We lost the gate as well.”"
    found, _ = merged(text, [("Hale", "said", both, 0.95)], sure=0.95)
    assert len(found) == 1
