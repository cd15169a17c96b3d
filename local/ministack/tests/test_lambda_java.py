"""Contract: a java* function runs from its own jar in a JVM of its own, and fails as on AWS."""

from __future__ import annotations

import base64
import json
from concurrent.futures import ThreadPoolExecutor

import pytest

from .emulator import ROLE, alive, jsonata, wait_for


def test_answers_from_the_jar_that_the_environment_names(emulator, function_jar):
    name = emulator.function(function_jar, "Echo")
    payload, answer = emulator.invoke(name, {"city": "Łódź"})
    assert payload == {"city": "Łódź"}
    assert "FunctionError" not in answer


def test_answers_from_the_deployed_zip_when_no_jar_is_named(emulator, function_jar):
    payload, _ = emulator.invoke(emulator.function(function_jar, "Surroundings", from_zip=True), {})
    assert "functions.jar" not in payload["classPath"]
    assert payload["classPath"].split(":")[0] == payload["environment"]["LAMBDA_TASK_ROOT"]


def test_an_image_function_runs_from_the_jar_that_the_image_would_hold(emulator, function_jar):
    emulator.client("lambda").create_function(
        FunctionName="image",
        PackageType="Image",
        Role=ROLE,
        Code={"ImageUri": "000000000000.dkr.ecr.eu-central-1.amazonaws.com/scraper:1"},
        ImageConfig={"Command": ["functions.Echo::handleRequest"]},
        Environment={"Variables": {"SLUICE_LOCAL_JAR": str(function_jar)}},
    )
    assert emulator.invoke("image", [1, 2])[0] == [1, 2]


def test_an_image_that_names_its_handler_itself(emulator, function_jar):
    emulator.client("lambda").create_function(
        FunctionName="own-handler",
        PackageType="Image",
        Role=ROLE,
        Code={"ImageUri": "000000000000.dkr.ecr.eu-central-1.amazonaws.com/scraper:1"},
        Environment={"Variables": {"SLUICE_LOCAL_JAR": str(function_jar), "SLUICE_LOCAL_HANDLER": "functions.Echo::handleRequest"}},
    )
    assert emulator.invoke("own-handler", [1, 2])[0] == [1, 2]


def test_one_jvm_serves_one_invocation_after_the_other(emulator, function_jar):
    name = emulator.function(function_jar, "Surroundings")
    first, second = emulator.invoke(name, {})[0], emulator.invoke(name, {})[0]
    assert (first["served"], second["served"]) == (1, 2)
    assert first["pid"] == second["pid"]
    assert first["request"] != second["request"]


def test_invocations_at_the_same_time_get_jvms_of_their_own(emulator, function_jar, tmp_path):
    name = emulator.function(function_jar, "Lingering", timeout=5)
    files = [tmp_path / "one", tmp_path / "two"]
    with ThreadPoolExecutor(2) as pool:
        calls = [pool.submit(emulator.invoke, name, str(file)) for file in files]
        wait_for(lambda: all(file.exists() for file in files))
        assert len({file.read_text().split()[0] for file in files}) == 2
        assert all(call.result()[0]["errorType"] == "Sandbox.Timedout" for call in calls)


def test_the_function_sees_what_aws_sets_and_nothing_of_the_persons_shell(emulator, function_jar, monkeypatch):
    name = emulator.function(
        function_jar, "Surroundings", memory=512, timeout=20, SLUICE_LOCAL_JAVA_OPTS="-Dsluice.test=yes", GREETING="hi"
    )
    seen, _ = emulator.invoke(name, {})
    environment = seen["environment"]
    assert environment["AWS_REGION"] == "eu-central-1"
    assert environment["AWS_ENDPOINT_URL"] == emulator.endpoint
    assert environment["AWS_ACCESS_KEY_ID"].startswith("ASIA")
    assert environment["GREETING"] == "hi"
    assert environment["TZ"] == "UTC"
    assert "GATEWAY_PORT" not in environment
    assert "SLUICE_LAMBDA_RUNTIME" not in environment
    assert seen["property"] == "yes"
    assert seen["function"] == name
    assert seen["arn"].endswith(f":function:{name}")
    assert 300 <= seen["heapMegabytes"] <= 384
    assert seen["memory"] == 512
    assert 0 < seen["remaining"] <= 20_000
    assert seen["classPath"].split(":")[0] == str(function_jar)


def test_the_class_of_an_exception_is_the_error_type(emulator, function_jar):
    payload, answer = emulator.invoke(emulator.function(function_jar, "Failing"), 1)
    assert answer["FunctionError"] == "Unhandled"
    assert payload["errorType"] == "functions.SourceUnavailableException"
    assert payload["errorMessage"] == 'the "site" is down\n(try later)'
    assert payload["cause"]["errorType"] == "java.io.IOException"
    assert payload["stackTrace"][0].startswith("functions.Failing.handleRequest(")


