"""What seldom happens to an installation, once each, so that the permissions for it are seen to be needed and to be enough."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from typing import Any

import yaml

from checks.local_aws import client
from checking import Failed
from checks.places import ROOM

SAYS = yaml.safe_load((ROOM / "installation.yml").read_text())
LANDING, REPLAY = "sluice-landing", "sluice-replay"  # as in the local world, without a suffix
SCHEDULES = "sluice"
LONGEST_SECONDS = 600


def happened(endpoint: str, sluice: Callable[..., Any], file: str) -> None:
    """On applied stacks whose day is over; `file` holds orders that have not landed yet. The readers' marts stay what they were."""
    its = Rare(endpoint)
    its.lose_the_event_of(lambda: sluice("drop", file, "--dataset", "orders", "--date", "2026-01-02"))
    its.cut_off_the_publication()
    its.leave_the_lock_of_an_ended_run()
    sluice("sweep")
    its.await_runs()
    its.tell_twice()
    its.tell_of_a_version_that_is_gone()
    its.drop_the_manifest_again()
    sluice("replay", "--dataset", "orders", "--id", "plan", "--reason", "to see", "--file", its.landed_uri(), "--dry-run")
    its.let_schedules_fire()
    its.await_runs()


class Rare:
    """Each of the things that seldom happen."""

    def __init__(self, endpoint: str) -> None:
        self._client = lambda service: client(endpoint, service)

    def lose_the_event_of(self, drop: Callable[[], Any]) -> None:
        self._client("events").disable_rule(Name=SAYS["landed_rule"])
        drop()
        self._client("events").enable_rule(Name=SAYS["landed_rule"])

    def cut_off_the_publication(self) -> None:
        """The next run finds views of which nobody knows whether all were moved."""
        self._client("dynamodb").update_item(
            TableName=SAYS["ledger"], Key=_item("PUBLICATION", "current"), UpdateExpression="SET #state = :state",
            ExpressionAttributeNames={"#state": "state"}, ExpressionAttributeValues={":state": {"S": "publishing"}},
        )

    def leave_the_lock_of_an_ended_run(self) -> None:
        ended = self._runs("SUCCEEDED")[-1]
        holder = {"runId": {"S": ended["name"]}, "executionArn": {"S": ended["executionArn"]}}
        self._client("dynamodb").put_item(TableName=SAYS["ledger"], Item={**_item("LOCK", "build"), **holder})

    def tell_twice(self) -> None:
        """SQS delivers at least once."""
        self._tell(self._landed()["VersionId"])

    def tell_of_a_version_that_is_gone(self) -> None:
        """Twice, so that the note of it is there already."""
        for _ in range(2):
            self._tell("gone")

    def _tell(self, version: str) -> None:
        detail = {"bucket": {"name": LANDING}, "object": {"key": self._landed()["Key"], "version-id": version}}
        sqs = self._client("sqs")
        url = sqs.get_queue_url(QueueName=SAYS["landed_queue"])["QueueUrl"]
        sqs.send_message(QueueUrl=url, MessageBody=json.dumps({"source": "aws.s3", "detail-type": "Object Created", "detail": detail}))
        counts = ["ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible"]
        _await("the queue to be empty", lambda: not any(
            int(count) for count in sqs.get_queue_attributes(QueueUrl=url, AttributeNames=counts)["Attributes"].values()
        ))

    def drop_the_manifest_again(self) -> None:
        s3 = self._client("s3")
        # Answers stand beside a manifest, under longer names.
        key = min((each["Key"] for each in s3.list_objects_v2(Bucket=REPLAY, Prefix="manifests/")["Contents"]), key=len)
        s3.put_object(Bucket=REPLAY, Key=key, Body=s3.get_object(Bucket=REPLAY, Key=key)["Body"].read())

    def landed_uri(self) -> str:
        landed = self._landed()
        return f"s3://{LANDING}/{landed['Key']}?versionId={landed['VersionId']}"

    def let_schedules_fire(self) -> None:
        """Once each, at a time that has passed. The workflow is asked for what it refuses at once."""
        scheduler = self._client("scheduler")
        for each in scheduler.list_schedules(GroupName=SCHEDULES)["Schedules"]:
            its = scheduler.get_schedule(Name=each["Name"], GroupName=SCHEDULES)
            target = {**its["Target"], "Input": "{}" if ":function:" in its["Target"]["Arn"] else json.dumps({"sources": []})}
            scheduler.create_schedule(
                Name=f"{each['Name']}-now", GroupName=SCHEDULES, ScheduleExpression="at(2026-01-01T00:00:00)", FlexibleTimeWindow={"Mode": "OFF"},
                ActionAfterCompletion="DELETE", KmsKeyArn=its["KmsKeyArn"], Target=target,
            )
        _await("schedules to fire", lambda: not any(
            each["Name"].endswith("-now") for each in scheduler.list_schedules(GroupName=SCHEDULES)["Schedules"]
        ))

    def await_runs(self) -> None:
        _await("runs to end", lambda: not self._runs("RUNNING"))

    def _landed(self) -> dict[str, Any]:
        return self._client("s3").list_object_versions(Bucket=LANDING, Prefix="orders/")["Versions"][0]

    def _runs(self, status: str) -> list[dict[str, Any]]:
        states = self._client("stepfunctions")
        machine = next(each for each in states.list_state_machines()["stateMachines"] if each["name"] == SAYS["state_machine"])["stateMachineArn"]
        return states.list_executions(stateMachineArn=machine, statusFilter=status)["executions"]


def _item(pk: str, sk: str) -> dict[str, Any]:
    return {"pk": {"S": pk}, "sk": {"S": sk}}


def _await(what: str, done: Callable[[], bool]) -> None:
    deadline = time.monotonic() + LONGEST_SECONDS
    while not done():
        if time.monotonic() > deadline:
            raise Failed(f"waited {LONGEST_SECONDS} s for {what}")
        time.sleep(0.5)
