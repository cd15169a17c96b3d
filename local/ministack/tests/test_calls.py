"""Contract: the calls of roles are written down as the permissions that AWS would ask for."""

from __future__ import annotations

import json
import threading
import uuid
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import boto3
import pytest
from botocore.config import Config
from botocore.exceptions import ClientError

from sluice_ministack import calls_athena

from .conftest import PROJECT, java
from .emulator import Emulator, jsonata, wait_for

HERE = "eu-central-1:000000000000"
ROLES = "arn:aws:iam::000000000000:role"
Asked = tuple[str, str]


class Recorded:
    """An emulator that writes calls down."""

    def __init__(self, emulator: Emulator, file: Path) -> None:
        self.emulator = emulator
        self._file = file

    def lines(self, role: str) -> list[dict]:
        lines = [json.loads(line) for line in self._file.read_text().splitlines()]
        return [line for line in lines if line["role"] == f"{ROLES}/{role}"]

    def asked(self, role: str) -> list[Asked]:
        return [(line["action"], line["resource"]) for line in self.lines(role)]

    def client(self, role: str, service: str) -> Any:
        """A client that speaks for the role."""
        session = self.emulator.client("sts").assume_role(RoleArn=f"{ROLES}/{role}", RoleSessionName="test")["Credentials"]
        return self._client(service, session["AccessKeyId"], session["SecretAccessKey"], session["SessionToken"])

    def engine(self, service: str) -> Any:
        """A client of the local Athena's own."""
        return self._client(service, "athena", "test")

    def _client(self, service: str, key: str, secret: str, token: str | None = None) -> Any:
        return boto3.client(
            service,
            endpoint_url=self.emulator.endpoint,
            region_name="eu-central-1",
            aws_access_key_id=key,
            aws_secret_access_key=secret,
            aws_session_token=token,
            config=Config(retries={"total_max_attempts": 1}, s3={"addressing_style": "path"}),
        )

    def key(self) -> str:
        return self.emulator.client("kms").create_key()["KeyMetadata"]["Arn"]


@pytest.fixture(scope="module")
def recorded(tmp_path_factory: pytest.TempPathFactory, runtime_class_path: str, build_dir: Path) -> Iterator[Recorded]:
    file = tmp_path_factory.mktemp("calls") / "calls.jsonl"
    with Emulator(
        None,
        SLUICE_LOCAL_CALLS=str(file),
        SLUICE_LAMBDA_JAVA=java("java"),
        SLUICE_LAMBDA_RUNTIME=runtime_class_path,
        SLUICE_BUILD_DIR=str(build_dir),
        SLUICE_CRAWL_SECONDS="0",
        SFN_WAIT_SCALE="0.01",
    ) as started:
        yield Recorded(started, file)


@pytest.fixture
def role(recorded: Recorded) -> str:
    """A role of the test's own."""
    name = f"role-{uuid.uuid4().hex[:8]}"
    recorded.emulator.client("iam").create_role(RoleName=name, AssumeRolePolicyDocument='{"Version": "2012-10-17", "Statement": []}')
    return name


@pytest.fixture
def name() -> str:
    return f"its-{uuid.uuid4().hex[:8]}"


def test_who_speaks_for_no_role_is_not_written_down(recorded, role):
    recorded.emulator.bucket()
    assert recorded.asked(role) == []


def test_who_somebody_is_needs_no_permission(recorded, role):
    recorded.client(role, "sts").get_caller_identity()
    assert recorded.asked(role) == []


