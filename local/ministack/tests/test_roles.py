"""Contract: whoever works for a role carries keys of that role, and STS says so."""

from __future__ import annotations

import boto3

from .emulator import ROLE
from .test_codebuild import build, buildspec, project  # noqa: F401


def identity(emulator, keys: dict[str, str]) -> dict:
    sts = boto3.client(
        "sts",
        endpoint_url=emulator.endpoint,
        region_name="eu-central-1",
        aws_access_key_id=keys["AWS_ACCESS_KEY_ID"],
        aws_secret_access_key=keys["AWS_SECRET_ACCESS_KEY"],
        aws_session_token=keys["AWS_SESSION_TOKEN"],
    )
    return sts.get_caller_identity()


def test_a_function_speaks_for_its_role(emulator, function_jar):
    name = emulator.function(function_jar, "Surroundings")
    environment = emulator.invoke(name, {})[0]["environment"]
    assert identity(emulator, environment)["Arn"] == f"arn:aws:sts::000000000000:assumed-role/{ROLE.rpartition('/')[2]}/{name}"
    assert identity(emulator, environment)["Account"] == "000000000000"


def test_functions_of_different_roles_have_different_keys(emulator, function_jar):
    names = [emulator.function(function_jar, "Surroundings") for _ in range(2)]
    emulator.client("lambda").update_function_configuration(FunctionName=names[1], Role=f"{ROLE}-other")
    keys = [emulator.invoke(name, {})[0]["environment"]["AWS_ACCESS_KEY_ID"] for name in names]
    assert keys[0] != keys[1]


def test_a_build_speaks_for_the_service_role_of_its_project(emulator, project):  # noqa: F811
    spec = buildspec(build=[f"echo {name}=${name}" for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN")])
    _, lines = build(emulator, project(spec))
    keys = dict(line.split("=", 1) for line in lines if line.startswith("AWS_"))
    assert identity(emulator, keys)["Arn"].startswith("arn:aws:sts::000000000000:assumed-role/test/")


def test_what_speaks_for_no_role_is_the_account(emulator):
    assert emulator.client("sts").get_caller_identity()["Arn"] == "arn:aws:iam::000000000000:root"
