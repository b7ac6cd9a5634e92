"""Who is who across documents: spellings, bare names, and what people are called."""

from itertools import permutations

import pytest
from builders import actor, document

from variorum.collate.identities import NameIdentifier
from variorum.collate.people.callings import calling
from variorum.collate.people.spellings import are_spellings, heard, is_given_name_of
from variorum.config import Settings
from variorum.model import Annotation, Edition, Mention, Span, Story, identifier


def told(name: str, text: str, *people: tuple[str, str, list[tuple[str, str]]]):
    """A document and its actors: name, kind, and mentions as (kind, words)."""
    doc = document(text, name)
    found = []
    for called, kind, mentions in people:
        spans, at = [], 0
        for sort, words in mentions:
            start = text.index(words, at)
            spans.append(Mention(Span(doc.id, start, start + len(words)), sort))
            at = start + len(words)
        found.append(
            actor(called, kind, mentions=tuple(spans)).__class__(
                id=identifier("l", doc.id, called, kind), kind=kind, name=called, mentions=tuple(spans)
            )
        )
    return doc, Annotation(doc=doc.id, made_by="test/1", actors=tuple(found))


def identified(*pairs, stories=()):
    edition = Edition(documents=tuple(d for d, _ in pairs), stories=tuple(stories))
    return NameIdentifier(Settings()).identify(edition, [a for _, a in pairs])


def names(edition) -> list[str]:
    return sorted(a.name for a in edition.actors)


NAMED = told(
    "a.txt",
    "Premier Otto Brask said no. Brask, the premier of Lavia, left. He was tired, and he slept.",
    ("Otto Brask", "person", [("name", "Otto Brask"), ("name", "Brask"), ("pronoun", "He"), ("pronoun", "he")]),
)


def test_a_description_is_the_person_whom_another_document_calls_so_by_name():
    premier = told(
        "b.txt", "The Lavian premier said yes.", ("Lavian premier", "person", [("nominal", "The Lavian premier")])
    )
    edition = identified(NAMED, premier)
    assert names(edition) == ["Otto Brask"]
    assert edition.actors[0].aliases == ("Lavian premier",)


def test_a_description_narrowed_otherwise_is_somebody_else():
    other = told(
        "b.txt", "The Ostrian premier said yes.", ("Ostrian premier", "person", [("nominal", "The Ostrian premier")])
    )
    assert names(identified(NAMED, other)) == ["Ostrian premier", "Otto Brask"]


def premier_called_she(times: int):
    text = "The premier said yes." + " So she left." * times
    return told("b.txt", text, ("premier", "person", [("nominal", "The premier"), *[("pronoun", "she")] * times]))


def test_a_description_of_the_other_sex_is_somebody_else():
    assert names(identified(NAMED, premier_called_she(5))) == ["Otto Brask", "premier"]


def test_one_stray_pronoun_is_no_sex():
    assert names(identified(NAMED, premier_called_she(1))) == ["Otto Brask"]


def test_a_description_that_fits_two_people_is_neither():
    two = told(
        "b.txt",
        "Captain Ida Roe and Captain Jon Hale left.",
        ("Ida Roe", "person", [("name", "Ida Roe")]),
        ("Jon Hale", "person", [("name", "Jon Hale")]),
    )
    captain = told("c.txt", "The captain said no.", ("captain", "person", [("nominal", "The captain")]))
    assert names(identified(two, captain)) == ["Ida Roe", "Jon Hale", "captain"]


def test_a_vague_description_means_nobody():
    friend = told("a.txt", "His friend Jon Hale left.", ("Jon Hale", "person", [("name", "Jon Hale")]))
    other = told("b.txt", "A friend said no.", ("friend", "person", [("nominal", "A friend")]))
    assert names(identified(friend, other)) == ["Jon Hale", "friend"]


def test_the_same_telling_description_in_two_documents_is_one_person():
    words = "person familiar with the records"
    pairs = [told(n, f"A {words} said no.", (words, "person", [("nominal", f"A {words}")])) for n in ("a.txt", "b.txt")]
    assert names(identified(*pairs)) == [words]


def test_descriptions_are_resolved_within_their_story_only():
    premier = told("b.txt", "The premier said yes.", ("premier", "person", [("nominal", "The premier")]))
    docs = [NAMED[0].id, premier[0].id]
    apart = [Story(id=f"y{n}", label="", documents=(doc,)) for n, doc in enumerate(docs)]
    assert names(identified(NAMED, premier, stories=apart)) == ["Otto Brask", "premier"]
    together = [Story(id="y", label="", documents=tuple(sorted(docs)))]
    assert names(identified(NAMED, premier, stories=together)) == ["Otto Brask"]


