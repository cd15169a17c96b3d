"""A Java function as MiniStack's worker pool knows it: leased, invoked, released, ended."""

from __future__ import annotations

import json
import queue
import time
import uuid
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from ministack.core import lambda_runtime

from . import calls
from .calls_keys import use
from .lambda_environment import ExecutionEnvironment
from .lambda_runtime_api import (
    Answered,
    Exited,
    Failed,
    InitializationFailed,
    Invocation,
    Ready,
)
from .logs import LogStream
from .settings import Settings

# AWS gives initialization 10 seconds of its own; on a busy laptop the function's own timeout may be the longer one.
INITIALIZATION_SECONDS = 10.0
# The runtime prints this after an invocation's last line; see InvocationLoop.END_OF_LOG.
END_OF_LOG = "\x00end-of-log "
LOG_SETTLE_SECONDS = 1.0
# Lambda refuses larger answers, so a function that gives one must fail here as well.
LARGEST_ANSWER = 6 * 1024 * 1024


@dataclass(frozen=True)
class Outcome:
    """What one invocation came to."""

    body: Any
    error: bool = False

    @staticmethod
    def failed(error_type: str, message: str) -> Outcome:
        return Outcome({"errorType": error_type, "errorMessage": message}, error=True)

    @staticmethod
    def refused(error: Any) -> Outcome:
        """The function's own report; a runtime that sends something else than an object still gets a type."""
        return Outcome(error, error=True) if isinstance(error, dict) else Outcome.failed("Runtime.Unknown", str(error))

    def result(self, log: list[str]) -> dict[str, Any]:
        """The shape that MiniStack's Lambda expects of an executor."""
        result: dict[str, Any] = {"body": self.body, "log": "\n".join(log)}
        return result | ({"error": True, "function_error": "Unhandled"} if self.error else {})


class JavaWorker(lambda_runtime.Worker):
    """Serves one invocation at a time and keeps its JVM for the next."""

    # The pool makes its workers itself, so these two cannot be arguments.
    settings: Settings
    scratch: Path

    def __init__(self, func_name: str, config: dict, code_zip: bytes | None) -> None:
        super().__init__(func_name, config, code_zip)
        self._environment: ExecutionEnvironment | None = None
        self._stream = LogStream(_log_group(config), _log_stream(config), config.get("Role"))
        self._log: list[str] = []
        self._ended_logs: queue.Queue[str] = queue.Queue()

    def invoke(self, event: Any, request_id: str) -> dict[str, Any]:
        """Runs one invocation; its lines appear in CloudWatch Logs as they are written."""
        with self._lock:
            self._log = []
            started = time.monotonic()
            failure, cold = None, None
            environment = self._environment
            if environment is None or environment.process.poll() is not None:
                environment, failure = self._start()
                cold = time.monotonic() - started
            self._say(f"START RequestId: {request_id} Version: {self.config.get('Version', '$LATEST')}")
            started = time.monotonic()
            outcome = failure or self._serve(environment, event, request_id)
            self._report(environment, request_id, time.monotonic() - started, cold)
            return outcome.result(self._log)

    def _start(self) -> tuple[ExecutionEnvironment | None, Outcome | None]:
        self._end()
        # The function's variables are encrypted at rest.
        calls.asked(self.config.get("Role"), use(self.config.get("KMSKeyArn"), "kms:Decrypt"))
        environment = ExecutionEnvironment(
            self.settings, self.scratch, self.config, self.code_zip, (self._stream.group, self._stream.name), self._line
        )
        self._environment = environment
        self._proc = environment.process  # The pool asks and ends it under this name.
        budget = max(INITIALIZATION_SECONDS, float(self.config.get("Timeout", 3)))
        match environment.next_happening(budget):
            case Ready():
                return environment, None
            case InitializationFailed(error):
                outcome = Outcome.refused(error)
            case Exited(code):
                outcome = Outcome.failed("Runtime.ExitError", f"Runtime exited with status {code} before it was ready")
            case _:
                outcome = Outcome.failed("Sandbox.Timedout", f"The function was not ready after {budget:g} seconds")
        self._end()
        return None, outcome

    def _serve(self, environment: ExecutionEnvironment, event: Any, request_id: str) -> Outcome:
        timeout = float(self.config.get("Timeout", 3))
        deadline = time.monotonic() + timeout
        arn = self.config.get("FunctionArn", "")
        environment.offer(Invocation(request_id, arn, int((time.time() + timeout) * 1000), json.dumps(event).encode()))
        while True:
            match environment.next_happening(deadline - time.monotonic()):
                case Answered(answered, answer) if answered == request_id:
                    self._settle_log(request_id)
                    return _within_limit(answer)
                case Failed(answered, error) if answered == request_id:
                    self._settle_log(request_id)
                    return Outcome.refused(error)
                case Exited(code):
                    self._end()
                    return Outcome.failed(
                        "Runtime.ExitError", f"RequestId: {request_id} Error: Runtime exited with status {code}"
                    )
                case None:
                    self._end()
                    return Outcome.failed(
                        "Sandbox.Timedout", f"RequestId: {request_id} Error: Task timed out after {timeout:.2f} seconds"
                    )
                case _:
                    # The loop asks for its next event as soon as it has answered; that says nothing about this one.
                    continue

    def _line(self, line: str) -> None:
        if line.startswith(END_OF_LOG):
            self._ended_logs.put(line[len(END_OF_LOG) :])
        else:
            self._say(line)

    def _say(self, line: str) -> None:
        self._log.append(line)
        self._stream.write(line)

    def _settle_log(self, request_id: str) -> None:
        """The answer and the log travel on different roads; the log's end marker says when both have arrived."""
        deadline = time.monotonic() + LOG_SETTLE_SECONDS
        while (left := deadline - time.monotonic()) > 0:
            try:
                if self._ended_logs.get(timeout=left) == request_id:
                    return
            except queue.Empty:
                return

    def _report(self, environment: ExecutionEnvironment | None, request_id: str, seconds: float, cold: float | None) -> None:
        milliseconds = seconds * 1000
        used = environment.peak_megabytes() if environment else 0
        initialization = "" if cold is None else f"\tInit Duration: {cold * 1000:.2f} ms"
        self._say(f"END RequestId: {request_id}")
        self._say(
            f"REPORT RequestId: {request_id}\tDuration: {milliseconds:.2f} ms\tBilled Duration: {int(milliseconds) + 1} ms"
            f"\tMemory Size: {self.config.get('MemorySize', 128)} MB\tMax Memory Used: {used} MB{initialization}"
        )

    def _end(self) -> None:
        environment, self._environment, self._proc = self._environment, None, None
        if environment:
            environment.end()

    def _discard_tmpdir(self) -> None:
        # The last call that the pool makes to a worker that it has taken out.
        self._end()


def _within_limit(answer: Any) -> Outcome:
    if len(json.dumps(answer)) > LARGEST_ANSWER:
        return Outcome.failed(
            "Function.ResponseSizeTooLarge",
            f"Response payload size exceeded maximum allowed payload size ({LARGEST_ANSWER} bytes).",
        )
    return Outcome(answer)


def _log_group(config: dict) -> str:
    return (config.get("LoggingConfig") or {}).get("LogGroup") or f"/aws/lambda/{config.get('FunctionName', 'unknown')}"


def _log_stream(config: dict) -> str:
    return f"{datetime.now(UTC):%Y/%m/%d}/[{config.get('Version', '$LATEST')}]{uuid.uuid4().hex}"
