"""Names in a document: where they stand, what kind of thing they name, with which title before them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from variorum import states
from variorum.annotate.dating import almanac
from variorum.annotate.parsed import Block, Parsed
from variorum.annotate.people import given_names, kinds, lexicon
from variorum.annotate.people.lexicon import words
from variorum.model import ActorKind

if TYPE_CHECKING:
    from spacy.tokens import Span as Slice
    from spacy.tokens import Token

LABELS: dict[str, ActorKind] = {
    "PERSON": "person",
    "ORG": "organization",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "group",
    "WORK_OF_ART": "document",
    "LAW": "document",
}
LONGEST = 8  # words; a longer "name" is a headline or a line of links
HEADLINE = 0.6  # share of capitalised words from which a line is set like a headline, where capitals say little
NO_NAMES = frozenset(
    [
        "state",
        "defense",
        "defence",
        "foreign",
        "treasury",
        "interior",
        "justice",
        "covid",
        "internet",
        "god",
        "christmas",
        "easter",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "photo",
        "image",
        "video",
        "gmt",
        "est",
        "pdt",
        "edt",
        "pst",
        "utc",
    ]
)
NOT_IN_NAMES = frozenset((*almanac.MONTHS, *almanac.WEEKDAYS)) - {"may", "april", "june", "august"}
FIRST_WORD = re.compile(r"(?<![\w-])[^\W\d_]\w*")
SECOND_HALF = re.compile(r"-([a-z]{2,6})(?![\w-])")
# What follows a name and a hyphen and is no half of it: "a Marlow-led team".
NO_SECOND_HALF = words(
    "led era like style based owned run free type born backed themed esque ish linked made hater fan"
)
CREDITS = words("EPA AFP AP PA Getty Reuters Rex Shutterstock")
FORMS_OF_ADDRESS = words("mr mrs ms miss sir lady dame dr prof señor señora herr frau monsieur madame")
PARTICLES = words("van von de der den del della di da dos al el bin ibn abu la le du ben")


@dataclass(frozen=True, slots=True, order=True)
class Name:
    """One name as it stands in the text, without title and possessive."""

    start: int
    end: int
    words: str
    kind: ActorKind
    title: str = ""


def find(parsed: Parsed) -> tuple[Name, ...]:
    """All names of the document in text order, none inside another.

    Besides what the recogniser of names finds: runs of capitalised words that it overlooks, and names known
    from elsewhere in the document. A line set like a headline shows only names that stand in the running text, too,
    or that the recogniser takes for people.
    """
    plain = [b for b in parsed.blocks if not _is_headline(b)]
    found = [name for block in plain for name in _names(block)]
    known = Counter((n.words, n.kind) for n in found)
    for block in parsed.blocks:
        if _is_headline(block):
            found += _of_headline(_names(block), known)
    found = [_with_rest(parsed.text, _uncredited(name, known)) for name in found]
    every = list(_without_overlap([*found, *_seen_elsewhere(parsed, known, found)]))
    return tuple(kinds.settled(parsed.text, every))


def _with_rest(text: str, name: Name) -> Name:
    """The name with the small second half of its last part: "Seo Min-jae", which may be read as "Seo Min"."""
    more = SECOND_HALF.match(text, name.end)
    if more is None or name.kind != "person" or " " not in name.words or more.group(1) in NO_SECOND_HALF:
        return name
    return replace(name, end=more.end(), words=name.words + more.group())


def _uncredited(name: Name, known: Counter[tuple[str, ActorKind]]) -> Name:
    """The name without a picture's credit run into it: "AFP Norvik" where Norvik is named elsewhere."""
    first, _, rest = name.words.partition(" ")
    if first not in CREDITS or not rest or not any((rest, kind) in known for kind in ("organization", "person")):
        return name
    kind: ActorKind = "organization" if (rest, "organization") in known else "person"
    return replace(name, start=name.end - len(rest), words=rest, kind=kind)


def _of_headline(names: Iterable[Name], known: Counter[tuple[str, ActorKind]]) -> Iterator[Name]:
    """The names in a line where capitals say little; a verb that the recogniser took for a surname is cut off."""
    people = {w for w, kind in known if kind == "person"}
    people |= {w.split()[-1] for w in people}
    for name in names:
        parts = name.words.split()
        if (name.words, name.kind) in known or _is_plain_anywhere(name):
            yield name
        elif name.kind == "person" and len(parts) > 1:
            heads = [" ".join(parts[:n]) for n in range(len(parts) - 1, 0, -1)]
            head = next((h for h in heads if h in people), name.words)
            if head in people or given_names.is_given(parts[0]) or parts[-1] in people:
                yield replace(name, end=name.start + len(head), words=head) if head != name.words else name


