"""What a verb reports by its grammar: that-clauses, infinitives, gerunds, objects, asides of the narrator."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from variorum.annotate import clauses, cues
from variorum.annotate.clauses import RELATIVE, Range
from variorum.annotate.layers import without
from variorum.annotate.quotes import Piece
from variorum.annotate.reports import Cue

if TYPE_CHECKING:
    from spacy.tokens import Token

ADJUNCTS = frozenset({"for", "of", "from", "against", "between", "about"})
OCCASIONS = frozenset(
    {
        "interview",
        "speech",
        "statement",
        "article",
        "letter",
        "debate",
        "rally",
        "meeting",
        "call",
        "conference",
        "twitter",
    }
    | {
        "address",
        "remark",
        "briefing",
        "tweet",
        "op-ed",
        "email",
        "hearing",
        "television",
        "event",
        "appearance",
        "post",
    }
)
LIST_MARKS = frozenset({",", "and", "or", '"', "'"})
ADJUNCT_TAGS = frozenset({"VBG", "VBN", "WDT", "WP", "WP$", "WRB", "RB"})
ADJUNCT_WORDS = frozenset(
    [
        "according",
        "and",
        "as",
        "in",
        "on",
        "during",
        "after",
        "before",
        "while",
        "when",
        "at",
        "a",
        "an",
        "with",
        "from",
    ]
)
AS_NEEDED = frozenset({"identify", "describe", "characterize", "characterise", "portray", "depict", "regard", "define"})
SIGHT = frozenset({"see", "view", "regard", "perceive", "think", "know", "recognise", "recognize", "define"})
EDGE = frozenset({",", "—", "–", "--", "-", ";", "(", ")", '"', "'", "''"})
SAID_PARTS = frozenset({"nsubj", "nsubjpass", "ROOT", "ccomp", "csubj", "expl", "dobj", "attr"})
LEAD = re.compile(
    r"[A-Z][A-Z .,'’/]{3,}(?:,? [A-Z][a-z]+\.?,?)?(?:\s\([^)]{1,20}\))?\s+(?:[-–—]|--)\s+"  # a dateline
    r"|(?:Therefore|However|Meanwhile|Moreover|Nevertheless|Nonetheless|Furthermore|Instead|Still|Thus|Consequently),\s+"
)


@dataclass(frozen=True, slots=True)
class Complement:
    """What a cue reports: pieces of text, the kind of complement, and the last token of the cue's words."""

    frame: str
    pieces: tuple[Piece, ...]
    cue_end: int
    is_around: bool = False


def complement(cue: Cue) -> Complement | None:
    """What the verb reports, None if it reports nothing by itself; quotations are not yet taken in whole."""
    for find in (_after, _around, _named, _seen_as, _to_do, _doing, _about, _thing):
        found = find(cue)
        if found is not None and found.pieces:
            return found
    return None


def _make(cue: Cue, frame: str, *ranges: Range, end: int | None = None, is_around: bool = False) -> Complement | None:
    if not is_around:
        ranges = (*ranges[:-1], (ranges[-1][0], _without_gloss(cue, frame, *ranges[-1])))
    pieces = [cue.piece(r) for r in ranges if r[0] <= r[1]]
    return Complement(frame, tuple(pieces), cue.verb.i if end is None else end, is_around) if pieces else None


def _without_gloss(cue: Cue, frame: str, first: int, last: int) -> int:
    """The end of what is said, before the narrator's gloss: ", a plan that …", after a thing also ", which …"."""
    tokens = cue.block.tokens
    at = tokens[last]
    for gloss in (at, *at.ancestors):
        if gloss.i <= first:
            break
        start = gloss.left_edge.i
        if gloss.right_edge.i != last or start <= first + 1 or tokens[start - 1].text != ",":
            continue
        is_apposition = gloss.dep_ == "appos" and tokens[start].lower_ in ("a", "an")
        is_relative = gloss.dep_ == "relcl" and frame != "clause"
        if is_apposition or is_relative:
            return start - 2
    return last


def _after(cue: Cue) -> Complement | None:
    """A finite clause after the verb: "said that …", "asked if …", "considers it weak"."""
    found = [c for c in clauses.complements(cue.verb) if c.i > cue.verb.i and c.pos_ != "ADV"]
    if not found or not may_report(cue, found[0]):
        return None
    first = min(c.left_edge.i for c in found)
    last = _list_end(cue, last_of_speech(found)) if cue.lemma in cues.NAMING else last_of_speech(found)
    first = max(first, cue.verb.i + 1)
    heard = clauses.hearer(cue.verb)
    if heard is not None and cue.verb.i < heard.i < first + 2 and first <= heard.right_edge.i < last:
        first = heard.i + 1 if found[0].head == heard else first
    return _make(cue, "clause", (first, last))


