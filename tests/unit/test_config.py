"""Settings: names with values that make sense."""

from __future__ import annotations

import pytest

from variorum.config import Settings
from variorum.errors import SettingsError


def test_items_are_sorted_by_name_for_the_manifest():
    names = [name for name, _ in Settings().items()]
    assert names == sorted(names)
    assert dict(Settings(workers=3).items())["workers"] == 3


@pytest.mark.parametrize("name", [name for name, _ in Settings().items()])
def test_a_setting_below_one_is_refused_by_name(name):
    with pytest.raises(SettingsError, match=f"{name} must be at least 1, not 0"):
        Settings(**{name: 0})
