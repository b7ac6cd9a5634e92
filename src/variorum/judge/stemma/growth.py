"""The tree that the grounds bear: links first, then common texts above what is left, then origins that are named."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from variorum.judge.stemma.grounds import Kinship, Link, Rest, sure
from variorum.judge.stemma.versions import Versions
from variorum.model import DescentKind, Reason

HALF = 0.8  # of a ground, where not all that come from a common text name the origin

PASSAGES = ("alike", "copied")  # common texts that passages show: worded much alike, or copied word for word


@dataclass(slots=True)
class Node:
    """A reading or a common text, with what it comes from and why; `key` tells a named origin."""

    id: str
    parent: str | None = None
    kind: DescentKind = "unknown"
    reasons: list[Reason] = field(default_factory=list)
    remarks: list[Reason] = field(default_factory=list)
    key: tuple[str, ...] = ()
    label: str = ""
    is_reading: bool = True
    shared: str = ""

    @property
    def confidence(self) -> float:
        """How firmly its reasons bear the edge above it; 0 where there is none."""
        return sure(tuple(self.reasons)) if self.parent else 0.0


class Tree:
    """The descent of one statement's readings; it grows by grounds and never has a circle."""

    def __init__(self, versions: Versions) -> None:
        self.versions = versions
        self.nodes = {key: Node(key) for key in versions.readings}
        self._below: dict[str, list[str]] = defaultdict(list)

    def link(self, links: Iterable[Link]) -> None:
        """Lets each reading come from the one that most speaks for; what speaks for others becomes a remark."""
        found: dict[tuple[str, str], list[Link]] = defaultdict(list)
        for link in links:
            found[link.child, link.parent].append(link)
        order = self.versions.order
        for (child, parent), held in sorted(
            found.items(), key=lambda x: (-sure(_reasons(x[1])), order[x[0][0]], order[x[0][1]])
        ):
            node, reasons = self.nodes[child], _reasons(held)
            if not self._may_stand_under(child, parent):
                continue
            if node.parent is None:
                self._set(child, parent, self._kind(child, parent, held), reasons)
            elif parent not in self.above(child):
                text = f"It may have used {self.versions.name(parent)} too: {reasons[0].text}"
                node.remarks.append(_remark("second parent", text, reasons))

    def join(self, kinships: Iterable[Kinship]) -> None:
        """Sets a common text above readings that share what only one text can explain; the smallest groups first."""
        order = self.versions.order
        for kinship in sorted(
            kinships, key=lambda k: (k.shared != "errors", len(k.members), -k.score, [order[m] for m in k.members])
        ):
            if kinship.shared == "errors":
                self._join_by_errors(kinship)
            else:
                self._join_by_passage(kinship)

    def rest(self, rests: Iterable[Rest]) -> None:
        """Sets the named origins above what rests on them: outlets first, then records, then tellings."""
        found: dict[tuple[str, ...], dict[tuple[str, str], Rest]] = defaultdict(dict)
        for rest in rests:
            found[rest.origin.key].setdefault((rest.reading, rest.text), rest)
        self._rested = {(r.reading, r.origin.key) for held in found.values() for r in held.values()}
        for key, held in sorted(found.items(), key=lambda x: (len({r for r, _ in x[1]}), x[0][0] == "telling", x[0])):
            self._rest_on(key, [held[k] for k in sorted(held, key=lambda k: (self.versions.order[k[0]], k[1]))])

    def above(self, node: str) -> list[str]:
        """The node and all that it comes from, upwards."""
        found: list[str] = []
        at: str | None = node
        while at is not None:
            found.append(at)
            at = self.nodes[at].parent
        return found

    def root(self, node: str) -> str:
        """Where the descent of a node ends."""
        return self.above(node)[-1]

    def below(self, node: str) -> Iterator[str]:
        """The readings that come from a node, and itself if it is one."""
        waiting = [node]
        while waiting:
            at = waiting.pop()
            if self.nodes[at].is_reading:
                yield at
            waiting.extend(self._below[at])

    def children(self, node: str) -> list[Node]:
        """The nodes that come from a node straight."""
        return [self.nodes[key] for key in sorted(self._below[node])]

    def _set(self, child: str, parent: str, kind: DescentKind, reasons: Iterable[Reason]) -> None:
        node = self.nodes[child]
        if node.parent is not None:
            self._below[node.parent].remove(child)
        node.parent, node.kind, node.reasons = parent, kind, list(reasons)
        self._below[parent].append(child)

    def _kind(self, child: str, parent: str, held: list[Link]) -> DescentKind:
        """What was done to the words on the way."""
        versions = self.versions
        languages = {versions.document(x).language for x in (child, parent)} - {None}
        relation = versions.relation(child, parent)
        if len(languages) > 1:
            return "translated"
        if relation == "trimmed" and versions.is_shorter(child, parent):
            return "shortened"
        if relation in ("identical", "trimmed"):
            return "copied" if any(link.manner == "copy" for link in held) else "quoted"
        return "reworded"

    def _join_by_errors(self, kinship: Kinship) -> None:
        """A common text for readings that share errors, between them and what they were known to come from."""
        tops = sorted({self._top(m, kinship.members) for m in kinship.members})
        above = {self.nodes[t].parent for t in tops} - {None}
        if len(tops) == 1:
            for member in kinship.members:
                if member != tops[0] and self.nodes[member].parent in kinship.members:
                    self.nodes[member].reasons.extend(kinship.reasons)
            return
        if len(above) > 1 or any(not self._may_stand_under(t, p) for t in tops for p in above if p):
            for member in kinship.members:
                self.nodes[member].remarks.extend(_remark("against the tree", r.text, (r,)) for r in kinship.reasons)
            return
        made = self._make(tops, kinship.shared)
        for top in tops:
            node = self.nodes[top]
            if node.parent:
                reasons = dict.fromkeys([*made.reasons, *node.reasons])
                self._set(made.id, node.parent, node.kind, reasons)
            self._set(top, made.id, "unknown", kinship.reasons)

    def _top(self, member: str, members: tuple[str, ...]) -> str:
        """The highest of the group above a member, by way of the group and of common texts alone."""
        at = member
        while (above := self.nodes[at].parent) and (above in members or not self.nodes[above].is_reading):
            at = above
        return at

    def _may_stand_under(self, node: str, parent: str) -> bool:
        """Whether no circle comes of it, and nothing from the node down is older than anything from the parent up."""
        above = self.above(parent)
        dated = [x for x in above if self.nodes[x].is_reading]
        return node not in above and not any(self.versions.too_late(x, p) for x in self.below(node) for p in dated)

    def _join_by_passage(self, kinship: Kinship) -> None:
        """One common text above all that is tied by passages, directly or through others."""
        roots = sorted({self.root(m) for m in kinship.members})
        if len(roots) == 1:
            return
        is_copied = kinship.shared == "copied"
        made = next((self.nodes[r] for r in roots if self.nodes[r].shared in PASSAGES), None)
        made = made or self._make(roots, "alike")
        made.shared = "copied" if is_copied else made.shared
        for root in roots:
            self._gather(root, made, "copied" if is_copied else "unknown", kinship.reasons)

    def _gather(self, root: str, above: Node, kind: DescentKind, reasons: Iterable[Reason]) -> None:
        """Sets a root under a common text; another common text of the sort proves to be one with it."""
        if root == above.id:
            return
        if self.nodes[root].shared not in PASSAGES:
            self._set(root, above.id, kind, reasons)
            return
        if self.nodes[root].shared == "copied":
            above.shared = "copied"
        for child in self.children(root):
            self._set(child.id, above.id, child.kind, child.reasons)
        del self.nodes[root]

    def _make(self, below: Iterable[str], shared: str, key: tuple[str, ...] = (), label: str = "") -> Node:
        """A new common text; what it is called by comes from what it stands above and why."""
        name = "\x1e".join((*sorted(below), shared, *key))
        made = Node(name, is_reading=False, shared=shared, key=key, label=label)
        self.nodes[name] = made
        return made

    def _rest_on(self, key: tuple[str, ...], rests: list[Rest]) -> None:
        """Sets one named origin above the roots that rest on it, or says so of the only one."""
        roots: dict[str, list[Rest]] = defaultdict(list)
        for rest in rests:
            root = self.root(rest.reading)
            if self._rests(self.nodes[root], key):
                roots[root].append(rest)
            elif not any((x, key) in self._rested for x in self.above(rest.reading)[1:]):
                text = f"It rests on {rest.origin.label} as well."
                self.nodes[rest.reading].remarks.append(_remark("second origin", text, (_reason(rest),)))
        label = max((r.origin.label for held in roots.values() for r in held), key=lambda x: (len(x), x), default="")
        alike = [root for root in sorted(roots) if self.nodes[root].shared == "alike" and not self.nodes[root].key]
        if alike:  # what they word alike is what they have from the origin
            self._name(self.nodes[alike[0]], key, label, [r for root in alike for r in roots.pop(root)], alike)
        elif len(roots) == 1:
            for root, held in roots.items():
                self.nodes[root].remarks.extend(map(_reason, held))
            return
        made = self.nodes[alike[0]] if alike else self._make(roots, "named", key, label) if roots else None
        for root, held in roots.items():
            if made:
                self._set(root, made.id, self._kind_from_afar(root), self._from_afar(root, held))

    def _name(self, node: Node, key: tuple[str, ...], label: str, rests: list[Rest], alike: list[str]) -> None:
        """Makes a common text the named origin, and all others of the sort one with it."""
        for root in alike:
            self._gather(root, node, "unknown", ())
        node.key, node.label = key, label
        for child in self.children(node.id):
            told = [_reason(r) for r in rests if r.reading == child.id]
            if told:
                self._set(child.id, node.id, self._kind_from_afar(child.id), [*told, *child.reasons])

    def _from_afar(self, root: str, rests: list[Rest]) -> list[Reason]:
        """The reasons for an edge from a named origin; less for a common text, since not all below it need say so."""
        reasons = [_reason(r) for r in rests]
        if self.nodes[root].is_reading:
            return reasons
        return [_remark(r.feature, r.text, (r,), r.score * HALF) for r in reasons]

    def _rests(self, root: Node, key: tuple[str, ...]) -> bool:
        """Whether what a root stands for rests on the origin: itself, or through those that come from it.

        A common text without a name does if several readings straight from it do. A named one does if one of them
        does and none rests on another origin of that sort.
        """
        if root.is_reading:
            return (root.id, key) in self._rested
        straight = [c.id for c in self.children(root.id) if c.is_reading]
        told = sum((c, key) in self._rested for c in straight)
        if not root.key:
            return told > 1
        others = {k for r, k in self._rested if r in straight and k[0] == key[0]} - {key}
        return told > 0 and root.key[0] != key[0] and not others

    def _kind_from_afar(self, node: str) -> DescentKind:
        """What became of the words of an origin that nobody has before him: quoted, or told in other words."""
        if not self.nodes[node].is_reading:
            return "unknown"
        return "quoted" if self.versions.wording(node).is_quoted else "reworded"


def _reasons(links: Iterable[Link]) -> tuple[Reason, ...]:
    """The reasons of several links, the firmest first, each once."""
    held = {link.reason.text: link.reason for link in links}
    return tuple(sorted(held.values(), key=lambda r: (-r.score, r.text)))


def _reason(rest: Rest) -> Reason:
    return Reason(feature="named origin", text=rest.text, score=rest.origin.score, evidence=rest.origin.evidence)


def _remark(feature: str, text: str, reasons: tuple[Reason, ...], score: float = 0.0) -> Reason:
    evidence = tuple(dict.fromkeys(e for r in reasons for e in r.evidence))
    return Reason(feature=feature, text=text, score=round(score, 3), evidence=evidence)
