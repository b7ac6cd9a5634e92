"""An invented matter in four accounts, as a whole edition: the loan of a bell; one account is hostile."""

from __future__ import annotations

from dataclasses import replace

from builders import actor, attribution, document, edition, reading, span

from variorum.model import (
    Ancestor,
    Apparatus,
    Conflict,
    Descent,
    Edition,
    Hop,
    Line,
    Manifest,
    Mention,
    Occasion,
    Problem,
    Reason,
    Region,
    Relation,
    Reuse,
    Span,
    Stated,
    Statement,
    Stemma,
    TimelineEntry,
)  # fmt: skip

LEDGER = (
    "Mayor offers bell to museum\n\n"
    "Mayor Ada Quill told curator Jonas Meer on 3 May 1987, “We would lend you the bell for a year.”\n"
    "Meer answered: “I have no objection.”\n\n"
    "Listen live | Subscribe\n"
)
GAZETTE = (
    "“We should lend you the bell for ten years,” Quill told Meer in the spring of 1987.\r\n"
    "According to the Ostrel Ledger, Meer replied, “Why not?” and “it is\r\n"
    "time to ring it.” Meer answered: “I have no objection.”\r\n"
)
HOSTILE = (
    "<script>window.hacked = 1</script></style></script><img src=x onerror='window.hacked = 2'>\n"
    "“We would lend you the bell</mark><a href='javascript:window.hacked=3'>here</a>,” said Quill & \"Co\".\n"
    "=cmd|' /C calc'!A0 \u202egnp.exe \x00\x1b[31m {{ 7 * 7 }} <!-- ]]> \ud800\n"
)
EVIL = 'javascript:alert(1)"><script>window.hacked = 4</script>'


