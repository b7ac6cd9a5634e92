"""Spellings of one name: as it is heard, as another alphabet gives it back, and short for long."""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher
from functools import lru_cache

LONG_ENOUGH = 5  # letters of a surname: shorter ones at one edit are usually two families
HALF = 0.5  # of the letters of two given names, in order
HEARD = 3  # consonants that two surnames must have in common, one by one, to be one name in two spellings

# How letters are heard, in this order; several alphabets' ways of writing one sound come out as one.
LETTERS = (
    ("tsch|tch|shch|sch|dzh|zh|sh|ch", "s"),
    ("ck|kh|qu|q", "k"),
    ("ph", "f"),
    ("th|dt|tt", "t"),
    ("ts|tz|cz|z|ß", "s"),
    ("x", "ks"),
    ("c(?=[eiy])|c$", "s"),
    ("c", "k"),
    ("[vw]", "f"),
    ("[aeiouyj]", ""),
)
HARD = "ch|kh|h|g|ck|k|q"  # Russian has no "h", and "ch" has many sounds: they come back as "g", "kh" or "k"

# Short forms of given names: whoever is in one line may be called by any of its names.
SHORT_FORMS = """
abraham abe|albert al bert|alexander alexandra alex sasha sandy aleksandr alexandr alec|alfred alf fred|anastasia nastya
|andrew andy drew|anthony tony antony|antonio toni|arthur art|barbara barb babs|benjamin ben benny|bernard bernie
|catherine katherine kate katie cathy kathy kathryn|charles charlie chuck|christine christina chris tina
|christopher chris|daniel dan danny|david dave|deborah debbie deb|dmitri dima dmitry dimitri|donald don|dorothy dot
|douglas doug|edward ed eddie ted ned|eleanor ellie nell|elizabeth liz beth betty lizzie eliza|emily em|eugene gene
|evgeny zhenya yevgeny eugeny|frances fran|francis frank|frederick fred freddie|gabriel gabe|george georgie
|gerald gerry jerry|gregory greg|harold harry hal|henry harry hank|howard howie|hubert bert|ignatius iggy
|irina ira|isabel isobel bel|ivan vanya|jacob jake|james jim jimmy jamie|janet jan|jeffrey jeff geoffrey geoff
|jennifer jen jenny|jessica jess|joan joanie|john jack johnny jon|jonathan jon|joseph joe joey|josephine jo josie
|judith judy|karl carl|kenneth ken kenny|lawrence larry laurence|leonard len lenny|leslie les|louis lou|lucille lucy
|ludmila lyudmila mila|margaret maggie meg peggy margie greta|maria masha marie mary|martin marty|matthew matt
|maximilian max|melvin mel|michael mike mick micky misha mikhail|nathaniel nathan nate|nicholas nick nicky nikolai kolya
|nikita nick|natalia natasha natalya|olga olya|oliver ollie|pamela pam|patricia pat patty tricia|patrick pat paddy
|pavel pasha|peter pete|philip phil phillip|raymond ray|rebecca becky|richard dick rick rich ricky|robert bob rob bobby
robbie|roderick rod|roger rog|ronald ron ronnie|rosemary rose rosie|rudolf rudi rudy|samuel sam sammy|sandra sandy
|sergei seryozha sergey serge|sidney sid|stanley stan|stephen steven steve stefan|susan sue susie suzanne|sylvester sly
|svetlana sveta|tatiana tanya tatyana|terence terry terrance|theodore ted theo|thomas tom tommy|timothy tim
|tobias toby|valentina valya|valery valeri|victor vic viktor|victoria vicky|vincent vince|vladimir volodya
|vladislav vlad|walter walt wally|wilhelm willi willy|william bill billy will willie liam|winston winnie
|yelena elena lena helena helen|yuri yury iurii|zachary zach
"""


