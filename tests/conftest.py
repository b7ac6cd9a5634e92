"""What holds for all tests."""

from __future__ import annotations

import os

from hypothesis import settings

# Time limits of single examples tell about the machine's other work, not about ours. In CI the examples are the
# same each time, so that a change is judged by what it changes; at a desk new ones are tried in every run.
settings.register_profile("variorum", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("variorum")
