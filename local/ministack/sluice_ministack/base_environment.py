"""The environment of functions and builds: what AWS would set, and nothing of the person's shell but what programs need to run."""

from __future__ import annotations

import os
from pathlib import Path


def base_environment(*, region: str, temporary: Path, path_first: str = "") -> dict[str, str]:
    """A secret or a profile in the person's shell must not decide what a function does."""
    path = os.environ.get("PATH", os.defpath)
    return {
        "PATH": f"{path_first}{os.pathsep}{path}" if path_first else path,
        "HOME": os.environ.get("HOME", str(temporary)),
        "LANG": "C.UTF-8",
        "LC_ALL": "C.UTF-8",
        "TZ": "UTC",
        "TMPDIR": str(temporary),
        "AWS_REGION": region,
        "AWS_DEFAULT_REGION": region,
        "AWS_ENDPOINT_URL": os.environ["AWS_ENDPOINT_URL"],
        "AWS_EC2_METADATA_DISABLED": "true",
    }
