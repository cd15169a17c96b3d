"""A MiniStack that is not the one this extension knows is refused, with all that is wrong."""

from __future__ import annotations

import subprocess
import sys
import types

import pytest

from sluice_ministack.patching import IncompatibleMiniStack, Patches, require_version

from .emulator import Emulator


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
    with pytest.raises(
        IncompatibleMiniStack, match=r"MiniStack 1\.6\.0 is installed, but sluice_ministack is written against 1\.5\.33"
    ):
        require_version("1.6.0")


def test_the_locked_release_is_the_one_that_is_known():
    require_version()


def test_the_emulator_does_not_start_on_a_ministack_that_lacks_a_name():
    program = "import sys, ministack.services.glue as glue; del glue._get_partitions; from sluice_ministack.__main__ import main; sys.exit(main([]))"
    ended = subprocess.run([sys.executable, "-c", program], env=Emulator(None)._environment, capture_output=True, text=True)
    assert ended.returncode == 2
    assert (
        "MiniStack 1.5.33 lacks ministack.services.glue._get_partitions, which sluice_ministack replaces or calls" in ended.stderr
    )
    assert "READY" not in ended.stdout
