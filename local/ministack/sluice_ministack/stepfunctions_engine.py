"""Gap: how an execution walks its states, in JSONata as well as in JSONPath.

In MiniStack, Succeed and a Choice's default ignore Output, StopExecution does not reach into branches, and the limits of a
machine's time and of a state's data are not kept. Its Pass, Task and Wait do the work here as well.
"""

from __future__ import annotations

import contextvars
import json
import threading
from typing import Any

from ministack.core.responses import now_iso
from ministack.services import stepfunctions

from . import stepfunctions_history as history
from . import stepfunctions_limits as limits
from . import stepfunctions_scope as scopes
from .patching import Patches
from .stepfunctions_branches import is_jsonata
from .stepfunctions_scope import Abandoned, Scope


def install(patches: Patches) -> None:
    patches.require(
        stepfunctions,
        "_ExecutionError",
        "_execute_pass",
        "_execute_wait",
        "_execute_parallel",
        "_execute_map",
        "_with_retry_and_catch",
        "_fail_state_error",
        "_emit_execution_status_event",
        "_apply_input_path",
        "_apply_output_path",
        "_apply_jsonata_output",
        "_jsonata_state_field",
        "_SFN_WAIT_SCALE",
    )
    patches.replace(stepfunctions, "_run_execution", lambda _: run_execution)
    patches.replace(stepfunctions, "_run_sub_machine", lambda _: run_states)
    patches.replace(stepfunctions, "_execute_choice", _choosing)
    patches.replace(stepfunctions, "_evaluate_jsonata_choice_rule", lambda _: _holds)
    patches.replace(stepfunctions, "_execute_task", _with_evaluated_timeout)
    patches.replace(stepfunctions, "_invoke_resource", _limited)
    patches.replace(stepfunctions, "_error_matches", _unless_terminal)
    patches.replace(stepfunctions, "_add_event", lambda _: history.add_event)
    patches.replace(stepfunctions, "_scaled_sleep", lambda _: scopes.scaled_sleep)


def run_execution(execution_arn: str) -> None:
    """Walks the definition to its end, whatever that is."""
    execution = stepfunctions._executions.get(execution_arn)
    if execution is None:
        return
    scope = Scope(execution)
    scope.previous_event = len(execution["events"])
    with scopes.entered(scope):
        try:
            _succeed(execution, _walk(execution))
        except Abandoned:
            return
        except stepfunctions._ExecutionError as error:
            _fail(execution, error.error, error.cause)
        except Exception as error:  # A defect of this engine or a definition it cannot read; the execution must not hang.
            _fail(execution, "States.Runtime", f"{type(error).__name__}: {error}")


def _walk(execution: dict) -> Any:
    machine = stepfunctions._state_machines.get(execution["stateMachineArn"])
    if machine is None:
        raise stepfunctions._ExecutionError("States.Runtime", "The state machine does not exist any more")
    definition = json.loads(machine["definition"])
    document = json.loads(execution["input"])
    timer = _time_limit(execution, definition.get("TimeoutSeconds"))
    try:
        context = _context(execution, machine, definition, document)
        return run_states(definition["States"], definition["StartAt"], document, execution, context)
    finally:
        timer.cancel()


_ending = threading.Lock()


def _end(execution: dict, status: str, event: str, details: dict, **outcome: Any) -> None:
    """An execution ends once: by its last state, by its time limit or by somebody who stops it."""
    with _ending:
        if execution["status"] != "RUNNING":
            return
        # The status last: whoever sees it also sees what belongs to it.
        execution.update(outcome, stopDate=now_iso())
        execution["status"] = status
        history.add_event(execution, event, {f"{event[0].lower()}{event[1:]}EventDetails": details})
        stepfunctions._emit_execution_status_event(execution)


def _succeed(execution: dict, output: Any) -> None:
    document = json.dumps(output)
    _end(execution, "SUCCEEDED", "ExecutionSucceeded", {"output": document}, output=document)


def _fail(execution: dict, error: str, cause: str) -> None:
    _end(execution, "FAILED", "ExecutionFailed", {"error": error, "cause": cause}, error=error, cause=cause)


def _time_limit(execution: dict, seconds: float | None) -> threading.Timer:
    # The event that tells of it is published in the account and region of the execution.
    context = contextvars.copy_context()
    out_of_time = (_end, execution, "TIMED_OUT", "ExecutionTimedOut", {"error": "States.Timeout"})
    timer = threading.Timer(seconds or 0, context.run, out_of_time, {"error": "States.Timeout"})
    timer.daemon = True
    if seconds:
        timer.start()
    return timer


