"""Which documents treat one matter: stories, as many as there are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from math import exp
from typing import ClassVar

from variorum import edtf
from variorum.collate.clustering import clusters
from variorum.collate.topics import LOWEST, Pair, Topic, Topics
from variorum.config import Settings
from variorum.model import Document, Edition, Reason, Span, Story, identifier

# Words of matter that a document must have to stand against the others. One that says less (an empty file, a caption)
# goes with the only story that the others tell, if there is but one; else it stands alone.
LEAST = 20
NAMED = 5  # words that a reason names
OF_LABEL = 3  # words that make the label of a story in which no document has a title


class TopicGrouper:
    """Groups documents by the words that they share and few others have, by titles and dates; average link."""

    name: ClassVar[str] = "collate.stories/1"

    def __init__(self, settings: Settings) -> None:
        self.settings = settings

    def group(self, edition: Edition) -> tuple[Story, ...]:
        """The stories by id, each document in exactly one."""
        documents = {d.id: d for d in edition.documents}
        if not documents:
            return ()
        topics = Topics(documents.values())
        odds = topics.log_odds()
        teller = Teller(documents, topics, odds)
        return tuple(sorted(map(teller.story, groups(topics, odds)), key=lambda y: y.id))


def groups(topics: Topics, odds: Mapping[Pair, float]) -> list[tuple[str, ...]]:
    """The documents (ids) of each story, in order."""
    unlike = LOWEST + topics.prior
    ids = [t.doc for t in topics.topics]
    found = clusters(ids, odds, _never, uncompared=unlike, lowest=unlike)
    telling = {t.doc for t in topics.topics if len(t.counts) >= LEAST}
    return [tuple(ids)] if sum(not telling.isdisjoint(group) for group in found) <= 1 else found


def _never(left: str, right: str) -> bool:
    """Nothing keeps two documents apart but that they are unlike."""
    return False


class Teller:
    """Says of a group of documents what its story is called and by what one sees that it is one."""

    def __init__(self, documents: Mapping[str, Document], topics: Topics, odds: Mapping[Pair, float]) -> None:
        self._documents, self._topics, self._odds = documents, topics, odds
        self._of = {t.doc: t for t in topics.topics}

    def story(self, group: Sequence[str]) -> Story:
        """The story that these documents (ids, in order) tell."""
        return Story(
            id=identifier("y", *group),
            label=self._label(group),
            documents=tuple(group),
            reasons=tuple(self._reasons(group)),
        )

    def _label(self, group: Sequence[str]) -> str:
        """The title of the document that is most like the others, else the words that most of them share."""
        titled = [doc for doc in group if self._documents[doc].title]
        if titled:
            central = max(titled, key=lambda doc: (sum(self._between(doc, x) for x in group if x != doc), doc))
            return self._documents[central].title or ""
        words = [self._written(stem, group) for stem in self._shared(group)[:OF_LABEL]]
        return ", ".join(words) or self._documents[group[0]].path

    def _reasons(self, group: Sequence[str]) -> Iterator[Reason]:
        if len(group) == 1:
            if len(self._topics.topics) > 1:
                yield Reason(feature="alone", text="no other document has enough of its words to treat the same matter")
            return
        words = [stem for stem in self._shared(group) if self._having(stem, group) > 1][:NAMED]
        if words:
            told = (f"“{self._written(w, group)}” ({self._having(w, group)} of {len(group)})" for w in words)
            yield Reason(
                feature="words",
                text=f"documents of this story share words that few others have: {', '.join(told)}",
                score=round(self._likelihood(group), 3),
                evidence=tuple(sorted(s for s in (self._place(words[0], doc) for doc in group) if s)),
            )
        days = (self._documents[doc].published for doc in group)
        dates = sorted((d for d in days if d and edtf.bounds(d)), key=edtf.in_time)
        if len(dates) > 1:
            text = f"published on {dates[0]}" if dates[0] == dates[-1] else f"published from {dates[0]} to {dates[-1]}"
            yield Reason(feature="published", text=text)

    def _shared(self, group: Sequence[str]) -> list[str]:
        """The words of these documents, those first that most of them have and few others; names before other words."""
        held = Counter(stem for doc in group for stem in self._of[doc].counts)
        named = Counter(stem for doc in group for stem in self._of[doc].counts if self._is_name(stem, doc))
        rarity = self._topics.rarity
        words = [stem for stem in held if stem.isalpha()]
        return sorted(words, key=lambda stem: (-(held[stem] + named[stem]) * rarity[stem], stem))

    def _is_name(self, stem: str, doc: str) -> bool:
        """Whether the document writes the word with a capital where it first has it."""
        place = self._place(stem, doc)
        return place is not None and self._documents[doc].text[place.start].isupper()

    def _having(self, stem: str, group: Sequence[str]) -> int:
        return sum(stem in self._of[doc].counts for doc in group)

    def _written(self, stem: str, group: Sequence[str]) -> str:
        """The word as most documents write it where they first have it."""
        places = [s for s in (self._place(stem, doc) for doc in group) if s]
        forms = Counter(
            self._documents[s.doc].text[s.start : s.end].removesuffix("'s").removesuffix("’s") for s in places
        )
        return min(forms, key=lambda form: (-forms[form], form)) if forms else stem

    def _place(self, stem: str, doc: str) -> Span | None:
        topic: Topic = self._of[doc]
        return Span(doc, *topic.places[stem]) if stem in topic.places else None

    def _likelihood(self, group: Sequence[str]) -> float:
        """How likely the documents are to belong together, by the mean of their pairs."""
        pairs = [self._between(x, y) for n, x in enumerate(group) for y in group[:n]]
        return 1 / (1 + exp(-sum(pairs) / len(pairs)))

    def _between(self, x: str, y: str) -> float:
        return self._odds.get((min(x, y), max(x, y)), LOWEST + self._topics.prior)
