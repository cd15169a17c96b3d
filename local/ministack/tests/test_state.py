"""Contract: what survives an orderly end, a save, and a kill."""

from __future__ import annotations

import json
import signal
from pathlib import Path

import pytest
from botocore.exceptions import ClientError

from .emulator import ROLE, Emulator, empty_zip, jsonata, wait_for

RUN = "arn:aws:states:eu-central-1:000000000000:execution:machine:run-1"


def provision(emulator: Emulator) -> None:
    """One thing of every kind that the pipeline keeps."""
    s3, glue = emulator.client("s3"), emulator.client("glue")
    s3.create_bucket(Bucket="raw", CreateBucketConfiguration={"LocationConstraint": "eu-central-1"})
    s3.put_bucket_versioning(Bucket="raw", VersioningConfiguration={"Status": "Enabled"})
    s3.put_bucket_notification_configuration(Bucket="raw", NotificationConfiguration={"EventBridgeConfiguration": {}})
    for body in (b"old", b"new"):
        s3.put_object(Bucket="raw", Key="raw/a b+ą.csv", Body=body, Metadata={"sha256": body.decode()})
    s3.put_object(Bucket="raw", Key="raw/gone", Body=b"1")
    s3.delete_object(Bucket="raw", Key="raw/gone")
    glue.create_database(DatabaseInput={"Name": "sluice_validated"})
    table = {
        "Name": "adverts",
        "PartitionKeys": [{"Name": "run_id", "Type": "string"}],
        "StorageDescriptor": {"Columns": [], "Location": "s3://raw/x/"},
    }
    glue.create_table(DatabaseName="sluice_validated", TableInput=table)
    glue.update_table(DatabaseName="sluice_validated", TableInput={**table, "Description": "second"})
    glue.create_partition(DatabaseName="sluice_validated", TableName="adverts", PartitionInput={"Values": ["one"]})
    glue.create_crawler(
        Name="crawler", Role=ROLE, DatabaseName="sluice_validated", Targets={"S3Targets": [{"Path": "s3://raw/raw/"}]}
    )
    glue.start_crawler(Name="crawler")
    wait_for(lambda: glue.get_crawler(Name="crawler")["Crawler"]["State"] == "READY")
    emulator.client("lambda").create_function(
        FunctionName="extract",
        Runtime="java21",
        Role=ROLE,
        Handler="x::y",
        Code={"ZipFile": empty_zip()},
        Environment={"Variables": {"A": "1"}},
    )
    ledger = emulator.client("dynamodb")
    keys = [("pk", "HASH"), ("sk", "RANGE")]
    ledger.create_table(
        TableName="sluice-ledger",
        KeySchema=[{"AttributeName": name, "KeyType": kind} for name, kind in keys],
        AttributeDefinitions=[{"AttributeName": name, "AttributeType": "S"} for name, _ in keys],
        BillingMode="PAY_PER_REQUEST",
    )
    ledger.put_item(TableName="sluice-ledger", Item={"pk": {"S": "RUN"}, "sk": {"S": "1"}, "rows": {"N": "361"}})
    emulator.client("sns").create_topic(Name="sluice-notices")
    queue = emulator.client("sqs").create_queue(QueueName="inbox")["QueueUrl"]
    emulator.client("sqs").send_message(QueueUrl=queue, MessageBody="hello")
    emulator.client("secretsmanager").create_secret(Name="sluice/currency_rates", SecretString='{"host": "x"}')
    emulator.client("events").put_rule(Name="landing", EventPattern='{"source": ["aws.s3"]}')
    emulator.client("athena").create_work_group(Name="sluice")
    emulator.client("codebuild").create_project(
        name="sluice-dbt",
        source={"type": "NO_SOURCE", "buildspec": "version: 0.2\nphases: {build: {commands: [echo built]}}"},
        artifacts={"type": "NO_ARTIFACTS"},
        serviceRole=ROLE,
        environment={"type": "LINUX_CONTAINER", "image": "i", "computeType": "BUILD_GENERAL1_SMALL"},
    )


def execute(emulator: Emulator) -> None:
    """A finished execution with a build, and one that never ends."""
    states = emulator.client("stepfunctions")
    build = {
        "Type": "Task",
        "Resource": "arn:aws:states:::codebuild:startBuild.sync",
        "Arguments": {"ProjectName": "sluice-dbt"},
        "End": True,
    }
    for name, state in {"machine": build, "waiting": {"Type": "Wait", "Seconds": 100_000, "End": True}}.items():
        arn = states.create_state_machine(name=name, definition=json.dumps(jsonata({"Do": state})), roleArn=ROLE)[
            "stateMachineArn"
        ]
        started = states.start_execution(stateMachineArn=arn, name="run-1", input="{}")["executionArn"]
        if name == "machine":
            assert emulator.finished(started)["status"] == "SUCCEEDED"


