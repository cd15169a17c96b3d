"""The scripts of a deployment, with stand-ins for Terraform, the AWS command line and Docker on PATH."""

import json
import os
import shutil
import signal
import subprocess
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ROOM = "infra-terraform"
# environment.sh asks the real one, which needs no provider to read a file.
TERRAFORM = shutil.which("terraform")
pytestmark = pytest.mark.skipif(TERRAFORM is None, reason="terraform is not on PATH; HashiCorp's pages have it for every system")


@pytest.fixture
def checkout(tmp_path):
    for stack in ("foundation", "compute"):
        (tmp_path / ROOM / "stacks" / stack).mkdir(parents=True)
    (tmp_path / ROOM / "environments").mkdir()
    shutil.copy(ROOT / ROOM / "environments/read.tf", tmp_path / ROOM / "environments")
    for script in (ROOT / ROOM).glob("*.sh"):
        shutil.copy(script, tmp_path / ROOM)
    (tmp_path / ROOM / "environments/prod.yml").write_text(
        'account: "123456789012"\nregion: eu-west-1\nstate_bucket: state\nvariables: {compute: {log_days: 30, time_zone: "${x}"}}\n')
    for arguments in (["init", "-q"], ["-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "-q", "--allow-empty", "-m", "feat: a"]):
        subprocess.run(["git", *arguments], cwd=tmp_path, check=True)
    (tmp_path / "bin").mkdir()
    terraform(tmp_path, "true\n")
    return tmp_path


def commit(checkout: Path) -> str:
    return subprocess.run(["git", "rev-parse", "HEAD"], cwd=checkout, capture_output=True, text=True, check=True).stdout.strip()


def stand_in(checkout: Path, name: str, script: str) -> None:
    file = checkout / "bin" / name
    file.write_text("#!/bin/bash\n" + script)
    file.chmod(0o755)


def terraform(checkout: Path, script: str) -> None:
    stand_in(checkout, "terraform", f'[[ $2 == console ]] && exec {TERRAFORM} "$@"\n{script}')


def environment(checkout: Path) -> dict[str, str]:
    return {**os.environ, "PATH": f"{checkout / 'bin'}:{os.environ['PATH']}", "SLUICE_HOME": str(checkout / "home")}


def call(checkout: Path, script: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([str(checkout / ROOM / script), *arguments], env=environment(checkout), capture_output=True, text=True, check=False)


def deployed(checkout: Path, image: str, newest: int = 10) -> subprocess.CompletedProcess[str]:
    alias = {"type": "aws_lambda_alias", "values": {"function_name": "sluice-validate"}}
    state = {"values": {"root_module": {"child_modules": [{"resources": [alias, {"type": "aws_iam_role", "values": {}}]}]}}}
    terraform(checkout, f"[[ $1 == show ]] && echo '{json.dumps(state)}'\ntrue\n")
    stand_in(checkout, "aws", f"""case "$*" in
  *batch-get-projects*) echo registry/sluice-dbt:{image} ;;
  *get-function*) printf '10\\tNone\\n' ;;
  *list-versions*) echo '["$LATEST", "9", "{newest}"]' ;;
esac
""")
    return call(checkout, "deployed.sh", "prod")


def test_a_deployment_that_arrived(checkout):
    done = deployed(checkout, commit(checkout))
    assert (done.returncode, done.stdout) == (0, f"aliases and images are at {commit(checkout)}\n")


def test_an_alias_and_an_image_that_stayed_behind_are_both_named(checkout):
    done = deployed(checkout, image="older", newest=11)
    assert done.returncode == 1
    assert f"expected an image tagged {commit(checkout)}, found registry/sluice-dbt:older" in done.stderr
    assert "sluice-validate: expected alias live at version 11, found 10" in done.stderr


def test_a_plan_takes_what_the_file_says_and_no_lock(checkout):
    terraform(checkout, 'echo "$AWS_REGION $TF_DATA_DIR $*"; for word; do case $word in -var-file=*) cat "${word#-var-file=}" ;; esac; done\n')
    done = call(checkout, "stack.sh", "plan", "compute", "prod", "-json")
    assert done.returncode == 0
    assert "-backend-config=bucket=state -backend-config=region=eu-west-1" in done.stderr
    told, variables = done.stdout.split("\n", 1)
    assert told.startswith(f"eu-west-1 {checkout}/home/terraform/environments/prod/compute plan -lock=false")
    assert told.endswith(" -json")
    assert json.loads(variables) == {"environment": "prod", "region": "eu-west-1", "allowed_account_ids": ["123456789012"], "bucket_suffix": None,
                                     "image_tag": commit(checkout), "log_days": 30, "time_zone": "${x}"}


def test_a_lock_is_taken_away_by_its_id(checkout):
    terraform(checkout, 'echo "$*"\n')
    done = call(checkout, "stack.sh", "unlock", "compute", "prod", "1-2")
    assert (done.returncode, done.stdout) == (0, "force-unlock -force 1-2\n")


def test_the_state_bucket_is_said_to_the_stack_that_lets_github_in(checkout):
    done = call(checkout, "environment.sh", "prod", "variables.foundation")
    assert json.loads(done.stdout)["state_bucket"] == "state"


def test_another_verb_and_an_unknown_environment_are_refused(checkout):
    done = call(checkout, "stack.sh", "taint", "compute", "prod")
    assert (done.returncode, 'expected plan, apply, destroy, show or unlock, found "taint"' in done.stderr) == (2, True)
    done = call(checkout, "stack.sh", "plan", "compute", "nowhere")
    assert (done.returncode, "environments/nowhere.yml, found nothing" in done.stderr) == (2, True)


def test_an_interruption_reaches_terraform_once_and_waits_for_its_end(checkout):
    terraform(checkout, f"""[[ $1 == apply ]] || exit 0
trap 'echo interrupted >>{checkout}/signals' INT
echo ready
while [[ ! -f {checkout}/go ]]; do sleep 0.05; done
echo "the lock is free"
exit 1
""")
    apply = subprocess.Popen([str(checkout / ROOM / "stack.sh"), "apply", "compute", "prod"], env=environment(checkout),
                             stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, start_new_session=True,
                             # What runs in the background of a shell has it ignored, and bash then cannot trap it.
                             preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL))
    assert apply.stdout.readline() == "ready\n"
    for number in (signal.SIGINT, signal.SIGTERM):
        os.killpg(apply.pid, number)  # as a terminal and a program above both would
    until = time.monotonic() + 60
    while not (checkout / "signals").exists():
        assert apply.poll() is None and time.monotonic() < until
        time.sleep(0.05)
    (checkout / "go").touch()
    assert apply.communicate()[0] == "the lock is free\n"
    assert apply.returncode == 1
    assert (checkout / "signals").read_text() == "interrupted\n"


def test_an_image_that_is_there_is_not_pushed_again(checkout):
    stand_in(checkout, "aws", f'[[ $* == *describe-images*imageTag={commit(checkout)}* ]] && echo "$AWS_REGION" >{checkout}/asked && echo 1\n')
    stand_in(checkout, "docker", "exit 9\n")
    done = call(checkout, "image.sh", "push", "sluice-dbt", "prod")
    assert (done.returncode, done.stdout) == (0, f"sluice-dbt:{commit(checkout)} is there already\n")
    assert (checkout / "asked").read_text() == "eu-west-1\n"


def test_an_image_is_built_and_pushed_under_the_commit(checkout):
    stand_in(checkout, "docker", f'echo "$*" >>{checkout}/docker\n[[ $1 != login ]] || cat >/dev/null\n')
    stand_in(checkout, "aws", "case $* in *describe-images*) exit 255 ;; *describe-repositories*) echo host/sluice-dbt ;; *) echo password ;; esac\n")
    for verb in ("build", "push"):
        assert call(checkout, "image.sh", verb, "sluice-dbt", "prod").returncode == 0
    build, login, tag, push, logout = (checkout / "docker").read_text().splitlines()
    assert f"--file {checkout}/dbt/Dockerfile --target plain --tag sluice-dbt:{commit(checkout)}" in build
    assert login == "login --username AWS --password-stdin host"
    assert (tag, push) == (f"tag sluice-dbt:{commit(checkout)} host/sluice-dbt:{commit(checkout)}", f"push host/sluice-dbt:{commit(checkout)}")
    assert logout == "logout host"