def bell() -> Edition:
    """All that an edition can hold, in small: overlapping and broken-up spans, every kind of finding."""
    a = document(LEDGER, "ledger.txt", siglum="A", title="Mayor offers bell to museum", outlet="Ostrel Ledger",
                 published="1987-05-04", language="en")  # fmt: skip
    kinds = ("title", "body", "body", "boilerplate")
    a = _with_regions(a, kinds)
    b = document(GAZETTE, "gazette.txt", siglum="B", problems=(Problem("line 2", "a line is broken"),))
    c = document(HOSTILE, f"{EVIL}.txt", siglum="<C>", title=EVIL, outlet="<b>bold</b>", language='en" onclick="x')
    quill = actor("Ada Quill", aliases=("Quill", "the mayor"), mentions=tuple(
        Mention(s) for s in sorted([span(a, "Mayor Ada Quill"), span(b, "Quill"), span(c, "Quill")])))  # fmt: skip
    meer = actor("Jonas Meer", aliases=("Meer",), mentions=(Mention(span(a, "Meer")),))
    ledger = actor("Ostrel Ledger", kind="outlet")
    evil = actor(EVIL, kind="organization", aliases=("<i>evil</i>",))
    talk = Occasion(id="o1", kind="meeting", label="Quill and Meer talk of the bell", participants=(quill.id, meer.id),
                    place="Ostrel", date="1987-05-03", stated=(
        Stated(doc=a.id, date="1987-05-03", evidence=(span(a, "on 3 May 1987"),)),
        Stated(doc=b.id, date="1987-21", evidence=(span(b, "in the spring of 1987"),))))  # fmt: skip

    offer = {"speaker": quill.id, "audience": (meer.id,), "occasion": "o1", "mode": "direct"}
    ta = attribution(a, "We would lend you the bell for a year.", cue="told", source="Mayor Ada Quill",
                     addressee="curator Jonas Meer", **offer)  # fmt: skip
    tb = attribution(b, "We should lend you the bell for ten years", cue="told", source="Quill", **offer)
    tc = attribution(c, "We would lend you the bell</mark><a href='javascript:window.hacked=3'>here</a>,", **offer)
    answer = {"speaker": meer.id, "audience": (quill.id,), "occasion": "o1", "mode": "direct"}
    ua = attribution(a, "I have no objection.", cue="answered", source="Meer", **answer)
    chain = (Hop(ledger.id, None, (span(b, "the Ostrel Ledger"),)), Hop(meer.id, None, (span(b, "Meer", 1),)))
    broken = attribution(b, "Why not?", cue="replied", chain=chain, **answer)
    rest = span(b, "it is\r\ntime to ring it.")
    ub = replace(broken, content=(*broken.content, rest))
    nobody = attribution(c, "gnp.exe")
    by_evil = attribution(c, "=cmd|' /C calc'!A0", speaker=evil.id)

    ra, rb = reading(a, "We would lend you the bell for a year.", ta), reading(b, GAZETTE[1:42], tb)
    rc = reading(c, "We would lend you the bell", tc)
    columns = _columns((a, ra), (b, rb), (c, rc), rows=(
        ("We", "We", "We"), ("would", "should", "would"), ("lend", "lend", "lend"), ("you", "you", "you"),
        ("the", "the", "the"), ("bell", "bell", "bell"), ("for", "for", None), ("a", "ten", None),
        ("year.", "years", None)))  # fmt: skip
    qa, qb = reading(a, "I have no objection.", ua), reading(b, "Why not?", ub)
    qb = replace(qb, spans=(*qb.spans, rest))
    why = Reason(feature="length", text="A year or ten years.", evidence=(span(a, "a year"), span(b, "ten years")))
    statements = (
        Statement(id="s1", label="The mayor offers the bell", speaker=quill.id, audience=(meer.id,), occasion="o1",
                  readings=(ra, rb, rc), apparatus=Apparatus((ra.id, rb.id, rc.id), columns), relations=(
            Relation(a=ra.id, b=rb.id, relation="altered", confidence=0.8, reasons=(why,)),
            Relation(a=ra.id, b=rc.id, relation="trimmed", confidence=0.9),
            Relation(a=rb.id, b=rc.id, relation="altered", confidence=0.5))),
        Statement(id="s2", label=EVIL, speaker=meer.id, readings=(qa, qb)),
    )  # fmt: skip
    conflicts = (
        Conflict(id="c1", kind="number", label="A year or ten years", severity="high", confidence=0.9,
                 evidence=(span(a, "bell for a year"), span(b, "bell for ten years,” Quill told")),
                 statements=("s1",), reasons=(why,)),
        Conflict(id="c2", kind="wording", label=EVIL, severity="low", confidence=0.3,
                 evidence=(span(a, "no objection"), span(c, "<img src=x onerror='window.hacked = 2'>"))),
    )  # fmt: skip
    copied = "Meer answered: “I have no objection.”"
    return edition(
        a, b, c,
        actors=(quill, meer, ledger, evil),
        occasions=(talk,),
        attributions=tuple(sorted((ta, tb, tc, ua, ub, nobody, by_evil), key=lambda t: t.id)),
        statements=statements,
        conflicts=conflicts,
        reuse=(Reuse(id="u1", a=span(a, copied), b=span(b, copied), kind="copied", direction="b-from-a", confidence=1.0),),
        lines=(Line(statement="s1", groups=((a.id, b.id), (c.id,)), reasons=(why,)),),
        stemmata=(
            Stemma(statement="s1", ancestors=(Ancestor(id="x1", siglum="α", label=EVIL),), descents=(
                Descent(child="x1", reasons=(why,)),
                Descent(child=ra.id, parent="x1", kind="copied", confidence=0.6, reasons=(why,)),
                Descent(child=rb.id, parent=ra.id, kind="reworded", confidence=0.8, reasons=(why,)),
                Descent(child=rc.id, parent="x1", confidence=0.6, reasons=(why,)))),
            Stemma(statement="s2", descents=(Descent(child=qa.id), Descent(child=qb.id))),
        ),
        timeline=(
            TimelineEntry(date="1987-05-03", what="The bell is offered", evidence=(span(a, "on 3 May 1987"),), occasion="o1"),
            TimelineEntry(date="1987-21~", what="The offer, in the Gazette", evidence=(span(b, "spring of 1987"),)),
            TimelineEntry(date="XXXX-06", what=EVIL, evidence=(span(c, "gnp.exe"),)),
        ),
        manifest=Manifest(variorum="0.1", components=(("annotations", "hand/1"),), settings=(("workers", 1),),
                          inputs=(("ledger.txt", "0" * 64),), problems=(Problem("lost.txt", "<b>cannot</b> be read"),)),
    )  # fmt: skip


def _with_regions(doc, kinds):
    regions = tuple(Region(kind, r.span) for kind, r in zip(kinds, doc.regions, strict=True))
    return replace(doc, regions=regions)


def _columns(*held, rows):
    """Columns of spans from rows of words, each word looked up after the one before it in its reading."""
    at = [r.spans[0].start for _, r in held]
    columns = []
    for row in rows:
        cells = []
        for n, ((doc, _), word) in enumerate(zip(held, row, strict=True)):
            if word is None:
                cells.append(None)
                continue
            start = doc.text.index(word, at[n])
            at[n] = start + len(word)
            cells.append(Span(doc.id, start, at[n]))
        columns.append(tuple(cells))
    return tuple(columns)
