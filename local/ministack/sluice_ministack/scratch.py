"""The folder for what lives no longer than one emulator: unpacked functions, private temporary folders, scripts of builds."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

_PREFIX = "sluice-ministack-"


def make(parent: Path | None = None) -> Path:
    """A new folder; those of emulators that were killed are removed."""
    folder = parent or Path(tempfile.gettempdir())
    folder.mkdir(parents=True, exist_ok=True)
    for left in folder.glob(f"{_PREFIX}*"):
        if not _owner_runs(left.name):
            shutil.rmtree(left, ignore_errors=True)
    return Path(tempfile.mkdtemp(prefix=f"{_PREFIX}{os.getpid()}-", dir=folder))


def remove(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)


def _owner_runs(name: str) -> bool:
    owner = name.removeprefix(_PREFIX).partition("-")[0]
    if not owner.isdigit():
        return False
    try:
        os.kill(int(owner), 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
