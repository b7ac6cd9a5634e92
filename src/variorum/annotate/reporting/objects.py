"""What a verb reports by an object, an infinitive or a gerund: "denied it", "asked him to go", "called it a gift"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.annotate.reporting import clauses, cues
from variorum.annotate.reporting.clauses import RELATIVE
from variorum.annotate.reporting.complements import Complement, is_speaker_like, made
from variorum.annotate.reporting.reports import Cue

if TYPE_CHECKING:
    from spacy.tokens import Token

ADJUNCTS = frozenset({"for", "of", "from", "against", "between", "about"})  # what of "in" and "on" is time or place
OCCASIONS = cues.words(
    """
    interview speech statement article letter debate rally meeting call conference twitter address remark briefing
    tweet op-ed email hearing television event appearance post
    """
)
AS_NEEDED = frozenset({"identify", "describe", "characterize", "characterise", "portray", "depict", "regard", "define"})
SIGHT = frozenset({"see", "view", "regard", "perceive", "think", "know", "recognise", "recognize", "define"})


def named(cue: Cue) -> Complement | None:
    """An object and what it is called: "called the plan a gift"."""
    if cue.lemma not in cues.NAMING:
        return None
    thing = clauses.child(cue.verb, "dobj", "nsubjpass")
    if thing is not None and thing.lower_.endswith(("self", "selves")):
        return None
    name = clauses.child(cue.verb, "oprd", "attr")
    if name is None and not clauses.is_passive(cue.verb):
        return _named_in_marks(cue)
    if name is None or thing is None or (clauses.is_passive(cue.verb) and clauses.agent(cue.verb) is None):
        return None
    if thing.i < cue.verb.i:
        return made(cue, "named", clauses.naming(thing), clauses.reach(name))
    return made(cue, "named", (thing.left_edge.i, name.right_edge.i))


def _named_in_marks(cue: Cue) -> Complement | None:
    """An object and a name in quotation marks: "called them “losers” and “sad”"."""
    found = cue.layers.first_after(cue.level, cue.end_of(cue.verb.i))
    if found is None or cue.lemma in cues.THINKING:
        return None
    quotation = cue.layers.quotations[found]
    between = [t for t in cue.block.tokens[cue.verb.i + 1 : cue.verb.i + 9] if cue.start_of(t.i) < quotation.start]
    if not 0 < len(between) < 8 or any(t.pos_ in ("VERB", "AUX", "ADP", "PUNCT") for t in between):
        return None
    end = quotation.end
    following = cue.layers.first_after(cue.level, end)
    while following is not None and cue.layers.text[end : cue.layers.quotations[following].start].strip() in (
        "and",
        ",",
        "or",
    ):
        end = cue.layers.quotations[following].end
        following = cue.layers.first_after(cue.level, end)
    return Complement("named", ((cue.start_of(cue.verb.i + 1), end),), cue.verb.i)


def seen_as(cue: Cue) -> Complement | None:
    """An object and what it is seen as: "dismissed it as a dream"; the object may stand before the verb."""
    if cue.lemma not in cues.SEEING_AS:
        return None
    role = _role(cue.verb)
    if role is None or role.right_edge.i == role.i:
        return None
    if cue.lemma in cues.NAMING | SIGHT and clauses.is_passive(cue.verb) and clauses.agent(cue.verb) is None:
        return None
    thing = clauses.child(cue.verb, "dobj", "nsubjpass")
    if thing is not None and thing.lower_ in ("which", "that", "who", "whom"):
        thing = _head_noun(cue.verb)
    if thing is None:
        thing = _head_noun(cue.verb)
    if thing is None:
        return None
    end = _end_of_role(cue, role)
    if cue.verb.i < thing.i < role.i:
        return made(cue, "as", (thing.left_edge.i, end))
    return made(cue, "as", clauses.naming(thing), (role.i, end))


def _role(verb: Token) -> Token | None:
    """The "as" that belongs to the verb, also where the parse hangs it on a word of the object."""
    for c in verb.rights:
        if c.lower_ == "as" and c.dep_ == "prep":
            return c
    thing = clauses.child(verb, "dobj") if verb.lemma_ in AS_NEEDED else None
    if thing is None or thing.i < verb.i:
        return None
    return next((t for t in thing.subtree if t.lower_ == "as" and t.dep_ == "prep" and t.i > thing.i), None)


def _end_of_role(cue: Cue, role: Token) -> int:
    """The end of "as a plot to undermine him", where the parse hangs the infinitive on the verb."""
    last = role.right_edge.i
    following = cue.block.tokens[last + 1] if last + 1 < len(cue.block.tokens) else None
    if (
        following is not None
        and following.lower_ == "to"
        and following.dep_ == "aux"
        and following.head.head == cue.verb
    ):
        last = following.head.right_edge.i
    return last


def _head_noun(verb: Token) -> Token | None:
    """The noun that the verb's relative clause belongs to."""
    return verb.head if verb.dep_ in ("relcl", "acl") else None


