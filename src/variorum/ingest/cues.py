"""The wording of web furniture, credits and captions, read from `cues.txt`, where each cue is explained."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

AGENCY = (
    r"(?:AFP|AP|Associated Press|AP Photo|Reuters|REUTERS|EPA|EPA-EFE|DPA|dpa|ANSA|TASS|ITAR-TASS|RIA Novosti|"
    r"Xinhua|Kyodo|PA|Press Association|Bloomberg|Getty(?: Images)?|Shutterstock|iStock|Alamy|Rex(?: Features)?|"
    r"Corbis|Anadolu(?: Agency)?|Interfax|UPI|ZUMA(?: Press)?|NurPhoto|Wikimedia(?: Commons)?|Flickr|Magnum|Sipa|"
    r"Abaca|Barcroft)"
)
MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|"
    r"Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
ZONE = r"(?:GMT|UTC|BST|CET|CEST|EST|EDT|ET|PST|PDT|PT|MSK|IST)"
CLOCK = rf"\d{{1,2}}[:.]\d{{2}}(?::\d{{2}})?(?: ?[ap]\.?m\.?)?(?: ?\(?{ZONE}\)?)?"
WEEKDAY = r"(?:Mon|Tue(?:s)?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?"
DAY = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\.? {MONTH},? \d{{4}}|{MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}|"
    r"\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{2,4})"
)
NETWORK = (
    r"(?:Twitter|Facebook|Instagram|YouTube|Telegram|WhatsApp|LinkedIn|Pinterest|Reddit|Google\+?|TikTok|Flipboard)"
)
NAMED = {
    "{AGENCY}": AGENCY, "{CLOCK}": CLOCK, "{WEEKDAY}": WEEKDAY, "{DAY}": DAY, "{NETWORK}": NETWORK, "{MONTH}": MONTH,
}  # fmt: skip
BYLINE = re.compile(
    r"^(?:[Bb]y|BY|(?:Written|Posted|Text|Words|Report|Story) by|Authors?:?|From)[ :]\s*(?=[A-Z])[^.!?;:\"“]{2,110}$|"
    r"^[Ff]rom (?:our|a|the) (?:[\w-]+ ){0,3}(?:[Cc]orrespondents?|[Rr]eporters?|[Ss]taff|[Bb]ureau)\b"
    r"[^.!?;:\"“]{0,60}$|"
    r"^[A-Z][\w'’-]+(?: [A-Z][\w.'’-]*){1,2}, (?:for )?(?:\w+\.(?:com|ca|org|net|co\.uk)|(?:[A-Z][\w.]* ){0,3}"
    r"(?:Correspondent|Editor|Writer|Reporter|Staff|Press|Post|Times|News))$|"
    rf"^{AGENCY} ?\| ?\S.{{2,60}}$|"
    r"^[A-Z][\w'’-]+ [A-Z][\w'’-]+ in [A-Z][\w'’-]+(?:,? [A-Z][\w'’-]+)?$|"
    r"^(?:[A-Z]\w+ ){0,2}(?:News|[Cc]orrespondent|[Rr]eporter|[Ee]ditor)(?:,| in) [A-Z][\w ]{2,25}$"
)
DATE_LINE = re.compile(
    rf"^\W*(?:{WEEKDAY},? ?)?(?:{DAY})(?: ?[,|–—•·-]? ?(?:at )?{CLOCK})?(?: ?[|–—•·-] .{{0,30}}| by \w.{{0,30}})?\W*$",
    re.IGNORECASE,
)
HEADING = re.compile(r"^\[(\w+)\] ([^,]+)(?:, weight ([\d.]+), at most (\d+) words(, case)?)?$")


@dataclass(frozen=True, slots=True)
class Cue:
    """One tell-tale wording: what it shows and how strongly.

    `start` must match at the start of a line, `within` may match anywhere if one of `needs` stands in the line;
    `longest` is the number of words beyond which a line is too long to be what the cue shows.
    """

    name: str
    weight: float
    start: re.Pattern[str] | None
    within: re.Pattern[str] | None
    needs: tuple[str, ...]
    longest: int
    has_case: bool

    def meets(self, line: str, small: str) -> bool:
        """Whether the wording stands in the line; `small` is the line in small letters."""
        looked_at = line if self.has_case else small
        if self.start and self.start.match(looked_at):
            return True
        return bool(self.within and any(n in small for n in self.needs) and self.within.search(looked_at))


@dataclass(frozen=True, slots=True)
class Table:
    """The cues that speak for one thing, with three expressions that tell at once that a line meets none of them."""

    cues: tuple[Cue, ...]
    start: re.Pattern[str]
    start_with_case: re.Pattern[str]
    needs: re.Pattern[str]

    def met(self, line: str, words: int) -> tuple[Cue, ...]:
        """The cues that a line of so many words meets."""
        small = line.lower()
        is_worth_it = self.start.match(small) or self.start_with_case.match(line) or self.needs.search(small)
        if not is_worth_it:
            return ()
        return tuple(cue for cue in self.cues if words <= cue.longest and cue.meets(line, small))


@dataclass(frozen=True, slots=True)
class Tables:
    """All cues by what they speak for: furniture anywhere, credits, captions, an outlet about itself; menu words."""

    furniture: Table
    credits: Table
    captions: Table
    about: Table
    menu: frozenset[str]
    neutral: frozenset[str]


@cache
def tables() -> Tables:
    """The cues of `cues.txt`, read once."""
    cues: dict[str, list[Cue]] = defaultdict(list)
    words: dict[str, frozenset[str]] = {}
    for heading, lines in _sections((files("variorum.ingest") / "cues.txt").read_text("utf-8")):
        kind, name, weight, longest, case = heading.groups()
        if kind == "words":
            words[name] = frozenset(" ".join(lines).split())
        else:
            cues[kind].append(_cue(name, lines, weight=float(weight), longest=int(longest), has_case=bool(case)))
    return Tables(
        furniture=_table(cues["furniture"]),
        credits=_table(cues["credits"]),
        captions=_table(cues["captions"]),
        about=_table(cues["about"]),
        menu=words["menu"],
        neutral=words["neutral"],
    )


def _table(cues: list[Cue]) -> Table:
    nothing = re.compile(r"(?!)")
    return Table(
        cues=tuple(cues),
        start=_any(c.start.pattern for c in cues if c.start and not c.has_case) or nothing,
        start_with_case=_any(c.start.pattern for c in cues if c.start and c.has_case) or nothing,
        needs=_any(re.escape(n) for c in cues for n in c.needs) or nothing,
    )


def _sections(text: str) -> Iterator[tuple[re.Match[str], list[str]]]:
    """Each section of the file: its heading and its lines, comments and blank lines left out."""
    for section in re.split(r"\n\n(?=\[\w+\] )", text)[1:]:
        first, *lines = section.split("\n")
        heading = HEADING.match(first)
        if heading is None:
            raise ValueError(f"cues.txt: no heading of a section: {first}")
        yield heading, [line for line in lines if line and not line.startswith("# ")]


def _cue(name: str, lines: list[str], *, weight: float, longest: int, has_case: bool) -> Cue:
    needs = tuple(n for line in lines if line.startswith("? ") for n in line[2:].split(" | "))
    patterns = [_filled(line) for line in lines if not line.startswith("? ")]
    patterns = patterns if has_case else [_small(p) for p in patterns]
    start = _any(p for p in patterns if p.startswith("^"))
    within = _any(p for p in patterns if not p.startswith("^"))
    return Cue(name, weight, start, within, needs, longest, has_case)


def _any(patterns: Iterable[str]) -> re.Pattern[str] | None:
    joined = "|".join(patterns)
    return re.compile(joined) if joined else None


def _small(pattern: str) -> str:
    """The pattern in small letters, for lines in small letters: twice as fast as ignoring case."""
    return re.sub(r"\\.|[A-Z]+", lambda m: m.group() if m.group().startswith("\\") else m.group().lower(), pattern)


def _filled(pattern: str) -> str:
    for name, value in NAMED.items():
        pattern = pattern.replace(name, value)
    return pattern
