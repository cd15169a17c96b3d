"""Starts the emulator as the local world does, and talks to it as any SDK would."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
import uuid
import zipfile
from pathlib import Path
from typing import Any

import boto3
from botocore.config import Config

ROOM = Path(__file__).parents[1]
ROLE = "arn:aws:iam::000000000000:role/test"
LONGEST_WAIT_SECONDS = 60.0


class Emulator:
    """One emulator on a free port, ended with the block."""

    def __init__(self, state: Path | None, **variables: str) -> None:
        environment = {name: value for name, value in os.environ.items() if not name.startswith(("AWS_", "SLUICE_"))}
        self._environment = {
            **environment,
            "PYTHONPATH": str(ROOM),
            "PYTHONDONTWRITEBYTECODE": "1",
            "GATEWAY_PORT": "0",
            **({"SLUICE_STATE_DIR": str(state)} if state else {}),
            **variables,
        }
        self._clients: dict[str, Any] = {}

    def __enter__(self) -> Emulator:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "sluice_ministack", "--lifeline"],
            env=self._environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        line = self.process.stdout.readline().decode()
        assert line.startswith("READY "), f"expected READY, got {line!r}"
        self.ready = json.loads(line.removeprefix("READY "))
        self.endpoint = self.ready["endpoint"]
        return self

    def __exit__(self, *_: object) -> None:
        self.end(signal.SIGTERM)

    def end(self, how: signal.Signals) -> int:
        """Ends the process, and returns its exit code."""
        if self.process.poll() is None:
            self.process.send_signal(how)
        code = self.process.wait(LONGEST_WAIT_SECONDS)
        self.process.stdin.close()
        self.process.stdout.close()
        return code

    def client(self, service: str) -> Any:
        if service not in self._clients:
            self._clients[service] = boto3.client(
                service,
                endpoint_url=self.endpoint,
                region_name="eu-central-1",
                aws_access_key_id="000000000000",
                aws_secret_access_key="test",
                config=Config(retries={"total_max_attempts": 1}, read_timeout=60, s3={"addressing_style": "path"}),
            )
        return self._clients[service]

    def control(self, path: str, document: dict | None = None) -> tuple[int, dict]:
        request = urllib.request.Request(
            f"{self.endpoint}/_sluice/{path}", data=json.dumps(document or {}).encode(), method="POST"
        )
        try:
            with urllib.request.urlopen(request) as answer:
                return answer.status, json.load(answer)
        except urllib.error.HTTPError as error:
            return error.code, json.load(error)

    def bucket(self) -> str:
        name = f"bucket-{uuid.uuid4().hex[:12]}"
        self.client("s3").create_bucket(Bucket=name, CreateBucketConfiguration={"LocationConstraint": "eu-central-1"})
        return name

    def function(
        self, jar: Path, handler: str, *, timeout: int = 30, memory: int = 256, from_zip: bool = False, **variables: str
    ) -> str:
        """Deploys a handler of tests/java and returns the function's name."""
        name = f"function-{uuid.uuid4().hex[:12]}"
        archive = jar.read_bytes() if from_zip else empty_zip()
        environment = {**({} if from_zip else {"SLUICE_LOCAL_JAR": str(jar)}), **variables}
        self.client("lambda").create_function(
            FunctionName=name,
            Runtime="java21",
            Role=ROLE,
            Handler=f"functions.{handler}::handleRequest",
            Code={"ZipFile": archive},
            Timeout=timeout,
            MemorySize=memory,
            Environment={"Variables": environment},
        )
        return name

    def invoke(self, name: str, event: Any = None, **options: Any) -> tuple[Any, dict]:
        """The parsed payload and the whole answer."""
        answer = self.client("lambda").invoke(FunctionName=name, Payload=json.dumps(event).encode(), **options)
        payload = answer["Payload"].read()
        return (json.loads(payload) if payload else None), answer

    def start(self, definition: dict, document: Any = None, name: str | None = None) -> str:
        """Starts one execution of a new state machine and returns its ARN."""
        states = self.client("stepfunctions")
        machine = states.create_state_machine(
            name=f"machine-{uuid.uuid4().hex[:12]}", definition=json.dumps(definition), roleArn=ROLE
        )["stateMachineArn"]
        wanted = {"name": name} if name else {}
        return states.start_execution(stateMachineArn=machine, input=json.dumps(document or {}), **wanted)["executionArn"]

    def finished(self, execution: str) -> dict:
        """What became of an execution."""
        states = self.client("stepfunctions")
        return wait_for(
            lambda: found if (found := states.describe_execution(executionArn=execution))["status"] != "RUNNING" else None
        )

    def run(self, definition: dict, document: Any = None) -> Any:
        """The output of an execution that must succeed."""
        found = self.finished(self.start(definition, document))
        assert found["status"] == "SUCCEEDED", (found["status"], found.get("error"), found.get("cause"))
        return json.loads(found["output"])

    def fail(self, definition: dict, document: Any = None) -> dict:
        """What is said of an execution that must fail."""
        found = self.finished(self.start(definition, document))
        assert found["status"] == "FAILED", found
        return found

    def log_lines(self, group: str, stream: str | None = None) -> list[str]:
        logs = self.client("logs")
        streams = (
            [stream] if stream else [s["logStreamName"] for s in logs.describe_log_streams(logGroupName=group)["logStreams"]]
        )
        return [
            event["message"]
            for name in streams
            for event in logs.get_log_events(logGroupName=group, logStreamName=name, startFromHead=True)["events"]
        ]


def jsonata(states: dict, start: str | None = None) -> dict:
    """A state machine in JSONata; it starts with its first state."""
    return {"QueryLanguage": "JSONata", "StartAt": start or next(iter(states)), "States": states}


def empty_zip() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("README", "The function runs from SLUICE_LOCAL_JAR.")
    return buffer.getvalue()


def wait_for(ask, seconds: float = LONGEST_WAIT_SECONDS) -> Any:
    """The first answer that is true; asks again until then."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if answer := ask():
            return answer
        time.sleep(0.02)
    raise AssertionError(f"nothing came within {seconds} seconds")


def alive(pid: int) -> bool:
    try:
        with open(f"/proc/{pid}/stat") as file:
            return file.read().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False
