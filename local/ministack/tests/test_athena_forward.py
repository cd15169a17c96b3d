"""Contract: one endpoint serves all APIs; Athena's queries reach the local Athena."""

from __future__ import annotations

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from botocore.exceptions import ClientError

from .emulator import jsonata


@pytest.fixture
def athena(emulator):
    """A stand-in for the local Athena; its queries end as the query's own text says."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            status, answer = respond(self.headers["X-Amz-Target"].rpartition(".")[2], body)
            document = json.dumps(answer).encode()
            self.send_response(status)
            self.send_header("Content-Length", str(len(document)))
            self.end_headers()
            self.wfile.write(document)

        def log_message(self, *_: object) -> None:
            pass

    asked: dict[str, int] = {}

    def respond(action: str, body: dict) -> tuple[int, dict]:
        if action == "StartQueryExecution":
            if body["QueryString"] == "INVALID":
                return 400, {"__type": "InvalidRequestException", "message": "line 1:1: mismatched input"}
            return 200, {"QueryExecutionId": body["QueryString"]}
        query = body["QueryExecutionId"]
        asked[query] = asked.get(query, 0) + 1
        state = "RUNNING" if asked[query] < 3 else query
        return 200, {"QueryExecution": {"QueryExecutionId": query, "Status": {"State": state, "StateChangeReason": "because"}}}

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    assert emulator.control("athena", {"url": f"http://127.0.0.1:{server.server_address[1]}"})[0] == 200
    yield emulator.client("athena")
    server.shutdown()
    server.server_close()


def query(text: str, suffix: str) -> dict:
    return jsonata(
        {
            "Ask": {
                "Type": "Task",
                "Resource": f"arn:aws:states:::athena:startQueryExecution{suffix}",
                "Arguments": {"QueryString": text, "WorkGroup": "sluice"},
                "End": True,
            }
        }
    )


def test_queries_are_forwarded(athena):
    assert athena.start_query_execution(QueryString="SUCCEEDED")["QueryExecutionId"] == "SUCCEEDED"


def test_an_error_of_the_engine_keeps_its_name(athena):
    with pytest.raises(ClientError, match="mismatched input") as refused:
        athena.start_query_execution(QueryString="INVALID")
    assert refused.value.response["Error"]["Code"] == "InvalidRequestException"


def test_work_groups_stay_here(athena):
    athena.create_work_group(Name="sluice", Configuration={"ResultConfiguration": {"OutputLocation": "s3://results/"}})
    group = athena.get_work_group(WorkGroup="sluice")["WorkGroup"]
    assert group["Configuration"]["ResultConfiguration"]["OutputLocation"] == "s3://results/"


def test_a_workflow_waits_for_its_query(emulator, athena):
    output = emulator.run(query("SUCCEEDED", ".sync"))
    assert output["QueryExecution"]["Status"]["State"] == "SUCCEEDED"


def test_a_workflow_need_not_wait(emulator, athena):
    assert emulator.run(query("FAILED", "")) == {"QueryExecutionId": "FAILED"}


def test_a_failed_query_fails_the_workflow(emulator, athena):
    found = emulator.fail(query("FAILED", ".sync"))
    assert found["error"] == "States.TaskFailed"
    assert json.loads(found["cause"])["QueryExecution"]["Status"]["StateChangeReason"] == "because"


def test_a_refused_query_is_an_error_with_a_name(emulator, athena):
    assert emulator.fail(query("INVALID", ".sync"))["error"] == "Athena.InvalidRequestException"


def test_an_athena_that_is_gone_is_named(emulator):
    emulator.control("athena", {"url": "http://127.0.0.1:9"})
    with pytest.raises(ClientError, match="the local Athena at http://127.0.0.1:9 does not answer"):
        emulator.client("athena").start_query_execution(QueryString="select 1")
