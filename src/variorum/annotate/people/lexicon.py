"""English words for people, bodies and papers that speak: titles, roles, groups, given names."""

from __future__ import annotations

from variorum.annotate.people import given_names


def words(text: str) -> frozenset[str]:
    """The words of a text as a set: how word lists are written here."""
    return frozenset(text.split())


MALE_TITLES = words("mr mister sir lord king prince father monsieur señor herr")
FEMALE_TITLES = words("mrs ms miss lady dame queen princess sister madame señora frau")
TITLES = MALE_TITLES | FEMALE_TITLES | words(
    "dr prof professor president vice prime minister premier chancellor senator sen representative rep congressman "
    "congresswoman governor gov general gen colonel col captain capt major maj lieutenant lt sergeant sgt admiral "
    "judge justice pope archbishop bishop cardinal reverend rev rabbi imam sheikh ayatollah ambassador mayor "
    "secretary speaker chairman chairwoman chief inspector detective officer superintendent attorney prosecutor "
    "spokesman spokeswoman spokesperson director commissioner emperor crown deputy foreign defense defence former "
    "ex-president then-president acting alderman councillor councilman councilwoman sheriff coach baroness baron count "
    "countess duke duchess comrade magistrate envoy chairperson"
)  # fmt: skip

LEADERS = words(
    "leader president premier chancellor dictator ruler strongman autocrat monarch king queen emperor minister "
    "head chief incumbent tsar president-elect"
)
EXPERTS = words(
    "expert analyst scholar academic scientist researcher professor historian economist commentator pundit specialist "
    "observer political-scientist strategist sociologist psychologist"
)
OFFICIALS = words(
    "diplomat official politician lawmaker senator congressman congresswoman governor mayor envoy ambassador "
    "spokesman spokeswoman spokesperson secretary representative legislator statesman bureaucrat parliamentarian "
    "mp councillor councilwoman alderman magistrate councilman commissioner aide adviser advisor chairman "
    "chairwoman chair deputy candidate nominee republican democrat conservative liberal"
)
TRADES = words(
    "journalist reporter correspondent editor columnist anchor host interviewer presenter broadcaster author "
    "writer novelist poet actor actress director filmmaker producer singer musician artist rapper star celebrity "
    "comedian model lawyer attorney prosecutor judge doctor physician surgeon nurse teacher student engineer "
    "businessman businesswoman entrepreneur executive ceo founder owner manager coach player footballer athlete "
    "boxer swimmer champion winner officer policeman policewoman detective sheriff soldier general commander "
    "captain pilot driver painter sculptor composer dancer critic dealer designer architect photographer "
    "publisher curator gallerist baker builder miner weaver farmer worker priest bishop pope pastor imam rabbi "
    "cleric activist campaigner dissident whistleblower contractor banker billionaire tycoon magnate mogul "
    "veteran boss colleague counterpart predecessor successor counsel barrister solicitor personality mate"
)
PEOPLE = words(
    "man woman boy girl person teenager teen youth mother father parent son daughter brother sister wife husband "
    "widow uncle aunt cousin friend neighbor neighbour relative resident witness eyewitness onlooker bystander "
    "survivor victim suspect gunman attacker assailant defendant plaintiff inmate prisoner patient passenger "
    "customer client source insider informant tourist visitor voter supporter opponent critic user tweeter "
    "blogger lady gentleman guy child kid baby toddler granddaughter grandson grandmother grandfather partner "
    "fiancée girlfriend boyfriend roommate classmate caller bidder buyer protester demonstrator rescuer "
    "firefighter paramedic volunteer member organizer participant spectator attendee attendant commuter shopper "
    "mourner hiker teammate referee goalkeeper captain midfielder striker defender advocate veteran local worker "
    "employee operator investigator detective guard assistant clerk boss supervisor trustee treasurer chairperson "
    "landlord tenant fisherman midwife keeper curator archivist librarian gardener butler cook chef barber "
    "merchant trader skipper sailor pharmacist chemist biologist physicist geologist astronomer economist auditor "
    "accountant consultant translator interpreter notetaker caretaker superintendent principal headmaster "
    "headmistress rector dean provost chancellor stepfather stepmother stepson stepdaughter nephew niece "
    "grandparent grandchild fiancé godfather godmother in-law host hostess guest interviewee moderator plumber "
    "electrician carpenter mechanic conductor stewardess steward agent broker intern trainee apprentice whistle- "
    "blower successor heir heiress bodyguard chauffeur vicar nun monk chaplain netizen villager"
)
HUMAN = LEADERS | EXPERTS | OFFICIALS | TRADES | PEOPLE
FEMALE = words(
    "woman girl mother daughter sister wife widow aunt lady spokeswoman congresswoman chairwoman businesswoman "
    "niece stepmother stepdaughter godmother heiress hostess headmistress stewardess nun midwife policewoman "
    "actress queen princess granddaughter grandmother girlfriend fiancée she her"
)
MALE = words(
    "man boy father son brother husband uncle gentleman guy spokesman congressman chairman businessman policeman king "
    "nephew stepfather stepson godfather headmaster monk fisherman prince grandson grandfather boyfriend gunman he him"
)
# Nouns that stand for several people even in the singular.
BODIES_OF_PEOPLE = words(
    "team staff crew delegation police family couple crowd public media press opposition leadership management "
    "jury panel audience majority minority duo trio squad people folks"
)
ORGANIZATIONS = words(
    "government administration ministry department agency company firm corporation bank university college school "
    "hospital court committee council commission party union league federation association organization "
    "organisation group institute foundation charity alliance bloc coalition parliament congress senate assembly "
    "cabinet embassy consulate army military navy newspaper paper magazine broadcaster network channel station "
    "outlet website studio publisher airline manufacturer maker retailer carmaker operator regulator watchdog "
    "authority bureau office campaign club museum church think-tank service country nation state side city zoo "
    "site airport clinic laboratory lab startup start-up brand chain store shop restaurant hotel theater theatre "
    "factory nonprofit ngo carrier lender archive archives inspectorate directorate secretariat tribunal registry "
    "treasury insurer automaker developer platform prison force giant conglomerate"
)
DOCUMENTS = words(
    "document file memo memorandum minute record transcript report study survey poll paper letter email e-mail "
    "message statement note tweet post article book memoir diary cable dispatch filing lawsuit indictment complaint "
    "affidavit testimony ruling verdict agreement treaty act pact accord deal law bill constitution declaration "
    "resolution communique communiqué release source tape recording video footage film documentary series "
    "dossier analysis audit review account protocol charter contract log text blog advisory bulletin notice warrant "
    "research datum statistic finding guideline guidance translation caption headline sign banner leaflet pamphlet "
    "exhibit notebook logbook ledger calendar postcard telegram folder "
    "inscription manual handbook textbook editorial lyric slogan leak"
)
# "Source" is a paper only with such a word before it.
PAPER_SOURCES = words("primary documentary written archival")
# Heads of descriptions that fit almost any firm or body: "the company said".
ANY_BODY = words(
    "company firm group organization organisation agency corporation alliance bloc charity nonprofit ngo giant startup "
    "start-up developer maker manufacturer retailer airline carrier bank lender association club team"
)
# Those who play: one man is called now by this word, now by that.
ATHLETES = words(
    "player footballer captain midfielder striker defender goalkeeper forward athlete champion winger skipper"
)
# Bodies that "the company" does not mean, by a word of their names.
PUBLIC_BODIES = words(
    "ministry department agency council committee commission university union federation bank parliament congress "
    "senate court police force army navy academy school hospital office bureau administration authority board "
    "institute party inspectorate directorate secretariat tribunal registry treasury archive archives association "
    "museum foundation nations church government league service"
)
# Heads of descriptions that only a publisher or station fits: "the newspaper said".
PUBLISHERS = words("newspaper paper magazine broadcaster network channel station outlet website daily weekly tabloid")
OUTLETS = words(
    "reuters afp ap upi xinhua tass interfax ria bloomberg bbc cnn cnbc msnbc nbc cbs abc fox npr pbs c-span "
    "politico axios vox slate salon breitbart buzzfeed vice wired time newsweek forbes fortune showtime hbo netflix "
    "guardian telegraph independent economist spiegel zeit bild welt monde figaro libération pais mundo corriere "
    "repubblica haaretz al-jazeera rt sputnik meduza kommersant izvestia pravda dw france24 euronews sky itv "
    "huffpost youtube axel tmz variety rolling nature lancet espn anadolu yonhap kyodo dpa efe ansa pti ians"
)
OUTLET_NAMES = (
    "foreign policy", "foreign affairs", "associated press", "agence france-presse", "ria novosti", "the atlantic",
    "the hill", "daily beast", "new yorker", "vanity fair", "rolling stone", "washington post",
    "wall street journal",
    "financial times", "al jazeera", "radio free europe/radio liberty", "rfe/rl", "voice of america",
    "deutsche welle",
    "sky news", "usa today", "people magazine", "press association", "deutsche presse agentur",
    "south china morning post",
    "le monde", "le figaro", "el país", "el pais", "der spiegel", "die zeit", "la repubblica",
    "fox news", "good morning america",
)  # fmt: skip
OUTLET_LAST = words(
    "times post news herald tribune journal gazette chronicle mail express mirror observer globe press radio "
    "tv television broadcasting magazine daily weekly novosti newspaper review standard dispatch courier bulletin "
    "examiner inquirer telegraph guardian echo newswire networks today"
)
ORGANIZATION_LAST = words(
    "ministry department agency council committee commission university college institute party union association "
    "organization organisation federation bank group corporation company inc ltd corp llc court parliament congress "
    "senate house foundation archive center centre office service bureau administration authority board league club "
    "police force army navy academy society hospital school museum alliance pact treaty nations forum trust network "
    "embassy studios airlines airways motors systems holdings industries plc gmbh laboratories partners technologies "
    "chemicals resins plastics pharmaceuticals petroleum foods breweries textiles ferries lines railways electronics "
    "robotics insurance brothers securities ventures "
    "athletic rovers united wanderers albion fc inspectorate directorate secretariat tribunal registry treasury "
    "archive archives"
)  # fmt: skip
DOCUMENT_LAST = words(
    "act treaty agreement accord accords charter declaration convention protocol constitution report papers "
    "memo interviews"
)

