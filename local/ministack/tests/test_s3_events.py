"""Contract: an object's event names the version that it is about."""

from __future__ import annotations

import json
import uuid

from .emulator import ROLE, wait_for


def test_an_event_starts_an_execution_with_the_version_of_its_object(emulator):
    bucket = emulator.bucket()
    s3, events, states = emulator.client("s3"), emulator.client("events"), emulator.client("stepfunctions")
    s3.put_bucket_versioning(Bucket=bucket, VersioningConfiguration={"Status": "Enabled"})
    s3.put_bucket_notification_configuration(Bucket=bucket, NotificationConfiguration={"EventBridgeConfiguration": {}})
    definition = {"StartAt": "Done", "States": {"Done": {"Type": "Succeed"}}}
    machine = states.create_state_machine(name=f"m-{uuid.uuid4().hex[:8]}", definition=json.dumps(definition), roleArn=ROLE)[
        "stateMachineArn"
    ]
    rule = f"rule-{uuid.uuid4().hex[:8]}"
    events.put_rule(Name=rule, EventPattern=json.dumps({"source": ["aws.s3"], "detail": {"bucket": {"name": [bucket]}}}))
    events.put_targets(Rule=rule, Targets=[{"Id": "1", "Arn": machine, "RoleArn": ROLE}])
    versions = [s3.put_object(Bucket=bucket, Key="landing/a b+ą.csv", Body=body)["VersionId"] for body in (b"1", b"2")]

    def inputs() -> list[dict]:
        found = states.list_executions(stateMachineArn=machine)["executions"]
        return [json.loads(states.describe_execution(executionArn=one["executionArn"])["input"]) for one in found]

    started = wait_for(lambda: found if len(found := inputs()) == 2 else None)
    assert {event["detail"]["object"]["version-id"] for event in started} == set(versions)
    assert {event["detail"]["object"]["key"] for event in started} == {"landing/a b+ą.csv"}
    assert {event["detail-type"] for event in started} == {"Object Created"}


def test_an_object_without_versions_has_none_in_its_event(emulator):
    bucket = emulator.bucket()
    s3, events, sqs = emulator.client("s3"), emulator.client("events"), emulator.client("sqs")
    s3.put_bucket_notification_configuration(Bucket=bucket, NotificationConfiguration={"EventBridgeConfiguration": {}})
    queue = sqs.create_queue(QueueName=f"q-{uuid.uuid4().hex[:8]}")["QueueUrl"]
    arn = sqs.get_queue_attributes(QueueUrl=queue, AttributeNames=["QueueArn"])["Attributes"]["QueueArn"]
    policy = {
        "Statement": [
            {"Effect": "Allow", "Principal": {"Service": "events.amazonaws.com"}, "Action": "sqs:SendMessage", "Resource": arn}
        ]
    }
    sqs.set_queue_attributes(QueueUrl=queue, Attributes={"Policy": json.dumps(policy)})
    rule = f"rule-{uuid.uuid4().hex[:8]}"
    events.put_rule(Name=rule, EventPattern=json.dumps({"source": ["aws.s3"], "detail": {"bucket": {"name": [bucket]}}}))
    events.put_targets(Rule=rule, Targets=[{"Id": "1", "Arn": arn}])
    s3.put_object(Bucket=bucket, Key="a", Body=b"1")
    message = wait_for(lambda: sqs.receive_message(QueueUrl=queue, WaitTimeSeconds=1).get("Messages"))[0]
    assert "version-id" not in json.loads(message["Body"])["detail"]["object"]
