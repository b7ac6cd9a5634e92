"""What one verb reports: by the quotations beside it or by its grammar, with who says it to whom."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from variorum.annotate.parsed import Block
from variorum.annotate.reporting import clauses, cues
from variorum.annotate.reporting.complements import Complement, is_speaker_like
from variorum.annotate.reporting.direct import (
    is_sentence_like,
    is_title_like,
    lead_cut,
    quotation_after,
    quotation_before,
)
from variorum.annotate.reporting.indirect import complement
from variorum.annotate.reporting.layers import Layers, merged, without
from variorum.annotate.reporting.polarity import polarity
from variorum.annotate.reporting.quotes import Piece, Quotation
from variorum.annotate.reporting.reports import Cue, Report, cue_of

if TYPE_CHECKING:
    from spacy.tokens import Token

WEIGHTS = {"direct": 0.9, "clause": 0.85, "around": 0.85, "named": 0.6, "as": 0.6, "to do": 0.6, "doing": 0.6,
           "about": 0.5, "thing": 0.5}  # fmt: skip


def verb_report(layers: Layers, block: Block, verb: Token) -> Report | None:
    """What the verb reports, None if nothing."""
    cue = cue_of(layers, block, verb)
    if (not _is_known(cue) and cue.subject is None) or _is_to_hearer(cue) or _hands_on(cue):
        return None
    if _is_own_wish(cue) or _is_link_line(cue):
        return None
    found = complement(cue)
    if found is not None and (_is_attitude(cue, found) or _is_order(cue)):
        found = None
    content, claimed = _quoted(cue, found)
    frame = "direct"
    if not content:
        if found is None:
            return None
        content, frame = layers.whole(found.pieces, cue.level), found.frame
    content = without(content, [cue.piece(clauses.cue_range(cue.verb))])
    content = [p for p in content if any(ch.isalnum() for ch in layers.text[p[0] : p[1]])]
    if not content:
        return None
    report = Report(
        level=cue.level, content=content, claimed=claimed, frame=frame, lemma=cue.lemma, weight=WEIGHTS[frame]
    )
    if frame == "direct" and not _is_known(cue):
        report.weight -= 0.1
    report.cue = [_cue_piece(cue, found if frame != "direct" else None)]
    report.polarity = polarity(verb)
    report.is_participle = verb.tag_ == "VBG" and clauses.own_subject(verb) is None
    _people(cue, report)
    return report


def _is_to_hearer(cue: Cue) -> bool:
    """Whether it is only said to the hearer: "you know", "do you think …?"."""
    own = clauses.own_subject(cue.verb)
    return (
        own is not None and own.lower_ == "you" and (cue.lemma in cues.THINKING or cue.lemma in ("see", "want", "say"))
    )


def _is_own_wish(cue: Cue) -> bool:
    """Whether a quoted speaker speaks of his own wishes or knowledge: no report, unless he thinks or believes."""
    own = clauses.own_subject(cue.verb)
    is_wish = cue.lemma in cues.THINKING or cue.lemma in cues.TO_DO
    return (
        cue.level is not None
        and own is not None
        and own.lower_ in ("i", "we")
        and is_wish
        and cue.lemma not in cues.SAYING
        and cue.lemma not in cues.OPINION
    )


def _is_attitude(cue: Cue, found: Complement) -> bool:
    """Whether the words tell only of a wish or an attitude: "We … welcome the chance", "“… who want to sing”"."""
    if found.frame in ("clause", "around") or cue.lemma in cues.SAYING:
        return False
    is_own = cue.subject is not None and cue.subject.lower_ in ("i", "we")
    if is_own or cue.level is None:
        return is_own
    return cue.subject is None or cue.lemma in cues.WISHING


def _is_order(cue: Cue) -> bool:
    """Whether the narrator only tells the reader to say or think something: "Ask any sailor about it"."""
    if cue.level is not None or cue.subject is not None or cue.verb.tag_ != "VB" or cue.verb.dep_ != "ROOT":
        return False
    return all(c.i > cue.verb.i or c.is_punct or c.dep_ in ("cc", "advmod") for c in cue.verb.children)


def _is_link_line(cue: Cue) -> bool:
    """Whether a participle without a subject opens the paragraph: "Related Why the bridge closed"."""
    if cue.verb.i == 0:
        return cue.subject is None and cue.verb.tag_ in ("VBD", "VBN")
    return cue.lemma == "highlight" and cue.verb.i == 1 and cue.block.tokens[0].lower_ == "story"


def _is_known(cue: Cue) -> bool:
    return cue.lemma in cues.FRAMES or cue.lemma in cues.MANNER or cue.lemma in cues.SHOWING


def _cue_piece(cue: Cue, found: Complement | None) -> Piece:
    """The cue's words: the verb with its auxiliaries, and a preposition that belongs to it."""
    first, last = clauses.cue_range(cue.verb)
    if found is not None and found.cue_end == last + 1:
        last = found.cue_end
    outer = cue.verb.head.head if cue.verb.dep_ == "pcomp" else cue.verb.head
    is_led = cue.verb.dep_ in ("pcomp", "xcomp") and outer.i < first
    is_inner = outer.lemma_ in cues.EXPECTED and clauses.infinitive(outer) == cue.verb
    if (
        is_led
        and (outer.lemma_ == "use" or (outer.lemma_ in cues.OUTWARD and clauses.is_passive(outer)))
        and not is_inner
    ):
        first = clauses.cue_range(outer)[0]
    return cue.piece((first, last))


