"""Who still wants the result of what runs: an execution, a branch of it, an item of a map."""

from __future__ import annotations

import contextlib
import contextvars
import threading
import time
from collections.abc import Iterator

from ministack.services import stepfunctions


class Abandoned(Exception):
    """Nobody waits for this any more; it is no error, so no Catch may see it."""


class Scope:
    """A part of an execution that can be given up as a whole."""

    def __init__(self, execution: dict, outer: Scope | None = None) -> None:
        self.execution = execution
        self._outer = outer
        self._given_up = threading.Event()
        # The history event that came before, in this part of the execution.
        self.previous_event = outer.previous_event if outer else 0

    def give_up(self) -> None:
        self._given_up.set()

    def wanted(self) -> bool:
        return (
            self.execution["status"] == "RUNNING"
            and not self._given_up.is_set()
            and (self._outer is None or self._outer.wanted())
        )

    def check(self) -> None:
        if not self.wanted():
            raise Abandoned

    def sleep(self, seconds: float) -> None:
        """A wait of an hour ends at once when its execution is stopped."""
        deadline = time.monotonic() + seconds
        while (left := deadline - time.monotonic()) > 0:
            self._given_up.wait(min(left, 0.1))
            self.check()


_current: contextvars.ContextVar[Scope | None] = contextvars.ContextVar("scope", default=None)


@contextlib.contextmanager
def entered(scope: Scope) -> Iterator[None]:
    """In this block, and in the copies of its context, this is the scope."""
    token = _current.set(scope)
    try:
        yield
    finally:
        _current.reset(token)


def current() -> Scope | None:
    return _current.get()


def still_wanted() -> bool:
    scope = _current.get()
    return scope is None or scope.wanted()


def scaled_sleep(seconds: float) -> None:
    """SFN_WAIT_SCALE makes waits and the pauses between retries shorter, so that tests need not wait for them."""
    scaled = seconds * stepfunctions._SFN_WAIT_SCALE
    scope = _current.get()
    if scope is not None:
        scope.sleep(scaled)
    elif scaled > 0:
        time.sleep(scaled)
