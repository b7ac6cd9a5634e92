"""What holds for all tests."""

from __future__ import annotations

from hypothesis import settings

# Time limits of single examples tell about the machine's other work, not about ours.
settings.register_profile("variorum", deadline=None)
settings.load_profile("variorum")