def _quoted(cue: Cue, found: Complement | None) -> tuple[list[Piece], list[int]]:
    """The quotations that the cue stands beside, with the words between that belong to what is said."""
    after = quotation_after(cue)
    before = None if _leads_on(cue, found) else quotation_before(cue)
    if before is not None:
        return _led_by(cue, before, after, found)
    if after is None:
        return [], []
    number, start = after
    quotation = cue.layers.quotations[number]
    if found is not None and not found.is_around and _has_words(cue, found.pieces[0][0], quotation.start):
        return [], []
    whole = is_sentence_like(cue.layers.text, quotation.hull)
    if not _is_known(cue) and not (whole and _is_announced(cue, start)):
        return [], []
    if found is not None and not found.is_around and found.pieces[0][0] >= quotation.end:
        return [], []
    own = [(start, quotation.pieces[0][1]), *quotation.pieces[1:]]
    lead = cue.layers.text[cue.end_of(cue.verb.i) : start].rstrip()
    if (whole and lead[-1:] in (",", ":")) or found is None or found.is_around:
        if found is None and not lead and not _stands_as_words(cue, quotation):
            return [], []
        return own, [number]
    return merged([*own, *cue.layers.whole(found.pieces, cue.level)]), [number]


def _stands_as_words(cue: Cue, quotation: Quotation) -> bool:
    """Whether a quotation right after the verb is what is said: said "no", but not called "Old Joe"."""
    if cue.lemma in cues.NAMING or not (cue.lemma in cues.SAYING or cue.lemma in cues.MANNER):
        return False
    after = cue.layers.text[quotation.end : quotation.end + 3].strip()
    return not after[:1].isalpha() or after[:1].islower()


def _leads_on(cue: Cue, found: Complement | None) -> bool:
    """Whether the verb has its words after it: "said that …"."""
    return found is not None and found.frame == "clause" and _is_marked(cue, found.pieces[0][0])


def _hands_on(cue: Cue) -> bool:
    """Whether the verb only leads to the one that reports: "went on to say", "is quoted as saying".

    Not in "is said to have answered", where somebody unnamed reports the answer, nor in "told her to write".
    """
    is_said = cue.lemma in cues.EXPECTED and clauses.is_passive(cue.verb)
    is_order = cue.lemma in cues.OTHERS_TO_DO and clauses.child(cue.verb, "dobj", "nsubjpass") is not None
    if (is_said or is_order) and clauses.infinitive(cue.verb) is not None:
        return False
    return any(
        c.i > cue.verb.i
        and c.lemma_ in cues.SAYING
        and clauses.own_subject(c) is None
        and clauses.reach(c)[1] - c.i <= 3
        for c in _chained(cue.verb)
    )


def _chained(verb: Token) -> Iterator[Token]:
    for c in verb.rights:
        if c.dep_ == "xcomp":
            yield c
        elif c.dep_ == "prep":
            yield from (g for g in c.children if g.dep_ == "pcomp")


def _is_marked(cue: Cue, start: int) -> bool:
    return cue.layers.text[start : start + 9].lower().lstrip().startswith(("that ", "whether ", "if "))


