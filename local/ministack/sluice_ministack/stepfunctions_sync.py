"""Gap: ``codebuild:startBuild`` and ``athena:startQueryExecution`` are unknown to MiniStack's Step Functions, with and without ``.sync``."""

from __future__ import annotations

import json
import time
from typing import Any

from ministack.services import codebuild, stepfunctions

from .codebuild import Builds
from .patching import Patches
from .stepfunctions_scope import still_wanted

POLL_SECONDS = 0.1


def install(patches: Patches, builds: Builds) -> None:
    patches.require(
        stepfunctions,
        "_SERVICE_DISPATCH",
        "_ExecutionError",
        "_pascal_to_camel",
        "_dispatch_aws_sdk_json",
        "_AWS_SDK_SERVICE_MAP",
    )
    patches.require(codebuild, "_start_build", "_builds")
    patches.verify()
    stepfunctions._SERVICE_DISPATCH["arn:aws:states:::codebuild:startBuild"] = lambda resource, data: _start_build(
        builds, resource, data
    )
    stepfunctions._SERVICE_DISPATCH["arn:aws:states:::athena:startQueryExecution"] = _start_query


def _start_build(builds: Builds, resource: str, data: dict) -> dict[str, Any]:
    status, _, body = codebuild._start_build(stepfunctions._pascal_to_camel(data))
    answer = json.loads(body)
    if status >= 400:
        raise stepfunctions._ExecutionError(f"CodeBuild.{_error_name(answer)}", answer.get("message") or str(answer))
    build_id = answer["build"]["id"]
    if resource.endswith(".sync"):
        while not builds.wait(build_id, POLL_SECONDS):
            if not still_wanted():
                builds.stop(build_id)
        build = codebuild._builds[build_id]
        if build["buildStatus"] != "SUCCEEDED":
            raise stepfunctions._ExecutionError("States.TaskFailed", json.dumps(_capitalized({"build": build})))
        return _capitalized({"build": json.loads(json.dumps(build))})
    return _capitalized(answer)


def _start_query(resource: str, data: dict) -> dict[str, Any]:
    started = _athena("startQueryExecution", data)
    if not resource.endswith(".sync"):
        return started
    query = {"QueryExecutionId": started["QueryExecutionId"]}
    while True:
        found = _athena("getQueryExecution", query)
        state = found["QueryExecution"]["Status"]["State"]
        if state == "SUCCEEDED":
            return found
        if state in ("FAILED", "CANCELLED"):
            raise stepfunctions._ExecutionError("States.TaskFailed", json.dumps(found))
        if not still_wanted():
            _athena("stopQueryExecution", query)
        time.sleep(POLL_SECONDS)


def _athena(action: str, data: dict) -> dict[str, Any]:
    return stepfunctions._dispatch_aws_sdk_json(stepfunctions._AWS_SDK_SERVICE_MAP["athena"], "athena", action, data)


def _error_name(answer: dict) -> str:
    return str(answer.get("__type", "CodeBuildException")).rpartition("#")[2]


def _capitalized(value: Any) -> Any:
    """Step Functions writes the members of an answer with a capital letter."""
    if isinstance(value, list):
        return [_capitalized(item) for item in value]
    if isinstance(value, dict):
        return {key[:1].upper() + key[1:]: _capitalized(item) for key, item in value.items()}
    return value
