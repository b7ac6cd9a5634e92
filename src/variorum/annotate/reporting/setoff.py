"""Quotations that the layout shows: a name on the line below or after a dash, turns of an interview, a lone line."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from variorum.annotate.parsed import Block
from variorum.annotate.reporting import cues
from variorum.annotate.reporting.layers import Layers
from variorum.annotate.reporting.quotes import Piece
from variorum.annotate.reporting.reports import Report

WORD = r"(?:[A-Z][\w.'’-]*|d[eiu]|de[lr]|la|le|van|von|bin|al|da|dos|ten|ter|[A-Z]\.)"
NAME = re.compile(rf"(?P<dash>[—–―-]{{1,2}}\s*)?(?P<name>{WORD}(?:\s+{WORD}){{0,4}})(?P<more>\s*[,(].*)?\s*$")
DASHED = re.compile(rf"\s*[—–―-]{{1,2}}\s*(?P<name>{WORD}(?:\s+{WORD}){{0,4}})(?P<more>\s*[,(].{{0,120}})?\.?\s*$")
LABEL = re.compile(
    r"(?P<label>[QA]|(?:[A-Z][\w.'’-]*|\([^)]{1,30}\))(?:\s+(?:[A-Z][\w.'’-]*|\([^)]{1,30}\))){0,4})\s?[:.]\s+(?=\S)"
)
NO_LABEL = cues.words(  # headings of notes and memoranda
    """
    photo photos image video watch read related more note update updates source sources picture correction credit
    editor listen see also caption date location time tags topics category posted published by click contact where
    when what who how why here there ps breaking live warning tip tips step example summary result results question
    answer part chapter figure table subject participants from to re cc ref reference distribution classification
    copy copies present attendees and venue place notetaker drafted approved
    """
)
POST = re.compile(
    r"(?:\d{1,2}/\d{0,2}\s+)?(?P<words>\S.*?)\s+[—–―-]\s*(?P<name>[^()—–―\n]{2,60}?)\s\(@\w+\)[^()\n]{0,30}"
)
HEADLINE = re.compile(rf"(?P<name>{WORD}(?:\s+{WORD}){{0,2}}):\s+(?P<words>\S+\s+\S+\s+\S+.*)", re.DOTALL)
SIGNED = re.compile(rf"(?P<words>[^:]+\s[^:]+\s[^:]+):\s+(?P<name>{WORD}(?:\s+{WORD}){{0,2}})", re.DOTALL)
NAMED_BEFORE = re.compile(rf"(?P<name>{WORD}(?:\s+{WORD}){{0,3}})\s+\($")
SHORTEST_IN_BRACKETS = 5  # words; a title in brackets is shorter
FIRST_PERSON = re.compile(r"\b(?:I|my|My)\b")
LONGEST_LINE = 80  # words of a line that may be a set-off quotation
SHORTEST_PULLED = 5  # words of a quotation that an article repeats beside the text
FARTHEST_NAME = 8  # code points from the beginning of a paragraph to the name that opens it
LONGEST_NOTE = 12  # words of the line that describes its speaker


def setoff(layers: Layers, reports: Sequence[Report]) -> list[Report]:
    """The reports that only the layout makes."""
    turns = list(_turns(layers, reports))
    if turns:
        return turns
    covered = {r.level is None and layers.parsed.block_at(p[0]) for r in reports for p in r.content if r.level is None}
    starts = {b.start for b in covered if isinstance(b, Block)}
    named = [*_named_below(layers, starts), *_dashed(layers), *_posts(layers), *_in_brackets(layers)]
    named += [*_headlines(layers), *_pulled(layers)]
    taken = starts | {layers.parsed.block_at(r.content[0][0]).start for r in named}  # type: ignore[union-attr]
    return named + list(_lone_lines(layers, reports, taken, named))


def _report(content: list[Piece], source: list[Piece], carried: Piece | None, weight: float) -> Report:
    return Report(level=None, content=content, source=source, carried=carried, frame="set off", weight=weight,
                  is_setoff=True)  # fmt: skip


def _line(layers: Layers, block: Block) -> str:
    return layers.text[block.start : block.end]


def _whole(layers: Layers, block: Block) -> Piece:
    line = _line(layers, block)
    return block.start + len(line) - len(line.lstrip()), block.start + len(line.rstrip())


def _named_below(layers: Layers, covered: set[int]) -> Iterator[Report]:
    """A line, the name of a person on the next one, perhaps a line that describes the person."""
    blocks = layers.parsed.blocks
    for n in range(len(blocks) - 1):
        line, below = _line(layers, blocks[n]).strip(), _line(layers, blocks[n + 1]).strip()
        match = NAME.match(below)
        if match is None or len(line.split()) < 4 or len(line.split()) > LONGEST_LINE:
            continue
        after = _line(layers, blocks[n + 2]).strip() if n + 2 < len(blocks) else ""
        is_quoted = _is_one_quotation(layers, _whole(layers, blocks[n]))
        if not (match["dash"] or is_quoted or _is_note(after) or blocks[n].start not in covered):
            continue
        is_told = is_quoted or _is_note(after) or _is_office(match["more"] or after)
        if match["dash"] or (is_told and _is_person(layers, blocks[n + 1], match["name"])):
            start = layers.text.index(match["name"], blocks[n + 1].start)
            yield _report([_whole(layers, blocks[n])], [(start, start + len(match["name"]))], None, 0.85)


def _pulled(layers: Layers) -> Iterator[Report]:
    """Words that an article quotes elsewhere, set off on a line that ends with a name: "It just went dark Ana Berg"."""
    for block in layers.parsed.blocks:
        line = layers.text[slice(*_whole(layers, block))]
        name = next((e for e in reversed(block.tokens.ents) if e.label_ == "PERSON"), None)
        if name is None or len(line.split()) > LONGEST_LINE or line[-1:] in '.?!:"”' or name.start < SHORTEST_PULLED:
            continue
        start, end = block.start + name.start_char, block.start + name.end_char
        first = _whole(layers, block)[0]
        words = layers.text[first:start].strip(" \"'“”‘’—–-.")
        rest = layers.text[end : block.end].strip()
        if (rest and rest[0] not in ",(") or not _is_quoted_elsewhere(layers, words, block):
            continue
        yield _report([(first, first + len(layers.text[first:start].rstrip()))], [(start, end)], None, 0.7)


def _is_quoted_elsewhere(layers: Layers, words: str, block: Block) -> bool:
    """Whether an article gives the same words in quotation marks outside of a block."""
    at = layers.text.find(words)
    while at >= 0 and words:
        if not block.start <= at < block.end and layers.level(at + 1) is not None:
            return True
        at = layers.text.find(words, at + 1)
    return False


def _is_one_quotation(layers: Layers, piece: Piece) -> bool:
    held = layers.inside(None, *piece)
    return len(held) == 1 and piece in layers.quotations[held[0]].pieces


def _is_note(line: str) -> bool:
    """Whether a line describes somebody: short, no sentence."""
    return bool(line) and len(line.split()) <= LONGEST_NOTE and line[-1] not in '.?!:;,"”' and not line[:1].isupper()


def _is_office(line: str) -> bool:
    """Whether a line names an office: short, no sentence, with a word for somebody who speaks."""
    held = re.findall(r"\w+", line.lower())
    return len(held) <= LONGEST_NOTE and line.rstrip()[-1:] not in tuple(".?!:;") and not cues.ROLES.isdisjoint(held)


def _is_person(layers: Layers, block: Block, name: str) -> bool:
    if any(e.label_ == "PERSON" for e in block.tokens.ents):
        return True
    last = name.split()[-1]
    return len(last) > 2 and layers.counts[last] > 1 and len(name.split()) > 1


def _dashed(layers: Layers) -> Iterator[Report]:
    """A quotation with a dash and a name after it in the same paragraph."""
    for quotation in layers.quotations:
        if quotation.parent is not None:
            continue
        block = layers.parsed.block_at(quotation.end - 1)
        if block is None or (layers.text[block.start : quotation.start].strip() and len(quotation.pieces) == 1):
            continue
        match = DASHED.match(layers.text, quotation.end, block.end)
        if match is not None:
            yield _report(list(quotation.pieces), [match.span("name")], None, 0.85)


def _posts(layers: Layers) -> Iterator[Report]:
    """A post of a network as an article shows it: the words, a dash, the name and in brackets the account."""
    for block in layers.parsed.blocks:
        match = POST.fullmatch(_line(layers, block).strip())
        if match is not None:
            start = _whole(layers, block)[0]
            words, name = match.span("words"), match.span("name")
            yield _report([(start + words[0], start + words[1])], [(start + name[0], start + name[1])], None, 0.85)


def _in_brackets(layers: Layers) -> Iterator[Report]:
    """A whole quotation in brackets after a name: Hale ("We have waited long enough") and others."""
    for quotation in layers.quotations:
        start, end = quotation.start, quotation.end
        if quotation.parent is not None or layers.text[end : end + 1] != ")":
            continue
        match = NAMED_BEFORE.search(layers.text, max(0, start - 80), start)
        if match is not None and len(layers.text[start:end].split()) >= SHORTEST_IN_BRACKETS:
            yield _report(list(quotation.pieces), [match.span("name")], None, 0.7)


def _headlines(layers: Layers) -> Iterator[Report]:
    """A headline that gives a speaker and words: "Hale: We will go"; the speaker comes again in the text."""
    for block in layers.parsed.blocks:
        if block.kind != "title":
            continue
        line = layers.text[slice(*_whole(layers, block))]
        match = HEADLINE.fullmatch(line) or SIGNED.fullmatch(line)
        if match is None or match["name"].split()[0].lower() in NO_LABEL or not _is_known(layers, match["name"]):
            continue
        start = _whole(layers, block)[0]
        words, name = match.span("words"), match.span("name")
        report = _report([(start + words[0], start + words[1])], [(start + name[0], start + name[1])], None, 0.7)
        report.is_setoff = False
        yield report


def _is_known(layers: Layers, name: str) -> bool:
    """Whether the text goes on to speak of somebody of this name, so that it is no mere topic or series."""
    last = name.split()[-1]
    said = rf"\b{re.escape(last)}\b(?:,[^,\n]{{1,60}},)? (?:said|says|told|tells|wrote|added|asked)\b"
    return bool(re.search(said + rf"|\b(?:said|says|added|asked) (?:\w+ ){{0,3}}{re.escape(last)}\b", layers.text))


def _turns(layers: Layers, reports: Sequence[Report]) -> Iterator[Report]:
    """The turns of an interview or a transcript: "Q: …", "THE MAYOR: …"."""
    labels = {n: m for n, b in enumerate(layers.parsed.blocks) if (m := _label(_line(layers, b)))}
    if not _is_transcript(labels, len(layers.parsed.blocks)):
        return
    blocks = layers.parsed.blocks
    order = sorted(labels)
    narrated = _narrated(layers, reports, {w for m in labels.values() for w in m["label"].split() if len(w) > 2})
    for at, n in enumerate(order):
        following = order[at + 1] if at + 1 < len(order) else n + 1
        match = labels[n]
        start = blocks[n].start
        pieces = [(start + match.end(), _whole(layers, blocks[n])[1])]
        if len(order) * 3 >= len(blocks):
            pieces += [_whole(layers, b) for b in _spoken(blocks[n + 1 : following], narrated)]
        yield _report(
            [p for p in pieces if p[0] < p[1]], [(start + match.start("label"), start + match.end("label"))], None, 0.85
        )


def _spoken(blocks: Sequence[Block], narrated: set[int]) -> Iterator[Block]:
    """The paragraphs that go on with a turn: up to one in which the minutes tell what was said."""
    for block in blocks:
        if block.start in narrated:
            return
        yield block


def _narrated(layers: Layers, reports: Sequence[Report], names: set[str]) -> set[int]:
    """Where the paragraphs begin that open with one of the speakers told of: "The President asked whether …"."""
    found = set()
    for report in reports:
        block = layers.parsed.block_at(report.start)
        if block is None or report.level is not None or not report.source or not report.cue:
            continue
        start, end = report.source[0]
        opens = start - _whole(layers, block)[0] < FARTHEST_NAME and start < report.cue[0][0]
        if opens and not names.isdisjoint(layers.text[start:end].split()):
            found.add(block.start)
    return found


def _label(line: str) -> re.Match[str] | None:
    match = LABEL.match(line)
    if match is None or match["label"].split()[0].lower().strip(".") in NO_LABEL:
        return None
    if not any(c.isalpha() for c in line[match.end() :]):
        return None
    is_short = match["label"] in ("Q", "A")
    return match if is_short or line[match.end("label") :].lstrip().startswith(":") else None


def _is_transcript(labels: dict[int, re.Match[str]], blocks: int) -> bool:
    """Whether the labelled paragraphs are turns: labels come again, or shout, and there are enough of them."""
    counts = Counter(m["label"] for m in labels.values())
    again = sum(c for c in counts.values() if c > 1)
    loud = sum(c for label, c in counts.items() if label.isupper())
    return len(counts) >= 2 and len(labels) >= 3 and (again >= 3 or loud >= 2) and len(labels) * 8 >= blocks


def _lone_lines(
    layers: Layers, reports: Sequence[Report], taken: set[int], named: Sequence[Report]
) -> Iterator[Report]:
    """A paragraph in the first person, without marks, between paragraphs of attributed words."""
    blocks = layers.parsed.blocks
    speakers = {}
    for r in sorted((r for r in reports if r.level is None and r.source), key=lambda r: r.start):
        block = layers.parsed.block_at(r.start)
        if block is not None:
            speakers[block.start] = r.source[0]
    lines = [n for n, b in enumerate(blocks) if b.kind == "body" and b.start not in taken
             and _is_first_person(layers, b)]  # fmt: skip
    if len(lines) > max(1, len(blocks) // 8):
        return  # the narrator says "I"
    for n in lines:
        before = speakers.get(blocks[n - 1].start) if n else None
        after = n + 1 < len(blocks) and blocks[n + 1].start in speakers
        if before is not None and after:
            yield _report([_whole(layers, blocks[n])], [], before, 0.6)


def _is_first_person(layers: Layers, block: Block) -> bool:
    line = _line(layers, block).strip()
    return len(line.split()) <= LONGEST_LINE and not re.search(r"[\"“”«»]", line) and bool(FIRST_PERSON.search(line))