def _context(execution: dict, machine: dict, definition: dict, document: Any) -> dict:
    return {
        "QueryLanguage": definition.get("QueryLanguage", "JSONPath"),
        "Execution": {
            "Id": execution["executionArn"],
            "Input": document,
            "Name": execution["name"],
            "RoleArn": machine["roleArn"],
            "StartTime": execution["startDate"],
            "RedriveCount": 0,
        },
        "StateMachine": {"Id": execution["stateMachineArn"], "Name": machine["name"]},
        "variables": {},
    }


def run_states(states: dict, start_at: str, document: Any, execution: dict, ctx: dict) -> Any:
    """Walks from the first state to one that ends, and returns its output."""
    scope = scopes.current()
    name: str | None = start_at
    while name:
        if scope:
            scope.check()
        state = states.get(name)
        if state is None:
            raise stepfunctions._ExecutionError("States.Runtime", f"The state '{name}' does not exist")
        ctx["State"] = {"Name": name, "EnteredTime": now_iso(), "RetryCount": 0}
        history.entered(execution, state["Type"], name, document)
        output, following = _run_state(state, document, execution, ctx)
        limits.require(output, limits.LARGEST_DATA, f"The state '{name}' returned a result")
        if scope:
            scope.check()
        history.exited(execution, state["Type"], name, output)
        document, name = output, following
    return document


def _run_state(state: dict, document: Any, execution: dict, ctx: dict) -> tuple[Any, str | None]:
    match state["Type"]:
        case "Pass":
            return stepfunctions._execute_pass(state, document, ctx)
        case "Task":
            return stepfunctions._execute_task(state, document, execution, ctx)
        case "Choice":
            return stepfunctions._execute_choice(state, document, ctx)
        case "Wait":
            return stepfunctions._execute_wait(state, document, ctx)
        case "Parallel":
            return stepfunctions._execute_parallel(state, document, execution, ctx)
        case "Map":
            return stepfunctions._execute_map(state, document, execution, ctx)
        case "Succeed":
            return _succeed_state(state, document, ctx), None
        case "Fail":
            raise stepfunctions._ExecutionError(*stepfunctions._fail_state_error(state, document, ctx))
        case unknown:
            raise stepfunctions._ExecutionError("States.Runtime", f"There is no state type {unknown}")


def _succeed_state(state: dict, document: Any, ctx: dict) -> Any:
    if is_jsonata(state, ctx):
        return stepfunctions._apply_jsonata_output(state, document, ctx, default=document)
    return stepfunctions._apply_output_path(state, stepfunctions._apply_input_path(state, document, ctx), ctx)


def _choosing(original):
    def execute_choice(state: dict, document: Any, ctx: dict | None = None) -> tuple[Any, str | None]:
        if not is_jsonata(state, ctx or {}):
            return original(state, document, ctx)
        for rule in state["Choices"]:
            if stepfunctions._evaluate_jsonata_choice_rule(rule, document, ctx):
                return _taken(rule, rule["Next"], document, ctx)
        if "Default" not in state:
            raise stepfunctions._ExecutionError("States.NoChoiceMatched", "No choice rule matched, and there is no Default")
        return _taken(state, state["Default"], document, ctx)

    return execute_choice


def _holds(rule: dict, document: Any, ctx: dict) -> bool:
    """A condition that is anything else than a boolean is an error, not a kind of yes."""
    return stepfunctions._jsonata_state_field(rule, "Condition", "boolean", document, ctx)


def _taken(way: dict, following: str, document: Any, ctx: dict | None) -> tuple[Any, str]:
    output = stepfunctions._apply_jsonata_output(way, document, ctx, default=document)
    stepfunctions._apply_state_assign({"QueryLanguage": "JSONata", **way}, document, ctx)
    return output, following


def _with_evaluated_timeout(original):
    def execute_task(state: dict, document: Any, execution: dict, ctx: dict) -> tuple[Any, str | None]:
        evaluated = {
            name: stepfunctions._jsonata_state_field(state, name, "number", document, ctx)
            for name in ("TimeoutSeconds", "HeartbeatSeconds")
            if isinstance(state.get(name), str)
        }
        return original({**state, **evaluated}, document, execution, ctx)

    return execute_task


def _limited(original):
    def invoke_resource(resource: str, document: Any) -> Any:
        result = original(resource, document)
        limits.require(result, limits.LARGEST_DATA, f"The task {resource.rpartition(':::')[2]} returned a result")
        return result

    return invoke_resource


def _unless_terminal(original):
    def error_matches(error_equals: list[str], error: str) -> bool:
        match error:
            case "States.Runtime":
                return False
            case "States.DataLimitExceeded":
                # Only by its name, never by a wildcard.
                return error in error_equals
            case _:
                return original(error_equals, error)

    return error_matches
