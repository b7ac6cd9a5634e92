"""Opposites of general English, by stem; written for this project, to be widened by a thesaurus later."""

from __future__ import annotations

from functools import cache

from variorum.judge.lexicon import word_set
from variorum.judge.stems import stem

# One line: words of one side | words of the other. Nouns, verbs and adjectives of news and archives.
PAIRS = """
accept accepted acceptance agree agreed approve approved consent|reject rejected refuse refused refusal decline
support supported back backed favour favor endorse|oppose opposed resist opposition
safe safely harmless secure security|insecure insecurity dangerous harmful unsafe hazardous risky
guilty|innocent acquitted
alive survived survivor|dead died killed deceased
true truth truthful correct accurate|false lie untrue incorrect wrong inaccurate
win won victory winner beat beaten|lose lost defeat loser
increase increased rise rose risen grow grew grown growth up higher|decrease decreased fall fell fallen decline drop
open opened|close closed shut locked
begin began begun start started|end ended finish finished stop stopped
allow allowed permit permitted legal lawful|forbid forbidden ban banned prohibit prohibited illegal unlawful
possible feasible|impossible unfeasible
friend friendly ally partner|enemy foe hostile adversary rival
eager keen enthusiastic warm|reluctant unwilling cool indifferent restrained reserved lukewarm
deliberate deliberately intentional intended|accidental accidentally accident unintended
public publicly|secret secretly private privately
remember remembered recall|forget forgot forgotten
enter entered arrive arrived join joined admit admitted|leave left depart departed quit withdraw withdrew expel
buy bought purchase|sell sold
peace peaceful peacefully|war violent violently warlike
good positive beneficial excellent benign|bad evil negative terrible vicious wicked harmful malign
equal full|unequal inferior
strong strength|weak weakness
defensive defend defended|offensive aggressive attack attacked
confirm confirmed admitted admit|deny denied
include included|exclude excluded
create build built construct maintain preserve keep protect|destroy destroyed undermine ruin demolish abolish
united unite unified|divided divide split
success successful succeed succeeded|failure unsuccessful fail failed
love loved like liked|hate hated dislike disliked loathe
permanent permanently|temporary temporarily
always|never
guaranteed certain sure|doubtful uncertain unsure
appreciate appreciated praise praised welcome welcomed|criticise criticised criticize criticized condemn condemned
arrest arrested detain detained jail jailed|release released free freed
married marry|divorced divorce single
rich wealthy|poor
voluntary voluntarily willingly persuaded volunteered|forced coerced compelled compulsory unwillingly
sober|drunk drunken
sane|insane mad
ready prepared willing|unready unprepared unwilling
optimistic hopeful|pessimistic hopeless
legalise legalize|outlaw
serious seriously|joke joking trivial
intact undamaged unbroken unharmed|broken damaged torn smashed wrecked
landslide overwhelming|narrow narrowly slim
conscious|unconscious
armed|unarmed
locked|unlocked
full|empty
awake|asleep
innocence|guilt
calm|rough stormy
rumour rumours rumoured unconfirmed speculation|confirmed acknowledged
married|unmarried
paid|unpaid
"""

# Words that put a thing in a bad light; one of them in place of a neutral or good word is seldom what was said.
DARK = word_set(
    """evil wicked vile hostile criminal corrupt dirty rotten stupid foolish mad insane fake bogus worthless
    cruel brutal hated satanic enemy guilty dangerous drunk lazy false"""
)


@cache
def _sides() -> dict[str, tuple[tuple[int, int], ...]]:
    found: dict[str, list[tuple[int, int]]] = {}
    for row, line in enumerate(PAIRS.strip().splitlines()):
        for side, words in enumerate(line.split("|")):
            for word in words.split():
                found.setdefault(stem(word), []).append((row, side))
    return {key: tuple(sorted(set(places))) for key, places in found.items()}


@cache
def are_opposite(a: str, b: str) -> bool:
    """Whether two words, given as stems, mean opposite things.

    >>> are_opposite(stem("safe"), stem("dangerous")), are_opposite(stem("safe"), stem("secure"))
    (True, False)
    """
    sides = _sides()
    if not {row for row, _ in sides.get(a, ())} & {row for row, _ in sides.get(b, ())}:
        return False
    ours, theirs = set(sides[a]), set(sides[b])
    return any((row, 1 - side) in theirs for row, side in ours) and not ours & theirs


def sides_of(key: str) -> tuple[tuple[int, int], ...]:
    """The pairs of opposites that a stem belongs to, as (which pair, which side of it)."""
    return _sides().get(key, ())
