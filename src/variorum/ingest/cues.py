"""The wording of web furniture, credits and captions: general knowledge of English news pages.

Each cue has a weight in the unit of `regions.EVEN`: 1 tips the scales for a line about which nothing
else is known, 4 outweighs full-blown prose. The weights were set by hand on what the five seeds and 94
outlets of the story collection hold, cue by cue, and are checked by `score.py`'s measure "regions".
"""

from __future__ import annotations

import re
from dataclasses import dataclass

AGENCY = (
    r"(?:AFP|AP|Associated Press|AP Photo|Reuters|REUTERS|EPA|EPA-EFE|DPA|dpa|ANSA|TASS|ITAR-TASS|RIA Novosti|Xinhua|"
    r"Kyodo|PA|Press Association|Bloomberg|Getty(?: Images)?|Shutterstock|iStock|Alamy|Rex(?: Features)?|Corbis|"
    r"Anadolu(?: Agency)?|Interfax|UPI|ZUMA(?: Press)?|NurPhoto|Wikimedia(?: Commons)?|Flickr|Magnum|Sipa|Abaca|Barcroft)"
)
MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|"
    r"Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
CLOCK = r"\d{1,2}[:.]\d{2}(?::\d{2})?(?: ?[ap]\.?m\.?)?(?: ?\(?(?:GMT|UTC|BST|CET|CEST|EST|EDT|ET|PST|PDT|PT|MSK)\)?)?"
WEEKDAY = r"(?:Mon|Tue(?:s)?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?"
DAY = rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\.? {MONTH},? \d{{4}}|{MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}|\d{{4}}-\d\d-\d\d|\d{{1,2}}[./]\d{{1,2}}[./]\d{{2,4}})"
NETWORK = r"(?:Twitter|Facebook|Instagram|YouTube|Telegram|WhatsApp|LinkedIn|Pinterest|Reddit|Google\+?|TikTok|Flipboard)"


@dataclass(frozen=True, slots=True)
class Cue:
    """One tell-tale wording: what it shows, how strongly, and where in a line it must stand.

    `longest` is the number of words beyond which a line is too long to be what the cue shows.
    """

    name: str
    weight: float
    pattern: re.Pattern[str]
    longest: int = 40


def _cue(name: str, weight: float, pattern: str, *, longest: int = 40, case: bool = False) -> Cue:
    return Cue(name, weight, re.compile(pattern, 0 if case else re.IGNORECASE), longest)


