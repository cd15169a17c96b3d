"""Gap: MiniStack's CodeBuild only pretends to build without Docker. Here the buildspec's phases run as processes on this machine."""

from __future__ import annotations

import contextvars
import copy
import json
import threading
from datetime import timedelta
from pathlib import Path
from typing import Any

from ministack.core.responses import error_response_json, json_response
from ministack.services import codebuild

from .codebuild_run import RunningBuild
from .patching import Patches
from .settings import Settings


class Builds:
    """All builds that run now; every one of them ends with the emulator."""

    def __init__(self, settings: Settings, scratch: Path) -> None:
        self._settings = settings
        self._scratch = scratch
        self._running: dict[str, RunningBuild] = {}
        self._changed = threading.Condition()

    def execute(self, build_id: str, project: dict) -> None:
        build = codebuild._builds.get(build_id)
        if build is None:
            return
        limit = timedelta(seconds=codebuild._timeout_seconds(project))
        running = RunningBuild(self._settings, self._scratch, build, project, limit)
        with self._changed:
            self._running[build_id] = running
        try:
            running.run()
        finally:
            with self._changed:
                self._running.pop(build_id, None)
                self._changed.notify_all()

    def stop(self, build_id: str) -> bool:
        """True when the build ran; it is then over when this returns."""
        with self._changed:
            running = self._running.get(build_id)
        if running is None:
            return False
        running.stop("STOPPED")
        self.wait(build_id, 10)
        return True

    def wait(self, build_id: str, seconds: float) -> bool:
        """True when the build is over."""
        with self._changed:
            return self._changed.wait_for(lambda: build_id not in self._running and not _unfinished(build_id), seconds)

    def end_all(self) -> None:
        with self._changed:
            running = list(self._running.values())
        for build in running:
            build.stop("STOPPED")
        with self._changed:
            self._changed.wait_for(lambda: not self._running, 10)


_overrides: contextvars.ContextVar[dict[str, Any] | None] = contextvars.ContextVar("build_overrides", default=None)


def install(patches: Patches, builds: Builds) -> None:
    patches.require(codebuild, "_builds", "_projects", "_record_phase", "_finish_build", "_timeout_seconds", "_batch_get_builds")
    patches.replace(codebuild, "_start_build", _start_build)
    patches.replace(
        codebuild, "_execute_build", lambda _: lambda build_id, project: builds.execute(build_id, _overridden(project))
    )
    patches.replace(codebuild, "_stop_build", lambda original: _stop_build(original, builds))
    patches.replace(codebuild, "_delete_project", _delete_project)


def _start_build(original):
    def start_build(data: dict) -> tuple:
        # MiniStack starts the build in a copy of this context, which is how the overrides get there.
        token = _overrides.set(data)
        try:
            status, headers, body = original(data)
        finally:
            _overrides.reset(token)
        if status == 200:
            build = codebuild._builds.get(json.loads(body)["build"]["id"])
            logs = build["logs"]
            logs["cloudWatchLogs"] = {"status": "ENABLED", "groupName": logs["groupName"], "streamName": logs["streamName"]}
            logs["deepLink"] = (
                f"aws logs get-log-events --log-group-name {logs['groupName']} --log-stream-name {logs['streamName']}"
            )
        return status, headers, body

    return start_build


def _overridden(project: dict) -> dict:
    """The project as this one start of it wants it."""
    data = _overrides.get() or {}
    merged = copy.deepcopy(project)
    if data.get("buildspecOverride"):
        merged.setdefault("source", {})["buildspec"] = data["buildspecOverride"]
    if data.get("timeoutInMinutesOverride"):
        merged["timeoutInMinutes"] = data["timeoutInMinutesOverride"]
    variables = merged.setdefault("environment", {}).setdefault("environmentVariables", [])
    variables.extend(data.get("environmentVariablesOverride") or [])
    return merged


def _stop_build(original, builds: Builds):
    def stop_build(data: dict) -> tuple:
        build_id = data.get("id", "")
        builds.stop(build_id)
        if build_id not in codebuild._builds:
            return original(data)
        return json_response({"build": copy.deepcopy(codebuild._builds[build_id])})

    return stop_build


def _delete_project(original):
    """Terraform asks by ARN, and deletes again what is gone; AWS answers both."""

    def delete_project(data: dict) -> tuple:
        name = str(data.get("name", "")).rpartition(":project/")[2] or data.get("name", "")
        if not name:
            return error_response_json("InvalidInputException", "Project name is required", 400)
        return original({**data, "name": name}) if name in codebuild._projects else json_response({})

    return delete_project


def _unfinished(build_id: str) -> bool:
    build = codebuild._builds.get(build_id)
    return build is not None and build["buildStatus"] == "IN_PROGRESS"
