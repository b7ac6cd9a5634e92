"""The walk: source → documents → annotations → identities → statements → reuse → apparatus → relations → conflicts
→ lines → timeline. Each step takes the edition as it stands and yields it with one thing more."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from variorum import registry
from variorum.config import Settings
from variorum.model import Edition
from variorum.pipeline.events import Event, Note, Progress, Step
from variorum.pipeline.walk import Walk
from variorum.ports import Store

__all__ = ["Event", "Note", "Progress", "Step", "collate"]


def collate(
    paths: str | Path | Iterable[str | Path],
    *,
    store: Store | None = None,
    settings: Settings | None = None,
    parts: Mapping[str, str] | None = None,
    progress: Progress | None = None,
) -> Edition:
    """The edition of the documents at these paths: who said what to whom, in which versions, and what conflicts.

    `paths` are files, folders and globs, or one. With a `store`, the documents that it already holds are collated
    together with the new ones, and the edition is kept there; a document is annotated only once. `parts`
    puts another part in a stage's place (stage -> "name/version", see `registry`). `progress` is told each
    step, each problem (something that could not be used) and each note as it is met. Raises NothingToRead
    where no document can be read.

    With `settings.workers` above 1, call this under `if __name__ == "__main__":`, because each worker
    begins by importing the script that started it.
    """
    walk = Walk(registry.chosen(parts), settings or Settings(), progress or _silent)
    earlier = store.edition() if store else Edition()

    gathered = walk.gather([paths] if isinstance(paths, (str, Path)) else paths)
    edition = walk.documents(gathered, earlier)
    annotations = walk.annotations(edition, walk.annotated_before(edition, earlier, store))
    edition = walk.identities(edition, annotations)
    edition = walk.statements(edition)
    edition = walk.reuse(edition)  # after the statements: readings of one interview are passages that belong together
    edition = walk.apparatus(edition)
    edition = walk.relations(edition)
    edition = walk.conflicts(edition)
    edition = walk.lines(edition)
    edition = walk.timeline(edition)
    if store:
        store.keep(edition, annotations, gathered.raw)
    return edition


def _silent(_: Event) -> None:
    pass