# Boilerplate wherever it stands.
FURNITURE = (
    _cue("comment form", 4, r"^please enter (?:your|a valid) |\byour e-?mail address will not be published|^leave (?:a|your) (?:reply|comment)|^(?:post|add|write) (?:a|your) (?:comment|reply)\b|^save my name, e-?mail|^required fields are|^you must be logged in|^(?:log|sign) in to (?:leave|post|comment|join|reply)|^comments (?:are|have been) (?:closed|disabled)|^(?:no|\d+) comments?$|^(?:view|show|hide|load|read|see|join)(?: all| more| the)?(?: \d+)? (?:comments?|conversation|discussion)\b|^notify me (?:of|by)\b|^comments? ?[:(]? ?\d*\)?$", longest=30),
    _cue("related header", 3.5, r"^(?:related|recommended|popular|trending|latest|recent|similar|top|more) (?:articles?|stories|story|news|posts?|topics?|content|coverage|reading|videos?|links?|headlines|materials?)\b[^.]{0,30}$|^you (?:may|might)(?: also)? (?:like|be interested)|^(?:most|trending|must)[- ](?:read|popular|viewed|shared|watched|watch|now)\b|^recommended(?: for you)?:?$|^(?:up|read|what to read|watch) next:?$|^don.?t miss:?\b|^editor.?s.? (?:picks?|choice)|^(?:from )?around the web|^(?:promoted|sponsored)\b|^more (?:from|on|about|in|stories)\b[^.]{0,60}:?$|^(?:see|read) (?:also|more):?$|^related:?$", longest=14),
    _cue("pointer to another article", 3.5, r"^(?:read(?: also| more| next| on)?|see also|also (?:read|see)|watch(?: also| more| now)?|listen|more|related|recommended|don.?t miss|click(?: here)?)\s*(?:[:|>»]|[–—-]\s)\s*\S|^(?:click|tap) here\b|\bread more$|^(?:read|see|find out|learn) more (?:about|on|at|from)\b|^continue reading\b|^(?:read|view) (?:the )?(?:full|original|complete) (?:article|story|text)\b", longest=28),
    _cue("sharing", 4, r"^(?:read or )?share (?:this|on|via|with|the)\b|^(?:share|tweet|e-?mail|print|pin|copy)(?: (?:this|the))? (?:article|story|link|page|post)\b|^get (?:the )?short url|^(?:tweet|retweet|share)(?: \d+)?$|^click to (?:share|tweet|e-?mail|print)|^copy (?:link|url)|^permalink\b|^print(?:er)?[- ](?:friendly|version)", longest=20),
    _cue("follow us", 3.5, rf"^(?:like|follow|join|find|connect with|add|contact|visit)\b.{{1,60}} (?:on|via|at) {NETWORK}|^follow (?:us|me|him|her|@\w+)\b|^(?:e-?mail|contact) (?:the author|us|me|the (?:writer|reporter))\b|^e-?mail: ?\S+@", longest=30),
    _cue("newsletter", 3, r"^(?:sign up|subscribe|register|get|join|receive|enter your|want|like what)\b.{0,120}\b(?:newsletters?|e-?mail|inbox|alerts?|briefing|updates|digital access|subscription|subscribers?|membership)\b|^(?:sign up|subscribe)\b.{0,50}$|^(?:already (?:a|have)|not a) (?:subscriber|member|account|registered)|^this (?:article|content|story) is (?:only|exclusive)\b", longest=45),
    _cue("consent", 3, r"\b(?:we|site|website|page) uses? cookies|\b(?:accept|reject|manage|allow)(?: all)? cookies|\bby (?:continuing|clicking|using|signing|subscribing|submitting)\b.{0,90}\b(?:agree|accept|consent)|^(?:privacy|cookie) (?:policy|notice|settings|preferences)|^terms (?:of|and|&) (?:use|service|conditions)|\bprotected by recaptcha", longest=80),
    _cue("copyright", 4, r"^(?:©|\(c\)|copyright\b)(?=.*\b(?:19|20)\d\d\b)|\ball rights reserved\b|\bmay not be (?:published|reproduced|copied).{0,60}\b(?:redistributed|rewritten|permission|consent)|\bwithout (?:the )?(?:prior |express |written )*(?:permission|consent) (?:of|from)\b.{0,40}$|^(?:reproduction|unauthori[sz]ed)\b.{0,80}\b(?:prohibited|forbidden)|^(?:registration|licen[cs]e) (?:number|no\.?|for publishing)\b", longest=60),
    _cue("placeholder", 3.5, r"^(?:\d+ ?x ?\d+ )?(?:image|photo|picture|video|thumbnail|logo|avatar)(?: (?:placeholder|loading|unavailable|not available|not found))?$|^(?:media|video|audio|content|image) (?:is )?(?:unavailable|not available|not found|can ?not be)|^this (?:video|content|tweet|post) (?:is|has been) (?:not available|unavailable|removed|deleted)|^your browser does not|^(?:please )?(?:enable|turn on) javascript|^javascript (?:is|must)|^loading\b.{0,30}$|^now playing:?|^just watched\b|^scroll down\b|^skip (?:in|to|ad)\b|^advertisement\b.{0,40}$|^(?:story|article) continues (?:below|after)|^(?:auto)?play(?:ing)? (?:video|in)\b|^replay\b.{0,20}$|^(?:hide|toggle) caption$|^anzeige:?$|^slide ?show\b.{0,30}$|^\d+ of \d+$|^enlarge (?:this )?image\b|^tap to\b", longest=30),
    _cue("page clock", 4, rf"^(?:{WEEKDAY},? ?)?{CLOCK} ?[,|-]? ?(?:{WEEKDAY},? ?)?{DAY}$", longest=10),
    _cue("time stamp", 3.5, rf"^(?:first |last |originally )?(?:published|updated|posted|modified|created|edited)\b(?: on| at| by)?:? ?.{{0,40}}\d|\b(?:updated|published|posted|modified) ?(?:on|at|:) ?.{{0,30}}\b(?:19|20)\d\d\b.{{0,25}}$|^\d+ (?:min(?:ute)?s?|hours?|days?|weeks?|months?|years?) (?:read|ago)$|^(?:reading time|estimated read)|^\d+(?:[.,]\d+)?[km]? (?:views?|shares?|likes?|reads?)\b", longest=16),
    _cue("tags", 4, r"^(?:tags?|tagged(?: with| in)?|keywords?|categor(?:y|ies)|filed under|labels?|topics?) ?[:|-]|^(?:tags|topics|categories)$|^(?:#\w+[ ,]*){2,}$", longest=60),
    _cue("reporting credit", 3.5, r"^\W*(?:with |additional |further )*(?:reporting|writing|editing|assistance|translation|translated|compiled|edited|reported|research|contributions?)(?:,? (?:and|&) \w+)?(?: (?:assistance|help|contributions?))? (?:from|by|in [A-Z]\w+ by)\b|^\W*(?:with|additional) (?:\w+ ){0,3}(?:reporting|contributions?|assistance|files|material)\b|\bcontributed (?:to|reporting|from)\b.{0,60}\b(?:report|story|article|piece|reporting|\w+ and \w+)\.?\)?$|^\W*reporting by\b|^\W*\b[a-z]{2,4}/[a-z]{2,4}(?:/[a-z]{2,4})? \(.{2,40}\)$", longest=45),
    _cue("correction or provenance", 2.5, r"^this (?:article|story|post|piece|report|version|copy)\b.{0,40}\b(?:was|has been|is|will be) (?:\w+ )?(?:published|updated|corrected|amended|syndicated|republished|adapted|produced|translated|reprinted|provided)|^(?:article|story|post) originally (?:published|appeared)|^(?:the post|the article)\b.{0,160}\bappeared first on\b|^disclaimer\b|\b(?:views|opinions)\b.{0,60}\b(?:do not necessarily|are (?:those of|solely)|author.s own)|\bshould not be (?:taken|considered|construed) as\b.{0,60}\badvice\b|^\(?[A-Z][\w ]{2,24}\d{1,2}/\d{1,2}/\d{4} page ?\w+\)?$", longest=80),
)  # fmt: skip

