"""Words that report: verbs, nouns and phrases of saying and thinking, with the complements they take.

The lists are open at one end: a verb that is not in them still counts as a cue next to a quotation, or with
a "that" clause under a personal subject. Which lemmas take an object, an infinitive or a preposition was
chosen on the training part of PolNeAR (bench/polnear.py shows the effect).
"""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """The words of a list written as running text."""
    return frozenset(text.split())


SAYING = words(
    """
    acknowledge add admit advise affirm agree allege allow announce answer argue ask assert assure attest avow boast
    brag caution chide claim clarify comment complain concede conclude confess confide confirm contend continue convey
    counter cry declare decry demand deny detail disclose elaborate emphasise emphasize enquire exclaim explain expound
    fume hint imply indicate inform inquire insist instruct interject intimate joke lament lecture maintain mention muse
    note notify object observe offer opine plead pledge point posit post preach predict proclaim promise pronounce
    propose protest quip read reaffirm reason reassure recall recommend recount reflect reiterate relate remark remind
    repeat reply report request respond retort reveal say scoff signal specify speculate state stress submit suggest
    summarise summarize swear tell testify theorise theorize threaten thunder tweet underline underscore urge vent
    volunteer vow wail warn whisper wonder write cite quote voice echo joke rejoin rebut recollect reminisce narrate
    forecast foretell prophesy estimate calculate project hypothesise hypothesize guarantee stipulate decree rule
    certify mutter murmur shout yell text share highlight outline
    blog email e-mail explain surmise gripe rail intone deadpan gush marvel rave radio wire telegraph telex
    """
)
MANNER = words(
    """
    begin bark bellow blast blurt chant chuckle chime crow deadpan fire shoot finish grin groan growl grumble interrupt
    laugh mumble nod open persist press roar scold scream shrug sigh smile snap sneer sob start stammer tease thank
    wink go conclude proceed pray sing praise criticize criticise greet joke mock quote call cable explode rant
    storm seethe hiss drawl phone
    """
)
THINKING = words(
    """
    anticipate assume believe bet conclude consider decide deduce determine doubt dream envisage envision expect fear
    feel figure find forget foresee gather guess hear hold hope imagine infer judge know learn presume realise realize
    reckon recognise recognize remember sense suppose surmise suspect think trust understand wish worry discover hate
    ascertain regret resolve appreciate
    """
)
SHOWING = words("show indicate suggest reveal demonstrate imply find confirm state say note estimate warn")
NEVER = words(
    """
    be become make let have get help cause do seem appear happen turn keep leave need ensure mean prove see watch wait
    require involve depend prevent stop permit enable force save spend take give come go use try start begin set put run
    look sound feel act live work want like love hate lead bring hit win lose drive follow pass move arrange check
    """
)

TO_DO = words(
    """
    agree aim ask beg claim decline demand expect hope intend long offer plan pledge plead prefer promise
    propose refuse request resolve seek swear threaten undertake volunteer vow want wish yearn
    hesitate aspire
    """
)
OTHERS_TO_DO = words(
    """
    advise ask beg command counsel encourage entreat exhort expect implore instruct oblige order pressure request tell
    urge want warn lobby call
    """
)
DOING = words(
    """
    acknowledge admit advise advocate consider contemplate defend deny describe discuss envision favor favour imagine
    mention oppose propose recall recollect recommend recount regret remember report suggest support
    """
)
THINGS = words(
    """
    acknowledge advocate affirm allege announce applaud appreciate assail bemoan blast champion
    cite claim concede condemn confirm contest criticise criticize decry defend demand denounce deny deplore deride
    describe disavow disclose discuss dismiss dispute disparage doubt downplay emphasise emphasize endorse envision
    explain expect express fault favor favour fear foresee forecast hail highlight lament laud mention mock note
    oppose outline pan predict praise pledge preach proclaim promise propose protest question recall recommend recount
    refute regret reiterate reject renounce request reveal ridicule scorn slam stress suggest tout trash
    trumpet underline underscore urge vilify voice vow want welcome
    """
)
TOPICS = frozenset({"raise", "broach", "offer"})  # "raised the possibility with": only with somebody to hear it
NAMING = words("brand call consider declare deem dub judge label proclaim pronounce term think find")
SEEING_AS = words(
    """
    blast brand cast cite characterise characterize condemn criticise criticize decry deride describe define denounce
    depict dismiss hail identify interpret label laud mock perceive picture portray praise regard reject ridicule see
    slam tout view think recognise recognize
    """
)


def _table(text: str) -> dict[str, frozenset[str]]:
    rows = (row.split(":") for row in text.split(";"))
    return {lemma.strip(): words(prepositions) for lemma, prepositions in rows}


