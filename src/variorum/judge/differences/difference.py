"""One difference between two readings, and how it is put into words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from variorum.judge.wording import Word, covering
from variorum.model import Reason, Spans


@dataclass(frozen=True, slots=True)
class Difference:
    """What differs, how far it changes what the speaker is committed to (0 to 1), and the words on both sides.

    `is_opposed` means that both cannot be right.
    """

    feature: str
    text: str
    weight: float
    left: Spans = ()
    right: Spans = ()
    is_opposed: bool = False

    def reason(self) -> Reason:
        """The difference as a reason for a reader."""
        return Reason(feature=self.feature, text=self.text, score=self.weight, evidence=self.left + self.right)


def spelt(words: Iterable[Word]) -> str:
    """Words in quotation marks for a sentence; "nothing" where there are none."""
    forms = [w.plain for w in words]
    return f"“{' '.join(forms)}”" if forms else "nothing"


def cover(words: Iterable[Word]) -> Spans:
    """Where these words stand."""
    return covering(words)
