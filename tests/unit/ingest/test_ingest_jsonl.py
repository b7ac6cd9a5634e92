"""Each line of a JSON Lines file is a document or a Problem."""

from __future__ import annotations

import hashlib
import json

import pytest

from variorum.config import Settings
from variorum.errors import ReadError
from variorum.ingest.jsonl import JsonLinesReader
from variorum.model import Document, identifier

LEAD = "The mayor of Quill said on Monday that the harbour would not be sold before the summer, and left."


def _read(*records: object) -> list[Document]:
    lines = [r if isinstance(r, bytes) else json.dumps(r).encode() for r in records]
    return list(JsonLinesReader(Settings()).read("all.jsonl", b"\n".join(lines)))


def test_records_are_named_by_id_path_or_line() -> None:
    found = _read({"text": LEAD, "id": "tide-1"}, b"", {"text": LEAD + "2", "path": "b.txt"}, {"text": LEAD + "3"},
                  {"text": LEAD + "4", "id": 7}, {"text": LEAD + "5", "id": "tide-1"})  # fmt: skip
    names = ["tide-1", "b.txt", "4", "7", "6"]
    assert [d.path for d in found] == [f"all.jsonl#{n}" for n in names]


def test_the_digest_and_id_are_of_the_line() -> None:
    line = json.dumps({"text": LEAD}).encode()
    (document,) = _read(line)
    digest = hashlib.sha256(line).hexdigest()
    assert (document.sha256, document.id, document.text) == (digest, identifier("d", digest), LEAD)


def test_what_the_record_gives_outranks_what_the_text_says() -> None:
    record = {"text": f"By Tom Reed\n\n{LEAD}", "title": "Mayor Keeps Harbour", "outlet": "Tide", "byline": "Ada Quill",
              "published": "2000-06", "language": "en-GB"}  # fmt: skip
    (document,) = _read(record)
    assert (document.title, document.outlet, document.byline) == ("Mayor Keeps Harbour", "Tide", "Ada Quill")
    assert (document.published, document.language) == ("2000-06", "en")


def test_a_date_in_words_becomes_edtf_and_nonsense_a_problem() -> None:
    first, second = _read({"text": LEAD, "published": "June 4, 2000"}, {"text": LEAD + "2", "published": "lately"})
    assert first.published == "2000-06-04"
    assert second.published is None
    assert "lately" in second.problems[0].what


def test_html_records_are_read_as_pages() -> None:
    (document,) = _read({"html": f"<h1>Mayor Keeps Harbour</h1><script>no()</script><p>{LEAD}</p><p>{LEAD}</p>"})
    assert LEAD in document.text
    assert "no()" not in document.text


def test_bad_lines_are_problems_and_the_others_are_read() -> None:
    found = _read(
        b"{broken", ["list"], {"text": 7}, {"title": "no text"}, {"text": LEAD}, {"text": LEAD + "2", "title": []}
    )
    assert [d.path for d in found] == ["all.jsonl#5"]
    told = {p.where: p.what for p in found[0].problems}
    assert list(told) == [f"all.jsonl#{n}" for n in (1, 2, 3, 4, 6)]
    assert "no JSON" in told["all.jsonl#1"]
    assert "not an object" in told["all.jsonl#2"]
    assert '"text" is a int' in told["all.jsonl#3"]
    assert '"title" is a list' in told["all.jsonl#6"]


def test_many_bad_lines_are_summed_up() -> None:
    (document,) = _read({"text": LEAD}, *[b"{"] * 50)
    assert len(document.problems) == 21
    assert "30 more lines" in document.problems[-1].what


def test_a_file_without_a_record_is_refused() -> None:
    with pytest.raises(ReadError, match=r"no record .* can be read"):
        _read(b"just text", b"and more")


def test_windows_line_ends_and_a_mark_do_no_harm() -> None:
    raw = b"\xef\xbb\xbf" + json.dumps({"text": LEAD}).encode() + b"\r\n" + json.dumps({"text": LEAD + "2"}).encode()
    assert len(list(JsonLinesReader(Settings()).read("a.jsonl", raw))) == 2


def test_half_a_surrogate_pair_is_replaced() -> None:
    (document,) = _read(b'{"text": "' + LEAD.encode() + b' \\ud83d"}')
    assert document.text.endswith("\ufffd")


def test_a_picture_is_refused() -> None:
    with pytest.raises(ReadError, match="PNG"):
        _read(b"\x89PNG\r\n\x1a\n")