# the prepositions that lead from a verb to what it reports
ABOUT = _table(
    """
    accuse: of; advocate: for; agree: with; allude: to; apologise: for; apologize: for; argue: against for; ask:
    about for; assure: of; blame: for; boast: about of; brag: about of; call: for; caution: about against;
    charge: with; complain: about of; concede: to; criticise: for; criticize: for; disagree: with;
    dream: of; elaborate: on; fret: about over; hint: at of; inform: about of; inquire: about; insist: on; joke:
    about; lie: about; muse: about; notify: of; object: to; plead: for with;
    praise: for; preach: about; press: for; push: for; rail: about against; rant: about; reflect: on;
    remind: about of; reminisce: about; speak: about against of; speculate: about on; suspect: of; swear: to;
    talk: about of; tell: about of; testify: about to; think: about of; tweet: about; vouch: for;
    warn: about against of; wonder: about; worry: about; write: about of
    """
)
HEARERS = words(  # verbs whose plain object is the hearer
    """
    address advise answer ask assure beg brief caution command counsel direct implore inform instruct interview invite
    notify order persuade press promise query question quiz reassure remind reply request tell urge warn email e-mail
    text cable offer call show teach exhort encourage entreat
    """
)
TO_HEARER = words(  # and those that name the hearer after "to" (or "with": discuss, raise)
    """
    admit announce answer boast brag broach comment complain concede confess confide confirm convey declare deliver
    describe detail disclose discuss explain express give hint indicate insist joke lament make mention offer outline
    plead pledge point predict present promise propose put raise read recall recommend recount relate remark repeat
    reply report respond reveal say signal speak state stress submit suggest swear talk testify vow whisper write share
    tell
    """
)

WISHING = words("want wish dream long yearn hope aspire intend think talk speak know learn")

SAID = words(  # nouns of saying
    """
    accusation acknowledgement acknowledgment admission advice allegation announcement answer appeal argument
    assertion assessment assurance assumption boast call caution caveat challenge charge claim comment complaint
    conclusion confession confirmation contention criticism declaration demand denial diagnosis disclosure estimate
    explanation forecast guarantee hint insinuation insistence invitation joke lament message mention motto note notion
    objection observation offer opinion order plea pledge prediction promise proposal proposition protest question
    quip reaction reassurance recommendation reminder remark reply report request response retort revelation rumor
    rumour signal speculation statement stance story suggestion summary testimony theory threat verdict view vow warning
    word
    """
)
THOUGHT = words(  # nouns of thinking and wishing
    """
    ambition anticipation aspiration belief concern confidence conviction decision desire doubt dream expectation fear
    feeling hope hunch idea impression intention interest perception plan realization realisation sense suspicion
    thought understanding urge wish worry
    """
)
ANSWERS = words(  # nouns that a quotation or a clause completes: "his response was ..."
    """
    advice answer argument assessment claim comment complaint conclusion contention explanation message motto opinion
    point position prediction question reaction remark reply response retort slogan statement thought verdict view
    warning word
    """
)
LIGHT = words("deliver express give hold issue make offer pose put raise release repeat send submit voice share")
ASIDE_NEVER = words(  # verbs of saying that hardly ever stand in an aside by themselves
    """
    offer propose detail relate project calculate cite voice echo convey decry deny request demand describe read quote
    call signal submit attest specify vent lecture present summarise summarize record share
    """
)
OPINION = frozenset({"think", "believe", "feel", "doubt", "suspect", "consider", "reckon"})
EXPECTED = words("allege believe estimate expect report rumor rumour say suppose think understand")
OUTWARD = frozenset({"quote", "hear", "report", "cite", "record", "see", "describe", "say", "know", "paraphrase"})
REPLIES = words("answer reply respond retort counter rejoin")
FRAMES = SAYING | THINKING | TO_DO | OTHERS_TO_DO | DOING | THINGS | TOPICS | NAMING | SEEING_AS | frozenset(ABOUT)
COMPLEMENTIZERS = frozenset({"that", "whether", "if", "how"})
ROLES = words(
    """
    adviser advisor advocate agency ambassador analyst attorney author bank board campaign candidate chair chairman
    chairwoman chief coach colleague commission committee company congressman congresswoman consultant council
    counsel court critic dean delegate democrat deputy diplomat director doctor economist editor executive expert
    father fellow firm friend general government governor group historian insider investigator journalist judge justice
    lawmaker lawyer leader lobbyist man manager mayor member minister ministry mother negotiator nominee observer
    office officer official operative organization organisation owner party people pollster pope president premier
    priest prime producer professor prosecutor rapporteur reporter representative republican rival scholar scientist
    secretary senator source speaker specialist spokesman spokesperson spokeswoman staffer strategist student supporter
    teacher voter widow wife husband witness woman worker veteran brother sister son daughter resident neighbor
    neighbour police aide ally activist administration army navy union church embassy envoy actor actress writer
    """
)
WRITINGS = words(
    """
    account agreement analysis archive article assessment bill biography book brief cable communique communiqué
    complaint column constitution contract declaration diary dispatch document editorial email file filing finding
    footage headline indictment interview journal lawsuit leaflet letter log magazine manifesto manual memo memoir
    memoirs memorandum message minute minutes newspaper note notice outlet pamphlet paper petition platform poll post
    press protocol record recording register release report resolution review script speech statement story study suit
    summary survey tape testimony text transcript treaty tweet verdict website
    """
)
