"""Whether a short answer or reaction assents, holds back or refuses, and how firmly."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from variorum.judge.wording import Wording
from variorum.model import Span

Attitude = Literal["assent", "reserve", "refusal"]
LONGEST_ANSWER = 18  # words; in longer readings a "no" or a "yes" is seldom the answer itself
# Each: what it shows, how firmly (3 outright, 2 favourable or unfavourable, 1 not against), and the words.
# The order matters: set phrases with a negation in them come before the plain words.
WORDS: tuple[tuple[Attitude, int, str], ...] = (
    ("assent", 1, r"no objections?|(?:do|does|did|would|will)(?: not|n['’]t) (?:object|mind|oppose|rule out)"),
    ("assent", 1, r"why not|(?:not|never|n['’]t) (?:been )?(?:against|opposed|averse)|nothing against"),
    ("assent", 1, r"(?:cannot|can['’]t|could not|not) be (?:excluded|ruled out)|has not ruled out"),
    ("refusal", 3, r"(?:did|does|do|would|will|could|can)(?: not|n['’]t) (?:agree|accept|consent|approve)"),
    ("refusal", 3, r"(?:not|never|hardly) (?:be )?(?:possible|acceptable|agreed|accepted|approved|happen)"),
    ("refusal", 3, r"no way|never|won['’]t|impossible|out of the question|no intention|unacceptable|unthinkable"),
    ("refusal", 3, r"refus(?:e[sd]?|ing|al)|reject(?:s|ed|ing|ion)?|declin(?:e[sd]?|ing)"),
    ("refusal", 3, r"turn(?:s|ed|ing)? (?:it )?down|discard(?:s|ed|ing)?|dismiss(?:es|ed|ing|al)?"),
    ("refusal", 3, r"veto(?:es|ed|ing)?|rul(?:es|ed|ing) out|dropped"),
    ("refusal", 2, r"objects?|objected|objecting|oppos(?:es|ed|ing)|against|objections?|disagree[sd]?"),
    ("reserve", 2, r"restrained(?:ly)?|reserved(?:ly)?|cool(?:ly)?|cautious(?:ly)?|evasive(?:ly)?|lukewarm|muted"),
    ("reserve", 2, r"non-?committal(?:ly)?|s[ck]eptical(?:ly)?|hesita(?:nt|ted|nce)|reluctan(?:t|tly|ce)|wary|warily"),
    ("reserve", 2, r"(?:did|does|do)(?: not|n['’]t) (?:mention|answer|reply|respond)|unenthusiastic(?:ally)?"),
    ("assent", 3, r"yes|agree[sd]?|agreement|concur(?:s|red)?|accept(?:s|ed|ance)?|consent(?:s|ed)?"),
    ("assent", 3, r"approv(?:es|ed|al)|of course|absolutely|gladly|welcom(?:es|ed)|endors(?:es|ed)"),
    ("assent", 3, r"embrac(?:es|ed)|support(?:s|ed)?"),
    ("assent", 2, r"warm(?:ly)?|favou?rabl[ey]|positive(?:ly)?|appreciat(?:es|ed)|enthusias(?:m|tic|tically)"),
    ("assent", 2, r"(?:i )?think so|open to|interest(?:ing|ed)|willing(?:ness)?|eager|keen|glad|happy"),
    ("assent", 2, r"(?:prepared|ready) to"),
)
SIGNS = tuple(
    (attitude, strength, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)) for attitude, strength, words in WORDS
)
ANSWER_NO = re.compile(r"(?:^|[,.;:!?—–-]\s*|[\"'“‘])no(?=\s*(?:[,.;:!?—–-]|$|[\"'”’]))", re.IGNORECASE)
NEGATION_BEFORE = re.compile(r"\b(?:not|n['’]t|never|no longer|hardly|without|nor)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
TURNED: dict[Attitude, Attitude] = {"assent": "refusal", "refusal": "assent", "reserve": "assent"}


@dataclass(frozen=True, slots=True)
class Stance:
    """What an answer shows, how firmly (1 to 3), and the words that show it."""

    attitude: Attitude
    strength: int
    words: Span


def stance(wording: Wording) -> Stance | None:
    """The stance that a short reading takes; None for a long one, or where nothing shows it."""
    spans = wording.reading.spans
    if not spans or len(spans) > 1 or len(wording.words) > LONGEST_ANSWER:
        return None
    found = read_stance(wording.text)
    if not found:
        return None
    attitude, strength, (start, end) = found
    return Stance(attitude, strength, Span(spans[0].doc, spans[0].start + start, spans[0].start + end))


def read_stance(text: str) -> tuple[Attitude, int, tuple[int, int]] | None:
    """Attitude, firmness and place of the words in a short text that show it.

    >>> read_stance("Why not?"), read_stance("No, that is not possible.")
    (('assent', 1, (0, 7)), ('refusal', 3, (0, 2)))
    """
    answer = ANSWER_NO.search(text)
    if answer:
        return "refusal", 3, (answer.end() - 2, answer.end())
    for attitude, strength, pattern in SIGNS:
        m = pattern.search(text)
        if m:
            negation = NEGATION_BEFORE.search(text[: m.start()])
            if not negation:
                return attitude, strength, m.span()
            return TURNED[attitude], max(1, strength - 1), (negation.start(), m.end())
    return None


def are_opposed(a: Stance, b: Stance) -> bool:
    """Whether one assents where the other holds back or refuses."""
    return (a.attitude == "assent") != (b.attitude == "assent")