def test_objects(recorded, role):
    bucket = recorded.emulator.bucket()
    recorded.emulator.client("s3").put_bucket_versioning(Bucket=bucket, VersioningConfiguration={"Status": "Enabled"})
    s3 = recorded.client(role, "s3")
    version = s3.put_object(Bucket=bucket, Key="a b/ą.csv", Body=b"1", IfNoneMatch="*")["VersionId"]
    s3.head_object(Bucket=bucket, Key="a b/ą.csv")
    s3.get_object(Bucket=bucket, Key="a b/ą.csv", VersionId=version)
    s3.list_objects_v2(Bucket=bucket, Prefix="a")
    s3.list_object_versions(Bucket=bucket)
    s3.copy_object(Bucket=bucket, Key="copy", CopySource={"Bucket": bucket, "Key": "a b/ą.csv", "VersionId": version})
    s3.delete_objects(Bucket=bucket, Delete={"Objects": [{"Key": "copy"}, {"Key": "other"}]})
    its = f"arn:aws:s3:::{bucket}"
    assert recorded.asked(role) == [
        ("s3:PutObject", f"{its}/a b/ą.csv"),
        ("s3:GetObject", f"{its}/a b/ą.csv"),
        ("s3:GetObjectVersion", f"{its}/a b/ą.csv"),
        ("s3:ListBucket", its),
        ("s3:ListBucketVersions", its),
        ("s3:PutObject", f"{its}/copy"),
        ("s3:GetObjectVersion", f"{its}/a b/ą.csv"),
        ("s3:DeleteObject", f"{its}/copy"),
        ("s3:DeleteObject", f"{its}/other"),
    ]
    assert recorded.lines(role)[0]["context"] == {"s3:ObjectCreationOperation": "true", "s3:if-none-match": "*"}


def test_that_an_object_is_missing_is_told_to_those_who_may_list(recorded, role):
    bucket = recorded.emulator.bucket()
    with pytest.raises(ClientError, match="404"):
        recorded.client(role, "s3").head_object(Bucket=bucket, Key="missing")
    assert recorded.asked(role) == [("s3:GetObject", f"arn:aws:s3:::{bucket}/missing"), ("s3:ListBucket", f"arn:aws:s3:::{bucket}")]


def test_an_upload_in_parts_creates_its_object_at_its_end(recorded, role):
    bucket = recorded.emulator.bucket()
    s3 = recorded.client(role, "s3")
    upload = {"Bucket": bucket, "Key": "k", "UploadId": s3.create_multipart_upload(Bucket=bucket, Key="k")["UploadId"]}
    tag = s3.upload_part(**upload, PartNumber=1, Body=b"1")["ETag"]
    s3.complete_multipart_upload(**upload, MultipartUpload={"Parts": [{"ETag": tag, "PartNumber": 1}]}, IfNoneMatch="*")
    assert {action for action, _ in recorded.asked(role)} == {"s3:PutObject"}
    assert [line["context"] for line in recorded.lines(role)] == [
        {"s3:ObjectCreationOperation": "false"},
        {"s3:ObjectCreationOperation": "false"},
        {"s3:ObjectCreationOperation": "true", "s3:if-none-match": "*"},
    ]


def test_an_encrypted_bucket_asks_for_its_key(recorded, role):
    bucket, key = recorded.emulator.bucket(), recorded.key()
    rule = {"ApplyServerSideEncryptionByDefault": {"SSEAlgorithm": "aws:kms", "KMSMasterKeyID": key}}
    recorded.emulator.client("s3").put_bucket_encryption(Bucket=bucket, ServerSideEncryptionConfiguration={"Rules": [rule]})
    s3 = recorded.client(role, "s3")
    s3.put_object(Bucket=bucket, Key="k", Body=b"1")
    s3.get_object(Bucket=bucket, Key="k")
    s3.list_objects_v2(Bucket=bucket)
    s3.create_multipart_upload(Bucket=bucket, Key="parts")
    assert [its for its in recorded.asked(role) if its[0].startswith("kms:")] == [
        ("kms:GenerateDataKey", key),
        ("kms:Decrypt", key),
        ("kms:GenerateDataKey", key),
        ("kms:Decrypt", key),
    ]


