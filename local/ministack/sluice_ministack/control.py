"""The paths under ``/_sluice/``: what the local world asks of this emulator beyond AWS."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from typing import Any

from ministack.core.responses import request_scope

from .athena_forward import AthenaForward
from .glue_crawler import Crawlers
from .state import Snapshots

PREFIX = "/_sluice/"


class BadRequest(ValueError):
    """The message is the answer."""


class Control:
    """Answers one control request at a time, off the event loop."""

    def __init__(self, account: str, region: str, athena: AthenaForward, crawlers: Crawlers, snapshots: Snapshots) -> None:
        self._account = account
        self._region = region
        self._athena = athena
        self._crawlers = crawlers
        self._snapshots = snapshots

    def answer(self, method: str, path: str, body: bytes) -> dict[str, Any]:
        parts = path.removeprefix(PREFIX).strip("/").split("/")
        match (method, *parts):
            case ("POST", "save"):
                return self._snapshots.save()
            case ("POST", "athena"):
                self._athena.url = _text(_object(body), "url")
                return {"url": self._athena.url}
            case ("POST", "crawlers", name):
                return self._control_crawler(name, _object(body))
            case _:
                raise BadRequest(
                    f"{method} {path} is unknown; expected POST {PREFIX}save, {PREFIX}athena or {PREFIX}crawlers/<name>"
                )

    def _control_crawler(self, name: str, wish: dict) -> dict[str, Any]:
        try:
            with request_scope(self._account, self._region):
                return self._crawlers.control(name, wish)
        except (KeyError, ValueError) as error:
            raise BadRequest(str(error.args[0])) from error


def controlled(application: Callable, control: Control) -> Callable:
    """The ASGI application with the control paths in front of it."""

    async def serve(scope: dict, receive: Callable, send: Callable) -> None:
        if scope["type"] != "http" or not scope["path"].startswith(PREFIX):
            await application(scope, receive, send)
            return
        try:
            body = await _body(receive)
            status, answer = 200, await asyncio.to_thread(control.answer, scope["method"], scope["path"], body)
        except BadRequest as error:
            status, answer = 400, {"message": str(error)}
        await send({"type": "http.response.start", "status": status, "headers": [(b"content-type", b"application/json")]})
        await send({"type": "http.response.body", "body": json.dumps(answer).encode()})

    return serve


async def _body(receive: Callable) -> bytes:
    body = b""
    while True:
        message = await receive()
        body += message.get("body", b"")
        if not message.get("more_body"):
            return body


def _object(body: bytes) -> dict:
    try:
        document = json.loads(body or b"{}")
    except ValueError as error:
        raise BadRequest(f"The body is not JSON: {error}") from error
    if not isinstance(document, dict):
        raise BadRequest("The body is not a JSON object")
    return document


def _text(document: dict, name: str) -> str:
    value = document.get(name)
    if not isinstance(value, str) or not value:
        raise BadRequest(f"The body has no text {name!r}")
    return value
