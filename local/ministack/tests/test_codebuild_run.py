"""One build, without a server."""

from __future__ import annotations

import os
from datetime import timedelta
from pathlib import Path

import pytest

from sluice_ministack.settings import Settings

from .emulator import alive


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:1")
    monkeypatch.setenv("DBT_LOG_PATH", "/somewhere")
    # Here and not above: MiniStack reads its environment while it is imported.
    from sluice_ministack.codebuild_run import RunningBuild

    def run(buildspec: str, limit: timedelta = timedelta(minutes=1), **variable: str) -> dict:
        build = {
            **{"id": "p:1", "arn": "arn:build", "buildNumber": 1, "initiator": "test", "startTime": 1, "phases": []},
            "logs": {"groupName": "/aws/codebuild/p", "streamName": os.urandom(8).hex()},
        }
        project = {"source": {"buildspec": buildspec}, "environment": {"environmentVariables": [variable] if variable else []}}
        settings = Settings.of({"SLUICE_BUILD_DIR": str(tmp_path)})
        RunningBuild(settings, tmp_path, build, project, limit).run()
        return build

    return run


def test_a_build_that_takes_too_long_is_stopped(run, tmp_path):
    build = run(f"phases:\n  build:\n    commands: ['echo $$ > {tmp_path}/pid; sleep 1000']\n", timedelta(seconds=1))
    assert build["buildStatus"] == "TIMED_OUT"
    assert build["phases"][-2]["phaseStatus"] == "STOPPED"
    assert not alive(int((tmp_path / "pid").read_text()))


def test_a_variable_that_only_aws_can_read_is_refused(run):
    build = run("phases: {build: {commands: ['true']}}", name="TOKEN", value="sluice/token", type="SECRETS_MANAGER")
    assert build["buildStatus"] == "FAILED"
    message = "the variable TOKEN has type SECRETS_MANAGER; the local CodeBuild knows only PLAINTEXT"
    assert build["phases"][-2]["contexts"] == [{"statusCode": "YAML_FILE_ERROR", "message": message}]


def test_a_buildspec_that_is_not_there_is_named(run):
    build = run("nowhere.yml")
    assert build["buildStatus"] == "FAILED"
    assert "nowhere.yml" in build["phases"][-2]["contexts"][0]["message"]


def test_dbts_own_variables_reach_the_build(run):
    assert run("phases: {build: {commands: ['[ \"$DBT_LOG_PATH\" = /somewhere ]']}}")["buildStatus"] == "SUCCEEDED"


def test_nothing_is_left_in_the_scratch_folder(run, tmp_path):
    run("phases: {build: {commands: ['touch $TMPDIR/file']}}")
    assert list(tmp_path.glob("build-*")) == []