PLACE_LAST = words(
    "lodge palace street road avenue lane square park bay island islands isles coast harbour harbor port beach "
    "bridge hill hills mountain mountains lake river sea ocean strait valley forest desert canyon airport castle "
    "cathedral abbey house hall tower gate garden gardens quay pier dock docks wharf field fields hotel inn farm "
    "village town city county province peninsula cape point fjord falls springs heights district quarter estate "
    "cottage manor villa mill mine dam"
)
# Words that head lines and columns, and stamps: in capitals they look like names.
HEADING_WORDS = words(
    "manuscript handwritten typescript marginalia "
    "memorandum conversation minutes participants present subject date time place objection overruled sustained "
    "correction clarification update agenda attendees absent apologies secret confidential restricted "
    "unclassified declassified copy annex appendix statement transcript examination cross-examination direct "
    "redirect recross testimony exhibit question answer introduction summary conclusion background abstract "
    "contents page interpreter notetaker clip defer draft final urgent immediate release embargo re cc to from "
    "fwd attn dear signed photo credit jan feb mar apr jun jul aug sep sept oct nov dec am pm by ms mr mrs yes no "
    "well okay ok thanks menu search donate subscribe login share print tags topics related advertisement "
    "comments"
)
REPORTERS_OF_SELF = words("i me my mine myself")
WE = words("we us our ours ourselves")
YOU = words("you your yours yourself")
HE = words("he him his himself")
SHE = words("she her hers herself")
THEY = words("they them their theirs themselves")
IT = words("it its itself")
PRONOUNS = REPORTERS_OF_SELF | WE | HE | SHE | THEY | IT | YOU | words("who which that this these those")


