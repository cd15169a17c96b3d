"""Contract: a function that nobody uses does not keep its JVM."""

from __future__ import annotations

import pytest

from .conftest import java
from .emulator import Emulator, alive, wait_for


@pytest.fixture
def impatient(runtime_class_path):
    with Emulator(
        None, SLUICE_LAMBDA_JAVA=java("java"), SLUICE_LAMBDA_RUNTIME=runtime_class_path, SLUICE_LAMBDA_IDLE_SECONDS="1"
    ) as emulator:
        yield emulator


def test_an_idle_jvm_ends_and_the_next_invocation_gets_a_new_one(impatient, function_jar):
    name = impatient.function(function_jar, "Surroundings")
    first = impatient.invoke(name, {})[0]
    wait_for(lambda: not alive(first["pid"]), 30)
    second = impatient.invoke(name, {})[0]
    assert second["pid"] != first["pid"]
    assert second["served"] == 1


def test_a_jvm_at_work_is_never_idle(impatient, function_jar, tmp_path):
    name = impatient.function(function_jar, "Lingering", timeout=5)
    payload, _ = impatient.invoke(name, str(tmp_path / "pids"))
    assert payload["errorType"] == "Sandbox.Timedout"
