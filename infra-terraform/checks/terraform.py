"""Terraform itself: form, validity, and the stacks' own tests with a mocked AWS."""

from __future__ import annotations

import json
import os
from functools import cache
from pathlib import Path
from typing import Any

from checking import Failed, Skipped
from checks.places import ROOM, STACKS, built, must, program, run, work

UNREACHABLE = "could not connect to registry.terraform.io"
INSTALL = "HashiCorp's pages have it for every system; versions 1.11 and newer work"


def terraform() -> str:
    return program("terraform", INSTALL)


def stack_folder(stack: str) -> Path:
    return ROOM / "stacks" / stack


def environment(stack: str) -> dict[str, str]:
    """Providers and modules are kept outside of the repository; nothing asks and nothing waits for an answer."""
    return {"TF_DATA_DIR": str(work(f"data/{stack}")), "TF_IN_AUTOMATION": "1", "TF_INPUT": "0", "CHECKPOINT_DISABLE": "1"}


def initialise(stack: str, environment: dict[str, str], *backend: str) -> None:
    """With the committed lock file; the provider comes from the folder SLUICE_TF_PLUGIN_DIR where that is set."""
    mirror = os.environ.get("SLUICE_TF_PLUGIN_DIR")
    from_mirror = [f"-plugin-dir={mirror}"] if mirror else []
    done = run([terraform(), "init", "-lockfile=readonly", "-no-color", *backend, *from_mirror], stack_folder(stack), environment)
    if done.returncode != 0 and UNREACHABLE in " ".join(done.stderr.split()):
        raise Skipped("Terraform's registry is out of reach; SLUICE_TF_PLUGIN_DIR names a folder with the provider")
    if done.returncode != 0:
        raise Failed(f"terraform init of {stack} ended with {done.returncode}: {done.stderr.strip()[-2000:]}")


@cache
def initialised(stack: str) -> None:
    initialise(stack, environment(stack), "-backend=false")


def form() -> str:
    done = run([terraform(), "fmt", "-check", "-recursive", "-no-color"], ROOM)
    if done.returncode != 0:
        raise Failed(f"expected the form of terraform fmt, found others: {(done.stdout + done.stderr).split()}")
    return "every file has its standard form"


def valid() -> str:
    for stack in STACKS:
        initialised(stack)
        must([terraform(), "validate", "-no-color"], stack_folder(stack), environment(stack))
    return f"stacks {', '.join(STACKS)}"


def tests() -> str:
    passed = sum(_tested(stack)[0] for stack in STACKS)
    return f"{passed} runs against a mocked AWS"


def rendered(stack: str) -> dict[str, Any]:
    """The stack's state after run "everything": every value that Terraform would send, where AWS does not make it up."""
    return _tested(stack)[1]


def resources(module: dict[str, Any]) -> list[dict[str, Any]]:
    """Of a rendered state: the resources of a module and of the modules in it."""
    own = [resource for resource in module.get("resources", []) if resource["mode"] == "managed"]
    return own + [resource for child in module.get("child_modules", []) for resource in resources(child)]


@cache
def _tested(stack: str) -> tuple[int, dict[str, Any]]:
    if stack == "compute":
        built("validator")
    initialised(stack)
    done = run([terraform(), "test", "-json", "-verbose"], stack_folder(stack), environment(stack))
    said = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
    if done.returncode != 0:
        problems = [line["diagnostic"] for line in said if line["type"] == "diagnostic"]
        raise Failed(f"{stack}: " + "; ".join(f"{its['summary']}: {its['detail']}" for its in problems) or done.stderr)
    states = [
        line["test_state"]
        for line in said
        if line["type"] == "test_state" and line["@testfile"] == f"tests/{stack}.tftest.hcl" and line["@testrun"] == "everything"
    ]
    summary = next(line["test_summary"] for line in said if line["type"] == "test_summary")
    return summary["passed"], states[0]["root_module"]