def _list_end(cue: Cue, last: int) -> int:
    """The end of "considers it weak, vain and downright “lost”", where the parse breaks the list."""
    tokens, end = cue.block.tokens, cue.verb.sent.end
    if tokens[last].pos_ not in ("ADJ", "NOUN"):
        return last
    at = last + 1
    while at < end and (tokens[at].text in LIST_MARKS or _is_list_item(tokens[at])):
        last = at if tokens[at].pos_ in ("ADJ", "VERB") else last
        at += 1
    return last


def _is_list_item(token: Token) -> bool:
    if token.pos_ in ("ADJ", "ADV"):
        return True
    return token.tag_ in ("VBN", "VBD") and clauses.child(token, "nsubj", "nsubjpass", "dobj", "prep") is None


def last_of_speech(found: Sequence[Token]) -> int:
    """Where the reported clauses end: before "but maintained that …", which the speaker does, not its subject."""
    last = max(c.right_edge.i for c in found)
    for clause in found:
        for verb in clause.rights:
            if verb.dep_ == "conj" and clauses.own_subject(verb) is None:
                own = clauses.own_subject(clause)
                if own is not None and clauses.belongs_outside(verb, own):
                    last = min(last, verb.left_edge.i - 1)
    return last


def may_report(cue: Cue, clause: Token) -> bool:
    """Whether the verb with this clause reports: known to, or any verb under a personal subject."""
    lemma = cue.lemma
    if lemma in cues.SAYING or lemma in cues.THINKING:
        return True
    if lemma in cues.SHOWING:
        return cue.subject is None or is_speaker_like(cue.subject) or cue.subject.lemma_.lower() in cues.WRITINGS
    if lemma in cues.NAMING or lemma in ("see", "perceive", "view"):
        return True
    if lemma in cues.NEVER or cue.verb.pos_ == "AUX" or cue.subject is None:
        return False
    mark = clauses.child(clause, "mark")
    has_mark = mark is not None and mark.lower_ in ("that", "whether")
    return has_mark and clauses.child(clause, "nsubj", "nsubjpass") is not None and is_speaker_like(cue.subject)


def is_speaker_like(token: Token) -> bool:
    """Whether a noun can speak: a person, a body, a pronoun for either, a writing."""
    if token.pos_ == "PRON":
        return token.lower_ in ("he", "she", "they", "we", "i", "you", "who", "everyone", "nobody", "someone", "many",
                                "some", "others", "one", "most", "few", "both", "neither", "none", "no")  # fmt: skip
    if token.pos_ == "PROPN" or token.ent_type_ in ("PERSON", "ORG", "NORP", "GPE"):
        return True
    return token.lemma_.lower() in cues.ROLES or token.lemma_.lower() in cues.WRITINGS


def _around(cue: Cue) -> Complement | None:
    """The sentence that the cue follows or interrupts: "…, she said", "This, he explained, included …"."""
    verb = cue.verb
    if cue.subject is None or not (cue.lemma in cues.SAYING or cue.lemma in cues.THINKING):
        return None
    if verb.tag_ == "VBG" and clauses.own_subject(verb) is None:
        return None
    left = [c for c in verb.children if c.dep_ == "ccomp" and c.i < verb.i]
    is_aside = verb.dep_ in ("parataxis", "ccomp", "advcl", "dep", "conj", "appos", "relcl") and not left
    if cue.lemma in cues.ASIDE_NEVER or (not left and (cue.lemma in cues.THINKING and verb.dep_ == "conj")):
        return None
    if not left and not (is_aside and _is_set_apart(cue)):
        return None
    if is_aside and verb.dep_ == "advcl" and not _is_as_clause(verb):
        return None
    if is_aside and verb.dep_ in ("conj", "relcl", "appos") and _has_object(verb):
        return None
    return _surroundings(cue, left)


def _is_as_clause(verb: Token) -> bool:
    mark = clauses.child(verb, "mark", "advmod")
    return mark is not None and mark.lower_ == "as"


def _has_object(verb: Token) -> bool:
    return any(c.dep_ in ("dobj", "xcomp", "ccomp", "attr", "acomp", "prep") for c in verb.children if c.i > verb.i)


