"""The day on which a document was written, as far as it tells: from there "yesterday" and "on Monday" count."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from variorum import edtf
from variorum.annotate.dating import almanac
from variorum.annotate.dating.date_readings import View
from variorum.annotate.dating.date_words import FULL_MONTH, RULES, WEEKDAY, YEAR
from variorum.model import Document

HEAD = 700  # code points of the head of a document in which a line may tell its date
FOOT = 160  # code points at its end in which an agency or a paper stamps the copy
WHOLE_DAYS = RULES[:6]
STAMP = re.compile(
    r"\b(?:declassified|released under|approved|corrected|copyright|printed|retrieved|archived|accessed)\b|©", re.I
)
# What may follow the date in such a line: a clock, a session, how long it takes to read.
AFTERTHOUGHT = re.compile(
    r"(?:,?\s(?:at\s)?\d{1,2}(?:[.:]\d\d)?\s?(?:[ap]\.?m\.?|h|hours)?|,?\s(?:morning|afternoon|evening)\ssession)+",
    re.I,
)
MONTH_ALONE = re.compile(rf"(?P<month>{FULL_MONTH}),?\s(?P<year>{YEAR})")
DATELINE = re.compile(rf"^[A-Z][\w.,'’ -]{{1,40}},\s(?P<weekday>{WEEKDAY})\b\.?(?=\s*(?:[-–—:(]|$))", re.M)
WIRE = re.compile(r"\b(?P<day>[0-3]\d)[0-2]\d[0-5]\dZ?\s(?P<month>[A-Z]{3})\s(?P<year>\d\d)\b")  # "041530 JUN 98"
IN_PRINT = re.compile(r"\((?P<paper>[A-Z][\w ]+)\s(?P<month>[01]\d)/(?P<day>[0-3]\d)/(?P<year>(?:19|20)\d\d)\b")
FILED = re.compile(r"(?<!\d)(?P<year>1[5-9]\d\d|20\d\d)-(?P<month>[01]\d)(?:-(?P<day>[0-3]\d))?(?![\d])")
FETCHED = re.compile(r"download|retrieved|saved|scan|snapshot|export|crawl|accessed|backup", re.I)


def written(document: Document) -> str | None:
    """The day, month or year of writing; None where neither the document nor its file's name tells.

    What is told of its publication comes first, then a line at its head, then the stamp of an agency or a paper
    at its end, then a date by which its file was named. None of them may gainsay the day and month that the
    document gives without a year. A report dated by a weekday ("Norvik, Wednesday") was written on that day.
    """
    told = document.published or ""
    whole = re.match(r"\d{4}(?:-\d\d(?:-\d\d)?)?", told)
    if whole and edtf.is_valid(whole.group()):
        return _on_weekday(whole.group(), document.text)
    options = (*_at_the_head(document.text), *_at_the_foot(document.text), *_by_its_name(document.path))
    found = next((d for d in options if not edtf.is_valid(told) or edtf.agree(d, told)), None)
    return _on_weekday(found, document.text) if found else None


def _at_the_head(text: str) -> Iterator[str]:
    """The day that a short line which is no sentence tells: "18:30  11 June 2021", "By Ann Hale | 9 May 2021"."""
    months: list[str] = []
    for line in re.finditer(r"[^\n]+", text[:HEAD]):
        if STAMP.search(line.group()):
            continue
        for words in re.split(r"\s[|·•]\s|\t", line.group()):
            if len(words.split()) > 10 or words.rstrip().endswith(("?", "!")):
                continue
            yield from _day_at_the_end(words.strip())
            alone = MONTH_ALONE.fullmatch(words.strip())
            months += [almanac.month(int(alone["year"]), almanac.month_number(alone["month"]))] if alone else []
    yield from months


def _day_at_the_end(words: str) -> Iterator[str]:
    for rule in WHOLE_DAYS:
        found = rule.pattern.search(words)
        if found and found.re.groupindex.get("year") and found["year"]:
            rest = words[found.end() :].rstrip(" .,|")
            stated = rule.read(found, View(None, None, False)) or ""
            is_line = AFTERTHOUGHT.fullmatch(rest) if rest else not words.endswith(".")
            if is_line and len(stated) == 10:
                yield stated


def _at_the_foot(text: str) -> Iterator[str]:
    foot = text.rstrip()[-FOOT:]
    for found in (*WIRE.finditer(foot), *IN_PRINT.finditer(foot)):
        try:
            month = almanac.month_number(found["month"]) if found["month"].isalpha() else int(found["month"])
        except StopIteration:
            continue
        year = almanac.full_year(found["year"])
        stated = almanac.day(year, month, int(found["day"]))
        if stated:
            yield stated


def _by_its_name(path: str) -> Iterator[str]:
    """The date by which whoever keeps the file has named it; not one that tells when it was fetched."""
    name = re.split(r"[/\\]", path)[-1]
    found = FILED.search(name)
    if found and not FETCHED.search(name) and edtf.is_valid(found.group()):
        yield found.group()


def _on_weekday(stated: str, text: str) -> str:
    """The day of a dateline that names a weekday, where it is not more than six days before the paper's."""
    dateline = DATELINE.search(text[:HEAD])
    if dateline is None or len(stated) != 10:
        return stated
    return almanac.near_weekday(dateline["weekday"], date.fromisoformat(stated), is_ahead=False)
