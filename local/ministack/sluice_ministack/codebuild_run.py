"""One build: its processes, its phases and its log."""

from __future__ import annotations

import os
import shutil
import tempfile
import threading
import time
import uuid
from datetime import timedelta
from pathlib import Path

from ministack.core.responses import get_region
from ministack.services import codebuild

from .base_environment import base_environment
from .buildspec import Buildspec, InvalidBuildspec, Phase, script
from .logs import LogStream
from .processes import ChildTree
from .roles import credentials
from .settings import Settings


class RunningBuild:
    """From the first phase to the last; may be stopped from another thread."""

    def __init__(self, settings: Settings, scratch: Path, build: dict, project: dict, time_limit: timedelta) -> None:
        self._settings = settings
        self._scratch = scratch
        self._build = build
        self._project = project
        self._time_limit = time_limit
        self._role = project.get("serviceRole")
        self._log = LogStream(build["logs"]["groupName"], build["logs"]["streamName"], self._role)
        self._phases = _PhaseRecord(build, self._log)
        self._lock = threading.Lock()
        self._tree: ChildTree | None = None
        self._verdict: str | None = None

    def stop(self, verdict: str) -> None:
        """The first verdict stands; the build's processes are gone when this returns."""
        with self._lock:
            self._verdict = self._verdict or verdict
            tree = self._tree
        if tree:
            tree.end()

    def run(self) -> None:
        codebuild._record_phase(self._build, "QUEUED", "SUCCEEDED")
        timer = threading.Timer(self._time_limit.total_seconds(), self.stop, ("TIMED_OUT",))
        timer.daemon = True
        timer.start()
        try:
            succeeded = self._run_phases()
        except (InvalidBuildspec, OSError) as error:
            self._phases.ended("DOWNLOAD_SOURCE", "FAILED", "YAML_FILE_ERROR", str(error))
            succeeded = False
        finally:
            timer.cancel()
        self._build["buildComplete"] = True
        codebuild._finish_build(self._build, self._verdict or ("SUCCEEDED" if succeeded else "FAILED"))

    def _run_phases(self) -> bool:
        buildspec = self._buildspec()
        temporary = Path(tempfile.mkdtemp(prefix="build-", dir=self._scratch))
        try:
            environment = self._environment(buildspec, temporary)
            cut_off = self._run_shell(buildspec, buildspec.phases, environment, temporary)
            if cut_off == "BUILD" and not self._verdict:
                # The shell is gone (a command was `exit`), but a failed build phase still has its post_build.
                rest = tuple(phase for phase in buildspec.phases if phase.name == "post_build")
                self._run_shell(buildspec, rest, environment | {"CODEBUILD_BUILD_SUCCEEDING": "0"}, temporary)
            return cut_off is None and not self._phases.any_failed
        finally:
            shutil.rmtree(temporary, ignore_errors=True)

    def _buildspec(self) -> Buildspec:
        """Written in the project, or the name of a file in the sources."""
        text = (self._project.get("source") or {}).get("buildspec") or "buildspec.yml"
        if "\n" not in text and text.endswith((".yml", ".yaml")):
            text = (self._settings.build_dir / text).read_text()
        return Buildspec.parse(text)

    def _run_shell(
        self, buildspec: Buildspec, phases: tuple[Phase, ...], environment: dict[str, str], temporary: Path
    ) -> str | None:
        """The phase in which the shell ended before its time, or None."""
        marker = uuid.uuid4().hex
        program = temporary / "phases.sh"
        program.write_text(script(phases, marker))
        with self._lock:
            if self._verdict:
                return phases[0].type if phases else None
            self._tree = ChildTree([buildspec.shell, str(program)], directory=self._settings.build_dir, environment=environment)
        commands = {phase.type: phase.commands for phase in phases}
        for raw in self._tree.output:
            line = raw.decode("utf-8", errors="replace").rstrip("\r\n")
            if line.startswith(f"\x01{marker} "):
                verb, phase, *rest = line.split(" ")[1:]
                self._phases.hears(verb, phase, rest, commands[phase])
            else:
                self._log.write(line)
        status = self._tree.wait()
        self._tree.end()
        return self._phases.cut_off(status, "STOPPED" if self._verdict else "FAILED")

    def _environment(self, buildspec: Buildspec, temporary: Path) -> dict[str, str]:
        """Weakest first: the machine, the buildspec, the project, and what the caller overrides (it stands last in the project)."""
        environment = base_environment(region=get_region(), temporary=temporary, path_first=self._settings.build_path)
        # Where dbt puts its files on this machine is nobody's business but the machine's.
        environment |= {name: value for name, value in os.environ.items() if name.startswith("DBT_")}
        environment |= credentials(self._role, self._build["id"].partition(":")[2])
        environment |= {
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


class _PhaseRecord:
    """Writes what the phases come to, into the build and into its log."""

    def __init__(self, build: dict, log: LogStream) -> None:
        self._build = build
        self._log = log
        self._current: str | None = None
        self._command = ""
        self._started = time.time()
        self.any_failed = False

    def hears(self, verb: str, phase: str, rest: list[str], commands: tuple[str, ...]) -> None:
        match verb:
            case "begin":
                self._current, self._command, self._started = phase, "", time.time()
                self._build["currentPhase"] = phase
                self._log.write(f"[Container] Entering phase {phase}")
            case "run":
                self._command = commands[int(rest[0])]
                self._log.write(f"[Container] Running command {self._command}")
            case "ended":
                self.ended(phase, "SUCCEEDED")
            case "failed":
                self._command_failed(phase, "FAILED", rest[0])

    def cut_off(self, status: int, verdict: str) -> str | None:
        """The shell is gone; the phase that it was in has ended with it."""
        phase = self._current
        if phase:
            self._command_failed(phase, verdict, str(status))
        return phase

    def _command_failed(self, phase: str, status: str, code: str) -> None:
        message = f"Error while executing command: {self._command}. Reason: exit status {code}"
        self.ended(phase, status, "COMMAND_EXECUTION_ERROR", message)

    def ended(self, phase: str, status: str, code: str = "", message: str = "") -> None:
        self._current = None
        self.any_failed |= status != "SUCCEEDED"
        self._log.write(f"[Container] Phase complete: {phase} State: {status}")
        contexts = {}
        if code:
            self._log.write(f"[Container] Phase context status code: {code} Message: {message}")
            contexts = {"contexts": [{"statusCode": code, "message": message}]}
        now = time.time()
        self._build["phases"].append(
            {
                "phaseType": phase,
                "phaseStatus": status,
                "startTime": int(self._started),
                "endTime": int(now),
                "durationInSeconds": int(now - self._started),
                **contexts,
            }
        )