def test_a_transaction_is_its_items_and_an_encrypted_table_asks_for_its_key(recorded, role, name):
    key = recorded.key()
    recorded.emulator.client("dynamodb").create_table(
        TableName=name,
        BillingMode="PAY_PER_REQUEST",
        AttributeDefinitions=[{"AttributeName": "pk", "AttributeType": "S"}],
        KeySchema=[{"AttributeName": "pk", "KeyType": "HASH"}],
        SSESpecification={"Enabled": True, "SSEType": "KMS", "KMSMasterKeyId": key},
    )
    table = recorded.client(role, "dynamodb")
    item = {"TableName": name, "Item": {"pk": {"S": "1"}}}
    table.transact_write_items(TransactItems=[{"Put": item}, {"Delete": {"TableName": name, "Key": {"pk": {"S": "2"}}}}])
    table.query(TableName=name, KeyConditionExpression="pk = :pk", ExpressionAttributeValues={":pk": {"S": "1"}})
    its, decrypt = f"arn:aws:dynamodb:{HERE}:table/{name}", ("kms:Decrypt", key)
    assert recorded.asked(role) == [
        ("dynamodb:PutItem", its), decrypt, ("dynamodb:DeleteItem", its), decrypt, ("dynamodb:Query", its), decrypt,
    ]


def test_messages_and_notices_ask_for_the_keys_of_queue_and_topic(recorded, role, name):
    key = recorded.key()
    url = recorded.emulator.client("sqs").create_queue(QueueName=name, Attributes={"KmsMasterKeyId": key})["QueueUrl"]
    topic = recorded.emulator.client("sns").create_topic(Name=name, Attributes={"KmsMasterKeyId": key})["TopicArn"]
    sqs = recorded.client(role, "sqs")
    sqs.send_message_batch(QueueUrl=url, Entries=[{"Id": "1", "MessageBody": "1"}])
    sqs.receive_message(QueueUrl=url)
    recorded.client(role, "sns").publish(TopicArn=topic, Message="1")
    queue, decrypt, generate = f"arn:aws:sqs:{HERE}:{name}", ("kms:Decrypt", key), ("kms:GenerateDataKey", key)
    assert recorded.asked(role) == [
        ("sqs:SendMessage", queue), decrypt, generate, ("sqs:ReceiveMessage", queue), decrypt, ("sns:Publish", topic), decrypt, generate,
    ]


def test_a_secret_is_asked_for_by_its_whole_arn(recorded, role, name):
    key = recorded.key()
    arn = recorded.emulator.client("secretsmanager").create_secret(Name=name, SecretString="1", KmsKeyId=key)["ARN"]
    recorded.client(role, "secretsmanager").get_secret_value(SecretId=name)
    assert recorded.asked(role) == [("secretsmanager:GetSecretValue", arn), ("kms:Decrypt", key)]


def test_glue_asks_for_catalogue_database_and_table(recorded, role, name):
    glue = recorded.client(role, "glue")
    glue.create_database(DatabaseInput={"Name": name})
    glue.get_database(Name=name)
    glue.create_table(DatabaseName=name, TableInput={"Name": "t", "StorageDescriptor": {"Columns": []}})
    glue.get_table(DatabaseName=name, Name="t")
    glue.get_tables(DatabaseName=name)
    glue.get_partitions(DatabaseName=name, TableName="t")
    glue.get_databases()
    glue.batch_delete_table(DatabaseName=name, TablesToDelete=["t"])
    here = f"arn:aws:glue:{HERE}"

    def of(action: str, *tables: str) -> list[Asked]:
        return [(f"glue:{action}", f"{here}:{its}") for its in ("catalog", f"database/{name}", *tables)]

    assert recorded.asked(role) == [
        *of("CreateDatabase"), *of("GetDatabase"), *of("CreateTable", f"table/{name}/t"), *of("GetTable", f"table/{name}/t"), *of("GetTables", f"table/{name}/*"),
        *of("GetPartitions", f"table/{name}/t"), ("glue:GetDatabases", f"{here}:catalog"), ("glue:GetDatabases", f"{here}:database/*"),
        *of("BatchDeleteTable", f"table/{name}/t"),
    ]


def test_executions(recorded, role, name):
    definition = json.dumps({"StartAt": "Done", "States": {"Done": {"Type": "Succeed"}}})
    machine = recorded.emulator.client("stepfunctions").create_state_machine(name=name, definition=definition, roleArn=f"{ROLES}/{role}")
    states = recorded.client(role, "stepfunctions")
    execution = states.start_execution(stateMachineArn=machine["stateMachineArn"], name="one")["executionArn"]
    states.describe_execution(executionArn=execution)
    states.get_execution_history(executionArn=execution)
    assert recorded.asked(role) == [
        ("states:StartExecution", machine["stateMachineArn"]),
        ("states:DescribeExecution", execution),
        ("states:GetExecutionHistory", execution),
    ]


