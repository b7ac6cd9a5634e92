"""What the annotator finds in a short text, as words that a test can compare."""

from __future__ import annotations

from dataclasses import dataclass

from builders import document

from variorum.annotate.parse import parse
from variorum.annotate.reporting.attributions import find
from variorum.config import Settings
from variorum.model import Document


@dataclass(frozen=True)
class Told:
    """A draft in words; pieces of a broken-up part are joined by " | "."""

    content: str
    cue: str
    source: str
    antecedent: str
    addressee: str
    quoted: str
    mode: str
    polarity: str
    parent: int | None
    reporter: str
    confidence: float


def told(text: str | Document) -> list[Told]:
    """The attributions of a text, each line a paragraph, in text order."""
    doc = document(text) if isinstance(text, str) else text
    (parsed,) = parse([doc], Settings())

    def words(spans) -> str:
        return " | ".join(doc.text[s.start : s.end] for s in spans)

    return [
        Told(
            content=words(d.content),
            cue=words(d.cue),
            source=words(d.source),
            antecedent=words([d.antecedent] if d.antecedent else []),
            addressee=words(d.addressee),
            quoted=words(d.quoted),
            mode=d.mode,
            polarity=d.polarity,
            parent=d.parent,
            reporter=words([d.reporter] if d.reporter else []),
            confidence=d.confidence,
        )
        for d in find(parsed)
    ]


def only(text: str) -> Told:
    """The one attribution of a text; fails if there are more or none."""
    (found,) = told(text)
    return found


def by_cue(text: str, cue: str) -> Told:
    """The one attribution with this cue; fails if there are more or none."""
    (found,) = [t for t in told(text) if t.cue == cue]
    return found