def _has_words(cue: Cue, start: int, end: int) -> bool:
    """Whether other words than a complementizer stand between two offsets."""
    words = cue.layers.text[start:end].replace(",", " ").replace(":", " ").split()
    return any(w.lower() not in cues.COMPLEMENTIZERS for w in words)


def _is_announced(cue: Cue, start: int) -> bool:
    """Whether a verb outside the lists still leads up to a quotation: a colon, and somebody who can speak."""
    lead = cue.layers.text[cue.end_of(cue.verb.i) : start].rstrip()
    return lead.endswith(":") and cue.subject is not None and is_speaker_like(cue.subject)


def _led_by(
    cue: Cue, before: int, after: tuple[int, int] | None, found: Complement | None
) -> tuple[list[Piece], list[int]]:
    """What "…," she said reports: the quotation, the words before it, and a quotation that goes on after."""
    layers = cue.layers
    quotation = layers.quotations[before]
    start = _sentence_start(cue, quotation.start)
    pieces = list(quotation.pieces)
    lead = layers.text[start : quotation.start]
    if not lead_cut(layers.text, start, quotation.start) and lead.rstrip()[-1:] not in (".", "?", "!", ":", ";"):
        if found is not None and found.is_around and not _heads_a_quotation(layers, found, quotation):
            pieces = layers.whole([found.pieces[0], *pieces], cue.level)
        elif is_title_like(layers.text, quotation) or not is_sentence_like(layers.text, quotation.hull):
            return [], []
    claimed = [before]
    if after is not None:
        following = layers.quotations[after[0]]
        pieces += [(after[1], following.pieces[0][1]), *following.pieces[1:]]
        claimed.append(after[0])
    elif (told := clauses.told(cue.verb)) is not None:
        pieces.append(cue.piece(clauses.reach(told)))
    elif found is not None and found.is_around:
        pieces += [p for p in layers.whole(found.pieces, cue.level) if p[0] > cue.end_of(cue.verb.i)]
    return merged(pieces), claimed


def _heads_a_quotation(layers: Layers, found: Complement, quotation: Quotation) -> bool:
    """Whether what stands before a whole quoted sentence is a clause by itself."""
    words = layers.text[found.pieces[0][0] : quotation.start].rstrip()
    return words.endswith((".", "?", "!", ":"))


def _sentence_start(cue: Cue, offset: int) -> int:
    """Where the sentence begins in which an offset lies, not before the cue's own level."""
    first, _ = cue.layers.around(cue.level, offset)
    return max(first, cue.layers.sentence_around(offset)[0])


def _people(cue: Cue, report: Report) -> None:
    """Fills in who speaks and to whom."""
    passive = clauses.is_passive(cue.verb)
    who = clauses.agent(cue.verb) if passive else cue.subject
    if (who is not None and who.lower_ not in ("it", "there")) or (who is not None and not passive):
        report.source = _named(cue, who, report)
    heard = clauses.hearer(cue.verb)
    if heard is not None and heard != who:
        report.addressee = _named(cue, heard, report)
    if not report.source and cue.lemma == "ask" and passive:
        report.source = _interviewer(cue)
    if not report.source:
        report.weight -= 0.15


def _interviewer(cue: Cue) -> list[Piece]:
    """Who asked, where the sentence tells of an interview with somebody."""
    for token in cue.verb.sent:
        if token.lower_ == "interview" and token.i < cue.verb.i and cue.layers.level_of(cue.block, token) == cue.level:
            preposition = next((c for c in token.rights if c.lower_ in ("with", "by")), None)
            person = clauses.child(preposition, "pobj") if preposition is not None else None
            if person is not None and is_speaker_like(person):
                return [cue.piece(clauses.naming(person))]
    return []


def _named(cue: Cue, who: Token, report: Report) -> list[Piece]:
    """The naming phrase, if it does not lie inside what is said."""
    piece = cue.piece(clauses.naming(who))
    if any(s <= piece[0] and piece[1] <= e for s, e in report.content) and report.frame in (
        "direct",
        "clause",
        "around",
    ):
        return []
    level = cue.layers.level(piece[0])
    return [piece] if level == cue.level or cue.layers.is_around(level, cue.level) else []
