"""What each name of a document names, judged by how the document itself uses it.

The recogniser of names knows the names that it has met; on others it guesses, and calls a woman a firm or a
harbour a man. What stands around the name tells more: a given name, "the freighter", "in", an adjective in "-ian".
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from variorum import states
from variorum.annotate.people import given_names, lexicon
from variorum.annotate.people.lexicon import words
from variorum.model import ActorKind

if TYPE_CHECKING:
    from variorum.annotate.people.names import Name

# "VELL, Oct 3 (Agency) -", "HARN —": where a message comes from, at its head.
DATELINE = re.compile(
    r"\s*(?P<place>[A-Z][A-Z'’.-]+(?:[\s/][A-Z][A-Z'’.-]+){0,3})(?P<more>,[^\n.;]{0,50}?|"
    r"\s\([^)\n]{2,50}\)){0,3}\s*[-–—]{1,2}\s"
)
# A name after one of these is a ship's or a machine's.
VESSELS = words(
    "freighter ship vessel boat ferry tanker trawler yacht cruiser destroyer frigate submarine carrier liner "
    "barge steamer schooner tug icebreaker locomotive satellite probe rocket spacecraft"
)
# What a firm or a club may be called as well as a person: "the owner Hale Brothers".
OF_BODIES = words(
    "owner operator publisher member host opponent champion winner user client customer partner manager source "
    "supplier supporter sponsor trader buyer insider broker agent boss builder"
)
IN_HONOUR = words("foundation prize award trust memorial fund library museum medal")  # they bear a person's surname
QUESTION = re.compile(r"[QA]\.\s")  # "Q. Please" is a label with the first word of what is asked
WHERE = words("in near off outside throughout across around")
# What stands in a town and bears its name: "the Norvik infirmary".
AT_A_PLACE = re.compile(
    r"\s(?:infirmary|hospital|harbou?r|coast|airport|residents?|prison|jail|waterfront|docks?|quay|light(?:house)?|"
    r"railway station|police station|town hall|suburbs?|streets?|area|region)\b"
)
# Where one can only go to, not speak to: "flew to Norvik".
WENT = re.compile(
    r"\b(?:fl(?:y|ew|ies|own|ying)|go(?:es|ing)?|went|gone|travel\w*|sail\w*|return(?:s|ed|ing)?|came|come|dr(?:ive|ove|iven|iving)|"
    r"bound|born|lives?|lived|arriv\w*|funerals?|docked|landed|moored|miles)\s(?:back\s)?(?:to|for|from|at)\s$"
)
# Only a country has one of these: "Lothia's then President Ann Hale", "the king of Lothia".
OWNED = re.compile(
    r"['’]s?\s(?:\w+\s){0,2}?(?:[Pp]resident|[Pp]remier|[Pp]rime [Mm]inister|[Kk]ing|[Qq]ueen|[Cc]hancellor|parliament|"
    r"Parliament|capital|border|economy|coast|constitution|ambassador|embassy|space agency|"
    r"central bank|navy|army|air force|supreme court)\b"
)
OWNER = re.compile(
    r"(?:[Pp]resident|[Pp]remier|[Pp]rime [Mm]inister|[Kk]ing|[Qq]ueen|cabinet|capital|coast|border)\s+of\s$"
)
EXPLAINED = re.compile(
    r",\s(?:(?P<age>\d{2}),|"
    r"(?:the|an?|his|her|our|my|[A-Z]?\w+['’]s)\s(?P<what>[\w'’ -]{2,50}?)(?=,|\.\s|\sof\s|\sat\s|\sfor\s))"
)
DEMONYM = re.compile(r"(?P<stem>[A-Z][a-z]{2,})(?P<ending>ians?|ans?|ese|ish|ns?)")
STATE_ENDING = re.compile(r"(?:ia|a|y|land|o|e)$")


# Adjectives of this form that mark a party, a faith or an age.
NO_COUNTRY = words(
    "republican christian lutheran anglican presbyterian victorian elizabethan freudian darwinian marxian orwellian "
    "human german veteran civilian guardian custodian librarian historian musician politician academician technician "
    "electrician american african asian european mediterranean caribbean scandinavian british english danish spanish "
    "jewish irish scottish welsh turkish polish finnish swedish kurdish"
)


def stem_of_state(name: str) -> str:
    """What the name of a country keeps in its adjective.

    >>> stem_of_state("Bavaria"), stem_of_state("Bavarian") == stem_of_state("Bavaria")
    ('bavar', False)
    """
    return STATE_ENDING.sub("", name.casefold())


def stem_of_adjective(word: str) -> str | None:
    """The stem of the country that an adjective in "-ian", "-ese" or "-ish" belongs to; None for other words.

    >>> stem_of_adjective("Bavarian"), stem_of_adjective("tall"), stem_of_adjective("Bavaria")
    ('bavar', None, None)
    """
    found = DEMONYM.fullmatch(word) if word.casefold() not in NO_COUNTRY else None
    return STATE_ENDING.sub("", found["stem"].casefold()) if found else None


def countries(text: str, names: Iterable[Name]) -> frozenset[str]:
    """The names that the document also uses as an adjective: "Bavaria" where "Bavarian" stands, too."""
    stems = {stem_of_adjective(m.group()) for m in DEMONYM.finditer(text)}
    single = {n.words for n in names if " " not in n.words and n.words.isalpha() and len(n.words) > 3}
    return frozenset(
        w for w in single
        if stem_of_state(w) in stems and stem_of_state(w) != w.casefold() and stem_of_adjective(w) is None
    )  # fmt: skip


NO_SURNAMES = frozenset({"outlet", "document", "group"})


def settled(text: str, names: Sequence[Name]) -> Iterator[Name]:
    """The names, each in the kind that its use in the document tells; words of headings and stamps are left out."""
    datelines = _dateline(text)
    lands = countries(text, names)
    by_words: defaultdict[str, list[Name]] = defaultdict(list)
    for name in names:
        by_words[name.words].append(name)
    surnames = {n.words.split()[-1] for n in names if n.kind == "person" and " " in n.words}
    surnames |= {w.split()[-1] for w, of in by_words.items() if " " in w and _kind(text, w, of, set()) == "person"}
    honoured = {w.split()[0] for w in by_words if " " in w and w.split()[-1].casefold() in IN_HONOUR}
    firms = {w.split()[0] for w, of in by_words.items() if " " in w and of[0].kind == "organization"
             and not given_names.is_given(w.split()[0])}  # fmt: skip
    kinds: dict[str, ActorKind | None] = {}
    for wording, here in by_words.items():
        is_land = wording in lands or _is_country(text, wording, here)
        kinds[wording] = "organization" if is_land else _kind(text, wording, here, surnames | honoured)
        if wording in firms and wording not in surnames | honoured and not any(n.title for n in here):
            kinds[wording] = "organization"
        if wording in honoured and not is_land and {n.kind for n in here} <= {"organization", "unknown"}:
            kinds[wording] = "person"
        is_led = any(_word_before(text, n.start) in WHERE for n in here) or states.state_of_capital(wording)
        if wording in surnames - firms and not is_land and not is_led and not {n.kind for n in here} & NO_SURNAMES:
            kinds[wording] = "person"  # the surname of somebody whom the document names in full
    for name in names:
        if datelines[0] <= name.start < datelines[1] and name.kind != "outlet":
            if name.end <= datelines[2]:
                yield replace(name, kind="place")
            elif " " in name.words:
                yield name
        elif not _is_heading(name) and not QUESTION.match(name.words):
            usual = _usual(name, by_words[name.words])
            yield replace(name, kind=kinds[name.words] or usual or name.kind)


def _dateline(text: str) -> tuple[int, int, int]:
    """Where the dateline begins and ends, and where its place ends; (-1, -1, -1) where there is none."""
    for line in re.finditer(r"[^\n]+", text[:3000]):
        found = DATELINE.match(line.group())
        if found:
            return line.start(), line.start() + found.end(), line.start() + found.end("place")
    return -1, -1, -1


def _is_heading(name: Name) -> bool:
    parts = [w.strip(".,:").casefold() for w in name.words.split()]
    return all(w in lexicon.HEADING_WORDS for w in parts) or (len(name.words) == 1 and name.words.isalpha())


def _kind(text: str, wording: str, here: Sequence[Name], surnames: set[str]) -> ActorKind | None:
    """The kind that the use of a name tells; None where it tells nothing against the recogniser."""
    kinds = {n.kind for n in here}
    parts = wording.split()
    last = parts[-1].casefold()
    is_shaped = 1 < len(parts) <= 3 and all(p.istitle() and p.isalpha() for p in parts)
    is_title = kinds == {"document"} and is_shaped and last not in lexicon.DOCUMENT_LAST | lexicon.PLACE_LAST
    if is_title and (given_names.is_given(parts[0]) or any(_is_explained(text, n) for n in here)):
        return "person"
    if "outlet" in kinds or "document" in kinds or states.state(wording):
        return None
    if any(_word_before(text, n.start) in VESSELS for n in here):
        return "unknown"
    if parts[0] in ("St", "St.", "Saint") and len(parts) == 2 and any(_is_owner(text, n) for n in here):
        return "place"  # "the bells of St Olave's"
    if len(parts) > 1 and last in lexicon.PLACE_LAST:
        return "place" if not any(n.title for n in here) else None
    if 1 < len(parts) <= 4 and given_names.is_given(parts[0]) and last not in lexicon.ORGANIZATION_LAST:
        is_led = any(_word_before(text, n.start) in WHERE | {"at", "from"} for n in here)
        is_open = not (kinds & {"place", "group"} and is_led) and all(p[0].isupper() or p.islower() for p in parts)
        return "person" if is_open and not wording.isupper() else None
    if 1 < len(parts) <= 3 and kinds <= {"organization", "unknown", "person"} and last not in lexicon.ORGANIZATION_LAST:
        is_called = any(_word_before(text, n.start) in lexicon.HUMAN - OF_BODIES for n in here)
        is_called = is_called or any(_is_explained(text, n) for n in here)
        return "person" if is_called and not wording.isupper() else None  # "opposition leader Ann Hale"
    if len(parts) == 1 and kinds & {"person", "unknown"} and wording not in surnames:
        return _lone(text, wording, here)
    return None


def _is_explained(text: str, name: Name) -> bool:
    """Whether a person's description stands beside a name in commas: "the minister, Ann Hale,", "Ann Hale, 47,"."""
    before = re.search(r"(\w+),\s$", text[max(0, name.start - 24) : name.start])
    after = EXPLAINED.match(text, name.end)
    if before and before[1].casefold() in lexicon.HUMAN - OF_BODIES and text[name.end : name.end + 1] in ",.":
        return True
    said = re.findall(r"[\w-]+", after["what"].casefold()) if after and after["what"] else ()
    return after is not None and (after["age"] is not None or any(w in lexicon.HUMAN - OF_BODIES for w in said[-2:]))