@pytest.mark.parametrize(
    ("one", "other"),
    [("Raymond Stoker", "Ray Stoker"), ("RAYMOND STOKER", "Raymond Stoker"), ("Helena Brandt", "Helena Brant"),
     ("Desmond Rathbone", "Desmond Retbon"), ("Milos Hradec", "Milosh Gradets")],
)  # fmt: skip
def test_spellings_and_short_forms_of_a_name_are_one(one, other):
    pairs = [told("a.txt", f"{one} left.", (one, "person", [("name", one)])),
             told("b.txt", f"{other} left.", (other, "person", [("name", other)]))]  # fmt: skip
    assert len(identified(*pairs).actors) == 1


def test_two_spellings_that_one_document_tells_apart_are_two_people():
    both = told(
        "a.txt",
        "Anna Brandt met Anna Brant.",
        ("Anna Brandt", "person", [("name", "Anna Brandt")]),
        ("Anna Brant", "person", [("name", "Anna Brant")]),
    )
    assert names(identified(both)) == ["Anna Brandt", "Anna Brant"]


def test_a_bare_name_is_the_bearer_of_its_sex():
    couple = told(
        "a.txt",
        "Nils Garm knew, he said. Ida Garm knew, she said.",
        ("Nils Garm", "person", [("name", "Nils Garm"), ("pronoun", "he")]),
        ("Ida Garm", "person", [("name", "Ida Garm"), ("pronoun", "she")]),
    )
    bare = told("b.txt", "Mrs Garm said that she knew.", ("Garm", "person", [("name", "Garm"), ("pronoun", "she")]))
    edition = identified(couple, bare)
    assert {a.name: a.aliases for a in edition.actors} == {"Nils Garm": (), "Ida Garm": ("Garm",)}


def test_a_given_name_alone_is_the_only_one_who_bears_it():
    full = told("a.txt", "Eleanor Voss left.", ("Eleanor Voss", "person", [("name", "Eleanor Voss")]))
    bare = told("b.txt", "Eleanor said no.", ("Eleanor", "person", [("name", "Eleanor")]))
    assert names(identified(full, bare)) == ["Eleanor Voss"]


def one_of(name: str, words: str, kind: str):
    return told(name, f"{words} said no.", (words, kind, [("name", words)]))


@pytest.mark.parametrize(
    ("short", "kind"), [("Marlow", "organization"), ("Marlow Stone", "organization"), ("Marlow", "person")]
)
def test_short_names_of_a_body_are_that_body(short, kind):
    long = "Marlow Stone Group Inc"
    edition = identified(one_of("a.txt", long, "organization"), one_of("b.txt", short, kind))
    assert len(edition.actors) == 1


def test_a_body_is_not_short_for_a_part_of_it():
    pair = [one_of("a.txt", "Senate Defence Committee", "organization"), one_of("b.txt", "Senate", "organization")]
    assert len(identified(*pair).actors) == 2


def test_a_second_surname_makes_nobody_else():
    pair = [one_of("a.txt", "Laura Marlow Vega", "person"), one_of("b.txt", "Laura Marlow", "person")]
    assert names(identified(*pair)) == ["Laura Marlow"] or names(identified(*pair)) == ["Laura Marlow Vega"]


def test_a_given_name_that_was_taken_for_a_body_is_its_bearer():
    pair = [one_of("a.txt", "Uta Marlow", "person"), one_of("b.txt", "Uta", "organization")]
    assert names(identified(*pair)) == ["Uta Marlow"]


def test_the_order_of_documents_does_not_matter():
    pairs = [
        NAMED,
        told("b.txt", "The premier said yes.", ("premier", "person", [("nominal", "The premier")])),
        told("c.txt", "Oto Brask said so.", ("Oto Brask", "person", [("name", "Oto Brask")])),
        told("d.txt", "Brask said so.", ("Brask", "person", [("name", "Brask")])),
    ]
    editions = [identified(*order) for order in permutations(pairs)]
    assert all(e.actors == editions[0].actors for e in editions)
    assert names(editions[0]) == ["Otto Brask"]


@pytest.mark.parametrize("name", ["", "'", "—", "é", "Ж", "\u0301", "x" * 500])
def test_odd_names_are_heard_without_fail(name):
    heard(name)
    is_given_name_of(name, "anna")
    are_spellings((name, name), ("anna", "brandt"))
    calling(name)


def test_callings_are_read_from_either_side():
    assert calling("the Lavian foreign minister") == calling("foreign minister of Lavia")
    assert calling("Vice President").head == "vice-president"
    assert calling("the of") is None


def test_a_narrowed_description_is_not_anybody_of_that_trade():
    engineer = told("a.txt", "A loads engineer, P. Zorn, spoke.", ("P. Zorn", "person", [("name", "P. Zorn")]))
    words = "the ferry's engineer"
    other = told("b.txt", "Then the ferry's engineer said no.", (words, "person", [("nominal", words)]))
    assert len(identified(engineer, other).actors) == 2


def test_the_leaders_of_a_state_are_no_one_body():
    body = told("a.txt", "The leaders of Lavia met the League.", ("League", "organization", [("name", "League")]))
    leaders = told("b.txt", "The leaders said no.", ("leaders", "organization", [("nominal", "The leaders")]))
    assert len(identified(body, leaders).actors) == 2