def _is_set_apart(cue: Cue) -> bool:
    """Whether the clause stands between commas, dashes or the sentence's ends, complete in itself."""
    tokens, sentence = cue.block.tokens, cue.verb.sent
    first, last = cue.core
    if clauses.own_subject(cue.verb) is None:
        return False
    mark = clauses.child(cue.verb, "mark", "advmod")
    while mark is not None and first - 1 > sentence.start and tokens[first - 1].dep_ in ("mark", "advmod"):
        first -= 1
    before = tokens[first - 1].text if first - 1 >= sentence.start else None
    after = tokens[last + 1].text if last + 1 < sentence.end else "."
    return (
        before is not None and before in EDGE and (after in EDGE or after in ".?!" or _next_is_adjunct(cue, last + 1))
    )


def _next_is_adjunct(cue: Cue, number: int) -> bool:
    token = cue.block.tokens[number]
    return token.head == cue.verb and token.dep_ in ("prep", "advmod", "npadvmod")


def _surroundings(cue: Cue, left: Sequence[Token]) -> Complement | None:
    """The sentence less the cue's clause; the cue's own adjuncts go with the cue."""
    start, end = cue.sentence
    verb = cue.verb
    hole_start, hole_end = cue.start_of(_lead_of(cue)), cue.end_of(_adjuncts_end(cue))
    if verb.dep_ not in ("ROOT", "parataxis", "ccomp", "dep", "advcl") or (left and verb.dep_ != "ROOT"):
        roots = left or [verb.head]
        start = max(start, min(cue.start_of(c.left_edge.i) for c in roots))
        end = min(end, max(cue.end_of(c.right_edge.i) for c in roots))
    elif left and not _goes_on(cue, hole_end):
        end = min(end, hole_start)
    start = _without_lead(cue, start, hole_start, end > hole_end)
    pieces = without([(start, end)], [(hole_start, max(hole_start, hole_end))])
    return Complement("around", tuple(pieces), verb.i, True) if pieces else None


def _goes_on(cue: Cue, hole_end: int) -> bool:
    """Whether more of what is said follows the cue's clause, not only the cue's own adjuncts."""
    tokens = cue.block.tokens
    rest = [t for t in tokens[cue.verb.i + 1 : cue.verb.sent.end] if cue.block.start + t.idx >= hole_end]
    rest = [t for t in rest if not t.is_space]
    if len(rest) < 2 or rest[0].text not in (",", "—", "–", "--"):
        return False
    first = rest[1]
    is_adjunct = first.tag_ in ADJUNCT_TAGS or first.pos_ in ("SCONJ", "NUM") or first.lower_ in ADJUNCT_WORDS
    return not (is_adjunct or first.text in "\"'")


def _without_lead(cue: Cue, start: int, hole: int, goes_on: bool) -> int:
    """Where what is said begins: after a dateline, and after "Even then, she said, …"."""
    match = LEAD.match(cue.layers.text, start, hole)
    if match is not None and match.end() < hole:
        start = match.end()
    before = [t for t in cue.verb.sent if start <= cue.block.start + t.idx < hole and not t.is_punct]
    if goes_on and len(before) <= 5 and not any(t.dep_ in SAID_PARTS for t in before):
        return hole
    return start


def _lead_of(cue: Cue) -> int:
    first = cue.core[0]
    tokens = cue.block.tokens
    while (
        first > cue.verb.sent.start
        and tokens[first - 1].dep_ in ("mark", "advmod")
        and tokens[first - 1].head == cue.verb
    ):
        first -= 1
    return first


def _adjuncts_end(cue: Cue) -> int:
    """The last token of the cue's clause: up to the next comma, dash or mark."""
    tokens, last = cue.block.tokens, cue.core[1]
    end = cue.verb.sent.end
    own = clauses.own_subject(cue.verb)
    if own is not None and own.i > cue.verb.i:
        last = max(last, min(own.right_edge.i, end - 1))
    while last + 1 < end and tokens[last + 1].text not in EDGE:
        last += 1
    return last


def _named(cue: Cue) -> Complement | None:
    """An object and what it is called: "called the plan a gift"."""
    if cue.lemma not in cues.NAMING:
        return None
    thing = clauses.child(cue.verb, "dobj", "nsubjpass")
    name = clauses.child(cue.verb, "oprd", "attr")
    if name is None and not clauses.is_passive(cue.verb):
        return _named_in_marks(cue)
    if name is None or thing is None or (clauses.is_passive(cue.verb) and clauses.agent(cue.verb) is None):
        return None
    if thing.i < cue.verb.i:
        return _make(cue, "named", clauses.naming(thing), clauses.reach(name))
    return _make(cue, "named", (thing.left_edge.i, name.right_edge.i))


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


def _seen_as(cue: Cue) -> Complement | None:
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
        return _make(cue, "as", (thing.left_edge.i, end))
    return _make(cue, "as", clauses.naming(thing), (role.i, end))


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