def _usual(name: Name, here: Sequence[Name]) -> ActorKind | None:
    """The kind in which a name is mostly read, for a full name read as nothing and a surname read as a firm's once."""
    counts = Counter(n.kind for n in here if n.kind != "unknown")
    if not counts or name.kind not in ("unknown", "organization"):
        return None
    most = max(sorted(counts), key=lambda k: counts[k])
    if " " in name.words:
        return most if name.kind == "unknown" else None
    return most if most == "person" and 2 * counts[most] > sum(counts.values()) else None


def _is_country(text: str, wording: str, here: Sequence[Name]) -> bool:
    """Whether a single word owns what only a country has, and is borne by nobody with a given name."""
    if " " in wording or wording.isupper() or given_names.is_given(wording) or any(n.title for n in here):
        return False
    if {n.kind for n in here} & {"outlet", "document", "group"}:
        return False
    return any(OWNED.match(text, n.end, n.end + 48) or OWNER.search(text, max(0, n.start - 24), n.start) for n in here)


def _lone(text: str, wording: str, here: Sequence[Name]) -> ActorKind | None:
    """A single word that the document mostly puts after "in" or "near", or "flew to", is a place.

    One that never stands without "the" is a body, which may be named in full elsewhere ("the Line").
    """
    if given_names.is_given(wording) or any(n.title for n in here):
        return None
    led = Counter(_is_where(text, n) for n in here)
    if led[True] and led[True] >= led[False]:
        return "place"
    is_the = all(_word_before(text, n.start) == "the" and n.kind in ("person", "unknown") for n in here)
    return "organization" if is_the and not wording.isupper() else None


def _is_owner(text: str, name: Name) -> bool:
    return text.startswith(("'s", "’s"), name.end)


def _is_where(text: str, name: Name) -> bool:
    if AT_A_PLACE.match(text, name.end):
        return True
    if _word_before(text, name.start) in WHERE:
        return not _is_owner(text, name)
    return bool(WENT.search(text, max(0, name.start - 24), name.start)) and not _is_owner(text, name)


def _word_before(text: str, start: int) -> str:
    found = re.search(r"(\w+)\s[\"“‘']?$", text[max(0, start - 24) : start])
    return found[1].casefold() if found else ""
