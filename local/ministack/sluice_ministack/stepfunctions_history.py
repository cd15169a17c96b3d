"""Gap: the history lacks the states inside of Map and Parallel, concurrent branches give two events one id, and a task's
service is not told apart from its action."""

from __future__ import annotations

import json
import threading
from typing import Any

from ministack.core.responses import now_iso

from . import stepfunctions_scope

_lock = threading.Lock()


def add_event(execution: dict, event_type: str, details: dict | None = None) -> dict:
    """One event, numbered in its execution and linked to the one before it in its branch.

    What a given-up branch still says after the execution's end is not part of its history.
    """
    scope = stepfunctions_scope.current()
    with _lock:
        if execution["status"] != "RUNNING" and not event_type.startswith("Execution"):
            return {}
        event = {
            "id": len(execution["events"]) + 1,
            "previousEventId": scope.previous_event if scope else max(0, len(execution["events"])),
            "type": event_type,
            "timestamp": now_iso(),
            **_with_service(details or {}),
        }
        execution["events"].append(event)
    if scope:
        scope.previous_event = event["id"]
    return event


def _with_service(details: dict) -> dict:
    """As AWS says what was scheduled: arn:aws:states:::codebuild:startBuild.sync is the action startBuild.sync of codebuild."""
    scheduled = details.get("taskScheduledEventDetails")
    service, _, action = (scheduled or {}).get("resource", "").partition(":states:::")[2].rpartition(":")
    if not service:
        return details
    return {**details, "taskScheduledEventDetails": {**scheduled, "resourceType": service, "resource": action}}


def entered(execution: dict, state_type: str, name: str, state_input: Any) -> None:
    add_event(
        execution,
        f"{state_type}StateEntered",
        {"stateEnteredEventDetails": {"name": name, "input": json.dumps(state_input), "inputDetails": {"truncated": False}}},
    )


def exited(execution: dict, state_type: str, name: str, output: Any) -> None:
    add_event(
        execution,
        f"{state_type}StateExited",
        {"stateExitedEventDetails": {"name": name, "output": json.dumps(output), "outputDetails": {"truncated": False}}},
    )


def iteration(execution: dict, what: str, name: str, index: int) -> None:
    """MapIterationStarted, -Succeeded, -Failed or -Aborted."""
    add_event(execution, f"MapIteration{what}", {f"mapIteration{what}EventDetails": {"name": name, "index": index}})
