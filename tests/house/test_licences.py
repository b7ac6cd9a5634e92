"""What is installed with Variorum may be used under permissive terms (weak copyleft of whole files at most)."""

from __future__ import annotations

import importlib.metadata
import re
from pathlib import Path

import pytest

LOCK = Path(__file__).parents[2] / "requirements.lock"
NAMES = re.findall(r"^([a-z0-9-]+)==", LOCK.read_text(encoding="utf-8"), re.M)
PERMISSIVE = re.compile(r"MIT|BSD|Apache|ISC|MPL|Mozilla|PSF|Python|Zlib|CC0", re.I)


@pytest.mark.parametrize("name", NAMES)
def test_licence_is_permissive(name: str) -> None:
    data = importlib.metadata.metadata(name)
    classifiers = [c for c in data.get_all("Classifier") or [] if c.startswith("License")]
    stated = " ".join([data.get("License-Expression") or "", (data.get("License") or "")[:80], *classifiers])
    assert PERMISSIVE.search(stated), f"{name}: {stated or 'no licence stated'}"


def test_the_lock_covers_what_the_project_asks_for() -> None:
    wanted = [r for r in importlib.metadata.requires("variorum") or [] if "extra ==" not in r]
    assert wanted
    for requirement in wanted:
        assert re.match(r"[A-Za-z0-9-]+", requirement).group().lower() in NAMES