def gender_of_name(given: str) -> str | None:
    """ "m" or "f" where a given name is commonly borne by one sex only; None for any other.

    >>> gender_of_name("Olga"), gender_of_name("Kim"), gender_of_name("Zaphod")
    ('f', None, None)
    """
    return given_names.gender(given)


def gender_of_title(title: str) -> str | None:
    """ "m" or "f" where a title tells it.

    >>> gender_of_title("Mrs."), gender_of_title("Dr")
    ('f', None)
    """
    plain = title.casefold().rstrip(".")
    return "m" if plain in MALE_TITLES else "f" if plain in FEMALE_TITLES else None


def is_outlet(name: str) -> bool:
    """Whether a name is that of a newspaper, agency, station or magazine, by what such names are like.

    >>> is_outlet("The Guardian"), is_outlet("Springfield Herald"), is_outlet("Foreign Ministry")
    (True, True, False)
    """
    plain = " ".join(name.casefold().split()).removeprefix("the ")
    parts = plain.split()
    if not parts:
        return False
    if plain in OUTLET_NAMES or f"the {plain}" in OUTLET_NAMES or plain.endswith((".com", ".org", ".net")):
        return True
    if len(parts) == 1:
        return parts[0] in OUTLETS
    if parts[-1] in ("agency", "association", "service") and parts[-2] in ("news", "press", "telegraph", "wire"):
        return True
    return parts[-1] in OUTLET_LAST or (parts[0] in OUTLETS and len(parts) <= 2)
