"""A whole run asks nothing of any network: every way out of the process is guarded."""

from __future__ import annotations

import subprocess
import sys

GUARDED = """
import socket, sys

def refuse(*arguments, **_):
    print("ASKED THE NETWORK", arguments, file=sys.stderr)
    raise OSError("no network")

for name in ("connect", "connect_ex", "sendto"):
    setattr(socket.socket, name, refuse)
for name in ("getaddrinfo", "gethostbyname", "create_connection"):
    setattr(socket, name, refuse)

from variorum.cli import main
main()
"""
HTML = """<!doctype html><html lang="en"><head><title>The lamp</title><link rel="stylesheet" href="https://h.invalid/a.css">
<script src="https://h.invalid/a.js"></script></head><body><nav><a href="https://h.invalid/">Home</a></nav><article>
<h1>The lamp</h1><p>“The lamp was lit,” keeper Ada Finch told the inquiry on 2 June 1911. “I lit it myself, as on every
other night of that year, and I saw no ship.”</p><img src="https://h.invalid/a.png"></article></body></html>"""
TEXT = "The lamp was dark\n\nKeeper Ada Finch told the inquiry that the lamp was lit.\n\nSee https://h.invalid/ for more.\n"
RECORD = '{"text": "Ada Finch said: \\"The lamp was lit.\\"", "published": "1911-06-03", "outlet": "The Log"}\n'


def test_a_whole_run_asks_nothing_of_any_network(tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    for name, content in (("a.html", HTML), ("b.txt", TEXT), ("c.jsonl", RECORD)):
        (folder / name).write_text(content, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", GUARDED, "collate", folder, "-o", tmp_path / "out"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("3 documents")


def test_the_guard_would_notice():
    code = GUARDED.replace("from variorum.cli import main\nmain()", "socket.create_connection(('h.invalid', 80))")
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode and "ASKED THE NETWORK" in done.stderr
