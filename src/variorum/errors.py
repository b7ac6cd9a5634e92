"""Everything that Variorum raises on purpose.

    VariorumError                 the root: catch this to catch them all
    ├── InputError                something given to Variorum cannot be used
    │   ├── ReadError             one file or record cannot be read as a document
    │   └── NothingToRead         no readable document in all that was given
    ├── OutputError               a result cannot be written where it was asked for
    ├── SettingsError             a setting has no such name or value
    ├── PartError                 a part is unknown, named twice, or lacks what it needs
    └── BrokenEdition             data that should be an edition is none

A message names the file or the part, says what was expected, and what to do about it.
"""

from __future__ import annotations


class VariorumError(Exception):
    """The root of all errors that Variorum raises on purpose."""


class InputError(VariorumError):
    """Something given to Variorum cannot be used."""


class ReadError(InputError):
    """One file or record cannot be read as a document; the others still can.

    `where` names the file (and the record in it), `what` says what is wrong and what to do.
    """

    def __init__(self, where: str, what: str) -> None:
        super().__init__(f"{where}: {what}")
        self.where = where
        self.what = what


class NothingToRead(InputError):
    """No readable document in all that was given."""


class OutputError(VariorumError):
    """A result cannot be written where it was asked for; what was there before is untouched."""


class SettingsError(VariorumError):
    """A setting has no such name or value."""


class PartError(VariorumError):
    """A part is unknown, named twice, or lacks what it needs."""


class BrokenEdition(InputError):
    """Data that should be an edition is none; `faults` has a line for each thing wrong."""

    def __init__(self, *faults: str) -> None:
        super().__init__("\n".join(faults))
        self.faults = faults
