"""The stemmata as GraphML, for programs that draw and measure graphs (yEd, Gephi, NetworkX)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar
from xml.sax.saxutils import escape, quoteattr

from variorum.config import Settings
from variorum.lookup import Lookup
from variorum.model import Edition, Statement, Stemma
from variorum.report.words import shown

HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">"""
KEYS = (
    ("label", "node", "string"), ("kind", "node", "string"), ("words", "node", "string"),
    ("document", "node", "string"), ("statement", "node", "string"), ("unknown", "node", "string"),
    ("descent", "edge", "string"), ("confidence", "edge", "double"), ("reasons", "edge", "string"),
)  # fmt: skip
NOT_IN_XML = re.compile("[\ufffe\uffff]")


class GraphmlExporter:
    """Writes the stemmata as one GraphML graph: readings and common texts as nodes, descent as directed edges."""

    name: ClassVar[str] = "report.graphml/1"
    suffix: ClassVar[str] = ".graphml"

    def __init__(self, settings: Settings) -> None:
        self.settings = settings

    def export(self, edition: Edition) -> str:
        """The graph, from origins to descendants; a node whose origin is unknown says in `unknown` why."""
        lookup = Lookup(edition)
        lines = [HEAD]
        lines += [f'<key id="{k}" for="{of}" attr.name="{k}" attr.type="{kind}"/>' for k, of, kind in KEYS]
        lines.append('<graph id="stemmata" edgedefault="directed">')
        for stemma in edition.stemmata:
            if stemma.statement in lookup.statements:
                lines += _stemma(stemma, lookup.statements[stemma.statement], lookup)
        return "\n".join([*lines, "</graph>", "</graphml>"]) + "\n"


def _stemma(stemma: Stemma, statement: Statement, lookup: Lookup) -> Iterator[str]:
    nodes: dict[str, dict[str, str]] = {}
    for reading in statement.readings:
        document = lookup.documents.get(reading.witness)
        if document:
            nodes[reading.id] = {"label": document.siglum, "kind": "reading", "words": lookup.quote(reading.spans),
                                 "document": document.path}  # fmt: skip
    for a in stemma.ancestors:
        nodes[a.id] = {"label": a.siglum, "kind": "named" if a.is_named else "inferred", "words": a.label}
    descents = [d for d in stemma.descents if d.child in nodes]
    for d in descents:
        why = {} if d.parent in nodes else {"unknown": " ".join(r.text for r in d.reasons)}
        held = {**nodes[d.child], "statement": statement.label or statement.id, **why}
        yield f"<node id={_id(stemma, d.child)}>{_data(held)}</node>"
    for d in descents:
        if d.parent in nodes:
            told = {"descent": d.kind, "confidence": str(d.confidence), "reasons": " ".join(r.text for r in d.reasons)}
            ends = f"source={_id(stemma, d.parent or '')} target={_id(stemma, d.child)}"
            yield f"<edge {ends}>{_data(told)}</edge>"


def _id(stemma: Stemma, node: str) -> str:
    """A node's id: readings may have one id in several statements."""
    return quoteattr(_plain(f"{stemma.statement}/{node}"))


def _data(held: dict[str, str]) -> str:
    return "".join(f'<data key="{key}">{escape(_plain(value))}</data>' for key, value in held.items())


def _plain(text: str) -> str:
    """The text without what XML cannot hold."""
    return NOT_IN_XML.sub("\ufffd", shown(text))
