"""How the page puts things in words: confidence, relations, kinds; and words of documents made safe to show."""

from __future__ import annotations

import re
from dataclasses import dataclass

from variorum.model import ConflictKind, Direction, Mode, Polarity, RelationKind, ReuseKind, Severity

# Thresholds of the verbal scale: even steps over the range in which confidences mean anything to a reader.
SCALE = ((0.85, "very likely"), (0.65, "likely"), (0.4, "possible"), (0.0, "doubtful"))
LIKELY = 0.65  # what "only the surer ones" keeps: from "likely" upwards

SEVERITIES: tuple[Severity, ...] = ("high", "medium", "low")
RELATIONS: dict[RelationKind, str] = {
    "identical": "word for word the same",
    "trimmed": "the same, one of them cut",
    "reworded": "partly reworded",
    "paraphrase": "told in other words",
    "altered": "altered in meaning",
    "contradictory": "contradicts it",
}
CONFLICTS: dict[ConflictKind, str] = {
    "wording": "Wording",
    "speaker": "Speaker",
    "date": "Date",
    "place": "Place",
    "number": "Number",
    "polarity": "Yes or no",
    "outcome": "Outcome",
    "suspected-corruption": "Suspected corruption",
    "other": "Other",
}
MODES: dict[Mode, str] = {"direct": "quoted", "mixed": "partly quoted", "indirect": "in indirect speech"}
POLARITIES: dict[Polarity, str] = {"affirmed": "", "denied": "denied", "questioned": "questioned"}
REUSES: dict[ReuseKind, str] = {
    "copied": "copied",
    "shared-source": "both from one origin",
    "quotation": "the same quotation",
}
DIRECTIONS: dict[Direction, str] = {
    "a-from-b": "the first from the second",
    "b-from-a": "the second from the first",
    "unknown": "direction unknown",
}

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
# Overriding and embedding marks can make words read otherwise than they stand; lone surrogates cannot be written.
_UNSHOWABLE = re.compile(r"[\x80-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def shown(text: str) -> str:
    """Words of a document fit to be shown: what would be invisible or mislead stands as a symbol, one for one.

    >>> shown("a\\x00b\\u202ec")
    'a␀b␦c'
    """
    if text.isascii() and text.isprintable():
        return text
    plain = _CONTROL.sub(lambda m: "␡" if m.group() == "\x7f" else chr(0x2400 + ord(m.group())), text)
    return _UNSHOWABLE.sub("␦", plain)


def shortened(text: str, longest: int = 60) -> str:
    """The words on one line, cut at a word where they are too long.

    >>> shortened("one two  three", 9)
    'one two …'
    """
    line = " ".join(shown(text[: longest * 4]).split())
    if len(line) <= longest:
        return line
    return line[: longest - 1].rsplit(" ", 1)[0].rstrip(",;:–— ") + " …"


@dataclass(frozen=True, slots=True)
class Confidence:
    """How sure the machine is, in words and as a number."""

    words: str
    number: str

    def __str__(self) -> str:
        return f"{self.words} ({self.number})"


def confidence(score: float) -> Confidence:
    """The score in words, with the number beside it.

    >>> str(confidence(0.7))
    'likely (0.70)'
    """
    words = next((words for least, words in SCALE if score >= least), "doubtful")
    return Confidence(words, f"{score:.2f}")


def count(number: int, one: str, many: str = "") -> str:
    """A number with its noun.

    >>> count(1, "witness", "witnesses"), count(3, "line"), count(0, "line")
    ('1 witness', '3 lines', 'no lines')
    """
    noun = one if number == 1 else many or one + "s"
    return f"{number or 'no'} {noun}"


def listing(names: list[str]) -> str:
    """Names as one says them.

    >>> listing(["A", "B", "C"])
    'A, B and C'
    """
    return names[0] if len(names) == 1 else " and ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))