# Credits: boilerplate when nothing but the credit stands in the line, else a mark of a caption.
CREDITS = (
    _cue("labelled credit", 4, r"^\W*(?:photo(?:graph)?s?|image|pictures?|pic|video|illustration|graphic|photo credits?|image credits?|image copyright|credits?|file photo|screenshot|courtesy(?: of)?|source)(?: (?:credits?|by|courtesy|copyright|via|from|of))*\s*[:/©|]\s*\S.{1,80}$|^(?:photo|image|picture|photograph|illustration|video)s? (?:by|courtesy|via|from|copyright)\b.{2,60}$", longest=12),
    _cue("copyright mark", 4, r"^(?:©|\(c\))\s*\S.{1,70}$", longest=10),
    _cue("agency behind a stroke", 4, rf"^[^.!?]{{2,60}}(?:/ ?|\| ?| via | [–—-] ){AGENCY}(?: (?:Images|Photo|Photos|News))?\)?\.?$", longest=9, case=True),
    _cue("agency alone", 4, rf"^\W*{AGENCY}(?:(?: ?[-–/,&|] ?| and ){AGENCY})*\W*$", longest=8),
    _cue("name behind a stroke", 2.5, r"^[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,2} ?/ ?[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]+){0,3}$", longest=7, case=True),
    _cue("via a picture agency", 3, rf"^(?:chart|map|photo|image|picture|graphic|screenshot)s? .{{0,30}}\b(?:via|by|from|courtesy)\b.{{2,40}}$|^(?:via|credit|courtesy) {AGENCY}$", longest=9),
)  # fmt: skip

# Descriptions of pictures.
CAPTIONS = (
    _cue("place in the picture", 2.5, r"\((?:(?:\w+ )?(?:left|right|centre|center|front|back|top|bottom)|[LRC]|(?:\w+ ){0,2}from (?:the )?(?:left|right)|pictured(?: \w+){0,3}|above|below)\)|, (?:(?:second|third|fourth|far|front|back) )?(?:left|right|centre|center)(?: to right)?, |, (?:left|right|centre|center)[,;] (?:and|with)\b|\b(?:from left|left to right|clockwise from)\b", longest=70),
    _cue("shown", 2.5, r"\b(?:is|are|was|were) (?:seen|pictured|shown|photographed|depicted)\b(?! (?:as|that|to|how|by many)\b)|\bpictured (?:here|above|below|with|in|at|on|during|left|right)\b|^(?:pictured|above|below|left|right)\b ?:", longest=60),
    _cue("file picture", 4, r"^file ?(?:photo|picture|image|[-–—:])|\bfile (?:photo|picture|image|photograph)\b|^(?:in )?this .{0,40}(?:photo|image|picture|photograph|frame|video grab|screengrab|screenshot)\b.{0,60}\b(?:released|provided|taken|shows?|made|posted|from|by)\b|^in this\b.{0,40}\b(?:photo|image|picture|frame|file)\b|^(?:a|an) (?:screen ?shot|photo(?:graph)?|satellite image|handout|video still|still)\b.{0,40}\b(?:shows?|of|from|taken|released)\b", longest=120),
    _cue("credit inside", 2.5, rf"[(/|]\s*(?:photo|image|picture|credit|file)?\s*:?\s*[^()/]{{0,40}}{AGENCY}(?: \w+)?\)?\.?$|\((?:photo|image|picture|credit|file)s?\b ?(?:by|:|courtesy|via|/)[^)]{{2,80}}\)\.?$|\b(?:photograph|photo|image|picture|credit)s?: [^.]{{2,60}}$|\bimage (?:copyright|caption)\b|[ .](?:photo|photograph) by [A-Z][^.]{{2,50}}\.?$|\b(?:hide|toggle) caption$", longest=120),
    _cue("agency before", 2.5, rf"^(?:AP:Associated Press|{AGENCY}(?: [–-] {AGENCY})?) (?=(?:The|A|An|In|This|[A-Z][a-z]+) )(?!(?:reported|said|reports|says|has|is|was|quoted|and|news|correspondent|journalist|that|had|also|on)\b)", longest=60, case=True),
    _cue("caption label", 4, r"^(?:image |photo |picture )?caption\b ?:?|^(?:image|photo) copyright\b", longest=60),
)  # fmt: skip

