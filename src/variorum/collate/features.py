"""How two attributions compare, feature by feature, and how much each feature tells.

A pair's features are numbers between 0 and 1; their weighted sum is the log of the odds that both report one
utterance. A pair that `is_barred` is never one, whatever its features.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import exp, sqrt

from variorum.collate.kin import likeness
from variorum.collate.meaning.likeness import Likeness
from variorum.collate.meaning.surplus import surplus
from variorum.collate.people.voices import Kinship, kinship
from variorum.collate.profiles import ROOT, Profile
from variorum.collate.words import FUNCTION_STEMS, longest_run

# Log-odds for a feature of value 1. First chosen by hand on a careful reader's attributions of five articles and on
# those of examples/halven. Then a logistic regression over the candidates of the train stories and of halven, with
# given attributions (8,735 pairs, 908 of them one utterance), and each weight moved a fifth of the way towards it.
# The whole way loses on every matter kept apart: single pairs are judged better, but not the groups that they make.
# "other matter" is stronger than that, since the train stories were judged one by one, and the speakers that are kin
# or described a little: of 383 articles on 69 events fewer statements then run over two. What belongs to talk that is
# told again ("same audience", "same place in the telling") stays as it was: news has too few cases of it.
# `python training/weigh.py ARTICLES` fits them anew,
# `python bench/stories.py TEXTS --split dev --given attributions` checks it.
WEIGHTS: dict[str, float] = {
    "same words": 5.8,  # cosine of the weighted stems
    "words within": 2.8,  # the shorter one's words found in the longer one
    "shared matter": 1.4,  # the weight of all shared words, however much else there is
    "kin words": 2.0,  # words of like meaning, beside the same ones
    "more alike in meaning": 2.25,  # than the words in common let expect, as a network reads them in their surroundings
    "less alike in meaning": -2.25,
    "little matter": -1.4,  # a word or two in common, and nothing known that makes speakers or talk one
    "same run": 3.5,  # the longest run of the same words in the same order
    "same quotation": 2.0,  # the shared words stand within quotation marks in both
    "two quotations": -2.4,  # both verbatim, yet hardly two words in a row are the same
    "same speaker": 1.0,
    "perhaps same speaker": 0.2,  # a surname beside a full name
    "described speaker": -1.1,  # "the premier" may be anybody who is named elsewhere
    "kindred speaker": -2.4,  # a person and a group or office: "his staff" may speak for him
    "speaker for the other": -0.3,  # "a spokesman for the council" and the council
    "other speaker": -6.0,
    "unknown speaker": -2.4,  # of one; where both are unknown the words must be many
    "same audience": 0.7,
    "other audience": -1.3,
    "same occasion": 1.2,
    "like occasion": 0.8,  # with the same people, in no other year
    "other occasion": -1.7,  # in other company or another year
    "perhaps other occasion": -0.2,  # nothing shows that they are one
    "other year": -2.0,
    "other depth": -0.7,  # one stands within another report, the other does not
    "other numbers": -0.5,
    "other polarity": -0.4,
    "question and answer": -0.3,
    "question and denial": -1.0,  # "whether they may join" and "does not object to their joining"
    "pointing back": 2.4,  # "this topic", "the idea": no words of its own to compare
    "other matter": -3.0,  # the documents belong to two stories, or have hardly a telling word in common
    "another telling": -2.5,  # two reports of reports, each on an occasion of its own
    "same document": -2.8,  # an account seldom tells the same thing twice
    "heading": 3.0,  # but its heading does
    "side by side": -2.1,  # two things told one after the other are two
    "same place in the telling": 3.4,
    "what the other reports": -5.1,  # a report of words that have been found elsewhere is not those words
    "children": 2.1,  # what they report has been found to be one utterance
    "parents": 0.9,  # so have the reports that they stand in
}
BIAS = -3.9
NEARLY = 0.75  # of the weight of the words of both: "the same words" even for another speaker or occasion
ENOUGH = 3.0  # the weight of about four rare words: less is a phrase that anybody may use
OWN = 2.2  # the same for the words of one speaker, of whom two documents may know two occasions
VERBATIM, TELLING = 6, 2.2  # words of a quotation, and their weight, that two people would not hit on
SMOOTH = 0.85  # the weight of one rare word: how far a very short content is trusted to lie within a longer one
# Of the telling words of the shorter document: of pairs of articles on two events 98 in 100 share fewer, on one 11.
FEW_TOPICS = 0.1
FEW = 1.0  # the same for the cosine: that two reports of one word have it in common tells little
SHORT, SCRAP = 2.5, 0.8  # of three telling words, told of nobody in particular, few are the same utterance
HALF = 0.5  # of the weight of the shorter one: a common run that is longer shows one quotation
LITTLE = 1.2  # the weight of less than two rare words
SPEAKER_KNOWN = 0.4  # how far having little in common still counts where the speaker is the same
SCANTY = 1.0  # the weight of one or two telling words; 1 of 0, 1, 2 is best in train stories and matters alike
DOUBTFUL = 5.0  # log-odds: of surer pairs the meaning is not asked, since it could not turn them
RUN = 3.0  # the weight of a run of words that tells all it can

NOWHERE: frozenset[int] = frozenset()
Values = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Links:
    """The groups found so far, by attribution: what the place in the telling is judged by."""

    groups: Mapping[str, frozenset[int]] = field(default_factory=dict)

    def joins(self, left: str | None, right: str | None) -> bool:
        """Whether the two, or a sentence of each, have been found to be one utterance."""
        return not self.groups.get(left or "", NOWHERE).isdisjoint(self.groups.get(right or "", NOWHERE))


def is_barred(left: Profile, right: Profile) -> bool:
    """Whether two attributions cannot report one utterance.

    A report and what it reports are two; so are the words of two known persons, of two reports of reports on
    two occasions, and of two occasions years apart, unless the words are nearly the same.
    """
    if left.id == right.id or left.id in right.ancestors or right.id in left.ancestors or _overlap(left, right):
        return True
    if _kinship(left, right) == "other":
        return _is_layer(left, right) or _is_layer(right, left) or not is_verbatim(left, right)
    are_tellings = bool(left.children and right.children)
    if is_other_occasion(left, right):
        return (are_tellings or _is_other_year(left, right)) and not is_nearly_same(left, right, OWN)
    return are_tellings and _kinship(left, right) == "kindred" and not is_nearly_same(left, right)


def is_other_occasion(left: Profile, right: Profile) -> bool:
    """Whether they are known to belong to two occasions: with other people, or in another year."""
    x, y = left.attribution.occasion, right.attribution.occasion
    if not x or not y or x == y:
        return False
    return _is_other_year(left, right) or bool(left.company and right.company and not left.company & right.company)


def is_nearly_same(left: Profile, right: Profile, enough: float = ENOUGH) -> bool:
    """Whether both have the same words, and enough of them for that to be no chance."""
    return shared_weight(left, right) >= max(enough, NEARLY * max(left.total, right.total))


def is_verbatim(left: Profile, right: Profile) -> bool:
    """Whether one has the words of the other in one go: then it is the name of the speaker that is doubtful."""
    short, long = sorted((left, right), key=lambda p: (len(p.stems), p.key))
    if left.attribution.quoted and right.attribution.quoted:
        run = _run_weights(left, right)
        if len(run) >= VERBATIM and sum(run) >= TELLING:
            return True
    if (
        len(short.stems) < VERBATIM
        or shared_weight(left, right) < TELLING
        or "direct" not in (left.attribution.mode, right.attribution.mode)
    ):
        return is_nearly_same(left, right)
    return longest_run(short.stems, long.stems)[2] >= NEARLY * len(short.stems)


def shared_weight(left: Profile, right: Profile) -> float:
    """The weight of the roots that both have."""
    few, many = sorted((left.weights, right.weights), key=len)
    return sum(min(weight, many[root]) for root, weight in few.items() if root in many)


def kin_weight(left: Profile, right: Profile) -> float:
    """The weight of the roots of one that only have roots of like meaning in the other, by how like they are."""
    short, long = sorted((left, right), key=lambda p: (len(p.weights), p.key))
    few, many = short.weights, long.weights
    table, found = likeness(), 0.0
    for root, weight in few.items():
        if root in table and root not in many:
            alike = table[root]
            others = (min(weight, many[other]) * alike[other] for other in alike if other in many and other not in few)
            found += max(others, default=0.0)
    return found


def measure(left: Profile, right: Profile, links: Links, likeness: Likeness | None = None) -> dict[str, float]:
    """The features of a pair that are not 0; with a `likeness`, of doubtful pairs the meaning is compared too."""
    found = _of_words(left, right) | _of_people(left, right) | _of_telling(left, right, links)
    if is_one_talk(found) or found["same place in the telling"]:
        found["two quotations"] = 0.0
    if is_one_talk(found) or found.get("pointing back") or found["same place in the telling"]:
        found["little matter"] = 0.0
    elif "little matter" in found and "same speaker" in found:
        found["little matter"] *= SPEAKER_KNOWN
    found = {name: value for name, value in found.items() if value}
    if likeness and left.story == right.story and not (left.is_pointing or right.is_pointing) and _is_doubtful(found):
        found |= _of_meaning(left, right, surplus(likeness(left, right), found))
    return found


def _is_doubtful(values: Values) -> bool:
    return abs(odds(values)) < DOUBTFUL


def odds(values: Values) -> float:
    """The log of the odds that a pair with these features is one utterance."""
    return BIAS + sum(WEIGHTS[name] * value for name, value in values.items())


def probability(log_odds: float) -> float:
    """The probability that these log-odds mean.

    >>> probability(0.0)
    0.5
    """
    return 1 / (1 + exp(-max(-30.0, min(30.0, log_odds))))


def _of_words(left: Profile, right: Profile) -> dict[str, float]:
    shared, like = shared_weight(left, right), kin_weight(left, right)
    if not shared:
        return {"kin words": like / (min(left.total, right.total) + SMOOTH)}
    shorter = min(left.total, right.total)
    run = sum(_run_weights(left, right))
    both_direct = left.attribution.quoted and right.attribution.quoted
    are_verbatim = left.attribution.mode == right.attribution.mode == "direct"
    return {
        "two quotations": max(0.0, 1 - max(run, shared / 2) / (HALF * shorter)) if are_verbatim else 0.0,
        "same words": shared / sqrt((left.total + FEW) * (right.total + FEW)),
        "words within": shared / (shorter + SMOOTH),
        "kin words": like / (shorter + SMOOTH),
        "little matter": max(0.0, 1 - (shared + like) / LITTLE),
        "shared matter": min(1.0, shared / RUN),
        "same run": min(1.0, run / RUN),
        "same quotation": min(1.0, run / RUN) if both_direct else 0.0,
        "other numbers": float(bool(left.numbers and right.numbers) and not left.numbers & right.numbers),
        "other polarity": shared / shorter if left.is_negated != right.is_negated else 0.0,
    }


def _run_weights(left: Profile, right: Profile) -> list[float]:
    """The weights of the words of the longest common run; none where it is a single word."""
    start, _, length = longest_run(left.stems, right.stems)
    run = left.stems[start : start + length] if length > 1 else ()
    return [left.weights[stem if stem in FUNCTION_STEMS else stem[:ROOT]] for stem in run]


def _of_people(left: Profile, right: Profile) -> dict[str, float]:
    x, y = left.attribution, right.attribution
    found = {SPEAKERS[_kinship(left, right)]: 1.0}
    if "kindred speaker" in found and x.occasion and x.occasion == y.occasion:
        found["kindred speaker"] = 0.1
    if "other speaker" in found and is_verbatim(left, right):
        found["other speaker"] = 0.5
    if "unknown speaker" in found:
        found["unknown speaker"] = (0.6 if x.speaker or y.speaker else 1.0) + SCRAP * _is_scrap(left, right)
    if left.audience and right.audience:
        found |= _of_audience(left, right)
    if x.occasion and y.occasion:
        found["same occasion"] = float(x.occasion == y.occasion)
        found["other occasion"] = float(is_other_occasion(left, right))
        is_open = not found["same occasion"] and not found["other occasion"]
        found["like occasion"] = float(is_open and bool(left.company & right.company))
        found["perhaps other occasion"] = float(is_open and not left.company & right.company)
        found["other year"] = float(_is_other_year(left, right))
        found["another telling"] = float(bool(left.children and right.children) and not found["same occasion"])
    if left.is_pointing != right.is_pointing and "same speaker" in found and "same audience" in found:
        found["pointing back"] = float(not found.get("other occasion"))
    return found


def _of_meaning(left: Profile, right: Profile, extra: float) -> dict[str, float]:
    """Which of the two it is; that scraps are alike ("the port", "the harbour of the isle") tells less."""
    if extra > 0:
        return {"more alike in meaning": extra * min(1.0, min(left.total, right.total) / SCANTY)}
    return {"less alike in meaning": -extra} if extra else {}


def _is_scrap(left: Profile, right: Profile) -> bool:
    """Whether one of them is a reported phrase of hardly three telling words, and the other has not the same ones."""
    is_same = shared_weight(left, right) >= NEARLY * max(left.total, right.total)
    return not is_same and any(p.total < SHORT and p.attribution.mode != "direct" for p in (left, right))


def _of_audience(left: Profile, right: Profile) -> dict[str, float]:
    """Whether they are spoken to one listener; a description may mean whoever is named elsewhere."""
    kinships = {kinship(x, y) for x in left.audience for y in right.audience}
    if "same" in kinships:
        return {"same audience": 1.0}
    return {"other audience": 1.0} if kinships == {"other"} else {}


def is_one_talk(values: Values) -> bool:
    """Whether both are known to be said by one speaker to one listener on one occasion, or on one much like it."""
    is_one_occasion = bool(values.get("same occasion") or values.get("like occasion"))
    return is_one_occasion and bool(values.get("same speaker") and values.get("same audience"))


def _of_telling(left: Profile, right: Profile, links: Links) -> dict[str, float]:
    is_one_document = left.doc == right.doc
    is_heading = left.is_title != right.is_title
    is_beside = left.attribution.parent is not None and left.attribution.parent == right.attribution.parent
    is_next = right.id in (left.before, left.after)
    return {
        "other depth": float(bool(left.ancestors) != bool(right.ancestors)),
        "question and answer": float(left.is_question != right.is_question),
        "question and denial": float(_is_denial(left, right) or _is_denial(right, left)),
        "same document": float(is_one_document),
        "other matter": 0.0 if is_one_document else _other_matter(left, right),
        "heading": float(is_one_document and is_heading),
        "side by side": float(is_one_document and not is_heading and (is_beside or is_next)),
        "same place in the telling": 0.0 if is_one_document and is_beside else _place(left, right, links),
        "children": float(any(links.joins(x, y) for x in left.children for y in right.children)),
        "what the other reports": float(
            any(links.joins(left.id, x) for x in right.children) or any(links.joins(right.id, x) for x in left.children)
        ),
        "parents": float(links.joins(left.attribution.parent, right.attribution.parent)),
    }


def _other_matter(left: Profile, right: Profile) -> float:
    """1 where the documents share none of their telling words, 0 where they share enough to treat one matter.

    Two stories count half of that: a document may tell a matter in words of its own, and stand alone for it.
    """
    enough = FEW_TOPICS * min(len(left.matter), len(right.matter))
    strange = max(0.0, 1 - len(left.matter & right.matter) / enough) if enough else 0.0
    are_two = bool(left.story and right.story and left.story != right.story)
    return (strange + 1) / 2 if are_two else strange


def _place(left: Profile, right: Profile, links: Links) -> float:
    """How far two attributions stand at the same place of a told exchange: between neighbours that match.

    A neighbour that matches on one side is half; both sides, or one inside reports within reports, are more. In an
    interview with one speaker, one side tells next to nothing: any two quotations may follow a third.
    """
    if _kinship(left, right) in (None, "other"):
        return 0.0
    is_before, is_after = links.joins(left.before, right.before), links.joins(left.after, right.after)
    if left.ancestors and right.ancestors:
        return (0.0, 0.85, 1.0)[is_before + is_after]
    is_exchange = not left.ancestors and not right.ancestors and left.audience & right.audience
    return (0.0, 0.3, 1.0)[is_before + is_after] if is_exchange else 0.0


def _kinship(left: Profile, right: Profile) -> Kinship | None:
    """How the two speakers may be one; None where one is unknown: an unknown speaker is not a different one."""
    return kinship(left.speaker, right.speaker) if left.speaker and right.speaker else None


SPEAKERS: dict[Kinship | None, str] = {
    "same": "same speaker",
    "part of the name": "perhaps same speaker",
    "described": "described speaker",
    "speaks for": "speaker for the other",
    "kindred": "kindred speaker",
    "other": "other speaker",
    None: "unknown speaker",
}


def _is_other_year(left: Profile, right: Profile) -> bool:
    if not left.years or not right.years:
        return False
    return left.years[1] < right.years[0] or right.years[1] < left.years[0]


def _is_denial(left: Profile, right: Profile) -> bool:
    """Whether one asks and the other, with other words, says no."""
    return left.is_question and not left.is_negated and right.is_negated and not right.is_question


def _is_layer(inner: Profile, outer: Profile) -> bool:
    """Whether the speaker of the one reports the other: then the words around it, not it, are this speaker's."""
    return outer.attribution.speaker in inner.reporters


def _overlap(left: Profile, right: Profile) -> bool:
    """Whether they share words of the text, and are thus two layers of it."""
    return left.doc == right.doc and any(x.touches(y) for x in left.spans for y in right.spans)
