"""Contract: nothing outlives the emulator, and nothing outlives what holds it."""

from __future__ import annotations

import signal
import subprocess
import sys
import threading

import pytest

from .conftest import java
from .emulator import ROLE, Emulator, alive, wait_for


@pytest.fixture
def busy(tmp_path, runtime_class_path, function_jar):
    """An emulator with a function and a build that never end, and the process ids of all that runs for them."""
    with Emulator(
        None, SLUICE_LAMBDA_JAVA=java("java"), SLUICE_LAMBDA_RUNTIME=runtime_class_path, SLUICE_BUILD_DIR=str(tmp_path)
    ) as emulator:
        name = emulator.function(function_jar, "Lingering", timeout=900)
        emulator.client("lambda").invoke(FunctionName=name, InvocationType="Event", Payload=f'"{tmp_path}/function"'.encode())
        codebuild = emulator.client("codebuild")
        spec = f"version: 0.2\nphases:\n  build:\n    commands:\n      - sleep 1000 & echo $$ $! > {tmp_path}/build.new; mv {tmp_path}/build.new {tmp_path}/build; wait\n"
        codebuild.create_project(
            name="builds",
            source={"type": "NO_SOURCE", "buildspec": spec},
            artifacts={"type": "NO_ARTIFACTS"},
            serviceRole=ROLE,
            environment={"type": "LINUX_CONTAINER", "image": "i", "computeType": "BUILD_GENERAL1_SMALL"},
        )
        codebuild.start_build(projectName="builds")
        files = [tmp_path / "function", tmp_path / "build"]
        wait_for(lambda: all(file.exists() for file in files))
        pids = [int(pid) for file in files for pid in file.read_text().split()]
        assert len(pids) == 4 and all(alive(pid) for pid in pids)
        yield emulator, pids


def test_an_orderly_end_leaves_no_process(busy):
    emulator, pids = busy
    assert emulator.end(signal.SIGTERM) == 0
    assert not [pid for pid in pids if alive(pid)]


def test_the_end_of_standard_input_is_an_orderly_end(busy):
    emulator, pids = busy
    emulator.process.stdin.close()
    assert emulator.process.wait(30) == 0
    assert not [pid for pid in pids if alive(pid)]


def test_a_killed_emulator_leaves_no_process_either(busy):
    emulator, pids = busy
    assert emulator.end(signal.SIGKILL) == -signal.SIGKILL
    # The function's own child belongs to the function: a JVM that ends because nobody holds it takes its children along.
    wait_for(lambda: not [pid for pid in pids if alive(pid)], 15)


def test_nothing_is_left_in_the_folder_for_temporary_files(tmp_path, runtime_class_path, function_jar):
    variables = {"SLUICE_LAMBDA_JAVA": java("java"), "SLUICE_LAMBDA_RUNTIME": runtime_class_path, "TMPDIR": str(tmp_path)}
    with Emulator(None, **variables) as emulator:
        assert emulator.invoke(emulator.function(function_jar, "Echo", from_zip=True), 1)[0] == 1
        (scratch,) = tmp_path.iterdir()
        assert any(scratch.glob("ministack-provided-code-*"))
    assert list(tmp_path.iterdir()) == []


def test_without_a_lifeline_the_end_of_standard_input_means_nothing(runtime_class_path):
    with Emulator(None, SLUICE_LAMBDA_RUNTIME=runtime_class_path) as emulator:
        other = subprocess.Popen(
            [sys.executable, "-m", "sluice_ministack"],
            env=emulator._environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
        )
        try:
            assert other.stdout.readline().startswith(b"READY ")
            with pytest.raises(subprocess.TimeoutExpired):
                other.wait(1)
        finally:
            other.terminate()
            assert other.wait(30) == 0
            other.stdout.close()


def test_ready_is_one_line_and_the_port_answers_at_once(runtime_class_path):
    with Emulator(None, SLUICE_LAMBDA_RUNTIME=runtime_class_path) as emulator:
        assert set(emulator.ready) == {"endpoint", "region", "account", "ministack", "pid"}
        assert emulator.ready["region"] == "eu-central-1"
        assert emulator.ready["pid"] == emulator.process.pid
        assert emulator.client("sts").get_caller_identity()["Account"] == "000000000000"
        more: list[bytes] = []
        reader = threading.Thread(target=lambda: more.extend(emulator.process.stdout.readlines()))
        emulator.process.send_signal(signal.SIGTERM)
        reader.start()
        reader.join(30)
        assert more == []


def test_only_this_machine_can_reach_it(runtime_class_path):
    with Emulator(None, SLUICE_LAMBDA_RUNTIME=runtime_class_path) as emulator:
        port = int(emulator.endpoint.rpartition(":")[2])
        listening = subprocess.run(["cat", "/proc/net/tcp"], capture_output=True, text=True).stdout
        addresses = {
            row.split()[1].split(":")[0]
            for row in listening.splitlines()[1:]
            if row.split()[1].endswith(f":{port:04X}") and row.split()[3] == "0A"
        }
        assert addresses == {"0100007F"}


@pytest.mark.parametrize(
    ("variables", "arguments", "message"),
    [
        ({"GATEWAY_PORT": "http"}, [], "GATEWAY_PORT is 'http'; expected a port number between 0 and 65535"),
        ({"SLUICE_STATE_DIR": "state"}, [], "SLUICE_STATE_DIR is 'state'; expected an absolute path"),
        ({"SLUICE_CRAWL_SECONDS": "soon"}, [], "SLUICE_CRAWL_SECONDS is 'soon'; expected a number of seconds"),
        ({}, ["--detach"], "Unknown option --detach; expected --lifeline"),
    ],
)
def test_bad_input_is_named_and_ends_with_2(variables, arguments, message):
    environment = Emulator(None, **variables)._environment
    ended = subprocess.run(
        [sys.executable, "-m", "sluice_ministack", *arguments],
        env=environment,
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
    )
    assert ended.returncode == 2
    assert message in ended.stderr
    assert ended.stdout == ""


def test_a_port_that_is_taken_is_named(runtime_class_path):
    with Emulator(None, SLUICE_LAMBDA_RUNTIME=runtime_class_path) as emulator:
        port = emulator.endpoint.rpartition(":")[2]
        environment = Emulator(None, GATEWAY_PORT=port)._environment
        ended = subprocess.run(
            [sys.executable, "-m", "sluice_ministack"], env=environment, capture_output=True, text=True, stdin=subprocess.DEVNULL
        )
        assert ended.returncode == 2
        assert f"GATEWAY_PORT is {port}, but 127.0.0.1:{port} cannot be used: Address already in use" in ended.stderr
