"""dbt, with one botocore loader for all of its connections: `python run_dbt.py build …` takes dbt's own arguments.

dbt-athena opens a boto3 session for every node, and each session reads and parses the same service models anew
(1.5 MB of JSON for Athena, Glue and S3): a quarter of a build's time, most of it under the interpreter's lock. A loader
keeps what it has read, so sharing one makes the later sessions nearly free."""

import functools
import sys

import botocore.session
from dbt.cli.main import cli


def share_loader() -> None:
    """Every session of this process gets the same loader for the same data path."""
    botocore.session.create_loader = functools.cache(botocore.session.create_loader)


if __name__ == "__main__":
    share_loader()
    sys.exit(cli())
