"""Headlines in the case of running text, so that the parser, which was taught on sentences, can read them."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

WORD = re.compile(r"[A-Za-z][A-Za-z'’]*")
SMALL = frozenset(
    WORD.findall(
        """
    a about after again against all also amid an and any are as asked asks at back be been before but by call
    called calls can claim claims could denies deny did do does down for from had has have he her him his how if
    in into is it its like might more must my never no not of off on once only or our out over reveal revealed
    reveals said say says she should so tell tells than that the their them they thinks this to told too under
    up urge urges us vows want wants warn warns was we were what when where who why with would you your
    """
    )
)
CAPITALS = 0.6  # share of longer words with a capital from which a line is in headline case


def sentence_case(title: str, text: str) -> str:
    """The headline with small letters where the article itself writes the word small; of the same length.

    >>> sentence_case("Mayor Says He Asked Anna Berg", "The mayor says that he met Anna Berg.")
    'Mayor says he asked Anna Berg'
    """
    found = list(WORD.finditer(title))
    longer = [m.group() for m in found if len(m.group()) > 3]
    if len(longer) < 3 or sum(w[0].isupper() for w in longer) < CAPITALS * len(longer):
        return title
    is_loud = all(w.isupper() for w in longer)
    counts = _counts(text)
    recased = list(title)
    for n, m in enumerate(found):
        word = _recased(m.group(), counts, is_first=n == 0, is_loud=is_loud)
        recased[m.start() : m.end()] = word
    return "".join(recased)


@lru_cache(maxsize=2)
def _counts(text: str) -> Counter[str]:
    """How often each form of a word occurs in the article; kept, since an article may have many headings."""
    return Counter(WORD.findall(text))


def _recased(word: str, counts: Counter[str], *, is_first: bool, is_loud: bool) -> str:
    small, capital = word.lower(), word[:1].upper() + word[1:].lower()
    if is_first or (word == "I" and not is_loud) or (word.isupper() and len(word) > 1 and not is_loud):
        return capital if is_loud and counts[word] - 1 <= counts[small] + counts[capital] else word
    if small in SMALL or counts[small] >= max(1, counts[capital]):
        return small
    return capital if is_loud and counts[word] - 1 <= counts[capital] else word
