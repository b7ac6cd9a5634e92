"""Small closed lists of English words by which readings are compared; open-class words are in `antonyms`."""

from __future__ import annotations


def word_set(words: str) -> frozenset[str]:
    """The words of a list that is written as running text."""
    return frozenset(words.split())


FUNCTION_WORDS = word_set(
    """a an the this that these those i me my mine we us our ours you your yours he him his she her hers it its they
    them their theirs who whom whose which what there here and or but so as at by for from in into of off on onto out
    over to up with about against between among through during before after since until than then too also just very
    such own same be am is are was were been being do does did done have has had having will would shall should can
    could may might must ought not no nor if whether while when where how why because although though some any each
    every all both either neither more most much many other another one once again ever even only still yet now well
    let get got get s t re ve ll d m mr mrs ms say said says know"""
)
PRONOUNS = word_set("i me my we us our you your he him his she her it its they them their")

NEGATORS = word_set("not no never neither nor none nobody nothing nowhere without cannot hardly scarcely barely")
NEGATING_VERBS = word_set("fail failed fails refuse refused refuses deny denied denies decline declined declines")

# Denied, these say yes ("does not object to joining"): the denial ends with them.
ADVERSE = word_set(
    "object objects oppose opposes opposed mind exclude excluded rule doubt against hesitate stop prevent hinder forget"
)

MODALS = {
    **dict.fromkeys(("will", "shall"), "certainty"),
    **dict.fromkeys(("would",), "readiness"),
    **dict.fromkeys(("may", "might", "could", "can"), "possibility"),
    **dict.fromkeys(("must", "should", "ought", "need", "needs"), "obligation"),
}

HEDGES = word_set(
    """probably likely perhaps maybe possibly presumably apparently seemingly allegedly reportedly purportedly
    supposedly arguably roughly seems seem appears appear suggests believe believes guess suppose"""
)
CERTAINTY = word_set("certainly definitely undoubtedly clearly surely always absolutely unquestionably categorically")

QUANTIFIERS = {
    **dict.fromkeys(("all", "every", "entire", "whole", "each", "always", "everyone", "everybody", "both"), "all"),
    **dict.fromkeys(("most", "majority", "mostly", "largely", "usually"), "most"),
    **dict.fromkeys(("many", "numerous", "several", "dozens", "scores", "hundreds", "thousands", "often"), "many"),
    **dict.fromkeys(("some", "certain", "sometimes", "partly", "partially"), "some"),
    **dict.fromkeys(("few", "handful", "rarely", "seldom", "little"), "few"),
    **dict.fromkeys(("only", "solely", "exclusively", "merely"), "only"),
    **dict.fromkeys(("first", "last", "final"), "rank"),
}

CONDITIONS = word_set("if unless provided providing")
CONDITION_PHRASES = (
    "as long as", "so long as", "on condition", "on the condition", "only when", "only once", "in case",
    "depending on", "dependent on", "subject to", "in return for", "in exchange for", "contingent on",
)  # fmt: skip
# After these, "if" asks ("asked if") and states no condition.
ASKING_BEFORE_IF = word_set(
    "ask asked asks asking wonder wondered wonders know knows see inquired enquired unclear doubt"
)

TIME_WORDS = {
    **dict.fromkeys(("now", "currently", "presently", "today"), "now"),
    **dict.fromkeys(("never",), "never"),
    **dict.fromkeys(("yet", "eventually", "someday", "later"), "later"),
    **dict.fromkeys(("already",), "already"),
    **dict.fromkeys(("temporarily",), "for a time"),
    **dict.fromkeys(("permanently", "forever"), "for ever"),
}

# Verbs (and their nouns) that tell what sort of act the utterance was, by stem of the cue.
ASKING = word_set("ask askes asking asked inquire inquired enquire enquired wonder wondered query queried question")
PROPOSING = word_set(
    """propose proposed proposes proposing suggest suggested suggests suggesting offer offered offers urge urged urges
    recommend recommended demand demanded demands request requested call called proposal offering"""
)
TELLING_NEUTRALLY = word_set(
    "raise raised raises raising discuss discussed discusses discussing mention mentioned broach broached topic talk"
)

COLLECTIVE_SPEAKERS = word_set(
    """insiders experts analysts officials sources observers critics commentators diplomats lawyers witnesses residents
    scientists economists historians supporters opponents reports rumours rumors aides doctors researchers"""
)
