"""Gap: MiniStack's CodeBuild only pretends to build without Docker. Here the buildspec's phases run as processes on this machine."""

from __future__ import annotations

import contextvars
import copy
import json
import shutil
import tempfile
import threading
import time
import uuid
from pathlib import Path
from typing import Any

from ministack.core.responses import error_response_json, get_account_id, get_region, json_response
from ministack.services import codebuild

from .base_environment import base_environment
from .buildspec import Buildspec, InvalidBuildspec, script
from .logs import LogStream
from .patching import Patches
from .processes import ChildTree
from .settings import Settings


class Builds:
    """All builds that run now; every one of them ends with the emulator."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._running: dict[str, RunningBuild] = {}
        self._changed = threading.Condition()

    def execute(self, build_id: str, project: dict) -> None:
        build = codebuild._builds.get(build_id)
        if build is None:
            return
        running = RunningBuild(self._settings, build, project)
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


class RunningBuild:
    """One build from its first phase to its last."""

    def __init__(self, settings: Settings, build: dict, project: dict) -> None:
        self._settings = settings
        self._build = build
        self._project = project
        self._log = LogStream(build["logs"]["groupName"], build["logs"]["streamName"])
        self._tree: ChildTree | None = None
        self._verdict: str | None = None
        self._lock = threading.Lock()
        self._phase_started = time.time()

    def stop(self, verdict: str) -> None:
        with self._lock:
            self._verdict = self._verdict or verdict
            tree = self._tree
        if tree:
            tree.end()

    def run(self) -> None:
        codebuild._record_phase(self._build, "QUEUED", "SUCCEEDED")
        try:
            failed = not self._run_phases(self._buildspec())
        except (InvalidBuildspec, OSError) as error:
            self._log.write(f"[Container] {error}")
            self._record("DOWNLOAD_SOURCE", "FAILED", f"YAML_FILE_ERROR: {error}")
            failed = True
        status = self._verdict or ("FAILED" if failed else "SUCCEEDED")
        self._build["buildComplete"] = True
        codebuild._finish_build(self._build, status)

    def _buildspec(self) -> Buildspec:
        """Written in the project, or the name of a file in the sources."""
        text = (self._project.get("source") or {}).get("buildspec") or "buildspec.yml"
        if "\n" not in text and text.endswith((".yml", ".yaml")):
            text = (self._settings.build_dir / text).read_text()
        return Buildspec.parse(text)

    def _run_phases(self, buildspec: Buildspec) -> bool:
        marker = uuid.uuid4().hex
        temporary = Path(tempfile.mkdtemp(prefix="build-", dir=self._settings.scratch_dir))
        timer = threading.Timer(codebuild._timeout_seconds(self._project), self.stop, ("TIMED_OUT",))
        timer.daemon = True
        timer.start()
        try:
            environment = self._environment(buildspec, temporary)
            return self._run_shell(buildspec, buildspec.phases, marker, environment, temporary)
        finally:
            timer.cancel()
            shutil.rmtree(temporary, ignore_errors=True)

    def _run_shell(self, buildspec: Buildspec, phases, marker: str, environment: dict[str, str], temporary: Path) -> bool:
        program = temporary / "phases.sh"
        program.write_text(script(phases, marker))
        with self._lock:
            if self._verdict:
                return False
            self._tree = ChildTree([buildspec.shell, str(program)], directory=self._settings.build_dir, environment=environment)
        tree = self._tree
        current, succeeded = None, True
        commands = {phase.type: phase.commands for phase in phases}
        for raw in tree.output:
            line = raw.decode("utf-8", errors="replace").rstrip("\r\n")
            if not line.startswith(f"\x01{marker} "):
                self._log.write(line)
                continue
            verb, phase, *rest = line.split(" ")[1:]
            if verb == "begin":
                current = phase
                self._begin(phase)
            elif verb == "run":
                self._log.write(f"[Container] Running command {commands[phase][int(rest[0])]}")
                running = commands[phase][int(rest[0])]
            elif verb == "ended":
                current = None
                self._record(phase, "SUCCEEDED")
            elif verb == "failed":
                current, succeeded = None, False
                self._record(phase, "FAILED", f"COMMAND_EXECUTION_ERROR: Error while executing command: {running}. Reason: exit status {rest[0]}")
        code = tree.wait()
        tree.end()
        if current is None:
            return succeeded and code == 0
        # The shell ended inside of a command: it was stopped, or the command was `exit`.
        self._record(current, "STOPPED" if self._verdict else "FAILED", f"COMMAND_EXECUTION_ERROR: Error while executing command: {running}. Reason: exit status {code}")
        after = tuple(phase for phase in phases if phase.name == "post_build" and current == "BUILD")
        if after and not self._verdict:
            self._run_shell(buildspec, after, marker, environment | {"CODEBUILD_BUILD_SUCCEEDING": "0"}, temporary)
        return False

    def _environment(self, buildspec: Buildspec, temporary: Path) -> dict[str, str]:
        """Weakest first: the buildspec, then the project, then what the caller overrides."""
        account, region = get_account_id(), get_region()
        environment = base_environment(region=region, temporary=temporary, path_first=self._settings.build_path)
        environment |= {
            "AWS_ACCESS_KEY_ID": account,
            "AWS_SECRET_ACCESS_KEY": "test",
            "CODEBUILD_BUILD_ARN": self._build["arn"],
            "CODEBUILD_BUILD_ID": self._build["id"],
            "CODEBUILD_BUILD_NUMBER": str(self._build["buildNumber"]),
            "CODEBUILD_BUILD_SUCCEEDING": "1",
            "CODEBUILD_INITIATOR": self._build["initiator"],
            "CODEBUILD_SRC_DIR": str(self._settings.build_dir),
            "CODEBUILD_START_TIME": str(int(self._build["startTime"] * 1000)),
            "CI": "true",
        }
        environment |= buildspec.variables
        for variable in (self._project.get("environment") or {}).get("environmentVariables") or []:
            if variable.get("type", "PLAINTEXT") != "PLAINTEXT":
                raise InvalidBuildspec(
                    f"the variable {variable['name']} has type {variable['type']}; the local CodeBuild knows only PLAINTEXT"
                )
            environment[variable["name"]] = str(variable.get("value", ""))
        return environment

    def _begin(self, phase: str) -> None:
        self._phase_started = time.time()
        self._build["currentPhase"] = phase
        self._log.write(f"[Container] Entering phase {phase}")

    def _record(self, phase: str, status: str, message: str = "") -> None:
        now = time.time()
        self._log.write(f"[Container] Phase complete: {phase} State: {status}", *([f"[Container] {message}"] if message else []))
        code, _, text = message.partition(": ")
        self._build["phases"].append(
            {
                "phaseType": phase,
                "phaseStatus": status,
                "startTime": int(self._phase_started),
                "endTime": int(now),
                "durationInSeconds": int(now - self._phase_started),
                **({"contexts": [{"statusCode": code, "message": text}]} if message else {}),
            }
        )


_overrides: contextvars.ContextVar[dict[str, Any]] = contextvars.ContextVar("build_overrides", default={})


def install(patches: Patches, builds: Builds) -> None:
    patches.require(codebuild, "_builds", "_projects", "_record_phase", "_finish_build", "_timeout_seconds", "_batch_get_builds")
    patches.replace(codebuild, "_start_build", _start_build)
    patches.replace(codebuild, "_execute_build", lambda _: lambda build_id, project: builds.execute(build_id, _overridden(project)))
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
            logs["deepLink"] = f"aws logs get-log-events --log-group-name {logs['groupName']} --log-stream-name {logs['streamName']}"
        return status, headers, body

    return start_build


def _overridden(project: dict) -> dict:
    """The project as this one start of it wants it."""
    data = _overrides.get()
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
