"""English words for people, bodies and papers that speak: titles, roles, groups, given names."""

from __future__ import annotations


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
    "ex-president then-president acting"
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
    "spokesman spokeswoman spokesperson secretary representative legislator statesman bureaucrat parliamentarian mp "
    "councillor councilman commissioner aide adviser advisor chairman chairwoman chair deputy candidate nominee "
    "republican democrat conservative liberal"
)
TRADES = words(
    "journalist reporter correspondent editor columnist anchor host interviewer presenter broadcaster author writer "
    "novelist poet actor actress director filmmaker producer singer musician artist rapper star celebrity comedian "
    "model lawyer attorney prosecutor judge doctor physician surgeon nurse teacher student engineer businessman "
    "businesswoman entrepreneur executive ceo founder owner manager coach player footballer athlete boxer swimmer "
    "champion winner officer policeman policewoman detective sheriff soldier general commander captain pilot driver "
    "farmer worker priest bishop pope pastor imam rabbi cleric activist campaigner dissident whistleblower "
    "contractor banker billionaire tycoon magnate mogul veteran boss colleague counterpart predecessor successor"
)
PEOPLE = words(
    "man woman boy girl person teenager teen youth mother father parent son daughter brother sister wife husband "
    "widow uncle aunt cousin friend neighbor neighbour relative resident witness eyewitness onlooker bystander "
    "survivor victim suspect gunman attacker assailant defendant plaintiff inmate prisoner patient passenger "
    "customer client source insider informant tourist visitor voter supporter opponent critic user tweeter blogger "
    "lady gentleman guy child kid baby toddler granddaughter grandson grandmother grandfather partner fiancée "
    "girlfriend boyfriend roommate classmate caller bidder buyer protester demonstrator rescuer firefighter "
    "paramedic volunteer member organizer participant spectator attendee attendant commuter shopper mourner hiker "
    "teammate referee goalkeeper captain midfielder striker defender advocate teenager veteran local worker employee "
    "operator investigator detective guard"
)
HUMAN = LEADERS | EXPERTS | OFFICIALS | TRADES | PEOPLE
FEMALE = words(
    "woman girl mother daughter sister wife widow aunt lady spokeswoman congresswoman chairwoman businesswoman "
    "policewoman actress queen princess granddaughter grandmother girlfriend fiancée she her"
)
MALE = words(
    "man boy father son brother husband uncle gentleman guy spokesman congressman chairman businessman policeman king "
    "prince grandson grandfather boyfriend gunman he him"
)
# Nouns that stand for several people even in the singular.
BODIES_OF_PEOPLE = words(
    "team staff crew delegation police family couple crowd public media press opposition leadership management "
    "jury panel audience majority minority duo trio squad people folks"
)
ORGANIZATIONS = words(
    "government administration ministry department agency company firm corporation bank university college school "
    "hospital court committee council commission party union league federation association organization organisation "
    "group institute foundation charity alliance bloc coalition parliament congress senate assembly cabinet embassy "
    "consulate army military navy newspaper paper magazine broadcaster network channel station outlet website "
    "studio "
    "publisher airline manufacturer maker retailer carmaker operator regulator watchdog authority bureau office "
    "campaign club museum church think-tank service country nation state side city zoo site airport clinic "
    "laboratory lab "
    "startup start-up brand chain store shop restaurant hotel theater theatre factory nonprofit ngo carrier lender "
    "insurer automaker developer platform prison commission force giant conglomerate"
)
DOCUMENTS = words(
    "document file memo memorandum minute record transcript report study survey poll paper letter email e-mail "
    "message statement note tweet post article book memoir diary cable dispatch filing lawsuit indictment complaint "
    "affidavit testimony ruling verdict agreement treaty act pact accord deal law bill constitution declaration "
    "resolution communique communiqué release source archive tape recording video footage film documentary series "
    "dossier analysis audit review account protocol charter contract log text blog advisory bulletin notice warrant "
    "research datum statistic finding guideline guidance translation caption headline sign banner leaflet pamphlet "
    "inscription manual handbook textbook editorial lyric slogan leak"
)
# "Source" is a paper only with such a word before it.
PAPER_SOURCES = words("primary documentary written archival")
# Heads of descriptions that fit almost any firm or body: "the company said".
ANY_BODY = words(
    "company firm group organization organisation agency corporation alliance bloc charity nonprofit ngo giant startup "
    "start-up developer maker manufacturer retailer airline carrier bank lender association"
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
    "embassy studios airlines airways motors"
)  # fmt: skip
DOCUMENT_LAST = words(
    "act treaty agreement accord accords charter declaration convention protocol constitution report papers "
    "memo interviews"
)

