"""Names that stand for one country: its capital, its people, its government (as news use them)."""

from __future__ import annotations

# country: words that stand for it in "Moscow said", "the Russian side"; all in lower case.
STANDING_FOR = """
united states: u.s. usa us america american americans washington u.s.a.
united kingdom: u.k. uk britain british london britons
russia: russian russians moscow kremlin
soviet union: ussr soviet soviets u.s.s.r.
germany: german germans berlin
france: french paris
italy: italian italians rome
spain: spanish madrid
china: chinese beijing peking
japan: japanese tokyo
india: indian indians delhi
pakistan: pakistani islamabad
iran: iranian iranians tehran teheran
iraq: iraqi iraqis baghdad
israel: israeli israelis jerusalem
turkey: turkish ankara turks
ukraine: ukrainian ukrainians kyiv kiev
poland: polish warsaw poles
hungary: hungarian budapest
austria: austrian vienna
greece: greek athens greeks
sweden: swedish stockholm
norway: norwegian oslo
finland: finnish helsinki
denmark: danish copenhagen
netherlands: dutch hague
belgium: belgian
ireland: irish dublin
portugal: portuguese lisbon
switzerland: swiss bern
romania: romanian bucharest
bulgaria: bulgarian sofia
serbia: serbian belgrade serbs
croatia: croatian zagreb
egypt: egyptian cairo
syria: syrian damascus syrians
saudi arabia: saudi riyadh saudis
libya: libyan tripoli
canada: canadian ottawa canadians
mexico: mexican mexicans
brazil: brazilian brasilia
argentina: argentine buenos
cuba: cuban havana cubans
venezuela: venezuelan caracas
australia: australian canberra australians
north korea: pyongyang
south korea: seoul
philippines: philippine manila filipino
indonesia: indonesian jakarta
vietnam: vietnamese hanoi
afghanistan: afghan kabul afghans
georgia: georgian tbilisi
belarus: belarusian minsk
lithuania: lithuanian vilnius
latvia: latvian riga
estonia: estonian tallinn
south africa: pretoria
kenya: kenyan nairobi
nigeria: nigerian abuja
ethiopia: ethiopian
"""


def _read() -> dict[str, str]:
    found = {}
    for line in STANDING_FOR.strip().splitlines():
        country, _, words = line.partition(":")
        for word in (country, *words.split()):
            found[word] = country
    return found


COUNTRY_OF = _read()
COMPOUND = tuple(sorted(c for c in set(COUNTRY_OF.values()) if " " in c))


def country(word: str) -> str | None:
    """The country that a plain word stands for, if any.

    >>> country("moscow"), country("table")
    ('russia', None)
    """
    return COUNTRY_OF.get(word)
