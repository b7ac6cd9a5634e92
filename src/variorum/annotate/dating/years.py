"""Whether four digits are a year: "in 2000", "the 2017 report", "(1999)", and not "2000 people"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from variorum.annotate.parsed import Block
from variorum.annotate.people.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token

LEADS = frozenset(
    [
        "in",
        "since",
        "until",
        "till",
        "during",
        "before",
        "after",
        "by",
        "from",
        "through",
        "of",
        "around",
        "circa",
        "about",
        "late",
        "early",
        "mid",
        "year",
        "for",
        "to",
        "between",
        "throughout",
        "past",
    ]
)
SURE_LEADS = words("in since until till during circa late early mid year throughout")
COUNTED = frozenset(
    [
        "percent",
        "per",
        "people",
        "men",
        "women",
        "troops",
        "soldiers",
        "jobs",
        "points",
        "votes",
        "dollars",
        "euros",
        "pounds",
        "rubles",
        "yuan",
        "yen",
        "miles",
        "km",
        "kilometers",
        "kilometres",
        "metres",
        "meters",
        "feet",
        "tons",
        "tonnes",
        "hours",
        "minutes",
        "calories",
        "degrees",
        "million",
        "billion",
        "thousand",
        "mg",
        "kg",
        "mph",
        "rpm",
        "hp",
        "ft",
        "m",
        "cc",
    ]
)
EVENTS = frozenset(
    [
        "elections",
        "games",
        "olympics",
        "protests",
        "riots",
        "attacks",
        "talks",
        "floods",
        "championships",
        "hearings",
        "sanctions",
        "wars",
        "primaries",
        "bombings",
        "midterms",
        "fires",
        "negotiations",
        "agreements",
        "accords",
        "reforms",
        "awards",
        "finals",
        "earnings",
        "results",
        "killings",
        "shootings",
        "polls",
        "figures",
        "numbers",
        "presidentials",
        "events",
    ]
)
ALONE = re.compile(r"[^\w]*\d{4}[^\w]*")


def is_year(block: Block, start: int, end: int, *, is_listed: bool = False) -> bool:
    """Whether these digits of a block are a year, judged by the words around them.

    `is_listed` tells that they continue a list of years ("in 1903, 1911 and 1925").
    """
    token = block.token_at(block.start + start)
    if token is None or _is_part_of_number(block.text, start, end):
        return False
    before = token.nbor(-1) if token.i > 0 else None
    after = token.nbor() if token.i + 1 < len(block.tokens) else None
    is_led = before is not None and before.lower_ in SURE_LEADS
    if after is not None and (after.lower_ in COUNTED or (after.like_num and not is_led)):
        return False
    if after is not None and after.tag_ == "NNS" and after.lower_ not in EVENTS:
        return is_led and token.text[2:] != "00"
    if before is not None and before.text == "," and after is None and len(block.tokens) <= 12:
        return True  # a caption or a signature: "Ann Hale, President, 1998"
    if is_listed or ALONE.fullmatch(token.sent.text):
        return True
    if before is not None and before.lower_ in LEADS:
        return True
    # the digits may be but a part of the token ("minutes-2014"): only the match says which they are
    is_recent = 1900 <= int(block.text[start:end][:4]) < 2050
    return _is_set_off(before, after) or (is_recent and _names_an_event(token, before, after))


def _is_part_of_number(text: str, start: int, end: int) -> bool:
    before, after = text[max(0, start - 1) : start], text[end : end + 2]
    if before and before in "$£€¥#.,/:_@+©" and not (before in ".," and not text[max(0, start - 2)].isdigit()):
        return True
    return re.match(r"%|[.,:/]\d|\d|[A-Za-z_@]|-\d", after) is not None


def _is_set_off(before: Token | None, after: Token | None) -> bool:
    return before is not None and after is not None and before.text == "(" and after.text in (")", ",", ";")


def _names_an_event(token: Token, before: Token | None, after: Token | None) -> bool:
    """ "The 2000 meeting", "Norland's 2014 annexation", "a 2017 report"."""
    if after is None or not after.is_alpha:
        return False
    noun = token.head if token.head.i > token.i else after
    is_singular = noun.tag_ in ("NN", "NNP") or noun.lower_ in EVENTS
    is_led = before is not None and (before.pos_ in ("DET", "ADJ", "PRON") or before.tag_ in ("POS", "PRP$"))
    starts = before is None or token.is_sent_start is True
    is_compound = token.dep_ in ("nummod", "compound", "amod", "nmod") and noun.i > token.i
    return is_singular and (
        is_led or starts or (is_compound and before is not None and before.pos_ not in ("PROPN", "NOUN"))
    )