def _is_plain_anywhere(name: Name) -> bool:
    """Whether even a headline shows that this is a name: a given name before one other, a body's own last word."""
    parts = name.words.split()
    if name.kind == "organization":
        is_body = any(p.casefold() in lexicon.ORGANIZATION_LAST for p in parts[1:])
        return 1 < len(parts) <= 6 and (is_body or (len(parts) == 2 and given_names.is_given(parts[0])))
    return False


def _is_headline(block: Block) -> bool:
    if block.text.rstrip().endswith((".", "!", '."', '!"', ".'")):
        return False
    words = [t for t in block.tokens if t.is_alpha and len(t) > 3]
    return bool(words) and sum(t.text[0].isupper() for t in words) / len(words) > HEADLINE and len(words) > 3


def _names(block: Block) -> Iterator[Name]:
    taken: set[int] = set()
    bodies = [e for e in block.tokens.ents if e.label_ == "ORG"]
    for run in _runs(block):
        kind = _kind_by_last(run)
        if kind and not any(_goes_on(e, run) for e in bodies):
            taken.update(t.i for t in run)
            yield _name(block, run, kind)
    for entity in map(_whole, block.tokens.ents):
        tokens = [t for t in entity if t.i not in taken]
        if entity.label_ in LABELS and len(tokens) == len(entity):
            made = list(_from_entity(block, entity))
            yield from made
            if made or not _is_read_wrongly(entity):
                taken.update(t.i for t in entity)
    for run in _runs(block):
        free = [t for t in run if t.i not in taken]
        if len(free) == len(run):
            yield from _from_run(block, run)


def _goes_on(body: Slice, run: list[Token]) -> bool:
    """Whether a body's name goes on after the run: "Committee for the Northern Cross"."""
    after = run[-1].i + 1
    return body.start <= run[0].i and body.end > after and body.doc[after].lower_ in ("of", "for")


def _is_read_wrongly(entity: Slice) -> bool:
    """Whether a name was taken for that of a people: "Marlow said", where no adjective in "-ian" can be a speaker."""
    return entity.label_ == "NORP" and len(entity) == 1 and entity[0].tag_ == "NNP" and not _is_of_a_people(entity[0])


def _is_of_a_people(token: Token) -> bool:
    is_adjective = token.dep_ in ("amod", "compound", "nmod", "attr", "acomp")
    return is_adjective or bool(kinds.stem_of_adjective(token.text) or states.state_of_adjective(token.text))


def _whole(entity: Slice) -> Slice:
    """A person's name with its last word, where the recogniser took that for a town: "Luis Solano Rivera"."""
    doc, end = entity.doc, entity.end
    if entity.label_ != "PERSON" or end >= len(doc):
        return entity
    last = doc[end]
    is_name = last.pos_ == "PROPN" and last.text.istitle() and last.ent_type_ not in ("PERSON", "DATE", "TIME")
    is_led = all(t.dep_ == "compound" and t.head == last for t in entity if t.pos_ == "PROPN")
    follows = end + 1 < len(doc) and doc[end + 1].ent_iob_ == "I"
    if is_name and is_led and not follows:
        return doc.char_span(entity.start_char, last.idx + len(last), label="PERSON") or entity
    return entity


def _runs(block: Block) -> Iterator[list[Token]]:
    """Runs of capitalised proper nouns, hyphenated ones whole."""
    run: list[Token] = []
    for token in block.tokens:
        is_proper = token.pos_ == "PROPN" and token.text[0].isupper() and token.lower_ not in NOT_IN_NAMES
        joins = token.text in "-–" and run and not run[-1].whitespace_ and not token.whitespace_
        if is_proper or joins:
            run.append(token)
        elif run:
            yield _unhyphened(run)
            run = []
    if run:
        yield _unhyphened(run)


def _unhyphened(run: list[Token]) -> list[Token]:
    return run[:-1] if run[-1].text in "-–" else run


def _kind_by_last(run: list[Token]) -> ActorKind | None:
    """What a run of several words names by its last word: "Norway-Chile Council", "Oslo Founding Act"."""
    if not 2 <= len(run) <= LONGEST:
        return None
    words = " ".join(t.text for t in run)
    if lexicon.is_outlet(words) and run[-1].lower_ not in almanac.MONTHS:
        return "outlet"
    last = run[-1].lower_
    if last in lexicon.DOCUMENT_LAST:
        return "document"
    return "organization" if last in lexicon.ORGANIZATION_LAST else None


