"""Parts by name: found only when asked for, and never two of one name."""

from __future__ import annotations

import importlib.metadata
import sys
from types import ModuleType

import pytest

from variorum import registry
from variorum.config import Settings
from variorum.errors import PartError


class Extra:
    name = "judge.extra/1"

    def __init__(self, settings):
        self.settings = settings


class Misnamed:
    name = "judge.other/1"


@pytest.fixture
def installed(monkeypatch):
    """Makes packages look installed that offer these parts."""
    module = ModuleType("extra_parts")
    module.Extra, module.Misnamed = Extra, Misnamed
    monkeypatch.setitem(sys.modules, "extra_parts", module)

    def install(*offered):
        points = [importlib.metadata.EntryPoint(name, value, registry.GROUP) for name, value in offered]
        monkeypatch.setattr(importlib.metadata, "entry_points", lambda group: points if group == registry.GROUP else [])
        registry._places.cache_clear()

    yield install
    registry._places.cache_clear()


def test_a_part_is_made_with_the_settings():
    settings = Settings(longest_block=99)
    part = registry.load("ingest.plain/1", settings)
    assert part.name == "ingest.plain/1"
    assert part.settings is settings


def test_a_part_of_another_package_is_found(installed):
    installed(("judge.extra/1", "extra_parts:Extra"))
    assert isinstance(registry.load("judge.extra/1", Settings()), Extra)
    assert "judge.extra/1" in registry.names()


def test_two_parts_of_one_name_are_an_error(installed):
    installed(("judge.extra/1", "extra_parts:Extra"), ("judge.extra/1", "elsewhere:Extra"))
    with pytest.raises(PartError, match=r"two parts are called judge\.extra/1: elsewhere:Extra and extra_parts:Extra"):
        registry.names()


def test_no_package_may_take_the_name_of_a_built_in_part(installed):
    installed(("ingest.plain/1", "extra_parts:Extra"))
    with pytest.raises(PartError, match=r"two parts are called ingest\.plain/1"):
        registry.find("ingest.plain/1")


def test_an_unknown_part_is_told_with_those_like_it():
    with pytest.raises(PartError, match=r"judge\.conflict/1.*judge\.conflicts/1"):
        registry.find("judge.conflict/1")


@pytest.mark.parametrize("place", ["no_such_module:Extra", "extra_parts:Missing"])
def test_a_part_that_cannot_be_loaded_says_where_it_should_be(installed, place):
    installed(("judge.extra/1", place))
    with pytest.raises(PartError, match=rf"judge\.extra/1 \({place}\) cannot be loaded"):
        registry.find("judge.extra/1")


def test_a_part_must_go_by_the_name_under_which_it_is_listed(installed):
    installed(("judge.extra/1", "extra_parts:Misnamed"))
    with pytest.raises(PartError, match=r"listed as judge\.extra/1 but calls itself 'judge\.other/1'"):
        registry.find("judge.extra/1")


def test_a_stage_can_be_given_another_part():
    chosen = registry.chosen({"conflicts": "judge.extra/1"})
    assert chosen["conflicts"] == "judge.extra/1"
    assert chosen["lines"] == registry.DEFAULTS["lines"]
    with pytest.raises(PartError, match="no stage is called 'conflict'; the stages are: annotations"):
        registry.chosen({"conflict": "judge.extra/1"})


def test_readers_and_exporters_of_other_packages_are_offered(installed):
    installed(("ingest.extra/1", "extra_parts:Extra"), ("report.extra/2", "extra_parts:Extra"))
    assert registry.readers() == (*registry.READERS, "ingest.extra/1")
    assert registry.exporters()["extra"] == "report.extra/2"
    assert registry.exporters()["json"] == "report.json/1"


def test_every_default_is_a_listed_part():
    assert {*registry.DEFAULTS.values(), *registry.READERS} <= set(registry.BUILT_IN)
