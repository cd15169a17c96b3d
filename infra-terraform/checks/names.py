"""Names and wiring: what Terraform would make against what the local world makes of the same checkout.

Each side is told in plain sentences, one a fact, so that a difference reads as what it is."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from checks.local_aws import CREDENTIALS, REGION, client, local_aws
from checking import Failed
from checks.places import REPOSITORY, ROOM, built, java, must, work
from checks.terraform import rendered, resources

SUFFIX = f"-000000000000-{REGION}"  # of bucket names, by default
ALIAS = ":live"  # on AWS a function is called through it
# Where a laptop has its jar and its browser; on AWS the deployed jar or image has them.
LAPTOP = ("SLUICE_LOCAL_", "SLUICE_CHROMIUM", "PLAYWRIGHT_")
DEFAULT_VISIBILITY = 30  # seconds, where nothing is said


def agree() -> str:
    built("cli")
    with local_aws("names") as endpoint:
        _provision(endpoint)
        here = set(_of_the_local_world(endpoint))
    there = {fact.replace(SUFFIX, "").replace(ALIAS, "") for fact in _of_terraform()}
    known = yaml.safe_load((ROOM / "known-differences.yml").read_text())
    wrong = [f"only the local world: {fact}" for fact in sorted(here - there - set(known["local_only"]))]
    wrong += [f"only Terraform: {fact}" for fact in sorted(there - here - set(known["aws_only"]))]
    wrong += [f"known-differences.yml says what is not so: {fact}" for fact in sorted(set(known["local_only"]) - (here - there))]
    wrong += [f"known-differences.yml says what is not so: {fact}" for fact in sorted(set(known["aws_only"]) - (there - here))]
    if wrong:
        raise Failed("\n".join(wrong))
    return f"{len(here & there)} facts agree, {len(known['local_only']) + len(known['aws_only'])} differ for a reason"


def _provision(endpoint: str) -> None:
    target = REPOSITORY / "cli/target"  # the one room that everything else is on the class path of
    path = f"{target / 'cli-0.1.0.jar'}{os.pathsep}{(target / 'classpath.txt').read_text().strip()}"
    must(
        [java(), str(ROOM / "checks/ProvisionLocal.java"), endpoint, str(REPOSITORY), str(work("provisioned"))],
        environment={**CREDENTIALS, "CLASSPATH": path},
    )


def _of_the_local_world(endpoint: str) -> Iterator[str]:
    s3, functions, queues = client(endpoint, "s3"), client(endpoint, "lambda"), client(endpoint, "sqs")
    events, glue, builds = client(endpoint, "events"), client(endpoint, "glue"), client(endpoint, "codebuild")
    for bucket in s3.list_buckets()["Buckets"]:
        told = "EventBridgeConfiguration" in s3.get_bucket_notification_configuration(Bucket=bucket["Name"])
        yield _bucket(bucket["Name"], told)
    for function in functions.list_functions()["Functions"]:
        yield from _function(function["FunctionName"], function["Handler"], function["Environment"]["Variables"])
    for mapping in functions.list_event_source_mappings()["EventSourceMappings"]:
        yield _mapping(mapping["FunctionArn"], mapping["EventSourceArn"], mapping["BatchSize"], mapping["FunctionResponseTypes"])
    for url in queues.list_queues().get("QueueUrls", []):
        attributes = queues.get_queue_attributes(QueueUrl=url, AttributeNames=["All"])["Attributes"]
        yield _queue(url.rsplit("/", 1)[1], attributes["VisibilityTimeout"], attributes.get("RedrivePolicy"))
    for rule in events.list_rules()["Rules"]:
        yield _rule(rule["Name"], rule["EventPattern"])
        for target in events.list_targets_by_rule(Rule=rule["Name"])["Targets"]:
            yield _target(rule["Name"], target["Arn"])
    for database in glue.get_databases()["DatabaseList"]:
        yield f"database {database['Name']}"
        for table in glue.get_tables(DatabaseName=database["Name"])["TableList"]:
            described = table["StorageDescriptor"]
            yield _table(
                database["Name"], table["Name"], described["Location"], described["Columns"], table.get("PartitionKeys", []),
                table["Parameters"],
            )
    for crawler in glue.get_crawlers()["Crawlers"]:
        yield _crawler(crawler["Name"], crawler["Targets"]["S3Targets"][0]["Path"], crawler["DatabaseName"])
    for project in builds.batch_get_projects(names=builds.list_projects()["projects"])["projects"]:
        variables = {each["name"]: each["value"] for each in project["environment"]["environmentVariables"]}
        yield from _build(project["name"], project["source"]["buildspec"], variables)
    for machine in client(endpoint, "stepfunctions").list_state_machines()["stateMachines"]:
        described = client(endpoint, "stepfunctions").describe_state_machine(stateMachineArn=machine["stateMachineArn"])
        yield from _workflow(machine["name"], described["definition"])
    for group in client(endpoint, "athena").list_work_groups()["WorkGroups"]:
        if group["Name"] != "primary":
            found = client(endpoint, "athena").get_work_group(WorkGroup=group["Name"])["WorkGroup"]["Configuration"]
            yield _workgroup(group["Name"], found["ResultConfiguration"]["OutputLocation"])
    for name in client(endpoint, "dynamodb").list_tables()["TableNames"]:
        keys = client(endpoint, "dynamodb").describe_table(TableName=name)["Table"]["KeySchema"]
        yield _ledger(name, [key["AttributeName"] for key in keys])
    for topic in client(endpoint, "sns").list_topics()["Topics"]:
        yield f"topic {topic['TopicArn']}"
    for secret in client(endpoint, "secretsmanager").list_secrets()["SecretList"]:
        yield f"secret {secret['Name']}"


def _of_terraform() -> Iterator[str]:
    state = [resource for stack in ("foundation", "compute", "contracts") for resource in resources(rendered(stack))]
    told = {resource["values"]["bucket"] for resource in state if resource["type"] == "aws_s3_bucket_notification"}
    for resource in state:
        its: dict[str, Any] = resource["values"]
        match resource["type"]:
            case "aws_s3_bucket":
                yield _bucket(its["bucket"], its["id"] in told)
            case "aws_lambda_function":
                yield from _function(its["function_name"], its["handler"], its["environment"][0]["variables"])
            case "aws_lambda_event_source_mapping":
                yield _mapping(its["function_name"], its["event_source_arn"], its["batch_size"], its["function_response_types"])
            case "aws_sqs_queue":
                yield _queue(its["name"], its["visibility_timeout_seconds"], its["redrive_policy"])
            case "aws_cloudwatch_event_rule":
                yield _rule(its["name"], its["event_pattern"])
            case "aws_cloudwatch_event_target":
                yield _target(its["rule"], its["arn"])
            case "aws_glue_catalog_database":
                yield f"database {its['name']}"
            case "aws_glue_catalog_table":
                described = its["storage_descriptor"][0]
                yield _table(
                    its["database_name"], its["name"], described["location"],
                    [{"Name": each["name"], "Type": each["type"]} for each in described["columns"]],
                    [{"Name": each["name"], "Type": each["type"]} for each in its["partition_keys"]],
                    its["parameters"],
                )
            case "aws_glue_crawler":
                yield _crawler(its["name"], its["s3_target"][0]["path"], its["database_name"])
            case "aws_codebuild_project":
                variables = {each["name"]: each["value"] for each in its["environment"][0]["environment_variable"]}
                yield from _build(its["name"], its["source"][0]["buildspec"], variables)
            case "aws_sfn_state_machine":
                yield from _workflow(its["name"], its["definition"])
            case "aws_athena_workgroup":
                yield _workgroup(its["name"], its["configuration"][0]["result_configuration"][0]["output_location"])
            case "aws_dynamodb_table":
                yield _ledger(its["name"], [its["hash_key"], its["range_key"]])
            case "aws_sns_topic":
                yield f"topic {its['arn']}"
            case "aws_secretsmanager_secret":
                yield f"secret {its['name']}"


def _bucket(name: str, told: bool) -> str:
    return f"bucket {name} {'tells' if told else 'does not tell'} of new objects"


def _function(name: str, handler: str | None, variables: dict[str, str]) -> Iterator[str]:
    yield f"function {name} runs {handler or 'what its image says'}"
    for variable, value in variables.items():
        if not variable.startswith(LAPTOP):
            yield f"function {name} has {variable}={value}"


def _mapping(function: str, queue: str, largest: int, answers: list[str]) -> str:
    return f"function {function} takes up to {largest} messages from {queue} and answers {', '.join(answers)}"


def _queue(name: str, hidden: int | str | None, redrive: str | None) -> str:
    aside = json.loads(redrive) if redrive else None
    return f"queue {name} hides messages for {hidden or DEFAULT_VISIBILITY} s" + (
        f" and puts them aside to {aside['deadLetterTargetArn']} after {aside['maxReceiveCount']}" if aside else ""
    )


def _rule(name: str, pattern: str) -> str:
    return f"rule {name} matches {json.dumps(json.loads(pattern), sort_keys=True)}"


def _target(rule: str, arn: str) -> str:
    return f"rule {rule} reaches {arn}"


def _table(
    database: str, name: str, location: str, columns: list[dict[str, str]], partitions: list[dict[str, str]], parameters: dict[str, str]
) -> str:
    def listed(of: list[dict[str, str]]) -> str:
        return ", ".join(f"{column['Name']} {column['Type']}" for column in of)

    return f"table {database}.{name} at {location} of {listed(columns)} by {listed(partitions)} with {json.dumps(parameters, sort_keys=True)}"


def _crawler(name: str, path: str, database: str) -> str:
    return f"crawler {name} reads {path} into {database}"


def _build(name: str, buildspec: str, variables: dict[str, str]) -> Iterator[str]:
    yield f"build {name} runs {buildspec.strip()}"
    for variable, value in variables.items():
        yield f"build {name} has {variable}={value}"


def _workflow(name: str, definition: str) -> Iterator[str]:
    whole = json.loads(definition)
    for state, described in whole.pop("States").items():
        yield f"workflow {name}, state {state!r}: {json.dumps(described, sort_keys=True, ensure_ascii=False)}"
    yield f"workflow {name}: {json.dumps(whole, sort_keys=True)}"


def _workgroup(name: str, answers: str) -> str:
    return f"workgroup {name} answers to {answers}"


def _ledger(name: str, keys: list[str]) -> str:
    return f"ledger {name} by {', '.join(keys)}"
