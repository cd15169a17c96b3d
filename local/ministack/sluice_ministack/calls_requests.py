"""Requests that reach the endpoint: what permission AWS would ask their caller for.

MiniStack reads action and resource out of a request; where it is coarser than AWS, a service has a function here.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from ministack import app
from ministack.core import iam_actions, iam_evaluator
from ministack.core.responses import get_account_id, get_region
from ministack.core.router import detect_service, extract_access_key_id

from . import calls, calls_athena, calls_glue, calls_s3, roles
from .calls import Permission
from .calls_athena import queries
from .calls_keys import with_keys
from .patching import Patches


@dataclass(frozen=True)
class Request:
    """One request, as MiniStack routes it."""

    service: str
    method: str
    path: str
    headers: dict
    body: bytes
    query: dict

    @property
    def action(self) -> str | None:
        """As MiniStack reads it; None for what is no AWS call."""
        return iam_actions.extract_iam_action(self.service, self.method, self.path, self.headers, self.body, self.query)

    @property
    def resource(self) -> str:
        return iam_actions.extract_resource_arn(
            self.service, self.method, self.path, self.headers, self.body, self.query, get_region(), get_account_id()
        )

    @property
    def document(self) -> dict[str, Any]:
        """The body of a JSON protocol."""
        document = json.loads(self.body or b"{}")
        return document if isinstance(document, dict) else {}


def install(patches: Patches) -> None:
    patches.require(app, "_routing_params")
    patches.require(iam_actions, "extract_iam_action", "extract_resource_arn", "s3_additional_checks", "dynamodb_transaction_checks")
    patches.require(iam_actions, "dynamodb_resource_arns", "eventbridge_resource_arns")
    patches.require(iam_evaluator, "_ALWAYS_ALLOWED_ACTIONS")
    if calls.wanted():
        patches.replace(app, "_dispatch_service_request", _recording)


def _recording(original):
    async def dispatch(method: str, path: str, headers: dict, body: bytes, query_params: dict, request_id: str):
        key = extract_access_key_id(headers, query_params)
        role = roles.role_of(key)
        if role is None and key != calls_athena.KEY:
            return await original(method, path, headers, body, query_params, request_id)
        query = app._routing_params(method, path, headers, body, query_params)
        request = Request(detect_service(method, path, headers, query), method, path, headers, body, query)
        # Before it is done, as on AWS: what is deleted has no key to ask for any more.
        _ask(role, with_keys(permissions(request)))
        answer = await original(method, path, headers, body, query_params, request_id)
        if request.service == "s3":
            _ask(role, calls_s3.also_for_the_answer(request.action, request.resource, answer[0]))
        return answer

    return dispatch


def _ask(role: str | None, needed: Iterable[Permission]) -> None:
    if role:
        calls.asked(role, needed)
    else:
        queries.asked(needed)


def permissions(request: Request) -> Iterator[Permission]:
    """None for what every caller may do, and for what is no call of AWS."""
    action = request.action
    if action is None or action in iam_evaluator._ALWAYS_ALLOWED_ACTIONS:
        return
    special = _SERVICES.get(request.service)
    if special:
        yield from special(request, action)
    else:
        yield Permission(action, request.resource)


def _dynamodb(request: Request, action: str) -> Iterator[Permission]:
    """A transaction is permitted as its items."""
    items = iam_actions.dynamodb_transaction_checks(action, request.body, get_region(), get_account_id())
    if items:
        yield from (Permission(item, table) for item, table in items)
    else:
        tables = iam_actions.dynamodb_resource_arns(request.body, get_region(), get_account_id())
        yield from (Permission(action, table) for table in tables or ["*"])


def _sqs(request: Request, action: str) -> Iterator[Permission]:
    """A batch is permitted as its entries."""
    yield Permission(action.removesuffix("Batch"), request.resource)


def _lambda(request: Request, action: str) -> Iterator[Permission]:
    qualifier = (request.query.get("Qualifier") or [""])[0]
    yield Permission(action, f"{request.resource}:{qualifier}" if qualifier else request.resource)


def _events(request: Request, action: str) -> Iterator[Permission]:
    if action == "events:PutEvents":
        yield from put_events(request.document)
    else:
        yield Permission(action, request.resource)


def put_events(document: dict) -> Iterator[Permission]:
    """One for each bus and source."""
    for entry in document.get("Entries") or []:
        bus = iam_actions.eventbridge_resource_arns(json.dumps({"Entries": [entry]}).encode(), get_region(), get_account_id())
        yield Permission("events:PutEvents", bus[0], {"events:source": entry.get("Source", "")})


def _codebuild(request: Request, action: str) -> Iterator[Permission]:
    """Builds are permitted as their projects."""
    document = request.document
    builds = [*(document.get("ids") or []), *([document["id"]] if "id" in document else [])]
    projects = sorted({build.partition(":")[0] for build in builds})
    here = f"arn:aws:codebuild:{get_region()}:{get_account_id()}"
    yield from (Permission(action, f"{here}:project/{project}") for project in projects)
    if not projects:
        yield Permission(action, request.resource)


def _logs(request: Request, action: str) -> Iterator[Permission]:
    stream = request.document.get("logStreamName")
    yield Permission(action, f"{request.resource}:log-stream:{stream}" if stream else request.resource)


_SERVICES: dict[str, Callable[[Request, str], Iterator[Permission]]] = {
    "athena": lambda request, action: queries.permissions(action, request.document),
    "codebuild": _codebuild,
    "dynamodb": _dynamodb,
    "events": _events,
    "glue": lambda request, action: calls_glue.permissions(action, request.document),
    "lambda": _lambda,
    "logs": _logs,
    "s3": lambda request, action: calls_s3.permissions(
        action, request.resource, request.method, request.path, request.headers, request.body, request.query
    ),
    "sqs": _sqs,
}
