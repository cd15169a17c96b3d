"""Gap: what a resource was made with is not told again, so that Terraform would change it for ever.

CodeBuild forgets where logs go, a crawler and Step Functions forget tags and tracing, and CloudWatch's XML, which Terraform reads,
says a part of an alarm only.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from xml.sax.saxutils import escape

from ministack.services import cloudwatch, codebuild, glue, stepfunctions

from .glue_catalog import Answer
from .patching import Patches

_PROJECT_DEFAULTS: dict[str, Any] = {"logsConfig": {}, "queuedTimeoutInMinutes": 480}
_ALARM_TEXTS = ("AlarmDescription", "Statistic", "ExtendedStatistic", "Period", "TreatMissingData", "Unit")
_ALARM_LISTS = ("AlarmActions", "OKActions", "InsufficientDataActions")


def install(patches: Patches) -> None:
    patches.require(codebuild, "_projects")
    patches.require(glue, "_tags", "_arn")
    patches.require(stepfunctions, "_state_machines")
    patches.require(cloudwatch, "_alarms")
    patches.replace(codebuild, "_create_project", _keeping_the_project)
    patches.replace(codebuild, "_update_project", _keeping_the_project)
    patches.replace(codebuild, "_project_shape", _whole_project)
    patches.replace(glue, "_create_crawler", _keeping_tags)
    patches.replace(stepfunctions, "_create_state_machine", _keeping_tracing)
    patches.replace(stepfunctions, "_update_state_machine", _keeping_tracing)
    patches.replace(cloudwatch, "_describe_alarms", _whole_alarms)


def _keeping_the_project(original):
    def put(data: dict) -> Answer:
        answer = original(data)
        if answer[0] == 200:
            kept = {key: data[key] for key in _PROJECT_DEFAULTS if key in data}
            codebuild._projects[data["name"]].update(kept)
        return answer

    return put


def _whole_project(original):
    def shape(project: dict) -> dict:
        return {**original(project), **{key: project.get(key, default) for key, default in _PROJECT_DEFAULTS.items()}}

    return shape


def _keeping_tags(original):
    def create(data: dict) -> Answer:
        answer = original(data)
        if answer[0] == 200 and data.get("Tags"):
            glue._tags[glue._arn("crawler", data["Name"])] = dict(data["Tags"])
        return answer

    return create


def _keeping_tracing(original):
    def put(data: dict) -> Answer:
        answer = original(data)
        if answer[0] == 200 and "tracingConfiguration" in data:
            machine = stepfunctions._state_machines[data.get("stateMachineArn") or _made(data["name"])]
            machine["tracingConfiguration"] = data["tracingConfiguration"]
        return answer

    def _made(name: str) -> str:
        return next(arn for arn, machine in stepfunctions._state_machines.items() if machine["name"] == name)

    return put


def _whole_alarms(original):
    def describe(params: dict, cbor_data: Any, is_cbor: bool, is_json: bool = False) -> Answer:
        status, headers, body = original(params, cbor_data, is_cbor, is_json)
        if is_cbor or is_json or status != 200:
            return status, headers, body
        text = body.decode() if isinstance(body, bytes) else body
        for name, alarm in cloudwatch._alarms.items():
            begin = f"<member><AlarmName>{name}</AlarmName>"
            text = text.replace(begin, begin + "".join(_rest(alarm)))
        return status, headers, text.encode() if isinstance(body, bytes) else text

    return describe


def _rest(alarm: dict) -> Iterator[str]:
    for name in _ALARM_TEXTS:
        if alarm.get(name) not in (None, ""):
            yield f"<{name}>{escape(str(alarm[name]))}</{name}>"
    yield f"<ActionsEnabled>{str(alarm.get('ActionsEnabled', True)).lower()}</ActionsEnabled>"
    for name in _ALARM_LISTS:
        yield f"<{name}>{''.join(f'<member>{escape(each)}</member>' for each in alarm.get(name, []))}</{name}>"
    members = (
        f"<member><Name>{escape(each['Name'])}</Name><Value>{escape(each['Value'])}</Value></member>"
        for each in alarm.get("Dimensions", [])
    )
    yield f"<Dimensions>{''.join(members)}</Dimensions>"
