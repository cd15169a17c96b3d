"""The extended emulator as one server: everything is put together here, and taken apart at its end."""

from __future__ import annotations

import asyncio
import json
import logging
import os
import signal
import socket
import sys
import threading
from pathlib import Path

from hypercorn.asyncio import serve as hypercorn_serve
from hypercorn.config import Config as HypercornConfig
from ministack import app as ministack_app
from ministack.core import persistence

from . import (
    athena_forward,
    calls,
    calls_keys,
    calls_requests,
    calls_services,
    codebuild,
    glue_catalog,
    glue_crawler,
    glue_partitions,
    lambda_java,
    lifeline,
    logs,
    roles,
    s3_events,
    state,
    stepfunctions_branches,
    stepfunctions_definitions,
    stepfunctions_engine,
    stepfunctions_jsonata,
    stepfunctions_start,
    stepfunctions_sync,
    told_again,
)
from .athena_forward import AthenaForward
from .codebuild import Builds
from .control import Control, controlled
from .glue_crawler import Crawlers
from .lambda_java import IdleWorkers
from .patching import MINISTACK_VERSION, Patches
from .settings import Settings
from .state import Snapshots

ACCOUNT = "000000000000"
# An orderly end that takes longer has gone wrong; the parent must not wait for ever.
LONGEST_END_SECONDS = 30.0


class Emulator:
    """One running emulator."""

    def __init__(self, settings: Settings, scratch: Path, listener: socket.socket) -> None:
        self._settings = settings
        self._scratch = scratch
        self._listener = listener
        self._builds = Builds(settings, scratch)
        self._crawlers = Crawlers(settings.crawl_time)
        self._athena = AthenaForward(settings.athena_url)
        self._snapshots = Snapshots(persistence.PERSIST_STATE)
        self._idle_workers = IdleWorkers(settings)
        self._install()

    def _install(self) -> None:
        patches = Patches()
        calls.write_to(self._settings.calls_file)
        logs.install(patches)
        roles.install(patches)
        lambda_java.install(patches, self._settings, self._scratch)
        codebuild.install(patches, self._builds)
        stepfunctions_jsonata.install(patches)
        stepfunctions_engine.install(patches)
        stepfunctions_branches.install(patches)
        stepfunctions_definitions.install(patches)
        stepfunctions_start.install(patches)
        stepfunctions_sync.install(patches, self._builds)
        glue_catalog.install(patches)
        glue_partitions.install(patches)
        glue_crawler.install(patches, self._crawlers)
        athena_forward.install(patches, self._athena)
        s3_events.install(patches)
        told_again.install(patches)
        state.install(patches, self._snapshots)
        # Last, in front of everything that they write down.
        calls_keys.install(patches)
        calls_requests.install(patches)
        calls_services.install(patches)
        patches.verify()

    def run(self) -> None:
        asyncio.run(self._serve())

    async def _serve(self) -> None:
        loop = asyncio.get_running_loop()
        ending = asyncio.Event()
        for name in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(name, ending.set)
        if self._settings.lifeline:
            lifeline.watch(lambda: loop.call_soon_threadsafe(ending.set))
        self._snapshots.start()
        self._idle_workers.start()
        control = Control(ACCOUNT, self._settings.region, self._athena, self._crawlers, self._snapshots)
        config = HypercornConfig()
        config.bind = [f"fd://{self._listener.fileno()}"]
        config.keep_alive_timeout = 75
        config.graceful_timeout = 2
        config.loglevel = os.environ.get("LOG_LEVEL", "WARNING").upper()
        application = self._announcing(controlled(ministack_app.app, control))
        await hypercorn_serve(application, config, shutdown_trigger=lambda: self._end_children(ending), mode="asgi")

    async def _end_children(self, ending: asyncio.Event) -> None:
        """Before the server stops: a request that waits for a function or a build is answered only when that has ended."""
        await ending.wait()
        threading.Timer(LONGEST_END_SECONDS, _give_up).start()
        self._idle_workers.stop()
        await asyncio.to_thread(self._builds.end_all)
        await asyncio.to_thread(lambda_java.end_all)

    def _announcing(self, application):
        """One READY line, when the first request would be answered."""

        async def serve(scope, receive, send) -> None:
            async def announced(message) -> None:
                await send(message)
                if message["type"] == "lifespan.startup.complete":
                    self._say_ready()

            await application(scope, receive, announced if scope["type"] == "lifespan" else send)

        return serve

    def _say_ready(self) -> None:
        port = self._listener.getsockname()[1]
        ready = {
            "endpoint": f"http://127.0.0.1:{port}",
            "region": self._settings.region,
            "account": ACCOUNT,
            "ministack": MINISTACK_VERSION,
            "pid": os.getpid(),
        }
        print("READY", json.dumps(ready), flush=True)


def _give_up() -> None:
    logging.getLogger("sluice").error("The orderly end took longer than %g seconds", LONGEST_END_SECONDS)
    sys.stderr.flush()
    os._exit(1)
