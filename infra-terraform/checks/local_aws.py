"""A local AWS of its own for as long as a check needs it, on a free port of this machine."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import boto3

from checking import Failed, Skipped
from checks.places import REPOSITORY, work

REGION = "eu-central-1"
CREDENTIALS = {"AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test"}


@contextmanager
def local_aws(name: str) -> Iterator[str]:
    """Its address; it ends with the block, and with this process however that ends."""
    python = REPOSITORY / ".sluice/venv/ministack/bin/python"
    if not python.exists():
        raise Skipped(f"{python} is not here; ./sluice up makes it")
    log = (work("logs") / f"{name}.log").open("w")
    variables = {
        **os.environ,
        **CREDENTIALS,
        "GATEWAY_PORT": "0",
        "MINISTACK_REGION": REGION,
        "AWS_REGION": REGION,
        "PYTHONPATH": str(REPOSITORY / "local/ministack"),
        "SLUICE_BUILD_DIR": str(REPOSITORY / "dbt"),
    }
    emulator = subprocess.Popen(
        [str(python), "-m", "sluice_ministack", "--lifeline"],
        env=variables, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log, text=True,
    )
    try:
        yield _ready(emulator, log.name)
    finally:
        emulator.communicate()  # the end of its standard input is its end
        log.close()


def client(endpoint: str, service: str) -> Any:
    return boto3.client(
        service, endpoint_url=endpoint, region_name=REGION, aws_access_key_id="test", aws_secret_access_key="test"
    )


def _ready(emulator: subprocess.Popen[str], log: str) -> str:
    for line in emulator.stdout or ():
        if line.startswith("READY "):
            return json.loads(line.removeprefix("READY "))["endpoint"]
    raise Failed(f"the local AWS did not start; see {log}")
