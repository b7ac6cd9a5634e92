"""Variorum sets several accounts of one matter side by side, down to the exact words."""

__version__ = "0.1.0"