def test_a_function_opens_its_variables_and_writes_its_log(recorded, role, function_jar):
    emulator, key = recorded.emulator, recorded.key()
    function = emulator.function(function_jar, "Echo")
    emulator.client("lambda").update_function_configuration(FunctionName=function, Role=f"{ROLES}/{role}", KMSKeyArn=key)
    emulator.client("logs").create_log_group(logGroupName=f"/aws/lambda/{function}")
    emulator.invoke(function, 1)
    emulator.invoke(function, 2)
    asked = recorded.asked(role)
    assert [action for action, _ in asked] == ["kms:Decrypt", "logs:CreateLogStream", "logs:PutLogEvents"]
    assert asked[0][1] == key
    assert asked[1][1].startswith(f"arn:aws:logs:{HERE}:log-group:/aws/lambda/{function}:log-stream:")


def test_a_log_group_that_is_missing_is_made_with_the_functions_role(recorded, role, function_jar):
    function = recorded.emulator.function(function_jar, "Echo")
    recorded.emulator.client("lambda").update_function_configuration(FunctionName=function, Role=f"{ROLES}/{role}")
    recorded.emulator.invoke(function, 1)
    assert "logs:CreateLogGroup" in dict(recorded.asked(role))


def test_an_invocation_names_the_alias(recorded, role, function_jar):
    function = recorded.emulator.function(function_jar, "Echo")
    recorded.emulator.client("lambda").publish_version(FunctionName=function)
    recorded.emulator.client("lambda").create_alias(FunctionName=function, Name="live", FunctionVersion="1")
    recorded.client(role, "lambda").invoke(FunctionName=function, Qualifier="live", Payload=b"1")
    assert recorded.asked(role) == [("lambda:InvokeFunction", f"arn:aws:lambda:{HERE}:function:{function}:live")]


def test_a_queue_is_emptied_with_the_functions_role(recorded, role, name, function_jar):
    emulator = recorded.emulator
    function = emulator.function(function_jar, "Echo")
    emulator.client("lambda").update_function_configuration(FunctionName=function, Role=f"{ROLES}/{role}")
    url = emulator.client("sqs").create_queue(QueueName=name)["QueueUrl"]
    queue = f"arn:aws:sqs:{HERE}:{name}"
    emulator.client("lambda").create_event_source_mapping(EventSourceArn=queue, FunctionName=function)
    emulator.client("sqs").send_message(QueueUrl=url, MessageBody="1")
    wait_for(lambda: "logs:PutLogEvents" in dict(recorded.asked(role)))
    assert [its for its in recorded.asked(role) if its[1] == queue] == [
        ("sqs:GetQueueAttributes", queue), ("sqs:ReceiveMessage", queue), ("sqs:DeleteMessage", queue),
    ]


