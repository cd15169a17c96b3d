"""Keeps what dbt says of a build beside the run's other results: dq-results/dbt/run_id=<run>/.

Reads SLUICE_RUN_ID, SLUICE_DQ_RESULTS_BUCKET, CODEBUILD_BUILD_SUCCEEDING and, as dbt does, DBT_TARGET_PATH. A build that
failed before dbt wrote a file leaves less, and that is said; a build that passed must have left everything."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from os import environ
from pathlib import Path
from typing import Any

RESULTS = ("run_results.json", "manifest.json")


def upload(s3: Any, environment: Mapping[str, str]) -> list[str]:
    """Uploads what is there and returns the names of what is not."""
    target = Path(environment.get("DBT_TARGET_PATH", "target"))
    missing = []
    for name in RESULTS:
        if (target / name).exists():
            key = f"dq-results/dbt/run_id={environment['SLUICE_RUN_ID']}/{name}"
            s3.upload_file(str(target / name), environment["SLUICE_DQ_RESULTS_BUCKET"], key)
        else:
            missing.append(name)
    return missing


def verdict(missing: list[str], environment: Mapping[str, str]) -> int:
    for name in missing:
        print(f"{name} is not there: dbt ended before it wrote it")
    return 1 if missing and environment.get("CODEBUILD_BUILD_SUCCEEDING", "1") == "1" else 0


if __name__ == "__main__":
    import boto3

    sys.exit(verdict(upload(boto3.client("s3"), environ), environ))
