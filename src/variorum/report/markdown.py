"""An edition as a dossier in Markdown; words of documents can do nothing in it but be read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from variorum.model import Edition
from variorum.report.conflicts import Side
from variorum.report.people import PersonView, SayingView
from variorum.report.places import Back, Quote
from variorum.report.references import Named, ReasonView
from variorum.report.statements import HopView, ReadingView, StatementView
from variorum.report.stemmata import DescentView
from variorum.report.views import PageView, page_view
from variorum.report.words import shown

MARKUP = re.compile(r"[\\`*_\[\]|~$^]")
# HTML, and what some readers of Markdown make links of by themselves
REFERENCES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "@": "&#64;", "://": "&#58;//", "www.": "www&#46;"}
REFERRED = re.compile("|".join(map(re.escape, REFERENCES)), re.IGNORECASE)
OPENING = re.compile(r"^(?:([#+=-])|(\d+)([.)]))")  # what could begin a heading or a list


def dossier(edition: Edition) -> str:
    """The edition as Markdown: statements with their readings, conflicts, timeline, lineage, people."""
    view = page_view(edition)
    parts = (
        _head(view),
        _stories(view),
        _statements(view),
        _conflicts(view),
        _timeline(view),
        _lineage(view),
        _people(view),
    )
    return "\n".join(line for part in parts for line in part) + "\n"


def escaped(text: str) -> str:
    r"""The text on one line, such that Markdown shows it as it stands.

    >>> print(escaped("# *a* <b>\n[c](d)"))
    \# \*a\* &lt;b&gt; \[c\](d)
    """
    line = MARKUP.sub(r"\\\g<0>", " ".join(shown(text).split()))
    line = REFERRED.sub(lambda m: REFERENCES.get(m.group(), f"{m.group()[:-1]}&#46;"), line)
    return OPENING.sub(lambda m: f"\\{m[1]}" if m[1] else f"{m[2]}\\{m[3]}", line)


def _head(view: PageView) -> Iterator[str]:
    yield f"# {escaped(view.title)}"
    yield ""
    counts = ", ".join(f"{number} {noun}" for number, noun, _ in view.counts)
    yield f"{counts}. Made by Variorum {escaped(view.manifest.variorum)}"
    yield from ("", "| Siglum | Document | Outlet | Date | File |", "|---|---|---|---|---|")
    for d in view.documents:
        date = d.published.words if d.published else ""
        yield f"| {' | '.join(escaped(x) for x in (d.siglum, d.title, d.outlet, date, d.path))} |"
    problems = [*view.problems, *((d.siglum, p) for d in view.documents for p in d.problems)]
    if problems:
        yield from ("", "## Problems and doubts", "")
        yield from (f"- {escaped(where)}: {escaped(what)}" for where, what in problems)


def _stories(view: PageView) -> Iterator[str]:
    if view.stories:
        yield from ("", "## Stories")
    for y in view.stories:
        yield from ("", f"### {y.back.label}: {escaped(y.back.title)}", "")
        yield from (f"- **{escaped(siglum)}** {escaped(d.name)}" for siglum, d in y.documents)
        yield from _reasons(y.reasons)


def _statements(view: PageView) -> Iterator[str]:
    yield from ("", "## Statements", "", "Differences from the first reading of each stand between ‹ ›, gaps as ∅.")
    for s in view.statements:
        yield from ("", f"### {s.back.label} {escaped(s.back.title)}", "")
        yield f"{_who(s)}; {s.extent}{_lines(s)}"
        yield ""
        yield from (_reading(r) for r in s.readings)
        yield from _reasons((*s.reasons, *(s.lines.reasons if s.lines else ())))


def _who(view: StatementView) -> str:
    to = f" to {_names(view.audience)}" if view.audience else ""
    where = f"; {', '.join(escaped(o.title) for o in view.occasions)}" if view.occasions else ""
    date = f"; {view.date.words}" if view.date else ""
    return f"{escaped(view.speaker.name)}{to}{where}{date}"


def _lines(view: StatementView) -> str:
    return f": {' / '.join(map(escaped, view.lines.groups))}" if view.lines else ""


def _reading(view: ReadingView) -> str:
    words = " … ".join("".join(_run(r.words, r.sign) for r in p.runs) for p in view.passages)
    places = ", ".join(p.quote.place for p in view.passages)
    relation = f"; {view.relation.words}, {view.relation.confidence}" if view.relation else ""
    chain = f"; according to {_chain(view.chain)}" if view.chain else ""
    return f"- **{escaped(view.name)}** {places}: “{words}” ({view.manner}{chain}{relation})"


def _run(words: str, sign: str) -> str:
    if sign == "∅":
        return "∅"
    return f"‹{_inside(words)}›" if sign else _inside(words)


def _inside(words: str) -> str:
    """Words in the middle of a line: they can begin nothing, and the blanks at their ends count."""
    return escaped(f"x{words}x")[1:-1]


def _conflicts(view: PageView) -> Iterator[str]:
    yield from ("", "## Conflicts", "", "The words in conflict stand between ⟦ ⟧.")
    for c in view.conflicts:
        yield from ("", f"### {c.back.label} {escaped(c.back.title)}", "")
        yield f"{c.kind}, severity {escaped(c.severity)}, {c.confidence}{_of(c.statements)}"
        yield ""
        yield from (_side(s) for s in c.sides)
        yield from _reasons(c.reasons)


def _of(statements: tuple[Back, ...]) -> str:
    return f"; of {', '.join(b.label for b in statements)}" if statements else ""


def _side(side: Side) -> str:
    before, words, after = map(_inside, (side.before, side.quote.words, side.after))
    return f"- **{escaped(side.siglum)}** {side.quote.place}: “{before}⟦{words}⟧{after.rstrip()}”"


def _timeline(view: PageView) -> Iterator[str]:
    yield from ("", "## Timeline", "", "| Date | What | In these words |", "|---|---|---|")
    for e in view.events:
        yield f"| {escaped(e.when.words)} | {escaped(e.back.title)} | {_quotes(e.quotes)} |"
    if view.occasions:
        yield from ("", "### Occasions", "")
    for o in view.occasions:
        about = "; ".join(filter(None, [o.when.words, escaped(o.place), _names(o.participants)]))
        yield f"- {o.back.label} **{escaped(o.back.title or o.kind)}**: {about}"
        for s in o.stated:
            said = ", ".join(filter(None, [s.date, escaped(s.place)])) or "mentions it"
            yield f"    - **{escaped(s.siglum)}** {said}: {_quotes(s.quotes)}"


def _lineage(view: PageView) -> Iterator[str]:
    yield from ("", "## Lineage", "", "| Document | by way of | for what was said at | reports |", "|---|---|---|---|")
    for r in view.lineage.rests:
        via = " → ".join(escaped(v.name) for v in r.via) or "its own report"
        occasion = escaped(r.occasion.name) if r.occasion else "–"
        yield f"| {escaped(r.siglum)} | {via} | {occasion} | {len(r.quotes)} |"
    yield from _stemmata(view)
    if view.copies:
        yield from ("", "### Shared passages", "")
    if view.copies_left_out:
        yield from (view.copies_left_out, "")
    for c in view.copies:
        yield f"- {c.back.label} {escaped(c.kind)}, {c.direction}, {c.confidence}"
        yield from (f"    {_side(s)}" for s in (c.a, c.b))


def _stemmata(view: PageView) -> Iterator[str]:
    """One line a statement: every version after the one that it comes from."""
    if view.stemmata.drawn:
        yield from ("", "### Which version comes from which", "")
    for x in view.stemmata.drawn:
        yield f"- {x.back.label} {escaped(x.back.title)}: {'; '.join(map(_descent, x.descents))}"


def _descent(view: DescentView) -> str:
    name = escaped(view.child.name)
    if not view.child.is_reading:
        name = f"{name} ({escaped(view.child.label)})"
    if view.parent is None:
        return name if view.child.is_named else f"{name}, origin unknown"
    return f"{name} from {escaped(view.parent.name)} ({view.words}, {view.confidence})"


def _people(view: PageView) -> Iterator[str]:
    yield from ("", "## People")
    for p in view.people:
        if p.sayings:
            yield from ("", f"### {escaped(p.back.label)}", "", _person(p), "")
            yield from (_saying(s) for s in p.sayings)


def _person(view: PersonView) -> str:
    also = f"; also: {', '.join(map(escaped, view.aliases))}" if view.aliases else ""
    return f"{view.kind}; {view.extent}{also}"


def _saying(view: SayingView) -> str:
    to = f", to {_names(view.audience)}" if view.audience else ""
    chain = f", according to {_chain(view.chain)}" if view.chain else ""
    return f"- {_quotes(view.quotes)} ({view.manner}{to}{chain}{_of(view.statements)})"


def _reasons(reasons: Iterable[ReasonView]) -> Iterator[str]:
    held = [f"{escaped(r.text)}{': ' + _quotes(r.quotes) if r.quotes else ''}" for r in reasons]
    if held:
        yield ""
        yield from (f"- *Why:* {reason}" for reason in held)


def _quotes(quotes: tuple[Quote, ...]) -> str:
    return "; ".join(f"“{escaped(q.words)}” {escaped(q.siglum)} {q.place}" for q in quotes)


def _names(names: tuple[Named, ...]) -> str:
    return ", ".join(escaped(n.name) for n in names)


def _chain(hops: tuple[HopView, ...]) -> str:
    return " → ".join(escaped(h.who.name) for h in hops)
