"""The annotator as a whole."""

from builders import document

from variorum.annotate.rules import RulesAnnotator
from variorum.config import Settings

STORY = (
    "Minister Peter Marlow said on July 9, 2003, that he would go. “I will,” he told the Halden Herald.\n"
    "Newly found papers show that Marlow had told Igor Lomov, “Never.”"
)


def annotate(*documents):
    return list(RulesAnnotator(Settings()).annotate(documents))


def test_there_is_one_annotation_for_each_document_in_their_order():
    docs = [document(STORY, "b.txt"), document("", "empty.txt"), document("Ann Hale said no.", "a.txt")]
    assert [a.doc for a in annotate(*docs)] == [d.id for d in docs]


def test_everything_named_is_there_and_every_id_is_known():
    (found,) = annotate(document(STORY))
    ids = {a.id for a in found.actors}
    used = {k for r in found.attributions for k in (r.speaker, *r.audience, *(h.actor for h in r.chain)) if k}
    assert used <= ids
    assert {p for o in found.occasions for p in o.participants} <= ids
    assert {r.occasion for r in found.attributions if r.occasion} <= {o.id for o in found.occasions}
    assert {"Peter Marlow", "Igor Lomov", "Halden Herald"} <= {a.name for a in found.actors}
    assert [d.edtf for d in found.dates] == ["2003-07-09"]


def test_those_only_described_are_kept_where_they_speak():
    (found,) = annotate(document("A neighbour said that it burned. A dog and a teacher ran."))
    assert "neighbour" in {a.name for a in found.actors}
    assert "teacher" not in {a.name for a in found.actors}


def test_the_same_document_gives_the_same_annotation():
    assert annotate(document(STORY)) == annotate(document(STORY))
    assert annotate(document(STORY), document("Ann Hale said no.", "z.txt"))[0] == annotate(document(STORY))[0]


def test_sentences_are_without_blanks_at_both_ends_and_in_order():
    doc = document(STORY)
    (found,) = annotate(doc)
    words = [doc.text[s.start : s.end] for s in found.sentences]
    assert words == [w.strip() for w in words]
    assert list(found.sentences) == sorted(found.sentences)


def test_odd_texts_give_an_annotation_all_the_same():
    for text in ("“", "he said", "‘’‘’“”", "said said said", "\x00\x01", "I I I, “he said, “I said, “we", "?" * 300):
        assert len(annotate(document(text))) == 1
