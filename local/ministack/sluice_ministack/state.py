"""Saves what the services hold, now and not only at an orderly end.

Objects in S3 are on the disk as soon as they are written. Everything else is in memory until it is saved here, so after a kill
the last saved state is there: every finished execution asks for a save.
"""

from __future__ import annotations

import json
import logging
import os
import threading
import time
from pathlib import Path

from ministack import app
from ministack.core import persistence
from ministack.services import stepfunctions

from .patching import Patches

logger = logging.getLogger("sluice.state")

# A store that another thread changes while it is copied cannot be copied; the next try usually can.
TRIES = 20
# Executions often end together; one save is enough for all of them.
SETTLE_SECONDS = 0.2


class Snapshots:
    """Writes the state of all services to the state folder, one service after the other."""

    def __init__(self, enabled: bool) -> None:
        self._enabled = enabled
        self._saving = threading.Lock()
        self._wanted = threading.Event()

    def start(self) -> None:
        if self._enabled:
            threading.Thread(target=self._save_when_wanted, daemon=True, name="snapshots").start()

    def want(self) -> None:
        self._wanted.set()

    def save(self) -> dict[str, object]:
        """Which services are saved, and how long it took; a service that cannot be saved is named with the reason."""
        started = time.monotonic()
        saved: list[str] = []
        failed: dict[str, str] = {}
        if self._enabled:
            with self._saving:
                for name, copy_state in app._build_persistence_save_dict().items():
                    try:
                        _write(name, _copied(copy_state))
                        saved.append(name)
                    except Exception as error:  # One service must not keep the others from being saved.
                        failed[name] = f"{type(error).__name__}: {error}"
                        logger.error("The state of %s is not saved: %s", name, failed[name])
        return {"saved": sorted(saved), "failed": failed, "seconds": round(time.monotonic() - started, 3)}

    def _save_when_wanted(self) -> None:
        while True:
            self._wanted.wait()
            time.sleep(SETTLE_SECONDS)
            self._wanted.clear()
            self.save()


def _copied(copy_state) -> dict | None:
    for attempt in range(TRIES):
        try:
            return copy_state()
        except RuntimeError:
            if attempt == TRIES - 1:
                raise
            time.sleep(0.01)
    return None


def _write(name: str, state: dict | None) -> None:
    if state is None:
        return
    folder = Path(persistence.STATE_DIR)
    folder.mkdir(parents=True, exist_ok=True)
    document = {"__ministack_format__": persistence._state_format_version(name), "payload": state}
    unfinished = folder / f"{name}.json.new"
    unfinished.write_text(json.dumps(document, default=persistence._json_default))
    os.replace(unfinished, folder / f"{name}.json")


def install(patches: Patches, snapshots: Snapshots) -> None:
    patches.require(persistence, "STATE_DIR", "_state_format_version", "_json_default")
    patches.require(app, "_build_persistence_save_dict")
    patches.replace(stepfunctions, "_emit_execution_status_event", lambda original: _wanting(original, snapshots))
    patches.replace(app, "save_all", lambda _: lambda _services: snapshots.save())


def _wanting(original, snapshots: Snapshots):
    def emit(execution: dict) -> None:
        original(execution)
        if execution["status"] != "RUNNING":
            snapshots.want()

    return emit
