"""Keeps what dbt says of a build beside the run's other results: dq-results/dbt/run_id=<run>/.

Reads SLUICE_RUN_ID, SLUICE_DQ_RESULTS_BUCKET and, as dbt does, DBT_TARGET_PATH. A build that ended before dbt wrote a
file leaves less, and that is said; it is not an error of its own."""

import os
from pathlib import Path

import boto3

RESULTS = ("run_results.json", "manifest.json")


def main() -> None:
    target = Path(os.environ.get("DBT_TARGET_PATH", "target"))
    bucket = os.environ["SLUICE_DQ_RESULTS_BUCKET"]
    prefix = f"dq-results/dbt/run_id={os.environ['SLUICE_RUN_ID']}"
    s3 = boto3.client("s3")
    for name in RESULTS:
        if (target / name).exists():
            s3.upload_file(str(target / name), bucket, f"{prefix}/{name}")
        else:
            print(f"{name} is not there: dbt ended before it wrote it")


if __name__ == "__main__":
    main()
