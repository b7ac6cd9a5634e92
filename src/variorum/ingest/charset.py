"""Turns the bytes of a file into its text, and says what had to be guessed or is damaged."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from variorum.errors import ReadError
from variorum.model import Problem

BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)  # UTF-32 first: its little-endian mark begins with that of UTF-16

# What files of other kinds begin with, and what to do with each.
MAGIC = (
    (b"%PDF", "a PDF file", "save its text as .txt"),
    (b"PK\x03\x04", "a ZIP archive or an office document", "unpack it, or save its text as .txt"),
    (b"\xd0\xcf\x11\xe0", "an old office document", "save its text as .txt"),
    (b"{\\rtf", "an RTF document", "save its text as .txt"),
    (b"\x89PNG", "a PNG picture", "give the text instead"),
    (b"\xff\xd8\xff", "a JPEG picture", "give the text instead"),
    (b"GIF8", "a GIF picture", "give the text instead"),
    (b"RIFF", "a sound, film or picture file", "give the text instead"),
    (b"ID3", "a sound file", "give a transcript instead"),
    (b"OggS", "a sound file", "give a transcript instead"),
    (b"\x1f\x8b", "a gzip archive", "unpack it"),
    (b"BZh9", "a bzip2 archive", "unpack it"),
    (b"7z\xbc\xaf", "a 7-Zip archive", "unpack it"),
    (b"\x7fELF", "a program", "give the text instead"),
    (b"SQLite format 3\x00", "an SQLite database", "export its text"),
)
WIDE = (("utf-32-le", 4), ("utf-32-be", 4), ("utf-16-le", 2), ("utf-16-be", 2))
MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
HIGH = re.compile(rb"[\x80-\xff]+")
CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.I)
SAMPLE = 65_536  # bytes that suffice to tell an encoding: the detector's own default reads less
FOREIGN = 0.15  # share of bytes above ASCII beyond which a text is hardly Western European


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text, the encoding it was read in, and what was wrong with it."""

    text: str
    encoding: str
    problems: tuple[Problem, ...] = ()


def decode(where: str, raw: bytes, *, is_markup: bool = False) -> Decoded:
    """The text of these bytes; raises ReadError where they are no text.

    Tried in turn: byte order marks, strict UTF-8, UTF-16 and UTF-32 without a mark, the encoding that
    markup declares, UTF-8 with a few damaged bytes, windows-1252, and what the detector thinks likely.

    >>> decode("a.txt", "Why not?".encode("utf-16")).text
    'Why not?'
    """
    _refuse_other_kinds(where, raw)
    for mark, name in BOMS:
        if raw.startswith(mark):
            return _marked(where, raw, name)
    if b"\x00" in raw[:SAMPLE] or b"\x00" in raw:
        return _wide(where, raw)
    try:
        return Decoded(raw.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as fault:
        return _not_utf8(where, raw, fault.start, is_markup)


def _refuse_other_kinds(where: str, raw: bytes) -> None:
    for magic, kind, advice in MAGIC:
        if raw.startswith(magic):
            raise ReadError(where, f"is {kind}, not text; {advice}")
    if raw[4:8] == b"ftyp":
        raise ReadError(where, "is a film or picture file, not text; give a transcript instead")


def _marked(where: str, raw: bytes, name: str) -> Decoded:
    try:
        return Decoded(raw.decode(name), name)
    except UnicodeDecodeError as fault:
        text = raw.decode(name, "replace")
        return Decoded(text, name, (_damage(where, name, fault.start, text.count("\ufffd")),))


def _wide(where: str, raw: bytes) -> Decoded:
    """UTF-16 or UTF-32 without a mark: most bytes at one place of each unit are zero."""
    for name, width in WIDE:
        if len(raw) % width:
            continue
        high = raw[width - 1 if name.endswith("le") else 0 : SAMPLE : width]
        if high.count(0) < 0.5 * len(high):
            continue
        try:
            text = raw.decode(name)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return Decoded(text, name)
    raise ReadError(where, "holds zero bytes and is no UTF-16 or UTF-32, so it is no text; give the text as UTF-8")


def _not_utf8(where: str, raw: bytes, first: int, is_markup: bool) -> Decoded:
    sample = raw[:SAMPLE]
    if len(CONTROL.findall(sample)) > len(sample) // 100:
        raise ReadError(where, "holds many control characters, so it is no text; give the text as UTF-8")
    if is_markup and (declared := _declared(raw)):
        return declared
    good, bad = len(MULTIBYTE.findall(raw)), len(HIGH.findall(MULTIBYTE.sub(b" ", raw)))
    if good >= bad:
        return Decoded(raw.decode("utf-8", "replace"), "utf-8", (_damage(where, "UTF-8", first, bad),))
    text, name = _guessed(raw)
    what = f"is not UTF-8; read as {name}: save it as UTF-8 if letters look wrong"
    return Decoded(text, name, (Problem(where, what),))


def _declared(raw: bytes) -> Decoded | None:
    """The text in the encoding that the head of the page names, if it is one and fits."""
    found = DECLARED.search(raw[:4096])
    if not found:
        return None
    name = found[1].decode("ascii").lower()
    name = "cp1252" if name in ("iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii") else name
    try:
        text = raw.decode(name)
    except (LookupError, ValueError):
        return None
    return Decoded(text, name) if isinstance(text, str) else None


def _guessed(raw: bytes) -> tuple[str, str]:
    """The text and the encoding: windows-1252 for a mostly ASCII text that fits it, else the detector's best."""
    high = sum(map(len, HIGH.findall(raw[:SAMPLE])))
    if high < FOREIGN * len(raw[:SAMPLE]):
        try:
            return raw.decode("cp1252"), "windows-1252"
        except UnicodeDecodeError:
            pass
    from charset_normalizer import from_bytes

    best = from_bytes(raw[:SAMPLE]).best()
    if best is not None and best.encoding != "ascii":
        return raw.decode(best.encoding, "replace"), best.encoding
    return raw.decode("cp1252", "replace"), "windows-1252"


def _damage(where: str, name: str, first: int, count: int) -> Problem:
    places = "1 place" if count == 1 else f"{count} places"
    return Problem(
        where, f"damaged {name} in {places}, the first at byte {first}, shown as \ufffd there: fetch the file again"
    )