def to_do(cue: Cue) -> Complement | None:
    """An infinitive: "asked him to wait", "proposed to join", "called on both to settle it"."""
    clause = clauses.infinitive(cue.verb)
    if clause is None:
        return None
    thing = clauses.child(cue.verb, "dobj", "dative")
    start = clause.left_edge.i
    if cue.lemma in cues.OTHERS_TO_DO:
        caller = _preposition(cue, frozenset({"on", "for", "upon"})) if cue.lemma == "call" else None
        if cue.lemma == "call" and caller is None:
            return None
        if caller is not None and caller.i < clause.i:
            return made(cue, "to do", (caller.i + 1, clause.right_edge.i), end=caller.i)
        if cue.lemma in cues.EXPECTED and clauses.is_passive(cue.verb):
            return _said_to_do(cue, clause)
        if thing is not None and cue.verb.i < thing.i < clause.i and cue.lemma != "tell":
            start = min(start, thing.left_edge.i)
        return made(cue, "to do", (start, clause.right_edge.i))
    if cue.lemma in cues.EXPECTED and clauses.is_passive(cue.verb):
        return _said_to_do(cue, clause)
    if cue.lemma in cues.TO_DO and not clauses.is_passive(cue.verb):
        return made(cue, "to do", (max(start, cue.verb.i + 1), _end_of_list(cue, clause)))
    return None


def _end_of_list(cue: Cue, clause: Token) -> int:
    """The end of "pledged to hire a firm, train all and report": bare forms that the parse hangs on the cue."""
    last = clause.right_edge.i
    for c in cue.verb.rights:
        is_bare = c.dep_ == "conj" and c.tag_ == "VB" and clauses.child(c, "aux", "nsubj", "nsubjpass") is None
        if is_bare and cue.verb.tag_ != "VB" and c.i > last:
            last = c.right_edge.i
    head = cue.verb.head
    if cue.verb.dep_ == "ccomp" and head.tag_ == "VB" and head.i > last and clauses.child(head, "aux", "nsubj") is None:
        last = head.right_edge.i
    return last


def _said_to_do(cue: Cue, clause: Token) -> Complement | None:
    """The passive "is said to have left": its subject and the infinitive."""
    thing = clauses.child(cue.verb, "nsubjpass")
    if thing is None or thing.lower_ in RELATIVE:
        return made(cue, "to do", clauses.reach(clause))
    if clauses.child(thing, "appos") is not None and thing.i < cue.verb.i:
        return made(cue, "to do", (thing.left_edge.i, clauses.cue_range(cue.verb)[0] - 1), clauses.reach(clause))
    return made(cue, "to do", clauses.naming(thing), clauses.reach(clause))


def put_at(cue: Cue) -> Complement | None:
    """A number that is given for something: "put the dead at eleven"."""
    thing = clauses.child(cue.verb, "dobj") if cue.lemma in ("put", "place") else None
    preposition = _preposition(cue, frozenset({"at"})) if thing is not None else None
    number = clauses.child(preposition, "pobj") if preposition is not None else None
    if thing is None or preposition is None or number is None or not any(t.like_num for t in number.subtree):
        return None
    if number.ent_type_ in ("DATE", "TIME") or cue.subject is None or not _may_count(cue.subject):
        return None
    return made(cue, "as", (thing.left_edge.i, preposition.right_edge.i)) if thing.i < preposition.i else None


def _may_count(token: Token) -> bool:
    return is_speaker_like(token) or token.lemma_.lower() in cues.WRITINGS


def doing(cue: Cue) -> Complement | None:
    """A gerund: "denied taking money", "recalled Berg asking"."""
    clause = clauses.gerund(cue.verb)
    if clause is None or cue.lemma not in cues.DOING:
        return None
    return made(cue, "doing", (max(clause.left_edge.i, cue.verb.i + 1), clause.right_edge.i))


def _preposition(cue: Cue, wanted: frozenset[str]) -> Token | None:
    return next((c for c in cue.verb.children if c.dep_ == "prep" and c.lower_ in wanted and c.i > cue.verb.i
                 and (c.right_edge.i > c.i)), None)  # fmt: skip


