"""Stories as the page shows them: which documents treat one matter. Nothing where all of them treat the same one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from variorum.model import Story
from variorum.report.places import Back
from variorum.report.references import Named, ReasonView, References


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryView:
    """One story: its documents (siglum, title), and the statements and conflicts of which they are witnesses."""

    back: Back
    documents: tuple[tuple[str, Named], ...]
    statements: tuple[Back, ...]
    conflicts: tuple[Back, ...]
    reasons: tuple[ReasonView, ...]


def story_views(refs: References) -> tuple[StoryView, ...]:
    """The stories, those with most documents first; none where there is but one."""
    statements = _by_story(refs, ((refs.statement(s), {r.witness for r in s.readings}) for s in refs.statements))
    conflicts = _by_story(refs, ((refs.conflict(c), {e.doc for e in c.evidence}) for c in refs.conflicts))
    return tuple(_story(story, refs, statements, conflicts) for story in refs.stories)


def _by_story(refs: References, held: Iterable[tuple[Back, set[str]]]) -> dict[Back, list[Back]]:
    """For each story the things of which one of its documents is a witness, in the page's order."""
    found: dict[Back, list[Back]] = defaultdict(list)
    for back, docs in held:
        for story in {y for y in map(refs.story_of, docs) if y}:
            found[story].append(back)
    return found


def _story(
    story: Story, refs: References, statements: dict[Back, list[Back]], conflicts: dict[Back, list[Back]]
) -> StoryView:
    back, places = refs.story(story), refs.places
    known = sorted((doc for doc in story.documents if doc in places.numbers), key=places.numbers.__getitem__)
    return StoryView(
        back=back,
        documents=tuple((places.siglum(doc), Named(refs.title(doc), places.anchor(doc))) for doc in known),
        statements=tuple(statements.get(back, ())),
        conflicts=tuple(conflicts.get(back, ())),
        reasons=refs.reasons(story.reasons, back.label, back),
    )
