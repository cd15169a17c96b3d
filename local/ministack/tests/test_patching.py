"""A MiniStack that is not the one this extension knows is refused, with all that is wrong."""

from __future__ import annotations

import types

import pytest
from sluice_ministack.patching import IncompatibleMiniStack, Patches, require_version


@pytest.fixture
def module() -> types.ModuleType:
    module = types.ModuleType("ministack.services.glue")
    module._get_table = lambda data: "original"
    return module


def test_a_replacement_gets_the_original(module):
    patches = Patches()
    patches.replace(module, "_get_table", lambda original: lambda data: f"better than {original(data)}")
    patches.verify()
    assert module._get_table({}) == "better than original"


def test_every_missing_name_is_told_at_once(module):
    patches = Patches()
    patches.require(module, "_tables", "_get_table")
    patches.replace(module, "_update_table", lambda original: original)
    with pytest.raises(
        IncompatibleMiniStack,
        match=r"MiniStack 1\.5\.33 lacks ministack\.services\.glue\._tables, ministack\.services\.glue\._update_table, "
        "which sluice_ministack replaces or calls",
    ):
        patches.verify()


def test_another_release_is_refused():
    with pytest.raises(IncompatibleMiniStack, match=r"MiniStack 1\.6\.0 is installed, but sluice_ministack is written against 1\.5\.33"):
        require_version("1.6.0")


def test_the_locked_release_is_the_one_that_is_known():
    require_version()
