import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))
import upload_results


class Bucket:
    """Remembers what was put into which bucket under which key."""

    def __init__(self):
        self.objects = {}

    def upload_file(self, file, bucket, key):
        self.objects[bucket, key] = Path(file).read_text()


@pytest.fixture
def environment(tmp_path):
    return {"DBT_TARGET_PATH": str(tmp_path), "SLUICE_DQ_RESULTS_BUCKET": "results", "SLUICE_RUN_ID": "run-1"}


def test_keeps_both_files_under_the_run(tmp_path, environment):
    (tmp_path / "run_results.json").write_text("results")
    (tmp_path / "manifest.json").write_text("manifest")
    s3 = Bucket()

    assert upload_results.upload(s3, environment) == []
    assert s3.objects == {
        ("results", "dq-results/dbt/run_id=run-1/run_results.json"): "results",
        ("results", "dq-results/dbt/run_id=run-1/manifest.json"): "manifest",
    }


def test_uploads_what_a_failed_build_left_and_names_the_rest(tmp_path, environment, capsys):
    (tmp_path / "manifest.json").write_text("manifest")
    s3 = Bucket()

    missing = upload_results.upload(s3, environment)

    assert [key for _, key in s3.objects] == ["dq-results/dbt/run_id=run-1/manifest.json"]
    assert upload_results.verdict(missing, environment | {"CODEBUILD_BUILD_SUCCEEDING": "0"}) == 0
    assert capsys.readouterr().out == "run_results.json is not there: dbt ended before it wrote it\n"


def test_a_build_that_passed_without_results_fails_here(environment):
    assert upload_results.verdict(["run_results.json"], environment | {"CODEBUILD_BUILD_SUCCEEDING": "1"}) == 1


def test_all_there_is_success(environment):
    assert upload_results.verdict([], environment | {"CODEBUILD_BUILD_SUCCEEDING": "1"}) == 0
