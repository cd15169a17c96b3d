"""Replaces names of MiniStack's modules, and refuses to start when one of them is not what it was."""

from __future__ import annotations

import importlib.metadata
from collections.abc import Callable
from types import ModuleType
from typing import Any

MINISTACK_VERSION = "1.5.33"


class IncompatibleMiniStack(RuntimeError):
    """MiniStack differs from the release that this extension was written against."""


def require_version(installed: str | None = None) -> None:
    """The patched names are private, so nothing but the exact release promises that they mean the same."""
    found = installed if installed is not None else importlib.metadata.version("ministack")
    if found != MINISTACK_VERSION:
        raise IncompatibleMiniStack(
            f"MiniStack {found} is installed, but sluice_ministack is written against {MINISTACK_VERSION}; "
            "install local/ministack/requirements.lock"
        )


class Patches:
    """Collects every name that is missing, so that one start names all of them."""

    def __init__(self) -> None:
        self._missing: list[str] = []

    def require(self, module: ModuleType, *names: str) -> None:
        """The extension calls or reads these names."""
        self._missing += [f"{module.__name__}.{name}" for name in names if not hasattr(module, name)]

    def replace(self, module: ModuleType, name: str, make: Callable[[Any], Any]) -> None:
        """Puts ``make(original)`` in the original's place."""
        if not hasattr(module, name):
            self._missing.append(f"{module.__name__}.{name}")
            return
        setattr(module, name, make(getattr(module, name)))

    def verify(self) -> None:
        if self._missing:
            raise IncompatibleMiniStack(
                f"MiniStack {MINISTACK_VERSION} lacks {', '.join(sorted(set(self._missing)))}, "
                "which sluice_ministack replaces or calls"
            )
