"""Each check can fail: a copy of what it reads, with one thing wrong."""

import shutil
import subprocess
import sys
from pathlib import Path

import commits
import images
import pins
import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
READ = [".dockerignore", ".github/workflows", ".github/requirements.lock", "dbt/Dockerfile", "dbt/image", "dbt/elementary", "dbt/requirements.lock",
        "extractors/devitjobs/Dockerfile", "extractors/devitjobs/image", "extractors/devitjobs/src/main/java"]


@pytest.fixture
def copy(tmp_path):
    for path in READ:
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (shutil.copytree if (ROOT / path).is_dir() else shutil.copy)(ROOT / path, tmp_path / path)
    return tmp_path


def edit(copy: Path, path: str, find: str, replace: str) -> None:
    text = (copy / path).read_text()
    assert find in text
    (copy / path).write_text(text.replace(find, replace))


def test_the_checkout_has_no_findings(copy):
    assert images.findings(copy) == []
    assert pins.findings(copy) == []


@pytest.mark.parametrize(
    ("path", "find", "replace", "expected"),
    [
        (".dockerignore", "!dbt\n", "", "dbt/Dockerfile: expected !dbt in .dockerignore"),
        ("extractors/devitjobs/Dockerfile", "USER 10001:10001", "USER root", "expected a user by number that is not root, found root"),
        ("dbt/Dockerfile", "AS plain\nCOPY dbt /opt/sluice/dbt\nUSER 10001:10001", "AS plain\nCOPY dbt /opt/sluice/dbt", "expected USER in the last stage"),
        ("extractors/devitjobs/Dockerfile", "DevItJobsHandler::", "JobsHandler::", "expected class sluice.extractors.devitjobs.JobsHandler"),
        ("extractors/devitjobs/Dockerfile", "SLUICE_CHROMIUM=", "CHROMIUM=", "expected ENV SLUICE_CHROMIUM, which Chromium.java reads"),
        ("extractors/devitjobs/image/stage.sh", '"$target/image', '"$target/staged', "expected image/stage.sh to make extractors/devitjobs/target/image"),
        ("dbt/Dockerfile", "/mnt/dbt/image/environment.sh /opt/dbt", "/mnt/dbt/image/venv.sh /opt/dbt", "expected dbt/image/venv.sh, found nothing"),
        ("extractors/devitjobs/Dockerfile", "source=extractors/devitjobs/image/install.sh", "source=extractors/devitjobs/image/apt.sh", "apt.sh, found nothing"),
    ],
)
def test_an_image_that_drifted_is_named(copy, path, find, replace, expected):
    edit(copy, path, find, replace)
    assert expected in "\n".join(images.findings(copy))


def test_a_script_that_cannot_run_is_named(copy):
    (copy / "dbt/image/environment.sh").chmod(0o644)
    assert "dbt/Dockerfile: dbt/image/environment.sh: expected it to be executable" in images.findings(copy)


@pytest.mark.parametrize(
    ("path", "find", "replace", "expected"),
    [
        (".github/workflows/docs.yml", "actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1", "actions/checkout@v7", "found actions/checkout@v7"),
        (".github/workflows/docs.yml", "3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1", "df4cb1c069e1874edd31b4311f1884172cec0e10 # v6.0.3", "expected one version in all workflows, found 2"),
        ("dbt/Dockerfile", "@sha256:9534", "@sha256:", "expected name:tag@sha256:<digest>"),
        (".github/requirements.lock", "    --hash", "    # hash", "expected a hash for"),
    ],
)
def test_what_could_move_is_named(copy, path, find, replace, expected):
    edit(copy, path, find, replace)
    assert expected in "\n".join(pins.findings(copy))


@pytest.mark.parametrize("subject", ["feat(gate): rows", "fix!: all", "docs: a page", "Merge branch 'x'", "test(dbt, cli): both"])
def test_conventional_subjects(subject):
    assert commits.findings(subject) == []


@pytest.mark.parametrize("subject", ["", "Rows", "feature: rows", "feat:rows", "feat(Gate): rows", "fix: ", "feat: " + "x" * 140])
def test_other_subjects_are_refused(subject):
    assert commits.findings(subject)


def test_the_hook_reads_the_first_line_of_a_message(tmp_path):
    message = tmp_path / "message"
    message.write_text("rows\n\nfeat: not the subject\n")
    done = subprocess.run([sys.executable, str(ROOT / ".github/checks/commits.py"), str(message)], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert '"rows": expected "type(room): what"' in done.stderr


def test_every_job_says_what_it_may_do_and_how_long():
    for file in sorted((ROOT / ".github/workflows").glob("*.yml")):
        workflow = yaml.safe_load(file.read_text())
        assert workflow["permissions"] == {}, file.name
        assert "concurrency" in workflow, file.name
        for name, job in workflow["jobs"].items():
            assert "permissions" in job, f"{file.name}: {name}"
            assert "timeout-minutes" in job or "uses" in job, f"{file.name}: {name}"


def test_only_jobs_of_an_environment_reach_aws():
    for file in sorted((ROOT / ".github/workflows").glob("*.yml")):
        for name, job in yaml.safe_load(file.read_text())["jobs"].items():
            reaches = any("configure-aws-credentials" in step.get("uses", "") for step in job.get("steps", []))
            assert not reaches or ("environment" in job and job["permissions"]["id-token"] == "write"), f"{file.name}: {name}"
