"""Gap: MiniStack's Athena is no Athena. Queries go to the local Athena, so that one endpoint serves all APIs."""

from __future__ import annotations

import asyncio
import json
import urllib.error
import urllib.request
from concurrent.futures import ThreadPoolExecutor

from ministack.core.responses import error_response_json
from ministack.core.router import extract_access_key_id
from ministack.services import athena

from . import roles
from .calls_athena import queries
from .patching import Patches

# What the local Athena answers; workgroups, named queries and tags stay with MiniStack.
FORWARDED = frozenset(
    {
        "StartQueryExecution",
        "GetQueryExecution",
        "BatchGetQueryExecution",
        "GetQueryResults",
        "ListQueryExecutions",
        "StopQueryExecution",
        "GetDataCatalog",
        "ListDataCatalogs",
        "GetDatabase",
        "ListDatabases",
        "GetTableMetadata",
        "ListTableMetadata",
    }
)
TIMEOUT_SECONDS = 60
# dbt asks with as many threads as it has models ready; more would only wait for the engine.
PARALLEL_CALLS = 16


class AthenaForward:
    """Where the local Athena is; it may start after this emulator."""

    def __init__(self, url: str | None) -> None:
        self.url = url
        self._pool = ThreadPoolExecutor(PARALLEL_CALLS, thread_name_prefix="athena")

    async def call(self, headers: dict, body: bytes | str) -> tuple:
        data = body if isinstance(body, bytes) else (body or "").encode()
        role = roles.role_of(extract_access_key_id(headers))
        return await asyncio.get_running_loop().run_in_executor(self._pool, self._follow, role, headers["x-amz-target"], data)

    def _follow(self, role: str | None, target: str, body: bytes) -> tuple:
        """The answer; on its way it is noted whose query it is about, and how far that is."""
        match target.rpartition(".")[2]:
            case "StartQueryExecution":
                with queries.starting(role):
                    answer = self._post(target, body)
                    if answer[0] == 200:
                        workgroup = json.loads(body).get("WorkGroup", "primary")
                        queries.started(json.loads(answer[2])["QueryExecutionId"], role, workgroup)
                    return answer
            case "GetQueryExecution":
                answer = self._post(target, body)
                if answer[0] == 200:
                    queries.heard(json.loads(answer[2])["QueryExecution"])
                return answer
            case _:
                return self._post(target, body)

    def _post(self, target: str, body: bytes) -> tuple:
        if self.url is None:
            return _unavailable("the local Athena has not been announced yet")
        request = urllib.request.Request(
            self.url, data=body or b"{}", headers={"X-Amz-Target": target, "Content-Type": "application/x-amz-json-1.1"}
        )
        try:
            with _direct.open(request, timeout=TIMEOUT_SECONDS) as answer:
                return answer.status, {"Content-Type": "application/x-amz-json-1.1"}, answer.read()
        except urllib.error.HTTPError as error:
            return error.code, {"Content-Type": "application/x-amz-json-1.1"}, error.read()
        except OSError as error:
            return _unavailable(f"the local Athena at {self.url} does not answer: {error}")


# A proxy of the person's environment must not stand between two programs on one machine.
_direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))


def _unavailable(why: str) -> tuple:
    return error_response_json("InternalServerException", why, 500)


def install(patches: Patches, forward: AthenaForward) -> None:
    def forwarding(original):
        async def handle(method: str, path: str, headers: dict, body: bytes, query_params: dict) -> tuple:
            if headers.get("x-amz-target", "").rpartition(".")[2] in FORWARDED:
                return await forward.call(headers, body)
            return await original(method, path, headers, body, query_params)

        return handle

    patches.replace(athena, "handle_request", forwarding)
