"""Given names and the sex of those who bear them: a general list, and endings for the names that no list has."""

from __future__ import annotations


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


MALE = _set(
    """
    aaron abdel abdul abdullah abel abner abraham adam adolf adrian ahmad ahmed alain alan alaric albert alberto
    aldo alec alejandro aleksander aleksandr alessandro alex alexander alexandre alexei alexey alf alfonso alfred
    ali alistair allan allen alois alvin ambrose amir amit amos anatoly anders andre andrei andrew andrey andrzej
    andrés andy angus ansel anthony anton antonio antony archibald archie ariel arjun arkady arne arno arnold
    artem arthur arturo artyom asher august augusto aurelio austin avi axel aziz barack barnaby barry bart
    bartholomew bashar basil ben benedict benito benjamin benny bernard bernd bernie bert bertrand bill billy
    bjorn björn bob bobby bogdan boris bosko brad bradley bram bramwell brandon brendan brent brett brian bruce
    bruno bryan burt byron caleb calvin cameron carl carlo carlos casimir casper cecil cedric chad charles charlie
    chester chris christian christoph christophe christopher chuck clarence claude clement cliff clifford clint
    clive clyde cole colin conrad constantin cornelius corvin cosmo craig cristiano curtis cyril cyrus dag damian
    damien dan daniel daniele danny dario darren darryl dave david dean denis dennis derek desmond dexter didier
    diego dieter dietrich dimitri dimitrios dirk dmitri dmitry dominic dominik don donald doug douglas drew duncan
    dustin dwight dylan earl ed eddie edgar edmond edmund eduard eduardo edward edwin einar eino elias elijah
    eliot elliot elliott elmer elon elvis emeric emil emilio emmanuel emmett enoch enrico enrique enzo ephraim
    eric erich erik ernest ernesto ernst erwin eskil esteban ethan etienne eugene evan evander evgeny ezekiel ezra
    fabian fabio faisal federico felipe felix ferdinand fernando filip filippo finn florian floyd francesco
    francis francisco franco frank frans franz françois fred frederic frederick fredrik friedrich fritz fyodor
    gabor gabriel gareth garry gary gaston gavin gene geoff geoffrey georg george georges georgi gerald gerard
    gerhard gerry gideon gilbert giles gino giorgio giovanni giulio giuseppe glen glenn godfrey gonzalo gordon
    graham grant greg gregor gregory grigory guido guillaume guillermo gunnar gunther gus gustav gustavo guy hakan
    hal hamid hamish hank hanno hans harald harold harry harvey hasan hassan hector heinrich heinz helmut hendrik
    henning henri henrik henry herbert herman hermann hiroshi hjalmar horace horst howard hubert hugh hugo
    humphrey hussein ian ibrahim ignacio ignatius igor ilya immanuel imran ingmar isaac isaiah isidor ivan ivar
    ivo ivor jack jackson jacob jacques jaime jakob jakub jamal james jamie jan jared jarl jaroslav jarvis jason
    javier jean jeff jeffrey jens jeremiah jeremy jerome jerry jesper jesse jethro jim jimmy jiri joachim joaquin
    joe joel johan johann johannes john johnny jon jonas jonathan joost jordan jorge jorgen jose josef joseph josh
    joshua josiah josip josé juan jules julian julien julio julius jurgen justin justus jürgen kai karel karim
    karl kaspar kasper kazimierz keith ken kenji kenneth kent kevin kim kirk klaus knut kobe konrad konstantin
    kristian kurt kyle lambert larry lars laurence laurent lawrence leander lebron lech lee leif lennart leo leon
    leonard leonardo leonid leopold leroy leslie lester lev levi lewis liam lindsey lionel lloyd logan lorenz
    lorenzo lothar lou louis luca lucan lucas lucian luciano lucius ludovic ludwig luigi luis lukas luke luther
    maarten mahmoud malcolm manfred manuel marc marcel marcello marcin marco marcos marcus marek mario marius mark
    marko markus marshall martin marty marvin massimo mateo mathias mats matt matteo matthew matthias maurice
    mauricio max maxim maximilian maxwell mehmet mel melvin michael michal michel miguel mihai mikael mike mikhail
    mikkel miklos milan miles milo milos milton mitch mitchell mohamed mohammad mohammed morris mortimer moses
    muhammad murray mustafa narendra nate nathan nathaniel ned nehemiah neil nelson neville nicholas nick nicolas
    niels nigel nikita niklas nikola nikolai nikos nils noah noam noel norbert norman novak obadiah octavio olaf
    oleg oliver olivier olof omar orlando orson oscar oskar oskari osman oswald otis otto owen pablo paolo pascal
    pat patrick paul paulo pavel pawel pedro per percy perry peter petr petro phil philip philipp philippe phineas
    pierre piers pieter pietro pim piotr quentin rafael raheem rahul raj rajiv ralf ralph ramon randall randolph
    randy rashid rasmus raul ray raymond recep reginald reinhard rene rené reuben rex ricardo riccardo richard
    rick rob robert roberto rod roderick rodney rodrigo roger roland rolf romain roman ron ronald ronan ronnie
    rory roscoe ross rowan roy ruben rudolf rudolph rudy rupert russell ruud ryan rémi salman salvador salvatore
    sam samir samuel sander sanjay saul scott sean sebastian serge sergei sergey sergio seth seymour shane shaun
    shawn sheldon shimon shinzo sid sidney sigmund sigurd silas silvio simeon simon slobodan sol soren spencer
    stan stanislav stanley stefan stefano stelios stephan stephen steve steven stewart stuart sven tadeusz tarek
    tariq taro ted terence terrence terry thaddeus theo theodor theodore thierry thijs thomas thorsten tibor tim
    timothy tito tobias tobin toby todd tom tomas tomasz tommy tony torben torsten travis trevor tristan tucker
    tyler ulf ulrich umberto urban usain uwe vaclav vadim valentin valery vasily vern vernon victor vijay viktor
    vince vincent vincenzo vitaly vito vittorio vlad vladimir vladislav volker volodymyr václav walter warren
    wayne werner wesley wilbur wilfred wilhelm will willem william willie willy wim winston wolf wolfgang woodrow
    wouter xavier xi yakov yaroslav yasser yegor yitzhak yosef yuri yusuf yves zachary zbigniew zeljko zoltan
    zoran
    """
)
FEMALE = _set(
    """
    abigail ada adelaide adele adriana agatha agnes agnieszka aida aileen ailsa aine aisha alba alberta alexandra
    alexis alice alicia alina alison allison alma amalia amanda amber amelia amina amira amy ana anastasia andrea
    angela angelica angelina anita anja ann anna anne annette annie annika anouk antonia aoife arlene ashley asma
    astrid athena audrey aung ava ayesha barbara beata beatrice beatrix becky belinda benazir bernadette bertha
    beryl bess beth bethany betsy betty beverly bianca birgit blanche bonnie brenda bridget brigitte britney
    brittany bronwen camila camilla candace carla carlotta carmen carol carole carolina caroline carolyn carrie
    carys cassandra catalina catarina cate caterina catherine cathy catriona cecilia celeste celia chantal
    charlotte chelsea cherie cheryl chiara chloe christa christiane christina christine ciara cindy claire clara
    clare claudia colette colleen condoleezza constance cora cordelia corinne cornelia cristina cynthia dagmar
    daisy dana daniela danielle daphne darlene dawn deborah debra deirdre delia della delphine denise diana diane
    dina dolores dominique donna dora doris dorothea dorothy drusilla dunja ebba edda edith edna eileen eilidh
    ekaterina elaine eleanor elena eleonora elfriede elin elisa elisabeth eliza elizabeth elke ella ellen eloise
    elsa else elsie eluned elvira emilia emily emma erica erika erin esmeralda estelle esther etta eudora eugenia
    eunice eva evangeline eve evelyn fatima faye felicia femke fiona fionnuala flora florence frances francesca
    françoise frauke freda freja frieda gabriela gabrielle gail galina genevieve georgia georgina geraldine gerda
    gertrude gillian gina gisela giulia gladys glenda gloria golda grace grainne greer greta gretchen gudrun
    gunilla gwen gwendolyn hana hanna hannah harriet hattie hazel heather heidi heike helen helena helene helga
    henrietta hermine hilary hilda hildegard hillary hope ida ilona ilsa ilse imelda imogen indira ines inga inge
    ingeborg ingrid irena irene irina iris irma isabel isabella isabelle isadora isla isolde ivana ivanka ivy
    jackie jacqueline jana jane janet janice janine jasmine jean jeanette jeanne jelena jennifer jenny jessica
    jill joan joann joanna joanne jocelyn johanna jonna josefina josephine joy joyce juanita judith judy julia
    juliana julianne julie juliet june justine kaja kamala karen karin karina karla katarina kate katerina
    katharina katherine kathleen kathryn kathy katia katie katrin katrina katya kay kayla kelly kim kimberly
    kirsten kirsty kjersti klara kristen kristin kristina krystyna lara latisha laura lauren laurie lavinia lea
    leah leila lena lenora leonie leonora leticia letitia liana lidia liesbeth lila lilian lillian lily lina linda
    lindsay lisa lise liv livia liz liza lois lola lorena loretta lori lorna lorraine lotte louisa louise lovisa
    lucia lucie lucille lucinda lucy ludmila luisa lydia lynn mabel madeleine madeline madison maeve magda
    magdalena maggie mairi maja malala malin mandy manuela mara marcia margaret margarete margarita margot
    marguerite maria mariam marian marianne maribel marie marietta marijke marilyn marina marion marisa marit
    marita marjorie marlene marta marte martha martina mary maryam mathilde matilda maud maude maureen mavis maya
    megan meghan melania melanie melinda melissa mercedes meredith merle mette mia michaela michelle mildred mina
    mindy minnie mira miranda mireille miriam mirjana moira molly mona monica monika monique morag muriel myra
    myrtle nadia nadine nan nancy naomi natalia natalie natasha nell nellie nesta niamh nicola nicole nikki nina
    noelle nora noreen norma octavia odette olga olive olivia olympia ona oonagh ophelia oprah orla ottilie paige
    pamela pat patience patricia patty paula paulette pauline pearl peggy penelope penny petra petronella philippa
    phoebe phyllis pilar pippa polly portia priscilla priya rachel ramona raquel rebecca regina renata renate
    renee rhea rhian rhoda rhonda rita roberta robyn rosa rosalba rosalie rosalind rosamund rose rosemarie
    rosemary rosie rosita roxanne ruby runa ruth sabine sabrina sadie sally samantha sandra sanna sara sarah
    saskia selma serena shannon sharon sheila shirley sibylle signe sigrid silvia simone siobhan siri sofia
    solange solveig sonia sonja sophia sophie stacy stella stephanie sue suki sunniva susan susana susanna susanne
    suzanne svetlana sybil sylvia sylvie tabitha tamara tania tanya tara tatiana tatyana teresa tess tessa thea
    thelma theodora theresa therese tiffany tilda tilde tina tove tracy trudy ulla ulrike una ursula ute valentina
    valeria valerie vanessa vera verena verity verna veronica vicky victoria viola violet virginia vita vivian
    viviana vivien wanda wendy wilhelmina wilhelmine wilma winifred xenia yasmin yelena ylva yoko yolanda yulia
    yusra yvette yvonne zainab zara zelda zoe zofia zora
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
