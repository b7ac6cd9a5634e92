"""Reports that hang on a noun or a phrase: "Berg's assertion that …", "a proposal to …", "according to …"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from variorum.annotate.parsed import Block
from variorum.annotate.reporting import clauses, cues
from variorum.annotate.reporting.complements import is_speaker_like
from variorum.annotate.reporting.indirect import last_of_speech
from variorum.annotate.reporting.layers import Layers, without
from variorum.annotate.reporting.quotes import Piece
from variorum.annotate.reporting.reports import Report

if TYPE_CHECKING:
    from spacy.tokens import Token

ACCOUNTS = frozenset(
    {"view", "word", "opinion", "telling", "account", "estimation", "estimate", "judgment", "judgement"}
)
TOPICAL = frozenset({"about", "on", "against", "regarding", "concerning"})
PLANS = frozenset({"plan", "decision", "sense", "ambition", "interest", "urge"})  # mostly no utterance, by PolNeAR
MEDIA = cues.words("twitter facebook instagram youtube medium radio television tv air camera stage page line online")
OWN = frozenset({"his", "her", "their", "its", "my", "our", "your"})
ATTRIBUTING = cues.words("according in by per judge judging follows appears emerges")
NOT_SPEAKERS = frozenset(
    {
        "plan",
        "schedule",
        "law",
        "rule",
        "rules",
        "standard",
        "standards",
        "size",
        "age",
        "type",
        "need",
        "needs",
        "custom",
        "order",
        "merit",
        "tradition",
    }
)


def noun_report(layers: Layers, block: Block, noun: Token) -> Report | None:
    """The report that a noun of saying or thinking carries, None where it carries none."""
    lemma = noun.lemma_.lower()
    if noun.pos_ != "NOUN" or not (lemma in cues.SAID or lemma in cues.THOUGHT):
        return None
    if lemma in PLANS or any(c.lower_ == "no" for c in noun.lefts) or (lemma == "sense" and noun.head.lemma_ == "make"):
        return None
    level = layers.level_of(block, noun)
    content = _complement(noun) or _predicate(layers, block, noun)
    if content is None:
        return None
    owner, light = _owner(noun)
    has_that = clauses.child(block.tokens[content[0]].head, "mark") is not None
    if owner is None and not ((has_that and lemma in cues.SAID) or _is_quotation(layers, block, content)):
        return None
    first = light.i if light is not None else noun.i
    report = Report(
        level=level,
        content=layers.whole([_piece(block, content)], level),
        cue=[_piece(block, (first, noun.i))],
        frame="noun",
        lemma=lemma,
        weight=0.6 if lemma in cues.SAID else 0.5,
    )
    if owner is not None:
        report.source = [_piece(block, clauses.naming(owner))]
    heard = next((c for c in noun.children if c.lower_ == "to" and c.dep_ in ("prep", "dative")), None)
    person = clauses.child(heard, "pobj") if heard is not None else None
    if person is not None and is_speaker_like(person) and lemma in cues.SAID:
        report.addressee = [_piece(block, clauses.naming(person))]
    return report


def _piece(block: Block, tokens: clauses.Range) -> Piece:
    return block.place(block.tokens[tokens[0]])[0], block.place(block.tokens[tokens[1]])[1]


def _complement(noun: Token) -> clauses.Range | None:
    """The clause or phrase that says what was said or thought."""
    for c in noun.rights:
        if c.dep_ in ("acl", "ccomp", "relcl") and _is_that_or_to(c):
            return c.left_edge.i, last_of_speech([c])
        if c.dep_ == "prep" and c.lower_ == "of" and clauses.child(c, "pcomp") is not None:
            return clauses.reach(c)
        if c.dep_ == "prep" and c.lower_ in TOPICAL and noun.lemma_.lower() in cues.SAID and not _is_place(c):
            return clauses.reach(c)
    return None


def _is_place(preposition: Token) -> bool:
    """Whether the phrase tells where or when, not about what: "his response on Twitter", "on Monday"."""
    noun = clauses.child(preposition, "pobj")
    if noun is None:
        return preposition.right_edge.i <= preposition.i
    return preposition.lower_ == "on" and (noun.lemma_.lower() in MEDIA or noun.ent_type_ in ("DATE", "TIME"))


def _is_that_or_to(clause: Token) -> bool:
    mark = clauses.child(clause, "mark")
    if mark is not None and mark.lower_ in ("that", "whether"):
        return True
    return clause.dep_ == "acl" and clause.tag_ == "VB" and any(c.lower_ == "to" for c in clause.lefts)


def _predicate(layers: Layers, block: Block, noun: Token) -> clauses.Range | None:
    """What "his answer was" leads up to."""
    verb = noun.head
    if noun.dep_ != "nsubj" or verb.lemma_ != "be" or noun.lemma_.lower() not in cues.ANSWERS:
        return None
    if clauses.child(verb, "neg") is not None:
        return None
    rest = [c for c in verb.rights if c.dep_ in ("ccomp", "attr", "intj", "xcomp")]
    if not rest and not _opens_quotation(layers, block, verb):
        return None
    last = max((c.right_edge.i for c in rest), default=verb.i + 1)
    return (verb.i + 1, last) if last > verb.i else None


def _is_quotation(layers: Layers, block: Block, content: clauses.Range) -> bool:
    """Whether the content is a quotation and nothing else: "the words were “no danger”"."""
    start, end = _piece(block, content)
    held = layers.inside(layers.level_of(block, block.tokens[content[0]].nbor(-1)), start, end)
    return any(layers.quotations[n].start <= start + 1 and end <= layers.quotations[n].end for n in held[:1])


def _opens_quotation(layers: Layers, block: Block, verb: Token) -> bool:
    found = layers.first_after(layers.level_of(block, verb), block.place(verb)[1])
    return found is not None and layers.quotations[found].start - block.place(verb)[1] < 4


def _owner(noun: Token) -> tuple[Token | None, Token | None]:
    """Who says or thinks it, and the verb that belongs to the cue ("made" in "made a proposal")."""
    verb = noun.head
    owner = clauses.child(noun, "poss")
    takes = noun.dep_ == "dobj" and verb.pos_ == "VERB" and (
        verb.lemma_ in cues.LIGHT or (verb.lemma_ in cues.SAYING and owner is not None and owner.lower_ in OWN)
    )  # fmt: skip
    if takes and (owner is None or owner.lower_ in OWN):
        found = clauses.agent(verb) if clauses.is_passive(verb) else clauses.subject(verb)
        return found or owner, verb
    if owner is not None:
        return owner, None
    for c in noun.rights:
        if c.dep_ in ("prep", "agent") and c.lower_ in ("by", "from", "of"):
            person = clauses.child(c, "pobj")
            if person is not None and is_speaker_like(person):
                return person, None
    return None, None


def according_to(layers: Layers, block: Block, word: Token) -> Report | None:
    """The report of "according to X", "in X's view": the sentence less the phrase."""
    found = _attributing_phrase(word) or _judging_phrase(word)
    if found is None:
        return None
    head, source, cue = found
    if source.lemma_.lower() in NOT_SPEAKERS:
        return None
    level = layers.level_of(block, word)
    first = min(word.i, cue[0])
    hole = block.place(block.tokens[first])[0], block.place(block.tokens[max(head.right_edge.i, cue[1])])[1]
    content = without([_main_clause(layers, block, word, level)], [hole])
    if not any(any(ch.isalnum() for ch in layers.text[s:e]) for s, e in content):
        return None
    return Report(
        level=level,
        content=layers.whole(content, level),
        cue=[_piece(block, cue)],
        source=[_piece(block, clauses.naming(source))],
        frame="according",
        lemma=word.lemma_.lower(),
        weight=0.85,
    )


def _attributing_phrase(word: Token) -> tuple[Token, Token, clauses.Range] | None:
    """The phrase's head, who is named in it, and its cue."""
    if word.lower_ == "according":
        to = next((c for c in word.rights if c.lower_ == "to"), None)
        person = clauses.child(to, "pobj") if to is not None else None
        return (to, person, (word.i, to.i)) if to is not None and person is not None else None
    if word.lower_ == "per" and word.i > word.sent.start and word.nbor(-1).text == ",":
        person = clauses.child(word, "pobj")
        return (word, person, (word.i, word.i)) if person is not None and is_speaker_like(person) else None
    if word.lower_ in ("in", "by") and word.dep_ == "prep":
        noun = clauses.child(word, "pobj")
        owner = clauses.child(noun, "poss") if noun is not None and noun.lemma_.lower() in ACCOUNTS else None
        if noun is not None and owner is not None:
            return noun, owner, (noun.i, noun.i)
    return None


