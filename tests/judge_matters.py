"""Invented matters for the tests of the judges: a treaty, a fire, a transfer, a trial."""

from __future__ import annotations

from builders import actor, attribution, document, edition, reading

from variorum.config import Settings
from variorum.judge.conflicts import RuleJudge
from variorum.judge.drift import FeatureRelater
from variorum.model import Attribution, Conflict, Edition, Occasion, Relation, Statement

DAGNY = actor("Dagny Holt")
OTTO = actor("Otto Reiss")


def version(text: str, content: str, name: str, **more: object):
    """A document of one sentence with one attribution in it: (document, attribution)."""
    doc = document(text, name)
    if more.pop("is_direct", False):
        more |= {"mode": "direct", "quoted": content}
    more.setdefault("speaker", DAGNY.id)
    return doc, attribution(doc, content, **more)


def told(*versions: tuple, occasions: tuple[Occasion, ...] = (), actors=(DAGNY, OTTO)) -> Edition:
    """An edition in which these versions are the readings of one statement."""
    readings = tuple(reading(doc, doc.text[a.content[0].start : a.content[-1].end], a) for doc, a in versions)
    documents = {doc.id: doc for doc, _ in versions}
    statement = Statement(id="s1", label="what was said", readings=readings)
    return edition(
        *documents.values(),
        attributions=tuple(a for _, a in versions),
        statements=(statement,),
        actors=tuple(actors),
        occasions=occasions,
    )


def pair(
    left: str, right: str, *, left_cue: str = "", right_cue: str = "", direct: str = "both", **more: object
) -> Edition:
    """Two readings, each the whole of a sentence; `direct` says which of them are quotations."""
    made = []
    for n, (words, cue) in enumerate(((left, left_cue), (right, right_cue))):
        is_direct = direct in ("both", ("left", "right")[n])
        text = f"She {cue or 'said'}: “{words}”" if is_direct else f"She {cue or 'said'} {words}."
        made.append(version(text, words, f"{n}.txt", is_direct=is_direct, cue=cue or "said", **more))
    return told(*made)


def relation(given: Edition) -> Relation:
    (found,) = FeatureRelater(Settings()).relate(given.statements[0], given)
    return found


def conflicts(given: Edition) -> tuple[Conflict, ...]:
    return RuleJudge(Settings()).judge(given)


def narrated(*texts: str, **more: object) -> Edition:
    """An edition of documents without a single attribution."""
    return edition(*(document(text, f"{n}.txt") for n, text in enumerate(texts)), **more)


def words(given: Edition, conflict: Conflict) -> list[str]:
    """The exact words that a conflict rests on."""
    texts = {d.id: d.text for d in given.documents}
    return [texts[e.doc][e.start : e.end] for e in conflict.evidence]


def by(doc_attribution: tuple) -> Attribution:
    return doc_attribution[1]
