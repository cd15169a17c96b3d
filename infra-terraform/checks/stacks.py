"""The three stacks on one local AWS: applied, planned again, destroyed. State lies where it would on AWS, in a bucket."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator, Mapping
from typing import Any

from checks.local_aws import CREDENTIALS, REGION, client
from checking import Failed
from checks.places import must, run, work
from checks.terraform import environment, initialise, stack_folder, terraform

# In the order in which they are applied.
ORDER = ("foundation", "contracts", "compute")
# Most of an apply is waiting for answers.
AT_ONCE = "-parallelism=40"
CHANGES = 2  # Terraform's exit code of a plan that is not empty
STATE_BUCKET = "sluice-terraform"
# Names without a suffix are the local world's own.
COMMON = ("-var=environment=local", "-var=bucket_suffix=")
VARIABLES = {
    "foundation": ("-var=force_destroy=true", "-var=github_repository=acme/sluice", f"-var=state_bucket={STATE_BUCKET}"),
    "contracts": (),
    # Nobody waits for a burst here, and nothing may start by itself between two looks.
    "compute": ("-var=image_tag=local", "-var=burst_seconds=1", "-var=schedules_enabled=false"),
}


class Stacks:
    """Terraform for one local AWS.

    `functions` are environment variables by function name, which make the local AWS run the jars of this checkout."""

    def __init__(self, endpoint: str, functions: Mapping[str, Mapping[str, str]]) -> None:
        self._endpoint = endpoint
        self._functions = functions
        client(endpoint, "s3").create_bucket(Bucket=STATE_BUCKET, CreateBucketConfiguration={"LocationConstraint": REGION})

    def apply(self, stack: str) -> None:
        shutil.rmtree(work("applied") / stack, ignore_errors=True)
        initialise(
            stack,
            self._environment(stack),
            f"-backend-config=bucket={STATE_BUCKET}",
            f"-backend-config=region={REGION}",
            "-backend-config=use_path_style=true",
        )
        self._terraform(stack, "apply", "-auto-approve", AT_ONCE, *self._variables(stack))

    def destroy(self, stack: str) -> None:
        # A plan has just looked at everything.
        self._terraform(stack, "destroy", "-auto-approve", "-refresh=false", AT_ONCE, *self._variables(stack))

    def drift(self, stack: str) -> Iterator[str]:
        """Kind of resource and attribute that a second plan would change."""
        plan = str(work("applied") / f"{stack}.plan")
        done = run(
            [terraform(), "plan", "-no-color", "-detailed-exitcode", AT_ONCE, f"-out={plan}", *self._variables(stack)],
            stack_folder(stack), self._environment(stack),
        )
        if done.returncode == 0:
            return
        if done.returncode != CHANGES:
            raise Failed(f"terraform plan of {stack} ended with {done.returncode}: {done.stderr.strip()[-2000:]}")
        shown = json.loads(must([terraform(), "show", "-json", plan], stack_folder(stack), self._environment(stack)))
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

    def resources(self) -> Iterator[dict[str, Any]]:
        """Type and values of every resource that was applied. Read from the states themselves: to show them Terraform would load the
        provider again."""
        for stack in ORDER:
            pulled = json.loads(must([terraform(), "state", "pull"], stack_folder(stack), self._environment(stack)))
            for resource in pulled["resources"]:
                if resource["mode"] == "managed":
                    yield from ({"type": resource["type"], "values": instance["attributes"]} for instance in resource["instances"])

    def _terraform(self, stack: str, verb: str, *arguments: str) -> None:
        must([terraform(), verb, "-no-color", *arguments], stack_folder(stack), self._environment(stack))

    def _variables(self, stack: str) -> tuple[str, ...]:
        own = VARIABLES[stack]
        return (*COMMON, *own, f"-var=extra_environment={json.dumps(self._functions)}") if stack == "compute" else (*COMMON, *own)

    def _environment(self, stack: str) -> dict[str, str]:
        return {
            **environment(stack),
            **CREDENTIALS,
            "TF_DATA_DIR": str(work("applied") / stack),
            "AWS_ENDPOINT_URL": self._endpoint,
            "AWS_REGION": REGION,
            # An API that is missing would otherwise be asked for minutes.
            "AWS_MAX_ATTEMPTS": "3",
        }
