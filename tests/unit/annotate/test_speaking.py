"""Sources that no list knows are actors all the same."""

from __future__ import annotations

import pytest
from builders import document

from variorum.annotate.rules import RulesAnnotator
from variorum.config import Settings


def speakers(text: str) -> list[str | None]:
    """The names of the speakers of a text's attributions, in text order."""
    (made,) = RulesAnnotator(Settings()).annotate([document(text)])
    names = {a.id: a.name for a in made.actors}
    return [names.get(r.speaker) for r in made.attributions]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A poem was sewn into her dress: “Rejoice! Our times are hard,” the poem began.", "poem"),
        ("North Torvia has just launched a missile, the alert says.", "alert"),
        ("The boat was late, the Wire affiliate Teletorva reported.", "Teletorva"),
        ("The pilots died in the crash, President Luis Guillermo Solano Rivera said.", "Luis Guillermo Solano Rivera"),
    ],
)
def test_whoever_is_said_to_speak_is_an_actor(text: str, name: str) -> None:
    assert speakers(text) == [name]


def test_the_same_words_are_the_same_actor() -> None:
    first, second = speakers("The alert says that a storm is near. The alert also says that it will be strong.")
    assert first == second == "alert"


@pytest.mark.parametrize("text", ["Some said that it was late.", "OSLO – It has been said that he was late."])
def test_nobody_in_particular_is_nobody(text: str) -> None:
    assert speakers(text) == [None]


def test_we_in_a_quotation_is_whoever_speaks_it() -> None:
    text = "“We have respect for the league,” Jon Hale said. “But we believe that it can do more.”"
    assert speakers(text) == ["Jon Hale", "Jon Hale"]
