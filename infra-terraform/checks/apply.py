"""All three stacks on a local AWS: applied, planned again without a difference, and taken down without a rest."""

from __future__ import annotations

import json
import shutil
import time
from collections.abc import Iterator
from typing import Any

import yaml

from checks.local_aws import CREDENTIALS, REGION, client, local_aws
from checks.outcome import Failed
from checks.places import ROOM, built, must, work
from checks.terraform import environment, initialise, stack_folder, terraform

STATE_BUCKET = "sluice-terraform"
# Names without a suffix are the local world's own.
COMMON = ("-var=environment=local", "-var=bucket_suffix=")
VARIABLES = {
    "foundation": ("-var=force_destroy=true", "-var=github_repository=acme/sluice", f"-var=state_bucket={STATE_BUCKET}"),
    "contracts": (),
    "compute": ("-var=image_tag=local",),
}


def applied() -> str:
    built("validator")
    with local_aws("apply") as endpoint:
        client(endpoint, "s3").create_bucket(
            Bucket=STATE_BUCKET, CreateBucketConfiguration={"LocationConstraint": REGION}
        )
        seconds = {}
        for stack in VARIABLES:
            _initialise(stack, endpoint)
            seconds[f"apply {stack}"] = _timed(stack, endpoint, "apply", "-auto-approve")
        drift = sorted({change for stack in VARIABLES for change in _drift(stack, endpoint)})
        for stack in reversed(VARIABLES):
            seconds[f"destroy {stack}"] = _timed(stack, endpoint, "destroy", "-auto-approve")
        rest = sorted(_rest(endpoint))
    gaps = yaml.safe_load((ROOM / "emulator-gaps.yml").read_text())
    wrong = [f"a second plan would change {each}" for each in drift if each not in gaps]
    wrong += [f"emulator-gaps.yml names what no longer differs: {each}" for each in gaps if each not in drift]
    wrong += [f"destroy left {each}" for each in rest]
    if wrong:
        raise Failed("\n".join(wrong))
    return ", ".join(f"{what} {took:.0f} s" for what, took in seconds.items()) + f", {len(gaps)} gaps of the emulator in the second plan"


def _rest(endpoint: str) -> Iterator[str]:
    """What is still there of the kinds that hold data, run, or may do something."""
    yield from (each["Name"] for each in client(endpoint, "s3").list_buckets()["Buckets"] if each["Name"] != STATE_BUCKET)
    yield from client(endpoint, "dynamodb").list_tables()["TableNames"]
    yield from client(endpoint, "sqs").list_queues().get("QueueUrls", [])
    yield from (each["TopicArn"] for each in client(endpoint, "sns").list_topics()["Topics"])
    yield from (each["FunctionArn"] for each in client(endpoint, "lambda").list_functions()["Functions"])
    yield from (each["stateMachineArn"] for each in client(endpoint, "stepfunctions").list_state_machines()["stateMachines"])
    yield from (each["Arn"] for each in client(endpoint, "scheduler").list_schedules()["Schedules"])
    yield from (each["Arn"] for each in client(endpoint, "events").list_rules()["Rules"])
    yield from (each["Name"] for each in client(endpoint, "glue").get_databases()["DatabaseList"])
    yield from (each["ARN"] for each in client(endpoint, "secretsmanager").list_secrets()["SecretList"])
    yield from (each["logGroupName"] for each in client(endpoint, "logs").describe_log_groups()["logGroups"])
    yield from (each["Arn"] for each in client(endpoint, "iam").list_roles()["Roles"] if each["RoleName"].startswith("sluice"))


def _environment(stack: str, endpoint: str) -> dict[str, str]:
    return {
        **environment(stack),
        **CREDENTIALS,
        "TF_DATA_DIR": str(work("applied") / stack),
        "AWS_ENDPOINT_URL": endpoint,
        "AWS_REGION": REGION,
        # An API that is missing would otherwise be asked for minutes.
        "AWS_MAX_ATTEMPTS": "3",
    }


def _initialise(stack: str, endpoint: str) -> None:
    """The state lies where it would on AWS, in a bucket; only its address is this machine's."""
    shutil.rmtree(work("applied") / stack, ignore_errors=True)
    initialise(
        stack,
        _environment(stack, endpoint),
        f"-backend-config=bucket={STATE_BUCKET}",
        f"-backend-config=region={REGION}",
        "-backend-config=use_path_style=true",
    )


def _timed(stack: str, endpoint: str, *command: str) -> float:
    begin = time.monotonic()
    must(
        [terraform(), *command, "-no-color", *COMMON, *VARIABLES[stack]], stack_folder(stack), _environment(stack, endpoint)
    )
    return time.monotonic() - begin


def _drift(stack: str, endpoint: str) -> Iterator[str]:
    """Kind of resource and attribute that a second plan would change."""
    its = _environment(stack, endpoint)
    plan = str(work("applied") / f"{stack}.plan")
    must([terraform(), "plan", f"-out={plan}", "-no-color", *COMMON, *VARIABLES[stack]], stack_folder(stack), its)
    shown: dict[str, Any] = json.loads(must([terraform(), "show", "-json", plan], stack_folder(stack), its))
    for resource in shown.get("resource_changes", []):
        change = resource["change"]
        if change["actions"] in (["no-op"], ["read"]):
            continue
        before, after = change["before"] or {}, change["after"] or {}
        if change["actions"] != ["update"]:
            yield f"{resource['type']}: {' and '.join(change['actions'])}"
        for attribute in sorted(set(before) | set(after)):
            if before.get(attribute) != after.get(attribute):
                yield f"{resource['type']}: {attribute}"
