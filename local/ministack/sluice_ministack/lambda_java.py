"""Gap: MiniStack runs ``java*`` functions and images only in Docker. Here they run in a JVM of their own.

The real exception class then reaches ``Catch`` and ``Retry`` of the workflow, and the deployed jar is what is tested.
"""

from __future__ import annotations

import threading
import time
from pathlib import Path
from typing import Any

from ministack.core import lambda_runtime
from ministack.services import lambda_svc

from .lambda_worker import JavaWorker
from .patching import Patches
from .settings import Settings


def install(patches: Patches, settings: Settings, scratch: Path) -> None:
    patches.require(
        lambda_runtime,
        "Worker",
        "_workers",
        "_lock",
        "acquire_worker",
        "release_worker",
        "kill_workers",
        "execution_credentials",
        "_account_region_from_function_config",
        "reset",
    )
    patches.require(lambda_svc, "_provided_runtime_code_dir", "_runtime_env_vars")
    patches.replace(lambda_runtime, "_worker_class_for", _worker_class)
    patches.replace(lambda_svc, "_execute_function_dispatch", _dispatch)
    JavaWorker.settings = settings
    JavaWorker.scratch = scratch


def runs_on_jvm(config: dict) -> bool:
    variables = (config.get("Environment") or {}).get("Variables") or {}
    if config.get("PackageType") == "Image":
        return "SLUICE_LOCAL_JAR" in variables
    return str(config.get("Runtime", "")).startswith("java")


def _worker_class(original):
    return lambda config: JavaWorker if runs_on_jvm(config) else original(config)


def _dispatch(original):
    def dispatch(func: dict, config: dict, event: Any, request_id: str, started: float) -> dict:
        if not runs_on_jvm(config):
            return original(func, config, event, request_id, started)
        worker, _ = lambda_runtime.acquire_worker(
            config.get("FunctionName", "unknown"),
            config,
            func.get("code_zip"),
            qualifier=config.get("Version", "$LATEST"),
        )
        try:
            return worker.invoke(event, request_id)
        finally:
            worker.last_used = time.time()
            lambda_runtime.release_worker(worker)

    return dispatch


def end_all() -> None:
    """Ends every execution environment; whoever waits for one gets Runtime.ExitError."""
    lambda_runtime.reset()


class IdleWorkers:
    """Ends environments that nobody has used for a while, as AWS does; a world left up must not keep eight JVMs."""

    def __init__(self, settings: Settings) -> None:
        self._idle = settings.lambda_idle.total_seconds()
        self._stopped = threading.Event()

    def start(self) -> None:
        if self._idle > 0:
            threading.Thread(target=self._run, daemon=True, name="idle-workers").start()

    def stop(self) -> None:
        self._stopped.set()

    def end_idle(self, now: float) -> int:
        with lambda_runtime._lock:
            idle = [
                worker
                for pool in lambda_runtime._workers.values()
                for worker in pool
                if isinstance(worker, JavaWorker) and not worker.in_use and now - worker.last_used >= self._idle
            ]
            for pool in lambda_runtime._workers.values():
                pool[:] = [worker for worker in pool if worker not in idle]
        lambda_runtime.kill_workers(idle)
        return len(idle)

    def _run(self) -> None:
        while not self._stopped.wait(max(1.0, self._idle / 4)):
            self.end_idle(time.time())
