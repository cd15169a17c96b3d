"""What the local Athena reads and writes is done for whoever asked: on AWS the caller's role needs S3 and Glue as well.

Trino asks the catalogue with one client for all queries, so its calls are told apart by who has queries under way. Where several
roles do at the same time, each of them is asked: docs/adr/0022-callers-by-their-keys.md.
"""

from __future__ import annotations

import contextlib
import threading
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ministack.core.responses import get_account_id, get_region

from . import calls
from .calls import Permission

# The key that the local Athena signs with: sluice.local.athena.engine.AwsLake.ACCESS_KEY.
KEY = "athena"
# What needs the caller's permission; that Athena looks at a workgroup is its own affair.
FOR_THE_CALLER = ("glue:", "kms:", "s3:")
FINAL = frozenset({"SUCCEEDED", "FAILED", "CANCELLED"})


@dataclass
class Query:
    role: str | None
    workgroup: str
    result: str = ""
    over: bool = False


class Queries:
    """Every query that was started here. One is under way until somebody hears of its end."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._starting: Counter[str | None] = Counter()
        self._started: dict[str, Query] = {}

    @contextlib.contextmanager
    def starting(self, role: str | None) -> Iterator[None]:
        """A query's first call may come before the answer to its start."""
        with self._lock:
            self._starting[role] += 1
        try:
            yield
        finally:
            with self._lock:
                self._starting[role] -= 1

    def started(self, identifier: str, role: str | None, workgroup: str) -> None:
        """Two starts with one token are one query."""
        with self._lock:
            self._started.setdefault(identifier, Query(role, workgroup))

    def heard(self, execution: dict) -> None:
        """What GetQueryExecution says of a query."""
        with self._lock:
            query = self._started.get(execution["QueryExecutionId"])
            if query:
                query.result = (execution.get("ResultConfiguration") or {}).get("OutputLocation", "")
                query.over = execution["Status"]["State"] in FINAL

    def asked(self, permissions: Iterable[Permission]) -> None:
        """The local Athena's own calls, asked of those for whom it works now."""
        needed = [its for its in permissions if its.action.startswith(FOR_THE_CALLER)]
        for role in self._under_way():
            calls.asked(role, needed)

    def _under_way(self) -> set[str | None]:
        with self._lock:
            starting = {role for role, number in self._starting.items() if number}
            return starting | {query.role for query in self._started.values() if not query.over}

    def permissions(self, action: str, document: dict) -> Iterator[Permission]:
        """Of a call to Athena itself. A query is permitted as its workgroup; its result is read with the caller's permission."""
        query = self._started.get(document.get("QueryExecutionId", ""))
        workgroup = document.get("WorkGroup") or (query.workgroup if query else "primary")
        yield Permission(action, f"arn:aws:athena:{get_region()}:{get_account_id()}:workgroup/{workgroup}")
        if action == "athena:GetQueryResults" and query and query.result:
            yield Permission("s3:GetObject", f"arn:aws:s3:::{query.result.removeprefix('s3://')}")


# One process is one emulator; see calls.
queries = Queries()
