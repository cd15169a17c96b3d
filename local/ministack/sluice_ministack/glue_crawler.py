"""Gap: MiniStack's crawler waits five seconds and succeeds. Here it crawls, in its own thread, and can fail.

A test may decide what the next crawl of a crawler does (``POST /_sluice/crawlers/<name>``):
``{"next": "fail", "message": "…"}``, ``{"next": "hang"}``, or ``{"running": seconds}`` for a crawl that somebody else has started;
``{"release": true}`` ends a crawl that hangs.
"""

from __future__ import annotations

import contextvars
import json
import threading
import time
import uuid
from dataclasses import dataclass, field
from datetime import timedelta

from ministack.core.responses import (
    AccountRegionScopedDict,
    error_response_json,
    json_response,
)
from ministack.services import glue, s3

from .glue_catalog import Answer, action, not_found, page
from .glue_crawl import Crawl
from .logs import LogStream
from .patching import Patches

LOG_GROUP = "/aws-glue/crawlers"


@dataclass
class Plan:
    """What a test wants the next crawl to do."""

    fail_with: str | None = None
    hang: bool = False
    released: threading.Event = field(default_factory=threading.Event)


class Crawlers:
    """Runs crawls; at most one at a time for each crawler, as Glue does."""

    def __init__(self, least_time: timedelta) -> None:
        self._least_seconds = least_time.total_seconds()
        self._plans: dict[str, Plan] = {}
        self._lock = threading.Lock()

    def start(self, data: dict) -> Answer:
        name = data.get("Name")
        with self._lock:
            crawler = glue._crawlers.get(name)
            if crawler is None:
                return not_found(f"Crawler {name}")
            if crawler["State"] != "READY":
                return error_response_json("CrawlerRunningException", f"Crawler with name {name} has already started", 400)
            crawler["State"] = "RUNNING"
            crawler["CrawlElapsedTime"] = 0
            plan = self._plans.setdefault(name, Plan())
        self._in_background(self._run, crawler, plan)
        return json_response({})

    def stop(self, data: dict) -> Answer:
        name = data.get("Name")
        with self._lock:
            crawler = glue._crawlers.get(name)
            if crawler is None:
                return not_found(f"Crawler {name}")
            if crawler["State"] != "RUNNING":
                return error_response_json("CrawlerNotRunningException", f"Crawler with name {name} isn't running", 400)
            crawler["State"] = "STOPPING"
            self._plans[name].released.set()
        return json_response({})

    def control(self, name: str, wish: dict) -> dict:
        """What a test asks for; the answer is the crawler's state."""
        with self._lock:
            crawler = glue._crawlers.get(name)
            if crawler is None:
                raise KeyError(f"There is no crawler {name}")
            plan = self._plans.setdefault(name, Plan())
            if wish.get("next") == "fail":
                plan.fail_with = wish.get("message", "Internal Service Exception")
            elif wish.get("next") == "hang":
                plan.hang = True
            elif wish.get("release"):
                plan.released.set()
            elif "running" not in wish:
                raise ValueError('Expected {"next": "fail" | "hang"}, {"running": seconds} or {"release": true}')
            elif crawler["State"] == "READY":
                crawler["State"] = "RUNNING"
                self._in_background(self._pretend, crawler, plan, float(wish["running"]))
            return {"name": name, "state": crawler["State"]}

    def _in_background(self, work, *arguments) -> None:
        # The stores are scoped by the account and region of the request that runs now.
        context = contextvars.copy_context()
        threading.Thread(target=context.run, args=(work, *arguments), daemon=True, name="crawler").start()

    def _run(self, crawler: dict, plan: Plan) -> None:
        started = time.time()
        crawl_id = str(uuid.uuid4())
        log = LogStream(LOG_GROUP, crawler["Name"], crawler.get("Role"))

        def say(text: str) -> None:
            log.write(f"[{crawl_id}] {text}")

        say("BENCHMARK : Running Start Crawl for Crawler " + crawler["Name"])
        crawl = Crawl(crawler, say)
        status, message = "SUCCEEDED", None
        try:
            if plan.fail_with is not None:
                raise RuntimeError(plan.fail_with)
            crawl.run()
        except Exception as error:  # Whatever stops a crawl is its result, never the end of the emulator.
            status, message = "FAILED", str(error)
        if plan.hang:
            plan.released.wait()
        else:
            plan.released.wait(max(0.0, self._least_seconds - (time.time() - started)))
        if crawler["State"] == "STOPPING":
            status = "CANCELLED"
        say(f"BENCHMARK : Crawler has finished running and is in state READY, {status}{': ' + message if message else ''}")
        self._finish(crawler, crawl_id, crawl, started, status, message)

    def _finish(self, crawler: dict, crawl_id: str, crawl: Crawl, started: float, status: str, message: str | None) -> None:
        ended = time.time()
        error = {"ErrorMessage": message} if message else {}
        _history.setdefault(crawler["Name"], []).append(
            {
                "CrawlId": crawl_id,
                "State": {"SUCCEEDED": "COMPLETED", "CANCELLED": "STOPPED"}.get(status, status),
                "StartTime": started,
                "EndTime": ended,
                "Summary": json.dumps(crawl.changes),
                "LogGroup": LOG_GROUP,
                "LogStream": crawler["Name"],
                "MessagePrefix": crawl_id,
                **error,
            }
        )
        with self._lock:
            self._plans.pop(crawler["Name"], None)
            crawler["LastCrawl"] = {
                "Status": status,
                "LogGroup": LOG_GROUP,
                "LogStream": crawler["Name"],
                "MessagePrefix": crawl_id,
                "StartTime": started,
                **error,
            }
            crawler["CrawlElapsedTime"] = int((ended - started) * 1000)
            # Last, so that whoever sees READY also sees the crawl that ended.
            crawler["State"] = "READY"

    def _pretend(self, crawler: dict, plan: Plan, seconds: float) -> None:
        """A crawl that began before anybody asked, and that sees nothing of what is new."""
        started = time.time()
        plan.released.wait(seconds)
        self._finish(crawler, str(uuid.uuid4()), Crawl(crawler, lambda _: None), started, "SUCCEEDED", None)


_history = AccountRegionScopedDict()


@action("ListCrawls")
def _list_crawls(data: dict) -> Answer:
    name = data.get("CrawlerName")
    if name not in glue._crawlers:
        return not_found(f"Crawler {name}")
    return page(_history.get(name, [])[::-1], "Crawls", data, 100)


def install(patches: Patches, crawlers: Crawlers) -> None:
    patches.require(glue, "_crawlers", "_databases", "_tables", "_partitions", "_create_table", "_update_table", "_restore_state")
    patches.require(s3, "_buckets", "_get_object_data", "_object_disk_path", "S3_PERSIST")
    patches.replace(glue, "_start_crawler", lambda _: crawlers.start)
    patches.replace(glue, "_stop_crawler", lambda _: crawlers.stop)
    patches.replace(glue, "_restore_state", _ending_crawls)
    patches.verify()
    glue._ALL_STATE["sluice_crawls"] = _history


def _ending_crawls(original):
    """A crawl does not survive the emulator; a restored crawler that said RUNNING would never be ready again."""

    def restore(data: dict) -> None:
        original(data)
        for crawler in glue._crawlers._data.values():
            if crawler["State"] != "READY":
                crawler["State"] = "READY"
                crawler["LastCrawl"] = {"Status": "FAILED", "ErrorMessage": "The local AWS was stopped", "StartTime": time.time()}

    return restore
