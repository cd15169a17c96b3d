"""What AWS's services do with a role that they were given: calls that never pass through the endpoint here."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from ministack.core.responses import get_account_id, get_region
from ministack.services import eventbridge, lambda_svc, stepfunctions

from . import calls, stepfunctions_scope
from .calls import Permission
from .calls_keys import use, with_keys
from .calls_requests import Request, permissions, put_events
from .patching import Patches

# A workflow that waits for a build hears of its end through this rule, which Step Functions makes with the workflow's role.
BUILD_RULE = "StepFunctionsGetEventForCodeBuildStartBuildRule"

_TARGET_ACTIONS = {
    "events": "events:PutEvents",
    "lambda": "lambda:InvokeFunction",
    "sns": "sns:Publish",
    "sqs": "sqs:SendMessage",
    "states": "states:StartExecution",
}


def install(patches: Patches) -> None:
    patches.require(stepfunctions, "_state_machines", "_extract_lambda_ref", "_AWS_SDK_SERVICE_MAP")
    if calls.wanted():
        patches.replace(stepfunctions, "_invoke_resource", _as_the_workflow)
        patches.replace(stepfunctions, "_invoke_with_callback", _as_the_workflow)
        patches.replace(eventbridge, "_invoke_target", _as_the_target)
        patches.replace(lambda_svc, "_run_sqs_batch", _as_the_function)


def _as_the_workflow(original):
    def invoke(resource: str, document: Any, *more: Any) -> Any:
        calls.asked(_workflow_role(), with_keys(of_task(resource, document)))
        return original(resource, document, *more)

    return invoke


def _workflow_role() -> str | None:
    scope = stepfunctions_scope.current()
    machine = stepfunctions._state_machines.get(scope.execution["stateMachineArn"]) if scope else None
    return machine["roleArn"] if machine else None


def of_task(resource: str, document: Any) -> Iterator[Permission]:
    """What a task needs of its workflow's role. What no workflow here uses is no part of it."""
    function = stepfunctions._extract_lambda_ref(resource)
    if function or ":::lambda:invoke" in resource:
        yield Permission("lambda:InvokeFunction", _function_arn(function or document["FunctionName"]))
    elif ":::codebuild:startBuild" in resource:
        yield from _of_build(document["ProjectName"], waits=".sync" in resource)
    elif ":::events:putEvents" in resource:
        yield from put_events(document)
    elif ":::sns:publish" in resource:
        yield Permission("sns:Publish", document["TopicArn"])
    elif ":aws-sdk:" in resource:
        yield from _of_sdk(resource, document)


def _of_build(project: str, waits: bool) -> Iterator[Permission]:
    here = f"{get_region()}:{get_account_id()}"
    arn = f"arn:aws:codebuild:{here}:project/{project}"
    yield Permission("codebuild:StartBuild", arn)
    if waits:
        for action in ("DescribeRule", "PutRule", "PutTargets"):
            yield Permission(f"events:{action}", f"arn:aws:events:{here}:rule/{BUILD_RULE}")
        yield Permission("codebuild:BatchGetBuilds", arn)


def _of_sdk(resource: str, document: Any) -> Iterator[Permission]:
    """As the same call over the endpoint."""
    service, action = resource.split(":aws-sdk:")[1].split(".")[0].split(":")
    target = f"x.{action[:1].upper()}{action[1:]}"
    its = stepfunctions._AWS_SDK_SERVICE_MAP.get(service.lower(), {}).get("service_key", service)
    return permissions(Request(its, "POST", "/", {"x-amz-target": target}, json.dumps(document).encode(), {}))


def _function_arn(function: str) -> str:
    return function if function.startswith("arn:") else f"arn:aws:lambda:{get_region()}:{get_account_id()}:function:{function}"


def _as_the_target(original):
    """A rule's target or a schedule; without a role it is the target's own policy that lets it in."""

    def invoke(target: dict, event: dict, rule: dict, *more: Any) -> Any:
        arn = target.get("Arn", "")
        action = _TARGET_ACTIONS.get(arn.split(":")[2]) if arn.count(":") >= 5 else None
        if action:
            calls.asked(target.get("RoleArn"), with_keys([Permission(action, arn)]))
            calls.asked(target.get("RoleArn"), use(rule.get("KmsKeyArn"), "kms:Decrypt"))
        return original(target, event, rule, *more)

    return invoke


def _as_the_function(original):
    """Lambda takes messages from a queue, and away when the function has done them, with the function's role."""

    def run_batch(mapping: dict, function: dict, *more: Any) -> Any:
        queue = mapping["EventSourceArn"]
        taking = [Permission(f"sqs:{action}", queue) for action in ("GetQueueAttributes", "ReceiveMessage", "DeleteMessage")]
        calls.asked(function["config"].get("Role"), with_keys(taking))
        return original(mapping, function, *more)

    return run_batch
