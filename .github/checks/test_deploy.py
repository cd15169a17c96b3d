"""The scripts of the workflow deploy, with stand-ins for Terraform and the AWS command line on PATH."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
COMMIT = "c0ffee"


@pytest.fixture
def checkout(tmp_path):
    (tmp_path / "infra-terraform/stacks/compute").mkdir(parents=True)
    (tmp_path / ".github").mkdir()
    for script in ("stack.sh", "deployed.sh"):
        shutil.copy(ROOT / ".github" / script, tmp_path / ".github")
    (tmp_path / "bin").mkdir()
    return tmp_path


def stand_in(checkout: Path, name: str, script: str) -> None:
    file = checkout / "bin" / name
    file.write_text("#!/bin/sh\n" + script)
    file.chmod(0o755)


def call(checkout: Path, script: str, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PATH": f"{checkout / 'bin'}:{os.environ['PATH']}", "AWS_REGION": "eu-central-1", "GITHUB_SHA": COMMIT,
                   "SLUICE_ENVIRONMENT": "prod", "SLUICE_STATE_BUCKET": "state", **variables}
    return subprocess.run([str(checkout / ".github" / script), *arguments], env=environment, capture_output=True, text=True, check=False)


def deployed(checkout: Path, image: str = COMMIT, newest: int = 10) -> subprocess.CompletedProcess[str]:
    alias = {"type": "aws_lambda_alias", "values": {"function_name": "sluice-validate"}}
    state = {"values": {"root_module": {"child_modules": [{"resources": [alias, {"type": "aws_iam_role", "values": {}}]}]}}}
    stand_in(checkout, "terraform", f"echo '{json.dumps(state)}'\n")
    stand_in(checkout, "aws", f"""case "$*" in
  *batch-get-projects*) echo registry/sluice-dbt:{image} ;;
  *get-alias*) echo 10 ;;
  *list-versions*) echo '{{"Versions": [{{"Version": "$LATEST"}}, {{"Version": "9"}}, {{"Version": "{newest}"}}]}}' ;;
  *get-function*) echo None ;;
esac
""")
    return call(checkout, "deployed.sh", COMMIT)


def test_a_deployment_that_arrived(checkout):
    done = deployed(checkout)
    assert (done.returncode, done.stdout) == (0, f"aliases and images are at {COMMIT}\n")


def test_an_alias_and_an_image_that_stayed_behind_are_both_named(checkout):
    done = deployed(checkout, image="older", newest=11)
    assert done.returncode == 1
    assert f"expected an image tagged {COMMIT}, found registry/sluice-dbt:older" in done.stderr
    assert "sluice-validate: expected alias live at version 11, found 10" in done.stderr


def test_a_plan_of_compute_takes_the_commit_and_the_variables_and_no_lock(checkout):
    stand_in(checkout, "terraform", 'echo "$*"; for word; do case $word in -var-file=*) cat "${word#-var-file=}" ;; esac; done\n')
    done = call(checkout, "stack.sh", "plan", "compute", SLUICE_VARIABLES='{"log_days": 30}')
    assert done.returncode == 0
    assert "-backend-config=bucket=state" in done.stdout
    assert "plan -lock=false" in done.stdout and f"image_tag={COMMIT}" in done.stdout and '{"log_days": 30}' in done.stdout


def test_another_verb_is_refused(checkout):
    stand_in(checkout, "terraform", "true\n")
    done = call(checkout, "stack.sh", "destroy", "compute")
    assert done.returncode == 2
    assert 'expected plan or apply, found "destroy"' in done.stderr
