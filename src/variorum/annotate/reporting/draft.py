"""An attribution before anybody is identified: the words only."""

from __future__ import annotations

from dataclasses import dataclass

from variorum.model import Mode, Polarity, Span, Spans


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """Who is reported to have said what, by the words of one document.

    `source` is what the sentence itself expresses. Where it expresses nobody but the context does (the
    speaker on the next line, the speaker carried over from the sentence before), `antecedent` holds the
    words there that name the speaker; both empty means that the text names nobody. `parent` is the index
    of the draft in whose content this one lies; `reporter` holds the words that name a teller whom the
    sentence drops but the context supplies ("Berg retorted", where Hale is telling it).
    `addressee` is expressed, `hearer` supplied by the context.
    """

    content: Spans
    cue: Spans = ()
    source: Spans = ()
    antecedent: Span | None = None
    addressee: Spans = ()
    hearer: Span | None = None
    quoted: Spans = ()
    mode: Mode = "indirect"
    polarity: Polarity = "affirmed"
    parent: int | None = None
    reporter: Span | None = None
    confidence: float = 0.5