def about(cue: Cue) -> Complement | None:
    """A prepositional object: "warned of …", "accused them of …", "assured Berg of …"."""
    wanted = cues.ABOUT.get(cue.lemma)
    if wanted is None:
        return None
    preposition = _preposition(cue, wanted)
    if preposition is None:
        return None
    thing = clauses.child(cue.verb, "dobj", "dative")
    if thing is not None and cue.verb.i < thing.i < preposition.i:
        if cue.lemma in cues.HEARERS:
            return made(cue, "about", clauses.reach(preposition))
        return made(cue, "about", (thing.left_edge.i, preposition.right_edge.i))
    passive = clauses.child(cue.verb, "nsubjpass")
    if passive is not None and cue.lemma not in cues.HEARERS:
        return made(cue, "about", clauses.naming(passive), clauses.reach(preposition))
    last = _with_adjuncts(cue, preposition.right_edge.i)
    return made(cue, "about", (preposition.i + 1, last), end=preposition.i)


def thing(cue: Cue) -> Complement | None:
    """An object: "denied the report", "proposed a truce", "raised the matter with Berg"."""
    if cue.lemma not in cues.THINGS and not _is_raised(cue) and not _is_saying_of_another(cue):
        return None
    if cue.subject is not None and not is_speaker_like(cue.subject) and cue.subject.lower_ != "it":
        return None
    if _is_no_telling(cue):
        return None
    thing = clauses.child(cue.verb, "dobj")
    if clauses.is_passive(cue.verb) and thing is None:
        thing = clauses.child(cue.verb, "nsubjpass")
        return made(cue, "thing", clauses.reach(thing)) if thing is not None and clauses.agent(cue.verb) else None
    if thing is None or thing.i < cue.verb.i:
        return None
    last = thing.right_edge.i
    heard = clauses.hearer(cue.verb)
    if heard is not None and heard.head.dep_ in ("prep", "dative") and thing.i < heard.i <= last:
        last = heard.head.i - 1
    else:
        last = _with_adjuncts(cue, last)
    return made(cue, "thing", (thing.left_edge.i, last))


def _is_no_telling(cue: Cue) -> bool:
    """Whether the verb with its object tells of no utterance: "will announce cuts", "a chance to describe it"."""
    is_aim = cue.verb.tag_ == "VB" and cue.verb.dep_ in ("advcl", "acl", "relcl")
    if is_aim or any(c.tag_ == "MD" for c in cue.verb.lefts):
        return True
    if cue.lemma in ("underscore", "underline", "highlight", "stress") and cue.verb.tag_ == "VBG":
        return True
    if cue.lemma == "mention" and cue.verb.tag_ == "VB" and cue.subject is None:
        return True
    thing = clauses.child(cue.verb, "dobj")
    return cue.lemma in ("question", "welcome") and thing is not None and is_speaker_like(thing)


def _with_adjuncts(cue: Cue, last: int) -> int:
    """The end of the phrases that follow an object at once, unless they tell when: "a century of peace in Europe"."""
    for c in cue.verb.rights:
        if c.dep_ == "prep" and c.left_edge.i == last + 1 and (c.lower_ in ADJUNCTS or _is_exchange(c)):
            noun = clauses.child(c, "pobj")
            if noun is None or noun.ent_type_ in ("DATE", "TIME") or noun.lemma_.lower() in OCCASIONS:
                break
            last = c.right_edge.i
        elif c.left_edge.i == last + 1 and (_is_measure(c) or (c.dep_ in ("xcomp", "advcl") and c.tag_ == "VB")):
            last = c.right_edge.i
    return last


def _is_exchange(preposition: Token) -> bool:
    """Whether the phrase tells what is asked for a thing: "in exchange for", "in return for"."""
    noun = clauses.child(preposition, "pobj")
    return preposition.lower_ == "in" and noun is not None and noun.lower_ in ("exchange", "return")


def _is_measure(token: Token) -> bool:
    """Whether the words complete an amount: "forty ships a winter"."""
    return token.dep_ == "npadvmod" and token.left_edge.lower_ in ("a", "an", "each", "per")


def _is_saying_of_another(cue: Cue) -> bool:
    """Whether the object is what somebody else said or thinks: "the files show Berg's claim that …"."""
    thing = clauses.child(cue.verb, "dobj")
    if thing is None or not (cue.lemma in cues.SAYING or cue.lemma in cues.SHOWING):
        return False
    owner = clauses.child(thing, "poss")
    lemma = thing.lemma_.lower()
    return owner is not None and owner.pos_ != "PRON" and (lemma in cues.SAID or lemma in cues.THOUGHT)


def _is_raised(cue: Cue) -> bool:
    """Whether a matter is raised with somebody, or a thing offered to him: not "offers a free service to the town"."""
    if cue.lemma == "offer":
        given = clauses.child(cue.verb, "dative")
        return given is not None and given.pos_ != "ADP"
    return cue.lemma in cues.TOPICS and clauses.hearer(cue.verb) is not None
