"""What a block of text looks like, without regard to what stands around it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from variorum.ingest import signs
from variorum.ingest.blocks import LABEL, Block
from variorum.ingest.cues import BYLINE, DATE_LINE, Cue, tables

HEAD, TAIL = 1_200, 200  # characters of a long block that are looked at: its kind shows at its ends
LONGEST_ADDRESS = 35  # words of a line in which a page speaks to its reader
TOKEN = re.compile(r"[^\W_]+(?:['’.&-][^\W_]+)*")
FUSED = re.compile(r"(?<=[a-z])(?=[A-Z][a-z])")  # two labels run together: "standardsDiscussion"
BETWEEN = re.compile(r"[\s/|,:·•().\[\]!?…›»<>\"']+")  # what parts the labels of a menu
ADDRESS = re.compile(r"@\w|//|#\w")  # a message from a network, which an article quotes
STOP = re.compile(r"[.…]['\"”’»)\]]*$")
FINAL = re.compile(r"[.!?…]['\"”’»)\]]*$")
BULLET = re.compile(r"^[\s•·▪►»›*\u2022\u25cf>|–—-]+(?=\w|[\"“'‘#@©(])")
# Verbs by which running text is known; those in -ed are known by their ending.
VERBS = frozenset((
    "is", "are", "was", "were", "has", "have", "had", "will", "would", "can", "cannot", "could", "may", "might",
    "must", "should", "do", "does", "did", "be", "been", "said", "says", "told", "tells", "made", "came", "took",
    "went", "gave", "began", "became", "saw", "knew", "thought", "wrote", "left", "met", "held", "led", "kept",
    "put", "set", "let", "got",
))  # fmt: skip
FUNCTION = frozenset((
    "the", "a", "an", "of", "in", "on", "at", "to", "for", "from", "by", "with", "and", "or", "but", "as",
    "that", "which", "who", "whom", "whose", "this", "these", "those", "it", "its", "he", "she", "they", "we",
    "you", "i", "his", "her", "their", "our", "my", "your", "not", "no", "so", "if", "when", "while", "after",
    "before", "because", "than", "then", "there",
))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Look:
    """The features of one block: counts and shares between 0 and 1, and the weights of the cues it meets."""

    text: str
    words: int
    prose: float
    menu: float
    titled: float
    is_final: bool
    is_stopped: bool
    has_verb: bool
    starts_small: bool
    furniture: tuple[Cue, ...]
    credits: tuple[Cue, ...]
    captions: tuple[Cue, ...]
    about: tuple[Cue, ...]
    is_tags: bool
    is_byline: bool
    is_date: bool
    is_names: bool
    has_day: bool
    has_address: bool
    to_reader: bool
    sells: bool

    @property
    def is_headline_like(self) -> bool:
        """Whether it could be the headline of an article: several words, a capital, no full stop, no address."""
        is_free = not (self.is_stopped or self.starts_small or ADDRESS.search(self.text))
        return 3 <= self.words <= 28 and is_free and self.text[-1:] != ":"


def look(text: str, block: Block) -> Look:
    """The features of this block."""
    cues, line = tables(), _shown(text, block)
    tokens = TOKEN.findall(line)
    count = len(tokens)
    if block.end - block.start > HEAD:
        count += (block.end - block.start - HEAD) // 6
    bare = BULLET.sub("", line)
    small = [t.lower() for t in tokens]
    is_final, has_verb = bool(FINAL.search(line)), any(map(_is_verb, small))
    return Look(
        text=line,
        words=count,
        prose=_prose(line, small, count, is_final, has_verb),
        menu=1.0 if signs.is_row(text[block.start : block.end]) else _menu(bare) if count <= 8 else 0.0,
        titled=_titled(tokens),
        is_final=is_final,
        is_stopped=bool(STOP.search(line)),
        has_verb=has_verb,
        starts_small=bare[:1].islower(),
        furniture=cues.furniture.met(bare, count),
        credits=cues.credits.met(bare, count),
        captions=cues.captions.met(bare, count),
        about=cues.about.met(bare, count),
        is_tags=_is_tag_list(line, count, has_verb),
        is_byline=count <= 18 and bool(BYLINE.match(bare) or signs.is_name_and_role(bare)),
        is_date=count <= 10 and bool(DATE_LINE.match(bare) or signs.is_old_dateline(bare) or signs.imprint(bare)),
        is_names=count <= 12 and signs.is_names(bare),
        has_day=count <= 20 and signs.has_day(bare),
        has_address=count <= 40 and signs.has_address(bare),
        to_reader=3 <= count <= LONGEST_ADDRESS and not LABEL.match(line) and signs.speaks_to_reader(bare),
        sells=count <= LONGEST_ADDRESS and signs.sells(bare),
    )


def _shown(text: str, block: Block) -> str:
    if block.end - block.start <= HEAD + TAIL:
        return " ".join(text[block.start : block.end].split())
    return " ".join((text[block.start : block.start + HEAD] + " " + text[block.end - TAIL : block.end]).split())


def _is_verb(word: str) -> bool:
    return word in VERBS or (word.endswith("ed") and len(word) > 3) or word.endswith(("n't", "n’t"))


def _prose(line: str, small: list[str], count: int, is_final: bool, has_verb: bool) -> float:
    """How far this is running text: a full stop, a verb, enough words, small words between the large ones."""
    share = sum(t in FUNCTION for t in small) / (len(small) or 1)
    score = 0.3 * is_final + 0.25 * has_verb + 0.25 * min(1.0, count / 16) + 0.2 * min(1.0, share / 0.3)
    if line[:1] in '"“‘«' and (is_final or line[-1:] in '"”’»,'):
        score += 0.15
    return min(1.0, score)


def _menu(line: str) -> float:
    """The share of words that belong to menus and buttons, numbers and small words left out."""
    cues = tables()
    tokens = [t.lower() for part in FUSED.split(line) for t in BETWEEN.split(part)]
    if cues.menu.isdisjoint(tokens):
        return 0.0
    telling = [t for t in tokens if t and not t.isdigit() and t not in cues.neutral]
    return sum(t in cues.menu for t in telling) / len(telling) if telling else 0.0


def _titled(tokens: list[str]) -> float:
    """The share of longer words that begin with a capital: near 1 in headlines of the American kind."""
    longer = [t for t in tokens if len(t) > 3]
    return sum(t[0].isupper() for t in longer) / len(longer) if longer else 0.0


def _is_tag_list(line: str, count: int, has_verb: bool) -> bool:
    """Names and keywords between commas: four or more, short, with next to no grammar."""
    parts = [p.strip() for p in re.split(r"[,;|]", line)]
    if len(parts) < 4 or count > 60 or (FINAL.search(line) and has_verb):
        return False
    lengths = [len(p.split()) for p in parts]
    small = sum(t.lower() in FUNCTION for t in line.split())
    return max(lengths) <= 5 and sum(lengths) / len(parts) <= 3 and small <= len(parts) // 4 and not FINAL.search(line)
