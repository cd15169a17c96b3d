"""Contract: CodeBuild really runs the buildspec, and a failing one fails the workflow."""

from __future__ import annotations

import json
import uuid

import pytest

from .emulator import ROLE, alive, jsonata, wait_for


@pytest.fixture
def project(emulator):
    def make(buildspec: str, **variables: str) -> str:
        name = f"project-{uuid.uuid4().hex[:8]}"
        emulator.client("codebuild").create_project(
            name=name,
            source={"type": "NO_SOURCE", "buildspec": buildspec},
            artifacts={"type": "NO_ARTIFACTS"},
            serviceRole=ROLE,
            environment={
                "type": "LINUX_CONTAINER",
                "image": "image",
                "computeType": "BUILD_GENERAL1_SMALL",
                "environmentVariables": [{"name": key, "value": value} for key, value in variables.items()],
            },
        )
        return name

    return make


def buildspec(**phases: list[str]) -> str:
    return json.dumps({"version": 0.2, "phases": {name: {"commands": commands} for name, commands in phases.items()}})


def build(emulator, project: str, **options) -> tuple[dict, list[str]]:
    """One build to its end, and its log."""
    codebuild = emulator.client("codebuild")
    started = codebuild.start_build(projectName=project, **options)["build"]
    ended = wait_for(
        lambda: (
            found
            if (found := codebuild.batch_get_builds(ids=[started["id"]])["builds"][0])["buildStatus"] != "IN_PROGRESS"
            else None
        )
    )
    return ended, emulator.log_lines(ended["logs"]["groupName"], ended["logs"]["streamName"])


def workflow(project: str, **arguments) -> dict:
    return jsonata(
        {
            "Build": {
                "Type": "Task",
                "Resource": "arn:aws:states:::codebuild:startBuild.sync",
                "Arguments": {"ProjectName": project, **arguments},
                "End": True,
            }
        }
    )


def test_the_phases_run_in_order_and_in_one_shell(emulator, project, build_dir):
    spec = buildspec(
        install=["export ONE=1", "cd /"],
        pre_build=["two=2"],
        build=['echo "$ONE $two in $(pwd), sources in $CODEBUILD_SRC_DIR"'],
        post_build=['echo "succeeding: $CODEBUILD_BUILD_SUCCEEDING"'],
    )
    ended, lines = build(emulator, project(spec))
    assert ended["buildStatus"] == "SUCCEEDED"
    assert f"1 2 in /, sources in {build_dir}" in lines
    assert "succeeding: 1" in lines
    phases = [(phase["phaseType"], phase["phaseStatus"]) for phase in ended["phases"]]
    assert phases[-5:] == [(name, "SUCCEEDED") for name in ("INSTALL", "PRE_BUILD", "BUILD", "POST_BUILD", "COMPLETED")]


def test_a_failed_build_phase_still_has_its_post_build(emulator, project):
    spec = buildspec(build=["false", "echo never"], post_build=['echo "succeeding: $CODEBUILD_BUILD_SUCCEEDING"'])
    ended, lines = build(emulator, project(spec))
    assert ended["buildStatus"] == "FAILED"
    assert "succeeding: 0" in lines
    assert "never" not in lines
    failed = next(phase for phase in ended["phases"] if phase["phaseType"] == "BUILD")
    assert failed["phaseStatus"] == "FAILED"
    assert failed["contexts"][0] == {
        "statusCode": "COMMAND_EXECUTION_ERROR",
        "message": "Error while executing command: false. Reason: exit status 1",
    }


def test_a_build_that_exits_still_has_its_post_build(emulator, project):
    ended, lines = build(
        emulator, project(buildspec(build=["exit 3"], post_build=['echo "succeeding: $CODEBUILD_BUILD_SUCCEEDING"']))
    )
    assert ended["buildStatus"] == "FAILED"
    assert "succeeding: 0" in lines
    assert any("exit status 3" in line for line in lines)


def test_a_failed_installation_ends_the_build(emulator, project):
    ended, lines = build(emulator, project(buildspec(install=["false"], build=["echo built"], post_build=["echo after"])))
    assert ended["buildStatus"] == "FAILED"
    assert "built" not in lines
    assert "after" not in lines


def test_finally_runs_after_a_failure(emulator, project):
    spec = json.dumps({"version": 0.2, "phases": {"build": {"commands": ["false"], "finally": ["echo tidied"]}}})
    ended, lines = build(emulator, project(spec))
    assert ended["buildStatus"] == "FAILED"
    assert "tidied" in lines


def test_the_callers_variables_win_over_the_projects_and_those_over_the_buildspecs(emulator, project):
    spec = json.dumps(
        {
            "version": 0.2,
            "env": {"variables": {"A": "spec", "B": "spec", "C": "spec"}},
            "phases": {"build": {"commands": ['echo "A=$A B=$B C=$C"']}},
        }
    )
    _, lines = build(
        emulator,
        project(spec, A="project", B="project"),
        environmentVariablesOverride=[{"name": "A", "value": "override", "type": "PLAINTEXT"}],
    )
    assert "A=override B=project C=spec" in lines


def test_the_build_talks_to_this_emulator(emulator, project):
    _, lines = build(
        emulator,
        project(
            buildspec(
                build=[
                    'echo "$AWS_ENDPOINT_URL $AWS_REGION"',
                    'echo "home is $HOME, port ${GATEWAY_PORT:-hidden}"',
                ]
            )
        ),
    )
    assert f"{emulator.endpoint} eu-central-1" in lines
    assert any(line.endswith("port hidden") for line in lines)


