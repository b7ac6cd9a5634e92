"""Shapes of lines that tell furniture without a list of its wordings: names alone, addresses, words to the reader."""

from __future__ import annotations

import re

from variorum.ingest.cues import DAY, MONTH, WEEKDAY

PERSON = (
    r"(?!The |An? |By |Read )(?:Dr\.? |Prof\.? )?[A-Z][\w'’-]+"
    r"(?: (?:[A-Z]\.|de|van|von|der|al|bin|la))*(?: [A-Z][a-z'’][\w'’-]+)"
)
NAMES = re.compile(rf"^{PERSON}(?:(?:, | and | & |, and ){PERSON}){{0,4}}$")
ROLE = (
    r"(?i:(?:\w+ ){0,3}(?:correspondent|reporter|writer|editor|journalist|columnist|contributor|producer|critic|"
    r"photographer|bureau chief)s?(?: (?:in|for|at) [\w ]{2,30})?)"
)
NAME_AND_ROLE = re.compile(
    rf"^\W*(?:[Bb]y )?(?:(?:{PERSON}|[A-Z][A-Z'. -]{{2,40}})(?:,? [|–—•/-]?|,) ?)?"
    rf"(?:[Oo]ur (?:own )?|[Tt]he )?{ROLE}\W*$"
)
WORK = (
    r"(?:Words|Text|Story|Report|Interview|Commentary|Analysis|Opinion|Comment|Review|Essay|Column|Photo(?:graph)?s|"
    r"Pictures|Illustrations?|Video|Graphics?|Research|Reporting)"
)
WORK_AND_NAME = re.compile(rf"^{WORK}(?: and \w+)?(?: by)?:? {PERSON}(?:(?:, | and | & ){PERSON}){{0,4}}$")
A_DAY = re.compile(rf"\b(?:{DAY}|{MONTH},? (?:19|20)\d\d|{MONTH} \d{{1,2}},? (?:19|20)\d\d)\b", re.IGNORECASE)
OLD_DATELINE = re.compile(
    rf"^\W*[A-Z][A-Z .'’-]{{2,28}}, ?(?:{WEEKDAY}|{MONTH} \d{{1,2}}|\d{{1,2}} {MONTH})(?:,? \d{{4}})?\W*$"
)
REACHED = re.compile(
    r"\bwww\.|https?://|\b[\w.-]{1,40}@[\w-]{1,40}\.\w|\b\w[\w-]*\.(?:com|org|net|co\.uk|gov|info|example)\b|"
    r"(?:\+\d|\(\d{3}\)|\b0\d{2,4}|\b\d{3})[ .-]?\d{3,4}[ .-]?\d{3,4}\b|"
    r"\b(?:[Tt]el|[Pp]hone|[Tt]elephone|[Ff]ax|[Mm]obile|[Ee]-?mail)\b ?[.:]|\b\d{1,4}[a-z]? (?:[A-Z]\w+ ){1,2}"
    r"(?:Street|St|Road|Rd|Avenue|Ave|Square|Lane|Boulevard|Blvd|Drive|Quay|House)\b"
)
PARTED = re.compile(r" {2,}|\t+|\s*[|•·]\s*")
LEAST_ITEMS, LONGEST_ITEM, LONGEST_ROW = 3, 3, 160  # items of a row, words of one, code points of all
ITEM = re.compile(r"[A-Z0-9][^.?!:;,\"“”]*")
# What pages ask their readers to do.
OPENER = re.compile(
    r"^\W*(?:please |to )?(?:sign|subscribe|get|join|play|read|order|download|enter|follow|watch|listen|unlock|click|"
    r"tap|try|shop|buy|save|book|discover|explore|check (?:out|back)|find|help|donate|support|register|log|send|"
    r"e-?mail|tell|share|let us|stay|start|visit|"
    r"choose|select|contact|view|reply|need|want|looking|enjoy(?:ed|ing)?|love|like|never miss|don.t miss|"
    r"thank you for|thanks for|if you|do you|have you|did you|are you|would you|can you|got|become|upgrade|"
    r"access|receive|manage|unsubscribe|report|consider|make sure|be the first|write to us|call us|ask us)\b"
)
YOU = re.compile(r"\b(?:you|your|yours)\b")
OWN_WORD = re.compile(r"^\W*(?:you|your|if you|we|our)\b")
YOUR_DATA = re.compile(
    r"\byour (?:comments?|feedback|privacy|inbox|e-?mail(?: address)?|browser|device|account settings|subscription|"
    r"preferences|personal data)\b"
)
US = re.compile(r"\b(?:us|our|we|here|free|today|now|my)\b")
SITE = re.compile(
    r"\b(?:stor(?:y|ies)|newsletters?|e-?mails?|inbox|bookmarks?|my account|pages?|(?:web)?sites?|cookies|privacy|"
    r"subscri\w+|readers?|articles?|essay|browser|app|settings|icon|password|passcode|comments?|feedback|links?|crossword|"
    r"puzzles?|podcasts?|episodes?|reading|letter|preferences|advert\w*|ads|ad-free|unsubscribe|notifications?|alerts?|digest|briefing|"
    r"journalism|membership|members?|tips?|donation|gift|(?:e-)?edition|device|javascript|postcode|screen|player|video|audio|"
    r"photos?|network|trial|offers?|register\w*)\b"
)
SALE = re.compile(
    r"[£$€]\d|\b(?:from|only|just) (?:[£$€]?\d|\w+ (?:a|per) (?:week|month|day|year))|\d ?% off|"
    r"\b(?:free trial|on sale|in stock|order (?:now|today)|buy now|shop now)\b",
    re.IGNORECASE,
)


