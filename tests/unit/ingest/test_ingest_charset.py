"""Bytes become text, and what was guessed or damaged is said."""

from __future__ import annotations

import pytest

from variorum.errors import ReadError
from variorum.ingest.charset import decode

SAYING = "“Why not?” the mayor of Köln asked – and left."


@pytest.mark.parametrize("name", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-be"])
def test_unicode_is_read_with_and_without_a_mark(name: str) -> None:
    decoded = decode("a.txt", SAYING.encode(name))
    assert decoded.text.lstrip("\ufeff") == SAYING
    assert decoded.problems == ()


def test_the_mark_of_utf_8_stays_in_the_text() -> None:
    assert decode("a.txt", b"\xef\xbb\xbfWhy not?").text == "\ufeffWhy not?"


def test_newlines_are_not_translated() -> None:
    assert decode("a.txt", b"one\r\ntwo\rthree\n").text == "one\r\ntwo\rthree\n"


def test_windows_1252_is_guessed_and_told() -> None:
    decoded = decode("old.txt", SAYING.encode("cp1252"))
    assert decoded.text == SAYING
    assert "windows-1252" in decoded.problems[0].what
    assert decoded.problems[0].where == "old.txt"


def test_another_alphabet_is_left_to_the_detector() -> None:
    text = "Министр сказал в понедельник, что гавань не будет продана, и что решение совета останется в силе. " * 5
    assert decode("a.txt", text.encode("cp1251")).text == text


def test_a_few_damaged_bytes_keep_the_rest_and_name_the_first_place() -> None:
    raw = "Köln – “Why".encode() + b"\xff" + " not?” said Müller.".encode()
    decoded = decode("a.txt", raw)
    assert decoded.text == "Köln – “Why\ufffd not?” said Müller."
    assert f"byte {raw.index(0xFF)}" in decoded.problems[0].what


def test_utf_8_cut_in_the_middle_of_a_letter_is_damaged_not_foreign() -> None:
    decoded = decode("a.txt", "Köln, Düren, Jülich".encode() + "ü".encode()[:1])
    assert decoded.text == "Köln, Düren, Jülich\ufffd"


def test_markup_names_its_own_encoding() -> None:
    page = '<meta charset="koi8-r"><p>Гавань не будет продана.</p>'
    assert decode("a.html", page.encode("koi8-r"), is_markup=True).text == page


def test_a_declared_encoding_that_does_not_exist_is_passed_over() -> None:
    assert "Köln" in decode("a.html", '<meta charset="no-such">Köln'.encode("cp1252"), is_markup=True).text


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        (b"%PDF-1.7 ...", "PDF"),
        (b"PK\x03\x04....", "ZIP"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"\xff\xd8\xff\xe0", "JPEG"),
        (b"{\\rtf1 Why not?}", "RTF"),
        (b"\xd0\xcf\x11\xe0....", "office"),
        (b"text with\x00 a zero byte", "zero bytes"),
        (b"\x01\x02\x03\x80\x90" * 50, "control characters"),
    ],
)
def test_what_is_no_text_is_refused_by_name(raw: bytes, kind: str) -> None:
    with pytest.raises(ReadError, match=kind) as caught:
        decode("scan.txt", raw)
    assert caught.value.where == "scan.txt"