def check(emulator: Emulator) -> None:
    """All of it is there again."""
    s3, glue, states = emulator.client("s3"), emulator.client("glue"), emulator.client("stepfunctions")
    head = s3.get_object(Bucket="raw", Key="raw/a b+ą.csv")
    assert (head["Body"].read(), head["Metadata"]) == (b"new", {"sha256": "new"})
    versions = s3.list_object_versions(Bucket="raw", Prefix="raw/a")["Versions"]
    assert [s3.get_object(Bucket="raw", Key=v["Key"], VersionId=v["VersionId"])["Body"].read() for v in versions] == [
        b"new",
        b"old",
    ]
    with pytest.raises(ClientError):
        s3.head_object(Bucket="raw", Key="raw/gone")
    assert s3.get_bucket_versioning(Bucket="raw")["Status"] == "Enabled"
    assert "EventBridgeConfiguration" in s3.get_bucket_notification_configuration(Bucket="raw")
    assert glue.get_table(DatabaseName="sluice_validated", Name="adverts")["Table"]["Description"] == "second"
    assert len(glue.get_table_versions(DatabaseName="sluice_validated", TableName="adverts")["TableVersions"]) == 2
    assert glue.get_partitions(DatabaseName="sluice_validated", TableName="adverts")["Partitions"][0]["Values"] == ["one"]
    assert glue.get_crawler(Name="crawler")["Crawler"]["LastCrawl"]["Status"] == "SUCCEEDED"
    assert len(glue.list_crawls(CrawlerName="crawler")["Crawls"]) == 1
    assert emulator.client("lambda").get_function_configuration(FunctionName="extract")["Environment"]["Variables"] == {"A": "1"}
    item = emulator.client("dynamodb").get_item(TableName="sluice-ledger", Key={"pk": {"S": "RUN"}, "sk": {"S": "1"}})["Item"]
    assert item["rows"] == {"N": "361"}
    assert len(emulator.client("sns").list_topics()["Topics"]) == 1
    sqs = emulator.client("sqs")
    assert sqs.receive_message(QueueUrl=sqs.get_queue_url(QueueName="inbox")["QueueUrl"])["Messages"][0]["Body"] == "hello"
    assert emulator.client("secretsmanager").get_secret_value(SecretId="sluice/currency_rates")["SecretString"] == '{"host": "x"}'
    assert emulator.client("events").describe_rule(Name="landing")["State"] == "ENABLED"
    assert emulator.client("athena").get_work_group(WorkGroup="sluice")["WorkGroup"]["Name"] == "sluice"
    assert states.describe_execution(executionArn=RUN)["status"] == "SUCCEEDED"
    assert states.get_execution_history(executionArn=RUN)["events"][-1]["type"] == "ExecutionSucceeded"
    build = json.loads(states.describe_execution(executionArn=RUN)["output"])["Build"]
    assert emulator.client("codebuild").batch_get_builds(ids=[build["Id"]])["builds"][0]["buildStatus"] == "SUCCEEDED"
    assert "built" in emulator.log_lines("/aws/codebuild/sluice-dbt")
    # What ran when the emulator ended cannot go on, and says so.
    waiting = states.describe_execution(executionArn=RUN.replace(":machine:", ":waiting:"))
    assert (waiting["status"], waiting["error"]) == ("FAILED", "States.ServiceRestart")


def test_everything_survives_an_orderly_end(tmp_path: Path):
    with Emulator(tmp_path, SLUICE_CRAWL_SECONDS="0") as emulator:
        provision(emulator)
        execute(emulator)
        assert emulator.end(signal.SIGTERM) == 0
    with Emulator(tmp_path) as again:
        check(again)


def test_what_was_saved_survives_a_kill(tmp_path: Path):
    with Emulator(tmp_path, SLUICE_CRAWL_SECONDS="0") as emulator:
        provision(emulator)
        execute(emulator)
        status, answer = emulator.control("save")
        assert (status, answer["failed"]) == (200, {})
        assert {"s3", "glue", "stepfunctions", "dynamodb", "codebuild", "cloudwatch_logs"} <= set(answer["saved"])
        emulator.end(signal.SIGKILL)
    with Emulator(tmp_path) as again:
        check(again)


def test_the_end_of_an_execution_is_saved_by_itself(tmp_path: Path):
    with Emulator(tmp_path, SLUICE_CRAWL_SECONDS="0") as emulator:
        provision(emulator)
        execute(emulator)
        saved = tmp_path / "services" / "stepfunctions.json"
        wait_for(
            lambda: (
                saved.exists()
                and '"SUCCEEDED"' in saved.read_text()
                and (tmp_path / "services" / "cloudwatch_logs.json").exists()
            )
        )
        emulator.control("save")
        emulator.end(signal.SIGKILL)
    with Emulator(tmp_path) as again:
        check(again)


def test_objects_are_on_the_disk_before_anything_is_saved(tmp_path: Path):
    with Emulator(tmp_path) as emulator:
        emulator.client("s3").create_bucket(Bucket="raw", CreateBucketConfiguration={"LocationConstraint": "eu-central-1"})
        emulator.client("s3").put_object(Bucket="raw", Key="a", Body=b"1", Metadata={"x": "y"})
        emulator.end(signal.SIGKILL)
    with Emulator(tmp_path) as again:
        head = again.client("s3").get_object(Bucket="raw", Key="a")
        assert (head["Body"].read(), head["Metadata"]) == (b"1", {"x": "y"})


def test_ministacks_own_variables_name_the_folders_as_well(tmp_path: Path):
    variables = {
        "PERSIST_STATE": "1",
        "S3_PERSIST": "1",
        "STATE_DIR": str(tmp_path / "aws"),
        "S3_DATA_DIR": str(tmp_path / "s3"),
        "TMPDIR": str(tmp_path),
    }
    with Emulator(None, SLUICE_CRAWL_SECONDS="0", **variables) as emulator:
        provision(emulator)
        execute(emulator)
        emulator.end(signal.SIGTERM)
    assert (tmp_path / "aws" / "glue.json").exists()
    with Emulator(None, **variables) as again:
        check(again)


def test_without_a_state_folder_nothing_is_kept():
    with Emulator(None) as emulator:
        assert emulator.control("save")[1]["saved"] == []


def test_an_unknown_control_path_is_refused():
    with Emulator(None) as emulator:
        status, answer = emulator.control("dance")
        assert status == 400
        assert (
            answer["message"]
            == "POST /_sluice/dance is unknown; expected POST /_sluice/save, /_sluice/athena or /_sluice/crawlers/<name>"
        )
        assert emulator.control("athena", {})[1]["message"] == "The body has no text 'url'"
