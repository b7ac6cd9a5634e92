"""Importing Variorum costs next to nothing: heavy packages are loaded only when work needs them."""

from __future__ import annotations

import subprocess
import sys

HEAVY = ("spacy", "thinc", "numpy", "trafilatura", "lxml", "jinja2", "rich", "py3langid", "charset_normalizer")


def loaded_after(statement: str) -> set[str]:
    code = f"{statement}\nimport sys\nprint('\\n'.join(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_importing_the_library_loads_nothing_heavy() -> None:
    assert not loaded_after("import variorum") & set(HEAVY)


def test_importing_the_command_line_loads_nothing_heavy() -> None:
    assert not loaded_after("import variorum.cli") & set(HEAVY)
