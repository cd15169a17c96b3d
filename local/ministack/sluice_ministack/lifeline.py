"""Ends this process when its standard input ends."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from typing import BinaryIO


def watch(end: Callable[[], None], held: BinaryIO | None = None) -> threading.Thread:
    """A parent that was killed cannot end its children; the pipe that it held open can."""
    stream = held if held is not None else sys.stdin.buffer

    def wait() -> None:
        while stream.read(64):
            pass
        end()

    thread = threading.Thread(target=wait, name="lifeline", daemon=True)
    thread.start()
    return thread
