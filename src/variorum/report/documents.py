"""Documents as the page shows them: their whole text with every quoted passage marked, and the ways back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from variorum.model import Document, RegionKind
from variorum.report.edtf import When, when
from variorum.report.marks import Token, tokens
from variorum.report.places import Back, Block, Noted
from variorum.report.references import References
from variorum.report.words import shortened, shown


@dataclass(frozen=True, slots=True)
class NoteView:
    """A passage named by its first and last words, with the ways back to what rests on it."""

    lemma: str
    anchor: str
    backs: tuple[Back, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockView:
    """One paragraph: its text and marks, and a note for each passage that something rests on."""

    number: int
    anchor: str
    kind: RegionKind
    tokens: tuple[Token, ...]
    notes: tuple[NoteView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentView:
    """One document with its text."""

    anchor: str
    siglum: str
    title: str
    path: str
    outlet: str
    byline: str
    published: When | None
    language: str
    story: Back | None
    sha256: str
    problems: tuple[str, ...]
    blocks: tuple[BlockView, ...]


def document_views(refs: References) -> tuple[DocumentView, ...]:
    """All documents with what has been noted in them so far: to be asked for last."""
    return tuple(_document(d, refs) for d in refs.places.documents)


def _document(document: Document, refs: References) -> DocumentView:
    anchor = refs.places.anchor(document.id)
    return DocumentView(
        anchor=anchor,
        siglum=refs.places.siglum(document.id),
        title=refs.title(document.id),
        path=shown(document.path),
        outlet=shown(document.outlet or ""),
        byline=shown(document.byline or ""),
        published=when(document.published) if document.published else None,
        language=_language(document.language),
        story=refs.story_of(document.id),
        sha256=shown(document.sha256),
        problems=tuple(f"{shown(p.where)}: {shown(p.what)}" for p in document.problems),
        blocks=tuple(_blocks(document, anchor, refs)),
    )


def _language(code: str | None) -> str:
    """The language tag where it is one; nothing that a browser could not read as one."""
    return code if code and code.isascii() and code.replace("-", "").isalnum() else ""


def _blocks(document: Document, anchor: str, refs: References) -> list[BlockView]:
    noted = refs.places.noted(document.id)
    blocks = refs.places.blocks[document.id]
    touching = _touching(blocks, noted)
    return [
        BlockView(
            number=block.number,
            anchor=f"{anchor}-{block.number}",
            kind=block.kind,
            tokens=tuple(tokens(document.text, block, held)),
            notes=tuple(_note(n, refs) for n in held if n.backs and n.span.start >= block.start),
        )
        for block, held in zip(blocks, touching, strict=True)
    ]


def _touching(blocks: Sequence[Block], noted: Sequence[Noted]) -> list[list[Noted]]:
    """For each paragraph the passages that touch it, in text order."""
    held: list[list[Noted]] = [[] for _ in blocks]
    first = 0
    for mark in noted:
        while blocks[first].end <= mark.span.start:
            first += 1
        at = first
        while at < len(blocks) and blocks[at].start < mark.span.end:
            held[at].append(mark)
            at += 1
    return held


def _note(noted: Noted, refs: References) -> NoteView:
    return NoteView(_lemma(refs.lookup.words(noted.span)), noted.anchor, tuple(sorted(noted.backs, key=_rank)))


def _rank(back: Back) -> tuple[int, str, int]:
    kind, _, number = back.anchor.rpartition("-")
    order = ("story", "statement", "conflict", "copy", "event", "occasion", "person")
    return order.index(kind), kind, int(number)


def _lemma(words: str) -> str:
    """The passage as an apparatus names it: whole if short, else its first and last words."""
    parts = words[:200].split()
    if len(parts) <= 5 and len(words) <= 200:
        return shortened(words, 48)
    return f"{shortened(' '.join(parts[:3]), 32)} … {shortened(' '.join(words[-80:].split()[-2:]), 24)}"
