"""The sizes that Step Functions holds a state's data to; beyond them a workflow passes keys instead of data."""

from __future__ import annotations

import json
from typing import Any

from ministack.services import stepfunctions

KILOBYTE = 1024
LARGEST_DATA = 256 * KILOBYTE
LARGEST_ASSIGN = 256 * KILOBYTE
LARGEST_VARIABLES = 10 * KILOBYTE * KILOBYTE


def size(value: Any) -> int:
    return len(json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode())


def require(value: Any, largest: int, what: str) -> None:
    """``what`` tells who returned or assigned it."""
    found = size(value)
    if found > largest:
        raise stepfunctions._ExecutionError(
            "States.DataLimitExceeded",
            f"{what} with a size exceeding the maximum number of bytes service limit ({found} > {largest}).",
        )