def test_the_class_of_an_exception_reaches_catch(emulator, function_jar):
    name = emulator.function(function_jar, "Failing")
    output = emulator.run(
        jsonata(
            {
                "Extract": {
                    "Type": "Task",
                    "Resource": "arn:aws:states:::lambda:invoke",
                    "Arguments": {"FunctionName": name, "Payload": 1},
                    "Catch": [
                        {"ErrorEquals": ["functions.SomethingElse"], "Next": "Wrong"},
                        {
                            "ErrorEquals": ["functions.SourceUnavailableException"],
                            "Output": {
                                "error": "{% $states.errorOutput.Error %}",
                                "cause": "{% $parse($states.errorOutput.Cause) %}",
                            },
                            "Next": "Caught",
                        },
                    ],
                    "Next": "Wrong",
                },
                "Caught": {"Type": "Succeed"},
                "Wrong": {"Type": "Fail"},
            }
        )
    )
    assert output["error"] == "functions.SourceUnavailableException"
    assert output["cause"]["errorMessage"] == 'the "site" is down\n(try later)'


def test_the_class_of_an_exception_is_retried_by_name(emulator, function_jar):
    name = emulator.function(function_jar, "Failing")
    output = emulator.run(
        jsonata(
            {
                "Extract": {
                    "Type": "Task",
                    "Resource": "arn:aws:states:::lambda:invoke",
                    "Arguments": {"FunctionName": name, "Payload": 2},
                    "Retry": [{"ErrorEquals": ["functions.SourceUnavailableException"], "MaxAttempts": 2, "IntervalSeconds": 1}],
                    "Output": "{% $states.result.Payload %}",
                    "End": True,
                }
            }
        )
    )
    assert output == 3


def test_a_function_that_cannot_be_loaded_says_why(emulator, function_jar):
    name = emulator.function(function_jar, "Unloadable")
    for _ in range(2):
        payload, answer = emulator.invoke(name, {})
        assert answer["FunctionError"] == "Unhandled"
        assert payload["errorType"] == "java.lang.reflect.InvocationTargetException"
        assert payload["cause"]["errorMessage"] == "SLUICE_RAW_BUCKET is not set"


def test_a_missing_class_is_named(emulator, function_jar):
    payload, _ = emulator.invoke(emulator.function(function_jar, "Nowhere"), {})
    assert payload["errorType"] == "java.lang.ClassNotFoundException"
    assert payload["errorMessage"] == "functions.Nowhere"


def test_a_timeout_ends_the_jvm_and_what_it_started(emulator, function_jar, tmp_path):
    name = emulator.function(function_jar, "Lingering", timeout=2)
    payload, answer = emulator.invoke(name, str(tmp_path / "pids"))
    assert answer["FunctionError"] == "Unhandled"
    assert payload["errorType"] == "Sandbox.Timedout"
    assert payload["errorMessage"].endswith("Error: Task timed out after 2.00 seconds")
    pids = [int(pid) for pid in (tmp_path / "pids").read_text().split()]
    wait_for(lambda: not any(alive(pid) for pid in pids))


def test_a_function_that_exits_is_reported_and_started_again(emulator, function_jar):
    name = emulator.function(function_jar, "Exiting")
    for _ in range(2):
        payload, _ = emulator.invoke(name, {})
        assert payload["errorType"] == "Runtime.ExitError"
        assert payload["errorMessage"].endswith("Error: Runtime exited with status 7")


def test_the_log_of_an_invocation_is_complete_when_it_answers(emulator, function_jar):
    name = emulator.function(function_jar, "Echo")
    _, answer = emulator.invoke(name, {"a": 1}, LogType="Tail")
    lines = emulator.log_lines(f"/aws/lambda/{name}")
    request = answer["ResponseMetadata"]["RequestId"]
    assert lines[0].startswith("START RequestId: ")
    assert lines[1:3] == ["echo of 8 bytes, zażółć", "by the logger"]
    assert lines[3].startswith("END RequestId: ")
    assert "Init Duration" in lines[4]
    assert "Max Memory Used: 0 MB" not in lines[4]
    tail = base64.b64decode(answer["LogResult"]).decode()
    assert "echo of 8 bytes, zażółć" in tail
    assert request


def test_a_changed_configuration_reaches_the_next_invocation(emulator, function_jar):
    name = emulator.function(function_jar, "Surroundings", GREETING="old")
    assert emulator.invoke(name, {})[0]["environment"]["GREETING"] == "old"
    emulator.client("lambda").update_function_configuration(
        FunctionName=name, Environment={"Variables": {"SLUICE_LOCAL_JAR": str(function_jar), "GREETING": "new"}}
    )
    assert emulator.invoke(name, {})[0]["environment"]["GREETING"] == "new"


@pytest.mark.parametrize("event", [None, 7, "text", [], {"deep": [{"er": None}]}])
def test_any_json_is_an_event(emulator, function_jar, event):
    name = emulator.function(function_jar, "Echo")
    assert emulator.invoke(name, event)[0] == event


def test_too_large_an_answer_is_refused(emulator, function_jar):
    payload, _ = emulator.invoke(emulator.function(function_jar, "Echo", memory=512), "x" * (6 * 1024 * 1024))
    assert payload["errorType"] == "Function.ResponseSizeTooLarge"
    assert json.dumps(payload)
