"""The same accounts give the same bytes: whatever the hash seed, the time zone, the locale, the order named."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

EXAMPLE = Path(__file__).parents[2] / "examples" / "halven" / "documents"
FILES = ("boreal-press-agency-2019-10-03.txt", "vell-courier-2019-10-04.txt", "wire-briefs.jsonl")


def edition(out: Path, files: tuple[str, ...], **environment: str) -> bytes:
    command = [sys.executable, "-m", "variorum", "collate", *files, "-o", str(out), "--quiet"]
    subprocess.run(command, cwd=EXAMPLE, env={**os.environ, **environment}, check=True)
    return (out / "edition.json").read_bytes()


def test_an_edition_is_the_same_wherever_and_whenever_it_is_made(tmp_path: Path) -> None:
    one = edition(tmp_path / "one", FILES, PYTHONHASHSEED="1", TZ="UTC")
    other = edition(tmp_path / "other", FILES[::-1], PYTHONHASHSEED="271", TZ="Asia/Tokyo", LC_ALL="C")
    assert one == other
