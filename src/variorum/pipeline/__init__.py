"""The walk: source → documents → annotations → identities → stories → statements → reuse → apparatus → relations
→ conflicts → lines → stemmata → timeline. Each takes the edition as it stands and yields it with one thing more."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from variorum import registry
from variorum.config import Settings
from variorum.ingest.sources import Gathered
from variorum.model import Annotation, Edition
from variorum.pipeline.events import Event, Note, Progress, Step
from variorum.pipeline.walk import Walk
from variorum.ports import Store

__all__ = ["Event", "Note", "Progress", "Step", "collate", "from_annotations", "from_attributions"]


def collate(
    paths: str | Path | Iterable[str | Path],
    *,
    store: Store | None = None,
    without: Iterable[str] = (),
    settings: Settings | None = None,
    parts: Mapping[str, str] | None = None,
    progress: Progress | None = None,
) -> Edition:
    """The edition of the documents at these paths: who said what to whom, in which versions, and what conflicts.

    `paths` are files, folders and globs, or one. With a `store`, the documents that it already holds are collated
    together with the new ones, and the edition is kept there; a document is annotated only once. Documents called
    as in `without` (their paths in the edition) are left out; then there need be no `paths`. `parts` puts another
    part in a stage's place (stage -> "name/version", see `registry`). `progress` is told each step, each problem
    (something that could not be used) and each note as it is met. Raises NothingToRead where no document can be read.

    With `settings.workers` above 1, call this under `if __name__ == "__main__":`, because each worker
    begins by importing the script that started it.
    """
    walk = Walk(registry.chosen(parts), settings or Settings(), progress or _silent, store)
    earlier, held = (store.edition(), store.inputs()) if store else (Edition(), ())
    paths, without = [paths] if isinstance(paths, (str, Path)) else list(paths), tuple(without)

    gathered = walk.gather(paths) if paths or not without else Gathered((), {}, ())
    holdings = walk.holdings(gathered, earlier, held, paths=paths, without=without)
    edition = walk.documents(holdings)
    annotations = walk.annotations(edition, walk.annotated_before(edition, earlier, store))
    edition = _compared(walk, walk.identities(walk.stories(edition), annotations))
    if store:
        store.keep(edition, annotations, gathered.raw, inputs=holdings.files, results=walk.memory.used)
    return edition


def from_annotations(
    edition: Edition,
    annotations: Sequence[Annotation],
    *,
    settings: Settings | None = None,
    parts: Mapping[str, str] | None = None,
    progress: Progress | None = None,
) -> Edition:
    """The edition that the documents of an edition make with these annotations, one for each, however they came about.

    Only documents and manifest are taken from the edition given; the walk begins at the identities.
    """
    walk = Walk(registry.chosen(parts), settings or Settings(), progress or _silent)
    bare = Edition(documents=edition.documents, manifest=edition.manifest)
    return _compared(walk, walk.identities(walk.stories(bare), annotations))


def from_attributions(
    edition: Edition,
    *,
    settings: Settings | None = None,
    parts: Mapping[str, str] | None = None,
    progress: Progress | None = None,
) -> Edition:
    """The edition with statements and all that follows made anew from its attributions, actors and occasions."""
    walk = Walk(registry.chosen(parts), settings or Settings(), progress or _silent)
    return _compared(walk, walk.stories(edition))


def _compared(walk: Walk, edition: Edition) -> Edition:
    """The steps that see all documents and know who is who in them."""
    edition = walk.statements(edition)
    edition = walk.reuse(edition)  # after the statements: readings of one interview are passages that belong together
    edition = walk.apparatus(edition)
    edition = walk.relations(edition)
    edition = walk.conflicts(edition)
    edition = walk.lines(edition)
    edition = walk.stemmata(edition)
    return walk.timeline(edition)


def _silent(_: Event) -> None:
    pass
