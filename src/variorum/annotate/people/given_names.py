"""Given names and the sex of those who bear them: a general list, and endings for the names that no list has."""

from __future__ import annotations


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


MALE = _set(
    """
    aaron abdel abdul abdullah abel abner abraham adam adolf adrian ahmad ahmed akira alain alan alaric alasdair
    albert alberto aldo alec alejandro aleksander aleksandr alessandro alex alexander alexandre alexei alexey alf
    alfonso alfred alfredo ali alistair allan allen alois alvaro alvin ambrose amir amit amos anatoly anders andras
    andre andrei andrew andrey andriy andrzej andrés andy angus ansel anthony anton antonio antony archibald archie
    ariel arjun arkady armando arne arno arnold artem arthur arturo artyom asher attila august augusto aurelio
    austin avi axel aziz barack barnaby barry bart bartholomew bashar basil ben benedict benito benjamin benny
    bernard bernd bernie bert bertrand bill billy bjorn björn bob bobby bogdan bohdan bojan boris bosko boyko brad
    bradley bram bramwell brandon branko brendan brent brett brian bruce bruno bryan burt byron caleb callum calvin
    cameron carl carlo carlos casimir casper cecil cedric cesar chad charles charlie chester chidi chris christian
    christoph christophe christopher chuck clarence claude clement cliff clifford clint clive clyde cole colin conor
    conrad constantin cormac cornelius corvin cosmo craig cristian cristiano csaba curtis cyril cyrus dag damian
    damien dan daniel daniele danny dario darren darryl dave david dean declan deepak denis dennis derek desmond
    dexter didier diego dieter dietrich dimitar dimitri dimitrios dirk dmitri dmitry dmytro dominic dominik don
    donald doug douglas dragan drew duncan dusan dustin dwight dylan eamon earl ed eddie edgar edmond edmund eduard
    eduardo edward edwin einar eino elias elijah eliot elliot elliott elmer elon elvis emeka emeric emil emilio
    emmanuel emmett enoch enrico enrique enzo ephraim eric erich erik ernest ernesto ernst erwin eskil esteban ethan
    etienne eugene evan evander evgeny ewan ezekiel ezra fabian fabio faisal federico felipe felix ferdinand ferenc
    fergus fernando filip filippo finbar finn florian floyd francesco francis francisco franco frank frans franz
    françois fred frederic frederick fredrik friedrich fritz fyodor gabor gabriel gareth garry gary gaston gaurav
    gavin gene gennady geoff geoffrey georg george georges georgi gerald gerard gerhard gerry gheorghe gideon
    gilbert giles gino giorgio giovanni giulio giuseppe glen glenn godfrey gonzalo goran gordon graham grant greg
    gregor gregory grigory grzegorz guido guillaume guillermo gunnar gunther gus gustav gustavo guy gyorgy hakan hal
    hamid hamish hank hanno hans harald harold harry harvey hasan hassan hector heinrich heinz helmut hendrik
    henning henri henrik henry herbert herman hermann hiroshi hjalmar horace horst howard hubert hugh hugo humphrey
    hussein iain ian ibrahim ignacio ignatius igor ilya immanuel imran imre ingmar isaac isaiah isidor ismail istvan
    ivan ivar ivaylo ivo ivor jack jackson jacob jacques jaime jakob jakub jamal james jamie jan janos jared jarl
    jaroslav jarvis jason javier jean jeff jeffrey jens jeremiah jeremy jerome jerry jesper jesse jethro jim jimmy
    jiri joachim joaquin joe joel johan johann johannes john johnny jon jonas jonathan joost jordan jorge jorgen
    jose josef joseph josh joshua josiah josip josé juan jules julian julien julio julius junichiro jurgen justin
    justus jürgen kai kamau kareem karel karim karl kaspar kasper kazimierz kazuo keith ken kenji kenneth kent kevin
    khalid kim kirk klaus knut kobe kofi konrad konstantin kristian krzysztof kurt kwame kyle lambert larry lars
    laszlo laurence laurent lawrence leander lebron lech lee leif len lennart leo leon leonard leonardo leonid leopold
    leroy leslie lester lev levi lewis liam lindsey lionel lloyd logan lorenz lorenzo lothar lou louis luca lucan
    lucas lucian luciano lucius ludek ludovic ludwig luigi luis lukas luke luther maarten mahmoud malcolm manfred
    manish mansour manuel marc marcel marcello marcin marco marcos marcus marek mario marius mark marko markus
    marshall martin marty marvin massimo matej mateo mathias mats matt matteo matthew matthias maurice mauricio max
    maxim maximilian maxwell mehmet mel melvin michael michal michel miguel mihai mikael mike mikhail mikkel miklos
    milan miles milo milos milton mircea mitch mitchell mohamed mohammad mohammed mohan morris mortimer moses
    muhammad murdo murray mustafa mykola nabil narendra nasser nate nathan nathaniel ned nehemiah neil nelson nenad
    neville nicholas nick nicolae nicolas niels nigel nikhil nikita niklas nikola nikolai nikolay nikos nils noah
    noam noel norbert norman novak obadiah octavio olaf oleg oleh oleksandr oliver olivier olof omar ondrej orlando
    orson osama oscar oskar oskari osman oswald otieno otis otto owain owen pablo padraig paolo pascal pat patrick
    paul paulo pavel pawel pedro per percy perry petar peter petr petro phil philip philipp philippe phineas pierre
    piers pieter pietro pim piotr plamen pradeep quentin radek radovan rafael raheem rahul raj rajesh rajiv ralf
    ralph ramon randall randolph randy rashid rasmus ratko raul ravi ray raymond razvan recep reginald reinhard rene
    rené reuben rex rhys ricardo riccardo richard rick rinat rob robert roberto rod roderick rodney rodrigo roger
    roland rolf romain roman ron ronald ronan ronnie rory roscoe ross rowan roy ruben rudolf rudolph rudy rumen
    rupert ruslan russell ruud ryan ryszard rémi saeed salim salman salvador salvatore sam samir samuel sander
    sanjay saul scott seamus sean sebastian serge sergei sergey sergio serhiy seth seymour shane shaun shawn sheldon
    shimon shinzo sid sidney sigmund sigurd silas silvio simeon simon sipho slobodan sol soren spencer stan
    stanislav stanley stefan stefano stelios stephan stephen steve steven stewart stoyan stuart suresh sven tadeusz
    takashi tarek tariq taro ted terence terrence terry thabo thaddeus theo theodor theodore thierry thijs thomas
    thorsten tibor tim timothy timur tito tobias tobin toby todd todor tom tomas tomasz tommy tony torben torsten
    traian travis trevor tristan tsvetan tucker tyler ulf ulrich umberto urban usain uwe vaclav vadim valentin
    valery vasile vasily vern vernon victor vijay vikram viktor vince vincent vincenzo vitaly vito vittorio vlad
    vladimir vladislav volker volodymyr vuk vyacheslav václav walt walter warren wayne werner wesley wilbur wilfred
    wilhelm will willem william willie willy wim winston wojciech wolf wolfgang woodrow wouter xavier xi yakov
    yaroslav yasser yegor yevgeny yitzhak yosef yuri yuriy yusuf yves zachary zaid zbigniew zeljko zoltan zoran
    """
)
FEMALE = _set(
    """
    abena abigail ada adelaide adele adriana agatha agnes agnieszka aida aileen ailsa aine aisha alba alberta
    alexandra alexis alice alicia alina alison allison alma amalia amanda amber amelia amina amira amy ana anastasia
    andrea angela angelica angelina anita anja anjali ann anna anne annette annie annika anouk antonia aoife arlene
    asha ashley asma astrid athena audrey aung ava ayesha barbara beata beatrice beatrix beatriz becky belinda
    benazir bernadette bertha beryl bess beth bethany betsy betty beverly bianca biljana birgit blanche bonnie
    bozena brenda bridget brigitte britney brittany bronwen camila camilla candace carla carlotta carmen carol
    carole carolina caroline carolyn carrie carys cassandra catalina catarina cate caterina catherine cathy catriona
    cecilia celeste celia chantal charlotte chelsea cherie cheryl chiara chloe christa christiane christina
    christine ciara cindy claire clara clare claudia colette colleen condoleezza constance consuelo cora cordelia
    corinne cornelia cristina cynthia dagmar daisy dana daniela danielle danuta daphne darlene dawn deborah debra
    deepa deirdre delia della delphine denise diana diane dina dolores dominique donna dora doris dorothea dorothy
    drusilla dunja ebba edda edith edna eileen eilidh ekaterina elaine eleanor elena eleonora elfriede elin elisa
    elisabeth eliza elizabeth elke ella ellen eloise elsa else elsie eluned elvira emilia emily emma erica erika
    erin esmeralda esperanza estelle esther eszter etta eudora eugenia eunice eva evangeline eve evelyn ewa fatima
    fatma faye felicia femke ffion fiona fionnuala flora florence frances francesca françoise frauke freda freja
    frieda gabriela gabrielle gail galina geeta genevieve georgia georgina geraldine gerda gertrude gillian gina
    gisela giulia gladys glenda gloria golda grace graciela grainne greer greta gretchen guadalupe gudrun gunilla
    gwen gwendolyn gwyneth hala hana hanna hannah harriet haruka hattie hazel heather heidi heike helen helena
    helene helga henrietta hermine hilary hilda hildegard hillary hope ida ifeoma ildiko ilona ilsa ilse imelda
    imogen indira ines inga inge ingeborg ingrid ioana irena irene irina iris irma iryna isabel isabella isabelle
    isadora isla isobel isolde ivana ivanka ivy jackie jacqueline jana jane janet janice janine jasmine jean
    jeanette jeanne jelena jennifer jenny jessica jill joan joann joanna joanne jocelyn johanna jonna josefina
    josephine joy joyce juanita judith judy julia juliana julianne julie juliet june justine kaja kamala karen karin
    karina karla katarina katarzyna kate katerina kateryna katharina katherine kathleen kathryn kathy katia katie
    katrin katrina katya kavita kay kayla keiko kelly khadija kim kimberly kirsten kirsty kjersti klara kristen
    kristin kristina krystyna lakshmi lara latisha laura lauren laurie lavinia layla lea leah leila lena lenka
    lenora leonie leonora leticia letitia liana lidia liesbeth lila lilian lillian lily lina linda lindiwe lindsay
    lisa lise liv livia liz liza lois lola lorena loretta lori lorna lorraine lotte louisa louise lovisa lucia lucie
    lucille lucinda lucy ludmila ludmilla luisa lydia lynn mabel madeleine madeline madison maeve magda magdalena
    maggie mairi maja malala malgorzata malin mandy manuela mara marcia margaret margarete margarita margot
    marguerite maria mariam marian marianne maribel marie marietta marijke marilyn marina marion marisa marit marita
    marjorie marlene marta marte martha martina mary maryam masako mathilde matilda maud maude maureen mavis maya
    meera megan meghan melania melanie melinda melissa mercedes meredith merle mette mia michaela michelle mildred
    mina mindy minnie mira miranda mireille miriam mirjana moira molly mona monica monika monique morag muriel myra
    myrtle nadia nadine nan nancy naoko naomi natalia natalie natasha neha nell nellie nesta niamh nicola nicole
    nikki nina noelle nomsa nora noreen norma nuala octavia odette oksana olena olga olive olivia olympia ona oonagh
    ophelia oprah orla ottilie paige pamela pat patience patricia patty paula paulette pauline pearl peggy penelope
    penny petra petronella philippa phoebe phyllis pilar pippa polly pooja portia priscilla priya priyanka rachel
    ramona rania raquel rebecca regina rekha renata renate renee rhea rhian rhoda rhona rhonda rita roberta robyn
    rocio roisin rosa rosalba rosalie rosalind rosamund rose rosemarie rosemary rosie rosita roxanne ruby runa ruth
    sabine sabrina sadie sally salma samantha samira sandra sanna sara sarah saskia selma serena shannon sharon
    sheila shirley sian sibylle signe sigrid silvia simone sinead siobhan siri snezana sofia solange solveig sonia
    sonja sophia sophie stacy stella stephanie sue suki sunita sunniva susan susana susanna susanne suzanne svetlana
    sybil sylvia sylvie tabitha tamara tania tanya tara tatiana tatyana teresa tess tessa thea thelma theodora
    theresa therese tiffany tilda tilde tina tove tracy trudy ulla ulrike una ursula ute valentina valeria valerie
    vanessa vera verena verity verna veronica veronika vesna vicky victoria viktoria viola violet virginia vita
    vivian viviana vivien wanda wanjiru wendy wilhelmina wilhelmine wilma winifred xenia yasmin yelena ylva yoko
    yolanda yulia yusra yvette yvonne zainab zanele zara zdenka zelda zoe zofia zora zsuzsa
    """
)
EITHER = _set("andrea dana jamie jan jean jordan kim leslie morgan nicola nikita robin sasha shannon xi")
# Endings that nearly always tell the sex where a name is in no list; the exceptions are names of men in "-a".
MALE_IN_A = _set(
    """
    abdalla aditya aga agha akira andrea atta attila barka barrabba battista bela costa dada elia elijah esa ezra
    foma garba gyula géza hamza hosea ilya isaiah issa jeremiah jonah joshua juda judah juha jukka kalia kanda
    kenta kofa kolya kota krishna kuzma luca mattia micah mika misha miska moussa mulla musa mustafa nicola nikita
    noah ola oumara papa pasha pekka petya rama rana sasha sekou shinya shota sota surya taha tatsuya tenga vanya
    yahya yehuda yuta zakaria
    """
)
FEMALE_ENDINGS = ("ette", "elle", "lyn", "ina", "ia", "ita", "ika")
MALE_ENDINGS = (
    "bert",
    "slav",
    "mir",
    "mund",
    "ard",
    "helm",
    "fried",
    "fred",
    "win",
    "vald",
    "ius",
    "aldo",
    "ardo",
    "sson",
)


def gender(given: str) -> str | None:
    """ "m" or "f" where a given name is commonly borne by one sex only; None for any other.

    >>> gender("Olga"), gender("Kim"), gender("Zaphod"), gender("Ottilia"), gender("Dagobert")
    ('f', None, None, 'f', 'm')
    """
    plain = given.casefold()
    if plain in EITHER:
        return None
    is_male, is_female = plain in MALE, plain in FEMALE
    if is_male or is_female:
        return None if is_male and is_female else "m" if is_male else "f"
    return _by_ending(plain)


def _by_ending(plain: str) -> str | None:
    if len(plain) < 4 or not plain.isalpha() or plain in MALE_IN_A:
        return None
    if plain.endswith(MALE_ENDINGS):
        return "m"
    return "f" if plain.endswith(FEMALE_ENDINGS) else None


def is_given(word: str) -> bool:
    """Whether a word is in the list of given names, of either sex.

    >>> is_given("Kim"), is_given("Ministry")
    (True, False)
    """
    plain = word.casefold()
    return plain in MALE or plain in FEMALE or plain in EITHER