def _to_do(cue: Cue) -> Complement | None:
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
            return _make(cue, "to do", (caller.i + 1, clause.right_edge.i), end=caller.i)
        if cue.lemma in cues.EXPECTED and clauses.is_passive(cue.verb):
            return _said_to_do(cue, clause)
        if thing is not None and cue.verb.i < thing.i < clause.i and cue.lemma != "tell":
            start = min(start, thing.left_edge.i)
        return _make(cue, "to do", (start, clause.right_edge.i))
    if cue.lemma in cues.EXPECTED and clauses.is_passive(cue.verb):
        return _said_to_do(cue, clause)
    if cue.lemma in cues.TO_DO and not clauses.is_passive(cue.verb):
        return _make(cue, "to do", (max(start, cue.verb.i + 1), clause.right_edge.i))
    return None


def _said_to_do(cue: Cue, clause: Token) -> Complement | None:
    """The passive "is said to have left": its subject and the infinitive."""
    thing = clauses.child(cue.verb, "nsubjpass")
    if thing is None or thing.lower_ in RELATIVE:
        return _make(cue, "to do", clauses.reach(clause))
    return _make(cue, "to do", clauses.naming(thing), clauses.reach(clause))


def _doing(cue: Cue) -> Complement | None:
    """A gerund: "denied taking money", "recalled Berg asking"."""
    clause = clauses.gerund(cue.verb)
    if clause is None or cue.lemma not in cues.DOING:
        return None
    return _make(cue, "doing", (max(clause.left_edge.i, cue.verb.i + 1), clause.right_edge.i))


def _preposition(cue: Cue, wanted: frozenset[str]) -> Token | None:
    return next((c for c in cue.verb.children if c.dep_ == "prep" and c.lower_ in wanted and c.i > cue.verb.i
                 and (c.right_edge.i > c.i)), None)  # fmt: skip


def _about(cue: Cue) -> Complement | None:
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
            return _make(cue, "about", clauses.reach(preposition))
        return _make(cue, "about", (thing.left_edge.i, preposition.right_edge.i))
    passive = clauses.child(cue.verb, "nsubjpass")
    if passive is not None and cue.lemma not in cues.HEARERS:
        return _make(cue, "about", clauses.naming(passive), clauses.reach(preposition))
    return _make(cue, "about", (preposition.i + 1, preposition.right_edge.i), end=preposition.i)


def _thing(cue: Cue) -> Complement | None:
    """An object: "denied the report", "proposed a cartel", "raised the matter with Berg"."""
    if cue.lemma not in cues.THINGS and not _is_raised(cue) and not _is_saying_of_another(cue):
        return None
    if cue.subject is not None and not is_speaker_like(cue.subject) and cue.subject.lower_ != "it":
        return None
    thing = clauses.child(cue.verb, "dobj")
    if clauses.is_passive(cue.verb) and thing is None:
        thing = clauses.child(cue.verb, "nsubjpass")
        return _make(cue, "thing", clauses.reach(thing)) if thing is not None and clauses.agent(cue.verb) else None
    if thing is None or thing.i < cue.verb.i:
        return None
    last = thing.right_edge.i
    heard = clauses.hearer(cue.verb)
    if heard is not None and heard.head.dep_ in ("prep", "dative") and thing.i < heard.i <= last:
        last = heard.head.i - 1
    else:
        last = _with_adjuncts(cue, last)
    return _make(cue, "thing", (thing.left_edge.i, last))


def _with_adjuncts(cue: Cue, last: int) -> int:
    """The end of the phrases that follow an object at once, unless they tell when: "a century of peace in Europe"."""
    for c in cue.verb.rights:
        if c.dep_ == "prep" and c.left_edge.i == last + 1 and c.lower_ in ADJUNCTS:
            noun = clauses.child(c, "pobj")
            if noun is None or noun.ent_type_ in ("DATE", "TIME") or noun.lemma_.lower() in OCCASIONS:
                break
            last = c.right_edge.i
    return last


def _is_saying_of_another(cue: Cue) -> bool:
    """Whether the object is what somebody else said or thinks: "the files show Berg's claim that …"."""
    thing = clauses.child(cue.verb, "dobj")
    if thing is None or not (cue.lemma in cues.SAYING or cue.lemma in cues.SHOWING):
        return False
    owner = clauses.child(thing, "poss")
    lemma = thing.lemma_.lower()
    return owner is not None and owner.pos_ != "PRON" and (lemma in cues.SAID or lemma in cues.THOUGHT)


def _is_raised(cue: Cue) -> bool:
    return cue.lemma in cues.TOPICS and clauses.hearer(cue.verb) is not None