def test_a_workflow_calls_with_its_own_role(recorded, role, name, function_jar):
    emulator = recorded.emulator
    function = emulator.function(function_jar, "Echo")
    topic = emulator.client("sns").create_topic(Name=name)["TopicArn"]
    emulator.client("codebuild").create_project(
        name=name,
        source={"type": "NO_SOURCE", "buildspec": json.dumps({"version": 0.2, "phases": {"build": {"commands": ["true"]}}})},
        artifacts={"type": "NO_ARTIFACTS"},
        serviceRole=f"{ROLES}/{role}-build",
        environment={"type": "LINUX_CONTAINER", "image": "image", "computeType": "BUILD_GENERAL1_SMALL"},
    )
    emulator.client("glue").create_database(DatabaseInput={"Name": name})
    emulator.client("glue").create_crawler(Name=name, Role=f"{ROLES}/{role}", DatabaseName=name, Targets={"S3Targets": []})
    tasks = {
        "Call": ("lambda:invoke", {"FunctionName": f"arn:aws:lambda:{HERE}:function:{function}", "Payload": 1}),
        "Build": ("codebuild:startBuild.sync", {"ProjectName": name}),
        "Look": ("aws-sdk:glue:getCrawler", {"Name": name}),
        "Announce": ("events:putEvents", {"Entries": [{"Source": "sluice", "DetailType": "d", "Detail": {}}]}),
        "Tell": ("sns:publish", {"TopicArn": topic, "Message": "m"}),
    }
    following = dict(zip(tasks, [*list(tasks)[1:], None]))
    definition = jsonata({
        state: {
            "Type": "Task", "Resource": f"arn:aws:states:::{resource}", "Arguments": arguments,
            **({"Next": following[state]} if following[state] else {"End": True}),
        }
        for state, (resource, arguments) in tasks.items()
    })
    states = emulator.client("stepfunctions")
    machine = states.create_state_machine(name=name, definition=json.dumps(definition), roleArn=f"{ROLES}/{role}")["stateMachineArn"]
    ended = emulator.finished(states.start_execution(stateMachineArn=machine)["executionArn"])
    assert ended["status"] == "SUCCEEDED", ended
    project = f"arn:aws:codebuild:{HERE}:project/{name}"
    rule = f"arn:aws:events:{HERE}:rule/StepFunctionsGetEventForCodeBuildStartBuildRule"
    assert recorded.asked(role) == [
        ("lambda:InvokeFunction", f"arn:aws:lambda:{HERE}:function:{function}"),
        ("codebuild:StartBuild", project),
        ("events:DescribeRule", rule), ("events:PutRule", rule), ("events:PutTargets", rule),
        ("codebuild:BatchGetBuilds", project),
        ("glue:GetCrawler", f"arn:aws:glue:{HERE}:crawler/{name}"),
        ("events:PutEvents", f"arn:aws:events:{HERE}:event-bus/default"),
        ("sns:Publish", topic),
    ]
    assert [line["context"] for line in recorded.lines(role) if "context" in line] == [{"events:source": "sluice"}]


def test_a_build_writes_its_log_with_the_projects_role(recorded, role, name):
    builds = recorded.emulator.client("codebuild")
    builds.create_project(
        name=name,
        source={"type": "NO_SOURCE", "buildspec": json.dumps({"version": 0.2, "phases": {"build": {"commands": ["true"]}}})},
        artifacts={"type": "NO_ARTIFACTS"},
        serviceRole=f"{ROLES}/{role}",
        environment={"type": "LINUX_CONTAINER", "image": "image", "computeType": "BUILD_GENERAL1_SMALL"},
    )
    recorded.client(f"{role}", "codebuild").batch_get_builds(ids=[builds.start_build(projectName=name)["build"]["id"]])
    wait_for(lambda: "logs:PutLogEvents" in dict(recorded.asked(role)))
    assert ("codebuild:BatchGetBuilds", f"arn:aws:codebuild:{HERE}:project/{name}") in recorded.asked(role)


def test_a_crawl_reads_with_the_crawlers_role(recorded, role, name):
    emulator, bucket = recorded.emulator, recorded.emulator.bucket()
    emulator.client("s3").put_object(Bucket=bucket, Key="validated/orders/day=1/a.parquet", Body=b"no parquet, but read")
    emulator.client("glue").create_database(DatabaseInput={"Name": name})
    emulator.client("glue").create_crawler(
        Name=name, Role=f"{ROLES}/{role}", DatabaseName=name, Targets={"S3Targets": [{"Path": f"s3://{bucket}/validated/"}]}
    )
    emulator.client("glue").start_crawler(Name=name)
    wait_for(lambda: emulator.client("glue").get_crawler(Name=name)["Crawler"].get("LastCrawl"))
    asked = set(recorded.asked(role))
    table = f"arn:aws:glue:{HERE}:table/{name}/orders"
    assert {
        ("s3:ListBucket", f"arn:aws:s3:::{bucket}"),
        ("s3:GetObject", f"arn:aws:s3:::{bucket}/validated/orders/day=1/a.parquet"),
        ("glue:GetDatabase", f"arn:aws:glue:{HERE}:database/{name}"),
        ("glue:CreateTable", table),
        ("glue:BatchCreatePartition", table),
    } <= asked
    assert any(resource.startswith(f"arn:aws:logs:{HERE}:log-group:/aws-glue/crawlers:") for _, resource in asked)