# Only after the article: an outlet, an author or a patron speaks about itself.
ABOUT = (
    _cue("about the outlet", 3, r"\b(?:our|the) (?:journalists|reporters|newsroom|journalism|editorial (?:team|policy|standards)|mission|readers|supporters|subscribers)\b|\b(?:journalists|correspondents|reporters) report the news\b|\bindependent (?:media|news|journalism|press|newsroom|publication)\b|\bsupport (?:our|independent|quality) (?:work|journalism|reporting)|\b(?:make a )?donat(?:e|ion)\b|\bhighest journalistic standards\b|\bnews (?:agency|organi[sz]ation|outlet|website|site|service)\b.{0,40}\b(?:based in|founded|established|covering|dedicated|provid)|\bwe (?:provide|publish|report|bring|cover|strive|rely|believe|welcome|value)\b", longest=120),
    _cue("about the author", 3, rf"^about (?:the )?(?:authors?|us|writer|contributor)\b|\bis an? (?:\w+[ -]){{0,4}}(?:reporter|writer|correspondent|journalist|contributor|columnist|freelancer|editor|blogger)\b.{{0,60}}\b(?:at|for|with|based|covering|covers|who|of)\b|\b(?:can be (?:reached|contacted)|follow (?:him|her|them|us)|reach (?:him|her|them)) (?:at|on|@)|\bon {NETWORK} ?(?:at |: ?)?@\w+", longest=90),
    _cue("contact", 2.5, r"\b(?:contact|write to|e-?mail|reach) (?:us|the (?:newsroom|editor|author))\b|\S+@\S+\.(?:com|org|net|co)\b|^got (?:a )?(?:tip|news|story)\b|^(?:do you )?have (?:a|any) (?:tip|story|question|comment)", longest=60),
)  # fmt: skip

BYLINE = re.compile(
    r"^(?:[Bb]y|BY|Written by|Posted by|Author:?|From)[ :]\s*(?=[A-Z])[^.!?;:\"“]{2,110}$|"
    r"^[A-Z][\w'’-]+(?: [A-Z][\w.'’-]*){1,2}, (?:for )?(?:\w+\.(?:com|ca|org|net|co\.uk)|(?:[A-Z][\w.]* ){0,3}"
    r"(?:Correspondent|Editor|Writer|Reporter|Staff|Press|Post|Times|News))$|"
    rf"^{AGENCY} ?\| ?\S.{{2,60}}$"
)
DATE_LINE = re.compile(
    rf"^\W*(?:{WEEKDAY},? ?)?(?:{DAY})(?: ?[,|–—-]? ?(?:at )?{CLOCK})?(?: ?[|–—-] .{{0,30}})?\W*$", re.IGNORECASE
)

# Words of menus, buttons and widgets: a line made of nothing else is furniture.
MENU_WORDS = frozenset(
    """about access accessibility account accounts ad ads advertise advertisement advertising agree alerts all also
    app apps archive archives article articles audio back blog blogs bookmark breaking browse business button by
    cancel careers categories category click close comment comments community conditions contact content contents
    continue cookie cookies copy culture discussion donate download e edition editions editor email en enter
    entertainment epaper events facebook faq feed feedback feeds follow footer forum forward full galleries gallery
    help hide home homepage icon image images in instagram jobs jump language latest less like likes link linkedin
    links listen live load log login logo logout main markets media menu messenger more most multimedia my navigation
    news newsletter newsletters newspaper next now off on online open opinion options or page pages photo photos
    pinterest play podcast podcasts policy politics popular post posts premium press previous print privacy privacy
    profile programmes programs prev radio read read recommended reddit register related reply report reports rss
    save schedule science search section sections see select send settings share shares show shop sign sitemap site
    skip slideshow social sport sports stories story stream submit subscribe subscribers subscription support tag tags
    telegram terms the this to today toggle top topics transcript translate trending tv tweet twitter up us use
    username video videos view views vk wallet watch weather webcast whatsapp widget widgets world x your youtube
    standards guidelines reader readers comments replies sponsored promoted partner partners website url short
    preferences notice map print-friendly version zoom font size increase decrease""".split()
)
# Words that say nothing of a menu's own when they stand beside menu words.
MENU_NEUTRAL = frozenset("a an and for from in of on or the this to with your our my & | all".split())