MALE_NAMES = words(
    "james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony "
    "mark donald steven paul andrew joshua kenneth kevin brian george timothy ronald edward jason jeffrey ryan "
    "jacob gary nicholas eric jonathan stephen larry justin scott brandon benjamin samuel gregory alexander frank "
    "patrick raymond jack dennis jerry tyler aaron jose adam nathan henry peter zachary kyle walter ethan jeremy "
    "harold keith christian roger noah gerald carl terry sean austin arthur lawrence jesse dylan bryan joe jordan "
    "billy bruce albert willie gabriel logan alan juan wayne roy ralph randy eugene vincent russell louis philip "
    "bobby johnny bradley bill bob mike jim tom dan steve jeff greg ted ben sam tim tony fred harry barack "
    "vladimir boris mikhail dmitry dmitri sergei sergey igor ivan oleg alexei andrei yuri viktor nikolai pavel "
    "anatoly fyodor konstantin emmanuel jean pierre jacques françois nicolas hans klaus wolfgang jürgen heinrich "
    "karl fritz giovanni luigi mario marco carlos luis miguel pedro diego jorge fernando mohammed muhammad "
    "mohamed ahmed ali hassan hussein omar abdul ibrahim yusuf mahmoud recep benjamin shimon ariel yitzhak "
    "narendra rahul amit raj sanjay imran kim xi hiroshi kenji shinzo taro lech andrzej tomasz volodymyr petro "
    "oliver tucker simon martin rob colin nigel gordon neil stuart graham ian craig derek trevor douglas leonard "
    "norman stanley ernest alfred hugh oscar felix max leo rex edwin edgar ray dean glenn earl clarence elon "
    "jared rudy mitch chuck bernie lindsey marco ronan harvey kobe lebron usain cristiano lionel rafael roger "
    "novak"
)
FEMALE_NAMES = words(
    "mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty margaret sandra "
    "ashley kimberly emily donna michelle carol amanda dorothy melissa deborah stephanie rebecca sharon laura "
    "cynthia kathleen amy angela shirley anna brenda pamela emma nicole helen samantha katherine christine debra "
    "rachel carolyn janet catherine maria heather diane ruth julie olivia joyce virginia victoria kelly lauren "
    "christina joan evelyn judith megan andrea cheryl hannah jacqueline martha gloria teresa ann anne sara "
    "madison frances kathryn janice jean abigail alice julia judy sophia grace denise amber doris marilyn "
    "danielle beverly isabella theresa diana natalie brittany charlotte marie kayla alexis lori hillary angela "
    "ursula ivanka melania oprah meghan camilla kate pippa svetlana olga natalia tatiana irina elena ekaterina "
    "anastasia marina yulia ludmila fatima aisha leila malala indira sonia priya benazir aung yoko chelsea "
    "condoleezza kamala nikki sally jane lucy rose ella eva eleanor fiona gillian harriet heidi ingrid irene "
    "isabel josephine june katie kim louise lily lydia mia molly nina nora paula penny rita roberta rosa ruby "
    "sabrina sheila stella suzanne sylvia tamara tina tracy valerie vera wendy yvonne zoe"
)
REPORTERS_OF_SELF = words("i me my mine myself")
WE = words("we us our ours ourselves")
HE = words("he him his himself")
SHE = words("she her hers herself")
THEY = words("they them their theirs themselves")
IT = words("it its itself")
PRONOUNS = (
    REPORTERS_OF_SELF | WE | HE | SHE | THEY | IT | words("you your yours yourself who which that this these those")
)


def gender_of_name(given: str) -> str | None:
    """ "m" or "f" where a given name is commonly borne by one sex only; None for any other.

    >>> gender_of_name("Olga"), gender_of_name("Kim"), gender_of_name("Zaphod")
    ('f', None, None)
    """
    plain = given.casefold()
    is_male, is_female = plain in MALE_NAMES, plain in FEMALE_NAMES
    return None if is_male == is_female else "m" if is_male else "f"


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
    return parts[-1] in OUTLET_LAST or (parts[0] in OUTLETS and len(parts) <= 2)
