"""Why two attributions are held for one utterance, in sentences for a reader, with the words meant."""

from __future__ import annotations

from variorum.collate.features import WEIGHTS, Values, odds, probability
from variorum.collate.profiles import ROOT, Profile, Profiles
from variorum.collate.words import FUNCTION_STEMS, longest_run, words_of
from variorum.model import Pair, Reason, Span


def explained(left: Profile, right: Profile, values: Values, profiles: Profiles) -> Pair:
    """The pair with its score and a reason for each feature, the weightiest first."""
    left, right = sorted((left, right), key=lambda p: p.key)
    ordered = sorted(values, key=lambda name: (-abs(WEIGHTS[name] * values[name]), name))
    reasons = tuple(
        Reason(
            feature=name,
            text=_sentence(name, left, right, profiles),
            score=round(min(1.0, values[name]), 3),
            evidence=_evidence(name, left, right),
        )
        for name in ordered
    )
    return Pair(left=left.key, right=right.key, score=round(probability(odds(values)), 4), reasons=reasons)


SENTENCES: dict[str, str] = {
    "little matter": "They have little in common but a word or two.",
    "more alike in meaning": "They mean more nearly the same than the words they share let expect.",
    "less alike in meaning": "They mean less nearly the same than the words they share let expect.",
    "kin words": "Other words of the one mean much the same as words of the other.",
    "another telling": "Both report what others said, but each on an occasion of its own.",
    "pointing back": "One only points back to what was said before, to the same listener on the same occasion.",
    "same run": "Both have these words in a row: “{run}”.",
    "same quotation": "Both give them within quotation marks.",
    "two quotations": "Both are given as quotations, but not with the same words in a row.",
    "same speaker": "Both are words of {speaker}.",
    "perhaps same speaker": "One gives them to {speaker}, the other to {other}: it may be one name.",
    "described speaker": "One gives them to {speaker}, the other to {other}: only one of them, or neither, is named.",
    "kindred speaker": "One gives them to {speaker}, the other to {other}, who may speak for one another.",
    "speaker for the other": "One gives them to {speaker}, the other to {other}, and one of them speaks for the other.",
    "other speaker": "One gives them to {speaker}, the other to {other}.",
    "unknown speaker": "It is not known that both have the same speaker.",
    "same audience": "Both are spoken to the same listener.",
    "other audience": "They are spoken to different listeners.",
    "same occasion": "Both belong to the same occasion.",
    "like occasion": "Both belong to occasions with the same people.",
    "other occasion": "They are placed on different occasions.",
    "perhaps other occasion": "Nothing shows that they belong to the same occasion.",
    "other year": "They are placed in different years.",
    "other depth": "One is told within another report, the other is not.",
    "other numbers": "They have different numbers.",
    "other polarity": "One is denied, the other affirmed.",
    "question and answer": "One is a question, the other is none.",
    "question and denial": "One asks, the other says no.",
    "same document": "Both stand in the same document.",
    "other matter": "The two documents treat different matters.",
    "heading": "One is the heading over the other.",
    "side by side": "They are told one beside the other, as two things.",
    "same place in the telling": "They stand at the same place of the telling, beside words that match.",
    "what the other reports": "One reports what the other is.",
    "children": "What they report is the same utterance.",
    "parents": "They stand within reports that match.",
}


def _sentence(name: str, left: Profile, right: Profile, profiles: Profiles) -> str:
    if name in ("same words", "words within", "shared matter"):
        return f"They share the words {_shared_words(left, right, profiles)}."
    start, _, length = longest_run(left.stems, right.stems)
    text = profiles.lookup.documents[left.doc].text
    run = words_of(text, left.spans)[start : start + length]
    return SENTENCES[name].format(
        run=text[run[0].start : run[-1].end] if run else "",
        speaker=profiles.lookup.name(left.attribution.speaker),
        other=profiles.lookup.name(right.attribution.speaker),
    )


def _shared_words(left: Profile, right: Profile, profiles: Profiles) -> str:
    """The shared words that tell most, as the left one writes them."""
    text = profiles.lookup.documents[left.doc].text
    forms: dict[str, str] = {}
    for word in words_of(text, left.spans):
        root = word.stem if word.stem in FUNCTION_STEMS else word.stem[:ROOT]
        if root in right.weights:
            forms.setdefault(root, text[word.start : word.end])
    best = sorted(forms, key=lambda root: (-left.weights[root], root))[:5]
    return ", ".join(f"“{forms[root]}”" for root in best)


def _evidence(name: str, left: Profile, right: Profile) -> tuple[Span, ...]:
    if name.endswith("speaker"):
        return left.attribution.source + right.attribution.source
    return left.spans + right.spans