def test_the_log_is_there_while_the_build_runs(emulator, project, tmp_path):
    name = project(buildspec(build=["echo working", f"while [ ! -e {tmp_path}/go ]; do sleep 0.05; done"]))
    codebuild = emulator.client("codebuild")
    started = codebuild.start_build(projectName=name)["build"]
    logs = started["logs"]
    wait_for(lambda: "working" in _lines_or_none(emulator, logs))
    found = codebuild.batch_get_builds(ids=[started["id"]])["builds"][0]
    assert (found["buildStatus"], found["currentPhase"]) == ("IN_PROGRESS", "BUILD")
    (tmp_path / "go").touch()
    wait_for(lambda: codebuild.batch_get_builds(ids=[started["id"]])["builds"][0]["buildStatus"] == "SUCCEEDED")


def _lines_or_none(emulator, logs: dict) -> list[str]:
    try:
        return emulator.log_lines(logs["groupName"], logs["streamName"])
    except emulator.client("logs").exceptions.ResourceNotFoundException:
        return []


def test_a_stopped_build_leaves_no_process(emulator, project, tmp_path):
    name = project(buildspec(build=[f"sleep 1000 & echo $! > {tmp_path}/pid; wait"], post_build=["echo after"]))
    codebuild = emulator.client("codebuild")
    started = codebuild.start_build(projectName=name)["build"]
    pid = int(wait_for(lambda: (tmp_path / "pid").exists() and (tmp_path / "pid").read_text()))
    stopped = codebuild.stop_build(id=started["id"])["build"]
    assert stopped["buildStatus"] == "STOPPED"
    assert not alive(pid)
    assert "after" not in emulator.log_lines(stopped["logs"]["groupName"], stopped["logs"]["streamName"])


def test_an_unreadable_buildspec_fails_the_build_and_says_where(emulator, project):
    ended, lines = build(emulator, project("version: 0.2\nphases:\n  biuld:\n    commands: [true]\n"))
    assert ended["buildStatus"] == "FAILED"
    assert any("unknown phase biuld, expected one of install, pre_build, build, post_build" in line for line in lines)


def test_the_buildspec_may_stand_in_the_sources(emulator, project, build_dir):
    (build_dir / "buildspec.yml").write_text(buildspec(build=["echo from the sources"]))
    _, lines = build(emulator, project("buildspec.yml"))
    assert "from the sources" in lines


def test_a_succeeding_build_is_the_result_of_the_workflows_state(emulator, project):
    output = emulator.run(workflow(project(buildspec(build=["true"]))))
    assert output["Build"]["BuildStatus"] == "SUCCEEDED"
    assert output["Build"]["Logs"]["GroupName"].startswith("/aws/codebuild/")


def test_a_failing_buildspec_fails_the_workflow(emulator, project):
    found = emulator.fail(workflow(project(buildspec(build=["echo broken; exit 1"]))))
    assert found["error"] == "States.TaskFailed"
    assert json.loads(found["cause"])["Build"]["BuildStatus"] == "FAILED"


def test_a_failing_build_is_caught(emulator, project):
    definition = workflow(project(buildspec(build=["false"])))
    definition["States"]["Build"]["Catch"] = [
        {
            "ErrorEquals": ["States.TaskFailed"],
            "Output": {"status": "{% $parse($states.errorOutput.Cause).Build.BuildStatus %}"},
            "Next": "Kept",
        }
    ]
    definition["States"]["Kept"] = {"Type": "Succeed"}
    assert emulator.run(definition) == {"status": "FAILED"}


def test_overrides_come_through_the_workflow(emulator, project):
    spec = buildspec(build=['[ "$SLOT" = blue ]'])
    override = [{"Name": "SLOT", "Value": "{% $states.input.slot %}", "Type": "PLAINTEXT"}]
    name = project(spec)
    assert emulator.run(workflow(name, EnvironmentVariablesOverride=override), {"slot": "blue"})
    emulator.fail(workflow(name, EnvironmentVariablesOverride=override), {"slot": "green"})


def test_jsonpath_states_build_as_well(emulator, project):
    definition = {
        "StartAt": "Build",
        "States": {
            "Build": {
                "Type": "Task",
                "Resource": "arn:aws:states:::codebuild:startBuild.sync",
                "Parameters": {"ProjectName.$": "$.project"},
                "ResultPath": "$.built",
                "End": True,
            }
        },
    }
    output = emulator.run(definition, {"project": project(buildspec(build=["true"]))})
    assert output["built"]["Build"]["BuildStatus"] == "SUCCEEDED"


def test_an_unknown_project_is_an_error_with_a_name(emulator):
    found = emulator.fail(workflow("nowhere"))
    assert found["error"] == "CodeBuild.ResourceNotFoundException"


def test_stopping_the_execution_stops_its_build(emulator, project, tmp_path):
    name = project(buildspec(build=[f"echo $$ > {tmp_path}/pid; sleep 1000"]))
    execution = emulator.start(workflow(name))
    pid = int(wait_for(lambda: (tmp_path / "pid").exists() and (tmp_path / "pid").read_text()))
    emulator.client("stepfunctions").stop_execution(executionArn=execution)
    wait_for(lambda: not alive(pid))
    assert emulator.finished(execution)["status"] == "ABORTED"


def test_a_project_is_deleted_by_its_arn(emulator, project):
    name = project(buildspec(build=["true"]))
    codebuild = emulator.client("codebuild")
    arn = codebuild.batch_get_projects(names=[name])["projects"][0]["arn"]
    codebuild.delete_project(name=arn)
    assert codebuild.batch_get_projects(names=[name])["projectsNotFound"] == [name]
