"""Gap: StartExecution is idempotent on AWS: the same name with the same input, while the execution runs, is the same start."""

from __future__ import annotations

import json
import re

from ministack.core.responses import (
    error_response_json,
    get_account_id,
    get_region,
    json_response,
)
from ministack.services import stepfunctions

from .patching import Patches

# No blanks, brackets, wildcards, quotes or control characters, and at most 80 of the others.
_NAME = re.compile(r"[^\s<>{}\[\]?*\"#%\\^|~`$&,;:/\x00-\x1f\x7f-\x9f]{1,80}")
LARGEST_INPUT = 256 * 1024


def install(patches: Patches) -> None:
    patches.require(stepfunctions, "_executions", "_resolve_state_machine_arn", "_state_machines")
    patches.replace(stepfunctions, "_start_execution", _idempotent)


def _idempotent(original):
    def start_execution(data: dict) -> tuple:
        name, document = data.get("name"), data.get("input", "{}")
        if name is not None and not _NAME.fullmatch(name):
            return error_response_json("InvalidName", f"Invalid Name: '{name}'", 400)
        try:
            json.loads(document)
        except ValueError as error:
            return error_response_json("InvalidExecutionInput", f"Invalid State Machine Execution Input: '{error}'", 400)
        if len(document.encode()) > LARGEST_INPUT:
            return error_response_json("InvalidExecutionInput", f"The input is larger than {LARGEST_INPUT} bytes", 400)
        same = _running(data.get("stateMachineArn", ""), name)
        if same and json.loads(same["input"]) == json.loads(document):
            return json_response({"executionArn": same["executionArn"], "startDate": same["startDate"]})
        return original(data)

    return start_execution


def _running(machine_arn: str, name: str | None) -> dict | None:
    base = stepfunctions._resolve_state_machine_arn(machine_arn.partition("#")[0])
    if base is None or name is None:
        return None
    machine = stepfunctions._state_machines[base]["name"]
    found = stepfunctions._executions.get(f"arn:aws:states:{get_region()}:{get_account_id()}:execution:{machine}:{name}")
    return found if found and found["status"] == "RUNNING" else None
