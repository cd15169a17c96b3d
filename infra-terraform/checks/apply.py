"""All three stacks on a local AWS: applied, worked with for a day as on a laptop, with what their roles may and no more, planned again
without a difference, taken down without a rest."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from typing import Any, TypeVar

import yaml

from checks.day import MARTS, lived, more_orders
from checks.iam import compared, recorded
from checks.local_aws import client
from checking import Failed, Proven
from checks.places import ROOM, built, work
from checks.rare import happened
from checks.stacks import ORDER, STATE_BUCKET, Stacks
from checks.worlds import World, world

Result = TypeVar("Result")


def applied() -> Proven:
    built("cli")
    facts: dict[str, Any] = {"applied": False, "destroyed": False, "drift": [], "martsEqual": False, "iam": {"notAllowed": [], "neverUsed": []}}
    try:
        return Proven(_shown(facts), facts)
    except Failed as reason:
        raise Failed(str(reason), facts) from reason


def _shown(facts: dict[str, Any]) -> str:
    watch = Watch()
    calls = work("stacks-calls") / "calls.jsonl"
    calls.unlink(missing_ok=True)
    with ThreadPoolExecutor(1) as beside, ExitStack() as until_lived:
        laptop = until_lived.enter_context(world("laptop", "provisioned"))
        # An apply is mostly waiting.
        day = beside.submit(watch, "the day on a laptop", lambda: lived(laptop.sluice))
        with world("stacks", "empty", SLUICE_LOCAL_CALLS=str(calls)) as empty:
            stacks = Stacks(empty.endpoint, empty.functions)
            for stack in ORDER:
                watch(f"apply {stack}", lambda: stacks.apply(stack))
                if stack == "foundation":
                    put_secrets(empty)
            facts["applied"] = True
            on_the_laptop = day.result()
            until_lived.close()
            on_the_stacks = watch("the day on the stacks", lambda: lived(empty.sluice))
            watch("what seldom happens", lambda: happened(empty.endpoint, empty.sluice, str(more_orders())))
            roles = compared(list(stacks.resources()), recorded(calls))
            drift = watch("plan again", lambda: sorted({change for stack in ORDER for change in stacks.drift(stack)}))
            for stack in reversed(ORDER):
                watch(f"destroy {stack}", lambda: stacks.destroy(stack))
            rest = sorted(_rest(empty.endpoint))
    gaps = yaml.safe_load((ROOM / "emulator-gaps.yml").read_text())
    unlike = [part for part in on_the_laptop if on_the_laptop[part] != on_the_stacks[part]]
    facts |= {"iam": {"notAllowed": roles.not_allowed, "neverUsed": roles.never_used}}
    facts |= {"destroyed": not rest, "drift": [each for each in drift if each not in gaps], "martsEqual": not set(unlike) & set(MARTS)}
    wrong = [f"{part}: {on_the_laptop[part]!s:.300} on the laptop, {on_the_stacks[part]!s:.300} on the stacks" for part in unlike]
    wrong += roles.wrong()
    wrong += [f"a second plan would change {each}" for each in facts["drift"]]
    wrong += [f"emulator-gaps.yml names what no longer differs: {each}" for each in gaps if each not in drift]
    wrong += [f"destroy left {each}" for each in rest]
    if wrong:
        raise Failed("\n".join(wrong))
    return ", ".join(watch.read())


class Watch:
    """Says how long each step took."""

    def __init__(self) -> None:
        self._seconds: dict[str, float] = {}

    def __call__(self, step: str, action: Callable[[], Result]) -> Result:
        begin = time.monotonic()
        try:
            return action()
        finally:
            self._seconds[step] = time.monotonic() - begin

    def read(self) -> list[str]:
        return [f"{step} {seconds:.0f} s" for step, seconds in self._seconds.items()]


def put_secrets(its: World) -> None:
    """As docs/deploy.md has a person do it, once the foundation is there."""
    secrets = client(its.endpoint, "secretsmanager")
    # The salt of the local world: the same customers must get the same hashes.
    secrets.put_secret_value(SecretId="sluice/pii-salt", SecretString="local-world")
    secrets.put_secret_value(SecretId="sluice/currency_rates", SecretString=json.dumps(its.postgres))


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
    # Glue makes one of its own, for all crawlers of an account.
    groups = client(endpoint, "logs").describe_log_groups()["logGroups"]
    yield from (each["logGroupName"] for each in groups if each["logGroupName"] != "/aws-glue/crawlers")
    yield from (each["Arn"] for each in client(endpoint, "iam").list_roles()["Roles"] if each["RoleName"].startswith("sluice"))
