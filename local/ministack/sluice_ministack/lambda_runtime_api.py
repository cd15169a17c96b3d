"""The Lambda Runtime API, as one execution environment sees it."""

from __future__ import annotations

import json
import queue
import re
import threading
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

_RESULT = re.compile(r"^/2018-06-01/runtime/invocation/([^/]+)/(response|error)$")
_NEXT = "/2018-06-01/runtime/invocation/next"
_INIT_ERROR = "/2018-06-01/runtime/init/error"


@dataclass(frozen=True)
class Invocation:
    """One event on its way to the function."""

    request_id: str
    function_arn: str
    deadline_ms: int
    event: bytes


@dataclass(frozen=True)
class Ready:
    """The function asked for its first or next event."""


@dataclass(frozen=True)
class InitializationFailed:
    error: Any


@dataclass(frozen=True)
class Answered:
    request_id: str
    answer: Any


@dataclass(frozen=True)
class Failed:
    request_id: str
    error: Any


@dataclass(frozen=True)
class Exited:
    """The function's process is gone."""

    code: int


Happening = Ready | InitializationFailed | Answered | Failed | Exited


class RuntimeApi:
    """Hands out events and collects what becomes of them; everything that happens arrives in one queue, in order."""

    def __init__(self) -> None:
        self.happenings: queue.Queue[Happening] = queue.Queue()
        self._events: queue.Queue[Invocation | None] = queue.Queue()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler_class(self))
        self._server.daemon_threads = True
        threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True, name="runtime-api").start()

    @property
    def address(self) -> str:
        return f"127.0.0.1:{self._server.server_address[1]}"

    def offer(self, invocation: Invocation) -> None:
        self._events.put(invocation)

    def close(self) -> None:
        self._events.put(None)
        self._server.shutdown()
        self._server.server_close()

    def take(self) -> Invocation | None:
        return self._events.get()

    def give_back(self, invocation: Invocation | None) -> None:
        self._events.put(invocation)


def _handler_class(api: RuntimeApi) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        # Headers and body would leave as two segments, and Nagle with delayed acknowledgement then costs 40 ms an event.
        wbufsize = 1 << 16
        disable_nagle_algorithm = True

        def log_message(self, format: str, *args: Any) -> None:
            """A line for each request would drown the function's own."""

        def do_GET(self) -> None:
            if self.path != _NEXT:
                self._answer(404)
                return
            api.happenings.put(Ready())
            invocation = api.take()
            if invocation is None:
                api.give_back(None)
                self.close_connection = True
                self._answer(410)
                return
            self.send_response(200)
            self.send_header("Lambda-Runtime-Aws-Request-Id", invocation.request_id)
            self.send_header("Lambda-Runtime-Deadline-Ms", str(invocation.deadline_ms))
            self.send_header("Lambda-Runtime-Invoked-Function-Arn", invocation.function_arn)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(invocation.event)))
            self.end_headers()
            self.wfile.write(invocation.event)
            self.wfile.flush()

        def do_POST(self) -> None:
            body = _parsed(self.rfile.read(int(self.headers.get("Content-Length", 0))))
            result = _RESULT.match(self.path)
            if result and result[2] == "response":
                happening: Happening = Answered(result[1], body)
            elif result:
                happening = Failed(result[1], body)
            elif self.path == _INIT_ERROR:
                happening = InitializationFailed(body)
            else:
                self._answer(404)
                return
            self._answer(202)
            api.happenings.put(happening)

        def _answer(self, status: int) -> None:
            self.send_response(status)
            self.send_header("Content-Length", "0")
            self.end_headers()
            self.wfile.flush()

    return Handler


def _parsed(body: bytes) -> Any:
    try:
        return json.loads(body)
    except ValueError:
        return body.decode("utf-8", errors="replace")