@lru_cache(maxsize=1)
def _short_forms() -> dict[str, frozenset[int]]:
    """Given name -> the lines in which it stands."""
    found: dict[str, set[int]] = {}
    for n, line in enumerate(SHORT_FORMS.replace("\n", " ").split("|")):
        for name in line.split():
            found.setdefault(name, set()).add(n)
    return {name: frozenset(lines) for name, lines in found.items()}


@lru_cache(maxsize=50_000)
def heard(name: str, *, is_hard: bool = False) -> str:
    """The consonants of a name as they are heard; `is_hard` hears one sound in "h", "g", "ch" and "k".

    >>> heard("Brandt") == heard("Brant"), heard("Yeltsin") == heard("Jelzin"), heard("Hale") == heard("Hill")
    (True, True, True)
    >>> heard("Hradec", is_hard=True) == heard("Gradets", is_hard=True)
    True
    """
    plain = unicodedata.normalize("NFKD", name.casefold())
    plain = "".join(c for c in plain if c.isalpha() and not unicodedata.combining(c))
    if is_hard:
        plain = re.sub(f"(?<![st])(?:{HARD})", "k", plain)
    for letters, sound in LETTERS:
        plain = re.sub(letters, sound, plain)
    plain = plain[:1] + plain[1:].replace("h", "")
    return _single(plain)


def is_given_name_of(one: str, other: str) -> bool:
    """Whether two given names may be one person's: short and long, an initial, or two spellings.

    >>> is_given_name_of("ray", "raymond"), is_given_name_of("r", "raymond"), is_given_name_of("roy", "raymond")
    (True, True, False)
    """
    if one == other or (one[:1] == other[:1] and 1 in (len(one), len(other))):
        return True
    forms = _short_forms()
    if forms.get(one, frozenset()) & forms.get(other, frozenset()):
        return True
    if _single(one) == _single(other):
        return True
    return len(heard(one)) > 1 and heard(one) == heard(other) and one[0] == other[0]


def _single(word: str) -> str:
    """The word with no letter twice in a row."""
    return re.sub(r"(.)\1+", r"\1", word)


def are_spellings(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Whether two full names (given name, surname) are likely one name, written twice.

    With one given name the surnames may differ by a letter, or sound alike to a Russian ear; with two that are
    themselves spelled unlike only surnames that are heard alike will do.

    >>> are_spellings(("helena", "brandt"), ("helena", "brant")), are_spellings(("tom", "hale"), ("tom", "hall"))
    (True, False)
    >>> are_spellings(("milos", "hradec"), ("milosh", "gradets")), are_spellings(("anna", "hradec"), ("olga", "hradec"))
    (True, False)
    """
    (given, surname), (another, family) = one, other
    is_long = min(len(surname), len(family)) >= LONG_ENOUGH
    sounds = heard(surname), heard(family)
    are_alike = sounds[0] == sounds[1] and len(sounds[0]) >= HEARD and is_long
    if is_given_name_of(given, another):
        if surname == family or are_alike:
            return True
        harder = heard(surname, is_hard=True), heard(family, is_hard=True)
        return is_long and (is_near(surname, family) or (harder[0] == harder[1] and len(harder[0]) >= HEARD))
    # "Ewan Sclater" and "Yuen Sklater": the surname shows that a foreign ear has heard the whole of it
    is_foreign = surname != family and are_alike and len(given) > 1 < len(another)
    return is_foreign and SequenceMatcher(None, given, another, autojunk=False).ratio() >= HALF


def is_near(a: str, b: str) -> bool:
    """Whether two words differ by one letter added, lost or changed.

    >>> is_near("petrenko", "petreenko"), is_near("hale", "hill")
    (True, False)
    """
    if abs(len(a) - len(b)) > 1:
        return False
    short, long = sorted((a, b), key=len)
    at = next((n for n, (x, y) in enumerate(zip(short, long, strict=False)) if x != y), len(short))
    return short[at + (len(short) == len(long)) :] == long[at + 1 :]
