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

from collections.abc import Sequence

from variorum.ingest.blocks import Block, blocks
from variorum.ingest.looks import Look, look
from variorum.ingest.titles import find_title
from variorum.ingest.zones import PROSE, Zones, find_zones, has_quotation, is_paragraph
from variorum.model import Region, RegionKind, Span

EVEN = 1.0  # the score at which a block is furniture or a caption rather than body
AGAINST = 3.0  # what full-blown running text weighs against furniture
HEAD, CORE, FOOT = 0.75, -0.5, 1.5  # what the place in the document adds: before, in and after the article
AFTER_END, COMMENTS = 2.75, 3.5  # after what ends an article for sure; after readers' comments begin
MENU, MENU_INSIDE = 4.0, 1.8  # for a line of menu words; in the article it may be a cross-head ("Live music")
NEIGHBOUR = 0.25  # how much of a neighbour's score rubs off
BETWEEN = 1.5  # for an unfinished line between two lines that are furniture for sure
LEAST_RUN = 3  # headlines in a row that make a list
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
    raw = [_furniture(n, looks, zones, runs[n]) for n in range(len(looks))]
    smooth = [score + _from_neighbours(n, raw, looks) for n, score in enumerate(raw)]
    captions = [_caption(n, looks, zones, n in repeated) for n in range(len(looks))]
    titles = find_title(looks, smooth, captions, zones.first, known=title)
    kinds: list[RegionKind] = []
    for n in range(len(looks)):
        if n in titles:
            kinds.append("title")
        elif captions[n] >= EVEN and captions[n] > smooth[n]:
            kinds.append("caption")
        else:
            kinds.append("boilerplate" if smooth[n] >= EVEN else "body")
    return kinds


def _strength(weights: Sequence[float]) -> float:
    """The strongest cue in full, the others by half: they often say the same."""
    return max(weights) + 0.5 * (sum(weights) - max(weights)) if weights else 0.0


def _furniture(n: int, looks: Sequence[Look], zones: Zones, run: float) -> float:
    x = looks[n]
    score = _strength([c.weight for c in (*x.furniture, *x.credits)]) - AGAINST * x.prose + run
    is_outside = zones.is_outside(n)
    score += (MENU if is_outside else MENU_INSIDE) * max(0.0, x.menu - 0.6) / 0.4 * (1.0 if x.words <= 5 else 0.5)
    score += 4.0 * x.is_tags + 4.0 * (x.words == 0)
    score += _from_place(n, zones)
    if x.about and n > zones.last and not has_quotation(x.text):
        score += _strength([c.weight for c in x.about])
    if x.is_byline:
        score += 3.5 if is_outside else 1.5
    if x.is_date:
        score += 3.0 if is_outside else 0.5
    if is_outside and x.words <= 4 and not x.is_final:
        score += 0.5 if x.words == 4 else 0.75
    return score


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


def _repeated(looks: Sequence[Look]) -> set[int]:
    """Lines that stand twice within a few lines: a picture's alternative text and its caption."""
    seen: dict[str, int] = {}
    out: set[int] = set()
    for n, x in enumerate(looks):
        if x.words >= 4 and n - seen.get(x.text, -WINDOW - 1) <= WINDOW:
            out |= {n, seen[x.text]}
        seen[x.text] = n
    return out


def _caption(n: int, looks: Sequence[Look], zones: Zones, is_repeated: bool) -> float:
    """How much this describes a picture: its wording, its double, a credit beside it, its unfinished end."""
    x = looks[n]
    if x.words < 4 or (x.credits and x.words <= 8) or sum(c.weight for c in x.furniture) >= 3:
        return 0.0
    score = _strength([c.weight for c in x.captions]) + 3.0 * is_repeated
    beside = [looks[m] for m in (n - 1, n + 1) if 0 <= m < len(looks)]
    if any(b.credits and b.words <= 10 for b in beside) and not x.is_final and x.text[-1] != ":":
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
