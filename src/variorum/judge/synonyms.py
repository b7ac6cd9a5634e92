"""Words of news and archives that name one act or one thing, so that "rejected" meets "dismissed"."""

from __future__ import annotations

from functools import cache

from variorum.judge.stems import stem

# One line a concept. General English, the plain words for what happens to people, votes, goods and buildings.
CLASSES = """
die died dies dead death deaths dying kill killed kills killing perish perished fatality fatalities lives
injure injured injury injuries hurt wound wounded
sign signed signature signing
reject rejected dismiss dismissed refuse refused turn-down refusal rejection
accept accepted approve approved agree agreed
transfer transferred move moved evacuate evacuated
arrest arrested detain detained custody
release released free freed
begin began begun start started starting
end ended finish finished
buy bought purchase purchased acquire acquired
sell sold sale sales
pay paid payment fee price cost costs worth
build built construct constructed construction erected
arrive arrived reach reached came
leave left depart departed departure
meet met meeting talk talks conversation
vote voted votes ballot ballots
elect elected election won
fire blaze fires
crash collision collide collided crashed
ship vessel freighter boat steamer
car vehicle automobile
doctor physician surgeon
write wrote written
phone telephone telephoned call called rang ring
ask asked request requested
answer answered reply replied respond responded response
test tested testing inspect inspected inspection check checked examine examined examination
tell told inform informed
pupil pupils student students schoolchildren
child children boy girl
police policeman policemen constable
soldier soldiers troops
spectators fans supporters crowd audience
employee employees worker workers staff
passenger passengers travellers
win won victory beat defeated
lose lost loss
shoot shot fired shooting gunman
gun pistol revolver rifle weapon
steal stole stolen theft taken
find found discover discovered discovery
name named christened
open opened opening
close closed closing shut
resign resigned resignation quit
appoint appointed appointment
publish published publication
deny denied denial
promise promised pledge pledged
warn warned warning
toll tax duty levy
percent percentage
agreement contract deal treaty pact accord
member members
weigh weighed weight
carry carried carrying aboard
observe observer observers watched watch
chair chaired presided
tow towed
sink sank sunk sinking
search searched
choose chose chosen select selected
offer offered offers
withdraw withdrew withdrawn
attend attended present
invite invited invitation
drink drank drunk
speak spoke spoken
give gave given
drive drove driven
fall fell fallen
hold held
ton tons tonne tonnes
fly flew flown flying
"""


@cache
def _classes() -> dict[str, str]:
    found: dict[str, str] = {}
    for line in CLASSES.strip().splitlines():
        words = line.split()
        for word in words:
            found.setdefault(stem(word), stem(words[0]))
    return found


def concept(key: str) -> str:
    """The concept of a stem: the first of the words that name the same; the stem itself where none is known.

    >>> concept(stem("dismissed")) == concept(stem("rejecting")), concept(stem("harbour"))
    (True, 'harbor')
    """
    return _classes().get(key, key)
