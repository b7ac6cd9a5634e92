"""The tree as records: Greek letters for the common texts, reasons for every edge and for every missing one."""

from __future__ import annotations

from variorum.judge.stemma.growth import Node, Tree
from variorum.judge.stemma.versions import precedes
from variorum.model import Ancestor, Descent, Reason, Stemma, identifier

GREEK = "αβγδεζηθικλμνξοπρστυφχψω"


def described(tree: Tree) -> Stemma:
    """The stemma of the tree, each node after what it comes from."""
    statement = tree.versions.statement.id
    order = _order(tree)
    ids = {key: key if tree.nodes[key].is_reading else identifier("x", statement, key) for key in order}
    common = [key for key in order if not tree.nodes[key].is_reading]
    return Stemma(
        statement=statement,
        ancestors=tuple(
            Ancestor(
                id=ids[key], siglum=greek(n), label=_label(tree.nodes[key], tree), is_named=bool(tree.nodes[key].key)
            )
            for n, key in enumerate(common)
        ),
        descents=tuple(_descent(tree.nodes[key], ids, tree) for key in order),
    )


def _order(tree: Tree) -> list[str]:
    """The nodes from the roots down, each root and each branch by the first witness below it."""
    first = {key: min(tree.versions.order[r] for r in tree.below(key)) for key in tree.nodes}
    found: list[str] = []
    waiting = sorted((k for k, n in tree.nodes.items() if n.parent is None), key=lambda k: first[k], reverse=True)
    while waiting:
        key = waiting.pop()
        found.append(key)
        waiting += sorted((c.id for c in tree.children(key)), key=lambda k: first[k], reverse=True)
    return found


def greek(number: int) -> str:
    """The letter for the nth common text, counted from 0.

    >>> greek(0), greek(25)
    ('α', 'β2')
    """
    turn, place = divmod(number, len(GREEK))
    return GREEK[place] + (str(turn + 1) if turn else "")


def _label(node: Node, tree: Tree) -> str:
    if node.key:
        return node.label
    names = list(dict.fromkeys(tree.versions.name(r) for r in tree.below(node.id)))
    *rest, last = names
    named = f"{', '.join(rest)} and {last}" if rest else f"the readings of {last}"
    return f"what {named} have in common; it may be one of them"


def _descent(node: Node, ids: dict[str, str], tree: Tree) -> Descent:
    reasons = [*node.reasons, *node.remarks]
    if node.parent is None:
        reasons.append(_nothing(node, tree))
    return Descent(
        child=ids[node.id],
        parent=ids[node.parent] if node.parent else None,
        kind=node.kind if node.parent else "unknown",
        confidence=node.confidence,
        reasons=tuple({r.text: r for r in reasons}.values()),
    )


def _nothing(node: Node, tree: Tree) -> Reason:
    """Why a node has nothing above it."""
    if node.key:
        return Reason(feature="not among them", text="It is none of the documents; they only name it.", score=0.0)
    if not node.is_reading:
        return Reason(feature="undecided", text="Nothing among the documents tells where this comes from.", score=0.0)
    versions = tree.versions
    own = versions.document(node.id)
    others = [d for w in versions.by_witness if (d := versions.lookup.documents[w]).id != own.id]
    if others and all(precedes(own, d) for d in others):
        text = f"{versions.name(node.id)} was published before all the others ({own.published})."
        return Reason(feature="earliest", text=text, score=0.0)
    return Reason(feature="undecided", text="Nothing decides from which other reading it comes.", score=0.0)
