"""Settings: defaults, the full mapping, and bad values."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from sluice_ministack.settings import InvalidSettings, Settings


def test_defaults():
    assert Settings.of({}) == Settings(
        port=0,
        region="eu-central-1",
        lambda_java="java",
        lambda_runtime="",
        lambda_java_options=(),
        lambda_idle=timedelta(minutes=5),
        athena_url=None,
        build_dir=Path.cwd(),
        build_path="",
        crawl_time=timedelta(milliseconds=300),
        state_dir=None,
        lifeline=False,
        calls_file=None,
    )


def test_every_variable_is_read():
    assert Settings.of(
        {
            "GATEWAY_PORT": "4567",
            "MINISTACK_REGION": "eu-west-1",
            "SLUICE_LAMBDA_JAVA": "/jdk/bin/java",
            "SLUICE_LAMBDA_RUNTIME": "/a.jar:/b.jar",
            "SLUICE_LAMBDA_JAVA_OPTS": "-Xss256k '-Da=b c'",
            "SLUICE_LAMBDA_IDLE_SECONDS": "60",
            "SLUICE_ATHENA_URL": "http://127.0.0.1:1",
            "SLUICE_BUILD_DIR": "/dbt",
            "SLUICE_BUILD_PATH": "/venv/bin",
            "SLUICE_CRAWL_SECONDS": "0",
            "SLUICE_STATE_DIR": "/state",
            "SLUICE_LIFELINE": "1",
            "SLUICE_LOCAL_CALLS": "/calls.jsonl",
        }
    ) == Settings(
        port=4567,
        region="eu-west-1",
        lambda_java="/jdk/bin/java",
        lambda_runtime="/a.jar:/b.jar",
        lambda_java_options=("-Xss256k", "-Da=b c"),
        lambda_idle=timedelta(minutes=1),
        athena_url="http://127.0.0.1:1",
        build_dir=Path("/dbt"),
        build_path="/venv/bin",
        crawl_time=timedelta(0),
        state_dir=Path("/state"),
        lifeline=True,
        calls_file=Path("/calls.jsonl"),
    )


@pytest.mark.parametrize(
    ("variables", "message"),
    [
        ({"GATEWAY_PORT": "-1"}, "GATEWAY_PORT is '-1'; expected a port number between 0 and 65535 (0 takes any free one)"),
        ({"GATEWAY_PORT": "65536"}, "GATEWAY_PORT is '65536'; expected a port number"),
        (
            {"SLUICE_LAMBDA_IDLE_SECONDS": "nan"},
            "SLUICE_LAMBDA_IDLE_SECONDS is 'nan'; expected a number of seconds that is not negative",
        ),
        ({"SLUICE_CRAWL_SECONDS": "-1"}, "SLUICE_CRAWL_SECONDS is '-1'; expected a number of seconds that is not negative"),
        ({"SLUICE_BUILD_DIR": "dbt"}, "SLUICE_BUILD_DIR is 'dbt'; expected an absolute path"),
    ],
)
def test_bad_values_are_named(variables, message):
    with pytest.raises(InvalidSettings) as refused:
        Settings.of(variables)
    assert str(refused.value).startswith(message)


def test_ministack_is_bound_to_this_machine_and_kept_from_other_listeners():
    variables = Settings.of({}).for_ministack(4567, Path("/scratch"))
    assert variables["BIND_HOST"] == variables["MINISTACK_HOST"] == "127.0.0.1"
    assert variables["AWS_ENDPOINT_URL"] == "http://127.0.0.1:4567"
    assert (variables["IOT_MTLS_ENABLED"], variables["SFTP_ENABLED"]) == ("0", "0")
    assert variables["TMPDIR"] == "/scratch"
    assert "PERSIST_STATE" not in variables


def test_a_state_folder_makes_everything_persistent():
    variables = Settings.of({"SLUICE_STATE_DIR": "/state"}).for_ministack(1, Path("/scratch"))
    assert (variables["PERSIST_STATE"], variables["S3_PERSIST"]) == ("1", "1")
    assert (variables["STATE_DIR"], variables["S3_DATA_DIR"]) == ("/state/services", "/state/s3")
