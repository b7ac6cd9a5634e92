"""Marks which blocks of a text are title, body, captions and boilerplate: a transparent sum of features.

Every block gets two scores, one for furniture and one for captions, each a sum of weights. Cues speak for
furniture, running text speaks against it; a place before or after the article speaks for it; neighbours
pull a little. A block that reaches EVEN is no body. One document is enough: nothing is learnt from other
pages of the site. The weights were set by hand, case by case, on the five seeds (boilerplate F1 1.00 by
characters), on 383 articles of 94 outlets, and on invented pages (tests/unit/ingest/test_ingest_pages.py).
Words that somebody said must not be lost: fewer than one in a thousand of the attributed contents of
PolNeAR fall outside the body.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from variorum.ingest.blocks import Block, blocks
from variorum.ingest.looks import Look, look
from variorum.ingest.signs import is_message
from variorum.ingest.titles import find_title
from variorum.ingest.zones import PROSE, Zones, find_zones, has_quotation, is_paragraph
from variorum.model import Region, RegionKind, Span

EVEN = 1.0  # the score at which a block is furniture or a caption rather than body
AGAINST = 3.0  # what full-blown running text weighs against furniture
HEAD, CORE, FOOT = 0.75, -0.5, 1.5  # what the place in the document adds: before, in and after the article
AFTER_END, COMMENTS = 2.75, 3.5  # after what ends an article for sure; after readers' comments begin
MENU, MENU_INSIDE = 4.0, 1.8  # for a line of menu words; in the article it may be a cross-head ("Live music")
TO_READER, TO_READER_INSIDE = 4.0, 5.0  # for a line in which the page speaks to its reader
LISTED, IN_LIST = 6, 2.25  # lines below the head of a list of other articles that are of it; what it adds for them
BEFORE_TITLE, UNDER_TITLE = 1.5, 0.75  # for lines above the title, and short ones between it and the article
BEHIND = 0.75  # for an unfinished line behind the article
FREE = 1.5  # from this score on a line between furniture is a caption nevertheless
RUNNING = 2.5  # for a line of the first page that comes back: the running head of a printed text
NEIGHBOUR = 0.25  # how much of a neighbour's score rubs off
BETWEEN = 1.5  # for an unfinished line between two lines that are furniture for sure
LEAST_RUN = 3  # headlines in a row that make a list
PLACED = re.compile(r"^[A-Z].* (?:at|in|on|outside|inside|near|during|with|by|beside|after|before|from)\b")
NUMBER = re.compile(r"\d+")
WINDOW = 3  # lines within which a picture's description is repeated (alternative text and caption)


def regions(
    doc: str, text: str, *, title: str | None = None, captions: frozenset[str] = frozenset()
) -> tuple[Region, ...]:
    """The regions of a document's text, in text order; `title` and `captions`, where known, help to find their lines.

    >>> [r.kind for r in regions("d", "Listen Live\\n\\nMayor Resigns Over Bridge\\n\\nThe mayor of the town has "
    ... "resigned because of the bridge, her office said on Monday in a statement.\\n\\nLeave a Reply")]
    ['boilerplate', 'title', 'body', 'boilerplate']
    """
    found = blocks(text)
    kinds = classify([look(text, b) for b in found], found, title=title)
    spans = [Span(doc, b.start, b.end) for b in found]
    return tuple(
        Region("caption" if text[span.start : span.end] in captions else kind, span)
        for kind, span in zip(kinds, spans, strict=True)
    )


def classify(looks: Sequence[Look], places: Sequence[Block], *, title: str | None = None) -> list[RegionKind]:
    """What kind of region each block is."""
    if not looks:
        return []
    zones = find_zones(looks)
    repeated = _repeated(looks)
    runs = _headline_runs(looks, places, zones)
    running = _running_heads(looks)
    raw = [_furniture(n, looks, zones, runs[n]) + RUNNING * (n in running) for n in range(len(looks))]
    smooth = [score + _from_neighbours(n, raw, looks) for n, score in enumerate(raw)]
    captions = [_caption(n, looks, zones, n in repeated) for n in range(len(looks))]
    titles = find_title(looks, smooth, captions, zones.first, known=title)
    smooth = [score + _from_title(n, looks, zones, titles) for n, score in enumerate(smooth)]
    kinds: list[RegionKind] = []
    for n in range(len(looks)):
        if n in titles:
            kinds.append("title")
        elif captions[n] >= EVEN and (captions[n] > smooth[n] or _is_free(looks[n], captions[n])):
            kinds.append("caption")
        elif smooth[n] >= EVEN:
            kinds.append("boilerplate")
        else:
            kinds.append("caption" if _is_under_title(n, looks, zones, titles) else "body")
    return kinds


def _strength(weights: Sequence[float]) -> float:
    """The strongest cue in full, the others by half: they often say the same."""
    return max(weights) + 0.5 * (sum(weights) - max(weights)) if weights else 0.0


def _furniture(n: int, looks: Sequence[Look], zones: Zones, run: float) -> float:
    x = looks[n]
    if zones.is_memo_head(n) and not any(c.name in ("page number", "classification") for c in x.furniture):
        return -AGAINST
    score = _strength([c.weight for c in (*x.furniture, *x.credits)]) - AGAINST * x.prose + run
    is_outside = zones.is_outside(n)
    score += (MENU if is_outside else MENU_INSIDE) * max(0.0, x.menu - 0.6) / 0.4 * (1.0 if x.words <= 5 else 0.5)
    score += 4.0 * x.is_tags + 4.0 * (x.words == 0)
    score += _from_place(n, zones) + _from_shape(n, looks, zones)
    if x.about and n > zones.last and not has_quotation(x.text):
        score += _strength([c.weight for c in x.about])
    if x.is_byline:
        score += 3.5 if is_outside else 1.5
    if x.is_date:
        score += 3.0 if is_outside else 0.5
    if is_outside and x.words <= 4 and not x.is_final:
        score += 0.5 if x.words == 4 else 0.75
    return score


def _from_shape(n: int, looks: Sequence[Look], zones: Zones) -> float:
    """What shapes add that no cue lists: words to the reader, calls to buy, addresses, names by themselves, dates."""
    x = looks[n]
    is_outside = zones.is_outside(n)
    score = 0.0
    if (x.to_reader or x.sells) and not zones.is_addressed:
        score += TO_READER if is_outside else TO_READER_INSIDE
    if x.has_address and not x.has_verb:
        score += 3.0
    is_label = not x.is_final and x.text[-1] != ":" and x.words <= 12
    if is_outside and is_label and x.has_day and not (x.has_verb or x.captions):
        score += 2.0
    if n > zones.last + zones.speaker_lines and not x.is_final and x.text[-1] != ":" and not is_message(x.text):
        score += BEHIND
    if is_outside and x.is_names:
        beside = [looks[m] for m in (n - 1, n + 1) if 0 <= m < len(looks)]
        score += 3.0 * any(b.is_date or b.is_byline or b.has_day or b.furniture for b in beside)
    if not is_outside and not x.is_stopped and x.words <= 28:
        above = looks[max(0, n - LISTED) : n]
        score += IN_LIST * (_is_listed(above) and not has_quotation(x.text))
    return score


def _is_listed(above: Sequence[Look]) -> bool:
    """Whether one of the lines above is the head of a list of other articles or of keywords, with no sentence since."""
    for x in reversed(above):
        if any(c.name in ("related header", "tags") for c in x.furniture) and x.words <= 8:
            return True
        if x.is_final:
            return False
    return False


def _from_place(n: int, zones: Zones) -> float:
    if not zones.is_outside(n):
        return CORE
    if n < zones.first:
        return HEAD
    if n > zones.comments:
        return COMMENTS
    return AFTER_END if n > zones.end else FOOT


def _from_neighbours(n: int, raw: Sequence[float], looks: Sequence[Look]) -> float:
    """What rubs off from the lines before and after; an unfinished line between two sure ones is one of them."""
    around = [raw[m] for m in (n - 1, n + 1) if 0 <= m < len(raw)]
    pull = NEIGHBOUR * sum(max(-1.0, min(2.0, score)) for score in around)
    is_between = len(around) == 2 and min(around) >= 2.0 and looks[n].words <= 15 and not looks[n].is_stopped
    return pull + BETWEEN * is_between


def _headline_runs(looks: Sequence[Look], places: Sequence[Block], zones: Zones) -> list[float]:
    """For each block, how much it looks like one of a list of headlines: three or more in a row.

    Lists of related articles stand line under line, often under a heading of their own; cross-heads and
    set-off quotations stand alone between paragraphs. A line that ends in a colon announces a list of the
    article's own, and within the article verses and lists are commoner than headlines.
    """
    out = [0.0] * len(looks)
    spaces = [p.gap > 0 for p, x in zip(places[1:], looks[1:], strict=True) if is_paragraph(x)]
    is_spaced = 2 * sum(spaces) > len(spaces)
    start = 0
    while start < len(looks):
        end = start
        while end < len(looks) and looks[end].is_headline_like and looks[end].words >= 4 and not looks[end].furniture:
            end += 1
        before = looks[start - 1] if start else None
        is_announced = before is not None and before.text.endswith(":") and not before.furniture
        if end - start >= LEAST_RUN and not is_announced:
            is_tight = is_spaced and all(p.gap == 0 for p in places[start + 1 : end])
            weight = (1.0 + is_tight) if start > zones.last else 0.25 + 0.25 * is_tight
            weight += 1.5 * (before is not None and any(c.name == "related header" for c in before.furniture))
            out[start:end] = [weight] * (end - start)
        start = max(end, start + 1)
    return out


def _is_free(x: Look, caption: float) -> bool:
    """Whether a line reads as the description of a picture and as no furniture, whatever stands around it."""
    return caption >= FREE and not (x.furniture or x.credits or x.is_date or x.is_byline or x.menu or x.is_names)


def _is_under_title(n: int, looks: Sequence[Look], zones: Zones, titles: Sequence[int]) -> bool:
    """Whether a line that is nothing else describes the picture that stands between title and article."""
    x = looks[n]
    if not titles or not titles[-1] + 1 < n < zones.first or zones.memo or x.is_final:
        return False
    if any(titles[-1] < m < zones.first and not looks[m].is_final and not looks[m].furniture for m in (n - 1, n + 1)):
        return False  # a list of what matters
    return 5 <= x.words <= 30 and not (x.has_verb or has_quotation(x.text)) and bool(PLACED.search(x.text))


def _from_title(n: int, looks: Sequence[Look], zones: Zones, titles: Sequence[int]) -> float:
    """What the title adds for the lines above it, and for short ones between it and the article."""
    x = looks[n]
    is_sentence = x.is_stopped and (x.words > 6 or x.has_verb)
    if not titles or n >= zones.first or is_sentence or x.captions or has_quotation(x.text) or x.text[-1] == ":":
        return 0.0
    if n < titles[0]:
        return 0.0 if zones.memo else BEFORE_TITLE  # over a memorandum stands what it is, not a menu
    return UNDER_TITLE if x.words <= 8 else 0.0


def _running_heads(looks: Sequence[Look]) -> set[int]:
    """Short lines that come back page after page, but for their numbers, beside the number of a page or with one."""
    places: dict[str, list[int]] = {}
    for n, x in enumerate(looks):
        if 2 <= x.words <= 12 and not x.is_final and not x.text.endswith(":"):
            places.setdefault(NUMBER.sub("#", x.text), []).append(n)
    out: set[int] = set()
    for line, found in places.items():
        is_far = len(found) > 1 and found[-1] - found[0] > WINDOW
        if is_far and ("#" in line or any(_is_paged(looks, n) for n in found)):
            out.update(found)
    return out


def _is_paged(looks: Sequence[Look], n: int) -> bool:
    beside = [looks[m] for m in (n - 1, n + 1) if 0 <= m < len(looks)]
    return any(c.name == "page number" for b in beside for c in b.furniture)


def _repeated(looks: Sequence[Look]) -> set[int]:
    """Lines that stand twice within a few lines: a picture's alternative text and its caption."""
    seen: dict[str, int] = {}
    out: set[int] = set()
    for n, x in enumerate(looks):
        if x.words >= 4 and n - seen.get(x.text, -WINDOW - 1) <= WINDOW:
            out |= {n, seen[x.text]}
        if x.words >= 4 and any(_goes_beyond(looks[m], x) for m in range(max(0, n - WINDOW), n)):
            out.add(n)
        seen[x.text] = n
    return out


