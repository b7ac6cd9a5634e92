"""The annotator that reads with a trained network beside the rules."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from variorum.annotate.assembly import annotation
from variorum.annotate.parse import parse
from variorum.annotate.parsed import Parsed
from variorum.annotate.reporting import attributions
from variorum.annotate.reporting.conventions import ours
from variorum.annotate.reporting.draft import Draft
from variorum.annotate.reporting.layers import Layers
from variorum.annotate.reporting.nesting import drafts
from variorum.annotate.trained.features import reading
from variorum.annotate.trained.merge import Merge, Trust
from variorum.annotate.trained.network import OURS, POLNEAR, Network, shipped
from variorum.config import Settings
from variorum.model import Annotation, Document


class TrainedAnnotator:
    """Finds who says what, when and on what occasion by rules on the parse and a trained network.

    The network (MiniLM with a layer of heads for each depth of reports) gives the spans, the rules what it
    was not trained for: addressees, denials, speakers carried over, quotations set off.
    """

    name: ClassVar[str] = "annotate.trained/1"

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._network = shipped()

    def annotate(self, documents: Sequence[Document]) -> Iterator[Annotation]:
        """One annotation for each document, in the same order."""
        for parsed in parse(documents, self.settings):
            yield annotation(parsed, find(parsed, self._network), self.name)


# In PolNeAR's own way of drawing spans the network has learned from forty times as many examples as in ours,
# and has the last word. Chosen on PolNeAR's dev articles.
TRUST = {OURS: Trust(), POLNEAR: Trust(words=0.2, slight=0.0, network=0.3, support=0.6)}


def find(parsed: Parsed, network: Network, convention: int = OURS) -> tuple[Draft, ...]:
    """All attributions of a document, in text order, each linked to the one around it."""
    layers = Layers(parsed)
    ruled = attributions.reports(layers)
    read = reading(parsed, drafts(layers, ruled))
    merge = Merge(layers, read, network.layers(read, convention), TRUST[convention])
    found = merge.reports(ruled)
    return drafts(layers, list(ours(layers, found)) if convention == OURS else found)
