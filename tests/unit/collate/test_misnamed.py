"""The very same words under another name: whose they are is compared by what most documents say."""

from __future__ import annotations

from dataclasses import replace

from tellings import ORTEN, SALE, said, story, words_of

from variorum.collate.candidates import candidates
from variorum.collate.misnamed import speakers
from variorum.collate.profiles import Profiles
from variorum.collate.statements import FeatureFinder
from variorum.config import Settings
from variorum.model import Actor

WORDS = "“The old harbour shall stay open until the last boat has come home in spring,”"


def quoted(name: str, by: Actor = SALE, words: str = WORDS):
    doc, reports = said(f"{words} said somebody.", words, name, by, mode="direct")
    return doc, [replace(a, quoted=a.content) for a in reports]


def compared(*told) -> dict[str, str]:
    """The document of each quotation whose speaker is compared as somebody else -> whom as."""
    made = story(*told)
    profiles = Profiles(made)
    given = speakers(list(candidates(profiles)), profiles)
    paths = {d.id: d.path for d in made.documents}
    return {paths[profiles[key].doc]: voice.id for key, voice in given.items()}


def test_what_most_documents_say_stands_in_for_one_that_names_another() -> None:
    assert compared(quoted("a.txt"), quoted("b.txt"), quoted("c.txt", ORTEN)) == {"c.txt": SALE.id}


def test_one_against_one_decides_nothing() -> None:
    assert compared(quoted("a.txt"), quoted("b.txt", ORTEN)) == {}


def test_a_phrase_that_anybody_uses_decides_nothing() -> None:
    short = "“We will see about that,”"
    assert compared(*(quoted(f"{n}.txt", SALE if n else ORTEN, short) for n in range(4))) == {}


def test_its_other_versions_are_found_and_the_attribution_keeps_its_speaker() -> None:
    told = said(
        "Sale said that the old harbour would stay open until spring.",
        "that the old harbour would stay open until spring",
        "d.txt",
    )
    made = story(quoted("a.txt"), quoted("b.txt"), quoted("c.txt", ORTEN), told)
    (one,) = FeatureFinder(Settings()).find(made)
    assert len(words_of(made, (one,))[0]) == 4
    assert {a.speaker for a in made.attributions} == {SALE.id, ORTEN.id}