def _goes_beyond(long: Look, short: Look) -> bool:
    """Whether a caption above is this line with a credit behind it."""
    return bool(long.captions) and long.text != short.text and long.text.startswith(short.text)


def _caption(n: int, looks: Sequence[Look], zones: Zones, is_repeated: bool) -> float:
    """How much this describes a picture: its wording, its double, a credit beside it, its unfinished end."""
    x = looks[n]
    if x.words < 4 or (x.credits and x.words <= 8) or sum(c.weight for c in x.furniture) >= 3:
        return 0.0
    score = _strength([c.weight for c in x.captions]) + 3.0 * is_repeated
    beside = [looks[m] for m in (n - 1, n + 1) if 0 <= m < len(looks)]
    is_described = PLACED.search(x.text) and not x.has_verb and x.words <= 25
    if any(b.credits and b.words <= 10 for b in beside) and x.text[-1] != ":" and (is_described or not x.is_final):
        score += 1.5
    if not x.is_final and zones.first < n <= zones.last:
        score += 0.25
    elif n < zones.first and score >= EVEN:
        score += 0.5
    if x.prose >= PROSE and x.has_verb:  # captions speak in the present tense, which has no verb that is known here
        score -= 2.0 if x.is_stopped else 1.5
    if has_quotation(x.text) and x.has_verb and x.is_final:
        score -= 1.5
    return score - 1.0 * (x.words > 60)
