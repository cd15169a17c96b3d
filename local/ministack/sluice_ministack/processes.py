"""Child processes that never outlive this one, not even when it is killed."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

# How long a process gets between being asked and being made to end.
GRACE_SECONDS = 2.0


class ChildTree:
    """A child with all that it starts; ends as a whole.

    The child's standard input is its lifeline: nothing is ever written to it, and its end tells the child that this process is
    gone, whatever the reason. The child must watch it.
    """

    def __init__(self, command: Sequence[str], *, directory: Path, environment: Mapping[str, str]) -> None:
        self._process = subprocess.Popen(
            command,
            cwd=directory,
            env=dict(environment),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            # Ctrl-C in a terminal must reach only the emulator, which ends its children in order.
            start_new_session=True,
        )
        self._descendants: set[int] = set()

    @property
    def pid(self) -> int:
        return self._process.pid

    @property
    def output(self):
        return self._process.stdout

    def poll(self) -> int | None:
        return self._process.poll()

    def wait(self, timeout: float | None = None) -> int:
        return self._process.wait(timeout)

    def terminate(self) -> None:
        """Asks the child to end. A child that starts others (a browser) gets the chance to end them itself."""
        self._descendants |= family(self.pid)
        self._process.terminate()

    def kill(self) -> None:
        self._descendants |= family(self.pid)
        self._process.kill()
        self._sweep()

    def end(self, grace: float = GRACE_SECONDS) -> None:
        """Returns when nothing of the tree runs any more."""
        if self.poll() is None:
            self.terminate()
            try:
                self.wait(grace)
            except subprocess.TimeoutExpired:
                self.kill()
                self.wait()
        self._descendants |= family(self.pid)
        self._sweep()
        self.close()

    def close(self) -> None:
        if self._process.stdin:
            self._process.stdin.close()

    def _sweep(self) -> None:
        for pid in self._descendants - {self.pid}:
            try:
                os.kill(pid, signal.SIGKILL)
            except ProcessLookupError:
                continue
        deadline = time.monotonic() + GRACE_SECONDS
        while any(_runs(pid) for pid in self._descendants - {self.pid}) and time.monotonic() < deadline:
            time.sleep(0.01)
        self._descendants.clear()


def family(root: int) -> set[int]:
    """Everything that descends from the process or lives in the session it leads, without itself."""
    table = _process_table()
    found = {root}
    grown = True
    while grown:
        members = {pid for pid, parent, session in table if parent in found or session == root}
        grown = not members <= found
        found |= members
    return found - {root}


def _process_table() -> list[tuple[int, int, int]]:
    """(process, parent, session) of everything that runs."""
    if os.path.isdir("/proc/self"):
        return [row for entry in os.listdir("/proc") if entry.isdigit() and (row := _proc_row(entry))]
    listing = subprocess.run(["ps", "-A", "-o", "pid=,ppid=,pgid="], capture_output=True, text=True, check=True).stdout
    return [(int(pid), int(parent), int(group)) for pid, parent, group in (line.split() for line in listing.splitlines())]


def _proc_row(pid: str) -> tuple[int, int, int] | None:
    try:
        stat = Path("/proc", pid, "stat").read_text()
    except OSError:
        return None
    # The command name stands in brackets and may hold anything, also brackets.
    state, parent, _, session = stat[stat.rindex(")") + 2 :].split()[:4]
    return None if state == "Z" else (int(pid), int(parent), int(session))


def _runs(pid: int) -> bool:
    if os.path.isdir("/proc/self"):
        return _proc_row(str(pid)) is not None
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True
