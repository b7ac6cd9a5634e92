"""Features tell what two attributions have in common, and say it in words."""

from __future__ import annotations

from dataclasses import replace

from builders import attribution, document
from tellings import COUNCIL, ORTEN, RECALL, RETOLD, SALE, TALK, exchange, said, story

from variorum.collate.explanations import explained
from variorum.collate.features import WEIGHTS, Links, is_barred, measure, odds
from variorum.collate.profiles import Profile, Profiles
from variorum.model import Edition, Region, Span, Story


def pair(made: Edition) -> tuple[Profile, Profile]:
    """The profiles of the two attributions of an edition, in the order of their documents' names."""
    profiles = Profiles(made)
    left, right = sorted(profiles, key=lambda p: profiles.lookup.documents[p.doc].path)
    return left, right


def compared(made: Edition) -> dict[str, float]:
    return measure(*pair(made), Links())


def two(left: str, right: str, **more: object) -> Edition:
    return story(said(left, left, "a.txt", **more), said(right, right, "b.txt", **more))


def test_every_feature_that_is_measured_has_a_weight() -> None:
    made = two("no objection to twelve ships", "did not object to thirteen ships", occasion=TALK.id)
    assert set(compared(made)) <= set(WEIGHTS)


def test_inflected_words_count_as_shared() -> None:
    inflected, equal = (
        compared(two("the objections", "she objected")),
        compared(two("the objections", "the objections")),
    )
    assert inflected["same words"] > 0.9 * equal["same words"] > 0


def test_few_words_in_common_tell_little() -> None:
    few = compared(two("the plans", "the plans"))["same words"]
    many = compared(two("the plans for seven northern harbours", "the plans for seven northern harbours"))["same words"]
    assert 0 < few < 0.6 < many


def test_particles_count_next_to_nothing() -> None:
    assert compared(two("of the crane", "of the bridge"))["same words"] < 0.1


def test_a_trimmed_quotation_lies_within_the_whole() -> None:
    values = compared(two("ice has no flag", "ice has no flag and fish have no passports, as grandmother used to say"))
    assert values["words within"] > 1.2 * values["same words"]


def test_the_longest_run_is_measured_in_order() -> None:
    assert compared(two("frozen harbour crane", "frozen harbour crane"))["same run"] > 0.5
    assert "same run" not in compared(two("frozen harbour crane", "crane harbour frozen"))


def test_number_words_and_figures_agree_and_other_numbers_do_not() -> None:
    assert "other numbers" not in compared(two("twelve ships", "12 ships"))
    assert compared(two("twelve ships", "thirteen ships"))["other numbers"] == 1.0


def test_words_of_like_meaning_are_weighed_beside_the_same_ones() -> None:
    values = compared(two("the theft of the blankets", "stealing the blankets"))
    assert values["kin words"] > 0.2
    assert "kin words" not in compared(two("the theft of the blankets", "washing the blankets"))


def test_words_of_like_meaning_are_weighed_where_no_word_is_the_same() -> None:
    values = compared(two("the accident", "a crash"))
    assert values["kin words"] > 0.1 and "same words" not in values


def test_what_begins_with_a_pointing_word_points_back() -> None:
    made = story(
        said("that this option cannot be excluded", "that this option cannot be excluded", "a.txt"),
        said("the option that pleases the council", "the option that pleases the council", "b.txt"),
    )
    assert [p.is_pointing for p in pair(made)] == [True, False]


def test_two_tellings_on_occasions_of_their_own_differ() -> None:
    words = ("I asked whether he would sell, and he said no", "whether he would sell", "no")
    one = exchange(words[0], *words, "a.txt", occasion=RECALL.id)
    for other, value in ((RETOLD.id, 1.0), (RECALL.id, 0.0)):
        made = story(one, exchange(words[0], *words, "b.txt", occasion=other))
        tellings = [p for p in Profiles(made) if p.children]
        assert measure(*tellings, Links()).get("another telling", 0.0) == value


def test_a_denial_differs_in_polarity() -> None:
    assert compared(two("we open the harbour", "we never open the harbour"))["other polarity"] > 0


def test_unknown_speakers_and_occasions_say_nothing() -> None:
    made = story(
        said("ice has no flag", "ice has no flag", "a.txt", None), said("ice has no flag", "ice has no flag", "b.txt")
    )
    assert not {"same speaker", "other speaker", "kindred speaker", "same occasion", "other occasion"} & set(
        compared(made)
    )


def test_a_person_and_a_group_are_kindred() -> None:
    made = story(said("ice has no flag", "ice", "a.txt"), said("ice has no flag", "ice", "b.txt", COUNCIL))
    assert compared(made)["kindred speaker"] == 1.0
    assert not is_barred(*pair(made))


def test_two_persons_are_barred_unless_the_words_are_many_and_the_same() -> None:
    made = story(
        said("ice has no flag", "ice has no flag", "a.txt"), said("ice has no flag", "ice has no flag", "b.txt", ORTEN)
    )
    assert is_barred(*pair(made))


def test_a_quotation_in_the_same_words_is_not_barred_by_the_name_of_the_speaker() -> None:
    words = "“the bird is flying around the cockpit”"
    more = {"mode": "direct"}
    made = story(said(words, words, "a.txt", **more), said(f"Oh, {words}.", words, "b.txt", ORTEN, **more))
    assert not is_barred(*pair(made))
    assert compared(made)["other speaker"] == 0.5