def _from_entity(block: Block, entity: Slice) -> Iterator[Name]:
    tokens = list(entity)
    cut = next(
        (
            n
            for n, t in enumerate(tokens)
            if t.text.startswith("(") or t.text in ("/", "|", "–", "—", ":") or t.is_space
        ),
        None,
    )
    if cut is not None:
        tokens = tokens[:cut]
    tokens, title = _untitled(_unshouted(tokens))
    if len(tokens) > 2 and tokens[0].lower_ in lexicon.HUMAN and tokens[1].lower_ in ("of", "for", "to"):
        return  # "Ambassador of Lothia": a description
    if not tokens or len(tokens) > LONGEST or (tokens[0].lower_ in NO_NAMES and len(tokens) == 1):
        return
    if len(tokens) == 1 and tokens[0].lower_ in lexicon.HUMAN:
        return  # "the Premier": a description in capitals
    kind = LABELS[entity.label_]
    if tokens[0].i > 0 and _is_persons_title(tokens[0].nbor(-1)):
        kind = "person"
        tokens = tokens[: next((n for n, t in enumerate(tokens) if t.text == ","), None)]
    if kind in ("document", "place") and _speaks_like_a_person(tokens):
        kind = "person"
    if kind in ("document", "organization") and title and 1 < len(tokens) <= 3 and given_names.is_given(tokens[0].text):
        kind = "person"
    if kind == "group" and tokens[-1].tag_ != "NNPS":
        return
    if not title and tokens[0].i > 0 and kind == "person":
        title = _title_before(tokens[0])
    yield _name(block, tokens, kind, title)


def _speaks_like_a_person(tokens: list[Token]) -> bool:
    """Whether two or three capitalised words say or tell something: no title of a book does, and few places."""
    if not 2 <= len(tokens) <= 3 or not all(t.is_alpha and t.text.istitle() for t in tokens):
        return False
    last = tokens[-1]
    is_other = (
        last.lower_ in lexicon.PLACE_LAST | lexicon.ORGANIZATION_LAST | lexicon.OUTLET_LAST | lexicon.DOCUMENT_LAST
    )
    speaks = last.dep_ == "nsubj" and last.head.lemma_ in ("say", "tell", "ask", "add", "recall", "reply", "answer")
    words = " ".join(t.text for t in tokens)
    return speaks and not is_other and not states.state(words) and not states.state_of_capital(words)


def _unshouted(tokens: list[Token]) -> list[Token]:
    """A full name without words in capitals before and after it: "DOOMED Ann Hale REFUSED"; "Ann HALE" stays."""
    plain = [n for n, t in enumerate(tokens) if t.text.istitle() and t.is_alpha]
    is_mixed = len(plain) >= 2 and any(t.is_upper and len(t) > 3 for t in (tokens[0], tokens[-1]))
    return tokens[plain[0] : plain[-1] + 1] if is_mixed else tokens


def _untitled(tokens: list[Token]) -> tuple[list[Token], str]:
    title = ""
    while tokens and tokens[-1].text in ("'s", "'S", "'", '"', ",", "."):
        tokens = tokens[:-1]
    while tokens and (tokens[0].pos_ == "DET" or tokens[0].text in ('"', "'") or _is_title(tokens[0], tokens)):
        title = tokens[0].text if _is_title(tokens[0], tokens) else title
        tokens = tokens[1:]
    while tokens and _opens_no_name(tokens[0]):
        tokens = tokens[1:]
    office = next((n for n in range(len(tokens) - 2, 0, -1) if _is_title(tokens[n], tokens)), 0)
    if office and given_names.is_given(tokens[office + 1].text) and len(tokens) - office <= 4:
        return tokens[office + 1 :], tokens[office].text  # "Fire Chief Ann Hale"
    return tokens, title


def _opens_no_name(token: Token) -> bool:
    """Whether the word only stands before a name: "later", "and", "against"."""
    is_small = token.text[0].islower() and token.lower_ not in PARTICLES
    return is_small or token.pos_ in ("ADV", "CCONJ", "SCONJ", "ADP")


def _is_title(token: Token, tokens: list[Token]) -> bool:
    word = token.lower_.rstrip(".")
    return (len(tokens) > 1 and word in lexicon.TITLES) or (len(tokens) > 2 and word in lexicon.HUMAN)


