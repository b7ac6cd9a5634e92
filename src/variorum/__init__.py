"""Variorum sets several accounts of one matter side by side, down to the exact words.

    import variorum
    edition = variorum.collate(["accounts/"])    # read, annotate, collate, judge
    edition = variorum.load("out/edition.json")  # or edition.db, or the folder of both

`variorum.collate` is at once this function and the package of the parts that collate.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from variorum.config import Settings as Settings
    from variorum.errors import VariorumError as VariorumError
    from variorum.model import Edition as Edition
    from variorum.pipeline import collate as collate
    from variorum.store.files import load as load

__version__ = "0.1.0"
__all__ = ["Edition", "Settings", "VariorumError", "collate", "load"]

_PLACES = {
    "Edition": "variorum.model",
    "Settings": "variorum.config",
    "VariorumError": "variorum.errors",
    "load": "variorum.store.files",
}


class _Collate(ModuleType):
    """The package `variorum.collate`, which may be called: importing a part of it must not hide the function."""

    def __call__(self, *arguments: Any, **options: Any) -> Any:
        """The edition of the documents at these paths: see `variorum.pipeline.collate`."""
        return import_module("variorum.pipeline").collate(*arguments, **options)


def __getattr__(name: str) -> Any:
    """The public names, loaded when first asked for, so that importing Variorum stays light."""
    if name in _PLACES:
        return getattr(import_module(_PLACES[name]), name)
    raise AttributeError(f"module 'variorum' has no attribute {name!r}")


import_module("variorum.collate")
sys.modules["variorum.collate"].__class__ = _Collate