def test_documents_on_two_matters_need_more() -> None:
    ferry = (
        "The ferry crossed the bay. Tugs, a brass band and a wooden pier were seen by captains, pilots and divers. "
        "The harbour lamps shone; gulls followed nets. Ice is cold, she sang at the lighthouse."
    )
    court = (
        "The judge heard of fraud. Lawyers, a clerk and bribes were named in ledgers, letters and bank accounts. "
        "Witnesses wept; juries frowned at evidence. Ice melts, he wrote to the prosecutor."
    )
    made = story(said(ferry, "Ice is cold", "a.txt"), said(court, "Ice melts", "b.txt"))
    assert compared(made)["other matter"] > 0
    assert "other matter" not in compared(
        story(said(ferry, "Ice is cold", "a.txt"), said(ferry, "Ice is cold", "b.txt"))
    )


def test_occasions_of_different_years_are_barred() -> None:
    made = story(
        said("ice has no flag", "ice has no flag", "a.txt", occasion=TALK.id),
        said("ice has a flag", "ice has a flag", "b.txt", occasion=RECALL.id),
    )
    assert is_barred(*pair(made))


def test_an_unknown_speaker_asks_more_of_the_words() -> None:
    both = two("ice has no flag", "ice has a flag")
    neither = story(
        said("ice has no flag", "ice has no flag", "a.txt", None),
        said("ice has a flag", "ice has a flag", "b.txt", None),
    )
    assert compared(neither)["unknown speaker"] == 1.0
    assert odds(compared(neither)) < odds(compared(both)) - 3


def test_occasions_in_other_company_are_others_and_in_the_same_company_alike() -> None:
    occasions = [
        replace(TALK, id=f"o{n}", date=None, participants=(SALE.id, who))
        for n, who in enumerate([ORTEN.id, ORTEN.id, COUNCIL.id])
    ]

    def values(first: int, second: int) -> dict[str, float]:
        made = story(
            said("ice has no flag", "ice has no flag", "a.txt", occasion=f"o{first}"),
            said("ice has no flag", "ice has no flag", "b.txt", occasion=f"o{second}"),
        )
        return compared(replace(made, occasions=tuple(occasions)))

    assert "like occasion" in values(0, 1)
    assert "other occasion" in values(0, 2)
    assert "same occasion" in values(0, 0)


def test_a_word_or_two_in_common_is_little() -> None:
    assert compared(two("we can definitely race", "that was definitely possible"))["little matter"] > 0
    assert "little matter" not in compared(two("the frozen harbour crane fell", "a frozen harbour crane fell over"))


def test_place_in_the_telling_needs_a_neighbour_that_matches() -> None:
    texts = [
        ("a.txt", "he asked for the frozen harbour, and she said why not"),
        ("b.txt", "he wished for the frozen harbour, and she shrugged"),
    ]
    made = story(
        *(
            exchange(f"Orten said {t}.", t, "for the frozen harbour", answer, name)
            for (name, t), answer in zip(texts, ("why not", "shrugged"), strict=True)
        )
    )
    profiles = Profiles(made)
    asked = sorted(a.id for a in made.attributions if a.polarity == "questioned")
    answered = sorted(a.id for a in made.attributions if a.speaker == SALE.id)
    left, right = (profiles[key] for key in answered)
    assert "same place in the telling" not in measure(left, right, Links())
    links = Links({key: frozenset([1]) for key in asked})
    assert measure(left, right, links)["same place in the telling"] > 0.5
    assert odds(measure(left, right, links)) > odds(measure(left, right, Links()))


def test_a_report_of_what_the_other_is_counts_against() -> None:
    doc = document("Orten said that Sale would open the frozen harbour.", "a.txt")
    outer = attribution(doc, "that Sale would open the frozen harbour", speaker=ORTEN.id)
    inner = attribution(doc, "would open the frozen harbour", speaker=SALE.id, parent=outer.id)
    other, told = said("Orten: Sale would open the frozen harbour", "would open the frozen harbour", "b.txt", None)
    profiles = Profiles(story((doc, [outer, inner]), (other, told)))
    links = Links({inner.id: frozenset([1]), told[0].id: frozenset([1])})
    assert measure(profiles[outer.id], profiles[told[0].id], links)["what the other reports"] == 1.0


def test_reasons_name_the_words_and_the_speaker() -> None:
    made = two("ice has no flag", "ice has no flag at all")
    profiles, (left, right) = Profiles(made), pair(made)
    found = explained(left, right, measure(left, right, Links()), profiles)
    texts = {r.feature: r.text for r in found.reasons}
    assert texts["same run"] == "Both have these words in a row: “ice has no flag”."
    assert texts["same speaker"] == "Both are words of Mara Sale."
    assert "“flag”" in texts["same words"]
    assert found.left < found.right
    assert 0.5 < found.score < 1


def test_a_heading_is_told_by_its_region() -> None:
    doc = document("Harbour opens\nThe harbour opens today.", "a.txt")
    doc = replace(doc, regions=(Region("title", Span(doc.id, 0, 13)), Region("body", Span(doc.id, 14, 38))))
    heading, body = attribution(doc, "Harbour opens"), attribution(doc, "The harbour opens today")
    profiles = Profiles(story((doc, [heading, body])))
    values = measure(profiles[heading.id], profiles[body.id], Links())
    assert values["heading"] == 1.0
    assert "side by side" not in values


def test_documents_of_two_stories_treat_other_matters() -> None:
    made = two("the price of the new ferry", "the price of the new ferry")
    (left, right) = (d.id for d in made.documents)
    one = Story(id="y1", label="the ferry", documents=tuple(sorted((left, right))))
    told = compared(replace(made, stories=(one,))).get("other matter", 0.0)
    assert told == compared(made).get("other matter", 0.0)
    apart = tuple(Story(id=f"y{n}", label="the ferry", documents=(doc,)) for n, doc in enumerate((left, right)))
    assert compared(replace(made, stories=apart))["other matter"] == (told + 1) / 2