def test_a_schedule_starts_with_its_role_and_opens_its_input(recorded, role, name):
    emulator, key = recorded.emulator, recorded.key()
    definition = json.dumps({"StartAt": "Done", "States": {"Done": {"Type": "Succeed"}}})
    machine = emulator.client("stepfunctions").create_state_machine(name=name, definition=definition, roleArn=f"{ROLES}/other")
    emulator.client("scheduler").create_schedule(
        Name=name,
        ScheduleExpression="at(2020-01-01T00:00:00)",
        FlexibleTimeWindow={"Mode": "OFF"},
        KmsKeyArn=key,
        Target={"Arn": machine["stateMachineArn"], "RoleArn": f"{ROLES}/{role}", "Input": "{}"},
    )
    wait_for(lambda: len(recorded.asked(role)) == 2)
    assert recorded.asked(role) == [("states:StartExecution", machine["stateMachineArn"]), ("kms:Decrypt", key)]


@pytest.fixture
def athena(recorded: Recorded) -> Iterator[Callable[[str], None]]:
    """A stand-in for the local Athena, whose one query is in the state that it is told."""
    state = "RUNNING"

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            execution = {
                "QueryExecutionId": "q",
                "Status": {"State": state},
                "ResultConfiguration": {"OutputLocation": "s3://results/athena-results/q.csv"},
            }
            answers = {
                "StartQueryExecution": {"QueryExecutionId": "q"},
                "GetQueryExecution": {"QueryExecution": execution},
                "GetQueryResults": {"ResultSet": {"Rows": []}},
            }
            document = json.dumps(answers[self.headers["X-Amz-Target"].rpartition(".")[2]]).encode()
            self.send_response(200)
            self.send_header("Content-Length", str(len(document)))
            self.end_headers()
            self.wfile.write(document)

        def log_message(self, *_: object) -> None:
            pass

    def is_in(another: str) -> None:
        nonlocal state
        state = another

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    assert recorded.emulator.control("athena", {"url": f"http://127.0.0.1:{server.server_address[1]}"})[0] == 200
    yield is_in
    server.shutdown()
    server.server_close()


def test_what_athena_reads_and_writes_is_asked_of_whom_it_works_for(recorded, role, athena):
    bucket, results = recorded.emulator.bucket(), "arn:aws:s3:::results/athena-results/q.csv"
    engine, glue = recorded.engine("s3"), recorded.engine("glue")
    asks = recorded.client(role, "athena")
    engine.put_object(Bucket=bucket, Key="before", Body=b"1")
    asks.start_query_execution(QueryString="select 1", WorkGroup="sluice")
    engine.put_object(Bucket=bucket, Key="meanwhile", Body=b"1")
    glue.get_databases()
    recorded.engine("athena").get_work_group(WorkGroup="primary")
    athena("SUCCEEDED")
    asks.get_query_execution(QueryExecutionId="q")
    engine.put_object(Bucket=bucket, Key="after", Body=b"1")
    asks.get_query_results(QueryExecutionId="q")
    workgroup = f"arn:aws:athena:{HERE}:workgroup/sluice"
    assert recorded.asked(role) == [
        ("athena:StartQueryExecution", workgroup),
        ("s3:PutObject", f"arn:aws:s3:::{bucket}/meanwhile"),
        ("glue:GetDatabases", f"arn:aws:glue:{HERE}:catalog"),
        ("glue:GetDatabases", f"arn:aws:glue:{HERE}:database/*"),
        ("athena:GetQueryExecution", workgroup),
        ("athena:GetQueryResults", workgroup),
        ("s3:GetObject", results),
    ]


def test_the_local_athena_signs_with_the_key_that_is_known_here():
    lake = PROJECT / "local/athena/src/main/java/sluice/local/athena/engine/AwsLake.java"
    assert f'ACCESS_KEY = "{calls_athena.KEY}"' in lake.read_text()