def _is_persons_title(token: Token) -> bool:
    """Whether only a person's name can follow: "Mr", "Lady", "Dr"."""
    return token.text.istitle() and token.lower_.rstrip(".") in FORMS_OF_ADDRESS


def _title_before(token: Token) -> str:
    before = token.nbor(-1)
    return before.text if before.lower_.rstrip(".") in lexicon.TITLES else ""


def _from_given(run: list[Token]) -> list[Token]:
    """The run from a given name on, where a word of another kind leads it: "Transport Ann Hale", after "of"."""
    at = next((n for n, t in enumerate(run) if given_names.is_given(t.text)), 0)
    is_led = 0 < at < len(run) - 1 and len(run) - at <= 3 and not any(t.text.endswith(".") for t in run[:at])
    return run[at:] if is_led and not any(_is_title(t, run) for t in run[:at]) else run


def _from_run(block: Block, run: list[Token]) -> Iterator[Name]:
    """A run that the recogniser overlooked: a person where a title stands before it, else of unknown kind."""
    tokens, title = _untitled(_from_given(run))
    if not tokens or len(tokens) > 4 or (len(tokens) == 1 and tokens[0].lower_ in NO_NAMES | lexicon.TITLES):
        return
    if len(tokens) == 1 and tokens[0].lower_ in lexicon.HUMAN | lexicon.ORGANIZATIONS | lexicon.DOCUMENTS:
        return  # "the Northern CEO", "the Committee": a description in capitals
    if not title and tokens[0].i > 0:
        title = _title_before(tokens[0])
    if tokens[0].is_sent_start and len(tokens) == 1 and not title and tokens[0].ent_type_:
        return
    if tokens[0].ent_type_ in ("DATE", "TIME", "CARDINAL", "ORDINAL", "MONEY", "EVENT") and not title:
        return
    is_person = bool(title) or (lexicon.gender_of_name(tokens[0].text) is not None and len(tokens) > 1)
    yield _name(block, tokens, "person" if is_person else "unknown", title)


def _name(block: Block, tokens: list[Token], kind: ActorKind, title: str = "") -> Name:
    start, end = block.place(tokens[0])[0], block.place(tokens[-1])[1]
    words = " ".join(block.text[start - block.start : end - block.start].split())
    if words.endswith(".") and len(words.rstrip(".")) > 3 and "." not in words[:-1]:
        end, words = end - 1, words[:-1]
    if kind in ("organization", "unknown", "person", "place") and lexicon.is_outlet(words) and not title:
        kind = "outlet"
    first, _, rest = words.partition(" ")
    if kind in ("organization", "outlet") and rest and states.state_of_adjective(first) and lexicon.is_outlet(rest):
        start, words, kind = end - len(rest), rest, "outlet"
    return Name(start, end, words, kind, title)


def _seen_elsewhere(parsed: Parsed, known: Counter[tuple[str, ActorKind]], found: Iterable[Name]) -> Iterator[Name]:
    """Other places where the same words stand, in the kind that they mostly have."""
    mostly: dict[str, ActorKind] = {}
    for (wording, kind), _ in sorted(known.items(), key=lambda x: (-x[1], x[0])):
        mostly.setdefault(wording, kind)
        if kind == "person" and " " in wording:
            mostly.setdefault(wording.split()[-1], kind)
    by_first: defaultdict[str, list[str]] = defaultdict(list)
    for wording in sorted((w for w in mostly if len(w) > 2 and w[0].isupper()), key=lambda w: (-len(w), w)):
        by_first[FIRST_WORD.match(wording).group()].append(wording)  # type: ignore[union-attr]
    taken = {at for n in found for at in range(n.start, n.end)}
    for block in parsed.blocks:
        for m in FIRST_WORD.finditer(block.text):
            for wording in by_first.get(m.group(), ()):
                start, end = block.start + m.start(), block.start + m.start() + len(wording)
                is_whole = not block.text[m.start() + len(wording) : m.start() + len(wording) + 1].isalnum()
                if start in taken or end - 1 in taken:
                    break
                if is_whole and block.text.startswith(wording, m.start()):
                    yield Name(start, end, wording, mostly[wording])
                    break


def _without_overlap(found: Iterable[Name]) -> Iterator[Name]:
    end = -1
    for name in sorted(set(found), key=lambda n: (n.start, -n.end, n.kind)):
        if name.start >= end:
            end = name.end
            yield name
