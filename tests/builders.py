"""Small makers of records with defaults, so that a test shows only what it is about."""

from __future__ import annotations

from variorum.model import Actor, Attribution, Document, Edition, Reading, Region, Span, identifier


def document(text: str, name: str = "a.txt", **more: object) -> Document:
    """A document whose lines are all body, unless `regions` says otherwise."""
    key = identifier("d", name, text)
    if "regions" not in more:
        more["regions"] = tuple(_body(key, text))
    return Document(id=key, path=name, text=text, sha256="0" * 64, **{"siglum": name[:1].upper(), **more})


def _body(key: str, text: str):
    at = 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            yield Region("body", Span(key, at, at + len(line.rstrip("\n"))))
        at += len(line)


def span(doc: Document, words: str, nth: int = 0) -> Span:
    """Where these words stand in the document, the nth time that they do; fails if they don't."""
    at = -1
    for _ in range(nth + 1):
        at = doc.text.index(words, at + 1)
    return Span(doc.id, at, at + len(words))


def actor(name: str, kind: str = "person", **more: object) -> Actor:
    return Actor(id=identifier("a", name), kind=kind, name=name, **more)


def attribution(doc: Document, content: str, **more: object) -> Attribution:
    """An attribution whose content (and cue, source ... if given as words) are looked up in the document."""
    for part in ("cue", "source", "addressee", "quoted"):
        if isinstance(more.get(part), str):
            more[part] = (span(doc, more[part]),)
    place = span(doc, content)
    return Attribution(id=identifier("t", doc.id, place, more.get("cue")), doc=doc.id, content=(place,), **more)


def reading(doc: Document, words: str, *attributions: Attribution) -> Reading:
    place = span(doc, words)
    return Reading(
        id=identifier("r", doc.id, place),
        witness=doc.id,
        attributions=tuple(a.id for a in attributions),
        spans=(place,),
    )


def edition(*documents: Document, **more: object) -> Edition:
    return Edition(documents=tuple(sorted(documents, key=lambda d: d.id)), **more)
