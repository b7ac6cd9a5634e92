"""The same people and bodies under one id across documents."""

from itertools import permutations

from builders import actor, document, span

from variorum.collate.identities import NameIdentifier
from variorum.config import Settings
from variorum.model import Annotation, Attribution, Edition, Hop, Mention, Occasion, identifier

SETTINGS = Settings()


def local(doc, name: str, kind: str = "person", words: str | None = None, mention: str = "name", **more):
    """An actor of one document, mentioned where the words stand."""
    place = span(doc, words or name)
    return actor(name, kind, mentions=(Mention(place, mention),), **more).__class__(
        id=identifier("a", doc.id, kind, name), kind=kind, name=name, mentions=(Mention(place, mention),), **more
    )


def annotated(doc, *actors, **more) -> Annotation:
    return Annotation(doc=doc.id, made_by="test/1", actors=tuple(actors), **more)


def identify(*pairs):
    docs, annotations = zip(*pairs, strict=True)
    return NameIdentifier(SETTINGS).identify(Edition(documents=docs), annotations)


def names(edition) -> list[str]:
    return sorted(a.name for a in edition.actors)


def story(name: str, *people: str, **kinds: str):
    text = " and ".join(people) + f" were there ({name})."
    doc = document(text, name)
    return doc, annotated(doc, *(local(doc, p, kinds.get(p.split()[-1], "person")) for p in people))


def test_a_full_name_and_a_surname_are_one_where_only_one_bears_it():
    edition = identify(story("a.txt", "Peter Marlow"), story("b.txt", "Marlow"))
    assert names(edition) == ["Peter Marlow"]
    assert edition.actors[0].aliases == ("Marlow",)
    assert len(edition.actors[0].mentions) == 2


def test_two_of_one_family_stay_apart_and_a_bare_surname_joins_neither():
    edition = identify(story("a.txt", "Peter Marlow", "Susan Marlow"), story("b.txt", "Marlow"))
    assert names(edition) == ["Marlow", "Peter Marlow", "Susan Marlow"]


def test_an_initial_joins_the_only_name_that_it_can_stand_for():
    assert names(identify(story("a.txt", "P. Marlow"), story("b.txt", "Peter Marlow"))) == ["Peter Marlow"]
    both = identify(story("a.txt", "P. Marlow"), story("b.txt", "Peter Marlow"), story("c.txt", "Paula Marlow"))
    assert len(both.actors) == 3


def test_spellings_of_one_long_surname_are_one():
    edition = identify(
        story("a.txt", "Ivan Petrenko"), story("b.txt", "Ivan Petreenko"), story("c.txt", "Ivan Petrenko")
    )
    assert names(edition) == ["Ivan Petrenko"]
    assert names(identify(story("a.txt", "Tom Hale"), story("b.txt", "Tom Hall"))) == ["Tom Hale", "Tom Hall"]


def test_names_of_a_state_are_one():
    edition = identify(
        story("a.txt", "UK", UK="organization"),
        story("b.txt", "Great Britain", Britain="organization"),
        story("c.txt", "United Kingdom", Kingdom="place"),
    )
    assert len(edition.actors) == 1


def test_an_acronym_is_one_with_the_long_form_that_a_document_explains():
    doc = document("The Northern Trade League (NTL) met.", "a.txt")
    league = local(doc, "Northern Trade League", "organization", aliases=("NTL",))
    edition = identify((doc, annotated(doc, league)), story("b.txt", "NTL", NTL="organization"))
    assert len(edition.actors) == 1


def test_descriptions_stay_with_their_document():
    first, second = document("A spokesman said no.", "a.txt"), document("A spokesman said yes.", "b.txt")
    edition = identify(
        (first, annotated(first, local(first, "spokesman", mention="nominal"))),
        (second, annotated(second, local(second, "spokesman", mention="nominal"))),
    )
    assert names(edition) == ["spokesman", "spokesman"]
    assert len({a.id for a in edition.actors}) == 2


def test_everything_that_refers_to_an_actor_is_rewritten():
    first, second = document("Peter Marlow told Ann Hale no.", "a.txt"), document("Marlow said no.", "b.txt")
    marlow, hale = local(first, "Peter Marlow"), local(first, "Ann Hale")
    other = local(second, "Marlow")
    met = Occasion(id="o1", kind="meeting", label="", participants=(marlow.id, hale.id))
    said = Attribution(
        id="t1", doc=first.id, content=(span(first, "no"),), speaker=marlow.id, audience=(hale.id,),
        chain=(Hop(None), Hop(marlow.id, "t1")), occasion="o1",
    )  # fmt: skip
    again = Attribution(id="t2", doc=second.id, content=(span(second, "no"),), speaker=other.id)
    edition = identify(
        (first, annotated(first, marlow, hale, occasions=(met,), attributions=(said,))),
        (second, annotated(second, other, attributions=(again,))),
    )
    by_name = {a.name: a.id for a in edition.actors}
    one, two = sorted(edition.attributions, key=lambda a: a.id)
    assert one.speaker == two.speaker == one.chain[1].actor == by_name["Peter Marlow"]
    assert one.audience == (by_name["Ann Hale"],)
    assert one.chain[0].actor is None
    assert one.occasion == edition.occasions[0].id
    assert set(edition.occasions[0].participants) == set(by_name.values())


def test_the_order_of_the_documents_does_not_matter():
    stories = [
        story("a.txt", "Peter Marlow", "UK", UK="organization"),
        story("b.txt", "Marlow", "Ivan Petreenko"),
        story("c.txt", "Ivan Petrenko", "P. Marlow"),
    ]
    editions = [identify(*order) for order in permutations(stories)]
    assert all(e.actors == editions[0].actors for e in editions)


def test_ids_are_unique_and_nobody_is_lost():
    edition = identify(story("a.txt", "Peter Marlow", "Ann Hale"), story("b.txt", "Ann Hale", "Hale Peter Marlow"))
    ids = [a.id for a in edition.actors]
    assert len(ids) == len(set(ids))
    assert sum(len(a.mentions) for a in edition.actors) == 4