MEMO_LABEL = re.compile(
    r"^(?:(?P<own>TO|PARTICIPANTS?|PRESENT|SUBJECT|ATTENDEES|ATTENDANCE|IN ATTENDANCE|IN THE CHAIR|APOLOGIES|PLACE|"
    r"VENUE|AND PLACE|ALSO PRESENT|ATTENDING|MEETING)|FROM|DATE|TIME|CC|RE|REF|CHAIR|LOCATION|CALLED BY)\b"
    r"[^:.]{0,24}:(?=\s|$)",
    re.IGNORECASE,
)
IMPRINT = re.compile(
    r"(?P<who>(?:The )?[A-Z][a-z][\w'’.&-]*(?: (?:of|and|the|[A-Z][\w'’.&-]*)){1,5}) ?[,|–—-] ?(?:[A-Z][a-z]+day,? )?"
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)? {MONTH}|{MONTH} \d{{1,2}}),? \d{{4}}"
)
MESSAGE = re.compile(r"t\.co/|pic\.twitter|\(@\w|#\w|^@\w|^RT ")  # how messages from networks look
QUOTED = re.compile(r"[\"“”«»]|''|``")


def is_names(line: str) -> bool:
    """Whether the line holds nothing but names of people.

    >>> is_names("Ada Quill and Tom Reed"), is_names("Harbour plan delayed")
    (True, False)
    """
    return bool(NAMES.match(line))


def is_name_and_role(line: str) -> bool:
    """Whether the line holds nothing but the name or the role of somebody who reports.

    >>> is_name_and_role("Ada Quill, Senior Harbour Correspondent"), is_name_and_role("(By our Special Correspondent.)")
    (True, True)
    """
    return len(line) < 90 and bool(NAME_AND_ROLE.match(line) or WORK_AND_NAME.match(line))


def is_old_dateline(line: str) -> bool:
    """Whether the line is the place and day that old papers put over a report.

    >>> is_old_dateline("QUILL, Friday."), is_old_dateline("QUILL, 4 June 2000")
    (True, True)
    """
    return bool(OLD_DATELINE.match(line))


def imprint(line: str) -> str | None:
    """The paper, where the line is nothing but its name and the day, as over a clipping; else None.

    >>> imprint("The Lower Quay Tribune, 12 March 2014"), imprint("Norvik Post | Monday, March 3, 2014")
    ('The Lower Quay Tribune', 'Norvik Post')
    >>> imprint("The mill closed on 12 March 2014"), imprint("QUILL, 4 June 2000")
    (None, None)
    """
    found = IMPRINT.fullmatch(line.strip())
    return found["who"] if found else None


def has_day(line: str) -> bool:
    """Whether a date with its year stands in the line."""
    return bool(A_DAY.search(line)) and not MESSAGE.search(line)


def is_row(line: str) -> bool:
    """Whether a line is a row of short items set apart by blanks or strokes, as the sections of a paper are.

    >>> is_row("News  Births & Deaths  Jobs  Subscribe"), is_row("She sang.  He wept.  They left.")
    (True, False)
    """
    held = [item for item in PARTED.split(line.strip()) if item] if len(line) <= LONGEST_ROW else []
    is_short = all(ITEM.fullmatch(item) and len(item.split()) <= LONGEST_ITEM for item in held)
    return len(held) >= LEAST_ITEMS and is_short and any(c.isalpha() for c in line)


def has_address(line: str) -> bool:
    """Whether the line tells how to reach somebody: by mail, by telephone, at a street or a web address.

    Messages from networks, which articles set off like quotations, end in addresses too and are none.

    >>> has_address("Phone: 555 0177, or write"), has_address("The mayor telephoned.")
    (True, False)
    """
    return bool(REACHED.search(line)) and not (MESSAGE.search(line) or QUOTED.search(line))


def is_message(line: str) -> bool:
    """Whether the line is a message from a network, which an article sets off like a quotation.

    >>> is_message("What a day. — Ada Quill (@adaquill) June 4, 2000")
    True
    """
    return bool(MESSAGE.search(line))


def speaks_to_reader(line: str) -> bool:
    """Whether a page speaks here to whoever reads it, of itself: asks, offers or explains a button.

    >>> speaks_to_reader("Unlock the digest for free"), speaks_to_reader("You can find this story in your bookmarks.")
    (True, True)
    >>> speaks_to_reader("Write to your member of parliament."), speaks_to_reader("You will read this one day.")
    (False, False)
    """
    small = line.lower()
    if QUOTED.search(small) or MESSAGE.search(line):
        return False
    if YOUR_DATA.search(small):
        return True
    opens, says_you, sites = bool(OPENER.match(small)), bool(YOU.search(small)), len(SITE.findall(small))
    if opens and (says_you or US.search(small)):
        return sites > 0 or not small.endswith(".")
    return sites >= 2 and (opens or bool(OWN_WORD.match(small)))


def sells(line: str) -> bool:
    """Whether the line calls to buy: a price or an offer, and a call.

    >>> sells("Winter boots from 20 crowns. Order today!")
    True
    """
    is_call = line.endswith("!") or bool(OPENER.match(line.lower()))
    return is_call and bool(SALE.search(line)) and not QUOTED.search(line)
