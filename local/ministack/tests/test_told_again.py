"""Contract: what a resource was made with is told again as it was said."""

from __future__ import annotations

import json
import urllib.parse
import urllib.request
import uuid
from xml.etree import ElementTree

from .emulator import ROLE


def test_a_build_project_keeps_where_its_logs_go(emulator):
    builds = emulator.client("codebuild")
    name = f"p-{uuid.uuid4().hex[:8]}"
    logs = {"cloudWatchLogs": {"status": "ENABLED", "groupName": "/aws/codebuild/p"}}
    builds.create_project(
        name=name, serviceRole=ROLE, source={"type": "NO_SOURCE", "buildspec": "version: 0.2"}, artifacts={"type": "NO_ARTIFACTS"},
        environment={"type": "LINUX_CONTAINER", "image": "i", "computeType": "BUILD_GENERAL1_SMALL"}, logsConfig=logs,
    )
    project = builds.batch_get_projects(names=[name])["projects"][0]
    assert project["logsConfig"] == logs
    assert project["queuedTimeoutInMinutes"] == 480
    builds.update_project(name=name, queuedTimeoutInMinutes=60)
    changed = builds.batch_get_projects(names=[name])["projects"][0]
    assert (changed["logsConfig"], changed["queuedTimeoutInMinutes"]) == (logs, 60)


def test_a_crawler_keeps_its_tags(emulator):
    glue = emulator.client("glue")
    name = f"c-{uuid.uuid4().hex[:8]}"
    glue.create_crawler(Name=name, Role=ROLE, DatabaseName="d", Targets={"S3Targets": [{"Path": "s3://b/p"}]}, Tags={"Stack": "one"})
    arn = f"arn:aws:glue:{glue.meta.region_name}:000000000000:crawler/{name}"
    assert glue.get_tags(ResourceArn=arn)["Tags"] == {"Stack": "one"}


def test_a_state_machine_keeps_its_tracing_through_updates(emulator):
    states = emulator.client("stepfunctions")
    definition = json.dumps({"StartAt": "Done", "States": {"Done": {"Type": "Succeed"}}})
    arn = states.create_state_machine(
        name=f"m-{uuid.uuid4().hex[:8]}", definition=definition, roleArn=ROLE, tracingConfiguration={"enabled": True}
    )["stateMachineArn"]
    states.update_state_machine(stateMachineArn=arn, definition=definition)
    assert states.describe_state_machine(stateMachineArn=arn)["tracingConfiguration"] == {"enabled": True}
    states.update_state_machine(stateMachineArn=arn, tracingConfiguration={"enabled": False})
    assert states.describe_state_machine(stateMachineArn=arn)["tracingConfiguration"] == {"enabled": False}


def test_an_alarm_is_told_whole_in_xml(emulator):
    name = f"a-{uuid.uuid4().hex[:8]}"
    said = {
        "AlarmName": name, "AlarmDescription": "more < than & enough", "Namespace": "AWS/SQS", "MetricName": "Waiting", "Statistic": "Maximum",
        "Period": "300", "EvaluationPeriods": "1", "Threshold": "0", "ComparisonOperator": "GreaterThanThreshold",
        "TreatMissingData": "notBreaching", "AlarmActions.member.1": "arn:aws:sns:eu-central-1:000000000000:t",
        "Dimensions.member.1.Name": "QueueName", "Dimensions.member.1.Value": "q",
    }
    _query(emulator.endpoint, "PutMetricAlarm", said)
    alarm = _query(emulator.endpoint, "DescribeAlarms", {"AlarmNames.member.1": name}).find(".//{*}MetricAlarms/{*}member")
    for field in ("AlarmDescription", "Statistic", "Period", "TreatMissingData"):
        assert alarm.findtext(f"{{*}}{field}") == said[field]
    assert alarm.findtext("{*}ActionsEnabled") == "true"
    assert [each.text for each in alarm.findall("{*}AlarmActions/{*}member")] == [said["AlarmActions.member.1"]]
    assert alarm.findtext("{*}Dimensions/{*}member/{*}Value") == "q"


def _query(endpoint: str, action: str, parameters: dict[str, str]) -> ElementTree.Element:
    """In the protocol that Terraform's provider speaks."""
    body = urllib.parse.urlencode({"Action": action, "Version": "2010-08-01", **parameters}).encode()
    credential = "AWS4-HMAC-SHA256 Credential=test/20260101/eu-central-1/monitoring/aws4_request, SignedHeaders=host, Signature=none"
    with urllib.request.urlopen(urllib.request.Request(endpoint, body, {"Authorization": credential})) as answer:
        return ElementTree.fromstring(answer.read())