def _judging_phrase(word: Token) -> tuple[Token, Token, clauses.Range] | None:
    """The same of "to judge by the minutes", "judging from her letters", "as follows from the record"."""
    if word.lower_ not in ("judge", "judging", "follows", "appears", "emerges"):
        return None
    lead = word.nbor(-1).lower_ if word.i > word.sent.start else ""
    if (word.lower_ == "judge" and lead != "to") or (word.tag_ == "VBZ" and lead != "as"):
        return None
    by = next((c for c in word.rights if c.lower_ in ("by", "from") and c.dep_ in ("prep", "agent")), None)
    person = clauses.child(by, "pobj") if by is not None else None
    if by is None or person is None or not is_speaker_like(person):
        return None
    return by, person, (word.i - (0 if word.lower_ == "judging" else 1), by.i)


def _main_clause(layers: Layers, block: Block, word: Token, level: int | None) -> Piece:
    """The clause that the phrase belongs to: its sentence, or the reported clause that it stands in."""
    at = word.head
    for step in at.ancestors:
        if at.dep_ in ("ccomp", "ROOT") or at.head == at:
            break
        at = step
    first, last = layers.around(level, block.place(word)[0])
    if at.dep_ == "ccomp" and at.left_edge.i < word.i and at.head.lemma_ in cues.SAYING:
        start, end = _piece(block, clauses.reach(at))
    else:
        start, end = block.start + word.sent.start_char, block.start + word.sent.end_char
    return max(start, first), min(end, last)


def phrases(layers: Layers, block: Block) -> Iterator[Report]:
    """All reports of one block that hang on a noun or a phrase, in text order."""
    for token in block.tokens:
        report = noun_report(layers, block, token) if token.pos_ == "NOUN" else None
        if report is None and token.lower_ in ATTRIBUTING:
            report = according_to(layers, block, token)
        if report is not None:
            yield report
